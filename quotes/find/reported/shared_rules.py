"""The rules of reported speech that several patterns of the table make."""

from __future__ import annotations

from quotes.find.reported.certainty import says_that
from quotes.find.reported.frames.content import Shape
from quotes.find.reported.pattern import ReportedRule

CLAUSE = ReportedRule(
    "reported.clause",
    "Ito said that the mill would close.",
    shapes=(Shape.CLAUSE,),
    certain=says_that,
    governs=True,
    keeps_words=True,
    is_clause=True,
)
OBJECT_CLAUSE = ReportedRule(
    "reported.object-clause", "Ito urged the council to wait.", shapes=(Shape.OBJECT_TO,)
)
PREPOSITION = ReportedRule("reported.preposition", "Ito talked about the mill.", is_topic=True)
COPULA = ReportedRule(
    "reported.copula",
    "Ito's view is that the mill will close.",
    shapes=(Shape.CLAUSE, Shape.INFINITIVE),
)
PARENTHETICAL = ReportedRule(
    "reported.parenthetical", "The bridge, Ito argued, was safe.", set_in=True, governs=True
)
NOUN_PREPOSITION = ReportedRule(
    "reported.noun-preposition",
    "Ito's criticism of the plan surprised the town.",
    of_noun=True,
    is_topic=True,
)
ADJECTIVE_CLAUSE = ReportedRule(
    "reported.adjective-clause",
    "Ito was adamant that the mill would close.",
    shapes=(Shape.CLAUSE,),
    certain=says_that,
    is_clause=True,
)
ADJECTIVE_PREPOSITION = ReportedRule(
    "reported.adjective-preposition", "Ito was critical of the plan.", is_topic=True
)
