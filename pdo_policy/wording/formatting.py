"""What is said of rule files that were laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "changed": ("改写 {changed} 个文件，{same} 个不用改。", "{changed} changed, {same} in order."),
    "kept": (
        "{changed} 个文件没有排好，{same} 个不用改。排好它们：pdo-policy rules fmt 路径",
        "{changed} to be changed, {same} in order. To change them: pdo-policy rules fmt PATH",
    ),
    "kept-none": ("{same} 个文件都已排好。", "{same} in order."),
    "broken": (
        "有 {count} 处错误，有错的文件没有改动。改正以上各处后再运行。",
        "{count} problems; the files they are in were left as they are. Correct them and run again.",
    ),
}

said = saying(_WORDS)
"""A sentence about what was done, or would be."""
