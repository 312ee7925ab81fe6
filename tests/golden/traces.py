"""Fixed papers become explanations: what `why` is held against, word for word."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.api import why
from pdo_policy.reporters.trace_as_json import render_trace_json
from pdo_policy.reporters.trace_as_text import render_trace_text
from pdo_policy.source import Source
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "why"
AS_OF = date(2025, 7, 1)
RULES = (FOLDER / "rules.pdl").read_text("utf-8")


def produced() -> Mapping[str, str]:
    """The explanation of every rule, by file name: text in both languages, with `-en` for English, and JSON."""
    papers = sorted((FOLDER / "papers").iterdir())
    sources = [Source(f"材料/{path.name}", path.read_text("utf-8")) for path in papers]
    with tempfile.TemporaryDirectory() as folder:
        book = load(small(Path(folder), RULES))
        made = {}
        for rule in dict.fromkeys(rule.id for rule in book.program.rules):
            name = rule.removeprefix("T-").lower()
            for lang, mark in (("zh", ""), ("en", "-en")):
                explanation = why(rule, *sources, as_of=AS_OF, rulebook=book, lang=lang)
                made[f"{name}{mark}.txt"] = render_trace_text(explanation, lang)
                if lang == "zh":
                    # The digest is over the rulebook's files, which other tests may add to.
                    made[f"{name}.json"] = render_trace_json(explanation, lang).replace(book.digest, "0" * 64)
    return made
