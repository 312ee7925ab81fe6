"""`pdo-policy check`: submissions in, reports out."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from pdo_policy import api
from pdo_policy.cli.options import (
    as_of_option,
    findings_file_option,
    lang_option,
    rulebook_option,
    the_date,
    the_determinations,
    the_rulebook,
)
from pdo_policy.cli.output import deliver
from pdo_policy.cli.surroundings import append_summary, whereabouts
from pdo_policy.conclusion import LEVELS
from pdo_policy.reporters import REPORTERS


@click.command(help="检查文件或文件夹（- 为标准输入），写出报告。", short_help="检查提交的材料。")
@click.argument("paths", nargs=-1, metavar="路径…")
@click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    metavar="格式[:文件]",
    help=f"{'、'.join(REPORTERS)}；可以写几次。不写文件的输出到标准输出。",
)
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="达到哪一级时退出码为 1。"
)
@click.option("--law", default="default", metavar="范围", help="default、in-force、draft 或文件代号；哪些规定计入。")
@findings_file_option
@as_of_option
@rulebook_option
@lang_option
def check(
    *,
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str,
    law: str,
    determinations: tuple[str, ...],
    as_of: str | None,
    rulebook: str | None,
    lang: str,
) -> int:
    """Check submissions and write reports."""
    day = the_date(as_of)
    book = the_rulebook(rulebook)
    answers = the_determinations(determinations, book)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    wanted = [output.partition(":") for output in outputs or ("text",)]
    for name, _, _ in wanted:
        api.known_format(name)
    report = api.check(
        *paths,
        as_of=day,
        rulebook=book,
        law=law,
        fail_on=fail_on,
        determinations=answers,
        lang=lang,
        stdin=stdin,
    )
    report = replace(report, whereabouts=whereabouts())
    deliver([(name, target, api.render(report, name, lang=lang)) for name, _, target in wanted], lang)
    if any(name == "github" for name, _, _ in wanted):
        append_summary(report, lang)
    return report.exit_code
