"""The 对象 of a rule become the names its conditions may use; two of them must be related."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pdo_policy.rulebook import ir
from pdo_policy.rulebook.hints import near
from pdo_policy.rulebook.kinds import Kind
from pdo_policy.rulebook.scope import Bound, Names, Scope, Slots

if TYPE_CHECKING:
    from pdo_policy.errors import Problem
    from pdo_policy.language import syntax as s
    from pdo_policy.language.declarations import ExceptionItem, RuleItem


def scope_of(
    names: Names, problems: list[Problem], item: RuleItem | ExceptionItem, subjects: tuple[s.Name, ...]
) -> Scope:
    """The scope of an item: its documents, or where it is not known what it is on, all, lest every path be wrong."""
    slots = Slots(1)
    scope = Scope(names, item.source, item.id.text, problems, slots)
    known = names.documents
    local: dict[str, Bound] = {}
    for name in subjects:
        if name.text not in known:
            scope.problem("PDL-R015", name, name=name.text, **near(name.text, known))
    meant = [name.text for name in subjects if name.text in known]
    for text in meant if meant and len(meant) == len(subjects) else known:
        if text in local:
            continue
        bound = Bound(ir.Slot(slots.next, text), Kind("document", unit=known[text]))
        # A document has a name in either language, and both are known whichever the 对象 is written in.
        local.update({name: bound for name, kind in known.items() if kind == known[text]})
        slots.next += 1
    return replace(scope, local=local)


def check_pair(scope: Scope, written: tuple[s.Name, ...], subjects: tuple[str, ...]) -> None:
    """Two 对象 are asked in related pairs, so a relation must lead from the first to the second."""
    twice = _second(scope, written)
    if twice is not None:
        scope.problem("PDL-R019-twice", twice, name=twice.text)
    elif len(written) > 2:  # noqa: PLR2004 - a rule is on one paper, or on two
        scope.problem("PDL-R019-many", written[2])
    elif len(subjects) == 2:  # noqa: PLR2004 - the pair
        relations = scope.names.relations.get(subjects[0], {}).values()
        if not any(relation.target == subjects[1] for relation in relations):
            scope.problem("PDL-R019", written[1], first=written[0].text, second=written[1].text)


def _second(scope: Scope, written: tuple[s.Name, ...]) -> s.Name | None:
    """The first name that means a document named before it."""
    met: set[str] = set()
    for name in written:
        kind = scope.names.documents.get(name.text, name.text)
        if kind in met:
            return name
        met.add(kind)
    return None
