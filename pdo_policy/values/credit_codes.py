"""A written unified social credit code becomes its eighteen characters, if they can be one."""

from __future__ import annotations

from pdo_policy.values.misread import Flaw

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of a code, in the order of their values: no I, O, S, V, Z."""

LENGTH = 18


def read_credit_code(text: str) -> str | Flaw:
    """The code in capitals, without the spaces between its groups.

    Source: GB 32100-2015, 4.

    Returns:
        The code; or a flaw: `length` (with `length`), `character` (with `character` and `position`, counted from 1),
        `check` (with `found` and `expected`, the check character that fits the rest).
    """
    code = text.replace(" ", "").upper()
    if len(code) != LENGTH:
        return Flaw("length", {"length": str(len(code))})
    for position, character in enumerate(code, start=1):
        if character not in ALPHABET:
            return Flaw("character", {"character": character, "position": str(position)})
    expected = check_character(code[:-1])
    if code[-1] != expected:
        return Flaw("check", {"found": code[-1], "expected": expected})
    return code


def check_character(body: str) -> str:
    """The eighteenth character of the code that begins with these seventeen.

    Source: GB 32100-2015, 4: weights 3**(i-1) modulo 31, complement to 31.
    """
    total = sum(ALPHABET.index(character) * pow(3, index, 31) for index, character in enumerate(body))
    return ALPHABET[-total % 31]
