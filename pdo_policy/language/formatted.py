"""The text of a rule file becomes the same text as everybody writes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pdo_policy.errors import Problem, RulebookError
from pdo_policy.language.build import TooDeepError
from pdo_policy.language.layout import Layout
from pdo_policy.language.layout_items import item_lines
from pdo_policy.language.packs import Pack, Speech, Vocabulary, pack_of, respelled
from pdo_policy.language.parse import Parsed, parse, words_of
from pdo_policy.language.pieces import pieces
from pdo_policy.language.shape import comments, shape
from pdo_policy.language.words import Branch, Leaf, Remark, commented, first_leaf
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator


def formatted(source: Source, vocabulary: Vocabulary, pack: Pack | None = None) -> str:
    """The text of a rule file laid out (docs/language.md, 19); an empty file stays empty.

    Args:
        source: the file.
        vocabulary: words beside the keywords that have two forms.
        pack: in which the file shall be; None for the one that most of its keywords are of, and then what stands in
            the holes of messages stays as it is.

    Raises:
        RulebookError: with every problem of the writing; what is broken is not laid out.
    """
    parsed = parse(source)
    if parsed.problems:
        raise RulebookError(parsed.problems)
    try:
        tree = commented(words_of(source), source.text)
    except TooDeepError as error:
        raise RulebookError([Problem("PDL-E011", {}, source.span(error.start, error.end))]) from error
    speech = Speech(pack or pack_of(tree), vocabulary, holes=pack is not None)
    laid = _file_lines(respelled(tree, speech), Layout(speech.pack))
    text = "".join(f"{line}\n" for line in laid)
    again = parse(Source(source.name, text))
    _see_that_nothing_grew_too_long(source, again)
    # Nothing may be lost, whatever mistake there is in our work: a file is written only after this.
    same = not again.problems and shape(again.items, vocabulary) == shape(parsed.items, vocabulary)
    if not same or sorted(comments(text)) != sorted(comments(source.text)):
        message = f"laying out {source.name} would change it"
        raise AssertionError(message)
    return text


def _see_that_nothing_grew_too_long(source: Source, again: Parsed) -> None:
    """An item that the white space of its new lines makes too long is a problem like one that is too long as it is."""
    long = {problem.within: problem for problem in again.problems if problem.code == "PDL-E011-long"}
    if long:
        found = [(piece, long[piece.name]) for piece in pieces(source.text) if piece.name in long]
        raise RulebookError([
            replace(problem, span=source.span(piece.start, piece.start + len(piece.word))) for piece, problem in found
        ])  # fmt: skip


# ---------------------------------------------------------------------- between items

_LONG = frozenset({"rule", "exception"})


def _file_lines(tree: Branch, layout: Layout) -> list[str]:
    made: list[str] = []
    before = ""
    for item in tree.parts:
        kind = item.kind if isinstance(item, Branch) else "$END"
        first = first_leaf(item)
        spaced = {before, kind} & _LONG if before else False
        made.extend(_led(first, bool(made), forced=bool(spaced)))
        if isinstance(item, Branch):
            made.extend(item_lines(layout, _without_lead(item)))
        before = kind
    while made and not made[-1]:
        made.pop()
    return made


def _led(first: Leaf, has_before: bool, *, forced: bool) -> Iterator[str]:
    """The comments before an item, with the blank lines: as written, but always around rules and exceptions."""
    remarks = (*first.before, Remark("", first.spaced))
    for at, remark in enumerate(remarks):
        if (at == 0 and has_before and (remark.spaced or forced)) or (at and remark.spaced):
            yield ""
        if remark.text:
            yield remark.text


def _without_lead(item: Branch) -> Branch:
    """The item without the comments before it."""
    first, *rest = item.parts
    assert isinstance(first, Leaf), "an item begins with a word"
    return Branch(item.kind, (first._replace(before=()), *rest))
