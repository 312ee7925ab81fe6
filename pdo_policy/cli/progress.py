"""How far a long check has come becomes a line on the error stream, and is gone when there is something to read."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TypeVar

from pdo_policy.cli.terminal import columns, is_terminal
from pdo_policy.progress import unwatched
from pdo_policy.source import width
from pdo_policy.wording.progress import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Self, TextIO

    from pdo_policy.progress import Watch

Thing = TypeVar("Thing")

_LONG = 1.0
"""After how many seconds a check is a long one: a line that comes and goes at once disturbs."""

_AGAIN = 0.1
_GUESSABLE = 0.05
"""From which part of a stage on the rest can be guessed from it."""


class Progress:
    """A line that is written over again and again, on a terminal; on anything else nothing."""

    def __init__(self, lang: str, *, quiet: bool, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._lang = lang
        self._shown = 0
        self._next = time.monotonic() + _LONG
        self._wanted = not quiet and is_terminal(self._stream) and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    @property
    def watch(self) -> Watch:
        """Who is told how far the check has come."""
        return self._watched if self._wanted else unwatched

    def counting(self, stage: str, total: int | None = None) -> Callable[[int], None]:
        """What is told how many more are done of a stage, of which there are so many in all, if that is known."""
        begun, done = time.monotonic(), 0

        def told(more: int) -> None:
            nonlocal done
            done += more
            if self._wanted:
                self._tell(stage, done, total, begun)

        return told

    def _watched(self, stage: str, things: Sequence[Thing], /) -> Iterable[Thing]:
        return self._through(stage, things)

    def _through(self, stage: str, things: Sequence[Thing]) -> Iterator[Thing]:
        begun = time.monotonic()
        for done, thing in enumerate(things):
            self._tell(stage, done, len(things), begun)
            yield thing

    def _tell(self, stage: str, done: int, total: int | None, begun: float) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _AGAIN
            self._show(self._told(stage, done, total, now - begun))

    def _told(self, stage: str, done: int, total: int | None, seconds: float) -> str:
        rate = done / seconds if seconds else 0.0
        counted = f"{done}" if total is None else f"{done}/{total}"
        told = said(stage, self._lang, counted=counted, rate=round(rate))
        if total is not None and rate and done >= total * _GUESSABLE:
            return said("left", self._lang, told=told, left=_time(max(1, round((total - done) / rate)), self._lang))
        return told

    def _show(self, text: str) -> None:
        """Write over what is shown; with an empty text, take it away."""
        if not text and not self._shown:
            return
        room = columns()
        while width(text) > room:
            text = text[:-1]
        gap = " " * max(0, self._shown - width(text))
        self._stream.write(f"\r{text}{gap}" + ("\r" if not text else ""))
        self._stream.flush()
        self._shown = width(text)


def _time(seconds: int, lang: str) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return said("hours", lang, hours=hours, minutes=minutes)
    return said("minutes", lang, minutes=minutes, seconds=rest) if minutes else said("seconds", lang, seconds=rest)
