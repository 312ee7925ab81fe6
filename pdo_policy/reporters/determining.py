"""Answers to 认定, and those still awaited, become one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pdo_policy.report import Determination, OpenQuestion, Report


def taken(one: Determination, report: Report, lang: str) -> str:
    """What was determined, by whom, when, on what paper, and where that is written."""
    here = {record.dossier for record in report.inputs}
    given = " ".join(part for part in (one.by, one.on, one.document) if part) or said("unsigned", lang)
    line = said("determined_by", lang, name=one.name, answer=said("yes" if one.answer else "no", lang), by=given)
    where = f"  {one.span.source.name}:{one.span.first.line}" if one.span is not None else ""
    missing = one.dossier and one.dossier not in here
    unused = f"  {said('determined_elsewhere', lang, dossier=one.dossier)}" if missing else ""
    return one_line(f"{line}{where}{unused}")


def awaited(questions: Sequence[OpenQuestion], lang: str) -> Iterator[str]:
    """What has yet to be determined, by whom, and which rules wait for it; each question once, with its projects."""
    several = len({one.dossier for one in questions}) > 1
    for same in _alike(questions):
        rules = "、".join(dict.fromkeys(rule for one in same for rule in one.rules))
        first = same[0]
        line = said(
            "to_determine_by",
            lang,
            name=first.name,
            authority=first.authority,
            question=first.question,
            rules=rules,
        )
        of = said("of_projects", lang, dossiers="、".join(one.dossier for one in same)) if several else ""
        yield one_line(line + of)


def _alike(questions: Iterable[OpenQuestion]) -> Iterable[list[OpenQuestion]]:
    alike: dict[tuple[str, str, str], list[OpenQuestion]] = {}
    for one in questions:
        alike.setdefault((one.name, one.authority, one.question), []).append(one)
    return alike.values()
