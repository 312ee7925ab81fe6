"""A code and the facts of a case become words, in Chinese or in English, never mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class Saying(Protocol):
        """The words of a table: a code of it, `zh` or `en`, and what the named places hold, become a text."""

        def __call__(self, code: str, lang: str, **facts: object) -> str:
            """The text; see `saying`."""

    Pairs = Mapping[str, tuple[str, str]]
    """Code to words in Chinese and in English, each with named places."""


class Words(NamedTuple):
    """What a reader is told; each part is a template with named places until `worded` fills it in.

    Attributes:
        headline: what was found and what was expected.
        why: why it matters; may be empty.
        fix: what to do.
    """

    headline: str
    why: str = ""
    fix: str = ""


class Message(NamedTuple):
    """The words of one code in both languages."""

    zh: Words
    en: Words


def contracted(zh: str, zh_fix: str, en: str, en_fix: str) -> Message:
    """A message of an error contract: what was found and what to do, in both languages."""
    return Message(Words(zh, "", zh_fix), Words(en, "", en_fix))


def worded(table: Mapping[str, Message], code: str, facts: Mapping[str, str], lang: str) -> Words:
    """The words for a code.

    Args:
        table: the room's messages by code.
        code: a code of the table.
        facts: values for the named places of the templates; a fact that differs in English stands a second time with
            `_en` behind its name.
        lang: `zh` or `en`.

    Raises:
        KeyError: the code or one of its facts is missing, which a test of each table rules out.
    """
    message = table[code]
    words = message.zh
    if lang == "en":
        words, facts = message.en, _in_english(facts)
    return Words(*(part.format_map(facts) for part in words))


def saying(table: Pairs) -> Saying:
    """What says the words of a table; it raises `KeyError` for a code or a named place that it is not given."""

    def said(code: str, lang: str, **facts: object) -> str:
        return table[code][lang == "en"].format_map(facts)

    return said


def headlined(table: Mapping[str, Message], code: str, facts: Mapping[str, str], lang: str) -> str:
    """The headline of the words for a code; see `worded`."""
    if lang == "en":
        return table[code].en.headline.format_map(_in_english(facts))
    return table[code].zh.headline.format_map(facts)


def _in_english(facts: Mapping[str, str]) -> Mapping[str, str]:
    return {**facts, **{name[:-3]: value for name, value in facts.items() if name.endswith("_en")}}
