"""The grammar is free of conflicts, and every one of its productions is used by the corpus, in both packs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from lark import Lark
from lark.exceptions import GrammarError
from lark.parsers.lalr_analysis import LALR_Analyzer

from pdo_policy.language import parse
from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.source import Source
from tests.language.shapes import shape

HERE = Path(__file__).parent
GRAMMAR = files("pdo_policy.language").joinpath("grammar.lark").read_text("utf-8")
NAMES = ("corpus", "bare")
PACKS = ("zh", "en")


def text(name: str, pack: str) -> str:
    return (HERE / f"{name}-{pack}.pdl").read_text("utf-8")


@cache
def fresh() -> Lark:
    return Lark(GRAMMAR, **parse.OPTIONS)


def conflicts(parser: Any) -> None:
    """Build the table of a parser again under Lark's strict mode, in which a conflict is an error.

    `Lark(strict=True)` itself would also compare the terminals, but only where `interegular` is installed, and then
    Lark uses that at every build, which takes long. What it would look for is looked for in
    `test_where_a_terminal_begins_no_other_of_its_rank_does`.
    """
    analyzer: Any = LALR_Analyzer(parser.parser.parser_conf, strict=True)
    analyzer.compute_lalr()


def test_there_is_no_conflict() -> None:
    conflicts(fresh())


@pytest.mark.parametrize(
    "grammar",
    [
        pytest.param('start: start "+" start | "x"', id="sum"),
        pytest.param('start: "if" start "else" start | "if" start | "x"', id="dangling else"),
    ],
)
def test_the_check_for_conflicts_finds_them(grammar: str) -> None:
    with pytest.raises(GrammarError, match=r"[Cc]onflict|[Cc]ollision"):
        conflicts(Lark(grammar, parser="lalr", strict=False))


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("name", NAMES)
def test_where_a_terminal_begins_no_other_of_its_rank_does(name: str, pack: str) -> None:
    read = [terminal for terminal in fresh().terminals if terminal.name not in KEYWORDS]
    patterns = {terminal.name: re.compile(terminal.pattern.to_regexp()) for terminal in read}
    ranks = {terminal.name: terminal.priority for terminal in read}
    written = text(name, pack)
    for token in fresh().lex(written):
        own = token.type if token.type in ranks else "NAME"
        rivals = [other for other, rank in ranks.items() if rank == ranks[own]]
        assert [rival for rival in rivals if patterns[rival].match(written, token.start_pos or 0)] == [own], token


@pytest.mark.parametrize("pack", PACKS)
def test_the_corpus_uses_every_production(pack: str) -> None:
    parser: Any = Lark(GRAMMAR, **parse.OPTIONS)
    callbacks = parser.parser.parser.parser.callbacks
    used: set[str] = set()
    for production, make in list(callbacks.items()):
        callbacks[production] = noting(str(production), make, used)
    for written in (*(text(name, pack) for name in NAMES), ""):
        parser.parse(written, start="start")
    parser.parse("方案.目标", start="interpolation")
    assert sorted({str(production) for production in callbacks} - used) == []


def noting(production: str, make: Any, used: set[str]) -> Any:
    def made(children: Any) -> Any:
        used.add(production)
        return make(children)

    return made


@pytest.mark.parametrize("name", NAMES)
def test_both_packs_give_the_same_records(name: str) -> None:
    found = [parse.parse(Source("corpus.pdl", text(name, pack))) for pack in PACKS]
    assert [parsed.problems for parsed in found] == [(), ()]
    assert shape(found[0].items) == shape(found[1].items)
    assert len(found[0].items) == {"corpus": 34, "bare": 4}[name]
