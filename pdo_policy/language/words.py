"""The words of a rule file in their tree get the comments that belong to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Remark(NamedTuple):
    """A comment on a line of its own, without white space behind it, and whether a blank line stands before it."""

    text: str
    spaced: bool


class Leaf(NamedTuple):
    """A word: a token of the grammar with its place, and the comments that go with it.

    Attributes:
        type: of the token; `$END` for the end of the file.
        text: as written.
        start: offset of its first character.
        end: offset behind its last.
        before: the comments on lines of their own before it.
        spaced: whether a blank line stands before it, or between it and the comments before it.
        after: the comment behind it on its line; empty for none.
    """

    type: str
    text: str
    start: int
    end: int
    before: tuple[Remark, ...] = ()
    spaced: bool = False
    after: str = ""


class Branch(NamedTuple):
    """What the grammar makes of several words; `kind` is the name of its rule."""

    kind: str
    parts: tuple[Branch | Leaf, ...]


def leaves(node: Branch | Leaf) -> Iterator[Leaf]:
    """The words of a tree, in order."""
    if isinstance(node, Leaf):
        yield node
    else:
        for part in node.parts:
            yield from leaves(part)


def first_leaf(node: Branch | Leaf) -> Leaf:
    """The first word of a tree that has one."""
    return next(leaves(node))


def commented(tree: Branch, text: str) -> Branch:
    """The tree of a file, every word with its comments, and with a word `$END` that has those behind the last item.

    A comment belongs to the word before it on its line; where there is none, to the next word.
    """
    whole = Branch(tree.kind, (*tree.parts, Leaf("$END", "", len(text), len(text))))
    between: list[_Gap] = []
    last = 0
    for leaf in leaves(whole):
        between.append(_gap(text[last : leaf.start], opening=last == 0))
        last = leaf.end
    gaps = iter([*between, _Gap("", (), spaced=False)])
    behind = next(gaps)

    def with_comments(node: Branch | Leaf) -> Branch | Leaf:
        nonlocal behind
        if isinstance(node, Branch):
            return Branch(node.kind, tuple(with_comments(part) for part in node.parts))
        here, behind = behind, next(gaps)
        return node._replace(before=here.before, spaced=here.spaced, after=behind.after)

    made = with_comments(whole)
    assert isinstance(made, Branch), "the file is a branch"
    return made


class _Gap(NamedTuple):
    """What stands between two words: the comment on the line of the first, and those before the second."""

    after: str
    before: tuple[Remark, ...]
    spaced: bool


_COMMENT = re.compile(r"#[^\n]*")


def _gap(text: str, *, opening: bool) -> _Gap:
    """What stands between two words, or with `opening` before the first."""
    after, last = "", 0
    before: list[Remark] = []
    for match in _COMMENT.finditer(text):
        lines = text.count("\n", last, match.start())
        if lines == 0 and not opening:
            after = match[0].rstrip()
        else:
            before.append(Remark(match[0].rstrip(), spaced=lines > 1))
        last = match.end()
    return _Gap(after, tuple(before), spaced=text.count("\n", last) > 1)
