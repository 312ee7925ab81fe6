"""The expressions and clauses of a rule file as written, each node with its place as offsets into the file's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


class Name(NamedTuple):
    """A name as written, without its 「」."""

    text: str
    start: int
    end: int


class Literal(NamedTuple):
    """A constant; `kind` is text, number, percentage, money, date, duration or flag.

    The value of a duration is a pair of number and unit (`month`, `day`, `workday`), that of money a pair of amount
    in the currency's unit and currency code, that of a percentage its fraction.
    """

    kind: str
    value: str | Decimal | date | bool | tuple[int, str] | tuple[Decimal, str]
    start: int
    end: int


class Path(NamedTuple):
    """A dotted name."""

    names: tuple[Name, ...]
    start: int
    end: int


class Call(NamedTuple):
    """A function or a predicate with its arguments."""

    name: Name
    args: tuple[Expr | Comprehension, ...]
    start: int
    end: int


class Comprehension(NamedTuple):
    """`x 于 L 满足 P 取 E`, as an aggregate takes it."""

    var: Name
    source: Expr
    where: Expr | None
    take: Expr | None
    start: int
    end: int


class ListOf(NamedTuple):
    """`【甲、乙】`."""

    items: tuple[Expr, ...]
    start: int
    end: int


class Arithmetic(NamedTuple):
    """`+`, `-`, `*` or `/` between two operands."""

    op: str
    left: Expr
    right: Expr
    start: int
    end: int


class Negative(NamedTuple):
    """A minus sign."""

    operand: Expr
    start: int
    end: int


class Compare(NamedTuple):
    """A relation; `op` is eq, ne, ge, le, gt, lt, before, not_before, after or not_after."""

    op: str
    left: Expr
    right: Expr
    start: int
    end: int


class Within(NamedTuple):
    """`D 在 S 起 N 内`."""

    day: Expr
    begin: Expr
    period: Expr
    start: int
    end: int


class Presence(NamedTuple):
    """`op` is stated, not_stated, supplied, not_supplied or inapplicable."""

    op: str
    operand: Expr
    start: int
    end: int


class Member(NamedTuple):
    """`A 属于 L`, `A 不属于 L`; or `L 包含 A` with `contains`."""

    op: str
    left: Expr
    right: Expr
    start: int
    end: int


class Matches(NamedTuple):
    """`A 符合格式 "…"`."""

    operand: Expr
    pattern: Literal
    start: int
    end: int


class Junction(NamedTuple):
    """`且` (`and`) or `或` (`or`) between two or more conditions."""

    op: str
    parts: tuple[Expr, ...]
    start: int
    end: int


class Not(NamedTuple):
    """`非`."""

    operand: Expr
    start: int
    end: int


class Quantifier(NamedTuple):
    """`op` is every, some or none."""

    op: str
    var: Name
    source: Expr
    body: Expr
    start: int
    end: int


class Conditional(NamedTuple):
    """`若 A 则 B 否则 C`."""

    test: Expr
    then: Expr
    otherwise: Expr | None
    start: int
    end: int


class Item(NamedTuple):
    """One entry of an enumeration: its number and marker (3 and （三）), its label, its condition, and its message."""

    number: int
    marker: Name
    label: str
    condition: Expr
    message: Template | None
    start: int
    end: int


class Enumeration(NamedTuple):
    """`下列全部` (all), `下列之一` (any), `下列均非` (none), `下列至少 N 项` (at_least with `least` N).

    Level 1 is numbered （一）, level 2 is numbered 1.
    """

    op: str
    least: int
    level: int
    items: tuple[Item, ...]
    start: int
    end: int


Expr = (
    Literal
    | Path
    | Call
    | ListOf
    | Arithmetic
    | Negative
    | Compare
    | Within
    | Presence
    | Member
    | Matches
    | Junction
    | Not
    | Quantifier
    | Conditional
    | Enumeration
)


class Hole(NamedTuple):
    """`{expression|format}` in a message."""

    expr: Expr
    format: str
    start: int
    end: int


class Template(NamedTuple):
    """A message: pieces of text and holes in turn."""

    parts: tuple[str | Hole, ...]
    start: int
    end: int


class CiteRef(NamedTuple):
    """A citation as written; `book` is without 《》, and empty where it is that of the reference before."""

    book: str
    clause: str
    start: int
    end: int


class Period(NamedTuple):
    """`2025-03-01 起`, or with an end."""

    first: date
    last: date | None
    start: int
    end: int


class Clause(NamedTuple):
    """One clause of a rule or exception.

    `keyword` is its keyword's token (`WHEN`, `MUST`, ...). `value` depends on it: a condition for WHEN, MUST, MUSTNOT,
    ENCOURAGE; a pair of condition and proviso for MAY; references for CITE; names for SUBJECT; and so on, as
    `language.build` makes them.
    """

    keyword: str
    value: object
    start: int
    end: int
