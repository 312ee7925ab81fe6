"""The hearing folder: in the order of the clauses, with evidence for everything, and no more than was checked."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from pdo_policy import UsageError, check, hearing_folder, render
from pdo_policy.conclusion import conclusion
from pdo_policy.disposition.changes import changes
from pdo_policy.disposition.snapshots import report_in, snapshot, snapshot_of_data
from pdo_policy.findings import Citation, Disposition, Verdict
from pdo_policy.linting.wordings import ACCUSING
from pdo_policy.reporters.escaping import spreadsheet
from pdo_policy.reporters.packet.case import case_of
from pdo_policy.reporters.packet.evidence import LONGEST, files_of
from pdo_policy.reporters.packet.folder import MANIFEST, pages_of
from pdo_policy.reporters.packet.front import ATTENTION, attention
from pdo_policy.reporters.packet.model import Link, Record, Table, plain
from pdo_policy.reporters.packet.questions import questions
from pdo_policy.reporters.packet.verifying import read_manifest, verified
from pdo_policy.source import Source
from tests.reports import HOSTILE, reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.report import Report
    from pdo_policy.reporters.packet.model import Page

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def reviewed(name: str = "deficient", lang: str = "zh") -> Report:
    return check(ROOT / "samples" / name, as_of=DAY, review=True, lang=lang)


@cache
def folder(name: str = "deficient", lang: str = "zh") -> Mapping[str, bytes]:
    return hearing_folder(reviewed(name, lang), lang=lang)


def page(code: str, report: Report, lang: str = "zh") -> Page:
    return next(one for one in pages_of(report, lang) if one.code == code)


def tables(one: Page) -> list[Table]:
    return [block for block in one.blocks if isinstance(block, Table)]


def sheet(name: str, files: Mapping[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))


def test_the_folder_has_every_page_in_three_formats() -> None:
    names = set(folder())
    for one in pages_of(reviewed(), "zh"):
        assert {f"{one.file}.html", f"{one.file}.md"} <= names
    assert {"index.html", "report.json", MANIFEST, "02_问题清单.csv", "06_义务覆盖矩阵.csv"} <= names
    assert all(re.fullmatch(r"[^\s/\\:*?\"<>|]+", name) for name in [*names, *folder("deficient", "en")])


# ---------------------------------------------------------------------- order and counts


@pytest.mark.parametrize("name", ["deficient", "two-operators", "drafting", "compliant", "franchise"])
def test_issues_are_those_of_the_report(name: str) -> None:
    report = reviewed(name)
    issues = case_of(report, "zh").issues
    outcome = conclusion(report)
    weighed = {word: sum(one.entry.weight for one in issues if one.entry.verdict is word) for word in Verdict}
    assert weighed[Verdict.VIOLATED] == outcome.violated
    assert weighed[Verdict.UNDETERMINED] == outcome.undetermined
    assert [one.number for one in issues] == list(range(1, len(issues) + 1))


def test_clauses_are_ordered_by_their_numbers() -> None:
    """第九条 before 第十条 before 第十一条, and 第（二）项 before 第（十）项: never as text sorts them."""
    case = case_of(reviewed(), "zh")

    def rank(clause: str, instrument: str = "ndrc-2025-27") -> int:
        return case.order(Citation(instrument, clause, "", ""))

    names = [
        "art_9",
        "art_9__point_2",
        "art_9__point_9",
        "art_9__point_10",
        "art_10",
        "art_11__para_1",
        "art_12__para_1",
    ]
    known = [rank(name) for name in names if ("ndrc-2025-27", name) in case.rank]
    assert len(known) >= 6
    assert known == sorted(known)
    assert rank("art_1", "hb-data-2025") < rank("art_1")
    ranks = [case.order(one.clause) for one in case.issues]
    assert ranks == sorted(ranks)
    assert case.issues[-1].clause is None


def test_an_outline_is_ordered_by_its_numbers_too() -> None:
    case = case_of(reviewed(), "zh")
    outlines = [key for key in case.rank if key[1].startswith("outline_")]
    numbers = [(key[0], tuple(map(int, re.findall(r"_(\d+)", key[1])))) for key in outlines]
    for instrument in {name for name, _ in numbers}:
        own = [steps for name, steps in numbers if name == instrument]
        assert [steps[0] for steps in own] == sorted(steps[0] for steps in own)


def test_counts_are_those_of_the_report() -> None:
    report = reviewed()
    rows = sheet("06_义务覆盖矩阵.csv", folder())
    words = [row["自动结论"] for row in rows]
    summary = json.loads(render(report, "json"))["summary"]["by_verdict"]
    assert words.count("不符合") == summary["violated"]
    assert words.count("符合") == summary["satisfied"]
    assert words.count("不适用") == summary["not_applicable"]
    assert len(rows) == len(report.coverage) + len(report.not_run) + len(report.limits)
    text = folder()["01_总体结论.md"].decode()
    assert f"符合 {summary['satisfied']}，不符合 {summary['violated']}，待核实 {summary['undetermined']}" in text


# ---------------------------------------------------------------------- evidence


@pytest.mark.parametrize("name", ["deficient", "two-operators", "drafting"])
def test_every_issue_has_an_excerpt_or_says_where_it_was_looked_for(name: str) -> None:
    report = reviewed(name)
    for issue in case_of(report, "zh").issues:
        assert issue.evidence
        for one in issue.evidence:
            assert one.spots, one
            for spot in one.spots:
                assert len(spot.excerpt) <= LONGEST
                assert spot.excerpt or spot.absent or "第" in spot.place
                assert ("查找" in spot.place or "查看了" in spot.place) is spot.absent
                assert len(spot.digest) == 16


def test_evidence_is_numbered_through() -> None:
    case = case_of(reviewed(), "zh")
    numbers = [one.number for issue in case.issues for one in issue.evidence]
    assert numbers == [f"E-{number:03}" for number in range(1, len(numbers) + 1)]
    heads = [block.head for block in page("evidence", reviewed()).blocks if isinstance(block, Record)]
    assert heads == numbers


def test_excerpts_are_what_the_papers_say() -> None:
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "samples/deficient").iterdir()}
    for issue in case_of(reviewed(), "zh").issues:
        for one in issue.evidence:
            for spot in one.spots:
                if not spot.absent and not {"…", "·"} & set(spot.excerpt):
                    assert spot.excerpt in texts[spot.place.partition(" ")[0]]


@pytest.mark.parametrize(
    ("paths", "above"),
    [
        (["甲/乙/a.yaml", "甲/乙/b.yaml"], "甲/乙/"),
        (["甲/乙/a.yaml", "甲/丙/b.yaml"], "甲/"),
        (["a.yaml", "甲/b.yaml"], ""),
        (["/甲/a.yaml", "/甲/b.yaml"], "/甲/"),
        (["-"], ""),
        ([], ""),
    ],
)
def test_papers_are_named_by_what_tells_them_apart(paths: list[str], above: str) -> None:
    assert files_of(dict.fromkeys(paths, ""), "zh").above == above


# ---------------------------------------------------------------------- questions


def test_every_issue_is_asked_about_once_by_role() -> None:
    case = case_of(reviewed(), "zh")
    asked = questions(case)
    assert {issue.number for one in asked for issue in one.issues} == {issue.number for issue in case.issues}
    assert len({(one.role, one.text) for one in asked}) == len(asked)
    roles = [one.role for one in asked]
    assert roles == sorted(roles, key=roles.index)
    assert {"实施机构", "运营机构", "编制单位"} <= set(roles)
    assert all(one.text.rstrip("。？").strip() for one in asked)


def test_one_answer_is_asked_for_once() -> None:
    """Two points of one issue, and the same question about two papers, are one question."""
    case = case_of(reviewed("two-operators"), "zh")
    merged = [one for one in questions(case) if len(one.issues) > 1]
    assert len({one.text for one in questions(case)}) <= len(case.issues) + len(case.report.questions)
    for one in merged:
        assert len({case.review.bearers.get(issue.entry.rule) for issue in one.issues}) == 1


# ---------------------------------------------------------------------- side by side


def test_every_comparison_is_told_consistent_ones_too() -> None:
    report = reviewed()
    assert report.review is not None
    crossing = [one for one in report.review.consulted if one.crosses]
    rows = sheet("05_跨文件矛盾对照.csv", folder())
    assert len(rows) == len(crossing) > 30
    told = {row["事项"]: row for row in rows}
    shares = told["协议的收益分配比例与方案一致"]
    assert (shares["结论"], "运营机构（60%）" in shares["实施方案"], "运营机构（70%）" in shares["授权运营协议"]) == (
        "不一致", True, True,
    )  # fmt: skip
    assert shares["年度报告"] == "—"
    assert told["报告的实施机构就是授权的一方"]["结论"] == "一致"
    assert told["协议使用的平台与方案一致"]["结论"] == "一致"
    assert told["报告使用的数据资源都在协议授权之内"]["结论"] == "未见矛盾"


def test_agreement_is_told_only_of_what_says_the_same() -> None:
    for row in sheet("05_跨文件矛盾对照.csv", folder()):
        if row["结论"] == "一致":
            values = [
                sorted(
                    re.sub(r"（[^（）]*第\d+行第\d+列）", "", line).partition("：")[2] for line in row[kind].split("；")
                )
                for kind in ("实施方案", "授权运营协议", "年度报告")
                if row[kind] != "—"
            ]
            assert len(values) == 2
            assert values[0] == values[1]


def test_a_missing_paper_is_never_in_agreement() -> None:
    text = (ROOT / "samples/compliant/agreement.yaml").read_text("utf-8")
    report = check(Source("协议.yaml", text), as_of=DAY, review=True)
    rows = sheet("05_跨文件矛盾对照.csv", hearing_folder(report))
    assert len(rows) > 10
    assert {row["结论"] for row in rows} == {"待核实", "不适用", "仅一处写明"}


# ---------------------------------------------------------------------- coverage


def test_no_obligation_is_without_a_verdict_and_none_is_excused_without_a_reason() -> None:
    for row in sheet("06_义务覆盖矩阵.csv", folder("drafting")):
        assert row["自动结论"]
        assert row["理由"]
        assert (row["专家意见"], row["采纳情况"]) == ("", "")
        assert row["条款"] or row["自动结论"] == "没有检查"


def test_what_is_met_says_where() -> None:
    for row in sheet("06_义务覆盖矩阵.csv", folder()):
        if row["自动结论"] == "符合":
            assert re.search(r"第\d+行第\d+列", row["依据位置"]), row
        if row["自动结论"] in ("不符合", "待核实"):
            assert re.search(r"E-\d+", row["依据位置"]), row


# ---------------------------------------------------------------------- conclusion, people, signing


@pytest.mark.parametrize("name", ["deficient", "two-operators", "drafting", "compliant", "real", "unreadable"])
def test_the_conclusion_names_no_more_than_five_points(name: str) -> None:
    points = attention(case_of(reviewed(name), "zh"))
    assert len(points) <= ATTENTION
    assert len({one.entry.rule for one in points}) == len(points)


def test_what_differs_between_papers_comes_first() -> None:
    assert all(one.crosses for one in attention(case_of(reviewed(), "zh")))


def test_nothing_is_filled_in_for_those_who_sign() -> None:
    (table,) = tables(page("signing", reviewed()))
    assert [plain(row[1]) for row in table.rows] == ["□ 同意　□ 修改后同意　□ 不同意", *[""] * 6]
    for one in pages_of(reviewed(), "zh"):
        for table in tables(one):
            assert all(not row[column] for row in table.rows for column in table.blank if one.code != "signing")


def test_determinations_given_and_outstanding_are_told_apart() -> None:
    given_ones = sheet("08_须人工认定事项_本次采用的认定.csv", folder("franchise"))
    assert len(given_ones) == len(reviewed("franchise").determinations)
    outstanding = sheet("08_须人工认定事项_等待有权机关认定的.csv", folder())
    assert [row["认定事项"] for row in outstanding] == [one.name for one in reviewed().questions]
    assert all(row["认定结论"] == "" for row in outstanding)


def test_a_paper_that_could_not_be_read_is_told_first() -> None:
    text = folder("unreadable")["01_总体结论.md"].decode()
    assert "结论：无法完成检查" in text
    assert "没有检查成" in text


def test_drafts_are_told_on_the_first_pages() -> None:
    alone = sum(one.entry.draft for one in case_of(reviewed(), "zh").issues)
    assert alone > 0
    assert f"其中 {alone} 个问题只依据征求意见稿，不是现行要求。" in folder()["01_总体结论.md"].decode()
    assert (
        "含征求意见稿：《湖北省公共数据授权运营管理办法（试行）（征求意见稿）》"
        in folder()["00_封面与说明.md"].decode()
    )


def test_waivers_hide_nothing() -> None:
    report = reviewed()
    waived = replace(
        report,
        findings=tuple(replace(one, disposition=Disposition.WAIVED) for one in report.findings),
        coverage=tuple(replace(one, disposition=Disposition.WAIVED) for one in report.coverage),
    )
    files = hearing_folder(waived)
    for name in ("01_总体结论.md", "02_问题清单.csv", "06_义务覆盖矩阵.csv"):
        assert files[name] == folder()[name]
    listed = sheet("附1_豁免与基线.csv", files)
    assert len(listed) == sum(len(one.entry.points) for one in case_of(report, "zh").issues)
    assert "本次没有给出豁免登记和基线" in folder()["附1_豁免与基线.md"].decode()


# ---------------------------------------------------------------------- since last time


def since(before: str, report: Report) -> Mapping[str, bytes]:
    """The folder of a report that is compared with the JSON of another."""
    data = report_in(before, "上次.json")
    assert data is not None
    found = changes(snapshot_of_data(data, "上次.json"), snapshot(report, "这次", "zh"))
    return hearing_folder(replace(report, changes=found))


def kinds(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in sheet("07_与上次变化.csv", files):
        found.setdefault(row["变化"], []).append(row["义务"])
    return found


def test_nothing_was_compared_and_that_is_told() -> None:
    assert "没有给出上一次的报告，没有比较" in folder()["07_与上次变化.md"].decode()


def test_exactly_what_was_changed_is_told(tmp_path: Path) -> None:
    """A renamed file, a list in another order and lines that moved are no change; what was planted is."""
    before = render(reviewed(), "json")
    for path in (ROOT / "samples/deficient").iterdir():
        text = path.read_text("utf-8")
        if path.name == "agreement.yaml":
            text = text.replace("signed_on: 2025-08-22", "signed_on: 2025-08-21")
            text = "# 第二次提交\n\n" + text
        if path.name == "implementation_plan.yaml":
            text = text.replace("drafter_role: other", "drafter_role: data_provider", 1)
            text = swapped(text, "products:\n")
        (tmp_path / f"第二次-{path.name}").write_text(text, "utf-8")
    report = check(tmp_path, as_of=DAY, review=True)
    found = kinds(since(before, report))
    assert found["已解决"] == ["方案由公共数据主管部门或数据提供单位编制"]
    assert found["有变化"] == ["方案审议通过以后签订协议", "协议先审议后签订", "方案由数据管理部门牵头编制或指导编制"]
    assert "新增" not in found
    assert "无法对照" not in found


def swapped(text: str, key: str) -> str:
    """A text with the first two elements of a list in the other order."""
    head, _, rest = text.partition(f"\n{key}")
    first, second, others = re.split(r"(?m)^(?=  - )", rest, maxsplit=3)[1:]
    return f"{head}\n{key}{second}{first}{others}"


def test_the_same_papers_have_not_changed() -> None:
    found = kinds(since(render(reviewed(), "json"), reviewed()))
    assert {kind: len(rows) for kind, rows in found.items()} == {"没有变": len(reviewed().findings)}


def test_a_paper_that_is_not_there_has_solved_nothing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "samples/deficient/agreement.yaml", tmp_path)
    before = render(reviewed(), "json")
    found = kinds(since(before, check(tmp_path, as_of=DAY, review=True)))
    assert "方案由公共数据主管部门或数据提供单位编制" in found["无法对照"]
    assert not found.get("已解决")


def test_a_report_in_another_language_is_compared_by_its_verdicts() -> None:
    before = render(reviewed("deficient", "en"), "json", lang="en")
    assert set(kinds(since(before, reviewed()))) == {"没有变"}


# ---------------------------------------------------------------------- words

_JUDGING = re.compile("|".join(word for word in ACCUSING if not word.isascii()))


@pytest.mark.parametrize("name", ["deficient", "two-operators", "drafting", "compliant", "franchise"])
def test_nobody_is_accused(name: str) -> None:
    """Summaries of clauses tell what a law is about, and papers are quoted; all else must not judge."""
    quoted = ("条款说的是", "说的是什么", "请核对", "证据摘录", "最近处原文")
    for page_ in pages_of(reviewed(name), "zh"):
        if page_.code in ("judgement", "clauses"):
            continue
        for sheet_ in page_.sheets:
            for row in sheet_.rows:
                for head, cell in zip(sheet_.heads, row, strict=True):
                    of_law = head == "义务" and not row[sheet_.heads.index("材料")]
                    if head not in quoted and not of_law:
                        assert not _JUDGING.search(cell), (page_.code, cell)
    for code in ("00_封面与说明", "01_总体结论", "09_签字页"):
        assert not _JUDGING.search(folder(name)[f"{code}.md"].decode())


def test_english_says_the_same() -> None:
    files = folder("deficient", "en")
    assert len(files) == len(folder())
    assert len(sheet("02_issues.csv", files)) == len(sheet("02_问题清单.csv", folder()))
    text = files["01_conclusion.md"].decode()
    assert text.startswith("# Conclusion\n")
    assert "## 1. Papers" in text
    assert "not met 94" in text


# ---------------------------------------------------------------------- the same bytes, and digests


def test_the_manifest_knows_every_file() -> None:
    data = json.loads(folder()[MANIFEST])
    assert {one["path"] for one in data["files"]} == set(folder()) - {MANIFEST}
    for one in data["files"]:
        content = folder()[one["path"]]
        assert (one["sha256"], one["bytes"]) == (sha256(content).hexdigest(), len(content))
    assert {one["sha256"] for one in data["inputs"]} == {one.sha256 for one in reviewed().inputs}
    assert data["rulebook"]["digest"] == reviewed().rulebook.digest


@pytest.mark.parametrize("name", ["deficient", "unreadable", "two-operators"])
def test_the_manifest_is_in_the_published_form(name: str) -> None:
    schema = json.loads((ROOT / "schemas/packet.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(folder(name)[MANIFEST])
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert list(Draft202012Validator(schema).iter_errors({**data, "more": 1}))


@pytest.mark.slow
def test_the_same_papers_give_the_same_bytes(tmp_path: Path) -> None:
    """Over hash seeds, time zones, locales and the order of the files."""
    made = []
    papers = sorted(str(path) for path in (ROOT / "samples/deficient").iterdir())
    for number, (seed, zone, place) in enumerate([("1", "UTC", "C"), ("2", "Asia/Shanghai", "zh_CN.GBK")]):
        target = tmp_path / f"包{number}"
        given_ = papers if number else reversed(papers)
        call = [sys.executable, "-m", "pdo_policy", "packet", *given_, "-o", str(target), "--as-of", "2026-11-24"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": place}
        subprocess.run(call, check=True, env=environment, capture_output=True)
        made.append({path.name: path.read_bytes() for path in target.iterdir()})
    for name in ("report.json", MANIFEST):  # in the order given
        del made[0][name], made[1][name]
    assert made[0] == made[1]


def test_a_changed_byte_is_found() -> None:
    manifest = read_manifest(folder()[MANIFEST])
    assert manifest is not None
    digests = {name: sha256(content).hexdigest() for name, content in folder().items()}
    assert not any(verified(manifest, digests))
    other = {**digests, "02_问题清单.md": "0" * 64, "06_义务覆盖矩阵.csv": "0" * 64, "新.txt": "0"}
    del other["report.json"]
    assert verified(manifest, other) == (
        ("02_问题清单.md",), ("06_义务覆盖矩阵.csv",), ("report.json",), ("新.txt",),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "null", "{", "[" * 100_000, '{"packet_version": "2.0"}', '{"packet_version": "1.0"}',
        '{"packet_version": "1.0", "tool": {"name": "other"}, "files": [], "inputs": []}',
        '{"packet_version": "1.0", "tool": [], "files": [], "inputs": []}',
        '{"packet_version": "1.0", "tool": {"name": "pdo-policy"}, "files": [1], "inputs": []}',
        '{"packet_version": "1.0", "tool": {"name": "pdo-policy"}, "files": 1, "inputs": []}',
    ],
)  # fmt: skip
def test_what_is_no_manifest_is_none(text: str) -> None:
    assert read_manifest(text.encode()) is None


def test_a_report_that_nobody_reviewed_makes_no_folder() -> None:
    with pytest.raises(UsageError, match="no-review"):
        hearing_folder(check(Source("a.yaml", "kind: agreement\n"), as_of=DAY))


# ---------------------------------------------------------------------- hostile content


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"])
def test_a_spreadsheet_computes_nothing(text: str) -> None:
    assert spreadsheet(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "甲=乙", " =1", "3", "《规范》"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert spreadsheet(text) == text


def cells(files: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in files.items():
        if name.endswith(".csv"):
            text = content.decode("utf-8-sig")
            assert content.startswith(b"\xef\xbb\xbf")
            assert "\n" not in text.replace("\r\n", "")
            for row in csv.reader(io.StringIO(text, newline="")):
                yield from row


@FEW
@given(reports())
def test_any_report_becomes_a_folder_in_which_text_stays_text(report: Report) -> None:
    files = folder_of_any(report)
    for cell in cells(files):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert "\n" not in cell
    markup = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name, content in files.items():
        text = content.decode("utf-8")
        if name.endswith(".html"):
            assert not re.search(r"<(script|img|iframe|svg)", text)
            assert not re.search(r"href=\"(?!#|[^\"/:]+\.(html|md|csv|json)[#\"])", text)
        if name.endswith(".md"):
            text = re.sub(r'<a id="[\w-]+"></a>|<br>', "", text)
            links = re.findall(r'href="([^"]*)"', markup.render(text))
            assert all(re.fullmatch(r"[^/:]+\.md(#[\w-]+)?|#[\w-]+", link) for link in links), links
    names = [one["path"] for one in json.loads(files[MANIFEST])["files"]]
    assert len(names) == len(files) - 1


def folder_of_any(report: Report) -> Mapping[str, bytes]:
    from pdo_policy.reporters.packet.folder import folder_of

    return folder_of(report, "zh")


def test_hostile_names_and_values_stay_text() -> None:
    evil = "".join(HOSTILE) + "<img src=x onerror=alert(1)>"
    text = (
        f"kind: agreement\nid: {json.dumps('=' + evil)}\ntitle: {json.dumps('@' + evil)}\nstatus: {json.dumps(evil)}\n"
    )
    report = check(Source(f"材料/={evil}.yaml".replace("\n", ""), text), as_of=DAY, review=True)
    files = hearing_folder(report)
    assert not any(cell.startswith(("=", "@")) for cell in cells(files))
    for name, content in files.items():
        if name.endswith((".html", ".md")):
            assert b"<img" not in content
            assert b"\x1b" not in content
            assert "\u202e".encode() not in content


def test_every_link_leads_to_a_file_and_a_place() -> None:
    for lang in ("zh", "en"):
        pages = {one.code: one for one in pages_of(reviewed("deficient", lang), lang)}
        anchors = {code: set(named(one)) for code, one in pages.items()}
        for code, one in pages.items():
            for link in links(one):
                assert link.page in pages
                assert not link.anchor or link.anchor in anchors[link.page or code]


def named(one: Page) -> Iterator[str]:
    for block in one.blocks:
        if isinstance(block, Record):
            yield block.anchor
        if isinstance(block, Table):
            yield from block.anchors


def links(one: Page) -> Iterator[Link]:
    def of(part: object) -> Iterator[Link]:
        if isinstance(part, Link):
            yield part
        elif isinstance(part, tuple):
            for inner in part:
                yield from of(inner)

    yield from of(one.blocks)
