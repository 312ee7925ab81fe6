"""Texts that are Markdown already become its lines: tables, headings, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.reporters.escaping import markdown
from pdo_policy.wording.briefing import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, with an empty line behind it; the cells are Markdown already."""
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def phrases(lang: str, *codes: str) -> list[str]:
    """Phrases by their codes."""
    return [phrase(code, lang) for code in codes]


def headed(head: str, lang: str) -> str:
    """A heading before what stands on its line."""
    return phrase("headed", lang, head=head)


def with_more(text: str, more: str, lang: str) -> str:
    """A text with more in brackets."""
    return phrase("with", lang, text=text, more=more)


def bullets(lines: Iterable[str]) -> Iterator[str]:
    """A list of plain texts, with an empty line behind it."""
    yield from (f"- {markdown(line)}" for line in lines)
    yield ""
