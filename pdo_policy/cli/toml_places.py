"""A TOML text that is well-formed becomes the places of its keys, values and entries, which `tomllib` does not give."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Path = tuple[str, ...]
Stretch = tuple[int, int]

_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*'|\#[^\n]*|\n|[\[\]{}=,.]|[^\s\[\]{}=,."'\#]+''',
    re.DOTALL,
)


class Place(NamedTuple):
    """Where a key stands, its value, and the entries of the value if it is a list; the header of a table is its key."""

    key: Stretch
    value: Stretch
    entries: tuple[Stretch, ...] = ()


@lru_cache(maxsize=1)
def places(text: str) -> Mapping[Path, Place]:
    """The places of all keys but those of inline tables, by their way from the root.

    Args:
        text: what `tomllib` can read, with line feeds alone or with carriage returns before them.
    """
    found: dict[Path, Place] = {}
    above: Path = ()
    for line in _statements(text):
        first = line[0][0]
        if first == "[":
            words = [token for token in line if token[0] not in "[].,"]
            above = _path(words)
            stretch = (line[0][1], line[-1][2])
            found.setdefault(above, Place(stretch, stretch))
            continue
        equals = next(index for index, token in enumerate(line) if token[0] == "=")
        key, value = line[:equals], line[equals + 1 :]
        found[(*above, *_path([token for token in key if token[0] != "."]))] = Place(
            (key[0][1], key[-1][2]), (value[0][1], value[-1][2]), tuple(_entries(value))
        )
    return found


Token = tuple[str, int, int]
"""What stands there, where it begins, and where it ends."""


def _statements(text: str) -> Iterator[list[Token]]:
    """The tokens of each header and of each key with its value."""
    statement: list[Token] = []
    depth = 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word == "\n" and depth == 0:
            if statement:
                yield statement
            statement = []
        elif word != "\n" and not word.startswith("#"):
            depth += (word in "[{") - (word in "]}")
            statement.append((word, token.start(), token.end()))
    if statement:
        yield statement


def _entries(value: list[Token]) -> Iterator[Stretch]:
    """The entries of a list, one beside the other; those inside an entry are part of it."""
    if value[0][0] != "[":
        return
    depth, entry = 0, value[:0]
    for token in value[1:-1]:
        if token[0] == "," and depth == 0:
            yield entry[0][1], entry[-1][2]
            entry = []
            continue
        depth += (token[0] in "[{") - (token[0] in "]}")
        entry.append(token)
    if entry:
        yield entry[0][1], entry[-1][2]


def _path(words: list[Token]) -> Path:
    return tuple(tomllib.loads(f"k = {word}")["k"] if word[0] in "\"'" else word for word, _, _ in words)
