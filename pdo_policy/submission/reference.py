"""The models become the field reference `docs/fields.md`: every field of every kind, in Chinese, with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.submission.clauses import display
from pdo_policy.submission.export import REQUIRED, SUBMISSIONS
from pdo_policy.submission.field import Kind, Record
from pdo_policy.submission.walk import FieldFacts, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

KIND_NAMES = {
    Kind.TEXT: "文本",
    Kind.PROSE: "正文",
    Kind.DATE: "日期",
    Kind.DURATION: "期间",
    Kind.MONEY: "金额",
    Kind.PERCENTAGE: "比例",
    Kind.COUNT: "计数",
    Kind.NUMBER: "数值",
    Kind.FLAG: "是否",
    Kind.CHOICE: "选项",
    Kind.CREDIT_CODE: "信用代码",
    Kind.REGION: "行政区划",
    Kind.RECORD: "记录",
    Kind.LIST: "清单",
}

_INTRODUCTION = """# 填报字段

本页由 `python -m pdo_policy.generated` 从 `pdo_policy/submission/` 的模型生成，请改模型，不要改本页。

- 键可以写中文字段名、英文键或“也可写作”一栏的词，同一处只写一种。
- 只有文件头五项（文件种类、项目编号、编号、标题、状态）必须填写；其他内容应不应当有，由规则依条款判断。
- 暂时不知道的写 `null`，确实不适用的写 `{不适用: 理由}`；两者与没有写是三种不同的情形。
- 依据一栏：《实施规范》指发改数据规〔2025〕27号；《管理办法（征求意见稿）》只能引到章。
- 文本清单只有一项时，可以不写成清单。
"""

_HEAD = "| 字段 | 键 | 类型 | 说明 | 示例 | 依据 | 也可写作 |\n| --- | --- | --- | --- | --- | --- | --- |"


def reference_text() -> str:
    """The whole page, with a newline at the end; a record that several fields hold is described once."""
    parts = [_INTRODUCTION]
    described: set[type[Record]] = set()
    for submission in SUBMISSIONS:
        parts.append(f"## {submission.label} `{submission.kind}`\n\n{_table(submission.model, root=True)}\n")
        for trail, record in _sections(submission.model, (submission.label,)):
            if record not in described:
                described.add(record)
                parts.append(f'<a id="{record.__name__}"></a>\n\n### {" → ".join(trail)}\n\n{_table(record)}\n')
    return "\n".join(parts)


def _sections(record: type[Record], trail: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], type[Record]]]:
    for field in fields_of(record):
        if field.record is not None:
            yield (*trail, field.label), field.record
            yield from _sections(field.record, (*trail, field.label))


def _table(record: type[Record], *, root: bool = False) -> str:
    return "\n".join([_HEAD, *(_row(field, required=root and field.key in REQUIRED) for field in fields_of(record))])


def _row(field: FieldFacts, *, required: bool) -> str:
    label = f"**{field.label}**" if required else field.label
    examples = "、".join(f"`{example}`" for example in field.examples)
    clauses = "；".join(dict.fromkeys(display(clause) for clause in field.clauses))
    cells = (label, f"`{field.key}`", _type(field), _meaning(field), examples, clauses, "、".join(field.aliases))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _type(field: FieldFacts) -> str:
    name = KIND_NAMES[field.kind]
    if field.item_kind is not None:
        name += f"（{KIND_NAMES[field.item_kind]}）"
    if field.record is not None:
        return f"[{name}](#{field.record.__name__})"
    return f"{name}，{field.unit}" if field.unit else name


def _meaning(field: FieldFacts) -> str:
    values = "，".join(f"{choice.label}（`{choice.value}`）" for choice in field.choices)
    return field.meaning + (f" 可选：{values}。" if values else "")
