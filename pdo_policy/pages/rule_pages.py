"""A rule and its cases become a page: what is asked, on which clauses, what is checked, a fault and its mending."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from pdo_policy.pages.markdown import fenced, plain, table
from pdo_policy.source import Source
from pdo_policy.testing.running import run_case
from pdo_policy.wording.report import said as report_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pdo_policy.rulebook import ir
    from pdo_policy.rulebook.compiled import Rule, Rulebook, RuleException
    from pdo_policy.testing.cases import Case

_FAULTS = ("violated", "not_adopted", "undetermined")
_CHAPTER = "第{number}章"


def rules_index(book: Rulebook, cases: Mapping[str, Sequence[Case]]) -> str:
    """The list of rules by chapter and topic, in the order of the files."""
    parts = ["# 规则\n", f"{len(_ids(book))} 条规则，{sum(map(len, cases.values()))} 个案例。每条规则一页。\n"]
    for file in dict.fromkeys(rule.file for rule in book.program.rules):
        own = {rule.id: rule for rule in book.program.rules if rule.file == file}
        parts.append(f"## {plain(file)}\n")
        head = ["规则", "要求", "严重度", "检查对象", "案例"]
        parts.append(table(head, (_index_row(book, rule, len(cases.get(rule.id, ()))) for rule in own.values())))
    return "\n".join(parts)


def rule_pages(book: Rulebook, cases: Mapping[str, Sequence[Case]], folder: Path) -> Mapping[str, str]:
    """The page of each rule by its id.

    Args:
        book: the rulebook.
        cases: the cases of each rule.
        folder: where the case files are named from.
    """
    versions: dict[str, list[Rule]] = {}
    for rule in book.program.rules:
        versions.setdefault(rule.id, []).append(rule)
    pages = {name: "\n".join(_page(book, those, cases.get(name, ()), folder)) for name, those in versions.items()}
    return {**pages, **{one.id: "\n".join(_exception_page(book, one)) for one in book.program.exceptions}}


def _ids(book: Rulebook) -> dict[str, None]:
    return dict.fromkeys(rule.id for rule in book.program.rules)


def _index_row(book: Rulebook, rule: Rule, count: int) -> list[str]:
    severity = report_word(f"severity_{rule.severity}", "zh")
    return [f"[{rule.id}]({rule.id}.md)", plain(rule.title), severity, _subjects(book, rule), str(count)]


def _subjects(book: Rulebook, rule: Rule) -> str:
    return "、".join(book.manifest.documents[kind].label for kind in rule.subjects)


def _page(book: Rulebook, versions: Sequence[Rule], cases: Sequence[Case], folder: Path) -> Iterator[str]:
    rule = versions[-1]
    yield f"# {plain(rule.title)}\n"
    yield f"- 编号：`{rule.id}`"
    yield f"- 严重度：{report_word(f'severity_{rule.severity}', 'zh')}"
    yield f"- 检查对象：{_subjects(book, rule)}" + (f"；义务主体：{plain(rule.bearer)}" if rule.bearer else "")
    yield from _grounds(book, dict.fromkeys(name for one in versions for name in one.clauses))
    yield from _words(rule)
    yield "\n## 检查什么\n"
    for one in versions:
        text = book.sources[one.file]
        yield f"规则原文（`{one.file}` 第 {Source(one.file, text).position(one.at[0]).line} 行）：\n"
        yield fenced(text[one.at[0] : one.at[1]], "pdl")
    yield from _exceptions(book, rule)
    yield from _examples(book, cases, folder)


def _grounds(book: Rulebook, clauses: Iterable[str]) -> Iterator[str]:
    yield "\n## 依据\n"
    for name in clauses:
        clause = book.manifest.clause(name)
        yield f"- [{plain(clause.display)}](../law/{clause.instrument}.md)：{plain(clause.summary)}"


def _exception_page(book: Rulebook, one: RuleException) -> Iterator[str]:
    yield f"# 例外：{plain(one.title)}\n"
    yield f"- 编号：`{one.id}`"
    targets = (f"[{name}]({name}.md)" for name in one.targets)
    yield f"- 针对：{'、'.join(targets)}"
    yield from _grounds(book, one.clauses)
    yield "\n## 什么时候成立\n"
    text = book.sources[one.file]
    yield f"原文（`{one.file}` 第 {Source(one.file, text).position(one.at[0]).line} 行）：\n"
    yield fenced(text[one.at[0] : one.at[1]], "pdl")


def _words(rule: Rule) -> Iterator[str]:
    for title, template in (
        ("为什么", rule.texts.reason),
        ("怎么改", rule.texts.remedy),
        ("提问", rule.texts.question),
    ):
        if template is not None:
            yield f"\n## {title}\n"
            yield plain(_open(template))


def _open(template: ir.Template) -> str:
    """A message with its holes left open."""
    return "".join(part if isinstance(part, str) else "……" for part in template.parts)


def _exceptions(book: Rulebook, rule: Rule) -> Iterator[str]:
    against = [one for one in book.program.exceptions if one.id in rule.exceptions]
    if against:
        yield "## 例外\n"
    for one in against:
        yield f"{plain(one.title)}（`{one.id}`）：\n"
        yield fenced(book.sources[one.file][one.at[0] : one.at[1]], "pdl")


def _examples(book: Rulebook, cases: Sequence[Case], folder: Path) -> Iterator[str]:
    """A fault, what is said of it, and a paper without it; both are cases, and are run."""
    fault = next((case for verdict in _FAULTS for case in cases if case.expect == verdict), None)
    if fault is not None:
        yield f"## 例子：{report_word(fault.expect, 'zh')}\n"
        yield f"{plain(fault.name)}：\n"
        yield fenced(_written(fault, folder), "yaml")
        for finding in run_case(fault, book).findings[:1]:
            yield f"报告写道：{plain(finding.text.headline)}\n"
    mended = next((case for case in cases if case.expect == "satisfied"), None)
    if mended is not None:
        yield f"## 例子：{report_word('satisfied', 'zh')}\n"
        yield f"{plain(mended.name)}：\n"
        yield fenced(_written(mended, folder), "yaml")
    if cases:
        yield f"全部 {len(cases)} 个案例：{_files(cases, folder)}\n"


def _written(case: Case, folder: Path) -> str:
    """The lines of a case as its file has them, without those of the next one and the comments between."""
    lines = (folder / case.file).read_text("utf-8").splitlines()[case.line - 1 :]
    margin = len(lines[0]) - len(lines[0].lstrip())
    kept = [lines[0]]
    for line in lines[1:]:
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            break
        kept.append(line)
    return dedent("\n".join(kept)).rstrip()


def _files(cases: Iterable[Case], folder: Path) -> str:
    return "、".join(f"`{name}`" for name in dict.fromkeys((folder / case.file).name for case in cases))
