"""Words with the places where a line may be broken become lines of no more than `MOST` cells, where that can be."""

from __future__ import annotations

from pdo_policy.language.breaks import (
    APART,
    CONDITION,
    MOST,
    STEP,
    Align,
    Behind,
    Block,
    Break,
    Column,
    Doc,
    Group,
    Hard,
    Own,
    Row,
    Rows,
)
from pdo_policy.source import width

_Todo = tuple[int, bool, Doc]
"""A part still to be written: where its further lines begin, and whether its breaks are not to be made."""


def lines(*docs: Doc) -> list[str]:
    """The lines of a document, without line ends and without white space at their ends."""
    writer = _Writer()
    writer.write([(0, False, doc) for doc in reversed(docs)])
    return writer.pen.done()


class _Pen:
    """Writes texts and comments one after the other; a line is begun when its first text comes.

    Attributes:
        column: where the next text will stand; behind a comment where it would have stood.
        base: where the line begins, for what belongs to it.
    """

    def __init__(self) -> None:
        self.column = self.base = 0
        self._lines: list[str] = []
        self._line = ""
        self._spaces = 0
        self._closed = True
        self._start: int | None = 0

    def done(self) -> list[str]:
        return [*self._lines, self._line] if self._line else self._lines

    def text(self, text: str, indent: int) -> None:
        """Write a text; `indent` is where it stands if it must begin a line and nobody said where."""
        if self._closed:
            if self._line:
                self._lines.append(self._line)
            if self._start is None:
                self._start = self.base = indent
            self._line = " " * self._start
            self.column = self._start
        else:
            self._line += " " * self._spaces
        self._line += text
        self.column += width(text)
        self._closed, self._start, self._spaces = False, None, 0

    def space(self, text: str) -> None:
        if not self._closed:
            self._spaces += len(text)
        if not self._closed or self._start is None:
            self.column += len(text)

    def end(self, indent: int, more: int = 0) -> None:
        """End the line; the next begins at `indent`, and what belongs to it counts from `more` cells further."""
        self._closed, self._start, self._spaces = True, indent, 0
        self.column, self.base = indent, indent + more

    def settle(self) -> None:
        """Let the next text stand where it would have stood, had a comment not ended the line before it."""
        if self._closed and self._start is None:
            self._start = self.base = self.column

    def own(self, text: str, indent: int) -> None:
        if not self._closed or self._start is None:
            self.end(indent)
        start, base = self.column, self.base
        self.text(text, indent)
        self.end(start, base - start)

    def behind(self, text: str) -> None:
        if self._closed:
            self.own(text, self.base)
            return
        self._line += f"  {text}"
        self._closed, self._spaces = True, 0


