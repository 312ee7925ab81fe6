"""`pdo-policy rules fmt`: rule files in, the same files as everybody writes them out."""

from __future__ import annotations

import re
import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from pdo_policy import bundled
from pdo_policy.cli.options import rulebook_option
from pdo_policy.cli.output import write
from pdo_policy.conclusion import BROKEN_RULES, FOUND
from pdo_policy.documents.opening import bytes_of
from pdo_policy.errors import RulebookError, UsageError
from pdo_policy.reporters.problems import problem_text
from pdo_policy.rulebook.load import LARGEST, unreadable
from pdo_policy.rulebook.texts import rule_text
from pdo_policy.source import Source
from pdo_policy.wording.formatting import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.errors import Problem
    from pdo_policy.language.packs import Pack
    from pdo_policy.rulebook.spelling import Wanted

STDIN = Path("-")


class _Written(NamedTuple):
    """A rule file: its name, its text to the letter, and the text that the language reads."""

    name: str
    text: str
    source: Source


@click.command(
    "fmt",
    help="把规则文件（或文件夹里的 *.pdl，- 为标准输入）排成统一的写法；有错的文件不改。",
    short_help="排版规则文件。",
)
@click.argument("paths", nargs=-1, metavar="路径…")
@click.option("--check", is_flag=True, help="只检查，不改文件；有没排好的，列出来，退出码为 1。")
@click.option("--diff", is_flag=True, help="只显示会怎样改，不改文件。")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="换成中文或英文关键字；不写按各文件自己的。")
@click.option("--names", type=click.Choice(["label", "key"]), help="字段换成中文名称或英文键；不写不换。")
@rulebook_option
def fmt(
    *, paths: tuple[str, ...], check: bool, diff: bool, lang: str | None, names: str | None, rulebook: str | None
) -> int:
    """Lay out rule files."""
    problems: list[Problem] = []
    files = _read(paths or ((rulebook,) if rulebook is not None else ()), problems)
    if names is not None and problems:
        raise RulebookError(problems)
    folder = _folder(rulebook) if names is not None else None
    made = _laid({path: file.source for path, file in files.items()}, problems, lang, names, folder)
    changed = [path for path, text in made.items() if text != files[path].text]
    for path, text in made.items():
        if diff:
            click.echo("".join(_difference(files[path], text)), nl=False)
        elif check and path in changed:
            click.echo(files[path].name)
        elif not check and path == STDIN:
            click.echo(text, nl=False)
        elif not check and path in changed:
            write(str(path), text)
            click.echo(files[path].name)
    _tell(problems, len(changed), len(made) - len(changed), lang or "zh", kept=check or diff)
    if problems:
        return BROKEN_RULES
    return FOUND if check and changed else 0


def _laid(
    sources: Mapping[Path, Source], problems: list[Problem], lang: str | None, names: str | None, folder: Path | None
) -> dict[Path, str]:
    """The texts laid out, by the paths of their files; what is broken goes to the problems."""
    # The parser is slow to import, and most commands need none.
    from pdo_policy.language.formatted import formatted  # noqa: PLC0415 - see above
    from pdo_policy.rulebook.spelling import respelled  # noqa: PLC0415 - see above
    from pdo_policy.rulebook.vocabulary import VOCABULARY  # noqa: PLC0415 - see above

    if folder is not None:
        sources = respelled(folder, sources, cast("Wanted", names))
    made: dict[Path, str] = {}
    for path, source in sources.items():
        try:
            made[path] = formatted(source, VOCABULARY, cast("Pack | None", lang))
        except RulebookError as error:
            problems.extend(error.problems)
    return made


def _tell(problems: list[Problem], changed: int, same: int, lang: str, *, kept: bool) -> None:
    for problem in problems:
        click.echo(problem_text(problem, lang) + "\n", err=True)
    if problems:
        click.echo(said("broken", lang, count=len(problems)), err=True)
    done = "changed" if not kept else "kept" if changed else "kept-none"
    click.echo(said(done, lang, changed=changed, same=same), err=True)


def _folder(rulebook: str | None) -> Path:
    folder = Path(rulebook) if rulebook is not None else bundled.rulebook_folder()
    if not (folder / "rulebook.yaml").is_file():
        raise UsageError("no-rulebook", path=folder.as_posix())
    return folder


def _read(paths: tuple[str, ...], problems: list[Problem]) -> dict[Path, _Written]:
    """The files by their resolved paths; one that is no text is a problem.

    Raises:
        UsageError: nothing was named, or what was named is not there or holds no rule file.
    """
    if not paths:
        raise UsageError("fmt-no-input")
    files: dict[Path, _Written] = {}
    for name in paths:
        path = Path(name)
        found = sorted(path.rglob("*.pdl")) if path.is_dir() else [path]
        if not found:
            raise UsageError("fmt-no-files", path=name)
        if path != STDIN and not path.exists():
            raise UsageError("fmt-missing", path=name)
        for one in found:
            try:
                content = sys.stdin.buffer.read(LARGEST) if one == STDIN else bytes_of(one, LARGEST)
                text = Source(one.as_posix(), rule_text(content))
                files[one if one == STDIN else one.resolve()] = _Written(text.name, content.decode(), text)
            except (OSError, UnicodeDecodeError) as error:
                problems.append(unreadable(one.as_posix(), error))
    return files


def _difference(file: _Written, text: str) -> list[str]:
    """The lines of a unified diff; a last line without its end is told as `diff` tells it."""
    before, after = (re.findall(r"[^\n]*\n|[^\n]+$", written) for written in (file.text, text))
    lines = unified_diff(before, after, file.name, file.name)
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
