"""The text of an unquoted value becomes null, a truth value, an exact number, or stays text."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from pdo_policy.documents.limits import MAX_NUMBER

WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
"""Plain texts that are values of other kinds, beside the numbers."""

_NUMBER_START = frozenset("+-.0123456789")
TELLING_STARTS = _NUMBER_START | {word[0] for word in WORDS if word}
"""First characters of the plain texts that may be more than texts."""

# Leading zeros make a text (`0123` is an identifier, not a quantity), which is narrower than the core schema.
_NUMBER = re.compile(r"[-+]?+(?:(?:0|[1-9][0-9]*+)(?:\.[0-9]*+)?+|\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+")
_NUMBER_END = frozenset(".0123456789")
_LONGEST_WORD = max(map(len, WORDS))


class Refused(Enum):
    """Why a number is not read."""

    TOO_LARGE = "input.number-too-large"


def core_value(text: str) -> bool | int | Decimal | str | Refused | None:
    """What a plain YAML scalar says.

    Source: YAML 1.2.2, 10.3.2 (core schema), without octal, hexadecimal, infinity and not-a-number, which stay text.
    """
    if len(text) <= _LONGEST_WORD and text in WORDS:
        return WORDS[text]
    if text[0] not in _NUMBER_START or text[-1] not in _NUMBER_END:
        return text
    match = _NUMBER.fullmatch(text)
    return number(text) if match else text


def number(lexeme: str) -> int | Decimal | Refused:
    """The value of a decimal number: int where it has neither a point nor an exponent.

    A number of more than 400 characters, or with an exponent beyond 400, would cost unbounded time in arithmetic.
    """
    if len(lexeme) > MAX_NUMBER:
        return Refused.TOO_LARGE
    mantissa, _, exponent = lexeme.lower().partition("e")
    if exponent and abs(int(exponent)) > MAX_NUMBER:
        return Refused.TOO_LARGE
    return Decimal(lexeme) if exponent or "." in mantissa else int(lexeme)
