"""What was read and what was found become one report: sorted, counted, with the law that counted and what is open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy import __version__
from pdo_policy.conclusion import exit_code
from pdo_policy.determinations import open_questions
from pdo_policy.evaluation.evaluate import chapter_names
from pdo_policy.evaluation.limits import limits
from pdo_policy.findings import Verdict
from pdo_policy.fingerprints import distinct, order
from pdo_policy.law.instruments import counts, status_on
from pdo_policy.report import InstrumentInfo, Ordering, Report, RulebookInfo, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pdo_policy.dispositions import Acceptance, BaselineUse, WaiverUse
    from pdo_policy.evaluation.evaluate import Outcomes
    from pdo_policy.evaluation.question import Question
    from pdo_policy.findings import CoverageRow, Finding
    from pdo_policy.intake import Intake
    from pdo_policy.law.manifest import Stage
    from pdo_policy.report import Determination, Event, InputRecord
    from pdo_policy.rulebook.compiled import Rulebook


def assembled(
    question: Question,
    fail_on: str,
    answers: tuple[Determination, ...],
    intake: Intake,
    outcomes: Outcomes,
    events: tuple[Event, ...],
    *,
    acceptance: Acceptance,
    set_aside: tuple[str, ...],
) -> Report:
    """The report of a check.

    Args:
        question: what was asked.
        fail_on: from which severity the exit code is 1.
        answers: the determinations that were taken into account.
        intake: what came in.
        outcomes: what the rules said.
        events: what the papers date.
        acceptance: what is accepted for now.
        set_aside: files of waivers and baselines among the papers that nobody asked to be taken.
    """
    book, as_of, lang = question.rulebook, question.as_of, question.lang
    told = distinct(sorted((*intake.findings, *outcomes.findings), key=order))
    findings, coverage, waivers, baseline = _dealt(told, _rows(outcomes), acceptance, question)
    return Report(
        tool_version=__version__,
        rulebook=about(book, lang),
        instruments=_instruments(question),
        as_of=as_of,
        law=question.law,
        fail_on=fail_on,
        exit_code=exit_code(findings, coverage, fail_on=fail_on, all_readable=intake.readable, found=intake.found),
        inputs=intake.inputs,
        findings=findings,
        coverage=coverage,
        not_run=outcomes.not_run,
        counts=_counts(coverage),
        rules=tuple(sorted((*outcomes.rules, *intake.rules), key=lambda rule: rule.id)),
        determinations=answers,
        questions=open_questions(coverage, book.program.questions),
        chapters=tuple(chapter_names(question).values()),
        limits=limits(question, {row.rule_id for row in coverage}),
        events=events,
        orderings=tuple(Ordering(*each) for each in book.program.orders),
        waivers=waivers,
        baseline=baseline,
        set_aside=set_aside,
        standings=tuple(_standings(intake.inputs, book.manifest.overview.stages, lang)),
    )


def _dealt(
    findings: tuple[Finding, ...], rows: tuple[CoverageRow, ...], acceptance: Acceptance, question: Question
) -> tuple[tuple[Finding, ...], tuple[CoverageRow, ...], tuple[WaiverUse, ...], BaselineUse | None]:
    """Findings and rows with their dispositions, and what became of the waivers and of the baseline."""
    if not acceptance.waivers and acceptance.baseline is None:
        return findings, rows, (), None
    # Few checks accept anything, and a check must not wait for what does.
    from pdo_policy.disposition.accepting import accepted  # noqa: PLC0415 - see above

    return accepted(findings, rows, acceptance, question.as_of, question.rulebook.manifest.not_waivable)


def _rows(outcomes: Outcomes) -> tuple[CoverageRow, ...]:
    return tuple(sorted(outcomes.coverage, key=lambda row: (row.subject.dossier, row.subject.label, row.rule_id)))


def _counts(coverage: Iterable[CoverageRow]) -> Mapping[str, int]:
    counted = Counter(row.verdict.value for row in coverage)
    return {verdict.value: counted[verdict.value] for verdict in Verdict}


def _instruments(question: Question) -> tuple[InstrumentInfo, ...]:
    day, law = question.as_of, question.law
    return tuple(
        InstrumentInfo(one.id, one.title, one.number, status_on(one, day), counts(one, day, law))
        for one in question.rulebook.manifest.instruments
    )


def _standings(inputs: Sequence[InputRecord], stages: Sequence[Stage], lang: str) -> Iterator[Standing]:
    known = {(stage.document, stage.status): stage for stage in stages}
    for record in inputs:
        stage = known.get((record.role, record.status)) if record.readable else None
        if stage:
            told = (stage.label_en, stage.next_en) if lang == "en" else (stage.label, stage.next)
            yield Standing(record.path, record.index, *told)


def about(book: Rulebook, lang: str) -> RulebookInfo:
    """A rulebook as a report names it."""
    manifest = book.manifest
    scope = manifest.scope_en if lang == "en" else manifest.scope
    return RulebookInfo(manifest.id, manifest.title, manifest.version, book.digest, scope)
