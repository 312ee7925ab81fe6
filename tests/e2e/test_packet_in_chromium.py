"""The hearing folder in a real browser, opened from the disk: it prints, it links, and it is read by everybody.

What is needed, and what is skipped without it, is that of `test_html_in_chromium`.
"""

from __future__ import annotations

import base64
import json
import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlparse

import pytest

from pdo_policy import Source, check, hearing_folder
from tests.e2e import test_html_in_chromium
from tests.e2e.test_html_in_chromium import AXE, ROOT, browser, logged, opened, run, violations
from tests.reports import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver.chrome.webdriver import WebDriver

pytestmark = test_html_in_chromium.pytestmark
__all__ = ["browser"]
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("听证 包"), "deficient")


def written(folder: Path, sample: str) -> Path:
    for name, content in hearing_folder(check(ROOT / "samples" / sample, as_of=DAY, review=True)).items():
        (folder / name).write_bytes(content)
    return folder


def pages(folder: Path) -> list[str]:
    return [path.as_uri() for path in sorted(folder.glob("*.html"))]


def printed(browser: WebDriver, page: str) -> tuple[int, set[tuple[int, ...]]]:
    """How many sheets a page takes, and their sizes in points."""
    opened(browser, page)
    data = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", data)
    return len(re.findall(rb"/Type /Page\b", data)), {tuple(round(float(one)) for one in box.split()) for box in boxes}


def test_nothing_runs_and_nothing_is_fetched(browser: WebDriver, folder: Path) -> None:
    assert len(pages(folder)) == 14
    for page in pages(folder):
        opened(browser, page)
        assert run(browser, "return performance.getEntriesByType('resource').map(one => one.name)") == []
        assert run(browser, "return document.scripts.length") == 0
        assert logged(browser) == []


@pytest.mark.parametrize("wide", [1280, 500])
def test_no_page_scrolls_sideways(browser: WebDriver, folder: Path, wide: int) -> None:
    for page in pages(folder):
        opened(browser, page, wide)
        script = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert run(browser, script), page


def test_every_link_leads_to_a_file_and_a_place_in_it(browser: WebDriver, folder: Path) -> None:
    places = {}
    found = []
    for page in pages(folder):
        opened(browser, page)
        places[page] = set(run(browser, "return [...document.querySelectorAll('[id]')].map(one => one.id)"))
        found += [(page, link) for link in run(browser, "return [...document.links].map(one => one.href)")]
    assert len(found) > 500
    for page, link in found:
        target, place = urldefrag(link)
        assert (folder / unquote(urlparse(target).path).rpartition("/")[2]).is_file(), (page, link)
        assert not place or place in places[target], (page, link)


def test_a_question_leads_to_its_evidence(browser: WebDriver, folder: Path) -> None:
    opened(browser, (folder / "index.html").as_uri())
    browser.find_element("link text", "04 拟提问清单").click()
    assert run(browser, "return document.querySelector('h1').innerText") == "拟提问清单"
    browser.find_element("link text", "E-003").click()
    assert run(browser, "return document.querySelector(':target h2').innerText") == "E-003"
    assert "先印发后审议" in run(browser, "return document.querySelector(':target').innerText")


@pytest.mark.parametrize("sample", ["deficient", "two-operators", "real"])
def test_the_conclusion_is_one_sheet(browser: WebDriver, tmp_path: Path, sample: str) -> None:
    assert printed(browser, (written(tmp_path, sample) / "01_总体结论.html").as_uri()) == (1, {(0, 0, 595, 842)})


def test_tables_print_across_and_the_rest_upright(browser: WebDriver, folder: Path) -> None:
    across = {"04", "05", "08"}
    for page in pages(folder):
        code = unquote(page).rpartition("/")[2][:2]
        if code in {"00", "04", "05", "08", "09", "附3"}:
            _, sizes = printed(browser, page)
            assert sizes == {(0, 0, 842, 595) if code in across else (0, 0, 595, 842)}, page


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core (make judges): the hearing folder was not audited")
@pytest.mark.parametrize("wide", [1280, 500])
def test_axe_finds_nothing_serious(browser: WebDriver, tmp_path: Path, wide: int) -> None:
    for page in pages(written(tmp_path, "drafting")):
        opened(browser, page, wide)
        assert violations(browser) == [], page


def test_hostile_names_and_values_stay_text(browser: WebDriver, tmp_path: Path) -> None:
    evil = "".join(HOSTILE) + "<img src=x onerror=document.title='!'><svg onload=document.title='!'>"
    text = f"kind: agreement\nid: {json.dumps(evil)}\ntitle: {json.dumps(evil)}\nstatus: {json.dumps(evil)}\n"
    report = check(Source(f"材料/{evil}.yaml", text), as_of=DAY, review=True)
    for name, content in hearing_folder(report).items():
        (tmp_path / name).write_bytes(content)
    seen = ""
    for page in pages(tmp_path):
        opened(browser, page)
        assert run(browser, "return document.title") != "!"
        assert (
            run(browser, "return document.querySelectorAll('img, script, iframe, object, svg, [onload]').length") == 0
        )
        assert logged(browser) == []
        seen += run(browser, "return document.body.innerText")
    assert "<img src=x" in seen
