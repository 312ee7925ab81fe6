"""Files become papers, and files of our own among them that are not to be read as papers."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.documents.files import File

WAIVERS, BASELINE = "pdo-waivers.yaml", "pdo-baseline.json"
"""What these files are called where nobody says otherwise."""

_STEMS = frozenset(["pdo-waivers", "pdo-baseline"])


def without_own(files: Iterable[File]) -> tuple[list[File], tuple[str, ...]]:
    """The files without those of waivers and baselines, and the paths of these.

    Such a file beside the papers is not taken unasked: who submits must not be able to excuse himself.
    """
    papers, own = [], []
    for file in files:
        if is_own(file.path):
            own.append(file.path)
        else:
            papers.append(file)
    return papers, tuple(own)


def is_own(path: str) -> bool:
    """Whether a path is called as files of waivers and baselines are."""
    return PurePosixPath(path).stem.lower() in _STEMS
