"""Strategies: conditions of the small rulebook in compiled form, and papers with and without their gaps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from pdo_policy.rulebook import ir
from pdo_policy.values.durations import Duration
from pdo_policy.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import DrawFn, SearchStrategy

AT = (0, 1)
ABSENT = object()

# ---------------------------------------------------------------------- papers

WRITTEN: Mapping[str, tuple[Any, ...]] = {
    "text": ("甲", "乙", "甲乙"),
    "choice": ("whole", "by_field"),
    "category": ("personal", "traffic"),
    "flag": (True, False),
    "count": (0, 1, 2, 3),
    "number": (0, 1.5, -1.5),
    "money": ("1元", "2元", "1万元", "1USD"),
    "percentage": ("0%", "50%", "100%"),
    "date": ("2025-01-31", "2025-02-28", "2025-03-03", "2025-10-01", "2026-12-31"),
    "duration": ("1个月", "1年", "30日", "3个工作日"),
}
UNKNOWN = (None, {"不适用": "理由"}, "待定")
WRONG = {"错": "错"}
"""Read by no kind of value, by no list, and as a record with nothing known in it."""

PLAN = {
    "goal": "text", "mode": "choice", "filed": "flag", "pages": "count", "factor": "number", "budget": "money",
    "own_funds": "money", "share": "percentage", "drafted_on": "date", "starts_on": "date", "term": "duration",
    "review": {"minutes": "text", "reviewed_on": "date", "passed": "flag"},
    "resources": [{
        "id": "text", "name": "text", "rows": "count", "price": "money", "registered_on": "date", "shared": "flag",
        "category": "category", "columns": ["text"],
    }],
    "domains": ["text"],
}  # fmt: skip
AGREEMENT = {
    "signed_on": "date", "term": "duration", "fee": "money", "overrun_reason": "text",
    "products": [{"id": "text", "name": "text", "price": "money", "launched_on": "date"}],
}  # fmt: skip
REPORT = {"total": "money", "year_end": "date", "lines": [{"product": "text", "amount": "money"}]}

Shape = Any


class Veiled(NamedTuple):
    """Something in full, and as far as it is told; `ABSENT` for what is not told at all."""

    full: Any
    told: Any


@st.composite
def veiled(draw: DrawFn, shape: Shape, *, may_lack: bool = True) -> Veiled:
    """A thing of a shape: a kind of value, a record of shapes, or a list of one shape.

    About half of it is hidden: not there, unknown, blank, not applicable, unreadable, or of a date only the month.
    """
    full: Any
    told: Any
    hiding: list[Any] = [*UNKNOWN, WRONG, *([ABSENT] if may_lack else [])]
    if isinstance(shape, dict):
        parts = {key: draw(veiled(below)) for key, below in shape.items()}
        full = {key: part.full for key, part in parts.items()}
        told = {key: part.told for key, part in parts.items() if part.told is not ABSENT}
        hiding.extend([{}, "错"])
    elif isinstance(shape, list):
        found = draw(st.lists(veiled(shape[0], may_lack=False), max_size=2))
        full, told = [part.full for part in found], [part.told for part in found]
    else:
        full = told = draw(st.sampled_from(WRITTEN[shape]))
        hiding.append("——")
        if shape == "date":
            hiding.extend([full[:7], full[:4]])
    if draw(st.integers(0, 2)) == 0:
        told = draw(st.sampled_from(hiding))
    return Veiled(full, told)


def _paper(kind: str, shape: Shape, **header: Any) -> SearchStrategy[Veiled]:
    top = {"kind": kind, "dossier": "D1", "title": "标题", "status": "issued", **header}

    def made(parts: list[Veiled]) -> Veiled:
        full = {**top, **{key: part.full for key, part in zip(shape, parts, strict=True)}}
        told = {key: part.told for key, part in zip(shape, parts, strict=True) if part.told is not ABSENT}
        return Veiled(full, {**top, **told})

    return st.tuples(*map(veiled, shape.values())).map(list).map(made)


def plans(name: str = "P1") -> SearchStrategy[Veiled]:
    """A 方案."""
    return _paper("plan", PLAN, id=name)


@st.composite
def agreements(draw: DrawFn, name: str = "A1", plan: str = "P1") -> Veiled:
    """A 协议 on a plan, which it sometimes does not tell."""
    paper = draw(_paper("agreement", AGREEMENT, id=name))
    told = draw(st.sampled_from([plan, plan, plan, *UNKNOWN, WRONG]))
    return Veiled({**paper.full, "plan_id": plan}, {**paper.told, "plan_id": told})


def reports(name: str = "R1", agreement: str = "A1") -> SearchStrategy[Veiled]:
    """A 年报 on an agreement."""
    return _paper("annual_report", REPORT, id=name, agreement_id=agreement)


# ---------------------------------------------------------------------- nodes


class Place(NamedTuple):
    """A record in scope, and its shape."""

    node: ir.Node
    shape: Shape


THE_AGREEMENT = Place(ir.Slot(1, "协议"), AGREEMENT)
THE_PLAN_OF_IT = Place(ir.Related(ir.Slot(1, "协议"), "agreement-plan", "plan", "实施方案", many=False), PLAN)
THE_PLAN = Place(ir.Slot(1, "方案"), PLAN)
THE_REPORT = Place(ir.Slot(1, "年报"), REPORT)
OF_THE_PLAN = ir.Related(ir.Slot(1, "方案"), "agreement-plan-back", "agreement", "授权运营协议", many=True)
OF_THE_PLAN_OF_IT = ir.Related(THE_PLAN_OF_IT.node, "agreement-plan-back", "agreement", "授权运营协议", many=True)

SCOPES: Mapping[str, tuple[Place, ...]] = {
    "agreement": (THE_AGREEMENT, THE_PLAN_OF_IT),
    "plan": (THE_PLAN,),
    "annual_report": (THE_REPORT,),
}
Scope = tuple[Place, ...]


def _below(place: Place) -> list[Place]:
    """A record's parts, and theirs; not those of lists."""
    if not isinstance(place.shape, dict):
        return [place]
    parts = [Place(ir.Field(place.node, key, key), shape) for key, shape in place.shape.items()]
    return [place, *(below for part in parts for below in _below(part))]


