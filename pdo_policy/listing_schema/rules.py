"""What the commands about rules write as JSON, as pydantic models."""

from __future__ import annotations

from typing import Literal

from pdo_policy.schema_parts import Count, Part, Place, Severity, Verdict


class Listed(Part):
    """A rule as `rules list` has it; clauses by their full ids."""

    id: str
    title: str
    severity: Severity
    subjects: list[str]
    clauses: list[str]
    file: str


class RuleList(Part):
    """What `rules list -f json` writes."""

    rules: list[Listed]


class At(Part):
    """A place in a file."""

    line: Place
    column: Place


class Problem(Part):
    """What the authors of a rule should mend."""

    code: str
    severity: Literal["error", "warning"]
    file: str
    start: At
    end: At
    rule: str | None
    message: str
    fix: str


class Problems(Part):
    """What `rules lint -f json` writes."""

    problems: list[Problem]


class CaseResult(Part):
    """What a case of a rule gave; `actual` may name several verdicts, or `not_run`."""

    file: str
    line: Count
    rule: str
    name: str
    expected: Verdict | Literal["not_run"]
    actual: str
    passed: bool
    failure: str
    reasons: list[str]
    why: list[str]


class Shown(Part):
    """How many of all are shown by cases."""

    shown: Count
    total: Count


class Unshown(Part):
    """Something of a rule that no case shows."""

    home: str
    file: str
    line: Place
    column: Place
    what: Literal["no-verdict", "never-true", "never-false", "never-asked", "not-alone"]
    text: str


class Measured(Part):
    """How much of the rules cases show."""

    verdicts: Shown
    conditions: Shown
    items: Shown
    unshown: list[Unshown]


class CaseResults(Part):
    """What `rules test -f json` writes."""

    cases: list[CaseResult]
    failed: Count
    coverage: Measured


class Teller(Part):
    """The case that tells a slip."""

    file: str
    line: Count
    name: str


class Mutant(Part):
    """A slip that was put into a rule, and what became of it."""

    rule: str
    mutation: str
    kind: str
    file: str
    line: Place
    column: Place
    standing: Literal["told", "equivalent", "survived"]
    told_by: Teller | None
    reason: str


class Score(Part):
    """How many slips there are, and what became of them."""

    total: Count
    told: Count
    equivalent: Count
    survived: Count


class Mutants(Part):
    """What `rules mutate -f json` writes; the scores by the rule, exception or 判定 that holds the slips."""

    mutants: list[Mutant]
    scores: dict[str, Score]
    total: Score
