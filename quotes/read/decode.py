"""From the bytes of a file to its text, not one character changed: UTF-8 first, else a guess."""

from __future__ import annotations

import codecs

from quotes.errors import ReadError

# Longest first: the mark of UTF-32 in little-endian order starts with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NOT_TEXT = "not a text; give the article as UTF-8 text"


def decode(raw: bytes) -> tuple[str, str | None]:
    """The text of *raw* without its byte order mark, line ends as they are; a guessed encoding.

    Raises ReadError if it is no text, or UTF-8 with broken bytes.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), None
            except UnicodeDecodeError as error:
                raise ReadError(broken(encoding, error.start + len(mark))) from error
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if is_mostly_utf8(raw):
            raise ReadError(broken("utf-8", error.start)) from error
    return guessed(raw)


def broken(encoding: str, place: int) -> str:
    """The message for a text that breaks the rules of its own encoding."""
    return f"byte {place} is not {encoding.upper()}; repair the file or convert it to UTF-8"


def is_mostly_utf8(raw: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than bytes are bad.

    A guess would take such a text for another encoding and spoil every quotation mark in it.
    """
    beyond = [c for c in raw.decode("utf-8", "surrogateescape") if c > "\x7f"]
    bad = sum("\udc80" <= c <= "\udcff" for c in beyond)
    return bad < len(beyond) - bad


def guessed(raw: bytes) -> tuple[str, str]:
    """The text of *raw* in the likeliest encoding, and that; ReadError if it looks like none."""
    if b"\0" in raw:
        raise ReadError(NOT_TEXT)
    from charset_normalizer import from_bytes

    # Free to choose, the guess takes short English texts for Baltic or DOS ones; Windows-1252 is
    # what newsrooms without UTF-8 write, so it has the first say.
    best = from_bytes(raw, cp_isolation=["cp1252"]).best() or from_bytes(raw).best()
    if best is None:
        raise ReadError(NOT_TEXT)
    return str(best), best.encoding


def check_text(text: str) -> str:
    """*text* if quotes can be looked for in it, else ReadError."""
    if not text:
        raise ReadError("empty; there is nothing to read")
    if text.isspace():
        raise ReadError("blank; there is nothing to read")
    if "\0" in text:
        raise ReadError(NOT_TEXT)
    if not is_encodable(text):
        raise ReadError(
            "holds half of a surrogate pair, which is no character; write the text as UTF-8"
        )
    return text


def is_encodable(text: str) -> bool:
    """Whether *text* can be written as UTF-8: it holds no lone surrogate."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
