"""A report becomes the reasons why its check is incomplete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.report import Report


def because(report: Report, lang: str) -> Iterator[str]:
    """Why a check is incomplete, in words; nothing where it is complete."""
    unreadable = sum(1 for record in report.inputs if not record.readable)
    failed = report.counts[Verdict.ERROR.value]
    if unreadable:
        yield said("because_unreadable", lang, count=unreadable)
    if failed:
        yield said("because_failed", lang, count=failed)
    if not report.coverage and not unreadable:
        yield said("because_nothing", lang)
