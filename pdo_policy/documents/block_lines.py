"""Lines of YAML in the block style become their parts, and values that end on their line become nodes."""

from __future__ import annotations

import re
from typing import NamedTuple

from pdo_policy.documents.node import Entry, Mapping, Node, Scalar, Sequence
from pdo_policy.documents.quotes import CLOSING, is_wrapped
from pdo_policy.documents.scalars import TELLING_STARTS, WORDS, Refused, core_value

MOST_LINES = 12_000
MOST_COMMAS = 12_000
"""A line gives at most six values, lists, records and keys, and a comma two: less than the most that are read."""

# A comment begins its line or stands behind a space; the dash of an item has a space behind it.
_BETWEEN = r"(?: *+(?:(?<![^ \n])#[^\r\n]*+)?+\r?\n)++ *+(?:- ++)?+"
_LEAD = rf"\n *+(?:- ++)?+(?![ #\r\n])|{_BETWEEN}"
# Of a key, the first character is a letter: a digit or a sign may begin a number.
_KEY = r"[^\W\d][^ :#,?\[\]{}\"'&*!|>%@`\\\r\n]{0,99}+"
_DOUBLE, _SINGLE = r'"[^"\\\r\n]*+"', r"'[^'\r\n]*+'"
# Up to a comment, or a colon that separates. The first way is a short one for what has neither colons nor such signs.
_FIRST = r"[^ \-?:,\[\]{}#&*!|>'\"%@`\r\n]"
_REST = r"(?:[^:# \r\n]++| ++(?=[^ #\r\n])|:(?=[^ \r\n])|#)*+"
_PLAIN = rf"{_FIRST}[^:#\r\n]*+(?<! )(?=[\r\n])|(?:{_FIRST}|-(?=[0-9])){_REST}"
# Within brackets: no full-width comma, which may have been meant as one, and no list or record in another.
_ITEM = rf"-?\w(?:[\w.%/()（）《》〔〕“”·。-]| (?=[\w(（《]))*+|{_DOUBLE}|{_SINGLE}"
_NAME = r"[^\W\d][\w/()（）.-]*+"
_ITEMS, _PAIRS = (rf"(?:(?:{part}) *+(?:, *+(?:{part}) *+)*+)?+" for part in (_ITEM, rf"{_NAME}: ++(?:{_ITEM})"))
_VALUE = rf"{_PLAIN}|{_DOUBLE}|{_SINGLE}|\[ *+{_ITEMS}\]|\{{ *+{_PAIRS}\}}"

LINES = re.compile(rf"({_LEAD})(?:({_KEY})(: ++|:(?=[\r\n]|\Z)))?+({_VALUE})?+|[^\n]++").findall
"""The parts of a text that begins with a line end: of each line what leads to it, key, colon, value.

What leads to a line is all between the value before it and its own first letter: line ends, comments, white space and a
dash. The parts leave out what is not of this style, up to the end of its line.
"""

AFTER_START = re.compile(r"(?: *+(?:#[^\r\n]*+)?\r?\n)*+--- *+(?:(?<= )#[^\r\n]*+)?(?=\r?\n)").match
"""The beginning of a text up to the end of the line that says that a document begins."""

_QUOTES = frozenset("\"'")
SPECIAL_STARTS = TELLING_STARTS | _QUOTES | {"[", "{"} | CLOSING.keys()
"""First characters of values that may be more than the text as it stands."""

NOT_TEXTS = frozenset(WORDS) - {""}
"""Keys of which the full reader says that they are no texts."""

_EACH_ITEM = re.compile(_ITEM).finditer
_EACH_PAIR = re.compile(rf"({_NAME}): ++({_ITEM})").finditer
_new = tuple.__new__


class Lead(NamedTuple):
    """What leads to a line.

    Attributes:
        column: of its key or dash.
        inner: the column of what comes behind the dash.
        dashed: whether a dash is there.
        usual: how it is written if nothing else stands between it and the line before.
        usual_inner: the same of the next line of a record that begins behind the dash.
    """

    column: int
    inner: int
    dashed: bool
    usual: str
    usual_inner: str


def lead(written: str, line_end: str) -> Lead:
    """What leads to a line, from how it is written."""
    margin = written[written.rfind("\n") + 1 :]
    indent, dash, _ = margin.partition("-")
    return Lead(len(indent), len(margin), dash != "", line_end + margin, line_end + " " * len(margin))


def valued(text: str, plain: Scalar) -> Node | None:
    """The node of a value whose first character is special; None where there is any doubt.

    Args:
        text: as written.
        plain: what its node would be if the text were all.
    """
    _, start, end, _ = plain
    head = text[0]
    if head in _QUOTES:
        return _new(Scalar, (text[1:-1], start, end, False))
    if head == "[":
        return _list(text, start, end)
    if head == "{":
        return _record(text, start, end)
    return None if head in CLOSING and is_wrapped(text) else _meant(text, plain)


def _meant(text: str, plain: Scalar) -> Scalar | None:
    value = core_value(text)
    if value is text:
        return plain
    return None if isinstance(value, Refused) else _new(Scalar, (value, plain[1], plain[2], True))


def _list(text: str, start: int, end: int) -> Sequence | None:
    items = [_scalar(match[0], start + match.start()) for match in _EACH_ITEM(text, 1)]
    known = tuple(item for item in items if item is not None)
    return Sequence(known, start, end) if len(known) == len(items) else None


def _scalar(text: str, start: int) -> Scalar | None:
    """The node of a value within brackets, from how it is written."""
    end = start + len(text)
    if text[0] in _QUOTES:
        return Scalar(text[1:-1], start, end, plain=False)
    return _meant(text, Scalar(text, start, end, plain=True))


def _record(text: str, start: int, end: int) -> Mapping | None:
    entries: list[Entry] = []
    for match in _EACH_PAIR(text, 1):
        name, value = match[1], _scalar(match[2], start + match.start(2))
        if value is None or name in NOT_TEXTS:
            return None
        entries.append(Entry(Scalar(name, start + match.start(1), start + match.end(1), plain=True), value))
    is_each_once = len({entry.key.value for entry in entries}) == len(entries)
    return Mapping(tuple(entries), start, end) if is_each_once else None
