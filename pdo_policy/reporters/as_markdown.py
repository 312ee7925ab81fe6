"""A report for people as Markdown: what the HTML page says, with its pictures as tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.reporters.briefing.contents import MOST, briefing
from pdo_policy.reporters.briefing.timeline import BROKEN, KEPT
from pdo_policy.reporters.escaping import markdown
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pdo_policy.report import Report
    from pdo_policy.reporters.briefing.contents import Briefing, Column
    from pdo_policy.reporters.briefing.entries import Entry, Point, Spot
    from pdo_policy.reporters.briefing.timeline import Timeline
    from pdo_policy.reporters.excerpt import Shown


def render_markdown(report: Report, lang: str) -> str:
    """The report as Markdown of GitHub's kind, with links from what is counted and drawn to what is said of it."""
    brief = briefing(report, lang)
    parts = (_head, _columns, _timelines, _grid, _details, _limits, _coverage, _annex)
    return "\n".join(line for part in parts for line in part(brief, lang))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, with an empty line behind it; the cells are Markdown already."""
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _phrases(lang: str, *codes: str) -> list[str]:
    return [phrase(code, lang) for code in codes]


def _headed(head: str, lang: str) -> str:
    return phrase("headed", lang, head=head)


def _with(text: str, more: str, lang: str) -> str:
    return phrase("with", lang, text=text, more=more)


def _part(code: str, text: str, lang: str) -> str:
    """A line of an entry: its heading and a text that is Markdown already."""
    return f"- **{phrase(code, lang)}**{_headed('', lang)}{text}"


def _head(brief: Briefing, lang: str) -> Iterator[str]:
    yield f"# {_headed(said('conclusion', lang), lang)}{markdown(brief.sentence)}"
    yield ""
    for reason in brief.because:
        yield f"**{_headed(said('because', lang), lang)}{markdown(reason)}**"
        yield ""
    yield f"{phrase('title', lang)} · {markdown(brief.subtitle)}"
    yield ""
    for path, now, then in brief.unfinished:
        told = f"{_headed(markdown(path), lang)}{markdown(now)}"
        yield f"- {told} {_headed(said('next', lang), lang)}{markdown(then)}"
    if brief.unfinished:
        yield ""
    if brief.drafts:
        yield f"> {markdown(brief.drafts)}"
        yield ""


def _columns(brief: Briefing, lang: str) -> Iterator[str]:
    yield from _table(
        [phrase("with", lang, text=column.heading, more=column.means) for column in brief.columns],
        [[f"**{phrase('items', lang, count=column.weight)}**" for column in brief.columns]],
    )
    for column in brief.columns:
        if column.entries:
            yield f"**{column.heading}**"
            yield ""
            named = column.entries[:MOST]
            yield from (f"- {_link(entry)} {markdown(entry.headline)} {_tail(entry)}".rstrip() for entry in named)
            if len(column.entries) > MOST:
                yield f"- [{phrase('all_of', lang, count=column.weight)}](#{_anchor(column)})"
            yield ""


def _link(entry: Entry) -> str:
    return f"[{entry.number}](#{entry.anchor})"


def _links(entries: Iterable[Entry]) -> str:
    return " ".join(map(_link, entries))


def _anchor(column: Column) -> str:
    return f"section-{column.code}"


def _tail(entry: Entry) -> str:
    """Which paper an entry is about, behind its headline."""
    return f"— {markdown(entry.subject)}" if entry.subject else ""


# ---------------------------------------------------------------------- the pictures, in words


def _timelines(brief: Briefing, lang: str) -> Iterator[str]:
    if brief.timelines:
        yield f"## {phrase('section_timeline', lang)}"
        yield ""
    for line in brief.timelines:
        yield f"**{markdown(line.title)}**"
        yield ""
        head = _phrases(lang, "step", "paper", "date", "problems")
        yield from _table(
            head, ([*map(markdown, (row.label, row.paper, row.dated)), _links(row.entries)] for row in line.rows)
        )
        yield from _orders(line, lang)


def _orders(line: Timeline, lang: str) -> Iterator[str]:
    if not line.orders:
        return
    yield _headed(phrase("orders", lang), lang)
    yield ""
    words = {KEPT: said("satisfied", lang), BROKEN: said("violated", lang)}
    for order in line.orders:
        text = phrase("order", lang, earlier=line.rows[order.earlier].label, later=line.rows[order.later].label)
        state = words.get(order.state, said("undetermined", lang))
        where = f" {_link(order.entry)}" if order.entry is not None else ""
        yield f"- {_headed(markdown(text), lang)}{_with(f'{state}{where}', f'`{order.rule}`', lang)}"
    yield ""


def _grid(brief: Briefing, lang: str) -> Iterator[str]:
    yield f"## {phrase('section_grid', lang)}"
    yield ""
    verdicts = [verdict.value for verdict in Verdict]
    head = [phrase("chapter", lang), *(said(one, lang) for one in verdicts), phrase("not_run", lang)]
    rows = [
        [markdown(chapter.label), *(str(chapter.counts[one]) for one in verdicts), str(chapter.not_run)]
        for chapter in brief.chapters
    ]
    total = [phrase("total", lang), *(str(brief.counts[one]) for one in verdicts), str(brief.not_run)]
    yield from _table(head, [*rows, total])


# ---------------------------------------------------------------------- what was found


def _details(brief: Briefing, lang: str) -> Iterator[str]:
    for column in brief.columns:
        if column.entries:
            yield from _section(column, lang)


def _section(column: Column, lang: str) -> Iterator[str]:
    count = phrase("items", lang, count=column.weight)
    yield f'## <a id="{_anchor(column)}"></a>{_with(phrase(f"section_{column.code}", lang), count, lang)}'
    yield ""
    for entry in column.entries:
        yield from _entry(entry, lang)


def _entry(entry: Entry, lang: str) -> Iterator[str]:
    marks = [entry.level]
    marks += [phrase("draft_only", lang)] if entry.draft else []
    marks += [phrase(entry.dealt, lang)] if entry.dealt else []
    told = phrase("marked", lang, text=markdown(entry.headline), marks=phrase("comma", lang).join(marks))
    yield f'### <a id="{entry.anchor}"></a>{entry.number} {told}'
    yield ""
    for point in entry.points:
        if len(entry.points) > 1:
            words = markdown(point.headline)
            yield _part(
                "problem", phrase("marked", lang, text=words, marks=point.level) if point.level else words, lang
            )
        yield from _point(point, lang)
    name = f"`{entry.rule}`"
    basis = f"{markdown(entry.clauses)} {_with(markdown(entry.title), name, lang)}"
    yield _part("basis", basis if entry.clauses else _with(phrase("form", lang), name, lang), lang)
    for code, texts in (("why", entry.why), ("fix", entry.fix), ("question", entry.question)):
        yield from (_part(code, markdown(text), lang) for text in texts)
    yield ""


def _point(point: Point, lang: str) -> Iterator[str]:
    for code, spots in (("where", point.spots), ("related", point.related)):
        yield from (_part(code, _spot(spot, lang), lang) for spot in spots)
    for code, texts in (("example", point.examples), ("detail", point.details)):
        yield from (_part(code, markdown(text), lang) for text in texts)


def _spot(spot: Spot, lang: str) -> str:
    trail, at = markdown(spot.trail), markdown(spot.place)
    if spot.absent:
        trail = phrase("missing", lang, trail=trail) if trail else phrase("whole", lang)
        return " · ".join(text for text in (trail, phrase("near", lang, place=at), markdown(spot.note)) if text)
    return " · ".join(text for text in (trail, at, markdown(spot.note), _code(spot.line)) if text)


def _code(line: Shown) -> str:
    """The text of a line as code; its quotes are longer than any run of backticks in it."""
    text = f"{line.before}{line.marked}{line.after}".strip()
    if not text:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


# ---------------------------------------------------------------------- what was not found, and on what grounds


def _limits(brief: Briefing, lang: str) -> Iterator[str]:
    yield f"## {phrase('section_limits', lang)}"
    yield ""
    yield phrase("limits_lead", lang)
    yield ""
    for code, lines in (("awaited", brief.awaited), ("taken", brief.taken)):
        if lines:
            yield f"### {phrase(code, lang)}"
            yield ""
            yield from (f"- {markdown(line)}" for line in lines)
            yield ""
    for code, clauses, last in (("people", brief.for_people, "ask"), ("absent", brief.absent, "reason")):
        if clauses:
            yield f"### {_with(phrase(code, lang), phrase('items', lang, count=len(clauses)), lang)}"
            yield ""
            yield from _table(_phrases(lang, "clause", "says", last), (list(map(markdown, one)) for one in clauses))


def _coverage(brief: Briefing, lang: str) -> Iterator[str]:
    yield f"## {phrase('section_coverage', lang)}"
    yield ""
    yield phrase("coverage_lead", lang, count=brief.total)
    yield ""
    head = _phrases(lang, "requirement", "rule", "paper", "verdict", "reason", "basis")
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
        yield from _table(head, [*rows, *idle])


def _annex(brief: Briefing, lang: str) -> Iterator[str]:
    yield f"## {phrase('section_annex', lang)}"
    yield ""
    if brief.laws:
        yield f"### {phrase('law', lang)}"
        yield ""
        yield from _table(
            _phrases(lang, "instrument", "number", "status"), (list(map(markdown, law)) for law in brief.laws)
        )
    if brief.inputs:
        yield f"### {phrase('inputs', lang)}"
        yield ""
        rows = ([markdown(one.path), markdown(one.paper), f"`{one.sha256}`", str(one.size)] for one in brief.inputs)
        yield from _table(_phrases(lang, "file", "paper", "digest", "bytes"), rows)
    for text in (brief.made_by, brief.scope, brief.disclaimer):
        yield f"· {markdown(text)}"
        yield ""
