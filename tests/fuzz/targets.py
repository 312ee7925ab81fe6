"""What is done with any bytes, and what must hold then; anything else that is raised is a crash."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.determinations import read_determinations
from pdo_policy.disposition.changes import changes
from pdo_policy.disposition.snapshots import report_in, snapshot, snapshot_of_data
from pdo_policy.documents.decoding import Decoded, decode
from pdo_policy.documents.files import File
from pdo_policy.documents.from_json import read_json
from pdo_policy.documents.from_yaml import read_yaml
from pdo_policy.documents.limits import MAX_DEPTH
from pdo_policy.documents.node import Mapping, Sequence, plain
from pdo_policy.errors import FormError, RulebookError, UsageError
from pdo_policy.language.formatted import formatted
from pdo_policy.language.parse import parse
from pdo_policy.law.forms import fitting
from pdo_policy.reporters import REPORTERS
from pdo_policy.reporters.packet.verifying import read_manifest, verified
from pdo_policy.reporters.problems import problem_text
from pdo_policy.rulebook import kept
from pdo_policy.rulebook.load import program_of
from pdo_policy.rulebook.texts import rule_text
from pdo_policy.rulebook.vocabulary import VOCABULARY
from pdo_policy.schema.fields import fields_of
from pdo_policy.source import Source
from pdo_policy.wording import worded
from pdo_policy.wording.intake import MESSAGES
from tests.fuzz.two_readers import is_taken
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Table
    from collections.abc import Sequence as Row

    from pdo_policy.documents.node import Document, Node
    from pdo_policy.errors import Problem
    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Rulebook

HEADER = "kind: plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\n"
RULES = """规则 T-GOAL “写明目标” 依据 《实施规范》第八条 对象 方案 严重度 严重
应当 下列全部
  （一）方案.目标 已载明  报 “没有目标”
  （二）方案.期限 不超过 5 年
  （三）每个 源 于 方案.数据资源 满足 （源.名称 已载明 且 源.价格 不满 100万元）
  （四）方案.编制日期 早于 方案.施行日期
