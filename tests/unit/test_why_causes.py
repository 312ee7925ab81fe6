"""Why a rule did not say what its author expected: the true cause is in the answer, in fifteen lines at most."""

from __future__ import annotations

import pytest

from pdo_policy.reporters.trace_as_text import render_trace_text
from tests.causes import CAUSES
from tests.tracing import explained


def test_there_are_enough() -> None:
    assert len(CAUSES) >= 40


@pytest.mark.parametrize("name", CAUSES)
def test_the_true_cause_is_told(name: str) -> None:
    cause = CAUSES[name]
    found = explained(cause.rules, *cause.papers, **cause.options)
    verdicts = [trace.verdict.value for trace in found.traces] or ["not_run"]
    assert verdicts == [cause.verdict]
    text = render_trace_text(found, "zh")
    assert [part for part in cause.told if part not in text] == [], text
    assert len(text.splitlines()) <= 15
    english = render_trace_text(explained(cause.rules, *cause.papers, lang="en", **cause.options), "en")
    assert len(english.splitlines()) <= 15
