"""A written value becomes its normal form: half width, plain signs, no space beside a Chinese character."""

from __future__ import annotations

import re
import unicodedata

# NFKC as a whole would turn `10²` into 102 and `①` into 1. Only the blocks that hold second shapes of ordinary
# characters are folded: Kangxi radicals (copied out of PDF files), compatibility ideographs, small and wide forms.
_SIGNS = {
    "○": "〇", "◯": "〇",
    "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2212": "-",
    "\u301c": "~", "\u223c": "~",
}  # fmt: skip
_FOLDED = rf"[\s{''.join(_SIGNS)}\u2f00-\u2fdf\uf900-\ufaff\ufe50-\ufe6f\uff00-\uffef]"
# A run of spaces is looked at from its start only; from every space in it, the time would grow with its square.
_SPACE_BESIDE_HAN = r"(?<=[〇\u4e00-\u9fff]) +|(?<! ) +(?=[〇\u4e00-\u9fff])"


def normal_form(text: str) -> str:
    """The text as the readers expect it; meant for comparison, never for display.

    Full-width forms become half-width, the circle `○` the numeral `〇`, hyphens and tildes their ASCII signs; outer
    white space, a final full stop or semicolon and spaces next to a Chinese character go.
    """
    text = text.strip()
    if text.isascii():
        return text
    plain = re.sub(_FOLDED, _plain, text).rstrip("。; ")
    return re.sub(_SPACE_BESIDE_HAN, "", plain) if " " in plain else plain


def _plain(match: re.Match[str]) -> str:
    char = match[0]
    if char.isspace():
        return " "
    return _SIGNS.get(char) or unicodedata.normalize("NFKC", char)
