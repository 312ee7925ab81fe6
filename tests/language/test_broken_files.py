"""A broken item costs one message and no other's; what a reader cannot see, and what only looks right, is told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.language.keywords import NEAR_MISSES
from pdo_policy.language.parse import parse
from pdo_policy.language.pieces import pieces
from pdo_policy.rulebook.collect import name_of
from pdo_policy.source import Source
from tests.language.test_places import FILES, written

if TYPE_CHECKING:
    from pdo_policy.errors import Problem

GOOD = "规则 T-{0} “甲”\n  应当 甲.子 已载明\n完\n"


def told(text: str) -> list[tuple[str, str]]:
    """Code of each problem, and the text at its place."""
    return [(problem.code, at(problem)) for problem in parse(Source("a.pdl", text)).problems]


def at(problem: Problem) -> str:
    assert problem.span is not None
    return problem.span.text


def rule(body: str) -> str:
    return f"规则 T-A “甲”\n  {body}\n完\n"


# ---------------------------------------------------------------------- one item, one message

BROKEN = [
    ("规则 T-X “乙”\n  应当 甲.子 已载明\n", "PDL-E003", "明"),
    ("规则 T-X “乙”\n  应该 甲.子 已载明\n完\n", "PDL-E002-word", "应该"),
    ("规则 T-X “乙\n  应当 甲.子 已载明\n完\n", "PDL-E001-open", "“"),
    ("规则 T-X “乙”\n  应当 （甲.子 已载明\n完\n", "PDL-E002-bracket", "（"),
    ("规则 T-X “乙”\n  应当 甲.子 属于 [乙, 丙\n完\n", "PDL-E002-bracket", "["),
    ("规则T-X “乙”\n  应当 甲.子 已载明\n完\n", "PDL-E010", "规则T"),
    ("规则 “乙”\n  应当 甲.子 已载明\n完\n", "PDL-E002-id", "“乙”"),
    ("规则 T-X “乙”\n  应当 甲.子 已载明。\n完\n", "PDL-E001-stop", "。"),
    ("规则 T-X “乙”\n  应当 甲。子 已载明\n完\n", "PDL-E001-width", "。"),
    ("规则 T-X “乙”\n  违反时：“丙”\n完\n", "PDL-E002-colon", "："),
    ("规则 T-X “乙”\n  应当 下列全部：\n（一）甲.子 已载明\n完\n", "PDL-E002-colon", "："),
    ("规则 T-X “乙”\n  整改 “丙” 限期 三十日\n完\n", "PDL-T001-number", "三十日"),
    ("规则 T-X “乙”\n  应当 甲.子 不早于 2025-13-01\n完\n", "PDL-E006", "2025-13-01"),
    ("规则 T-X “乙”\n  应当 甲.子 已\u200b载明\n完\n", "PDL-E004", "\u200b"),
    ("规则 T-X “乙”\n  违反时 “{甲 乙}”\n完\n", "PDL-T017-syntax", "甲 乙"),
    ("规则 T-X “乙”\n  违反时 “{甲”\n完\n", "PDL-T017-syntax", "{"),
    ("规则 T-X “乙”\n  违反时 “甲}”\n完\n", "PDL-T017-syntax", "}"),
    ("规则 T-X “乙”\n  违反时 “{}”\n完\n", "PDL-T017-syntax", ""),
    ("规则 T-X “乙”\n  应当 甲.子 已载明\n完 完\n", "PDL-E002", "完"),
    ("参数 甲 := \n", "PDL-E002-end", "="),
    ("参数 甲 = 3\n", "PDL-E002", "="),
    ("判定 甲（方案 乙 := 乙\n", "PDL-E002-bracket", "（"),
    ("认定 甲 “问？”\n", "PDL-E002-end", "”"),
    ("术语 甲 “意思”\n", "PDL-E002", "“意思”"),
    ("文件 《甲》 完\n", "PDL-E005-instruments", "文件"),
    ("import “甲.pdl”\n", "PDL-E005-import", "import"),
]


@pytest.mark.parametrize(("broken", "code", "text"), BROKEN, ids=[row[0] for row in BROKEN])
@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "between", "last"])
def test_a_broken_item_costs_itself_alone(broken: str, code: str, text: str, place: int) -> None:
    parts = [GOOD.format("A"), GOOD.format("B")]
    parts.insert(place, broken)
    parsed = parse(Source("a.pdl", "\n".join(parts)))
    assert [(problem.code, at(problem)) for problem in parsed.problems] == [(code, text)]
    assert [name_of(item).text for item in parsed.items if name_of(item).text != "T-X"] == ["T-A", "T-B"]


def test_an_item_is_kept_when_something_stands_behind_it() -> None:
    parsed = parse(Source("a.pdl", "规则 T-A “甲” 应当 乙 完 多余的话\n" + GOOD.format("B")))
    assert [name_of(item).text for item in parsed.items] == ["T-A", "T-B"]
    assert [(problem.code, at(problem), problem.within) for problem in parsed.problems] == [
        ("PDL-E002", "多余的话", None)
    ]


SEVERAL = {
    "three clauses": (
        rule("对像 方案\n  应该 甲.子 已载明\n  违反时 ‘没有’\n  理由 “好”"),
        [("PDL-E002", "对像"), ("PDL-E002-word", "应该"), ("PDL-E001-quote", "‘")],
    ),
    "the head and a clause": (
        "规则 T-A 甲\n  对象 方案\n  应当 甲.子 已载名\n完\n", [("PDL-E002-quotes", "甲"), ("PDL-E002", "已载名")],
    ),
    "a clause that is not complete, and the next": (
        rule("应当 甲.子\n  且\n  违反时 缺"), [("PDL-E002", "违反时"), ("PDL-E002-quotes", "缺")],
    ),
    "a clause, and no end": (
        "规则 T-A “甲”\n  应该 甲.子 已载明\n  理由 “好”\n", [("PDL-E002-word", "应该"), ("PDL-E003", "”")],
    ),
    "a clause, and more behind the end": (
        "规则 T-A “甲”\n  应该 甲.子 已载明\n  理由 “好”\n完 多余\n", [("PDL-E002-word", "应该"), ("PDL-E002", "多余")],
    ),
    "values": (
        rule("生效 2025-02-30 起\n  应当 甲.子 晚于 2025-13-01\n  违反时 “{甲 乙}”"),
        [("PDL-E006", "2025-02-30"), ("PDL-E006", "2025-13-01"), ("PDL-T017-syntax", "甲 乙")],
    ),
    "a script, and a bracket": (
        rule("当 （甲.子 已载明\n  应当 甲а 已载明"), [("PDL-E002-bracket", "（"), ("PDL-E004-script", "а")],
    ),
    "an exception": (
        "例外 T-B “乙” 对 T-A\n  当 甲.子 已载名\n  效果 改成 应当 甲.子 已载明\n  违反时 缺\n完\n",
        [("PDL-E002", "已载名"), ("PDL-E002", "改成"), ("PDL-E002-quotes", "缺")],
    ),
    "English": (
        'rule T-A "a"\n  must a.b statd\n  unless a.b\n  reason good\nend\n',
        [("PDL-E002", "statd"), ("PDL-E002-quotes", "good")],
    ),
    "a word of another clause in a text": (
        rule("应该 甲.子 已载明\n  违反时 “应当 理由”\n  # 理由 没有\n  整改 “改”"), [("PDL-E002-word", "应该")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_each_clause_of_an_item_tells_its_own_fault(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert told(GOOD.format("C") + text + GOOD.format("D")) == expected


def test_a_wrong_end_is_told_once() -> None:
    """The clause before it is read again with 完, to see whether it is whole."""
    text = "规则 T-A “甲”\n  应该 甲.子 已载明\n  理由 “乙”\n结束\n"
    assert told(text) == [("PDL-E002-word", "应该"), ("PDL-E002-word", "结束")]


def test_a_clause_that_is_not_complete_is_told_at_what_stands_behind_it() -> None:
    text = "规则 T-A “甲”\n  应该 甲.子 已载明\n  依据 《乙》第一条，\n  对象 方案\n完\n"
    assert told(text) == [("PDL-E002-word", "应该"), ("PDL-E002", "对象")]
    (_, problem) = parse(Source("a.pdl", text)).problems
    assert problem.facts["text"] == "对象"


def test_broken_items_are_named() -> None:
    texts = [
        "规则 T-A “甲” 应该 完",
        "例外 T-B “甲” 对 完",
        "判定 丙（ := 1",
        "参数 丁",
        "认定 「戊 己」 由",
        "术语 庚 “”",
    ]
    parsed = parse(Source("a.pdl", "\n".join(texts)))
    assert parsed.broken == {"T-A", "T-B", "丙", "丁", "戊 己", "庚"}
    assert [problem.within for problem in parsed.problems] == ["T-A", "T-B", "丙", "丁", "戊 己", "庚"]


def test_three_seeded_faults_give_three_messages() -> None:
    """Twenty files, three broken items in each among good ones; language.md 3.10."""
    dice = random.Random(20)  # noqa: S311 - a fixed shuffle, no secret
    for _ in range(20):
        chosen = dice.sample(BROKEN, 3)
        parts = [GOOD.format(letter) for letter in "ABCDEF"] + [broken for broken, _, _ in chosen]
        dice.shuffle(parts)
        parsed = parse(Source("a.pdl", "\n".join(parts)))
        assert sorted(problem.code for problem in parsed.problems) == sorted(code for _, code, _ in chosen)
        assert sum(1 for item in parsed.items if name_of(item).text != "T-X") == 6


@pytest.mark.parametrize("name", FILES)
def test_a_whole_file_is_cut_without_a_gap(name: str) -> None:
    text = written(name)
    cut = list(pieces(text))
    assert "".join(text[piece.start : piece.end] for piece in cut) == text
    assert [piece.word != "" for piece in cut] == [False] + [True] * (len(cut) - 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", [""]),
        ("# 规则 T-A\n", [""]),
        ("违反时 “见 规则 T-A”", [""]),
        ("依据 《例外 与 规则》", [""]),
        ("「规则」 甲.规则 规则.甲 规则甲", [""]),
        ("规则 T-A “甲” 完 规则 T-B “乙” 完", ["T-A", "T-B"]),
        ("“没有关上的 规则 T-A\n规则 T-B “乙” 完", ["", "T-B"]),
        ("判定 甲（方案 乙） := 丙\n认定 「丁 戊」“问” 由 己", ["甲", "丁 戊"]),
        ("  规则T-A “甲” 完", ["", "T-A"]),
        ("应当 文件 为 甲\n  文件 《甲》", ["", "《甲》"]),
    ],
    ids=repr,
)
def test_a_text_is_cut_at_the_words_that_begin_items(text: str, names: list[str]) -> None:
    assert [piece.name for piece in pieces(text)] == names


# ---------------------------------------------------------------------- words

GLUED = [
    ("应当甲.子 已载明", "应当甲.子", "应当 甲.子"),
    ("当甲.子 已载明", "当甲.子", "当 甲.子"),
    ("应当 每个 项于 甲.子 满足 乙", "项于", "项 于"),
    ("应当 甲.子为 乙", "甲.子为", "甲.子 为"),
    ("应当 每个 项 于 甲.子 满足乙", "满足乙", "满足 乙"),
    ("应当 甲 且乙", "且乙", "且 乙"),
    ("应当 非 甲 不为乙", "不为乙", "不为 乙"),
    ("对象方案", "对象方案", "对象 方案"),
    ("应当 若 甲 则乙", "则乙", "则 乙"),
    ("应当 甲 为 5 年以下", "5 年以下", "5 年 以下"),
    ("应当 甲 为 100万元以上", "100万元以上", "100 万元 以上"),
]


@pytest.mark.parametrize(("body", "text", "right"), GLUED, ids=[row[0] for row in GLUED])
def test_a_glued_keyword_is_told_with_the_right_spelling(body: str, text: str, right: str) -> None:
    (problem,) = parse(Source("a.pdl", rule(body))).problems
    assert (problem.code, at(problem), problem.facts["right"]) == ("PDL-E010", text, right)


PLACES = [
    "{} 甲.子 已载明",
    "应当 {} 甲.子 已载明 则 乙",
    "应当 甲.子 {} 乙",
    "应当 甲.子 {}",
    "应当 {} 项 于 甲.子 满足 乙",
    "应当 {} 甲.子 已载明",
    "应当 若 甲.子 {} 乙",
    "应当 若 甲.子 则 乙 {} 丙",
    "应当 每个 项 于 甲.子 {} 乙",
    "应当 {} （一）甲.子",
    "应当 下列全部 （一）甲.子 {} “缺”",
    "可以 甲.子 {} 乙",
    "{} “文字”",
    "{} 方案",
    "{} 《甲》第九条",
    "{} 2024-01-01",
]
MEANT = [
    ("如果 甲.子 已载明\n  应当 甲.丑 已载明", "如果", "当"),
    ("应当 如果 甲.子 已载明 则 甲.丑 已载明", "如果", "若"),
    ("应当 甲.子 在 甲.丑 之后 30 日 内", "之后", "起"),
    ("应当 甲.子 之后 甲.丑", "之后", "晚于"),
    ("应当 甲.子 应写明", "应写明", "已载明"),
]


@pytest.mark.parametrize(("body", "miss", "right"), MEANT, ids=[row[0] for row in MEANT])
def test_a_near_miss_is_told_as_the_word_that_can_stand_there(body: str, miss: str, right: str) -> None:
    (problem,) = parse(Source("a.pdl", rule(body))).problems
    assert (problem.code, at(problem), problem.facts["right"]) == ("PDL-E002-word", miss, right)


SPOKEN = [
    ("方案的期限应当不超过5年", "PDL-E002-sentence", "应当"),
    ("应当 方案包括下列各项：\n    （一）甲.子 已载明", "PDL-E002-sentence", "下列全部"),
    ("应当 甲.子 已载明\n  方案不得转包", "PDL-E002-sentence", "不得"),
]


@pytest.mark.parametrize(("body", "code", "keyword"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_a_sentence_is_told_with_the_keyword_in_it(body: str, code: str, keyword: str) -> None:
    (problem,) = parse(Source("a.pdl", rule(body))).problems
    assert (problem.code, problem.facts["keyword"]) == (code, keyword)


ENDS = ("完", "end")


@pytest.mark.parametrize(("miss", "right"), [pair for pair in NEAR_MISSES.items() if pair[1] not in ENDS])
def test_a_near_miss_is_told_where_the_keyword_belongs(miss: str, right: str) -> None:
    fitting = [place for place in PLACES if told(rule(place.format(right))) == []]
    assert [("PDL-E002-word", miss)] in [told(rule(place.format(miss))) for place in fitting]


@pytest.mark.parametrize("word", [miss for miss, right in NEAR_MISSES.items() if right in ENDS])
def test_a_near_miss_of_the_end_is_told(word: str) -> None:
    assert told(f"规则 T-A “甲”\n应当 甲.子 已载明\n{word}") == [("PDL-E002-word", word)]


# ---------------------------------------------------------------------- characters

INVISIBLE = ["\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "\u2028", "\x00", "\x07", "\u0085", "\ufeff", "\ud800"]


@pytest.mark.parametrize("char", INVISIBLE, ids=[f"U+{ord(char):04X}" for char in INVISIBLE])
@pytest.mark.parametrize(
    "pattern",
    ["应当 甲{}.子 已载明", "应当 甲.子 为 “一{}二”", "应当 甲.子 已载明 # 一{}二", "应当{}甲.子 已载明"],
    ids=["name", "text", "comment", "between"],
)
def test_what_cannot_be_seen_is_told_wherever_it_stands(pattern: str, char: str) -> None:
    assert told(rule(pattern.format(char))) == [("PDL-E004", char)]


def test_each_invisible_character_is_told_and_other_items_are_parsed() -> None:
    parsed = parse(Source("a.pdl", rule("应当 甲\u200b.子 为 “\u202e二”") + GOOD.format("B")))
    assert [problem.facts["name"] for problem in parsed.problems] == ["U+200B", "U+202E"]
    assert [name_of(item).text for item in parsed.items] == ["T-B"]


@pytest.mark.parametrize("char", ["\ufeff", " ", "\t", "\u3000", "\r\n", "\f"], ids=repr)
def test_what_belongs_at_the_beginning_is_let_pass(char: str) -> None:
    assert told(char + GOOD.format("A")) == []


FOREIGN = {
    "Cyrillic а": "а", "Greek ο": "ο", "full-width Ａ": "Ａ", "full-width １": "１", "Hangul": "가", "Hiragana": "あ",
    "compatibility 金": "\uf90a", "accent": "é",
}  # fmt: skip


@pytest.mark.parametrize("char", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize(
    "pattern", ["应当 甲{} 已载明", "应当 甲.子{} 已载明", "应当 「甲{}」 已载明"], ids=["name", "path", "quoted"]
)
def test_a_letter_of_another_script_is_no_part_of_a_name(pattern: str, char: str) -> None:
    found = told(rule(pattern.format(char)))
    assert found == ([] if "「" in pattern else [("PDL-E004-script", char)])


def test_any_letter_may_stand_in_a_text() -> None:
    assert told(rule(f"应当 甲.子 为 “{''.join(FOREIGN.values())}”")) == []


@pytest.mark.parametrize("name", ["甲", "x1", "_x", "〇", "㐀", "𠀀", "甲b丙_9"])
def test_names_are_of_ascii_and_ideographs(name: str) -> None:
    assert told(rule(f"应当 {name} 为 1 且 甲.{name} 已载明")) == []


# ---------------------------------------------------------------------- whatever is written

WORDS = (
    "规则", "T-A", "“甲”", "应当", "甲.子", "已载明", "完", "且", "或", "（", "）", "【", "】", "〔", "〕", "《甲》",
    "第九条", "下列全部", "（一）", "1.", "若", "则", "每个", "于", "满足", "参数", ":=", "3", "5年", "“", "”", "「",
    "{", "}", "“{", "#", "\u200b", "а", "。", "规则T-A", "违反时", "“{甲|乙}”", "例外", "对", "判定", "import",
    "2025-13-01", "文件", "认定", "由", "除非", "在", "起", "内", "-", "+", "*", "不得", "效果", "改为", "\n", " ",
)  # fmt: skip
FRAGMENTS = st.sampled_from(WORDS)
ANYTHING = st.text(max_size=60) | st.lists(FRAGMENTS, max_size=25).map(" ".join) | st.lists(FRAGMENTS).map("".join)


@given(ANYTHING)
def test_any_text_ends_in_items_and_problems_with_places_in_it(text: str) -> None:
    parsed = parse(Source("a.pdl", text))
    assert all(p.span is not None and 0 <= p.span.start <= p.span.end <= len(text) for p in parsed.problems)
    written = "".join(line.partition("#")[0] for line in text.split("\n")).strip("\ufeff \t\r\f\u3000")
    assert parsed.items or parsed.problems or not written


DEEP = [
    ("应当 {0}甲{1}", "（", "）", []),
    ("应当 {0}甲", "（", "", ["PDL-E002-bracket"]),
    ("应当 {0}甲", "非 ", "", ["PDL-E011"]),
    ("应当 甲 为 {0}1", "-", "", ["PDL-E011"]),
    ("应当 甲 为 1{0}", " + 1", "", ["PDL-E011"]),
    ("应当 甲{0}", " 且 甲", "", []),
]


@pytest.mark.parametrize(("pattern", "first", "second", "codes"), DEEP, ids=[row[0] + row[1] for row in DEEP])
def test_nesting_without_end_ends_in_a_message(pattern: str, first: str, second: str, codes: list[str]) -> None:
    assert [code for code, _ in told(rule(pattern.format(first * 10_000, second * 10_000)))] == codes
    assert [code for code, _ in told(rule(pattern.format(first * 100_000, second * 100_000)))] == ["PDL-E011-long"]
