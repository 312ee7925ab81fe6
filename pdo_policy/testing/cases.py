"""Case files become cases: the notation of `*.cases.yaml`, for `rules test` and for pytest alike.

A case file stands beside a rule file; `schemas/cases.schema.json` has its form. `base` names a file of whole documents;
each case changes places of them, named by kind of document and JSON pointer with canonical keys, and says what one rule
must answer:

    base: ../base.yaml
    cases:
      - rule: HB-PLAN-NECESSITY
        name: 没有必要性论证
        change:
          implementation_plan: {/necessity: ~absent}
        expect: violated
        at: /necessity
        message: 没有写必要性论证

`~absent` takes a key, an element or a whole document away; `/resources/-` adds to a list; `/` is the whole document, or
a list of several documents of the kind, of which `/1/status` is the status of the second.
`as_of`, `law` and `determinations` (认定: 是 or 否) may be given. `at` is the place of the rule's only finding,
`message` a part of its words; `findings` says how many there are where it is not one. Where a verdict makes no finding,
`message` is a part of the reason.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from pdo_policy.errors import FormError, Problem
from pdo_policy.law.forms import read_documents, read_form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdo_policy.law.forms import Form

Data = Any
"""Plain data, as a YAML file holds it."""

ABSENT = "~absent"
"""Written as a value in `change`, it takes the key or the document away."""

DEFAULT_DATE = date(2026, 6, 1)
"""The date of a case that names none."""

APPEND = "-"
"""The last step of a pointer that adds to a list."""

WHOLE = "/"
"""The pointer of the whole document."""


@dataclass(frozen=True)
class Case:
    """One case as written.

    Attributes:
        file: the case file, as the caller named it, with forward slashes.
        rule: id of the rule under test.
        name: what is the case, unique among those of the rule in the file.
        expect: the verdict, or `not_run`.
        documents: plain data by kind of document, changes made.
        line: where it stands in the file, from 1; 0 for a case that stands in none.
        at: JSON pointer of the first place of a finding; None where that does not matter.
        message: a part of the words; None where they do not matter.
        count: how many findings; None where that does not matter.
        as_of: the date of the check.
        law: as `check --law`.
        determinations: answers to the 认定 by name.
    """

    file: str
    rule: str
    name: str
    expect: str
    documents: Mapping[str, Any]
    line: int = 0
    at: str | None = None
    message: str | None = None
    count: int | None = None
    as_of: date = DEFAULT_DATE
    law: str = "default"
    determinations: Mapping[str, bool] = field(default_factory=dict)


def case_files(folder: Path) -> list[Path]:
    """The case files of a rulebook's folder, in order."""
    return sorted(folder.rglob("*.cases.yaml"))


def read_cases(path: Path) -> list[Case]:
    """The cases of a file.

    Raises:
        FormError: the file, or the file of its `base`, is not in the notation; with every problem and its place.
    """
    problems: list[Problem] = []
    form = read_form(path, path.as_posix(), "cases", problems)
    if form is None:
        raise FormError(problems)
    base = _base(path, form, problems)
    cases = [_case(form, index, written, base, problems) for index, written in enumerate(form.data["cases"])]
    _check_names(form, cases, problems)
    if problems:
        raise FormError(problems)
    return cases


def _base(path: Path, form: Form, problems: list[Problem]) -> dict[str, Any]:
    """The documents that all cases start from, by kind."""
    if "base" not in form.data:
        return {}
    found: dict[str, Any] = {}
    other = path.parent / form.data["base"]
    if not other.is_file():
        problems.append(Problem("CASE-001", {"file": form.data["base"]}, form.span("base")))
        return {}
    for document in read_documents(other, other.as_posix(), problems):
        kind = document.data.get("kind") if isinstance(document.data, dict) else None
        if not isinstance(kind, str):
            problems.append(Problem("CASE-002", {}, document.span()))
        elif kind in found:
            problems.append(Problem("CASE-003", {"kind": kind}, document.span("kind")))
        else:
            found[kind] = document.data
    return found


