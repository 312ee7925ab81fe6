"""`pdo-policy diff`: what is different between two submissions, or two reports."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from pdo_policy import api
from pdo_policy.cli.comparing import report_at
from pdo_policy.cli.given import the_date, the_determinations, the_rulebook
from pdo_policy.cli.options import as_of_option, findings_file_option, lang_option, law_option, rulebook_option
from pdo_policy.disposition.changes import changes
from pdo_policy.disposition.fields import Fields, field_changes
from pdo_policy.disposition.snapshots import Snapshot, snapshot, snapshot_of_data
from pdo_policy.errors import UsageError
from pdo_policy.reporters.accepting import change_groups, compared, is_empty
from pdo_policy.reporters.escaping import markdown
from pdo_policy.wording.disposition import told

if TYPE_CHECKING:
    from datetime import date

    from pdo_policy.dispositions import Changes
    from pdo_policy.report import Determination
    from pdo_policy.rulebook.compiled import Rulebook


class _How(NamedTuple):
    """How submissions are checked: with what, on which day, by which law, with which answers, in which language."""

    book: Rulebook
    day: date
    law: str
    answers: tuple[Determination, ...]
    lang: str


@click.command(
    help=(
        "对照两次提交，或者两份报告：新增、已解决、剩余的问题，变了的结论，改动的字段。"
        "“上次”“这次”是材料的文件或文件夹，或者 check -f json 写的报告，可以一样一个。"
        "没有变化退出码是 0，有变化是 1。"
    ),
    short_help="对照两次提交或两份报告。",
)
@click.argument("before", metavar="上次")
@click.argument("after", metavar="这次")
@click.option(
    "-f", "--format", "output", type=click.Choice(["text", "json", "markdown"]), default="text", help="输出格式。"
)
@findings_file_option
@law_option
@as_of_option
@rulebook_option
@lang_option
def diff(*, before: str, after: str, output: str, lang: str, **given: Any) -> int:  # noqa: ANN401 - as click gives them
    """Compare two submissions or reports."""
    book = the_rulebook(given["rulebook"])
    answers = the_determinations(given["determinations"], book)
    how = _How(book, the_date(given["as_of"]), given["law"], answers, lang)
    (first, first_fields), (second, second_fields) = _side(before, how), _side(after, how)
    both = first_fields is not None and second_fields is not None
    found = changes(first, second, field_changes(first_fields or {}, second_fields or {}) if both else ())
    click.echo(_WRITERS[output](found, lang), nl=False)
    return 0 if is_empty(found) else 1


def _side(path: str, how: _How) -> tuple[Snapshot, Fields | None]:
    """What can be compared of a path, and of papers their fields.

    Raises:
        UsageError: nothing is there; a slip in a path must not look like papers that are gone.
    """
    if not Path(path).exists():
        raise UsageError("diff-missing", path=path)
    data = report_at(path) if Path(path).is_file() else None
    if data is not None:
        return snapshot_of_data(data, path), None
    report, fields = api.check_with_fields(
        path, as_of=how.day, rulebook=how.book, law=how.law, determinations=how.answers, lang=how.lang
    )
    return snapshot(report, path, how.lang), fields


def _as_text(found: Changes, lang: str) -> str:
    lines = [compared(found, lang)]
    for heading, group in change_groups(found, lang):
        lines.append(f"{heading}:" if lang == "en" else f"{heading}：")
        lines.extend(f"    {line}" for line in group)
    if is_empty(found):
        lines.append(told("unchanged", lang))
    return "\n".join(lines) + "\n"


def _as_markdown(found: Changes, lang: str) -> str:
    lines = [f"# {markdown(compared(found, lang))}", ""]
    for heading, group in change_groups(found, lang):
        lines.extend([f"## {heading}", "", *(f"- {markdown(line)}" for line in group), ""])
    if is_empty(found):
        lines.append(told("unchanged", lang))
    return "\n".join(lines).rstrip() + "\n"


def _as_json(found: Changes, _lang: str) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


_WRITERS = {"text": _as_text, "json": _as_json, "markdown": _as_markdown}
