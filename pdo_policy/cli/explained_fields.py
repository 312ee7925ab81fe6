"""The places of a field become lines that explain it: what it is, where it stands, how it is written, who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pdo_policy.lookup.fields import clauses_asking, readers
from pdo_policy.wording.explaining import kind_name, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.lookup.fields import Place
    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.schema.fields import Field

_WHOLE = 3


def field_lines(book: Rulebook, places: Sequence[Place], word: str, lang: str) -> Iterator[str]:
    """The places of a field: of few each as a whole, of many a line."""
    if len(places) > _WHOLE:
        yield said("places", lang, word=word, count=len(places))
        for place in places:
            yield f"    {_way(book, place)}  {kind_name(place.field.kind, lang)}"
        return
    for place in places:
        yield from _place(book, place, lang)


def _place(book: Rulebook, place: Place, lang: str) -> Iterator[str]:
    field = place.field
    yield f"{field.label}  {field.key}  {_kind(field, lang)}"
    yield f"    {said('place', lang)}{_way(book, place)}"
    yield f"    {_in_rules(place, lang)}"
    about = (
        ("meaning", field.meaning),
        ("choices", "、".join(choice.label for choice in (field.item or field).choices)),
        ("examples", "、".join(_example(field, example, lang) for example in field.examples)),
        ("aliases", "、".join(field.aliases)),
        ("asked_by", "、".join(clause.display for clause in clauses_asking(book, field))),
        ("read_by", "、".join(readers(book, place))),
    )
    yield from (f"    {said(code, lang)}{text}" for code, text in about if text)


def _kind(field: Field, lang: str) -> str:
    name = kind_name(field.kind, lang)
    if field.item is not None:
        return f"{name}（{kind_name(field.item.kind, lang)}）"
    return f"{name}，{field.unit}" if field.unit else name


def _example(field: Field, example: object, lang: str) -> str:
    """An example as a person writes it in YAML, with the labels of fields."""
    if isinstance(example, Mapping):
        known = (field.item or field).fields
        labelled = ((known.get(str(key), field), key, value) for key, value in example.items())
        written = (
            f"{one.label if one is not field else key}: {_example(one, value, lang)}" for one, key, value in labelled
        )
        return "{" + ", ".join(written) + "}"
    if isinstance(example, (list, tuple)):
        return "[" + ", ".join(_example(field, one, lang) for one in example) + "]"
    if isinstance(example, bool):
        return said("yes" if example else "no", lang)
    return str(example)


def _way(book: Rulebook, place: Place) -> str:
    return " → ".join((book.manifest.documents[place.kind].label, *place.labels[1:]))


def _in_rules(place: Place, lang: str) -> str:
    if not place.list_at:
        return said("written", lang) + ".".join(place.labels)
    return said(
        "written_each",
        lang,
        list=".".join(place.labels[: place.list_at]),
        rest=".".join(place.labels[place.list_at :]),
    )
