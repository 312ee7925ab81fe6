"""`pdo-policy packet`: submissions in, a hearing folder out; `packet verify`: whether it is as it was made."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pdo_policy import api
from pdo_policy.cli.comparing import changes_since, earlier_report
from pdo_policy.cli.folders import digests_in, manifest_in, outside, write_folder
from pdo_policy.cli.given import standard_input, the_acceptance, the_date, the_determinations, the_rulebook
from pdo_policy.cli.options import as_of_option, findings_file_option, lang_option, law_option, rulebook_option
from pdo_policy.cli.surroundings import whereabouts
from pdo_policy.conclusion import CLEAN, FOUND, conclusion
from pdo_policy.documents.files import collect
from pdo_policy.errors import UsageError
from pdo_policy.frozen import replace
from pdo_policy.reporters.packet.folder import MANIFEST
from pdo_policy.reporters.packet.verifying import verified
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet_calls import told
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.report import Report
    from pdo_policy.reporters.packet.verifying import Manifest, Verified


class _Packet(click.Group):
    """A group whose paths, where no command is named, are papers."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with the command that is meant before them."""
        helps = ctx.help_option_names
        if args and args[0] not in self.commands and args[0] not in helps:
            args = ["create", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Packet,
    help=(
        "把材料检查成听证准备文件夹：结论、按条款排列的问题、证据、提问、跨文件对照、义务矩阵、签字页，有网页、文本和表格。"
        "\n\n写作：pdo-policy packet 材料 -o 听证包（等于 packet create）"
    ),
    short_help="为评审和听证准备一个文件夹。",
)
def packet() -> None:
    """Hearing folders."""


@packet.command(help="检查材料，写出听证准备文件夹。", short_help="写出文件夹（可以不写 create）。")
@click.argument("paths", nargs=-1, metavar="路径…")
@click.option("-o", "--output", "target", metavar="文件夹", required=True, help="写到哪里；已有别的内容就不写。")
@click.option("--compare", metavar="报告", help="上一次的 report.json（或 -f json 写的报告）；写出这次与它相比的变化。")
@click.option("--waivers", multiple=True, metavar="文件", help="申请人的豁免登记：只列在附1，不采用。")
@click.option("--baseline", metavar="文件", help="申请人的基线：只列在附1，不采用。")
@law_option
@findings_file_option
@as_of_option
@rulebook_option
@lang_option
def create(*, paths: tuple[str, ...], target: str, lang: str, **given: Any) -> int:  # noqa: ANN401 - as click gives it
    """Check submissions and write a hearing folder."""
    book = the_rulebook(given["rulebook"])
    outside(target, paths)
    earlier = earlier_report(given["compare"]) if given["compare"] is not None else None
    report = api.check(
        *paths,
        as_of=the_date(given["as_of"]),
        rulebook=book,
        law=given["law"],
        fail_on="never",
        determinations=the_determinations(given["determinations"], book),
        acceptance=the_acceptance(given["waivers"], given["baseline"], book),
        lang=lang,
        stdin=standard_input(paths),
        review=True,
    )
    if not report.inputs:
        raise UsageError("no-document")
    changed = changes_since(earlier, report, paths, lang) if earlier is not None else None
    files = api.hearing_folder(replace(report, whereabouts=whereabouts(), changes=changed), lang=lang)
    write_folder(target, files)
    for line in _written(report, target, files, lang):
        click.echo(line)
    return report.exit_code


def _written(report: Report, target: str, files: Mapping[str, bytes], lang: str) -> Iterator[str]:
    book = report.rulebook
    facts = {"title": one_line(book.title), "version": one_line(book.version), "day": report.as_of.isoformat()}
    yield told("read", lang, count=len(report.inputs), **facts)
    yield told("review", lang)
    yield told("wrote", lang, folder=one_line(target), count=len(files))
    yield told("concluded", lang, sentence=sentence(conclusion(report), lang))
    yield told("counted", lang, total=len(report.coverage), **report.counts)
    if not all(record.readable for record in report.inputs):
        yield told("unread", lang, count=sum(not record.readable for record in report.inputs))
    yield told("begin", lang, folder=one_line(target))
    yield told("digest", lang, digest=hashlib.sha256(files[MANIFEST]).hexdigest())
    yield told("verify", lang, folder=one_line(target))


@packet.command(help="核对文件夹里的文件是不是生成时的样子；后面写上材料，连材料一起核对。", short_help="核对文件夹。")
@click.argument("folder", metavar="文件夹")
@click.argument("papers", nargs=-1, metavar="材料…")
@lang_option
def verify(*, folder: str, papers: tuple[str, ...], lang: str) -> int:
    """Compare a hearing folder, and papers, with its manifest; 1 where something differs."""
    path = Path(folder)
    manifest = manifest_in(path)
    if manifest is None:
        raise UsageError("not-a-packet", path=folder)
    try:
        state = verified(manifest, digests_in(path))
        content = (path / MANIFEST).read_bytes()
    except OSError as error:
        raise UsageError("packet-unreadable", path=folder, reason=error.strerror or "") from error
    lines = [*_differences(state, lang), *_papers(manifest, papers, lang)]
    for line in lines:
        click.echo(line)
    if not any(state):
        click.echo(told("same", lang, count=len(manifest.files)))
    click.echo(told("digest", lang, digest=hashlib.sha256(content).hexdigest()))
    national = _sm3(content)
    if national:
        click.echo(told("digest_sm3", lang, digest=national))
    return FOUND if lines else CLEAN


def _differences(state: Verified, lang: str) -> Iterator[str]:
    for code, names in state._asdict().items():
        yield from (told(code, lang, name=one_line(name)) for name in names)


def _papers(manifest: Manifest, papers: Sequence[str], lang: str) -> Iterator[str]:
    """What differs between papers and those that were checked, by their content: names may have changed."""
    if not papers:
        return
    found = {file.path: file.sha256 for file in collect(list(papers), None)}
    known = set(manifest.inputs.values())
    for path, digest in found.items():
        if digest not in known:
            yield told("paper_other", lang, name=one_line(path))
    for path, digest in manifest.inputs.items():
        if digest not in found.values():
            yield told("paper_missing", lang, name=one_line(path))


def _sm3(content: bytes) -> str:
    """The digest by GB/T 32905, where this machine's library has it; it is told and never written."""
    return hashlib.new("sm3", content).hexdigest() if "sm3" in hashlib.algorithms_available else ""
