"""A word that a person typed: what it names in a rulebook, in the language and among the codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pdo_policy.cli.explained import example_in
from pdo_policy.language.keywords import ELSEWHERE, ITEM_TOKENS, KEYWORDS, NEAR_MISSES
from pdo_policy.language.parse import parse
from pdo_policy.lookup.codes import cases_of, codes, family
from pdo_policy.lookup.fields import fields_meant, readers
from pdo_policy.lookup.find import looked_up, near
from pdo_policy.lookup.words import WORDS, Word, words_meant
from pdo_policy.rulebook.compile import compiled
from pdo_policy.source import Source
from pdo_policy.wording import intake, law, lint, rule_conditions, rule_words, rulebook, testing
from tests.language.test_misspellings import shipped
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from pathlib import Path

    from pdo_policy.errors import Problem
    from pdo_policy.rulebook.compiled import Rulebook

# ---------------------------------------------------------------------- words of the language


ITEMS = tuple(word for token in ITEM_TOKENS for word in KEYWORDS[token].zh)
EVERY_WORD = list(dict.fromkeys(WORDS.values()))


def in_a_rule(example: str, number: int) -> str:
    """An example as a file: items as they are, clauses in a rule that has what else it needs."""
    if example.startswith(ITEMS):
        return example
    needed = {
        "依据 《实施规范》第九条第五项": r"^依据 ",
        "对象 方案": r"^对象 ",
        "应当 方案.标题 已载明": r"^(?:应当|不得|可以|鼓励) ",
    }
    added = [clause for clause, written in needed.items() if not re.search(written, example, re.MULTILINE)]
    name = "".join(chr(65 + int(digit)) for digit in f"{number:02}")
    return "\n".join([f"规则 HB-SAMPLE-{name} “样例”", *added, example, "完"])


def test_every_example_of_a_word_compiles_in_the_shipped_rulebook() -> None:
    book = shipped()
    problems: list[Problem] = []
    parsed = [parse(Source(word.zh[0], in_a_rule(word.explained.example, at))) for at, word in enumerate(EVERY_WORD)]
    items = [item for one in parsed for item in one.items]
    compiled([*book.items, *items], book.manifest, book.fields, problems)
    assert [problem for one in parsed for problem in one.problems] + problems == []
    assert len(items) >= len(EVERY_WORD)


@pytest.mark.parametrize("word", EVERY_WORD, ids=[word.zh[0] for word in EVERY_WORD])
def test_an_example_has_its_word_in_both_packs(word: Word) -> None:
    zh, en = (example_in(word.explained.example, lang) for lang in ("zh", "en"))
    assert re.search(rf"(?<![\u3400-\u9fff]){word.zh[0]}(?![\u3400-\u9fff])", zh)
    assert re.search(rf"(?<!\w){word.en[0]}(?!\w)", en)
    assert zh.rstrip() == word.explained.example


def test_every_keyword_and_function_is_explained() -> None:
    assert list(rule_words.KEYWORDS.keys() ^ KEYWORDS.keys()) == []
    assert {word.en[0] for word in EVERY_WORD if word.function} == set(rule_conditions.FUNCTIONS)
    assert all(words_meant(spelling) for words in KEYWORDS.values() for pack in words for spelling in pack)


@pytest.mark.parametrize(("miss", "right"), NEAR_MISSES.items())
def test_a_near_miss_is_explained_as_the_right_word(miss: str, right: str) -> None:
    (word,) = words_meant(miss)
    assert right in (*word.zh, *word.en)


def test_any_other_word_is_none_of_the_language() -> None:
    assert words_meant("数据资源") == ()


# ---------------------------------------------------------------------- codes

TABLES = (rulebook.MESSAGES, lint.MESSAGES, law.MESSAGES, testing.MESSAGES, intake.MESSAGES)
NAMES = [name for table in TABLES for name in table]


@pytest.mark.parametrize("name", NAMES)
def test_a_code_is_found_with_its_words(name: str) -> None:
    (case,) = [case for case in cases_of(name.upper()) if case.name == name]
    assert case in cases_of(family(name))
    assert case.message.zh.headline
    assert case.message.en.headline
    # Files that are no text, or of fifty thousand characters, cannot be shown as an example.
    shown = name.startswith("PDL-") and case.code != "PDL-E009" and name not in ("PDL-E011-long", "PDL-E011-many")
    assert (case.example is not None) == shown


def test_codes_about_submissions_have_a_text_that_gives_them() -> None:
    about = [case for name in intake.MESSAGES for case in cases_of(name)]
    shown = [case for case in about if case.submission]
    assert len(shown) >= 0.7 * len(about)
    assert [case.submission for case in about if case.name == "schema.date-no-such-day"] == ["日期: 2025-02-30\n"]
    assert [case.submission for case in about if case.name == "input.tab"] == ["a:\n<U+0009>b: 1\n"]
    assert not any(case.submission for name in rulebook.MESSAGES for case in cases_of(name))


def test_a_family_has_all_its_cases() -> None:
    assert [case.name for case in cases_of("pdl-r010")] == ["PDL-R010-subject", "PDL-R010-cite"]
    assert [case.name for case in cases_of("schema.unknown-key")] == ["schema.unknown-key"]
    assert "PDL-R010" in codes()
    assert cases_of("PDL-X999") == ()


@pytest.mark.parametrize("word", ELSEWHERE)
def test_a_word_of_another_language_is_explained_by_its_code(word: str) -> None:
    assert [case.code for case in cases_of(word)] == ["PDL-E005"]


# ---------------------------------------------------------------------- a rulebook

RULES = """
参数 期限 := 5 年 依据 《实施规范》第九条第一项 状态 已核

