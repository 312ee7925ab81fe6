"""A rulebook and dossiers become findings and coverage: exactly one verdict for each pair of rule and subject."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.citations import counting, idle
from pdo_policy.evaluation.describing import described
from pdo_policy.evaluation.machine import is_plain
from pdo_policy.evaluation.pairing import Pairing
from pdo_policy.evaluation.question import Question
from pdo_policy.fingerprints import distinct, order
from pdo_policy.frozen import replace
from pdo_policy.progress import ASKING, unwatched
from pdo_policy.report import NotRun, RuleInfo
from pdo_policy.wording import headlined
from pdo_policy.wording.evaluation import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from pdo_policy.dossier import Dossier
    from pdo_policy.evaluation.machine import Machine
    from pdo_policy.evaluation.pairing import MetRows, Row
    from pdo_policy.findings import Citation, CoverageRow, Finding
    from pdo_policy.progress import Watch
    from pdo_policy.rulebook.compiled import Rulebook

    Cited = Mapping[str, tuple[tuple[Citation, ...], ...]]
    Rows = Mapping[str, Sequence[Row]]


class Outcomes(NamedTuple):
    """What an evaluation gives."""

    findings: tuple[Finding, ...]
    coverage: tuple[CoverageRow, ...]
    not_run: tuple[NotRun, ...]
    rules: tuple[RuleInfo, ...]


def evaluate(question: Question, dossiers: Sequence[Dossier], watch: Watch = unwatched) -> Outcomes:
    """Ask every rule of every document of its kind; `watch` is told how far it has come.

    Returns:
        Findings in the order of their places, with fingerprints that are unique among them; the rows by rule, and in
        each rule by document in the order given; the rules without a row, and why; what each rule with a row is.
    """
    return outcomes_of(question, rows_of(question, dossiers, watch))


def rows_of(question: Question, dossiers: Sequence[Dossier], watch: Watch = unwatched) -> Rows:
    """By rule, the rows and their findings, by document in the order given; nothing of a rule that has none."""
    cited = _cited(question)
    without = idle(question, {paper.bound.kind for dossier in dossiers for paper in dossier.papers})
    met = _met_rows(question.rulebook, question.machine, question.as_of, question.law, question.lang)
    papers = [
        Pairing(question, dossier, paper, cited, without, met) for dossier in dossiers for paper in dossier.papers
    ]
    found: dict[str, list[Row]] = {}
    for name, (rule, *_) in watch(ASKING, tuple(question.machine.outlines.items())):
        if any(cited[name]):
            asked = [paper for paper in papers if paper.kind == rule.subjects[0]]
            versions = question.machine.rules[name] if asked else ()
            if is_plain(question.machine, versions):
                rows = [paper.plainly(versions) for paper in asked]
            else:
                rows = [row for paper in asked for row in paper.rows(versions)]
            if rows:
                found[name] = rows
    return found


def outcomes_of(question: Question, found: Rows) -> Outcomes:
    """Rows by rule, of whatever papers, with what is told of the rules; see `evaluate`."""
    cited, chapters = _cited(question), chapter_names(question)
    not_run: list[NotRun] = []
    asked: list[RuleInfo] = []
    for name, (rule, *_) in question.machine.outlines.items():
        chapter = chapters.get(rule.file.partition("/")[0], "")
        if not any(cited[name]):
            not_run.append(NotRun(name, rule.title, _said("no_citation", "", question.lang), chapter))
        elif name in found:
            asked.append(_described(question.machine, name, cited[name], chapter))
        else:
            label = question.rulebook.manifest.documents[rule.subjects[0]].label
            not_run.append(NotRun(name, rule.title, _said("no_subject", label, question.lang), chapter))
    rows = [row for name in question.machine.outlines for row in found.get(name, ())]
    return _numbered(rows, tuple(not_run), tuple(asked))


def _cited(question: Question) -> Cited:
    """Of each rule, the clauses of each of its versions that count."""
    return _cited_by(question.rulebook, question.machine, question.as_of, question.law)


@lru_cache(maxsize=8)
def _cited_by(book: Rulebook, machine: Machine, as_of: date, law: str) -> Cited:
    """They are the same for all papers: who checks one project after the other looks them up once."""
    asked = Question(book, machine, as_of, law, {}, "zh")
    return {name: tuple(counting(asked, each) for each in versions) for name, versions in machine.outlines.items()}


@lru_cache(maxsize=8)
def _met_rows(_book: Rulebook, _machine: Machine, _as_of: date, _law: str, _lang: str) -> MetRows:
    """What makes the rows of rules that are met from their subjects: filled as papers meet them."""
    return {}


@lru_cache(maxsize=4096)
def _described(machine: Machine, name: str, cited: tuple[tuple[Citation, ...], ...], chapter: str) -> RuleInfo:
    return described(machine.rules[name], cited, chapter)


def askable(question: Question) -> tuple[RuleInfo, ...]:
    """What each rule is that papers can be asked, whether there are papers of its kind or not."""
    chapters = chapter_names(question)
    cited = _cited(question)
    told = []
    for name, (rule, *_) in question.machine.outlines.items():
        if any(cited[name]):
            chapter = chapters.get(rule.file.partition("/")[0], "")
            told.append(_described(question.machine, name, cited[name], chapter))
    return tuple(told)


def chapter_names(question: Question) -> Mapping[str, str]:
    """The chapters of the rulebook in their order: folder to name."""
    english = question.lang == "en"
    return {one.folder: one.label_en if english else one.label for one in question.rulebook.manifest.overview.chapters}


@lru_cache(maxsize=256)
def _said(code: str, where: str, lang: str) -> str:
    return headlined(MESSAGES, code, {"where": where}, lang)


def _numbered(rows: Sequence[Row], not_run: tuple[NotRun, ...], rules: tuple[RuleInfo, ...]) -> Outcomes:
    """Rows name their findings by the fingerprints that these have in the end."""
    findings = sorted((finding for _, found in rows for finding in found), key=order)
    final = distinct(findings)
    marks = {id(before): after.fingerprint for before, after in zip(findings, final, strict=True)}
    coverage = (
        replace(row, findings=tuple(marks[id(finding)] for finding in found)) if found else row for row, found in rows
    )
    return Outcomes(final, tuple(coverage), not_run, rules)
