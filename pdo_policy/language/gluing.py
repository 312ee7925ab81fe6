"""Words that are written together, as Chinese is, become a keyword with what stands before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language.keywords import KEYWORDS, NEAR_MISSES
from pdo_policy.language.unexpected import Said, Unexpected

if TYPE_CHECKING:
    from collections.abc import Mapping


def glued(unexpected: Unexpected) -> Said | None:
    """A keyword that is written together with the name before or behind it."""
    met, last = unexpected.met, unexpected.last
    words = [word for token in unexpected.expected if token in KEYWORDS for pack in KEYWORDS[token] for word in pack]
    words.sort(key=len, reverse=True)
    if met.type in ("NAME", "PATH"):
        for word in words:
            if met.text.startswith(word):
                return Said("PDL-E010", parts("", word, met.text.removeprefix(word)), met)
    if last.type in ("NAME", "PATH") and last != met:
        for word in words:
            if last.text.endswith(word):
                return Said("PDL-E010", parts(last.text.removesuffix(word), word, ""), last)
    return None


_OPENED_BY = {"OF": ("EVERY", "SOME", "NONE"), "THEN": ("IF",)}
"""The keywords that must stand somewhere before others."""


def glued_opener(unexpected: Unexpected) -> Said | None:
    """每个 with its variable, or 若 with a name, written together: told where 于 or 则 comes and belongs to nothing."""
    tokens = _OPENED_BY.get(unexpected.met.type, ())
    openers = [word for token in tokens for pack in KEYWORDS[token] for word in pack]
    for word in reversed(unexpected.before):
        if word.type in KEYWORDS and word.type in tokens:
            return None
        found = next((opener for opener in openers if word.text.startswith(opener)), "")
        if word.type in ("NAME", "PATH") and found:
            return Said("PDL-E010", parts("", found, word.text.removeprefix(found)), word)
    return None


def parts(before: str, keyword: str, after: str) -> dict[str, str]:
    """The facts of E010 for a keyword with what is written together with it."""
    right = " ".join(part for part in (before, keyword, after) if part)
    return {"text": f"{before}{keyword}{after}", "keyword": keyword, "right": right}


def glued_field(text: str, known: frozenset[str]) -> Mapping[str, str] | None:
    """The facts of E010 for a known name with 非 before it, or a keyword and maybe more behind it; None for others."""
    for word in KEYWORDS["NOT"].zh:
        if text.startswith(word) and text.removeprefix(word) in known:
            return parts("", word, text.removeprefix(word))
    for at in range(len(text) - 1, 0, -1):
        if text[:at] in known:
            word = next((word for word in _RELATION_WORDS if text.startswith(word, at)), "")
            if word:
                return parts(text[:at], word, text[at + len(word) :])
    return None


_FOLLOWING = (
    "STATED", "NOTSTATED", "SUPPLIED", "NOTSUPPLIED", "INAPPLICABLE", "IS", "ISNOT", "GE", "LE", "GT", "LT", "BEFORE",
    "NOTBEFORE", "AFTER", "NOTAFTER", "IN", "NOTIN", "CONTAINS", "MATCHES", "AT", "FROM", "SATISFY", "TAKE", "AND",
    "OR", "THEN", "ELSE",
)  # fmt: skip
_RELATION_WORDS = sorted((word for token in _FOLLOWING for word in KEYWORDS[token].zh), key=len, reverse=True)


_SPOKEN = sorted(
    {
        **{word: word for token in ("MUST", "MUSTNOT", "MAY", "ENCOURAGE", "STATED") for word in KEYWORDS[token].zh},
        **{word: right for word, right in NEAR_MISSES.items() if right in ("下列全部", "下列之一")},
    }.items(),
    key=lambda pair: -len(pair[0]),
)


def sentence(unexpected: Unexpected) -> Said | None:
    """A sentence in which a keyword stands in the middle, as laws are written and rules are not."""
    for word in (unexpected.met, unexpected.last):
        found = next((right for part, right in _SPOKEN if word.type == "NAME" and part in word.text[1:]), "")
        if found:
            return Said("PDL-E002-sentence", {"text": word.quotable, "keyword": found}, word)
    return None
