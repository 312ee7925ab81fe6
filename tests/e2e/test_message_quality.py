"""The page on the quality of messages: every message of the samples has its score, and the averages told are those."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pdo_policy import check

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/message-quality.md").read_text("utf-8")
SAMPLES = ("deficient", "real")
BAR, LOWEST = 4.5, 4.0


class Score(NamedTuple):
    """A row of the table: a message and what it got."""

    code: str
    sentence: str
    criteria: tuple[float, ...]
    now: float
    before: float
    fault: str


def scores() -> list[Score]:
    table = PAGE.partition("<!-- table: scores -->\n")[2].splitlines()[2:]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table if line.startswith("|")]
    return [
        Score(row[0].strip("`"), row[1], tuple(map(float, row[2:7])), float(row[7]), float(row[8]), row[9])
        for row in cells
    ]


SCORES = scores()


@cache
def sentences() -> dict[str, set[str]]:
    """What each rule and each check of form says of the samples."""
    said: dict[str, set[str]] = {}
    for sample in SAMPLES:
        for finding in check(ROOT / "samples" / sample, as_of=date(2026, 11, 24)).findings:
            said.setdefault(finding.rule_id, set()).add(finding.text.headline.replace("|", "\\|"))
    return said


def mean(values: list[float]) -> str:
    return f"{sum(values) / len(values):.2f}"


def test_whatever_is_found_in_the_samples_has_a_score() -> None:
    assert {score.code for score in SCORES} == set(sentences())
    assert len({score.code for score in SCORES}) == len(SCORES)


def test_the_sentences_are_those_of_today() -> None:
    assert [score for score in SCORES if score.sentence not in sentences()[score.code]] == []


def test_a_total_is_the_sum_of_five() -> None:
    assert [score for score in SCORES if sum(score.criteria) != score.now or len(score.criteria) != 5] == []
    assert {point for score in SCORES for point in score.criteria} <= {0, 0.5, 1}


def test_what_was_mended_got_more_and_what_got_more_says_why() -> None:
    assert [score for score in SCORES if (score.now > score.before) is not bool(score.fault)] == []


def test_the_averages_told_are_those_of_the_table() -> None:
    now, before = [score.now for score in SCORES], [score.before for score in SCORES]
    of_rules = sum(score.code.startswith("HB-") for score in SCORES)
    assert f"改以前平均 {mean(before)}，" in PAGE
    assert f"现在平均 {mean(now)}：{now.count(5)} 种 5 分，{now.count(4.5)} 种 4.5 分，{now.count(4)} 种 4 分" in PAGE
    assert f"{of_rules} 条规则各少 0.5 分，平均是 {(sum(now) - of_rules / 2) / len(now):.2f}" in PAGE
    assert f"{sum(score.before < LOWEST for score in SCORES)} 种低于 4。" in PAGE
    assert f"{sum('第二遍' in score.fault for score in SCORES)} 种要听第二遍" in PAGE
    assert f"全部 {len(SCORES)} 种：{of_rules} 条规则，{len(SCORES) - of_rules} 种书写和格式问题" in PAGE
    assert f"改了 {sum(bool(score.fault) for score in SCORES)} 种" in PAGE


def test_the_bar_is_reached() -> None:
    assert sum(score.now for score in SCORES) / len(SCORES) >= BAR
    assert min(score.now for score in SCORES) >= LOWEST
