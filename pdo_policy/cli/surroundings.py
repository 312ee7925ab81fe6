"""Where a command runs: the folder, the repository around it, and the step of GitHub Actions that it is part of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.cli.output import say_usage
from pdo_policy.report import Whereabouts

if TYPE_CHECKING:
    from pdo_policy.report import Report


def whereabouts() -> Whereabouts:
    """The folder of the call, and the nearest one from it upwards that holds `.git`; without one, the folder itself."""
    try:
        folder = Path.cwd()
    except OSError:
        return Whereabouts()
    root = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)
    return Whereabouts(folder.as_posix(), root.as_posix())


def append_summary(report: Report, lang: str) -> None:
    """Append a report to the summary of the step of GitHub Actions; outside of one, do nothing.

    A summary is an addition that nobody asked for by name: where it cannot be written, that is told and no more.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not path:
        return
    # No other format needs it, and a check must not wait for it.
    from pdo_policy.reporters.as_github_summary import LIMIT, within  # noqa: PLC0415 - see above

    target = Path(path)
    try:
        used = target.stat().st_size if target.exists() else 0
        text = within(api.render(report, "github-summary", lang=lang), LIMIT - used, lang)
        with target.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        say_usage("summary-unwritable", {"path": path, "reason": reason}, lang)
        return
    if not text:
        say_usage("summary-full", {"path": path}, lang)
