"""Unified social credit codes: the check character finds every single slip."""

from __future__ import annotations

from random import Random

import pytest

from pdo_policy.values.credit_codes import ALPHABET, LENGTH, check_character
from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value

CODES = 1000
# Weights as the table of GB 32100-2015 prints them, for an oracle that computes in another way than the product.
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def test_the_alphabet_is_that_of_the_standard() -> None:
    letters = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in "IOSVZ"]
    assert "0123456789" + "".join(letters) == ALPHABET


def generated() -> list[str]:
    random = Random(32100)  # noqa: S311 - the same codes in every run
    made = []
    for _ in range(CODES):
        body = "".join(random.choices(ALPHABET, k=LENGTH - 1))
        rest = sum(ALPHABET.index(char) * weight for char, weight in zip(body, WEIGHTS, strict=True)) % 31
        made.append(body + ALPHABET[(31 - rest) % 31])
    return made


def test_every_generated_code_is_read() -> None:
    codes = generated()
    assert [read_value("credit_code", code) for code in codes] == codes


def test_every_slip_of_one_character_is_found() -> None:
    random = Random(18)  # noqa: S311 - the same slips in every run
    for code in generated():
        place = random.randrange(LENGTH)
        slips = [letter for letter in ALPHABET + "IOSVZ" if letter != code[place]]
        for letter in random.sample(slips, 3):
            slip = code[:place] + letter + code[place + 1 :]
            found = read_value("credit_code", slip)
            assert isinstance(found, Misread), slip
            assert found.code == f"schema.credit_code-{'character' if letter in 'IOSVZ' else 'check'}", slip


def test_every_character_in_every_place_of_one_code_matters() -> None:
    code = "91420100MA0000023A"
    for place in range(LENGTH):
        for letter in ALPHABET:
            found = read_value("credit_code", code[:place] + letter + code[place + 1 :])
            assert isinstance(found, Misread) is (letter != code[place])


@pytest.mark.parametrize(
    "text",
    [
        "91420100MA0000023A",
        "91420100ma0000023a",
        "９１４２０１００ＭＡ０００００２３Ａ",
        "9142 0100 MA00 0002 3A",
        " 91420100MA0000023A ",
        "91420100MA0000023A（91420100MA0000023A）",
    ],
)
def test_a_code_is_normalised(text: str) -> None:
    expected = "91420100MA0000023A"
    found = read_value("credit_code", text)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "what", "facts"),
    [
        ("91420100MA0000023B", "check", {"found": "B", "expected": "A"}),
        ("11429000MB9000015A", "check", {"found": "A", "expected": "U"}),
        ("91420100MI0000023A", "character", {"character": "I", "position": "10"}),
        ("91420100MA0000023号", "character", {"character": "号", "position": "18"}),
        ("91420100MA0000023", "length", {"length": "17"}),
        ("420100000000001", "length", {"length": "15"}),
        ("", "length", {"length": "0"}),
        ("91420100MA0000023A（新）", "remark", {"value": "91420100MA0000023A", "remark": "新"}),
        ("91420100MA0000023A（11429000MB9000015U）", "contradiction", {}),
        ("9" * 101, "too-long", {"length": "101"}),
    ],
)
def test_what_is_wrong_is_said(text: str, what: str, facts: dict[str, str]) -> None:
    found = read_value("credit_code", text)
    assert isinstance(found, Misread)
    assert found.code == f"schema.credit_code-{what}"
    assert {key: value for key, value in found.facts.items() if key != "text"} == facts


def test_the_check_character_of_a_body_completes_it() -> None:
    assert check_character("91420100MA0000023") == "A"
