"""`pdo-policy law`: the instruments of a rulebook, their clauses, and how each clause is checked."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from pdo_policy.cli import completing
from pdo_policy.cli.given import the_date, the_rulebook
from pdo_policy.cli.options import as_of_option, lang_option, rulebook_option
from pdo_policy.cli.placing import folder_of
from pdo_policy.errors import UsageError
from pdo_policy.law.coverage import Row, matrix
from pdo_policy.law.instruments import CLASSES, status_on
from pdo_policy.pages.coverage_page import cases_of, coverage_page
from pdo_policy.pages.instrument_pages import instrument_page, instruments_index
from pdo_policy.pages.site import case_counts
from pdo_policy.wording.law_listing import said
from pdo_policy.wording.report import said as report_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from pdo_policy.law.instruments import Instrument
    from pdo_policy.rulebook.compiled import Rulebook


@click.command(
    help="法律文件：不写参数列出全部文件；写代号或名称列出它的条款；写 coverage 列出每一条款怎样检查。",
    short_help="法律文件、条款和检查情况。",
)
@click.argument("name", required=False, metavar="[文件|coverage]", shell_complete=completing.instruments)
@click.option(
    "-f",
    "--format",
    "output",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="输出格式。",
)
@as_of_option
@rulebook_option
@lang_option
def law(name: str | None, output: str, as_of: str | None, rulebook: str | None, lang: str) -> int:
    """List instruments, clauses, or the coverage of clauses by rules."""
    book = the_rulebook(rulebook)
    day = the_date(as_of)
    if name is None:
        _instruments(book, day, output, lang)
        return 0
    if name == "coverage":
        cases = case_counts(book, folder_of(rulebook))
        if output == "markdown":
            click.echo(coverage_page(book, cases, lang), nl=False)
        else:
            _coverage(matrix(book.manifest.instruments, book.rules_by_clause), cases, output, lang)
        return 0
    instrument = book.manifest.instrument(name)
    if instrument is None:
        known = "、".join(one.id for one in book.manifest.instruments)
        raise UsageError("unknown-instrument", name=name, known=known)
    if output == "markdown":
        click.echo(instrument_page(book, instrument), nl=False)
        return 0
    _instrument(instrument, matrix([instrument], book.rules_by_clause), day, output, lang)
    return 0


def _say_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _instrument_data(instrument: Instrument, day: date) -> dict[str, Any]:
    return {
        "id": instrument.id,
        "title": instrument.title,
        "short": instrument.short,
        "number": instrument.number,
        "issuer": instrument.issuer,
        "status": status_on(instrument, day),
        "issued": instrument.issued,
        "effective_from": instrument.first.isoformat() if instrument.first else "",
        "effective_to": instrument.last.isoformat() if instrument.last else "",
        "seen": instrument.seen,
        "note": instrument.note,
        "clauses": len(instrument.clauses),
    }


def _row_data(row: Row) -> dict[str, Any]:
    clause = row.clause
    return {
        "instrument": clause.instrument,
        "clause": clause.id,
        "display": clause.display,
        "summary": clause.summary,
        "modality": clause.modality,
        "addressee": clause.addressee,
        "class": clause.check,
        "visibility": clause.visibility,
        "question": clause.question,
        "reason": clause.reason,
        "rules": list(row.rules),
    }


def _period(instrument: Instrument, lang: str) -> str:
    if instrument.first is None and instrument.last is None:
        return said("no_dates", lang)
    first = instrument.first.isoformat() if instrument.first else "…"
    last = instrument.last.isoformat() if instrument.last else "…"
    return said("period", lang, first=first, last=last)


def _instruments(book: Rulebook, day: date, output: str, lang: str) -> None:
    if output == "json":
        _say_json({"instruments": [_instrument_data(one, day) for one in book.manifest.instruments]})
        return
    if output == "markdown":
        click.echo(instruments_index(book), nl=False)
        return
    for one in book.manifest.instruments:
        number = f" {one.number}" if one.number else ""
        click.echo(f"{one.id}  《{one.title}》{number}")
        status = report_word(status_on(one, day), lang)
        click.echo(f"    {status}  {_period(one, lang)}  {said('clauses', lang, count=len(one.clauses))}")
        click.echo(f"    {said('seen', lang)}{one.seen}")


def _instrument(instrument: Instrument, rows: Sequence[Row], day: date, output: str, lang: str) -> None:
    if output == "json":
        _say_json({"instrument": _instrument_data(instrument, day), "clauses": [_row_data(row) for row in rows]})
        return
    number = f" {instrument.number}" if instrument.number else ""
    click.echo(f"《{instrument.title}》{number}")
    click.echo(f"{report_word(status_on(instrument, day), lang)}  {_period(instrument, lang)}  {instrument.issuer}")
    click.echo(f"{said('seen', lang)}{instrument.seen}")
    if instrument.note:
        click.echo(f"{said('note', lang)}{instrument.note}")
    for row in rows:
        click.echo("")
        for line in clause_lines(row, lang):
            click.echo(line)


def clause_lines(row: Row, lang: str) -> Iterable[str]:
    """A clause as text: what it says, whom it binds, how it is checked, and by which rules."""
    clause = row.clause
    yield f"{clause.name}〔{clause.id}〕{clause.summary}"
    bound = f"{clause.modality}，{clause.addressee}" if clause.addressee else clause.modality
    yield f"    {bound}  {said(clause.visibility, lang)}  {said(clause.check, lang)}"
    if row.rules:
        yield f"    {said('rules', lang)}{'、'.join(row.rules)}"
    if clause.question:
        yield f"    {said('question', lang)}{clause.question}"
    if clause.reason:
        yield f"    {said('reason', lang)}{clause.reason}"


def _coverage(rows: Sequence[Row], cases: Mapping[str, int], output: str, lang: str) -> None:
    counted = Counter(row.clause.check for row in rows)
    if output == "json":
        totals = {"total": len(rows), **{name: counted[name] for name in CLASSES}}
        counted_rows = [{**_row_data(row), "cases": cases_of(row, cases)} for row in rows]
        _say_json({"clauses": counted_rows, "counts": totals})
        return
    for row in rows:
        rules = "、".join(row.rules) or row.clause.reason or row.clause.question
        shown = f"  {said('case_count', lang, count=cases_of(row, cases))}" if row.rules else ""
        click.echo(f"{row.clause.display}  {said(row.clause.check, lang)}  {rules}{shown}".rstrip())
    click.echo("")
    shares = "  ".join(f"{said(name, lang)} {counted[name]}" for name in CLASSES)
    click.echo(f"{said('total', lang, count=len(rows))}{shares}")
