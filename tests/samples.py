"""An article with its quotes by hand, an extractor that needs no model, files read and written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from quotes.lexicon.language import read_language
from quotes.model import Article, Candidate, Cue, Mention, Quote, Rules, Span, Speaker
from quotes.parse.paragraphs import find_paragraphs
from quotes.pipeline.asked import Asked
from quotes.read.articles import read_articles
from quotes.read.containers.json_lines import Fields
from quotes.read.failure import Failure, Item
from quotes.read.files import find_files

TEXT = "“We won’t sell,” said Mary Ito, the mayor. “Never.”\r\n\r\nThe council agreed.\r\n"
ARTICLE = Article("mill.txt", TEXT, title="Mill to stay")
FIRST, SECOND, SAID, ITO = (
    Span(TEXT.index(words), TEXT.index(words) + len(words))
    for words in ("“We won’t sell,”", "“Never.”", "said", "Mary Ito")
)
QUOTE = Quote(
    spans=(FIRST, SECOND),
    quoted=(FIRST, SECOND),
    kind="direct",
    act="speech",
    paragraph=0,
    rules=Rules("direct.inverted", "mark.curly-double", "cue.verb.say", "source.subject"),
    cue=Cue(SAID, "say", "speech", "cue.verb.say"),
    source=ITO,
    speakers=(Speaker(Mention(ITO, "name"), "Mary Ito", "e1", "person", "mayor"),),
)

ENGLISH = read_language("en")
IN_QUESTION = (Candidate("Ada Bello", "e1", 1.0, 0.44), Candidate("Leo <i>", "e2", 0.9, 0.3))


class MarksOnly:
    """Takes each stretch in curly marks for a quote of one Ito; fails at the word BOOM."""

    def quotes(self, article: Article) -> tuple[Quote, ...]:
        """The stretches in marks."""
        text = article.text
        if "BOOM" in text:
            raise ZeroDivisionError("the rules tripped")
        starts = [paragraph.start for paragraph in find_paragraphs(text)]
        return tuple(
            Quote(
                spans=(Span(*match.span()),),
                quoted=(Span(*match.span()),),
                kind="direct",
                act="speech",
                paragraph=sum(start <= match.start() for start in starts) - 1,
                rules=Rules("direct.inverted"),
                speakers=(Speaker(None, "Ito", "e1", "person", evidence=ito_before(match)),),
            )
            for match in re.finditer("“[^“”]*”", text)
        )


class Doubtful(MarksOnly):
    """Finds stretches in marks, and does not say which of two has spoken."""

    def quotes(self, article: Article) -> tuple[Quote, ...]:
        """The stretches in marks, with two in question for each."""
        speaker = Speaker(None, confidence=0.1, candidates=IN_QUESTION)
        flags = ("doubtful_speaker",)
        return tuple(replace(q, speakers=(speaker,), flags=flags) for q in super().quotes(article))


def ito_before(match: re.Match[str]) -> Span | None:
    """The last words Ito before a match, if there are any."""
    start = match.string.rfind("Ito", 0, match.start())
    return None if start < 0 else Span(start, start + 3)


def make_doubtful(asked: Asked) -> Doubtful:
    """An extractor for the command line that leaves all names blank."""
    return Doubtful()


def make_marks_only(asked: Asked) -> MarksOnly:
    """An extractor for the command line, whatever it asks for."""
    return MarksOnly()


def read(*paths: Path | str, fields: Fields | None = None) -> list[Item]:
    """What is read at *paths*."""
    return list(read_articles(find_files(map(Path, paths)), fields))


def write(path: Path, content: str | bytes) -> Path:
    """*path*, with *content* in it and its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def failure_of(raw: bytes | str, folder: Path, name: str = "a.txt") -> Failure:
    """The failure of a file of *raw* bytes."""
    (failure,) = read(write(folder / name, raw))
    assert isinstance(failure, Failure)
    return failure
