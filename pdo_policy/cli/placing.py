"""The name of a file in a rulebook becomes the path to it from where a call was made, so that an editor can open it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import bundled
from pdo_policy.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.errors import Problem
    from pdo_policy.source import Source


def folder_of(rulebook: str | None) -> Path:
    """The folder of `--rulebook` as written there, or of the shipped one as somebody who stands here would write it."""
    return Path(rulebook) if rulebook is not None else from_here(bundled.rulebook_folder())


def from_here(path: Path) -> Path:
    """An absolute path, shorter where it lies below the folder that a call was made in."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def as_called(given: str, folder: Path) -> Path:
    """The folder of a rulebook as somebody would write it who has written a path that lies in it, or that it lies in.

    Args:
        given: the path as written.
        folder: the folder, resolved.
    """
    place, path = Path(given).resolve(), Path(given)
    if folder.is_relative_to(place):
        return path / folder.relative_to(place)
    for _ in place.relative_to(folder).parts:
        path = path.parent if path.name not in ("", "..") else path / ".."
    # What is written may lead there by a link, and what is above a link is another folder.
    return path if path.resolve() == folder else from_here(folder)


def in_folder(folder: Path, name: str) -> str:
    """The path of a file of a rulebook, with forward slashes; `folder` as it was called."""
    path = folder / name
    if ".." in folder.parts:
        # Who stands in the rulebook need not leave it to come to the file.
        path = Path(os.path.relpath(path.resolve(), Path.cwd()))
    return path.as_posix()


def placed(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """Problems in a rulebook, each with its place, and another that it names, by their paths.

    Those in one file stay in one source, which looks for its lines once.
    """
    sources: dict[Source, Source] = {}

    def named(problem: Problem) -> Problem:
        span, facts = problem.span, problem.facts
        if span is not None:
            if span.source not in sources:
                sources[span.source] = replace(span.source, name=in_folder(folder, span.source.name))
            span = replace(span, source=sources[span.source])
        if "line" in facts and "file" in facts:
            facts = {**facts, "file": in_folder(folder, facts["file"])}
        return replace(problem, span=span, facts=facts)

    return list(map(named, problems))
