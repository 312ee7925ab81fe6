"""Runs of JSON in which nothing is odd become nodes: members and items that are texts or literals.

`from_json` reads character by character, to tell of every slip; where there is none, a run is read by the member. What
a run ends at, whatever it is, is read there.
"""

from __future__ import annotations

import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs leave the scanner out
from typing import TYPE_CHECKING

from pdo_policy.documents.node import Entry, Node, Scalar
from pdo_policy.documents.scalars import number
from pdo_policy.documents.screening import is_clear

if TYPE_CHECKING:
    from decimal import Decimal

CONSTANTS = {"true": True, "false": False, "null": None}

_BLANK = r"[ \t\r\n]*+"
_SEEN = r'[^"\\\x00-\x1f]*+'
_TEXT = rf'"({_SEEN}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_SEEN})*+)"'
# A number too short to be refused; what stands behind it must leave no doubt that it is one.
_LITERAL = rf"(true|false|null|-?(?:0|[1-9][0-9]{{0,17}})(?:\.[0-9]{{1,17}})?)(?={_BLANK}[,\]}}])"
_VALUE = rf"(?:{_TEXT}|{_LITERAL}|(?=[{{\[]))"
_MEMBER = rf"{_BLANK}{_TEXT}{_BLANK}:{_BLANK}{_VALUE}"
_FIRST_MEMBER, _NEXT_MEMBER = (re.compile(before + _MEMBER).match for before in ("", rf"{_BLANK},"))
_FIRST_ITEM, _NEXT_ITEM = (re.compile(before + _BLANK + _VALUE).match for before in ("", rf"{_BLANK},"))
_BELOW = Scalar(None, 0, 0, plain=True)
"""Stands for a list or an object that begins at the end of a match."""

_new = tuple.__new__


def pass_members(text: str, at: int, entries: list[Entry], most: int) -> tuple[int, Scalar | None]:
    """Add the members of an object that follow to its entries, at most so many.

    Args:
        text: the text.
        at: behind the bracket that opens the object, or behind a member of it.
        entries: those before.
        most: how many there may be.

    Returns:
        Where the run ends; and the key, where that is at a list or an object that is its value.
    """
    match = (_NEXT_MEMBER if entries else _FIRST_MEMBER)(text, at)
    while match and most > 0:
        most -= 1
        start, end = match.span(1)
        name: str | None = match[1]
        if "\\" in match[1]:
            name = _said(match[1])
        value = _value(match, 2)
        if name is None or value is None:
            break
        at = match.end()
        key = _new(Scalar, (name, start - 1, end + 1, False))
        if value is _BELOW:
            return at, key
        entries.append(_new(Entry, (key, value)))
        match = _NEXT_MEMBER(text, at)
    return at, None


def pass_items(text: str, at: int, items: list[Node], most: int) -> tuple[int, bool]:
    """Add the items of a list that follow to those before, at most so many.

    Returns:
        Where the run ends, and whether that is at a list or an object that is the next item.
    """
    match = (_NEXT_ITEM if items else _FIRST_ITEM)(text, at)
    while match and most > 0:
        most -= 1
        value = _value(match, 1)
        if value is None:
            break
        at = match.end()
        if value is _BELOW:
            return at, True
        items.append(value)
        match = _NEXT_ITEM(text, at)
    return at, False


def _value(match: re.Match[str], group: int) -> Scalar | None:
    """What stands behind a comma or colon; None where `from_json` might have something to tell of it."""
    text, word = match.group(group, group + 1)
    if text is not None:
        said = _said(text) if "\\" in text else text
        return None if said is None else _new(Scalar, (said, match.start(group) - 1, match.end(), False))
    if word is None:
        return _BELOW
    value: bool | int | Decimal | None = CONSTANTS[word] if word in CONSTANTS else number(word)  # type: ignore[assignment]
    return _new(Scalar, (value, match.start(group + 1), match.end(), True))


def _said(written: str) -> str | None:
    """What a text with escapes says; None where one may stand for what nobody sees."""
    said: str = scanstring(written + '"', 0)[0]
    return said if is_clear(said) else None
