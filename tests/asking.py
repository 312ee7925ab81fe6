"""A rule's text and some papers become its answer: what tests of evaluation are written in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.source import Source
from tests.rulebooks import checked, load, small

if TYPE_CHECKING:
    from pdo_policy.findings import CoverageRow, Finding
    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Rulebook

TRUTH_OF = {"satisfied": "T", "violated": "F", "undetermined": "U"}


class Asked(NamedTuple):
    """What a rule answered."""

    report: Report
    rows: tuple[CoverageRow, ...]
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """The one verdict, or several with spaces between; `not_run` for none."""
        return " ".join(row.verdict.value for row in self.rows) or "not_run"

    @property
    def reason(self) -> str:
        """The reason in the coverage."""
        (row,) = self.rows
        return row.reason

    @property
    def headlines(self) -> list[str]:
        """What the findings say."""
        return [finding.text.headline for finding in self.findings]

    @property
    def places(self) -> list[list[str]]:
        """The places of each finding: file:path, an absent thing with a question mark."""
        return [
            [
                f"{place.span.source.name}:{'.'.join(map(str, place.pointer))}{'?' if place.absent else ''}"
                for place in finding.locations
            ]
            for finding in self.findings
        ]


@cache
def book_of(rules: str) -> Rulebook:
    """The small rulebook with these rules."""
    with TemporaryDirectory() as folder:
        return load(small(Path(folder), rules))


def rule(body: str, *, name: str = "T-A", subject: str = "方案", cite: str = "《实施规范》第八条") -> str:
    """A rule with this body."""
    return f"规则 {name} “题{name}”\n依据 {cite}\n对象 {subject}\n{body}\n完\n"


def asked(rules: str, *documents: dict[str, Any], name: str = "T-A", **options: Any) -> Asked:
    """What a rule answers on papers; `rules` is the text of a rulebook, or the body of one rule on the first paper."""
    if not rules.lstrip().startswith(("规则", "例外", "参数", "认定", "判定", "术语")):
        subjects = {"plan": "方案", "agreement": "协议", "annual_report": "年报"}
        rules = rule(rules, subject=subjects[documents[0]["kind"]])
    return _answer(checked(book_of(rules), *documents, **options), name)


def asked_of_texts(rules: str, *texts: str, name: str = "T-A", **options: Any) -> Asked:
    """The same of YAML texts, which are called `1.yaml`, `2.yaml`, ..."""
    from datetime import date

    from pdo_policy.api import check

    sources = [Source(f"{number}.yaml", text) for number, text in enumerate(texts, 1)]
    return _answer(check(*sources, rulebook=book_of(rules), **{"as_of": date(2026, 1, 5), **options}), name)


def _answer(report: Report, name: str) -> Asked:
    return Asked(
        report,
        tuple(row for row in report.coverage if row.rule_id == name),
        tuple(finding for finding in report.findings if finding.rule_id == name),
    )


def truth(condition: str, *documents: dict[str, Any], **options: Any) -> str:
    """T, F or U: what a condition of a rule on the first paper comes to."""
    return TRUTH_OF[asked(f"应当 {condition}", *documents, **options).verdict]


def truth_of_text(condition: str, written: str, **options: Any) -> str:
    """The same of a plan with lines of YAML beside its header."""
    header = "kind: plan\ndossier: D1\nid: P1\ntitle: 标题\nstatus: 已印发\n"
    return TRUTH_OF[asked_of_texts(rule(f"应当 {condition}"), header + written, **options).verdict]
