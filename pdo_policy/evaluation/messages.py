"""The words of a rule, with the values of the case put in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pdo_policy.evaluation.conditions import test_of
from pdo_policy.evaluation.nodes import finder
from pdo_policy.evaluation.operands import computer
from pdo_policy.evaluation.run import REASONS, UNKNOWN, Gap
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State, breadcrumb
from pdo_policy.values.display import display
from pdo_policy.values.money import Money
from pdo_policy.wording import headlined
from pdo_policy.wording.evaluation import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.run import Environment

    Filling = Callable[[Environment, str], str]

LONGEST_QUOTE = 60
"""How many characters of a quoted value a message shows."""


def filling(template: ir.Template) -> Filling:
    """The function that fills in a template: the text of a message, from an environment and a language."""
    parts = [part if isinstance(part, str) else _filled(part) for part in template.parts]
    if all(isinstance(part, str) for part in parts):
        text = "".join(map(str, parts))
        return lambda _env, _lang: text
    return lambda env, lang: "".join([part if isinstance(part, str) else part(env, lang) for part in parts])


def _filled(hole: ir.Hole) -> Filling:
    if hole.node is not None:
        find = finder(hole.node)
        return lambda env, lang: _node(hole, find(env), lang)
    assert hole.operand is not None, "a hole shows a thing or a value"
    compute = computer(hole.operand, test_of)
    if isinstance(hole.operand, ir.Lacking):
        # Labels, as many as the rule names: no writer of a paper can make it long, and none may be lost.
        return lambda env, _lang: str(compute(env))

    def filled(env: Environment, lang: str) -> str:
        value = compute(env)
        return _said("hole_unknown", "", lang) if value is UNKNOWN else shown(value, hole.kind, hole.format)

    return filled


def _node(hole: ir.Hole, found: Bound | Gap, lang: str) -> str:
    nameless = _nameless(found)
    if nameless is not None:
        return breadcrumb(nameless)[-1]
    if isinstance(found, Gap):
        return _said(_HOLES.get(found.reason, "hole_unknown"), found.trail[0][1] if found.trail else "", lang)
    if found.state is not State.PRESENT:
        return _said(_HOLES.get(REASONS[found.state], "hole_unknown"), "", lang)
    return quoted(found, hole.format)


def _nameless(found: Bound | Gap) -> Bound | None:
    """The element of a list whose name is asked for and not written: its number says which one is meant."""
    element, key, lacking = (
        (found.at, found.trail[0][0] if len(found.trail) == 1 else "", found.reason == "absent")
        if isinstance(found, Gap)
        else (found.parent, found.step, found.state in {State.BLANK, State.NULL})
    )
    if not lacking or element is None or not isinstance(element.step, int):
        return None
    keys = element.field.natural_key
    return element if keys and key == ("name" if "name" in keys else keys[0]) else None


_HOLES: Mapping[str, str] = {
    "absent": "hole_absent",
    "blank": "hole_absent",
    "document": "hole_document",
    "not_applicable": "hole_not_applicable",
    "invalid": "hole_invalid",
}
"""What stands for a thing that has no value, by the reason why it has none."""


def _said(code: str, where: str, lang: str) -> str:
    return headlined(MESSAGES, code, {"where": where, "detail": ""}, lang)


def quoted(bound: Bound, form: str = "") -> str:
    """A present value as a message shows it: labels for enumerations, lists with 、, long texts cut."""
    data = bound.data
    if isinstance(data, list):
        return _cut("、".join(quoted(child) for child in data if child.state is State.PRESENT))
    if isinstance(data, dict):
        named = [data[key] for key in bound.field.natural_key if key in data]
        return quoted(named[0]) if named and named[0].state is State.PRESENT else bound.field.label
    if bound.field.kind == "choice":
        return next((choice.label for choice in bound.field.choices if choice.value == data), str(data))
    return shown(data, bound.field.kind, form)


def shown(value: Datum, kind: str, form: str) -> str:
    """A value in the form a hole asks for."""
    if isinstance(value, list):
        return _cut("、".join(quoted(v) if isinstance(v, Bound) else shown(v, kind, form) for v in value))
    if form == "年月日" and isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if form == "年月" and isinstance(value, date):
        return f"{value.year}年{value.month}月"
    if form in _SCALES and isinstance(value, Money):
        return f"{_plain(value.amount / _SCALES[form])}{form}"
    if form == "百分比" and isinstance(value, (Decimal, int)):
        return f"{_plain(Decimal(value) * 100)}%"
    return _cut(display(value, kind))


_SCALES = {"元": 1, "万元": 10**4, "亿元": 10**8}


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
