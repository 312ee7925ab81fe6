"""What is wrong with a configuration, and what `config show` says, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "CFG-F001": contracted(
        "读不到配置文件“{file}”，或它不是 UTF-8 文本，或超过 1 MB",
        "核对文件；不用它就加 --no-config",
        "the configuration “{file}” cannot be read, or is not UTF-8 text, or has more than 1 MB",
        "look at the file, or leave it aside with --no-config",
    ),
    "CFG-F002": contracted(
        "从这里起不是 TOML 的写法",
        '一行写一项，例如 law = "in-force"：键是英文，文本用引号；一个键只写一次',
        "from here on this is not TOML",
        'write one item in a line, as in law = "in-force": keys in Latin letters, texts in quotes, each key once',
    ),
    "CFG-F003": contracted(
        "tool.pdo-policy 应当是一个表",
        "写作 [tool.pdo-policy]，下面一行写一项",
        "tool.pdo-policy is to be a table",
        "write [tool.pdo-policy], and one item in each line below",
    ),
    "CFG-F004": contracted(
        "没有“{key}”这一项", "可以写：{known}", "there is no setting “{key}”", "there are: {known}"
    ),
    "CFG-F005": contracted(
        "没有“{key}”这一项", "是不是“{near}”？可以写：{known}", "there is no setting “{key}”",
        "do you mean “{near}”? There are: {known}",
    ),
    "CFG-F006": contracted(
        "{key} 应当是{wanted}", "改为{wanted}", "{key} is to be {wanted}", "make it {wanted}"
    ),
    "CFG-F007": contracted(
        "输出文件“{file}”在配置文件所在的文件夹以外",
        "写这个文件夹里的文件；要写到别处，在命令行上用 -f",
        "the output “{file}” lies outside the folder of the configuration",
        "name a file in that folder, or use -f on the command line",
    ),
    "CFG-F008": contracted(
        "{key} 里有空的文本", "写上内容，或删去这一项", "{key} holds an empty text", "write something, or take it out"
    ),
    "CFG-F009": contracted(
        "{key} 没有“{value}”这个取值", "最接近的是“{near}”；可以写：{known}", "{key} cannot be “{value}”",
        "the nearest is “{near}”; there are: {known}",
    ),
}  # fmt: skip
"""Code to words; the facts are those of `pdo_policy.cli.configuration` and its rooms."""

SHOWN: Mapping[str, Message] = {
    "none": contracted(
        "没有配置文件：以下是各项的默认值。", "", "There is no configuration; these are the defaults.", ""
    ),
    "file": contracted("配置文件：{file}", "", "Configuration: {file}", ""),
    "default": contracted("默认", "", "default", ""),
    "call": contracted("命令行", "", "command line", ""),
    "today": contracted("今天", "", "today", ""),
    "shipped": contracted("（随工具发布的）", "", "(the shipped one)", ""),
    "nothing": contracted("（无）", "", "(none)", ""),
}
"""The words of `config show`."""
