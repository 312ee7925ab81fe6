"""What people have to judge, and where they sign, become pages 08 and 09; nothing is filled in for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.reporters.packet.model import Heading, Paragraph, Table, blank, last, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.report import Determination, Limit
    from pdo_policy.reporters.packet.case import Case
    from pdo_policy.reporters.packet.model import Block, Page, Sheet, Words


def judgement_page(case: Case) -> Page:
    """Determinations outstanding and given, clauses for experts, and clauses that no paper shows."""
    lang = case.lang
    limits = sorted(case.report.limits, key=lambda one: case.order(one.citation))
    tables = (
        ("open_questions", _open(case), ""),
        ("given", _given(case), "given_lead"),
        ("for_people", _people([one for one in limits if one.check != "not_in_documents"], case), ""),
        ("absent", _absent([one for one in limits if one.check == "not_in_documents"], case), ""),
    )
    blocks: list[Block] = [Paragraph((told("judgement_lead", lang),))]
    sheets: list[Sheet] = []
    for code, table, lead in tables:
        blocks.append(Heading(told(code, lang)))
        if lead and table.rows:
            blocks.append(Paragraph((told(lead, lang),)))
        blocks.append(table if table.rows else Paragraph((told("none", lang),)))
        if table.rows:
            sheets.append(sheet_of(table, told(code, lang)))
    return page("judgement", case, blocks, sheets, wide=True, fillable=True)


def _table(code: str, heads: Sequence[str], rows: Sequence[tuple[Words, ...]], by_hand: int, lang: str) -> Table:
    words = tuple(told(head, lang) for head in heads)
    return Table(told(code, lang), words, tuple(rows), last(words, by_hand))


def _open(case: Case) -> Table:
    rows = [
        (
            *texts(
                *map(one_line, (one.name, one.question, one.authority, one.dossier)), one_line("、".join(one.rules))
            ),
            *blank(3),
        )
        for one in case.report.questions
    ]
    heads = ("name", "question", "authority", "project", "waiting", "answered", "paper_no", "day")
    return _table("open_questions", heads, rows, 3, case.lang)


def _given(case: Case) -> Table:
    heads = ("name", "answered", "authority", "day", "paper_no", "project", "where_written")
    return _table("given", heads, [_answer(one, case.lang) for one in case.report.determinations], 0, case.lang)


def _answer(one: Determination, lang: str) -> tuple[Words, ...]:
    at = one_line(f"{one.span.source.name}:{one.span.first.line}") if one.span is not None else ""
    by = one.by or said("unsigned", lang)
    answer = said("yes" if one.answer else "no", lang)
    return texts(one_line(one.name), answer, *map(one_line, (by, one.on, one.document, one.dossier)), at)


def _people(limits: Sequence[Limit], case: Case) -> Table:
    rows = [
        (*texts(displays([one.citation], case), one_line(one.summary), one_line(one.told)), *blank(1)) for one in limits
    ]
    return _table("for_people", ("clause", "clause_says", "look", "looked"), rows, 1, case.lang)


def _absent(limits: Sequence[Limit], case: Case) -> Table:
    rows = [texts(displays([one.citation], case), one_line(one.summary), one_line(one.told)) for one in limits]
    return _table("absent", ("clause", "clause_says", "absent_why"), rows, 0, case.lang)


def signing_page(case: Case) -> Page:
    """A form for each expert; only what is to be chosen from is printed."""
    lang = case.lang
    heads = (told("item", lang), told("entry", lang))
    rows: list[tuple[Words, ...]] = [((told("choice", lang),), (told("choices", lang),))]
    codes = ("opinions", "adoption", "grounds_of", "person", "position", "signed_on")
    rows += [((told(code, lang),), ()) for code in codes]
    table = Table(told("signing", lang), heads, tuple(rows), frozenset({1}))
    return page("signing", case, [Paragraph((told("signing_lead", lang),)), table], [sheet_of(table)], fillable=True)
