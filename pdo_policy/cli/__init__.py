"""The command line: the only room that prints, exits, reads the clock or the environment.

A plain `check`, which programs call most, is understood here at once; any other call waits for click.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from pdo_policy.cli.configuration import Configuration, configured
from pdo_policy.cli.output import no_room, say_problems, say_usage
from pdo_policy.cli.plain import plain_call
from pdo_policy.conclusion import BROKEN_RULES, INTERNAL_FAULT, WRONG_CALL
from pdo_policy.errors import FormError, RulebookError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_LANGUAGES = ("zh", "en")

_WRITTEN = {"bad-date": "as-of", "bad-date-because": "as-of", "no-rulebook": "rulebook", "unknown-format": "format"}
"""The options that faults of a call are about, where the facts do not name them."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code of charter 5."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console of another encoding shows an escape instead of ending the program.
            stream.reconfigure(errors="backslashreplace")
    code = _run(list(sys.argv[1:] if arguments is None else arguments))
    if arguments is None:
        # The process ends here: Python need not look through all that was made for garbage once more, which it would.
        gc.freeze()
    sys.exit(code)


def collect_seldom() -> None:
    """Let Python look for garbage seldom: what a command makes lives to its end, and looking is a fifth of the work."""
    gc.set_threshold(200_000, 20, 20)


def _run(arguments: list[str]) -> int:
    lang = language(arguments, os.environ.get("PDO_POLICY_LANG", ""))
    configuration = Configuration()
    try:
        arguments, configuration = configured(arguments)
        lang = language(arguments, os.environ.get("PDO_POLICY_LANG", ""), configuration.values.get("lang", ""))
        return _performed(arguments, configuration._replace(lang=lang), lang)
    except RulebookError as error:
        say_problems(error.problems, lang)
        return BROKEN_RULES
    except FormError as error:
        say_problems(error.problems, lang, f"broken-{error.about}")
        return WRONG_CALL
    except UsageError as error:
        say_usage(error.code, error.facts, lang)
        _say_origin(error, configuration, arguments, lang)
        # A process that was ended from outside is no fault of the call.
        return INTERNAL_FAULT if error.code == "worker-ended" else WRONG_CALL
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, EOFError):
        return WRONG_CALL
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours ends in code 5, not in a traceback
        full = no_room(error, lang) if isinstance(error, OSError) else None
        if full is not None:
            say_usage(full.code, full.facts, lang)
            return WRONG_CALL
        if os.environ.get("PDO_POLICY_TRACEBACK"):
            import traceback  # noqa: PLC0415 - slow to load, and hardly ever needed

            traceback.print_exc()
        say_usage("internal-fault", {}, lang)
        return INTERNAL_FAULT


def _say_origin(error: UsageError, configuration: Configuration, arguments: Sequence[str], lang: str) -> None:
    """Where a value stands that is not possible, if it came from the configuration."""
    option = _WRITTEN.get(error.code) or error.facts.get("option", "")
    if option in configuration.values and not any(one.startswith((f"--{option}", "-f")) for one in arguments):
        span = configuration.span(option)
        place = f"{span.source.name}:{span.first.line}:{span.first.column}"
        say_usage("config-origin", {"place": place, "option": option}, lang)


def _performed(arguments: list[str], configuration: Configuration, lang: str) -> int:
    completing = "_PDO_POLICY_COMPLETE" in os.environ
    call = plain_call(arguments, configuration.fields()) if not completing else None
    if call is not None:
        from pdo_policy.cli.checking import perform  # noqa: PLC0415 - slow to load, and not needed by other commands

        return perform(call._replace(lang=lang), configuration)
    from pdo_policy.cli.commands import run  # noqa: PLC0415 - as above

    return run(arguments, configuration, lang)


def language(arguments: Sequence[str], *settings: str) -> str:
    """`zh` or `en`: as the last `--lang` of the arguments says, else as the first setting that is one, else Chinese.

    What the system is set to does not count: the papers and the law are Chinese wherever they are checked, and a report
    must not depend on the machine.
    """
    lang = next((setting for setting in settings if setting in _LANGUAGES), _LANGUAGES[0])
    for argument, value in zip(arguments, [*arguments[1:], ""], strict=False):
        said = value if argument == "--lang" else argument.removeprefix("--lang=")
        lang = said if said in _LANGUAGES and argument.startswith("--lang") else lang
    return lang
