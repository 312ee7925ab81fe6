"""What decided a rule becomes findings: words, places, clauses and fingerprints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.blame import root_of
from pdo_policy.evaluation.places import example, identity, location, phrase
from pdo_policy.evaluation.run import Gap, Note
from pdo_policy.evaluation.voids import void_of
from pdo_policy.findings import Finding, Severity, Subject, Text, Verdict
from pdo_policy.fingerprints import fingerprint
from pdo_policy.schema.bound import Bound, State
from pdo_policy.wording import headlined
from pdo_policy.wording.evaluation import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence

    from pdo_policy.evaluation.blame import Unit
    from pdo_policy.evaluation.messages import Filling
    from pdo_policy.evaluation.places import Sources
    from pdo_policy.evaluation.run import Read
    from pdo_policy.findings import Citation, Location
    from pdo_policy.rulebook import ir
    from pdo_policy.rulebook.compiled import Rule

MOST_PLACES = 20
"""How many places a finding names."""

MOST_TOLD = 6
"""How many reasons for an open verdict a finding tells in words."""


class Case(NamedTuple):
    """One pair of rule and subject, as findings are made from it.

    Attributes:
        rule: the rule, in the version that was asked.
        citations: its counting clauses.
        subject: the document.
        roots: the roots of the documents it was asked of, its own first.
        violation: what it says when it is not met; of a replacement, the replacement's.
        notes: further lines for every finding of the pair.
        firm: whether its verdict is firm.
        topic_only: whether all counting clauses are ones whose text nobody saw.
    """

    rule: Rule
    citations: tuple[Citation, ...]
    subject: Subject
    roots: tuple[Bound | Gap, ...]
    violation: ir.Template | None
    notes: tuple[str, ...]
    firm: bool
    topic_only: bool

    @property
    def root(self) -> Bound:
        """The root of the document that it reports on."""
        root = self.roots[0]
        assert isinstance(root, Bound), "a rule is asked of a document that is there"
        return root


class Surroundings(NamedTuple):
    """What turning units into findings needs to know of the run."""

    sources: Sources
    subjects: Callable[[Bound], Subject]
    questions: Mapping[str, tuple[str, str]]
    extended: Callable[[Case, tuple[int, ...]], tuple[Citation, ...]]
    lang: str
    hollow: MutableMapping[Bound, bool]
    templates: Callable[[ir.Template], Filling]

    def said(self, code: str, where: str = "", detail: str = "") -> str:
        """A phrase of the checker's own."""
        return headlined(MESSAGES, code, {"where": where, "detail": detail}, self.lang)

    def rendered(self, template: ir.Template | None, unit: Unit) -> str:
        """The text of a message about a unit; an empty text for None."""
        return self.templates(template)(list(unit.environment), self.lang) if template is not None else ""

    def phrase(self, read: Read) -> str:
        """Why something read leaves a question open; empty where it does not."""
        return phrase(read, lambda name: self.questions.get(name, ("", "")), self.lang)


def findings_of(case: Case, units: list[Unit], verdict: Verdict, around: Surroundings) -> tuple[Finding, ...]:
    """The findings of a pair: one for each unit that decided, in the order of the rule's text.

    What would be told twice, in the same words of the same place, is told once.
    """
    made: dict[tuple[object, ...], Finding] = {}
    for unit in units:
        finding = _finding(case, unit, verdict, around)
        first = finding.locations[0]
        place = (id(first.span.source), first.span.start, first.span.end, first.pointer)
        made.setdefault((finding.verdict, finding.text.headline, *place), finding)
    return tuple(made.values())


def _finding(case: Case, unit: Unit, verdict: Verdict, around: Surroundings) -> Finding:
    rule, texts = case.rule, case.rule.texts
    shown = Verdict.UNDETERMINED if unit.open else verdict
    reasons = _reasons(unit, around)
    headline = _headline(case, unit, verdict, around) if not unit.open else _open_headline(case, unit, reasons, around)
    details = [reason for reason in reasons if shown is Verdict.UNDETERMINED and reason not in headline]
    details += [around.said("counterpart", name) for name in _missing(unit)] if shown is Verdict.UNDETERMINED else []
    if case.topic_only:
        details.append(around.said("topic"))
    if rule.due and shown is Verdict.VIOLATED:
        details.append(around.said("due", rule.due))
    why, fix, question = (around.rendered(one, unit) for one in (texts.reason, texts.remedy, texts.question))
    mark, places = _mark(case, unit, around), _reads(case, unit)
    return Finding(
        rule_id=rule.id,
        title=rule.title,
        verdict=shown,
        severity=Severity(rule.severity),
        citations=around.extended(case, unit.numbers),
        text=Text(headline, why, fix, question, (*details, *case.notes), example(places[0])),
        locations=_locations(places, around),
        subject=case.subject,
        fingerprint=mark,
        location_fingerprint=mark,
        firm=case.firm,
    )


