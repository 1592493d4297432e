"""Links each quote to its speakers: who "he", "the ministry" and "Bello" are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotes.attribute.entities.listing import Listing
from quotes.attribute.reading import resolve_all
from quotes.attribute.registry.registry import Registry, day_of
from quotes.attribute.result import name_entities
from quotes.attribute.rules import body_nouns as nominals
from quotes.attribute.rules import (
    epithets,
    interviews,
    kin,
    naming,
    nouns,
    offices,
    pronouns,
    several,
)
from quotes.attribute.rules.foretold import foretold
from quotes.attribute.scene.scene import Answer, Part, Scene
from quotes.attribute.scene.setting import set_scene
from quotes.attribute.sources import relatives
from quotes.attribute.sources.parts import part_at
from quotes.model import Article, Quote, Rule
from quotes.parse.tree import Tree


def link_speakers(
    article: Article,
    trees: tuple[Tree, ...],
    quotes: tuple[Quote, ...],
    registry: Registry | None = None,
) -> tuple[Quote, ...]:
    """The quotes with who said each of them, and the rule that told; *registry* goes first."""
    if not trees or not quotes:
        return quotes
    contents = [span for quote in quotes for span in quote.quoted]
    listing = Listing(registry, day_of(article.published)) if registry else None
    scene = set_scene(trees, contents, trees[0].language.names, listing)
    answers = resolve_all(scene, quotes, resolve)
    return tuple(name_entities(scene, quotes, answers))


def resolve(part: Part, scene: Scene) -> tuple[Answer, str]:
    """Who the part is, by the first rule that knows, and that rule's name."""
    for rule, function in rules_for(part, scene):
        answer = function(part, scene)
        if answer is not None:
            return answer, rule.name
    return Answer((), "nominal"), RULES[-1][0].name


def rules_for(part: Part, scene: Scene) -> Sequence[Step]:
    """The rules that the part may have: most nouns are no name and tell nothing of who is meant."""
    if pronouns.pronoun_of(part, scene):
        return RULES
    if scene.trees[part.place].words[part.head] in interviews.LETTERS:
        return NOUNS
    if naming.name_index(part, scene) is not None or nouns.tells_who(part, scene):
        return WITHOUT_LETTERS
    return PLAIN


def relative(part: Part, scene: Scene) -> Answer | None:
    """Ada Bello, who said the mill would stay, left."""
    pronoun = pronouns.pronoun_of(part, scene)
    if pronoun is None or pronoun.kind != "relative":
        return None
    head = relatives.relative_head(part, scene)
    if head is None or head >= part.head:
        return Answer((), "pronoun", "ambiguous_pronoun")
    tree = scene.trees[part.place]
    antecedent = part_at(scene, part.place, head, tree.left[head], part.head - 1, part.excluded)
    if pronouns.pronoun_of(antecedent, scene):
        return Answer((), "pronoun")
    answer, _ = resolve(antecedent, scene)
    entities = answer.entities + tuple(
        entity
        for other in relatives.also_meant(part, scene, head)
        for entity in resolve(part_at(scene, part.place, other, other, other), scene)[0].entities
        if entity not in answer.entities
    )
    return Answer(entities, "pronoun", answer.flag)


Step = tuple[Rule, Callable[[Part, Scene], Answer | None]]
PRONOUNS: tuple[Step, ...] = (
    (Rule("speaker.relative", "Ada Bello, who said it would rain, left.", 0.9), relative),
    (
        Rule("speaker.third-person", "Ada Bello left. She said it would rain.", 0.85),
        pronouns.third_person,
    ),
    (Rule("speaker.body-pronoun", "The ministry left. It said it would rain.", 0.8), pronouns.body),
    (
        Rule("speaker.plural-pronoun", "Bello and Ito left. They said it would rain.", 0.8),
        pronouns.plural,
    ),
    (Rule("speaker.open-pronoun", "Some said it would rain.", 0.95), pronouns.open_pronoun),
)
NOUNS: tuple[Step, ...] = (
    (
        Rule(
            "speaker.answer",
            "Ada Bello has a mill. Bello is 60. ¶ Q: Will it rain? ¶ A: It will.",
            0.8,
        ),
        interviews.answer,
    ),
    (
        Rule(
            "speaker.question",
            "Leo Ito met Ada Bello. ¶ ITO: Rain? ¶ BELLO: No. ¶ Q: Sun? ¶ A: Yes.",
            0.8,
        ),
        interviews.question,
    ),
    (Rule("speaker.name-exact", "Ada Bello said it would rain.", 0.98), naming.name_exact),
    (
        Rule("speaker.name-partial", "Ada Bello left. Bello said it would rain.", 0.97),
        naming.name_partial,
    ),
    (
        Rule("speaker.name-shared", "Ada Bello met Leo Bello. Bello said it would rain.", 0.7),
        naming.name_shared,
    ),
    (
        Rule("speaker.including", "Critics, like Ada Bello, said it would rain.", 0.8),
        nominals.including,
    ),
    (
        Rule("speaker.registry", "The prime minister, whom the list names, said it would rain."),
        offices.listed,
    ),
    (
        Rule("speaker.kin", "Leo Ito's wife, Ada, left. His wife said it would rain.", 0.8),
        kin.kin,
    ),
    (
        Rule(
            "speaker.several", "Ada Bello and Eva Ito met. The two women said it would rain.", 0.75
        ),
        several.several,
    ),
    (
        Rule(
            "speaker.role",
            "Italy's president, Ada Bello, left. The president said it would rain.",
            0.85,
        ),
        offices.role,
    ),
    (
        Rule("speaker.kind", "Inspector Ada Bello left. The officer said it would rain.", 0.8),
        epithets.kind,
    ),
    (
        Rule("speaker.epithet", "Ada Bello, 34, left. The 34-year-old said it would rain.", 0.75),
        epithets.epithet,
    ),
    (
        Rule(
            "speaker.foretold",
            "Lawyer says mill is safe. ¶ Ada Bello, a lawyer, said it would stay.",
            0.75,
        ),
        foretold,
    ),
    (
        Rule("speaker.body-head", "The Weather Office left. The office said it would rain.", 0.85),
        nominals.body_head,
    ),
    (Rule("speaker.unnamed", "A senior official said it would rain.", 0.95), nominals.unnamed),
)
RULES = PRONOUNS + NOUNS
WITHOUT_LETTERS = tuple(
    step for step in NOUNS if step[1] not in (interviews.answer, interviews.question)
)
# What is left where the noun tells nothing of who is meant.
PLAIN = tuple(
    step for step in NOUNS if step[1] in (nominals.including, offices.listed, nominals.unnamed)
)
