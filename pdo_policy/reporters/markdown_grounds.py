"""The end of a briefing becomes Markdown: what changed, what nobody could judge, every verdict, and on what grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.reporters.escaping import markdown
from pdo_policy.reporters.markdown_lines import bullets, phrases, table, with_more
from pdo_policy.wording.briefing import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.reporters.briefing.contents import Briefing


def changes(brief: Briefing, lang: str) -> Iterator[str]:
    """What is different from the check before, under its heading; nothing where there was none."""
    if brief.compared:
        yield f"## {phrase('section_changes', lang)}"
        yield ""
    for head, lines in brief.changes:
        yield f"### {head}"
        yield ""
        yield from bullets(lines)


def limits(brief: Briefing, lang: str) -> Iterator[str]:
    """What the tool cannot judge."""
    yield f"## {phrase('section_limits', lang)}"
    yield ""
    yield phrase("limits_lead", lang)
    yield ""
    for code, lines in (("awaited", brief.awaited), ("taken", brief.taken)):
        if lines:
            yield f"### {phrase(code, lang)}"
            yield ""
            yield from bullets(lines)
    for code, clauses, last in (("people", brief.for_people, "ask"), ("absent", brief.absent, "reason")):
        if clauses:
            yield f"### {with_more(phrase(code, lang), phrase('items', lang, count=len(clauses)), lang)}"
            yield ""
            yield from table(phrases(lang, "clause", "says", last), (list(map(markdown, one)) for one in clauses))


def coverage(brief: Briefing, lang: str) -> Iterator[str]:
    """Every obligation and its verdict."""
    yield f"## {phrase('section_coverage', lang)}"
    yield ""
    yield phrase("coverage_lead", lang, count=brief.total)
    yield ""
    head = phrases(lang, "requirement", "rule", "paper", "verdict", "reason", "basis")
    for chapter in brief.chapters:
        yield f"### {markdown(chapter.label)}"
        yield ""
        rows = [
            [
                markdown(line.title),
                f"[{line.rule}](#{line.anchor})" if line.anchor else f"`{line.rule}`",
                *map(markdown, (line.subject, line.word, line.reason, line.clauses)),
            ]
            for line in chapter.lines
        ]
        idle = [
            [markdown(cell.title), f"`{cell.rule}`", "", phrase("not_run", lang), markdown(cell.word), ""]
            for cell in chapter.cells
            if cell.verdict == "not_run"
        ]
        yield from table(head, [*rows, *idle])


def annex(brief: Briefing, lang: str) -> Iterator[str]:
    """The law, the papers, what was accepted, and by what all was made."""
    yield f"## {phrase('section_annex', lang)}"
    yield ""
    if brief.laws:
        yield f"### {phrase('law', lang)}"
        yield ""
        yield from table(
            phrases(lang, "instrument", "number", "status"), (list(map(markdown, law)) for law in brief.laws)
        )
    if brief.inputs:
        yield f"### {phrase('inputs', lang)}"
        yield ""
        rows = ([markdown(one.path), markdown(one.paper), f"`{one.sha256}`", str(one.size)] for one in brief.inputs)
        yield from table(phrases(lang, "file", "paper", "digest", "bytes"), rows)
    if brief.accepted:
        yield f"### {phrase('accepted', lang)}"
        yield ""
        yield from bullets(brief.accepted)
    for text in (brief.made_by, brief.scope, brief.disclaimer):
        yield f"· {markdown(text)}"
        yield ""
