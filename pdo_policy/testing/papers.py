"""Papers of a repository become reports that its tests assert on: check them, see that they pass, or say why not.

    from datetime import date
    from pdo_policy.testing import assert_passes, check_papers

    def test_our_papers() -> None:
        assert_passes(check_papers("材料", as_of=date(2026, 11, 24)))

Nothing passes because nothing was looked at: an empty folder, a path that leads nowhere, a file that cannot be read and
a law that leaves no rule all fail. There is no clock in here, and no configuration is looked for: a test says what it
asks, so that it answers the same everywhere.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.conclusion import CLEAN
from pdo_policy.determinations import read_determinations
from pdo_policy.disposition.acceptance import read_acceptance
from pdo_policy.documents.files import collect, is_passed_over, is_submission
from pdo_policy.errors import PolicyError, UsageError
from pdo_policy.reporters.problems import fault_text
from pdo_policy.wording.testing import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pdo_policy.report import Determination, Report
    from pdo_policy.rulebook.compiled import Rulebook

AnyPath = str | os.PathLike[str]
"""A path of a file or folder."""

AnyPaths = AnyPath | Sequence[AnyPath]
"""A path, or several."""


def dossier_folders(root: AnyPath, *, lang: str = "zh") -> tuple[Path, ...]:
    """The folders of projects in a folder, in the order of their names, for `pytest.mark.parametrize`.

    Each folder in it is one, also an empty one, which then fails when it is checked; hidden ones and those of tools are
    not. Where papers lie in the folder itself, it is one as a whole, so that none of them is left out.

    Args:
        root: the folder.
        lang: `zh` or `en`, for what is wrong.

    Raises:
        UsageError: there is neither a folder nor a paper in it, or no such folder; never an empty tuple.
    """
    folder = Path(root)
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    seen = [entry for entry in inside if not is_passed_over(entry.name)]
    folders = tuple(entry for entry in seen if entry.is_dir())
    if any(is_submission(entry.name) for entry in seen if not entry.is_dir()):
        return (folder,)
    if not folders:
        with _told(lang):
            raise UsageError("no-dossier", path=folder.as_posix())
    return folders


def check_papers(
    *paths: AnyPath,
    as_of: date,
    law: str = "default",
    rulebook: Rulebook | AnyPath | None = None,
    determinations: Mapping[str, bool] | AnyPaths = (),
    waivers: AnyPaths = (),
    baseline: AnyPath | None = None,
    fail_on: str = "error",
    lang: str = "zh",
) -> Report:
    """Check papers as `pdo-policy check` would with the options of the same names.

    Args:
        *paths: files and folders.
        as_of: the date of the check; it decides which law is in force.
        law: `default` (in force, and drafts), `in-force`, `draft`, or the id of an instrument.
        rulebook: a rulebook, or its folder; the shipped one without.
        determinations: answers to the rulebook's 认定 by name, or files of them; those of files `determinations.yaml`
            in the folders are added.
        waivers: files of waivers.
        baseline: the file of a baseline.
        fail_on: what `assert_passes` takes for a failure: `error`, `warning`, `note`, `undetermined`, or `never`, which
            still does not let pass what could not be checked.
        lang: `zh` or `en`, for the words of the report and of what is wrong.

    Returns:
        The report; what is wrong with papers is in it.

    Raises:
        UsageError: no path, or an argument that means nothing.
        FormError: a file of determinations, waivers or a baseline is not in form.
        RulebookError: the rulebook does not compile.

        Each has all that is wrong, in words and with its place, as a note, which test runners show.
    """
    with _told(lang):
        book = api.load_rulebook(rulebook) if rulebook is None or isinstance(rulebook, str | os.PathLike) else rulebook
        return api.check(
            *(os.fspath(path) for path in paths),
            as_of=as_of,
            rulebook=book,
            law=law,
            fail_on=fail_on,
            determinations=_answers(determinations, book),
            acceptance=read_acceptance(
                _written(waivers),
                os.fspath(baseline) if baseline is not None else None,
                [rule.id for rule in book.program.rules],
            ),
            lang=lang,
        )


def assert_passes(report: Report, *, lang: str = "zh") -> None:
    """See that papers passed: that something was checked, and that nothing counts against it.

    Args:
        report: as `check_papers` or `pdo_policy.check` gives it; it knows its `fail_on`.
        lang: `zh` or `en`, as in the check.

    Raises:
        AssertionError: they did not; its message is why, and the report as text.
    """
    # What runs tests is to point at the test, and not at this.
    __tracebackhide__ = True
    if report.exit_code != CLEAN:
        why = said(f"exit-{report.exit_code}", lang, fail_on=report.fail_on)
        message = f"{why}\n{api.render(report, 'text', lang=lang)}"
        raise AssertionError(message)


def _answers(given: Mapping[str, bool] | AnyPaths, book: Rulebook) -> Mapping[str, bool] | Sequence[Determination]:
    if isinstance(given, Mapping):
        return given
    names = [question.name for question in book.program.questions]
    return read_determinations(collect(_written(given), None), names, found=False)


def _written(paths: AnyPaths) -> list[str]:
    return [os.fspath(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]


@contextmanager
def _told(lang: str) -> Iterator[None]:
    """Let what is raised tell all it holds."""
    try:
        yield
    except PolicyError as error:
        error.add_note(fault_text(error, lang))
        raise
