"""What `explain` writes as JSON, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from pdo_policy.listing_schema.law import Class, Visibility  # noqa: TC001 - pydantic reads them
from pdo_policy.listing_schema.rules import Listed
from pdo_policy.schema_parts import Part, Place


class Rule(Listed):
    """A rule that a word names or that speaks of it, with its text."""

    bearer: str
    exceptions: list[str]
    text: str


class RuleException(Part):
    """An exception, and what it is an exception to."""

    id: str
    title: str
    against: list[str]
    attackers: list[str]
    effect: Literal["exempt", "replace"]
    clauses: list[str]
    file: str
    text: str


class ClauseFound(Part):
    """A clause, and the rules that rest on it."""

    instrument: str
    clause: str
    display: str
    summary: str
    class_: Annotated[Class, Field(alias="class")]
    visibility: Visibility
    rules: list[str]


class Choice(Part):
    """A value that a field may have."""

    value: str
    label: str


class FieldFound(Part):
    """A field of a kind of papers, and the rules that read it."""

    document: str
    path: str
    labels: list[str]
    kind: str
    of: str
    unit: str
    meaning: str
    choices: list[Choice]
    examples: list[Any]
    aliases: list[str]
    clauses: list[str]
    rules: list[str]


class Item(Part):
    """A 判定, 参数, 认定 or 术语 of a rule file."""

    name: str
    file: str
    line: Place
    text: str
    users: list[str]


class Both(Part):
    """A text in both languages."""

    zh: str
    en: str


class Word(Part):
    """A keyword or a function of the rule language."""

    zh: list[str]
    en: list[str]
    kind: Literal["function", "keyword"]
    does: Both
    example: Both


class Message(Part):
    """What is said of a case of a code; `…` stands for the particulars."""

    message: str
    why: str
    fix: str


class Example(Part):
    """A wrong rule file, the place of what is wrong, and its right twin."""

    line: Place
    column: Place
    wrong: str
    right: str


class Code(Part):
    """A case of a code: of the error contract, of a lint, or of a finding about writing and form."""

    code: str
    case: str
    about: str
    zh: Message
    en: Message
    submission: str
    example: Example | None


class Explained(Part):
    """What `explain -f json` writes: all that a word means."""

    rules: list[Rule]
    exceptions: list[RuleException]
    clauses: list[ClauseFound]
    fields: list[FieldFound]
    items: list[Item]
    words: list[Word]
    codes: list[Code]
