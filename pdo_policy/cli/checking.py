"""The call of a `check` becomes reports and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.cli.given import standard_input, the_acceptance, the_date, the_determinations, the_rulebook
from pdo_policy.cli.output import deliver, say_usage
from pdo_policy.cli.progress import Progress
from pdo_policy.cli.surroundings import append_summary, whereabouts
from pdo_policy.cli.terminal import views
from pdo_policy.errors import UsageError
from pdo_policy.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.cli.configuration import Configuration
    from pdo_policy.cli.plain import CheckCall
    from pdo_policy.dispositions import Changes
    from pdo_policy.report import Report
    from pdo_policy.reporters.view import View


def perform(call: CheckCall, configuration: Configuration) -> int:
    """Check submissions and write reports; that a configuration was found and used is told beside them."""
    if configuration.searched and not call.quiet:
        say_usage("config-used", {"file": configuration.file}, call.lang)
    if (
        call.stdin_ndjson
        or call.changed_since
        or any(output.partition(":")[0] == api.STREAM for output in call.outputs)
    ):
        # What streams is not wanted where reports are.
        from pdo_policy.cli.streaming import stream  # noqa: PLC0415 - see above

        return stream(call)
    wanted = _wanted(call)
    report = _report(call, review=any(name == api.FOLDER for name, _, _ in wanted))
    report = replace(report, whereabouts=whereabouts(), changes=_changes(call, report))
    try:
        shown, kept = views(call)
        contents = [_content(report, name, call.lang, kept if path else shown) for name, _, path in wanted]
        deliver([(name, path, content) for (name, _, path), content in zip(wanted, contents, strict=True)], call.lang)
    except BrokenPipeError:
        # Who reads our output has seen enough; the result is what it is, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if any(name == "github" for name, _, _ in wanted):
        append_summary(report, call.lang)
    return report.exit_code


def _wanted(call: CheckCall) -> list[tuple[str, str, str]]:
    """The formats that are wanted, each with a colon and its file or folder, or two empty texts."""
    wanted = [output.partition(":") for output in call.outputs or ("text",)]
    for name, _, target in wanted:
        if name != api.FOLDER:
            api.known_format(name)
        elif not target:
            raise UsageError("folder-unnamed")
    targets = [target for _, _, target in wanted if target]
    if targets:
        _see_free(targets, call)
    for name, _, target in wanted:
        if name == api.FOLDER:
            _see_outside(target, call.paths)
    return wanted


def _report(call: CheckCall, *, review: bool) -> Report:
    if call.jobs != 1 and not review:
        # One process does most checks, and needs none of this.
        from pdo_policy.cli.streaming import report_by_several  # noqa: PLC0415 - see above

        return report_by_several(call)
    if call.jobs != 1 and not call.quiet:
        say_usage("folder-by-one", {}, call.lang)
    day = the_date(call.as_of)
    book = the_rulebook(call.rulebook)
    answers = the_determinations(call.determinations, book)
    stdin = standard_input(call.paths)
    acceptance = the_acceptance(call.waivers, call.baseline, book)
    with Progress(call.lang, quiet=call.quiet) as progress:
        return api.check(
            *call.paths,
            as_of=day,
            rulebook=book,
            law=call.law,
            fail_on=call.fail_on,
            determinations=answers,
            acceptance=acceptance,
            lang=call.lang,
            stdin=stdin,
            review=review,
            watch=progress.watch,
        )


def _content(report: Report, name: str, lang: str, view: View) -> str | Mapping[str, bytes]:
    """The text of a format, or the files of the one that is a folder."""
    if name == api.FOLDER:
        return api.hearing_folder(report, lang=lang)
    return api.render(report, name, lang=lang, view=view)


def _see_free(targets: Sequence[str], call: CheckCall) -> None:
    # Most reports go to the standard output.
    from pdo_policy.cli.targets import beside, see_free  # noqa: PLC0415 - see above

    see_free(targets, call.paths, beside(call))


def _see_outside(target: str, paths: Sequence[str]) -> None:
    # What writes folders is not wanted where none is asked for.
    from pdo_policy.cli.folders import outside  # noqa: PLC0415 - see above

    outside(target, paths)


def _changes(call: CheckCall, report: Report) -> Changes | None:
    if call.compare is None:
        return None
    # Few checks are compared with another, and a check must not wait for what compares.
    from pdo_policy.cli.comparing import changes_since, earlier_report  # noqa: PLC0415 - see above

    return changes_since(earlier_report(call.compare), report, call.paths, call.lang)
