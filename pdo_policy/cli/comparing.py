"""An earlier report and this one become what changed since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.disposition.changes import changes
from pdo_policy.disposition.snapshots import report_in, snapshot, snapshot_of_data
from pdo_policy.documents.opening import bytes_of
from pdo_policy.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from pdo_policy.disposition.snapshots import Snapshot
    from pdo_policy.dispositions import Changes
    from pdo_policy.report import Report

LARGEST = 50_000_000
"""How many bytes a report may have."""

KEPT_AS = "report.json"
"""What the report is called in a hearing folder."""


def earlier_report(path: str) -> Snapshot:
    """What can be compared of a report: the file of one, or the hearing folder that it is in.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    data = report_at(path)
    if data is None:
        raise UsageError("report-foreign", path=path)
    return snapshot_of_data(data, path)


def report_at(path: str) -> Mapping[str, Any] | None:
    """The data of the report at a path; None where something else is there.

    Raises:
        UsageError: nothing is there that can be read, or it says that it is a report and is none that this program
            can read.
    """
    file = Path(path, KEPT_AS) if Path(path).is_dir() else Path(path)
    try:
        content = bytes_of(file, LARGEST)
    except (OSError, ValueError) as error:
        raise UsageError("earlier-missing", path=path) from error
    try:
        text = content.decode("utf-8-sig")
    except ValueError:
        return None
    return report_in(text, path)


def changes_since(earlier: Snapshot, report: Report, papers: Sequence[str], lang: str) -> Changes:
    """What is different in a report on papers."""
    return changes(earlier, snapshot(report, "、".join(papers), lang))
