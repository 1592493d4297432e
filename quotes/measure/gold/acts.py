"""The act of an attribution, which annotators do not give: looked up by the words of its cue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import get_args

from quotes.lexicon.cues import CueRow, PartOfSpeech
from quotes.lexicon.language import Language
from quotes.measure.gold.counted_words import counted_words
from quotes.model import Act, Kind


@cache
def is_speech_word(form: str, language: Language) -> bool:
    """Whether *form*, in lower case, is an inflected form of a word of speech."""
    counted = counted_words(language)
    return form in counted.irregular or any(
        f"{form.removesuffix(ending)}{instead}" in counted.speech
        for ending, ways in counted.endings.items()
        if form.endswith(ending)
        for instead in ways
    )


def is_speech(cue: Sequence[str], kind: Kind, language: Language) -> bool:
    """Whether an attribution has a word of speech in its cue or, without a cue, is direct."""
    return any(is_speech_word(form, language) for form in cue) if cue else kind == "direct"


def act_of(cue: Sequence[str], kind: Kind, language: Language) -> Act | None:
    """The act of an attribution by the words of its *cue* in lower case; None if none is known.

    The first word that the lexicon has as a verb decides, or else the first that it has at all.
    Where it has none, or where there is no cue, what passes for speech is `speech`, and the rest
    has no act: it counts as of another act than any that is asked for.
    """
    found = (row_of(form, language) for form in cue)
    rows = [row for row in found if row is not None]
    if rows:
        return next((row for row in rows if row.pos == "verb"), rows[0]).act
    return "speech" if is_speech(cue, kind, language) else None


def row_of(form: str, language: Language) -> CueRow | None:
    """The row of *form* in the lexicon, a verb's before a noun's; None if there is none."""
    rows = (language.cues.row(form, pos) for pos in get_args(PartOfSpeech))
    return next((row for row in rows if row is not None), None)
