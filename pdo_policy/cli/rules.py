"""`pdo-policy rules`: the rules of a rulebook, and their cases."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING

import click

from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.options import format_option, lang_option, rulebook_option
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping

_LATER: Mapping[str, str] = {"fmt": "formatting", "lint": "linting", "test": "testing", "mutate": "mutating"}
"""Commands and their modules, which are imported when asked for: who checks papers must not wait for them."""


class _Rules(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *_LATER]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _LATER:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"pdo_policy.cli.{_LATER[cmd_name]}"), cmd_name)
        return command


@click.group(
    cls=_Rules,
    help="规则：列出、排版、检查写法，运行规则的案例，或看案例能不能分辨差错。",
    short_help="列出规则，排版，检查写法，运行案例。",
)
def rules() -> None:
    """The commands about rules."""


@rules.command("list", help="列出规则库的全部规则。", short_help="列出规则。")
@format_option
@rulebook_option
@lang_option
def list_rules(output: str, rulebook: str | None, lang: str) -> int:
    """List the rules."""
    book = the_rulebook(rulebook)
    rows = [
        {
            "id": rule.id,
            "title": rule.title,
            "severity": rule.severity,
            "subjects": list(rule.subjects),
            "clauses": list(rule.clauses),
            "file": rule.file,
        }
        for rule in book.program.rules
    ]
    if output == "json":
        click.echo(json.dumps({"rules": rows}, ensure_ascii=False, indent=2))
        return 0
    width = max((len(rule.id) for rule in book.program.rules), default=0)
    for rule in book.program.rules:
        subjects = "、".join(book.manifest.documents[kind].label for kind in rule.subjects)
        click.echo(f"{rule.id:<{width}}  {said(f'severity_{rule.severity}', lang)}  {subjects}  {rule.title}")
    return 0
