"""House rules that a machine can hold: which way imports run, who loads spaCy, what is too long."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "quotes"
# A module imports from its own layer and those before it; a folder is a layer whole.
LAYERS = (
    ("model", "errors"),
    ("tree",),
    ("lexicon",),
    ("read",),
    ("find",),
    ("attribute",),
    ("settings",),
    ("write",),
    ("rules",),
    ("confidence",),
    ("pipeline",),
    ("evaluate", "component", "pieces", "show"),
    ("plan", "summary", "worker", "pool"),
    ("batch",),
    ("__init__",),
    ("options", "outputs", "terminal", "progress", "profile", "sureness", "extraction"),
    ("database_commands",),
    ("calibrate", "receipts", "see"),
    ("cli", "__main__"),
)
RANKS = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
BANNED = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
LOADS_SPACY = {"component"}  # when it is imported
NAMES_SPACY = {
    "component",
    "find.embedding",
    "find.parse",
    "find.products",
    "find.vocabulary",
}  # anywhere in it, types aside
SPACY_FREE = ("model", "errors", "tree", "write", "evaluate", "rules", "cli")
MOST_LINES = 250
LONGEST_FUNCTION = 40

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


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, at its head or in its functions."""
    for node in nodes_run(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: write the import in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(module: str) -> set[str]:
    """The modules of the package that *module* imports."""
    names = set()
    for name in imports_of(MODULES[module]):
        if name.split(".")[0] == "quotes":
            below = name.partition(".")[2]
            if below not in MODULES:  # a name in a module, not a module
                below = below.rpartition(".")[0] or "__init__"
            names.add(below)
    return names


def rank(module: str) -> int:
    """The place of *module* in LAYERS; KeyError for a module that has none."""
    return RANKS[module.split(".")[0]]


def test_every_module_has_a_layer() -> None:
    assert sorted(m for m in MODULES if m.split(".")[0] not in RANKS) == []


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_with_the_data(module: str) -> None:
    against = [name for name in own_imports(module) if rank(name) > rank(module)]
    assert against == [], f"{module} imports from a later stage"


def test_no_imports_run_in_a_circle() -> None:
    left = {module: own_imports(module) - {module} for module in MODULES}
    while free := [module for module, needed in left.items() if not needed & left.keys()]:
        for module in free:
            del left[module]
    assert left == {}


@pytest.mark.parametrize("module", MODULES)
def test_only_the_parse_and_the_component_name_spacy(module: str) -> None:
    named = {name.split(".")[0] for name in imports_of(MODULES[module])} & {"spacy", "thinc"}
    assert not named or module in NAMES_SPACY


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
        "from quotes.cli import main\n"
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


def test_print_is_for_the_command_line() -> None:
    talking = [
        module
        for module, path in MODULES.items()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert set(talking) <= {"cli"}
