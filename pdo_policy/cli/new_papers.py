"""`pdo-policy new plan`, `agreement`, `report`, `dossier`: papers to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.options import lang_option, target_option
from pdo_policy.cli.output import write_new
from pdo_policy.templates import Blank, template
from pdo_policy.wording.new import said

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAPERS: Mapping[str, tuple[str, str]] = {
    "plan": ("implementation_plan", "FA"),
    "agreement": ("agreement", "XY"),
    "report": ("annual_report", "NB"),
}
"""The commands, the kinds they write, and how the ids of these end."""

_LINKS: Mapping[str, Mapping[str, str]] = {
    "agreement": {"plan_id": "plan"},
    "report": {"plan_id": "plan", "agreement_id": "agreement"},
}


def paper(name: str, dossier: str, file: str) -> str:
    """The text of a paper to fill in, of the shipped kinds."""
    book = the_rulebook(None)
    kind, ending = _PAPERS[name]
    label, root = book.manifest.documents[kind].label, book.types[kind].root
    values = {
        "kind": label,
        "dossier": dossier,
        "id": f"{dossier}-{ending}",
        "title": f"{label}（请改为本文件的标题）",
        "status": root.fields["status"].values["drafting"].label,
        **{key: f"{dossier}-{_PAPERS[other][1]}" for key, other in _LINKS.get(name, {}).items()},
    }
    return template(Blank(label, file, values), root, lambda clause: book.manifest.clause(clause).display)


def _command(name: str, summary: str) -> click.Command:
    @click.command(name, help=f"{summary}：每一项写明填什么、举例和依据的条款。", short_help=f"{summary}。")
    @target_option
    @click.option("--dossier", default="XM-0001", show_default=True, metavar="编号", help="项目编号。")
    @lang_option
    def command(*, target: str | None, dossier: str, lang: str) -> int:
        text = paper(name, dossier, target or f"{_PAPERS[name][0]}.yaml")
        if target is None:
            click.echo(text, nl=False)
            return 0
        place = Path(target)
        write_new(place.parent, {place.name: text})
        click.echo(said("paper", lang, path=target))
        return 0

    return command


plan = _command("plan", "实施方案的样表")
agreement = _command("agreement", "授权运营协议的样表")
report = _command("report", "年度报告的样表")


@click.command("dossier", help="在文件夹里新建一个项目的三份样表，彼此已经关联。", short_help="一个项目的三份样表。")
@click.argument("folder", metavar="文件夹")
@click.option("--dossier", "name", default="XM-0001", show_default=True, metavar="编号", help="项目编号。")
@lang_option
def dossier(*, folder: str, name: str, lang: str) -> int:
    """Write the three papers of a dossier into a folder; files that are there stay as they are."""
    texts = {f"{kind}.yaml": paper(command, name, folder) for command, (kind, _) in _PAPERS.items()}
    write_new(Path(folder), texts)
    click.echo(said("dossier", lang, folder=folder))
    return 0
