"""A page becomes Markdown of GitHub's kind, in which every text of a paper stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.reporters.escaping import markdown
from pdo_policy.reporters.packet.model import BREAK, Heading, Items, Paragraph, Record, Table, address
from pdo_policy.wording.briefing import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.reporters.packet.model import Block, Link, Page, Words

TO_FILL = "＿＿＿＿＿＿"
"""Room to write by hand."""

_BEGINS = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")


def markdown_of(page: Page, files: Mapping[str, str], lang: str) -> str:
    """The text of the page.

    Args:
        page: what it holds.
        files: names of the pages' files without what a format adds, by code.
        lang: of the words between labels and texts.
    """
    lines = [f"# {markdown(page.title)}", ""]
    for block in page.blocks:
        lines.extend(_block(block, files, lang))
    return "\n".join(lines)


def _block(block: Block, files: Mapping[str, str], lang: str) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level, anchor=anchor):
            yield f"{'#' * level} {_named(anchor)}{markdown(text)}"
        case Paragraph(words=words, strong=strong):
            text = _first(_inline(words, files))
            yield f"**{text}**" if strong else text
        case Items(entries=entries, numbered=numbered):
            for number, words in enumerate(entries, 1):
                yield f"{f'{number}.' if numbered else '-'} {_first(_inline(words, files))}"
        case Record(anchor=anchor, head=head, fields=fields):
            yield f"### {_named(anchor)}{markdown(head)}"
            yield ""
            for label, words in fields:
                yield f"- **{phrase('headed', lang, head=markdown(label)).strip()}** {_inline(words, files) or TO_FILL}"
        case Table():
            yield from _table(block, files)
    yield ""


def _table(table: Table, files: Mapping[str, str]) -> Iterator[str]:
    yield f"| {' | '.join(map(markdown, table.heads))} |"
    yield "|" + "---|" * len(table.heads)
    for number, row in enumerate(table.rows):
        anchor = table.anchors[number] if table.anchors else ""
        cells = [_inline(words, files) for words in row]
        yield f"| {_named(anchor)}{' | '.join(cells)} |"


def _named(anchor: str) -> str:
    return f'<a id="{anchor}"></a>' if anchor else ""


def _inline(words: Words, files: Mapping[str, str]) -> str:
    return "".join(_text(one) if isinstance(one, str) else _link(one, files) for one in words)


def _text(text: str) -> str:
    """A text with the spaces at its ends, which stand between it and its neighbours."""
    lines = []
    for line in text.split(BREAK):
        inner = markdown(line)
        lead, trail = (" " if side else "" for side in (line[:1].isspace(), line[-1:].isspace() and bool(inner)))
        lines.append(f"{lead}{inner}{trail}")
    return "<br>".join(lines)


def _first(text: str) -> str:
    """A text that begins a line, and must not begin a list or a rule."""
    return _BEGINS.sub(r"\\\1", text) if not text[:1].isdigit() else _BEGINS.sub(r"\1\\", text)


def _link(link: Link, files: Mapping[str, str]) -> str:
    place = f"#{link.anchor}" if link.anchor else ""
    return f"[{markdown(link.text)}]({address(link, files, 'md')}{place})"
