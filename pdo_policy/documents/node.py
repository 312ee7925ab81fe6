"""A document as a tree whose every part knows where it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping as Facts
    from decimal import Decimal

    from pdo_policy.source import Source


class Scalar(NamedTuple):
    """A single value.

    Attributes:
        value: what it says; a number is exact, a date is still text.
        start: offset of its first character, quotes included.
        end: offset behind its last character.
        plain: whether it is an unquoted YAML scalar or a JSON value other than a string.
    """

    value: bool | int | Decimal | str | None
    start: int
    end: int
    plain: bool


class Entry(NamedTuple):
    """A key and its value; `key.value` is always the text of the key as written, without quotes."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """A record: its entries in the order written, no two with the same key."""

    entries: tuple[Entry, ...]
    start: int
    end: int


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    start: int
    end: int


class Broken(NamedTuple):
    """A place where something is written that cannot be used; `code` is that of the problem that tells why."""

    code: str
    start: int
    end: int


Node: TypeAlias = Scalar | Mapping | Sequence | Broken


@dataclass(frozen=True)
class InputProblem:
    """One thing wrong with how a document is written.

    Attributes:
        code: `input.*`, stable for ever; the words are in `pdo_policy.wording.inputs`.
        facts: named parts of the words.
        start: offset of the place in the document's source.
        end: offset behind the place.
        fatal: whether the document could not be read because of it.
    """

    code: str
    facts: Facts[str, str]
    start: int
    end: int
    fatal: bool


@dataclass(frozen=True)
class Document:
    """One document of a text.

    Attributes:
        source: the text.
        root: the tree; None where a problem is fatal.
        index: which document of the text, from 0.
        problems: in the order of their places.
        format: `yaml` or `json`.
    """

    source: Source
    root: Node | None
    index: int
    problems: tuple[InputProblem, ...]
    format: str


def plain(node: Node) -> object:
    """The same data without places: dict, list, str, int, Decimal, bool, None; a `Broken` stays what it is."""
    if isinstance(node, Mapping):
        return {entry.key.value: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else node
