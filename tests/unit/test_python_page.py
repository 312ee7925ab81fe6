"""docs/python.md names what there is: parameters with their defaults, attributes, functions."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest

import pdo_policy
import pdo_policy.testing
from pdo_policy import Finding, Report

TEXT = (Path(__file__).parents[2] / "docs/python.md").read_text("utf-8")
TABLES = [
    re.findall(r"^\| (.*?) \| (.*?) \|", table, re.MULTILINE)[1:]
    for table in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE)
]
NAMES = [[name for first, _ in table for name in re.findall(r"`(\w+)", first)] for table in TABLES]


def test_the_table_of_check_has_its_parameters_and_defaults() -> None:
    told = {name.strip("`"): default.strip("`") for name, default in TABLES[0]}
    known = {
        name: one.default for name, one in inspect.signature(pdo_policy.check).parameters.items()
        if one.kind is one.KEYWORD_ONLY
    }  # fmt: skip
    assert list(told) == list(known)
    for name, default in known.items():
        if isinstance(default, str | bool):
            assert told[name] == (f'"{default}"' if isinstance(default, str) else str(default))
        assert (told[name] == "必写") is (default is inspect.Parameter.empty)


@pytest.mark.parametrize(("number", "kind"), [(1, Report), (2, Finding)])
def test_attributes_are_those_there_are(number: int, kind: type) -> None:
    assert NAMES[number]
    assert set(NAMES[number]) <= {field.name for field in fields(kind)}


def test_functions_for_tests_are_those_there_are() -> None:
    assert len(NAMES[3]) == 3
    assert {*NAMES[3], "read_cases", "run_case"} <= set(pdo_policy.testing.__all__)
    for name in re.findall(r"pdo_policy\.(\w+)\(", TEXT):
        assert name in pdo_policy.__all__
