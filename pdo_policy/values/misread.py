"""A text that is not a value becomes a code and the facts its message needs."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_EXCERPT = 40
_NO_FACTS: Mapping[str, str] = MappingProxyType({})


class Flaw(NamedTuple):
    """Why a text is not a value, as the reader of one kind sees it; kind and text are added later.

    Attributes:
        what: the last part of the code (`range`, `no-unit`).
        facts: named parts of the message beside the text itself.
    """

    what: str
    facts: Mapping[str, str] = _NO_FACTS


UNREADABLE = Flaw("unreadable")


class Misread(NamedTuple):
    """A text that could not be read as a value of its kind.

    Attributes:
        code: `schema.<kind>-<what>`, a key of `pdo_policy.wording.values.MESSAGES`.
        facts: named parts of the message; always has `text`, what was written, shortened.
    """

    code: str
    facts: Mapping[str, str]


def misread(kind: str, flaw: Flaw, text: str) -> Misread:
    """The report on a text in which the reader of a kind found a flaw."""
    return Misread(f"schema.{kind}-{flaw.what}", {**flaw.facts, "text": excerpt(text)})


def excerpt(text: str) -> str:
    """The text on one line, or its first 40 characters and `…`."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[:_LONGEST_EXCERPT] + "…"
