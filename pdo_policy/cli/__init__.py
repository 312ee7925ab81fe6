"""The command line: the only room that prints, exits, reads the clock or the environment."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from pdo_policy import __version__
from pdo_policy.cli.check import check
from pdo_policy.cli.explain import explain
from pdo_policy.cli.law import law
from pdo_policy.cli.new import new
from pdo_policy.cli.output import say_problems, say_usage
from pdo_policy.cli.rules import rules
from pdo_policy.cli.schema import schema
from pdo_policy.cli.why import why
from pdo_policy.conclusion import BROKEN_RULES, INTERNAL_FAULT, WRONG_CALL
from pdo_policy.errors import FormError, RulebookError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    help="检查公共数据授权运营的实施方案、授权运营协议和年度报告，写出注明条款和行列的报告。",
    epilog="先试：pdo-policy check 文件或文件夹",
)
@click.version_option(__version__, "-V", "--version", message="pdo-policy %(version)s", help="显示版本。")
def commands() -> None:
    """The commands."""


for _command in (check, why, explain, law, rules, new, schema):
    commands.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code of charter 5."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console of another encoding shows an escape instead of ending the program.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_run(list(sys.argv[1:] if arguments is None else arguments)))


def collect_seldom() -> None:
    """Let Python look for garbage seldom: what a command makes lives to its end, and looking is a fifth of the work."""
    gc.set_threshold(50_000, 20, 20)


def _run(arguments: list[str]) -> int:
    lang = "en" if _english(arguments) else "zh"
    try:
        result = commands.main(args=arguments, prog_name="pdo-policy", standalone_mode=False)
    except RulebookError as error:
        say_problems(error.problems, lang)
        return BROKEN_RULES
    except FormError as error:
        determined = error.problems[0].code.startswith("DET-")
        say_problems(error.problems, lang, "broken-determinations" if determined else "broken-files")
        return WRONG_CALL
    except UsageError as error:
        say_usage(error.code, error.facts, lang)
        return WRONG_CALL
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_CALL
    except click.UsageError as error:
        code, facts = _usage(error)
        say_usage(code, facts, lang)
        return WRONG_CALL
    except click.exceptions.Abort:
        return WRONG_CALL
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the last door: a fault of ours ends in code 5, not in a traceback
        if os.environ.get("PDO_POLICY_TRACEBACK"):
            traceback.print_exc()
        say_usage("internal-fault", {}, lang)
        return INTERNAL_FAULT
    return result if isinstance(result, int) else 0


def _english(arguments: list[str]) -> bool:
    return any(
        argument == "--lang=en" or (argument == "--lang" and arguments[index + 1 : index + 2] == ["en"])
        for index, argument in enumerate(arguments)
    )


def _usage(error: click.UsageError) -> tuple[str, dict[str, str]]:
    """What is wrong with a call, as a code and its facts."""
    command = error.ctx.command_path if error.ctx is not None else "pdo-policy"
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        return ("no-such-option-near" if near else "no-such-option"), {
            "option": error.option_name,
            "near": near,
            "command": command,
        }
    if isinstance(error, click.MissingParameter):
        name = (error.param.human_readable_name if error.param is not None else "").upper()
        return "missing-argument", {"name": name, "command": command}
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param is not None and error.param.opts else ""
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
    return "wrong-call", {"message": error.message, "command": command}
