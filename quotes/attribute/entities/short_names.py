"""Which of the groups of names a surname, a first name or an acronym belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotes.attribute.entities.groups import Grouping, group_full
from quotes.attribute.entities.mentions import NameMention
from quotes.attribute.names.same_name import person_words, same_person
from quotes.lexicon.names import NameLexicon
from quotes.lexicon.thresholds import (
    GROUPS_LATEST,
    LETTERS_FEWEST,
    LETTERS_MOST,
    MISTYPED_LONG,
)


def group_short(state: Grouping, mention: NameMention) -> list[int]:
    """The groups that a single word, or a name in a headline, may belong to."""
    name, lexicon = mention.name, state.lexicon
    words = person_words(name.words, lexicon)
    if name.surname is not None:
        if words[0] not in state.by_last:  # Ada and Leo Bello; but Bello and Leo Ito
            return [group_full(state, mention, words)]
        words = words[:1]
    if name.kind == "place":
        text = " ".join(words)
        return [keyed(state, mention, ("place", lexicon.countries.get(text, text)))]
    if is_heir(words, lexicon):
        candidates = [n for n in state.by_last.get(words[0], ()) if state.full[n][-1] == words[-1]]
    else:
        candidates = [
            n
            for n in state.by_last.get(words[-1], ())[-GROUPS_LATEST:]
            if not is_letters(state, n, mention)
            and (
                len(words) == 1 or same_person(person_words(state.full[n], lexicon), words, lexicon)
            )
        ]
    heirs = sorted(state.heirs.get(words[-1], set()) - set(candidates)) if name.titles else []
    candidates = [n for n in candidates if is_own(state, n)] or candidates
    married = [n for n in heirs if state.nouns[n] & lexicon.small.married]
    if heirs and name.titles[-1] not in lexicon.small.wifely:
        candidates += heirs  # Mrs. Bello is the mother, if there is one
    elif married:  # Ada Bello, 29; her mother, Eva: Mrs. Bello is the mother
        candidates = married
    candidates = narrowed(state, mention, candidates) or narrowed(state, mention, heirs)
    candidates = candidates or not_by_surname(state, mention, words)
    if len(candidates) == 1:
        number = state.join(candidates[0], mention)
        if number in heirs and len(words) == 1 and len(state.full[number]) == 1:
            # his widow, Ada ... Mrs. Bello: Ada Bello
            state.called[number] = f"{state.groups[number][0].text} {mention.text}"
        if len(state.full[number]) == 1 < len(words) and not mention.text.isupper():
            state.full[number] = name.words
    return candidates or [keyed(state, mention, words)]


def is_heir(words: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether a name is a surname with what sets a son apart: Bello *Jr.*"""
    return len(words) == 2 and words[-1] in lexicon.small.generations


def is_letters(state: Grouping, number: int, mention: NameMention) -> bool:
    """Whether a name ends with the letters that a bare word is: the Young DMB is not the DMB."""
    text, whole = mention.text, state.groups[number][0].text.split()
    longer = len(whole) > 1 and not whole[0].isupper()
    return text.isupper() and not mention.name.titles and longer and whole[-1] == text


def not_by_surname(state: Grouping, mention: NameMention, words: tuple[str, ...]) -> list[int]:
    """The groups that words which are no known surname belong to."""
    if len(words) == 1:
        called = otherwise_called(state, mention, words[0])[-GROUPS_LATEST:]
        return called or mistyped(state, words[0])
    if len(words) != 2 or mention.text.count("-") != 1:
        return []
    firsts = state.by_first.get(words[0], [])  # Anne-Marie, of Anne-Marie Bello
    return [n for n in firsts if state.full[n][:2] == words != state.full[n]][-GROUPS_LATEST:]


def is_own(state: Grouping, number: int) -> bool:
    """Whether a group's last word is its own surname: not of Team Bello, nor of Bello-Ito.

    Where Bello and Ito are two others
    """
    full = state.full[number]
    if len(full) != 2:
        return True
    hyphened = state.groups[number][0].text.count("-") == 1
    others = [n for n in state.by_last.get(full[0], ()) if n != number]
    return full[0] not in state.lexicon.org_heads and not (hyphened and others)


def otherwise_called(state: Grouping, mention: NameMention, word: str) -> list[int]:
    """The groups that a word names though it is no surname.

    NATO; Ada, of Ada Bello; Mr. Bello, of Bello Ki-moon; Bello, of Bello Pharmaceuticals
    """
    acronym = (word.replace(".", ""),)
    number = state.by_key.get(acronym)
    if number is not None and is_acronym(state, number, mention):
        return [number]
    letters = mention.text.isupper() and len(word) > 1
    firsts = (
        [] if letters else [n for n in state.by_first.get(word, []) if is_met(state, n, mention)]
    )
    if mention.name.titles and mention.name.titles[-1] not in state.lexicon.first_name_titles:
        return [
            n
            for n in firsts
            if word not in state.lexicon.first_names or "-" in state.groups[n][0].text
        ]
    firms = [n for n in state.by_opening.get(word, []) if is_firm(state, n, mention)]
    return firsts or firms or closing(state, word)


