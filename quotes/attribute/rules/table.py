"""All rules that say who speaks, in the order in which they are asked: one row per rule.

A new row stands above those that would answer wrongly. A rule gives None to leave the part to the
rows below it, or an Undecided with those between whom it cannot decide; speaker.unnamed always
answers and stands last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from quotes.attribute.rules import interviews, naming, pronouns, relatives
from quotes.attribute.rules.nouns import (
    body_nouns,
    epithets,
    foretold,
    kin,
    listed,
    main_figure,
    offices,
    several,
    unnamed,
    utterances,
)
from quotes.attribute.rules.sourceless import IMPLIED
from quotes.attribute.scene.answer import Answer, Part, Undecided
from quotes.attribute.scene.scene import Scene
from quotes.model import Rule

# What the head of a part is: a pronoun, the letter of an interview's line, a name, a noun that may
# tell who is meant (TELLING in quotes/lexicon/names.py lists the tables of such nouns), or another
# word, which is plain: only rows with HEADS are asked of it.
Head = Literal["pronoun", "letter", "name", "noun", "plain"]
HEADS: tuple[Head, ...] = ("pronoun", "letter", "name", "noun", "plain")


@dataclass(frozen=True, slots=True)
class Row:
    """A rule for a part of a source, and the heads of which it is asked."""

    rule: Rule
    ask: Callable[[Part, Scene], Answer | Undecided | None]
    heads: tuple[Head, ...]
    is_nameless: bool = False  # whoever is meant has no name
    is_unrivalled: bool = False  # nobody else was weighed: the name has one bearer


PRONOUN: tuple[Head, ...] = ("pronoun",)
LETTER: tuple[Head, ...] = ("letter",)
NAME: tuple[Head, ...] = ("pronoun", "letter", "name")  # another, the painter Ada Bello
NOUN: tuple[Head, ...] = ("pronoun", "letter", "name", "noun")  # a noun may be beside a name

TABLE = (
    Row(
        Rule("speaker.relative", "Ada Bello, who said it would rain, left.", 0.9),
        relatives.relative,
        PRONOUN,
    ),
    Row(
        Rule("speaker.third-person", "Ada Bello left. She said it would rain.", 0.85),
        pronouns.third_person,
        PRONOUN,
    ),
    Row(
        Rule("speaker.body-pronoun", "The ministry left. It said it would rain.", 0.8),
        pronouns.body,
        PRONOUN,
    ),
    Row(
        Rule("speaker.plural-pronoun", "Bello and Ito left. They said it would rain.", 0.8),
        pronouns.plural,
        PRONOUN,
    ),
    Row(
        Rule("speaker.some-of", "A few of the critics, such as Ada Bello, say it will rain.", 0.8),
        several.some_of,
        PRONOUN,
    ),
    Row(
        Rule("speaker.open-pronoun", "Some said it would rain.", 0.95),
        pronouns.open_pronoun,
        PRONOUN,
        is_nameless=True,
    ),
    Row(
        Rule(
            "speaker.answer",
            "Ada Bello has a mill. Bello is 60. ¶ Q: Will it rain? ¶ A: It will.",
            0.8,
        ),
        interviews.answer,
        LETTER,
    ),
    Row(
        Rule(
            "speaker.question",
            "Leo Ito met Ada Bello. ¶ ITO: Rain? ¶ BELLO: No. ¶ Q: Sun? ¶ A: Yes.",
            0.8,
        ),
        interviews.question,
        LETTER,
    ),
    Row(
        Rule("speaker.name-exact", "Ada Bello said it would rain.", 0.98),
        naming.name_exact,
        NAME,
        is_unrivalled=True,
    ),
    Row(
        Rule("speaker.name-partial", "Ada Bello left. Bello said it would rain.", 0.97),
        naming.name_partial,
        NAME,
        is_unrivalled=True,
    ),
    Row(
        Rule("speaker.name-shared", "Ada Bello met Leo Bello. Bello said it would rain.", 0.7),
        naming.name_shared,
        NAME,
    ),
    Row(
        Rule("speaker.including", "Critics, like Ada Bello, said it would rain.", 0.8),
        several.including,
        HEADS,
    ),
    Row(
        Rule("speaker.registry", "The prime minister, whom the list names, said it would rain."),
        listed.listed,
        HEADS,
    ),
    Row(
        Rule("speaker.kin", "Leo Ito's wife, Ada, left. His wife said it would rain.", 0.8),
        kin.kin,
        NOUN,
    ),
    Row(
        Rule(
            "speaker.several", "Ada Bello and Eva Ito met. The two women said it would rain.", 0.75
        ),
        several.several,
        NOUN,
    ),
    Row(
        Rule(
            "speaker.role",
            "Italy's president, Ada Bello, left. The president said it would rain.",
            0.85,
        ),
        offices.role,
        NOUN,
    ),
    Row(
        Rule("speaker.kind", "Inspector Ada Bello left. The officer said it would rain.", 0.8),
        epithets.kind,
        NOUN,
    ),
    Row(
        Rule("speaker.epithet", "Ada Bello, 34, left. The 34-year-old said it would rain.", 0.75),
        epithets.epithet,
        NOUN,
    ),
    Row(
        Rule(
            "speaker.foretold",
            "Lawyer says mill is safe. ¶ Ada Bello, a lawyer, said it would stay.",
            0.75,
        ),
        foretold.foretold,
        NOUN,
    ),
    Row(
        Rule(
            "speaker.main-figure",
            "Ada Bello led the talks. Bello left. Bello is 60. The negotiator said it would rain.",
            0.75,
        ),
        main_figure.main_figure,
        NOUN,
    ),
    Row(
        Rule("speaker.utterance", "Ada Bello left. Her letter said it would rain.", 0.85),
        utterances.utterance,
        NOUN,
    ),
    Row(
        Rule("speaker.body-head", "The Weather Office left. The office said it would rain.", 0.85),
        body_nouns.body_head,
        NOUN,
    ),
    Row(
        Rule("speaker.unnamed", "A senior official said it would rain.", 0.95),
        unnamed.unnamed,
        HEADS,
        is_nameless=True,
    ),
)
BY_HEAD = {head: tuple(row for row in TABLE if head in row.heads) for head in HEADS}

# What is asked of no part: the speaker of the quote that this one goes on with, or stands in.
CONTINUED = Rule("speaker.continued", "Ito said that the mill would stay. “We won’t sell.”", 0.95)
FIRST_PERSON = Rule(
    "speaker.first-person", "“I asked him, ‘Why now?’ and he left,” Ada Bello said.", 0.9
)

RULES = (
    *(row.rule for row in TABLE),
    CONTINUED,
    *(row.rule for row in IMPLIED),
    FIRST_PERSON,
)
