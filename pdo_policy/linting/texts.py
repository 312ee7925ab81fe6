"""The words of a rulebook become single texts with their places: titles, messages, questions, meanings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.language import syntax as s
from pdo_policy.language.declarations import DeterminationItem, ExceptionItem, RuleItem, TermItem
from pdo_policy.linting.reading import clauses_of, records, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.linting.reading import Reading, Seen

HAN = re.compile(r"[\u3400-\u9fff]")

ROLES = {
    "TITLE": ("标题", "the title"),
    "ON_VIOLATION": ("“违反时”", "“on_violation”"),
    "ON_UNKNOWN": ("“存疑时”", "“on_undetermined”"),
    "REPORT": ("“报”", "“saying”"),
    "REASON": ("“理由”", "“reason”"),
    "REMEDY": ("“整改”", "“remedy”"),
    "QUESTION": ("“提问”", "“question”"),
    "ASKED": ("认定的问题", "the question of a finding"),
    "MEANING": ("术语的意思", "the meaning of a term"),
}
"""What a text is for, and what its author calls that in either language."""

HEADLINES = frozenset({"TITLE", "ON_VIOLATION", "ON_UNKNOWN", "REPORT"})
"""The texts that stand at the head of a finding."""


class Text(NamedTuple):
    """A text of an item; `pieces` are what stands between its holes, `start` and `end` its place, quotes included."""

    item: RuleFileItem
    role: str
    pieces: tuple[str, ...]
    start: int
    end: int

    @property
    def words(self) -> str:
        """The text with its holes left out; an object replacement character stands for each."""
        return HOLE.join(self.pieces)

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese."""
        return HAN.search(self.words) is not None

    @property
    def named(self) -> dict[str, str]:
        """The fact `role` in both languages."""
        zh, en = ROLES[self.role]
        return {"role": zh, "role_en": en}

    def seen(self, quoted: str = "", /, **facts: str) -> Seen:
        """What was seen of the text; its place is that of `quoted` in it, where that is given."""
        at = self.item.source.text.find(quoted, self.start, self.end) if quoted else -1
        start, end = (at, at + len(quoted)) if at >= 0 else (self.start, self.end)
        return seen(self.item, start, end, **self.named, **facts)


HOLE = "\ufffc"


def texts(reading: Reading) -> Iterator[Text]:
    """Every text of a rulebook that a reader of reports may meet."""
    for item in reading.items:
        yield from texts_of(item)


def texts_of(item: RuleFileItem) -> Iterator[Text]:
    """The texts of an item, in the order written."""
    match item:
        case RuleItem() | ExceptionItem():
            yield _literal(item, "TITLE", item.title)
            for clause in clauses_of(item, *_NORMS, *_SAYING):
                yield from _in_clause(item, clause)
        case DeterminationItem():
            yield _literal(item, "ASKED", item.question)
        case TermItem():
            yield _literal(item, "MEANING", item.meaning)


_NORMS = ("MUST", "MUSTNOT", "ENCOURAGE", "MAY")
_SAYING = ("ON_VIOLATION", "ON_UNKNOWN", "REASON", "REMEDY", "QUESTION")


def _literal(item: RuleFileItem, role: str, written: s.Literal) -> Text:
    return Text(item, role, (str(written.value),), written.start, written.end)


def _in_clause(item: RuleFileItem, clause: s.Clause) -> Iterator[Text]:
    if clause.keyword in _NORMS:
        for record in records(clause.value):
            if isinstance(record, s.Item) and record.message is not None:
                yield _template(item, "REPORT", record.message)
        return
    written = clause.value[0] if clause.keyword == "REMEDY" else clause.value  # type: ignore[index]  # a message and its period
    if isinstance(written, s.Template):
        yield _template(item, clause.keyword, written)


def _template(item: RuleFileItem, role: str, written: s.Template) -> Text:
    pieces = [""]
    for part in written.parts:
        if isinstance(part, str):
            pieces[-1] += part
        else:
            pieces.append("")
    return Text(item, role, tuple(pieces), written.start, written.end)
