"""The tree of an item, with its words as they are to be spelled, becomes its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language.breaks import STEP, Align, Block, Break, Doc, Group, Hard, Own
from pdo_policy.language.layout import Docs, Layout, Node, leaf_docs
from pdo_policy.language.lines import lines
from pdo_policy.language.words import Branch, Leaf, first_leaf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

CLAUSE_ORDER = (
    "CITE", "QUOTE", "SUBJECT", "BEARER", "TIMEPOINT", "EFFECTIVE", "SEVERITY", "PRESUME", "WHEN", "MUST", "MUSTNOT",
    "MAY", "ENCOURAGE", "UNLESS", "UNPROVEN", "EFFECT", "ON_VIOLATION", "ON_UNKNOWN", "REASON", "REMEDY", "QUESTION",
    "THEN_RULE", "EVIDENCE", "NOTE",
)  # fmt: skip
"""The keywords that begin the clauses of an item, in the order in which they are written."""


def item_lines(layout: Layout, item: Branch) -> list[str]:
    """The lines of an item."""
    return lines(*_ITEMS[item.kind](layout, item))


# ---------------------------------------------------------------------- rules and exceptions


def _with_clauses(layout: Layout, item: Branch) -> Docs:
    *parts, end = item.parts
    assert isinstance(end, Leaf), "an item with clauses ends with a word"
    at = next((at for at, part in enumerate(parts) if at and first_leaf(part).type in CLAUSE_ORDER), len(parts))
    clauses = sorted(parts[at:], key=_rank)
    made = _head(layout, parts[:at])
    inside = [doc for clause in clauses for doc in (Hard(), *_clause(layout, clause))]
    # Comments at the end belong to the item, so they stand as far in as its clauses.
    inside.extend(doc for remark in end.before for doc in (Hard(), Own(remark.text)))
    return (Align((*made, *inside), STEP), Hard(), *leaf_docs(end._replace(before=())))


def _rank(clause: Node) -> int:
    return CLAUSE_ORDER.index(first_leaf(clause).type)


def _head(layout: Layout, parts: Sequence[Node]) -> Docs:
    """`规则 ID “…”`, or `例外 ID “…” 对 …  优先于 …` with breaks before 对 and 优先于."""
    made = list(layout.joined(parts[:3]))
    for at in range(3, len(parts), 2):
        made.extend((Break(" "), *layout.joined(parts[at : at + 2])))
    return (Group((Align(tuple(made), 2 * STEP),)),)


def _clause(layout: Layout, clause: Node) -> Docs:
    assert isinstance(clause, Branch), "a clause is a branch"
    return _CLAUSES.get(clause.kind, _one_value)(layout, clause)


def _one_value(layout: Layout, clause: Branch) -> Docs:
    """A keyword and what follows it."""
    keyword, *rest = clause.parts
    return (*layout.docs(keyword), " ", Align(layout.joined(rest)))


def _members(layout: Layout, clause: Branch) -> Docs:
    keyword, *members = clause.parts
    return (*layout.docs(keyword), " ", *layout.separated(Branch("args", tuple(members))))


def _with_tails(layout: Layout, clause: Branch) -> Docs:
    """A keyword, a condition, and what may stand on its line or on lines below: 〔…〕, 未证时, 限期."""
    keyword, *rest = clause.parts
    made: list[Doc] = []
    start = 0
    for at, part in enumerate(rest):
        if at and _is_tail(part):
            made.extend((*layout.joined(rest[start:at]), Break(" ")))
            start = at
    made.extend(layout.joined(rest[start:]))
    return (*layout.docs(keyword), " ", Align((Group(tuple(made)),)))


def _is_tail(part: Node) -> bool:
    return part.kind == "at_cite" if isinstance(part, Branch) else part.type in ("UNPROVEN", "DUEIN")


def _may(layout: Layout, clause: Branch) -> Docs:
    keyword, condition, *proviso = clause.parts
    if not proviso:
        return _one_value(layout, clause)
    exercise = (*layout.docs(keyword), " ", Align(layout.docs(condition)))
    return (Block((Group((*exercise, Break(" "), *_one_value(layout, Branch("", tuple(proviso))))),)),)


def _replacement(layout: Layout, clause: Branch) -> Docs:
    effect, replace, norm = clause.parts
    return (*layout.joined((effect, replace)), " ", *_clause(layout, norm))


_CLAUSES: Mapping[str, Callable[[Layout, Branch], Docs]] = {
    "cite": _members, "subject": _members, "evidence": _members,
    "unless": _with_tails, "presume": _with_tails, "remedy": _with_tails,
    "may": _may, "effect_replace": _replacement,
}  # fmt: skip


# ---------------------------------------------------------------------- short items


def _declaration(layout: Layout, item: Branch) -> Docs:
    """A name and what it stands for; 依据, 生效 and 状态 on the same line, or each on one of its own."""
    made = list(layout.joined(item.parts[:4]))
    rest = item.parts[4:]
    while rest:
        many = 1 if isinstance(rest[0], Branch) else 2
        tail = rest[0] if isinstance(rest[0], Branch) else Branch("", rest[:2])
        made.extend((Break(" "), *_clause(layout, tail)))
        rest = rest[many:]
    return (Group((Align(tuple(made), STEP),)),)


def _predicate(layout: Layout, item: Branch) -> Docs:
    """The condition stands on the line of the head, or below it; then 依据 stands below it too."""
    at = next(at for at, part in enumerate(item.parts) if isinstance(part, Leaf) and part.type == "DEFEQ") + 1
    keyword, name, *params = item.parts[:at]
    condition, *cites = item.parts[at:]
    head = (*layout.joined((keyword, name)), *layout.joined(params))
    below = (Break(" "), *layout.docs(condition), *_below(layout, cites))
    return (Group((Align((*head, *below), STEP),)),)


def _below(layout: Layout, cites: Sequence[Node]) -> Docs:
    return tuple(doc for cite in cites for doc in (Break(" "), *_clause(layout, cite)))


def _determination(layout: Layout, item: Branch) -> Docs:
    """The question and who answers it; 依据 always stands below."""
    asked = (*layout.joined(item.parts[:3]), Break(" "), *layout.joined(item.parts[3:5]))
    head = Group((Align(asked, STEP),))
    cites = tuple(doc for cite in item.parts[5:] for doc in (Hard(), *_clause(layout, cite)))
    return (Align((head, *cites), STEP),)


_ITEMS: Mapping[str, Callable[[Layout, Branch], Docs]] = {
    "rule": _with_clauses, "exception": _with_clauses, "term": _declaration, "param": _declaration,
    "predicate": _predicate, "finding": _determination,
}  # fmt: skip