def closing(state: Grouping, word: str) -> list[int]:
    """The one body whose name the word closes: *Rovers*, of Dover Rovers; the *Journal*.

    Not of the White House: the House is another one
    """
    named = [n for n in state.by_noun.get(word, ()) if state.full[n][-1] == word]
    if len(named) != 1:
        return []
    full, lexicon = state.full[named[0]], state.lexicon
    odd = any(w in lexicon.titles or w in lexicon.people for w in full)  # the Democratic Senate
    return [] if odd or " ".join(full[-2:]) in lexicon.seats else named


def mistyped(state: Grouping, word: str) -> list[int]:
    """The one person whose surname differs from the word by a letter: Ada Beloved, Belovd."""
    lexicon = state.lexicon
    if len(word) < MISTYPED_LONG or word in lexicon.first_names or word in lexicon.places:
        return []
    if state.misspelt is None:
        state.misspelt = defaultdict(set)
        for last, numbers in state.by_last.items():
            persons = [n for n in numbers if len(state.full[n]) > 1]
            if len(persons) == 1 and len(last) >= MISTYPED_LONG:
                for form in less_a_letter(last):
                    state.misspelt[form].add(persons[0])
    found: set[int] = set()
    for form in less_a_letter(word):
        found |= state.misspelt.get(form, set())
    endings = lexicon.plural_endings
    close = [n for n in found if word not in [state.full[n][-1] + ending for ending in endings]]
    return close if len(close) == 1 else []


def less_a_letter(word: str) -> set[str]:
    """The word, and it without any one of its letters but the first."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(1, len(word))}


def is_acronym(state: Grouping, number: int, mention: NameMention) -> bool:
    """Whether a word may be letters that stand for a body: NATO, or Nato as some papers write.

    What is written like a name has no title and comes after the body's: Mr. Ito is no ITO.
    """
    text = mention.text
    if text.isupper():
        return True
    letters = LETTERS_FEWEST <= len(text) <= LETTERS_MOST and text.isalpha()
    met = state.groups[number][0].start < mention.start or is_title(mention)
    named = bool(mention.name.titles) or text.lower() in state.lexicon.first_names
    return letters and met and not named


def is_met(state: Grouping, number: int, mention: NameMention) -> bool:
    """Whether a name of several words may go by its first: it is a person's, or was met before."""
    first = state.groups[number][0]
    return first.name.kind == "person" or first.start < mention.start or is_title(mention)


def is_title(mention: NameMention) -> bool:
    """Whether a name stands in a headline or in the first line, which may be one."""
    return mention.headline or mention.tree == 0


def is_firm(state: Grouping, number: int, mention: NameMention) -> bool:
    """Whether a group is a body that may go by its first word: Bello Pharmaceuticals.

    Unless it ends like a firm's, its whole name comes first: Bello is not the Bello Home below.
    """
    first, last = state.groups[number][0], state.full[number][-1]
    met = first.start < mention.start or is_title(mention)
    return (
        first.name.kind == "organization"
        and (met or ends_like_firm(state, number))
        and last not in state.lexicon.named_by_owner
    )


def ends_like_firm(state: Grouping, number: int) -> bool:
    """Whether a name ends as those of firms do: Bello Communications, Bello Mills plc."""
    last, lexicon = state.full[number][-1], state.lexicon
    ends = (lexicon.firm_suffixes, lexicon.industries, lexicon.small.firm_ends)
    return len(state.full[number]) > 1 and any(last in table for table in ends)


def narrowed(state: Grouping, mention: NameMention, candidates: list[int]) -> list[int]:
    """Those of the persons of one surname whom the title before the name fits.

    Mr. Bello is not Ada Bello
    """
    titles = mention.name.titles
    if not titles or not candidates:
        return candidates
    if gender := mention.name.gender:
        candidates = [n for n in candidates if state.gender(n) in (gender, "")]
    # Mrs. Bello is not Ms. Bello where there are two of them
    same = [n for n in candidates if titles[-1] in state.titles[n]]
    candidates = (
        same
        or [n for n in candidates if not state.titles[n] & state.lexicon.small.marital]
        or candidates
    )
    wanted = {state.lexicon.roles.get(r, r) for t in titles if (r := state.lexicon.titles.get(t))}
    if wanted and len(candidates) > 1:
        fitting = [n for n in candidates if wanted & state.nouns[n]]
        lone = [n for n in candidates if len(state.full[n]) == 1]
        plain = [n for n in candidates if not state.nouns[n]]
        candidates = fitting or lone or plain or candidates
    return candidates


def keyed(state: Grouping, mention: NameMention, key: tuple[str, ...]) -> int:
    """The group of exactly these words, a new one if there is none."""
    if key in state.by_key and not mention.name.titles:
        return state.join(state.by_key[key], mention)
    number = state.open(mention)
    state.by_key[key] = number
    if mention.name.kind in ("person", "unknown"):
        state.by_last[key[-1]].append(number)
    return number
