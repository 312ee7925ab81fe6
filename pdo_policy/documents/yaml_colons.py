"""Lines that look like `key: value` but are not, because the colon is full-width or has no space behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from pdo_policy.documents.lines import line_start, lines_between
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.screening import named, shown

WIDE_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Compiled only for texts that need it; the re module keeps what it compiled.
_KEY_LIKE = rf"""(?x)[ \t{WIDE_SPACES}]*+(?:-[ \t]++)*+
    (?!\d+:)                                        # 12:30 is a time
    (?P<key>["'“‘]?[^\s:：，。；、！？,;\[\]{{}}"'“”‘’]{{1,30}}["'”’]?)
    [ \t]*+
    (?P<colon>：|:(?=[{WIDE_SPACES}])|:(?=[^\s/\\]))   # https:// is an address, C:\ a folder
    [{WIDE_SPACES}]*+"""


class Colon(NamedTuple):
    """A colon that does not separate: its problem and place, where the line's key begins, and where the line ends."""

    problem: InputProblem
    place: int
    key_start: int
    line_end: int


def first_comma(text: str, start: int, end: int) -> int | None:
    """Where a stretch has its first full-width comma or enumeration comma."""
    places = [place for place in (text.find(char, start, end) for char in "，、") if place >= 0]
    return min(places, default=None)


def bad_colon(text: str, first: int, end: int, *, fatal: bool) -> Colon | None:
    """What is wrong with the colon of a line, if it has a key-like beginning.

    The facts hold `suggestion`, the line as it should be written, or `characters`, the spaces behind the colon.
    """
    match = re.compile(_KEY_LIKE).match(text, first, end)
    if match is None:
        return None
    place, behind = match.start("colon"), match.end()
    facts = {"suggestion": shown(f"{match['key']}: {text[behind : min(end, behind + 200)]}".rstrip())}
    code = "input.full-width-colon"
    if text[place] == ":":
        code = "input.missing-space"
        if behind > place + 1:
            code, facts = "input.wide-space", {"characters": named(text[place + 1 : behind])}
    start = place + 1 if code == "input.wide-space" else place
    return Colon(InputProblem(code, facts, start, start + 1, fatal), place, match.start("key"), end)


def bad_colons(text: str, start: int, end: int) -> list[InputProblem]:
    """Problems of a text of several lines in which every line looks like a key with a colon that does not separate.

    Ordinary prose over several lines has lines without, and gives nothing.
    """
    lines = [line for line in lines_between(text, start, end) if text[line[0] : line[1]].strip()]
    if len(lines) < 2 or text[line_start(text, start) : start].strip(" \t-"):  # noqa: PLR2004 - one may well be prose
        return []
    found = [bad_colon(text, *line, fatal=False) for line in lines]
    return [colon.problem for colon in found if colon] if all(found) else []
