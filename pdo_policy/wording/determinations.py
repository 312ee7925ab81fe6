"""What is wrong with a file of determinations (认定), in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "DET-F001": contracted(
        "读不到认定文件“{file}”",
        "核对路径；文件另存为 UTF-8",
        "the determinations in “{file}” cannot be read",
        "check the path, and save the file as UTF-8",
    ),
    "DET-F002": contracted(
        "规则库没有名为“{name}”的认定",
        "最接近的是“{near}”；看全部：pdo-policy new determinations",
        "the rulebook has no determination “{name}”",
        "the nearest is “{near}”; see all with pdo-policy new determinations",
    ),
    "DET-F003": contracted(
        "材料文件夹里的认定文件没有写明是哪个项目",
        "写上“项目编号”（dossier），与项目材料里的一致",
        "determinations in a folder of papers do not say which project they are about",
        "write “dossier”, as the papers of the project have it",
    ),
    "DET-F004": contracted(
        "“{name}”有两个相反的认定，另一个在 {where}",
        "只留有权机关最后作出的一个",
        "“{name}” is answered both ways; the other answer is at {where}",
        "keep the last one that the authority gave",
    ),
    "DET-F005": contracted(
        "“{name}”写了结论，没有写明由谁、哪一天认定",
        "补写“认定单位”（by）和“认定日期”（date，写到日，如 2026-03-02）",
        "“{name}” is answered, but not by whom and on what day",
        "add “by”, and “date” down to the day, as in 2026-03-02",
    ),
    "DET-F006": contracted(
        "规则库没有需要认定的问题，“{name}”用不上",
        "删去这一项，或换用有这项认定的规则库",
        "the rulebook asks for no determination; “{name}” is of no use",
        "take it out, or use the rulebook that asks it",
    ),
}
"""Code to words; the facts are those of `pdo_policy.determinations`."""
