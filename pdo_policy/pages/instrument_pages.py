"""Instruments become pages: status, what of the text was seen, and every clause with what checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.law.coverage import matrix
from pdo_policy.pages.markdown import plain, table
from pdo_policy.wording.law_listing import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.law.coverage import Row
    from pdo_policy.law.instruments import Instrument
    from pdo_policy.rulebook.compiled import Rulebook

_STATUS = {"draft": "征求意见稿，尚未施行", "in_force": "施行", "superseded": "已被替代"}


def instruments_index(book: Rulebook) -> str:
    """The list of instruments: status, dates, what was seen, how many clauses."""
    rows = (
        [
            f"[《{plain(one.title)}》]({one.id}.md)",
            plain(one.number),
            _status(one),
            plain(one.seen),
            str(len(one.clauses)),
        ]
        for one in book.manifest.instruments
    )
    head = "# 依据的文件\n\n" + "规则只依据下面这些文件。看到了什么、没有看到什么，每份文件都写明。\n\n"
    return head + table(["文件", "文号", "状态", "看到了什么", "登记的条款"], rows)


def instrument_page(book: Rulebook, instrument: Instrument) -> str:
    """The page of an instrument."""
    return "\n".join(_page(book, instrument)) + "\n"


def _page(book: Rulebook, one: Instrument) -> Iterator[str]:
    yield f"# 《{plain(one.title)}》\n"
    yield f"- 代号：`{one.id}`" + (f"；文号：{plain(one.number)}" if one.number else "")
    yield f"- 制定机关：{plain(one.issuer)}"
    yield f"- 状态：{_status(one)}"
    yield f"- 看到了什么：{plain(one.seen)}"
    if one.note:
        yield f"- 说明：{plain(one.note)}"
    for row in matrix([one], book.rules_by_clause):
        yield ""
        yield from _clause(row)


def _status(one: Instrument) -> str:
    if one.first is None and one.last is None:
        return _STATUS[one.status]
    first = one.first.isoformat() if one.first else "…"
    last = one.last.isoformat() if one.last else "…"
    return f"{_STATUS[one.status]}（{said('period', 'zh', first=first, last=last)}）"


def _clause(row: Row) -> Iterator[str]:
    clause = row.clause
    yield f"## {plain(clause.name)}\n"
    yield f"{plain(clause.summary)}\n"
    bound = f"{clause.modality}，{clause.addressee}" if clause.addressee else clause.modality
    yield f"- {plain(bound)}；{said(clause.visibility, 'zh')}；{said(clause.check, 'zh')}；代号 `{clause.full_id}`"
    if row.rules:
        yield f"- 规则：{'、'.join(f'[{name}](../rules/{name}.md)' for name in row.rules)}"
    if clause.question:
        yield f"- 人工核对：{plain(clause.question)}"
    if clause.reason:
        yield f"- 原因：{plain(clause.reason)}"
