"""The clause registers of rules/hubei are complete, classified, and say what their classes promise."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.registers import (
    ALL,
    COMPETITION,
    DETAIL,
    DISCLOSURE,
    DRAFT,
    EFFECTIVE,
    FOLDER,
    NORM,
    OUTLINES,
    PARTS,
    PRICE,
    PROVINCE,
    PROVINCE_ARTICLES,
    PROVINCE_PARTS,
    READ,
    READ_IN_PART,
    REGISTERS,
    REGISTRATION,
    SAID,
    SHARING,
    STATEMENTS,
    SUMMARISED,
    UNREAD,
    WHOLE,
    articles,
    clauses,
    parts,
    register,
    where,
)

if TYPE_CHECKING:
    from tests.registers import Clause

LONGEST_SUMMARY = 80
MODALITIES = {"应当", "不得", "可以", "鼓励", "原则上", "定义"}
NEEDED = {
    "automated": set(),
    "partial": {"question"},
    "manual": {"question"},
    "not_in_documents": {"reason"},
    "definition": set(),
}
SAID_BY_CLASS = {"question", "reason"}
ALWAYS = {"id", "summary", "modality", "visibility", "class"}
KEYS = ALWAYS | SAID_BY_CLASS | {"addressee", "words", "source", "related"}


def test_each_register_is_known_here() -> None:
    assert sorted(EFFECTIVE) == REGISTERS
    assert {*WHOLE, *PARTS, *OUTLINES, DRAFT, PROVINCE, DISCLOSURE} == set(REGISTERS)
    assert {*READ, *READ_IN_PART} == set(REGISTERS)


def test_the_draft_has_every_statement_of_the_drafting_note_once_and_in_order() -> None:
    expected = [(f"chp_{c}__stmt_{n}", f"D{c}-{n}") for c, last in STATEMENTS.items() for n in range(1, last + 1)]
    assert [(clause["id"], clause["source"]) for clause in clauses(DRAFT)] == expected


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_text_has_every_article_with_its_paragraphs_and_points_once_and_in_order(name: str) -> None:
    assert [clause["id"] for clause in clauses(name)] == articles(name)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_of_a_text_in_part_the_articles_that_the_papers_must_answer_to_are_there_and_no_others(name: str) -> None:
    assert [clause["id"] for clause in clauses(name)] == parts(name)
    assert "其他条文没有登记" in register(name)["note"]


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_a_text_in_outline_has_its_heads_and_paragraphs(name: str) -> None:
    assert [clause["id"] for clause in clauses(name)] == OUTLINES[name]


def test_the_provincial_law_has_every_article_once_and_in_order() -> None:
    expected = [
        f"art_{article}{part}"
        for article in range(1, PROVINCE_ARTICLES + 1)
        for part in PROVINCE_PARTS.get(article, ("",))
    ]
    assert [clause["id"] for clause in clauses(PROVINCE)] == expected


def test_the_notice_of_which_only_reports_were_seen_has_statements_of_ours() -> None:
    expected = [(f"stmt_{number}", f"ND-{number}") for number in range(1, 5)]
    assert [(clause["id"], clause["source"]) for clause in clauses(DISCLOSURE)] == expected
    assert "自己编" in register(DISCLOSURE)["note"]


@pytest.mark.parametrize("name", REGISTERS)
def test_an_instrument_is_called_by_the_name_of_its_file(name: str) -> None:
    data = register(name)
    assert data["id"] == name
    called = [data["id"], *{data["title"], data["short"]}, data["number"], *data.get("names", [])]
    assert [word for word, uses in Counter(called).items() if uses > 1] == []


def test_no_two_instruments_share_a_name_and_no_two_clauses_an_id() -> None:
    called = [
        {data[key] for key in ("id", "title", "short", "number") if data[key]} | set(data.get("names", []))
        for data in map(register, REGISTERS)
    ]
    assert [one & other for one, other in combinations(called, 2) if one & other] == []
    full_ids = Counter(f"{name}~{clause['id']}" for name in REGISTERS for clause in clauses(name))
    assert [full_id for full_id, uses in full_ids.items() if uses > 1] == []


@pytest.mark.parametrize("name", REGISTERS)
def test_an_instrument_is_in_force_from_its_day(name: str) -> None:
    data = register(name)
    assert data["status"] == ("draft" if name == DRAFT else "in_force")
    assert data.get("effective", {}) == EFFECTIVE[name]


def _faults_of_class(clause: Clause) -> list[str]:
    faults = {
        "unknown key": not ALWAYS <= clause.keys() <= KEYS,
        "modality": clause["modality"] not in MODALITIES,
        "question or reason": clause.keys() & SAID_BY_CLASS != NEEDED[clause["class"]],
        "a definition is defined": clause["class"] == "definition" and clause["modality"] != "定义",
        "a norm binds somebody": not clause.get("addressee") and clause["modality"] != "定义",
    }
    return [fault for fault, found in faults.items() if found]


@pytest.mark.parametrize("name", REGISTERS)
def test_a_clause_has_what_its_class_needs(name: str) -> None:
    assert {clause["id"]: faults for clause in clauses(name) if (faults := _faults_of_class(clause))} == {}


@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize(
    ("key", "form"),
    [
        pytest.param("summary", rf"[^。]{{1,{LONGEST_SUMMARY}}}", id="a summary is short and one phrase"),
        pytest.param("question", r"(?:[^。]+，)?请(?:说明|确认|提供)[^。]+。", id="a question is one neutral sentence"),
        pytest.param("reason", r"(?:[^。]+。){1,2}", id="a reason is one or two sentences"),
    ],
)
def test_what_is_said_of_a_clause_has_its_form(name: str, key: str, form: str) -> None:
    written = {clause["id"]: clause[key] for clause in clauses(name) if key in clause}
    assert {where: text for where, text in written.items() if re.fullmatch(form, text) is None} == {}


@pytest.mark.parametrize("name", REGISTERS)
def test_chinese_is_written_with_full_width_marks(name: str) -> None:
    data = register(name)
    said = {clause["id"]: " ".join(clause.get(key, "") for key in SAID) for clause in data["clauses"]}
    said |= {key: data[key] for key in ("seen", "note")}
    assert {where: text for where, text in said.items() if re.search(r"[,;:?!()\"']", text)} == {}


@pytest.mark.parametrize("name", REGISTERS)
def test_what_was_seen_is_what_is_claimed(name: str) -> None:
    seen = {clause["id"]: clause["visibility"] for clause in clauses(name)}
    read = {clause for clause, visibility in seen.items() if visibility == "full"}
    if name in READ:
        assert set(seen) - read == UNREAD.get(name, set())
    else:
        assert read == set(READ_IN_PART[name].split())
    assert Counter(seen.values())["summary"] == SUMMARISED.get(name, 0)


def test_only_words_of_a_text_that_was_read_may_be_quoted() -> None:
    quotable = {f"{name}~{clause['id']}" for name in REGISTERS for clause in clauses(name) if "words" in clause}
    assert quotable <= where("full", "visibility")


def test_a_clause_of_which_nothing_was_noted_claims_nothing() -> None:
    unnoted = where("没有摘录")
    assert unnoted <= where("topic", "visibility") & where("定义", "modality")
    assert Counter(full_id.partition("~")[0] for full_id in unnoted) == {DETAIL: 22, PROVINCE: 51}


def test_the_draft_has_no_article_number_anywhere() -> None:
    text = (FOLDER / f"{DRAFT}.yaml").read_text("utf-8")
    own = re.sub(r"[a-z]+(?:-[a-z0-9]+)+~\w+|国家规范第[一二三四五六七八九十]+条", "", text)
    assert re.search(r"第[0-9〇零一二三四五六七八九十百]+[条款项]|art_", own) is None


@pytest.mark.parametrize("name", REGISTERS)
def test_related_clauses_are_registered_in_another_instrument(name: str) -> None:
    for clause in clauses(name):
        related = clause.get("related", [])
        assert len(related) == len(set(related)), clause["id"]
        for other in related:
            instrument, _, other_id = other.partition("~")
            assert instrument != name
            assert other_id in ALL[instrument], other


@pytest.mark.parametrize(
    ("clause", "related"),
    [
        (f"{SHARING}~art_25", f"{NORM}~art_5__para_2"),
        (f"{REGISTRATION}~art_5__para_2", f"{NORM}~art_16"),
        (f"{REGISTRATION}~art_15__para_2", f"{NORM}~art_14__point_2"),
        (f"{DETAIL}~art_12", f"{REGISTRATION}~art_9__point_1"),
        (f"{DETAIL}~art_21", f"{REGISTRATION}~art_15__para_1"),
        (f"{PRICE}~outline_1", f"{NORM}~art_17"),
        (f"{PROVINCE}~art_34__para_3", f"{NORM}~art_9__point_4"),
        (f"{PROVINCE}~art_39", f"{PRICE}~outline_1"),
        (f"{DISCLOSURE}~stmt_2", f"{NORM}~art_18"),
        (f"{DISCLOSURE}~stmt_3", f"{NORM}~art_19"),
        (f"{COMPETITION}~art_8", f"{NORM}~art_12__para_1"),
        ("npc-2022-antimonopoly~art_40", f"{NORM}~art_6__para_1"),
        (f"{DRAFT}~chp_3__stmt_1", f"{PROVINCE}~art_34__para_3"),
        (f"{DRAFT}~chp_3__stmt_9", f"{PROVINCE}~art_22"),
        (f"{DRAFT}~chp_3__stmt_14", f"{PROVINCE}~art_35__para_2"),
        (f"{DRAFT}~chp_4__stmt_4", f"{PROVINCE}~art_35__para_1"),
        (f"{DRAFT}~chp_4__stmt_6", f"{PROVINCE}~art_25"),
        (f"{DRAFT}~chp_4__stmt_9", f"{PRICE}~outline_2__para_1"),
        (f"{DRAFT}~chp_4__stmt_13", f"{PROVINCE}~art_39"),
        (f"{DRAFT}~chp_5__stmt_6", f"{PROVINCE}~art_62"),
        (f"{DRAFT}~chp_6__stmt_2", f"{PROVINCE}~art_50"),
        (f"{DRAFT}~chp_6__stmt_7", f"{PROVINCE}~art_35__para_3"),
        (f"{DRAFT}~chp_6__stmt_6", f"{DISCLOSURE}~stmt_4"),
        (f"{DRAFT}~chp_6__stmt_6", f"{PRICE}~outline_5__para_2"),
    ],
)
def test_what_the_inventories_put_side_by_side_is_related(clause: str, related: str) -> None:
    instrument, _, clause_id = clause.partition("~")
    assert related in ALL[instrument][clause_id]["related"]
