"""The HTML report in a real browser: nothing runs, nothing is fetched, all is reached by keyboard and read aloud.

Needs Chromium and its driver (Debian: chromium, chromium-driver), and for the audit axe-core, which `make judges` puts
into `.judges`. Where they are missing the tests are skipped and say so; CI installs them.
"""

from __future__ import annotations

import base64
import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.api import check, render
from pdo_policy.findings import Subject, Text
from pdo_policy.report import Event, Whereabouts
from pdo_policy.source import Source
from tests.golden.reports import AS_OF
from tests.reports import HOSTILE, RECORD, finding, made, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.chrome.webdriver import WebDriver

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".judges/node_modules/axe-core/axe.min.js"
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
DRIVER = shutil.which("chromedriver") or ""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER), reason="no Chromium or no chromedriver: the HTML report was not opened"
    ),
]
SERIOUS = ("serious", "critical")


def started(wide: int = 1280, high: int = 1000) -> WebDriver:
    """A browser without a window, that remembers what it complains of."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--window-size={wide},{high}",
    ):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service(DRIVER))


@pytest.fixture(scope="module")
def browser() -> Iterator[WebDriver]:
    driver = started()
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on the project that is wrong on purpose: with both pictures, and entries of every column."""
    report = check(ROOT / "samples/deficient", as_of=date(2026, 11, 24))
    path = tmp_path_factory.mktemp("报告") / "检查 报告.html"
    path.write_text(render(report, "html"), "utf-8")
    return path.as_uri()


def opened(browser: WebDriver, page: str, wide: int = 1280) -> WebDriver:
    browser.set_window_size(wide, 1000)
    browser.get("about:blank")
    logged(browser)
    browser.get(page)
    return browser


def run(browser: WebDriver, script: str) -> Any:
    return browser.execute_script(script)


def logged(browser: WebDriver) -> list[Any]:
    """What the browser complained of since it was asked last."""
    return list(browser.get_log("browser"))  # type: ignore[no-untyped-call]


def test_nothing_runs_and_nothing_is_fetched(browser: WebDriver, page: str) -> None:
    opened(browser, page)
    assert run(browser, "return performance.getEntriesByType('resource').map(one => one.name)") == []
    assert run(browser, "return document.scripts.length") == 0
    assert logged(browser) == []


@pytest.mark.parametrize("wide", [1280, 500])
def test_the_page_does_not_scroll_sideways(browser: WebDriver, page: str, wide: int) -> None:
    opened(browser, page, wide)
    assert run(browser, "return document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_sentence_is_seen_first(browser: WebDriver, page: str) -> None:
    opened(browser, page)
    top = run(browser, "return document.getElementById('conclusion').getBoundingClientRect()")
    assert 0 <= top["top"] < 300
    assert run(browser, "return document.getElementById('conclusion').innerText").startswith("结论：暂不建议提交（")


def test_every_link_leads_to_what_it_names(browser: WebDriver, page: str) -> None:
    opened(browser, page)
    dead = "return [...document.querySelectorAll('a')].filter(a => !document.getElementById("
    reference = "(a.getAttribute('href') || '').slice(1))).length"
    assert run(browser, dead + reference) == 0
    assert run(browser, "return document.querySelectorAll('svg.timeline a').length") > 3
    assert run(browser, "return document.querySelectorAll('svg.grid a').length") > 3


def test_a_click_on_a_picture_shows_the_finding(browser: WebDriver, page: str) -> None:
    opened(browser, page)
    link = browser.find_element("css selector", "svg.timeline a")
    browser.execute_script("arguments[0].scrollIntoView()", link)
    link.click()
    assert run(browser, "return /^#n[0-9]+$/.test(location.hash)")
    seen = run(browser, "return document.querySelector(location.hash).getBoundingClientRect().top")
    assert -5 <= seen < 1000


def test_the_keyboard_goes_through_in_the_order_of_reading(browser: WebDriver, page: str) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(browser, page)
    seen = "[...document.querySelectorAll('a, summary, [tabindex]')].filter(one => one.checkVisibility())"
    stops = f"{seen}.indexOf(document.activeElement)"
    reached = []
    for _ in range(60):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(run(browser, f"return document.activeElement.matches(':focus-visible') ? {stops} : -1"))
    assert reached == list(range(60))


def test_a_printed_page_is_a4_with_numbers(browser: WebDriver, page: str) -> None:
    opened(browser, page)
    made = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    content = base64.b64decode(made["data"])
    sizes = {tuple(map(round, map(float, box.split()))) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", content)}
    assert sizes == {(0, 0, 595, 842)}


def violations(browser: WebDriver) -> list[str]:
    run(browser, AXE.read_text("utf-8"))
    script = "const done = arguments[0]; axe.run().then(done, error => done({violations: [{id: String(error)}]}))"
    found = browser.execute_async_script(script)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found["violations"]
        if one.get("impact", "critical") in SERIOUS
    ]


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core (make judges): the HTML report was not audited")
@pytest.mark.parametrize("wide", [1280, 500])
def test_axe_finds_nothing_serious(browser: WebDriver, page: str, wide: int) -> None:
    opened(browser, page, wide)
    run(browser, "document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(browser) == []


def test_hostile_names_and_values_stay_text(browser: WebDriver, tmp_path: Path) -> None:
    """Everything that a paper can bring into a page, in every place of it."""
    from dataclasses import replace

    evil = (
        "".join(HOSTILE)
        + "<img src=x onerror=document.title='!'><svg onload=document.title='!'><a href='javascript:0'>"
    )
    source = Source(f"材料/{evil}.yaml", f"目标: {evil}\n签订: 2025-01-01\n审议: 2025-02-01\n")
    subject = Subject("plan", evil, evil, evil)
    one = replace(rule(), title=evil, why=evil, fix=evil, chapter=evil)
    words = Text(evil, evil, evil, evil, (evil,), evil)
    fault = finding(one, source, subject, 0, text=words)
    report = made([fault], [], [replace(RECORD, path=source.name, title=evil, id=evil)], [one], Whereabouts())
    events = tuple(
        Event(step, evil, subject, fault.locations[0], AS_OF, AS_OF.replace(month=step + 2), evil) for step in range(2)
    )
    report = replace(report, chapters=(evil,), events=events)
    path = tmp_path / "x.html"
    path.write_text(render(report, "html"), "utf-8")
    opened(browser, path.as_uri())
    assert run(browser, "return document.title").startswith("结论：")
    assert run(browser, "return document.querySelectorAll('img, script, iframe, object, embed, [onload]').length") == 0
    links = run(browser, "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert [link for link in links if not link.startswith("#")] == []
    assert logged(browser) == []
    assert "<img src=x" in run(browser, "return document.body.innerText")
