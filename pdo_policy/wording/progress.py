"""What is said while a long check is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "reading": ("读入 {counted} 份  {rate} 份/秒", "reading {counted}  {rate} papers a second"),
    "asking": ("检查 {counted} 条规则  {rate} 条/秒", "checking {counted} rules  {rate} a second"),
    "looking": ("查看 {counted} 个文件  {rate} 个/秒", "looking at {counted} files  {rate} a second"),
    "checking": ("检查 {counted} 个文件  {rate} 个/秒", "checking {counted} files  {rate} a second"),
    "left": ("{told}  约剩 {left}", "{told}  about {left} left"),
    "seconds": ("{seconds} 秒", "{seconds} s"),
    "minutes": ("{minutes} 分 {seconds} 秒", "{minutes} min {seconds} s"),
    "hours": ("{hours} 小时 {minutes} 分", "{hours} h {minutes} min"),
}

said = saying(_WORDS)
"""A line of progress."""
