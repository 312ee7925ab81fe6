"""The grid of obligations becomes shapes with places: one cell for a rule, in rows below the name of its chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.reporters.briefing.grid import GRAVEST_FIRST, NOT_RUN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.reporters.briefing.grid import Cell, Chapter

WIDTH = 720
_STEP = 24
_PER_ROW = WIDTH // _STEP
_HEAD = 26
_GAP = 10


class Shape(NamedTuple):
    """A cell, and the middle of its shape."""

    cell: Cell
    x: float
    y: float


class Band(NamedTuple):
    """A chapter: its name, the base line of it, and its cells."""

    label: str
    y: float
    shapes: tuple[Shape, ...]


class GridPicture(NamedTuple):
    """All chapters, how large the picture is, and which verdicts its legend explains, the gravest first."""

    width: int
    height: int
    bands: tuple[Band, ...]
    legend: tuple[str, ...]


def grid_picture(chapters: Sequence[Chapter]) -> GridPicture:
    """The picture of chapters; in each, cells are in the order of the rules, so that those alike stay together."""
    bands = tuple(_bands(chapters))
    rows = sum(-(-len(chapter.cells) // _PER_ROW) for chapter in chapters)
    height = rows * _STEP + len(bands) * (_HEAD + _GAP)
    found = {cell.verdict for chapter in chapters for cell in chapter.cells}
    known = (*(verdict.value for verdict in GRAVEST_FIRST), NOT_RUN)
    return GridPicture(WIDTH, max(height, _STEP), bands, tuple(one for one in known if one in found))


def _bands(chapters: Sequence[Chapter]) -> Iterator[Band]:
    top = 0
    for chapter in chapters:
        begin = top + _HEAD
        shapes = tuple(
            Shape(cell, (place % _PER_ROW + 0.5) * _STEP, begin + (place // _PER_ROW + 0.5) * _STEP)
            for place, cell in enumerate(chapter.cells)
        )
        yield Band(chapter.label, top + _HEAD - 8, shapes)
        top = begin + -(-len(shapes) // _PER_ROW) * _STEP + _GAP
