"""A case and a rulebook become a result: the verdict given, and what was not as expected."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy import api
from pdo_policy.documents.files import File
from pdo_policy.dossier import dossiers_of
from pdo_policy.evaluation.evaluate import evaluate
from pdo_policy.evaluation.machine import machine
from pdo_policy.evaluation.question import Question
from pdo_policy.intake import take_in
from pdo_policy.law.instruments import LAWS
from pdo_policy.schema.suggestions import nearest
from pdo_policy.source import Source
from pdo_policy.wording.testing import said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pdo_policy.dossier import Dossier
    from pdo_policy.evaluation.machine import Machine
    from pdo_policy.findings import CoverageRow, Finding
    from pdo_policy.intake import Intake
    from pdo_policy.rulebook.compiled import Program, Rule, Rulebook, RuleException
    from pdo_policy.testing.cases import Case


_PAPERS_KEPT = 64


@dataclass(frozen=True)
class Result:
    """What a case gave.

    Attributes:
        case: as written.
        actual: the verdict, or `not_run`; several are joined by 、; empty where the case cannot be run.
        failure: what was not as expected; empty when the case was met.
        reasons: for a case that was not met, why the rule answered as it did.
        findings: those of the rule under test.
    """

    case: Case
    actual: str
    failure: str
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]


class Strange(NamedTuple):
    """A name in a case that the rulebook does not know, of which sort it is, and the names of that sort."""

    sort: str
    name: str
    known: tuple[str, ...] = ()

    def told(self, lang: str) -> str:
        """The words for it."""
        near = nearest(self.name, self.known)
        return said(self.sort, lang, name=self.name, near=said("near", lang, name=near) if near else "")


class Filed(NamedTuple):
    """A case whose documents are read, to be answered any number of times; `strange` is why it cannot be."""

    case: Case
    dossiers: tuple[Dossier, ...]
    strange: Strange | None


def run_case(case: Case, rulebook: Rulebook, lang: str = "zh") -> Result:
    """The result of a case; `lang` is the language of what failed and why."""
    return answer(filed(case, rulebook), rulebook, machine(part_on(rulebook.program, {case.rule})), lang)


def part_on(program: Program, rules: Collection[str]) -> Program:
    """The part of a program that decides some rules: these, those whose violation makes them apply, and exceptions."""
    wanted = set(rules)
    waiting = set(rules)
    while waiting:
        causes = {rule.id for rule in program.rules if waiting & set(rule.entails)}
        waiting = causes - wanted
        wanted |= causes
    kept = tuple(rule for rule in program.rules if rule.id in wanted)
    return program._replace(rules=kept, exceptions=exceptions_to(program, kept))


def exceptions_to(program: Program, rules: Iterable[Rule]) -> tuple[RuleException, ...]:
    """The exceptions that attack any of some rules, and all that attack these."""
    found = {item.id: item for item in program.exceptions}
    wanted = {name for rule in rules for name in rule.exceptions}
    waiting = list(wanted)
    while waiting:
        attackers = set(found[waiting.pop()].attackers) - wanted
        wanted |= attackers
        waiting.extend(attackers)
    return tuple(item for item in program.exceptions if item.id in wanted)


def filed(case: Case, rulebook: Rulebook) -> Filed:
    """A case with its documents read."""
    taken = [_taken_in(source, rulebook) for source in _sources(case)]
    documents = [document for intake in taken for document in intake.documents]
    strange = next(_strange(case, rulebook, (finding for intake in taken for finding in intake.findings)), None)
    return Filed(case, dossiers_of(documents, rulebook.manifest.documents, rulebook.manifest.relations), strange)


@lru_cache(maxsize=_PAPERS_KEPT)
def _taken_in(source: Source, rulebook: Rulebook) -> Intake:
    """What a paper holds; most cases leave the base as it is in all papers but one."""
    labels = {kind: document.label for kind, document in rulebook.manifest.documents.items()}
    return take_in([_file(source)], rulebook.types, labels, "zh")


def _sources(case: Case) -> list[Source]:
    """The documents of a case as somebody might file them, one thing to a line."""
    return [
        Source(name, json.dumps(document, ensure_ascii=False, default=_bare, indent=1))
        for kind, written in case.documents.items()
        for name, document in _papers(kind, written)
    ]


def _papers(kind: str, written: object) -> Iterator[tuple[str, object]]:
    """The papers of a kind, each with the name of its file: one, or several where a list was put in."""
    papers = written if isinstance(written, list) else [written]
    for number, document in enumerate(papers, 1):
        yield (f"{kind}.json" if len(papers) == 1 else f"{kind}-{number}.json"), document


def _file(source: Source) -> File:
    content = source.text.encode()
    return File(source.name, source, "utf-8", sha256(content).hexdigest(), len(content), None)


def _bare(value: object) -> int | float:
    assert isinstance(value, Decimal), "a YAML document holds no other value that JSON does not know"
    return float(value)


def _strange(case: Case, rulebook: Rulebook, findings: Iterable[Finding]) -> Iterator[Strange]:
    rules = tuple(dict.fromkeys(rule.id for rule in rulebook.program.rules))
    laws = (*LAWS, *(instrument.id for instrument in rulebook.manifest.instruments))
    questions = tuple(question.name for question in rulebook.program.questions)
    kinds = tuple(rulebook.types)
    for sort, names, known in (
        ("rule", (case.rule,), rules),
        ("law", (case.law,), laws),
        ("determination", case.determinations, questions),
        ("kind", case.documents, kinds),
    ):
        yield from (Strange(sort, name, known) for name in names if name not in known)
    # A field that nobody reads would leave the document as it was, and the case would show nothing.
    yield from (Strange("field", found.text.headline) for found in findings if found.rule_id.startswith(_UNREAD))


_UNREAD = "schema.unknown-key"


def answer(filed: Filed, rulebook: Rulebook, machine: Machine, lang: str = "zh") -> Result:
    """The result of a case under a machine, which holds at least the part of a program on the case's rule."""
    case = filed.case
    if filed.strange is not None:
        return Result(case, "", filed.strange.told(lang), (), ())
    question = Question(rulebook, machine, case.as_of, case.law, {"": case.determinations}, lang)
    outcomes = evaluate(question, filed.dossiers)
    rows = [row for row in outcomes.coverage if row.rule_id == case.rule]
    rows.sort(key=lambda row: (row.subject.dossier, row.subject.label))
    actual = "、".join(dict.fromkeys(row.verdict.value for row in rows)) or "not_run"
    findings = tuple(finding for finding in outcomes.findings if finding.rule_id == case.rule)
    failure = _failure(case, actual, rows, findings, lang)
    return Result(case, actual, failure, _reasons(rows, findings, lang) if failure else (), findings)


