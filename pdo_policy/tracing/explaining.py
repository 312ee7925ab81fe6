"""A rule and dossiers become an explanation: a trace for each subject, or why the rule was not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.citations import counting, idle
from pdo_policy.evaluation.pairing import Pairing
from pdo_policy.findings import Citation
from pdo_policy.law.instruments import counts, status_on
from pdo_policy.traces import Explanation, Idle, Premise, Standing
from pdo_policy.tracing.nodes import RuleTexts
from pdo_policy.tracing.reading import Asked, Reader, fault_of
from pdo_policy.tracing.subjects import Surroundings, trace_of
from pdo_policy.wording import worded
from pdo_policy.wording.evaluation import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.dossier import Dossier, Paper
    from pdo_policy.evaluation.machine import Ready
    from pdo_policy.evaluation.question import Question
    from pdo_policy.evaluation.run import Gap
    from pdo_policy.findings import Finding
    from pdo_policy.law.instruments import Clause, Instrument
    from pdo_policy.report import RulebookInfo
    from pdo_policy.rulebook.compiled import Rule
    from pdo_policy.schema.bound import Bound
    from pdo_policy.traces import Trace

Cited = dict[str, tuple[tuple[Citation, ...], ...]]


def explained(
    question: Question, dossiers: Sequence[Dossier], rule_id: str, findings: Sequence[Finding], about: RulebookInfo
) -> Explanation:
    """The explanation of a rule.

    Args:
        question: what is evaluated; the rule is one of its machine's.
        dossiers: the papers.
        rule_id: the rule.
        findings: about the writing and the form of the papers.
        about: the rulebook.
    """
    versions = question.machine.rules[rule_id]
    cited = {
        name: tuple(counting(question, ready.rule) for ready in question.machine.rules[name])
        for name in _with_premises(question, rule_id)
    }
    traces: tuple[Trace, ...] = ()
    if any(cited[rule_id]):
        traces = tuple(_traces(question, dossiers, rule_id, cited, findings))
    title = traces[0].title if traces else versions[0].rule.title
    return Explanation(
        rulebook=about,
        as_of=question.as_of,
        law=question.law,
        rule_id=rule_id,
        title=title,
        clauses=tuple(_standings(question, versions)),
        traces=traces,
        idle=None if traces else _idle(question, dossiers, versions[0], cited=any(cited[rule_id])),
        unread=tuple(fault_of(finding) for finding in findings if not finding.subject.role),
    )


def _with_premises(question: Question, rule_id: str) -> list[str]:
    """The rule, those whose violation makes it apply, those whose violation makes these apply, and so on."""
    found = {rule_id: None}
    waiting = [rule_id]
    while waiting:
        causes = [name for name in question.machine.causes.get(waiting.pop(), ()) if name not in found]
        found.update(dict.fromkeys(causes))
        waiting.extend(causes)
    return list(found)


def _traces(
    question: Question, dossiers: Sequence[Dossier], rule_id: str, cited: Cited, findings: Sequence[Finding]
) -> Iterator[Trace]:
    versions = question.machine.rules[rule_id]
    without = idle(question, versions[0].rule.subjects[:1])
    texts = RuleTexts(question.rulebook.sources)
    kinds = {name: values[0].kind for name, values in question.machine.parameters.items()}
    questions = {one.name: Asked(one.question, one.authority) for one in question.rulebook.program.questions}
    relations = {one.id: one for one in question.rulebook.manifest.relations}
    for dossier in dossiers:
        others = tuple(other for other in dossiers if other is not dossier)
        for paper in dossier.papers:
            if paper.bound.kind != versions[0].rule.subjects[0]:
                continue
            pairing = Pairing(question, dossier, paper, cited, without, {})
            reader = Reader(dossier, paper.bound.root, others, relations, questions, findings, question.lang)
            around = Surroundings(question, texts, kinds, reader, without)
            for roots in pairing.subjects(versions[0]):
                found = pairing.row(versions, roots)
                premises = tuple(_premises(question, pairing, versions[0], roots, cited))
                yield trace_of(around, found, premises, pairing.asked(versions, roots), roots)


def _premises(
    question: Question, pairing: Pairing, ready: Ready, roots: Sequence[Bound | Gap], cited: Cited
) -> Iterator[Premise]:
    for name in question.machine.causes.get(ready.rule.id, ()):
        versions = question.machine.rules[name]
        is_asked = any(cited[name]) and versions[0].rule.subjects == ready.rule.subjects
        yield Premise(name, pairing.row(versions, roots)[0].verdict if is_asked else None)


# ---------------------------------------------------------------------- law


def _standings(question: Question, versions: Sequence[Ready]) -> Iterator[Standing]:
    told: dict[str, Standing] = {}
    for ready in versions:
        for name in ready.rule.clauses:
            found = _standing(question, name, ready.rule)
            if name not in told or found.counts:
                told[name] = found
    yield from told.values()


def _standing(question: Question, name: str, rule: Rule) -> Standing:
    instrument_id, _, clause_id = name.partition("~")
    instrument = next(one for one in question.rulebook.manifest.instruments if one.id == instrument_id)
    clause = instrument.clauses[clause_id]
    status = status_on(instrument, question.as_of)
    why_not = _why_not(question, instrument, clause, rule)
    citation = Citation(instrument.id, clause.id, clause.display, status)
    return Standing(citation, instrument.first, instrument.last, not why_not, why_not)


def _why_not(question: Question, instrument: Instrument, clause: Clause, rule: Rule) -> str:
    if not counts(instrument, question.as_of, question.law):
        status = status_on(instrument, question.as_of)
        is_matter_of_time = status in ("pending", "superseded") and question.law in ("default", "in-force")
        return status if is_matter_of_time else "law"
    return "topic" if clause.visibility == "topic" and not rule.presence_only else ""


# ---------------------------------------------------------------------- not run


def _idle(question: Question, dossiers: Sequence[Dossier], ready: Ready, *, cited: bool) -> Idle:
    label = question.rulebook.manifest.documents[ready.rule.subjects[0]].label
    reason = "no_subject" if cited else "no_citation"
    said = worded(MESSAGES, reason, {"where": label}, question.lang).headline
    papers = tuple((paper.subject, _file(paper)) for dossier in dossiers for paper in dossier.papers)
    return Idle(reason, said, label, papers)


def _file(paper: Paper) -> str:
    return paper.bound.document.source.name
