"""JSON text becomes one document, character by character, with the place of every value."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # the stubs leave the scanner out
from typing import TYPE_CHECKING

from pdo_policy.documents import json_faults as faults
from pdo_policy.documents.duplicates import unique
from pdo_policy.documents.json_runs import CONSTANTS, pass_items, pass_members
from pdo_policy.documents.limits import MAX_DEPTH, MAX_NODES, MAX_NOTED
from pdo_policy.documents.lines import line_around
from pdo_policy.documents.node import Broken, Document, Entry, InputProblem, Mapping, Node, Scalar, Sequence
from pdo_policy.documents.pieces import Abandoned, Piece, assembled
from pdo_policy.documents.scalars import Refused, number
from pdo_policy.documents.screening import has_surrogate, named, readable, screen, screen_value, shown, suspect_at
from pdo_policy.frozen import replace

if TYPE_CHECKING:
    from pdo_policy.source import Source

_BLANK = re.compile(r"[ \t\r\n]*")
# What follows tells whether it is one: `30%`, `12:30`, `3 年` and `2024-01-01` are texts without their quotes.
_LITERAL = re.compile(
    r"(true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
    r"(?![-+.\w%％‰:：]|/(?![/*])|[ \t]+(?:[^\W\d]|[%％‰]))"
)


def read_json(source: Source) -> tuple[Document, ...]:
    """The one document of a JSON text; its root is None where a problem is fatal.

    Strict (RFC 8259); slips that leave no doubt about what was meant are told, and reading goes on to tell the next.
    Nothing is raised for any text.
    """
    text, found = screen(source.text)
    found = [replace(problem, fatal=_is_refused(source.text, problem)) for problem in found]
    tree = _Tree(source, text)
    if not text.strip(" \t\r\n"):
        return assembled(source, "json", [], found)
    root: Node | None = None
    try:
        root = tree.document()
    except Abandoned as stop:
        tree.problems.append(stop.problem)
    return assembled(source, "json", [Piece(0, root, tree.problems)], found)


def _is_refused(text: str, problem: InputProblem) -> bool:
    return problem.code == "input.control-character" and min(text[problem.start : problem.end]) < " "


class _Tree:
    """A place in a text, moving forward, and what was found on the way."""

    __slots__ = ("_at", "_left", "_source", "_text", "problems")

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._text = text
        self._at = 0
        self._left = MAX_NODES
        self.problems: list[InputProblem] = []

    def document(self) -> Node:
        self._blanks()
        root = self._value(1)
        if self._blanks():
            start, end = self._at, line_around(self._text, self._at)[1]
            self._note("input.json-extra-content", start, end, fatal=True, text=shown(self._text[start:end]))
        return root

    def _count(self, place: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise faults.abandoned("input.too-many-values", place, place + 1, limit=str(MAX_NODES))

    def _note(self, code: str, start: int, end: int, *, fatal: bool, **facts: str) -> None:
        if len(self.problems) >= MAX_NOTED:
            raise faults.abandoned("input.too-many-problems", start, start + 1, limit=str(MAX_NOTED))
        self.problems.append(InputProblem(code, facts, start, end, fatal))

    def _blanks(self) -> str:
        """Pass over white space; the character that comes next, empty at the end of the text."""
        text = self._text
        while True:
            match = _BLANK.match(text, self._at)
            assert match is not None, "white space may be empty"
            self._at = match.end()
            char = text[self._at : self._at + 1]
            if not char or (char < "\x7f" and char not in "/#"):
                return char
            if char in "/#":
                self._comment()
            elif char.isspace():
                self._note("input.wide-space", self._at, self._at + 1, fatal=True, characters=named(char))
                self._at += 1
            elif not self._suspect():
                return char

    def _suspect(self) -> bool:
        """Pass over characters that nobody can see, which are told already, but not as what ends all reading."""
        found = suspect_at(self._source.text, self._at)
        if found is not None:
            code, facts, end = found
            self._note(code, self._at, end, fatal=True, **facts)
            self._at = end
        return found is not None

    def _comment(self) -> None:
        match = re.compile(faults.COMMENT).match(self._text, self._at)
        if match is None:
            raise faults.unexpected(self._text, self._at)
        self._note("input.json-comment", match.start(), match.end(), fatal=True, text=shown(match.group()[:200]))
        self._at = match.end()

    def _value(self, depth: int) -> Node:
        """The value that begins here; white space before it is already passed."""
        start = self._at
        self._count(start)
        char = self._text[start : start + 1]
        if char == '"':
            return self._string(key=False)
        if char in "{[" and char:
            if depth > MAX_DEPTH:
                return self._too_deep()
            return self._object(depth) if char == "{" else self._array(depth)
        match = _LITERAL.match(self._text, start)
        if match:
            return self._literal(match)
        if char in ",]}" and char and depth > 1:
            self._note("input.json-missing-value", start, start + 1, fatal=True, char=char)
            return Broken("input.json-missing-value", start, start)
        return self._quoted_otherwise(char) if char in faults.QUOTES else self._unquoted()

    def _too_deep(self) -> Broken:
        start = self._at
        depth = 0
        while True:
            match = re.compile(faults.BRACKET_OR_QUOTE).search(self._text, self._at)
            if match is None:
                self._at = len(self._text)
                raise faults.abandoned("input.too-deep", start, start + 1, limit=str(MAX_DEPTH))
            self._at = match.end()
            if match.group() == '"':
                self._at = match.start()
                self._scanned()
            else:
                depth += 1 if match.group() in "{[" else -1
            if depth == 0:
                self._note("input.too-deep", start, self._at, fatal=False, limit=str(MAX_DEPTH))
                return Broken("input.too-deep", start, self._at)

    def _literal(self, match: re.Match[str]) -> Node:
        start, end = match.span()
        self._at = end
        word = match.group()
        if word in CONSTANTS:
            return Scalar(CONSTANTS[word], start, end, plain=True)
        value = number(word)
        if isinstance(value, Refused):
            self._note(value.value, start, end, fatal=False, number=shown(word))
            return Broken(value.value, start, end)
        return Scalar(value, start, end, plain=True)

    def _unquoted(self) -> Broken:
        word = self._word(faults.UNQUOTED)
        start, end = self._at - len(word), self._at
        code = faults.word_fault(word)
        self._note(code, start, end, fatal=True, word=shown(word))
        return Broken(code, start, end)

    def _word(self, pattern: str) -> str:
        """Pass over a text without quotes, up to where it must end."""
        match = re.compile(pattern).match(self._text, self._at)
        if match is None:
            raise faults.unexpected(self._text, self._at)
        word = match.group().rstrip(" \t，、")
        self._at += len(word)
        return word

    def _scanned(self) -> str:
        start = self._at
        try:
            value: str
            value, self._at = scanstring(self._text, start + 1, True)
        except JSONDecodeError as error:
            raise faults.string_fault(self._text, start, error.pos, error.msg) from error
        return value

    def _string(self, *, key: bool) -> Node:
        start = self._at
        value = self._scanned()
        end = self._at
        if self._text.find("\\", start, end) < 0:
            return Scalar(value, start, end, plain=False)
        for code, facts in screen_value(value):
            self._note(code, start, end, fatal=False, **facts)
        if has_surrogate(value) and not key:
            return Broken("input.surrogate", start, end)
        return Scalar(readable(value), start, end, plain=False)

    def _quoted_otherwise(self, char: str) -> Node:
        """A string in quotes that JSON does not know, read to its end, or the end of reading."""
        start = self._at
        match = re.compile(f"{char}[^{faults.QUOTES[char]}\r\n]*[{faults.QUOTES[char]}]").match(self._text, start)
        code = "input.json-single-quotes" if char == "'" else "input.full-width-quotes"
        if match is None:
            raise faults.abandoned("input.json-open-string", start, start + 1)
        self._at = match.end()
        self._note(code, start, self._at, fatal=True, text=shown(match.group()[:200]))
        return Scalar(match.group()[1:-1], start, self._at, plain=False)

    def _array(self, depth: int) -> Sequence:
        start = self._at
        items: list[Node] = []
        self._at += 1
        while True:
            known = len(items)
            self._at, opens = pass_items(self._text, self._at, items, self._left)
            self._left -= len(items) - known
            if not opens and self._closes("]", start, first=not items):
                break
            items.append(self._value(depth + 1))
        return Sequence(tuple(items), start, self._at)

    def _object(self, depth: int) -> Mapping:
        start = self._at
        entries: list[Entry] = []
        self._at += 1
        while True:
            known = len(entries)
            self._at, key = pass_members(self._text, self._at, entries, self._left // 2)
            self._left -= 2 * (len(entries) - known) + (key is not None)
            if key is None:
                if self._closes("}", start, first=not entries):
                    break
                key = self._key()
                self._colon(key)
            entries.append(Entry(key, self._value(depth + 1)))
        kept, problems = unique(entries, self._source)
        self.problems += problems
        return Mapping(kept, start, self._at)

    def _closes(self, bracket: str, start: int, *, first: bool) -> bool:
        """Pass over the comma before the next item, or over the bracket that closes; whether it was the bracket."""
        before = self._at
        char = self._blanks()
        comma = -1
        if not first and char in faults.COMMAS and char:
            comma = self._at
            if char != ",":
                self._note("input.full-width-comma", comma, comma + 1, fatal=True, char=char)
            self._at += 1
            char = self._blanks()
        if char == bracket:
            if comma >= 0:
                self._note("input.json-trailing-comma", comma, comma + 1, fatal=True)
            self._at += 1
            return True
        if char in "]}":
            # Where the text ends, the bracket is shown that was left open; else what stands in the place of the other.
            place = self._at if char else start
            facts = {"char": self._text[start], "opening_line": str(self._source.position(start).line)}
            raise faults.abandoned("input.json-open-bracket", place, place + 1, closing=bracket, **facts)
        if char == "," or char in faults.BRACKETS:
            raise faults.unexpected(self._text, self._at)
        if not first and comma < 0:
            faults.fail_unless_comma_is_missing(self._text, before, self._at)
            self._note("input.json-missing-comma", before - 1, before, fatal=True)
        return False

    def _key(self) -> Scalar:
        start = self._at
        self._count(start)
        char = self._text[start]
        if char == '"':
            node = self._string(key=True)
        elif char in faults.QUOTES:
            node = self._quoted_otherwise(char)
        else:
            word = self._word(faults.UNQUOTED_KEY)
            self._note("input.json-unquoted-key", start, self._at, fatal=True, word=shown(word))
            node = Scalar(word, start, self._at, plain=True)
        assert isinstance(node, Scalar), "only a value can be broken"
        return node

    def _colon(self, key: Scalar) -> None:
        char = self._blanks()
        if char == "：":
            suggestion = faults.with_colon(self._text, self._text[key.start : key.end], self._at)
            self._note("input.full-width-colon", self._at, self._at + 1, fatal=True, suggestion=suggestion)
        elif not char:
            raise faults.unexpected(self._text, self._at)
        elif char != ":":
            raise faults.abandoned("input.json-missing-colon", self._at, self._at + 1, found=shown(char))
        self._at += 1
        self._blanks()
