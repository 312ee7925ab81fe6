"""`pdo-policy completion`: the script by which a shell completes calls."""

from __future__ import annotations

import sys

import click
from click.shell_completion import get_completion_class

from pdo_policy.cli.options import lang_option
from pdo_policy.cli.output import say

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_PDO_POLICY_COMPLETE"
"""Where a shell says that a call is to be completed and not run."""


@click.command(
    help="输出补全脚本。用法见 docs/terminal.md；bash：pdo-policy completion bash >> ~/.bashrc",
    short_help="命令行补全。",
)
@click.argument("shell", type=click.Choice(SHELLS), metavar="bash|zsh|fish")
@lang_option
def completion(shell: str, lang: str) -> int:  # noqa: ARG001 - a script has no words
    """Print the script for a shell."""
    kind = get_completion_class(shell)
    assert kind is not None, "click knows these shells"
    made = kind(click.Group(), {}, "pdo-policy", VARIABLE)
    # Its own `source` would look for a shell, which need not be on the machine that writes the script.
    say(made.source_template % made.source_vars(), sys.stdout)
    return 0
