"""What a rule is becomes a reporting descriptor of SARIF: texts, help in plain text and Markdown, level, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdo_policy.findings import Severity
from pdo_policy.reporters.escaping import markdown
from pdo_policy.reporters.grades import OF_SEVERITY
from pdo_policy.reporters.phrases import sentences
from pdo_policy.wording.ci import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.report import RuleInfo

LONGEST = 1024
"""How many characters of a description GitHub takes."""

MOST_TAGS = 10
"""How many tags GitHub keeps."""

_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def descriptor(rule: RuleInfo, lang: str) -> dict[str, Any]:
    """The descriptor of a rule; it has no address, since the rules are shipped with the tool and published nowhere."""
    displays = _displays(rule)
    based = phrase("based_on", lang, clauses=displays) if displays else ""
    return {
        "id": rule.id,
        "shortDescription": {"text": _cut(sentences(rule.title, lang=lang))},
        "fullDescription": {"text": _cut(sentences(rule.title, based, rule.why, lang=lang))},
        "help": {"text": "\n".join(_plain(rule, lang)), "markdown": "\n".join(_formatted(rule, lang))},
        "defaultConfiguration": {"level": OF_SEVERITY[rule.severity].sarif},
        "properties": {
            "precision": "very-high",
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": _tags(rule),
        },
    }


def _displays(rule: RuleInfo) -> str:
    return "，".join(citation.display for citation in rule.citations)


def _tags(rule: RuleInfo) -> list[str]:
    instruments = dict.fromkeys(citation.instrument for citation in rule.citations)
    return ["public-data", *instruments][:MOST_TAGS] if instruments else ["public-data", "form"]


def _parts(rule: RuleInfo) -> Iterator[tuple[str, str]]:
    yield "clauses", _displays(rule)
    yield "why", rule.why
    yield "fix", rule.fix
    yield "question", rule.question


def _plain(rule: RuleInfo, lang: str) -> Iterator[str]:
    colon = ": " if lang == "en" else "："
    yield sentences(rule.title, lang=lang)
    for code, text in _parts(rule):
        if text:
            yield f"{phrase(code, lang)}{colon}{text}"


def _formatted(rule: RuleInfo, lang: str) -> Iterator[str]:
    yield f"**{markdown(rule.title)}**"
    for code, text in _parts(rule):
        if text:
            yield f"\n### {phrase(code, lang)}\n"
            # Behind a mark of a list no text can begin a heading or a quotation.
            listed = [one.display for one in rule.citations] if code == "clauses" else [text]
            yield from (f"- {markdown(item)}" for item in listed)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
