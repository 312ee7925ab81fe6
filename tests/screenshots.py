"""`python -m tests.screenshots` takes the pictures of docs/quickstart-applicant.md from the report on its papers anew.

Needs Chromium, its driver and a font with Chinese in it, as tests/e2e/test_html_in_chromium.py does.
"""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pdo_policy.api import check, render
from pdo_policy.source import Source
from tests.e2e.test_html_in_chromium import started

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "quickstart-applicant.md"
FILE = re.compile(r"^<!-- file: (\S+) -->\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDE, HIGH = 900, 4000


def papers() -> list[Source]:
    """The papers of the page as they stand first."""
    first: dict[str, str] = {}
    for name, text in FILE.findall(PAGE.read_text("utf-8")):
        first.setdefault(name, text)
    return [Source(name, text) for name, text in first.items()]


def main() -> None:
    """Take the pictures: the beginning, the time line, and the finding that its first cross leads to."""
    report = check(*papers(), as_of=date(2026, 11, 24))
    browser = started(WIDE, HIGH)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "报告.html"
        path.write_text(render(report, "html"), "utf-8")
        browser.get(path.as_uri())
        _taken(browser, ".columns", "applicant-first.png", above=".conclusion")
        _taken(browser, "section.times figure", "applicant-times.png")
        link = browser.find_element("css selector", "svg.timeline a")
        link.click()
        _taken(browser, "article:target", "applicant-entry.png")
    browser.quit()


def _taken(browser: WebDriver, selector: str, name: str, above: str = "") -> None:
    """Take the picture of a part of the page, with what stands from `above` on."""
    script = (
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "const top = arguments[1] ? document.querySelector(arguments[1]).getBoundingClientRect().top : box.top;"
        "return {x: box.left + scrollX - 8, y: top + scrollY - 8, width: box.width + 16, height: box.bottom - top + 16}"
    )
    clip = browser.execute_script(script, selector, above)
    wanted = {"clip": {**clip, "scale": 1}, "captureBeyondViewport": True, "format": "png"}
    made = browser.execute_cdp_cmd("Page.captureScreenshot", wanted)
    place = DOCS / "pictures" / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b64decode(made["data"]))


if __name__ == "__main__":
    main()
