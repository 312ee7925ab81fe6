"""A report for a page of tests: JUnit XML with a test for each pair of rule and subject, passed ones too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Disposition, Verdict
from pdo_policy.reporters.escaping import xml_text
from pdo_policy.reporters.paths import placed
from pdo_policy.reporters.phrases import advice, heading, sentences
from pdo_policy.wording.ci import phrase
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.findings import CoverageRow, Finding
    from pdo_policy.report import Report


class _Test(NamedTuple):
    """A test as JUnit knows it.

    Attributes:
        group: what it belongs to: the paper and the clause.
        name: unique in its group.
        outcome: `failure`, `error`, `skipped`, `system-out`, or empty where it passed without a word.
        message: in one line.
        text: at length.
        finding: the one that it points at, where there is one.
    """

    group: str
    name: str
    outcome: str
    message: str
    text: str
    finding: Finding | None


_SKIPPED = {
    Verdict.UNDETERMINED: "open",
    Verdict.NOT_APPLICABLE: "not_applicable",
    Verdict.EXEMPT: "exempt",
}


def render_junit(report: Report, lang: str) -> str:
    """A suite for each paper, and a test in it for each rule asked of it and for each fault of writing and form.

    What is 不符合 is a failure, 出错 an error; 待核实, 不适用, 豁免 and what a waiver or the baseline has dealt with
    are skipped, with the reason; 未采纳 passes and says so. No test took any time: a report knows of none.
    """
    suites = _suites(report, lang)
    everything = [test for tests in suites.values() for test in tests]
    root = ET.Element("testsuites", _counts(f"pdo-policy {sentence(conclusion(report), lang)}", everything))
    for (label, file), tests in suites.items():
        suite = ET.SubElement(root, "testsuite", {**_counts(label, tests), "file": xml_text(file)})
        _properties(suite, report)
        for test in tests:
            _write(suite, test, file)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suites(report: Report, lang: str) -> dict[tuple[str, str], list[_Test]]:
    """The suites in the order of the papers: their name and file, and their tests."""
    by_mark = {finding.fingerprint: finding for finding in report.findings}
    made = [(row.subject, _pair(row, [by_mark[mark] for mark in row.findings], lang)) for row in report.coverage]
    faults = [finding for finding in report.findings if not finding.citations and finding.verdict is Verdict.VIOLATED]
    made.extend((finding.subject, _fault(finding, lang)) for finding in faults)
    paths = {(record.role, record.dossier, record.id): record.path for record in report.inputs if record.role}
    suites: dict[tuple[str, str], list[_Test]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for subject, test in made:
        seen[test.group, test.name] += 1
        number = seen[test.group, test.name]
        path = paths.get((subject.role, subject.dossier, subject.id), subject.label)
        suite = suites.setdefault((subject.label, placed(path, report.whereabouts).path), [])
        suite.append(test if number == 1 else test._replace(name=f"{test.name} ({number})"))
    return suites


def _pair(row: CoverageRow, found: list[Finding], lang: str) -> _Test:
    group = _group(row.subject.label, row.citations[0].display if row.citations else phrase("form", lang))
    name = f"{row.rule_id} {row.title}"
    first = found[0] if found else None
    message = first.text.headline if first is not None else row.reason
    text = "\n".join(line for finding in found for line in _told(finding, lang)) or row.reason
    if row.disposition is not Disposition.OPEN:
        return _Test(group, name, "skipped", phrase(row.disposition.value, lang, text=message), text, first)
    if row.verdict in _SKIPPED:
        said = phrase(_SKIPPED[row.verdict], lang, text=row.reason or message)
        return _Test(group, name, "skipped", said, text, first)
    if row.verdict is Verdict.NOT_ADOPTED:
        return _Test(group, name, "system-out", "", phrase("not_adopted", lang, text=text), first)
    outcome = {Verdict.VIOLATED: "failure", Verdict.ERROR: "error"}.get(row.verdict, "")
    return _Test(group, name, outcome, message, text, first)


def _fault(finding: Finding, lang: str) -> _Test:
    name = finding.rule_id
    group = _group(finding.subject.label, phrase("form", lang))
    text = "\n".join(_told(finding, lang))
    headline = finding.text.headline
    if finding.disposition is not Disposition.OPEN:
        said = phrase(finding.disposition.value, lang, text=headline)
        return _Test(group, name, "skipped", said, text, finding)
    return _Test(group, name, "failure", headline, text, finding)


def _group(label: str, within: str) -> str:
    # A full stop parts a package from a class; one in a paper's number must not.
    return f"{label.replace('.', '·')}.{within.replace('.', '·')}"


def _told(finding: Finding, lang: str) -> Iterator[str]:
    yield heading(finding, lang)
    yield sentences(finding.text.why, advice(finding, lang), lang=lang)


def _counts(name: str, tests: list[_Test]) -> dict[str, str]:
    outcomes = Counter(test.outcome for test in tests)
    return {
        "name": xml_text(name),
        "tests": str(len(tests)),
        "failures": str(outcomes["failure"]),
        "errors": str(outcomes["error"]),
        "skipped": str(outcomes["skipped"]),
        "time": "0",
    }


def _properties(suite: ET.Element, report: Report) -> None:
    book = report.rulebook
    values = {
        "rulebook": f"{book.id} {book.version}",
        "digest": book.digest,
        "as_of": report.as_of.isoformat(),
        "law": report.law,
    }
    properties = ET.SubElement(suite, "properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", {"name": name, "value": xml_text(value)})


def _write(suite: ET.Element, test: _Test, file: str) -> None:
    known = {"classname": test.group, "name": test.name, "file": file, "time": "0"}
    if test.finding is not None:
        known["line"] = str(test.finding.locations[0].span.first.line)
    case = ET.SubElement(suite, "testcase", {key: xml_text(value) for key, value in known.items()})
    if not test.outcome:
        return
    if test.outcome == "system-out":
        ET.SubElement(case, "system-out").text = xml_text(test.text)
        return
    attributes = {"message": xml_text(test.message)}
    if test.finding is not None and test.outcome != "skipped":
        attributes["type"] = test.finding.rule_id
    ET.SubElement(case, test.outcome, attributes).text = xml_text(test.text)
