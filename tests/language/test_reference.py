"""docs/language.md is right: its examples compile, and its tables are those of the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy.errors import RulebookError
from pdo_policy.language import syntax as s
from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.rulebook.kinds import NAMED_KINDS, Kind, word
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING
from pdo_policy.rulebook.templates import FORMATS
from tests.language.shapes import condition
from tests.rulebooks import INSTRUMENTS, load, small

if TYPE_CHECKING:
    from pdo_policy.errors import Problem

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
TEXT = PAGE.read_text("utf-8")
BLOCKS = re.findall(r"^```pdl\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


# A text for examples that no law asks for.
SAMPLE = {
    **INSTRUMENTS["norm"],
    "id": "sample", "title": "样例规定", "short": "样例规定", "names": [], "number": "",
    "clauses": [
        {**INSTRUMENTS["norm"]["clauses"][0], "id": name}
        for name in (
            "art_1", "art_2", "art_3", "art_3__point_1", "art_3__point_2", "art_3__point_3", "art_4__para_1",
            "art_4__para_2", "art_5", "art_6",
        )
    ],
}  # fmt: skip


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    try:
        load(small(folder, text, manifest={"prefix": "HB"}, instruments={**INSTRUMENTS, "sample": SAMPLE}))
    except RulebookError as error:
        return error.problems
    return ()


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table of the page, without their backticks."""
    found = re.search(rf"<!-- table: {name} -->\n(.*?)\n\n", TEXT, re.DOTALL)
    assert found is not None, name
    lines = [re.split(r"(?<!\\)\|", line.strip("|")) for line in found[1].splitlines()[2:]]
    return [tuple(cell.strip().strip("`") for cell in line) for line in lines]


def test_the_page_is_short_and_has_examples() -> None:
    assert len(TEXT.splitlines()) <= 530
    assert len(BLOCKS) >= 10


@pytest.mark.parametrize("block", BLOCKS, ids=[block.split("“")[0].strip()[:30] for block in BLOCKS])
def test_an_example_compiles_alone(block: str, tmp_path: Path) -> None:
    assert problems(tmp_path, block) == ()


def test_the_examples_compile_together(tmp_path: Path) -> None:
    assert problems(tmp_path, "\n".join(BLOCKS)) == ()


@pytest.mark.parametrize("example", [row[0] for row in rows("conditions")])
def test_an_example_of_a_condition_compiles(example: str, tmp_path: Path) -> None:
    text = f"规则 HB-A “样例”\n依据 《实施规范》第八条\n对象 方案\n应当 {example}\n完"
    assert problems(tmp_path, text) == ()


def test_the_keywords_are_those_of_the_program() -> None:
    pairs = [pair for _, cell in rows("keywords") for pair in re.findall(r"([^\s`·]+) `?([^`·]+)`?", cell)]
    assert pairs == [("/".join(words.zh), "/".join(words.en)) for words in KEYWORDS.values()]


def test_the_functions_are_those_of_the_program() -> None:
    described = {(zh, en): (takes, gives) for zh, en, takes, gives in rows("functions")}
    names = list(FUNCTIONS)
    assert described == {
        (zh, en): (
            "，".join("或".join(map(word, kinds)) for kinds in FUNCTIONS[zh].takes),
            gives_word(FUNCTIONS[zh].gives, "同参数"),
        )
        for zh, en in zip(names[::2], names[1::2], strict=True)
    }


def test_the_functions_over_lists_are_those_of_the_program() -> None:
    described = {(zh, en): (over, gives) for zh, en, over, gives in rows("aggregates")}
    names = list(AGGREGATES)
    assert described == {
        (zh, en): (
            "、".join(word(Kind(kind)) for kind in AGGREGATES[zh].over) or "不限",
            gives_word(AGGREGATES[zh].gives, "同元素"),
        )
        for zh, en in zip(names[::2], names[1::2], strict=True)
    }
    assert LACKING[0] in TEXT


def gives_word(kind: Kind | None, same: str) -> str:
    return same if kind is None else word(kind)


def test_the_formats_are_those_of_the_program() -> None:
    described = [(zh, en, kinds) for zh, en, kinds in rows("formats") if kinds != "各种值"]
    names = list(FORMATS)
    pairs = list(zip(names[::2], names[1::2], strict=True))
    assert described == [(zh, en, "、".join(word(Kind(kind)) for kind in FORMATS[zh][1])) for zh, en in pairs[:-1]]
    assert rows("formats")[-1][:2] == pairs[-1]


def test_the_kinds_of_parameters_are_those_of_the_program() -> None:
    line = next(line for line in TEXT.splitlines() if line.startswith("类型："))
    names = [name for pair in re.findall(r"([^\s`·：。]+) `([a-z]+)`", line) for name in pair]
    assert names == list(NAMED_KINDS)


INCLUSIVE = {"ge": "含", "not_before": "含", "le": "含", "not_after": "含", "eq": "", "ne": ""}
SYMBOLS = {"not_before": ">=", "not_after": "<=", "before": "<", "after": ">"}


def test_the_relations_are_those_of_the_program() -> None:
    described = [(row[0].split("、"), row[1], row[3]) for row in rows("relations")]
    tokens = ("IS", "ISNOT", "GE", "LE", "GT", "LT", "BEFORE", "NOTBEFORE", "AFTER", "NOTAFTER")
    assert [words for words, _, _ in described] == [list(KEYWORDS[token].zh) for token in tokens]
    for words, symbol, number in described:
        for written in words:
            found, as_symbol = condition(f"甲 {written} 乙"), condition(f"甲 {symbol} 乙")
            assert isinstance(found, s.Compare)
            assert SYMBOLS.get(found.op) == symbol or found.op == as_symbol.op
            assert INCLUSIVE.get(found.op, "不含") == number


def test_every_keyword_is_spoken_of_outside_its_table() -> None:
    table = re.search(r"<!-- table: keywords -->\n.*?\n\n", TEXT, re.DOTALL)
    assert table is not None
    outside = TEXT.replace(table[0], "")
    assert [words.zh[0] for words in KEYWORDS.values() if words.zh[0] not in outside] == []
