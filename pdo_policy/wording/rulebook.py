"""The error contract of the rule language: every code, what it says, and the one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import rule_kinds, rule_names, rule_writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {**rule_writing.MESSAGES, **rule_names.MESSAGES, **rule_kinds.MESSAGES}
