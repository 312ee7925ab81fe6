"""What the parser did not expect becomes a problem in the author's words, with one concrete suggestion."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pdo_policy.errors import Problem
from pdo_policy.language.expectations import expectations
from pdo_policy.language.gluing import glued, glued_opener, parts, sentence
from pdo_policy.language.keywords import ELSE_MEANT, KEYWORDS, NEAR_MISSES, TOKEN_OF, spelled
from pdo_policy.language.literals import chinese_number
from pdo_policy.language.unexpected import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.language.unexpected import Unexpected, Word
    from pdo_policy.source import Source


def diagnosed(source: Source, unexpected: Unexpected, within: str | None) -> Problem:
    """The problem for what the parser met; the first look that recognises the case decides."""
    said = next(said for said in (look(unexpected) for look in _LOOKS) if said is not None)
    return Problem(said.code, said.facts, source.span(said.word.start, said.word.end), within)


# ---------------------------------------------------------------------- characters

_TWINS = {
    **{chr(ord(char) + 0xFEE0): char for char in "<>=+-*/.#@!"},
    "。": ".", "＂": '"', "−": "-", "–": "-", "—": "-", "［": "[", "］": "]",
}  # fmt: skip
_OPENING = {
    "“": ("引号", "quotation mark"),
    '"': ("引号", "quotation mark"),
    "《": ("书名号", "mark 《"),
    "「": ("名称的“「”", "mark 「"),
}
_WRONG_QUOTES = frozenset("”‘’'`『』")
_STOPS = frozenset("；;！？?")
_SIGNS = {"&": "AND", "|": "OR", "!": "NOT"}


def _character(unexpected: Unexpected) -> Said | None:
    met = unexpected.met
    if met.type:
        return None
    facts = {"char": met.text, "name": f"U+{ord(met.text):04X}"}
    if met.text == "。" and unexpected.last.type not in ("NAME", "PATH"):
        return Said("PDL-E001-stop", facts, met)
    if met.text in _TWINS:
        return Said("PDL-E001-width", {**facts, "right": _TWINS[met.text]}, met)
    if met.text in _OPENING:
        mark, mark_en = _OPENING[met.text]
        return Said("PDL-E001-open", {"mark": mark, "mark_en": mark_en}, met)
    if met.text in _SIGNS:
        token = _SIGNS[met.text]
        return Said("PDL-E001-sign", {**facts, "right": spelled(token, "zh"), "right_en": spelled(token, "en")}, met)
    if met.text in _WRONG_QUOTES:
        return Said("PDL-E001-quote", facts, met)
    if met.text in _STOPS:
        return Said("PDL-E001-stop", facts, met)
    return Said("PDL-E001-dot" if met.text == "." else "PDL-E001", facts, met)


# ---------------------------------------------------------------------- brackets and ends

_CLOSING = {"_LPAR": "_RPAR", "_LSQB": "_RSQB", "_ATLB": "_ATRB"}
_CLOSED_WITH = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "@[": "]"}


def _bracket(unexpected: Unexpected) -> Said | None:
    """A bracket that was not closed before the next keyword, or the end."""
    met = unexpected.met
    waits = any(closing in unexpected.expected for closing in _CLOSING.values())
    if met.type in _MARKERS and unexpected.last.text in NEAR_MISSES:
        return None  # what should begin the list was not read as that
    stops = met.type in ("$END", "DEFEQ", *_MARKERS) or (met.type in KEYWORDS and met.type not in ("TRUE", "FALSE"))
    if not waits or not stops:
        return None
    opened: list[Word] = []
    for word in unexpected.before:
        if word.type in _CLOSING:
            opened.append(word)
        elif word.type in _CLOSING.values() and opened:
            opened.pop()
    if not opened:
        return None
    return Said("PDL-E002-bracket", {"open": opened[-1].text, "close": _CLOSED_WITH[opened[-1].text]}, opened[-1])


def _ending(unexpected: Unexpected) -> Said | None:
    if unexpected.met.type != "$END":
        return None
    last = unexpected.last
    place = last._replace(start=max(last.start, last.end - 1))
    if "END" in unexpected.expected:
        return Said("PDL-E003", {}, place)
    return Said("PDL-E002-end", expectations(unexpected.expected), place)


# ---------------------------------------------------------------------- words


def _mixed(unexpected: Unexpected) -> Said | None:
    met = unexpected.met
    if {met.type, *unexpected.expected} >= {"AND", "OR"} and met.type in ("AND", "OR"):
        return Said("PDL-E020", {}, met)
    return None


def _near_miss(unexpected: Unexpected) -> Said | None:
    """A word that people write for a keyword; also one that was taken for a name until the next token came."""
    for word in (unexpected.met, unexpected.last):
        if word.type == "NAME" and word.text in NEAR_MISSES:
            right, other = NEAR_MISSES[word.text], ELSE_MEANT.get(word.text, "")
            expected = unexpected.expected if word == unexpected.met else frozenset[str]()
            fits = TOKEN_OF.get(right) not in expected and TOKEN_OF.get(other) in expected
            return Said("PDL-E002-word", {"word": word.text, "right": other if fits else right}, word)
    return None


def _called_miss(unexpected: Unexpected) -> Said | None:
    """The same before a bracket, where it was taken for the name of a function."""
    for word, following in reversed(list(pairwise(unexpected.before))):
        if word.type == "NAME" and word.text in NEAR_MISSES and following.type == "_LPAR":
            return Said("PDL-E002-word", {"word": word.text, "right": NEAR_MISSES[word.text]}, word)
    return None


_MARKERS = {"ITEM": "（一）", "POINT": "1."}


def _marker(unexpected: Unexpected) -> Said | None:
    """An item numbered in another way than （一） and 1."""
    met, wanted = unexpected.met, [token for token in _MARKERS if token in unexpected.expected]
    if not wanted or not (unexpected.expected <= set(_MARKERS) or met.type in _MARKERS):
        return None
    return Said("PDL-E002-item", {"text": met.text, "marker": _MARKERS[wanted[0]]}, met)


_HEADS = frozenset({"ALLOF", "ANYOF", "NONEOF", "ATLEASTOF", "IF"})


def _bare_list(unexpected: Unexpected) -> Said | None:
    """下列… or 若…则… as a part of something else, without brackets."""
    met = unexpected.met
    if met.type in _HEADS and "_LPAR" in unexpected.expected:
        return Said("PDL-E002-list", {"text": met.text}, met)
    return None


def _id(unexpected: Unexpected) -> Said | None:
    if unexpected.expected == {"RULE_ID"}:
        return Said("PDL-E002-id", {"text": unexpected.met.quotable}, unexpected.met)
    return None


_UNITS = ("个工作日", "工作日", "个月", "年", "日", "天", "亿元", "万元", "元")


def _unit(unexpected: Unexpected) -> Said | None:
    """A number with a word behind it that is no unit (5周, 100万), or that has a keyword glued to it (5年以下)."""
    met, last = unexpected.met, unexpected.last
    if last.type != "NUMBER" or met.type != "NAME":
        return None
    place = met._replace(start=last.start)
    unit = next((unit for unit in _UNITS if met.text.startswith(unit)), "")
    rest = met.text.removeprefix(unit)
    if unit and rest in TOKEN_OF:
        return Said("PDL-E010", parts(f"{last.text} {unit}", rest, ""), place)
    return Said("PDL-E002-unit", {"text": f"{last.text}{met.text}"}, place)


def _comma(unexpected: Unexpected) -> Said | None:
    met = unexpected.met
    return Said("PDL-E002-comma", {"text": met.text}, met) if met.type == "_COMMA" else None


_BEFORE_TEXTS = frozenset({"IS", "CONTAINS", "REPORT", "ON_VIOLATION", "ON_UNKNOWN", "REASON", "REMEDY", "QUESTION"})


def _text(unexpected: Unexpected) -> Said | None:
    """A text without the keyword that says what it is, or without its quotes."""
    met, wanted = unexpected.met, unexpected.expected & _BEFORE_TEXTS
    if met.type in ("NAME", "PATH") and unexpected.expected == {"STRING"}:
        return Said("PDL-E002-quotes", {"text": met.quotable}, met)
    if met.type != "STRING" or not wanted:
        return None
    return Said("PDL-E002-text", {"text": met.quotable, **expectations(wanted)}, met)


def _colon(unexpected: Unexpected) -> Said | None:
    """A colon behind a keyword, as people write before what they list or say."""
    met, last = unexpected.met, unexpected.last
    if met.type == "_COLON" and (last.type in KEYWORDS or last.type == "ATLEASTOF"):
        return Said("PDL-E002-colon", {"char": met.text, "word": last.text}, met)
    return None


_NUMERAL = re.compile(r"([一二三四五六七八九十百]+)(个工作日|工作日|个月|年|日|天|元|万元|亿元)?")


def _numeral(unexpected: Unexpected) -> Said | None:
    """A number or a period that is not written in digits."""
    met = unexpected.met
    found = _NUMERAL.fullmatch(met.text) if met.type == "NAME" and unexpected.expected & _COUNTED else None
    if found is None:
        return None
    right = f"{chinese_number(found[1])} {found[2] or ''}".strip()
    return Said("PDL-T001-number", {"name": met.text, "right": right}, met)


_COUNTED = frozenset({"NUMBER", "DURATION"})
_CITED = re.compile(r"(?P<book>.+?)(?P<clause>第[0-9一二三四五六七八九十百]+[章条].*)")


def _untitled(unexpected: Unexpected) -> Said | None:
    """A citation whose instrument has no 《》."""
    met = unexpected.met
    cited = _CITED.fullmatch(met.text) if met.type == "NAME" and "BOOK" in unexpected.expected else None
    if cited is None:
        return None
    return Said("PDL-E002-book", {"text": met.quotable, "right": f"《{cited['book']}》{cited['clause']}"}, met)


def _other(unexpected: Unexpected) -> Said:
    return Said("PDL-E002", {"text": unexpected.met.quotable, **expectations(unexpected.expected)}, unexpected.met)


_LOOKS: tuple[Callable[[Unexpected], Said | None], ...] = (
    _character, _mixed, glued_opener, _bracket, _ending, _colon, _near_miss, _marker, _bare_list, glued, _id, _unit,
    _comma, _text, _called_miss, _untitled, _numeral, sentence, _other,
)  # fmt: skip