def _missing(unit: Unit) -> list[str]:
    """The names of the papers that a unit is open for want of."""
    gaps = [read for read in unit.reads if isinstance(read, Gap) and read.reason == "document"]
    return list(dict.fromkeys(gap.trail[0][1] for gap in gaps))


def _mark(case: Case, unit: Unit, around: Surroundings) -> str:
    """The fingerprint: what was read first, the item, and where there are two subjects, the other one.

    A unit that stands for many is the same, whichever of them is its first.
    """
    others = [_named(root, around) for root in case.roots[1:] if isinstance(root, Bound)]
    numbers = ".".join(map(str, unit.numbers))
    place = _identity(case, unit, around) if not unit.more else ("…",)
    return fingerprint(case.rule.id, case.subject, place, "|".join((numbers, *others)))


def _identity(case: Case, unit: Unit, around: Surroundings) -> tuple[str, ...]:
    """The path of what was read first, after those of the elements it is about but does not stand in."""
    read = next((read for read in unit.reads if not isinstance(read, Note)), None)
    if read is None:
        asked = [f"?{read.detail}" for read in unit.reads if isinstance(read, Note) and read.detail]
        return (*_path(unit.elements[-1] if unit.elements else case.root, case, around), *asked)
    within = list(_upwards(read))
    elsewhere = [_path(element, case, around) for element in unit.elements if element not in within]
    return (*(step for path in elsewhere for step in path), *_path(read, case, around))


def _path(read: Bound | Gap, case: Case, around: Surroundings) -> tuple[str, ...]:
    """The path of a thing; in another paper, with that paper's name before it."""
    root = root_of(read)
    return identity(read) if root is case.root else (_named(root, around), *identity(read))


def _named(bound: Bound, around: Surroundings) -> str:
    subject = around.subjects(bound)
    return f"{subject.role}:{subject.id}"


def _reasons(unit: Unit, around: Surroundings) -> list[str]:
    """Why a unit is open: a phrase for each thing read that leaves it so, and how many more there are.

    That two ranges overlap is the reason only where nothing else has made them ranges.
    """
    reads = [read for read in unit.reads if read != _RANGE]
    told = [text for text in dict.fromkeys(map(around.phrase, reads)) if text]
    if not told and _RANGE in unit.reads:
        return [around.said("range")]
    more = len(told) - MOST_TOLD
    return [*told[:MOST_TOLD], around.said("more", str(more))] if more > 0 else told


_RANGE = Note("range", "")


def _open_headline(case: Case, unit: Unit, reasons: list[str], around: Surroundings) -> str:
    if unit.more:
        return around.said("rest_open", str(unit.more))
    said = around.rendered(case.rule.texts.unknown, unit)
    return said or around.said("undetermined", "；".join(reasons) or case.rule.title)


def _headline(case: Case, unit: Unit, verdict: Verdict, around: Surroundings) -> str:
    if verdict is Verdict.ERROR:
        return unit.label
    if unit.more:
        return around.said("rest", str(unit.more))
    said = around.rendered(unit.message or case.violation, unit)
    if said:
        return said
    code = "not_adopted" if verdict is Verdict.NOT_ADOPTED else "violated"
    return around.said(code, unit.label or case.rule.title)


def _reads(case: Case, unit: Unit) -> list[Bound | Gap]:
    """What a unit read in papers, the one to go to first.

    What is absent, blank or unreadable comes before what was merely compared with it. Where nothing was read, because
    people alone decide, it is the element that a quantifier was at, else what makes the rule ask them.
    """
    reads: list[Bound | Gap] = [read for read in unit.reads if not isinstance(read, Note)]
    if len(reads) > 1:
        reads.sort(key=lambda read: _rank(read, case.root))
    return reads or [*unit.elements[-1:]] or [*unit.beside] or [Gap(case.root, "absent", ())]


def _locations(reads: Sequence[Bound | Gap], around: Surroundings) -> tuple[Location, ...]:
    """The places of what was read, the one to go to first."""
    places: dict[tuple[object, ...], Location] = {}
    for read in reads[:MOST_PLACES]:
        made = location(read, around.sources, void_of(read, around.sources, around.hollow))
        places.setdefault((id(made.span.source), made.span.start, made.span.end, made.pointer), made)
    return tuple(places.values())


def _rank(read: Bound | Gap, root: Bound) -> tuple[bool, bool]:
    return (root_of(read) is not root, isinstance(read, Bound) and read.state is State.PRESENT)


def _upwards(read: Bound | Gap) -> Iterator[Bound]:
    """A thing, or where a gap begins, and all that it stands in, up to the root."""
    at: Bound | None = read.at if isinstance(read, Gap) else read
    while at is not None:
        yield at
        at = at.parent
