"""The text of a rule file is cut into pieces, one for each item, so that a broken item costs only its own message."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.language.keywords import ELSEWHERE, ITEM_TOKENS, KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator


class Piece(NamedTuple):
    """A stretch of the text that begins with an item's keyword, or the beginning of the file before the first.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        word: the keyword, or a word that begins an item elsewhere (`ELSEWHERE`); empty for the beginning of the file.
        name: what follows it: the id or name of the item, without 「」; may be empty.
    """

    start: int
    end: int
    word: str
    name: str


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORDS = _alternatives([word for token in ITEM_TOKENS for pack in KEYWORDS[token] for word in pack])
_WITH_IDS = _alternatives([word for token in ("RULE", "EXCEPTION") for pack in KEYWORDS[token] for word in pack])
# Comments and quoted text are passed over, also where the closing mark is forgotten: they end with the line.
_BEGINNING = re.compile(
    r"#[^\n]*"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|“(?:[^“”\n]|“[^“”\n]*”)*”?"
    r"|《[^》\n]*》?"
    r"|「[^「」\n]*」?"
    rf"|(?P<item>(?<![\w.])(?:{_WORDS})(?![\w.]))"
    rf"|(?P<glued>(?<![\w.])(?:{_WITH_IDS})(?=[A-Z][A-Z0-9]*-))"
    rf"|^[ \t\u3000]*(?P<elsewhere>{_alternatives(list(ELSEWHERE))})(?=[\s《“\"「])",
    re.MULTILINE,
)
_NAME = re.compile(r"\s*(「[^「」\n]+」|[^\s（(：:“”\"「」]+)")


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text, without a gap, in order.

    Their beginnings are told by words alone: those of items are reserved and stand nowhere inside one.
    """
    found = [
        (match.start(kind), match[kind]) for match in _BEGINNING.finditer(text) if (kind := match.lastgroup) is not None
    ]
    starts = [(0, ""), *found] if not found or found[0][0] > 0 else found
    for (start, word), (end, _) in pairwise([*starts, (len(text), "")]):
        name = _NAME.match(text, start + len(word), end) if word else None
        yield Piece(start, end, word, name[1].strip("「」") if name is not None else "")
