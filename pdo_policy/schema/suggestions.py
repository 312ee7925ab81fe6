"""A word that is not known becomes the nearest one that is."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.schema.fields import Field

_LONGEST = 40
_TRIED = 3

MOST = 100
"""How many unknown words of a file are given a suggestion: each takes milliseconds, and a file may have thousands."""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """The nearest of the known words, or an empty text where none is as near as `cutoff` (0 to 1).

    A word one slip of the pen away goes before all others; of words that are as near, the one that begins alike.
    """
    if len(word) > _LONGEST:
        return ""
    # Needed only where something is wrong.
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415 - see above

    names = list(dict.fromkeys(known))
    slips = [name for name in names if _is_one_slip(word, name)]
    found = get_close_matches(word, slips or names, n=_TRIED, cutoff=cutoff)
    return max(found, key=lambda name: (SequenceMatcher(None, name, word).ratio(), _alike(word, name)), default="")


def _alike(first: str, second: str) -> int:
    """How many characters two words have in common at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _is_one_slip(first: str, second: str) -> bool:
    """Whether one character was left out, put in or exchanged, or two neighbours were swapped."""
    if abs(len(first) - len(second)) > 1:
        return False
    shorter, longer = sorted((first, second), key=len)
    at = _alike(shorter, longer)
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = shorter[at : at + 2] == longer[at : at + 2][::-1] and shorter[at + 2 :] == longer[at + 2 :]
    return swapped or shorter[at + 1 :] == longer[at + 1 :]


def elsewhere(word: str, root: Field) -> str:
    """Where in the whole document a key of this name belongs (数据资源 → 更新频率); empty where nowhere."""
    return next((" → ".join(labels) for labels in _places(word, root, ())), "")


def _places(word: str, record: Field, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    found = record.spellings.get(word)
    if found is not None and above:
        yield (*above, found.label)
    for field in record.fields.values():
        inner = field.item if field.kind == "list" and field.item is not None else field
        if inner.kind == "record" and len(above) < 4:  # noqa: PLR2004 - the schemas go no deeper, another's might go round
            yield from _places(word, inner, (*above, field.label))