def _places(scope: Scope, wanted: Callable[[Shape], bool]) -> list[Place]:
    return [below for place in scope for below in _below(place) if wanted(below.shape)]


def _lists(scope: Scope) -> list[Place]:
    found = _places(scope, lambda shape: isinstance(shape, list))
    if THE_PLAN in scope:
        found.append(Place(OF_THE_PLAN, [AGREEMENT]))
    if THE_AGREEMENT in scope:
        found.append(Place(OF_THE_PLAN_OF_IT, [AGREEMENT]))
    return found


# ---------------------------------------------------------------------- operands

FIELD_KINDS = {
    "text": "text", "choice": "choice", "category": "category", "flag": "flag", "integer": "count",
    "decimal": "number", "percentage": "percentage", "money": "money", "date": "date", "duration": "duration",
}  # fmt: skip
CONSTANTS: Mapping[str, tuple[Any, ...]] = {
    "text": ("甲", "乙"),
    "choice": ("whole", "by_field"),
    "category": ("personal", "traffic"),
    "flag": (True,),
    "integer": (0, 1, 2),
    "decimal": (Decimal("1.5"), Decimal(0)),
    "percentage": (Decimal("0.5"), Decimal(1)),
    "money": (Money(Decimal(1), "CNY"), Money(Decimal(10000), "CNY")),
    "date": (date(2025, 2, 28), date(2025, 3, 31), date(2026, 12, 31)),
    "duration": (Duration(1, "month"), Duration(30, "day"), Duration(3, "workday")),
}
ORDERED = ("integer", "decimal", "percentage", "money", "date", "duration")
OPERATIONS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "integer": (
        ("+", "integer", "integer"), ("-", "integer", "integer"), ("*", "integer", "integer"), ("-", "date", "date"),
    ),
    "decimal": (
        ("+", "integer", "decimal"), ("/", "integer", "integer"), ("*", "decimal", "decimal"),
        ("/", "money", "money"), ("/", "percentage", "percentage"),
    ),
    "percentage": (("+", "percentage", "percentage"), ("*", "percentage", "integer"), ("/", "percentage", "integer")),
    "money": (
        ("+", "money", "money"), ("-", "money", "money"), ("*", "money", "percentage"), ("*", "integer", "money"),
        ("/", "money", "integer"),
    ),
    "date": (("+", "date", "duration"), ("-", "date", "duration")),
    "duration": (("+", "duration", "duration"), ("-", "duration", "duration"), ("*", "duration", "integer")),
}  # fmt: skip
SUMMED = ("integer", "decimal", "percentage", "money")


