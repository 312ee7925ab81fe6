"""Files of determinations (认定) become answers, each with who gave it, when, on what, and where it is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pdo_policy.errors import FormError, Problem
from pdo_policy.report import Determination, OpenQuestion
from pdo_policy.schema.suggestions import MOST, nearest
from pdo_policy.values.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pdo_policy.documents.files import File
    from pdo_policy.findings import CoverageRow
    from pdo_policy.law.forms import Form
    from pdo_policy.rulebook.compiled import Question

NAMES = frozenset(["determinations", "认定"])
"""What such a file is called in a dossier's folder, without its suffix."""

_SPELLING: Mapping[str, str] = MappingProxyType(
    {
        "文件种类": "kind",
        "项目编号": "dossier",
        "认定": "answers",
        "结论": "answer",
        "认定单位": "by",
        "认定日期": "date",
        "文号": "document",
        "说明": "note",
    }
)
_YES_NO: Mapping[object, bool] = {True: True, "是": True, False: False, "否": False}


def is_named(path: str) -> bool:
    """Whether a file in a folder is one of determinations, by its name."""
    return PurePosixPath(path).stem.lower() in NAMES


def read_determinations(files: Iterable[File], questions: Collection[str], found: bool) -> tuple[Determination, ...]:
    """The answers of files; what is left blank in them is no answer.

    Args:
        files: as `documents.files.collect` gives them.
        questions: the names of the rulebook's 认定.
        found: whether the files were found in a folder, and must therefore say which project they are about.

    Raises:
        FormError: a file cannot be read or is not in form, or a question is unknown.
    """
    problems: list[Problem] = []
    answers: list[Determination] = []
    for file in files:
        form = _form(file, problems)
        if form is not None:
            if found and not form.data.get("dossier"):
                problems.append(Problem("DET-F003", {}, form.span()))
            answers.extend(_answers(form, questions, problems))
    if problems:
        raise FormError(problems, "determinations")
    return tuple(answers)


def agreed(determinations: Sequence[Determination]) -> None:
    """See that no question is answered both ways for one project.

    Raises:
        FormError: there is one, with both places.
    """
    first: dict[tuple[str, str], Determination] = {}
    problems = []
    for one in determinations:
        other = first.setdefault((one.dossier, one.name), one)
        if other.answer is not one.answer and one.span is not None:
            where = f"{other.span.source.name}:{other.span.first.line}" if other.span is not None else "—"
            problems.append(Problem("DET-F004", {"name": one.name, "where": where}, one.span))
    if problems:
        raise FormError(problems, "determinations")


def by_project(determinations: Sequence[Determination]) -> Mapping[str, Mapping[str, bool]]:
    """Answers by project, then by name; those for all projects under an empty id."""
    answers: dict[str, dict[str, bool]] = {}
    for one in determinations:
        answers.setdefault(one.dossier, {})[one.name] = one.answer
    return answers


def open_questions(coverage: Iterable[CoverageRow], questions: Iterable[Question]) -> tuple[OpenQuestion, ...]:
    """The 认定 that rows wait for, by project and then in the order of the rulebook."""
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    for row in coverage:
        for name in row.awaits:
            waiting.setdefault((row.subject.dossier, name), {})[row.rule_id] = None
    projects = sorted({dossier for dossier, _ in waiting})
    asked = list(questions)
    return tuple(
        OpenQuestion(one.name, one.question, one.authority, dossier, tuple(waiting[dossier, one.name]))
        for dossier in projects
        for one in asked
        if (dossier, one.name) in waiting
    )


_HEAD = """# 认定文件：只有人才能判断的问题，由有权机关在这里答复。
# “结论”写 是 或 否，同时写明认定单位和认定日期（写到日）；还没有认定的留空，检查结果仍是待核实。
# 放在材料文件夹里（名为 determinations.yaml 或 认定.yaml），或用 --findings-file 给出。

文件种类: 认定
项目编号: {dossier}
认定:{none}
"""

_NONE = " {}  # 没有等待认定的问题，不用填写"

_ENTRY = """
  # 由{authority}认定：{question}
  # 依据：{clauses}
{waiting}  {name}:
    结论:
    认定单位:
    认定日期:
    文号:
"""


def template(questions: Iterable[Question], clauses: Mapping[str, str], open_: Sequence[OpenQuestion]) -> str:
    """A file to fill in, as YAML with comments; as it stands it answers nothing.

    Args:
        questions: those to be answered, in their order.
        clauses: how each clause id is shown.
        open_: those that verdicts of one project wait for, or none where no papers were looked at.
    """
    waiting = {one.name: f"  # 等待这项认定的规则：{'、'.join(one.rules)}\n" for one in open_}
    dossiers = {one.dossier for one in open_}
    dossier = json.dumps("".join(dossiers), ensure_ascii=False) if len(dossiers) == 1 else ""
    asked = list(questions)
    parts = [_HEAD.format(dossier=dossier, none="" if asked else _NONE)]
    parts.extend(
        _ENTRY.format(
            authority=one.authority,
            question=one.question,
            clauses="、".join(clauses[clause] for clause in one.clauses),
            waiting=waiting.get(one.name, ""),
            name=one.name,
        )
        for one in asked
    )
    return "".join(parts)


def _form(file: File, problems: list[Problem]) -> Form | None:
    if file.source is None:
        problems.append(Problem("DET-F001", {"file": file.path}))
        return None
    # What reads hand-kept files is not needed where there are none.
    from pdo_policy.law.forms import fitting  # noqa: PLC0415 - see above

    return fitting(file.source, "determinations", problems, _SPELLING)


def _answers(form: Form, questions: Collection[str], problems: list[Problem]) -> Iterator[Determination]:
    for name, entry in form.data["answers"].items():
        span = form.span("answers", name)
        if name not in questions:
            near = nearest(name, questions, 0.0) if len(problems) < MOST else ""
            facts = {"name": name, "near": near}
            problems.append(Problem("DET-F002" if questions else "DET-F006", facts, span))
        elif entry["answer"] is not None:
            yield from _answer(form, name, entry, problems)


def _answer(form: Form, name: str, entry: Mapping[str, Any], problems: list[Problem]) -> Iterator[Determination]:
    span = form.span("answers", name)
    by, on = (str(entry.get(key) or "").strip() for key in ("by", "date"))
    if not by or not isinstance(read_date(on), date):
        problems.append(Problem("DET-F005", {"name": name}, span))
        return
    document, dossier = str(entry.get("document") or "").strip(), str(form.data.get("dossier") or "")
    yield Determination(name, _YES_NO[entry["answer"]], by, on, document, dossier, span)
