"""How sure a quote is: the probability that content and source are right.

It is counted on annotated news, see lexicon/counts/calibration.py: `quotes calibrate` fits a
logistic regression to plain circumstances of each quote, among them the rules that made it.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.lexicon.counts.calibration import Calibration
from quotes.lexicon.counts.weights import Named
from quotes.lexicon.language import Language
from quotes.model import Quote, Span

# Lengths in code points: the most of each, and its name.
LENGTHS = ((2, "to 2"), (10, "to 10"), (25, "to 25"), (60, "to 60"), (150, "to 150"))


def circumstances(quote: Quote, text: str, paragraph: Span, language: Language) -> list[Named]:
    """The circumstances of a quote in *text*, each a name and a value.

    *paragraph* is where the quote begins: a line broken by hand within it means nothing.
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
    """The groups of quotes in which the chance of a content may count more or less."""
    return "all", quote.kind, quote.rules.content


def edges(quote: Quote, text: str, paragraph: Span, language: Language) -> list[Named]:
    """What stands at both ends of the content, which shows where it was cut."""
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
    """The character itself; w for letters and digits, line if the paragraph ends there."""
    if not character:
        return "line"
    if character.isspace():
        return " "
    return "w" if character.isalnum() else character


def shape(source: str) -> str:
    """Whether the source begins with a capital and has a comma in it, and how long it is."""
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
    """The name of a length in code points."""
    for most, name in LENGTHS:
        if length <= most:
            return name
    return "more"


def with_confidence(
    quote: Quote, text: str, paragraph: Span, calibration: Calibration, language: Language
) -> Quote:
    """*quote* with how sure it is."""
    told = circumstances(quote, text, paragraph, language)
    share = calibration.quotes.share(told, quote.chance, slopes(quote))
    # Four places: more would be noise, and the same on every machine.
    return replace(quote, confidence=round(share, 4))
