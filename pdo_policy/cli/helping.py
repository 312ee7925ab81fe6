"""A command becomes its page of help, in Chinese or in English, in the width of the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from pdo_policy.api import STREAM
from pdo_policy.cli.options import LANG_HELP
from pdo_policy.cli.terminal import columns, is_terminal
from pdo_policy.reporters import REPORTERS
from pdo_policy.reporters.typesetting import Line, Piece, lines_of, plain
from pdo_policy.reporters.view import View
from pdo_policy.source import width
from pdo_policy.wording.helping import ENGLISH, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEFT = 26
"""How many cells the names of options and commands take at most before their help begins on a line of its own."""

_PIPED = 80


def command_of(root: click.Command, arguments: Sequence[str]) -> tuple[click.Command, str]:
    """The command that arguments name as far as they name one, and how it is called."""
    at, path, skip = root, "pdo-policy", False
    for argument in arguments:
        if skip or argument.startswith("-"):
            skip = argument == "--lang" and not skip
            continue
        found = at.get_command(click.Context(at), argument) if isinstance(at, click.Group) else None
        if found is None:
            break
        at, path = found, f"{path} {argument}"
    return at, path


def asked(arguments: Sequence[str]) -> bool:
    """Whether a page of help is asked for, wherever that stands."""
    before = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    return "--help" in before or "-h" in before


def help_page(command: click.Command, path: str, lang: str) -> str:
    """The page of a command; lines are as long as the terminal is wide."""
    view = View(width=columns() if is_terminal(sys.stdout) else _PIPED)
    lines = [line for part in (_usage, _text, _options, _commands) for line in part(command, path, lang)]
    return "".join(f"{text}\n" for line in lines for text in lines_of(line, view))


def worded(text: str, lang: str) -> str:
    """A text of a command in a language; what no table has stands as it is, which a test rules out."""
    said = ENGLISH.get(text, text) if lang == "en" else text
    return said.replace("{formats}", HEADINGS["join"][lang == "en"].join((*REPORTERS, STREAM)))


def _headed(code: str, lang: str) -> str:
    return HEADINGS[code][lang == "en"]


def _usage(command: click.Command, path: str, lang: str) -> Iterator[Line]:
    parts = [path, _headed("some_options", lang)]
    parts += [worded(one.metavar or one.name or "", lang) for one in command.params if isinstance(one, click.Argument)]
    parts += [_headed("some_command", lang)] if isinstance(command, click.Group) else []
    head = _headed("usage", lang)
    yield Line((Piece(head), Piece(" ".join(parts))), width(head))


def _text(command: click.Command, _path: str, lang: str) -> Iterator[Line]:
    for paragraph in worded(command.help or "", lang).split("\n\n"):
        yield plain("")
        yield plain(f"  {paragraph}", hang=2)


def _options(command: click.Command, _path: str, lang: str) -> Iterator[Line]:
    rows = [
        (_option(one, lang), _option_help(one, lang))
        for one in command.params
        if isinstance(one, click.Option) and not one.hidden
    ]
    if not any(one.name == "lang" for one in command.params):
        rows.append(("    --lang zh|en", worded(LANG_HELP, lang)))
    yield from _table("options", [*rows, ("-h, --help", _headed("help", lang))], lang)


def _option(option: click.Option, lang: str) -> str:
    names = ", ".join(option.opts)
    # A short name stands before the long ones, in a column of its own.
    names = names if len(option.opts[0]) == len("-x") else f"    {names}"
    if option.is_flag:
        return names
    choices = "|".join(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else ""
    return f"{names} {choices or worded(option.metavar or '', lang)}"


def _option_help(option: click.Option, lang: str) -> str:
    told = worded(option.help or "", lang)
    if option.required:
        return f"{told}{_headed('required', lang)}"
    if option.show_default and isinstance(option.default, (str, int)):
        return f"{told}{_headed('default', lang).format(value=option.default)}"
    return told


def _commands(command: click.Command, path: str, lang: str) -> Iterator[Line]:
    if not isinstance(command, click.Group):
        return
    context = click.Context(command)
    names = dict.fromkeys([*command.commands, *command.list_commands(context)])
    found = [(name, command.get_command(context, name)) for name in names]
    rows = [(name, worded(one.short_help or one.help or "", lang)) for name, one in found if one is not None]
    yield from _table("commands", rows, lang)
    yield plain("")
    if command.epilog:
        yield plain(worded(command.epilog, lang))
    yield plain(_headed("more", lang).format(path=path))


def _table(heading: str, rows: Sequence[tuple[str, str]], lang: str) -> Iterator[Line]:
    """Names and what they are, in two columns; a long name has a line of its own."""
    yield plain("")
    yield plain(_headed(heading, lang))
    left = min(_LEFT, max(width(name) for name, _ in rows))
    for name, told in rows:
        indent = left + 4
        if width(name) > left:
            yield Line((Piece(f"  {name}", whole=True),))
            yield plain(f"{' ' * indent}{told}", hang=indent)
        else:
            yield Line((Piece(f"  {name}{' ' * (left - width(name))}  ", whole=True), Piece(told)), indent)
