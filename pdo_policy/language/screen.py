"""Characters that do not belong in rules: what a reader cannot see, and letters that only look like the right ones."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALLOWED = "\t\n\r\f\u3000"
_SEEN = str.maketrans("", "", _ALLOWED)
_OF_OTHER_SCRIPTS = re.compile(r"[^\x00-\x7f「」\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Place and `U+XXXX` of each control, invisible, bidirectional or surrogate character.

    A byte order mark at the very beginning is allowed. Source: language.md 2.3.
    """
    if text.translate(_SEEN).isprintable():
        return
    for index, char in enumerate(text):
        if char.isprintable() or char in _ALLOWED or (char == "\ufeff" and index == 0):
            continue
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            yield index, f"U+{ord(char):04X}"


def other_script(text: str) -> int:
    """The place of the first character that may not stand in a name; -1 where all may.

    ASCII and Chinese ideographs may. Compatibility ideographs may not: they look like others and are not equal to them.
    """
    found = _OF_OTHER_SCRIPTS.search(text)
    return found.start() if found is not None else -1
