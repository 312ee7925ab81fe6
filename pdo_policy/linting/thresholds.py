"""Numbers in rules, and whether a text that somebody saw has them (charter 1: no invented law)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.language import syntax as s
from pdo_policy.language.declarations import ExceptionItem, PredicateItem, RuleItem
from pdo_policy.linting.reading import clauses_of, records, seen, seen_at_name
from pdo_policy.values.chinese_numerals import in_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.linting.reading import Reading, Seen

_CONDITIONS = ("WHEN", "MUST", "MUSTNOT", "ENCOURAGE", "MAY", "UNLESS")


class _Threshold(NamedTuple):
    """A number, amount, date, period or percentage as a rule brings it in: where, and how it is written."""

    start: int
    end: int
    written: str


def unseen_threshold(reading: Reading) -> Iterator[Seen]:
    """PDL-L023: a threshold that no cited clause is known to hold.

    It may stand where the text of a clause was seen in full, or where a summary that was seen shows the number. 0 and 1
    ask whether there is anything, and are no thresholds.
    """
    named: dict[str, RuleFileItem] = {item.name.text: item for item in reading.parameters}
    named.update((item.name.text, item) for item in reading.items if isinstance(item, PredicateItem))
    for item, made in reading.compiled:
        clauses = reading.clauses(made.clauses)
        if any(clause.visibility == "full" for clause in clauses):
            continue
        shown = "\n".join(clause.summary for clause in clauses if clause.visibility == "summary")
        told: set[tuple[int, int]] = set()
        for clause in clauses_of(item, *_CONDITIONS):
            for found in _thresholds(item, clause.value, named):
                place = (found.start, found.end)
                if place not in told and not _shows(shown, found.written):
                    told.add(place)
                    yield seen(item, *place, id=made.id, value=item.source.text[found.start : found.end])


def _thresholds(item: RuleFileItem, written: object, named: Mapping[str, RuleFileItem]) -> Iterator[_Threshold]:
    """The thresholds in an expression of an item; those that a name brings in stand where the name does."""
    for record in records(written):
        match record:
            case s.Literal() if record.kind not in ("text", "flag") and not _asks_for_anything(record):
                yield _Threshold(record.start, record.end, item.source.text[record.start : record.end])
            case s.Path(names=(name,)) | s.Call(name=name) if name.text in named:
                used = named[name.text]
                others = {other: one for other, one in named.items() if other != name.text}
                body = used.condition if isinstance(used, PredicateItem) else used.value  # type: ignore[union-attr]  # a parameter
                for inside in _thresholds(used, body, others):
                    yield inside._replace(start=record.start, end=record.end)


def _asks_for_anything(literal: s.Literal) -> bool:
    number = literal.value[0] if literal.kind == "money" and isinstance(literal.value, tuple) else literal.value
    return number == Decimal(0) or (literal.kind == "number" and number == Decimal(1))


_NUMBER = re.compile(r"[0-9][0-9_]*(?:\.[0-9]+)?")


def _shows(text: str, written: str) -> bool:
    """Whether a text holds every number of a literal, in digits or in Chinese."""
    return all(_shows_number(text, number.replace("_", "").lstrip("0") or "0") for number in _NUMBER.findall(written))


def _shows_number(text: str, number: str) -> bool:
    forms = [rf"(?<![\d.])0*{re.escape(number)}(?![\d.])"]
    if number.isdigit():
        forms.append(rf"(?<![一二三四五六七八九十百千万]){in_chinese(int(number))}(?![一二三四五六七八九十百千])")
    return any(re.search(form, text) for form in forms)


def unverified_parameter(reading: Reading) -> Iterator[Seen]:
    """PDL-L021: a parameter that conditions use and whose text nobody has verified (待核)."""
    used = {name for item in reading.items for name in _names_in_conditions(item)}
    for item in reading.parameters:
        status = item.status.text if item.status is not None else "待核"
        if status in ("待核", "unverified") and item.name.text in used:
            yield seen_at_name(item, name=item.name.text)


def _names_in_conditions(item: RuleFileItem) -> Iterator[str]:
    written: list[object] = []
    if isinstance(item, PredicateItem):
        written = [item.condition]
    elif isinstance(item, (RuleItem, ExceptionItem)):
        written = [clause.value for clause in clauses_of(item, *_CONDITIONS, "PRESUME")]
    for record in records(tuple(written)):
        if isinstance(record, s.Path):
            yield record.names[0].text


def verified_without_clause(reading: Reading) -> Iterator[Seen]:
    """PDL-L025: a parameter that is said to be verified (已核) and does not say against what."""
    for item in reading.parameters:
        if item.status is not None and item.status.text in ("已核", "verified") and not item.cites:
            yield seen_at_name(item, name=item.name.text)
