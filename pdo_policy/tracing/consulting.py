"""Every rule and paper become what the rule looked at there: what is compared side by side, and where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.asking import hearing
from pdo_policy.evaluation.blame import read_by
from pdo_policy.evaluation.citations import counting, idle
from pdo_policy.evaluation.hearing import Hearing
from pdo_policy.evaluation.messages import quoted
from pdo_policy.evaluation.pairing import Pairing
from pdo_policy.evaluation.places import OF_PAPERS, location
from pdo_policy.evaluation.run import Gap, Note
from pdo_policy.findings import Citation, Subject
from pdo_policy.law.clause_ids import order, steps_of
from pdo_policy.law.instruments import counts, status_on
from pdo_policy.review import Clause, Consulted, Reading, Review
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State
from pdo_policy.tracing.nodes import tried
from pdo_policy.tracing.reading import Asked, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.dossier import Dossier
    from pdo_policy.evaluation.machine import Ready, Test
    from pdo_policy.evaluation.question import Question
    from pdo_policy.evaluation.run import Environment
    from pdo_policy.evaluation.run import Read as Found


LONGEST = 120
"""How many characters of a list are shown."""


def review_of(question: Question, dossiers: Sequence[Dossier]) -> Review:
    """What a hearing folder tells beside the report: clauses in order, who bears which duty, what each rule looked at.

    It goes through all rules once more, so that a check which nobody reviews does not pay for it.
    """
    book = question.rulebook
    counting_texts = [one for one in book.manifest.instruments if counts(one, question.as_of, question.law)]
    consulted = tuple(_consulted(question, dossiers))
    asked = {one.rule_id for one in consulted}
    return Review(
        kinds=tuple((kind, one.label) for kind, one in book.manifest.documents.items()),
        clauses=tuple(
            Clause(Citation(text.id, one.id, one.display, status_on(text, question.as_of)), one.summary, one.visibility)
            for text in counting_texts
            for one in sorted(text.clauses.values(), key=lambda clause: order(steps_of(clause.id) or ()))
        ),
        seen={text.id: text.seen for text in counting_texts},
        bearers={name: question.machine.rules[name][0].rule.bearer for name in sorted(asked)},
        consulted=consulted,
    )


class _Here(NamedTuple):
    """A project and one of its papers: how what is read there is told."""

    reader: Reader
    dossier: Dossier
    targets: Mapping[str, str]

    def reading(self, found: Bound | Gap, inner: Mapping[Bound, Sequence[Bound]]) -> Reading:
        """The reading of something; `inner` has what was read in the elements of a list."""
        told = self.reader.record(found, {})
        place = location(found, self.dossier.source_of)
        subject = self.dossier.paper_of(found.at if isinstance(found, Gap) else found).subject
        name = " → ".join(place.breadcrumb) or subject.label
        if isinstance(found, Gap) and found.reason in OF_PAPERS:
            relation, label = found.trail[0]
            subject, name = Subject(self.targets.get(relation, ""), "", subject.dossier, label), label
        value = told.value
        if isinstance(found, Bound) and found in inner:
            value = _elements(found, inner)
        stated = told.state == "present"
        return Reading(subject, name, (value if stated else told.said) or name, stated, place)


def _elements(listed: Bound, inner: Mapping[Bound, Sequence[Bound]]) -> str:
    """A list by its elements, each with what was read in it."""
    parts = []
    for element in listed.data:
        values = "，".join(quoted(one) for one in inner[listed] if _within(one, element))
        name = quoted(element)
        parts.append(f"{name}（{values}）" if values else name)
    text = "、".join(parts)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _within(read: Bound, element: Bound) -> bool:
    return any(one is element for one in _above(read))


def _above(read: Bound) -> Iterator[Bound]:
    at = read.parent
    while at is not None:
        yield at
        at = at.parent


def _consulted(question: Question, dossiers: Sequence[Dossier]) -> Iterator[Consulted]:
    machine = question.machine
    cited = {name: tuple(counting(question, one) for one in versions) for name, versions in machine.outlines.items()}
    without = idle(question, {paper.bound.kind for dossier in dossiers for paper in dossier.papers})
    relations = {one.id: one for one in question.rulebook.manifest.relations}
    questions = {one.name: Asked(one.question, one.authority) for one in question.rulebook.program.questions}
    targets = {name: one.target for name, one in relations.items()}
    for dossier in dossiers:
        for paper in dossier.papers:
            pairing = Pairing(question, dossier, paper, cited, without, {})
            reader = Reader(dossier, paper.bound.root, (), relations, questions, (), question.lang)
            here = _Here(reader, dossier, targets)
            for name, (outline, *_) in machine.outlines.items():
                if outline.subjects[0] == paper.bound.kind and any(cited[name]):
                    yield from _of_rule(here, pairing, machine.rules[name])


def _of_rule(here: _Here, pairing: Pairing, versions: Sequence[Ready]) -> Iterator[Consulted]:
    rule = versions[0].rule
    related = any(_is_related((one.rule.norm, one.rule.applies)) for one in versions)
    for roots in pairing.subjects(versions[0]):
        reads, inner = _reads(pairing, versions, roots)
        readings = tuple(dict.fromkeys(here.reading(found, inner) for found in reads))
        papers = {one.subject for one in readings}
        crosses = len(rule.subjects) > 1 or (related and len(papers) > 1)
        yield Consulted(rule.id, pairing.named(roots), crosses, readings)


def _reads(
    pairing: Pairing, versions: Sequence[Ready], roots: Sequence[Bound | Gap]
) -> tuple[list[Bound | Gap], Mapping[Bound, Sequence[Bound]]]:
    """What the requirement read, and of lists read whole what it read in them.

    Where it read nothing, as a bare 可以 does, it is what told whether the rule applies.
    """
    asked, run = pairing.asked(versions, roots)
    heard, _ = tried(partial(hearing, asked, run, roots))
    if not isinstance(heard, Hearing):
        return [], {}
    for test in (heard.ready.required, heard.ready.applies):
        if test is not None:
            every: list[Found] = []
            told = tried(partial(read_by, _noting(test, every), heard.env, keep_open=True))[0] or ()
            found = [one for one in told if not isinstance(one, Note)]
            values = [one for one in found if not _is_record(one)]
            if found:
                return values or found, _inner(found, every)
    return [], {}


def _noting(test: Test, every: list[Found]) -> Test:
    """The same test, that leaves behind everything it reads, what stands in lists too."""

    def asked(env: Environment) -> bool | None:
        answer = test(env)
        every.extend(dict.fromkeys(env[0].reads))
        return answer

    return asked


def _is_record(read: Bound | Gap) -> bool:
    """Whether a thing is there and says nothing by itself: its fields do."""
    return isinstance(read, Bound) and read.state is State.PRESENT and isinstance(read.data, dict)


def _inner(found: Sequence[Bound | Gap], every: Sequence[Found]) -> Mapping[Bound, Sequence[Bound]]:
    """By list of records: the values that were read in it, but for what names its elements."""
    values = [one for one in every if isinstance(one, Bound) and one.state is State.PRESENT]
    told = [one for one in values if not isinstance(one.data, dict | list) and one.step not in _naming(one)]
    lists = [one for one in found if isinstance(one, Bound) and isinstance(one.data, list)]
    return {one: [value for value in told if any(above is one for above in _above(value))] for one in lists}


def _naming(value: Bound) -> tuple[str, ...]:
    return value.parent.field.natural_key if value.parent is not None else ()


def _is_related(part: object) -> bool:
    """Whether a part of a rule goes from one paper to another."""
    if isinstance(part, ir.Related):
        return True
    return isinstance(part, tuple) and any(map(_is_related, part))
