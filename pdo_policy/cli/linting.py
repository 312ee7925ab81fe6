"""`pdo-policy rules lint`: a rulebook that compiles goes in, what an official would not sign comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.options import format_option, lang_option, rulebook_option
from pdo_policy.cli.placing import as_called, folder_of, placed
from pdo_policy.conclusion import CLEAN, FOUND
from pdo_policy.errors import UsageError
from pdo_policy.linting.lint import LINTS, linted
from pdo_policy.linting.suppressions import family
from pdo_policy.reporters.problems import problem_text
from pdo_policy.wording import lint as words
from pdo_policy.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.errors import Problem


@click.command(
    "lint",
    help="检查规则的写法和用语。不写路径检查整个规则库；写文件或文件夹的，只报其中的问题。",
    short_help="检查规则的写法和用语。",
)
@click.argument("paths", nargs=-1, metavar="路径…")
@format_option
@rulebook_option
@lang_option
@click.pass_context
def lint(ctx: click.Context, *, paths: tuple[str, ...], output: str, rulebook: str | None, lang: str) -> int:
    """Lint the rules of a rulebook."""
    if paths and ctx.get_parameter_source("rulebook") is click.core.ParameterSource.DEFAULT_MAP:
        # Paths that are named lie where they lie, whatever the configuration says of the rest.
        rulebook = None
    found: list[Problem] = []
    for folder, book in _books(paths, rulebook).items():
        problems = linted(the_rulebook(str(folder), book.called))
        wanted = (problem for problem in problems if any(_in(problem, path) for path in book.wanted))
        found.extend(placed(wanted, book.called))
    if output == "json":
        click.echo(json.dumps({"problems": [_data(problem, lang) for problem in found]}, ensure_ascii=False, indent=2))
    else:
        _tell(found, lang)
    return FOUND if found else CLEAN


class _Book(NamedTuple):
    """How the folder of a rulebook was called, and which of its files and folders are wanted.

    Those are written as the rulebook knows them: from its folder, with forward slashes; `.` is the whole.
    """

    called: Path
    wanted: list[str]


def _books(paths: Sequence[str], rulebook: str | None) -> dict[Path, _Book]:
    """The folders of the rulebooks that paths lie in, or that lie in them.

    Raises:
        UsageError: a path is not there, or has nothing to do with a rulebook, or with the one of `--rulebook`.
    """
    if not paths:
        called = folder_of(rulebook)
        return {called: _Book(called, [ALL])}
    books: dict[Path, _Book] = {}
    for path in paths:
        place = Path(path).resolve()
        if not place.exists():
            raise UsageError("rules-missing", path=path)
        folders = [Path(rulebook).resolve()] if rulebook is not None else _around(place)
        meant = [folder for folder in folders if place.is_relative_to(folder) or folder.is_relative_to(place)]
        if not meant or (place.is_file() and place.suffix != ".pdl"):
            raise UsageError("rules-elsewhere", path=path)
        for folder in meant:
            inside = place.relative_to(folder).as_posix() if place.is_relative_to(folder) else ALL
            books.setdefault(folder, _Book(as_called(path, folder), [])).wanted.append(inside)
    return books


ALL = "."


def _around(place: Path) -> list[Path]:
    """The rulebook that a place lies in; where it lies in none, those that lie in it."""
    above = [folder for folder in (place, *place.parents) if (folder / "rulebook.yaml").is_file()]
    return above[:1] or sorted(found.parent for found in place.rglob("rulebook.yaml"))


def _in(problem: Problem, path: str) -> bool:
    assert problem.span is not None, "lints see places"
    name = problem.span.source.name
    return path in (ALL, name) or name.startswith(f"{path}/")


def _tell(found: Sequence[Problem], lang: str) -> None:
    for problem in found:
        click.echo(problem_text(problem, lang, LINTS[problem.code].severity) + "\n")
    errors = sum(LINTS[problem.code].severity == "error" for problem in found)
    facts = {"errors": errors, "warnings": len(found) - errors}
    click.echo(words.said("found" if found else "none", lang, **facts))


def _data(problem: Problem, lang: str) -> dict[str, Any]:
    assert problem.span is not None, "lints see places"
    said = worded(words.MESSAGES, problem.code, problem.facts, lang)
    first, last = problem.span.first, problem.span.last
    return {
        "code": family(problem.code),
        "severity": LINTS[problem.code].severity,
        "file": problem.span.source.name,
        "start": {"line": first.line, "column": first.column},
        "end": {"line": last.line, "column": last.column},
        "rule": problem.within,
        "message": said.headline,
        "fix": said.fix,
    }
