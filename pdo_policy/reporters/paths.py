"""Paths as a user typed them become paths as a repository knows them, and URIs."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from pdo_policy.report import Whereabouts

_DRIVE = re.compile(r"[A-Za-z]:/")


class Placed(NamedTuple):
    """A file, and whether it lies in the repository.

    Attributes:
        path: with forward slashes; relative to the root of the repository where it lies there, else absolute, or as it
            was given where nobody knows the folder of the check.
        inside: whether it lies in the repository.
    """

    path: str
    inside: bool


def placed(name: str, whereabouts: Whereabouts) -> Placed:
    """Where a file of a report lies; standard input (`-`) counts as a file of the repository.

    Links are not followed: a reporter sees no files.
    """
    folder = whereabouts.folder.rstrip("/")
    root = (whereabouts.root or whereabouts.folder).rstrip("/")
    path = name if _is_absolute(name) or not whereabouts.folder else f"{folder}/{name}"
    path = normpath(path)
    if not _is_absolute(path):
        return Placed(path, not path.startswith("../"))
    if path.startswith(f"{root}/") and whereabouts.folder:
        return Placed(path[len(root) + 1 :], inside=True)
    return Placed(path, inside=False)


def uri(file: Placed) -> str:
    """The URI of a file: a relative reference in the repository, `file:` elsewhere; in percent-encoded UTF-8."""
    if _DRIVE.match(file.path):
        # The colon of a drive stays as it is (RFC 8089, appendix E.2).
        return f"file:///{file.path[:2]}{_quoted(file.path[2:])}"
    return f"file://{_quoted(file.path)}" if _is_absolute(file.path) else _quoted(file.path)


def _quoted(path: str) -> str:
    return quote(path, safe="/~", errors="replace")


def _is_absolute(path: str) -> bool:
    return path.startswith("/") or _DRIVE.match(path) is not None
