"""A condition of a trace becomes lines: its answer, the parts that decided, and what was read for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.reporters.deciding import decided
from pdo_policy.source import width
from pdo_policy.wording.tracing import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.findings import Location
    from pdo_policy.reporters.deciding import Decided
    from pdo_policy.traces import Fault, Node, Operand, Read, Truth

WIDEST = 88
"""How many cells of a terminal a quotation of the rule takes."""

_MANY = 1
_INDENT = "    "


class Part(NamedTuple):
    """A component of a verdict: how it is called (with room for its answer already filled), its answer, its node."""

    head: str
    value: Truth
    node: Node | None


def truth(value: Truth, lang: str) -> str:
    """成立, 不成立 or 未定."""
    return said({True: "holds", False: "fails", None: "open"}[value], lang)


def part_lines(part: Part, lang: str) -> list[str]:
    """The lines of a component, the first without an indent.

    One deciding part stands on the first line; several stand each on their own, with what was read below them.
    """
    if part.node is None:
        return [part.head]
    found = decided(part.node)
    if len(found) == 1:
        return [said("of", lang, part=part.head, text=_words(found[0], part.value, lang)), *_read(found[0], lang)]
    lines = [said("of", lang, part=part.head, text="").rstrip()]
    for one in found:
        lines.append(f"{_INDENT}{_words(one, part.value, lang)}")
        lines.extend(_INDENT + line for line in _read(one, lang))
    return lines


def _words(one: Decided, value: Truth, lang: str) -> str:
    """A deciding part in the words of the rule, with where it stands, and its answer where that is another."""
    text = cut(one.node.text)
    for where in _wheres(one, lang):
        text = said("within", lang, where=where, text=text)
    node = one.node
    marks = [said("broken", lang)] if node.failed else []
    marks += [truth(node.value, lang)] if node.value is not value and not node.failed else []
    marks += [said("count", lang, count=node.count)] if node.count else []
    return text + "".join(said("mark", lang, truth=mark) for mark in marks)


def _wheres(one: Decided, lang: str) -> Iterator[str]:
    """Where a deciding part stands, from the inside out: a 判定, an item of an enumeration, behind 若."""
    if one.predicate:
        yield said("predicate", lang, name=one.predicate)
    if one.numbers:
        where = said("item", lang, number=".".join(map(str, one.numbers)))
        yield said("labelled", lang, where=where, label=one.label) if one.label else where
    if one.element and not any(one.element in read.name for read in reads_of(one.node)):
        yield one.element
    if one.premise:
        yield said("premise", lang)


def _read(one: Decided, lang: str) -> list[str]:
    reads = reads_of(one.node)
    lines = [_operand(operand, lang) for operand in operands_of(one.node) if _tells(operand, reads)]
    for read in reads:
        lines.append(read_line(read, lang))
        lines.extend(fault_line(fault, lang) for fault in read.faults)
    if one.node.left_out:
        lines.append(said("alike", lang, count=one.node.left_out))
    return [_INDENT + line for line in dict.fromkeys(lines)]


def _operand(operand: Operand, lang: str) -> str:
    return said("equals", lang, text=cut(operand.text), value=operand.value)


def _tells(operand: Operand, reads: list[Read]) -> bool:
    """Whether a side of a comparison is more than one of the things that were read."""
    return bool(operand.value) and all(operand.value not in (read.value, read.presumed) for read in reads)


def operands_of(node: Node) -> list[Operand]:
    """What was compared in a condition and its parts, but not at the elements of lists."""
    found = list(node.operands)
    if node.form != "quantifier":
        found += [operand for part in node.parts for operand in operands_of(part)]
    return found


def reads_of(node: Node) -> list[Read]:
    """What was read in a condition and its parts, each once.

    That two ranges overlap is the reason only where nothing else has made them ranges.
    """
    reads = dict.fromkeys(_all_reads(node))
    if any(read.state not in ("present", "range") for read in reads):
        return [read for read in reads if read.state != "range"]
    return list(reads)


def _all_reads(node: Node) -> Iterator[Read]:
    yield from node.reads
    for part in node.parts:
        yield from _all_reads(part)


def read_line(read: Read, lang: str) -> str:
    """What was read, or why it tells nothing, and where."""
    text = read.said or (said("value", lang, name=read.name, value=read.value) if read.value else read.name)
    if read.state == "invalid" and read.value:
        text = said("value", lang, name=text, value=read.value)
    return at(text, read.location)


def fault_line(fault: Fault, lang: str) -> str:
    """A fault of the writing, and where it is."""
    return at(said("writing", lang, headline=fault.headline, fix=fault.fix), fault.location)


def at(text: str, location: Location | None) -> str:
    """A text with a place behind it, as editors understand it."""
    if location is None:
        return text
    first = location.span.first
    return f"{text}  {location.span.source.name}:{first.line}:{first.column}"


def cut(text: str, widest: int = WIDEST) -> str:
    """A text that takes no more cells than that."""
    if width(text) <= widest:
        return text
    kept, cells = [], 1
    for char in text:
        cells += width(char)
        if cells > widest:
            break
        kept.append(char)
    return "".join(kept) + "…"
