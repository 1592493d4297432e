"""How sure a quote is: the probability that content and source are right, and that the name is.

Both are counted on annotated news, see lexicon/counts/calibration.py: `quotes calibrate` fits a
logistic regression to plain circumstances of each quote, among them the rules that made it.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.lexicon.counts.calibration import Calibration
from quotes.lexicon.counts.weights import Named
from quotes.lexicon.language import Language
from quotes.model import Quote, Span

# Code points up to which words are so long.
LENGTHS = ((2, "to 2"), (10, "to 10"), (25, "to 25"), (60, "to 60"), (150, "to 150"))


def circumstances(quote: Quote, text: str, paragraph: Span, language: Language) -> list[Named]:
    """What is asked about a quote in *text*, each by its name with its value.

    *paragraph* is where it stands: a line that was broken by hand within it means nothing.
    """
    rules, kind = quote.rules, quote.kind
    form = quote.speakers[0].mention.form if quote.speakers and quote.speakers[0].mention else "-"
    told = [
        ("content rule", rules.content),
        ("content and source rule", f"{rules.content} {rules.source}"),
        ("content rule and cue", f"{rules.content} {rules.cue}"),
        ("source rule", f"{kind} {rules.source}"),
        ("marks", f"{kind} {rules.mark}"),
        ("act", f"{kind} {quote.act}"),
        ("mention", f"{kind} {form}"),
        ("length", f"{kind} {step(sum(span.end - span.start for span in quote.spans))}"),
        ("pieces", f"{kind} {min(len(quote.spans), 3)}"),
        ("parts in marks", f"{kind} {min(len(quote.quoted), 3)}"),
        ("goes on", str(quote.continues is not None)),
    ]
    where = (*edges(quote, text, paragraph, language), *around(quote, text, paragraph, language))
    told += [(n, f"{kind} {value}") for n, value in where]
    if quote.cue is not None:
        told.append(("cue", f"{kind} {rules.cue}"))
        told.append(("content and cue", f"{kind} {order(quote.span, quote.cue.span)}"))
    if quote.cue is not None and quote.source is not None:
        told.append(("source and cue", f"{kind} {order(quote.source, quote.cue.span)}"))
        told.append(("source", f"{kind} {shape(quote.source.of(text))}"))
    return told + [("flag", flag) for flag in quote.flags]


def slopes(quote: Quote) -> tuple[str, ...]:
    """For what the chance of a content may count more or less than for others."""
    return "all", quote.kind, quote.rules.content


def edges(quote: Quote, text: str, paragraph: Span, language: Language) -> list[Named]:
    """What stands at both ends of the content: where it is cut shows there."""
    start, end = quote.span.start, quote.span.end
    before = text[max(paragraph.start, start - 8) : start].rstrip(" \r\n\"'“‘")[-1:]
    words = text[start : start + 12].lower().split()
    known = language.words("confidence", "first-words")
    first = words[0] if words and words[0] in known else "-"
    return [
        ("before", sign(before)),
        ("first word", first),
        ("last", sign(text[end - 1 : end])),
        ("after", sign(text[end : min(end + 1, paragraph.end)])),
    ]


def around(quote: Quote, text: str, paragraph: Span, language: Language) -> list[Named]:
    """How long the paragraph is, who speaks, and how the words for that begin."""
    length = paragraph.end - paragraph.start
    speaker = quote.speakers[0].type if quote.speakers else "-"
    told = [("paragraph", f"to {1 << length.bit_length()}"), ("speaker", speaker)]
    if quote.source is not None:
        word = quote.source.of(text).split()[0]
        known = word.lower() in language.words("confidence", "source-words")
        told.append(("source begins", word.lower() if known else sign_of(word)))
    return told


def sign_of(word: str) -> str:
    """Whether a word begins with a capital."""
    return "with a capital" if word[0].isupper() else "-"


def sign(character: str) -> str:
    """The character itself if it is no letter or number; w for those, line for the paragraph's."""
    if not character:
        return "line"
    if character.isspace():
        return " "
    return "w" if character.isalnum() else character


def shape(source: str) -> str:
    """Whether the source begins with a capital, has a comma in it, is long."""
    parts = ("capital" if source[:1].isupper() else "small", "comma" if "," in source else "plain")
    return f"{' '.join(parts)} {step(len(source))}"


def order(words: Span, cue: Span) -> str:
    """On which side of the cue *words* stand, and how far from it."""
    if words.start < cue.start:
        side, gap = "before", cue.start - words.end
    else:
        side, gap = "after", words.start - cue.end
    return f"{side}, {'around' if gap < 0 else step(gap)}"


def step(length: int) -> str:
    """How long so many code points are."""
    for most, name in LENGTHS:
        if length <= most:
            return name
    return "more"


def with_confidence(
    quote: Quote, text: str, paragraph: Span, calibration: Calibration, language: Language
) -> Quote:
    """*quote* with how sure it is, and how sure each of its speakers' names."""
    told = circumstances(quote, text, paragraph, language)
    share = calibration.quotes.share(told, quote.chance, slopes(quote))
    name = calibration.names.get(quote.rules.speaker or "", calibration.any_name)
    # Four places: more would be noise, and the same on every machine.
    speakers = tuple(replace(s, confidence=round(name, 4)) for s in quote.speakers)
    return replace(quote, confidence=round(share, 4), speakers=speakers)
