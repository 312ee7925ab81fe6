"""A report for code scanning: SARIF 2.1.0, with all that GitHub reads filled in and nothing else taken for granted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.conclusion import CLEAN, FOUND, conclusion
from pdo_policy.reporters.columns import first_line, utf16_region
from pdo_policy.reporters.grades import BLOCKER, grade, standing, unreadable
from pdo_policy.reporters.paths import placed, uri
from pdo_policy.reporters.phrases import advice, clauses, pointer, sentences
from pdo_policy.reporters.sarif_rules import descriptor
from pdo_policy.wording.ci import phrase
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pdo_policy.findings import Finding, Location
    from pdo_policy.report import Report
    from pdo_policy.source import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

MOST_RESULTS = 25_000
"""How many results GitHub takes of one run; of more it refuses the whole file."""

_ROOT = "%SRCROOT%"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


class _Around(NamedTuple):
    """What a result needs to know of the report: it, the index of each rule, the paths that could not be read."""

    report: Report
    rules: Mapping[str, int]
    unread: frozenset[str]
    lang: str


def render_sarif(report: Report, lang: str) -> str:
    """The findings that call for action as one run of SARIF.

    What a waiver or the baseline has dealt with is left out, since GitHub does not read suppressions. Regions end with
    their first line. Braces in messages are not doubled, against SARIF 3.11.5: no message has arguments, and a reader
    that does not turn them back would show what nobody can copy into a paper.
    """
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, lang)]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report, lang: str) -> dict[str, Any]:
    rules = {rule.id: index for index, rule in enumerate(report.rules)}
    around = _Around(report, rules, unreadable(report), lang)
    found = standing(report)
    kept = _gravest(found, around)
    return {
        "tool": {"driver": _driver(report, lang)},
        "automationDetails": {"id": f"pdo-policy/{report.rulebook.id}/"},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "language": _LANGUAGES[lang],
        "originalUriBaseIds": {_ROOT: {"description": {"text": sentences(phrase("root", lang), lang=lang)}}},
        "invocations": [_invocation(found, len(found) - len(kept), around)],
        "artifacts": list(_artifacts(report)),
        "results": [_result(finding, around) for finding in kept],
        "properties": _properties(report, lang),
    }


def _driver(report: Report, lang: str) -> dict[str, Any]:
    return {
        "name": "pdo-policy",
        "version": report.tool_version,
        "semanticVersion": report.tool_version,
        "language": _LANGUAGES[lang],
        "rules": [descriptor(rule, lang) for rule in report.rules],
    }


def _gravest(found: tuple[Finding, ...], around: _Around) -> tuple[Finding, ...]:
    """The findings that GitHub takes, in the order of the report."""
    if len(found) <= MOST_RESULTS:
        return found
    ranked = sorted(range(len(found)), key=lambda index: grade(found[index], around.unread).rank)
    return tuple(found[index] for index in sorted(ranked[:MOST_RESULTS]))


def _properties(report: Report, lang: str) -> dict[str, Any]:
    book = report.rulebook
    return {
        "rulebook": {"id": book.id, "version": book.version, "digest": book.digest},
        "asOf": report.as_of.isoformat(),
        "law": report.law,
        "conclusion": sentence(conclusion(report), lang),
        "verdicts": dict(report.counts),
        "notRun": len(report.not_run),
    }


# ---------------------------------------------------------------------- results


def _result(finding: Finding, around: _Around) -> dict[str, Any]:
    report, lang = around.report, around.lang
    primary, *related = finding.locations
    result = {
        "ruleId": finding.rule_id,
        "ruleIndex": around.rules[finding.rule_id],
        "level": grade(finding, around.unread).sarif,
        "message": {"text": _message(finding, report, lang)},
        "locations": [_location(primary, report)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.location_fingerprint}:1",
            "pdoFinding/v1": finding.fingerprint,
        },
        "properties": {
            "verdict": finding.verdict.value,
            "firm": finding.firm,
            "subject": finding.subject.label,
            "breadcrumb": " → ".join(primary.breadcrumb),
        },
    }
    if related:
        result["relatedLocations"] = [
            {"id": number, **_location(location, report), "message": {"text": _link_text(location, report, lang)}}
            for number, location in enumerate(related, 1)
        ]
    return result


def _message(finding: Finding, report: Report, lang: str) -> str:
    said = _unlinked(sentences(finding.text.headline, advice(finding, lang), lang=lang))
    links = ("、" if lang == "zh" else ", ").join(
        f"[{_link_text(location, report, lang)}]({number})" for number, location in enumerate(finding.locations[1:], 1)
    )
    see = sentences(phrase("see", lang, links=links), lang=lang) if links else ""
    return " ".join(part for part in (_unlinked(clauses(finding.citations)), said, see) if part)


def _link_text(location: Location, report: Report, lang: str) -> str:
    path = placed(location.span.source.name, report.whereabouts).path
    trail = " → ".join(location.breadcrumb)
    text = " ".join(part for part in (phrase("line", lang, path=path, line=location.span.first.line), trail) if part)
    # A bracket in the text of a link is to be escaped, and not every reader turns the escape back.
    return text.replace("\\", "/").replace("[", "〔").replace("]", "〕")


def _unlinked(text: str) -> str:
    """A text in which nothing reads as a link: what stands in a paper must not become one."""
    return text.replace("](", "] (")


def _location(location: Location, report: Report) -> dict[str, Any]:
    made: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(location.span.source.name, report),
            "region": _region(location.span),
        }
    }
    if location.pointer:
        name = {"fullyQualifiedName": pointer(location.pointer), "decoratedName": " → ".join(location.breadcrumb)}
        made["logicalLocations"] = [name]
    return made


def _region(span: Span) -> dict[str, int]:
    region = utf16_region(first_line(span))
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(name: str, report: Report) -> dict[str, str]:
    file = placed(name, report.whereabouts)
    return {"uri": uri(file), "uriBaseId": _ROOT} if file.inside else {"uri": uri(file)}


# ---------------------------------------------------------------------- what was checked, and how


def _artifacts(report: Report) -> Iterator[dict[str, Any]]:
    for record in {record.path: record for record in report.inputs}.values():
        made: dict[str, Any] = {"location": _artifact(record.path, report), "roles": ["analysisTarget"]}
        if record.sha256:
            made["length"] = record.size
            made["hashes"] = {"sha-256": record.sha256}
        if record.encoding:
            made["encoding"] = record.encoding.removesuffix("-sig")
        yield made


def _invocation(found: Iterable[Finding], left_out: int, around: _Around) -> dict[str, Any]:
    notes = [_unread(finding, around) for finding in found if _keeps_from_checking(finding, around)]
    if left_out:
        text = phrase("cut", around.lang, kept=MOST_RESULTS, more=left_out)
        notes.append({"level": "warning", "message": {"text": text}})
    return {
        "executionSuccessful": around.report.exit_code in (CLEAN, FOUND),
        "exitCode": around.report.exit_code,
        "toolExecutionNotifications": notes,
    }


def _keeps_from_checking(finding: Finding, around: _Around) -> bool:
    return not finding.citations and grade(finding, around.unread) is BLOCKER


def _unread(finding: Finding, around: _Around) -> dict[str, Any]:
    """A notification about an input that could not be checked; GitHub shows none, so there is a result as well."""
    return {
        "level": "error",
        "message": {"text": _unlinked(sentences(finding.text.headline, lang=around.lang))},
        "locations": [_location(finding.locations[0], around.report)],
        "associatedRule": {"id": finding.rule_id, "index": around.rules[finding.rule_id]},
    }
