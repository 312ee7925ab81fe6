"""The models of the three kinds keep the promises that the schemas, the rules and the users rely on."""

import re
from collections import Counter

import pytest

from pdo_policy.submission.export import REQUIRED, SUBMISSIONS, Submission
from pdo_policy.submission.field import Kind, OneOf, Record, Text, about, choices
from pdo_policy.submission.walk import fields_of, records_in, shared_records

CLAUSE = re.compile(
    r"ndrc-2025-27~art_(?P<article>\d+)(__para_\d+)?(__point_\d+)?|hb-2024-draft~chp_(?P<chapter>\d+)__stmt_(?P<statement>\d+)"
)
ARTICLES = 27
STATEMENTS = {1: 6, 2: 3, 3: 14, 4: 13, 5: 6, 6: 7, 7: 3}
# What a plan and an agreement must hold at the core (2-3, 3-7) is not known; 7-3 is about the 办法 itself.
UNANSWERED = {(2, 3), (3, 7), (7, 3)}


def _every_record() -> dict[type[Record], str]:
    return {
        record: f"{submission.kind}:{record.__name__}"
        for submission in SUBMISSIONS
        for record in (submission.model, *records_in(submission.model))
    }


RECORDS = [pytest.param(record, id=name) for record, name in _every_record().items()]
KINDS = [pytest.param(submission, id=submission.kind) for submission in SUBMISSIONS]


def test_no_two_records_share_a_name() -> None:
    names = Counter(record.__name__ for record in _every_record())
    assert [name for name, uses in names.items() if uses > 1] == [], "definitions in a schema are found by name"


@pytest.mark.parametrize("record", RECORDS)
def test_no_two_fields_of_a_record_answer_to_the_same_word(record: type[Record]) -> None:
    words = Counter(word for field in fields_of(record) for word in (field.key, field.label, *field.aliases))
    assert [word for word, uses in words.items() if uses > 1] == []


@pytest.mark.parametrize("record", RECORDS)
def test_a_field_says_everything_about_itself(record: type[Record]) -> None:
    for field in fields_of(record):
        assert re.fullmatch(r"[\u4e00-\u9fff]+", field.label), "a rule must be able to write the label in a path"
        assert re.fullmatch(r"[a-z][a-z0-9_]*", field.key)
        assert field.meaning.endswith("。"), field.key
        assert bool(field.examples) == (field.record is None), "records get their example from their leaves"
        assert field.kind is not Kind.COUNT or field.unit, field.key


@pytest.mark.parametrize("record", RECORDS)
def test_a_clause_is_one_that_exists(record: type[Record]) -> None:
    for field in fields_of(record):
        assert len(set(field.clauses)) == len(field.clauses), field.key
        for clause in field.clauses:
            match = CLAUSE.fullmatch(clause)
            assert match, clause
            if match["chapter"]:
                assert 1 <= int(match["statement"]) <= STATEMENTS[int(match["chapter"])], clause
            else:
                assert 1 <= int(match["article"]) <= ARTICLES, clause


@pytest.mark.parametrize("record", RECORDS)
def test_a_list_names_its_items_and_tells_records_apart(record: type[Record]) -> None:
    for field in fields_of(record):
        is_list = field.kind is Kind.LIST
        assert (bool(field.item), field.item_kind is not None) == (is_list, is_list), field.key
        assert bool(field.natural_key) == (is_list and field.record is not None), field.key
        if field.natural_key:
            assert field.record is not None
            leaves = {inner.key for inner in fields_of(field.record) if inner.record is None}
            assert leaves.issuperset(field.natural_key), field.key


@pytest.mark.parametrize("record", RECORDS)
def test_a_choice_has_values_that_are_distinct_words(record: type[Record]) -> None:
    for field in fields_of(record):
        assert bool(field.choices) == (Kind.CHOICE in (field.kind, field.item_kind)), field.key
        words = Counter(word for choice in field.choices for word in (choice.value, choice.label, *choice.aliases))
        assert [word for word, uses in words.items() if uses > 1] == [], field.key


