"""What the parser met and did not expect, and what a look at it found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Word(NamedTuple):
    """A token: its type, its text, and its offsets in the file; the type is empty where no token begins."""

    type: str
    text: str
    start: int
    end: int

    @property
    def quotable(self) -> str:
        """The text as a message quotes it: without quotes of its own, and not long."""
        text = self.text[1:-1] if self.type == "STRING" else self.text
        return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


_LONGEST_QUOTE = 24


class Unexpected(NamedTuple):
    """What the parser met and did not expect.

    Attributes:
        met: the token; of type `$END` at the end of the item, and of no type for a character no token begins with.
        expected: the types it would have taken.
        before: the tokens of the item up to there.
    """

    met: Word
    expected: frozenset[str]
    before: tuple[Word, ...]

    @property
    def last(self) -> Word:
        """The token before; the one met where there is none."""
        return self.before[-1] if self.before else self.met


class Said(NamedTuple):
    """What a look found: a code, the facts of the case, and the word it is about."""

    code: str
    facts: Mapping[str, str]
    word: Word
