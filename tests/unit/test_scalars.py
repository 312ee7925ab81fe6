"""What an unquoted text says: the core schema of YAML 1.2, narrowed to what people mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pdo_policy.documents.from_yaml import read_yaml
from pdo_policy.documents.node import Mapping, Scalar
from pdo_policy.documents.scalars import Refused, core_value, number
from pdo_policy.source import Source

CASES = [
    # The field's traps: PyYAML reads most of them as something that was never written.
    ("0123", "0123"),
    ("010", "010"),
    ("00", "00"),
    ("0", 0),
    ("1.10", Decimal("1.10")),
    ("12:30", "12:30"),
    ("1:30:00", "1:30:00"),
    ("no", "no"),
    ("No", "No"),
    ("yes", "yes"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("n", "n"),
    ("2024-01-01", "2024-01-01"),
    ("2024-01-01 08:00:00", "2024-01-01 08:00:00"),
    ("1_000", "1_000"),
    ("0x1F", "0x1F"),
    ("0o17", "0o17"),
    ("0b1", "0b1"),
    ("1e3", Decimal("1e3")),
    ("1.5E-3", Decimal("0.0015")),
    (".5", Decimal("0.5")),
    ("5.", Decimal(5)),
    ("+1", 1),
    ("-1", -1),
    ("-0.50", Decimal("-0.50")),
    ("+", "+"),
    ("-", "-"),
    (".", "."),
    ("..", ".."),
    ("e3", "e3"),
    ("1e", "1e"),
    ("-.inf", "-.inf"),
    (".inf", ".inf"),
    (".NaN", ".NaN"),
    ("1.2.3", "1.2.3"),
    ("1,200", "1,200"),
    ("30%", "30%"),
    ("3年", "3年"),
    ("１２", "１２"),
    ("٣", "٣"),
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("nULL", "nULL"),
    ("none", "none"),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("tRUE", "tRUE"),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    ("是", "是"),
    ("420100202401010012", 420100202401010012),
    ("123456789012345678901234567890.5", Decimal("123456789012345678901234567890.5")),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[repr(text) for text, _ in CASES])
def test_a_plain_text_says_what_it_says(text: str, value: Any) -> None:
    found = core_value(text)
    assert (type(found), found) == (type(value), value)
    # Trailing zeros are part of what was written: 1.10 is not 1.1 to its writer.
    assert str(found) == str(value)


# A dash alone behind a key begins a list, to libyaml wrongly placed; tests/traps.py has it.
WRITTEN = [(text, value) for text, value in CASES if text != "-"]


@pytest.mark.parametrize(("text", "value"), WRITTEN, ids=[repr(text) for text, _ in WRITTEN])
def test_a_plain_value_keeps_what_its_author_wrote(text: str, value: Any) -> None:
    source = Source("x.yaml", f"编号: {text}\n")
    (document,) = read_yaml(source)
    assert isinstance(document.root, Mapping)
    node = document.root.entries[0].value
    assert isinstance(node, Scalar)
    assert (node.value, type(node.value), source.text[node.start : node.end]) == (value, type(value), text)
    assert (node.plain, document.problems) == (True, ())


@pytest.mark.parametrize("text", [text for text, _ in CASES], ids=repr)
def test_a_text_in_quotes_is_a_text(text: str) -> None:
    (document,) = read_yaml(Source("x.yaml", f'编号: "{text}"\n'))
    assert isinstance(document.root, Mapping)
    node = document.root.entries[0].value
    assert isinstance(node, Scalar)
    assert (node.value, node.plain) == (text, False)


@pytest.mark.parametrize(
    ("lexeme", "expected"),
    [
        ("9" * 400, 10**400 - 1),
        ("9" * 401, Refused.TOO_LARGE),
        ("-" + "9" * 400, Refused.TOO_LARGE),
        ("0." + "1" * 399, Refused.TOO_LARGE),
        ("1e400", Decimal("1e400")),
        ("1E+400", Decimal("1e400")),
        ("1e-400", Decimal("1e-400")),
        ("1e401", Refused.TOO_LARGE),
        ("1e-401", Refused.TOO_LARGE),
        ("0e99999", Refused.TOO_LARGE),
        ("1e" + "9" * 398, Refused.TOO_LARGE),
        ("-0", 0),
        ("0.0", Decimal("0.0")),
    ],
    ids=[
        "400",
        "401",
        "minus-401",
        "fraction-401",
        "e400",
        "E+400",
        "e-400",
        "e401",
        "e-401",
        "zero",
        "e9s",
        "-0",
        "0.0",
    ],
)
def test_a_number_is_exact_or_refused(lexeme: str, expected: object) -> None:
    found = number(lexeme)
    assert (type(found), found) == (type(expected), expected)
