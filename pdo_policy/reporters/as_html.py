"""A report for people as one page of HTML: read without a script, offline, on paper, by keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.reporters.briefing.contents import briefing
from pdo_policy.reporters.html.page import page
from pdo_policy.reporters.view import PLAIN

if TYPE_CHECKING:
    from pdo_policy.report import Report
    from pdo_policy.reporters.view import View


def render_html(report: Report, lang: str, view: View = PLAIN) -> str:
    """The report as a page in UTF-8 that needs no other file and may run nothing."""
    return page(briefing(report, lang, fold=view.fold), lang)
