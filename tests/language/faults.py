"""The text of a rule file gets faults of writing: the slips that people make, each at a place of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy import bundled
from pdo_policy.language.keywords import KEYWORDS, NEAR_MISSES
from pdo_policy.language.parse import parse, words_of
from pdo_policy.language.words import leaves
from pdo_policy.source import Source

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    from pdo_policy.language.words import Leaf


class Seed(NamedTuple):
    """A fault: the stretch of the right text that is replaced, and by what."""

    start: int
    end: int
    wrong: str


MISSES: dict[str, list[str]] = defaultdict(list)
for _miss, _right in NEAR_MISSES.items():
    MISSES[_right].append(_miss)


def left_out(_text: str, words: Sequence[Leaf]) -> Iterator[Seed]:
    return (Seed(word.start, word.end, "") for word in words if word.type in KEYWORDS)


def missed(_text: str, words: Sequence[Leaf]) -> Iterator[Seed]:
    return (Seed(word.start, word.end, miss) for word in words for miss in MISSES.get(word.text, ()))


def glued(text: str, words: Sequence[Leaf]) -> Iterator[Seed]:
    for word, following in pairwise(words):
        if text[word.end : following.start] == " " and {word.type, following.type} & {"NAME", "PATH"}:
            yield Seed(word.end, following.start, "")


def twice(_text: str, words: Sequence[Leaf]) -> Iterator[Seed]:
    return (Seed(word.end, word.end, f" {word.text}") for word in words)


def stopped(text: str, _words: Sequence[Leaf]) -> Iterator[Seed]:
    return (Seed(match.start(), match.start(), stop) for match in re.finditer(r"\n", text) for stop in "。；，")


def unclosed(text: str, _words: Sequence[Leaf]) -> Iterator[Seed]:
    return (Seed(*match.span(), "") for match in re.finditer("[（）【】“”《》]", text))


def quoted(text: str, _words: Sequence[Leaf]) -> Iterator[Seed]:
    return (Seed(*match.span(), "‘") for match in re.finditer("“", text))


KINDS: tuple[Callable[[str, Sequence[Leaf]], Iterator[Seed]], ...] = (
    left_out, missed, glued, twice, stopped, unclosed, quoted,
)  # fmt: skip


def files() -> list[str]:
    """The texts of the shipped rule files, and of the corpora of the language tests, which use all of it."""
    shipped, own = sorted(bundled.rulebook_folder().rglob("*.pdl")), sorted(Path(__file__).parent.glob("*.pdl"))
    return [path.read_text("utf-8") for path in (*shipped, *own)]


def seeded(text: str, seeds: Sequence[Seed]) -> str:
    """The text with its faults."""
    for seed in sorted(seeds, reverse=True):
        text = text[: seed.start] + seed.wrong + text[seed.end :]
    return text


def told(text: str) -> int:
    """How many problems the parser tells."""
    return len(parse(Source("a.pdl", text)).problems)


def chosen(text: str, dice: random.Random, number: int) -> list[Seed]:
    """Faults of any kind, apart from each other; a slip that means something all the same is none."""
    words = list(leaves(words_of(Source("a.pdl", text))))
    found: list[Seed] = []
    while len(found) < number:
        seed = dice.choice(list(dice.choice(KINDS)(text, words)))
        if all(seed.end < other.start - 3 or seed.start > other.end + 3 for other in found) and told(
            seeded(text, [seed])
        ):
            found.append(seed)
    return found
