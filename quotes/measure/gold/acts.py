"""The act of an attribution, which annotators do not give: looked up by the words of its cue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import get_args

from quotes.lexicon.cues import CueRow, PartOfSpeech
from quotes.lexicon.language import read_language
from quotes.model import Act, Kind

# What counts as speech in the measure of that name. Figures are compared over years and between
# systems, so the list stands still while the lexicon grows, and is no part of it.
SPEECH_WORDS = """
according accuse acknowledge add admit allege announce announcement answer argue ask assert
assure attack blame boast call caution charge cite claim comment complain concede conclude
condemn confirm contend continue criticize declare decry defend demand denounce deny describe
discuss dismiss estimate explain express highlight insist joke mention mock note object observe
offer order pledge point post praise predict proclaim promise propose question quip quote read
recall recommend refer release remark repeat reply report respond reveal say shout slam speak
state statement stress suggest swear talk tell testify thank tout tweet urge vow warn wonder
write
"""
IRREGULAR_FORMS = """
admitted admitting put quipped read referred referring said spoke swore sworn told wrote
"""
SPEECH = frozenset(SPEECH_WORDS.split())
IRREGULAR = frozenset(IRREGULAR_FORMS.split())
ENDINGS = ("", "s", "d", "ed", "es", "ing")


@cache
def is_speech_word(form: str) -> bool:
    """Whether *form*, in lower case, is an inflected form of a word of speech."""
    stems = {form.removesuffix(ending) for ending in ENDINGS if form.endswith(ending)}
    return form in IRREGULAR or any(
        stem in SPEECH or f"{stem}e" in SPEECH or (stem[-1:] == "i" and f"{stem[:-1]}y" in SPEECH)
        for stem in stems
    )


def is_speech(cue: Sequence[str], kind: Kind) -> bool:
    """Whether an attribution has a word of speech in its cue or, without a cue, is direct."""
    return any(map(is_speech_word, cue)) if cue else kind == "direct"


def act_of(cue: Sequence[str], kind: Kind) -> Act | None:
    """The act of an attribution by the words of its *cue* in lower case; None if none is known.

    The first word that the lexicon has as a verb decides, or else the first that it has at all.
    Where it has none, or where there is no cue, what passes for speech is `speech`, and the rest
    has no act: it counts as of another act than any that is asked for.
    """
    rows = [row for row in map(row_of, cue) if row is not None]
    if rows:
        return next((row for row in rows if row.pos == "verb"), rows[0]).act
    return "speech" if is_speech(cue, kind) else None


def row_of(form: str) -> CueRow | None:
    """The row of *form* in the lexicon, a verb's before a noun's; None if there is none."""
    rows = (read_language("en").cues.row(form, pos) for pos in get_args(PartOfSpeech))
    return next((row for row in rows if row is not None), None)
