"""A name or path of a field becomes the places where it stands, and each place the rules that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.rulebook import ir
from pdo_policy.rulebook.compiled import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.law.instruments import Clause
    from pdo_policy.rulebook.compiled import Rulebook, RuleException
    from pdo_policy.schema.fields import Field

_Way = tuple[str, ...]


class Place(NamedTuple):
    """A field at one place.

    Attributes:
        kind: of document.
        labels: from the document down, as a person writes them: its first name in rules, then labels.
        keys: the same as keys, without the document.
        field: what stands there.
        list_at: how many labels lead to the last list on the way, whose elements rules name one by one; 0 for none.
    """

    kind: str
    labels: tuple[str, ...]
    keys: _Way
    field: Field
    list_at: int


def fields_meant(book: Rulebook, word: str) -> tuple[Place, ...]:
    """Every place of the fields that a word names: a key, a label, another word for it, or a path of these.

    A path (数据资源.更新频率, 方案.授权期限.终止日) may begin with the document or anywhere on the way. Other words
    count where no key and no label is meant.
    """
    steps = [step.strip() for step in word.replace("→", ".").split(".")]
    named = tuple(place for place, spellings in _all(book) if _ends_with(spellings, steps))
    meant = tuple(place for place in named if steps[-1] in (place.field.key, place.field.label))
    return meant or named


def field_labels(book: Rulebook) -> Iterator[str]:
    """The labels of all fields."""
    return (place.field.label for place, _ in _all(book))


def _ends_with(spellings: Sequence[frozenset[str]], steps: Sequence[str]) -> bool:
    if len(steps) > len(spellings):
        return False
    ending = spellings[len(spellings) - len(steps) :]
    return all(step in known for step, known in zip(steps, ending, strict=True))


def _all(book: Rulebook) -> Iterator[tuple[Place, tuple[frozenset[str], ...]]]:
    """Each place, with every spelling of each step of its way."""
    for kind, document in book.manifest.documents.items():
        names = frozenset((kind, document.label, *document.names))
        start = Place(
            kind, (document.names[0] if document.names else document.label,), (), book.types[kind].root, False
        )
        yield from _below(start, (names,))


def _below(above: Place, spellings: tuple[frozenset[str], ...]) -> Iterator[tuple[Place, tuple[frozenset[str], ...]]]:
    item = above.field.item
    record = item if item is not None else above.field
    list_at = len(above.labels) if item is not None else above.list_at
    for field in record.fields.values():
        place = Place(above.kind, (*above.labels, field.label), (*above.keys, field.key), field, list_at)
        there = (*spellings, frozenset((field.key, field.label, *field.aliases)))
        yield place, there
        yield from _below(place, there)


def clauses_asking(book: Rulebook, field: Field) -> list[Clause]:
    """The clauses of the rulebook's law that ask for a field."""
    known = {clause.full_id: clause for one in book.manifest.instruments for clause in one.clauses.values()}
    return [known[name] for name in field.clauses if name in known]


def readers(book: Rulebook, place: Place) -> tuple[str, ...]:
    """The ids of the rules and exceptions that read the field at a place, or something in it."""
    made: list[Rule | RuleException] = [*book.program.rules, *book.program.exceptions]
    wanted = (place.kind, *place.keys)
    found = (one.id for one in made if any(way[: len(wanted)] == wanted for way in _read(book, one)))
    return tuple(dict.fromkeys(found))


def _read(book: Rulebook, made: Rule | RuleException) -> Iterator[_Way]:
    """The ways of all fields that a rule or exception reads: the kind of document, then keys."""
    slots: dict[int, _Way] = {number: (kind,) for number, kind in enumerate(_subjects(book, made), 1)}

    def way(node: ir.Node) -> _Way:
        match node:
            case ir.Slot():
                return slots.get(node.number, ())
            case ir.Field():
                above = way(node.base)
                return (*above, node.key) if above else ()
            case ir.Related():
                return (node.kind,)
            case ir.Presumed():
                return way(node.node)

    for record in _records(tuple(made)):
        if isinstance(record, (ir.Quantifier, ir.Aggregate)) and isinstance(record.source, ir.Elements):
            slots[record.slot] = way(record.source.node)
        elif isinstance(record, ir.Field):
            yield way(record)


def _records(parts: tuple[object, ...]) -> Iterator[object]:
    """All records in a record, the outer before the inner."""
    for part in parts:
        if isinstance(part, tuple):
            yield part
            yield from _records(part)


def _subjects(book: Rulebook, made: Rule | RuleException) -> tuple[str, ...]:
    """The kinds of document of a rule, or of those that an exception is against in the end, which are the same."""
    if isinstance(made, Rule):
        return made.subjects
    rule = next((rule for rule in book.program.rules if rule.id in made.targets), None)
    further = next((one for one in book.program.exceptions if one.id in made.targets), None)
    if rule is not None or further is None:
        return rule.subjects if rule is not None else ()
    return _subjects(book, further)
