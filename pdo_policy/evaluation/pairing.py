"""One paper meets the rules on its kind: a row of coverage and findings for each rule, and nothing is ever raised."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pdo_policy.evaluation.asking import ask, hearing
from pdo_policy.evaluation.blame import Unit
from pdo_policy.evaluation.citations import extended, is_topic_only
from pdo_policy.evaluation.hearing import Answer, Asked, Hearing
from pdo_policy.evaluation.machine import is_plain
from pdo_policy.evaluation.outcomes import Case, Surroundings, findings_of
from pdo_policy.evaluation.reasons import reason_of
from pdo_policy.evaluation.run import MOST_STEPS, Gap, Note, Run, TooLongError
from pdo_policy.evaluation.verdicts import ConflictError, Truth, either
from pdo_policy.findings import CoverageRow, Disposition, Severity, Verdict
from pdo_policy.frozen import replace, with_other
from pdo_policy.schema.bound import Bound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pdo_policy.dossier import Dossier, Paper
    from pdo_policy.evaluation.machine import Ready
    from pdo_policy.evaluation.question import Question
    from pdo_policy.evaluation.run import Environment
    from pdo_policy.findings import Citation, Finding, Subject
    from pdo_policy.rulebook.compiled import Rule

    Row = tuple[CoverageRow, tuple[Finding, ...]]
    Versions = Sequence[Ready]
    Cited = Mapping[str, tuple[tuple[Citation, ...], ...]]
    MetRows = dict[str, Callable[[object], CoverageRow]]


class Pairing:
    """One paper of one dossier under question.

    Args:
        question: what is asked.
        dossier: the papers beside it.
        paper: the paper.
        cited: by rule, the clauses of each of its versions that count.
        idle: ids of the exceptions that rest on nothing that counts.
        met_rows: by rule, what makes the row of a rule that is met from its subject; added to, for all papers.
    """

    def __init__(
        self,
        question: Question,
        dossier: Dossier,
        paper: Paper,
        cited: Cited,
        idle: frozenset[str],
        met_rows: MetRows,
    ) -> None:
        self.kind = paper.bound.kind
        self._met_rows = met_rows
        self._answers = question.answers(dossier.id)
        self._roots: list[Bound | Gap] = [paper.bound.root]
        self._question, self._dossier, self._paper, self._cited, self._idle = question, dossier, paper, cited, idle
        self._around = Surroundings(
            dossier.source_of,
            lambda bound: dossier.paper_of(bound).subject,
            question.machine.questions,
            lambda case, numbers: extended(question, case.citations, numbers),
            question.lang,
            {},
            question.machine.templates,
        )
        # Of the slots behind the root, each rule fills those that it reads.
        self._plain: Environment = [self._run(), *self._roots]

    def rows(self, versions: Versions) -> list[Row]:
        """One row and its findings for each combination of subjects; nearly always one."""
        if is_plain(self._question.machine, versions):
            return [self.plainly(versions)]
        return [self.row(versions, roots) for roots in self.subjects(versions[0])]

    def subjects(self, ready: Ready) -> list[list[Bound | Gap]]:
        """The combinations of subjects, each the roots in the order of the rule's 对象; this paper is the first."""
        root = self._paper.bound.root
        if len(ready.rule.subjects) == 1:
            return [self._roots]
        first, second = ready.rule.subjects
        relations = self._question.rulebook.manifest.relations
        relation = next(one for one in relations if (one.source, one.target) == (first, second))
        link = self._dossier.related(relation.id, root)
        if link.reason:
            return [[root, Gap(link.at, link.reason, ((relation.id, relation.label),))]]
        return [[root, other] for other in link.roots]

    def named(self, roots: Sequence[Bound | Gap]) -> Subject:
        """The subject of a row: the paper; of a rule on two papers, with the name of the other."""
        subject = self._paper.subject
        others = [self._dossier.paper_of(root).subject.label for root in roots[1:] if isinstance(root, Bound)]
        return replace(subject, label="、".join((subject.label, *others))) if others else subject

    # ------------------------------------------------------------------ asking

    def asked(self, versions: Versions, roots: Sequence[Bound | Gap]) -> tuple[Asked, Run]:
        """What a rule is asked under, and in which surroundings."""
        question, cause = self._question, self._cause(versions[0], roots)
        return Asked(question.machine, versions, question.as_of, self._idle, cause), self._run()

    def _run(self) -> Run:
        return Run(self._question.rulebook.manifest.calendar, {}, self._answers, self._dossier.related)

    def _ask(self, versions: Versions, roots: Sequence[Bound | Gap]) -> Answer:
        return ask(*self.asked(versions, roots), roots)

    def _cause(self, ready: Ready, roots: Sequence[Bound | Gap]) -> Truth:
        """Whether a rule is violated whose violation makes this one apply (后果); true where there is none such."""
        causes = self._question.machine.causes.get(ready.rule.id, ())
        answer: Truth = not causes
        for other in causes:
            versions = self._question.machine.rules[other]
            # A rule on other papers cannot be asked of these.
            alike = versions[0].rule.subjects == ready.rule.subjects
            answer = either(answer, self._entailing(versions, roots, ready.rule.id) if alike else None)
        return answer

    def _entailing(self, versions: Versions, roots: Sequence[Bound | Gap], target: str) -> Truth:
        if not any(self._cited[versions[0].rule.id]):
            return False
        try:
            answer = self._ask(versions, roots)
        except Exception:  # noqa: BLE001 - its own row says that it failed; here its verdict is open
            return None
        if answer.ready is not None and target not in answer.ready.rule.entails:
            return False
        verdict = self._verdict(answer, self._cited_for(versions, answer.ready))
        return None if verdict is Verdict.UNDETERMINED else verdict is Verdict.VIOLATED

    def _cited_for(self, versions: Versions, chosen: Ready | None) -> tuple[Citation, ...]:
        """The clauses of the version asked that count; of all versions where none was chosen."""
        cited = self._cited[versions[0].rule.id]
        for ready, found in zip(versions, cited, strict=True):
            if ready is chosen:
                return found
        return tuple(dict.fromkeys(citation for found in cited for citation in found))

    def _verdict(self, answer: Answer, citations: tuple[Citation, ...]) -> Verdict:
        verdict = answer.judgement.verdict
        if not citations:
            return Verdict.NOT_APPLICABLE
        if verdict is Verdict.VIOLATED and is_topic_only(self._question, citations):
            return Verdict.UNDETERMINED
        return verdict

    # ------------------------------------------------------------------ telling

    def row(self, versions: Versions, roots: Sequence[Bound | Gap]) -> Row:
        """The row and the findings of one combination of subjects."""
        return self._guarded(self._weighed, versions, roots)

    def _guarded(
        self, tell: Callable[[Versions, Sequence[Bound | Gap]], Row], versions: Versions, roots: Sequence[Bound | Gap]
    ) -> Row:
        try:
            return tell(versions, roots)
        except ConflictError as error:
            return self._failed(versions, roots, self._around.said("conflict", error.first, error.second))
        except TooLongError:
            return self._failed(versions, roots, self._around.said("too_long", f"{MOST_STEPS:,}"))
        except Exception:  # noqa: BLE001 - a rule that fails inside ends in 出错 and touches no other (charter 5)
            return self._failed(versions, roots, self._around.said("failed", versions[0].rule.id))

    def _weighed(self, versions: Versions, roots: Sequence[Bound | Gap]) -> Row:
        return self._told(versions, roots, self._ask(versions, roots))

    def plainly(self, versions: Versions) -> Row:
        """The row of a plain rule, which is heard only where it is not met; most pairs are met."""
        ready, env = versions[0], self._plain
        env[0].steps = 0
        if len(env) <= ready.slots:
            env.extend([None] * ready.slots)
        try:
            applies = ready.applies(env) if ready.applies is not None else True
            required = ready.required(env) if applies is not False else None
        except Exception:  # noqa: BLE001 - the way that all rules go tells what it is
            return self.row(versions, self._roots)
        if required is not True:
            told = partial(self._decided, (applies, required), env[0].steps)
            return self._guarded(told, versions, self._roots)
        met = self._met_rows.get(ready.rule.id)
        if met is None:
            row = self._in_order(ready.rule, self._cited_for(versions, ready), self._paper.subject)
            met = self._met_rows[row.rule_id] = with_other(row, "subject")
        return met(self._paper.subject), ()

    def _decided(
        self, answers: tuple[Truth, Truth], steps: int, versions: Versions, roots: Sequence[Bound | Gap]
    ) -> Row:
        """The row of a plain rule of which the answers are known, after so many steps."""
        asked, run = self.asked(versions, roots)
        run.steps = steps
        heard = hearing(asked, run, roots)
        assert isinstance(heard, Hearing), "it is in force on every day"
        heard.decide(*answers)
        return self._told(versions, roots, heard.answer())

    def _in_order(self, rule: Rule, citations: tuple[Citation, ...], subject: Subject) -> CoverageRow:
        verdict = Verdict.SATISFIED if citations else Verdict.NOT_APPLICABLE
        reason = "" if citations else self._around.said("no_citation")
        return CoverageRow(rule.id, rule.title, Severity(rule.severity), citations, subject, verdict, reason, ())

    def _told(self, versions: Versions, roots: Sequence[Bound | Gap], answer: Answer) -> Row:
        citations = self._cited_for(versions, answer.ready)
        verdict = self._verdict(answer, citations)
        case = self._case(versions, roots, answer, citations)
        units = answer.units if citations else []
        findings = findings_of(case, units, verdict, self._around)
        reason = reason_of(case, answer, verdict, findings, self._around)
        awaits = _awaited(units) if verdict is Verdict.UNDETERMINED else ()
        return self._counted(case, verdict, reason, findings, awaits), findings

    def _case(
        self, versions: Versions, roots: Sequence[Bound | Gap], answer: Answer, citations: tuple[Citation, ...]
    ) -> Case:
        rule = (answer.ready or versions[0]).rule
        notes = [self._flip(name, answer) for name in answer.judgement.flips]
        notes += [self._around.said("provisional", name) for name in answer.unverified]
        return Case(
            rule=rule,
            citations=citations,
            subject=self.named(roots),
            roots=tuple(roots),
            violation=answer.violation,
            notes=tuple(notes),
            firm=answer.judgement.firm,
            topic_only=bool(citations) and is_topic_only(self._question, citations),
        )

    def _flip(self, name: str, answer: Answer) -> str:
        """That proof of an exception would change the verdict; of one of the rule's own, with what is open about it."""
        number = name.partition("/")[2]
        if not number:
            return self._around.said("flip", answer.pleas[name].title, name)
        read = (self._around.phrase(read) for unit in answer.proofs[name] for read in unit.reads)
        told = "；".join(text for text in dict.fromkeys(read) if text)
        return self._around.said("flip_unless", told or self._around.said("unless", number))

    def _failed(self, versions: Versions, roots: Sequence[Bound | Gap], reason: str) -> Row:
        rule = versions[0].rule
        bare = rule._replace(texts=rule.texts._replace(violation=None, reason=None, remedy=None, question=None))
        citations = self._cited_for(versions, None)
        case = Case(bare, citations, self.named(roots), tuple(roots), None, (), True, False)
        unit = Unit((), (), reason, None, (), (None, *roots), False)
        findings = findings_of(case, [unit], Verdict.ERROR, self._around)
        return self._counted(case, Verdict.ERROR, reason, findings), findings

    def _counted(
        self, case: Case, verdict: Verdict, reason: str, findings: tuple[Finding, ...], awaits: tuple[str, ...] = ()
    ) -> CoverageRow:
        return CoverageRow(
            case.rule.id,
            case.rule.title,
            Severity(case.rule.severity),
            case.citations,
            case.subject,
            verdict,
            reason,
            tuple([finding.fingerprint for finding in findings]),
            case.firm,
            Disposition.OPEN,
            awaits,
        )


def _awaited(units: Sequence[Unit]) -> tuple[str, ...]:
    """The 认定 among what was looked for, in the order of the rule's text."""
    asked = (read for unit in units for read in unit.reads if isinstance(read, Note))
    return tuple(dict.fromkeys(read.detail for read in asked if read.reason == "determination"))
