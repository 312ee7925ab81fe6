"""`pdo-policy rules test`: case files in, what was not met and what no case shows out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.options import format_option, lang_option, rulebook_option
from pdo_policy.cli.output import write
from pdo_policy.cli.placing import folder_of, in_folder
from pdo_policy.cli.targets import see_free
from pdo_policy.conclusion import CLEAN, FOUND
from pdo_policy.errors import FormError, UsageError
from pdo_policy.testing.cases import case_files, read_cases
from pdo_policy.testing.coverage import covered
from pdo_policy.testing.junit import junit
from pdo_policy.testing.running import explained
from pdo_policy.wording.testing import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdo_policy.errors import Problem
    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.testing.cases import Case
    from pdo_policy.testing.coverage import Count, Coverage
    from pdo_policy.testing.running import Result


@click.command(
    "test",
    help="运行案例文件（*.cases.yaml），并列出没有案例显示的结论、条件和列举的项；不写路径运行规则库的全部案例。",
    short_help="运行案例，列出案例没有显示的。",
)
@click.argument("paths", nargs=-1, metavar="路径…")
@format_option
@click.option("--junit", "target", metavar="文件", help="另写一份 JUnit XML。")
@rulebook_option
@lang_option
def test(*, paths: tuple[str, ...], output: str, target: str | None, rulebook: str | None, lang: str) -> int:
    """Run the cases of the rules."""
    if target is not None:
        see_free([target], paths or [str(folder_of(rulebook))], [])
    book = the_rulebook(rulebook)
    cases = all_cases([Path(path) for path in paths] or [folder_of(rulebook)])
    results, coverage = covered(book, cases, whole=not paths, lang=lang)
    folder = folder_of(rulebook)
    unshown = tuple(one._replace(file=in_folder(folder, one.file)) for one in coverage.unshown)
    coverage = coverage._replace(unshown=unshown)
    failed = [result for result in results if result.failure]
    if target is not None:
        write(target, junit(results))
    if output == "json":
        data = {
            "cases": [_result(result, _explanation(result, book, lang)) for result in results],
            "failed": len(failed),
            "coverage": _coverage(coverage),
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for result in failed:
            _tell(result, _explanation(result, book, lang), lang)
        click.echo(said("cases", lang, total=len(results), failed=len(failed)))
        _tell_coverage(coverage, lang)
    return FOUND if failed else CLEAN


def all_cases(paths: Iterable[Path]) -> list[Case]:
    """The cases of files, and of all case files in folders.

    Raises:
        UsageError: a path that is not there, or no case at all.
        FormError: files that are not in the notation, with every problem of all of them.
    """
    cases: list[Case] = []
    problems: list[Problem] = []
    for path in paths:
        if not path.exists():
            raise UsageError("cases-missing", path=path.as_posix())
        for file in case_files(path) if path.is_dir() else [path]:
            try:
                cases.extend(read_cases(file))
            except FormError as error:
                problems.extend(error.problems)
    if problems:
        raise FormError(problems)
    if not cases:
        raise UsageError("no-cases")
    return cases


# ---------------------------------------------------------------------- text


def _explanation(result: Result, book: Rulebook, lang: str) -> list[str]:
    """The lines of `why` for a case that is not met; none where it could not be run."""
    if not result.failure or not result.actual:
        return []
    return explained(result.case, book, lang).splitlines()


def _tell(result: Result, explanation: Sequence[str], lang: str) -> None:
    case = result.case
    click.echo(said("failed", lang, file=case.file, line=case.line, rule=case.rule, name=case.name))
    click.echo(f"    {result.failure}")
    for reason in result.reasons:
        click.echo(f"    {said('because', lang, reason=reason)}")
    for line in explanation:
        click.echo(f"      {line}".rstrip())
    click.echo()


def _tell_coverage(coverage: Coverage, lang: str) -> None:
    counts = {name: _share(count) for name, count in coverage._asdict().items() if name != "unshown"}
    click.echo(said("coverage", lang, **counts))
    if coverage.unshown:
        click.echo("\n" + said("unshown", lang, count=len(coverage.unshown)))
    for found in coverage.unshown:
        what = said(found.what, lang, text=found.text)
        click.echo(f"  {found.file}:{found.line}:{found.column} {found.home} {what}")


def _share(count: Count) -> str:
    """As in `98/100 (98.0%)`; a share is rounded down, so that 100.0% is all."""
    return f"{count.shown}/{count.total}" + (f" ({percent(count.shown, count.total)})" if count.total else "")


def percent(part: int, whole: int) -> str:
    """A share with one decimal, rounded down, so that only all of it is 100.0%; nothing of nothing is all of it."""
    tenths = part * 1000 // whole if whole else 1000
    return f"{tenths // 10}.{tenths % 10}%"


# ---------------------------------------------------------------------- JSON


def _result(result: Result, explanation: Sequence[str]) -> dict[str, Any]:
    return {
        "file": result.case.file,
        "line": result.case.line,
        "rule": result.case.rule,
        "name": result.case.name,
        "expected": result.case.expect,
        "actual": result.actual,
        "passed": not result.failure,
        "failure": result.failure,
        "reasons": list(result.reasons),
        "why": list(explanation),
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    counts: Sequence[tuple[str, Count]] = [
        ("verdicts", coverage.verdicts),
        ("conditions", coverage.conditions),
        ("items", coverage.items),
    ]
    return {**{name: count._asdict() for name, count in counts}, "unshown": [one._asdict() for one in coverage.unshown]}
