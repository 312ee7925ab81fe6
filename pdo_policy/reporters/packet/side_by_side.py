"""What rules compare between papers becomes a table: a matter, what each paper says of it, and whether they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Verdict
from pdo_policy.reporters.packet.model import BREAK, Heading, Paragraph, Table, joined, last, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, evidence_links, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.findings import CoverageRow
    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.model import Block, Page, Words
    from pdo_policy.review import Consulted, Reading

MOST = 6
"""How many things a cell tells of a paper."""

PAIR = 2
"""How many papers it takes to compare."""

NOT_READ = "—"
"""What stands for a paper that a rule did not look at."""

_PARTS: Mapping[str, tuple[Verdict, ...]] = {
    "part_differ": (Verdict.VIOLATED, Verdict.NOT_ADOPTED),
    "part_open": (Verdict.UNDETERMINED, Verdict.ERROR),
    "part_agree": (Verdict.SATISFIED, Verdict.EXEMPT),
    "part_idle": (Verdict.NOT_APPLICABLE,),
}


class _Compared(NamedTuple):
    """A row of the coverage with what its rule looked at, and the issue it became."""

    row: CoverageRow
    consulted: Consulted
    issue: Issue | None


def side_by_side_page(case: Case) -> Page:
    """Every rule that compares papers, with what it read in each, consistent or not."""
    lang = case.lang
    compared = _compared(case)
    kinds = [(role, label) for role, label in case.review.kinds if _is_there(role, compared)]
    heads = (
        told("question_no", lang), told("matter", lang), told("clause", lang), *(one_line(label) for _, label in kinds),
        told("conclusion_column", lang), told("remark", lang), told("record", lang),
    )  # fmt: skip
    if not compared:
        return page("side_by_side", case, [Paragraph((told("compared_none", lang),))], wide=True, fillable=True)
    words = {code: told(code, lang) for code in ("agree", "apart", "one_only")}
    blocks: list[Block] = [Paragraph((told("compared_lead", lang, count=len(compared), **words),))]
    every: list[tuple[Words, ...]] = []
    for code, verdicts in _PARTS.items():
        own = [one for one in compared if one.row.verdict in verdicts]
        rows = tuple(_row(number, one, kinds, case) for number, one in enumerate(own, len(every) + 1))
        every.extend(rows)
        if rows:
            title = told(code, lang)
            blocks.append(Heading(title))
            blocks.append(Table(title, heads, rows, last(heads, 1)))
    return page("side_by_side", case, blocks, [sheet_of(Table("", heads, tuple(every)))], wide=True, fillable=True)


def _compared(case: Case) -> list[_Compared]:
    """In the order of the clauses."""
    issues = {(one.entry.rule, one.entry.subject): one for one in case.issues}
    found = []
    for row in case.report.coverage:
        consulted = case.consulted.get((row.rule_id, row.subject))
        if consulted is not None and consulted.crosses:
            issue = issues.get((one_line(row.rule_id), one_line(row.subject.label)))
            found.append(_Compared(row, consulted, issue))
    return sorted(found, key=lambda one: case.order(case.first(one.row.citations)))


def _is_there(role: str, compared: Sequence[_Compared]) -> bool:
    return any(reading.subject.role == role for one in compared for reading in one.consulted.readings)


def _row(number: int, one: _Compared, kinds: Sequence[tuple[str, str]], case: Case) -> tuple[Words, ...]:
    cells = [_cell([it for it in one.consulted.readings if it.subject.role == role], case) for role, _ in kinds]
    return (
        (str(number),),
        (one_line(one.row.title),),
        (displays(one.row.citations, case),),
        *cells,
        (_conclusion(one, case.lang),),
        _remark(one, case),
        (),
    )


def _cell(readings: Sequence[Reading], case: Case) -> Words:
    """What a rule read in the papers of a kind, each with its place; with the paper's name where there are several."""
    lang = case.lang
    if not readings:
        return (NOT_READ,)
    several = len({one.subject for one in readings}) > 1
    lines: list[Words] = []
    for one in readings[:MOST]:
        colon = ": " if lang == "en" else "："
        text = f"{one_line(one.name)}{colon}{one_line(one.shown)}" if one.stated else one_line(one.shown)
        paper = f"{one_line(one.subject.label)}{colon}" if several else ""
        at = "" if one.location.absent else phrase("with", lang, text="", more=case.files.where(one.location))
        lines.append((f"{paper}{text}{at}",))
    if len(readings) > MOST:
        lines.append((told("more_readings", lang, count=len(readings) - MOST),))
    return joined(lines, BREAK)


def _conclusion(one: _Compared, lang: str) -> str:
    """What the verdict says of the papers; no more than the rule compared."""
    verdict, readings = one.row.verdict, one.consulted.readings
    stated = {reading.subject for reading in readings if reading.stated}
    if verdict is Verdict.VIOLATED:
        return told("differ" if len(stated) >= PAIR else "one_only", lang)
    if verdict is Verdict.SATISFIED:
        if len(stated) < PAIR:
            return told("one_only", lang)
        said_by = {one: sorted(it.shown for it in readings if it.subject == one) for one in stated}
        alike = len(set(map(tuple, said_by.values()))) == 1 and all(it.stated for it in readings)
        return told("agree" if alike else "apart", lang)
    return said(verdict.value, lang)


def _remark(one: _Compared, case: Case) -> Words:
    if one.issue is None:
        return texts(one_line(one.row.reason))[0]
    heads = joined(((point.headline,) for point in one.issue.entry.points), BREAK)
    return (*heads, BREAK, *evidence_links(one.issue, case))
