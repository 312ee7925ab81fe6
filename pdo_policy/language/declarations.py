"""The items of a rule file as written, each with its file and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from pdo_policy.language.syntax import CiteRef, Clause, Expr, Literal, Name, Path, Period
    from pdo_policy.source import Source


@dataclass(frozen=True)
class RuleItem:
    """`规则` with its clauses in the order written."""

    source: Source
    id: Name
    title: Literal
    clauses: tuple[Clause, ...]
    start: int
    end: int


@dataclass(frozen=True)
class ExceptionItem:
    """`例外` with its targets, the exceptions it goes before, and its clauses."""

    source: Source
    id: Name
    title: Literal
    targets: tuple[Name, ...]
    over: tuple[Name, ...]
    clauses: tuple[Clause, ...]
    start: int
    end: int


@dataclass(frozen=True)
class PredicateItem:
    """`判定` with typed parameters; a type is a document's name, a path to a field, or a kind's name."""

    source: Source
    name: Name
    params: tuple[tuple[Path, Name], ...]
    condition: Expr
    cites: tuple[CiteRef, ...]
    start: int
    end: int


@dataclass(frozen=True)
class DeterminationItem:
    """`认定`: a question that only a person or an authority may answer."""

    source: Source
    name: Name
    question: Literal
    authority: Name
    cites: tuple[CiteRef, ...]
    start: int
    end: int


@dataclass(frozen=True)
class ParameterItem:
    """`参数`: one value of a named constant, with the clause it stands in, its period and its status."""

    source: Source
    name: Name
    value: Expr
    cites: tuple[CiteRef, ...]
    period: Period | None
    status: Name | None
    start: int
    end: int


@dataclass(frozen=True)
class TermItem:
    """`术语`: a defined term, its meaning in our words, and its clause."""

    source: Source
    name: Name
    meaning: Literal
    cites: tuple[CiteRef, ...]
    start: int
    end: int


RuleFileItem = RuleItem | ExceptionItem | PredicateItem | DeterminationItem | ParameterItem | TermItem
