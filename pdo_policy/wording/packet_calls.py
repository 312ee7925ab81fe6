"""What `packet` and `packet verify` say on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "read": (
        "读取材料 {count} 份，{title} {version}，基准日 {day}",
        "Papers read: {count}; {title} {version}, as of {day}",
    ),
    "review": ("审查方式：不采用申请人的豁免和基线", "Review: waivers and baseline of the applicant are not applied"),
    "wrote": ("写好 {folder}：{count} 个文件", "Written: {folder}, {count} files"),
    "concluded": ("结论：{sentence}", "Conclusion: {sentence}"),
    "counted": (
        (
            "义务 {total} 项：符合 {satisfied}，不符合 {violated}，待核实 {undetermined}，不适用 {not_applicable}，"
            "豁免 {exempt}，未采纳 {not_adopted}，出错 {error}"
        ),
        (
            "Obligations {total}: met {satisfied}, not met {violated}, to be verified {undetermined}, not applicable "
            "{not_applicable}, exempt {exempt}, not adopted {not_adopted}, failed {error}"
        ),
    ),
    "unread": ("有 {count} 份材料没有检查成，见 01", "Papers that could not be checked: {count}; see 01"),
    "begin": ("从这里看起：{folder}/index.html", "Begin with {folder}/index.html"),
    "digest": ("登记表摘要（SHA-256）：{digest}", "Digest of the manifest (SHA-256): {digest}"),
    "digest_sm3": ("登记表摘要（SM3）：{digest}", "Digest of the manifest (SM3): {digest}"),
    "verify": ("核对：pdo-policy packet verify {folder}", "To verify: pdo-policy packet verify {folder}"),
    "same": ("登记的 {count} 个文件全部一致", "All {count} files are as they were made"),
    "changed": ("{name} 已被修改", "{name} was changed"),
    "filled": (
        "{name} 已被修改（留有填写栏，填写属正常；请核对改的只是填写栏）",
        "{name} was changed (it has places to fill in; see that nothing else was changed)",
    ),
    "missing": ("{name} 不见了", "{name} is missing"),
    "added": ("{name} 不在登记之内", "{name} is not in the manifest"),
    "paper_other": ("材料 {name} 与登记的摘要不符，不是检查的那一份", "paper {name} is not one that was checked"),
    "paper_missing": ("检查过的材料 {name} 不在这里", "paper {name}, which was checked, is not here"),
}

told = saying(_WORDS)
"""A line of these commands."""
