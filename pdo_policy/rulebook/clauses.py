"""The clauses of an item by keyword; what may stand only once and stands twice is a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.language import syntax as s
from pdo_policy.language.keywords import spelled

if TYPE_CHECKING:
    from pdo_policy.language.declarations import ExceptionItem, RuleItem
    from pdo_policy.rulebook.scope import Scope

_REPEATED = frozenset({"CITE", "QUOTE", "WHEN", "UNLESS", "PRESUME", "NOTE", "EVIDENCE", "THEN_RULE"})
_NORMS = frozenset({"MUST", "MUSTNOT", "MAY", "ENCOURAGE"})


class Clauses(NamedTuple):
    """The values of an item's clauses by the token of their keyword, in the order written."""

    values: dict[str, list[Any]]

    def has(self, token: str) -> bool:
        """Whether such a clause was written."""
        return token in self.values

    def one(self, token: str) -> object:
        """The value of a clause that stands at most once; None where it does not."""
        found = self.values.get(token)
        return found[0] if found else None

    def many(self, token: str) -> list[Any]:
        """The values of a clause that may stand several times."""
        return self.values.get(token, [])

    def joined(self, token: str) -> tuple[object, ...]:
        """The members of all clauses of a kind whose values are tuples."""
        return tuple(member for value in self.many(token) for member in value)


def read_clauses(scope: Scope, item: RuleItem | ExceptionItem) -> Clauses:
    """The clauses of an item; a second one of a kind that stands only once is a problem."""
    values: dict[str, list[Any]] = {}
    met: set[str] = set()
    for clause in item.clauses:
        token = _KEYWORD.get(clause.keyword, clause.keyword)
        if token in met and token not in _REPEATED and token not in _NORMS:
            words = {"clause": spelled(token, "zh"), "clause_en": spelled(token, "en")}
            scope.problem("PDL-R012", s.Name("", clause.start, clause.end), **words)
        met.add(token)
        values.setdefault(clause.keyword, []).append(clause.value)
    return Clauses(values)


_KEYWORD = {"REPLACE": "EFFECT", "EXEMPT": "EFFECT"}
