"""JSON becomes a tree with places; slips that leave no doubt do not hide the next."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from pdo_policy.documents.from_json import read_json
from pdo_policy.documents.limits import MAX_DEPTH, MAX_NODES, MAX_NOTED, MAX_PROBLEMS
from pdo_policy.documents.node import Broken, Document, Entry, Mapping, Scalar, Sequence, plain
from pdo_policy.documents.read import read
from pdo_policy.source import Source

if TYPE_CHECKING:
    from pdo_policy.documents.node import Node


def read_one(text: str) -> Document:
    (document,) = read_json(Source("x.json", text))
    return document


def root(text: str) -> Node:
    document = read_one(text)
    assert document.root is not None, document.problems
    return document.root


def test_every_part_knows_its_place() -> None:
    text = '\n{ "名称" : "𠮷\\n" ,\r\n\t"b":[ true , -1.50, null,{}]}\n'
    assert root(text) == Mapping(
        (
            Entry(Scalar("名称", 3, 7, plain=False), Scalar("𠮷\n", 10, 15, plain=False)),
            Entry(
                Scalar("b", 20, 23, plain=False),
                Sequence(
                    (
                        Scalar(True, 26, 30, plain=True),
                        Scalar(Decimal("-1.50"), 33, 38, plain=True),
                        Scalar(None, 40, 44, plain=True),
                        Mapping((), 45, 47),
                    ),
                    24,
                    48,
                ),
            ),
        ),
        1,
        49,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("1.10", Decimal("1.10")),
        ("1e3", Decimal("1e3")),
        ("1E-3", Decimal("1E-3")),
        ("12345678901234567890123", 12345678901234567890123),
        ('"0123"', "0123"),
        ('"\\u6e56\\ud842\\udfb7\\/\\"\\\\\\t"', '湖𠮷/"\\\t'),
        ('"12:30"', "12:30"),
        ('"2024-01-01"', "2024-01-01"),
        ('"no"', "no"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("[]", []),
        ("{}", {}),
        (" [ ] ", []),
        ('{"": {"": ""}}', {"": {"": ""}}),
        ('{"名称：": "“湖北”，、"}', {"名称：": "“湖北”，、"}),
    ],
)
def test_a_value_is_what_is_written(text: str, value: object) -> None:
    document = read_one(text)
    assert document.root is not None
    found = plain(document.root)
    assert (repr(found), document.problems) == (repr(value), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1e999, "b": 2}', {"a": Broken("input.number-too-large", 6, 11), "b": 2}),
        ('{"a": 1, "a": 2}', {"a": Broken("input.duplicate-key", 14, 15)}),
        ('["\\ud800", 2]', [Broken("input.surrogate", 1, 9), 2]),
        ('{"\\ud800": 1}', {"\ufffd": 1}),
        ('["\\ud842\\udfb7"]', ["𠮷"]),
        ('["湖\u200b北", "\\u200b"]', ["湖\u200b北", "\u200b"]),
        ('["\x7f", "\\u0000"]', ["\ufffd", "\ufffd"]),
        ("[" * 65 + "]" * 65, None),
    ],
)
def test_what_cannot_be_used_is_marked_and_the_rest_is_read(text: str, expected: object) -> None:
    found = plain(root(text))
    if expected is None:
        for _ in range(MAX_DEPTH):
            assert isinstance(found, list)
            (found,) = found
        expected = Broken("input.too-deep", 64, 66)
    assert found == expected


def test_too_deep_a_part_is_passed_over_with_the_brackets_in_its_texts() -> None:
    text = "[" * 64 + '[{"a": "]}\\""}, "["], 2' + "]" * 64
    document = read_one(text)
    assert [(problem.code, text[problem.start : problem.end]) for problem in document.problems] == [
        ("input.too-deep", '[{"a": "]}\\""}, "["]')
    ]


def test_slips_of_different_kinds_are_told_together() -> None:
    text = """// 注
    {'名称': 湖北 省，
     期限: 3年,
     "资源"：[NaN, True, 0123 "甲",],
     "b": ,
     "c":\u3000“x”
     "d": "e",
    } x"""
    document = read_one(text)
    assert [problem.code for problem in document.problems] == [
        "input.json-comment",
        "input.json-single-quotes",
        "input.json-unquoted-text",
        "input.full-width-comma",
        "input.json-unquoted-key",
        "input.json-number",
        "input.full-width-colon",
        "input.json-not-a-number",
        "input.json-constant",
        "input.json-number",
        "input.json-missing-comma",
        "input.json-trailing-comma",
        "input.json-missing-value",
        "input.wide-space",
        "input.full-width-quotes",
        "input.json-missing-comma",
        "input.json-trailing-comma",
        "input.json-extra-content",
    ]
    assert all(problem.fatal for problem in document.problems)
    assert document.root is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('{"a": 湖北 省 , "b": 1}', "湖北 省"),
        ('{"a": 甲，乙、丙，"b": 1}', "甲，乙、丙"),
        ('{"a": https://x.cn/?b=1}', "https://x.cn/?b=1"),
        ('{"a": 1200 万元}', "1200 万元"),
        ('{"a": 30 %}', "30 %"),
        ('{"a": 8:30-17:30}', "8:30-17:30"),
        ('["湖北",武汉]', "武汉"),
        ('{"a": 甲（乙）}', "甲（乙）"),
        ("{名 称: 1}", "名 称"),
        ("{名称：1}", "名称"),
        ("{$a-b.c: 1}", "$a-b.c"),
    ],
)
def test_a_text_without_quotes_is_shown_whole(text: str, written: str) -> None:
    problem = read_one(text).problems[0]
    assert (text[problem.start : problem.end], problem.facts["word"]) == (written, written)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('{"a": [1,\n 2}', "input.json-open-bracket", 12),
        ('{"a": 1]', "input.json-open-bracket", 7),
        ('{"a": [1, 2]', "input.json-open-bracket", 0),
        ('{"a": [1, 2', "input.json-open-bracket", 6),
    ],
)
def test_a_bracket_without_its_partner_is_told(text: str, code: str, place: int) -> None:
    (problem,) = read_one(text).problems
    opening = "[" if text[place] in "[}" else "{"
    facts = {"char": opening, "closing": "]" if opening == "[" else "}", "opening_line": "1"}
    assert (problem.code, problem.start, dict(problem.facts)) == (code, place, facts)


def test_two_slips_in_one_place_are_told_once() -> None:
    (problem,) = read_one('{"a": \u200b1}').problems
    assert (problem.code, problem.fatal) == ("input.hidden-character", True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" + "1," * MAX_NODES + "1]", "input.too-many-values"),
        ("{" + ",".join(f'"{number}":1' for number in range(MAX_NODES // 2)) + "}", "input.too-many-values"),
        ("[" + "1e999," * (MAX_NOTED + 1) + "1]", "input.too-many-problems"),
    ],
    ids=["items", "keys", "numbers"],
)
def test_too_much_is_told_and_ends_reading(text: str, code: str) -> None:
    document = read_one(text)
    assert document.root is None
    assert [problem.code for problem in document.problems if problem.fatal] == [code]


def test_reading_ends_with_the_last_of_the_problems_that_are_counted() -> None:
    document = read_one("[" + "# \n" * (2 * MAX_NOTED) + "]")
    assert dict(document.problems[-1].facts) == {"count": str(MAX_NOTED + 1 - MAX_PROBLEMS)}


def test_as_much_as_is_allowed_is_read() -> None:
    document = read_one("[" + ",".join(["1"] * (MAX_NODES - 1)) + "]")
    assert (document.root is not None, document.problems) == (True, ())


def test_of_many_problems_the_first_are_told_and_the_others_counted() -> None:
    document = read_one("[" + ",".join(["1e999"] * (MAX_PROBLEMS + 30)) + "]")
    told = document.problems
    assert (len(told), told[-1].code, dict(told[-1].facts)) == (
        MAX_PROBLEMS + 1,
        "input.more-problems",
        {"count": "30"},
    )
    assert document.root is not None


# RFC 8259 by the standard library: what it takes is read, and what it refuses is told.
@pytest.mark.parametrize(
    "text",
    [
        "[1.0]", "[1.0e+5]", "[-0.0]", "[1e0]", '"\\n\\r\\t"', '"\\u00e9"', "[[[]]]", " \t\r\n1 \t\r\n",
        '{"a":{"b":[1,{}]}}', "01", "-", "+1", "1.", ".1", "1e", "1e+", "0x1", "--1", "1 2", "[1,]", "[,1]",
        "[1", "1]", '{"a"}', '{"a":}', "{1:1}", "{'a':1}", "tru", "nulll", "True", '"a', "'a'", '"\\x"',
        '"\\u12g4"', '"\n"', '"\t"', "[1]x", "//\n1", "[1\x0b]", "[1\xa0]", "\x00", "{}{}", '{"a":1,}',
        '{"a":1 "b":2}', '{"a" 1}', "[1:2]", "[}", "{]", "]", "}", ",", ":",
    ],
)  # fmt: skip
def test_json_is_what_the_standard_library_takes(text: str) -> None:
    try:
        expected = json.loads(text, parse_float=Decimal)
    except ValueError:
        assert read_one(text).root is None
        assert any(problem.fatal for problem in read_one(text).problems)
    else:
        assert repr(plain(root(text))) == repr(expected)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.json", "a: 1", "json"),
        ("a.JSON", "{}", "json"),
        ("a.yaml", "{}", "yaml"),
        ("方案/a.b.yml", "{}", "yaml"),
        ("-", ' \n{"a": 1}', "json"),
        ("-", "[1]", "json"),
        ("-", "｛｝", "json"),
        ("-", "a: 1", "yaml"),
        ("-", "", "yaml"),
        ("a.txt", "{}", "json"),
        ("json", "a: 1", "yaml"),
        ("a.json/b", "a: 1", "yaml"),
        ("x/.json", "a: 1", "yaml"),
    ],
)
def test_the_name_and_then_the_first_character_tell_the_format(name: str, text: str, expected: str) -> None:
    assert read(Source(name, text))[0].format == expected


def test_a_format_that_is_asked_for_is_used() -> None:
    assert read(Source("a.json", "a: 1"), format="yaml")[0].format == "yaml"
    with pytest.raises(KeyError, match="toml"):
        read(Source("a.json", "{}"), format="toml")
