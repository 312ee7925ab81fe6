"""A report becomes the files of a hearing folder: pages in three formats, an index, the report, and their digests."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pdo_policy.conclusion import conclusion
from pdo_policy.reporters.as_json import render_json
from pdo_policy.reporters.packet.annexes import clauses_page, grounds_page, waivers_page
from pdo_policy.reporters.packet.as_csv import csv_of
from pdo_policy.reporters.packet.as_html import html_of
from pdo_policy.reporters.packet.as_markdown import markdown_of
from pdo_policy.reporters.packet.case import case_of
from pdo_policy.reporters.packet.changes import changes_page
from pdo_policy.reporters.packet.closing import judgement_page, signing_page
from pdo_policy.reporters.packet.coverage import coverage_page
from pdo_policy.reporters.packet.front import conclusion_page, cover_page
from pdo_policy.reporters.packet.issues import evidence_page, issues_page
from pdo_policy.reporters.packet.model import Heading, Link, Page, Paragraph, Table, joined
from pdo_policy.reporters.packet.questions import questions_page
from pdo_policy.reporters.packet.side_by_side import side_by_side_page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.report import Report
    from pdo_policy.reporters.packet.case import Case
    from pdo_policy.reporters.packet.model import Block, Sheet, Words

MANIFEST = "manifest.json"
"""The file by which a hearing folder is known; it names every other file."""

VERSION = "1.0"
"""Of the form of the manifest."""

MOST_PROJECTS = 3
"""How many projects the head of a page names."""

_PAGES = (
    cover_page, conclusion_page, issues_page, evidence_page, questions_page, side_by_side_page, coverage_page,
    changes_page, judgement_page, signing_page, waivers_page, clauses_page, grounds_page,
)  # fmt: skip


def pages_of(report: Report, lang: str) -> tuple[Page, ...]:
    """The pages of the folder in order, as values: what any format of it is made from."""
    case = case_of(report, lang)
    return tuple(made(case) for made in _PAGES)


def folder_of(report: Report, lang: str) -> Mapping[str, bytes]:
    """The files of the folder by name; the same report and language give the same bytes on every machine.

    Args:
        report: of `check` with `review`.
        lang: `zh` or `en`.
    """
    case = case_of(report, lang)
    pages = [made(case) for made in _PAGES]
    names = {page.code: page.file for page in pages}
    head = _head(report, lang)
    files: dict[str, bytes] = {}
    fillable: set[str] = set()
    for page in pages:
        own = {
            f"{page.file}.html": _encoded(html_of(page, names, head, lang)),
            f"{page.file}.md": _encoded(markdown_of(page, names, lang)),
            **{sheet_name(page, sheet): csv_of(sheet) for sheet in page.sheets},
        }
        files.update(own)
        fillable.update(own if page.fillable else ())
    files["index.html"] = _encoded(html_of(_index(case, pages), names, head, lang))
    files["report.json"] = _encoded(render_json(report, lang))
    files[MANIFEST] = _encoded(_manifest(report, files, fillable, lang))
    return files


def _head(report: Report, lang: str) -> str:
    """What stands above every page: the projects and the day."""
    projects = list(dict.fromkeys(one_line(one.dossier) for one in report.inputs if one.dossier))
    named = projects if len(projects) <= MOST_PROJECTS else [*projects[:MOST_PROJECTS], "…"]
    return " · ".join((told("title", lang), *named, told("as_of", lang, day=report.as_of.isoformat())))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def sheet_name(page: Page, sheet: Sheet) -> str:
    """The name of the file of a sheet."""
    return f"{page.file}_{sheet.name.replace(' ', '_')}.csv" if sheet.name else f"{page.file}.csv"


def _index(case: Case, pages: Sequence[Page]) -> Page:
    lang = case.lang
    heads = tuple(told(code, lang) for code in ("file", "for", "formats"))
    rows: list[tuple[Words, ...]] = [
        ((Link(page.file.replace("_", " "), page.code),), (page.purpose,), _formats(page, lang)) for page in pages
    ]
    data: list[tuple[Words, ...]] = [
        ((Link(name, f"/{name}"),), (told(code, lang),), (told("data", lang),))
        for name, code in (("report.json", "report_for"), (MANIFEST, "manifest_for"))
    ]
    outcome = conclusion(case.report)
    blocks: tuple[Block, ...] = (
        Paragraph((told("sentence", lang, sentence=sentence(outcome, lang)),), strong=True),
        Heading(told("contents", lang)),
        Table(told("contents", lang), heads, (*rows, *data)),
        Heading(told("limits", lang)),
        *(Paragraph((told(f"limit_{code}", lang),)) for code in ("written", "papers", "preliminary")),
    )
    return Page("index", "index", told("title", lang), "", blocks)


def _formats(page: Page, lang: str) -> Words:
    links = [Link(told("to_read", lang), f"/{page.file}.html"), Link(told("to_edit", lang), f"/{page.file}.md")]
    for sheet in page.sheets:
        name = told("to_fill", lang)
        links.append(Link(f"{name} {sheet.name}".strip(), f"/{sheet_name(page, sheet)}"))
    return joined(((link,) for link in links), " · ")


def _manifest(report: Report, files: Mapping[str, bytes], fillable: set[str], lang: str) -> str:
    data: dict[str, Any] = {
        "packet_version": VERSION,
        "tool": {"name": "pdo-policy", "version": report.tool_version},
        "rulebook": {
            "id": report.rulebook.id,
            "version": report.rulebook.version,
            "digest": report.rulebook.digest,
        },
        "run": {"as_of": report.as_of.isoformat(), "law": report.law, "lang": lang},
        "inputs": [
            {"path": one_line(path), "sha256": digest, "bytes": size}
            for path, digest, size in dict.fromkeys((one.path, one.sha256, one.size) for one in report.inputs)
        ],
        "files": [
            {
                "path": name,
                "sha256": sha256(content).hexdigest(),
                "bytes": len(content),
                "fillable": name in fillable,
            }
            for name, content in sorted(files.items())
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
