"""The tree of a condition, with its words as they are to be spelled, becomes a document of lines and breaks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pdo_policy.language.breaks import CONDITION, STEP, Align, Behind, Block, Break, Column, Doc, Group, Own, Row, Rows
from pdo_policy.language.words import Branch, Leaf, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pdo_policy.language.packs import Pack

Docs = tuple[Doc, ...]
Node = Branch | Leaf

_NUMERALS = re.compile(r"[一二三四五六七八九十百]+")
_OPENING = frozenset({"_LPAR", "_LSQB", "_ATLB"})
_TIGHT_BEFORE = frozenset({"_RPAR", "_RSQB", "_ATRB", "_COMMA", "_COLON"})
_LISTS = frozenset({"item_list", "point_list"})


def leaf_docs(leaf: Leaf) -> Docs:
    """A word with its comments."""
    own = tuple(Own(remark.text) for remark in leaf.before)
    return (*own, leaf.text, *((Behind(leaf.after),) if leaf.after else ()))


class Layout:
    """Lays out conditions, operands, lists of names and citations.

    Args:
        pack: which tells where white space stands.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def docs(self, node: Node) -> Docs:
        """The document of any part of an item."""
        if isinstance(node, Leaf):
            return leaf_docs(node)
        return _KINDS.get(node.kind, Layout.plain)(self, node)

    # ------------------------------------------------------------------ white space

    def plain(self, node: Branch) -> Docs:
        """Parts on one line, with white space where it belongs."""
        return self.joined(node.parts)

    def joined(self, parts: Sequence[Node]) -> Docs:
        """The same for parts that are not a whole branch."""
        made: list[Doc] = []
        for at, part in enumerate(parts):
            if at:
                made.extend(self.gap(parts[at - 1], part))
            made.extend(self.docs(part))
        return tuple(made)

    def gap(self, before: Node, after: Node) -> Docs:
        """The white space between two parts that stand next to each other on a line."""
        *_, last = leaves(before)
        first = next(leaves(after))
        if last.type in _OPENING:
            # （百） would be read as the mark of an item.
            alone = isinstance(after, Branch) and sum(1 for _ in leaves(after)) == 1
            return (" ",) if alone and first.type == "NAME" and _NUMERALS.fullmatch(first.text) else ()
        if first.type in _TIGHT_BEFORE or (last.type, first.type) == ("BOOK", "CLAUSE"):
            return ()
        if last.type in ("ITEM", "_COMMA", "_COLON"):
            return (" ",) if self.pack == "en" else ()
        return (" ",)

    def separated(self, node: Branch) -> Docs:
        """Members with commas between them, as many to a line as fit."""
        made: list[Doc] = []
        member: list[Node] = []
        for part in node.parts:
            member.append(part)
            if isinstance(part, Leaf) and part.type == "_COMMA":
                made.append(self._member(member, first=not made))
                member = []
        if member:
            made.append(self._member(member, first=not made))
        return (Align(tuple(made)),)

    def _member(self, parts: list[Node], *, first: bool) -> Doc:
        found = self.joined(parts)
        return Group(found if first else (Break(" " if self.pack == "en" else ""), *found))

    # ------------------------------------------------------------------ conditions

    def junction(self, node: Branch) -> Docs:
        """且 and 或 begin a line, all of them or none."""
        first, *rest = node.parts
        made = list(self.docs(first))
        for word, part in zip(rest[::2], rest[1::2], strict=True):
            made.extend((Break(" "), *self.joined((word, part))))
        return (Column(tuple(made)),)

    def conditional(self, node: Branch) -> Docs:
        """则 and 否则 begin a line, both or none."""
        made: list[Doc] = []
        for at in range(0, len(node.parts), 2):
            made.extend((Break(" "),) if at else ())
            made.extend(self.joined(node.parts[at : at + 2]))
        return (Column(tuple(made)),)

    def quantifier(self, node: Branch) -> Docs:
        """What 满足 asks for stands on the line, or below it."""
        *head, body = node.parts
        return (Block((Group((*self.joined(head), Break(" "), *self.docs(body)), CONDITION),)),)

    def chain(self, node: Branch) -> Docs:
        """What follows the first operand stands on its line, or on further ones that begin with a word of its own."""
        made: list[Doc] = [Align(self.docs(node.parts[0]))]
        for before, part in pairwise(node.parts):
            made.extend((Break(" "),) if _starts(part) else self.gap(before, part))
            made.extend(self.docs(part))
        return (Group((Align(tuple(made), STEP),)),)

    def negative(self, node: Branch) -> Docs:
        """The minus sign stands at its operand."""
        return tuple(doc for part in node.parts for doc in self.docs(part))

    def call(self, node: Branch) -> Docs:
        """The bracket stands at the name."""
        name, *bracketed = node.parts
        return (*self.docs(name), *self.joined(bracketed))

    def bracketed_list(self, node: Branch) -> Docs:
        """Values with commas between them, in brackets."""
        opening, *members, closing = node.parts
        inside = self.separated(Branch("args", tuple(members))) if members else ()
        return (*self.docs(opening), *inside, *self.docs(closing))

    # ------------------------------------------------------------------ enumerations

    def enumeration(self, node: Branch) -> Docs:
        """The head, and each item on a line of its own."""
        head, *rest = node.parts
        pairs = zip(rest[::2], rest[1::2], strict=True)
        return (*self.docs(head), Rows(tuple(self._row(marker, item) for marker, item in pairs)))

    def _row(self, marker: Node, item: Node) -> Row:
        assert isinstance(item, Branch), "an item of a list is a branch"
        parts = list(item.parts)
        at = next((at for at, part in enumerate(parts) if isinstance(part, Leaf) and part.type == "REPORT"), len(parts))
        asked, saying = parts[:at], parts[at:]
        head: list[Node] = [marker, *asked[:-1]]
        condition = asked[-1]
        space = self.gap(head[-1], condition)
        if len(head) > 1 and not _begins_with_list(condition):
            flat = Break("".join(str(part) for part in space))
            body: Docs = (Group((Block((flat, *self.docs(condition))),)),)
        else:
            body = (*space, *self.docs(condition))
        return Row((*self.joined(head), *body), self.joined(saying))


