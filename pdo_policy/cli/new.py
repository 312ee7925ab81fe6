"""`pdo-policy new`: files to begin with."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

_LATER: Mapping[str, str] = {
    **dict.fromkeys(("plan", "agreement", "report", "dossier"), "new_papers"),
    "determinations": "new_determinations",
    "waivers": "new_waivers",
    "rulebook": "new_rulebook",
}
"""Commands and their modules, which are imported when asked for: who checks papers must not wait for them."""


class _New(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *_LATER]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _LATER:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"pdo_policy.cli.{_LATER[cmd_name]}"), cmd_name)
        return command


@click.group(
    cls=_New,
    help="新建供填写、修改的文件：三种材料、认定文件和豁免登记的样表，一个自己的规则库。",
    short_help="新建样表、规则库。",
)
def new() -> None:
    """The commands that make files to begin with."""
