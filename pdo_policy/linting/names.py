"""Names that a rulebook declares and nobody uses: each is a mistake, or a thing a reader looks for in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language import syntax as s
from pdo_policy.language.declarations import (
    DeterminationItem,
    ExceptionItem,
    ParameterItem,
    PredicateItem,
    RuleItem,
    TermItem,
)
from pdo_policy.linting.reading import clauses_of, records, seen, seen_at_name
from pdo_policy.linting.texts import texts
from pdo_policy.rulebook import ir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.linting.reading import Reading, Seen


def unused_name(reading: Reading) -> Iterator[Seen]:
    """PDL-L050: a parameter, 判定 or 认定 that no rule uses, or a term that no text speaks of."""
    used = {name for item in reading.items for name in _names_used(item)}
    told: set[str] = set()
    for item in reading.items:
        match item:
            case TermItem():
                idle = not _spoken_of(item, reading)
            case ParameterItem() | PredicateItem() | DeterminationItem():
                idle = item.name.text not in used
            case _:
                continue
        if idle and item.name.text not in told:
            told.add(item.name.text)
            what, what_en = _KINDS[type(item)]
            yield seen_at_name(item, name=item.name.text, what=what, what_en=what_en)


_KINDS = {
    TermItem: ("术语", "the term"),
    ParameterItem: ("参数", "the parameter"),
    PredicateItem: ("判定", "the predicate"),
    DeterminationItem: ("认定", "the finding"),
}


def _spoken_of(term: TermItem, reading: Reading) -> bool:
    """Whether a term stands in a text other than its own meaning."""
    return any(term.name.text in text.words for text in texts(reading) if text.item is not term)


def _names_used(item: RuleFileItem) -> Iterator[str]:
    """Names that stand in the conditions, values and messages of an item."""
    if isinstance(item, PredicateItem):
        written: object = item.condition
    elif isinstance(item, ParameterItem):
        written = item.value
    elif isinstance(item, (RuleItem, ExceptionItem)):
        written = tuple(clause.value for clause in item.clauses)
    else:
        return
    for record in records(written):
        if isinstance(record, s.Path):
            yield record.names[0].text
        elif isinstance(record, s.Call):
            yield record.name.text


def unused_argument(reading: Reading) -> Iterator[Seen]:
    """PDL-L044: a 判定 that takes something and says nothing about it."""
    for item in reading.items:
        if isinstance(item, PredicateItem):
            used = set(_names_used(item))
            for _, name in item.params:
                if name.text not in used:
                    yield seen(item, name.start, name.end, name=name.text, predicate=item.name.text)


def idle_presumption(reading: Reading) -> Iterator[Seen]:
    """PDL-L042: a 推定 on a field whose value the rule never reads, so that it changes nothing."""
    for item, rule in reading.rules:
        presumed = [record.node for record in records(tuple(rule)) if isinstance(record, ir.Presumed)]
        for clause in clauses_of(item, "PRESUME"):
            path: s.Path = clause.value[0]  # type: ignore[index]  # path, value and citations
            if not any(_named(node, [name.text for name in path.names]) for node in presumed):
                yield seen(item, path.start, path.end, name=path.names[-1].text)


def _named(node: ir.Node, names: list[str]) -> bool:
    """Whether names, as a rule writes them, lead to a node."""
    match node:
        case ir.Field(base=base, key=key, label=label):
            return bool(names) and names[-1] in (key, label) and _named(base, names[:-1])
        case ir.Related(base=base):
            return bool(names) and _named(base, names[:-1])
        case ir.Presumed(node=inner):
            return _named(inner, names)
        case _:
            return len(names) == 1
