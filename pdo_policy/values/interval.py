"""Two ends become everything between them."""

from __future__ import annotations

from typing import Any, NamedTuple


class Interval(NamedTuple):
    """A value known only to lie between two others, both ends included.

    Attributes:
        lo: the least it can be: a date, an int or a Decimal.
        hi: the greatest it can be, of the same type; never less than `lo`.
    """

    lo: Any
    hi: Any
