"""A written yes or no becomes a truth value."""

from __future__ import annotations

from pdo_policy.values.misread import UNREADABLE, Flaw

_WORDS = {
    "是": True, "有": True, "√": True, "✓": True, "true": True, "y": True, "yes": True,
    "否": False, "无": False, "×": False, "✗": False, "false": False, "n": False, "no": False,
}  # fmt: skip


def read_flag(text: str) -> bool | Flaw:
    """What a text in normal form answers, in a field that asks for yes or no.

    Returns:
        True or False; or the flaw `unreadable` for any other word.
    """
    return _WORDS.get(text.lower(), UNREADABLE)
