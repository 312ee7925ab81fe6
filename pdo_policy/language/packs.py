"""The words of a rule file are spelled in one pack, each in the canonical way; names and texts stay what they are."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pdo_policy.language.keywords import ELSEWHERE, KEYWORDS, spelled
from pdo_policy.language.literals import unquoted
from pdo_policy.language.parse import HOLE, words_of_hole
from pdo_policy.language.words import Branch, Leaf, leaves

Pack = Literal["zh", "en"]
Pairs = tuple[tuple[str, str], ...]


class Vocabulary(NamedTuple):
    """Words that are no keywords and have a Chinese and an English form, each a pair, by where they stand.

    Attributes:
        functions: names of functions.
        formats: formats of a hole in a message.
        kinds: kinds of value, as a predicate's parameter names them.
        severities: after 严重度.
        burdens: after 未证时.
        statuses: after 状态.
    """

    functions: Pairs
    formats: Pairs
    kinds: Pairs
    severities: Pairs
    burdens: Pairs
    statuses: Pairs


class Speech(NamedTuple):
    """How words are to be spelled; `holes` tells whether also those in the holes of messages."""

    pack: Pack
    vocabulary: Vocabulary
    holes: bool


def pack_of(tree: Branch) -> Pack:
    """The pack that most keywords of a file are of; Chinese where they are as many."""
    words = [leaf for leaf in leaves(tree) if leaf.type in KEYWORDS]
    english = sum(leaf.text in KEYWORDS[leaf.type].en for leaf in words)
    return "en" if 2 * english > len(words) else "zh"


def respelled(node: Branch, speech: Speech) -> Branch:
    """The tree with its words in a pack; the tree of `period` may have a word more or less."""
    parts = node.parts
    if node.kind == "period":
        parts = _period(parts, speech)
    made: list[Branch | Leaf] = []
    for at, part in enumerate(parts):
        if isinstance(part, Leaf):
            made.append(part._replace(text=_leaf(node, at, part, speech)))
        else:
            made.append(respelled(_in_place(node, at, part, speech), speech))
    return Branch(node.kind, tuple(made))


# ---------------------------------------------------------------------- words by their place


def word(pairs: Pairs, text: str, pack: Pack) -> str:
    """A word of a vocabulary in a pack; any other word as it is."""
    return next((zh if pack == "zh" else en for zh, en in pairs if text in (zh, en)), text)


def _in_place(node: Branch, at: int, part: Branch, speech: Speech) -> Branch:
    """A name that is of the vocabulary for the place it stands in, spelled; any other branch as it is."""
    before = node.parts[at - 1] if at else None
    pairs: Pairs = ()
    if part.kind == "name" and isinstance(before, Leaf) and before.type in _AFTER:
        pairs = getattr(speech.vocabulary, _AFTER[before.type])
    elif (node.kind, part.kind) == ("params", "path"):
        pairs = speech.vocabulary.kinds
    match part.parts:
        case (Leaf(type="NAME") as leaf,) if pairs:
            return Branch(part.kind, (leaf._replace(text=word(pairs, leaf.text, speech.pack)),))
        case _:
            return part


_AFTER = {"SEVERITY": "severities", "UNPROVEN": "burdens", "STATUS": "statuses"}
"""Keywords, and the words of the vocabulary that a name behind them is of."""


def _leaf(node: Branch, at: int, leaf: Leaf, speech: Speech) -> str:
    """The text of a word that stands at a place of a branch."""
    pack, text = speech.pack, leaf.text
    if leaf.type in KEYWORDS:
        return spelled(leaf.type, pack)
    if leaf.type == "STRING":
        return _string(text, speech, message=_is_message(node, at))
    if leaf.type == "NAME" and node.kind == "call":
        return word(speech.vocabulary.functions, text, pack)
    if leaf.type == "NAME" and node.kind in ("path", "name") and text in ELSEWHERE:
        # At the beginning of a line such a word would be taken for an item of another rule language.
        return f"「{text}」"
    if leaf.type in _MARKS:
        kind = "list" if (node.kind, leaf.type) == ("list", "_COMMA") else leaf.type
        kind = "_ATRB" if (node.kind, leaf.type) == ("at_cite", "_RSQB") else kind
        zh, en = _MARKS[kind]
        return zh if pack == "zh" else en
    return _literal(leaf, pack)


_MARKS = {
    "_LPAR": ("（", "("), "_RPAR": ("）", ")"), "_LSQB": ("【", "["), "_RSQB": ("】", "]"), "_COMMA": ("，", ","),
    "list": ("、", ","), "_COLON": ("：", ":"), "_ATLB": ("〔", "@["), "_ATRB": ("〕", "]"), "DEFEQ": (":=", ":="),
    "STAR": ("*", "*"), "SLASH": ("/", "/"),
}  # fmt: skip
_SYMBOLS = {"≥": ">=", "≤": "<=", "≠": "!=", "==": "="}


def _period(parts: tuple[Branch | Leaf, ...], speech: Speech) -> tuple[Branch | Leaf, ...]:
    """`起` where a period has no end and nowhere else, unless a comment hangs on it."""
    first, *rest = (part for part in parts if isinstance(part, Leaf))
    if not rest:
        begins = Leaf("FROM", spelled("FROM", speech.pack), first.end, first.end, after=first.after)
        return (first._replace(after=""), begins)
    bare = not rest[0].before and not rest[0].after
    return (first, *rest[1:]) if rest[0].type == "FROM" and len(rest) > 1 and bare else parts


# ---------------------------------------------------------------------- literals


def _literal(leaf: Leaf, pack: Pack) -> str:
    match leaf.type:
        case "ATLEASTOF":
            least = "".join(re.findall(r"[0-9]", leaf.text))
            return f"下列至少 {least} 项" if pack == "zh" else f"at_least_{least}_of"
        case "ITEM":
            return f"（{leaf.text[1:-1]}）"
        case "POINT":
            return f"{leaf.text[:-1]}."
        case "SYMREL":
            return _SYMBOLS.get(leaf.text, leaf.text)
        case "DATE":
            year, month, day = re.findall(r"[0-9]+", leaf.text)
            return f"{year}-{int(month):02}-{int(day):02}"
        case "PERCENT":
            return f"{_number(leaf.text)}{'‰' if leaf.text.endswith('‰') else '%'}"
        case "MONEY":
            return _money(leaf.text, pack)
        case "DURATION":
            number, unit = _number(leaf.text), _UNITS[_unit(leaf.text)]
            plural = "" if int(number) == 1 else "s"
            return f"{number} {unit}" if pack == "zh" else f"{number} {_IN_ENGLISH[unit]}{plural}"
        case _:
            return leaf.text


_UNITS = {
    "年": "年", "year": "年", "years": "年", "个月": "个月", "month": "个月", "months": "个月", "日": "日", "天": "日",
    "day": "日", "days": "日", "个工作日": "个工作日", "工作日": "个工作日", "working_day": "个工作日",
    "working_days": "个工作日",
}  # fmt: skip
_IN_ENGLISH = {"年": "year", "个月": "month", "日": "day", "个工作日": "working_day"}


def _number(text: str) -> str:
    found = re.search(r"[0-9][0-9_]*(?:\.[0-9]+)?", text)
    assert found is not None, "the lexer lets nothing else through"
    return found[0]


def _unit(text: str) -> str:
    return text[text.index(_number(text)) + len(_number(text)) :].strip()


def _money(text: str, pack: Pack) -> str:
    if text.startswith("¥"):
        return f"¥{_number(text)}"
    unit = _unit(text)
    if unit in ("元", "CNY"):
        unit = "元" if pack == "zh" else "CNY"
    return f"{_number(text)} {unit}"


# ---------------------------------------------------------------------- texts

_MESSAGES = frozenset({"on_violation", "on_unknown", "reason", "remedy", "question"})
_STRING = re.compile(r'"(?:\\.|[^"\\\n])*"|“(?:[^“”\n]|“[^“”\n]*”)*”')


def _is_message(node: Branch, at: int) -> bool:
    """Whether a text has holes: those of five clauses, and what an item says."""
    if node.kind in ("list_item", "point_item"):
        before = node.parts[at - 1] if at else None
        return isinstance(before, Leaf) and before.type == "REPORT"
    return node.kind in _MESSAGES


def _string(text: str, speech: Speech, *, message: bool) -> str:
    if message and speech.holes:
        text = HOLE.sub(lambda match: _hole(match, speech), text)
    return _requoted(text, speech.pack)


def _requoted(text: str, pack: Pack) -> str:
    """A text in the quotes of a pack, or in others where those would need an escape or mean something else."""
    content = unquoted(text)
    if pack == "en" and '"' not in content and "\\" not in content:
        return f'"{content}"'
    chinese = f"“{content}”"
    return chinese if _STRING.fullmatch(chinese) else text


def _hole(match: re.Match[str], speech: Speech) -> str:
    """A hole in a pack, if it can be turned back to what it was; else as it is."""
    if match[1] is None:
        return match[0]
    there = _turned(match[1], speech)
    other: Pack = "en" if speech.pack == "zh" else "zh"
    back = _turned(there, speech._replace(pack=other)) if there is not None else None
    return f"{{{there}}}" if back == match[1] else match[0]


def _turned(text: str, speech: Speech) -> str | None:
    """The expression of a hole with its words in a pack and its white space as it is, but for that behind commas."""
    written, bar, form = text.partition("|")
    tree = words_of_hole(written)
    if tree is None:
        return None
    spelled_tree = respelled(tree, speech._replace(holes=False))
    made, last = [], 0
    comma = False
    for old, new in zip(leaves(tree), leaves(spelled_tree), strict=True):
        gap = written[last : old.start]
        if comma and gap.strip(" ") == "":
            gap = "" if speech.pack == "zh" and gap == " " else " " if speech.pack == "en" and gap == "" else gap
        made.append(gap + (old.text if old.type == "STRING" else new.text))
        last, comma = old.end, old.type == "_COMMA"
    made.append(written[last:])
    shown = word(speech.vocabulary.formats, form.strip(), speech.pack)
    return "".join(made) + bar + form.replace(form.strip(), shown, 1)
