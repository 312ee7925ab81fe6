"""Where the shipped rules, schemas and examples lie; nobody else knows.

The owner wants `rules/` and `schemas/` beside the package, while an installed package can read only its own files: the
build copies them into the wheel, and here the copy is looked for first, the checkout second.
"""

from __future__ import annotations

from pathlib import Path

READY_MADE = "hubei.compiled.json"
"""The name of the file in the wheel that keeps the shipped rulebook compiled."""

_PACKAGE = Path(__file__).resolve().parent


def data(name: str) -> Path:
    """The folder `rules` or `schemas`; the examples of codes, `contract`, `lints` or `findings`; or `starter`.

    The last is what a new rulebook begins with.

    Raises:
        FileNotFoundError: the installation is broken.
    """
    checkout = _PACKAGE.parent
    for folder in (
        _PACKAGE / "_data" / name, checkout / name, checkout / "docs" / name, checkout / "samples/rulebooks" / name,
    ):  # fmt: skip
        if folder.is_dir():
            return folder
    raise FileNotFoundError(name)


def rulebook_folder() -> Path:
    """The folder of the shipped rulebook."""
    return data("rules") / "hubei"


def ready_made() -> Path | None:
    """The file `READY_MADE`; None in a checkout, whose rules change."""
    place = _PACKAGE / "_data" / READY_MADE
    return place if place.is_file() else None
