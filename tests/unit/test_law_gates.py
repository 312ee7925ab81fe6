"""What keeps the shipped law whole: each thing that must not slip in is put in, and the build sees it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pdo_policy import bundled
from pdo_policy.errors import RulebookError
from pdo_policy.law.coverage import gaps, matrix
from pdo_policy.linting.lint import linted
from pdo_policy.rulebook.load import load

if TYPE_CHECKING:
    from pathlib import Path

CYBER = "instruments/npc-2025-cybersecurity.yaml"
SECURITY = "6-security-supervision/security.pdl"
REPORTED = "6-security-supervision/annual-report.pdl"
FRANCHISE = "7-supplementary/franchise.pdl"
ASKED = "    class: manual\n    question: 请提供网络安全事件应急预案，说明有没有启动过、何时报告。\n"
LOGS = "  依据 《网络安全法》第二十三条\n"


class Slip(NamedTuple):
    """An edit of a file of the rulebook, and what the build says of it."""

    file: str
    old: str
    new: str
    seen: set[tuple[str, str]]


SLIPS = {
    "a clause without a class": Slip(CYBER, "    class: manual\n", "", {("LAW-F003", "class")}),
    "a clause checked by hand without the question": Slip(
        CYBER, ASKED, "    class: manual\n", {("LAW-C004-question", "art_27")}
    ),
    "a duty that no paper shows without the reason": Slip(
        CYBER, ASKED, "    class: not_in_documents\n", {("LAW-C004-reason", "art_27")}
    ),
    "a clause said to be checked without a rule": Slip(
        CYBER, ASKED, "    class: automated\n", {("no-rule", "npc-2025-cybersecurity~art_27")}
    ),
    "a clause said to be checked in part without a rule": Slip(
        CYBER,
        ASKED,
        ASKED.replace("manual", "partial"),
        {("no-rule", "npc-2025-cybersecurity~art_27")},
    ),
    "a rule without a clause": Slip(SECURITY, LOGS, "", {("PDL-R010-cite", "HB-SECURITY-LOGS")}),
    "a number that no text was seen to hold": Slip(
        REPORTED,
        "    （一）协议.年度报告 已载明\n    （二）授权运营主体提交年度报告\n",
        "    （一）数量（源 于 协议.数据资源） 不少于 12\n    （二）授权运营主体提交年度报告\n",
        {("PDL-L023", "HB-ANNUAL-REPORT-ARRANGED")},
    ),
    "more than presence where the topic alone is known": Slip(
        FRANCHISE,
        "  违反时 “协议涉及特许开发，没有写执行方式”\n",
        "  当 数量（源 于 协议.数据资源） 不少于 12\n  违反时 “协议涉及特许开发，没有写执行方式”\n",
        {("PDL-R020", "HB-AGREEMENT-FRANCHISE-EXECUTION")},
    ),
    "the old number of the rule on protection by levels": Slip(
        SECURITY, "《网络安全法》第二十三条", "《网络安全法》第二十一条", {("PDL-R006", "第二十一条")}
    ),
    "the old number of the rule on storage within the country": Slip(
        SECURITY,
        "《网络安全法》第二十三条",
        "《网络安全法》第三十七条",
        {("unpromised", "npc-2025-cybersecurity~art_37")},
    ),
    "the old number of the rule on leaks": Slip(
        SECURITY,
        "《网络安全法》第二十三条",
        "《网络安全法》第四十二条",
        {("unpromised", "npc-2025-cybersecurity~art_42")},
    ),
}


def seen(folder: Path) -> set[tuple[str, str]]:
    """What the build says of a rulebook: each code with what it is about."""
    try:
        book = load(folder)
    except RulebookError as error:
        return {
            (problem.code, next(problem.facts[key] for key in ("clause", "key", "id") if key in problem.facts))
            for problem in error.problems
        }
    told = {(gap.code, gap.clause) for gap in gaps(matrix(book.manifest.instruments, book.rules_by_clause))}
    return told | {(problem.code, problem.facts.get("id", "")) for problem in linted(book)}


@pytest.mark.slow
@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_in_the_law_is_seen(tmp_path: Path, slip: Slip) -> None:
    folder = tmp_path / "hubei"
    shutil.copytree(bundled.rulebook_folder(), folder)
    text = (folder / slip.file).read_text("utf-8")
    assert slip.old in text
    (folder / slip.file).write_text(text.replace(slip.old, slip.new), "utf-8")
    assert slip.seen <= seen(folder)


def test_the_shipped_rulebook_has_none() -> None:
    assert seen(bundled.rulebook_folder()) == set()


def test_no_rule_cites_an_article_by_a_number_that_it_had_before() -> None:
    """21, 37 and 42 were the numbers of what is now 23, 39 and 44; what has these numbers now carries no rule."""
    cited = {clause for rule in load(bundled.rulebook_folder()).program.rules for clause in rule.clauses}
    assert {clause for clause in cited if re.search(r"cybersecurity~art_(?:21|37|42)\b", clause)} == set()
