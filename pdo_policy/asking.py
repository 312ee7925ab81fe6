"""Files of all kinds become what is asked of the papers among them, and that becomes a report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.assembly import assembled
from pdo_policy.determinations import agreed, by_project, is_named, read_determinations
from pdo_policy.disposition.naming import without_own
from pdo_policy.dossier import dossiers_of
from pdo_policy.evaluation.evaluate import evaluate
from pdo_policy.evaluation.events import events_of
from pdo_policy.evaluation.machine import machine
from pdo_policy.evaluation.question import Question
from pdo_policy.intake import take_in
from pdo_policy.progress import unwatched
from pdo_policy.report import Determination

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pdo_policy.dispositions import Acceptance
    from pdo_policy.documents.files import File
    from pdo_policy.dossier import Dossier
    from pdo_policy.evaluation.machine import Machine
    from pdo_policy.intake import Intake
    from pdo_policy.progress import Watch
    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Rulebook

    Answers = Mapping[str, bool] | Sequence[Determination]


class Asked(NamedTuple):
    """What is asked of what.

    Attributes:
        question: the rules, the day, the law and the answers by project.
        answers: the answers to 认定 as they were given.
        intake: what came in.
        dossiers: the papers of it, by project.
        aside: files of waivers and baselines among the papers that nobody asked to be taken.
    """

    question: Question
    answers: tuple[Determination, ...]
    intake: Intake
    dossiers: tuple[Dossier, ...]
    aside: tuple[str, ...]


@lru_cache(maxsize=8)
def machine_of(book: Rulebook) -> Machine:
    """The rules of a rulebook, ready to be asked."""
    return machine(book.program)


def question_of(book: Rulebook, as_of: date, law: str, answers: Sequence[Determination], lang: str) -> Question:
    """What papers are asked, with the answers there are."""
    return Question(book, machine_of(book), as_of, law, by_project(answers), lang)


def asked_of(
    files: Sequence[File],
    book: Rulebook,
    *,
    determinations: Answers,
    as_of: date,
    law: str,
    lang: str,
    watch: Watch = unwatched,
) -> Asked:
    """What is asked of the papers among files that have been read; see `pdo_policy.check`.

    Raises:
        FormError: a file of determinations is not in form, or answers do not agree with each other.
    """
    given, aside = without_own(files)
    papers, answers = determined(book, given, determinations)
    intake, dossiers = taken_in(book, papers, lang, watch)
    return Asked(question_of(book, as_of, law, answers, lang), answers, intake, dossiers, aside)


def reported(asked: Asked, fail_on: str, acceptance: Acceptance, watch: Watch = unwatched) -> Report:
    """The report of what is asked."""
    question, dossiers = asked.question, asked.dossiers
    return assembled(
        question,
        fail_on,
        asked.answers,
        asked.intake,
        evaluate(question, dossiers, watch),
        events_of(dossiers, question.rulebook.manifest.overview.steps, question.lang),
        acceptance=acceptance,
        set_aside=asked.aside,
    )


def determined(book: Rulebook, files: Sequence[File], given: Answers) -> tuple[list[File], tuple[Determination, ...]]:
    """The files without those of determinations, and all answers."""
    names = [question.name for question in book.program.questions]
    papers = [file for file in files if not is_named(file.path)]
    found = read_determinations([file for file in files if is_named(file.path)], names, found=True)
    told = [Determination(*one) for one in given.items()] if isinstance(given, Mapping) else given
    answers = (*told, *found)
    agreed(answers)
    return papers, answers


def taken_in(
    book: Rulebook, files: list[File], lang: str, watch: Watch = unwatched
) -> tuple[Intake, tuple[Dossier, ...]]:
    """What came in with files, and the dossiers of it."""
    manifest = book.manifest
    labels = {kind: document.label for kind, document in manifest.documents.items()}
    intake = take_in(files, book.types, labels, lang, watch)
    return intake, dossiers_of(intake.documents, manifest.documents, manifest.relations)
