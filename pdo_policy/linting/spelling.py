"""How a rule file is spelled: one keyword pack in a file, and of each keyword the spelling that all others use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language.keywords import KEYWORDS, TOKEN_OF, spelled
from pdo_policy.linting.reading import Seen
from pdo_policy.linting.skimming import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.linting.reading import Reading
    from pdo_policy.linting.skimming import Skimmed
    from pdo_policy.source import Source

_ENGLISH = frozenset(word for pack in KEYWORDS.values() for word in pack.en)


def _keywords(source: Source) -> Iterator[Skimmed]:
    return (word for word in words(source.text) if word.text in TOKEN_OF)


def mixed_packs(reading: Reading) -> Iterator[Seen]:
    """PDL-L010: Chinese and English keywords in one file; the place is the first of those that are fewer."""
    for source in reading.sources.values():
        found = list(_keywords(source))
        english = [word for word in found if word.text in _ENGLISH]
        chinese = [word for word in found if word.text not in _ENGLISH]
        if english and chinese:
            fewer, lang = (english, "zh") if len(english) <= len(chinese) else (chinese, "en")
            yield _seen(source, fewer[0], spelled(TOKEN_OF[fewer[0].text], lang))


def synonym(reading: Reading) -> Iterator[Seen]:
    """PDL-L011: a keyword in another spelling than the one that `rules fmt` writes."""
    for source in reading.sources.values():
        for word in _keywords(source):
            right = spelled(TOKEN_OF[word.text], "en" if word.text in _ENGLISH else "zh")
            if word.text != right:
                yield _seen(source, word, right)


def _seen(source: Source, word: Skimmed, right: str) -> Seen:
    return Seen(source.span(word.start, word.end), "", {"word": word.text, "right": right})
