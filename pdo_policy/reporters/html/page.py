"""A briefing and a language become the text of a page, by the templates in this folder; the only door to Jinja."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pdo_policy.findings import Verdict
from pdo_policy.reporters.briefing.contents import MOST
from pdo_policy.reporters.html.grid_picture import grid_picture
from pdo_policy.reporters.html.timeline_picture import timeline_picture
from pdo_policy.values.chinese_numerals import in_chinese
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from pdo_policy.reporters.briefing.contents import Briefing

_FOLDER = Path(__file__).parent


def page(brief: Briefing, lang: str) -> str:
    """The page; every value is escaped, the style sheet is part of it."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = (_FOLDER / "page.css").read_text("utf-8")

    def told(code: str, **facts: object) -> str:
        return phrase(code, lang, **facts)

    def word(code: str) -> str:
        return said(code, lang)

    facts: dict[str, Any] = {
        "brief": brief,
        "lang": {"zh": "zh-CN", "en": "en"}[lang],
        "style": Markup(style),  # noqa: S704 - our own file, with nothing of a report in it
        "told": told,
        "word": word,
        "verdicts": [verdict.value for verdict in Verdict],
        "numbered": _Numbers(lang),
        "most": MOST,
        "grid": grid_picture(brief.chapters),
        "timelines": [timeline_picture(line) for line in brief.timelines],
    }
    return environment.get_template("page.html.jinja").render(facts)


class _Numbers:
    """Numbers of sections in the order they are asked for: 一、二、 or 1. 2."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._last = 0

    def __call__(self) -> str:
        self._last += 1
        return f"{self._last}. " if self._lang == "en" else f"{in_chinese(self._last)}、"
