"""YAML becomes trees with places; a fault in one place hides nothing that stands elsewhere."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pdo_policy.documents.from_yaml import read_yaml
from pdo_policy.documents.limits import (
    MAX_DIRECTIVES,
    MAX_DOCUMENTS,
    MAX_NODES,
    MAX_NOTED,
    MAX_PROBLEMS,
    MAX_REPAIRED,
)
from pdo_policy.documents.node import Broken, Document, Entry, InputProblem, Mapping, Scalar, Sequence, plain
from pdo_policy.documents.yaml_events import Stop
from pdo_policy.documents.yaml_faults import fault
from pdo_policy.source import Source

if TYPE_CHECKING:
    from pdo_policy.documents.node import Node


def read(text: str) -> tuple[Document, ...]:
    return read_yaml(Source("x.yaml", text))


def root(text: str) -> Node:
    (document,) = read(text)
    assert document.root is not None
    return document.root


def data(text: str) -> object:
    return plain(root(text))


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def test_every_part_of_a_block_knows_its_place() -> None:
    text = "名称: 湖北 # 注\n列表:\n  - '甲'\n  - b: ~\n"
    assert root(text) == Mapping(
        (
            Entry(Scalar("名称", 0, 2, plain=True), Scalar("湖北", 4, 6, plain=True)),
            Entry(
                Scalar("列表", 11, 13, plain=True),
                Sequence(
                    (
                        Scalar("甲", 19, 22, plain=False),
                        Mapping((Entry(Scalar("b", 27, 28, plain=True), Scalar(None, 30, 31, plain=True)),), 27, 31),
                    ),
                    17,
                    31,
                ),
            ),
        ),
        0,
        31,
    )


def test_every_part_in_brackets_knows_its_place() -> None:
    text = 'a: [ "𠮷", {b: 1} ]\n'
    assert root(text) == Mapping(
        (
            Entry(
                Scalar("a", 0, 1, plain=True),
                Sequence(
                    (
                        Scalar("𠮷", 5, 8, plain=False),
                        Mapping((Entry(Scalar("b", 11, 12, plain=True), Scalar(1, 14, 15, plain=True)),), 10, 16),
                    ),
                    3,
                    18,
                ),
            ),
        ),
        0,
        18,
    )


def test_what_is_not_written_stands_where_it_would_be() -> None:
    text = "a:\nb:\n"
    assert root(text) == Mapping(
        (
            Entry(Scalar("a", 0, 1, plain=True), Scalar(None, 2, 2, plain=True)),
            Entry(Scalar("b", 3, 4, plain=True), Scalar(None, 5, 5, plain=True)),
        ),
        0,
        5,
    )


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("a: 湖\n  北\n", "湖 北", "湖\n  北"),
        ("a: '湖\n\n  北'\n", "湖\n北", "'湖\n\n  北'"),
        ('a: "湖\\\n  北"\n', "湖北", '"湖\\\n  北"'),
        ("a: |\n  湖\n   北\n\n\nb: 1\n", "湖\n 北\n", "|\n  湖\n   北"),
        ("a: |+\n  湖\n\nb: 1\n", "湖\n\n", "|+\n  湖"),
        ("a: >-\n  湖\n  北\n", "湖 北", ">-\n  湖\n  北"),
        ("a: |2\n    湖\n", "  湖\n", "|2\n    湖"),
        ("a: |\nb: 1\n", "", "|"),
        ("a: 'it''s'\n", "it's", "'it''s'"),
        ("a: 甲：乙\n", "甲：乙", "甲：乙"),
        ("a: 12:30\n", "12:30", "12:30"),
        ("a: https://x.cn/?a=1#b\n", "https://x.cn/?a=1#b", "https://x.cn/?a=1#b"),
        ("a: C:\\湖\n", "C:\\湖", "C:\\湖"),
        ("a: b#c\n", "b#c", "b#c"),
        ("a: “甲”和“乙”\n", "“甲”和“乙”", "“甲”和“乙”"),
        ("a: <<\n", "<<", "<<"),
        ("a: 甲\n  -5\n", "甲 -5", "甲\n  -5"),
        ("a: 甲\n  -- 乙\n", "甲 -- 乙", "甲\n  -- 乙"),
        # Lines of prose may have colons, as long as not all of them look like keys.
        (
            "a: 分两类\n  甲类：交通\n  乙类：水务\n",
            "分两类 甲类：交通 乙类：水务",
            "分两类\n  甲类：交通\n  乙类：水务",
        ),
    ],
)
def test_a_value_has_its_text_and_its_place(text: str, value: str, written: str) -> None:
    node = root(text)
    assert isinstance(node, Mapping)
    found = node.entries[0].value
    assert isinstance(found, Scalar)
    assert (found.value, text[found.start : found.end]) == (value, written)
    assert read(text)[0].problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What an anchor stands before is read, what refers to it is not.
        ("a: &x [1]\nb: *x\n", {"a": [1], "b": Broken("input.alias", 13, 15)}),
        ("a: !!str 1\nb: 2\n", {"a": Broken("input.tag", 3, 10), "b": 2}),
        ("a: ! 12\n", {"a": Broken("input.tag", 3, 7)}),
        ("a: &x !t\n  - 1\nb: 2\n", {"a": Broken("input.tag", 3, 14), "b": 2}),
        ("a:\n  <<: {b: 1}\n  c: 2\n", {"a": {"<<": Broken("input.merge-key", 9, 15), "c": 2}}),
        ('"<<": 1\n', {"<<": 1}),
        ("a: 1\nb: 2\na: 3\n", {"b": 2, "a": Broken("input.duplicate-key", 13, 14)}),
        ("a: 1\na: 2\na: 3\n", {"a": Broken("input.duplicate-key", 8, 9)}),
        ("{名称：湖北, b: 1}\n", {"名称：湖北": Broken("input.full-width-colon", 1, 6), "b": 1}),
        ("数量: >3\nb: 1\n", {"数量": Broken("input.yaml-block-header", 4, 6), "b": 1}),
        ("a: 1e999\n", {"a": Broken("input.number-too-large", 3, 8)}),
        ("? [a]\n: 1\nb: 2\n", {"b": 2}),
        ("*x : 1\nb: 2\n", {"b": 2}),
        ("? a\n", {"a": None}),
        ("&x a: 1\n", {"a": 1}),
        ("!t a: 1\n", {"a": 1}),
        ("2024: 1\n~: 2\nTrue: 3\n0123: 4\n", {"2024": 1, "~": 2, "True": 3, "0123": 4}),
        ("? |\n  a\n: 1\n", {"a\n": 1}),
        ('"a\\u0062": 1\n', {"ab": 1}),
        # What nobody can see stays, what no reader takes is replaced.
        ("a: 湖\u200b北\n", {"a": "湖\u200b北"}),
        ("a: 湖\x07北\n", {"a": "湖\ufffd北"}),
        ('a: "\\0"\n', {"a": "\ufffd"}),
        ("- - 1\n  - 2\n-\n", [[1, 2], None]),
        ("湖北\n", "湖北"),
    ],
)
def test_what_cannot_be_used_is_marked_and_the_rest_is_read(text: str, expected: object) -> None:
    assert data(text) == expected


def test_too_deep_a_part_is_passed_over_and_the_rest_is_read() -> None:
    deep = "[" * 64 + "]" * 64
    text = f"a: {deep}\nb: 2\n"
    found = data(text)
    assert isinstance(found, dict)
    assert found["b"] == 2
    assert codes(read(text)[0]) == ["input.too-deep"]
    (problem,) = read(text)[0].problems
    assert text[problem.start : problem.end] == "[]"
    assert codes(read(f"a: {deep[1:-1]}\n")[0]) == []


def test_several_documents_are_numbered() -> None:
    text = "# 注\na: 1\n---\n---\n- 2\n...\n---\nc: 3\n"
    assert [(document.index, plain(document.root)) for document in read(text) if document.root] == [
        (0, {"a": 1}),
        (1, [2]),
        (2, {"c": 3}),
    ]


def test_a_problem_goes_to_the_document_it_stands_in() -> None:
    text = "a: \u200b1\n---\nb: “x”\n---\nc: \u202e3\nc: 4\n"
    assert [codes(document) for document in read(text)] == [
        ["input.hidden-character"],
        ["input.full-width-quotes"],
        ["input.bidi-character", "input.duplicate-key"],
    ]


def test_a_document_that_cannot_be_read_leaves_those_before_it() -> None:
    first, second = read("a: 1\n---\nb: [\nc: 3\n---\nd: 4\n")
    assert first.root is not None
    assert plain(first.root) == {"a": 1}
    assert (second.root, second.index, codes(second)) == (None, 1, ["input.yaml-open-bracket"])


def test_what_stands_before_and_behind_a_lesser_indent_is_one_document() -> None:
    (document,) = read("  a: 1\n  a: 2\nb: 3\n")
    assert document.root is None
    assert codes(document) == ["input.duplicate-key", "input.yaml-document-start"]


def test_problems_stand_in_the_order_of_their_places() -> None:
    (document,) = read("a: &x “甲”\nb: *x\na: \u200b1\n")
    starts = [problem.start for problem in document.problems]
    assert len(starts) == 5
    assert starts == sorted(starts)


def test_a_slip_made_in_many_lines_is_told_of_each() -> None:
    text = "".join(f"名称{number}：湖北\n期限{number}: 3年\n" for number in range(20))
    (document,) = read(text)
    places = [document.source.position(problem.start) for problem in document.problems]
    assert [codes(document), [place.line for place in places]] == [["input.full-width-colon"] * 20, [*range(1, 40, 2)]]


def test_slips_of_different_kinds_are_told_together() -> None:
    text = "a：1\nb: 2\nc:3\nd: e: f\n资源：\n  - g\nh:\u30004\n"
    (document,) = read(text)
    assert codes(document) == [
        "input.full-width-colon",
        "input.missing-space",
        "input.yaml-unquoted-colon",
        "input.full-width-colon",
        "input.wide-space",
    ]


def test_not_more_slips_are_told_at_once_than_can_be_looked_for_in_time() -> None:
    (document,) = read("a：1\nb: 2\n" * (MAX_REPAIRED + 10))
    assert codes(document) == ["input.full-width-colon"] * MAX_REPAIRED


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("a:\n  b: 1\n  名称：湖北\n", "名称: 湖北"),
        ("a: 1\n名称： 湖北  \n", "名称: 湖北"),
        ("a: 1\n资源：\n  - x\n", "资源:"),
        ("a: 1\n名称:湖北\n", "名称: 湖北"),
        ("- a: 1\n  名称：湖北\n", "名称: 湖北"),
        ("标题: 第一条: 总则\n", '标题: "第一条: 总则"'),
        ('标题: 第"一"条: 总则\n', "标题: '第\"一\"条: 总则'"),
        ("- 标题: 第一条: 总则 \n", '- 标题: "第一条: 总则"'),
        ("标题: C:\\数据: 总则\n", "标题: 'C:\\数据: 总则'"),
    ],
)
def test_the_line_is_shown_as_it_should_be(text: str, suggestion: str) -> None:
    (document,) = read(text)
    found = [problem.facts["suggestion"] for problem in document.problems if "suggestion" in problem.facts]
    assert found == [suggestion]


def test_an_unclosed_bracket_is_told_with_the_line_that_opens_it() -> None:
    (document,) = read("a: 1\nb: [1,\n  2\nc: 3\n")
    (problem,) = document.problems
    assert (problem.code, problem.facts["opening_line"]) == ("input.yaml-open-bracket", "2")


def test_a_reason_nobody_foresaw_is_told_all_the_same() -> None:
    text = "a: 1\nb: 2\n"
    stop = Stop("something new", 5, "", 5, (0, 0), (0, 0))
    found = fault(text, stop)
    assert found.repaired is None
    assert (found.problem.code, found.problem.start, found.problem.facts["text"]) == ("input.yaml-syntax", 5, "b: 2")


@pytest.mark.parametrize(
    ("text", "code", "documents"),
    [
        ("%YAML 1.2\n" * (MAX_DIRECTIVES + 2), "input.too-many-directives", 1),
        ("---\na: 1\n" * (MAX_DOCUMENTS + 1), "input.too-many-documents", MAX_DOCUMENTS + 1),
        ("- a\n" * MAX_NODES, "input.too-many-values", 1),
        ("- *a\n" * (MAX_NOTED + 1), "input.too-many-problems", 1),
    ],
    ids=["directives", "documents", "values", "problems"],
)
def test_too_much_is_told_and_ends_reading(text: str, code: str, documents: int) -> None:
    found = read(text)
    assert len(found) == documents
    assert found[-1].root is None
    fatal = [problem for problem in found[-1].problems if problem.fatal]
    assert [problem.code for problem in fatal] == [code]
    assert found[0].root is not None or documents == 1


@pytest.mark.parametrize(
    "text",
    ["%YAML 1.2\n---\na: 1\n", "---\na: 1\n" * MAX_DOCUMENTS, "- a\n" * (MAX_NODES - 1)],
    ids=["directives", "documents", "values"],
)
def test_as_much_as_is_allowed_is_read(text: str) -> None:
    assert all(document.root is not None and not document.problems for document in read(text))


def test_of_many_problems_the_first_are_told_and_the_others_counted() -> None:
    (document,) = read("- *a\n" * (MAX_PROBLEMS + 30))
    told = document.problems
    assert (len(told), told[-1].code, dict(told[-1].facts)) == (
        MAX_PROBLEMS + 1,
        "input.more-problems",
        {"count": "30"},
    )
    assert [problem.start for problem in told[:-1]] == [2 + 5 * number for number in range(MAX_PROBLEMS)]
    assert document.root is not None


def test_what_ends_reading_is_told_even_behind_many_problems() -> None:
    (document,) = read("- *a\n" * (MAX_PROBLEMS + 30) + "b: 1\n")
    fatal: list[InputProblem] = [problem for problem in document.problems if problem.fatal]
    assert [problem.code for problem in fatal] == ["input.yaml-list-item"]


# Where the parser written in Python says less than libyaml: the code and offset of each, C first.
_LESS_EXACT = {
    "yaml-indent-key-in-list": ("input.yaml-list-item 3:2 fatal", "input.yaml-indentation 3:2 fatal"),
    "yaml-indent-item-in-record": ("input.yaml-list-item 4:4 fatal", "input.yaml-indentation 4:4 fatal"),
    "yaml-line-percent": ("input.yaml-directive 2:1 fatal", "input.yaml-document-start 2:2 fatal"),
    "yaml-escape-folder": ("input.yaml-escape 1:7 fatal", "input.yaml-escape 1:8 fatal"),
}
_WITHOUT_LIBYAML = """
import yaml
del yaml.CSafeLoader
from tests.traps import TRAPS, told
print(repr({trap.name: told(trap) for trap in TRAPS if trap.written == "yaml"}))
"""


def test_without_libyaml_the_same_is_told() -> None:
    from tests.traps import TRAPS

    done = subprocess.run([sys.executable, "-c", _WITHOUT_LIBYAML], capture_output=True, text=True, check=True)
    expected = {trap.name: list(trap.problems) for trap in TRAPS if trap.written == "yaml"}
    for name, (exact, less_exact) in _LESS_EXACT.items():
        assert expected[name] == [exact]
        expected[name] = [less_exact]
    assert done.stdout.strip() == repr(expected)
