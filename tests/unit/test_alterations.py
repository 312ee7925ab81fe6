"""Slips in rules: what each makes of a condition, and that it is what the rule text means with the slip written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy.rulebook import ir
from pdo_policy.testing.alterations import alterations
from pdo_policy.testing.conditions import conditions, way_to
from pdo_policy.testing.mutants import mutants, mutated
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdo_policy.rulebook.compiled import Program

ASKED = "认定 已经公开 “是否公开” 由 机关\n"


def rule(body: str, name: str = "T-A", cite: str = "《实施规范》第八条") -> str:
    return f"规则 {name} “甲”\n  依据 {cite}\n  对象 方案\n  {body}\n完\n"


def exception(body: str) -> str:
    return f"例外 T-X “乙” 对 T-A\n  依据 《实施规范》第十五条\n  {body}\n完\n"


def program(folder: Path, text: str | Mapping[str, str]) -> Program:
    return load(small(folder, text)).program


NOWHERE = (0, 0)


def without_places(record: Any) -> Any:
    """A record in which every place, and every message, is the same, so that only the meaning can differ.

    The type goes in by name: 且 and 或 of the same parts are equal as tuples.
    """
    if isinstance(record, ir.Template):
        return None
    if hasattr(record, "at"):
        record = record._replace(at=NOWHERE)
    if not isinstance(record, tuple):
        return record
    return type(record).__name__, *map(without_places, record)


# ---------------------------------------------------------------------- as somebody would have written it

SLIPS = [
    # the requirement, the slip, and the requirement with it
    ("方案.编制日期 晚于 2025-03-01", "inclusive gt→ge", "方案.编制日期 不早于 2025-03-01"),
    ("方案.页数 不少于 3", "inclusive ge→gt", "方案.页数 超过 3"),
    ("方案.页数 不满 3", "inclusive lt→le", "方案.页数 不超过 3"),
    ("方案.页数 不超过 3", "inclusive le→lt", "方案.页数 不满 3"),
    ("方案.页数 超过 3", "bound 3→4", "方案.页数 超过 4"),
    ("方案.页数 超过 3", "bound 3→2", "方案.页数 超过 2"),
    ("方案.系数 超过 1.5", "bound 1.5→1.6", "方案.系数 超过 1.6"),
    ("方案.自有比例 超过 20%", "bound 0.2→0.21", "方案.自有比例 超过 21%"),
    ("方案.自有比例 超过 0.5%", "bound 0.005→0.006", "方案.自有比例 超过 0.6%"),
    ("方案.投资 超过 100 万元", "bound 1000000 CNY→1000001 CNY", "方案.投资 超过 1000001 元"),
    ("方案.期限 超过 5 年", "bound 60 month→61 month", "方案.期限 超过 61 个月"),
    ("方案.编制日期 早于 2025-03-01", "bound 2025-03-01→2025-02-28", "方案.编制日期 早于 2025-02-28"),
    (
        "方案.施行日期 在 方案.编制日期 起 30 日 内",
        "unit 30 day→30 workday",
        "方案.施行日期 在 方案.编制日期 起 30 个工作日 内",
    ),
    (
        "方案.施行日期 在 方案.编制日期 起 30 个工作日 内",
        "unit 30 workday→30 day",
        "方案.施行日期 在 方案.编制日期 起 30 日 内",
    ),
    (
        "方案.施行日期 在 方案.编制日期 起 30 日 内",
        "bound 30 day→29 day",
        "方案.施行日期 在 方案.编制日期 起 29 日 内",
    ),
    (
        "届满日（方案.编制日期，30 日） 晚于 方案.施行日期",
        "bound 30 day→31 day",
        "届满日（方案.编制日期，31 日） 晚于 方案.施行日期",
    ),
    ("方案.自有资金 不少于 方案.投资 * 20%", "bound 0.2→0.19", "方案.自有资金 不少于 方案.投资 * 19%"),
    ("方案.目标 已载明", "presence stated→supplied", "方案.目标 已提供"),
    ("方案.目标 未提供", "presence not_supplied→not_stated", "方案.目标 未载明"),
    ("方案.目标 已载明 且 方案.正文 已载明", "connective and→or", "方案.目标 已载明 或 方案.正文 已载明"),
    ("方案.目标 已载明 或 方案.正文 已载明", "connective or→and", "方案.目标 已载明 且 方案.正文 已载明"),
    ("方案.目标 已载明 且 方案.正文 已载明", "part left out", "方案.正文 已载明"),
    (
        "方案.目标 已载明 或 方案.正文 已载明 或 方案.期限 已载明",
        "part left out",
        "方案.目标 已载明 或 方案.期限 已载明",
    ),
    (
        "若 方案.目标 已载明 则 方案.正文 已载明 否则 否",
        "part left out",
        "若 方案.目标 已载明 则 方案.正文 已载明",
    ),
    (
        "每个 源 于 方案.数据资源 满足 源.名称 已载明",
        "quantifier every→some",
        "存在 源 于 方案.数据资源 满足 源.名称 已载明",
    ),
    (
        "存在 源 于 方案.数据资源 满足 源.名称 已载明",
        "quantifier some→none",
        "没有 源 于 方案.数据资源 满足 源.名称 已载明",
    ),
    (
        "下列全部 （一）方案.目标 已载明 （二）方案.正文 已载明",
        "enumeration all→any",
        "下列之一 （一）方案.目标 已载明 （二）方案.正文 已载明",
    ),
    (
        "下列之一 （一）方案.目标 已载明 （二）方案.正文 已载明",
        "enumeration any→all",
        "下列全部 （一）方案.目标 已载明 （二）方案.正文 已载明",
    ),
    (
        "下列至少 2 项 （一）方案.目标 已载明 （二）方案.正文 已载明 （三）方案.期限 已载明",
        "bound 2→3",
        "下列至少 3 项 （一）方案.目标 已载明 （二）方案.正文 已载明 （三）方案.期限 已载明",
    ),
    (
        "下列全部 （一）方案.目标 已载明 （二）方案.正文 已载明",
        "item left out",
        "下列全部 （一）方案.目标 已载明",
    ),
    (
        "下列至少 2 项 （一）方案.目标 已载明 （二）方案.正文 已载明",
        "item left out",
        "下列至少 1 项 （一）方案.目标 已载明",
    ),
    ("方案.授权模式 属于 【整体授权、其他】", "item without other", "方案.授权模式 属于 【整体授权】"),
    ("方案.目标 已载明", "negation not", "非 方案.目标 已载明"),
    ("已经公开", "negation not", "非 已经公开"),
    ("若 已经公开 则 否", "negation not", "若 已经公开 则 （非 否）"),
    ("非 （方案.目标 已载明 且 已经公开）", "negation not", "方案.目标 已载明 且 已经公开"),
    (
        "数量（源 于 方案.数据资源 满足 源.是否共享 为 是） 不少于 1",
        "negation not",
        "数量（源 于 方案.数据资源 满足 （非 源.是否共享 为 是）） 不少于 1",
    ),
]


@pytest.mark.parametrize(("before", "slip", "after"), SLIPS, ids=[f"{slip}-{before}" for before, slip, _ in SLIPS])
def test_a_mutant_is_the_rule_with_the_slip_written_in(tmp_path: Path, before: str, slip: str, after: str) -> None:
    """Altering records must mean what the same slip in the text means, or the measure would measure something else."""
    book = load(small(tmp_path, ASKED + rule(f"应当 {before}")))
    found = [mutant for mutant in mutants(book.program, book.sources) if mutant.name.startswith(f"{slip}: ")]
    made = [without_places(mutated(book.program, mutant.slip).rules[0].norm) for mutant in found]
    assert without_places(program(tmp_path, ASKED + rule(f"应当 {after}")).rules[0].norm) in made


def test_the_slips_are_all_of_the_kinds_that_are_told(tmp_path: Path) -> None:
    import pdo_policy.testing.alterations as told

    listed = set(re.findall(r"^- `(\w+)`", told.__doc__ or "", re.MULTILINE))
    assert listed == {slip.split()[0] for _, slip, _ in SLIPS}
    text = ASKED + "".join(
        rule(f"应当 {before}", f"T-R{'X' * number}") for number, (before, _, _) in enumerate(SLIPS, 1)
    )
    for item in program(tmp_path, text).rules:
        kinds = {slip.kind for condition, _ in conditions(item, way_to(item)) for slip in alterations(condition)}
        assert kinds <= listed


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("应当 方案.目标 已载明", {"presence stated→supplied", "negation not"}, id="presence"),
        pytest.param("应当 方案.目标 为 “甲”", {"negation not"}, id="a text has no bound"),
        pytest.param("应当 方案.是否备案 为 是", {"negation not"}, id="nor has a flag"),
        pytest.param("应当 非 方案.目标 为 “甲”", {"negation not"}, id="a contrary of a contrary is one slip"),
        pytest.param("应当 下列全部 （一）已经公开", {"negation not"}, id="one item is all and any"),
        pytest.param(
            "应当 下列至少 1 项 （一）已经公开 （二）方案.目标 为 “甲”",
            {"bound 1→2", "item left out", "negation not"},
            id="least is between one and all",
        ),
        pytest.param("应当 方案.授权模式 属于 【整体授权】", {"negation not"}, id="the only value of a list"),
        pytest.param("应当 方案.目标 注明不适用", {"negation not"}, id="the other presence has no near word"),
        pytest.param(
            "应当 方案.编制日期 早于 9999-12-31", {"inclusive lt→le", "negation not"}, id="no day after the last"
        ),
    ],
)
def test_what_cannot_slip_does_not(tmp_path: Path, body: str, names: set[str]) -> None:
    book = load(small(tmp_path, ASKED + rule(body)))
    assert {name.partition(":")[0] for name in (m.name for m in mutants(book.program, book.sources))} == names


# ---------------------------------------------------------------------- slips of a whole item

WHOLE = [
    (rule("当 方案.正文 已载明\n  应当 方案.目标 已载明"), "applies left out", rule("应当 方案.目标 已载明")),
    (
        rule("应当 方案.目标 已载明\n  除非 方案.正文 已载明"),
        "exception left out",
        rule("应当 方案.目标 已载明\n  除非 否"),
    ),
    (
        rule("应当 方案.目标 已载明\n  除非 方案.正文 已载明"),
        "burden fails→undetermined",
        rule("应当 方案.目标 已载明\n  除非 方案.正文 已载明 未证时 存疑"),
    ),
    (
        rule("应当 方案.目标 已载明") + exception("当 方案.正文 已载明\n  效果 豁免"),
        "exception left out",
        rule("应当 方案.目标 已载明") + exception("当 否\n  效果 豁免"),
    ),
    (
        rule("应当 方案.目标 已载明") + exception("当 方案.正文 已载明\n  效果 豁免"),
        "applies left out",
        rule("应当 方案.目标 已载明") + exception("效果 豁免"),
    ),
    (
        rule("应当 方案.目标 已载明") + exception("当 方案.正文 已载明\n  未证时 存疑\n  效果 豁免"),
        "burden undetermined→fails",
        rule("应当 方案.目标 已载明") + exception("当 方案.正文 已载明\n  效果 豁免"),
    ),
    (
        "参数 年限 := 3 年 依据 《实施规范》第十四条 状态 已核\n" + rule("应当 方案.期限 不超过 年限"),
        "bound 36 month→37 month",
        "参数 年限 := 37 个月 依据 《实施规范》第十四条 状态 已核\n" + rule("应当 方案.期限 不超过 年限"),
    ),
    (
        "判定 够长（方案 案） := 案.页数 不少于 3\n" + rule("当 够长（方案）\n  应当 方案.目标 已载明"),
        "bound 3→2",
        "判定 够长（方案 案） := 案.页数 不少于 2\n" + rule("当 够长（方案）\n  应当 方案.目标 已载明"),
    ),
]


@pytest.mark.parametrize(
    ("before", "slip", "after"), WHOLE, ids=[f"{number}-{slip}" for number, (_, slip, _) in enumerate(WHOLE)]
)
def test_slips_of_whole_items(tmp_path: Path, before: str, slip: str, after: str) -> None:
    book = load(small(tmp_path, before))
    found = [mutant for mutant in mutants(book.program, book.sources) if mutant.name.startswith(f"{slip}: ")]
    assert found
    made = [meaning(mutated(book.program, mutant.slip)) for mutant in found]
    assert meaning(program(tmp_path, after)) in made


def test_what_may_be_done_is_left_out_like_a_condition_of_application(tmp_path: Path) -> None:
    book = load(small(tmp_path, rule("可以 方案.正文 已载明 但应当 方案.目标 已载明")))
    (left_out,) = [mutant for mutant in mutants(book.program, book.sources) if mutant.slip.kind == "applies"]
    norm = mutated(book.program, left_out.slip).rules[0].norm
    assert (norm.exercise, norm.requirement) == (None, book.program.rules[0].norm.requirement)


def meaning(made: Program) -> Any:
    values = tuple(
        (name, tuple(value._replace(file="", at=NOWHERE) for value in values)) for name, values in made.parameters
    )
    rules = [item._replace(presence_only=False) for item in made.rules]
    return without_places(tuple(rules)), without_places(made.exceptions), values


# ---------------------------------------------------------------------- all of them together

SHAPES = (
    ASKED
    + "判定 够长（方案 案） := 案.页数 不少于 3\n"
    + "".join(
        rule(body, name)
        for name, body in {
            "T-ONE": "当 够长（方案）\n  应当 方案.目标 已载明 且 够长（方案）",
            "T-TWO": "应当 非 够长（方案）\n  除非 已经公开",
            "T-THREE": "应当 方案.目标 已载明 且 方案.目标 已载明",
        }.items()
    )
)


def test_a_predicate_is_altered_wherever_it_is_called(tmp_path: Path) -> None:
    book = load(small(tmp_path, SHAPES))
    (slip,) = [m for m in mutants(book.program, book.sources) if m.name.startswith("inclusive")]
    assert slip.rules == ("T-ONE", "T-TWO")
    altered = mutated(book.program, slip.slip)
    ops = [c.op for r in altered.rules for c, _ in conditions(r, way_to(r)) if isinstance(c, ir.Compare)]
    assert ops == ["gt", "gt", "gt"]


def test_a_parameter_is_altered_for_the_rules_that_read_it(tmp_path: Path) -> None:
    text = (
        "参数 年限 := 3 年 依据 《实施规范》第十四条 状态 已核\n"
        + rule("应当 方案.期限 不超过 年限", "T-READS")
        + rule("应当 方案.目标 已载明", "T-OTHER")
        + rule("应当 方案.目标 已载明", "T-A")
        + exception("当 方案.期限 超过 年限\n  效果 豁免")
    )
    book = load(small(tmp_path, text))
    rules = {mutant.rules for mutant in mutants(book.program, book.sources) if mutant.slip.place.home.name == "年限"}
    assert rules == {("T-A", "T-READS")}


def test_every_mutant_differs_from_the_program_and_from_every_other(tmp_path: Path) -> None:
    book = load(small(tmp_path, SHAPES))
    made = [mutated(book.program, mutant.slip) for mutant in mutants(book.program, book.sources)]
    assert len({repr(one) for one in (book.program, *made)}) == len(made) + 1


def test_mutants_have_names_that_stay_and_are_their_own(tmp_path: Path) -> None:
    def names(text: str) -> list[tuple[str, str]]:
        book = load(small(tmp_path, text))
        return [(mutant.slip.place.home.name, mutant.name) for mutant in mutants(book.program, book.sources)]

    first = names(SHAPES)
    assert len(set(first)) == len(first)
    assert ("T-THREE", "presence stated→supplied: 方案.目标已载明 #2") in first
    loose = SHAPES.replace(" 且 ", "\n    且   # 注释\n    ").replace("认定 ", "# 注释\n\n\n认定 ")
    assert loose != SHAPES
    assert names(loose) == first


def test_what_is_left_out_is_what_is_pointed_at(tmp_path: Path) -> None:
    text = rule("应当 下列全部\n    （一）方案.目标 已载明\n    （二）（方案.正文 已载明 或 方案.期限 已载明）")
    book = load(small(tmp_path, text))
    left_out = [mutant.name for mutant in mutants(book.program, book.sources) if mutant.slip.change == "left out"]
    assert left_out == [
        "item left out: （一）方案.目标已载明",
        "item left out: （二）（方案.正文已载明或方案.期限已载明）",
        "part left out: 方案.正文已载明",
        "part left out: 方案.期限已载明",
    ]
