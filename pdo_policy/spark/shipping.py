"""A rulebook becomes a text that is sent to a worker once, and there becomes the rulebook again, once in a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.rulebook.kept import File, file_of

if TYPE_CHECKING:
    from pdo_policy.rulebook.compiled import Rulebook


def shipped(book: Rulebook, folder: Path) -> str:
    """A rulebook as text: data, of which nothing is executed; its first line has the digest of the rest.

    Args:
        book: the rulebook.
        folder: where it was loaded from.
    """
    return file_of(folder, book, book.digest).decode("utf-8")


@lru_cache(maxsize=2)
def unshipped(text: str) -> Rulebook:
    """The rulebook of a text that `shipped` has made, without the wording of its rule files, which no check reads.

    A process keeps it, and the functions made from its rules, for all projects that it is given.

    Raises:
        ValueError: the text is not as it was sent.
    """
    # Its own folder is on the machine that sent it, and no path below it is opened in a check.
    folder = Path("rulebook")
    return File(text.encode("utf-8")).rulebook(folder, {}, _damaged)


def _damaged() -> Rulebook:
    """What would compile a damaged part anew, had it the rulebook's folder."""
    raise ValueError("rulebook")
