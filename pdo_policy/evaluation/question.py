"""What an evaluation is asked: which rules, on which day, under which law, and what people have determined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pdo_policy.evaluation.machine import Machine
    from pdo_policy.rulebook.compiled import Rulebook


class Question(NamedTuple):
    """What is to be evaluated, and under which law.

    Attributes:
        rulebook: law and schemas.
        machine: its rules, ready to be asked.
        as_of: the date of the check.
        law: the value of `--law`.
        determinations: answers to the 认定: by project, then by name; what holds for all projects, by an empty id.
        lang: `zh` or `en`, for the checker's own words.
    """

    rulebook: Rulebook
    machine: Machine
    as_of: date
    law: str
    determinations: Mapping[str, Mapping[str, bool]]
    lang: str

    def answers(self, dossier: str) -> Mapping[str, bool]:
        """The answers that hold for a project: its own before those for all."""
        general, own = self.determinations.get("", {}), self.determinations.get(dossier, {})
        return {**general, **own} if own else general