违反时 “目标{方案.目标}，期限{方案.期限}”
完
"""


# ---------------------------------------------------------------------- submissions


def _text(data: bytes) -> str | None:
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        return decoded.text
    _told(decoded.code, {"path": "-", **decoded.facts})
    return None


def _told(code: str, facts: Table[str, str]) -> None:
    for lang in ("zh", "en"):
        assert worded(MESSAGES, code, {"field": "甲", **facts}, lang).headline


def _sound(text: str, documents: Row[Document]) -> None:
    """Something came of the text; all places are in it, parts within their wholes; what is fatal left no tree."""
    assert documents
    for document in documents:
        for problem in document.problems:
            assert 0 <= problem.start <= problem.end <= len(text), problem
            _told(problem.code, problem.facts)
        fatal = any(problem.fatal for problem in document.problems)
        assert (document.root is None) is fatal
        if document.root is not None:
            _within(document.root, 0, len(text), 0)


def _within(node: Node, start: int, end: int, depth: int) -> None:
    assert start <= node.start <= node.end <= end, node
    assert depth <= MAX_DEPTH
    if isinstance(node, Mapping):
        assert len({entry.key.value for entry in node.entries}) == len(node.entries)
        for entry in node.entries:
            _within(entry.key, node.start, node.end, depth + 1)
            _within(entry.value, node.start, node.end, depth + 1)
    elif isinstance(node, Sequence):
        for item in node.items:
            _within(item, node.start, node.end, depth + 1)


def yaml(data: bytes) -> None:
    """The readers of YAML."""
    text = _text(data)
    if text is not None:
        _sound(text, read_yaml(Source("-", text)))
        is_taken(text)


def json_(data: bytes) -> None:
    """The JSON reader, beside that of the standard library."""
    text = _text(data)
    if text is None:
        return
    documents = read_json(Source("-", text))
    _sound(text, documents)
    if len(documents) == 1 and documents[0].root is not None and not documents[0].problems:
        assert repr(plain(documents[0].root)) == repr(json.loads(text, parse_float=Decimal))


@cache
def _book() -> Rulebook:
    return _kept()[0]


@cache
def _kept() -> tuple[Rulebook, bytes]:
    with TemporaryDirectory() as name:
        folder = small(Path(name), RULES)
        book = load(folder)
        return book, kept.file_of(folder, book, "key")


def kept_file() -> bytes:
    """A file that keeps a rulebook, behind the line with its digest."""
    return _kept()[1].partition(b"\n")[2]


def check(data: bytes) -> None:
    """A whole check, the bytes being what follows the header of a plan, and the formats of its report."""
    text = _text(data)
    if text is None:
        return
    sources = (Source("甲.yaml", HEADER + text), Source("乙.yaml", text), Source("丙.json", text))
    report = api.check(*sources, as_of=date(2026, 1, 5), rulebook=_book())
    assert report.exit_code in (0, 1, 2, 3), report.exit_code
    # All formats of each report would take all the time there is; every format has its turn.
    for name in ("text", sorted(REPORTERS)[len(data) % len(REPORTERS)]):
        assert api.render(report, name)


# ---------------------------------------------------------------------- rules


def _shown(problems: Row[Problem]) -> None:
    for problem in problems:
        for lang in ("zh", "en"):
            assert problem_text(problem, lang)
        if problem.span is not None:
            assert 0 <= problem.span.start <= problem.span.end <= len(problem.span.source.text), problem


def rules(data: bytes) -> None:
    """The parser of rules, the layout, and the compiler."""
    try:
        source = Source("x.pdl", rule_text(data))
    except UnicodeDecodeError:
        return
    parsed = parse(source)
    _shown(parsed.problems)
    try:
        text = formatted(source, VOCABULARY)
    except RulebookError as error:
        _shown(error.problems)
    else:
        assert formatted(Source("x.pdl", text), VOCABULARY) == text
    book = _book()
    fields = {kind: fields_of(compiled.schema) for kind, compiled in book.types.items()}
    try:
        program_of([source], book.manifest, fields, [])
    except RulebookError as error:
        _shown(error.problems)


# ---------------------------------------------------------------------- files beside the rules, and what is kept


def determinations(data: bytes) -> None:
    """Files of determinations."""
    text = _text(data)
    if text is None:
        return
    for name in ("认定.yaml", "认定.json"):
        file = File(name, Source(name, text), "utf-8", "", len(data), None)
        try:
            read_determinations([file], ["已经脱敏"], found=True)
        except FormError as error:
            _shown(error.problems)


def forms(data: bytes) -> None:
    """Manifests, registers, calendars, overviews, cases and the schemas of papers."""
    text = _text(data)
    if text is None:
        return
    for schema in ("rulebook", "register", "calendar", "overview", "cases", "document", "mutants"):
        problems: list[Problem] = []
        form = fitting(Source("x.yaml", text), schema, problems)
        assert (form is None) is bool(problems)
        _shown(problems)


@cache
def _report() -> Report:
    return api.check(Source("甲.yaml", HEADER), as_of=date(2026, 1, 5), rulebook=_book())


def report_file() -> bytes:
    """A report as somebody may have kept it."""
    return api.render(_report(), "json").encode()


def reports(data: bytes) -> None:
    """Earlier reports, and the manifests of hearing folders."""
    try:
        read = report_in(data.decode("utf-8", "replace"), "报告.json")
        earlier = snapshot_of_data(read, "报告.json") if read is not None else None
    except UsageError:
        earlier = None
    if earlier is not None:
        found = changes(earlier, snapshot(_report(), "这次", "zh"))
        assert len(found.remaining) + len(found.solved) + len(found.unasked) == len(earlier.findings)
    manifest = read_manifest(data)
    if manifest is not None:
        verified(manifest, {"报告.html": "0"})


def cache_(data: bytes) -> None:
    """Files that keep a compiled rulebook: those whose digest is wrong, and those whose digest somebody made right."""
    signed = kept.HEAD + sha256(data).hexdigest().encode() + b"\n" + data
    for whole in (data, signed):
        try:
            file = kept.File(whole)
            book = file.rulebook(Path("/nowhere"), {}, _book)
        except ValueError:
            continue
        for ready in book.program.rules:
            assert ready is not None


TARGETS: Table[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "json": json_,
    "check": check,
    "rules": rules,
    "determinations": determinations,
    "forms": forms,
    "reports": reports,
    "cache": cache_,
}
