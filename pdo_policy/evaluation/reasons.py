"""A verdict becomes the line of the coverage that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.messages import quoted
from pdo_policy.findings import Verdict
from pdo_policy.schema.bound import Bound, State, breadcrumb

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdo_policy.evaluation.blame import Unit
    from pdo_policy.evaluation.hearing import Answer
    from pdo_policy.evaluation.outcomes import Case, Surroundings
    from pdo_policy.findings import Finding


def reason_of(case: Case, answer: Answer, verdict: Verdict, findings: Sequence[Finding], around: Surroundings) -> str:
    """Why a pair ended as it did, in one line, with what it hangs on; empty for a plain 符合."""
    if findings:
        return findings[0].text.headline
    if not case.citations:
        return around.said("no_citation")
    if verdict is Verdict.NOT_APPLICABLE:
        return _not_applicable(answer, around)
    if verdict is Verdict.EXEMPT:
        return "；".join((_exempt(answer, around), *case.notes))
    return "；".join(case.notes) if verdict is Verdict.SATISFIED else ""


def _not_applicable(answer: Answer, around: Surroundings) -> str:
    if answer.ready is None:
        return around.said("no_version")
    if answer.causes and not answer.grounds:
        return around.said("no_cause", "、".join(answer.causes))
    return "；".join([around.said("not_applicable_rule"), *_read(answer.grounds, around)])


def _exempt(answer: Answer, around: Surroundings) -> str:
    """Which exception holds, with what was read that makes it hold: a stated reason is quoted."""
    name = answer.judgement.exempting[0]
    read = _read(answer.grounds, around)
    title = answer.pleas[name].title or (read.pop(0) if read else around.said("unless", name.partition("/")[2]))
    return around.said("exempt", title, "".join(f"；{text}" for text in read))


def _read(units: Iterable[Unit], around: Surroundings) -> list[str]:
    told: dict[str, None] = {}
    for unit in units:
        for read in unit.reads:
            if isinstance(read, Bound) and read.state is State.PRESENT:
                told["：".join([*breadcrumb(read)[-1:], quoted(read)])] = None
            else:
                told[around.phrase(read)] = None
    return [text for text in told if text]
