"""Files become the projects that their papers are of, and projects that share a file become one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.bulk.projects import projects_in, root
from pdo_policy.determinations import is_named, read_determinations
from pdo_policy.documents.files import File, file_of
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.screening import printable
from pdo_policy.errors import FormError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pdo_policy.rulebook.compiled import Rulebook


def file_in(path: str | None, content: bytes | None) -> File:
    """The file of a row; one without content could not be read by whoever made the table."""
    if content is not None:
        return file_of(path or "", content)
    name = printable(path or "")
    return File(name, None, "", "", 0, InputProblem("input.unreadable", {"path": name}, 0, 0, fatal=True))


def projects_of(file: File, book: Rulebook) -> list[str]:
    """The projects that the papers in a file are of, in their order; empty where none says so."""
    if file.source is None:
        return []
    if is_named(file.path):
        return _determined(file, book)
    return projects_in(file.source, book)


def _determined(file: File, book: Rulebook) -> list[str]:
    try:
        answers = read_determinations([file], [question.name for question in book.program.questions], found=True)
    except FormError:
        # Told by the check of this file, in a group of its own.
        return []
    return [answers[0].dossier] if answers else []


def joined(files: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Projects that are in one file, or are so by way of others: each with the first of them, in the order of ids."""
    first: dict[str, str] = {}
    for projects in files:
        roots = sorted({root(first, project) for project in projects})
        first.update(dict.fromkeys(roots[1:], roots[0]))
        first.setdefault(roots[0], roots[0])
    return {project: root(first, project) for project in first}
