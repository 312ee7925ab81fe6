"""Files of determinations: what they answer, for which project, and what is said of those that are not in form."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pdo_policy import api
from pdo_policy.determinations import read_determinations, template
from pdo_policy.documents.files import File
from pdo_policy.errors import FormError
from pdo_policy.source import Source
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from pathlib import Path

    from pdo_policy.rulebook.compiled import Rulebook

AS_OF = date(2026, 11, 24)
QUESTIONS = ("已经脱敏", "确有必要")
RULES = """认定 已经脱敏 “是否脱敏？” 由 主管部门
  依据 《实施规范》第八条
认定 确有必要 “是否必要？” 由 本级人民政府

规则 T-MASKED “数据已经脱敏”
  依据 《实施规范》第八条
  对象 方案
  严重度 严重
  应当 已经脱敏
完

规则 T-NEEDED “必要，并且已经脱敏”
  依据 《实施规范》第八条
  对象 方案
  严重度 严重
  应当 已经脱敏 且 确有必要
完
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return load(small(tmp_path_factory.mktemp("book"), RULES))


def file(text: str, name: str = "认定.yaml") -> File:
    return File(name, Source(name, text), "utf-8", "", len(text), None)


def read(text: str, *, found: bool = False) -> list[tuple[str, bool, str, str, str, str]]:
    answers = read_determinations([file(text)], QUESTIONS, found)
    return [(one.name, one.answer, one.by, one.on, one.document, one.dossier) for one in answers]


CHINESE = """文件种类: 认定
项目编号: D1
认定:
  已经脱敏: {结论: 是, 认定单位: 数据局, 认定日期: 2026年3月2日, 文号: 甲〔2026〕1号}
  确有必要:
    结论:
    认定单位:
    认定日期:
"""
ENGLISH = """kind: determinations
dossier: D1
answers:
  已经脱敏: {answer: true, by: 数据局, date: 2026年3月2日, document: 甲〔2026〕1号, note: 经会议研究}
"""
AS_JSON = json.dumps(
    {
        "kind": "determinations",
        "dossier": "D1",
        "answers": {"已经脱敏": {"answer": "是", "by": "数据局", "date": "2026年3月2日", "document": "甲〔2026〕1号"}},
    },
    ensure_ascii=False,
)


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, AS_JSON], ids=["chinese", "english", "json"])
def test_answers_in_every_spelling_are_one(text: str) -> None:
    assert read(text, found=True) == [("已经脱敏", True, "数据局", "2026年3月2日", "甲〔2026〕1号", "D1")]


