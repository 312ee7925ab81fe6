"""The text of a rule file becomes items and problems; Lark is known here and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from lark import Lark, Token, Tree, UnexpectedInput
from lark.exceptions import UnexpectedCharacters

from pdo_policy.errors import Problem
from pdo_policy.language import syntax as s
from pdo_policy.language.build import BadLiteralError, Builder, TooDeepError
from pdo_policy.language.diagnose import diagnosed
from pdo_policy.language.items import built
from pdo_policy.language.keywords import ELSEWHERE, TOKEN_OF
from pdo_policy.language.literals import unquoted
from pdo_policy.language.nodes import node
from pdo_policy.language.pieces import Piece, pieces
from pdo_policy.language.resuming import Fault, further
from pdo_policy.language.screen import hidden_characters, other_script
from pdo_policy.language.unexpected import Unexpected, Word
from pdo_policy.language.words import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.language import declarations as d
    from pdo_policy.source import Source


class _AlwaysName:
    """Makes the lexer look for names in every state, so that a keyword never slips through as a name."""

    always_accept = ("NAME",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        return stream


class _ForeignScriptError(Exception):
    def __init__(self, start: int, char: str) -> None:
        super().__init__(char)
        self.start, self.char = start, char


def _keyword(token: Token) -> Token:
    kind = TOKEN_OF.get(str(token))
    if kind is not None:
        token.type = kind
        return token
    return _scripted(token)


def _scripted(token: Token) -> Token:
    at = other_script(token)
    if at >= 0:
        raise _ForeignScriptError(int(token.start_pos or 0) + at, token[at])
    return token


OPTIONS: Mapping[str, Any] = {
    "start": ["start", "interpolation"],
    "parser": "lalr",
    "lexer": "basic",
    "maybe_placeholders": False,
    "keep_all_tokens": True,
    "lexer_callbacks": {"NAME": _keyword, "PATH": _scripted},
    "postlex": _AlwaysName(),
}
"""How Lark builds the parser: keywords are told from names by a table, in every state alike."""


@cache
def _lark(*, whole: bool = False) -> Lark:
    """The parser; its trees are nodes, or with `whole` those of Lark with every token in them."""
    grammar = files("pdo_policy.language").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, **OPTIONS, **({"propagate_positions": True} if whole else {"tree_class": node}))


LONGEST_ITEM = 50_000
"""How many characters an item may have: far more than a person can follow, and few enough to be parsed at once."""


MOST_UNSEEN = 20
"""How many characters that cannot be seen are told of an item: whoever finds these finds the rest."""


MOST_PROBLEMS = 100
"""How many problems of a file are told before the rest of it is left alone: it is hardly a file of rules."""


class Parsed(NamedTuple):
    """What a rule file gave.

    Attributes:
        items: those that could be parsed, in order.
        problems: everything wrong with the writing.
        broken: names of the items that could not be parsed; what refers to them is not wrong for it.
    """

    items: tuple[d.RuleFileItem, ...]
    problems: tuple[Problem, ...]
    broken: frozenset[str]


def parse(source: Source) -> Parsed:
    """All items of a rule file, and everything wrong with its writing.

    Each item is parsed alone, so that a broken one costs its own message and no other's (language.md 3.10).
    """
    hidden = list(hidden_characters(source.text))
    items: list[d.RuleFileItem] = []
    problems: list[Problem] = []
    broken: set[str] = set()
    for piece in pieces(source.text):
        within = piece.name or None
        unseen = hidden[bisect_left(hidden, (piece.start, "")) : bisect_left(hidden, (piece.end, ""))]
        if len(problems) >= MOST_PROBLEMS:
            found = None
            if problems[-1].code != "PDL-E011-many":
                place = source.span(piece.start, piece.start + len(piece.word))
                problems.append(Problem("PDL-E011-many", {"most": str(MOST_PROBLEMS)}, place))
        elif unseen:
            found = None
            problems.extend(
                Problem("PDL-E004", {"name": name}, source.span(at, at + 1), within)
                for at, name in unseen[:MOST_UNSEEN]
            )
        elif piece.end - piece.start > LONGEST_ITEM:
            found = None
            place = source.span(piece.start, piece.start + len(piece.word))
            problems.append(Problem("PDL-E011-long", {"most": str(LONGEST_ITEM)}, place, within))
        elif piece.word in ELSEWHERE:
            found = None
            place = source.span(piece.start, piece.start + len(piece.word))
            problems.append(Problem(f"PDL-E005-{ELSEWHERE[piece.word]}", {"word": piece.word}, place))
        else:
            found = _parsed(source, piece, problems)
        items.extend(found or ())
        if not found and piece.name:
            broken.add(piece.name)
    return Parsed(tuple(items), tuple(problems), frozenset(broken))


def _parsed(source: Source, piece: Piece, problems: list[Problem]) -> list[d.RuleFileItem]:
    """The item of a piece, or none and problems; what stands behind its 完 costs a problem, but not the item."""
    within = piece.name or None
    found, fault = _tried(source, source.text[piece.start : piece.end], piece.start, within)
    if fault is None:
        return found
    problems.append(fault.problem)
    if fault.ended:
        return _parsed(source, piece._replace(end=fault.ended), problems)
    problems.extend(further(source, piece, fault, lambda text, offset: _tried(source, text, offset, within)[1]))
    return []


def _tried(source: Source, text: str, offset: int, within: str | None) -> tuple[list[d.RuleFileItem], Fault | None]:
    """The items of a text, whose first character is at `offset` of the file, or the first fault in it."""
    try:
        tree = _lark().parse(text, start="start")
        builder = Builder(source, offset, lambda raw, at: _template(source, raw, at))
        return [built(builder, child) for child in tree.children], None
    except UnexpectedInput as error:
        unexpected = _unexpected(error, text, offset)
        ended = next((word.end for word in unexpected.before if word.type == "END"), 0)
        problem = diagnosed(source, unexpected, None if ended else within)
        return [], Fault(problem, unexpected.met.start, ended)
    except _ForeignScriptError as error:
        facts = {"char": error.char, "name": f"U+{ord(error.char):04X}"}
        code, start, end = "PDL-E004-script", offset + error.start, offset + error.start + 1
    except BadLiteralError as error:
        code, facts, start, end = "PDL-E006", {"text": error.text}, error.start, error.end
    except TooDeepError as error:
        code, facts, start, end = "PDL-E011", {}, error.start, error.end
    except _HoleError as error:
        code, facts, start, end = "PDL-T017-syntax", {"text": error.text}, error.start, error.end
    return [], Fault(Problem(code, facts, source.span(start, end), within), start, 0)


def _unexpected(error: UnexpectedInput, text: str, offset: int) -> Unexpected:
    """What the parser met in a text whose first character is at `offset` of the file; places are those in the file."""
    expected = frozenset(getattr(error, "accepts", None) or getattr(error, "expected", None) or ())
    if isinstance(error, UnexpectedCharacters):
        at = cast("int", error.pos_in_stream)
        met = Word("", error.char, offset + at, offset + at + 1)
    else:
        token = error.token  # type: ignore[attr-defined]  # an UnexpectedToken, the only other kind with this parser
        at = len(text) if token.type == "$END" else token.start_pos
        met = Word(str(token.type), str(token), offset + at, offset + at + len(token))
    before = tuple(
        Word(str(token.type), str(token), offset + int(token.start_pos or 0), offset + int(token.end_pos or 0))
        for token in _lark().lex(text[:at])
    )
    return Unexpected(met, expected, before)


# ---------------------------------------------------------------------- messages with holes


class _HoleError(Exception):
    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text)
        self.text, self.start, self.end = text, start, end


HOLE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
"""A brace, a doubled brace, or a hole with what stands in it, in the text of a message."""


def _template(source: Source, raw: str, start: int) -> s.Template:
    """The pieces of a STRING token; `{{` stands for a brace."""
    quote_open, parts, last = raw[0], [], 1
    for match in HOLE.finditer(raw, 1, len(raw) - 1):
        parts.append(_piece(quote_open, raw[last : match.start()]))
        last = match.end()
        whole = match.group()
        if whole in ("{{", "}}"):
            parts.append(whole[0])
        elif match.group(1) is None:
            raise _HoleError(whole, start + match.start(), start + match.end())
        else:
            parts.append(_hole(source, match.group(1), start + match.start(1)))
    parts.append(_piece(quote_open, raw[last:-1]))
    return s.Template(tuple(part for part in parts if part != ""), start, start + len(raw))


def _piece(quote_open: str, text: str) -> str | s.Hole:
    return text if quote_open == "“" else unquoted(f'"{text}"')


def _hole(source: Source, inner: str, start: int) -> s.Hole:
    text, _, form = inner.partition("|")
    try:
        tree = _lark().parse(text, start="interpolation")
    except (UnexpectedInput, _ForeignScriptError) as error:
        raise _HoleError(inner, start, start + len(inner)) from error
    expr = Builder(source, start, lambda raw, at: _template(source, raw, at)).expr(tree.children[0])
    return s.Hole(expr, form.strip(), start, start + len(inner))


# ---------------------------------------------------------------------- all the words


DEEPEST_WORDS = 200
"""How many groups of words may stand within each other: more than conditions of `DEEPEST` need, each in brackets."""


def words_of(source: Source) -> Branch:
    """The whole text of a file that has nothing wrong with it: a tree of all its words, brackets and commas too.

    Raises:
        TooDeepError: brackets within brackets beyond `DEEPEST_WORDS`.
    """
    trees = (_branch(_whole(source.text[piece.start : piece.end]), piece.start) for piece in pieces(source.text))
    return Branch("file", tuple(part for tree in trees for part in tree.parts))


def words_of_hole(text: str) -> Branch | None:
    """The same for an expression in a message; None where it is none."""
    try:
        return _branch(_whole(text, "interpolation"), 0)
    except (UnexpectedInput, _ForeignScriptError, TooDeepError):
        return None


def token_of(text: str) -> str:
    """The type of the token that a text is; empty where it is none, or several."""
    try:
        types = [str(token.type) for token in _lark().lex(text)]
    except (UnexpectedInput, _ForeignScriptError):
        return ""
    return types[0] if len(types) == 1 else ""


def _whole(text: str, start: str = "start") -> Tree[Token]:
    return _lark(whole=True).parse(text, start=start)


def _branch(tree: Tree[Token], offset: int, depth: int = 0) -> Branch:
    if depth > DEEPEST_WORDS:
        raise TooDeepError(offset + tree.meta.start_pos, offset + tree.meta.end_pos)
    parts = (
        _branch(child, offset, depth + 1)
        if isinstance(child, Tree)
        else Leaf(child.type, str(child), offset + int(child.start_pos or 0), offset + int(child.end_pos or 0))
        for child in tree.children
    )
    return Branch(str(tree.data), tuple(parts))
