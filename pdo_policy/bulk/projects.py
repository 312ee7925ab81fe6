"""A file of papers becomes the projects that these are of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pdo_policy.documents.heads import project_in
from pdo_policy.documents.read import read
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.source import Source


def projects_in(source: Source, book: Rulebook) -> list[str]:
    """The projects that the papers of a text are of, in their order; empty where none says so.

    What stands at the beginning is taken where that is certain, and else the whole is read.
    """
    project = project_in(source.text, words_for_projects(book))
    if project is not None:
        return [project]
    found: dict[str, None] = {}
    for document in read(source):
        bound = bind_document(document, book.types) if document.root is not None else None
        named = bound.root.data.get("dossier") if isinstance(bound, BoundDocument) else None
        if named is not None and named.state is State.PRESENT and str(named.data).strip():
            found[str(named.data).strip()] = None
    return list(found)


@lru_cache(maxsize=2)
def words_for_projects(book: Rulebook) -> frozenset[str]:
    """The keys under which papers of every kind name their project, and no kind anything else."""
    meant: dict[str, set[str]] = {}
    for compiled in book.types.values():
        for word, field in compiled.root.spellings.items():
            meant.setdefault(word, set()).add(field.key)
    return frozenset(word for word, keys in meant.items() if keys == {"dossier"})


def root(first: Mapping[str, str], project: str) -> str:
    """The project that a group is called by, where each that was joined to another is told with that."""
    while first.get(project, project) != project:
        project = first[project]
    return project
