"""What people read: counts of the columns are the conclusion's, links lead somewhere, nothing of a paper is markup."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pdo_policy.api import render
from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Citation, Disposition, Location, Severity, Text, Verdict
from pdo_policy.report import Event, InputRecord, Limit, OpenQuestion, Standing
from pdo_policy.reporters.briefing.contents import MOST, briefing
from pdo_policy.reporters.briefing.entries import CONSIDER, EXPLAINED, MUST, VERIFY, entries
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.report import sentence
from tests.golden.reports import AS_OF
from tests.reports import PLAN, RECORD, SOURCE, finding, made, report_of, reports, rule, texts

if TYPE_CHECKING:
    from pdo_policy.report import Report

languages = st.sampled_from(["zh", "en"])
TAGS = frozenset(
    [
        "html", "head", "meta", "title", "style", "body", "p", "a", "header", "h1", "h2", "h3", "main", "section",
        "strong", "div", "span", "ol", "ul", "li", "article", "dl", "dt", "dd", "code", "mark", "details", "summary",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption",
        "svg", "g", "path", "circle", "rect", "text", "defs", "marker",
    ]
)  # fmt: skip
VOID = frozenset({"meta"})


class Page(HTMLParser):
    """An HTML page as its parser sees it: tags, addresses, anchors, text; anything unexpected raises."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.text: list[str] = []
        self.counted: Counter[str] = Counter()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        given_ = dict(attrs)
        assert not any(name.startswith("on") or name in ("src", "style", "action") for name in given_), given_
        self.counted[f"{tag}.{given_.get('class') or ''}"] += 1
        if "href" in given_:
            self.links.append(given_["href"] or "")
        if "id" in given_:
            self.anchors.append(given_["id"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def enriched(report: Report, text: str) -> Report:
    """The report with more in it that comes from a paper or a register."""
    found = [one for one in report.findings if one.locations[0].span.source.name]
    events = tuple(
        Event(step, text, one.subject, one.locations[0], AS_OF, AS_OF.replace(month=2 + step), text)
        for step, one in enumerate(found[:3])
    )
    limit = Limit(Citation("norm", "art_1", text, "draft"), "manual", text, text)
    question = OpenQuestion(text, text, text, text, (text,))
    chapters = tuple(dict.fromkeys(one.chapter for one in report.rules))
    rules = tuple(replace(one, chapter=text) for one in report.rules)
    return replace(
        report, events=events, limits=(limit, replace(limit, check="not_in_documents")), questions=(question,),
        chapters=(*chapters, text), rules=rules, standings=(Standing(text, 0, text, text),),
    )  # fmt: skip


@given(reports(), languages)
def test_the_columns_weigh_what_the_conclusion_counts(report: Report, lang: str) -> None:
    outcome = conclusion(report)
    brief = briefing(report, lang)
    weights = {column.code: column.weight for column in brief.columns}
    assert weights[MUST] == outcome.violated
    assert weights[VERIFY] == outcome.undetermined + report.counts["error"]
    assert weights[CONSIDER] == report.counts["not_adopted"]
    assert weights.get(EXPLAINED, 0) == report.counts["exempt"]
    numbered = [entry for column in brief.columns for entry in column.entries]
    assert [entry.number for entry in numbered] == list(range(1, len(numbered) + 1))
    marks = [mark for entry in numbered for point in entry.points for mark in point.fingerprints]
    assert sorted(marks) == sorted(one.fingerprint for one in report.findings)


@given(reports(), languages)
def test_both_tell_the_counts_of_the_conclusion(report: Report, lang: str) -> None:
    """The columns weigh what the conclusion counts, and the table of verdicts has them all."""
    page, markdown_text = render(report, "html", lang=lang), render(report, "markdown", lang=lang)
    outcome, counts = conclusion(report), report.counts
    weights = [outcome.violated, outcome.undetermined + counts["error"], counts["not_adopted"]]
    weights += [counts["exempt"]] if counts["exempt"] else []
    assert list(map(int, re.findall(r'<span class="count">(\d+)', page))) == weights
    row = next(line for line in markdown_text.splitlines() if line.startswith("| **"))
    assert list(map(int, re.findall(r"\*\*(\d+)", row))) == weights
    verdicts = [counts[verdict.value] for verdict in Verdict]
    (total,) = re.findall(r'<tr class="total">(.*?)</tr>', page)
    assert list(map(int, re.findall(r"<td>(\d+)</td>", total))) == [*verdicts, len(report.not_run)]
    heads = [line for line in markdown_text.splitlines() if line.startswith(f"| {_total(lang)} |")]
    assert list(map(int, re.findall(r"\| (\d+)(?= \|)", heads[0]))) == [*verdicts, len(report.not_run)]


def _total(lang: str) -> str:
    return {"zh": "合计", "en": "Total"}[lang]


@settings(max_examples=20)
@given(reports(), texts, languages)
def test_the_page_holds_everything_as_text(report: Report, text: str, lang: str) -> None:
    report = enriched(report, text)
    page = Page(render(report, "html", lang=lang))
    assert all(link.startswith("#") and link[1:] in page.anchors for link in page.links), page.links
    assert len(set(page.anchors)) == len(page.anchors)
    told = "".join(page.text)
    assert sentence(conclusion(report), lang) in told
    for entry in entries(report, lang):
        assert all(point.headline in told for point in entry.points)
    assert page.counted["article.entry"] == len(entries(report, lang))
    assert page.counted["span.count"] == len(briefing(report, lang).columns)
    assert one_line(text) in told


def squeezed(text: str) -> str:
    """A text as a renderer of Markdown shows it: white space closed up, what XML has no way to write replaced."""
    return re.sub(r"\s+", "", text)


@given(reports(), texts, languages)
def test_the_markdown_holds_everything_as_text(report: Report, text: str, lang: str) -> None:
    report = enriched(report, text)
    tokens = MarkdownIt("commonmark").enable("table").parse(render(report, "markdown", lang=lang))
    inner = [child for token in tokens for child in token.children or ()]
    anchors = [child.content for child in inner if child.type == "html_inline"]
    names = [found[1] for one in anchors if (found := re.fullmatch(r'<a id="([\w-]+)">', one))]
    assert set(anchors) <= {f'<a id="{name}">' for name in names} | {"</a>"}
    assert [token for token in tokens if token.type in ("html_block", "fence", "code_block")] == []
    links = [str(child.attrs["href"]) for child in inner if child.type == "link_open"]
    assert all(link.startswith("#") and link[1:] in names for link in links), links
    assert [child for child in inner if child.type == "image"] == []
    told = squeezed(html.unescape("".join(child.content for child in inner if child.type in ("text", "code_inline"))))
    assert squeezed(sentence(conclusion(report), lang)) in told
    heads = [token for token in tokens if token.type == "heading_open" and token.tag == "h1"]
    assert len(heads) == 1


def test_a_rule_that_finds_several_things_is_one_entry() -> None:
    one = rule()
    several = [
        finding(one, SOURCE, PLAN, number, text=Text(words, "为什么", "改"))
        for number, words in enumerate(("没有甲", "没有乙", "没有乙"))
    ]
    (row,) = report_of(1).coverage
    report = made(several, [replace(row, findings=tuple(f"{n:032x}" for n in range(3)))], [], [one], AT)
    (entry,) = entries(report, "zh")
    assert (entry.headline, entry.weight) == ("没有甲（另有 1 个问题）", 1)
    assert [(point.headline, len(point.fingerprints)) for point in entry.points] == [("没有甲", 1), ("没有乙", 2)]
    assert (entry.why, entry.fix, entry.question) == (("为什么",), ("改",), ())


AT = report_of(0).whereabouts


def test_faults_of_writing_come_behind_the_rules_unless_they_kept_a_paper_from_being_checked() -> None:
    fault = replace(rule(), id="input.syntax", citations=())
    report = report_of(2, Severity.WARNING)
    wrong = finding(fault, SOURCE, PLAN, 9, text=Text("读不了", "", "改正"))
    for readable, place in ((True, 2), (False, 0)):
        inputs = [InputRecord(SOURCE.name, 0, "yaml", "utf-8", "0" * 64, 1, readable=readable)]
        told = entries(made([*report.findings, wrong], report.coverage, inputs, report.rules, AT), "zh")
        assert [entry.rule for entry in told].index("input.syntax") == place


def test_faults_in_the_same_words_are_one_entry_that_weighs_as_many() -> None:
    fault = replace(rule(), id="input.hidden-character", citations=())
    found = [
        finding(fault, SOURCE, PLAN, number, locations=(Location(SOURCE.span(number, number + 1)),))
        for number in range(3)
    ]
    report = made(found, [], [RECORD], [], AT)
    (entry,) = entries(report, "zh")
    assert (entry.weight, len(entry.points[0].spots)) == (3, 3)
    assert conclusion(report).violated == 3


def test_what_is_to_be_verified_has_a_question_in_place_of_a_remedy() -> None:
    (entry,) = entries(report_of(1, verdict=Verdict.UNDETERMINED), "zh")
    assert (entry.column, entry.question, entry.fix) == (VERIFY, ("目标是什么？",), ())


def test_a_draft_alone_and_a_waiver_are_marked() -> None:
    report = report_of(1, disposition=Disposition.WAIVED)
    draft = (Citation("norm", "chp_2", "《办法（征求意见稿）》第二章", "draft"),)
    report = replace(report, coverage=tuple(replace(row, citations=draft) for row in report.coverage))
    report = replace(report, findings=tuple(replace(one, citations=draft) for one in report.findings))
    for output in ("html", "markdown"):
        text = render(report, output)
        assert "只依据征求意见稿" in text
        assert "已登记豁免" in text


def test_a_long_column_names_the_first_and_links_to_all() -> None:
    text = render(report_of(MOST + 2), "html")
    (column,) = re.findall(r'<section class="column must".*?</section>', text, re.DOTALL)
    assert column.count("<li") == MOST
    assert f"全部 {MOST + 2} 项，见后面的详情" in column


def test_the_page_may_run_and_fetch_nothing() -> None:
    text = render(report_of(1), "html")
    assert "default-src 'none'" in text[: text.index("<style>")]
    assert "<script" not in text
    assert "//" not in text
    assert text.index("charset") < 1024
