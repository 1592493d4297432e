"""The patterns of reported speech: every function that proposes contents, and what they make.

To add one: write its function in frames/, its row here, its cases in tests/cases/RULE.txt and its
frame with the cues of cue.toml that take it. A frame is named for what the cue takes, a rule for
what it makes of it: the frame `is+clause`, the rule reported.copula.
"""

from __future__ import annotations

from functools import partial
from typing import get_args

from quotes.find.reported import certainty
from quotes.find.reported.frames import adjectives, clauses, nouns, passives, set_in, verbs
from quotes.find.reported.frames.content import Shape
from quotes.find.reported.pattern import ANY_PREPOSITION, Pattern, ReportedRule, row
from quotes.find.reported.shared_rules import (
    ADJECTIVE_CLAUSE,
    ADJECTIVE_PREPOSITION,
    CLAUSE,
    COPULA,
    NOUN_PREPOSITION,
    OBJECT_CLAUSE,
    PARENTHETICAL,
    PREPOSITION,
)
from quotes.find.sources.table import ACCORDING
from quotes.lexicon.cues import PartOfSpeech

verb, noun, adjective = partial(row, "verb"), partial(row, "noun"), partial(row, "adjective")
adverb, preposition = partial(row, "adverb"), partial(row, "preposition")

# In order of precedence for each part of speech: of two contents of one frame the first is taken,
# and a later one must be likelier by some way. A pattern with a frame of its own may stand last. A
# rule without an example is too rare to be shown.
PATTERNS: tuple[Pattern, ...] = (
    verb(
        clauses.clausal_complement,
        (
            CLAUSE,
            ReportedRule(
                "reported.infinitive",
                "Ito promised to keep the mill open.",
                shapes=(Shape.INFINITIVE,),
                certain=certainty.threatens_to,
            ),
            ReportedRule("reported.gerund", "Ito denied selling the mill.", shapes=(Shape.GERUND,)),
            ReportedRule(
                "reported.complement", "Ito declared the bridge open.", shapes=(Shape.COMPLEMENT,)
            ),
            OBJECT_CLAUSE,
        ),
        frames="clause infinitive gerund complement object",
        needs="ccomp xcomp",
    ),
    verb(clauses.contact_clause, CLAUSE, frames="clause", needs="dobj"),
    verb(clauses.clause_of_headline, CLAUSE, frames="clause", needs="nsubj"),
    verb(clauses.clause_in_phrase, CLAUSE, frames="clause", needs="prep"),
    verb(clauses.reported_question, CLAUSE, frames="clause", needs="advcl intj dep"),
    verb(
        passives.passive_subject,
        ReportedRule("reported.passive", "The plan was criticised by Ito."),
        frames="passive",
        needs="nsubjpass",
    ),
    verb(
        verbs.direct_object,
        (OBJECT_CLAUSE, ReportedRule("reported.object", "Ito criticised the plan.", is_topic=True)),
        frames="object",
        needs="dobj oprd",
    ),
    verb(verbs.wished_for, PREPOSITION, frames=ANY_PREPOSITION, needs="advcl ccomp xcomp"),
    verb(verbs.prepositional_object, PREPOSITION, frames=ANY_PREPOSITION, needs="prep"),
    verb(passives.cleft, (COPULA, PREPOSITION), frames="is", needs="csubj relcl"),
    verb(
        passives.impression,
        ReportedRule("reported.impression", "The mill seems to be closing.", impersonal=True),
        frames="impression",
        needs="nsubj",
        only_listed=True,
    ),
    verb(
        set_in.parenthetical,
        (
            ReportedRule(
                "reported.as",
                "The bridge was safe, as Ito argued.",
                shapes=(Shape.AS_CLAUSE,),
                set_in=True,
                governs=True,
            ),
            PARENTHETICAL,
        ),
        frames="parenthetical as-clause",
        needs="parataxis advcl",
    ),
    verb(set_in.set_into_clause, PARENTHETICAL, frames="parenthetical", needs="ccomp"),
    verb(
        set_in.according,
        ReportedRule(
            "reported.according",
            "The bridge is safe, according to Ito.",
            source=ACCORDING,
            set_in=True,
            governs=True,
        ),
        frames="according",
        only_listed=True,
    ),
    noun(
        nouns.noun_complement,
        (
            ReportedRule(
                "reported.noun-clause",
                "Ito's claim that the mill would close surprised the town.",
                shapes=(Shape.CLAUSE,),
                certain=certainty.says_that,
                of_noun=True,
                is_clause=True,
            ),
            ReportedRule(
                "reported.noun-infinitive",
                "Ito's promise to keep the mill open pleased the town.",
                shapes=(Shape.INFINITIVE,),
                certain=certainty.threatens_to,
                of_noun=True,
            ),
            NOUN_PREPOSITION,
        ),
        frames=f"clause infinitive {ANY_PREPOSITION}",
        needs="acl ccomp xcomp relcl prep",
    ),
    noun(nouns.beside_verb, NOUN_PREPOSITION, frames=ANY_PREPOSITION, needs="dobj"),
    noun(
        nouns.received,
        ReportedRule(
            "reported.received",
            "The plan drew sharp criticism from villagers.",
            source=ACCORDING,
            is_topic=True,
        ),
        frames="received",
        needs="dobj",
    ),
    noun(
        set_in.opinion,
        ReportedRule(
            "reported.opinion",
            "In Ito's view, the mill will close.",
            certain=certainty.opens_sentence,
            source=ACCORDING,
            set_in=True,
        ),
        frames="opinion",
        needs="pobj",
    ),
    noun(adjectives.as_to, NOUN_PREPOSITION, frames="about"),
    noun(nouns.noun_copula, COPULA, frames="is", needs="nsubj"),
    noun(nouns.noun_colon, COPULA, frames="is", needs="poss"),
    preposition(
        set_in.poll,
        ReportedRule(
            "reported.poll",
            "In a poll released on Monday, most villagers wanted the mill to stay.",
            source=ACCORDING,
            set_in=True,
        ),
        frames="poll",
        needs="pobj",
        only_listed=True,
    ),
    adverb(
        set_in.adverb_of_hearsay,
        ReportedRule(
            "reported.adverb",
            "The mill has reportedly been sold.",
            certain=certainty.whenever_listed,
            impersonal=True,
            set_in=True,
        ),
        frames="adverb",
        needs="advmod",
        only_listed=True,
    ),
    adjective(adjectives.made_clear, ADJECTIVE_CLAUSE, frames="clause"),
    adjective(
        adjectives.adjective_complement,
        (
            ADJECTIVE_CLAUSE,
            ReportedRule(
                "reported.adjective-infinitive",
                "Ito was reluctant to sell the mill.",
                shapes=(Shape.INFINITIVE,),
                certain=certainty.threatens_to,
            ),
            ReportedRule("reported.adjective-gerund", "", shapes=(Shape.GERUND,)),
            ReportedRule("reported.adjective-complement", "", shapes=(Shape.COMPLEMENT,)),
            ADJECTIVE_PREPOSITION,
        ),
        frames=f"clause infinitive {ANY_PREPOSITION}",
    ),
    adjective(adjectives.as_to, ADJECTIVE_PREPOSITION, frames="about"),
)

BY_PART = {part: tuple(p for p in PATTERNS if p.pos == part) for part in get_args(PartOfSpeech)}
# A cue whose row has one of these frames is set into the clause that it governs.
SET_IN_FRAMES = frozenset[str]().union(
    *(p.frames for p in PATTERNS if p.only_listed and all(rule.set_in for rule in p.makes))
)
RULES = tuple(dict.fromkeys(r for pattern in PATTERNS for r in pattern.makes if r.example))
