"""Registers become the clauses on which people have to judge: what rules cannot, or cannot wholly, answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Citation
from pdo_policy.law.instruments import counts, status_on
from pdo_policy.report import Limit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pdo_policy.evaluation.question import Question

_PEOPLE = ("manual", "partial")


def limits(question: Question, asked: Collection[str]) -> tuple[Limit, ...]:
    """The clauses of the law that counts whose question is left to people, or that no paper can show.

    Args:
        question: law and date.
        asked: ids of the rules that were asked of a paper. A clause that rules answer in part belongs to the papers
            only where one of its rules was asked.
    """
    return tuple(_limits(question, frozenset(asked)))


def _limits(question: Question, asked: frozenset[str]) -> Iterator[Limit]:
    book = question.rulebook
    for instrument in book.manifest.instruments:
        if not counts(instrument, question.as_of, question.law):
            continue
        status = status_on(instrument, question.as_of)
        for clause in instrument.clauses.values():
            told = clause.question if clause.check in _PEOPLE else clause.reason
            ruled = clause.check != "partial" or not asked.isdisjoint(book.rules_by_clause.get(clause.full_id, ()))
            if told and ruled and clause.check in (*_PEOPLE, "not_in_documents"):
                citation = Citation(instrument.id, clause.id, clause.display, status)
                yield Limit(citation, clause.check, clause.summary, told)
