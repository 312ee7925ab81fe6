"""Clauses and questions are told in as few words as they need."""

from __future__ import annotations

import pytest

from pdo_policy.findings import Citation
from pdo_policy.report import OpenQuestion
from pdo_policy.reporters.determining import awaited
from pdo_policy.reporters.phrases import clauses

DRAFT = "《管理办法（征求意见稿）》"
NORM = "《实施规范》"

CITED = [
    ([], ""),
    ([("draft", f"{DRAFT}第四章（起草说明要点4）")], f"〔{DRAFT}第四章（起草说明要点4）〕"),
    (
        [("draft", f"{DRAFT}第四章（起草说明要点{n}）") for n in (4, 5, 6)],
        f"〔{DRAFT}第四章（起草说明要点4、5、6）〕",
    ),
    (
        [("draft", f"{DRAFT}第五章（起草说明要点3）"), ("draft", f"{DRAFT}第四章（起草说明要点11）")],
        f"〔{DRAFT}第五章（起草说明要点3），第四章（起草说明要点11）〕",
    ),
    (
        [("draft", f"{DRAFT}第四章（起草说明要点1）"), ("norm", f"{NORM}第四条"), ("norm", f"{NORM}第五条")],
        f"〔{DRAFT}第四章（起草说明要点1），{NORM}第四条，第五条〕",
    ),
    (
        [("draft", f"{DRAFT}第四章（起草说明要点1）"), ("other", "《别的办法》第四章（起草说明要点2）")],
        f"〔{DRAFT}第四章（起草说明要点1），《别的办法》第四章（起草说明要点2）〕",
    ),
]


@pytest.mark.parametrize(("cited", "told"), CITED, ids=[str(number) for number in range(len(CITED))])
def test_clauses_in_one_go(cited: list[tuple[str, str]], told: str) -> None:
    assert clauses(Citation(instrument, display, display, "draft") for instrument, display in cited) == told


def asked(dossier: str, *rules: str, name: str = "已经查明") -> OpenQuestion:
    return OpenQuestion(name, "是哪一种", "实施机构", dossier, rules)


def test_a_question_of_one_project_names_no_project() -> None:
    assert list(awaited([asked("甲", "HB-A", "HB-B")], "zh")) == ["“已经查明”由实施机构认定：是哪一种  HB-A、HB-B"]


def test_a_question_of_several_projects_is_told_once_with_each_of_them() -> None:
    lines = list(awaited([asked("甲", "HB-A"), asked("甲", "HB-C", name="别的"), asked("乙", "HB-A", "HB-B")], "zh"))
    assert lines == [
        "“已经查明”由实施机构认定：是哪一种  HB-A、HB-B（项目 甲、乙）",
        "“别的”由实施机构认定：是哪一种  HB-C（项目 甲）",
    ]


def test_the_same_in_english() -> None:
    (line,) = awaited([asked("甲", "HB-A"), asked("乙", "HB-A")], "en")
    assert line.endswith("HB-A (projects 甲、乙)")


def test_nothing_asked_is_no_line() -> None:
    assert list(awaited([], "zh")) == []
