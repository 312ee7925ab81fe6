"""The habits of the house that no linter holds: sizes of rooms, names, who prints, who asks the clock."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "pdo_policy"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Long only because the things listed are many: tables of words and of fields.
TABLES = ("wording", "submission")
LINES, FUNCTION = 300, 40
VAGUE = frozenset({"utils", "util", "common", "base", "manager", "helpers", "helper", "misc", "core"})
CLOCK = frozenset({"now", "today", "utcnow", "time", "localtime"})


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_is_small_and_named_for_its_job(path: Path) -> None:
    assert path.stem not in VAGUE
    if path.parent.name not in TABLES:
        assert len(path.read_text("utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_fits_a_screen(path: Path) -> None:
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno is not None
    }
    assert {name: lines for name, lines in long.items() if lines > FUNCTION + _docstring(path, name)} == {}


def _docstring(path: Path, function: str) -> int:
    """Lines that a function's docstring takes: telling more must cost nothing."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and node.name == function:
            text = ast.get_docstring(node, clean=False)
            return len(text.splitlines()) if text else 0
    return 0


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_says_what_becomes_of_what(path: Path) -> None:
    text = ast.get_docstring(tree(path))
    assert text
    assert text.splitlines()[0].endswith(".")


@pytest.mark.parametrize("path", [path for path in MODULES if "cli" not in path.parts], ids=name)
def test_only_the_command_line_prints_or_asks_clock_and_environment(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "input", "open", "eval", "exec"), node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, node.lineno
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("environ", "getenv"), node.lineno


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, node.lineno
            assert not (len(node.body) == 1 and isinstance(node.body[0], ast.Pass)), node.lineno
