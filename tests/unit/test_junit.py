"""JUnit XML of cases: what an XML parser and a reader of JUnit make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.testing import Case, Result
from pdo_policy.testing.junit import junit

if TYPE_CHECKING:
    from collections.abc import Sequence


def result(file: str = "a.cases.yaml", failure: str = "", reasons: tuple[str, ...] = (), **case: Any) -> Result:
    written = {"rule": "T-A", "name": "情形", "expect": "satisfied", "documents": {}, "line": 3, **case}
    return Result(Case(file, **written), "violated", failure, reasons, ())


RESULTS = [
    result(),
    result(name="别的情形", failure="期望 satisfied，得到 violated", reasons=("/goal：没有写目标", "又及")),
    result("b.cases.yaml", rule="T-B", line=9),
]


def test_every_case_is_a_test_in_the_suite_of_its_file() -> None:
    assert (
        junit(RESULTS)
        == """<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="rules test" tests="3" failures="1" errors="0" skipped="0">
  <testsuite name="a.cases.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="T-A" name="情形" file="a.cases.yaml" line="3" />
    <testcase classname="T-A" name="别的情形" file="a.cases.yaml" line="3">
      <failure type="unmet" message="期望 satisfied，得到 violated">期望 satisfied，得到 violated
/goal：没有写目标
又及</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.cases.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="T-B" name="情形" file="b.cases.yaml" line="9" />
  </testsuite>
</testsuites>
"""
    )


def read(text: str) -> list[tuple[str, str, str, str | None]]:
    """Suite, class, name and message of failure, as a reader of JUnit collects them."""
    return [
        (
            suite.get("name", ""),
            test.get("classname", ""),
            test.get("name", ""),
            next((failure.get("message") for failure in test.findall("failure")), None),
        )
        for suite in ET.fromstring(text).iter("testsuite")  # noqa: S314 - our own text
        for test in suite.findall("testcase")
    ]


def test_a_reader_finds_suites_tests_and_failures() -> None:
    assert read(junit(RESULTS)) == [
        ("a.cases.yaml", "T-A", "情形", None),
        ("a.cases.yaml", "T-A", "别的情形", "期望 satisfied，得到 violated"),
        ("b.cases.yaml", "T-B", "情形", None),
    ]


@pytest.mark.parametrize("results", [[], RESULTS[:1], RESULTS])
def test_the_counts_are_those_of_the_tests(results: Sequence[Result]) -> None:
    root = ET.fromstring(junit(results))  # noqa: S314 - our own text
    for element in (root, *root.findall("testsuite")):
        tests = list(element.iter("testcase"))
        assert element.get("tests") == str(len(tests))
        assert element.get("failures") == str(sum(test.find("failure") is not None for test in tests))


# What XML cannot hold is shown as the replacement character; a line end in an attribute is kept by a reference.
KEPT = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff")


@given(name=st.text(KEPT, min_size=1), failure=st.text(KEPT, min_size=1))
def test_whatever_is_written_comes_back(name: str, failure: str) -> None:
    assert read(junit([result(name=name, failure=failure)])) == [("a.cases.yaml", "T-A", name, failure)]


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_at_all_gives_a_file_that_can_be_read(text: str) -> None:
    assert len(read(junit([result(name=text, failure="x", reasons=(text,))]))) == 1
