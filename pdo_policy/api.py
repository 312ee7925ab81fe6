"""The hand-overs in their order: submissions in, report out, and no logic of its own."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import bundled
from pdo_policy.asking import asked_of, reported
from pdo_policy.assembly import about
from pdo_policy.conclusion import LEVELS
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.files import collect, file_of_text, in_order
from pdo_policy.errors import UsageError
from pdo_policy.frozen import replace
from pdo_policy.law.instruments import LAWS
from pdo_policy.progress import unwatched
from pdo_policy.reporters import REPORTERS
from pdo_policy.reporters.view import PLAIN
from pdo_policy.rulebook.cache import load_cached
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from pdo_policy.disposition.fields import Fields
    from pdo_policy.documents.files import File
    from pdo_policy.progress import Watch
    from pdo_policy.report import Determination, Report
    from pdo_policy.reporters.view import View
    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.traces import Explanation

STREAM = "ndjson"
"""The output format that is written line by line, as `bulk` gives it, and not from a report of all."""

FOLDER = "dossier"
"""The output format that is a folder, as `hearing_folder` gives it, and no text."""

_NOTHING = Acceptance()

Submission = str | os.PathLike[str] | Source
"""A path to a file or folder, `-` for standard input, or a text with its name."""


def load_rulebook(
    folder: str | os.PathLike[str] | None = None, cache_folder: str | os.PathLike[str] | None = None
) -> Rulebook:
    """The rulebook of a folder; without one, the shipped rulebook on Hubei's rules.

    Args:
        folder: the rulebook.
        cache_folder: where compiled rulebooks are kept, a folder of the user's own; without one, none is kept.

    Raises:
        RulebookError: it does not compile; the exception holds every problem with its place.
        UsageError: there is no rulebook in the folder.
    """
    path = Path(folder) if folder is not None else bundled.rulebook_folder()
    if not (path / "rulebook.yaml").is_file():
        raise UsageError("no-rulebook", path=path.as_posix())
    # A name such as `.` means another folder once the process has changed its own.
    return _loaded(path.absolute(), Path(cache_folder).absolute() if cache_folder is not None else None)


@cache
def _loaded(folder: Path, cache_folder: Path | None) -> Rulebook:
    return load_cached(folder, cache_folder)


def check(  # noqa: PLR0913 - each with a default, and given by name
    *submissions: Submission,
    as_of: date,
    rulebook: Rulebook | None = None,
    law: str = "default",
    fail_on: str = "error",
    determinations: Mapping[str, bool] | Sequence[Determination] = (),
    acceptance: Acceptance = _NOTHING,
    lang: str = "zh",
    stdin: bytes | None = None,
    review: bool = False,
    watch: Watch = unwatched,
) -> Report:
    """Check submissions against a rulebook.

    Args:
        *submissions: paths of files and folders, `-`, or `Source` values.
        as_of: the date of the check; it decides which law is in force.
        rulebook: as `load_rulebook` gives it; the shipped one without.
        law: `default` (in force, and drafts), `in-force`, `draft`, or the id of an instrument.
        fail_on: from which severity the report's exit code is 1: `error`, `warning`, `note`, `undetermined`, `never`.
        determinations: answers to the rulebook's 认定: by name, or with who gave them, as `read_determinations` gives
            them; those of files `determinations.yaml` in the folders are added.
        acceptance: waivers and a baseline, as `read_waivers` and `read_baseline` of `pdo_policy.disposition` give them;
            files of them in the folders are not taken unasked.
        lang: `zh` or `en`, for the tool's own words.
        stdin: the bytes of standard input, for `-`.
        review: whether the report is to hold what the format `dossier` needs beyond a report; it takes a second walk.
        watch: who is told how far the check has come.

    Returns:
        The report; nothing is printed, and nothing wrong with a submission is raised.

    Raises:
        UsageError: no submission, or an argument that means nothing.
        FormError: a file of determinations is not in form.
        RulebookError: the shipped rulebook does not compile.
    """
    book = rulebook if rulebook is not None else load_rulebook()
    validated(book, law, fail_on, lang)
    files = _files(submissions, stdin)
    asked = asked_of(files, book, determinations=determinations, as_of=as_of, law=law, lang=lang, watch=watch)
    report = reported(asked, fail_on, acceptance, watch)
    if not review:
        return report
    # A check that nobody reviews must not wait for what makes this.
    from pdo_policy.tracing.consulting import review_of  # noqa: PLC0415 - see above

    return replace(report, review=review_of(asked.question, asked.dossiers))


def check_with_fields(
    *submissions: Submission,
    as_of: date,
    rulebook: Rulebook,
    law: str,
    determinations: Sequence[Determination],
    lang: str,
) -> tuple[Report, Fields]:
    """A report, and what each field of the papers says, for comparing two submissions; see `check`."""
    # Few callers compare, and a check must not wait for what they need.
    from pdo_policy.disposition.fields import fields_of  # noqa: PLC0415 - see above

    validated(rulebook, law, "error", lang)
    files = _files(submissions, None)
    asked = asked_of(files, rulebook, determinations=determinations, as_of=as_of, law=law, lang=lang)
    return reported(asked, "error", _NOTHING), fields_of(asked.dossiers)


def why(
    rule: str,
    *submissions: Submission,
    as_of: date,
    rulebook: Rulebook | None = None,
    law: str = "default",
    determinations: Mapping[str, bool] | Sequence[Determination] = (),
    lang: str = "zh",
    stdin: bytes | None = None,
) -> Explanation:
    """Explain how a rule comes to its verdicts on submissions; the arguments after the rule's id are those of `check`.

    Raises:
        UsageError: no such rule, no submission, no document in them, or an argument that means nothing.
        RulebookError: the shipped rulebook does not compile.
    """
    # A check makes no trace, and must not wait for what makes them.
    from pdo_policy.lookup.find import rule_meant  # noqa: PLC0415 - see above
    from pdo_policy.tracing.explaining import explained  # noqa: PLC0415 - see above

    book = rulebook if rulebook is not None else load_rulebook()
    validated(book, law, "error", lang)
    name = rule_meant(book, rule)
    files = _files(submissions, stdin)
    asked = asked_of(files, book, determinations=determinations, as_of=as_of, law=law, lang=lang)
    if not asked.intake.found:
        raise UsageError("no-document")
    return explained(asked.question, asked.dossiers, name, asked.intake.findings, about(book, lang))


def render(report: Report, output: str = "text", *, lang: str = "zh", view: View = PLAIN) -> str:
    """A report in an output format, one of `REPORTERS`.

    Args:
        report: as `check` gives it.
        output: the format.
        lang: `zh` or `en`.
        view: how formats for people show it: folded or not, for a terminal or not; others do not heed it.

    Raises:
        UsageError: there is no such format.
    """
    known_format(output)
    return REPORTERS[output](report, lang, view)


def hearing_folder(report: Report, *, lang: str = "zh") -> Mapping[str, bytes]:
    """The files of a hearing folder by name: pages in HTML, Markdown and CSV, an index, the report and a manifest.

    Args:
        report: of `check` with `review`; what it holds of changes since another check is shown.
        lang: `zh` or `en`, as in the check.

    Raises:
        UsageError: the report was made without `review`.
    """
    # No other output needs it, and a check must not wait for it.
    from pdo_policy.reporters.packet.folder import folder_of  # noqa: PLC0415 - see above

    if report.review is None:
        raise UsageError("no-review")
    return folder_of(report, lang)


def known_format(output: str) -> None:
    """See that there is such an output format, before a check is made for it.

    Raises:
        UsageError: there is none.
    """
    if output not in REPORTERS:
        raise UsageError("unknown-format", format=output, formats="、".join((*REPORTERS, STREAM, FOLDER)))


def validated(book: Rulebook, law: str, fail_on: str, lang: str) -> None:
    """Refuse, with a UsageError, what means nothing, before anything is read."""
    laws = (*LAWS, *(instrument.id for instrument in book.manifest.instruments))
    for name, value, known in (("law", law, laws), ("fail-on", fail_on, LEVELS), ("lang", lang, ("zh", "en"))):
        if value not in known:
            raise UsageError("unknown-value", option=name, value=value, known="、".join(known))


def _files(submissions: tuple[Submission, ...], stdin: bytes | None) -> list[File]:
    if not submissions:
        raise UsageError("no-input")
    files = [file_of_text(submission) for submission in submissions if isinstance(submission, Source)]
    files.extend(collect([os.fspath(s) for s in submissions if not isinstance(s, Source)], stdin))
    return in_order(files)
