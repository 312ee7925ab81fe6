"""The folder of a rulebook becomes its manifest: law, kinds of document, relations, calendar."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pdo_policy import bundled
from pdo_policy.documents.opening import bytes_of
from pdo_policy.documents.screening import printable
from pdo_policy.errors import Problem, RulebookError
from pdo_policy.law.forms import Form, read_form
from pdo_policy.law.manifest import DocumentType, Manifest, Relation
from pdo_policy.law.overview import read_overview
from pdo_policy.law.registers import read_register
from pdo_policy.law.years import read_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pdo_policy.law.instruments import Instrument


def load_manifest(folder: Path) -> Manifest:
    """The declarations of a rulebook: `rulebook.yaml`, `overview.yaml`, `instruments/*.yaml`, `calendars/*.yaml`.

    Raises:
        RulebookError: with every problem of these files.
    """
    problems: list[Problem] = []
    instruments = _instruments(folder, problems)
    calendar = read_calendar(folder / "calendars", "calendars", problems)
    form = read_form(folder / "rulebook.yaml", "rulebook.yaml", "rulebook", problems)
    if form is None:
        raise RulebookError(problems)
    documents = _documents(folder, form, problems)
    relations = tuple(_relations(form, documents, problems))
    overview = read_overview(folder, documents, problems)
    if problems:
        raise RulebookError(problems)
    data = form.data
    return Manifest(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        prefix=data["prefix"],
        scope=data["scope"],
        scope_en=data["scope_en"],
        documents=documents,
        relations=relations,
        instruments=instruments,
        calendar=calendar,
        overview=overview,
        not_waivable=tuple(data.get("not_waivable", ())),
    )


def _instruments(folder: Path, problems: list[Problem]) -> tuple[Instrument, ...]:
    found: list[Instrument] = []
    for path in sorted((folder / "instruments").glob("*.yaml")):
        instrument = read_register(path, f"instruments/{printable(path.name)}", problems)
        if instrument is not None:
            found.append(instrument)
    taken: dict[str, str] = {}
    for instrument in found:
        numbers = [instrument.number] if instrument.number else []
        for name in dict.fromkeys([instrument.id, instrument.short, instrument.title, *numbers, *instrument.names]):
            if name in taken:
                facts = {"name": name, "first": taken[name], "second": instrument.id}
                problems.append(Problem("LAW-I001", facts))
            taken.setdefault(name, instrument.id)
    known = {clause.full_id for instrument in found for clause in instrument.clauses.values()}
    ids = {instrument.id for instrument in found}
    for instrument in found:
        for clause in instrument.clauses.values():
            strange = [other for other in clause.related if other not in known and other not in ids]
            problems.extend(Problem("LAW-C005", {"id": clause.full_id, "related": other}) for other in strange)
    return tuple(found)


def _documents(folder: Path, form: Form, problems: list[Problem]) -> dict[str, DocumentType]:
    found: dict[str, DocumentType] = {}
    names: dict[str, str] = {}
    for kind, written in form.data["documents"].items():
        own, shipped = folder / written["schema"], bundled.data("schemas") / written["schema"]
        schema = own if own.is_file() else shipped
        if not schema.is_file():
            place = form.span("documents", kind, "schema")
            problems.append(Problem("LAW-D001", {"file": written["schema"]}, place))
            continue
        for name in written["names"]:
            if name in names:
                facts = {"name": name, "first": names[name], "second": kind}
                problems.append(Problem("LAW-D002", facts, form.span("documents", kind, "names")))
            names[name] = kind
        found[kind] = DocumentType(written["label"], tuple(written["names"]), schema)
    return found


def _relations(form: Form, documents: dict[str, DocumentType], problems: list[Problem]) -> Iterator[Relation]:
    for index, written in enumerate(form.data.get("relations", ())):
        sound = True
        for end in ("from", "to"):
            if written[end] not in form.data["documents"]:
                facts = {"name": written[end], "known": "、".join(form.data["documents"])}
                problems.append(Problem("LAW-D003", facts, form.span("relations", index, end)))
            sound = sound and written[end] in documents
        if not sound:
            continue
        source = documents[written["from"]]
        fields = _fields(source.schema)
        if fields is not None and written["via"] not in fields:
            facts = {"field": written["via"], "kind": source.label}
            problems.append(Problem("LAW-D004", facts, form.span("relations", index, "via")))
        forward, back = written["id"], f"{written['id']}-back"
        ways = (
            (forward, written["from"], written["to"], written["forward"], False, back),
            (back, written["to"], written["from"], written["back"], True, forward),
        )
        for name, start, end, words, many, inverse in ways:
            yield Relation(name, start, end, words["label"], tuple(words["names"]), written["via"], many, inverse)


def _fields(schema: Path) -> frozenset[str] | None:
    """The keys of a schema's fields; None where the file is not in form, which whoever reads it as a schema tells."""
    try:
        return frozenset(json.loads(bytes_of(schema).decode("utf-8-sig"))["properties"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
