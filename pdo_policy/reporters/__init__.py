"""A report is put into words, in one format or another; a reporter sees the report and nothing behind it."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.report import Report

    Reporter = Callable[[Report, str], str]


def _later(module: str, function: str) -> Reporter:
    """The function of a module, imported when asked for: a check must not wait for what it does not write."""

    def render(report: Report, lang: str) -> str:
        found = cast("Reporter", getattr(import_module(f"{__name__}.{module}"), function))
        return found(report, lang)

    return render


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": _later("as_text", "render_text"),
        "json": _later("as_json", "render_json"),
        "sarif": _later("as_sarif", "render_sarif"),
        "gitlab": _later("as_gitlab", "render_gitlab"),
        "junit": _later("as_junit", "render_junit"),
        "github": _later("as_github", "render_github"),
        "github-summary": _later("as_github_summary", "render_github_summary"),
        "rdjson": _later("as_rdjson", "render_rdjson"),
        "markdown": _later("as_markdown", "render_markdown"),
        "html": _later("as_html", "render_html"),
    }
)
"""Name of a format to the function that writes it, from a report and a language (`zh` or `en`)."""
