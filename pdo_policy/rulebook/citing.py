"""Citations in rules become full clause ids; what is not in the registers, or carries too much, is a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.errors import Problem
from pdo_policy.language import syntax as s
from pdo_policy.language.declarations import ExceptionItem, RuleItem
from pdo_policy.law.citations import clauses_meant
from pdo_policy.law.clause_ids import Steps, clause_id, display, steps_of
from pdo_policy.rulebook.compiled import Rule
from pdo_policy.rulebook.hints import near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.law.instruments import Clause, Instrument
    from pdo_policy.law.manifest import Manifest
    from pdo_policy.rulebook.compiled import RuleException
    from pdo_policy.rulebook.scope import Scope

_SHOWN = 4


class Citer:
    """Looks up citations in the registers of a manifest."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest

    def clauses(self, scope: Scope, cites: tuple[s.CiteRef, ...]) -> tuple[str, ...]:
        """The full ids of the clauses cited, each once; problems go to the scope.

        A reference without 《》 goes on in the instrument before it, one that begins below an article in its article.
        """
        found: dict[str, None] = {}
        instrument: Instrument | None = None
        before: Steps = ()
        for cite in cites:
            if cite.book:
                instrument, before = self._manifest.instrument(cite.book), ()
                if instrument is None:
                    self._unknown(scope, cite)
            elif cite is cites[0]:
                scope.problem("PDL-R006-first", _place(cite), clause=cite.clause)
            if instrument is None:
                continue
            if not cite.clause:
                scope.problem("PDL-R006-whole", _place(cite), book=instrument.short)
                continue
            meant = clauses_meant(cite.clause, outline=instrument.numbering == "outline", before=before)
            if not meant:
                scope.problem("PDL-R006-form", _place(cite), clause=cite.clause)
                continue
            before = meant[-1]
            for steps in meant:
                self._looked_up(scope, cite, instrument, steps, found)
        return tuple(found)

    def _looked_up(
        self, scope: Scope, cite: s.CiteRef, instrument: Instrument, steps: Steps, found: dict[str, None]
    ) -> None:
        clause = instrument.clauses.get(clause_id(steps))
        if clause is not None:
            found[clause.full_id] = None
            return
        facts = {"book": f"《{instrument.short}》", "clause": display(steps)}
        below = [known.name for known in instrument.clauses.values() if known.id.startswith(f"{clause_id(steps)}__")]
        if below:
            some = {"suggestion": "、".join(below[:_SHOWN]), "suggestion_en": ", ".join(below[:_SHOWN])}
            scope.problem("PDL-R006-below", _place(cite), **facts, **some)
            return
        beside = _beside(steps, instrument)
        names = [beside] if beside else [known.name for known in instrument.clauses.values()]
        scope.problem("PDL-R006", _place(cite), **facts, **near(beside or display(steps), names))

    def _unknown(self, scope: Scope, cite: s.CiteRef) -> None:
        shorts = [instrument.short for instrument in self._manifest.instruments]
        others = [name for i in self._manifest.instruments for name in (i.title, i.number, *i.names) if name]
        facts = near(cite.book, [*shorts, *others])
        scope.problem("PDL-R006-book", _place(cite), book=cite.book, **facts)

    def check(
        self, rules: Sequence[Rule | RuleException], items: Sequence[RuleFileItem], problems: list[Problem]
    ) -> None:
        """Rules that rest on clauses nobody has seen and test more than presence (R020), and quotations (R007)."""
        by_place = {
            (item.source.name, item.start): item for item in items if isinstance(item, (RuleItem, ExceptionItem))
        }
        for rule in rules:
            item = by_place[rule.file, rule.at[0]]
            clauses = [self._manifest.clause(name) for name in rule.clauses]
            if isinstance(rule, Rule) and not rule.presence_only and _only_topics(clauses):
                place = item.source.span(item.id.start, item.id.end)
                problems.append(Problem("PDL-R020", {"id": rule.id}, place, rule.id))
            words = [word for clause in clauses for word in clause.words]
            for written in item.clauses:
                if written.keyword != "QUOTE" or not isinstance(written.value, s.Literal):
                    continue
                quote = str(written.value.value)
                if quote not in words:
                    place = item.source.span(written.value.start, written.value.end)
                    facts = {"quote": quote, "known": "、".join(words), "known_en": ", ".join(words)}
                    problems.append(Problem("PDL-R007" if words else "PDL-R007-none", facts, place, rule.id))


def _beside(steps: Steps, instrument: Instrument) -> str:
    """The registered clause under the same head whose number is nearest; empty where there is none."""
    known = [(found, clause.name) for clause in instrument.clauses.values() if (found := steps_of(clause.id))]
    last = len(steps) - 1
    near_by = [
        (abs(found[last].number - steps[last].number), name)
        for found, name in known
        if len(found) == len(steps) and found[:last] == steps[:last] and found[last].kind == steps[last].kind
    ]
    return min(near_by)[1] if near_by else ""


def _only_topics(clauses: list[Clause]) -> bool:
    return bool(clauses) and all(clause.visibility == "topic" for clause in clauses)


def _place(cite: s.CiteRef) -> s.Name:
    return s.Name("", cite.start, cite.end)
