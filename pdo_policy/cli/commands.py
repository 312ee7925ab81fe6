"""Every command, as click knows them: arguments to a call of one of them, and what is wrong with a call to words."""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from pdo_policy import __version__
from pdo_policy.cli.baseline import baseline
from pdo_policy.cli.check import check
from pdo_policy.cli.completion import completion
from pdo_policy.cli.config import config
from pdo_policy.cli.defaults import defaults_of
from pdo_policy.cli.diff import diff
from pdo_policy.cli.explain import explain
from pdo_policy.cli.helping import asked, command_of, help_page
from pdo_policy.cli.law import law
from pdo_policy.cli.new import new
from pdo_policy.cli.options import LANGUAGES, config_options
from pdo_policy.cli.output import say, say_usage
from pdo_policy.cli.packet import packet
from pdo_policy.cli.rules import rules
from pdo_policy.cli.schema import schema
from pdo_policy.cli.why import why
from pdo_policy.conclusion import CLEAN, WRONG_CALL
from pdo_policy.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.cli.configuration import Configuration


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    help="检查公共数据授权运营的实施方案、授权运营协议和年度报告，写出注明条款和行列的报告。",
    epilog="先试：pdo-policy check 文件或文件夹",
)
@config_options
@click.version_option(__version__, "-V", "--version", message="pdo-policy %(version)s", help="显示版本。")
def commands() -> None:
    """The commands."""


for _command in (check, packet, why, explain, diff, baseline, law, rules, new, schema, config, completion):
    commands.add_command(_command)


def run(arguments: Sequence[str], configuration: Configuration, lang: str) -> int:
    """Run the command that arguments name; its exit code.

    Args:
        arguments: what the command line says, without what it says about the configuration.
        configuration: what options are worth of which it says nothing.
        lang: the language of what is said about a wrong call.
    """
    if asked(arguments):
        say(help_page(*command_of(commands, arguments), lang), sys.stdout)
        return CLEAN
    args = _command_first(arguments)
    defaults = defaults_of(commands, args, configuration)
    try:
        result = commands.main(
            args=args, prog_name="pdo-policy", standalone_mode=False, obj=configuration, default_map=defaults
        )
    except click.exceptions.NoArgsIsHelpError:
        say(help_page(*command_of(commands, arguments), lang), sys.stderr)
        return WRONG_CALL
    except click.UsageError as error:
        code, facts = _usage(error)
        say_usage(code, facts, lang)
        return WRONG_CALL
    except click.exceptions.Abort:
        return WRONG_CALL
    return result if isinstance(result, int) else 0


def _command_first(arguments: Sequence[str]) -> list[str]:
    """The arguments without a `--lang` that stands before the command: it has been read already."""
    rest = list(arguments)
    at: click.Command = commands
    number = 0
    while isinstance(at, click.Group) and number < len(rest):
        if rest[number].startswith("--lang"):
            value = rest[number].partition("=")[2] if "=" in rest[number] else "".join(rest[number + 1 : number + 2])
            if value not in LANGUAGES:
                raise UsageError("bad-lang", value=value)
            del rest[number : number + (1 if "=" in rest[number] else 2)]
            continue
        found = at.get_command(click.Context(at), rest[number])
        if found is None:
            break
        at, number = found, number + 1
    return rest


def _usage(error: click.UsageError) -> tuple[str, dict[str, str]]:
    """What is wrong with a call, as a code and its facts."""
    command = error.ctx.command_path if error.ctx is not None else "pdo-policy"
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        if error.option_name in ("-o", "--output") and command.endswith(" check"):
            return "no-such-option-output", {"option": error.option_name, "command": command}
        return ("no-such-option-near" if near else "no-such-option"), {
            "option": error.option_name,
            "near": near,
            "command": command,
        }
    if isinstance(error, click.MissingParameter):
        option = error.param.opts[0] if isinstance(error.param, click.Option) else ""
        name = f" {option}" if option else (error.param.human_readable_name if error.param is not None else "").upper()
        return "missing-argument", {"name": name, "command": command}
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param is not None and error.param.opts else ""
        kind = error.param.type if error.param is not None else None
        if isinstance(kind, click.IntRange) and None not in (kind.min, kind.max):
            return "bad-number", {"option": name, "least": str(kind.min), "most": str(kind.max), "command": command}
        return "bad-value", {"option": name, "message": error.message, "command": command}
    group = error.ctx.command if error.ctx is not None else None
    word = next((part for part in error.message.split("'")[1:2]), "")
    known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx is not None else []
    if known and word and word not in known:
        near = "".join(get_close_matches(word, known, n=1, cutoff=0.4))
        return ("no-such-command-near" if near else "no-such-command"), {
            "word": word,
            "near": near,
            "command": command,
            "known": "、".join(known),
        }
    if isinstance(error, click.BadOptionUsage) and "requires" in error.message:
        return "option-without-value", {"option": error.option_name, "command": command}
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    if extra:
        return "extra-argument", {"word": extra[1], "command": command}
    return "wrong-call", {"message": error.message, "command": command}