def _constant(kind: str) -> SearchStrategy[ir.Operand]:
    name = "choice" if kind == "category" else kind
    return st.sampled_from(CONSTANTS[kind]).map(lambda value: ir.Const(name, value))


@st.composite
def operands(draw: DrawFn, kind: str, scope: Scope, slot: int, depth: int = 2) -> ir.Operand:
    """An operand of a kind; `slot` is the first that is free."""
    fields = _places(scope, lambda shape: shape == FIELD_KINDS[kind])
    ways = ["constant", *(["field"] * 4 if fields else [])]
    if depth:
        ways += ["operation"] if kind in OPERATIONS else []
        ways += ["aggregate"] if kind in (*SUMMED, "date", "flag") and _lists(scope) else []
        ways += ["call"] if kind in (*SUMMED, "date") else []
        ways += ["negative"] if kind in SUMMED else []
        ways += ["parameter"] if kind in ("duration", "integer") else []
    way = draw(st.sampled_from(ways))
    if way == "field":
        return ir.Value(draw(st.sampled_from(fields)).node)
    if way == "operation":
        op, left, right = draw(st.sampled_from(OPERATIONS[kind]))
        sides = (draw(operands(side, scope, slot, depth - 1)) for side in (left, right))
        return ir.Arithmetic(op, f"{left}{op}{right}", *sides)
    if way == "aggregate":
        return draw(aggregates(kind, scope, slot, depth - 1))
    if way == "call":
        return draw(calls(kind, scope, slot, depth - 1))
    if way == "negative":
        return ir.Negative(draw(operands(kind, scope, slot, depth - 1)))
    if way == "parameter":
        return ir.Param(draw(st.sampled_from(("one", "several", "none"))) + f" {kind}")
    return draw(_constant(kind))


@st.composite
def calls(draw: DrawFn, kind: str, scope: Scope, slot: int, depth: int) -> ir.Operand:
    """A call that gives a kind."""

    def arg(wanted: str) -> ir.Operand:
        return draw(operands(wanted, scope, slot, depth))

    if kind == "date":
        return ir.Call("due_date", (arg("date"), arg("duration")))
    name = draw(st.sampled_from(("working_days", "year_of", "length"))) if kind == "integer" else "absolute"
    if name == "working_days":
        return ir.Call(name, (arg("date"), arg("date")))
    return ir.Call(name, (arg({"year_of": "date", "length": "text"}.get(name, kind)),))


@st.composite
def aggregates(draw: DrawFn, kind: str, scope: Scope, slot: int, depth: int) -> ir.Operand:
    """An aggregate that gives a kind."""
    place = draw(st.sampled_from(_lists(scope)))
    inner = (Place(ir.Slot(slot, "x"), place.shape[0]), *scope)
    where = draw(st.none() | conditions(inner, slot + 1, depth))
    if kind == "integer" and draw(st.booleans()):
        return ir.Aggregate("count", ir.Elements(place.node), slot, where, None)
    if kind == "flag":
        function, taken = "unique", draw(st.sampled_from(tuple(FIELD_KINDS)))
    else:
        names = ("largest", "smallest") if kind == "date" else ("sum", "largest", "smallest")
        function, taken = draw(st.sampled_from((*names, *(["average"] if kind in ("decimal", "money") else [])))), kind
    take = draw(operands(taken, inner, slot + 1, depth))
    return ir.Aggregate(function, ir.Elements(place.node), slot, where, take)


# ---------------------------------------------------------------------- conditions


