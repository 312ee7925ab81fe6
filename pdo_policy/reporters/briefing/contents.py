"""A report becomes all that a person reads of it, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Verdict
from pdo_policy.reporters.accepting import annexed, change_groups, compared
from pdo_policy.reporters.because import because
from pdo_policy.reporters.briefing.bundles import bundled
from pdo_policy.reporters.briefing.entries import COLUMNS, EXPLAINED, VERIFY, entries
from pdo_policy.reporters.briefing.grid import chapters
from pdo_policy.reporters.briefing.timeline import timelines
from pdo_policy.reporters.determining import awaited, taken
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.report import said, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.report import Limit, Report
    from pdo_policy.reporters.briefing.bundles import Bundle
    from pdo_policy.reporters.briefing.entries import Entry
    from pdo_policy.reporters.briefing.grid import Chapter
    from pdo_policy.reporters.briefing.timeline import Timeline


MOST = 10
"""How many items of a column are named at the beginning; all are told further down."""


class Column(NamedTuple):
    """A column: its code, heading, the verdicts in it, how much it weighs in the conclusion's counts, its entries.

    The items are the entries once more, those with one cause as one.
    """

    code: str
    heading: str
    means: str
    weight: int
    entries: tuple[Entry, ...]
    items: tuple[Entry | Bundle, ...]


class Law(NamedTuple):
    """An instrument that counts and that a rule rests on: title in 《》, number, status."""

    title: str
    number: str
    status: str


class Input(NamedTuple):
    """A file that was checked, or not: path, what it is, digest, size."""

    path: str
    paper: str
    sha256: str
    size: int


class Clause(NamedTuple):
    """A clause for people: its name, what it says, what to ask or why no paper shows it."""

    display: str
    summary: str
    told: str


class Briefing(NamedTuple):
    """All that is read, in order.

    Attributes:
        sentence: the concluding sentence.
        status: `ready`, `ready_with_open`, `not_ready` or `incomplete`.
        because: why a check is incomplete; empty where it is complete.
        subtitle: rulebook and date.
        drafts: that drafts are among the law; empty where there are none.
        unfinished: of each paper that is not finished: its file, what it is now, what comes next.
        compared: in a sentence, what is different from the check before; empty where there is none.
        changes: the same in groups of lines, each with its heading.
        columns: in order; 已说明理由 only where there is something in it.
        timelines: of the projects with dates.
        chapters: the obligations.
        counts: how many pairs of rule and paper end in each verdict.
        total: how many pairs there are.
        not_run: how many rules were not asked.
        awaited: 认定 that verdicts wait for.
        taken: 认定 that were taken into account.
        for_people: clauses for people to look at.
        absent: clauses that no paper can show.
        laws: what rules rest on.
        inputs: what was checked.
        accepted: a line for each waiver, for the baseline and for files of them that were not taken.
        made_by: rulebook, digest, tool, date.
        scope: what the rulebook covers.
        disclaimer: what this report is not.
    """

    sentence: str
    status: str
    because: tuple[str, ...]
    subtitle: str
    drafts: str
    unfinished: tuple[tuple[str, str, str], ...]
    compared: str
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    columns: tuple[Column, ...]
    timelines: tuple[Timeline, ...]
    chapters: tuple[Chapter, ...]
    counts: Mapping[str, int]
    total: int
    not_run: int
    awaited: tuple[str, ...]
    taken: tuple[str, ...]
    for_people: tuple[Clause, ...]
    absent: tuple[Clause, ...]
    laws: tuple[Law, ...]
    inputs: tuple[Input, ...]
    accepted: tuple[str, ...]
    made_by: str
    scope: str
    disclaimer: str


def briefing(report: Report, lang: str, *, fold: bool = True) -> Briefing:
    """What a person reads of a report; all text is on one line and free of control characters.

    Entries that come of one missing paper or part are told together, unless `fold` is False.
    """
    outcome = conclusion(report)
    numbered = entries(report, lang, fold=fold)
    book = report.rulebook
    facts = {"rulebook": one_line(book.title), "version": one_line(book.version), "day": report.as_of.isoformat()}
    made_by = phrase("made_by", lang, **facts, digest=book.digest, tool=report.tool_version, law=one_line(report.law))
    return Briefing(
        sentence=sentence(outcome, lang),
        status=outcome.status,
        because=tuple(because(report, lang)),
        subtitle=phrase("subtitle", lang, **facts),
        drafts=drafts_of(report, lang),
        unfinished=tuple((one_line(one.path), one_line(one.label), one_line(one.next)) for one in report.standings),
        compared=compared(report.changes, lang) if report.changes is not None else "",
        changes=tuple((head, tuple(lines)) for head, lines in change_groups(report.changes, lang))
        if report.changes is not None
        else (),
        columns=tuple(_columns(report, numbered, lang)),
        timelines=timelines(report, numbered, lang),
        chapters=chapters(report, numbered, lang),
        counts=report.counts,
        total=len(report.coverage),
        not_run=len(report.not_run),
        awaited=tuple(awaited(report.questions, lang)),
        taken=tuple(taken(one, report, lang) for one in report.determinations),
        for_people=tuple(_clause(one) for one in report.limits if one.check != "not_in_documents"),
        absent=tuple(_clause(one) for one in report.limits if one.check == "not_in_documents"),
        laws=tuple(_laws(report, lang)),
        inputs=tuple(_inputs(report, lang)),
        accepted=tuple(f"{phrase('headed', lang, head=head)}{line}" for head, line in annexed(report, lang)),
        made_by=made_by,
        scope=one_line(book.scope),
        disclaimer=said("disclaimer", lang),
    )


def _columns(report: Report, numbered: tuple[Entry, ...], lang: str) -> Iterator[Column]:
    failed = report.counts[Verdict.ERROR.value]
    for code in COLUMNS:
        own = tuple(entry for entry in numbered if entry.column == code)
        if own or code != EXPLAINED:
            means = phrase(f"{code}_means", lang)
            if code == VERIFY and failed:
                means = phrase("verify_failed", lang, count=failed)
            weight = sum(entry.weight for entry in own)
            yield Column(code, phrase(code, lang), means, weight, own, bundled(own, lang))


def _cited(report: Report) -> frozenset[str]:
    return frozenset(citation.instrument for row in report.coverage for citation in row.citations)


def drafts_of(report: Report, lang: str) -> str:
    """That drafts are among the law that rules rest on, and which; empty where there are none."""
    cited = _cited(report)
    titles = [f"《{one.title}》" for one in report.instruments if one.id in cited and one.status == "draft"]
    return one_line(phrase("drafts", lang, names="、".join(titles))) if titles else ""


def _clause(limit: Limit) -> Clause:
    return Clause(one_line(limit.citation.display), one_line(limit.summary), one_line(limit.told))


def _laws(report: Report, lang: str) -> Iterator[Law]:
    cited = _cited(report)
    for one in report.instruments:
        if one.id in cited:
            yield Law(one_line(f"《{one.title}》"), one_line(one.number), said(one.status, lang))


def _inputs(report: Report, lang: str) -> Iterator[Input]:
    for one in report.inputs:
        named = " ".join(part for part in (one.title, one.id) if part)
        yield Input(
            one_line(one.path), one_line(named) if one.readable else phrase("unread", lang), one.sha256, one.size
        )
