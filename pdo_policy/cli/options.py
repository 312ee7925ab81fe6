"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from pdo_policy.cli import completing

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("zh", "en")
CONFIG_HELP = "配置文件；不写就从当前文件夹往上找 pdo-policy.toml 或 pyproject.toml。"
LANG_HELP = "工具自身用语的语言；不写按环境变量 PDO_POLICY_LANG，再没有用中文。"

Command = TypeVar("Command", bound="Callable[..., Any]")


def _spoken() -> str:
    """The language that was found before any command was."""
    configuration = click.get_current_context().find_root().obj
    return str(configuration.lang) if configuration is not None else LANGUAGES[0]


def rulebook_option(command: Command) -> Command:
    """`--rulebook`: the folder of another rulebook than the shipped one."""
    return click.option(
        "--rulebook",
        metavar="文件夹",
        shell_complete=completing.folders,
        help="规则库文件夹；不写用随工具发布的规则库。",
    )(command)


def lang_option(command: Command) -> Command:
    """`--lang`: the language of the tool's own words."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=_spoken,
        help=LANG_HELP,
    )(command)


def format_option(command: Command) -> Command:
    """`-f`: text or JSON, for commands that list."""
    return click.option(
        "-f", "--format", "output", type=click.Choice(["text", "json"]), default="text", help="输出格式。"
    )(command)


def law_option(command: Command) -> Command:
    """`--law`: which law counts."""
    return click.option(
        "--law",
        default="default",
        metavar="范围",
        shell_complete=completing.laws,
        help="default、in-force、draft 或文件代号；哪些规定计入。",
    )(command)


def findings_file_option(command: Command) -> Command:
    """`--findings-file`: answers to the rulebook's 认定."""
    return click.option(
        "--findings-file",
        "--determinations",
        "determinations",
        multiple=True,
        metavar="文件",
        shell_complete=completing.files,
        help="认定文件：有权机关对只能由人判断的问题的答复；样表用 pdo-policy new determinations 生成。",
    )(command)


def target_option(command: Command) -> Command:
    """`-o`: the file that a template is written to."""
    return click.option("-o", "--output", "target", metavar="文件", help="写到这个文件；不写输出到标准输出。")(command)


def as_of_option(command: Command) -> Command:
    """`--as-of`: the date of the check."""
    return click.option("--as-of", metavar="日期", help="按哪一天的规定检查；不写按今天。")(command)


def config_options(command: Command) -> Command:
    """`--config` and `--no-config`, for the help: they are understood before any command is."""
    named = click.option("--config", metavar="文件", expose_value=False, help=CONFIG_HELP)
    none = click.option("--no-config", is_flag=True, expose_value=False, help="不用配置文件。")
    return named(none(command))
