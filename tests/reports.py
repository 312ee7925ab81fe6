"""Strategies: reports of any content, as no check would make them, with all in them that a format may trip over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from pdo_policy.conclusion import exit_code
from pdo_policy.findings import (
    Citation,
    CoverageRow,
    Disposition,
    Finding,
    Location,
    Severity,
    Subject,
    Text,
    Verdict,
)
from pdo_policy.fingerprints import distinct, order
from pdo_policy.report import InputRecord, InstrumentInfo, NotRun, Report, RulebookInfo, RuleInfo, Whereabouts
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

HOSTILE = (
    "::error file=x::y", "##[error]", "\n::warning::z", "::endgroup::", "%0A", "%25", "%", "\r\n", "\r", ",", ":", "::",
    "](1)", "[甲](2)", "[", "]", "\\", "{0}", "{", "}", "<b>", "</script>", "]]>", "&amp;", "&", '"', "'", "<!--",
    "|", "`", "*", "_", "# ", "- ", "\n\n", "$x$", "@someone", "#1", "https://example.org", "~~", "![](x)",
    "\x00", "\x1b[31m", "\x0b", "\x85", "\u2028", "\u202e", "\ufffe", "\ud800", "\ufeff", "\t",
    "中", "𠮷", "e\u0301", "😀", "　", "，", "。", "“", "…",
)  # fmt: skip
NAMES = (
    "材料/方案 一.yaml", "材料/协议.json", "a b#c?d.yaml", "../别处/甲.yaml", "/外面/乙 丙.json", "/仓库/根/丁.yaml",
    "C:/资料/戊.yaml", "./子/../己.yaml", "换\n行.yaml", "::error::庚.yaml", "[辛](1).yaml", "%41,壬:癸.yaml",
    "-", "\udcff.yaml",
)  # fmt: skip
PLACES = (
    Whereabouts(),
    Whereabouts("/仓库/根"),
    Whereabouts("/仓库/根/子 目录", "/仓库/根"),
    Whereabouts("/", "/"),
    Whereabouts("C:/资料", "C:/资料"),
)
SAYING = (Verdict.VIOLATED, Verdict.UNDETERMINED, Verdict.EXEMPT, Verdict.NOT_ADOPTED, Verdict.ERROR)
CODES = ("input.hidden-character", "schema.flag-unreadable", "schema.unknown-key")

SOURCE = Source("材料/方案 一.yaml", "目标: 无\n" * 100)
PLAN = Subject("plan", "P-1", "D-1", "实施方案 P-1")
RECORD = InputRecord(SOURCE.name, 0, "yaml", "utf-8", "0" * 64, 1, "plan", "P-1", "D-1")
CITED = (Citation("norm", "art_8", "《实施规范》第八条", "in_force"),)

texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=3), min_size=1, max_size=6).map("".join)
"""Any text, and most of it means something in one format or another."""

_maybe = st.just("") | texts
_severities = st.sampled_from(Severity)
_dispositions = st.sampled_from([Disposition.OPEN, Disposition.OPEN, *Disposition])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report on one to three papers, of which some cannot be read, by up to four rules."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    sources = [Source(name, draw(texts)) for name in names]
    subjects = [Subject("plan", f"P{number}", "D", draw(texts)) for number in range(len(sources))]
    rules = [draw(_rules(f"T-{number}")) for number in range(draw(st.integers(0, 4)))]
    rows: list[CoverageRow] = []
    findings: list[Finding] = []
    for source, subject in zip(sources, subjects, strict=True):
        for rule in rules:
            row, found = draw(_answers(rule, source, subject, len(findings)))
            rows.append(row)
            findings.extend(found)
        findings.extend(draw(_faults(source, subject, len(findings))))
    readable = [draw(st.booleans()) or draw(st.booleans()) for _ in sources]
    inputs = [
        InputRecord(source.name, 0, "yaml", "utf-8-sig", "0" * 64, 1, "plan", subject.id, "D", readable=read)
        for source, subject, read in zip(sources, subjects, readable, strict=True)
    ]
    return made(findings, rows, inputs, rules, draw(st.sampled_from(PLACES)))


def made(
    findings: Iterable[Finding],
    rows: Sequence[CoverageRow],
    inputs: Sequence[InputRecord],
    rules: Sequence[RuleInfo],
    whereabouts: Whereabouts,
) -> Report:
    """A report that is right in itself: sorted, counted, with fingerprints that belong to it."""
    sorted_ = distinct(sorted(findings, key=order))
    counted = Counter(row.verdict.value for row in rows)
    codes = sorted({finding.rule_id for finding in sorted_ if not finding.citations})
    told = [RuleInfo(code, "写法不对…", Severity.ERROR, (), "", "改", "") for code in codes]
    return Report(
        tool_version="0.1.0",
        rulebook=RulebookInfo("small", "小规则库", "1.0", "0" * 64, "测试"),
        instruments=(InstrumentInfo("norm", "规范", "", "in_force", counts=True),),
        as_of=date(2026, 1, 5),
        law="default",
        fail_on="error",
        exit_code=exit_code(
            sorted_, rows, fail_on="error", all_readable=all(one.readable for one in inputs), found=True
        ),
        inputs=tuple(inputs),
        findings=sorted_,
        coverage=tuple(rows),
        not_run=(NotRun("T-NOT-RUN", "没有问到", "没有年报"),),
        counts={verdict.value: counted[verdict.value] for verdict in Verdict},
        rules=tuple(sorted((*rules, *told), key=lambda rule: rule.id)),
        whereabouts=whereabouts,
    )


def finding(rule: RuleInfo, source: Source, subject: Subject, number: int, **other: object) -> Finding:
    """A finding at the beginning of a source, 不符合 unless told otherwise; `number` is to differ from all others."""
    fields: Mapping[str, object] = {
        "verdict": Verdict.VIOLATED,
        "severity": rule.severity,
        "text": Text("没有写目标", rule.why, rule.fix, rule.question),
        "locations": (Location(source.span(0, min(1, len(source.text)))),),
        **other,
    }
    return Finding(
        rule_id=rule.id,
        title=rule.title,
        citations=rule.citations,
        subject=subject,
        fingerprint=f"{number:032x}",
        location_fingerprint="",
        **fields,  # type: ignore[arg-type]
    )


def rule(number: int = 0, severity: Severity = Severity.ERROR) -> RuleInfo:
    """A rule, as a report knows it."""
    return RuleInfo(
        f"T-{number}", f"写明目标{number}", severity, CITED, "没有目标就无从评价", "写明目标", "目标是什么？"
    )


def report_of(
    count: int = 1,
    severity: Severity = Severity.ERROR,
    verdict: Verdict = Verdict.VIOLATED,
    disposition: Disposition = Disposition.OPEN,
    text: str = "没有写目标",
) -> Report:
    """A report in which so many rules each have a finding of this severity and verdict."""
    rules = [rule(number, severity) for number in range(count)]
    words = Text(text, "没有目标就无从评价", "写明目标", "目标是什么？")
    fields = {"verdict": verdict, "disposition": disposition, "text": words}
    findings = [finding(one, SOURCE, PLAN, number, **fields) for number, one in enumerate(rules)]
    rows = [
        CoverageRow(
            one.rule_id, one.title, severity, CITED, PLAN, verdict, "理由", (one.fingerprint,), disposition=disposition
        )
        for one in findings
    ]
    return made(findings, rows, [RECORD], rules, Whereabouts())


@st.composite
def _rules(draw: st.DrawFn, name: str) -> RuleInfo:
    cited = tuple(
        Citation("norm", f"art_{number}", draw(texts), "in_force") for number in range(draw(st.integers(1, 2)))
    )
    return RuleInfo(name, f"题{draw(texts)}", draw(_severities), cited, draw(_maybe), draw(_maybe), draw(_maybe))


@st.composite
def _answers(
    draw: st.DrawFn, rule: RuleInfo, source: Source, subject: Subject, number: int
) -> tuple[CoverageRow, list[Finding]]:
    verdict = draw(st.sampled_from(Verdict))
    several = draw(st.integers(1, 2)) if verdict in SAYING else 0
    found = [draw(_findings(rule, source, subject, number + more, verdict)) for more in range(several)]
    dealt_with = bool(found) and all(one.disposition is not Disposition.OPEN for one in found)
    disposition = found[0].disposition if dealt_with else Disposition.OPEN
    marks = tuple(one.fingerprint for one in found)
    row = CoverageRow(
        rule.id, rule.title, rule.severity, rule.citations, subject, verdict, draw(_maybe), marks,
        disposition=disposition,
    )  # fmt: skip
    return row, found


@st.composite
def _findings(
    draw: st.DrawFn, rule: RuleInfo, source: Source, subject: Subject, number: int, verdict: Verdict
) -> Finding:
    places = tuple(draw(_locations(source)) for _ in range(draw(st.integers(1, 3))))
    words = Text(draw(texts.filter(str.strip)), draw(_maybe), draw(_maybe), draw(_maybe))
    made = finding(rule, source, subject, number, verdict=verdict, text=words, locations=places)
    return replace(made, disposition=draw(_dispositions))


@st.composite
def _locations(draw: st.DrawFn, source: Source) -> Location:
    ends = sorted(draw(st.integers(0, len(source.text))) for _ in range(2))
    path = tuple(draw(st.lists(texts | st.integers(0, 3), max_size=2)))
    return Location(source.span(*ends), path, tuple(map(str, path)), note=draw(_maybe))


@st.composite
def _faults(draw: st.DrawFn, source: Source, subject: Subject, number: int) -> list[Finding]:
    codes = draw(st.lists(st.sampled_from(CODES), max_size=2))
    rules = [RuleInfo(code, draw(texts), Severity.ERROR, (), "", "改", "") for code in codes]
    return [draw(_findings(rule, source, subject, number + more, Verdict.VIOLATED)) for more, rule in enumerate(rules)]
