"""A document with its meaning: each thing written, its field, its state, its value and its place."""

from __future__ import annotations

import json
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.documents.node import Document
    from pdo_policy.schema.fields import Field


class State(Enum):
    """The states of something written; what is not written at all has no `Bound` (charter 3, docs/semantics.md)."""

    PRESENT = "present"
    BLANK = "blank"
    NULL = "null"
    NOT_APPLICABLE = "not_applicable"
    INVALID = "invalid"


_INVALID = State.INVALID


class Bound:
    """Something written in a document.

    Attributes:
        field: what it is.
        state: whether it can be used.
        data: of a present record, its children by canonical key; of a list, its elements; of anything else, its value;
            of what does not apply, the reason given; else None.
        parent: the record or list it stands in; None at the root.
        step: its key or index there; empty at the root.
        start: offset where its value begins.
        end: offset behind its value.
        key_start: offset where its key begins; that of the value where it has none.
        key_end: offset behind its key.
        names: of a list, how its elements are told apart; None until somebody asks.
    """

    __slots__ = ("data", "end", "field", "key_end", "key_start", "names", "parent", "start", "state", "step")

    def __init__(  # noqa: PLR0917 - places as bare numbers: a paper has hundreds of these
        self,
        field: Field,
        parent: Bound | None,
        step: str | int,
        start: int,
        end: int,
        key_start: int,
        key_end: int,
    ) -> None:
        self.field = field
        self.state = _INVALID
        self.data: Any = None
        self.parent = parent
        self.step = step
        self.start = start
        self.end = end
        self.key_start = key_start
        self.key_end = key_end
        self.names: list[str] | None = None

    def become(self, state: State, data: object = None) -> Bound:
        """Take on a state and its data; called once, by the binder."""
        self.state, self.data = state, data
        return self


@dataclass(frozen=True)
class StructureProblem:
    """One thing wrong with the form of a document.

    Attributes:
        code: `schema.*`, stable for ever; the words are in `pdo_policy.wording.structure` and `values`.
        facts: named parts of the words.
        start: offset of the place.
        end: offset behind it.
        path: canonical path from the root.
        breadcrumb: the same in Chinese labels.
        absent: whether what it is about is not there.
        identity: the path with list elements by their natural key, for fingerprints.
    """

    code: str
    facts: Mapping[str, str]
    start: int
    end: int
    path: tuple[str | int, ...]
    breadcrumb: tuple[str, ...]
    absent: bool
    identity: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class BoundDocument:
    """A document of a known kind.

    Attributes:
        kind: which.
        document: as read.
        root: its root record.
        problems: in the order of their places.
        bearable: False where they are so many that no rule should be asked of it.
    """

    kind: str
    document: Document
    root: Bound
    problems: tuple[StructureProblem, ...]
    bearable: bool = True


def path(bound: Bound) -> tuple[str | int, ...]:
    """The canonical path from the root, list elements by index."""
    steps: list[str | int] = []
    at: Bound | None = bound
    while at is not None and at.parent is not None:
        steps.append(at.step)
        at = at.parent
    return tuple(reversed(steps))


def breadcrumb(bound: Bound) -> tuple[str, ...]:
    """The path in Chinese labels, list elements by number and name: 数据资源, 第2项 气象观测数据, 质量情况."""
    labels: list[str] = []
    at: Bound | None = bound
    while at is not None and at.parent is not None:
        labels.append(at.field.label if isinstance(at.step, str) else _numbered(at, at.step))
        at = at.parent
    return tuple(reversed(labels))


def _numbered(bound: Bound, index: int) -> str:
    name = _shown_name(bound)
    return f"第{index + 1}项 {name}" if name else f"第{index + 1}项"


def natural_path(bound: Bound) -> tuple[str, ...]:
    """The canonical path with list elements by natural key, so that their order does not matter.

    Elements of one list that share their natural key are told apart by their number among those alike, in the order of
    what they say.
    """
    steps: list[str] = []
    at: Bound | None = bound
    while at is not None and at.parent is not None:
        steps.append(at.step if isinstance(at.step, str) else _identified(at, at.parent, at.step))
        at = at.parent
    return tuple(reversed(steps))


def _identified(element: Bound, listed: Bound, index: int) -> str:
    if not isinstance(listed.data, list):
        # The list was given up after its elements were read.
        return f"[{_name(element)}]"
    if listed.names is None:
        listed.names = _told_apart(listed.data)
    return listed.names[index]


def _shown_name(bound: Bound) -> str:
    """What a reader calls an element: its name where it has one, else its natural key, by its label."""
    if bound.state is not State.PRESENT or not isinstance(bound.data, dict):
        return ""
    keys = bound.field.natural_key
    for key in ("name", *keys) if "name" in keys else keys:
        named = bound.data.get(key)
        if named is not None and named.state is State.PRESENT:
            labels = (choice.label for choice in named.field.choices if choice.value == named.data)
            return next(labels, str(named.data))
    return ""


def _told_apart(elements: list[Bound]) -> list[str]:
    alike: dict[str, list[int]] = {}
    for index, element in enumerate(elements):
        alike.setdefault(_name(element), []).append(index)
    found = [""] * len(elements)
    for name, indices in alike.items():
        if len(indices) > 1:
            indices.sort(key=lambda index: _content(elements[index]))
        for number, index in enumerate(indices, 1):
            found[index] = f"[{name}]" if number == 1 else f"[{name}]#{number}"
    return found


def _name(element: Bound) -> str:
    return natural_name(element) or _content(element)


def natural_name(bound: Bound) -> str:
    """The value of the first natural key that an element states; empty where it states none."""
    if bound.state is not State.PRESENT or not isinstance(bound.data, dict):
        return ""
    for key in bound.field.natural_key:
        named = bound.data.get(key)
        if named is not None and named.state is State.PRESENT:
            return str(named.data)
    return ""


def _content(bound: Bound) -> str:
    """What tells an element without a natural key apart: itself, or of a record a digest of all that it says."""
    if isinstance(bound.data, (dict, list)):
        return sha256(json.dumps(_said(bound), sort_keys=True).encode()).hexdigest()[:8]
    return str(bound.data) if bound.state is State.PRESENT else bound.state.value


def _said(bound: Bound) -> object:
    if isinstance(bound.data, dict):
        return {key: _said(child) for key, child in bound.data.items()}
    if isinstance(bound.data, list):
        return [_said(child) for child in bound.data]
    return [bound.state.value, str(bound.data)]
