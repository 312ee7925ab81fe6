"""A stretch of rule text becomes one line that can be quoted."""

from __future__ import annotations

import re

_QUOTED_OR_COMMENT = re.compile(r"(“[^”]*”|\"[^\"]*\")|#[^\n]*")


def written(text: str) -> str:
    """Rule text in one line, without comments, with one space for any number."""
    return " ".join(_QUOTED_OR_COMMENT.sub(r"\1", text).split())
