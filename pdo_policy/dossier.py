"""Documents become dossiers: the papers of one authorised operation, and the links between them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Subject
from pdo_policy.frozen import dataclass
from pdo_policy.schema.bound import Bound, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pdo_policy.law.manifest import DocumentType, Relation
    from pdo_policy.schema.bound import BoundDocument
    from pdo_policy.source import Source


@dataclass(frozen=True)
class Paper:
    """A document of a dossier, as a subject of rules."""

    bound: BoundDocument
    subject: Subject


class Link(NamedTuple):
    """Where a relation leads to from a paper.

    Attributes:
        roots: of the papers it leads to; where there are several and one is meant, of all that may be.
        at: where that was looked for: the field that names the other paper, or the root of the paper that has none.
        reason: why the dossier does not tell; empty where it does. `document`: no such paper is there; `several`: there
            is more than one that may be meant; `unlinked`: some paper may or may not lead back here; or the state of
            the field that should name it: `null`, `not_applicable`, `invalid`.
    """

    roots: tuple[Bound, ...]
    at: Bound
    reason: str = ""


@dataclass(frozen=True)
class Dossier:
    """The papers with one `dossier` id.

    Attributes:
        id: the project's id; empty for a paper that names none and so stands alone.
        papers: in the order given.
        relations: the relations of the rulebook by id.
    """

    id: str
    papers: tuple[Paper, ...]
    relations: Mapping[str, Relation]

    def paper_of(self, bound: Bound) -> Paper:
        """The paper that a bound value stands in."""
        while bound.parent is not None:
            bound = bound.parent
        return self._by_root[bound]

    def source_of(self, bound: Bound) -> Source:
        """The text that a bound value stands in."""
        return self.paper_of(bound).bound.document.source

    def related(self, relation: str, root: Bound) -> Link:
        """Where a relation leads to from a root.

        A relation goes by the id that the paper names, or, where it names none, to the dossier's only paper of the
        kind. An id that is stated as unknown, as not applicable, or that cannot be read leads nowhere. Backwards a
        relation leads to every paper that so leads here, in the order of their ids; where one of them may or may not,
        the dossier does not tell.
        """
        if relation not in self._links:
            found = self.relations[relation]
            leading = self._backwards[relation] if found.many else self._forwards(found)
            self._links[relation] = leading
        return self._links[relation][root]

    @cached_property
    def _links(self) -> dict[str, Mapping[Bound, Link]]:
        """Where relations that somebody followed lead to, from each paper they lead from."""
        return {}

    def _forwards(self, relation: Relation) -> Mapping[Bound, Link]:
        roots = self._by_name.get((relation.source, ""), ())
        return {root: self._forward(relation, root) for root in roots}

    @cached_property
    def _by_root(self) -> Mapping[Bound, Paper]:
        return {paper.bound.root: paper for paper in self.papers}

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], list[Bound]]:
        """Roots by kind and id; with an empty id, all of a kind. They are in the order of their ids, not as given."""
        found: dict[tuple[str, str], list[Bound]] = {}
        for paper in sorted(self.papers, key=_named_first):
            for name in dict.fromkeys(("", paper.subject.id)):
                found.setdefault((paper.bound.kind, name), []).append(paper.bound.root)
        return found

    def _forward(self, relation: Relation, root: Bound) -> Link:
        written = root.data.get(relation.via)
        if written is not None and written.state in _UNTOLD:
            return Link((), written, written.state.value)
        name = _text(root, relation.via)
        roots = tuple(self._by_name.get((relation.target, name), ()))
        reason = "" if len(roots) == 1 else "several" if roots else "document"
        return Link(roots, written if name and written is not None else root, reason)

    @cached_property
    def _backwards(self) -> Mapping[str, Mapping[Bound, Link]]:
        """The links of every relation that leads to many, found once, so that papers do not ask each other again."""
        return {name: self._back(relation) for name, relation in self.relations.items() if relation.many}

    def _back(self, relation: Relation) -> Mapping[Bound, Link]:
        forward = self.relations[relation.inverse]
        leading: dict[Bound, list[Bound]] = {root: [] for root in self._by_name.get((relation.source, ""), ())}
        doubtful: dict[Bound, Bound] = {}
        for other in self._by_name.get((relation.target, ""), ()):
            link = self._forward(forward, other)
            if not link.reason:
                leading[link.roots[0]].append(other)
            elif link.reason != "document":
                doubtful.update(dict.fromkeys(link.roots or leading, link.at))
        return {
            root: Link((), doubtful[root], "unlinked")
            if root in doubtful
            else Link(tuple(found), root, "" if found else "document")
            for root, found in leading.items()
        }


def _named_first(paper: Paper) -> tuple[str, str, int]:
    document = paper.bound.document
    return paper.subject.id, document.source.name, document.index


_UNTOLD = frozenset({State.NULL, State.NOT_APPLICABLE, State.INVALID})


def _text(root: Bound, key: str) -> str:
    child = root.data.get(key)
    if child is None or child.state is not State.PRESENT or not isinstance(child.data, str):
        return ""
    return child.data.strip()


def dossiers_of(
    documents: Iterable[BoundDocument], types: Mapping[str, DocumentType], relations: Sequence[Relation]
) -> tuple[Dossier, ...]:
    """Documents grouped by their `dossier` id, in the order met; one without an id is a dossier of its own."""
    by_id = {relation.id: relation for relation in relations}
    grouped: dict[str, list[Paper]] = {}
    alone: list[Dossier] = []
    for document in documents:
        name = _text(document.root, "dossier")
        own = _text(document.root, "id")
        label = " ".join(part for part in (types[document.kind].label, own) if part)
        paper = Paper(document, Subject(document.kind, own, name, label))
        if name:
            grouped.setdefault(name, []).append(paper)
        else:
            alone.append(Dossier("", (paper,), by_id))
    return (*(Dossier(name, tuple(papers), by_id) for name, papers in grouped.items()), *alone)
