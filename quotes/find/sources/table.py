"""The rules that find the source of a cue, in order of precedence for each part of speech."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotes.find.candidate import SourceRule
from quotes.find.grammar.shared_subjects import climbed_subject
from quotes.find.grammar.subjects import coordinated_subject, own_subject, stolen_subject
from quotes.find.sources.noun_sources import author, lent_subject, possessor, repeater
from quotes.find.sources.verb_sources import (
    agent,
    loose_participle,
    modified_noun,
    noun_before,
    predicate_subject,
)
from quotes.lexicon.cues import PartOfSpeech
from quotes.parse.tree import Tree

Finder = Callable[[Tree, int], int | None]


class Source(NamedTuple):
    """The head of the words that name a source, and the rule that found it."""

    head: int
    rule: SourceRule


def find_source(tree: Tree, cue: int, pos: PartOfSpeech) -> Source | None:
    """The head of the source of *cue*, by the first rule for its part of speech that finds one."""
    for rule, finder in BY_PART[pos]:
        if (head := finder(tree, cue)) is not None:
            return Source(head, rule)
    return None


SUBJECT = SourceRule("source.subject", "Ito said the mill would close.")
AGENT = SourceRule("source.agent", "The plan was praised by Ito.")
NOUN_BEFORE = SourceRule("source.noun-before", "Most want more: 47% say the mill should close.")
# What is known without asking the tree: the object of `according to`, the words beside the marks.
ACCORDING = SourceRule("source.according", "The mill will close, according to Ito.")
INVERTED = SourceRule("source.inverted", "“We won’t sell,” added another villager.")
ADJACENT = SourceRule(
    "source.adjacent", "“Who rang the bell?” the judge, who had not slept, asked on Friday."
)
DASH = SourceRule("source.dash", "“We won’t sell.” — Miriam Stone")
LABEL = SourceRule("source.label", "REED: We will not sell. ¶ ITO: Not even now?")

# For each part of speech, in order of precedence.
BY_PART: dict[PartOfSpeech, tuple[tuple[SourceRule, Finder], ...]] = {
    "verb": (
        (SUBJECT, own_subject),
        (AGENT, agent),
        (
            SourceRule(
                "source.modified-noun",
                "A letter saying that the mill would close reached the town.",
                from_afar=True,
            ),
            modified_noun,
        ),
        (
            SourceRule(
                "source.stolen-subject",
                "Ito, asked about the fire, said that the mill would close.",
            ),
            stolen_subject,
        ),
        (
            SourceRule(
                "source.coordinated-subject",
                "The club welcomed the rise in the grant but its director, Ada Ito, said it was "
                "small.",
            ),
            coordinated_subject,
        ),
        (
            SourceRule(
                "source.climbed-subject",
                "Ito stood up and said that the mill would close.",
                from_afar=True,
            ),
            climbed_subject,
        ),
        (NOUN_BEFORE, noun_before),
        (
            SourceRule(
                "source.loose-participle", "Ito hinted at a sale. Adding: “It will not be soon.”"
            ),
            loose_participle,
        ),
    ),
    "noun": (
        (
            SourceRule("source.repeater", "Ada Ito repeated her claim that the mill would close."),
            repeater,
        ),
        (
            SourceRule(
                "source.possessor", "Ito's claim that the mill would close surprised the town."
            ),
            possessor,
        ),
        (SourceRule("source.author", "A promise by Ito to stay calmed the town."), author),
        (
            SourceRule("source.lent-subject", "Ito made the case that the mill should stay."),
            lent_subject,
        ),
    ),
    "adjective": (
        (
            SourceRule("source.predicate-subject", "Ito was adamant that the mill would stay."),
            predicate_subject,
        ),
    ),
    "adverb": (),
    "preposition": (),
}
RULES: tuple[SourceRule, ...] = (
    *(rule for finders in BY_PART.values() for rule, _ in finders),
    ACCORDING,
    INVERTED,
    ADJACENT,
    DASH,
    LABEL,
)