def _check_names(form: Form, cases: list[Case], problems: list[Problem]) -> None:
    met: dict[tuple[str, str], int] = {}
    for index, case in enumerate(cases):
        first = met.setdefault((case.rule, case.name), case.line)
        if first != case.line:
            facts = {"name": case.name, "line": str(first)}
            problems.append(Problem("CASE-004", facts, form.span("cases", index, "name"), case.rule))


def _case(form: Form, index: int, written: Mapping[str, Any], base: Mapping[str, Any], problems: list[Problem]) -> Case:
    as_of = DEFAULT_DATE
    if "as_of" in written:
        try:
            as_of = date.fromisoformat(written["as_of"])
        except ValueError:
            place = form.span("cases", index, "as_of")
            problems.append(Problem("LAW-F009", {"value": written["as_of"]}, place, written["rule"]))
    answers = {name: answer in (True, "是") for name, answer in written.get("determinations", {}).items()}
    return Case(
        file=form.source.name,
        rule=written["rule"],
        name=written["name"],
        expect=written["expect"],
        documents=_changed(form, index, written, base, problems),
        line=form.span("cases", index).first.line,
        at=written.get("at"),
        message=written.get("message"),
        count=written.get("findings", 1 if "at" in written else None),
        as_of=as_of,
        law=written.get("law", "default"),
        determinations=answers,
    )


def _changed(
    form: Form, index: int, written: Mapping[str, Any], base: Mapping[str, Any], problems: list[Problem]
) -> dict[str, Any]:
    """The documents of a case: those of the base with its changes, which are made in the order written."""
    documents = dict(base)
    for kind, changes in written.get("change", {}).items():
        if changes == ABSENT:
            if documents.pop(kind, None) is None:
                place = form.span("cases", index, "change", kind)
                problems.append(Problem("CASE-006", {"pointer": kind}, place, written["rule"]))
            continue
        document = changes[WHOLE] if WHOLE in changes else documents.get(kind, {})
        for pointer, value in changes.items():
            if pointer == WHOLE:
                continue
            try:
                document = _with(document, pointer.strip("/").split("/"), value)
            except _NoPlaceError as error:
                place = form.span("cases", index, "change", kind, pointer)
                problems.append(Problem(error.code, {"pointer": pointer}, place, written["rule"]))
        documents[kind] = document
    return documents


class _NoPlaceError(Exception):
    """A change names a place that is not there."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _with(target: Data, steps: list[str], value: Data) -> Data:
    """A document with one place changed; what is not on the way to it is shared with the document given.

    Thousands of cases change a few places of the same papers, so the papers are not copied for each.

    Raises:
        _NoPlaceError: there is no such place.
    """
    try:
        return _changed_at(target, steps, value)
    except (ValueError, AttributeError, TypeError):
        raise _NoPlaceError("CASE-005") from None
    except LookupError:
        raise _NoPlaceError("CASE-006" if value == ABSENT else "CASE-005") from None


def _changed_at(target: Data, steps: list[str], value: Data) -> Data:
    step, *rest = steps
    changed = copy.copy(target)
    if isinstance(changed, list):
        if rest:
            changed[_number(step)] = _changed_at(changed[_number(step)], rest, value)
        else:
            _put_element(changed, step, value)
    elif rest:
        inner = changed[step] if value == ABSENT else changed.get(step, {})
        changed[step] = _changed_at(inner, rest, value)
    elif value == ABSENT:
        del changed[step]
    else:
        changed[step] = value
    return changed


def _put_element(target: list[Data], step: str, value: Data) -> None:
    if value == ABSENT:
        del target[_number(step)]
    elif step == APPEND:
        target.append(value)
    else:
        target[_number(step)] = value


def _number(step: str) -> int:
    if not step.isdigit():
        raise ValueError(step)
    return int(step)
