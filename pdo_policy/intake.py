"""Files become bound documents, input records, and findings about what could not be read or is not in form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.documents.read import read
from pdo_policy.findings import Finding, Location, Severity, Subject, Text, Verdict, Void
from pdo_policy.fingerprints import fingerprint
from pdo_policy.frozen import replace
from pdo_policy.progress import READING, unwatched
from pdo_policy.report import InputRecord, RuleInfo
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument, State
from pdo_policy.source import Source
from pdo_policy.wording import worded
from pdo_policy.wording.intake import MESSAGES
from pdo_policy.wording.values import MESSAGES as VALUE_MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pdo_policy.documents.files import File
    from pdo_policy.documents.node import Document, InputProblem
    from pdo_policy.progress import Watch
    from pdo_policy.schema.bound import StructureProblem
    from pdo_policy.schema.validate import Compiled


_LINE_KEPT = 200
_UNREADABLE = frozenset(VALUE_MESSAGES) | {
    "schema.list-wanted", "schema.record-wanted", "schema.single-value-wanted", "schema.not-applicable-reason",
    "schema.several-choices", "schema.unknown-choice", "schema.unknown-choice-near",
}  # fmt: skip
"""Codes of what is written so that rules cannot use it; others tell of keys, or of limits of what was read."""


class Intake(NamedTuple):
    """What came in.

    Attributes:
        documents: those that can be asked about, in order.
        inputs: a record for each document, and for each file that gave none.
        findings: about the writing and the form of all of them.
        readable: False where some input could not be read or is of no known kind.
        found: False where the paths led to no document at all: folders without a submission in them.
        rules: what each code among the findings means, in the order met.
    """

    documents: tuple[BoundDocument, ...]
    inputs: tuple[InputRecord, ...]
    findings: tuple[Finding, ...]
    readable: bool
    found: bool
    rules: tuple[RuleInfo, ...]


class _Particulars(dict[str, str]):
    """The facts of no case in particular."""

    def __missing__(self, name: str) -> str:
        return "…"


def take_in(
    files: Sequence[File],
    types: Mapping[str, Compiled],
    labels: Mapping[str, str],
    lang: str,
    watch: Watch = unwatched,
) -> Intake:
    """Read, bind and validate; no file's fault hides another's findings.

    Args:
        files: as `documents.files.collect` gives them.
        types: the compiled schema of each kind of document.
        labels: how each kind is called (实施方案).
        lang: `zh` or `en`.
        watch: who is told how many files have been read.
    """
    taker = _Taker(types, labels, lang)
    for file in watch(READING, files):
        taker.take(file)
    found = any(file.problem is None or file.problem.code != "input.empty-folder" for file in files)
    rules = tuple(_described(code, lang) for code in dict.fromkeys(finding.rule_id for finding in taker.findings))
    return Intake(tuple(taker.documents), tuple(taker.inputs), tuple(taker.findings), taker.readable, found, rules)


def _described(code: str, lang: str) -> RuleInfo:
    words = MESSAGES[code].en if lang == "en" else MESSAGES[code].zh
    headline, why, fix = (part.format_map(_Particulars()) for part in words)
    return RuleInfo(code, headline, Severity.ERROR, (), why, fix, "")


class _Taker:
    def __init__(self, types: Mapping[str, Compiled], labels: Mapping[str, str], lang: str) -> None:
        self.types, self.labels, self.lang = types, labels, lang
        self.documents: list[BoundDocument] = []
        self.inputs: list[InputRecord] = []
        self.findings: list[Finding] = []
        self.readable = True
        self._places: dict[tuple[str, str, str], Location] = {}

    def take(self, file: File) -> None:
        if file.source is None:
            assert file.problem is not None, "a file without a text says why"
            self._unread(file, file.problem)
            return
        for document in read(file.source):
            self._document(file, document)

    def _record(self, file: File, document: Document | None, *, readable: bool) -> InputRecord:
        index = document.index if document is not None else 0
        form = document.format if document is not None else ""
        return InputRecord(file.path, index, form, file.encoding, file.sha256, file.size, readable=readable)

    def _unread(self, file: File, problem: InputProblem) -> None:
        self.readable = False
        self.inputs.append(self._record(file, None, readable=False))
        subject = Subject("", "", "", file.path)
        self._input_findings([replace(problem, start=0, end=0)], Source(file.path, ""), subject)

    def _document(self, file: File, document: Document) -> None:
        bound = bind_document(document, self.types) if document.root is not None else None
        if bound is None or not isinstance(bound, BoundDocument):
            self.readable = False
            self.inputs.append(self._record(file, document, readable=False))
            subject = Subject("", "", "", file.path)
            self._input_findings(document.problems, document.source, subject)
            if bound is not None:
                self._structure_findings([bound], document, subject)
            return
        record = self._record(file, document, readable=bound.bearable)
        header = {key: _header(bound, key) for key in ("id", "dossier", "title", "status")}
        self.inputs.append(
            replace(
                record,
                role=bound.kind,
                id=header["id"],
                dossier=header["dossier"],
                title=header["title"],
                status=header["status"],
            )
        )
        label = " ".join(part for part in (self.labels[bound.kind], header["id"]) if part)
        subject = Subject(bound.kind, header["id"], header["dossier"], label)
        self._input_findings(document.problems, document.source, subject)
        self._structure_findings(bound.problems, document, subject)
        if not bound.bearable:
            self.readable = False
            return
        self._once(bound, subject)
        self.documents.append(bound)

    def _once(self, document: BoundDocument, subject: Subject) -> None:
        """Tell of a paper whose kind, project and id another one has already: nobody could say which one is meant."""
        named = document.root.data.get("id")
        if named is None or not subject.id or not subject.dossier:
            return
        span = document.document.source.span(named.start, named.end)
        location = Location(span, ("id",), (named.field.label,))
        first = self._places.setdefault((subject.role, subject.dossier, subject.id), location)
        if first is not location:
            facts = {"label": subject.label, "path": first.span.source.name, "line": str(first.span.first.line)}
            self._add("schema.same-document", facts, location, subject, ("id",))

    def _input_findings(self, problems: Iterable[InputProblem], source: Source, subject: Subject) -> None:
        for problem in problems:
            location = Location(source.span(problem.start, problem.end))
            # The place in a text that could not be read has no path; its line's text stands for it.
            line = source.line(location.span.first.line)[:_LINE_KEPT].strip()
            self._add(problem.code, problem.facts, location, subject, (line,))

    def _structure_findings(self, problems: Iterable[StructureProblem], document: Document, subject: Subject) -> None:
        for problem in problems:
            span = document.source.span(problem.start, problem.end)
            unread = Void("unreadable", problem.breadcrumb, problem.path, span) if problem.code in _UNREADABLE else None
            location = Location(span, problem.path, problem.breadcrumb, problem.absent, void=unread)
            self._add(problem.code, problem.facts, location, subject, problem.identity)

    def _add(
        self, code: str, facts: Mapping[str, str], location: Location, subject: Subject, identity: tuple[str, ...]
    ) -> None:
        words = worded(MESSAGES, code, facts, self.lang)
        if code in VALUE_MESSAGES:
            # The reader of a value does not know which field it stands in.
            colon = ": " if self.lang == "en" else "："
            words = words._replace(headline=f"“{facts['field']}”{colon}{words.headline}")
        mark = fingerprint(code, subject, identity, "")
        self.findings.append(
            Finding(
                rule_id=code,
                title=words.headline,
                verdict=Verdict.VIOLATED,
                severity=Severity.ERROR,
                citations=(),
                text=Text(words.headline, words.why, words.fix),
                locations=(location,),
                subject=subject,
                fingerprint=mark,
                location_fingerprint=mark,
                actual=facts.get("text", ""),
            )
        )


def _header(bound: BoundDocument, key: str) -> str:
    found = bound.root.data.get(key)
    return str(found.data) if found is not None and found.state is State.PRESENT else ""
