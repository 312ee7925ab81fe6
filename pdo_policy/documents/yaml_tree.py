"""YAML events become a tree; anchors are not followed and tags not obeyed, but what they hide is marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.documents.duplicates import unique
from pdo_policy.documents.limits import MAX_DEPTH, MAX_NODES, MAX_NOTED, MAX_SKIPPED_DEPTH
from pdo_policy.documents.lines import lines_between
from pdo_policy.documents.node import Broken, Entry, InputProblem, Mapping, Node, Scalar, Sequence
from pdo_policy.documents.pieces import Abandoned
from pdo_policy.documents.quotes import CLOSING, is_wrapped
from pdo_policy.documents.scalars import Refused, core_value
from pdo_policy.documents.screening import named, readable, screen_value, shown
from pdo_policy.documents.yaml_colons import WIDE_SPACES, bad_colon, bad_colons, first_comma
from pdo_policy.documents.yaml_dashes import bad_dash, bad_dashes
from pdo_policy.documents.yaml_events import ALIAS, END, MAPPING, SCALAR, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.source import Source

_PROPERTIES = r"(?:!<[^>\s]*>|[&!][^\s,\[\]{}]*|\s+|#[^\r\n]*)*+"
_MERGE_KEY = "<<"


def is_empty(root: Node) -> bool:
    """Whether nothing is written in a document."""
    return isinstance(root, Scalar) and root.plain and root.start == root.end


def root_problems(text: str, root: Node) -> list[InputProblem]:
    """Why a document is one unquoted text: colons that do not separate, each of them fatal."""
    if not isinstance(root, Scalar) or not root.plain or not isinstance(root.value, str):
        return []
    colons = [bad_colon(text, *line, fatal=True) for line in lines_between(text, root.start, root.end)]
    return [colon.problem for colon in colons if colon]


class Tree:
    """The events of a text on their way into nodes, and what was found on the way.

    Attributes:
        events: what is left of them.
        problems: found since the list was last emptied.
    """

    __slots__ = ("_left", "_noted", "_source", "_text", "events", "problems")

    def __init__(self, source: Source, text: str, events: Iterator[Event]) -> None:
        self._source = source
        self._text = text
        self._left = MAX_NODES
        self._noted = 0
        self.events = events
        self.problems: list[InputProblem] = []

    def document(self) -> Node:
        """The root of the document whose beginning was the last event.

        Raises:
            Abandoned: too deep, or too many values or problems.
            Stopped: from the events.
        """
        return self._node(next(self.events), 1)

    def _node(self, event: Event, depth: int) -> Node:
        self._count(event.start)
        if event.kind == ALIAS:
            return self._broken("input.alias", event.start, event.end, name=shown(event.anchor or ""))
        if event.anchor is not None or event.tag is not None:
            self._note_anchor(event)
            if event.tag is not None:
                return self._broken("input.tag", event.start, self._skip(event), tag=_tag(event.tag))
            event = event._replace(start=self._content_start(event))
        if event.kind == SCALAR:
            if event.style and event.style in "|>":
                return self._block(event)
            return self._quoted(event) if event.style else self._plain(event)
        if depth > MAX_DEPTH:
            return self._broken("input.too-deep", event.start, self._skip(event), limit=str(MAX_DEPTH))
        return self._mapping(event, depth) if event.kind == MAPPING else self._sequence(event, depth)

    def _count(self, place: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise Abandoned(_fatal("input.too-many-values", place, MAX_NODES))

    def _note(self, code: str, start: int, end: int, **facts: str) -> None:
        self._note_all([InputProblem(code, facts, start, end, fatal=False)])

    def _note_all(self, problems: list[InputProblem]) -> None:
        self.problems += problems
        self._noted += len(problems)
        if self._noted > MAX_NOTED:
            raise Abandoned(_fatal("input.too-many-problems", problems[-1].start, MAX_NOTED))

    def _broken(self, code: str, start: int, end: int, **facts: str) -> Broken:
        self._note(code, start, end, **facts)
        return Broken(code, start, end)

    def _note_anchor(self, event: Event) -> None:
        if event.anchor is not None:
            start = self._text.find("&", event.start)
            self._note("input.anchor", start, start + 1 + len(event.anchor), name=shown(event.anchor))

    def _content_start(self, event: Event) -> int:
        match = re.compile(_PROPERTIES).match(self._text, event.start, event.end)
        return match.end() if match else event.start

    def _skip(self, event: Event) -> int:
        """Pass over a node whose first event is given; the offset where it ends."""
        start, end = event.start, event.end
        depth = 0
        while True:
            if event.kind == END:
                depth -= 1
            elif event.kind not in (SCALAR, ALIAS):
                depth += 1
            if event.kind != END or event.end > event.start:
                end = event.end
            if depth == 0:
                return self._trimmed(start, end)
            if depth > MAX_SKIPPED_DEPTH:
                raise Abandoned(_fatal("input.too-deep", start, MAX_DEPTH))
            self._count(event.start)
            event = next(self.events)

    def _trimmed(self, start: int, end: int) -> int:
        """The end without the white space before it, looked for in small pieces: the text may be large."""
        while end > start:
            piece = self._text[max(start, end - 1000) : end]
            kept = piece.rstrip(" \t\r\n")
            end -= len(piece) - len(kept)
            if kept:
                break
        return end

    def _plain(self, event: Event) -> Scalar | Broken:
        _, start, end, text, *_ = event
        value = core_value(text)
        if isinstance(value, Refused):
            return self._broken(value.value, start, end, number=shown(text))
        if isinstance(value, str):
            self._look_at_quotes(text, start, end)
            if ("：" in text or ":" in text) and " " in text:
                self._note_all(bad_colons(self._text, start, end))
            if " -" in text:
                self._note_all(bad_dashes(self._text, start, end))
        return Scalar(value, start, end, plain=True)

    def _quoted(self, event: Event) -> Scalar:
        _, start, end, value, style, *_ = event
        if style == '"' and self._text.find("\\", start, end) >= 0:
            for code, facts in screen_value(value):
                self._note(code, start, end, **facts)
            value = readable(value)
        return Scalar(value, start, end, plain=False)

    def _block(self, event: Event) -> Scalar | Broken:
        _, start, end, value, *_ = event
        end = self._trimmed(start, end)
        # `数量: >3` is a comparison to its writer, and an empty text indented by three to YAML.
        if not value and any(char.isdigit() for char in self._text[start + 1 : min(start + 3, end)]):
            return self._broken("input.yaml-block-header", start, end, text=shown(self._text[start:end]))
        return Scalar(value, start, end, plain=False)

    def _look_at_quotes(self, text: str, start: int, end: int) -> None:
        if text[:1] in CLOSING and is_wrapped(text):
            self._note("input.full-width-quotes", start, end, text=shown(text))

    def _look_for_comma(self, item: Node) -> None:
        """In brackets, `甲，乙` is one item to YAML and two to its writer."""
        if isinstance(item, Scalar) and item.plain and isinstance(item.value, str):
            place = first_comma(self._text, item.start, item.end)
            if place is not None:
                self._note("input.full-width-comma", place, place + 1, char=self._text[place])

    def _sequence(self, opening: Event, depth: int) -> Sequence:
        items: list[Node] = []
        end = opening.end
        while (event := next(self.events)).kind != END:
            item = self._node(event, depth + 1)
            items.append(item)
            end = item.end
            if opening.flow:
                self._look_for_comma(item)
        return Sequence(tuple(items), opening.start, _closed(event, end))

    def _mapping(self, opening: Event, depth: int) -> Mapping:
        entries: list[Entry] = []
        end = opening.end
        while (event := next(self.events)).kind != END:
            key = self._key(event)
            value = self._value(key, depth)
            end = value.end
            if key is not None:
                entries.append(Entry(key, self._flow_value(key, value) if opening.flow else value))
        kept, problems = unique(entries, self._source)
        self._note_all(problems)
        return Mapping(kept, opening.start, _closed(event, end))

    def _value(self, key: Scalar | None, depth: int) -> Node:
        event = next(self.events)
        if key is not None and key.value == _MERGE_KEY and key.plain:
            end = self._skip(event)
            self._note("input.merge-key", key.start, key.end)
            return Broken("input.merge-key", event.start, end)
        return self._node(event, depth + 1)

    def _flow_value(self, key: Scalar, value: Node) -> Node:
        """`{名称：湖北}` is a key without a value to YAML."""
        if key.plain and value == (None, key.end, key.end, True):
            colon = bad_colon(self._text, key.start, key.end, fatal=False)
            if colon:
                self._note_all([colon.problem])
                return Broken(colon.problem.code, key.start, key.end)
        self._look_for_comma(value)
        return value

    def _key(self, event: Event) -> Scalar | None:
        """A key with its text as written; None, and a problem, for one that is not a text at all."""
        self._count(event.start)
        if self._text[event.start - 1 : event.start] == "?":
            # Within brackets the parser takes it for a sign of its own and drops it, where YAML 1.2 has it in the text.
            self._note_all([InputProblem("input.question-mark", {}, event.start - 1, event.end, fatal=True)])
        if event.kind == ALIAS:
            self._note("input.alias", event.start, event.end, name=shown(event.anchor or ""))
            return None
        if event.anchor is not None or event.tag is not None:
            self._note_anchor(event)
            if event.tag is not None:
                self._note("input.tag", event.start, event.end, tag=_tag(event.tag))
            event = event._replace(start=self._content_start(event))
        if event.kind != SCALAR:
            self._note("input.collection-key", event.start, self._skip(event))
            return None
        if event.style:
            return self._quoted(event)
        self._look_at_key(event)
        return Scalar(event.value, event.start, event.end, plain=True)

    def _look_at_key(self, event: Event) -> None:
        _, start, end, text, *_ = event
        if not isinstance(core_value(text), str):
            self._note("input.non-text-key", start, end, key=shown(text))
        if text.strip(WIDE_SPACES) != text:
            edges = [char for char in (text[0], text[-1]) if char in WIDE_SPACES]
            self._note("input.wide-space", start, end, characters=named("".join(edges)))
        dash = bad_dash(self._text, start, end, fatal=False) if text[:1] == "-" else None
        if dash:
            self._note_all([dash])
        self._look_at_quotes(text, start, end)


def _tag(tag: str) -> str:
    """A tag as people write it: `!!str`, where the parser tells the name that `!!` stands for."""
    return shown(tag.replace("tag:yaml.org,2002:", "!!", 1))


def _closed(closing: Event, last: int) -> int:
    """Where a collection ends; the last event of one without brackets stands at whatever is written next."""
    return closing.end if closing.end > closing.start else last


def _fatal(code: str, place: int, limit: int) -> InputProblem:
    return InputProblem(code, {"limit": str(limit)}, place, place + 1, fatal=True)
