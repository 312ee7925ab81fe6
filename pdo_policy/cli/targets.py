"""Where outputs go is looked at before anything is checked: none takes the place of what is read, or of another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.documents.files import is_passed_over, is_submission
from pdo_policy.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.cli.plain import CheckCall


def see_free(targets: Iterable[str], papers: Iterable[str], beside: Iterable[str]) -> None:
    """See that files may be written.

    Args:
        targets: the files, and folders among them.
        papers: files and folders that are checked, and `-`.
        beside: files and folders that are read beside them, such as waivers.

    Raises:
        UsageError: a file is one that is read, or one file is named twice, or no file can have its name. What is no
            file, such as a device, may be named as often as one likes.
    """
    read = [Path(os.path.realpath(path)) for path in (*papers, *beside) if path != "-" and "\0" not in path]
    taken: set[Path] = set()
    for target in targets:
        if "\0" in target:
            raise UsageError("cannot-write", path=target, reason="NUL")
        place = Path(os.path.realpath(target))
        if place.exists() and not place.is_file():
            continue
        if place in taken:
            raise UsageError("output-twice", path=target)
        taken.add(place)
        if place.exists() and any(place == path or _would_be_read(place, path) for path in read):
            raise UsageError("output-is-read", path=target)


def _would_be_read(place: Path, folder: Path) -> bool:
    """Whether a file is one that a folder stands for."""
    if not place.is_relative_to(folder):
        return False
    *above, name = place.relative_to(folder).parts or ("",)
    return is_submission(name) and not any(map(is_passed_over, above))


def beside(call: CheckCall) -> list[str]:
    """The files that a check reads beside papers, and that outputs must not take the place of.

    What it is compared with is not among them: it has been read by then, and may be followed by the new one.
    """
    return [*call.determinations, *call.waivers, *filter(None, (call.baseline, call.rulebook))]