class _Writer:
    def __init__(self) -> None:
        self.pen = _Pen()

    def write(self, todo: list[_Todo]) -> None:
        """Write what is to be written, the last first."""
        pen = self.pen
        while todo:
            indent, flat, doc = todo.pop()
            match doc:
                case str() if doc.isspace():
                    pen.space(doc)
                case str():
                    pen.text(doc, indent)
                case Break() if flat:
                    pen.space(doc.flat)
                case Break():
                    pen.end(indent)
                case Hard():
                    pen.end(indent)
                case Own():
                    pen.own(doc.text, indent)
                case Behind():
                    pen.behind(doc.text)
                case Group():
                    flat = flat or self._fits(doc.parts, todo, doc.most)
                    todo.extend((indent, flat, part) for part in reversed(doc.parts))
                case Column():
                    flat = flat or self._fits(doc.parts, todo, CONDITION)
                    if not flat:
                        pen.base = pen.column
                    todo.extend((pen.column, flat, part) for part in reversed(doc.parts))
                case Align():
                    pen.settle()
                    first, *rest = doc.parts
                    todo.extend((pen.column + doc.by, flat, part) for part in reversed(rest))
                    todo.append((pen.column, flat, first))
                case Block():
                    todo.extend((pen.base + STEP, flat, part) for part in reversed(doc.parts))
                case Rows():
                    todo.extend(reversed(self._rows(doc.rows, todo)))
                case Row():
                    # What belongs to an item stands further in than its marker does.
                    pen.end(indent, STEP)
                    todo.extend((indent, False, part) for part in reversed(doc.body))

    def _rows(self, rows: tuple[Row, ...], todo: list[_Todo]) -> list[_Todo]:
        """The rows with the white space before what they say."""
        indent = self.pen.base + STEP
        taken = [_flat_width(row.body, may_begin=True) for row in rows]
        said = [_flat_width(row.saying, may_end=True) for row in rows]
        if said[-1] is not None:
            said[-1] += _rest_width(todo)
        short = [
            (of_body, of_saying)
            for row, of_body, of_saying in zip(rows, taken, said, strict=True)
            if row.saying and of_body is not None and of_saying is not None
            if indent + of_body + STEP + of_saying <= MOST and indent + of_body <= _most(row.body, MOST)
        ]
        least = min((of_body for of_body, _ in short), default=0)
        short = [(of_body, of_saying) for of_body, of_saying in short if of_body <= least + APART]
        at = max((of_body for of_body, _ in short), default=0) + STEP
        aligned = all(indent + at + of_saying <= MOST for _, of_saying in short)
        made: list[_Todo] = []
        for row, of_body, of_saying in zip(rows, taken, said, strict=True):
            made.append((indent, False, row))
            if row.saying and of_body is not None and (of_body, of_saying) in short:
                made.append((indent, False, " " * (at - of_body if aligned else STEP)))
                made.extend((indent, False, part) for part in row.saying)
            elif row.saying:
                made.extend((indent + 2 * STEP, False, part) for part in (Hard(), *row.saying))
        return made

    def _fits(self, parts: tuple[Doc, ...], todo: list[_Todo], most: int) -> bool:
        """Whether parts fit on a line of `most` cells without a break, and what follows them up to the next break."""
        taken = _flat_width(parts, may_begin=True, may_end=True)
        if taken is None or self.pen.column + taken > _most(parts, most):
            return False
        return _ends_line(parts) or self.pen.column + taken + _rest_width(todo) <= MOST


def _most(parts: tuple[Doc, ...], most: int) -> int:
    """How many cells a line may take that ends with these parts: `most`, or fewer for the sake of one of them."""
    inner = [part.most for part in _nested(parts) if isinstance(part, Group)]
    columns = [CONDITION for part in _nested(parts) if isinstance(part, Column)]
    return min([most, *inner, *columns])


def _nested(parts: tuple[Doc, ...]) -> list[Doc]:
    made: list[Doc] = []
    todo = list(reversed(parts))
    while todo:
        part = todo.pop()
        made.append(part)
        if isinstance(part, (Group, Column, Align, Block)):
            todo.extend(reversed(part.parts))
    return made


def _ends_line(parts: tuple[Doc, ...]) -> bool:
    """Whether a comment stands behind the last word of parts that have no other."""
    return any(isinstance(part, Behind) for part in _flattened(parts))


def _flattened(parts: tuple[Doc, ...]) -> list[Doc]:
    return [part for part in _nested(parts) if not isinstance(part, (Group, Column, Align, Block))]


def _flat_width(parts: tuple[Doc, ...], *, may_begin: bool = False, may_end: bool = False) -> int | None:
    """How many cells parts take without a break; None where they have an end of line in them.

    With `may_begin` there may be comments before the first word, with `may_end` behind the last.
    """
    taken, begun, ended = 0, False, False
    for part in _flattened(parts):
        match part:
            case str() | Break():
                text = part if isinstance(part, str) else part.flat
                if ended and text.strip():
                    return None
                taken += width(text)
                begun = begun or bool(text.strip())
            case Own() if may_begin and not begun:
                pass
            case Behind() if may_end:
                ended = True
            case _:
                return None
    return taken


def _rest_width(todo: list[_Todo]) -> int:
    """How many cells are taken up to the next place where the line may end."""
    taken = 0
    for _, flat, doc in reversed(todo):
        rest = [doc]
        while rest:
            part = rest.pop()
            match part:
                case str():
                    taken += width(part)
                case Break() if flat:
                    taken += width(part.flat)
                case Group() | Column() | Align() | Block():
                    rest.extend(reversed(part.parts))
                case _:
                    return taken
    return taken
