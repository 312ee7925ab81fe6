"""The tables of functions, formats and words become pairs of a Chinese and an English form, for the formatter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language.packs import Pairs, Vocabulary
from pdo_policy.rulebook.compile import STATUSES
from pdo_policy.rulebook.kinds import NAMED_KINDS
from pdo_policy.rulebook.norms import BURDENS, SEVERITIES
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING
from pdo_policy.rulebook.templates import FORMATS

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


def _pairs(table: Mapping[str, Hashable]) -> Pairs:
    """The words of a table that mean the same, two and two: the Chinese one, the English one."""
    chinese = {meaning: word for word, meaning in table.items() if not word.isascii()}
    return tuple((chinese[meaning], word) for word, meaning in table.items() if word.isascii())


VOCABULARY = Vocabulary(
    functions=(*_pairs(FUNCTIONS), *_pairs(AGGREGATES), LACKING),
    formats=_pairs(FORMATS),
    kinds=_pairs(NAMED_KINDS),
    severities=_pairs(SEVERITIES),
    burdens=_pairs(BURDENS),
    statuses=_pairs(STATUSES),
)
