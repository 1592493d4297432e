"""The rules of reported speech: which frame of which part of speech goes by which name."""

from __future__ import annotations

from quotes.model import Rule

# Frames whose rule has the same name whatever the part of speech.
WHOLE_NAMES = {
    "is+clause": "copula",
    "is+infinitive": "copula",
    "poll": "poll",
    "adverb": "adverb",
    "received": "received",
    "opinion": "opinion",
}
# The rule that each frame goes by; those not named are prepositions.
FAMILIES = {
    "clause": "clause",
    "infinitive": "infinitive",
    "gerund": "gerund",
    "complement": "complement",
    "object": "object",
    "object+to": "object-clause",
    "passive": "passive",
    "impression": "impression",
    "parenthetical": "parenthetical",
    "as": "preposition",
    "as-clause": "as",
    "according": "according",
}


def rule_of(pos: str, frame: str) -> str:
    """The name of the rule that a frame of a cue of this part of speech stands for."""
    if frame in WHOLE_NAMES:
        return f"reported.{WHOLE_NAMES[frame]}"
    family = FAMILIES.get(frame) or FAMILIES.get(frame.split("+")[0], "preposition")
    return f"reported.{family}" if pos == "verb" else f"reported.{pos}-{family}"


RULES = (
    Rule("reported.clause", "Ito said that the mill would close."),
    Rule("reported.infinitive", "Ito promised to keep the mill open."),
    Rule("reported.gerund", "Ito denied selling the mill."),
    Rule("reported.complement", "Ito declared the bridge open."),
    Rule("reported.object", "Ito criticised the plan."),
    Rule("reported.object-clause", "Ito urged the council to wait."),
    Rule("reported.passive", "The plan was criticised by Ito."),
    Rule("reported.impression", "The mill seems to be closing."),
    Rule("reported.parenthetical", "The bridge, Ito argued, was safe."),
    Rule("reported.as", "The bridge was safe, as Ito argued."),
    Rule("reported.according", "The bridge is safe, according to Ito."),
    Rule("reported.preposition", "Ito talked about the mill."),
    Rule("reported.copula", "Ito's view is that the mill will close."),
    Rule("reported.noun-clause", "Ito's claim that the mill would close surprised the town."),
    Rule("reported.noun-infinitive", "Ito's promise to keep the mill open pleased the town."),
    Rule("reported.noun-preposition", "Ito's criticism of the plan surprised the town."),
    Rule("reported.poll", "In a poll released on Monday, most villagers wanted the mill to stay."),
    Rule("reported.opinion", "In Ito's view, the mill will close."),
    Rule("reported.received", "The plan drew sharp criticism from villagers."),
    Rule("reported.adverb", "The mill has reportedly been sold."),
    Rule("reported.adjective-clause", "Ito was adamant that the mill would close."),
    Rule("reported.adjective-infinitive", "Ito was reluctant to sell the mill."),
    Rule("reported.adjective-preposition", "Ito was critical of the plan."),
)
