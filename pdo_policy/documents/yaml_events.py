"""The events of a YAML text, in terms that hold for either parser."""

from __future__ import annotations

from typing import NamedTuple

DOCUMENT, SCALAR, ALIAS, SEQUENCE, MAPPING, END = range(6)


class Event(NamedTuple):
    """One event.

    Attributes:
        kind: `DOCUMENT`, `SCALAR`, `ALIAS`, `SEQUENCE`, `MAPPING`, or `END` of a collection or document.
        start: offset of its first character, anchor and tag included.
        end: offset behind it; the end of a block collection is an empty stretch at whatever is written next.
        value: of a scalar.
        style: of a scalar; empty for a plain one.
        anchor: name given, or name asked for by an alias.
        tag: as written, in full.
        flow: whether a collection is in brackets, or the end of a document is written.
    """

    kind: int
    start: int
    end: int
    value: str = ""
    style: str = ""
    anchor: str | None = None
    tag: str | None = None
    flow: bool = False


class Stop(NamedTuple):
    """Where a YAML parser gave up.

    Attributes:
        why: the parser's problem text.
        place: offset of the problem.
        context: what the parser was at; may be empty.
        context_place: offset where that began; `place` where it is not known.
        scalar: start and end of the last unquoted value or key before, or an empty stretch.
        quoted: the same of the last one in quotes.
    """

    why: str
    place: int
    context: str
    context_place: int
    scalar: tuple[int, int]
    quoted: tuple[int, int]


class Stopped(Exception):  # noqa: N818 - it never leaves the room, and says what happened rather than what failed
    """The parser goes no further; holds where and why."""

    def __init__(self, stop: Stop) -> None:
        super().__init__(stop.why)
        self.stop = stop
