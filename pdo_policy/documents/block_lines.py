"""Lines of YAML in the block style become their parts, and values that end on their line become nodes."""

from __future__ import annotations

import re
from typing import NamedTuple

from pdo_policy.documents.node import Mapping, Node, Scalar, Sequence
from pdo_policy.documents.quotes import CLOSING, is_wrapped
from pdo_policy.documents.scalars import TELLING_STARTS, WORDS, Refused, core_value

MOST_LINES = 15_000
MOST_COMMAS = 20_000
"""A line gives at most five values, lists, records and keys, and a comma one: less than the most that are read."""

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
_ITEM = rf"-?\w(?:[\w.%/()（）-]| (?=[\w(（]))*+|{_DOUBLE}|{_SINGLE}"
_ITEMS = rf"\[ *+(?:(?:{_ITEM}) *+(?:, *+(?:{_ITEM}) *+)*+)?+\]"
_VALUE = rf"{_PLAIN}|{_DOUBLE}|{_SINGLE}|{_ITEMS}|\{{\}}"

LINES = re.compile(rf"({_LEAD})(?:({_KEY})(: ++|:(?=[\r\n]|\Z)))?+({_VALUE})?+|[^\n]++").findall
"""The parts of a text that begins with a line end: of each line what leads to it, key, colon, value.

What leads to a line is all between the value before it and its own first letter: line ends, comments, white space and a
dash. The parts leave out what is not of this style, up to the end of its line.
"""

AFTER_START = re.compile(r"(?: *+(?:#[^\r\n]*+)?\r?\n)*+--- *+(?:(?<= )#[^\r\n]*+)?(?=\r?\n)").match
"""The beginning of a text up to the end of the line that says that a document begins."""

SPECIAL_STARTS = TELLING_STARTS | {'"', "'", "[", "{"} | CLOSING.keys()
"""First characters of values that may be more than the text as it stands."""

NOT_TEXTS = frozenset(WORDS) - {""}
"""Keys of which the full reader says that they are no texts."""

_EACH_ITEM = re.compile(_ITEM).finditer
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


def valued(value: str, start: int, end: int) -> Node | None:
    """The node of a value whose first character is special; None where the full reader might have something to tell."""
    head = value[0]
    if head in "\"'":
        return _new(Scalar, (value[1:-1], start, end, False))
    if head == "[":
        return _list(value, start, end)
    if head == "{":
        return Mapping((), start, end)
    return None if head in CLOSING and is_wrapped(value) else _plain(value, start, end)


def _plain(text: str, start: int, end: int) -> Scalar | None:
    value = core_value(text)
    return None if isinstance(value, Refused) else _new(Scalar, (value, start, end, True))


def _list(text: str, start: int, end: int) -> Sequence | None:
    items: list[Node] = []
    for match in _EACH_ITEM(text, 1):
        word = match.group()
        quoted = word[0] in "\"'"
        place, behind = start + match.start(), start + match.end()
        item = Scalar(word[1:-1], place, behind, plain=False) if quoted else _plain(word, place, behind)
        if item is None:
            return None
        items.append(item)
    return Sequence(tuple(items), start, end)
