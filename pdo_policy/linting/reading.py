"""A checked rulebook becomes what lints read: its items as written, beside its rules as compiled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.language.declarations import ExceptionItem, ParameterItem, RuleItem
from pdo_policy.rulebook.collect import name_of
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.language.syntax import Clause
    from pdo_policy.law.instruments import Clause as LawClause
    from pdo_policy.rulebook.compiled import Rule, Rulebook, RuleException
    from pdo_policy.source import Span


class Seen(NamedTuple):
    """What a lint saw: the place, the item it stands in, and the facts of its message."""

    span: Span
    within: str
    facts: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Reading:
    """A rulebook as lints read it.

    Attributes:
        book: law, schemas and compiled rules.
        sources: each rule file by name.
        items: of all files, in order.
        rules: each version of each rule, as written and as compiled.
        exceptions: each exception, as written and as compiled.
    """

    book: Rulebook
    sources: Mapping[str, Source]
    items: tuple[RuleFileItem, ...]
    rules: tuple[tuple[RuleItem, Rule], ...]
    exceptions: tuple[tuple[ExceptionItem, RuleException], ...]

    @property
    def compiled(self) -> tuple[tuple[RuleItem | ExceptionItem, Rule | RuleException], ...]:
        """Rules and exceptions."""
        return (*self.rules, *self.exceptions)

    @property
    def parameters(self) -> Iterator[ParameterItem]:
        """Each value of each parameter."""
        return (item for item in self.items if isinstance(item, ParameterItem))

    def clauses(self, names: tuple[str, ...]) -> list[LawClause]:
        """The clauses of law with these full ids."""
        return [self.book.manifest.clause(name) for name in names]


def reading(book: Rulebook) -> Reading:
    """What lints read of a rulebook; its files are parsed again, since the compiled form keeps no words as written."""
    # The parser is slow to import, and the command line knows lints without linting.
    from pdo_policy.language.parse import parse  # noqa: PLC0415 - see above

    sources = {name: Source(name, text) for name, text in book.sources.items()}
    items = tuple(item for source in sources.values() for item in parse(source).items)
    at = {(item.source.name, item.start): item for item in items}
    rules = [(at[rule.file, rule.at[0]], rule) for rule in book.program.rules]
    exceptions = [(at[made.file, made.at[0]], made) for made in book.program.exceptions]
    return Reading(
        book,
        sources,
        items,
        tuple((item, rule) for item, rule in rules if isinstance(item, RuleItem)),
        tuple((item, made) for item, made in exceptions if isinstance(item, ExceptionItem)),
    )


def seen(item: RuleFileItem, start: int, end: int, **facts: str) -> Seen:
    """What was seen at a place in an item."""
    return Seen(item.source.span(start, end), name_of(item).text, facts)


def seen_at_name(item: RuleFileItem, **facts: str) -> Seen:
    """What was seen of an item as a whole; its place is the item's name."""
    name = name_of(item)
    return seen(item, name.start, name.end, **facts)


def clauses_of(item: RuleItem | ExceptionItem, *keywords: str) -> Iterator[Clause]:
    """The clauses of an item with one of these keywords, in the order written; the norm behind 改为 is one of them."""
    for written in item.clauses:
        clause: Clause = written.value if written.keyword == "REPLACE" else written  # type: ignore[assignment]  # a clause
        if clause.keyword in keywords:
            yield clause


def records(value: object) -> Iterator[object]:
    """A record, of the rule text or compiled, and all records in it."""
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            yield value
        for part in value:
            yield from records(part)
