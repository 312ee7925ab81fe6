"""Entries of a column that come of one missing paper or part become one item, which tells what is missing once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.reporters.phrases import at, lacking, one_line
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.findings import Void
    from pdo_policy.reporters.briefing.entries import Entry


class Bundle(NamedTuple):
    """Entries with one cause.

    Attributes:
        headline: what is missing, and what comes of it.
        place: the missing part, or the nearest thing that exists: path with line and column.
        fix: what to do about all of them.
        unfold: how to have each told in full.
        entries: in the order of their numbers, which follow each other.
    """

    headline: str
    place: str
    fix: str
    unfold: str
    entries: tuple[Entry, ...]

    @property
    def number(self) -> int:
        """The number of the first entry."""
        return self.entries[0].number

    @property
    def last(self) -> int:
        """The number of the last entry."""
        return self.entries[-1].number

    @property
    def anchor(self) -> str:
        """Its name in a page."""
        return f"b{self.number}"

    @property
    def subject(self) -> str:
        """The paper; empty where there are several."""
        subjects = {entry.subject for entry in self.entries}
        return subjects.pop() if len(subjects) == 1 else ""


def bundled(entries: Iterable[Entry], lang: str) -> tuple[Entry | Bundle, ...]:
    """The entries of a column with those of one cause brought together, in their order."""
    items: list[Entry | Bundle] = []
    for void, those in groupby(entries, key=lambda entry: entry.void):
        if void is None:
            items.extend(those)
        else:
            items.append(_bundle(void, tuple(those), lang))
    return tuple(items)


def _bundle(void: Void, entries: tuple[Entry, ...], lang: str) -> Bundle:
    told = lacking(void, (entry.verdict for entry in entries), lang)
    fix = said(f"lacking_{void.kind}_fix", lang)
    return Bundle(told, one_line(at(void.span)), fix, said("unfold", lang), entries)
