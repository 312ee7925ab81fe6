"""The file `overview.yaml` of a rulebook becomes chapters, steps of the time line and stages: how a report shows it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from pdo_policy.documents.opening import bytes_of
from pdo_policy.errors import Problem
from pdo_policy.law.forms import read_form
from pdo_policy.law.manifest import ChapterName, Overview, Stage, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pdo_policy.law.forms import Form
    from pdo_policy.law.manifest import DocumentType

NAME = "overview.yaml"


def read_overview(folder: Path, documents: Mapping[str, DocumentType], problems: list[Problem]) -> Overview:
    """The overview of a rulebook; an empty one where it has no such file, or, with problems, one that is not in form.

    Args:
        folder: the rulebook.
        documents: its kinds of document.
        problems: where problems are added.
    """
    if not os.path.lexists(folder / NAME):
        return Overview()
    form = read_form(folder / NAME, NAME, "overview", problems)
    if form is None:
        return Overview()
    chapters = tuple(
        ChapterName(one["folder"], one["label"], one.get("label_en", one["label"]))
        for one in form.data.get("chapters", ())
    )
    return Overview(chapters, tuple(_steps(form, documents, problems)), tuple(_stages(form, documents, problems)))


def _stages(form: Form, documents: Mapping[str, DocumentType], problems: list[Problem]) -> Iterator[Stage]:
    for index, one in enumerate(form.data.get("stages", ())):
        if one["document"] in documents:
            label, then = one["label"], one["next"]
            english = (one.get("label_en", label), one.get("next_en", then))
            yield Stage(one["document"], one["status"], label, then, *english)
        else:
            problems.append(_unknown(form, documents, "stages", index))


def _unknown(form: Form, documents: Mapping[str, DocumentType], entries: str, index: int) -> Problem:
    facts = {"name": form.data[entries][index]["document"], "known": "、".join(documents)}
    return Problem("LAW-D003", facts, form.span(entries, index, "document"))


def _steps(form: Form, documents: Mapping[str, DocumentType], problems: list[Problem]) -> Iterator[Step]:
    for index, one in enumerate(form.data.get("steps", ())):
        kind = documents.get(one["document"])
        if kind is None:
            problems.append(_unknown(form, documents, "steps", index))
        elif not _is_date(kind.schema, one["field"]):
            facts = {"field": one["field"], "kind": kind.label}
            problems.append(Problem("LAW-D005", facts, form.span("steps", index, "field")))
        else:
            field = tuple(one["field"].split("."))
            yield Step(one["document"], field, one["label"], one.get("label_en", one["label"]))


def _is_date(path: Path, field: str) -> bool:
    """Whether a schema has a date there; True where it is not in form, which whoever reads it as a schema tells."""
    try:
        root = json.loads(bytes_of(path).decode("utf-8-sig"))
        found = root
        for key in field.split("."):
            found = _in_list(_meant(found, root), root)["properties"].get(key, {})
        found = _in_list(_meant(found, root), root)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return not _is_form(path)
    return found.get("x-kind") == "date" or ("x-kind" not in found and found.get("format") == "date")


def _is_form(path: Path) -> bool:
    try:
        return isinstance(json.loads(bytes_of(path).decode("utf-8-sig"))["properties"], dict)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def _in_list(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    return _meant(schema["items"], root) if isinstance(schema.get("items"), dict) else schema


def _meant(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
    return {**root["$defs"].get(name, {}), **schema} if name and name != "NotApplicable" else schema
