"""What a word means becomes data for machines: rules, exceptions, clauses, fields, items, words and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdo_policy.cli.explained import example_in
from pdo_policy.lookup.fields import readers
from pdo_policy.wording.explaining import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.law.instruments import Clause
    from pdo_policy.lookup.codes import Case
    from pdo_policy.lookup.fields import Place
    from pdo_policy.lookup.find import Found
    from pdo_policy.lookup.words import Word
    from pdo_policy.rulebook.compiled import Rule, Rulebook, RuleException

_Data = dict[str, Any]


def as_data(book: Rulebook, found: Found, words: Sequence[Word], cases: Sequence[Case]) -> _Data:
    """All that was found, each kind of thing under its name."""
    return {
        "rules": [_rule(book, rule) for rule in found.rules],
        "exceptions": [_exception(book, one) for one in found.exceptions],
        "clauses": [_clause(book, clause) for clause in found.clauses],
        "fields": [_field(book, place) for place in found.fields],
        "items": [{**item._asdict(), "users": list(item.users)} for item in found.items],
        "words": [_word(word) for word in words],
        "codes": [_case(case) for case in cases],
    }


def _rule(book: Rulebook, rule: Rule) -> _Data:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "subjects": list(rule.subjects),
        "bearer": rule.bearer,
        "clauses": list(rule.clauses),
        "exceptions": list(rule.exceptions),
        "file": rule.file,
        "text": book.sources[rule.file][rule.at[0] : rule.at[1]],
    }


def _exception(book: Rulebook, one: RuleException) -> _Data:
    return {
        "id": one.id,
        "title": one.title,
        "against": list(one.targets),
        "attackers": list(one.attackers),
        "effect": "exempt" if one.replacement is None else "replace",
        "clauses": list(one.clauses),
        "file": one.file,
        "text": book.sources[one.file][one.at[0] : one.at[1]],
    }


def _clause(book: Rulebook, clause: Clause) -> _Data:
    return {
        "instrument": clause.instrument,
        "clause": clause.id,
        "display": clause.display,
        "summary": clause.summary,
        "class": clause.check,
        "visibility": clause.visibility,
        "rules": list(book.rules_by_clause.get(clause.full_id, ())),
    }


def _field(book: Rulebook, place: Place) -> _Data:
    field = place.field
    return {
        "document": place.kind,
        "path": ".".join(place.keys),
        "labels": list(place.labels[1:]),
        "kind": field.kind,
        "of": field.item.kind if field.item is not None else "",
        "unit": field.unit,
        "meaning": field.meaning,
        "choices": [{"value": one.value, "label": one.label} for one in (field.item or field).choices],
        "examples": list(field.examples),
        "aliases": list(field.aliases),
        "clauses": list(field.clauses),
        "rules": list(readers(book, place)),
    }


def _word(word: Word) -> _Data:
    return {
        "zh": list(word.zh),
        "en": list(word.en),
        "kind": "function" if word.function else "keyword",
        "does": {"zh": word.explained.zh, "en": word.explained.en},
        "example": {lang: example_in(word.explained.example, lang) for lang in ("zh", "en")},
    }


def _case(case: Case) -> _Data:
    shown = case.example
    return {
        "code": case.code,
        "case": case.name,
        "about": case.room,
        **{
            lang: {"message": opened(words.headline), "why": opened(words.why), "fix": opened(words.fix)}
            for lang, words in (("zh", case.message.zh), ("en", case.message.en))
        },
        "submission": case.submission,
        "example": None
        if shown is None
        else {"line": shown.line, "column": shown.column, "wrong": shown.wrong, "right": shown.right},
    }
