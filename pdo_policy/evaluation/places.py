"""What was read becomes a place in the papers and a phrase about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.run import REASONS, Gap, Note
from pdo_policy.findings import Location
from pdo_policy.schema.bound import Bound, State, breadcrumb, natural_path, path
from pdo_policy.wording import headlined
from pdo_policy.wording.evaluation import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.evaluation.run import Read
    from pdo_policy.findings import Void
    from pdo_policy.schema.fields import Field
    from pdo_policy.source import Source, Span

    Sources = Callable[[Bound], Source]

OF_PAPERS = frozenset({"document", "several", "unlinked"})
"""The reasons of a gap that are about a whole paper."""


def location(read: Bound | Gap, sources: Sources, void: Void | None = None) -> Location:
    """The place of something read; of something absent, the nearest thing that exists; with the void it is in."""
    if read.__class__ is Bound:
        source = sources(read)
        span = _anchor(read, source) if _has_lines(read, source) else source.span(read.start, read.end)
        return Location(span, path(read), breadcrumb(read), False, "", void)
    assert isinstance(read, Gap), "there is no third"
    at, of_paper = read.at, read.reason in OF_PAPERS
    source = sources(at)
    keys = tuple([key for key, _ in read.trail]) if not of_paper else ()
    labels = tuple([label for _, label in read.trail])
    is_named = read.reason != "absent" and at.parent is not None
    span = source.span(at.start, at.end) if is_named else _anchor(at, source)
    return Location(span, (*path(at), *keys), (*breadcrumb(at), *labels), True, "", void)


def _has_lines(bound: Bound, source: Source) -> bool:
    """Whether it is a record or list over lines, the first of which would tell of one thing in it only."""
    whole = bound.state is State.PRESENT and bound.data.__class__ in (dict, list)
    return whole and source.text.find("\n", bound.key_start, bound.end) >= 0


def identity(read: Bound | Gap) -> tuple[str, ...]:
    """The path of something read with list elements by their natural key: what a fingerprint is made of."""
    if isinstance(read, Bound):
        return natural_path(read)
    return (*natural_path(read.at), *(key for key, _ in read.trail))


def example(read: Bound | Gap) -> str:
    """How what is missing or unreadable may be written, as `审议日期: 2025年6月20日`; empty where nobody can say."""
    field = _field(read)
    if field is None or not field.examples or field.kind == "record":
        return ""
    first = field.examples[0]
    if field.kind != "list":
        return f"{field.label}: {first}"
    if field.item is not None and field.item.fields:
        return ""
    return f"{field.label}: [{', '.join(map(str, first if isinstance(first, list) else field.examples))}]"


def _field(read: Bound | Gap) -> Field | None:
    """The field that something read should have filled; None where it has done so, or no field is known."""
    if isinstance(read, Bound):
        return read.field if read.state is not State.PRESENT else None
    field = read.at.field if read.reason not in OF_PAPERS else None
    for key, _ in read.trail:
        inner = field.item if field is not None and field.item is not None else field
        field = inner.fields.get(key) if inner is not None else None
    return field


def _anchor(bound: Bound, source: Source) -> Span:
    """Where to point for something missing in `bound`: its key, an element's natural key, or the header."""
    if bound.parent is None:
        kind = bound.data.get("kind") if isinstance(bound.data, dict) else None
        if kind is not None:
            return source.span(kind.key_start, kind.end)
        return source.span(bound.start, min(bound.end, bound.start + 1))
    if isinstance(bound.step, str):
        return source.span(bound.key_start, bound.key_end)
    for key in bound.field.natural_key:
        named = bound.data.get(key) if isinstance(bound.data, dict) else None
        if named is not None:
            return source.span(named.start, named.end)
    line_end = source.text.find("\n", bound.start)
    return source.span(bound.start, min(bound.end, line_end if line_end >= 0 else bound.end))


def phrase(read: Read, questions: Callable[[str], tuple[str, str]], lang: str) -> str:
    """Why something read leaves a question open, in words; empty for what is there and readable.

    Args:
        read: what was read.
        questions: what a 认定 asks, and who answers it, by its name.
        lang: `zh` or `en`.
    """
    if isinstance(read, Note):
        detail, authority = questions(read.detail) if read.reason == "determination" else ("", "")
        facts = {"where": read.detail, "detail": detail, "authority": authority}
        return headlined(MESSAGES, read.reason, facts, lang)
    if isinstance(read, Gap):
        # What is unknown, not applicable or unreadable is the thing on the way; what is absent is the end of the way.
        trail = tuple(label for _, label in read.trail) if read.reason == "absent" else ()
        where = read.trail[0][1] if read.reason in OF_PAPERS else " → ".join((*breadcrumb(read.at), *trail))
        return headlined(MESSAGES, read.reason, {"where": where, "detail": _reason_given(read.at)}, lang)
    reason = REASONS[read.state]
    if not reason:
        return ""
    where = " → ".join(breadcrumb(read))
    return headlined(MESSAGES, reason, {"where": where, "detail": _reason_given(read)}, lang)


def _reason_given(bound: Bound) -> str:
    return bound.data if isinstance(bound.data, str) else ""
