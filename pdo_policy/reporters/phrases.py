"""The parts of a finding become short phrases that several formats use: place, level, clauses, first line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pdo_policy.findings import Citation, Finding, Location, Void
    from pdo_policy.source import Span


def heading(finding: Finding, lang: str) -> str:
    """The first line of a finding, as `grep` and editors understand it: path, line, column, level, rule, clauses."""
    cited = clauses(finding.citations)
    head = f"{place(finding.locations[0])}: {level(finding, lang)} {finding.rule_id}"
    return one_line(" ".join(part for part in (head, cited, finding.text.headline) if part))


def place(location: Location) -> str:
    """Path, line and column; the column counts code points."""
    return at(location.span)


def at(span: Span) -> str:
    """Path, line and column of a stretch of text."""
    first = span.first
    return f"{one_line(span.source.name)}:{first.line}:{first.column}"


def level(finding: Finding, lang: str) -> str:
    """The word at the head of a finding: its severity where it is 不符合, else its verdict."""
    if finding.verdict is Verdict.VIOLATED:
        return said(f"severity_{finding.severity.value}", lang)
    return said(finding.verdict.value, lang)


def clauses(citations: Iterable[Citation]) -> str:
    """The clauses in brackets, an instrument named before the first of its clauses; empty where there is none.

    Points of the note on one chapter are told in one go: 第四章（起草说明要点4、5、6）.
    """
    displays = "，".join(_points_in_one_go(_named_once(list(citations))))
    return f"〔{displays}〕" if displays else ""


def _named_once(citations: Sequence[Citation]) -> Iterator[str]:
    for before, citation in zip([None, *citations], citations, strict=False):
        again = before is not None and before.instrument == citation.instrument
        yield citation.display.partition("》")[2] if again else citation.display


_POINT = "（起草说明要点"


def _points_in_one_go(displays: Iterable[str]) -> Iterator[str]:
    told, chapter = "", ""
    for display in displays:
        of, point, number = display.partition(_POINT)
        if point and told and of == chapter:
            told = f"{told[:-1]}、{number}"
            continue
        if told:
            yield told
        # An instrument is named before its first clause only, so the chapter is what stands after it.
        told, chapter = display, of.rpartition("》")[2] if point else ""
    if told:
        yield told


def lacking(void: Void, verdicts: Iterable[Verdict], lang: str) -> str:
    """What is missing, and how many rules come to which verdicts because of it."""
    code = f"lacking_{void.kind}_named" if void.named else f"lacking_{void.kind}"
    what = said(code, lang, what=" → ".join(void.labels), id=void.named)
    counted = Counter(verdicts)
    count = counted.total()
    if counted[Verdict.UNDETERMINED] == count:
        return one_line(said("undecided_for_it", lang, lacking=what, count=count))
    told = said("comma", lang).join(f"{said(one.value, lang)} {counted[one]}" for one in Verdict if counted[one])
    return one_line(said("affected_by_it", lang, lacking=what, count=count, told=told))


def advice(finding: Finding, lang: str) -> str:
    """What to do about a finding: of one that is 待核实 the question to answer, of any other how to mend it."""
    words, colon = finding.text, ": " if lang == "en" else "："
    if finding.verdict is Verdict.UNDETERMINED and words.question:
        return f"{said('question', lang).capitalize()}{colon}{words.question}"
    return f"{said('fix', lang).capitalize()}{colon}{words.fix}" if words.fix else ""


def sentences(*texts: str, lang: str) -> str:
    """Texts as sentences, one after the other; an empty one is left out, a missing full stop added."""
    stop, gap = (".", " ") if lang == "en" else ("。", "")
    whole = [text if text.endswith(_ENDS) else text + stop for text in (text.strip() for text in texts) if text]
    return gap.join(whole)


_ENDS = ("。", "？", "！", "；", ".", "?", "!", ";")


def pointer(path: tuple[str | int, ...]) -> str:
    """A path as a JSON Pointer (RFC 6901), empty for the root."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def one_line(text: str) -> str:
    """A text that cannot disturb a terminal: on one line, control characters shown as a dot."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char in "\n\t" else "·" for char in text)
