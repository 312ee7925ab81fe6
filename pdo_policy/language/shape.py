"""The items of a rule file become what no layout may change: plain data without places and without ways of spelling."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from pdo_policy.language import declarations as d
from pdo_policy.language import syntax as s
from pdo_policy.language.layout_items import CLAUSE_ORDER
from pdo_policy.language.packs import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.language.packs import Pairs, Vocabulary

_PLACES = frozenset({"source", "start", "end"})


def shape(items: Sequence[d.RuleFileItem], vocabulary: Vocabulary) -> tuple[Any, ...]:
    """The items in order, each a tuple of its class and its parts.

    Two files of the same shape say the same: the same items with the same names, titles, conditions, citations and
    messages. Left out are places, brackets that group what is grouped without them, the mark of an item of a list (its
    number is there), and the order of clauses with different keywords, which means nothing; of the words of the
    vocabulary only the Chinese form is told. Numbers, dates, money and periods are told by their values.
    """
    return tuple(_shape(item, vocabulary) for item in items)


_COMMENTS = re.compile(
    r"(?P<comment>#[^\n]*)"
    r'|"(?:\\.|[^"\\\n])*"|“(?:[^“”\n]|“[^“”\n]*”)*”|《[^》\n]*》|「[^「」\n]*」'
)


def comments(text: str) -> list[str]:
    """The comments of a text that has nothing wrong with it, in order, without white space at their ends."""
    return [found["comment"].rstrip() for found in _COMMENTS.finditer(text) if found["comment"] is not None]


def _shape(node: Any, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - any record, and what it holds
    node = _told(node, vocabulary)
    if isinstance(node, tuple) and hasattr(node, "_fields"):
        names = node._fields
    elif is_dataclass(node):
        names = tuple(field.name for field in fields(node))
    else:
        return tuple(_shape(part, vocabulary) for part in node) if isinstance(node, tuple) else node
    parts = (_shape(getattr(node, name), vocabulary) for name in names if name not in _PLACES)
    return (type(node).__name__, *parts)


def _told(node: Any, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - the same
    """The record with what means nothing left out."""
    match node:
        case s.Item():
            return node._replace(marker=s.Name("", 0, 0))
        case s.Call():
            return node._replace(name=_chinese(node.name, vocabulary.functions))
        case s.Hole():
            return node._replace(format=word(vocabulary.formats, node.format, "zh"))
        case s.Clause(keyword="SEVERITY", value=s.Name() as name):
            return node._replace(value=_chinese(name, vocabulary.severities))
        case s.Clause(keyword="UNPROVEN", value=s.Name() as name):
            return node._replace(value=_chinese(name, vocabulary.burdens))
        case s.Clause(keyword="UNLESS", value=(condition, cites, s.Name() as name)):
            return node._replace(value=(condition, cites, _chinese(name, vocabulary.burdens)))
        case d.ParameterItem(status=s.Name() as name):
            return replace(node, status=_chinese(name, vocabulary.statuses))
        case d.PredicateItem():
            return replace(node, params=tuple((_kind(path, vocabulary), name) for path, name in node.params))
        case d.RuleItem() | d.ExceptionItem():
            return replace(node, clauses=tuple(sorted(node.clauses, key=_rank)))
        case _:
            return node


def _chinese(name: s.Name, pairs: Pairs) -> s.Name:
    return name._replace(text=word(pairs, name.text, "zh"))


def _kind(path: s.Path, vocabulary: Vocabulary) -> s.Path:
    return path._replace(names=(_chinese(path.names[0], vocabulary.kinds),)) if len(path.names) == 1 else path


def _rank(clause: s.Clause) -> int:
    return CLAUSE_ORDER.index(_EFFECTS.get(clause.keyword, clause.keyword))


_EFFECTS = {"EXEMPT": "EFFECT", "REPLACE": "EFFECT"}
