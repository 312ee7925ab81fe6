"""Words and places for breaks become lines: what fits stays together, and what does not begins where it should."""

from __future__ import annotations

import pytest

from pdo_policy.language.breaks import (
    APART,
    CONDITION,
    MOST,
    Align,
    Behind,
    Block,
    Break,
    Column,
    Doc,
    Group,
    Hard,
    Own,
    Row,
    Rows,
)
from pdo_policy.language.lines import lines
from pdo_policy.language.packs import word
from pdo_policy.language.parse import token_of, words_of, words_of_hole
from pdo_policy.language.words import commented, leaves
from pdo_policy.rulebook.compile import STATUSES
from pdo_policy.rulebook.kinds import NAMED_KINDS
from pdo_policy.rulebook.norms import BURDENS, SEVERITIES
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING
from pdo_policy.rulebook.templates import FORMATS
from pdo_policy.rulebook.vocabulary import VOCABULARY
from pdo_policy.source import Source

LONG = "x" * 70
WIDE = "字" * 35


def row(body: str, saying: str = "") -> Row:
    return Row((body,), (saying,) if saying else ())


CASES: list[tuple[str, tuple[Doc, ...], list[str]]] = [
    ("nothing", (), []),
    ("words", ("a", " ", "b"), ["a b"]),
    ("white space at an end", ("a", " ", Hard(), "b", " "), ["a", "b"]),
    ("ends of lines one after the other", ("a", Hard(), Hard(), "b"), ["a", "b"]),
    ("a group that fits", (Group(("a", Break(" "), "b")),), ["a b"]),
    ("a group that does not", (Group((LONG, Break(" "), LONG)),), [LONG, LONG]),
    ("wide characters take two", (Group((WIDE, Break(" "), WIDE)),), [WIDE, WIDE]),
    ("what follows counts", (Group((LONG, Break(" "), "b")), "y" * 49), [LONG, "b" + "y" * 49]),
    ("what follows a break does not", (Group((LONG, Break(" "), "b")), Hard(), "y" * 49), [f"{LONG} b", "y" * 49]),
    ("all of one group", (Group((LONG, Break(" "), "b", Break(" "), LONG)),), [LONG, "b", LONG]),
    ("the outer group first", (Group((LONG, Break(" "), Group(("b", Break(" "), "y" * 60)))),),
     [LONG, "b " + "y" * 60]),
    ("a column is narrower", (Column(("y" * 60, Break(" "), "z" * (CONDITION - 60))),), ["y" * 60, "z" * 40]),
    ("a group with one in it too", (Group(("a", Break(" "), Column(("y" * 60, Break(" "), "z" * 38)))),),
     ["a", "y" * 60 + " " + "z" * 38]),
    ("a column begins where it stands", ("ab", " ", Column((LONG, Break(" "), LONG))), [f"ab {LONG}", f"   {LONG}"]),
    ("so do further lines", ("ab", " ", Align(("c", Hard(), "d"))), ["ab c", "   d"]),
    ("or further in", ("ab", " ", Align(("c", Hard(), "d"), 2)), ["ab c", "     d"]),
    ("a block begins a step in", ("ab", " ", Block(("c", Hard(), "d"))), ["ab c", "  d"]),
    ("a comment behind", ("a", Behind("# c"), " ", "b"), ["a  # c", "b"]),
    ("a comment behind the last of a group", (Group(("a", Break(" "), "b", Behind("# c"))),), ["a b  # c"]),
    ("a comment within a group", (Group(("a", Behind("# c"), Break(" "), "b")),), ["a  # c", "b"]),
    ("a comment before a group", ("x", Hard(), Group((Own("# c"), "a", Break(" "), "b"))), ["x", "# c", "a b"]),
    ("a comment in the middle of a line", ("a", " ", Align((Own("# c"), "b"))), ["a", "  # c", "  b"]),
    ("what follows a comment behind", ("a", Behind("# c"), " ", Align(("b", Hard(), "d"))), ["a  # c", "  b", "  d"]),
    ("items", ("h", Rows((row("a"), row("b")))), ["h", "  a", "  b"]),
    ("items of items", (Rows((Row(("a", Rows((row("b"),))), ()),)),), ["  a", "      b"]),
    ("what items say", (Rows((row("a", "s"), row("bbb", "t"), row("c"))),), ["  a    s", "  bbb  t", "  c"]),
    ("what is too far apart", (Rows((row("a", "s"), row("b" * (APART + 2), "t"))),),
     ["  a  s", f"  {'b' * 42}", "      t"]),
    ("what is too long", (Rows((row("a", "s"), row("b" * 30, "t" * 90))),),
     ["  a  s", f"  {'b' * 30}", f"      {'t' * 90}"]),
    ("what would be too long aligned", (Rows((row("a" * 30, "s" * 80), row("b", "t" * 100))),),
     [f"  {'a' * 30}  {'s' * 80}", f"  b  {'t' * 100}"]),
    ("a bracket behind the last", (Rows((row("a", "s"), row("b" * 30, "t" * 85))), "）"),
     ["  a  s", f"  {'b' * 30}", f"      {'t' * 85}）"]),
]  # fmt: skip


