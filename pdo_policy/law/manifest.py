"""What a rulebook declares beside its rules: law, kinds of document, the relations between them, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdo_policy.law.instruments import Clause, Instrument
    from pdo_policy.values.calendars import Calendar


@dataclass(frozen=True)
class DocumentType:
    """A kind of document.

    Attributes:
        label: what a reader calls it (实施方案).
        names: what rules call it, in either language.
        schema: the file of its JSON Schema.
    """

    label: str
    names: tuple[str, ...]
    schema: Path


@dataclass(frozen=True)
class Relation:
    """A way from one document to another; each has an inverse.

    Attributes:
        id: unique in the rulebook.
        source: kind of document it starts from.
        target: kind it leads to.
        label: how a reader calls what it leads to.
        names: how rules write the step, in either language.
        via: the field of the paper that names the other's id, on the side where `many` is False.
        many: whether it leads to several documents.
        inverse: id of the relation that leads back.
    """

    id: str
    source: str
    target: str
    label: str
    names: tuple[str, ...]
    via: str
    many: bool
    inverse: str


@dataclass(frozen=True)
class ChapterName:
    """A folder of rules, and what a report calls it, in Chinese and in English."""

    folder: str
    label: str
    label_en: str


@dataclass(frozen=True)
class Step:
    """A step of an operation: the kind of paper and the field that date it, and its name in Chinese and in English."""

    document: str
    field: tuple[str, ...]
    label: str
    label_en: str


@dataclass(frozen=True)
class Stage:
    """What a kind of paper is while it has a status, and what comes next, in Chinese and in English."""

    document: str
    status: str
    label: str
    next: str
    label_en: str
    next_en: str


@dataclass(frozen=True)
class Overview:
    """How a report shows a rulebook; no verdict rests on it.

    Attributes:
        chapters: in their order.
        steps: of the time line, in the order in which they ought to follow each other.
        stages: of papers that are not finished, for the head of a report.
    """

    chapters: tuple[ChapterName, ...] = ()
    steps: tuple[Step, ...] = ()
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """A rulebook's declarations.

    Attributes:
        id: of the rulebook.
        title: as a report shows it.
        version: of the rulebook.
        prefix: with which all its rule ids begin.
        scope: what it covers and what not, for the foot of a report.
        scope_en: the same in English.
        documents: kinds of document, in the order of a dossier.
        relations: all, inverses included.
        instruments: in the order of citations.
        calendar: working days.
        overview: chapters, the steps of the time line and the stages of papers, for reports.
        not_waivable: ids of the rules that nobody may waive.
    """

    id: str
    title: str
    version: str
    prefix: str
    scope: str
    scope_en: str
    documents: Mapping[str, DocumentType]
    relations: tuple[Relation, ...]
    instruments: tuple[Instrument, ...]
    calendar: Calendar
    overview: Overview = Overview()
    not_waivable: tuple[str, ...] = ()

    def instrument(self, name: str) -> Instrument | None:
        """The instrument with this id, or with this name in any of its forms."""
        name = name.strip("《》")
        for instrument in self.instruments:
            if name in (instrument.id, instrument.short, instrument.title, instrument.number, *instrument.names):
                return instrument
        return None

    def clause(self, full_id: str) -> Clause:
        """The clause with a full id.

        Raises:
            KeyError: there is none.
        """
        instrument_id, _, clause_id = full_id.partition("~")
        found = next((i for i in self.instruments if i.id == instrument_id), None)
        if found is None:
            raise KeyError(full_id)
        return found.clauses[clause_id]