HEAD = "kind: determinations\nanswers:\n"
ANSWER = "{结论: 否, 认定单位: 甲, 认定日期: 2026-03-02}"
WRONG = [
    ("unknown", f"{HEAD}  已脱敏: {ANSWER}\n", "DET-F002", 3),
    ("no-one", f"{HEAD}  已经脱敏: {{结论: 是, 认定日期: 2026-03-02}}\n", "DET-F005", 3),
    ("no-day", f"{HEAD}  已经脱敏: {{结论: 是, 认定单位: 甲}}\n", "DET-F005", 3),
    ("month-only", f"{HEAD}  已经脱敏: {{结论: 是, 认定单位: 甲, 认定日期: 2026-03}}\n", "DET-F005", 3),
    ("no-answer", f"{HEAD}  已经脱敏: {{认定单位: 甲}}\n", "LAW-F003", 3),
    ("perhaps", f"{HEAD}  已经脱敏: {{结论: 也许}}\n", "LAW-F006", 3),
    ("flat", f"{HEAD}  已经脱敏: 是\n", "LAW-F005", 3),
    ("another-key", f"{HEAD}  已经脱敏: {{结论: 是, 日子: 今天}}\n", "LAW-F004", 3),
    ("both-spellings", f"{HEAD}  已经脱敏: {{结论: 是, answer: 否, 认定单位: 甲}}\n", "LAW-F004", 3),
    ("another-kind", "kind: plan\nanswers: {}\n", "LAW-F006", 1),
    ("no-kind", "answers: {}\n", "LAW-F003", 1),
    ("twice", f"{HEAD}  已经脱敏: {ANSWER}\n  已经脱敏: {ANSWER}\n", "LAW-F002", 4),
    ("list", "- 是\n", "LAW-F005", 1),
    ("broken", "kind: [\n", "LAW-F002", 1),
    ("two-documents", f"{HEAD}  已经脱敏: {ANSWER}\n---\n{HEAD}  已经脱敏: {ANSWER}\n", "LAW-F008", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_not_in_form_is_refused_at_its_place(text: str, code: str, line: int) -> None:
    with pytest.raises(FormError) as raised:
        read(text)
    found = [(problem.code, problem.span.first.line if problem.span else 0) for problem in raised.value.problems]
    assert found[0] == (code, line)


def test_a_file_found_among_papers_says_which_project_it_is_about() -> None:
    with pytest.raises(FormError) as raised:
        read(f"{HEAD}  已经脱敏: {ANSWER}\n", found=True)
    assert [problem.code for problem in raised.value.problems] == ["DET-F003"]
    assert read(f"{HEAD}  已经脱敏: {ANSWER}\n") == [("已经脱敏", False, "甲", "2026-03-02", "", "")]


def paper(folder: Path, dossier: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = f"kind: plan\ndossier: {dossier}\nid: P-{dossier}\ntitle: 题\nstatus: 已印发\n"
    (folder / f"{dossier}.yaml").write_text(text, "utf-8")


def answer(folder: Path, dossier: str, *names: str, yes: str = "是") -> None:
    entries = "".join(f"  {name}: {{结论: {yes}, 认定单位: 甲, 认定日期: 2026-03-02}}\n" for name in names)
    (folder / "determinations.yaml").write_text(f"文件种类: 认定\n项目编号: {dossier}\n认定:\n{entries}", "utf-8")


def test_an_answer_counts_for_its_project_alone(book: Rulebook, tmp_path: Path) -> None:
    for name in ("D1", "D2"):
        paper(tmp_path / name, name)
    answer(tmp_path / "D1", "D1", "已经脱敏")
    report = api.check(tmp_path, as_of=AS_OF, rulebook=book)
    rows = {(row.rule_id, row.subject.dossier): (row.verdict.value, row.awaits) for row in report.coverage}
    assert rows == {
        ("T-MASKED", "D1"): ("satisfied", ()),
        ("T-MASKED", "D2"): ("undetermined", ("已经脱敏",)),
        ("T-NEEDED", "D1"): ("undetermined", ("确有必要",)),
        ("T-NEEDED", "D2"): ("undetermined", ("已经脱敏", "确有必要")),
    }
    assert [(one.dossier, one.name, one.rules) for one in report.questions] == [
        ("D1", "确有必要", ("T-NEEDED",)),
        ("D2", "已经脱敏", ("T-MASKED", "T-NEEDED")),
        ("D2", "确有必要", ("T-NEEDED",)),
    ]
    assert [(record.path.rpartition("/")[2]) for record in report.inputs] == ["D1.yaml", "D2.yaml"]
    text = api.render(report)
    assert f"采用的认定：“已经脱敏”：是（甲 2026-03-02）  {(tmp_path / 'D1').as_posix()}/determinations.yaml:4" in text
    assert "等待认定：“确有必要”由本级人民政府认定：是否必要？  T-NEEDED" in text


def test_an_answer_for_a_project_that_is_not_here_is_told(book: Rulebook, tmp_path: Path) -> None:
    paper(tmp_path, "D1")
    answer(tmp_path, "D9", "已经脱敏")
    report = api.check(tmp_path, as_of=AS_OF, rulebook=book)
    assert {row.verdict.value for row in report.coverage} == {"undetermined"}
    assert "本次没有这个项目的材料：D9" in api.render(report)
    assert "no paper of its project is here: D9" in api.render(report, lang="en")


def test_two_answers_that_contradict_each_other_are_refused(book: Rulebook, tmp_path: Path) -> None:
    paper(tmp_path / "a", "D1")
    answer(tmp_path / "a", "D1", "已经脱敏")
    (tmp_path / "b").mkdir()
    answer(tmp_path / "b", "D1", "已经脱敏", yes="否")
    with pytest.raises(FormError) as raised:
        api.check(tmp_path, as_of=AS_OF, rulebook=book)
    (problem,) = raised.value.problems
    assert problem.code == "DET-F004"
    assert problem.facts["where"].endswith("a/determinations.yaml:4")


def test_the_template_answers_nothing_and_names_who_may_answer(book: Rulebook, tmp_path: Path) -> None:
    paper(tmp_path, "D1")
    waited = api.check(tmp_path, as_of=AS_OF, rulebook=book).questions
    shown = {clause: "《实施规范》第八条" for one in book.program.questions for clause in one.clauses}
    text = template(book.program.questions, shown, waited)
    assert '项目编号: "D1"\n' in text
    assert (
        "  # 由主管部门认定：是否脱敏？\n  # 依据：《实施规范》第八条\n  # 等待这项认定的规则：T-MASKED、T-NEEDED\n"
        in text
    )
    assert read(text, found=True) == []
    blank = template(book.program.questions, shown, ())
    assert read(blank) == []
