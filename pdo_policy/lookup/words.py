"""A word of the rule language, in either pack or nearly so, becomes what it does and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.language.keywords import KEYWORDS, NEAR_MISSES, TOKEN_OF
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING
from pdo_policy.wording import rule_conditions, rule_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.wording.rule_conditions import Explained


class Word(NamedTuple):
    """A keyword or a function.

    Attributes:
        zh: its Chinese spellings, the canonical one first.
        en: its English spellings.
        function: whether it is a function.
        explained: what it does, with an example.
    """

    zh: tuple[str, ...]
    en: tuple[str, ...]
    function: bool
    explained: Explained


def words_meant(word: str) -> tuple[Word, ...]:
    """The keyword or function that a word is, or is often written for (应该, 大于等于); empty for any other word."""
    right = word if word in WORDS else NEAR_MISSES.get(word, word)
    return (WORDS[right],) if right in WORDS else ()


def _words() -> Iterator[Word]:
    for token, spelling in KEYWORDS.items():
        yield Word(spelling.zh, spelling.en, function=False, explained=rule_words.KEYWORDS[token])
    least = tuple(word for word in NEAR_MISSES.values() if word not in TOKEN_OF)
    spellings = (*dict.fromkeys(least), "下列至少")
    yield Word(spellings, ("at_least_2_of",), function=False, explained=rule_conditions.AT_LEAST)
    names = [(name, signature.name) for name, signature in FUNCTIONS.items()]
    names.extend((name, signature.name) for name, signature in AGGREGATES.items())
    for zh, en in (*((zh, en) for zh, en in names if zh != en), LACKING):
        yield Word((zh,), (en,), function=True, explained=rule_conditions.FUNCTIONS[en])


WORDS: Mapping[str, Word] = {spelling: word for word in _words() for spelling in (*word.zh, *word.en)}
"""Every keyword and function by each of its spellings."""
