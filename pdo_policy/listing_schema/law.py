"""What `law` writes as JSON, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from pdo_policy.schema_parts import Count, Part, Status

Class = Literal["automated", "partial", "manual", "not_in_documents", "definition"]
Visibility = Literal["full", "summary", "topic"]


class Instrument(Part):
    """A legal text, and how many clauses of it are registered."""

    id: str
    title: str
    short: str
    number: str
    issuer: str
    status: Status
    issued: str
    effective_from: str
    effective_to: str
    seen: str
    note: str
    clauses: Count


class Clause(Part):
    """A clause, whom it binds and how it is checked."""

    instrument: str
    clause: str
    display: str
    summary: str
    modality: str
    addressee: str
    class_: Annotated[Class, Field(alias="class")]
    visibility: Visibility
    question: str
    reason: str
    rules: list[str]


class ClauseCovered(Clause):
    """A clause, and how many cases its rules have."""

    cases: Count


class Classes(Part):
    """How many clauses are checked in which way."""

    total: Count
    automated: Count
    partial: Count
    manual: Count
    not_in_documents: Count
    definition: Count


class Instruments(Part):
    """`law -f json`."""

    instruments: list[Instrument]


class OneInstrument(Part):
    """`law TEXT -f json`."""

    instrument: Instrument
    clauses: list[Clause]


class Coverage(Part):
    """`law coverage -f json`."""

    clauses: list[ClauseCovered]
    counts: Classes


class Law(RootModel[Instruments | OneInstrument | Coverage]):
    """What `law -f json` writes: the texts, the clauses of one, or how every clause is checked."""
