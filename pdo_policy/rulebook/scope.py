"""What a name means at a place in a rule, and the problems met in finding out."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.errors import Problem
from pdo_policy.language.gluing import glued_field
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.hints import in_digits, meant, near, said
from pdo_policy.rulebook.kinds import ERROR, Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.language.declarations import PredicateItem
    from pdo_policy.language.syntax import Expr, Name, Path
    from pdo_policy.law.manifest import Relation
    from pdo_policy.schema.fields import Choice, Field
    from pdo_policy.source import Source


class Meaning(NamedTuple):
    """What a written name stands for: the kind of a document, a field, a relation, or a value of an enumeration.

    `among` is the record, document or enumeration that it is looked for in; None for documents.
    """

    thing: str | Field | Relation | Choice
    among: Field | None


Meanings = dict[tuple[str, int, int], Meaning]
"""What names mean, by their places: name of the file, offset of the beginning, offset of the end."""


@dataclass(frozen=True)
class Names:
    """What a rulebook declares, for all its rules.

    Attributes:
        documents: name in either language to kind of document.
        fields: kind of document to its root field.
        relations: kind of document to its relations by name in either language.
        predicates: by name.
        parameters: name to kind.
        determinations: names of the 认定.
        meaningless: names of predicates that refer to each other in a circle, or come to too much.
        meanings: where it is noted what each written name means; None where nobody asks.
    """

    documents: Mapping[str, str]
    fields: Mapping[str, Field]
    relations: Mapping[str, Mapping[str, Relation]]
    predicates: Mapping[str, PredicateItem]
    parameters: Mapping[str, Kind]
    determinations: frozenset[str]
    meaningless: frozenset[str] = frozenset()
    meanings: Meanings | None = None


class Bound(NamedTuple):
    """What a local name stands for: a node or operand, and its kind."""

    code: ir.Node | ir.Operand
    kind: Kind


@dataclass
class Slots:
    """The slots that the environment of a rule needs, shared by all its scopes, and the elements that sit in them.

    `expanded` is how many characters the predicates called so far come to.
    """

    next: int
    elements: dict[str, Bound] = field(default_factory=dict)
    expanded: int = 0


@dataclass(frozen=True)
class Scope:
    """The names in force at a place, and where problems are collected.

    Attributes:
        names: the rulebook's.
        source: the file that the expressions stand in.
        within: id of the rule, or name of the predicate.
        problems: where problems go.
        slots: the rule's slot counter.
        local: documents, elements and predicate parameters by name.
        presumed: nodes with a presumed value.
    """

    names: Names
    source: Source
    within: str
    problems: list[Problem]
    slots: Slots
    local: Mapping[str, Bound] = field(default_factory=dict)
    presumed: Mapping[ir.Node, ir.Operand] = field(default_factory=dict)

    def problem(self, code: str, place: Expr | Name | Path, **facts: str) -> None:
        """Report a problem at a node of the tree; one place is reported once for each code."""
        span = self.source.span(place.start, place.end)
        found = Problem(code, facts, span, self.within)
        if not any(p.code == code and p.span == span for p in self.problems):
            self.problems.append(found)

    def note(self, name: Name, thing: str | Field | Relation | Choice, among: Field | None = None) -> None:
        """Note what a written name means, if somebody asks."""
        if self.names.meanings is not None:
            self.names.meanings[self.source.name, name.start, name.end] = Meaning(thing, among)

    @contextmanager
    def element(self, var: Name, kind: Kind) -> Iterator[tuple[Scope, int]]:
        """A scope in which a name stands for the element that a quantifier is at, and the element's slot.

        A name that stands for something else already would hide it, so it is a problem.
        """
        if var.text in (*self.local, *self.names.parameters, *self.names.determinations):
            self.problem("PDL-R001-variable", var, name=var.text)
        slot = self.slots.next
        self.slots.next += 1
        bound = Bound(ir.Slot(slot, var.text), kind)
        self.slots.elements.setdefault(var.text, bound)
        yield replace(self, local={**self.local, var.text: bound}), slot

    # ------------------------------------------------------------------ paths

    def resolve(self, path: Path) -> Bound | None:
        """What a path stands for; None after a problem was reported."""
        first = path.names[0]
        base = self.local.get(first.text)
        if base is None:
            return self._not_local(path)
        code, kind = base
        if kind.name == "document":
            self.note(first, kind.unit)
        for name in path.names[1:]:
            step = self._step(code, kind, name, path)
            if step is None:
                return None
            code, kind = step
        if not isinstance(code, (ir.Slot, ir.Field, ir.Related)):
            return Bound(code, kind)
        value = self.presumed.get(code)
        return Bound(ir.Presumed(code, value) if value is not None else code, kind)

    def _not_local(self, path: Path) -> Bound | None:
        first = path.names[0]
        if len(path.names) == 1 and first.text in self.names.parameters:
            return Bound(ir.Param(first.text), self.names.parameters[first.text])
        known = [*self.local, *self.names.parameters, *self.names.determinations]
        glued = glued_field(first.text, frozenset(known))
        if glued is not None:
            self.problem("PDL-E010", first, **glued)
        elif first.text in self.names.determinations:
            self.problem("PDL-T015-determination", path, name=first.text)
        elif first.text in self.names.documents:
            self._unreachable(first)
        elif first.text in self.slots.elements:
            self.problem("PDL-T001-variable", first, name=first.text)
        elif len(path.names) == 1 and in_digits(first.text):
            self.problem("PDL-T001-number", first, name=first.text, right=in_digits(first.text))
        else:
            facts = near(first.text, [*known, *self.names.documents], [*self.local, *self.names.parameters])
            self.problem("PDL-T001", first, name=first.text, **(self._field_of_that_name(first.text) or facts))
        return None

    def _field_of_that_name(self, word: str) -> dict[str, str]:
        """Facts for a word that is the name of a field, written without what it is a field of; empty for any other."""
        for name, bound in self.local.items():
            record = self.record(bound.kind)
            if record is not None and word in record.names:
                return meant(f"{name}.{word}")
        return {}

    def record(self, kind: Kind) -> Field | None:
        """The record whose fields a document or record of a kind has; None for any other kind."""
        return self.names.fields[kind.unit] if kind.name == "document" else kind.field

    def _unreachable(self, first: Name) -> None:
        kind = self.names.documents[first.text]
        ways = [
            f"{name}.{relation.names[0]}"
            for name, bound in self.local.items()
            for relation in dict.fromkeys(self.names.relations.get(bound.kind.unit, {}).values())
            if bound.kind.name == "document" and relation.target == kind
        ]
        if ways:
            self.problem("PDL-T001-document", first, name=first.text, way=ways[0])
        else:
            self.problem("PDL-T001-subject", first, name=first.text)

    def _step(self, code: ir.Node | ir.Operand, kind: Kind, name: Name, path: Path) -> Bound | None:
        if kind.name == "error":
            return None
        if not isinstance(code, (ir.Slot, ir.Field, ir.Related)) or kind.name not in ("record", "document", "list"):
            self.problem("PDL-T004", name, name=name.text, base=_before(path, name), **said(kind=kind))
            return None
        if kind.name == "list":
            self.problem("PDL-T003", name, name=name.text, base=_before(path, name))
            return None
        root = self.record(kind)
        assert root is not None, "a record's kind carries its field"
        found = lookup(root, name.text)
        if found is not None:
            self.note(name, found, root)
            return Bound(ir.Field(code, found.key, found.label), kind_of(found))
        relations = self.names.relations.get(kind.unit, {}) if kind.name == "document" else {}
        relation = relations.get(name.text)
        if relation is not None:
            self.note(name, relation, root)
            target = Kind("document", unit=relation.target)
            node = ir.Related(code, relation.id, relation.target, relation.label, relation.many)
            return Bound(node, Kind("list", item=target) if relation.many else target)
        self._no_field(root, relations, name, _before(path, name))
        return None

    def _no_field(self, root: Field, relations: Mapping[str, Relation], name: Name, base: str) -> None:
        labels = [*(field.label for field in root.fields.values()), *relations]
        keys = [*root.fields, *relations]
        glued = glued_field(name.text, frozenset((*labels, *keys)))
        if glued is not None:
            self.problem("PDL-E010", name, **glued)
            return
        alias = root.spellings.get(name.text)
        meant = name.text if alias is None else alias.label
        self.problem("PDL-T002", name, name=name.text, base=base, **near(meant, [*labels, *keys]))


def lookup(record: Field, name: str) -> Field | None:
    """The field of a record that has this key or this label."""
    return record.names.get(name)


def _before(path: Path, name: Name) -> str:
    return ".".join(part.text for part in path.names[: path.names.index(name)])


ERRONEOUS = Bound(ir.Const("error", ""), ERROR)
"""Stands for what already has its problem, so that it gives no further ones."""
