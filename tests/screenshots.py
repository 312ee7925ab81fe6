"""`python -m tests.screenshots` takes the pictures of the pages for applicants and reviewers, and of docs/gallery.md.

Those of the gallery are of the report on the papers of the page for applicants. Needs Chromium, its driver and a font
with Chinese in it, as tests/e2e/test_html_in_chromium.py does, and pdftoppm (Debian: poppler-utils) for the printed
page.
"""

from __future__ import annotations

import html
import re
import subprocess
from base64 import b64decode
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from pdo_policy.api import check, hearing_folder, render
from pdo_policy.reporters.typesetting import STYLES
from pdo_policy.reporters.view import View
from pdo_policy.source import Source
from tests.e2e.test_html_in_chromium import started

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

DOCS = Path(__file__).parents[1] / "docs"
APPLICANT, REVIEWER = (DOCS / f"quickstart-{name}.md" for name in ("applicant", "reviewer"))
FILE = re.compile(r"^<!-- file: (\S+) -->\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDE, HIGH = 900, 4000
FORGE = (
    "body{font:16px/1.5 sans-serif;margin:16px}table{border-collapse:collapse}"
    "td,th{border:1px solid #ccc;padding:4px 10px}code{background:#eee}"
    "blockquote{border-left:4px solid #ccc;margin-left:0;padding-left:12px}h1,h2{border-bottom:1px solid #ccc}"
)
"""Markdown as forges show it, near enough."""
SCREEN = (
    "body{margin:0;background:#1e1e1e;color:#d4d4d4}"
    "pre{font:15px/1.5 'Noto Sans Mono CJK SC','WenQuanYi Zen Hei Mono',monospace;margin:0;padding:16px}"
)
COLOURS = {"1": "font-weight:bold", "2": "opacity:.6", "31": "color:#f14c4c", "32": "color:#23d18b",
           "33": "color:#e5e510", "35": "color:#d670d6", "36": "color:#29b8db"}  # fmt: skip
"""A terminal, and what it makes of the sequences of `STYLES`."""


def papers(page: Path) -> list[Source]:
    """The papers of a page as they stand first."""
    first: dict[str, str] = {}
    for name, text in FILE.findall(page.read_text("utf-8")):
        first.setdefault(name, text)
    return [Source(name, text) for name, text in first.items()]


def main() -> None:
    """Take all pictures."""
    report = check(*papers(APPLICANT), as_of=date(2026, 11, 24))
    browser = started(WIDE, HIGH)
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "报告.html"
        path.write_text(render(report, "html"), "utf-8")
        _for_applicants(browser, path)
        _gallery(browser, path)
        _on_a_terminal(browser, folder / "screen.html", render(report, view=View(colour=True, width=96)))
        for kind in ("markdown", "github-summary"):
            _rendered(browser, folder / f"{kind}.html", render(report, kind), f"gallery-{kind}.png")
        _for_reviewers(browser, folder)
    browser.quit()


def _for_applicants(browser: WebDriver, report: Path) -> None:
    """The beginning, the time line, and the finding that its first cross leads to."""
    browser.get(report.as_uri())
    _taken(browser, ".columns", "applicant-first.png", above=".conclusion")
    _taken(browser, "section.times figure", "applicant-times.png")
    browser.find_element("css selector", "svg.timeline a").click()
    _taken(browser, "article:target", "applicant-entry.png")


def _for_reviewers(browser: WebDriver, folder: Path) -> None:
    """The conclusion as far as what to look at first, a piece of evidence, and what differs between papers."""
    report = check(*papers(REVIEWER), as_of=date(2026, 11, 24), review=True)
    for name, content in hearing_folder(report).items():
        (folder / name).write_bytes(content)
    _sized(browser, WIDE, HIGH)
    browser.get((folder / "01_总体结论.html").as_uri())
    _taken(browser, "main > ol", "reviewer-conclusion.png", above=".folder")
    browser.get((folder / "03_证据摘录.html").as_uri())
    script = "return [...document.querySelectorAll('article')].find(one => one.innerText.includes('2031年')).id"
    _taken(browser, f"#{browser.execute_script(script)}", "reviewer-evidence.png")
    _sized(browser, 1200, HIGH)
    browser.get((folder / "05_跨文件矛盾对照.html").as_uri())
    _taken(browser, ".scroll", "reviewer-side-by-side.png", above=".folder")


def _gallery(browser: WebDriver, report: Path) -> None:
    """The same report on a wide screen, on a telephone and on paper."""
    for wide, high, name in ((1280, 900, "gallery-html-wide.png"), (390, 844, "gallery-html-narrow.png")):
        _sized(browser, wide, high)
        browser.get(report.as_uri())
        _shot(browser, {"x": 0, "y": 0, "width": wide, "height": high}, name)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pdf = report.with_suffix(".pdf")
    pdf.write_bytes(b64decode(printed["data"]))
    target = DOCS / "pictures" / "gallery-html-printed"
    paper = ["-png", "-singlefile", "-f", "1", "-r", "72", str(pdf), str(target)]
    subprocess.run(["pdftoppm", *paper], check=True)


def _rendered(browser: WebDriver, path: Path, markdown: str, name: str) -> None:
    """The beginning of a text in Markdown as a forge shows it."""
    body = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    path.write_text(f"<!doctype html><html lang='zh'><meta charset='utf-8'><style>{FORGE}</style>{body}", "utf-8")
    _sized(browser, WIDE, 700)
    browser.get(path.as_uri())
    _shot(browser, {"x": 0, "y": 0, "width": WIDE, "height": 700}, name)


def _on_a_terminal(browser: WebDriver, path: Path, text: str) -> None:
    """The first lines of a report as a terminal with colours shows them."""
    shown = html.escape("\n".join(text.split("\n")[:32]))
    for sequence in set(STYLES.values()):
        style = ";".join(COLOURS[code] for code in sequence.split(";"))
        shown = shown.replace(f"\x1b[{sequence}m", f'<span style="{style}">')
    shown = shown.replace("\x1b[0m", "</span>")
    path.write_text(f"<!doctype html><meta charset='utf-8'><style>{SCREEN}</style><pre>{shown}</pre>", "utf-8")
    _sized(browser, WIDE, 700)
    browser.get(path.as_uri())
    _shot(browser, {"x": 0, "y": 0, "width": WIDE, "height": 700}, "gallery-terminal.png")


def _sized(browser: WebDriver, wide: int, high: int) -> None:
    size = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def _taken(browser: WebDriver, selector: str, name: str, above: str = "") -> None:
    """Take the picture of a part of the page, with what stands from `above` on."""
    script = (
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "const top = arguments[1] ? document.querySelector(arguments[1]).getBoundingClientRect().top : box.top;"
        "return {x: box.left + scrollX - 8, y: top + scrollY - 8, width: box.width + 16, height: box.bottom - top + 16}"
    )
    _shot(browser, browser.execute_script(script, selector, above), name)


def _shot(browser: WebDriver, part: dict[str, float], name: str) -> None:
    wanted = {"clip": {**part, "scale": 1}, "captureBeyondViewport": True, "format": "png"}
    made = browser.execute_cdp_cmd("Page.captureScreenshot", wanted)
    place = DOCS / "pictures" / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b64decode(made["data"]))


if __name__ == "__main__":
    main()
