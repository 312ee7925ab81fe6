"""The table of keywords: both packs are complete, every spelling stands for one token and is reserved."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from pdo_policy.language.keywords import ELSEWHERE, ITEM_TOKENS, KEYWORDS, NEAR_MISSES, TOKEN_OF, spelled
from pdo_policy.language.parse import parse
from pdo_policy.source import Source

GRAMMAR = files("pdo_policy.language").joinpath("grammar.lark").read_text("utf-8")
SPELLINGS = sorted(TOKEN_OF)


def test_each_token_has_a_spelling_in_both_packs() -> None:
    assert [token for token, words in KEYWORDS.items() if not all(words.zh) or not all(words.en)] == []


def test_no_spelling_stands_for_two_tokens() -> None:
    spellings = [word for words in KEYWORDS.values() for pack in words for word in pack]
    assert sorted(spellings) == SPELLINGS


def test_the_packs_are_of_their_script() -> None:
    assert [
        word for words in KEYWORDS.values() for word in words.en if not re.fullmatch(r"[a-z]+(_[a-z]+)*", word)
    ] == []
    assert [word for words in KEYWORDS.values() for word in words.zh if not re.fullmatch(r"[一-鿿]+", word)] == []


def test_the_grammar_declares_just_the_tokens_of_the_table() -> None:
    declared = [token for line in re.findall(r"^%declare (.*)$", GRAMMAR, re.MULTILINE) for token in line.split()]
    assert sorted(declared) == sorted(KEYWORDS)


def test_every_declared_token_is_used() -> None:
    used = set(re.findall(r"\b[A-Z][A-Z_]*\b", re.sub(r"^%declare.*$|//.*$", "", GRAMMAR, flags=re.MULTILINE)))
    assert sorted(set(KEYWORDS) - used) == []


@pytest.mark.parametrize("word", SPELLINGS)
def test_a_keyword_is_no_name(word: str) -> None:
    assert parse(Source("a.pdl", f"参数 {word} := 3")).problems != ()
    assert parse(Source("a.pdl", f"规则 T-A “甲” 应当 每个 {word} 于 甲.乙 满足 是 完")).problems != ()


@pytest.mark.parametrize("word", SPELLINGS)
def test_a_keyword_may_be_part_of_a_path_or_of_a_quoted_name(word: str) -> None:
    assert parse(Source("a.pdl", f"参数 「{word}」 := 3")).problems == ()
    assert (
        parse(Source("a.pdl", f"规则 T-A “甲” 应当 方案.{word} 已载明 且 方案.{word}x.{word} 已载明 完")).problems == ()
    )


def test_near_misses_are_no_keywords_and_lead_to_keywords_of_their_script() -> None:
    assert [word for word in NEAR_MISSES if word in TOKEN_OF] == []
    wrong = [right for right in NEAR_MISSES.values() if right not in TOKEN_OF and right != "下列至少 2 项"]
    assert wrong == []
    assert [word for word, right in NEAR_MISSES.items() if word.isascii() != right.isascii()] == []


def test_words_from_elsewhere_are_no_keywords() -> None:
    assert [word for word in ELSEWHERE if word in TOKEN_OF] == []


def test_items_begin_with_tokens_that_stand_nowhere_else() -> None:
    rules = re.sub(r"//.*$", "", GRAMMAR, flags=re.MULTILINE).split("%declare")[0]
    uses = {token: len(re.findall(rf"\b{token}\b", rules)) for token in ITEM_TOKENS}
    assert uses == dict.fromkeys(ITEM_TOKENS, 1)


@pytest.mark.parametrize(("lang", "expected"), [("zh", "应当"), ("en", "must")])
def test_the_first_spelling_is_the_canonical_one(lang: str, expected: str) -> None:
    assert spelled("MUST", lang) == expected
