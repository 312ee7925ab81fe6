"""`pdo-policy rules mutate`: slips are made in the rules, and those that no case tells come out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from pdo_policy.cli import completing
from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.options import format_option, lang_option, rulebook_option
from pdo_policy.cli.placing import folder_of, in_folder
from pdo_policy.cli.testing import all_cases, percent
from pdo_policy.conclusion import CLEAN, FOUND, WRONG_CALL
from pdo_policy.errors import UsageError
from pdo_policy.reporters.excerpt import excerpt
from pdo_policy.reporters.problems import problem_text
from pdo_policy.schema.suggestions import nearest
from pdo_policy.source import Source, width
from pdo_policy.testing.equivalents import FILE, read_equivalents, stale
from pdo_policy.testing.mutating import decisive, tried
from pdo_policy.testing.running import run_case
from pdo_policy.wording.testing import said

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.source import Span
    from pdo_policy.testing.mutating import Trial


class _Score(NamedTuple):
    """How many slips there are; of these how many a case tells, how many nothing could, and how many no case tells."""

    total: int
    told: int
    equivalent: int
    survived: int

    @property
    def share(self) -> str:
        """The share of what is told in what could be."""
        return percent(self.told, self.total - self.equivalent)


@click.command(
    "mutate",
    help="在规则里逐处制造差错（一次一处），看规则的案例能不能分辨；列出没有案例能分辨的。不写规则的，查全部规则。",
    short_help="看案例能不能分辨规则里的差错。",
)
@click.argument("rules", nargs=-1, metavar="规则…", shell_complete=completing.rules)
@format_option
@click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    default=90,
    show_default=True,
    metavar="百分数",
    help="得分低于多少时退出码为 1。",
)
@rulebook_option
@lang_option
def mutate(*, rules: tuple[str, ...], output: str, fail_under: int, rulebook: str | None, lang: str) -> int:
    """Make slips in the rules and look whether their cases tell."""
    book, folder = the_rulebook(rulebook), folder_of(rulebook)
    cases = all_cases([folder])
    homes = _homes(book, rules)
    entries = [entry for entry in read_equivalents(folder) if homes is None or entry.home in homes]
    unmet = sum(bool(run_case(case, book).failure) for case in cases)
    if unmet:
        raise UsageError("cases-unmet", count=str(unmet))
    trials = list(tried(book, cases, homes))
    reasons = {(entry.home, entry.mutation): entry.reason for entry in entries}
    files = {name: Source(in_folder(folder, name), text) for name, text in book.sources.items()}
    if output == "json":
        click.echo(json.dumps(_data(files, trials, reasons), ensure_ascii=False, indent=2))
    else:
        _tell(files, trials, reasons, lang)
    problems = list(stale(entries, trials))
    for problem in problems:
        click.echo(problem_text(problem, lang) + "\n", err=True)
    if problems:
        return WRONG_CALL
    score = _score(trials, reasons)
    if score.told * 100 < fail_under * (score.total - score.equivalent):
        click.echo(said("below", lang, wanted=fail_under), err=True)
        return FOUND
    return CLEAN


def _homes(book: Rulebook, rules: Sequence[str]) -> frozenset[str] | None:
    """What decides some rules; None for all.

    Raises:
        UsageError: there is no such rule.
    """
    known = dict.fromkeys(rule.id for rule in book.program.rules)
    for name in rules:
        if name not in known:
            near = nearest(name.upper(), known, 0.3)
            raise UsageError("unknown-rule" if near else "unknown-rule-alone", name=name, near=near)
    return frozenset[str]().union(*(decisive(book, name) for name in rules)) if rules else None


def _score(trials: Sequence[Trial], reasons: Collection[tuple[str, str]]) -> _Score:
    standings = [_standing(trial, reasons) for trial in trials]
    return _Score(len(trials), *(standings.count(name) for name in ("told", "equivalent", "survived")))


def _standing(trial: Trial, reasons: Collection[tuple[str, str]]) -> str:
    if trial.killer is not None:
        return "told"
    return "equivalent" if _key(trial) in reasons else "survived"


def _key(trial: Trial) -> tuple[str, str]:
    return trial.mutant.slip.place.home.name, trial.mutant.name


def _by_home(trials: Sequence[Trial]) -> dict[str, list[Trial]]:
    found: dict[str, list[Trial]] = {}
    for trial in trials:
        found.setdefault(_key(trial)[0], []).append(trial)
    return found


def _span(files: Mapping[str, Source], trial: Trial) -> Span:
    slip = trial.mutant.slip
    return files[slip.place.home.file].span(*slip.at)


# ---------------------------------------------------------------------- text


def _tell(
    files: Mapping[str, Source], trials: Sequence[Trial], reasons: Collection[tuple[str, str]], lang: str
) -> None:
    for trial in trials:
        if _standing(trial, reasons) == "survived":
            _tell_survivor(_span(files, trial), trial, lang)
    by_home = _by_home(trials)
    widest = max(map(width, by_home), default=0)
    for home, own in by_home.items():
        score = _score(own, reasons)
        padding = " " * (widest - width(home))
        click.echo(f"{home}{padding}  {score.told}/{score.total - score.equivalent}  {score.share}")
    total = _score(trials, reasons)
    click.echo("\n" + said("score", lang, score=total.share, **total._asdict()))


def _tell_survivor(span: Span, trial: Trial, lang: str) -> None:
    home, mutation = _key(trial)
    slip, first = trial.mutant.slip, span.first
    what = said("survived", lang, kind=said(slip.kind, lang), change=slip.change)
    click.echo(f"{span.source.name}:{first.line}:{first.column} {home} {what}")
    click.echo("\n".join(excerpt(span)))
    written = json.dumps(mutation, ensure_ascii=False)
    click.echo(f"      = {said('as-written', lang, file=FILE, rule=home, mutation=written)}\n")


# ---------------------------------------------------------------------- JSON


def _data(
    files: Mapping[str, Source], trials: Sequence[Trial], reasons: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    return {
        "mutants": [_mutant(files, trial, reasons) for trial in trials],
        "scores": {home: _score(own, reasons)._asdict() for home, own in _by_home(trials).items()},
        "total": _score(trials, reasons)._asdict(),
    }


def _mutant(files: Mapping[str, Source], trial: Trial, reasons: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    span, killer = _span(files, trial), trial.killer
    home, mutation = _key(trial)
    return {
        "rule": home,
        "mutation": mutation,
        "kind": trial.mutant.slip.kind,
        "file": span.source.name,
        "line": span.first.line,
        "column": span.first.column,
        "standing": _standing(trial, reasons),
        "told_by": {"file": killer.file, "line": killer.line, "name": killer.name} if killer is not None else None,
        "reason": reasons.get((home, mutation), ""),
    }
