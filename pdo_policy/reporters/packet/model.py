"""What a page of a hearing folder holds, as values; every writer turns the same values into its format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BREAK = "\n"
"""Among words: a new line in the same cell or field. No other text has one."""


class Link(NamedTuple):
    """Words that lead to a place: in a page of the folder by its code, empty for the same page; a file by `/` and name.

    Pages link to pages in their own format.
    """

    text: str
    page: str
    anchor: str = ""


Words = tuple["str | Link", ...]


class Heading(NamedTuple):
    """A heading below the page's title: level 2 or 3, and the name others link to; may be empty."""

    text: str
    level: int = 2
    anchor: str = ""


class Paragraph(NamedTuple):
    """Words on their own; `strong` for the one sentence of a page that must be seen."""

    words: Words
    strong: bool = False


class Items(NamedTuple):
    """A list, with numbers or without."""

    entries: tuple[Words, ...]
    numbered: bool = False


class Record(NamedTuple):
    """Something with a name and labelled fields; a field without words is one to fill in by hand."""

    anchor: str
    head: str
    fields: tuple[tuple[str, Words], ...]


class Table(NamedTuple):
    """A table.

    Attributes:
        caption: what it holds, for who cannot see it.
        heads: of the columns.
        rows: as many cells as heads.
        blank: numbers of the columns that are to be filled in by hand.
        anchors: for each row the name others link to, or empty; none for no row.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    blank: frozenset[int] = frozenset()
    anchors: tuple[str, ...] = ()


Block = Heading | Paragraph | Items | Record | Table


class Sheet(NamedTuple):
    """What spreadsheets get of a page: a name behind the page's own, empty for the first, heads and rows of text."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Page(NamedTuple):
    """A page of the folder.

    Attributes:
        code: what links and the table of words call it.
        file: name of its files, without what a format adds.
        title: as people read it.
        purpose: what it is for, in one line.
        blocks: what stands in it.
        sheets: its tables for spreadsheets.
        wide: whether it prints across the sheet.
        fillable: whether it has places to be filled in by hand.
    """

    code: str
    file: str
    title: str
    purpose: str
    blocks: tuple[Block, ...]
    sheets: tuple[Sheet, ...] = ()
    wide: bool = False
    fillable: bool = False


def address(link: Link, files: Mapping[str, str], ending: str) -> str:
    """Where a link leads to from a page of the same format; empty for the same page.

    Args:
        link: what leads.
        files: names of the pages' files without their endings, by code.
        ending: of the pages' files.
    """
    if link.page.startswith("/"):
        return quote(link.page[1:])
    return quote(f"{files[link.page]}.{ending}") if link.page else ""


def plain(words: Words) -> str:
    """The words without what they lead to, lines behind each other."""
    return "".join(one if isinstance(one, str) else one.text for one in words).replace(BREAK, "；")


def joined(parts: Iterable[Words], between: str) -> Words:
    """Parts one behind the other, with something between them."""
    found: list[str | Link] = []
    for part in parts:
        if found and part:
            found.append(between)
        found.extend(part)
    return tuple(found)


def sheet_of(table: Table, name: str = "") -> Sheet:
    """The same table for spreadsheets."""
    return Sheet(name, table.heads, tuple(tuple(map(plain, row)) for row in table.rows))


def texts(*cells: str) -> tuple[Words, ...]:
    """Cells that are text alone."""
    return tuple((cell,) if cell else () for cell in cells)


def blank(count: int) -> tuple[Words, ...]:
    """Cells to be filled in by hand."""
    return ((),) * count


def last(heads: Sequence[str], count: int) -> frozenset[int]:
    """The numbers of the last columns."""
    return frozenset(range(len(heads) - count, len(heads)))
