"""House rules that a machine can hold: which way imports run, who loads spaCy, what is too long."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from quotes.pipeline.many.work import STAGES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "quotes"
# A room imports from those on the floors below it, never from one beside or above it.
FLOORS = (
    ("model", "errors"),
    ("lexicon", "read"),
    ("parse",),
    ("find", "attribute", "write"),
    ("pipeline",),
    ("measure", "show"),
    ("command",),
    ("__init__", "__main__"),
)
# The rooms whose code is a stage of the work on an article, as errors name it; the rest are none.
NO_STAGES = {"model", "errors", "lexicon", "pipeline", "measure", "show", "command"}
RANKS = {name: rank for rank, floor in enumerate(FLOORS) for name in floor}
BANNED = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
LOADS_SPACY = {"pipeline.component"}  # when it is imported
# The libraries that only these rooms name, types aside.
HOMES = {
    "click": ("command",),
    "rich": ("command", "measure.output"),
    "spacy": ("parse", "pipeline.component", "measure.evaluate.baseline"),
    "thinc": ("parse",),
    "datasette": ("show.site",),
}
SPACY_FREE = ("model", "errors", "lexicon", "find", "attribute", "write", "measure")
MOST_LINES = 250
LONGEST_FUNCTION = 40
MOST_FILES = 14  # in a folder, its __init__ among them

SOURCES = sorted(PACKAGE.rglob("*.py"))
ALL_SOURCES = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]


def module_of(path: Path) -> str:
    """The dotted name below the package of the module in *path*; "__init__" for the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and parts[1:] else parts)


MODULES = {module_of(path): path for path in SOURCES}


def is_for_types(node: ast.AST) -> bool:
    """Whether *node* is the body of `if TYPE_CHECKING`, which is never run."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def nodes_run(node: ast.AST) -> Iterator[ast.AST]:
    """*node* and what is below it, less what only type checkers read."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not is_for_types(child):
            yield from nodes_run(child)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports_of(path: Path, types: bool = False) -> Iterator[str]:
    """The dotted names that a module imports, at its head or in its functions.

    Those for type checkers alone are left out unless *types* are asked for.
    """
    for node in ast.walk(parsed(path)) if types else nodes_run(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: write the import in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(module: str, types: bool = False) -> set[str]:
    """The modules of the package that *module* imports, for *types* too if these are asked for."""
    names = set()
    for name in imports_of(MODULES[module], types):
        if name.split(".")[0] == "quotes":
            below = name.partition(".")[2]
            if below not in MODULES:  # a name in a module, not a module
                below = below.rpartition(".")[0] or "__init__"
            names.add(below)
    return names


def room(module: str) -> str:
    """The room at the package's top level in which *module* stands."""
    return module.split(".")[0]


def below(module: str, place: str) -> bool:
    """Whether *module* is *place* or stands below it."""
    return module == place or module.startswith(f"{place}.")


def test_every_room_has_a_floor() -> None:
    assert {room(module) for module in MODULES} == RANKS.keys()


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_with_the_data(module: str) -> None:
    own = room(module)
    others = [name for name in own_imports(module, types=True) if room(name) != own]
    against = [name for name in others if RANKS[room(name)] >= RANKS[own]]
    # the start of the command and the public names share a floor, and neither has rooms
    assert against == [], f"{module} imports from a room that is not below its own"


def circles(imports: dict[str, set[str]]) -> dict[str, set[str]]:
    """What is left of *imports* when all that stand in no circle are taken away."""
    left = {name: needed - {name} for name, needed in imports.items()}
    while free := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in free:
            del left[name]
    return left


def test_no_imports_run_in_a_circle() -> None:
    assert circles({module: own_imports(module, types=True) for module in MODULES}) == {}


def test_no_rooms_stand_in_a_circle() -> None:
    rooms: dict[str, set[str]] = {}
    for module in MODULES:
        home = module.rpartition(".")[0] or module
        used = {name.rpartition(".")[0] or name for name in own_imports(module, types=True)}
        rooms.setdefault(home, set()).update(used)
    # a room may hold rooms that use its files, so only those side by side are compared
    beside = {
        home: {name for name in used if not below(name, home) and not below(home, name)}
        for home, used in rooms.items()
    }
    assert circles(beside) == {}


@pytest.mark.parametrize("module", MODULES)
def test_libraries_keep_to_their_rooms(module: str) -> None:
    named = {name.split(".")[0] for name in imports_of(MODULES[module])} & HOMES.keys()
    astray = [n for n in named if not any(below(module, home) for home in HOMES[n])]
    assert astray == []


def loaded_after(code: str) -> set[str]:
    """Those of the heavy libraries that a new interpreter has loaded when it has run *code*."""
    tail = "\nimport sys; print('\\n' + ' '.join({'spacy', 'textacy'} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", code + tail],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.splitlines()[-1].split())


def test_every_room_on_the_way_of_the_data_is_a_stage() -> None:
    rooms = RANKS.keys() - NO_STAGES - {"__init__", "__main__"}
    assert set(STAGES) == rooms


def test_importing_the_package_is_light() -> None:
    assert loaded_after("import quotes") == set()


def test_public_names_are_few_and_there() -> None:
    import quotes

    assert 0 < len(quotes.__all__) <= 10
    assert [name for name in quotes.__all__ if not hasattr(quotes, name)] == []


def test_importing_all_but_the_component_loads_no_spacy() -> None:
    names = [m for m in MODULES if m not in LOADS_SPACY | {"__init__", "__main__"}]
    assert loaded_after("\n".join(f"import quotes.{name}" for name in names)) == set()


@pytest.mark.parametrize("name", SPACY_FREE)
def test_stage_names_no_spacy_even_for_types(name: str) -> None:
    paths = [path for m, path in MODULES.items() if m.split(".")[0] == name]
    assert paths, f"quotes has no {name}"
    imports = [node for path in paths for node in ast.walk(parsed(path))]
    lines = [ast.unparse(n) for n in imports if isinstance(n, ast.Import | ast.ImportFrom)]
    assert [line for line in lines if line.split()[1].split(".")[0] == "spacy"] == []


def test_help_loads_no_spacy() -> None:
    code = (
        "import sys\n"
        "from quotes.command.cli import main\n"
        "sys.argv = ['quotes', '--help']\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
    )
    assert loaded_after(code) == set()


def test_modules_say_what_they_hold() -> None:
    names = {part for path in ALL_SOURCES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert names & BANNED == set()
    assert [path.name for path in SOURCES if not ast.get_docstring(parsed(path))] == []


@pytest.mark.parametrize("path", ALL_SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_too_long(path: Path) -> None:
    count = len(path.read_text(encoding="utf-8").splitlines())
    assert count <= MOST_LINES
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(parsed(path)):
        if isinstance(node, functions) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{path.name}:{node.lineno}: {node.name}: {lines}"


def test_no_folder_holds_too_much() -> None:
    folders = {path.parent for path in SOURCES}
    crowded = {f.name: n for f in folders if (n := len(list(f.glob("*.py")))) > MOST_FILES}
    assert crowded == {}, f"more than {MOST_FILES} files in a folder: make rooms in it"


def test_print_is_for_the_command_line() -> None:
    talking = [
        module
        for module, path in MODULES.items()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert set(talking) <= {"command.cli"}
