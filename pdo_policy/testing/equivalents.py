"""A file of mutants that no case can tell becomes the reasons why, as long as these mutants are still what it says.

`equivalent-mutants.yaml` stands beside the manifest of a rulebook; `schemas/mutants.schema.json` has its form:

    equivalent:
      - rule: HB-PLAN-FILED
        mutation: "presence stated→supplied: 方案.备案.备案状态已载明"
        reason: 状态写明了才谈得上是不是已备案，后一个条件已经要求写明

`rule` is the rule, exception, 判定 or 参数 that the slip is in; `mutation` is as `rules mutate` writes it, which
depends on the words of the condition but not on layout or line. An entry whose mutant is no more, or is told by a case
by now, is a problem, so that the file cannot outlive what it explains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.errors import FormError, Problem
from pdo_policy.law.forms import read_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pdo_policy.source import Span
    from pdo_policy.testing.mutating import Trial

FILE = "equivalent-mutants.yaml"
"""Its name in the folder of a rulebook."""


class Equivalent(NamedTuple):
    """An entry: the slip, why nothing can tell it, and where that is written."""

    home: str
    mutation: str
    reason: str
    place: Span


def read_equivalents(folder: Path) -> tuple[Equivalent, ...]:
    """The entries of a rulebook's file; none where there is no file.

    Raises:
        FormError: the file is not in form, or says the same twice.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    problems: list[Problem] = []
    form = read_form(path, path.as_posix(), "mutants", problems)
    found: dict[tuple[str, str], Equivalent] = {}
    for index, written in enumerate(form.data["equivalent"] if form is not None else ()):
        assert form is not None, "what is enumerated was read"
        place = form.span("equivalent", index, "mutation")
        entry = Equivalent(written["rule"], written["mutation"], written["reason"], place)
        if found.setdefault(entry[:2], entry) is not entry:
            problems.append(Problem("CASE-009", {"mutation": entry.mutation}, place, entry.home))
    if problems:
        raise FormError(problems)
    return tuple(found.values())


def stale(entries: Iterable[Equivalent], trials: Iterable[Trial]) -> Iterator[Problem]:
    """A problem for each entry that is not true, or not true any more.

    Args:
        entries: those on the rules that were altered.
        trials: all of the mutants of these.
    """
    tried = {(trial.mutant.slip.place.home.name, trial.mutant.name): trial for trial in trials}
    for entry in entries:
        trial = tried.get(entry[:2])
        facts = {"rule": entry.home, "mutation": entry.mutation}
        if trial is None:
            yield Problem("CASE-007", facts, entry.place, entry.home)
        elif trial.killer is not None:
            case = trial.killer
            told = {**facts, "file": case.file, "line": str(case.line), "name": case.name}
            yield Problem("CASE-008", told, entry.place, entry.home)