def _reasons(rows: Sequence[CoverageRow], findings: Sequence[Finding], lang: str) -> tuple[str, ...]:
    """What each finding says, and where; of a verdict without findings, why it came to that."""
    told = [said("finding", lang, place=pointer(finding), text=finding.text.headline) for finding in findings]
    told += [row.reason for row in rows if row.reason and not row.findings]
    return tuple(dict.fromkeys(told))


def _failure(case: Case, actual: str, rows: Sequence[CoverageRow], findings: Sequence[Finding], lang: str) -> str:
    if actual != case.expect:
        return said("verdict", lang, expected=case.expect, actual=actual)
    places = [pointer(finding) for finding in findings]
    if case.at is not None and case.at not in places:
        return said("place", lang, expected=case.at, actual="、".join(places) or "—")
    if case.count is not None and case.count != len(findings):
        return said("count", lang, expected=case.count, actual=len(findings))
    texts = [finding.text.headline for finding in findings if case.at in (None, pointer(finding))]
    texts = texts or [row.reason for row in rows if row.reason]
    if case.message is not None and not any(case.message in text for text in texts):
        return said("message", lang, expected=case.message, actual="；".join(texts) or "—")
    return ""


def explained(case: Case, rulebook: Rulebook, lang: str = "zh") -> str:
    """How the rule comes to its answer, as `why` tells it of the case's documents; empty for a case without any.

    Places in it are lines of the documents as JSON, one thing to a line.
    """
    # Only a case that is not met is explained.
    from pdo_policy.reporters.trace_as_text import render_trace_text  # noqa: PLC0415 - see above

    sources = _sources(case)
    if not sources:
        return ""
    explanation = api.why(
        case.rule,
        *sources,
        as_of=case.as_of,
        rulebook=rulebook,
        law=case.law,
        determinations=case.determinations,
        lang=lang,
    )
    return render_trace_text(explanation, lang)


def pointer(finding: Finding) -> str:
    """The JSON pointer of a finding's first place, as a case writes it in `at`."""
    return "/" + "/".join(map(str, finding.locations[0].pointer))
