"""What is typed of an argument becomes what it may go on as: rules, instruments, formats, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from pdo_policy.api import FOLDER, STREAM
from pdo_policy.cli.given import the_rulebook
from pdo_policy.errors import FormError, RulebookError, UsageError
from pdo_policy.law.instruments import LAWS
from pdo_policy.reporters import REPORTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from pdo_policy.rulebook.compiled import Rulebook

    Items = list[CompletionItem]


def rules(context: click.Context, _parameter: click.Parameter, typed: str) -> Items:
    """Ids of rules, with their titles."""
    book = _book(context)
    return _matching(((rule.id, rule.title) for rule in book.program.rules) if book else (), typed)


def instruments(context: click.Context, _parameter: click.Parameter, typed: str) -> Items:
    """Ids of instruments, and the page of coverage."""
    return _matching([*_instruments(context), ("coverage", "")], typed)


def laws(context: click.Context, _parameter: click.Parameter, typed: str) -> Items:
    """Values of `--law`."""
    return _matching([*((law, "") for law in LAWS), *_instruments(context)], typed)


def explainable(context: click.Context, parameter: click.Parameter, typed: str) -> Items:
    """Rules and instruments: what has an id that nobody types twice."""
    return [*rules(context, parameter, typed), *_matching(_instruments(context), typed)]


def formats(_context: click.Context, _parameter: click.Parameter, typed: str) -> Items:
    """Formats; behind a colon, files."""
    name, colon, path = typed.partition(":")
    if colon:
        return [CompletionItem(path, type="dir" if name == FOLDER else "file")]
    return _matching([*((name, "") for name in (*REPORTERS, STREAM)), (f"{FOLDER}:", "")], typed)


def files(_context: click.Context, _parameter: click.Parameter, typed: str) -> Items:
    """Files and folders, as the shell itself completes them."""
    return [CompletionItem(typed, type="file")]


def folders(_context: click.Context, _parameter: click.Parameter, typed: str) -> Items:
    """Folders, as the shell itself completes them."""
    return [CompletionItem(typed, type="dir")]


def _matching(items: Iterable[tuple[str, str]], typed: str) -> Items:
    return [CompletionItem(value, help=told) for value, told in items if value.upper().startswith(typed.upper())]


def _instruments(context: click.Context) -> list[tuple[str, str]]:
    book = _book(context)
    return [(one.id, one.short) for one in book.manifest.instruments] if book else []


def _book(context: click.Context) -> Rulebook | None:
    """The rulebook of the call; None where there is none, for who types must not be told of it now."""
    try:
        return the_rulebook(context.params.get("rulebook"))
    except (UsageError, RulebookError, FormError):
        return None