@pytest.mark.parametrize(("docs", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lines(docs: tuple[Doc, ...], expected: list[str]) -> None:
    assert lines(*docs) == expected


def test_a_line_may_be_just_as_long_as_it_may_be() -> None:
    for more, expected in ((0, 1), (1, 2)):
        assert len(lines(Group(("y" * 60, Break(" "), "z" * (MOST - 61 + more))))) == expected


# ---------------------------------------------------------------------- words and their comments


def test_comments_belong_to_words() -> None:
    text = "# 一\n\n# 二\n参数 # 三\n甲 := 3 # 四\n\n# 五\n参数 乙 := 4\n# 六\n\n# 七"
    found = [
        (leaf.text, [tuple(remark) for remark in leaf.before], leaf.spaced, leaf.after)
        for leaf in leaves(commented(words_of(Source("a", text)), text))
        if leaf.before or leaf.after or leaf.spaced
    ]
    assert found == [
        ("参数", [("# 一", False), ("# 二", True)], False, "# 三"),
        ("3", [], False, "# 四"),
        ("参数", [("# 五", True)], False, ""),
        ("", [("# 六", False), ("# 七", True)], False, ""),
    ]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("甲", "NAME"), ("「甲 乙」", "QNAME"), ("甲.乙", "PATH"), ("甲.「乙 丙」", "PATH"), ("应当", "MUST"),
        ("第一条", "CLAUSE"), ("甲 乙", ""), ("α", ""), ("甲.α", ""), ("", ""), ("甲、", ""), ("3", "NUMBER"),
    ],
)  # fmt: skip
def test_the_token_that_a_text_is(text: str, type_: str) -> None:
    assert token_of(text) == type_


@pytest.mark.parametrize(
    ("text", "right"),
    [("甲.乙", True), ("数量（甲）", True), ("甲 乙", False), (f"{'（' * 300}甲{'）' * 300}", False)],
)
def test_the_words_of_a_hole(text: str, right: bool) -> None:
    assert (words_of_hole(text) is not None) == right


# ---------------------------------------------------------------------- words of both packs

TABLES = {
    "functions": [*FUNCTIONS, *AGGREGATES, *LACKING], "formats": FORMATS, "kinds": NAMED_KINDS,
    "severities": SEVERITIES, "burdens": BURDENS, "statuses": STATUSES,
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_word_of_a_table_has_its_pair(name: str) -> None:
    pairs = getattr(VOCABULARY, name)
    assert sorted(one for pair in pairs for one in pair) == sorted(TABLES[name])
    for zh, en in pairs:
        assert (zh.isascii(), en.isascii()) == (False, True)
        assert (word(pairs, zh, "en"), word(pairs, en, "zh"), word(pairs, zh, "zh")) == (en, zh, zh)
    assert word(pairs, "甲", "en") == "甲"