@st.composite
def leaves(draw: DrawFn, scope: Scope, slot: int, depth: int, presence: bool) -> ir.Condition:
    """A relation."""

    def some(kind: str) -> ir.Operand:
        return draw(operands(kind, scope, slot, depth))

    ways = ["compare"] * 4 + ["within", "member", "includes", "matches", "truth", "determination"]
    way = draw(st.sampled_from(ways + ["present"] * 3 * presence))
    if way == "compare":
        kind = draw(st.sampled_from(tuple(FIELD_KINDS)))
        ops = ("eq", "ne", "ge", "le", "gt", "lt") if kind in ORDERED else ("eq", "ne")
        return ir.Compare(draw(st.sampled_from(ops)), some(kind), some(kind), AT)
    if way == "within":
        return ir.Within(some("date"), some("date"), some("duration"), AT)
    if way == "member":
        return draw(members(scope, slot, depth))
    if way == "includes":
        return ir.Includes(some("text"), some("text"), AT)
    if way == "matches":
        return ir.Matches(some("text"), draw(st.sampled_from(("^甲", "乙$", "丙"))), AT)
    if way == "truth":
        return ir.Truth(some("flag"), AT)
    if way == "determination":
        return ir.Determination(draw(st.sampled_from(("yes", "no", "open"))), AT)
    op = draw(st.sampled_from(("stated", "not_stated", "supplied", "not_supplied", "inapplicable")))
    places = [*_places(scope, lambda _shape: True), *_lists(scope)]
    return ir.Present(op, draw(st.sampled_from(places)).node, AT)


@st.composite
def members(draw: DrawFn, scope: Scope, slot: int, depth: int) -> ir.Condition:
    """Whether a text is among those of a list, as written or as given."""
    texts = _places(scope, lambda shape: shape == ["text"])
    listed: ir.Operand
    as_written = draw(st.booleans())
    if texts and as_written:
        listed = ir.Elements(draw(st.sampled_from(texts)).node)
        element = draw(operands("text", scope, slot, depth))
    else:
        kind = draw(st.sampled_from(tuple(FIELD_KINDS)))
        listed = ir.ListOf(tuple(draw(st.lists(operands(kind, scope, slot, depth), max_size=3))))
        element = draw(operands(kind, scope, slot, depth))
    return ir.Member(draw(st.booleans()), element, listed, AT)


@st.composite
def conditions(draw: DrawFn, scope: Scope, slot: int, depth: int = 3, *, presence: bool = True) -> ir.Condition:
    """A condition; `presence` is whether it may ask what is stated."""

    def one() -> ir.Condition:
        return draw(conditions(scope, slot, depth - 1, presence=presence))

    def many(least: int = 2) -> tuple[ir.Condition, ...]:
        return tuple(one() for _ in range(draw(st.integers(least, 3))))

    ways = ["leaf"] if not depth else ["leaf", "leaf", "and", "or", "not", "if", "quantifier", "enumeration", "call"]
    way = draw(st.sampled_from(ways))
    lists = _lists(scope)
    if way == "and":
        return ir.And(many(), AT)
    if way == "or":
        return ir.Or(many(), AT)
    if way == "not":
        return ir.Not(one(), AT)
    if way == "call":
        return ir.Predicate("够了", "rules.pdl", one(), AT)
    if way == "if":
        return ir.If(one(), one(), draw(st.none() | conditions(scope, slot, depth - 1, presence=presence)), AT)
    if way == "enumeration":
        items = tuple(ir.Item(number, "", part, None, AT) for number, part in enumerate(many(1), 1))
        op = draw(st.sampled_from(("all", "any", "none", "at_least")))
        return ir.Enumeration(op, draw(st.integers(1, len(items))) if op == "at_least" else 0, 1, items, AT)
    if way == "quantifier" and lists:
        place = draw(st.sampled_from(lists))
        inner = (Place(ir.Slot(slot, "x"), place.shape[0]), *scope)
        body = draw(conditions(inner, slot + 1, depth - 1, presence=presence))
        op = draw(st.sampled_from(("every", "some", "none")))
        return ir.Quantifier(op, slot, "x", ir.Elements(place.node), body, AT)
    return draw(leaves(scope, slot, min(depth, 1), presence))
