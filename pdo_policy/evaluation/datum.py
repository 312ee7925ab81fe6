"""The one name for "any value of the language": text, number, date, interval, list of elements, or UNKNOWN."""

from __future__ import annotations

from typing import Any

Datum = Any
"""What an operand may compute. The type-checker of the rulebook has seen to it that operations fit their values."""
