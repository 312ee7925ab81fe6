"""The words of everything that can be wrong with the writing or the form of a submission, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import inputs, structure, values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {**inputs.MESSAGES, **values.MESSAGES, **structure.MESSAGES}
