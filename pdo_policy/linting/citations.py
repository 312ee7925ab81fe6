"""Rules and the law they rest on: what carries too much, promises too much, or is cited in a way that will not last."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pdo_policy.law.clause_ids import steps_of
from pdo_policy.linting.reading import clauses_of, seen, seen_at_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.language import syntax as s
    from pdo_policy.linting.reading import Reading, Seen


def whole_chapter(reading: Reading) -> Iterator[Seen]:
    """PDL-L020: an item that rests on a part, chapter or section as a whole."""
    for item, made in reading.compiled:
        for clause in reading.clauses(made.clauses):
            steps = steps_of(clause.id)
            if steps and steps[-1].kind in ("part", "chp", "sec"):
                yield seen_at_name(item, id=made.id, clause=clause.display)


def article_of_a_draft(reading: Reading) -> Iterator[Seen]:
    """PDL-L067: an article of a draft: its number may be another when the text is issued."""
    drafts = {one.id for one in reading.book.manifest.instruments if one.status == "draft"}
    for item, made in reading.compiled:
        for clause in reading.clauses(made.clauses):
            if clause.instrument in drafts and any(step.kind == "art" for step in steps_of(clause.id) or ()):
                yield seen_at_name(item, id=made.id, clause=clause.display)


def cited_twice(reading: Reading) -> Iterator[Seen]:
    """PDL-L037: a clause that an item cites twice."""
    for item, _ in reading.compiled:
        met: set[tuple[str, str]] = set()
        book = ""
        for clause in clauses_of(item, "CITE"):
            for cite in cast("tuple[s.CiteRef, ...]", clause.value):
                book = cite.book or book
                if (book, cite.clause) in met:
                    yield seen(item, cite.start, cite.end, clause=cite.clause)
                met.add((book, cite.clause))


# ---------------------------------------------------------------------- modality


def duty_of_no_clause(reading: Reading) -> Iterator[Seen]:
    """PDL-L026: 应当 or 不得 where all clauses only encourage, permit or define (charter 2)."""
    for item, rule in reading.rules:
        modalities = {clause.modality for clause in reading.clauses(rule.clauses)}
        if rule.norm.op in ("must", "must_not") and modalities and modalities <= {"鼓励", "可以", "定义"}:
            named = {"modality": "、".join(sorted(modalities)), "modality_en": _in_english(modalities)}
            yield seen_at_name(item, id=rule.id, **named)


_MODALITIES = {"鼓励": "encourage", "可以": "may", "定义": "definition"}


def _in_english(modalities: set[str]) -> str:
    return ", ".join(_MODALITIES[modality] for modality in sorted(modalities))


def principle_without_way_out(reading: Reading) -> Iterator[Seen]:
    """PDL-L027: a rule on a clause that speaks of 原则上 alone, with no 除非 and no exception (comply or explain)."""
    for item, rule in reading.rules:
        modalities = {clause.modality for clause in reading.clauses(rule.clauses)}
        if modalities == {"原则上"} and rule.norm.op in ("must", "must_not") and not (rule.unless or rule.exceptions):
            yield seen_at_name(item, id=rule.id)


def encouraged_duty(reading: Reading) -> Iterator[Seen]:
    """PDL-L028: 鼓励 where every clause says 应当 or 不得: a duty that would never be reported as broken."""
    for item, rule in reading.rules:
        modalities = {clause.modality for clause in reading.clauses(rule.clauses)}
        if rule.norm.op == "encourage" and modalities and modalities <= {"应当", "不得"}:
            yield seen_at_name(item, id=rule.id)
