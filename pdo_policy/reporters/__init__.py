"""A report is put into words, in one format or another; a reporter sees the report and nothing behind it."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from pdo_policy.reporters.view import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.report import Report
    from pdo_policy.reporters.view import View

    Reporter = Callable[[Report, str, View], str]


def _later(module: str, function: str, *, viewed: bool = False) -> Reporter:
    """The function of a module, imported when asked for: a check must not wait for what it does not write.

    Formats for programs tell everything, however a reader wants to see it.
    """

    def render(report: Report, lang: str, view: View = PLAIN) -> str:
        found = cast("Callable[..., str]", getattr(import_module(f"{__name__}.{module}"), function))
        return found(report, lang, view) if viewed else found(report, lang)

    return render


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": _later("as_text", "render_text", viewed=True),
        "json": _later("as_json", "render_json"),
        "sarif": _later("as_sarif", "render_sarif"),
        "gitlab": _later("as_gitlab", "render_gitlab"),
        "junit": _later("as_junit", "render_junit"),
        "github": _later("as_github", "render_github"),
        "github-summary": _later("as_github_summary", "render_github_summary"),
        "rdjson": _later("as_rdjson", "render_rdjson"),
        "markdown": _later("as_markdown", "render_markdown", viewed=True),
        "html": _later("as_html", "render_html", viewed=True),
    }
)
"""Name of a format to the function that writes it, from a report, a language (`zh` or `en`) and a view."""
