"""Names by label or by key: what is turned, what must stay, and that the rules say the same."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

from pdo_policy import bundled
from pdo_policy.errors import RulebookError
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.load import load
from pdo_policy.rulebook.spelling import Wanted, respelled
from pdo_policy.rulebook.texts import rule_text
from pdo_policy.source import Source
from tests.language.test_formatting import laid, placeless
from tests.language.test_reference import BLOCKS, SAMPLE
from tests.rulebooks import INSTRUMENTS, SCHEMAS, choice, listed, paper, record, scalar, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).parent
WANTED = get_args(Wanted)

PLAN = paper(
    "plan",
    "实施方案",
    goal=scalar("text", "目标"),
    mode=choice("模式", whole="整体", other="其他（另行说明）", other2="甲", filed="已备案"),
    number=scalar("text", "编 号"),
    greek=scalar("text", "α值"),
    end=scalar("date", "完"),
    agreements=record("协议清单", any=scalar("text", "任一")),
    resources=listed("资源", record("资源", name=scalar("text", "名称"), kind2=choice("种类", a="甲类", b="乙类"))),
)


def by_file(folder: Path, files: Mapping[str, str], wanted: Wanted, **made: Any) -> dict[str, str]:
    """The rule files of the small rulebook with names spelled as wanted."""
    root = small(folder, files, schemas={**SCHEMAS, "plan": PLAN}, **made)
    sources = {(root / name).resolve(): Source(name, text) for name, text in files.items()}
    return {path.name: source.text for path, source in respelled(root, sources, wanted).items()}


def spelled(folder: Path, text: str, wanted: Wanted, **made: Any) -> str:
    return by_file(folder, {"rules.pdl": text}, wanted, **made)["rules.pdl"]


def rule(clauses: str, before: str = "") -> str:
    return f"{before}规则 T-A “甲” 依据 《实施规范》第八条\n{clauses}\n完\n"


BOTH = {
    "document and field": ("对象 方案 应当 方案.目标 已载明", "对象 plan 应当 plan.goal 已载明"),
    "value": ("对象 方案 应当 方案.模式 为 整体", "对象 plan 应当 plan.mode 为 whole"),
    "value that is no name": ("对象 方案 应当 方案.模式 为 「其他（另行说明）」", "对象 plan 应当 plan.mode 为 other"),
    "value before": ("对象 方案 应当 整体 为 方案.模式", "对象 plan 应当 whole 为 plan.mode"),
    "values in a list": (
        "对象 方案 应当 方案.模式 属于 【整体、甲】",
        "对象 plan 应当 plan.mode 属于 【whole、other2】",
    ),
    "presumption": ("对象 方案 推定 方案.模式 为 整体 应当 是", "对象 plan 推定 plan.mode 为 whole 应当 是"),
    "relation": ("对象 协议 应当 协议.方案.目标 已载明", "对象 agreement 应当 agreement.plan.goal 已载明"),
    "two documents": ("对象 协议，方案 应当 方案.目标 已载明", "对象 agreement，plan 应当 plan.goal 已载明"),
    "field that has a keyword's name": ("对象 方案 应当 方案.完 已载明", "对象 plan 应当 plan.end 已载明"),
    "elements": (
        "对象 方案 应当 每个 源 于 方案.资源 满足 （源.名称 已载明 且 源.种类 为 甲类）",
        "对象 plan 应当 每个 源 于 plan.resources 满足 （源.name 已载明 且 源.kind2 为 a）",
    ),
    "comprehension": (
        "对象 方案 应当 唯一（源 于 方案.资源 满足 源.种类 为 甲类 取 源.名称）",
        "对象 plan 应当 唯一（源 于 plan.resources 满足 源.kind2 为 a 取 源.name）",
    ),
    "messages": (
        '对象 方案 应当 是 违反时 “{方案.目标}和{缺项（方案.目标，方案.完）}” 提问 "“{方案.完|年月日}”"',
        '对象 plan 应当 是 违反时 “{plan.goal}和{缺项（plan.goal，plan.end）}” 提问 "“{plan.end|年月日}”"',
    ),
    "other clauses": (
        "对象 方案 时点 方案.完 应当 是 证据 方案.目标，方案.资源 除非 方案.模式 为 甲",
        "对象 plan 时点 plan.end 应当 是 证据 plan.goal，plan.resources 除非 plan.mode 为 other2",
    ),
    "items": (
        "对象 方案 应当 下列全部 （一）“目标”：方案.目标 已载明 报 “没有写{方案.目标}”",
        "对象 plan 应当 下列全部 （一）“目标”：plan.goal 已载明 报 “没有写{plan.goal}”",
    ),
}


@pytest.mark.parametrize(("label", "key"), BOTH.values(), ids=BOTH)
def test_names_are_turned_both_ways(label: str, key: str, tmp_path: Path) -> None:
    for text in (label, key):
        assert spelled(tmp_path, rule(text), "key") == rule(key)
        assert spelled(tmp_path, rule(text), "label") == rule(label)


STAY: Mapping[str, tuple[str, Wanted]] = {
    "a label with a space, in a path as in 「」": (rule("对象 方案 应当 方案.「编 号」 已载明"), "label"),
    "a label in a foreign script": (rule("对象 方案 应当 方案.greek 已载明"), "label"),
    "a field of the name of a relation": (rule("对象 方案 应当 方案.协议清单.任一 已载明"), "label"),
    "a value that would be a parameter": (rule("对象 方案 应当 方案.模式 为 other2", "参数 甲 := 3\n"), "label"),
    "a value that would be a determination": (
        rule("对象 方案 应当 方案.模式 为 filed", "认定 已备案 “是否” 由 乙\n"), "label"),
    "a value that would be an element": (rule(
        "对象 方案 应当 存在 甲 于 方案.资源 满足 （方案.模式 为 other2 且 甲.名称 已载明）"), "label"),
    "texts": (rule("对象 plan 应当 plan.mode 为 “整体” 解释 “{方案.目标}”"), "key"),
    "own names": (rule("对象 方案 应当 goal（方案）", "判定 goal（方案 goal） := goal.目标 已载明\n"), "label"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), STAY.values(), ids=STAY)
def test_a_name_stays_where_another_would_mean_something_else(text: str, wanted: Wanted, tmp_path: Path) -> None:
    assert spelled(tmp_path, text, wanted) == text


def test_a_parameter_may_have_the_name_of_a_document(tmp_path: Path) -> None:
    before = "判定 已写（方案 方案，方案 plan） := 方案.目标 已载明 且 plan.目标 已载明\n"
    after = "判定 已写（plan 方案，plan plan） := 方案.goal 已载明 且 plan.goal 已载明\n"
    text, wanted = rule("对象 方案 应当 已写（方案，方案）", before), rule("对象 plan 应当 已写（plan，plan）", after)
    assert spelled(tmp_path, text, "key") == wanted
    assert spelled(tmp_path, wanted, "label") == text


def test_an_element_may_have_the_name_of_a_document(tmp_path: Path) -> None:
    text = rule("对象 协议 应当 每个 年报 于 协议.年报清单 满足 年报.提交日期 已载明")
    wanted = rule("对象 agreement 应当 每个 年报 于 agreement.annual_reports 满足 年报.submitted_on 已载明")
    assert spelled(tmp_path, text, "key") == wanted
    assert spelled(tmp_path, wanted, "label") == text


def test_files_name_what_stands_in_others(tmp_path: Path) -> None:
    files = {
        "a.pdl": rule("对象 方案 应当 已写（方案）"),
        "b.pdl": "判定 已写（方案 案） := 案.目标 已载明\n",
    }
    assert by_file(tmp_path, files, "key") == {
        "a.pdl": rule("对象 plan 应当 已写（plan）"),
        "b.pdl": "判定 已写（plan 案） := 案.goal 已载明\n",
    }
    root = tmp_path / "rulebook"
    alone = {(root / "a.pdl").resolve(): Source("a.pdl", files["a.pdl"])}
    assert [source.text for source in respelled(root, alone, "key").values()] == [rule("对象 plan 应当 已写（plan）")]


def test_a_file_from_elsewhere_is_added_to_the_rulebook(tmp_path: Path) -> None:
    root = small(tmp_path, "判定 已写（方案 案） := 案.目标 已载明\n")
    draft = (tmp_path / "draft.pdl").resolve()
    made = respelled(root, {draft: Source("draft.pdl", rule("对象 方案 应当 已写（方案）"))}, "key")
    assert {path: source.text for path, source in made.items()} == {draft: rule("对象 plan 应当 已写（plan）")}


@pytest.mark.parametrize(
    ("text", "code"),
    [(rule("对象 方案 应当 方案.没有 已载明"), "PDL-T002"), (rule("对象 方案 应当"), "PDL-E002")],
)
def test_what_does_not_compile_is_told(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as caught:
        spelled(tmp_path, text, "key")
    assert [problem.code for problem in caught.value.problems] == [code]


# ---------------------------------------------------------------------- whole rulebooks


def shipped(folder: Path) -> Path:
    return Path(shutil.copytree(bundled.rulebook_folder(), folder / "hubei"))


def corpus(folder: Path) -> Path:
    return small(folder, (HERE / "corpus-zh.pdl").read_text("utf-8"))


def reference(folder: Path) -> Path:
    instruments = {**INSTRUMENTS, "sample": SAMPLE}
    return small(folder, "\n".join(BLOCKS), manifest={"prefix": "HB"}, instruments=instruments)


@pytest.mark.slow
@pytest.mark.parametrize("made", [shipped, corpus, reference])
def test_a_rulebook_says_the_same_by_labels_and_by_keys(made: Callable[[Path], Path], tmp_path: Path) -> None:
    root = made(tmp_path)
    # Two chapters may have files of the same name.
    files = {path.resolve(): Source(path.as_posix(), rule_text(path.read_bytes())) for path in root.rglob("*.pdl")}
    keys, labels = (respelled(root, files, wanted) for wanted in WANTED[::-1])
    assert respelled(root, keys, "label") == labels
    assert respelled(root, labels, "key") == keys
    before = nameless(load(root).program)
    for path, source in keys.items():
        path.write_text(laid(source.text, "en"), "utf-8")
    assert nameless(load(root).program) == before
    own = "".join(re.sub(r"[“\"][^\n]*[”\"]|#.*|《.*|「.*?」", "", source.text) for source in keys.values())
    assert re.findall(r"[\w.]+\.[\u4e00-\u9fff]\w*", own) == [], "every step of a path has its key"


def nameless(record: Any) -> Any:
    """As `placeless`, without the names of documents."""
    if isinstance(record, ir.Slot):
        return record.number
    if isinstance(record, tuple) and hasattr(record, "_fields"):
        kept = [nameless(getattr(record, name)) for name in record._fields if name not in ("at", "file")]
        return (type(record).__name__, *kept)
    return tuple(nameless(part) for part in record) if isinstance(record, tuple) else placeless(record)
