"""`pdo-policy why`: how a rule comes to its verdict on the papers, or why it was not run."""

from __future__ import annotations

from typing import Any

import click

from pdo_policy import api
from pdo_policy.cli import completing
from pdo_policy.cli.given import standard_input, the_date, the_determinations, the_rulebook
from pdo_policy.cli.options import as_of_option, findings_file_option, lang_option, law_option, rulebook_option
from pdo_policy.conclusion import CLEAN, UNREADABLE
from pdo_policy.reporters.trace_as_json import render_trace_json
from pdo_policy.reporters.trace_as_text import render_trace_text


@click.command(
    help="说明一条规则对材料为什么得出这个结论：起决定作用的条件、读到的内容和位置、考虑过的例外，以及怎样会改变结论。"
    "没有检查的，说明为什么。",
    short_help="说明一条规则为什么得出这个结论。",
)
@click.argument("rule", metavar="规则", shell_complete=completing.rules)
@click.argument("paths", nargs=-1, metavar="路径…", shell_complete=completing.files)
@click.option("--json", "as_json", is_flag=True, help="输出全部经过（JSON，格式见 schemas/trace.schema.json）。")
@law_option
@findings_file_option
@as_of_option
@rulebook_option
@lang_option
@click.pass_context
def why(ctx: click.Context, /, *, rule: str, paths: tuple[str, ...], as_json: bool, lang: str, **given: Any) -> int:  # noqa: ANN401 - as click gives them
    """Explain the verdicts of a rule; the exit code is 0 whatever they are, 3 where a paper could not be read."""
    paths = paths or ctx.obj.fields().get("paths", ())
    if not paths:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[1])
    day = the_date(given["as_of"])
    book = the_rulebook(given["rulebook"])
    answers = the_determinations(given["determinations"], book)
    stdin = standard_input(paths)
    explanation = api.why(
        rule, *paths, as_of=day, rulebook=book, law=given["law"], determinations=answers, lang=lang, stdin=stdin
    )
    render = render_trace_json if as_json else render_trace_text
    click.echo(render(explanation, lang), nl=False)
    return UNREADABLE if explanation.unread else CLEAN
