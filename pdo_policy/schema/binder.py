"""Parts of a tree meet their fields: canonical keys, states, values, and notes about what does not fit."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.documents.node import Broken, Entry, Mapping, Node, Scalar, Sequence
from pdo_policy.documents.screening import shown
from pdo_policy.schema import complaints
from pdo_policy.schema.bare import Data, bare, validated
from pdo_policy.schema.bound import Bound, State, StructureProblem, breadcrumb, natural_path, path
from pdo_policy.schema.fields import NOT_APPLICABLE
from pdo_policy.schema.scalars import Read, read_scalar
from pdo_policy.schema.suggestions import elsewhere, nearest
from pdo_policy.values.normal_form import normal_form
from pdo_policy.values.states import is_bare_not_applicable, is_blank, is_said, is_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.schema.fields import Field
    from pdo_policy.schema.validate import Violation
    from pdo_policy.source import Source

_CLOSE = 0.75
MOST_TOLD = 200
"""Flaws told of one document; the rest is counted, and no suggestions are sought for it."""
MOST_BORNE = 1_000
"""Flaws of a document that is still asked about: one with more is no paper, and rules would say nothing of worth."""
_NAMES = ("dossier", "id", "title")
LONGEST_NAME = 200
_TEXTS = frozenset({"text", "prose"})
"""The kinds whose values are what is written, without outer space."""
_NO_VALUE = frozenset({State.NULL, State.BLANK, State.NOT_APPLICABLE})


class _Note(NamedTuple):
    """What is wrong at a place; `key` is set where it is about a key that has no bound value of its own."""

    code: str
    facts: dict[str, str]
    start: int
    end: int
    bound: Bound
    key: str
    absent: bool


class Binder:
    """Binds the parts of one document, and collects what is wrong with them."""

    def __init__(self, source: Source, root: Field) -> None:
        self._source = source
        self._root = root
        self._notes: list[_Note] = []
        self._untold = 0

    def document(self, node: Mapping) -> tuple[Bound, Data]:
        """The bound root, and the document as plain data with canonical keys."""
        bound = Bound(self._root, None, "", node.start, node.end, node.start, node.end)
        entries = tuple(entry for entry in node.entries if entry.key.value != "$schema")
        data = self._fields(bound, entries)
        self._names(bound)
        return bound, data

    def _names(self, root: Bound) -> None:
        """A paper is named by these in every line about it, so what could not be a name is none."""
        for name in _NAMES:
            child = root.data.get(name)
            if child is not None and isinstance(child.data, str) and len(child.data) > LONGEST_NAME:
                child.become(State.INVALID)
                self._note("schema.name-too-long", child, {"limit": str(LONGEST_NAME)})

    def problems(self) -> tuple[StructureProblem, ...]:
        """Everything noted, in the order of the places."""
        made = [self._problem(note) for note in self._notes]
        made.sort(key=lambda problem: (problem.start, problem.end))
        if self._untold:
            facts, last = {"count": str(self._untold)}, made[-1]
            more = "schema.more-problems" if self.bearable() else "schema.too-many-problems"
            made.append(StructureProblem(more, facts, last.start, last.end, (), (), absent=False, identity=()))
        return tuple(made)

    def bearable(self) -> bool:
        """Whether the document is near enough to its form to be asked about."""
        return len(self._notes) + self._untold <= MOST_BORNE

    def complain(self, violations: Iterable[Violation], root: Bound) -> None:
        """Take in what the schema's validator found, where nothing was noted already."""
        noted = [(*path(note.bound), *((note.key,) if note.key else ())) for note in self._notes]
        for violation in islice(violations, MOST_TOLD):
            if not any(complaints.explains(other, violation) for other in noted):
                for found in complaints.of(violation, root):
                    if found.bound.parent is not None and _is_told(found.bound):
                        # A schema speaks of values; that there is none is for the rules to judge.
                        continue
                    self._note(found.code, found.bound, found.facts, key=found.key, absent=bool(found.key))

    # ------------------------------------------------------------------ notes

    def _note(
        self,
        code: str,
        bound: Bound,
        facts: dict[str, str],
        place: tuple[int, int] | None = None,
        key: str = "",
        *,
        absent: bool = False,
    ) -> None:
        if self._is_enough() and not absent:
            self._untold += 1
            return
        start, end = place or (self._header(bound) if absent else (bound.start, bound.end))
        self._notes.append(_Note(code, facts, start, end, bound, key, absent))

    def _is_enough(self) -> bool:
        return len(self._notes) >= MOST_TOLD

    def _header(self, bound: Bound) -> tuple[int, int]:
        """Where to point for a key that a record lacks: its `kind`, its own key, or its beginning."""
        kind = bound.data.get("kind") if isinstance(bound.data, dict) else None
        if kind is not None:
            return kind.key_start, kind.end
        return (bound.key_start, bound.key_end) if bound.parent else (bound.start, bound.start + 1)

    def _problem(self, note: _Note) -> StructureProblem:
        extra = (note.key,) if note.key else ()
        label = note.bound.field.spellings[note.key].label if note.key in note.bound.field.spellings else note.key
        return StructureProblem(
            code=note.code,
            facts={"field": label or note.bound.field.label, **note.facts},
            start=note.start,
            end=note.end,
            path=(*path(note.bound), *extra),
            breadcrumb=(*breadcrumb(note.bound), *((label,) if extra else ())),
            absent=note.absent,
            identity=(*natural_path(note.bound), *extra),
        )

    # ------------------------------------------------------------------ parts

    def _bind(self, node: Node, bound: Bound) -> Data:
        """Give a bound thing its state; its plain data with canonical keys."""
        if node.__class__ is Scalar and node.value.__class__ is str and is_said(node.value):
            # Most things are: they need not be asked whether they say that there is no value.
            return self._said(node, node.value, bound)
        if isinstance(node, Broken):
            bound.become(State.INVALID)
            return None
        if isinstance(node, Mapping) and self._not_applicable(node, bound):
            return {NOT_APPLICABLE[0]: bound.data or ""}
        if isinstance(node, Scalar) and self._settled(node, bound):
            return None
        if bound.field.kind == "record":
            return self._record(node, bound)
        if bound.field.kind == "list":
            return self._list(node, bound)
        return self._scalar(node, bound)

    def _not_applicable(self, node: Mapping, bound: Bound) -> bool:
        """Whether it says why it does not apply, and nothing else."""
        named = [entry for entry in node.entries if entry.key.value in NOT_APPLICABLE]
        if not named:
            return False
        reason = named[0].value.value if isinstance(named[0].value, Scalar) else None
        text = reason if isinstance(reason, str) else ""
        alone = len(node.entries) == 1
        if alone and not is_blank(text) and not is_unknown(text):
            bound.become(State.NOT_APPLICABLE, text.strip())
        else:
            code = "schema.not-applicable-alone" if not alone else "schema.not-applicable-reason"
            self._note(code, bound, {}, (named[0].key.start, named[0].key.end))
        return True

    def _settled(self, node: Scalar, bound: Bound) -> bool:
        """Whether a single value says that there is none: null, 待定, a blank, or 不适用 without a reason."""
        if node.value is None:
            bound.become(State.NULL)
            return True
        if not isinstance(node.value, str):
            return False
        if is_blank(node.value):
            bound.become(State.BLANK)
        elif is_unknown(node.value):
            bound.become(State.NULL)
        elif is_bare_not_applicable(node.value):
            self._note("schema.not-applicable-reason", bound, {})
        else:
            return False
        return True

    def _said(self, node: Scalar, text: str, bound: Bound) -> Data:
        """The same of a text that says something."""
        field, kind = bound.field, bound.field.kind
        if kind in _TEXTS:
            bound.become(State.PRESENT, text.strip())
            return text
        if kind == "choice" and text in field.values:
            value = field.values[text].value
            bound.become(State.PRESENT, value)
            return value
        if kind == "record":
            return self._record(node, bound)
        return self._list(node, bound) if kind == "list" else self._scalar(node, bound)

    def _record(self, node: Node, bound: Bound) -> Data:
        if not isinstance(node, Mapping):
            some = "、".join(field.label for field in list(bound.field.fields.values())[:3])
            self._note("schema.record-wanted", bound, {"text": _text(self._source, node), "some": some})
            return bare(node)
        return self._fields(bound, node.entries)

    def _fields(self, bound: Bound, entries: tuple[Entry, ...]) -> Data:
        children: dict[str, Bound] = {}
        data: dict[str, Data] = {}
        spellings = bound.field.spellings
        for key, value in entries:
            word = str(key.value)
            field = spellings.get(word) or spellings.get(normal_form(word))
            if field is None:
                self._unknown_key(bound, word, (key.start, key.end))
                data[word] = bare(value)
                continue
            name = field.key
            child = Bound(field, bound, name, value.start, value.end, key.start, key.end)
            if name in children:
                line = str(self._source.position(children[name].key_start).line)
                facts = {"key": shown(word), "first_line": line}
                self._note("schema.duplicate-key", child, facts, (key.start, key.end))
                children[name].become(State.INVALID)
                continue
            children[name] = child
            data[name] = self._bind(value, child)
        bound.become(State.PRESENT if children else State.BLANK, children)
        return data

    def _unknown_key(self, bound: Bound, word: str, place: tuple[int, int]) -> None:
        if not bound.field.closed:
            return
        if self._is_enough():
            self._untold += 1
            return
        some = "、".join(field.label for field in list(bound.field.fields.values())[:6])
        close, where = nearest(word, bound.field.spellings, _CLOSE), elsewhere(word, self._root)
        near = close or nearest(word, bound.field.spellings)
        code = "schema.unknown-key-near" if near else "schema.unknown-key"
        # A word that is a field in another place was hardly meant for one that is only a little like it.
        code = "schema.unknown-key-elsewhere" if where and not close else code
        facts = {"key": shown(word), "near": near, "where": where, "some": some}
        self._note(code, bound, facts, place, key=word if len(word) <= LONGEST_NAME else shown(word))

    def _list(self, node: Node, bound: Bound) -> Data:
        item = bound.field.item
        assert item is not None, "a list has an element"
        if isinstance(node, Scalar) and item.kind not in ("record", "list"):
            nodes: tuple[Node, ...] = (node,)
        elif isinstance(node, Sequence):
            nodes = node.items
        else:
            self._note("schema.list-wanted", bound, {"text": _text(self._source, node)})
            return bare(node)
        elements = [
            Bound(item, bound, index, one.start, one.end, one.start, one.end) for index, one in enumerate(nodes)
        ]
        # The list is there before its elements are looked at, because their names depend on it.
        bound.become(State.PRESENT if elements else State.BLANK, elements)
        return [self._bind(one, element) for one, element in zip(nodes, elements, strict=True)]

    def _scalar(self, node: Node, bound: Bound) -> Data:
        read = self._read(node, bound)
        if read.code:
            self._note(read.code, bound, dict(read.facts))
            return bare(node) if isinstance(node, (Mapping, Sequence)) else validated(read.data)
        bound.become(State.PRESENT, read.value)
        return validated(read.data)

    def _read(self, node: Node, bound: Bound) -> Read:
        if isinstance(node, Scalar):
            lexeme = self._source.text[node.start : node.end] if not isinstance(node.value, str) else node.value
            return read_scalar(bound.field, node.value, lexeme)
        if isinstance(node, Sequence) and bound.field.kind == "prose":
            parts = [item.value for item in node.items if isinstance(item, Scalar)]
            texts = [part for part in parts if isinstance(part, str)]
            if len(texts) == len(node.items):
                return Read("\n".join(texts), texts)
        return Read(None, None, "schema.single-value-wanted", {"text": _text(self._source, node)})


def _is_told(bound: Bound) -> bool:
    """Whether it says that there is no value; an element of a list that does not apply should not stand there."""
    return bound.state in _NO_VALUE and not (isinstance(bound.step, int) and bound.state is State.NOT_APPLICABLE)


def _text(source: Source, node: Node) -> str:
    return shown(source.text[node.start : node.end])
