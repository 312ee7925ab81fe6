"""Things to be worked through become the same things, with somebody told how far the work has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Thing = TypeVar("Thing")

READING, ASKING = "reading", "asking"
"""The stages of a check: papers are read, rules are asked."""


class Watch(Protocol):
    """Who is told how far a stage has come."""

    def __call__(self, stage: str, things: Sequence[Thing], /) -> Iterable[Thing]:
        """The things, each once and in their order; when one is asked for, those before it are done."""


def unwatched(_stage: str, things: Sequence[Thing], /) -> Iterable[Thing]:
    """The things, and nobody is told."""
    return things
