"""Policy as code for Hubei's rules on the authorised operation of public data.

import datetime
import pdo_policy

report = pdo_policy.check("samples/deficient", as_of=datetime.date(2026, 11, 24))
for finding in report.findings:
    print(finding.locations[0].span.first.line, finding.rule_id, finding.text.headline)
print(pdo_policy.render(report, "json"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdo_policy.api import check, hearing_folder, load_rulebook, render
    from pdo_policy.errors import FormError, PolicyError, Problem, RulebookError, UsageError
    from pdo_policy.findings import Citation, CoverageRow, Finding, Location, Severity, Subject, Text, Verdict
    from pdo_policy.report import Determination, InputRecord, NotRun, OpenQuestion, Report
    from pdo_policy.reporters.problems import fault_text
    from pdo_policy.source import Position, Source, Span

__version__ = "0.1.0"

__all__ = [
    "Citation",
    "CoverageRow",
    "Determination",
    "Finding",
    "FormError",
    "InputRecord",
    "Location",
    "NotRun",
    "OpenQuestion",
    "PolicyError",
    "Position",
    "Problem",
    "Report",
    "RulebookError",
    "Severity",
    "Source",
    "Span",
    "Subject",
    "Text",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "fault_text",
    "hearing_folder",
    "load_rulebook",
    "render",
]

_HOMES = {
    **dict.fromkeys(("check", "hearing_folder", "load_rulebook", "render"), "api"),
    **dict.fromkeys(("FormError", "PolicyError", "Problem", "RulebookError", "UsageError"), "errors"),
    **dict.fromkeys(("Determination", "InputRecord", "NotRun", "OpenQuestion", "Report"), "report"),
    "fault_text": "reporters.problems",
    **dict.fromkeys(("Position", "Source", "Span"), "source"),
}


def __getattr__(name: str) -> object:
    """A public name, from the room it lives in; imported when it is asked for, so that `--version` stays quick."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'findings')}"), name)
