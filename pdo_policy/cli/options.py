"""Options that several commands share, and the date of today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pdo_policy import api
from pdo_policy.determinations import read_determinations
from pdo_policy.documents.files import collect
from pdo_policy.errors import UsageError
from pdo_policy.values.reading import read_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdo_policy.report import Determination
    from pdo_policy.rulebook.compiled import Rulebook

Command = TypeVar("Command", bound="Callable[..., Any]")


def rulebook_option(command: Command) -> Command:
    """`--rulebook`: the folder of another rulebook than the shipped one."""
    return click.option("--rulebook", metavar="文件夹", help="规则库文件夹；不写用随工具发布的规则库。")(command)


def lang_option(command: Command) -> Command:
    """`--lang`: the language of the tool's own words."""
    return click.option(
        "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="工具自身用语的语言。"
    )(command)


def format_option(command: Command) -> Command:
    """`-f`: text or JSON, for commands that list."""
    return click.option(
        "-f", "--format", "output", type=click.Choice(["text", "json"]), default="text", help="输出格式。"
    )(command)


def findings_file_option(command: Command) -> Command:
    """`--findings-file`: answers to the rulebook's 认定."""
    return click.option(
        "--findings-file",
        "--determinations",
        "determinations",
        multiple=True,
        metavar="文件",
        help="认定文件：有权机关对只能由人判断的问题的答复；样表用 pdo-policy new determinations 生成。",
    )(command)


def as_of_option(command: Command) -> Command:
    """`--as-of`: the date of the check."""
    return click.option("--as-of", metavar="日期", help="按哪一天的规定检查；不写按今天。")(command)


def the_rulebook(folder: str | None) -> Rulebook:
    """The rulebook of `--rulebook`."""
    return api.load_rulebook(folder, cache_folder())


def cache_folder() -> Path | None:
    """Where compiled rulebooks are kept: as PDO_POLICY_CACHE says, if empty nowhere; else among the user's caches."""
    named = os.environ.get("PDO_POLICY_CACHE")
    if named is not None:
        return Path(named) if named else None
    general = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    try:
        home = Path(general) if Path(general).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return home / "pdo-policy"


def the_determinations(paths: Sequence[str], rulebook: Rulebook) -> tuple[Determination, ...]:
    """The answers of `--findings-file`."""
    names = [question.name for question in rulebook.program.questions]
    return read_determinations(collect(list(paths), None), names, found=False)


def the_date(written: str | None) -> date:
    """The date of `--as-of`; without it, that of SOURCE_DATE_EPOCH, and else today's.

    Raises:
        UsageError: it is not a day.
    """
    if written is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if epoch.isdigit():
            return datetime.fromtimestamp(int(epoch), UTC).date()
        return datetime.now().astimezone().date()
    value = read_value("date", written)
    if not isinstance(value, date):
        raise UsageError("bad-date", value=written)
    return value
