"""A configuration becomes the defaults of the command that a call names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.cli.configuration import Configuration

_OF_CHECKS = frozenset({"format", "fail-on"})
"""Settings that mean something else, or nothing, where nothing is checked."""

_KNOWN_BEFORE = frozenset({"lang", "paths"})
"""What is known before any command is, and what is no option."""

_CHECKS = frozenset({("check",), ("config", "show")})


def defaults_of(group: click.Group, arguments: Sequence[str], configuration: Configuration) -> dict[str, Any]:
    """The defaults for the command that arguments name, in the form that click takes.

    A setting counts for every command that has the option of its name, but for those named above.
    """
    defaults: dict[str, Any] = {}
    within = defaults
    command: click.Command = group
    path: tuple[str, ...] = ()
    for word in arguments if configuration.values else ():
        inner = command.get_command(click.Context(command), word) if isinstance(command, click.Group) else None
        if inner is None:
            continue
        command, path = inner, (*path, word)
        within[word] = within = settings_of(command, path, configuration.values)
    if isinstance(command, click.Group):
        # A group may take one of its commands for meant where none is named.
        for word, inner in command.commands.items():
            within[word] = settings_of(inner, (*path, word), configuration.values)
    return defaults


def settings_of(command: click.Command, path: tuple[str, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    """What values mean for a command, by the names of its parameters."""
    barred = _KNOWN_BEFORE if path in _CHECKS else _KNOWN_BEFORE | _OF_CHECKS
    return {
        str(parameter.name): values[option.removeprefix("--")]
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option.removeprefix("--") in values.keys() - barred
    }
