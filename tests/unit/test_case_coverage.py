"""What cases show of rules: which conditions count, when they are seen, and which items decide alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.evaluation import kleene
from pdo_policy.findings import Verdict
from pdo_policy.testing import Case, run_case
from pdo_policy.testing.coverage import Count, covered
from pdo_policy.testing.watching import decides_alone
from tests.rulebooks import agreement, load, plan, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.testing.coverage import Coverage

S, V, U, N, X = (verdict.value for verdict in list(Verdict)[:5])
ASKED = "认定 已经公开 “是否公开” 由 机关\n"


def rule(body: str, name: str = "T-A") -> str:
    return f"规则 {name} “甲”\n  依据 《实施规范》第八条\n  对象 方案\n  {body}\n完\n"


def case(expect: str, *documents: Mapping[str, Any], rule: str = "T-A", **more: Any) -> Case:
    return Case("x.cases.yaml", rule, expect, expect, {one["kind"]: one for one in documents}, **more)


def shown(folder: Path, text: str | Mapping[str, str], *cases: Case, whole: bool = True) -> Coverage:
    results, coverage = covered(load(small(folder, text)), cases, whole=whole)
    assert [result.failure for result in results] == [""] * len(cases)
    return coverage


def missing(coverage: Coverage, *kinds: str) -> list[tuple[str, str]]:
    return [(one.what, one.text) for one in coverage.unshown if not kinds or one.what in kinds]


CONDITIONS = ("never-true", "never-false", "never-asked")
GOAL = rule("应当 方案.目标 已载明")


# ---------------------------------------------------------------------- verdicts


def test_a_verdict_is_shown_by_a_case_that_expects_and_gets_it(tmp_path: Path) -> None:
    book = load(small(tmp_path, GOAL))
    wrong, right = case(V, plan(goal="有")), case(U, plan(goal=None))
    results, coverage = covered(book, [wrong, right], whole=True)
    assert [bool(result.failure) for result in results] == [True, False]
    assert coverage.verdicts == Count(1, 3)
    assert missing(coverage, "no-verdict") == [("no-verdict", S), ("no-verdict", V)]


def test_a_rule_without_cases_counts_unless_only_some_files_are_run(tmp_path: Path) -> None:
    text = GOAL + rule("应当 方案.正文 已载明", "T-B")
    cases = [case(S, plan(goal="有")), case(V, plan()), case(U, plan(goal=None))]
    whole, part = (shown(tmp_path, text, *cases, whole=whole) for whole in (True, False))
    assert (whole.verdicts, part.verdicts) == (Count(3, 6), Count(3, 3))
    assert (whole.conditions, part.conditions) == (Count(1, 2), Count(1, 1))
    assert missing(whole, *CONDITIONS) == [("never-asked", "方案.正文 已载明")]


# ---------------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("body", "documents", "expected"),
    [
        pytest.param("应当 方案.目标 已载明", [plan(goal="有"), plan()], [], id="both answers"),
        pytest.param("应当 方案.目标 已载明", [plan(goal="有")], [("never-false", "方案.目标 已载明")], id="only true"),
        pytest.param("应当 方案.目标 已载明", [plan()], [("never-true", "方案.目标 已载明")], id="only false"),
        pytest.param("应当 方案.目标 已载明", [plan(goal=None)], [("never-asked", "方案.目标 已载明")], id="only open"),
        pytest.param(
            "应当 方案.目标 已载明 且 方案.正文 已载明",
            [plan(), plan(goal="有", body="有")],
            [("never-false", "方案.正文 已载明")],
            id="a part that need not be asked is not seen",
        ),
        pytest.param(
            "当 方案.是否备案 为 是\n  应当 方案.目标 已载明",
            [plan(filed=False, goal="有"), plan(filed=True)],
            [("never-true", "方案.目标 已载明")],
            id="nothing is seen of a rule that does not apply",
        ),
        pytest.param(
            "当 方案.是否备案 为 是\n  应当 方案.目标 已载明",
            [plan(goal="有"), plan(filed=True), plan(filed=False)],
            [],
            id="a rule that perhaps applies is seen",
        ),
        pytest.param(
            "应当 若 方案.是否备案 为 是 则 方案.目标 已载明 否则 否",
            [plan(filed=True, goal="有"), plan(filed=True), plan(filed=False)],
            [],
            id="a constant does not count",
        ),
        pytest.param(
            "应当 每个 源 于 方案.数据资源 满足 源.名称 已载明",
            [plan(resources=[{"id": "1", "name": "有"}, {"id": "2"}])],
            [("never-true", "每个 源 于 方案.数据资源 满足 源.名称 已载明")],
            id="each element is asked",
        ),
        pytest.param(
            "应当 每个 域 于 方案.领域 满足 域 为 “甲”",
            [plan(domains=["甲"])],
            [("never-false", "每个 域 于 方案.领域 满足 域 为 “甲”"), ("never-false", "域 为 “甲”")],
            id="an element itself",
        ),
        pytest.param(
            "应当 数量（源 于 方案.数据资源 满足 源.是否共享 为 是） 不少于 1",
            [plan(resources=[{"id": "1", "shared": False}]), plan(resources=[{"id": "1", "shared": True}])],
            [],
            id="a condition within a function",
        ),
        pytest.param(
            "应当 方案.目标 已载明\n  除非 方案.正文 已载明",
            [plan(), plan(body="有")],
            [("never-true", "方案.目标 已载明")],
            id="a 除非",
        ),
        pytest.param(
            "应当 方案.目标 已载明 # 说明\n    或 方案.正文 已载明",
            [plan(goal="有")],
            [
                ("never-false", "方案.目标 已载明"),
                ("never-false", "方案.目标 已载明 或 方案.正文 已载明"),
                ("never-asked", "方案.正文 已载明"),
            ],
            id="written in one line and without comments",
        ),
    ],
)
def test_a_condition_is_shown_when_it_was_true_and_was_false(
    tmp_path: Path, body: str, documents: Sequence[Mapping[str, Any]], expected: list[tuple[str, str]]
) -> None:
    book = load(small(tmp_path, rule(body)))
    _, coverage = covered(book, [case(S, document) for document in documents], whole=True)
    assert missing(coverage, *CONDITIONS) == expected
    assert coverage.conditions.total - coverage.conditions.shown == len(expected)


def test_the_words_of_a_rule_have_no_conditions_that_count(tmp_path: Path) -> None:
    text = rule("应当 方案.目标 已载明\n  违反时 “{数量（源 于 方案.数据资源 满足 源.名称 已载明）}”")
    assert shown(tmp_path, text, case(V, plan(resources=[]))).conditions == Count(0, 1)


def test_an_exception_is_seen_by_the_cases_of_the_rules_it_is_to(tmp_path: Path) -> None:
    exception = (
        "例外 T-X “乙” 对 T-A\n  依据 《实施规范》第十五条\n  当 方案.正文 已载明\n"
        "  效果 改为 应当 方案.页数 不少于 3\n完\n"
    )
    cases = [case(V, plan()), case(S, plan(body="有", pages=3)), case(V, plan(body="有", pages=2))]
    coverage = shown(tmp_path, {"a.pdl": GOAL, "b/x.pdl": exception}, *cases)
    assert missing(coverage, *CONDITIONS) == [("never-true", "方案.目标 已载明")]
    part = shown(tmp_path, {"a.pdl": GOAL, "b/x.pdl": exception}, case(V, plan()))
    told = [(one.home, one.file, one.line, one.column, one.what) for one in part.unshown if one.what in CONDITIONS]
    assert told == [
        ("T-A", "a.pdl", 4, 6, "never-true"),
        ("T-X", "b/x.pdl", 3, 5, "never-true"),
        ("T-X", "b/x.pdl", 4, 12, "never-asked"),
    ]


def test_the_body_of_a_predicate_counts_once_and_each_call_for_its_rule(tmp_path: Path) -> None:
    text = {
        "a.pdl": "判定 有目标（方案 案） := 案.目标 已载明 且 案.正文 已载明\n",
        "b.pdl": rule("应当 有目标（方案）") + rule("应当 非 有目标（方案）", "T-B"),
    }
    cases = [case(S, plan(goal="有", body="有")), case(V, plan(goal="有")), case(S, plan(), rule="T-B")]
    coverage = shown(tmp_path, text, *cases)
    assert coverage.conditions == Count(4, 6)
    assert [(one.home, one.file, one.what, one.text) for one in coverage.unshown if one.what in CONDITIONS] == [
        ("T-B", "b.pdl", "never-false", "非 有目标（方案）"),
        ("T-B", "b.pdl", "never-true", "有目标（方案）"),
    ]
    part = shown(tmp_path, text, *cases[:2], whole=False)
    assert part.conditions == Count(1, 1), "what other rules show as well is not asked of some files"


def test_a_condition_in_an_argument_stands_in_the_file_of_the_call(tmp_path: Path) -> None:
    text = {
        "a.pdl": "判定 够多（整数 几） := 几 不少于 2\n",
        "b.pdl": rule("应当 够多（数量（源 于 方案.数据资源 满足 源.名称 已载明））"),
    }
    coverage = shown(tmp_path, text, case(V, plan(resources=[{"id": "1", "name": "有"}])))
    assert [(one.home, one.file, one.text) for one in coverage.unshown if one.what in CONDITIONS] == [
        ("够多", "a.pdl", "几 不少于 2"),
        ("T-A", "b.pdl", "够多（数量（源 于 方案.数据资源 满足 源.名称 已载明））"),
        ("T-A", "b.pdl", "源.名称 已载明"),
    ]


def test_every_version_of_a_rule_counts(tmp_path: Path) -> None:
    text = rule("生效 2020-01-01 至 2025-12-31\n  应当 方案.目标 已载明") + rule(
        "生效 2026-01-01 起\n  应当 方案.正文 已载明"
    )
    cases = [case(S, plan(goal="有", body="有")), case(V, plan(goal="有"))]
    assert missing(shown(tmp_path, text, *cases), *CONDITIONS) == [("never-asked", "方案.目标 已载明")]
    earlier = [replace(one, as_of=date(2025, 6, 1)) for one in (case(S, plan(goal="有")), case(V, plan()))]
    assert missing(shown(tmp_path, text, *cases, *earlier), *CONDITIONS) == []


def test_the_governing_date_is_seen_before_anything_else(tmp_path: Path) -> None:
    text = rule(
        "时点 最大（源 于 方案.数据资源 满足 源.是否共享 为 是 取 源.登记日期）\n  当 方案.目标 已载明\n  应当 是"
    )
    shared = {"id": "1", "shared": True, "registered_on": "2025-05-01"}
    documents = [plan(resources=[shared]), plan(resources=[{**shared, "shared": False}])]
    cases = [case(N, document) for document in documents]
    assert missing(shown(tmp_path, text, *cases), *CONDITIONS) == [("never-true", "方案.目标 已载明")]


def test_only_the_rule_under_test_is_seen(tmp_path: Path) -> None:
    """A rule whose violation makes another apply is asked too, but the case is not about it."""
    text = rule("应当 方案.目标 已载明\n  后果 T-B") + rule("应当 方案.正文 已载明", "T-B")
    cases = [case(V, plan(), rule="T-B"), case(N, plan(goal="有"), rule="T-B")]
    assert missing(shown(tmp_path, text, *cases), "never-asked") == [("never-asked", "方案.目标 已载明")]


def test_what_is_recorded_changes_no_answer(tmp_path: Path) -> None:
    text = ASKED + rule(
        "当 方案.是否备案 为 是\n  应当 下列至少 1 项\n"
        "   （一）（每个 源 于 方案.数据资源 满足 源.名称 已载明）\n   （二）已经公开"
    )
    lists: list[dict[str, Any]] = [{}, {"resources": []}, {"resources": [{"id": "1"}]}, {"resources": [{"name": "有"}]}]
    documents = [plan(filed=filed, **listed) for filed in (True, False, None) for listed in lists]
    book = load(small(tmp_path, text))
    answers = [{}, {"已经公开": True}, {"已经公开": False}]
    cases = [case(S, document, determinations=given) for document in documents for given in answers]
    results, _ = covered(book, cases, whole=True)
    assert [result.actual for result in results] == [plainly(book, one) for one in cases]


def plainly(book: Rulebook, one: Case) -> str:
    return run_case(one, book).actual


# ---------------------------------------------------------------------- items


def listed(op: str) -> str:
    return rule(f"应当 {op}\n    （一）方案.目标 已载明\n    （二）方案.正文 已载明\n    （三）方案.期限 已载明")


FULL = {"goal": "有", "body": "有", "term": "3年"}


@pytest.mark.parametrize(
    ("op", "documents", "alone"),
    [
        pytest.param("下列全部", [FULL, {**FULL, "goal": ...}], {1}, id="only it is missing"),
        pytest.param("下列全部", [{**FULL, "goal": ...}], set(), id="never met"),
        pytest.param("下列全部", [FULL, {}], set(), id="two more are missing"),
        pytest.param("下列全部", [FULL, {**FULL, "goal": ..., "body": None}], {1}, id="another is open"),
        pytest.param("下列全部", [FULL, {**FULL, "goal": None}], set(), id="it is open"),
        pytest.param("下列至少 1 项", [{}, {"body": "有"}], {2}, id="only it is there"),
        pytest.param("下列至少 1 项", [{}, {"body": "有", "goal": "有"}], set(), id="another would do"),
        pytest.param("下列均非", [{}, {"body": "有"}], {2}, id="only it is met"),
        pytest.param("下列之一", [{}, {"body": "有"}], {2}, id="any"),
        pytest.param("下列至少 2 项", [{"goal": "有"}, {"goal": "有", "body": "有"}], {2}, id="the second of two"),
        pytest.param("下列至少 2 项", [{"goal": "有"}, FULL], set(), id="more than enough"),
    ],
)
def test_an_item_decides_alone_when_the_contrary_would_have_changed_the_answer(
    tmp_path: Path, op: str, documents: Sequence[Mapping[str, Any]], alone: set[int]
) -> None:
    book = load(small(tmp_path, listed(op)))
    _, coverage = covered(book, [case(S, plan(**document)) for document in documents], whole=True)
    items = ["（一）方案.目标 已载明", "（二）方案.正文 已载明", "（三）方案.期限 已载明"]
    expected = [("not-alone", text) for number, text in enumerate(items, 1) if number not in alone]
    assert missing(coverage, "not-alone") == expected
    assert coverage.items == Count(len(alone), 3)


def test_items_of_a_rule_that_does_not_apply_decide_nothing(tmp_path: Path) -> None:
    text = listed("下列全部").replace("  应当", "  当 方案.是否备案 为 是\n  应当")
    documents = [plan(filed=False, **FULL), plan(filed=False, **{**FULL, "goal": ...})]
    assert shown(tmp_path, text, *(case(N, document) for document in documents)).items == Count(0, 3)


TRUTHS = (True, False, None)


def constant(answer: bool | None) -> Callable[[list[Any]], bool | None]:
    return lambda _env: answer


@pytest.mark.parametrize("op", ["all", "any", "none", "at_least"])
@pytest.mark.parametrize("least", [1, 2, 3])
def test_deciding_alone_agrees_with_the_logic(op: str, least: int) -> None:
    def answer(given: Sequence[bool | None]) -> bool | None:
        return kleene.enumeration(op, least, [constant(each) for each in given])([])

    for answers in product(TRUTHS, repeat=3):
        for index, own in enumerate(answers):
            if own is None:
                continue
            contrary = [not own if number == index else each for number, each in enumerate(answers)]
            expected = answer(answers) is not None and answer(contrary) is not answer(answers)
            assert decides_alone(op, least, answers, index) is expected, (answers, index)


def test_papers_of_other_kinds_are_cases_too(tmp_path: Path) -> None:
    text = "规则 T-A “甲”\n  依据 《实施规范》第八条\n  对象 协议\n  应当 协议.方案.目标 已载明\n完\n"
    cases = [case(S, plan(goal="有"), agreement()), case(V, plan(), agreement()), case(U, agreement())]
    coverage = shown(tmp_path, text, *cases)
    assert coverage[:3] == (Count(3, 3), Count(1, 1), Count(0, 0))
    assert coverage.unshown == ()
