"""What a worker does with its files, told without Spark: the same as `check`, and a row whatever happens."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import pdo_policy
from pdo_policy import Determination, bundled
from pdo_policy.reporters.as_json import report_data
from pdo_policy.spark.checking import row_of
from pdo_policy.spark.projects import file_in, joined, projects_of
from pdo_policy.spark.shipping import shipped, unshipped
from pdo_policy.spark.terms import Terms, answers_of, read, written
from tests.spark.comparing import AS_OF

SAMPLES = Path(__file__).parents[2] / "samples"
BOOK = pdo_policy.load_rulebook()
SENT = shipped(BOOK, bundled.rulebook_folder())
TERMS = Terms(AS_OF, "default", "error", "zh", ())


def files(*folders: str) -> list[tuple[str | None, bytes | None]]:
    paths = [path for folder in folders for path in sorted((SAMPLES / folder).glob("*.yaml"))]
    return [(path.relative_to(SAMPLES).as_posix(), path.read_bytes()) for path in reversed(paths)]


def row(*folders: str, terms: Terms = TERMS, sent: str = SENT) -> dict[str, Any]:
    return row_of(sent, written(terms), "P", "", files(*folders))


@pytest.mark.parametrize("folder", ["compliant", "franchise", "unreadable"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_worker_finds_what_check_finds(folder: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    found = row(folder, terms=TERMS._replace(lang=lang))
    report = report_data(pdo_policy.check(folder, as_of=AS_OF, lang=lang), lang)
    told = {name: found[name] for name in ("summary", "inputs", "set_aside", "findings", "coverage")}
    assert told == {name: report[name] for name in told}
    assert (found["outcome"], found["failure"], found["exit_code"]) == ("checked", None, report["run"]["exit_code"])
    assert (found["rulebook_digest"], found["as_of"]) == (BOOK.digest, AS_OF)
    assert found["paths"] == sorted(path for path, _ in files(folder) if path is not None)


def test_what_is_sent_is_text_and_becomes_a_rulebook_once() -> None:
    assert unshipped(SENT) is unshipped(SENT)
    assert unshipped(SENT).digest == BOOK.digest
    assert [rule.id for rule in unshipped(SENT).program.rules] == [rule.id for rule in BOOK.program.rules]
    assert str(Path.cwd()) not in SENT


@pytest.mark.parametrize(
    "sent", [SENT[:-1], SENT.replace("HB-", "XX-", 1), "", "x"], ids=["cut", "changed", "empty", "other"]
)
def test_a_fault_of_the_program_is_a_row_too(sent: str) -> None:
    found = row("compliant", sent=sent)
    assert (found["outcome"], found["exit_code"], found["findings"], found["summary"]) == ("failed", 5, [], None)
    assert found["failure"]["message"].startswith("程序内部出错，这一组文件没有检查完")
    assert "unshipped" in found["failure"]["detail"]
    assert len(found["paths"]) == 3


def test_determinations_that_are_not_in_form_are_a_row_that_says_where() -> None:
    broken = ("认定.yaml", "文件种类: 认定\n项目编号: P\n认定:\n  没有这一项:\n    结论: 是\n".encode())
    found = row_of(SENT, written(TERMS), "P", "", [*files("compliant"), broken])
    assert (found["outcome"], found["exit_code"]) == ("failed", 2)
    assert found["failure"]["message"].startswith("认定.yaml:5:5 错误 DET-F002：")
    assert found["failure"]["detail"] == ""


def test_terms_are_the_same_behind_the_text() -> None:
    given = (Determination("甲", True, "局", "2026-01-02", "文", "P"), Determination("乙", False))
    terms = Terms(date(2026, 2, 3), "in-force", "never", "en", answers_of(given))
    assert read(written(terms)) == terms
    assert answers_of({"甲": True}) == (Determination("甲", True),)


PLAN = "文件种类: 实施方案\n项目编号: {}\n编号: {}-FA\n"


@pytest.mark.parametrize(
    ("path", "content", "projects"),
    [
        ("a.yaml", PLAN.format("P", "P").encode(), ["P"]),
        ("a.yaml", PLAN.format(" P ", "P").encode("gb18030"), ["P"]),
        ("a.yaml", "---\n".join(PLAN.format(*each) for each in ("Q1", "P2", "Q3")).encode(), ["Q", "P"]),
        ("a", b'{"kind": "agreement", "dossier": "P"}', ["P"]),
        ("a.yaml", "文件种类: 实施方案\n项目编号:\n".encode(), []),
        ("a.yaml", "文件种类: 合同\n项目编号: P\n".encode(), ["P"]),
        ("a.yaml", b"a: [", []),
        ("a.yaml", b"\xff\x00\xff", []),
        (None, None, []),
        ("认定.yaml", "文件种类: 认定\n项目编号: P\n认定: {}\n".encode(), []),
        ("franchise/determinations.yaml", (SAMPLES / "franchise/determinations.yaml").read_bytes(), ["HB-2025-TX-001"]),
        ("认定.yaml", b"x: 1", []),
    ],
    ids=[
        "one", "spaces", "several", "json", "blank", "no-kind", "broken", "no-text", "null",
        "no-answer", "answers", "form",
    ],
)  # fmt: skip
def test_a_file_is_of_the_projects_that_its_papers_name(
    path: str | None, content: bytes | None, projects: list[str]
) -> None:
    assert projects_of(file_in(path, content), BOOK) == projects


def test_projects_that_share_a_file_are_one_group_whatever_the_order() -> None:
    shared = [["B", "A"], ["C", "D"], ["E", "C"], ["A", "E"], ["X", "Y"]]
    for each in (shared, shared[::-1], [one[::-1] for one in shared]):
        assert joined(each) == {**dict.fromkeys("ABCDE", "A"), "X": "X", "Y": "X"}


PROGRAM = """
import sys
sys.modules["pandas"] = sys.modules["pyspark"] = None
import pdo_policy.spark.checking, pdo_policy.spark.projects
assert not {"pyarrow", "py4j"} & sys.modules.keys()
pdo_policy.spark.check
"""


def test_without_spark_the_room_says_what_to_install() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert ended.stderr.splitlines()[-1] == (
        "ModuleNotFoundError: pdo_policy.spark needs pandas: pip install '.[spark]' in the folder of its sources"
    )
