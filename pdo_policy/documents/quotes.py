"""Full-width quotes typed where a format wants its own, and a text that stands in them."""

from __future__ import annotations

# Each kind with the ASCII quote that is typed in its place: people open with one and close with the other.
_KINDS = ('“”＂"', "‘’＇'")

CLOSING = {quote: kind for kind in _KINDS for quote in kind[:-1]}
"""What may end a text, by the quote that begins it."""


def is_wrapped(text: str) -> bool:
    """Whether a text is one stretch between full-width quotes, such as `“湖北”`; `“甲”和“乙”` is not."""
    closing = CLOSING.get(text[:1])
    return closing is not None and len(text) > 1 and text[-1] in closing and not set(closing) & set(text[1:-1])
