"""What stands where JSON allows something else becomes a problem in the reader's terms."""

from __future__ import annotations

import re

from pdo_policy.documents.lines import line_around
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.pieces import Abandoned
from pdo_policy.documents.quotes import CLOSING
from pdo_policy.documents.screening import shown

QUOTES = {**CLOSING, "「": "」", "'": "'"}
COMMAS = ",，、"
BRACKETS = "｛｝［］【】（）"

# Compiled only for texts that need them; the re module keeps what it compiled.
COMMENT = r"//[^\r\n]*|#[^\r\n]*|/\*(?:[^*]|\*(?!/))*+\*/"
UNQUOTED_KEY = r"[^\s,\"'\[\]{}:：，、｛｝［］【】（）][^,\"\[\]{}｛｝［］:：\r\n]*"
UNQUOTED = r"[^\s,\"'\[\]{}:：，、｛｝［］【】（）][^,\"\[\]{}｛｝［］\r\n]*"
BRACKET_OR_QUOTE = r'[\[\]{}"]'

_ESCAPE = r"\\(?:u[0-9a-fA-F]{0,3}|.?)"
_REST_OF_LINE = r"[^\r\n]{0,200}"
_NOT_A_NUMBER = frozenset(["NaN", "Infinity", "-Infinity", "+Infinity", "-NaN", "nan", "inf", "-inf"])
_CONSTANTS = frozenset(["true", "false", "null", "none", "yes", "no", "undefined", "nil"])


def abandoned(code: str, start: int, end: int, **facts: str) -> Abandoned:
    """A fatal problem as the exception that ends reading."""
    return Abandoned(InputProblem(code, facts, start, end, fatal=True))


def unexpected(text: str, place: int) -> Abandoned:
    """Something that cannot begin a value, a key or what follows one."""
    char = text[place : place + 1]
    if not char:
        return abandoned("input.json-unfinished", place, place)
    if char in ",]}":
        return abandoned("input.json-missing-value", place, place + 1, char=char)
    if char in BRACKETS:
        return abandoned("input.full-width-bracket", place, place + 1, char=char)
    if char in "，、":
        return abandoned("input.full-width-comma", place, place + 1, char=char)
    if char == "：":
        first, last = line_around(text, place)
        return abandoned(
            "input.full-width-colon", place, place + 1, suggestion=shown(text[first:last].replace("：", ": "))
        )
    return abandoned("input.json-unexpected", place, place + 1, char=shown(char))


def with_colon(text: str, key: str, place: int) -> str:
    """A key and the beginning of what follows the place of its colon, as they should be written."""
    rest = re.compile(_REST_OF_LINE).match(text, place + 1)
    assert rest is not None, "it may be empty"
    return shown(f"{key}: {rest.group().strip()}")


def word_fault(word: str) -> str:
    """The code for an unquoted word that JSON does not know."""
    if word in _NOT_A_NUMBER:
        return "input.json-not-a-number"
    if word.lower() in _CONSTANTS:
        return "input.json-constant"
    if word[0] in "+-." or word[0].isdigit():
        return "input.json-number"
    return "input.json-unquoted-text"


def string_fault(text: str, start: int, place: int, message: str) -> Abandoned:
    """Why a string that begins at `start` cannot be read, from where and why the standard library's scanner gave up."""
    char = text[place : place + 1]
    if message.startswith("Invalid control character"):
        if char in "\r\n":
            return abandoned("input.json-line-break", start, place)
        # Every other control character is taken out of a text before it is read.
        return abandoned("input.json-tab", place, place + 1)
    if message.startswith("Unterminated"):
        return abandoned("input.json-open-string", start, start + 1)
    match = re.compile(_ESCAPE).match(text, text.rfind("\\", start, place + 1))
    assert match is not None, "the scanner stops at a backslash or behind it"
    return abandoned("input.json-escape", match.start(), match.end(), text=shown(match.group()))


def fail_unless_comma_is_missing(text: str, before: int, at: int) -> None:
    """Nothing, where a value or a key begins at a place, some white space behind the value before it.

    Raises:
        Abandoned: it is something else that stands there.
    """
    char = text[at]
    if char not in '"{[-' and char not in QUOTES and not char.isalnum():
        raise unexpected(text, at)
    if before == at:
        raise abandoned("input.json-text-after-value", before, before + 1, text=shown(text[before : before + 200]))
