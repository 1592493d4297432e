"""Who said each quote: annotated texts, [source] and {content}, and the speakers they must give."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from quotes.attribute.lexicon import fold, load_words, plural_of
from quotes.attribute.same import body_key, same_body, same_first, same_person
from quotes.attribute.speakers import RULES, link_speakers
from quotes.find.parse import parse
from quotes.model import Article, Quote, Rules, Span
from quotes.pipeline import Extractor
from quotes.tree import Tree

MARK = re.compile(r"[\[\]{}]")

Linker = Callable[[str], tuple[Quote, ...]]


def read(marked: str) -> tuple[str, tuple[Quote, ...]]:
    """The text without its brackets, and the quotes they mark.

    The first [source] goes with the first {content}, and so on; {+content} goes on from the quote
    before it and has no source, {-content} has no source.
    """
    text, start, place = "", 0, 0
    sources: list[Span] = []
    contents: list[tuple[Span, str]] = []
    for mark in MARK.finditer(marked):
        text += marked[place : mark.start()]
        place = mark.end()
        if mark.group() in "[{":
            start = len(text)
            sign = marked[place] if marked[place] in "+-" else ""
            place += len(sign)
        elif mark.group() == "]":
            sources.append(Span(start, len(text)))
        else:
            contents.append((Span(start, len(text)), sign))
    text += marked[place:]
    return text, tuple(to_quotes(text, sources, contents))


def to_quotes(text: str, sources: list[Span], contents: list[tuple[Span, str]]) -> list[Quote]:
    """The quotes of a marked text."""
    left, quotes = iter(sources), []
    for span, sign in contents:
        quoted = (span,) if span.of(text)[0] in "“\"‘" else ()
        quotes.append(
            Quote(
                spans=(span,),
                quoted=quoted,
                kind="direct" if quoted else "indirect",
                act="speech",
                paragraph=0,
                rules=Rules("test"),
                source=None if sign else next(left),
                continues=quotes[-1].spans if sign == "+" else None,
            )
        )
    return quotes


@pytest.fixture(scope="session")
def link(extractor: Extractor) -> Linker:
    """Links the quotes of a marked text, parsed with the default model."""
    nlp = extractor.nlp

    def linked(marked: str) -> tuple[Quote, ...]:
        text, quotes = read(marked)
        return link_speakers(Article("test", text), parse(nlp, text), quotes)

    return linked


def names(quotes: tuple[Quote, ...]) -> list[str]:
    """The speakers of each quote, joined; "-" for one without a name."""
    return [" & ".join(s.name or "-" for s in q.speakers) or "?" for q in quotes]


CASES = {
    "the surname stands for the full name": (
        "[Ada Bello] said {the mill would stay}. [Bello] gave no date: {it was too early}.",
        ["Ada Bello"] * 2,
    ),
    "the first line's surname finds the full name below": (
        "[Bello] says {mill is safe}\n\n[Ada Bello], who runs the mill, said {it would stay}.",
        ["Ada Bello"] * 2,
    ),
    "titles are no part of the name": (
        "[President Ada Bello] said {it would rain}. [Ms. Bello] added {that it was late}.",
        ["Ada Bello"] * 2,
    ),
    "initials, suffixes and short first names": (
        "[William T. Okafor Jr.] said {it was late}. [Bill Okafor] added {that it would rain}.",
        ["William T. Okafor Jr."] * 2,
    ),
    "two persons of one surname are told apart by their titles": (
        "Leo Marsh and Ada Marsh own the mill. [Mr. Marsh] said {it would stay}. [Mrs. Marsh] said"
        " {it would not}.",
        ["Leo Marsh", "Ada Marsh"],
    ),
    "a role from an apposition": (
        "Paolo Conti, Italy's president, flew home on Monday. [The Italian president] said"
        " {nothing had changed}.",
        ["Paolo Conti"],
    ),
    "a role from words before the name": (
        "The former mayor Ada Bello was in court. [The former mayor] denied {all charges}.",
        ["Ada Bello"],
    ),
    "a role from a copula": (
        "Ada Bello is the governor of the bank. {“We will wait,”} [the governor] said.",
        ["Ada Bello"],
    ),
    "the vice president is not the president": (
        "Vice President Leo Ito met President Ada Bello. [The president] said {it had gone well}.",
        ["Ada Bello"],
    ),
    "another country's president is another person": (
        "French President Jean Morel was in Rome. [The Polish president] said {he was not}.",
        ["-"],
    ),
    "possessive and adjective name one ministry": (
        "[Poland's Foreign Ministry] said {the note was late}. [The Polish Foreign Ministry] added"
        " {that it was rude}. [It] had {no other comment}. [The ministry] said {so twice}.",
        ["Poland's Foreign Ministry"] * 4,
    ),
    "two ministries": (
        "[The Defence Ministry] said {it was ready}. [The Health Ministry] said {it was not}.",
        ["Defence Ministry", "Health Ministry"],
    ),
    "an acronym and its definition": (
        "The Weather Research Council (WRC) met on Friday. [The WRC] said {it would rain}.",
        ["Weather Research Council"],
    ),
    "an acronym by its letters": (
        "The Rural Banks Authority met on Friday. [The RBA] said {rates would stay}.",
        ["Rural Banks Authority"],
    ),
    "a company and its head": (
        "Hartwell Corp. cut 300 jobs. {“We had to,”} said [chief executive Ada Bello]. [Hartwell]"
        " said {more cuts might come}. [The company] gave {no figure}. [She] would not say {when}.",
        ["Ada Bello", "Hartwell Corp.", "Hartwell Corp.", "Ada Bello"],
    ),
    "a campaign is not the candidate": (
        "Ada Bello spoke in Leeds. [The Bello campaign] said {she was tired}. [Bello] said {she was"
        " not}. [Her campaign] declined {to comment}.",
        ["Bello campaign", "Ada Bello", "Bello campaign"],
    ),
    "a named spokeswoman is herself": (
        "{“It is late,”} said [Bello's spokeswoman, Eva Ito].",
        ["Eva Ito"],
    ),
    "an unnamed spokesman has no name": (
        "Ada Bello left. {“It is late,”} said [a spokesman for Bello].",
        ["-"],
    ),
    "pronouns by gender": (
        "Ada Marsh met Leo Ito in Leeds. [She] said {the mill would stay}. [He] said {it would"
        " go}.",
        ["Ada Marsh", "Leo Ito"],
    ),
    "a pronoun takes the one who speaks, not the one spoken of": (
        "[Paul Ito] said {Mark Sato was wrong}. {“He knows nothing of mills,”} [he] said.",
        ["Paul Ito"] * 2,
    ),
    "they are the two who were named together": (
        "Ada Marsh and Leo Ito own the mill. [They] said {it would stay}.",
        ["Ada Marsh & Leo Ito"],
    ),
    "joint speakers": (
        "[Senators Ada Marsh (D-Mont.) and Leo Ito] wrote {that it was late}.",
        ["Ada Marsh & Leo Ito"],
    ),
    "who goes with the noun before it": (
        "The letter went to Ada Marsh, [who] said {she had not read it}.",
        ["Ada Marsh"],
    ),
    "her husband": (
        "Ada Marsh left with her husband, Leo Ito. [Her husband] said {it was late}.",
        ["Leo Ito"],
    ),
    "her lawyer": (
        "Ada Marsh was not in court. Leo Ito, a lawyer for Marsh, was. [Marsh's lawyer] said {she"
        " was ill}.",
        ["Leo Ito"],
    ),
    "experts, officials and some have no name": (
        "Ada Marsh left. [Experts] said {it was late}. [A senior official] said {it was not}."
        " [Some] said {nothing}.",
        ["-", "-", "-"],
    ),
    "a continued quote has the same speaker": (
        "[Ada Marsh] said {it was late}. {+“It will rain.”}",
        ["Ada Marsh"] * 2,
    ),
    "a quote without a source has no speaker": (
        "Ada Marsh left. {-The mill was said to be safe}.",
        ["?"],
    ),
    "a person named only in the quote is not its speaker": (
        "{“Paul Ito is a fool,”} [he] said.",
        ["-"],
    ),
    "a family name that comes first": (
        "Bao Ki-nam runs the bank. [Mr. Bao] said {rates would stay}.",
        ["Bao Ki-nam"],
    ),
    "court": (
        "Judge Eva Holm sent him to prison for life. [The judge] said {he had shown no remorse}."
        " [Mr. Justice Pratt] agreed {that it was grave}.",
        ["Eva Holm", "Pratt"],
    ),
    "sport": (
        "Rovers manager Sean Doyle was furious. {“It was never a penalty,”} [the manager] said."
        " {“He dived,”} [Doyle] added.",
        ["Sean Doyle"] * 2,
    ),
    "police": (
        "Detective Inspector Ruth Amis led the search. {“We will find him,”} [she] said. [DCI Amis]"
        " asked {witnesses to come forward}.",
        ["Ruth Amis"] * 2,
    ),
}


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_speakers(link: Linker, case: str) -> None:
    marked, expected = CASES[case]
    assert names(link(marked)) == expected
