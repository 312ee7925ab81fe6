"""A word becomes what of a rulebook it names: a rule, an exception, a clause, a field, a named item, or any of them."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.errors import UsageError
from pdo_policy.language.keywords import ITEM_TOKENS, TOKEN_OF
from pdo_policy.language.pieces import pieces
from pdo_policy.law.citations import clauses_meant
from pdo_policy.law.clause_ids import clause_id
from pdo_policy.lookup.codes import codes
from pdo_policy.lookup.fields import field_labels, fields_meant
from pdo_policy.lookup.words import WORDS
from pdo_policy.schema.suggestions import nearest
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.law.instruments import Clause, Instrument
    from pdo_policy.lookup.fields import Place
    from pdo_policy.rulebook.compiled import Rule, Rulebook, RuleException


class Written(NamedTuple):
    """A 判定, 参数, 认定 or 术语 as it stands in a rule file, and the rules and exceptions that speak of it."""

    name: str
    file: str
    line: int
    text: str
    users: tuple[str, ...]


class Found(NamedTuple):
    """What a word means.

    Attributes:
        rules: rules with this id, or with the word in their texts; every version.
        exceptions: exceptions with this id.
        clauses: clauses that the citation or id names, or with the word in their summary.
        fields: places of the fields that it names.
        items: named items of rule files.
    """

    rules: tuple[Rule, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    clauses: tuple[Clause, ...] = ()
    fields: tuple[Place, ...] = ()
    items: tuple[Written, ...] = ()

    @property
    def number(self) -> int:
        """How many things were found."""
        return sum(map(len, self))


def looked_up(book: Rulebook, word: str) -> Found:
    """What of a rulebook a word means.

    Read are the id of a rule or an exception, a clause's id (with its instrument's or alone), a citation (27号第九条,
    办法第二章, 第九条, 《实施规范》第九条第五项); then a field (更新频率, 方案.授权期限) and a named item; and beside
    these, or where the word is none of them, what has it in its title, its messages or its summary.
    """
    word = word.strip()
    name = word.upper()
    rules = tuple(rule for rule in book.program.rules if rule.id == name)
    exceptions = tuple(one for one in book.program.exceptions if one.id == name)
    if rules or exceptions:
        return Found(rules=rules, exceptions=exceptions)
    clauses = tuple(dict.fromkeys(_cited(book, word)))
    if clauses:
        return Found(clauses=clauses)
    return Found(
        rules=tuple(rule for rule in book.program.rules if _mentions(rule, word)),
        clauses=tuple(clause for clause in _all(book) if word in clause.summary or word in clause.words),
        fields=fields_meant(book, word),
        items=tuple(_items(book, word)),
    )


def near(book: Rulebook, word: str) -> tuple[str, ...]:
    """Names that are near a word of which nothing was found: ids, codes, words of the language, fields."""
    known = dict.fromkeys(
        chain((rule.id for rule in book.program.rules), (one.id for one in book.program.exceptions), codes())
    )
    found = get_close_matches(word.upper(), known, n=3, cutoff=0.6)
    return tuple(found or get_close_matches(word, dict.fromkeys(chain(field_labels(book), WORDS)), n=3, cutoff=0.5))


def rule_meant(book: Rulebook, word: str) -> str:
    """The id of a rule, which may be typed in small letters.

    Raises:
        UsageError: there is no such rule; the nearest is told, or of an exception the rules that it is against.
    """
    known = dict.fromkeys(rule.id for rule in book.program.rules)
    name = word.strip().upper()
    if name in known:
        return name
    against = dict.fromkeys(rule.id for rule in book.program.rules if name in rule.exceptions)
    near = "、".join(against) or nearest(name, known, 0.3)
    raise UsageError("unknown-rule" if near else "unknown-rule-alone", name=word, near=near)


def _all(book: Rulebook) -> Iterator[Clause]:
    for instrument in book.manifest.instruments:
        yield from instrument.clauses.values()


_NAMED = frozenset({"TERM", "PARAM", "PREDICATE", "FINDING"})


def _items(book: Rulebook, name: str) -> Iterator[Written]:
    """The items of rule files that have a name, as written; a parameter may have several values."""
    assert set(ITEM_TOKENS) >= _NAMED, "these begin items"
    for file, text in book.sources.items():
        for piece in pieces(text):
            if piece.name == name and TOKEN_OF.get(piece.word) in _NAMED:
                line = Source(file, text).position(piece.start).line
                yield Written(name, file, line, _trimmed(text[piece.start : piece.end]), _users(book, name))


def _trimmed(text: str) -> str:
    """An item without the comment that leads the next one."""
    lines = text.rstrip().split("\n")
    while lines and lines[-1].lstrip().startswith("#"):
        lines.pop()
    return "\n".join(lines).rstrip()


def _users(book: Rulebook, name: str) -> tuple[str, ...]:
    made: list[Rule | RuleException] = [*book.program.rules, *book.program.exceptions]
    return tuple(dict.fromkeys(one.id for one in made if name in book.sources[one.file][one.at[0] : one.at[1]]))


def _mentions(rule: Rule, word: str) -> bool:
    templates = (rule.texts.reason, rule.texts.remedy, rule.texts.violation)
    texts = [part for template in templates if template for part in template.parts if isinstance(part, str)]
    return bool(word) and any(word in text for text in (rule.title, rule.id, *texts))


def _cited(book: Rulebook, word: str) -> Iterator[Clause]:
    instrument_id, tilde, rest = word.partition("~")
    for instrument in book.manifest.instruments:
        if tilde:
            if instrument.id == instrument_id:
                yield from _in(instrument, rest)
            continue
        named = _without_name(instrument, word)
        if named is not None:
            yield from _in(instrument, named) if named else instrument.clauses.values()
    if not tilde and not any(_without_name(i, word) is not None for i in book.manifest.instruments):
        for instrument in book.manifest.instruments:
            yield from _in(instrument, word)


def _without_name(instrument: Instrument, word: str) -> str | None:
    """What follows the instrument's name; None where the word does not begin with it."""
    bare = word.replace("《", "").replace("》", "")
    names = (instrument.id, instrument.short, instrument.title, instrument.number, *instrument.names)
    for name in sorted((n.replace("《", "").replace("》", "") for n in names if n), key=len, reverse=True):
        if bare.startswith(name):
            return bare[len(name) :].strip()
    return None


def _in(instrument: Instrument, citation: str) -> Iterator[Clause]:
    """The clauses that a citation names, and those below them."""
    for steps in clauses_meant(citation, outline=instrument.numbering == "outline"):
        wanted = clause_id(steps)
        for clause in instrument.clauses.values():
            if clause.id == wanted or clause.id.startswith(f"{wanted}__"):
                yield clause
