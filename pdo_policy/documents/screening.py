"""Text becomes text that both readers can take, and the characters in it that nobody can see become problems."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.documents.limits import MAX_SCREENED
from pdo_policy.documents.node import InputProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Unicode categories Cc (without tab and line ends), Cf, Cs, Zl, Zp; letters that show nothing (Hangul fillers and the
# like); the replacement character, which stands where a character was lost; two noncharacters that libyaml refuses.
# Variation selectors are not here: they choose between forms of rare characters in personal names.
_CLASSES = {
    "input.surrogate": "\ud800-\udfff",
    "input.damaged-character": "\ufffd",
    "input.bidi-character": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "input.control-character": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff",
    "input.hidden-character": "\xad\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f",
}
_SUSPECT = re.compile(f"[{''.join(_CLASSES.values())}]")
# Those of them that Python calls printable: of other categories of Unicode than the rest.
_SUSPECT_PRINTABLE = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\ufffd"
# What a YAML 1.1 scanner refuses, or takes for a line end where YAML 1.2 and every editor do not.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NOT_PRINTABLE = re.compile(f"[\t\n\r{_CLASSES['input.bidi-character']}]|{_UNREADABLE.pattern}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHOWN_KINDS = 5
_SHOWN_LENGTH = 40


class Screened(NamedTuple):
    """A text of the same length in which the unreadable characters are U+FFFD, and what was found in the original."""

    text: str
    problems: list[InputProblem]


def screen(text: str) -> Screened:
    """Find control, invisible, bidirectional, damaged and surrogate characters; take out what readers trip over."""
    if is_clear(text) or not _SUSPECT.search(text):
        return Screened(text, [])
    found = islice(_runs(text), MAX_SCREENED)
    problems = [InputProblem(code, facts, start, end, fatal=False) for code, facts, start, end in found]
    readable = _UNREADABLE.sub("\ufffd", text)
    if readable[0] == "\ufeff":
        # libyaml drops a byte order mark and does not count it; a line end keeps every offset right.
        readable = "\n" + readable[1:]
    return Screened(readable, problems)


def is_clear(text: str) -> bool:
    """Whether a text surely holds nothing but what can be seen, line ends, and spaces of either width.

    White space of other kinds, and characters that Python does not know yet, leave a doubt.
    """
    seen = text.replace("\n", "")
    for char in "\r\u3000":
        if char in seen:
            seen = seen.replace(char, "")
    return seen.isprintable() and not any(char in seen for char in _SUSPECT_PRINTABLE)


def suspect_at(text: str, place: int) -> tuple[str, dict[str, str], int] | None:
    """Code, facts and end of the stretch of suspect characters that begins at a place, if one does."""
    if not _SUSPECT.match(text, place):
        return None
    code, facts, _, end = next(_runs(text, place))
    return code, facts, end


def screen_value(value: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Code and facts of what cannot be seen in a value that was written with escapes."""
    for code, facts, _, _ in _runs(value):
        yield code, facts


def readable(value: str) -> str:
    """The value with U+FFFD for what a reader would have refused to take unescaped."""
    return _UNREADABLE.sub("\ufffd", value)


def printable(name: str) -> str:
    """A name on one line, with U+FFFD for every control character and what turns the writing direction."""
    return _NOT_PRINTABLE.sub("\ufffd", name)


def has_surrogate(value: str) -> bool:
    """Whether half of a UTF-16 pair stands alone in it."""
    return _SURROGATE.search(value) is not None


def shown(text: str, limit: int = _SHOWN_LENGTH) -> str:
    """A quotation short enough for a message: on one line, cut at `limit` code points, nothing invisible."""
    flat = " ".join(text[: 4 * limit].split())
    flat = _SUSPECT.sub("\ufffd", flat)
    return flat if len(flat) <= limit and len(text) <= 4 * limit else flat[: limit - 1] + "…"


def named(characters: str) -> str:
    """`U+200B U+202E` for the different characters of a text, the first few of them."""
    distinct = list(dict.fromkeys(characters))
    names = " ".join(f"U+{ord(char):04X}" for char in distinct[:_SHOWN_KINDS])
    return names if len(distinct) <= _SHOWN_KINDS else names + " …"


def _runs(text: str, end: int = 0) -> Iterator[tuple[str, dict[str, str], int, int]]:
    """Code, facts, start and end of each stretch of suspect characters of one kind, from a place on."""
    while suspect := _SUSPECT.search(text, end):
        start = suspect.start()
        code, end = next((code, found) for code in _CLASSES if (found := _run_end(code, text, start)) > start)
        yield code, {"characters": named(text[start : min(end, start + 1000)]), "count": str(end - start)}, start, end


def _run_end(code: str, text: str, start: int) -> int:
    # Compiled only for texts that have such characters; the re module keeps what it compiled.
    match = re.compile(f"[{_CLASSES[code]}]*").match(text, start)
    return match.end() if match else start
