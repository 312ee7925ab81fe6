"""What a review needs beyond a report, as values: clauses in order, who bears duties, what rules looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.findings import Citation, Location, Subject


@dataclass(frozen=True)
class Clause:
    """A clause of a legal text that counts, for who reads by clause.

    Attributes:
        citation: its name, and the status of its text.
        summary: what it says, in our own words.
        visibility: `full` (its text was seen), `summary` (a summary of it was), `topic` (only what it is about).
    """

    citation: Citation
    summary: str
    visibility: str


@dataclass(frozen=True)
class Reading:
    """Something that a rule looked at to come to its verdict.

    Attributes:
        subject: the paper it stands in; of a paper that is not there, its kind alone.
        name: what it is, in the labels of the form.
        shown: its value as messages show it, or why it has none.
        stated: whether it has a value.
        location: its place, or that of the nearest thing there is.
    """

    subject: Subject
    name: str
    shown: str
    stated: bool
    location: Location


@dataclass(frozen=True)
class Consulted:
    """What a rule looked at in the papers, whatever its verdict.

    Attributes:
        rule_id: the rule.
        subject: as in the row of the coverage.
        crosses: whether the rule compares papers with each other.
        readings: in the order looked at, each once.
    """

    rule_id: str
    subject: Subject
    crosses: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Review:
    """What only those need who have to defend a report sentence by sentence; made on demand.

    Attributes:
        kinds: the kinds of paper in the order of the rulebook: role and label.
        clauses: of the texts that count, in the order of the texts, by their numbers.
        seen: by id of a text that counts, what of it was seen by who wrote the rules.
        bearers: by rule, who bears the duty; empty where the rule does not say.
        consulted: by row of the coverage, in its order.
    """

    kinds: tuple[tuple[str, str], ...]
    clauses: tuple[Clause, ...]
    seen: Mapping[str, str]
    bearers: Mapping[str, str]
    consulted: tuple[Consulted, ...]
