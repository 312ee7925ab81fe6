"""The pages on rules and clauses: one for each, no dead link, the same numbers in every form, text that stays text."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from pdo_policy import api, cli, generated
from pdo_policy.pages.markdown import fenced, plain, table
from pdo_policy.pages.site import site
from tests.rulebooks import load, small

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules" / "hubei"
BOOK = api.load_rulebook(RULES)
PAGES = site(BOOK, RULES)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as stop:
        cli.main(list(arguments))
    assert stop.value.code == 0
    return capsys.readouterr().out


def test_there_is_a_page_for_each_rule_and_each_instrument() -> None:
    ids = {rule.id for rule in BOOK.program.rules} | {one.id for one in BOOK.program.exceptions}
    rules = {f"rules/{name}.md" for name in ids}
    instruments = {f"law/{one.id}.md" for one in BOOK.manifest.instruments}
    fixed = {"law/index.md", "law/coverage.md", "law/limits.md", "rules/index.md"}
    assert set(PAGES) == rules | instruments | fixed


def test_every_link_leads_to_a_page() -> None:
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            path = (Path("/") / name).parent / target
            assert path.resolve().relative_to("/").as_posix() in PAGES, (name, target)


def test_each_rule_page_shows_a_fault_and_what_is_said_of_it() -> None:
    for rule in BOOK.program.rules:
        page = PAGES[f"rules/{rule.id}.md"]
        assert "## 例子：" in page
        assert "报告写道：" in page
        assert f"规则 {rule.id} " in page


def test_the_matrix_has_the_same_numbers_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(said(capsys, "law", "coverage", "-f", "json"))
    text = said(capsys, "law", "coverage")
    page = said(capsys, "law", "coverage", "-f", "markdown")
    counted = Counter(clause["class"] for clause in data["clauses"])
    counts = data["counts"]
    assert counts == {"total": len(data["clauses"]), **{name: counted[name] for name in counts if name != "total"}}
    numbers = [str(counts[name]) for name in ("automated", "partial", "manual", "not_in_documents", "definition")]
    assert re.findall(r"[0-9]+", text.splitlines()[-1]) == [str(counts["total"]), *numbers]
    total = next(line for line in page.splitlines() if line.startswith("| 合计"))
    assert re.findall(r"[0-9]+", total) == [*numbers, str(counts["total"])]
    cases = [clause["cases"] for clause in data["clauses"] if clause["rules"]]
    assert [int(count) for count in re.findall(r"（([0-9]+) 个案例）$", text, re.MULTILINE)] == cases
    assert [int(count) for count in re.findall(r"\| ([0-9]+) \|$", page.split("\n## ", 1)[1], re.MULTILINE)] == cases
    assert min(cases) > 0


def test_instruments_and_their_clauses_are_printed_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "law", "-f", "markdown") == PAGES["law/index.md"]
    assert said(capsys, "law", "27号", "-f", "markdown") == PAGES["law/ndrc-2025-27.md"]


@pytest.mark.slow
def test_what_nothing_makes_any_more_is_told_and_taken_away(tmp_path: Path) -> None:
    generated.write(tmp_path)
    assert generated.differing(tmp_path) == []
    left = tmp_path / "docs" / "rules" / "HB-GONE.md"
    left.write_text("# 没有了\n", "utf-8")
    assert generated.differing(tmp_path) == ["docs/rules/HB-GONE.md"]
    generated.write(tmp_path)
    assert not left.exists()


def test_signs_stay_signs(tmp_path: Path) -> None:
    assert plain("a|b *c*\n[d](e) <script>") == r"a\|b \*c\* \[d\](e) \<script\>"
    assert fenced("x\n```\ny\n", "yaml") == "````yaml\nx\n```\ny\n````\n"
    assert table(["a"], [["b"]]) == "| a |\n| --- |\n| b |\n"
    rule = (
        "规则 T-A “写*明*|目标”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 严重\n  应当 方案.目标 已载明\n完\n"
    )
    folder = small(tmp_path, rule)
    pages = site(load(folder), folder)
    assert pages["rules/T-A.md"].startswith("# 写\\*明\\*\\|目标\n")
    assert "例子" not in pages["rules/T-A.md"]
