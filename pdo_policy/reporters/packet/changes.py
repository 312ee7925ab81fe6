"""What changed since the last report becomes a sentence of the conclusion, and page 07."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.reporters.packet.model import Heading, Paragraph, Table, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, issue_link, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.dispositions import Changes, Known
    from pdo_policy.reporters.packet.case import Case
    from pdo_policy.reporters.packet.model import Block, Link, Page, Words

_HEADS = ("became", "obligation", "paper", "last_time", "this_time", "clause", "number")


class _Fate(NamedTuple):
    """What became of a finding: what it was, what it is, or both."""

    kind: str
    was: Known | None
    now: Known | None


def change_words(case: Case) -> Words:
    """In one sentence: what changed, or that nothing was compared."""
    found = case.report.changes
    if found is None:
        return (told("not_compared", case.lang),)
    fates = _fates(found)
    comma = ", " if case.lang == "en" else "，"
    counts = comma.join(
        told("count", case.lang, word=told(kind, case.lang), count=len(each)) for kind, each in fates.items()
    )
    return (told("compared_with", case.lang, day=one_line(found.before_as_of), counts=counts),)


def changes_page(case: Case) -> Page:
    """What was solved, what is new, what changed, stayed, or was not asked again."""
    lang, found = case.lang, case.report.changes
    blocks: list[Block] = [Paragraph(change_words(case))]
    if found is None:
        return page("changes", case, blocks)
    blocks.append(Paragraph((told("compared_by", lang),)))
    if found.caution:
        grave = bool({"rulebook", "law"} & set(found.caution))
        blocks.append(Paragraph((told("other_grounds", lang),), strong=grave))
    heads = tuple(told(code, lang) for code in _HEADS)
    links = {mark: issue_link(one) for one in case.issues for point in one.entry.points for mark in point.fingerprints}
    clauses = {one.fingerprint: displays(one.citations, case) for one in case.report.findings}
    every: list[tuple[Words, ...]] = []
    for kind, fates in _fates(found).items():
        rows = tuple(_row(one, links, clauses, lang) for one in fates)
        every.extend(rows)
        if rows:
            blocks.append(Heading(told(kind, lang)))
            blocks.append(Table(told(kind, lang), heads[1:], tuple(row[1:] for row in rows)))
    if not every:
        blocks.append(Paragraph((told("changes_none", lang),)))
    return page("changes", case, blocks, [sheet_of(Table("", heads, tuple(every)))], wide=True)


def _fates(found: Changes) -> Mapping[str, tuple[_Fate, ...]]:
    """What became of every finding, by kind in the order in which a reviewer asks."""
    changed = {each.after.fingerprint for each in found.changed}
    stayed = [one for one in found.remaining if one.fingerprint not in changed]
    return {
        "changed": tuple(_Fate("changed", each.before, each.after) for each in found.changed),
        "stayed": tuple(_Fate("stayed", one, one) for one in stayed),
        "new": tuple(_Fate("new", None, one) for one in found.new),
        "solved": tuple(_Fate("solved", one, None) for one in found.solved),
        "not_asked": tuple(_Fate("not_asked", one, None) for one in found.unasked),
    }


def _row(one: _Fate, links: Mapping[str, Link], clauses: Mapping[str, str], lang: str) -> tuple[Words, ...]:
    known = one.now or one.was
    title, paper = (one_line(known.title), one_line(known.paper)) if known else ("", "")
    last, this = (_said(each, lang) if each else "" for each in (one.was, one.now))
    mark = one.now.fingerprint if one.now else ""
    link: Words = (links[mark],) if mark in links else ()
    return (*texts(told(one.kind, lang), title, paper, last, this, clauses.get(mark, "")), link)


def _said(known: Known, lang: str) -> str:
    colon = ": " if lang == "en" else "："
    return f"{said(known.verdict, lang)}{colon}{one_line(known.headline)}"
