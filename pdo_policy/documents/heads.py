"""The beginning of a text becomes the project it is of, where that is certain without reading the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 100
_NAME = rf"[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff_-]{{0,{_LONGEST}}}"
_KEY = r"[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]{0,100}"
# A value that ends on its line and begins nothing: no quote that might stay open, no bracket, no mark of YAML.
_VALUE = r"[A-Za-z0-9\u4e00-\u9fff《〔（][^:#\r\n\"'{}\[\]\\]*|\"[^\"\\\r\n]*\"|'[^'\r\n]*'"
_LINE = re.compile(
    rf"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?:({_KEY}):[ ]+({_VALUE})[ \t]*(?:[ \t]#[^\r\n]*)?\r?\n)", re.ASCII
)
_PAIR = re.compile(
    r"\s*\"([^\"\\\r\n]{1,100})\"\s*:\s*(?:\"([^\"\\\r\n]*)\"|-?[0-9]+|true|false|null)\s*[,}]", re.ASCII
)
_BRACE = re.compile(r"\s*\{", re.ASCII)
_SEVERAL = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)
_IS_NAME = re.compile(_NAME)


def project_in(text: str, words: Collection[str]) -> str | None:
    """The project that the papers of a text are of, if any of them says so and they can be read.

    What is read here is only what every reader reads alike: keys and values on lines of their own, from the beginning
    on, of a text that holds one document. Any other text is left to those readers.

    Args:
        text: of a file.
        words: the keys under which a paper names its project, and no paper anything else.

    Returns:
        The project; None where the whole text has to be read to know.
    """
    if _SEVERAL.search(text):
        return None
    brace = _BRACE.match(text)
    pattern, place = (_PAIR, brace.end()) if brace else (_LINE, 0)
    while found := pattern.match(text, place):
        key, value = found.group(1), (found.group(2) or "").strip(" \t\"'")
        if key in words:
            return value if _IS_NAME.fullmatch(value) else None
        place = found.end()
    return None
