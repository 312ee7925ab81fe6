"""What is said while a long check is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, str]] = {
    "reading": ("读入 {done}/{total} 份  {rate} 份/秒", "reading {done}/{total}  {rate} papers a second"),
    "asking": ("检查 {done}/{total} 条规则  {rate} 条/秒", "checking {done}/{total} rules  {rate} a second"),
    "left": ("{told}  约剩 {left} 秒", "{told}  about {left} s left"),
}


def said(code: str, lang: str, **facts: object) -> str:
    """A line of progress."""
    return _WORDS[code][lang == "en"].format_map(facts)
