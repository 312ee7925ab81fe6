"""What was read becomes a record of it: what it is, where it stands, what it says, or why it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.messages import quoted
from pdo_policy.evaluation.places import OF_PAPERS, location, phrase
from pdo_policy.evaluation.run import REASONS, Gap, Note
from pdo_policy.schema.bound import Bound, State, breadcrumb, path
from pdo_policy.traces import Fault, Read
from pdo_policy.wording.tracing import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.dossier import Dossier, Paper
    from pdo_policy.evaluation.run import Read as Found
    from pdo_policy.findings import Finding
    from pdo_policy.law.manifest import Relation

LONGEST = 60
"""How many characters of something unreadable are shown."""

MOST_FAULTS = 2
"""How many faults of the writing are told of one thing that was read."""


def fault_of(finding: Finding) -> Fault:
    """A finding about writing or form, as a fault."""
    return Fault(finding.rule_id, finding.text.headline, finding.text.fix, finding.locations[0])


class Asked(NamedTuple):
    """A 认定: the question, and who may answer it."""

    question: str
    authority: str


class Reader(NamedTuple):
    """What turning reads into records needs to know.

    Attributes:
        dossier: the papers of the subject.
        root: of the subject.
        others: the other dossiers of the run.
        relations: of the rulebook by id.
        questions: the 认定 by name.
        findings: about writing and form.
        lang: `zh` or `en`.
    """

    dossier: Dossier
    root: Bound
    others: Sequence[Dossier]
    relations: Mapping[str, Relation]
    questions: Mapping[str, Asked]
    findings: Sequence[Finding]
    lang: str

    def named(self, bound: Bound) -> str:
        """What the reader of the papers calls a thing; with its paper's name where that is not the subject."""
        crumbs = breadcrumb(bound)
        label = self.dossier.paper_of(bound).subject.label
        if not crumbs:
            return label
        trail = " → ".join(crumbs)
        return trail if _root(bound) is self.root else said("in_paper", self.lang, paper=label, where=trail)

    def record(self, found: Found, presumed: Mapping[Found, str]) -> Read:
        """The record of something read; `presumed` are the values that count for things that are absent."""
        if isinstance(found, Note):
            return self._note(found)
        told = phrase(found, lambda _name: ("", ""), self.lang)
        if isinstance(found, Bound):
            return self._bound(found, told)
        if found in presumed:
            told = said("presumed", self.lang, absent=told, value=presumed[found])
        told = "；".join((told, *self._of_papers(found))) if found.reason in OF_PAPERS else told
        crumbs = (*(label for _, label in found.trail),)
        name = crumbs[0] if found.reason in OF_PAPERS else " → ".join((*self._way(found.at), *crumbs))
        place = location(found, self.dossier.source_of)
        faults = tuple(self._faults_of_absent(found)) if found.reason == "absent" else ()
        value = quoted(found.at) if _names_paper(found) else ""
        return Read(name, found.reason, value, told, presumed.get(found, ""), place, faults)

    def _way(self, at: Bound) -> tuple[str, ...]:
        return (self.named(at),) if at.parent is not None or at is not self.root else ()

    def _note(self, note: Note) -> Read:
        told = phrase(note, lambda name: self.questions.get(name, Asked("", "")), self.lang)
        return Read(note.detail, note.reason, "", told, "", None, ())

    def _bound(self, found: Bound, told: str) -> Read:
        place = location(found, self.dossier.source_of)
        name = self.named(found)
        if found.state is State.PRESENT:
            is_bare_record = isinstance(found.data, dict) and quoted(found) == found.field.label
            return Read(name, "present", "" if is_bare_record else quoted(found), "", "", place, ())
        if found.state is State.BLANK and found.field.kind == "list":
            return Read(name, "blank", "", said("empty_list", self.lang, where=name), "", place, ())
        written = " ".join(place.span.text.split()) if found.state is State.INVALID else ""
        value = found.data if found.state is State.NOT_APPLICABLE else _cut(written)
        faults = tuple(self._faults_in(found)) if found.state is State.INVALID else ()
        return Read(name, REASONS[found.state], value, told, "", place, faults)

    # ------------------------------------------------------------------ papers that are not there

    def _of_papers(self, gap: Gap) -> Iterator[str]:
        """What the papers tell about a paper that a relation does not lead to."""
        if _names_paper(gap):
            yield said("names_paper", self.lang, field=gap.at.field.label, value=quoted(gap.at))
        relation = self.relations.get(gap.trail[0][0])
        if relation is None:
            return
        there = [paper.subject.label for paper in self.dossier.papers if paper.bound.kind == relation.target]
        if there:
            yield said("papers_there", self.lang, papers="、".join(there))
        for paper in self._elsewhere(relation.target):
            facts = {"paper": paper.subject.label, "file": paper.bound.document.source.name}
            code = "paper_elsewhere" if paper.subject.dossier else "paper_alone"
            yield said(code, self.lang, **facts, dossier=paper.subject.dossier)

    def _elsewhere(self, kind: str) -> list[Paper]:
        found = [paper for other in self.others for paper in other.papers if paper.bound.kind == kind]
        return found[:MOST_FAULTS]

    # ------------------------------------------------------------------ faults of the writing

    def _faults_of_absent(self, gap: Gap) -> list[Fault]:
        """Keys beside the place that nobody could read, or a line there that may be meant."""
        label = gap.trail[-1][1]
        meant, near = [], []
        for finding in self._findings_in(_root(gap.at)):
            span, pointer = finding.locations[0].span, finding.locations[0].pointer
            is_key = finding.rule_id.startswith("schema.unknown-key")
            if is_key and f"{label}”" in finding.text.fix:
                meant.append(fault_of(finding))
            elif finding.rule_id == "schema.unknown-key" and pointer[:-1] == path(gap.at):
                near.append(fault_of(finding))
            elif finding.rule_id.startswith("input.") and label in span.source.line(span.first.line):
                meant.append(fault_of(finding))
        return (meant or near)[:MOST_FAULTS]

    def _faults_in(self, bound: Bound) -> list[Fault]:
        own = path(bound)
        found = (one for one in self._findings_in(_root(bound)) if one.locations[0].pointer[: len(own)] == own)
        return [fault_of(finding) for finding in found][:MOST_FAULTS]

    def _findings_in(self, root: Bound) -> Iterator[Finding]:
        source = self.dossier.source_of(root)
        for finding in self.findings:
            span = finding.locations[0].span
            if span.source is source and root.start <= span.start <= root.end:
                yield finding


def _names_paper(gap: Gap) -> bool:
    """Whether a paper is looked for by an id that is written."""
    return gap.reason in OF_PAPERS and gap.at.parent is not None and gap.at.state is State.PRESENT


def _root(bound: Bound) -> Bound:
    while bound.parent is not None:
        bound = bound.parent
    return bound


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