def _starts(part: Node) -> bool:
    """Whether a part may begin a line within a comparison: its relation, or an operator or another word of its own."""
    return part.kind in ("rel", "presence") if isinstance(part, Branch) else part.type in _LINE_STARTS


_LINE_STARTS = frozenset({
    "IN", "NOTIN", "CONTAINS", "MATCHES", "AT", "FROM", "PLUS", "MINUS", "STAR", "SLASH", "SATISFY", "TAKE",
})  # fmt: skip


def _begins_with_list(node: Node) -> bool:
    """Whether a condition is a list, in brackets or not: its head then stays where it is."""
    while isinstance(node, Branch) and node.kind == "atom":
        node = node.parts[1]
    return isinstance(node, Branch) and node.kind in _LISTS


_KINDS: Mapping[str, Callable[[Layout, Branch], Docs]] = {
    "conj": Layout.junction, "disj": Layout.junction, "if_": Layout.conditional,
    "every": Layout.quantifier, "some": Layout.quantifier, "none": Layout.quantifier,
    **dict.fromkeys(("compare", "within", "present", "in_", "not_in", "contains", "matches"), Layout.chain),
    **dict.fromkeys(("add", "sub", "mul", "div", "comprehension"), Layout.chain),
    "neg": Layout.negative, "call": Layout.call, "list": Layout.bracketed_list,
    "item_list": Layout.enumeration, "point_list": Layout.enumeration,
    **dict.fromkeys(("args", "params", "rule_refs"), Layout.separated),
}  # fmt: skip