@pytest.mark.parametrize("submission", KINDS)
def test_each_kind_begins_with_the_header(submission: Submission) -> None:
    assert tuple(field.key for field in fields_of(submission.model))[: len(REQUIRED)] == REQUIRED


@pytest.mark.parametrize(("kind", "article", "points"), [("implementation_plan", 9, 12), ("agreement", 14, 13)])
def test_each_point_that_the_norm_lists_has_a_field(kind: str, article: int, points: int) -> None:
    clauses = _clauses(kind)
    asked = {f"ndrc-2025-27~art_{article}__point_{point}" for point in range(1, points + 1)}
    assert asked - clauses == set()


def test_each_statement_about_the_draft_has_a_field_or_a_reason() -> None:
    clauses = {clause for submission in SUBMISSIONS for clause in _clauses(submission.kind)}
    unanswered = {
        (chapter, statement)
        for chapter, count in STATEMENTS.items()
        for statement in range(1, count + 1)
        if f"hb-2024-draft~chp_{chapter}__stmt_{statement}" not in clauses
    }
    assert unanswered == UNANSWERED


def _clauses(kind: str) -> set[str]:
    (model,) = (submission.model for submission in SUBMISSIONS if submission.kind == kind)
    return {clause for record in (model, *records_in(model)) for field in fields_of(record) for clause in field.clauses}


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("implementation_plan", "授权期限.起始日"),
        ("implementation_plan", "特许开发.稳慎性"),
        ("implementation_plan", "数据资源.提供单位同意.同意文号"),
        ("implementation_plan", "方案审议.决策机制"),
        ("implementation_plan", "产品和服务.价格.上限收费标准"),
        ("implementation_plan", "授权运营平台.租户.是否采用租户模式"),
        ("agreement", "协议审议.审议日期"),
        ("agreement", "遴选.中选单位.统一社会信用代码"),
        ("agreement", "再开发限制.不得参与再开发条款"),
        ("agreement", "产品和服务.流程记录.场景审核日期"),
        ("agreement", "产品和服务.登记.赋码日期"),
        ("agreement", "收益分配.分配比例.比例"),
        ("annual_report", "成本收入.收入.收入合计"),
        ("annual_report", "价格执行.收入偏离.偏离率"),
        ("annual_report", "运营统计.调用失败次数"),
        ("annual_report", "信息披露.运营机构披露.披露日期"),
        ("annual_report", "数据安全.安全事件.报告用时"),
    ],
)
def test_paths_that_rules_build_on_stay(kind: str, path: str) -> None:
    (model,) = (submission.model for submission in SUBMISSIONS if submission.kind == kind)
    record: type[Record] | None = model
    for label in path.split("."):
        assert record is not None
        (field,) = (field for field in fields_of(record) if field.label == label)
        record = field.record


class _Leaf(Record):
    name: Text = about("名称", "名称。", "甲")


class _Branch(Record):
    leaf: _Leaf = about("叶", "一片。")


class _Tree(Record):
    branch: _Branch = about("枝", "一枝。")
    leaves: list[_Leaf] = about("叶子", "许多片。", item="叶", key=("name",))
    colour: OneOf = about("颜色", "颜色。", "绿", of=choices(("green", "绿", "绿色")))


def test_a_record_named_twice_is_shared() -> None:
    assert shared_records(_Tree) == {_Leaf}


def test_a_field_is_read_off_its_model() -> None:
    branch, leaves, colour = fields_of(_Tree)
    assert (branch.kind, branch.record) == (Kind.RECORD, _Branch)
    assert (leaves.kind, leaves.item_kind, leaves.record, leaves.natural_key) == (
        Kind.LIST,
        Kind.RECORD,
        _Leaf,
        ("name",),
    )
    assert (colour.kind, colour.choices[0].aliases) == (Kind.CHOICE, ("绿色",))


def test_an_annotation_without_a_kind_is_refused() -> None:
    class Wrong(Record):
        name: str = about("名称", "名称。", "甲")

    with pytest.raises(TypeError):
        fields_of(Wrong)
