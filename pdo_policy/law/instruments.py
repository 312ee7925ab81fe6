"""Legal texts and their clauses, as records; which of them count on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

CLASSES = ("automated", "partial", "manual", "not_in_documents", "definition")
"""How a clause is checked: by rules, by rules in part, by a person, by no paper, or not at all because it defines."""

LAWS = ("default", "in-force", "draft")
"""The values of `--law` beside the ids of instruments."""


@dataclass(frozen=True)
class Clause:
    """One clause of an instrument (charter 2).

    Attributes:
        instrument: id of the instrument.
        id: id within it (`art_9__point_5`).
        name: how the text numbers it: 第九条第（五）项.
        display: `name` with the instrument's short name: 《实施规范》第九条第（五）项.
        summary: what it says, in our own words.
        modality: 应当, 不得, 可以, 鼓励, 原则上 or 定义.
        addressee: whom it binds; may be empty.
        visibility: `full` (text seen), `summary` (a summary of it seen), `topic` (only known what it is about).
        check: one of `CLASSES`.
        question: what a person must still ask; may be empty.
        reason: why no submitted paper can show it; may be empty.
        words: terms of the text that a rule may quote.
        source: where the drafting note or inventory has it; may be empty.
        related: full ids of clauses of other instruments on the same matter.
    """

    instrument: str
    id: str
    name: str
    display: str
    summary: str
    modality: str
    addressee: str
    visibility: str
    check: str
    question: str = ""
    reason: str = ""
    words: tuple[str, ...] = ()
    source: str = ""
    related: tuple[str, ...] = ()

    @property
    def full_id(self) -> str:
        """The id that is unique in a rulebook: `ndrc-2025-27~art_9__point_5`."""
        return f"{self.instrument}~{self.id}"


@dataclass(frozen=True)
class Instrument:
    """One legal text in one version (charter 2).

    Attributes:
        id: stable code.
        title: full title.
        short: the name that citations show.
        names: other names that people and rules use.
        number: 文号; may be empty.
        issuer: who issued it.
        status: `draft`, `in_force` or `superseded`, as recorded.
        issued: date of issue as written; may be empty.
        first: first day in force; None where unknown.
        last: last day in force; None for no end.
        numbering: `articles`, `statements` or `outline`.
        seen: what of its text was seen.
        note: further words for the reader; may be empty.
        clauses: by id, in the order of the text.
    """

    id: str
    title: str
    short: str
    names: tuple[str, ...]
    number: str
    issuer: str
    status: str
    issued: str
    first: date | None
    last: date | None
    numbering: str
    seen: str
    note: str
    clauses: Mapping[str, Clause]


def status_on(instrument: Instrument, day: date) -> str:
    """`draft`, `pending` (not yet in force), `in_force` or `superseded`, on a day."""
    if instrument.status == "draft":
        return "draft"
    if instrument.first is not None and day < instrument.first:
        return "pending"
    if instrument.status == "superseded" and instrument.last is None:
        return "superseded"
    return "superseded" if instrument.last is not None and instrument.last < day else "in_force"


def counts(instrument: Instrument, day: date, law: str) -> bool:
    """Whether an instrument counts in a check on a day.

    Args:
        instrument: the instrument.
        day: the date of the check.
        law: `default` (in force, and drafts), `in-force`, `draft`, or the id of the one instrument that counts, whose
            status is then the reader's business.
    """
    status = status_on(instrument, day)
    if law == "default":
        return status in ("draft", "in_force")
    if law == "in-force":
        return status == "in_force"
    return status == "draft" if law == "draft" else instrument.id == law
