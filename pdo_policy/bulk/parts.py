"""Groups of files become parts of one report, by several processes, and these the report that one process makes."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.asking import determined, taken_in
from pdo_policy.assembly import assembled
from pdo_policy.bulk.grouping import files_of, pieces_of
from pdo_policy.bulk.workers import done
from pdo_policy.determinations import agreed
from pdo_policy.disposition.naming import without_own
from pdo_policy.evaluation.evaluate import outcomes_of, rows_of
from pdo_policy.evaluation.events import events_of
from pdo_policy.intake import Intake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pdo_policy.bulk.grouping import Group, Groups
    from pdo_policy.bulk.terms import Terms
    from pdo_policy.dossier import Dossier
    from pdo_policy.evaluation.evaluate import Rows
    from pdo_policy.evaluation.pairing import Row
    from pdo_policy.evaluation.question import Question
    from pdo_policy.report import Event, InputRecord, Report

    Place = tuple[Sequence[str], int]


class _Project(NamedTuple):
    """What a dossier gives, and its place among all: those without a name are last, each by its first paper."""

    place: tuple[bool, Place]
    rows: Rows
    events: tuple[Event, ...]


class _Part(NamedTuple):
    """What a group gives."""

    intake: Intake
    projects: tuple[_Project, ...]
    files: int


def report_of(groups: Groups, terms: Terms, jobs: int, told: Callable[[int], None]) -> Report:
    """The report of all groups, made by several processes; `told` is given how many more files are done.

    Raises:
        FormError: determinations do not agree with each other.
        UsageError: a process has ended before its work was done.
    """
    answers = (*terms.determinations, *groups.answers())
    agreed(answers)
    intakes: list[Intake] = []
    projects: list[_Project] = []
    for part in done(_maker, (terms,), pieces_of(iter(groups)), jobs):
        # A report needs what was found and not the papers.
        intakes.append(part.intake)
        projects.extend(part.projects)
        told(part.files)
    projects.sort(key=attrgetter("place"))
    question = terms.question(answers)
    return assembled(
        question,
        terms.fail_on,
        answers,
        _joined(intakes),
        outcomes_of(question, _rows(projects)),
        tuple(event for project in projects for event in project.events),
        acceptance=terms.acceptance,
        set_aside=tuple(groups.set_aside),
    )


def _maker(terms: Terms) -> Callable[[Group], _Part]:
    """What makes the part of a group."""
    terms.ready()
    return lambda group: _part(group, terms)


def _part(group: Group, terms: Terms) -> _Part:
    book = terms.book()
    papers, _ = without_own(files_of(group))
    files, answers = determined(book, papers, terms.determinations)
    intake, dossiers = taken_in(book, files, terms.lang)
    question = terms.question(answers)
    projects = tuple(_project(question, dossier) for dossier in dossiers)
    return _Part(intake._replace(documents=()), projects, len(group.members))


def _project(question: Question, dossier: Dossier) -> _Project:
    document = dossier.papers[0].bound.document
    place = (not dossier.id, (document.source.name.split("/"), document.index))
    steps = question.rulebook.manifest.overview.steps
    return _Project(place, rows_of(question, [dossier]), events_of([dossier], steps, question.lang))


def _rows(projects: Iterable[_Project]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for project in projects:
        for name, rows in project.rows.items():
            found.setdefault(name, []).extend(rows)
    return found


def _joined(intakes: Sequence[Intake]) -> Intake:
    inputs = sorted((record for intake in intakes for record in intake.inputs), key=_place)
    findings = tuple(finding for intake in intakes for finding in intake.findings)
    rules = {rule.id: rule for intake in intakes for rule in intake.rules}
    readable, found = all(intake.readable for intake in intakes), any(intake.found for intake in intakes)
    return Intake((), tuple(inputs), findings, readable, found, tuple(rules.values()))


def _place(record: InputRecord) -> Place:
    return record.path.split("/"), record.index
