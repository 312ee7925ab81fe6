"""The fields of a kind of document become a paper to fill in: Chinese keys, and above each what belongs there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pdo_policy.schema.fields import Field

_OPEN = "null"
"""What stands where nothing is filled in yet: explicitly unknown, so that no rule takes it for an answer."""

_MOST_CHOICES = 12
_INDENT = "  "

_HEAD = """# {label}样表。每一项上面写明填什么、举例和依据的条款。
# 把 null 改成实际内容；还不知道的留着 null（未知），检查结果是待核实。
# 本项目没有的事项写 {{不适用: 原因}}，不要删掉了事。
# 清单可以增加条目；用不着的条目整条删去。文件头（前几项）必须填写。
# 检查：pdo-policy check {name}
"""


class Blank(NamedTuple):
    """A paper to make.

    Attributes:
        label: what its kind is called (实施方案).
        name: of the file it is meant for, as its first lines tell it.
        values: what is filled in already, by canonical key of the root.
    """

    label: str
    name: str
    values: Mapping[str, str]


def template(blank: Blank, root: Field, display: Callable[[str], str]) -> str:
    """A paper to fill in, as YAML.

    Args:
        blank: which paper.
        root: the fields of its kind.
        display: how a clause id is shown.

    Returns:
        A text in which every field of the kind stands once, a list with one element; what is not filled in is null.
    """
    lines = list(_HEAD.format(label=blank.label, name=blank.name).splitlines())
    for below in root.fields.values():
        lines.append("")
        if below.key in blank.values:
            lines.extend(_comment(below, display, ""))
            lines.append(f"{below.label}: {_quoted(blank.values[below.key])}")
        else:
            lines.extend(_field(below, display, ""))
    return "".join(f"{line}\n" for line in lines)


def _quoted(value: str) -> str:
    """A text as YAML reads it back: without quotes where it can be nothing but text."""
    return (
        value
        if re.fullmatch(r"[^\W\d_](?=.*[-\u4e00-\u9fff])[\w（）-]*", value)
        else json.dumps(value, ensure_ascii=False)
    )


def _field(field: Field, display: Callable[[str], str], margin: str) -> Iterator[str]:
    yield from _comment(field, display, margin)
    if field.kind == "record" and field.fields:
        yield f"{margin}{field.label}:"
        for below in field.fields.values():
            yield from _field(below, display, margin + _INDENT)
    elif field.kind == "list" and field.item is not None and field.item.fields:
        yield f"{margin}{field.label}:"
        yield from _element(field.item, display, margin + _INDENT)
    else:
        yield f"{margin}{field.label}: {_OPEN}"


def _element(item: Field, display: Callable[[str], str], margin: str) -> Iterator[str]:
    """One element; its first key stands behind the dash, the comment on it above."""
    first, *rest = item.fields.values()
    head = list(_field(first, display, margin + _INDENT))
    comments = sum(1 for line in head if line.lstrip().startswith("#"))
    yield from head[:comments]
    yield f"{margin}- {head[comments].lstrip()}"
    yield from head[comments + 1 :]
    for below in rest:
        yield from _field(below, display, margin + _INDENT)


def _comment(field: Field, display: Callable[[str], str], margin: str) -> Iterator[str]:
    parts = [field.meaning]
    choices = field.choices or (field.item.choices if field.item is not None else ())
    if choices and len(choices) <= _MOST_CHOICES and "可选" not in field.meaning:
        parts.append(f"可选：{'、'.join(choice.label for choice in choices)}。")
    if field.unit:
        parts.append(f"单位：{field.unit}。")
    if field.examples and field.kind != "record" and not (field.item is not None and field.item.fields):
        parts.append(f"例：{_written(field.examples[0])}")
    if field.clauses:
        parts.append(f"〔{'，'.join(map(display, field.clauses))}〕")
    text = " ".join(" ".join(part for part in parts if part).split())
    if text:
        yield f"{margin}# {text}"


def _written(example: object) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
