"""The compiled form: plain records that a rulebook's conditions and operands are lowered to.

Every record is a named tuple of text, numbers, dates, tuples and other records, so that the whole is plain data: it
can be written as JSON and read again, and evaluation needs neither the rule text nor its parser. `at` is the place in
the rule file, for explanations.

Records that name a thing in a submission (`Slot`, `Field`, `Related`) are called *nodes*; they yield the thing with its
place and state. A `Value` around a node yields its value, or unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from pdo_policy.values.durations import Duration
    from pdo_policy.values.money import Money

At = tuple[int, int]


class Slot(NamedTuple):
    """A document under check (the first slots) or the element that a quantifier is at."""

    number: int
    name: str


class Field(NamedTuple):
    """A field of a record."""

    base: Node
    key: str
    label: str


class Related(NamedTuple):
    """The document, or with `many` the documents, that a relation leads to."""

    base: Node
    relation: str
    kind: str
    label: str
    many: bool


class Presumed(NamedTuple):
    """A node whose absence is replaced by a presumed value (推定)."""

    node: Node
    value: Operand


Node = Slot | Field | Related | Presumed


class Const(NamedTuple):
    """A constant; `kind` is that of the language's kinds."""

    kind: str
    value: str | bool | int | Decimal | date | Duration | Money


class Value(NamedTuple):
    """The value of a scalar node."""

    node: Node


class Param(NamedTuple):
    """A named parameter; its value is chosen by the date that governs the rule."""

    name: str


class ListOf(NamedTuple):
    """A list of operands."""

    items: tuple[Operand, ...]


class Elements(NamedTuple):
    """The elements of a list node: for membership and aggregates."""

    node: Node


class Arithmetic(NamedTuple):
    """`op` is + - * /; `kind` names the operation by its kinds, as `date+duration`."""

    op: str
    kind: str
    left: Operand
    right: Operand


class Negative(NamedTuple):
    """A minus sign."""

    operand: Operand


class Call(NamedTuple):
    """A function of the table of signatures, by its English name."""

    function: str
    args: tuple[Operand, ...]


class Aggregate(NamedTuple):
    """A function over the elements of a list that meet a condition, each turned into a value."""

    function: str
    source: Operand
    slot: int
    where: Condition | None
    take: Operand | None


class Lacking(NamedTuple):
    """`缺项（…）`: the labels of those nodes that are not stated, for messages."""

    nodes: tuple[Node, ...]


Operand = Const | Value | Param | ListOf | Elements | Arithmetic | Negative | Call | Aggregate | Lacking


class Compare(NamedTuple):
    """A relation between two operands; `op` is eq, ne, ge, le, gt or lt."""

    op: str
    left: Operand
    right: Operand
    at: At


class Within(NamedTuple):
    """`D 在 S 起 N 内`."""

    day: Operand
    begin: Operand
    period: Operand
    at: At


class Present(NamedTuple):
    """`op` is stated, not_stated, supplied, not_supplied or inapplicable."""

    op: str
    node: Node
    at: At


class Member(NamedTuple):
    """Whether a value is, or with `negated` is not, among the elements of a list."""

    negated: bool
    element: Operand
    elements: Operand
    at: At


class Includes(NamedTuple):
    """Whether a text contains another."""

    text: Operand
    part: Operand
    at: At


class Matches(NamedTuple):
    """Whether a text matches a pattern."""

    text: Operand
    pattern: str
    at: At


class Truth(NamedTuple):
    """A flag standing as a condition."""

    operand: Operand
    at: At


class Determination(NamedTuple):
    """A question only a person may answer (认定)."""

    name: str
    at: At


class And(NamedTuple):
    """且."""

    parts: tuple[Condition, ...]
    at: At


class Or(NamedTuple):
    """或."""

    parts: tuple[Condition, ...]
    at: At


class Not(NamedTuple):
    """非."""

    part: Condition
    at: At


class If(NamedTuple):
    """若…则…否则…; without 否则 the otherwise is None and counts as true."""

    test: Condition
    then: Condition
    otherwise: Condition | None
    at: At


class Quantifier(NamedTuple):
    """`op` is every, some or none."""

    op: str
    slot: int
    var: str
    source: Operand
    body: Condition
    at: At


class Item(NamedTuple):
    """An entry of an enumeration."""

    number: int
    label: str
    condition: Condition
    message: Template | None
    at: At


class Enumeration(NamedTuple):
    """`op` is all, any, none or at_least (with `least`)."""

    op: str
    least: int
    level: int
    items: tuple[Item, ...]
    at: At


class Predicate(NamedTuple):
    """A call of a 判定; `body`, its condition with the arguments in it, is in `file`; an argument's own has no name."""

    name: str
    file: str
    body: Condition
    at: At


Condition = (
    Compare
    | Within
    | Present
    | Member
    | Includes
    | Matches
    | Truth
    | Determination
    | And
    | Or
    | Not
    | If
    | Quantifier
    | Enumeration
    | Predicate
)


class Hole(NamedTuple):
    """A value to be put into a message; `node` is set where the hole is a plain path, so that its state can be told."""

    operand: Operand | None
    node: Node | None
    kind: str
    format: str


class Template(NamedTuple):
    """A message: pieces of text and holes."""

    parts: tuple[str | Hole, ...]
