"""A page becomes HTML that needs no other file, runs nothing and prints to A4; every text of a paper is escaped."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.reporters.escaping import xml_text
from pdo_policy.reporters.packet.model import BREAK, Heading, Items, Link, Paragraph, Record, Table, address
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.packet import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.reporters.packet.model import Block, Page, Words

_STYLE = Path(__file__).with_name("packet.css")

_HEAD = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}
@page {{ size: A4{across}; margin: {margin}; }}
</style>
</head>
<body class="{kind}">
<p class="skip"><a href="#main">{skip}</a></p>
<header>
<p class="folder">{folder}</p>
<h1>{heading}</h1>
{back}
</header>
<main id="main">
"""
_FOOT = "</main>\n</body>\n</html>\n"


def html_of(page: Page, files: Mapping[str, str], folder: str, lang: str) -> str:
    """The text of the page.

    Args:
        page: what it holds.
        files: names of the pages' files without what a format adds, by code.
        folder: what the folder is called at the head of each page.
        lang: `zh` or `en`.
    """
    back = f'<p class="back"><a href="index.html">{_escaped(told("back", lang))}</a></p>'
    head = _HEAD.format(
        lang={"zh": "zh-CN", "en": "en"}[lang],
        title=_escaped(f"{page.title} · {told('title', lang)}"),
        style=_STYLE.read_text("utf-8").rstrip(),
        across=" landscape" if page.wide else "",
        margin=_margin(page),
        kind=f"{page.code} wide" if page.wide else page.code,
        skip=_escaped(phrase("skip", lang)),
        folder=_escaped(folder),
        heading=_escaped(page.title),
        back=back if page.code != "index" else "",
    )
    level = "h3" if any(isinstance(block, Heading) for block in page.blocks) else "h2"
    body = "".join(f"{line}\n" for block in page.blocks for line in _block(block, files, level))
    return f"{head}{body}{_FOOT}"


def _margin(page: Page) -> str:
    """Of the printed page: less of it across, and where all is to stand on one page."""
    return {"conclusion": "15mm 20mm"}.get(page.code, "14mm 12mm" if page.wide else "22mm 22mm 20mm 24mm")


def _block(block: Block, files: Mapping[str, str], below: str) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level, anchor=anchor):
            yield f"<h{level}{_named(anchor)}>{_escaped(text)}</h{level}>"
        case Paragraph(words=words, strong=strong):
            mark = ' class="strong"' if strong else ""
            yield f"<p{mark}>{_inline(words, files)}</p>"
        case Items(entries=entries, numbered=numbered):
            kind = "ol" if numbered else "ul"
            yield f"<{kind}>"
            yield from (f"<li>{_inline(words, files)}</li>" for words in entries)
            yield f"</{kind}>"
        case Record():
            yield from _record(block, files, below)
        case Table():
            yield from _table(block, files)


def _record(record: Record, files: Mapping[str, str], level: str) -> Iterator[str]:
    head = f"{record.anchor}-head"
    yield f'<article id="{_escaped(record.anchor)}" aria-labelledby="{_escaped(head)}">'
    yield f'<{level} id="{_escaped(head)}">{_escaped(record.head)}</{level}>'
    yield "<dl>"
    yield from (
        f"<div><dt>{_escaped(label)}</dt><dd>{_inline(words, files)}</dd></div>"
        for label, words in record.fields
        if words
    )
    yield "</dl>"
    by_hand = [label for label, words in record.fields if not words]
    if by_hand:
        yield '<dl class="hand">'
        yield from (f'<div><dt>{_escaped(label)}</dt><dd class="fill"></dd></div>' for label in by_hand)
        yield "</dl>"
    yield "</article>"


def _table(table: Table, files: Mapping[str, str]) -> Iterator[str]:
    label = _escaped(table.caption)
    yield f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">'
    yield f'<table class="c{len(table.heads)}">'
    yield f"<caption>{label}</caption>"
    heads = "".join(f'<th scope="col">{_escaped(head)}</th>' for head in table.heads)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for number, row in enumerate(table.rows):
        anchor = table.anchors[number] if table.anchors else ""
        cells = "".join(_cell(words, column in table.blank, files) for column, words in enumerate(row))
        yield f"<tr{_named(anchor)}>{cells}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(words: Words, is_blank: bool, files: Mapping[str, str]) -> str:
    kind = ' class="fill"' if is_blank else ""
    return f"<td{kind}>{_inline(words, files)}</td>"


def _named(anchor: str) -> str:
    return f' id="{_escaped(anchor)}"' if anchor else ""


def _inline(words: Words, files: Mapping[str, str]) -> str:
    return "".join(_link(one, files) if isinstance(one, Link) else _lines(one) for one in words)


def _lines(text: str) -> str:
    return "<br>".join(map(_escaped, text.split(BREAK)))


def _link(link: Link, files: Mapping[str, str]) -> str:
    place = f"#{link.anchor}" if link.anchor else ""
    return f'<a href="{_escaped(address(link, files, "html") + place)}">{_escaped(link.text)}</a>'


def _escaped(text: str) -> str:
    return escape(xml_text(text))