# 一行注释，不属于参数
判定 有目标（方案 案） := 案.目标 已载明

规则 T-GOAL “方案写明目标”
  依据 《实施规范》第九条第一项
  对象 方案
  应当 有目标（方案） 且 方案.期限 不超过 期限
完

规则 T-NAMES “每项数据资源有名称”
  依据 《实施规范》第九条第五项
  对象 方案
  应当 每个 源 于 方案.数据资源 满足 源.名称 已载明
完

规则 T-COUNT “产品有价格”
  依据 《实施规范》第九条第五项
  对象 协议
  应当 数量（品 于 协议.产品 满足 品.价格 未载明） 为 0 且 协议.方案.目标 已载明
完

例外 T-TRIAL “试用的” 对 T-GOAL
  依据 《实施规范》第九条第二项
  当 方案.试用期 已载明
  效果 豁免
完

例外 T-TRIAL-LONG “试用期过长的” 对 T-TRIAL
  依据 《实施规范》第九条第二项
  当 方案.试用期 超过 1 年
  效果 豁免
完
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    folder: Path = tmp_path_factory.mktemp("lookup")
    return load(small(folder, RULES))


@pytest.mark.parametrize(
    ("word", "paths"),
    [
        ("目标", ["plan.goal"]),
        ("goal", ["plan.goal"]),
        ("方案.目标", ["plan.goal"]),
        ("实施方案 → 目标", ["plan.goal"]),
        ("plan.goal", ["plan.goal"]),
        ("数据资源.名称", ["plan.resources.name"]),
        ("方案.数据资源.name", ["plan.resources.name"]),
        ("价格", ["plan.resources.price", "agreement.products.price"]),
        ("产品.价格", ["agreement.products.price"]),
        ("协议.目标", []),
        ("没有这个", []),
    ],
)
def test_a_field_is_found_by_any_way_to_write_it(book: Rulebook, word: str, paths: list[str]) -> None:
    assert [".".join((place.kind, *place.keys)) for place in fields_meant(book, word)] == paths


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("方案.目标", ("T-GOAL", "T-COUNT")),
        ("方案.期限", ("T-GOAL",)),
        ("方案.数据资源.名称", ("T-NAMES",)),
        ("方案.数据资源", ("T-NAMES",)),
        ("方案.数据资源.价格", ()),
        ("协议.产品.价格", ("T-COUNT",)),
        ("方案.试用期", ("T-TRIAL", "T-TRIAL-LONG")),
        ("协议.期限", ()),
    ],
)
def test_the_rules_that_read_a_field_are_named(book: Rulebook, path: str, rules: tuple[str, ...]) -> None:
    (place,) = fields_meant(book, path)
    assert readers(book, place) == rules


def test_an_item_is_found_by_its_name(book: Rulebook) -> None:
    (item,) = looked_up(book, "有目标").items
    assert item == ("有目标", "rules.pdl", 5, "判定 有目标（方案 案） := 案.目标 已载明", ("T-GOAL",))
    (item,) = looked_up(book, "期限").items
    assert (item.text.count("\n"), item.users) == (0, ("T-GOAL",))


def test_an_exception_is_found_by_its_id(book: Rulebook) -> None:
    found = looked_up(book, "t-trial")
    assert [one.id for one in found.exceptions] == ["T-TRIAL"]
    assert found.number == 1


@pytest.mark.parametrize(
    ("word", "first"), [("T-GOAAL", "T-GOAL"), ("pdl-t0002", "PDL-T002"), ("更新频率率", "更新频率"), ("zzzz", "")]
)
def test_what_is_near_is_offered(book: Rulebook, word: str, first: str) -> None:
    assert near(book, word)[:1] == ((first,) if first else ())
