"""YAML text becomes documents, by the events of libyaml; PyYAML is known here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from pdo_policy.documents.limits import MAX_DIRECTIVES, MAX_DOCUMENTS, MAX_REPAIRED
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.pieces import Abandoned, Piece, assembled
from pdo_policy.documents.screening import screen
from pdo_policy.documents.yaml_events import ALIAS, DOCUMENT, END, MAPPING, SCALAR, SEQUENCE, Event, Stop, Stopped
from pdo_policy.documents.yaml_faults import fault
from pdo_policy.documents.yaml_tree import Tree, is_empty, root_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.documents.node import Document
    from pdo_policy.source import Source

# libyaml is not built everywhere; the pure loader gives the same events at the same offsets, seventeen times slower.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COLLECTIONS = {yaml.SequenceStartEvent: SEQUENCE, yaml.MappingStartEvent: MAPPING}
_NO_DOCUMENT = ("did not find expected <document start>", "expected '<document start>'")
_REPAIR_BUDGET = 1_000_000


def read_yaml(source: Source) -> tuple[Document, ...]:
    """The documents of a YAML text, at least one; a document whose root is None has a fatal problem.

    Plain scalars follow the core schema of YAML 1.2 (`scalars.core_value`). Nothing is raised for any text.
    """
    text, found = screen(source.text)
    if text.count("\n%") + text.count("\r%") > MAX_DIRECTIVES:
        return assembled(source, "yaml", [_refused("input.too-many-directives", MAX_DIRECTIVES, 0)], found)
    return assembled(source, "yaml", _pieces(source, text), found)


def _refused(code: str, limit: int, start: int) -> Piece:
    return Piece(start, None, [InputProblem(code, {"limit": str(limit)}, start, start + 1, fatal=True)])


def _pieces(source: Source, text: str) -> list[Piece]:
    pieces: list[Piece] = []
    tree = Tree(source, text, _events(text))
    start = 0
    unfinished = False
    try:
        for event in tree.events:
            start, unfinished = event.start, False
            if len(pieces) == MAX_DOCUMENTS:
                pieces.append(_refused("input.too-many-documents", MAX_DOCUMENTS, start))
                break
            root = tree.document()
            explicit_end = next(tree.events).flow
            if not is_empty(root):
                pieces.append(Piece(start, root, [*tree.problems, *root_problems(text, root)]))
                unfinished = not explicit_end
            tree.problems = []
    except Stopped as stopped:
        # Without `---` or `...` between them, what stands before and behind the fault was meant as one document.
        broken = pieces.pop() if unfinished and stopped.stop.why.startswith(_NO_DOCUMENT) else Piece(start, None, [])
        faults = _faults(text, stopped.stop)
        pieces.append(Piece(broken.start, None, [*broken.problems, *tree.problems, *faults]))
    except Abandoned as abandoned:
        pieces.append(Piece(start, None, [*tree.problems, abandoned.problem]))
    return pieces


def _faults(text: str, stop: Stop | None) -> Iterator[InputProblem]:
    """Why the parser stopped, and where it would stop next for as simple a reason, each place made harmless in turn."""
    repeats = max(1, min(MAX_REPAIRED, _REPAIR_BUDGET // (len(text) + 1)))
    for count in range(repeats):
        found = fault(text, stop) if stop else None
        # What comes after a repair may come from the repair.
        if found is None or (count and found.repaired is None):
            return
        yield found.problem
        if found.repaired is None:
            return
        text = found.repaired
        stop = _next_stop(text)


def _next_stop(text: str) -> Stop | None:
    try:
        for _ in _events(text):
            pass
    except Stopped as stopped:
        return stopped.stop
    return None


def _events(text: str) -> Iterator[Event]:
    """The events that matter, in order.

    Raises:
        Stopped: the text is not YAML from some place on.
    """
    plain = quoted = (0, 0)
    event: Any  # the marks are optional in PyYAML's types, and never missing
    try:
        following = _LOADER(text).get_event
        # `yaml.parse` asks before each event whether there is one; the end of the stream says that there is none.
        while (kind := type(event := following())) is not yaml.StreamEndEvent:
            start, end = event.start_mark.index, event.end_mark.index
            if kind is yaml.ScalarEvent:
                yield Event(SCALAR, start, end, event.value, event.style or "", event.anchor, event.tag)
                if not event.style:
                    plain = start, end
                elif event.style in "\"'":
                    quoted = start, end
            elif kind in _COLLECTIONS:
                yield Event(_COLLECTIONS[kind], start, end, "", "", event.anchor, event.tag, event.flow_style)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                yield Event(END, start, end)
            elif kind is yaml.AliasEvent:
                yield Event(ALIAS, start, end, "", "", event.anchor)
            elif kind is yaml.DocumentStartEvent:
                yield Event(DOCUMENT, start, end)
            elif kind is yaml.DocumentEndEvent:
                yield Event(END, start, end, flow=event.explicit)
    except yaml.YAMLError as error:
        raise Stopped(_stop(text, error, plain, quoted)) from error


def _stop(text: str, error: yaml.YAMLError, plain: tuple[int, int], quoted: tuple[int, int]) -> Stop:
    if not isinstance(error, yaml.MarkedYAMLError):
        return Stop("", 0, "", 0, plain, quoted)
    place = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else place
    limit = len(text)
    return Stop(error.problem or "", min(place, limit), error.context or "", min(context, limit), plain, quoted)
