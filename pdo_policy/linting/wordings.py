"""Texts that an official would not sign, and rules that leave a reader without the words they need."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from pdo_policy.language import syntax as s
from pdo_policy.language.declarations import RuleItem
from pdo_policy.linting.reading import clauses_of, records, seen_at_name
from pdo_policy.linting.texts import HEADLINES, HOLE, ROLES, texts
from pdo_policy.linting.walking import tops
from pdo_policy.rulebook import ir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.linting.reading import Reading, Seen
    from pdo_policy.rulebook.compiled import Rule

LONGEST_HEADLINE = 40
"""How many Chinese characters a headline may have without what its holes show; two Latin letters count as one."""

ACCUSING = (
    "弄虚作假", "违法", "违规", "违纪", "造假", "作假", "伪造", "涉嫌", "非法", "处罚", "隐瞒", "欺骗", "骗取", "犯罪",
    "unlawful", "illegal", "forged", "fraud", "criminal", "guilty", "suspected", "penalty", "offence",
)  # fmt: skip
"""Words that judge a person. A report says what is not met, and with which clause."""


def long_headline(reading: Reading) -> Iterator[Seen]:
    """PDL-L052: a headline that does not fit on a line of a report."""
    for text in texts(reading):
        if text.role in HEADLINES and _length(text.words) > LONGEST_HEADLINE:
            yield text.seen(length=str(_length(text.words)), most=str(LONGEST_HEADLINE))


def _length(words: str) -> int:
    return round(sum(0.5 if char.isascii() else 1 for char in words if char != HOLE))


_ACCUSING = re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in ACCUSING), re.IGNORECASE)


def accusing(reading: Reading) -> Iterator[Seen]:
    """PDL-L053: a word that judges a person; each of a text once."""
    for text in texts(reading):
        for word in dict.fromkeys(_ACCUSING.findall(text.words)):
            yield text.seen(word, word=word)


# ---------------------------------------------------------------------- what a reader needs


def _needs_words(reading: Reading) -> Iterator[tuple[RuleItem, Rule]]:
    """The rules that can give a finding: not a bare 可以."""
    return ((item, rule) for item, rule in reading.rules if rule.norm.requirement is not None)


def without_violation(reading: Reading) -> Iterator[Seen]:
    """PDL-L054: neither 违反时 nor 报 for each item says what is wrong."""
    for item, rule in _needs_words(reading):
        if rule.texts.violation is None and not _said_by_items(rule.norm.requirement):
            yield seen_at_name(item, id=rule.id)


def _said_by_items(condition: ir.Condition | None) -> bool:
    """Whether whatever can fail in a condition is an item of an enumeration with its own message."""
    match condition:
        case ir.Enumeration():
            return all(item.message is not None or _said_by_items(item.condition) for item in condition.items)
        case ir.And():
            return all(map(_said_by_items, condition.parts))
        case ir.Quantifier():
            return _said_by_items(condition.body)
        case ir.If():
            otherwise = condition.otherwise is None or _said_by_items(condition.otherwise)
            return otherwise and _said_by_items(condition.then)
        case _:
            return False


def without_doubt(reading: Reading) -> Iterator[Seen]:
    """PDL-L031: a rule that may stay open, because it reads what a paper may leave out, without 存疑时."""
    for item, rule in _needs_words(reading):
        if rule.texts.unknown is None and _reads(tuple(tops(rule))):
            yield seen_at_name(item, id=rule.id)


def _reads(record: object) -> bool:
    if isinstance(record, (ir.Field, ir.Related, ir.Param, ir.Determination)):
        return True
    return isinstance(record, tuple) and any(_reads(part) for part in record)


def without_reason(reading: Reading) -> Iterator[Seen]:
    """PDL-L055: a rule that does not say why it matters."""
    return (seen_at_name(item, id=rule.id) for item, rule in _needs_words(reading) if rule.texts.reason is None)


def without_remedy(reading: Reading) -> Iterator[Seen]:
    """PDL-L056: a rule that does not say how to mend it."""
    return (seen_at_name(item, id=rule.id) for item, rule in _needs_words(reading) if rule.texts.remedy is None)


def without_question(reading: Reading) -> Iterator[Seen]:
    """PDL-L057: a rule without the question to be asked at a hearing."""
    return (seen_at_name(item, id=rule.id) for item, rule in _needs_words(reading) if rule.texts.question is None)


def without_bearer(reading: Reading) -> Iterator[Seen]:
    """PDL-L058: a rule that does not say whose duty it is."""
    return (seen_at_name(item, id=rule.id) for item, rule in _needs_words(reading) if not rule.bearer)


# ---------------------------------------------------------------------- how it is said

_TOPIC = re.compile(
    r"(?!.*(?:写|载|列|说|明|按|由|有|符合|遵守|提出|落实|覆盖))(?P<topic>.*(?:要求|规定|规则|检查|核对|情况|问题|事项))"
)
_FINDING = re.compile(
    r"[？！?!]|是否|有没有|不符合|不一致|未见|缺少|没有写|有误|错误|吗$|missing|wrong|whether", re.IGNORECASE
)


def no_norm_in_title(reading: Reading) -> Iterator[Seen]:
    """PDL-L051: a title that asks, that tells a fault, or that names a matter, instead of stating what is demanded."""
    for text in texts(reading):
        if text.role == "TITLE" and isinstance(text.item, RuleItem):
            found = _FINDING.search(text.words) or _TOPIC.fullmatch(text.words)
            if found is not None:
                yield text.seen(found[0], word=found[0])


def same_title(reading: Reading) -> Iterator[Seen]:
    """PDL-L071: two rules that a reader of a report cannot tell apart by their titles."""
    met: dict[str, RuleItem] = {}
    for item, _ in reading.rules:
        title = str(item.title.value)
        first = met.setdefault(title, item)
        if first.id.text != item.id.text:
            place = {"file": first.source.name, "line": str(first.source.position(first.start).line)}
            yield seen_at_name(item, id=item.id.text, other=first.id.text, **place)


_LATIN = re.compile(r"[A-Za-z][A-Za-z'-]*")


def english_words(reading: Reading) -> Iterator[Seen]:
    """PDL-L061: English words in a Chinese text; names of formats and units in capitals may stand there."""
    for text in texts(reading):
        words = [word for piece in text.pieces for word in _LATIN.findall(piece)]
        strange = [word for word in words if not word.isupper()]
        if text.is_chinese and strange:
            yield text.seen(strange[0], word=strange[0])


_HALF_WIDTH = re.compile(r"[,;:?!](?!\d)|[()\"'‘’]")


def half_width(reading: Reading) -> Iterator[Seen]:
    """PDL-L062: ASCII punctuation, or quotes other than “ ”, in a Chinese text."""
    for text in texts(reading):
        found = _HALF_WIDTH.search(text.words)
        if text.is_chinese and found is not None:
            yield text.seen(found[0], char=found[0])


def full_stop(reading: Reading) -> Iterator[Seen]:
    """PDL-L063: a full stop or exclamation mark at the end of a text that a report puts into its own sentence."""
    for text in texts(reading):
        if text.words.endswith(("。", "！", ".", "!")):
            yield text.seen(char=text.words[-1])


_ASKS = re.compile(r"[？?]$|^请|；请|^please\b|; please\b", re.IGNORECASE)


def no_question(reading: Reading) -> Iterator[Seen]:
    """PDL-L064: a 提问 that neither asks nor requests (请说明, 请提供)."""
    for text in texts(reading):
        if text.role == "QUESTION" and not _ASKS.search(text.words):
            yield text.seen()


_YES_OR_NO = re.compile(r"是否|是不是|有没有|能否|[？?]$|\bwhether\b", re.IGNORECASE)


def no_yes_or_no(reading: Reading) -> Iterator[Seen]:
    """PDL-L059: the question of a 认定 that cannot be answered with 是 or 否."""
    for text in texts(reading):
        if text.role == "ASKED" and not _YES_OR_NO.search(text.words):
            yield text.seen()


_OPEN = re.compile(
    r"待核实|看不出|无法|尚未|证据|not clear|unclear|open|whether|cannot|to be|not known|evidence", re.IGNORECASE
)
_BREACH = re.compile(r"不符合|违反|violat|breach", re.IGNORECASE)


def doubt_as_breach(reading: Reading) -> Iterator[Seen]:
    """PDL-L065: a 存疑时 that reads as if the requirement were broken, or does not say that it is open."""
    for text in texts(reading):
        if text.role != "ON_UNKNOWN":
            continue
        breach = _BREACH.search(text.words)
        if breach is not None or not _OPEN.search(text.words):
            yield text.seen(breach[0] if breach is not None else "")


_CLAUSE = re.compile(r"第[一二三四五六七八九十百零〇0-9]+[条款项]|\barticle \d+|\bart\. ?\d+", re.IGNORECASE)


def clause_in_text(reading: Reading) -> Iterator[Seen]:
    """PDL-L066: the number of a clause in a text: it changes, and 依据 tells it anyway."""
    for text in texts(reading):
        found = _CLAUSE.search(text.words)
        if found is not None and text.role != "MEANING":
            yield text.seen(found[0], clause=found[0])


def unlabelled_field(reading: Reading) -> Iterator[Seen]:
    """PDL-L022: a message that shows a field without a Chinese name in its schema."""
    for item, made in reading.compiled:
        nameless = {node.key for node in records(tuple(made)) if isinstance(node, ir.Field) and node.label == node.key}
        for clause in clauses_of(item, *ROLES, "MUST", "MUSTNOT", "ENCOURAGE", "MAY"):
            for hole in records(clause.value):
                if isinstance(hole, s.Hole) and isinstance(hole.expr, s.Path) and hole.expr.names[-1].text in nameless:
                    name = hole.expr.names[-1]
                    yield seen_at_name(item, name=name.text)._replace(span=item.source.span(name.start, name.end))


def long_file(reading: Reading) -> Iterator[Seen]:
    """PDL-L072: a topic file with more rules than a section of a statute has."""
    files: dict[str, list[RuleItem]] = defaultdict(list)
    for item, _ in reading.rules:
        if item.id.text not in (other.id.text for other in files[item.source.name]):
            files[item.source.name].append(item)
    for name, items in files.items():
        if len(items) > MOST_RULES:
            yield seen_at_name(items[MOST_RULES], file=name, count=str(len(items)), most=str(MOST_RULES))


MOST_RULES = 12


_TELLING = re.compile(r"(-[A-Z]+)+")


def number_in_id(reading: Reading) -> Iterator[Seen]:
    """PDL-L070: an id with a number in it: chapters, articles and limits change, ids do not."""
    for item, made in reading.compiled:
        if not _TELLING.fullmatch(made.id.removeprefix(reading.book.manifest.prefix)):
            yield seen_at_name(item, id=made.id)
