"""Files of many projects, in every way that they can come: what the tests on Spark are run on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpus import KINDS, papers

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = "HB-2025-YC-001"
DIFFERENT = 240
EVERY_OTHER = 2
SEVERAL, NOWHERE, BROKEN, BLANK = 48, 97, 101, 199


class Row(NamedTuple):
    """A row of the table of submissions."""

    path: str
    content: bytes | None
    dossier: str | None


def rows(count: int) -> list[Row]:
    """So many files of a third as many projects, whose papers have ids of their own.

    Of the papers, so many as `DIFFERENT` says differ in more than ids. They are YAML and JSON, with and without a mark
    of byte order, in UTF-8 and GB18030; some hold papers of two projects, or of none, or cannot be read; of half of the
    projects the id is known beforehand.
    """
    return list(_rows(count))


def _rows(count: int) -> Iterator[Row]:
    before = ""
    different = papers(min(count, DIFFERENT))
    for index in range(count):
        made = different[index % DIFFERENT]
        project = f"HB-2025-SP-{index // len(KINDS):05}"
        as_json = index % 4 == 1
        text = (
            (made.json if as_json else made.yaml)
            .replace(f"{SAMPLE}-{index % DIFFERENT:05}", project)
            .replace(SAMPLE, project)
        )
        path = f"{project}/{index % len(KINDS)}.{'json' if as_json else 'yaml'}"
        known = project if index // len(KINDS) % EVERY_OTHER else None
        if as_json:
            before = ""
            yield Row(path, text.encode(), known)
        elif index and index % SEVERAL == 0:
            # Of the project before, and of one more; so neither can be checked alone.
            yield Row(path, f"{before}---\n{text}".encode(), None)
        elif index % NOWHERE == 0:
            yield Row(
                path, "\n".join(line for line in text.splitlines() if not line.startswith("dossier:")).encode(), None
            )
        elif index % BROKEN == 0:
            yield Row(path, f"坏了的文件{index}: [\n".encode(), None)
        elif index == BLANK:
            yield Row(path, None, None)
        else:
            yield Row(path, _encoded(text, index), known)
        before = "" if as_json else _other(text, index)


def _other(text: str, index: int) -> str:
    """The same paper of the same project under another id, for the file after it."""
    return text.replace("\nid: ", f"\nid: {index}-", 1)


def _encoded(text: str, index: int) -> bytes:
    return text.encode("utf-8-sig" if index % 4 == 2 else "gb18030" if index % 4 == 3 else "utf-8")
