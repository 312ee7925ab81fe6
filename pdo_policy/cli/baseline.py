"""`pdo-policy baseline`: what is wrong today is accepted for now, so that a pipeline stops at what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pdo_policy import api
from pdo_policy.cli.given import the_baseline, the_date, the_determinations, the_rulebook
from pdo_policy.cli.options import as_of_option, findings_file_option, lang_option, law_option, rulebook_option
from pdo_policy.cli.output import write
from pdo_policy.disposition.baseline import made, pruned, text_of
from pdo_policy.disposition.naming import BASELINE
from pdo_policy.errors import UsageError
from pdo_policy.reporters.phrases import heading
from pdo_policy.wording.disposition import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.disposition.baseline import Made
    from pdo_policy.dispositions import Baseline
    from pdo_policy.report import Report


@click.group(
    help=(
        "把现有的问题记成基线，以后检查只拦新的问题。基线不改变结论，报告里照样列出这些问题；"
        "check 用 --baseline 采用它。"
    ),
    short_help="记录现有的问题，只拦新的。",
)
def baseline() -> None:
    """Commands on a baseline."""


def _given(command: Callable[..., Any]) -> Callable[..., Any]:
    """The papers, the file, and the options of the check that a baseline is made from."""
    for option in (
        lang_option, rulebook_option, as_of_option, law_option, findings_file_option,
        click.option(
            "-o", "--output", "target", metavar="文件", default=BASELINE, show_default=True, help="基线文件。"
        ),
        click.argument("paths", nargs=-1, required=True, metavar="材料…"),
    ):  # fmt: skip
        command = option(command)
    return command


def _accepting(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option(
            "--accept-severe", "severe", is_flag=True,
            help="严重的不符合也列入。不写就不列入；列入的，每次检查都会提示。",
        ),
        click.option("--reason", required=True, metavar="理由", help="为什么暂时接受，何时整改。"),
    ):  # fmt: skip
        command = option(command)
    return command


@baseline.command(help="新建基线：列入材料里现有的问题。", short_help="新建。")
@_accepting
@_given
def create(*, target: str, reason: str, severe: bool, lang: str, **given: Any) -> int:  # noqa: ANN401 - as click gives them
    """Make a baseline; one that is there is not overwritten."""
    if Path(target).exists():
        raise UsageError("baseline-there", path=target)
    report = _checked(lang=lang, **given)
    return _written(made(report, None, reason=_reason(reason), severe=severe), target, report, lang)


@baseline.command(help="更新基线：列入新的问题，去掉已经解决的；原有的保留日期和理由。", short_help="更新。")
@_accepting
@_given
def update(*, target: str, reason: str, severe: bool, lang: str, **given: Any) -> int:  # noqa: ANN401 - as above
    """Bring a baseline up to date."""
    before = _there(target, given["rulebook"])
    report = _checked(lang=lang, **given)
    return _written(made(report, before, reason=_reason(reason), severe=severe), target, report, lang)


@baseline.command(help="清理基线：只去掉已经解决的，不列入新的。", short_help="去掉已经解决的。")
@_given
def prune(*, target: str, lang: str, **given: Any) -> int:  # noqa: ANN401 - as above
    """Take out of a baseline what is solved."""
    before = _there(target, given["rulebook"])
    report = _checked(lang=lang, **given)
    return _written(pruned(report, before), target, report, lang)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise UsageError("baseline-reason")
    return reason.strip()


def _there(target: str, rulebook: str | None) -> Baseline:
    found = the_baseline(target, the_rulebook(rulebook))
    return replace(found, path=target)


def _checked(
    *,
    paths: tuple[str, ...],
    law: str,
    determinations: tuple[str, ...],
    as_of: str | None,
    rulebook: str | None,
    lang: str,
) -> Report:
    book = the_rulebook(rulebook)
    answers = the_determinations(determinations, book)
    report = api.check(*paths, as_of=the_date(as_of), rulebook=book, law=law, determinations=answers, lang=lang)
    if not report.coverage:
        raise UsageError("no-document")
    return report


def _written(result: Made, target: str, report: Report, lang: str) -> int:
    write(target, text_of(result.baseline, report.rulebook.id))
    total = len(result.baseline.entries)
    said = told("baseline_written", lang, path=target, total=total, added=result.added, removed=result.removed)
    click.echo(said)
    if result.grave:
        click.echo(told("baseline_left", lang, count=len(result.grave)))
        for finding in result.grave:
            click.echo(f"  {heading(finding, lang)}")
    return 0
