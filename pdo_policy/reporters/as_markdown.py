"""A report for people as Markdown: what the HTML page says, with its pictures as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.reporters.briefing.bundles import Bundle
from pdo_policy.reporters.briefing.contents import MOST, briefing
from pdo_policy.reporters.briefing.timeline import BROKEN, KEPT
from pdo_policy.reporters.escaping import markdown, markdown_code
from pdo_policy.reporters.markdown_grounds import annex, changes, coverage, limits
from pdo_policy.reporters.markdown_lines import headed, phrases, table, with_more
from pdo_policy.reporters.view import PLAIN
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.report import Report
    from pdo_policy.reporters.briefing.contents import Briefing, Column
    from pdo_policy.reporters.briefing.entries import Entry, Point, Spot
    from pdo_policy.reporters.briefing.timeline import Timeline
    from pdo_policy.reporters.view import View


def render_markdown(report: Report, lang: str, view: View = PLAIN) -> str:
    """The report as Markdown of GitHub's kind, with links from what is counted and drawn to what is said of it."""
    brief = briefing(report, lang, fold=view.fold)
    parts = (_head, _columns, _timelines, _grid, _details, changes, limits, coverage, annex)
    return "\n".join(line for part in parts for line in part(brief, lang))


def _part(code: str, text: str, lang: str) -> str:
    """A line of an entry: its heading and a text that is Markdown already."""
    return f"- **{phrase(code, lang)}**{headed('', lang)}{text}"


def _head(brief: Briefing, lang: str) -> Iterator[str]:
    yield f"# {headed(said('conclusion', lang), lang)}{markdown(brief.sentence)}"
    yield ""
    for reason in brief.because:
        yield f"**{headed(said('because', lang), lang)}{markdown(reason)}**"
        yield ""
    yield f"{phrase('title', lang)} · {markdown(brief.subtitle)}"
    yield ""
    for path, now, then in brief.unfinished:
        told = f"{headed(markdown(path), lang)}{markdown(now)}"
        yield f"- {told} {headed(said('next', lang), lang)}{markdown(then)}"
    if brief.unfinished:
        yield ""
    if brief.drafts:
        yield f"> {markdown(brief.drafts)}"
        yield ""
    if brief.compared:
        yield f"**{markdown(brief.compared)}**"
        yield ""


def _columns(brief: Briefing, lang: str) -> Iterator[str]:
    yield from table(
        [phrase("with", lang, text=column.heading, more=column.means) for column in brief.columns],
        [[f"**{phrase('items', lang, count=column.weight)}**" for column in brief.columns]],
    )
    for column in brief.columns:
        if column.entries:
            yield f"**{column.heading}**"
            yield ""
            named = column.items[:MOST]
            yield from (f"- {_link(item)} {markdown(item.headline)} {_tail(item)}".rstrip() for item in named)
            if len(column.items) > MOST:
                yield f"- [{phrase('all_of', lang, count=column.weight)}](#{_anchor(column)})"
            yield ""


def _link(item: Entry | Bundle) -> str:
    return f"[{_number(item)}](#{item.anchor})"


def _number(item: Entry | Bundle) -> str:
    return f"{item.number}–{item.last}" if isinstance(item, Bundle) else str(item.number)


def _links(entries: Iterable[Entry]) -> str:
    return " ".join(map(_link, entries))


def _anchor(column: Column) -> str:
    return f"section-{column.code}"


def _tail(item: Entry | Bundle) -> str:
    """Which paper an entry is about, behind its headline."""
    return f"— {markdown(item.subject)}" if item.subject else ""


# ---------------------------------------------------------------------- the pictures, in words


def _timelines(brief: Briefing, lang: str) -> Iterator[str]:
    if brief.timelines:
        yield f"## {phrase('section_timeline', lang)}"
        yield ""
    for line in brief.timelines:
        yield f"**{markdown(line.title)}**"
        yield ""
        head = phrases(lang, "step", "paper", "date", "problems")
        yield from table(
            head, ([*map(markdown, (row.label, row.paper, row.dated)), _links(row.entries)] for row in line.rows)
        )
        yield from _orders(line, lang)


def _orders(line: Timeline, lang: str) -> Iterator[str]:
    if not line.orders:
        return
    yield headed(phrase("orders", lang), lang)
    yield ""
    words = {KEPT: said("satisfied", lang), BROKEN: said("violated", lang)}
    for order in line.orders:
        text = phrase("order", lang, earlier=line.rows[order.earlier].label, later=line.rows[order.later].label)
        state = words.get(order.state, said("undetermined", lang))
        where = f" {_link(order.entry)}" if order.entry is not None else ""
        yield f"- {headed(markdown(text), lang)}{with_more(f'{state}{where}', f'`{order.rule}`', lang)}"
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
    yield from table(head, [*rows, total])


# ---------------------------------------------------------------------- what was found


def _details(brief: Briefing, lang: str) -> Iterator[str]:
    for column in brief.columns:
        if column.entries:
            yield from _section(column, lang)


def _section(column: Column, lang: str) -> Iterator[str]:
    count = phrase("items", lang, count=column.weight)
    yield f'## <a id="{_anchor(column)}"></a>{with_more(phrase(f"section_{column.code}", lang), count, lang)}'
    yield ""
    for item in column.items:
        yield from _bundle(item, lang) if isinstance(item, Bundle) else _entry(item, lang)


def _bundle(bundle: Bundle, lang: str) -> Iterator[str]:
    yield f'### <a id="{bundle.anchor}"></a>{_number(bundle)} {markdown(bundle.headline)}'
    yield ""
    yield _part("where", phrase("near", lang, place=markdown(bundle.place)), lang)
    yield f"- **{said('remedy', lang).capitalize()}**{headed('', lang)}{markdown(bundle.fix)}"
    yield ""
    for entry in bundle.entries:
        told = _marked(entry, lang)
        basis = with_more(markdown(entry.clauses) or phrase("form", lang), f"`{entry.rule}`", lang)
        asked = " ".join(map(markdown, entry.question or entry.fix))
        yield f'- <a id="{entry.anchor}"></a>{entry.number} {told} · {basis}{f" · {asked}" if asked else ""}'
    yield ""
    yield f"· {markdown(bundle.unfold)}"
    yield ""


def _entry(entry: Entry, lang: str) -> Iterator[str]:
    yield f'### <a id="{entry.anchor}"></a>{entry.number} {_marked(entry, lang)}'
    yield ""
    for point in entry.points:
        if len(entry.points) > 1:
            words = markdown(point.headline)
            yield _part(
                "problem", phrase("marked", lang, text=words, marks=point.level) if point.level else words, lang
            )
        yield from _point(point, lang)
    name = f"`{entry.rule}`"
    basis = f"{markdown(entry.clauses)} {with_more(markdown(entry.title), name, lang)}"
    yield _part("basis", basis if entry.clauses else with_more(phrase("form", lang), name, lang), lang)
    said_of = (("why", entry.why), ("fix", entry.fix), ("question", entry.question), ("handled", entry.handled))
    for code, texts in said_of:
        yield from (_part(code, markdown(text), lang) for text in texts)
    yield ""


def _marked(entry: Entry, lang: str) -> str:
    marks = [entry.level]
    marks += [phrase("draft_only", lang)] if entry.draft else []
    marks += [phrase(entry.dealt, lang)] if entry.dealt else []
    return phrase("marked", lang, text=markdown(entry.headline), marks=phrase("comma", lang).join(marks))


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
    line = markdown_code(f"{spot.line.before}{spot.line.marked}{spot.line.after}")
    return " · ".join(text for text in (trail, at, markdown(spot.note), line) if text)
