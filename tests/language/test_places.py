"""The place of every record is exactly its text: read alone, the text gives the record again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.language import declarations as d
from pdo_policy.language import syntax as s
from pdo_policy.language.keywords import KEYWORDS, TOKEN_OF
from pdo_policy.language.parse import parse
from pdo_policy.source import Source
from tests.language.shapes import below, condition, items, shape

HERE = Path(__file__).parent
FILES = sorted(path.name for path in HERE.glob("*-*.pdl"))
EXPRESSIONS = (
    s.Literal, s.Path, s.Call, s.ListOf, s.Arithmetic, s.Negative, s.Compare, s.Within, s.Presence, s.Member, s.Matches,
    s.Junction, s.Not, s.Quantifier, s.Conditional, s.Enumeration,
)  # fmt: skip


def written(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def records(name: str) -> list[tuple[str, Any]]:
    """Every record of a file that has a place, with the text there."""
    text = written(name)
    found = [node for item in items(text) for node in below(item)]
    return [(text[node.start : node.end], node) for node in found]


@pytest.mark.parametrize("name", FILES)
def test_an_expression_read_alone_is_the_same(name: str) -> None:
    for text, node in records(name):
        if isinstance(node, EXPRESSIONS) and not (isinstance(node, s.Enumeration) and node.level > 1):
            assert shape(condition(text)) == shape(node), text


@pytest.mark.parametrize("name", FILES)
def test_an_item_read_alone_is_the_same(name: str) -> None:
    for text, node in records(name):
        if isinstance(node, d.RuleFileItem):
            assert shape(items(text)) == (shape(node),)


@pytest.mark.parametrize("name", FILES)
def test_a_name_a_message_and_a_citation_cover_their_text(name: str) -> None:
    for text, node in records(name):
        match node:
            case s.Name():
                assert text in (node.text, f"「{node.text}」")
            case s.Template():
                assert text[0] + text[-1] in ("“”", '""')
            case s.Hole():
                assert not text.startswith("{")
                assert shape(condition(text.partition("|")[0])) == shape(node.expr)
            case s.CiteRef():
                assert text == (f"《{node.book}》" if node.book else "") + node.clause
            case s.Period():
                assert str(node.first.year) in text
            case s.Item():
                assert text.startswith(node.marker.text)
                assert node.end >= node.condition.end


@pytest.mark.parametrize("name", FILES)
def test_a_clause_begins_with_its_keyword(name: str) -> None:
    for text, node in records(name):
        if isinstance(node, s.Clause):
            token = {"EXEMPT": "EFFECT", "REPLACE": "EFFECT"}.get(node.keyword, node.keyword)
            assert TOKEN_OF[text.split(maxsplit=1)[0]] == token


@pytest.mark.parametrize("name", FILES)
def test_a_part_lies_in_its_whole(name: str) -> None:
    for item in items(written(name)):
        for node in below(item):
            for part in list(below(node))[1:]:
                assert node.start <= part.start < part.end <= node.end, (node, part)


@pytest.mark.parametrize("name", FILES)
def test_clauses_follow_each_other(name: str) -> None:
    for item in items(written(name)):
        clauses = getattr(item, "clauses", ())
        assert all(before.end <= after.start for before, after in pairwise(clauses))


SPACE = st.text(" \t\n\u3000", min_size=1, max_size=3)
WORDS = [word for words in KEYWORDS.values() for word in words.zh]


@given(before=st.text(" \n\u3000", max_size=5), between=SPACE, note=st.sampled_from(["", "# 注释\n", "#“\n#」"]))
def test_a_place_counts_from_the_beginning_of_the_file(before: str, between: str, note: str) -> None:
    text = f"{before}{note}\n规则 T-A “甲𠀀”{between}应当{between}甲.子 为 “𠀀𠀀”{between}完"
    (item,) = parse(Source("a.pdl", text)).items
    assert isinstance(item, d.RuleItem)
    (clause,) = item.clauses
    assert isinstance(clause.value, s.Compare)
    assert text[item.start : item.end] == text[text.index("规则") :]
    assert text[clause.value.left.start : clause.value.left.end] == "甲.子"
    assert text[clause.value.right.start : clause.value.right.end] == "“𠀀𠀀”"
