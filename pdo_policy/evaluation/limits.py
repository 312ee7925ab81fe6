"""Registers become the clauses on which people have to judge: what rules cannot, or cannot wholly, answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pdo_policy.findings import Citation
from pdo_policy.law.instruments import counts, status_on
from pdo_policy.report import Limit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from pdo_policy.evaluation.question import Question
    from pdo_policy.rulebook.compiled import Rulebook

_PEOPLE = ("manual", "partial")


def limits(question: Question, asked: Collection[str]) -> tuple[Limit, ...]:
    """The clauses of the law that counts whose question is left to people, or that no paper can show.

    Args:
        question: law and date.
        asked: ids of the rules that were asked of a paper. A clause that rules answer in part belongs to the papers
            only where one of its rules was asked.
    """
    return _kept(question.rulebook, question.as_of, question.law, frozenset(asked))


@lru_cache(maxsize=64)
def _kept(book: Rulebook, as_of: date, law: str, asked: frozenset[str]) -> tuple[Limit, ...]:
    """The same for the same rules: where papers are checked one project after the other, most are asked the same."""
    return tuple(_limits(book, as_of, law, asked))


def _limits(book: Rulebook, as_of: date, law: str, asked: frozenset[str]) -> Iterator[Limit]:
    for instrument in book.manifest.instruments:
        if not counts(instrument, as_of, law):
            continue
        status = status_on(instrument, as_of)
        for clause in instrument.clauses.values():
            told = clause.question if clause.check in _PEOPLE else clause.reason
            ruled = clause.check != "partial" or not asked.isdisjoint(book.rules_by_clause.get(clause.full_id, ()))
            if told and ruled and clause.check in (*_PEOPLE, "not_in_documents"):
                citation = Citation(instrument.id, clause.id, clause.display, status)
                yield Limit(citation, clause.check, clause.summary, told)
