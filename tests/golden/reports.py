"""Fixed inputs become reports: what every reporter is held against, word for word."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.api import check, render
from pdo_policy.source import Source
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
FORMATS = {
    "text": ".txt",
    "json": ".json",
    "sarif": ".sarif",
    "gitlab": ".gitlab.json",
    "junit": ".junit.xml",
    "github": ".github.txt",
    "github-summary": ".github-summary.md",
    "rdjson": ".rdjson.json",
    "markdown": ".md",
    "html": ".html",
}
"""Name of each format, and the suffix of its golden files."""

RULES = (FOLDER / "rules.pdl").read_text("utf-8")
OVERVIEW = (FOLDER / "overview.yaml").read_text("utf-8")
AS_OF = date(2026, 1, 5)


def cases() -> list[Path]:
    """The folders that hold a case."""
    return sorted(path for path in FOLDER.iterdir() if (path / "given").is_dir())


def produced(case: Path) -> Mapping[str, str]:
    """What every format makes of a case, by file name; Chinese, and English with `-en`."""
    given = sorted((case / "given").iterdir())
    sources = [Source(f"材料/{path.name}", path.read_bytes().decode("utf-8-sig")) for path in given]
    with tempfile.TemporaryDirectory() as folder:
        place = small(Path(folder), RULES)
        (place / "overview.yaml").write_text(OVERVIEW, "utf-8")
        book = load(place)
        made = {}
        for lang in ("zh", "en"):
            report = check(*sources, rulebook=book, as_of=AS_OF, lang=lang)
            mark = "" if lang == "zh" else "-en"
            for name, suffix in FORMATS.items():
                text = render(report, name, lang=lang)
                # The digest is over the rulebook's files, which other tests may add to.
                made[f"report{mark}{suffix}"] = text.replace(book.digest, "0" * 64).replace(book.digest[:12], "0" * 12)
    return made
