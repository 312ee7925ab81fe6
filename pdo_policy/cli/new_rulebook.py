"""`pdo-policy new rulebook`: a folder goes in, a small rulebook to begin with comes out."""

from __future__ import annotations

import re
from pathlib import Path

import click

from pdo_policy import bundled
from pdo_policy.cli.options import lang_option
from pdo_policy.cli.output import write_new
from pdo_policy.errors import UsageError
from pdo_policy.wording.new import said

_PREFIX = "MY"
"""With which the rule ids of the starter begin."""

_FOR_EDITORS = re.compile(r"# yaml-language-server:.*\n")
"""A line that leads an editor to a schema beside the shipped files, which is not there beside the new ones."""


@click.command(
    "rulebook",
    help="在文件夹里新建一个能用的小规则库：清单、条款登记、规则、案例和放假安排；已有的文件不动。",
    short_help="新建规则库。",
)
@click.argument("folder", metavar="文件夹")
@click.option(
    "--prefix", metavar="前缀", default=_PREFIX, show_default=True, help="规则编号的前缀：大写字母和数字，字母开头。"
)
@lang_option
def rulebook(*, folder: str, prefix: str, lang: str) -> int:
    """Make a rulebook to begin with."""
    if not re.fullmatch("[A-Z][A-Z0-9]*", prefix):
        raise UsageError("new-prefix", value=prefix)
    texts = _rulebook(prefix)
    write_new(Path(folder), texts)
    click.echo(said("rulebook", lang, folder=folder, count=len(texts), prefix=prefix))
    return 0


def _rulebook(prefix: str) -> dict[str, str]:
    """The texts of the starter with this prefix, and of the shipped calendars, by their paths in the folder."""
    starter, shipped = bundled.data("starter"), bundled.rulebook_folder()
    texts = {
        path.relative_to(starter).as_posix(): re.sub(rf"\b{_PREFIX}\b", prefix, path.read_text("utf-8"))
        for path in sorted(starter.rglob("*"))
        if path.is_file()
    }
    for path in sorted((shipped / "calendars").glob("*.yaml")):
        texts[f"calendars/{path.name}"] = _FOR_EDITORS.sub("", path.read_text("utf-8"))
    return texts
