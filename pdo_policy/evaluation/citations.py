"""Which clauses of a rule count on a date, and how a finding shows them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pdo_policy.findings import Citation
from pdo_policy.law.instruments import counts, status_on

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from pdo_policy.evaluation.question import Question
    from pdo_policy.law.instruments import Clause, Instrument
    from pdo_policy.rulebook.compiled import Rule, Rulebook
    from pdo_policy.rulebook.outlines import Outline


def counting(question: Question, rule: Rule | Outline) -> tuple[Citation, ...]:
    """The clauses that a rule rests on and that count.

    A clause counts when its instrument does on the date and under `--law`; one whose text nobody saw carries only rules
    that test nothing but presence (charter 2).
    """
    found = []
    for name in rule.clauses:
        instrument, clause = _looked_up(question, name)
        if not counts(instrument, question.as_of, question.law):
            continue
        if clause.visibility == "topic" and not rule.presence_only:
            continue
        found.append(_citation(question.as_of, instrument, clause))
    return tuple(found)


def idle(question: Question, kinds: Collection[str]) -> frozenset[str]:
    """Ids of the exceptions, and of the rules' own 除非 (`RULE/1`), that rest on clauses of which none counts.

    Args:
        question: law and date.
        kinds: of paper; the rules on others are left out.
    """
    machine = question.machine
    resting = {name: ready.exception.clauses for name, ready in machine.exceptions.items()}
    for name, outlines in machine.outlines.items():
        for ready in machine.rules[name] if outlines[0].subjects[0] in kinds else ():
            for number, part in enumerate(ready.rule.unless, 1):
                resting[f"{ready.rule.id}/{number}"] = part.clauses
    return frozenset(name for name, clauses in resting.items() if clauses and not _any_counts(question, clauses))


def _any_counts(question: Question, clauses: tuple[str, ...]) -> bool:
    return any(counts(_looked_up(question, name)[0], question.as_of, question.law) for name in clauses)


def is_topic_only(question: Question, citations: tuple[Citation, ...]) -> bool:
    """Whether nobody has seen the text of any of these clauses."""
    return _is_topic_only(question.rulebook, citations)


@lru_cache(maxsize=4096)
def _is_topic_only(book: Rulebook, citations: tuple[Citation, ...]) -> bool:
    """It is the same for all papers."""
    return all(
        _instrument(book, citation.instrument).clauses[citation.clause].visibility == "topic" for citation in citations
    )


def extended(question: Question, citations: tuple[Citation, ...], numbers: tuple[int, ...]) -> tuple[Citation, ...]:
    """Clauses narrowed to an enumerated item: a rule on 第九条 that fails at （五） rests on 第九条第（五）项."""
    if not numbers:
        return citations
    return _extended(question.rulebook, question.as_of, citations, numbers[0])


@lru_cache(maxsize=4096)
def _extended(book: Rulebook, as_of: date, citations: tuple[Citation, ...], number: int) -> tuple[Citation, ...]:
    found = []
    for citation in citations:
        instrument = _instrument(book, citation.instrument)
        narrowed = instrument.clauses.get(f"{citation.clause}__point_{number}")
        found.append(_citation(as_of, instrument, narrowed) if narrowed is not None else citation)
    return tuple(found)


def _instrument(book: Rulebook, name: str) -> Instrument:
    return next(found for found in book.manifest.instruments if found.id == name)


def _looked_up(question: Question, name: str) -> tuple[Instrument, Clause]:
    instrument_id, _, clause_id = name.partition("~")
    instrument = _instrument(question.rulebook, instrument_id)
    return instrument, instrument.clauses[clause_id]


def _citation(as_of: date, instrument: Instrument, clause: Clause) -> Citation:
    return Citation(instrument.id, clause.id, clause.display, status_on(instrument, as_of))
