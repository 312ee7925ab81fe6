"""What is easily cited wrongly, and the numbers that a clause says, are as the texts have them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pdo_policy import bundled
from pdo_policy.law.instruments import counts
from pdo_policy.law.load import load_manifest
from tests.registers import (
    ALL,
    ASSESSMENT,
    COMPETITION,
    CYBER,
    DETAIL,
    DISCLOSURE,
    DRAFT,
    FINAL,
    FOLDER,
    NORM,
    PERSONAL,
    PRICE,
    PROVINCE,
    REGISTERS,
    REGISTRATION,
    SAID,
    SHARING,
    clauses,
    register,
    where,
)


@pytest.mark.parametrize(
    ("name", "clause", "expected"),
    [
        pytest.param(DRAFT, "chp_6__stmt_6", {"addressee": "授权运营主体"}, id="the report is the operator's alone"),
        pytest.param(DRAFT, "chp_3__stmt_11", {"visibility": "topic"}, id="the draft's term has no number"),
        pytest.param(DRAFT, "chp_3__stmt_14", {"modality": "定义"}, id="no prohibition was seen in the draft"),
        pytest.param(DRAFT, "chp_4__stmt_11", {"modality": "可以"}, id="a developer may agree freely"),
        pytest.param(DRAFT, "chp_5__stmt_3", {"modality": "可以"}, id="a provider may recommend"),
        pytest.param(DRAFT, "chp_5__stmt_4", {"modality": "鼓励"}, id="social data are encouraged"),
        pytest.param(NORM, "art_14__point_2", {"modality": "原则上"}, id="five years in principle"),
        pytest.param(NORM, "art_5__para_1", {"modality": "应当"}, id="classification is a condition"),
        pytest.param(NORM, "art_13", {"addressee": "实施机构、省级数据管理部门"}, id="filing binds the province"),
        pytest.param(NORM, "art_16", {"modality": "应当"}, id="the norm demands what the measures encourage"),
        pytest.param(REGISTRATION, "art_5__para_2", {"modality": "鼓励"}, id="operators are encouraged to register"),
        pytest.param(REGISTRATION, "art_15__para_1", {"modality": "原则上"}, id="three years in principle"),
        pytest.param(REGISTRATION, "art_15__para_2", {"modality": "可以"}, id="renewal is a right"),
        pytest.param(PRICE, "outline_4__para_1", {"modality": "原则上"}, id="a review every three years in principle"),
        pytest.param(PRICE, "outline_5__para_2", {"addressee": "授权主体"}, id="the business report is the grantor's"),
        pytest.param(
            DISCLOSURE,
            "stmt_4",
            {"addressee": "实施机构、运营机构", "visibility": "summary"},
            id="both sides disclose by the end of March",
        ),
        pytest.param(PROVINCE, "art_34__para_2", {"modality": "可以"}, id="a government may grant"),
        pytest.param(PROVINCE, "art_35__para_2", {"modality": "不得", "addressee": "运营机构"}, id="raw data stay"),
        pytest.param(FINAL, "outline_2", {"visibility": "topic"}, id="the rest of the measures was not seen"),
        pytest.param(PERSONAL, "art_21__para_3", {"modality": "不得", "addressee": "受托人"}, id="no passing on"),
        pytest.param(SHARING, "art_25", {"addressee": "政府部门"}, id="sharing binds departments"),
        pytest.param(ASSESSMENT, "art_5", {"addressee": "重要数据处理者"}, id="a yearly assessment of important data"),
    ],
)
def test_the_traps_are_respected(name: str, clause: str, expected: dict[str, str]) -> None:
    assert {key: ALL[name][clause][key] for key in expected} == expected


EVERYWHERE = REGISTERS
NATIONAL = [name for name in REGISTERS if name != DRAFT]


@pytest.mark.parametrize(
    ("names", "pattern"),
    [
        pytest.param(EVERYWHERE, "转授权|再授权", id="no text forbids to pass a grant on"),
        pytest.param(NATIONAL, "年度报告", id="only the draft has a yearly report"),
        pytest.param(NATIONAL, "特许开发|统一授权", id="only the draft has franchise development"),
        pytest.param(EVERYWHERE, "特许开发协议", id="no agreement has that name"),
        pytest.param(NATIONAL, "产品开发商", id="only the draft names developers of products"),
        pytest.param(EVERYWHERE, "注册资本|成立年限|实缴", id="no text has a threshold for operators"),
        pytest.param([NORM], "每年|年度", id="the norm's disclosure is regular, not yearly"),
        pytest.param([NORM, REGISTRATION, PRICE, DRAFT, FINAL], "罚款|罚[0-9]", id="they have no penalties"),
        pytest.param(
            [DRAFT, FINAL], r"(?<!上)[0-9〇一二三四五六七八九十]+年|[0-9]+个?(?:工作)?日|[0-9]%", id="nor numbers"
        ),
        pytest.param([DRAFT], "原始数据", id="the principle is background, not draft"),
        pytest.param([CYBER], "第二十一条|第二十五条|第三十四条|第三十八条", id="old numbers of the cyber law"),
    ],
)
def test_what_a_text_does_not_say_is_not_in_its_register(names: list[str], pattern: str) -> None:
    said = [
        f"{name}~{clause['id']}"
        for name in names
        for clause in clauses(name)
        if any(re.search(pattern, clause.get(key, "")) for key in SAID)
    ]
    assert said == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("三重一大", {f"{DRAFT}~chp_2__stmt_2", f"{NORM}~art_11__para_1", f"{NORM}~art_13"}, id="三重一大"),
        pytest.param(
            "五年|(?<![0-9])5年",
            {f"{NORM}~art_14__point_2", f"{NORM}~art_27", f"{REGISTRATION}~art_24"},
            id="five years",
        ),
        pytest.param("3月底前|三月底前", {f"{PRICE}~outline_5__para_2", f"{DISCLOSURE}~stmt_4"}, id="end of March"),
        pytest.param("特许经营", {f"{COMPETITION}~art_8"}, id="a concession is not franchise development"),
        pytest.param("经营情况报告", {f"{PRICE}~outline_5__para_2"}, id="the business report"),
        pytest.param(
            "原始",
            {f"{NORM}~art_21__para_1", f"{PROVINCE}~art_35__para_2"},
            id="raw data",
        ),
    ],
)
def test_only_these_clauses_say_it(pattern: str, expected: set[str]) -> None:
    assert where(pattern) == expected


@pytest.mark.parametrize(
    ("name", "clause", "numbers"),
    [
        (NORM, "art_14__point_2", ["五年"]),
        (REGISTRATION, "art_9__point_1", ["20个工作日", "30个工作日"]),
        (REGISTRATION, "art_9__point_4", ["10个工作日"]),
        (REGISTRATION, "art_10", ["3个工作日"]),
        (REGISTRATION, "art_11", ["20个工作日"]),
        (REGISTRATION, "art_12", ["10个工作日"]),
        (REGISTRATION, "art_15__para_1", ["三年"]),
        (REGISTRATION, "art_15__para_2", ["60日", "三年"]),
        (DETAIL, "art_12", ["20个工作日", "30个工作日"]),
        (DETAIL, "art_17", ["3个工作日", "20个工作日", "10个工作日"]),
        (DETAIL, "art_21", ["三年", "60日"]),
        (PRICE, "outline_3__outline2_1", ["10年期", "6个百分点"]),
        (PRICE, "outline_4__para_1", ["三年"]),
        (PRICE, "outline_4__para_2", ["10%以内", "超过10%"]),
        (CYBER, "art_23", ["六个月"]),
        (CYBER, "art_40", ["每年"]),
        (PERSONAL, "art_56", ["三年"]),
        ("sc-2024-network-data", "art_10", ["24小时"]),
        ("sc-2024-network-data", "art_12", ["3年"]),
        ("sc-2024-network-data", "art_28", ["1000万人以上"]),
        (SHARING, "art_17", ["10个工作日", "5个工作日", "2个工作日"]),
        (SHARING, "art_29__para_2", ["3年"]),
        (ASSESSMENT, "art_5", ["每年度", "每3年"]),
        (ASSESSMENT, "art_12", ["3次以上"]),
        (ASSESSMENT, "art_15", ["3年"]),
        (ASSESSMENT, "art_16", ["20个工作日"]),
        (ASSESSMENT, "art_18", ["15个工作日"]),
    ],
)
def test_a_number_of_a_text_stands_with_its_clause(name: str, clause: str, numbers: list[str]) -> None:
    summary = ALL[name][clause]["summary"]
    assert [number for number in numbers if number not in summary] == []


@pytest.mark.parametrize(
    ("clause", "about", "old"),
    [
        ("art_23", "等级保护", "art_21"),
        ("art_27", "应急预案", "art_25"),
        ("art_36", "容灾备份", "art_34"),
        ("art_37", "采购", "art_35"),
        ("art_39", "境内", "art_37"),
        ("art_40", "检测评估", "art_38"),
        ("art_42", "用户信息", "art_40"),
        ("art_43", "收集使用", "art_41"),
        ("art_44", "泄露", "art_42"),
        ("art_45", "更正", "art_43"),
        ("art_61", "罚款", "art_59"),
    ],
)
def test_the_cyber_law_has_its_numbers_of_2025(clause: str, about: str, old: str) -> None:
    """Under an old number stands nothing, or what the amended law says there."""
    known = ALL[CYBER]
    assert about in known[clause]["summary"]
    assert old not in known or about not in known[old]["summary"]


@pytest.mark.parametrize("name", [name for name in REGISTERS if name != CYBER])
def test_no_register_cites_an_old_number_of_the_cyber_law(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    assert re.search(r"网络安全法》?第(?:二十一|二十五|三十四|三十五|三十八)条|网安法第", text) is None


def test_the_draft_is_older_than_all_that_it_might_collide_with() -> None:
    assert register(DRAFT)["issued"] < min(register(name)["issued"] for name in (NORM, PROVINCE, FINAL))


def test_the_sharing_regulation_is_only_upstream() -> None:
    assert "不直接规范授权运营" in register(SHARING)["note"]


@pytest.mark.parametrize(
    ("day", "counting"),
    [
        (
            "2024-12-01",
            {
                DRAFT, "npc-2020-civil-code", "npc-2021-data-security", PERSONAL, "npc-2022-antimonopoly", COMPETITION,
            },
        ),
        (
            "2025-06-01",
            {
                DRAFT, NORM, REGISTRATION, PRICE, "npc-2020-civil-code", "npc-2021-data-security", PERSONAL,
                "npc-2022-antimonopoly", COMPETITION, "sc-2024-network-data",
            },
        ),
        ("2026-06-01", set(REGISTERS) - {ASSESSMENT}),
        ("2026-08-20", set(REGISTERS)),
        ("2030-03-01", set(REGISTERS) - {NORM, REGISTRATION}),
    ],
)  # fmt: skip
def test_what_counts_on_a_day_follows_from_the_registers(day: str, counting: set[str]) -> None:
    instruments = load_manifest(bundled.rulebook_folder()).instruments
    assert {one.id for one in instruments if counts(one, date.fromisoformat(day), "default")} == counting
