"""Papers become what each of their fields says, so that two submissions can be compared field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.disposition.waivers import steps
from pdo_policy.dispositions import FieldChange
from pdo_policy.schema.bound import Bound, breadcrumb, natural_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.dossier import Dossier

_LONGEST = 60

Fields = dict[tuple[tuple[str, str, str], tuple[str, ...]], tuple[str, str, str]]
"""Of each paper (kind, id, project) and way in it: the paper's label, the way as shown, and what stands there."""


def fields_of(dossiers: Iterable[Dossier]) -> Fields:
    """What each field of the papers says, as written; list elements by natural key, so their order means nothing."""
    found: Fields = {}
    for dossier in dossiers:
        for paper in dossier.papers:
            subject = paper.subject
            text = paper.bound.document.source.text
            for bound in _leaves(paper.bound.root):
                way = " → ".join(steps(breadcrumb(bound)))
                key = ((subject.role, subject.id, subject.dossier), natural_path(bound))
                found[key] = (subject.label, way, _shown(text[bound.start : bound.end]))
    return found


def _leaves(bound: Bound) -> Iterator[Bound]:
    children = bound.data.values() if isinstance(bound.data, dict) else bound.data
    if isinstance(children, str) or not isinstance(bound.data, (dict, list)) or not bound.data:
        yield bound
        return
    for child in children:
        yield from _leaves(child)


def _shown(text: str) -> str:
    line = " ".join(text.split()).strip("\"'")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def field_changes(before: Fields, after: Fields) -> tuple[FieldChange, ...]:
    """The fields that say something else, in the order of the first submission, then of the second."""
    changes = []
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if was is None or now is None or was[2] != now[2]:
            paper, way, _ = now or was or ("", "", "")
            changes.append(FieldChange(paper, way, was[2] if was else "", now[2] if now else ""))
    return tuple(changes)
