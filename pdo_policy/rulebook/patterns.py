"""The pattern of a 符合格式 becomes the code of what is wrong with it: it must be matched in linear time."""

from __future__ import annotations

import re

from pdo_policy.schema.validate import is_linear

_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
_BACK = re.compile(r"\(\?(?:<?[=!]|>|P=)|\\[1-9k]")
_COUNTED = re.compile(r"\{[0-9]+(?:,[0-9]*)?\}")


def flaw(pattern: str) -> str:
    """The code of the problem with a pattern; empty where there is none.

    A pattern that looks around or refers back to what it matched can take for ever on a text that is made for it, and
    one that counts very high is a machine too large to be built.
    """
    if is_linear(pattern):
        return ""
    bare = _ESCAPED.sub(lambda found: found[0] if found[1] in tuple("123456789k") else "", pattern)
    if _BACK.search(bare):
        return "PDL-T019-back"
    return "PDL-T019-large" if is_linear(_COUNTED.sub("", pattern)) else "PDL-T019"
