"""What the norms and the draft do not say is in no rule: words, citations and bearers, held over all rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pdo_policy import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.rulebook.compiled import Rule

BOOK = load_rulebook()
RULES = BOOK.program.rules
CLAUSES = {clause.full_id: clause for item in BOOK.manifest.instruments for clause in item.clauses.values()}
DRAFT, NORM, CYBER, PERSONAL = (
    "hb-2024-draft",
    "ndrc-2025-27",
    "npc-2025-cybersecurity",
    "npc-2021-personal-information",
)
YEARLY_REPORT = f"{DRAFT}~chp_6__stmt_6"
PLAN_DECIDED = f"{DRAFT}~chp_2__stmt_2"


def texts(record: object) -> Iterator[str]:
    """Every text in a rule: its title, messages, words for people, and the keys of the fields it reads."""
    if isinstance(record, str):
        yield record
    if isinstance(record, tuple):
        for part in record:
            yield from texts(part)


SAID = {rule.id: "\n".join(texts(rule)) for rule in RULES}
SAID |= {exception.id: "\n".join(texts(exception)) for exception in BOOK.program.exceptions}
SAID |= {question.name: "\n".join(texts(question)) for question in BOOK.program.questions}


def saying(pattern: str) -> set[str]:
    """The rules, exceptions and 认定 in whose words or fields the pattern is found."""
    return {name for name, said in SAID.items() if re.search(pattern, said)}


def titled(pattern: str) -> list[Rule]:
    return [rule for rule in RULES if re.search(pattern, rule.title)]


def instruments(rule: Rule) -> set[str]:
    return {CLAUSES[clause].instrument for clause in rule.clauses}


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("转授权|(?<!不)再授权|no_sublicense", id="no text forbids to pass a grant on"),
        pytest.param("特许开发协议", id="no agreement has that name"),
        pytest.param("授权运营主体（特许开发主体）", id="three roles, not two"),
        pytest.param("注册资本|成立年限|实缴|资质证书", id="no text has a threshold for operators"),
        pytest.param("罚款|处罚|没收", id="the norms have no penalties"),
        pytest.param("办法》?（?(?:试行|征求意见稿)?）?第[一二三四五六七八九十百]+条", id="the draft has no articles"),
        pytest.param("旧条|原第[一二三四五六七八九十]+条", id="no old numbers"),
    ],
)
def test_no_rule_says_what_no_text_says(pattern: str) -> None:
    assert saying(pattern) == set()


def test_the_words_of_a_rule_are_all_looked_through() -> None:
    """A title, a message, a reason, a question to ask, a field that is read, and a 认定."""
    for pattern in (
        "签约方的身份与协议类型相符",
        "双方身份为",
        "责任就对不上",
        "本协议属于哪一种",
        "agreement_type",
        "两次授权",
    ):
        assert saying(pattern), pattern


def test_passing_on_what_was_entrusted_rests_on_the_law_on_personal_information() -> None:
    """转委托 is forbidden for personal information alone; the norm on authorised operation has no such clause."""
    said = saying("转委托")
    for rule in RULES:
        if rule.id in said:
            assert f"{PERSONAL}~art_21__para_3" in rule.clauses, rule.id
            assert NORM not in instruments(rule), rule.id


def test_the_yearly_report_is_the_operators_and_the_drafts_alone() -> None:
    """The norm has regular disclosure, the notice on prices a business report; neither is the draft's yearly report."""
    resting = [rule for rule in RULES if YEARLY_REPORT in rule.clauses]
    assert resting
    assert {rule.bearer for rule in resting} == {"授权运营主体"}
    assert {name for rule in resting for name in instruments(rule)} == {DRAFT}
    owed = titled("(?:提交|报送)[^，。]*年度报告|年度报告[^，。所]*(?:提交|报送)")
    assert {rule.id for rule in owed} <= {rule.id for rule in resting}


def test_a_yearly_evaluation_rests_on_the_draft() -> None:
    """Important data are assessed yearly by law; authorised operation is evaluated yearly by the draft alone."""
    for rule in titled("年度评估(?!风险)"):
        assert f"{DRAFT}~chp_6__stmt_7" in rule.clauses, rule.id


def test_franchise_development_is_a_notion_of_the_draft() -> None:
    franchise = titled("特许开发")
    assert franchise
    for rule in franchise:
        assert DRAFT in instruments(rule), rule.id
    assert [rule.id for rule in RULES if "特许开发主体" in rule.bearer] == []


def test_the_draft_binds_the_plan_to_the_government_and_the_norm_the_agreement_to_the_body() -> None:
    """The draft's 三重一大 is about plans; that of agreements is the implementing body's, in another article."""
    for rule in RULES:
        if PLAN_DECIDED in rule.clauses:
            assert rule.subjects[0] == "implementation_plan", rule.id
    for rule in titled("三重一大"):
        wanted = f"{NORM}~art_13" if rule.subjects[0] == "agreement" else f"{NORM}~art_11__para_1"
        assert wanted in rule.clauses, rule.id


def test_filing_is_a_duty_of_the_province() -> None:
    filing = titled("备案")
    assert filing
    assert {rule.bearer for rule in filing} == {"省级数据管理部门"}


def test_raw_data_rest_on_texts_in_force() -> None:
    """The draft's note speaks of raw data as background only."""
    for rule in titled("原始数据"):
        assert DRAFT not in instruments(rule), rule.id


def test_the_law_on_cyber_security_is_cited_by_its_new_numbers() -> None:
    """As amended in 2025: 21 became 23, 25 became 27, 37 became 39, 38 became 40, 59 became 61."""
    cited = {clause.partition("~")[2] for rule in RULES for clause in rule.clauses if clause.startswith(f"{CYBER}~")}
    articles = {int(number) for name in cited for number in re.findall("^art_([0-9]+)", name)}
    assert articles <= {20, 23, 27, 36, 37, 39, 40, 42, 43, 44, 45, 61}
    assert saying("《网络安全法》第(?:二十一|二十五|三十四|三十五|三十八)条") == set()


def test_what_is_only_encouraged_or_allowed_is_no_duty() -> None:
    """A rule that demands something without 可以 or 鼓励 rests on a clause that binds or defines."""
    for rule in RULES:
        bound = {CLAUSES[clause].modality for clause in rule.clauses} - {"可以", "鼓励"}
        assert bound or rule.norm.op != "must", rule.id


def test_what_is_only_encouraged_is_an_encouragement() -> None:
    for rule in RULES:
        if {CLAUSES[clause].modality for clause in rule.clauses} == {"鼓励"}:
            assert rule.norm.op == "encourage", rule.id
