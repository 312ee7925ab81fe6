"""One table of checks on a plan becomes the same rules in PDL, in Rego and for Spectral, and an answer to hold them to.

Each engine is asked the same questions of the same paper, and what each finds is compared before any time is taken.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.corpus import sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBER = 132
_DAY = r"^\d{4}-\d{2}-\d{2}$"


class Check(NamedTuple):
    """A question to a plan.

    Attributes:
        id: of the rule.
        kind: `stated`, `ordered` (one date not after another), `each` (every element has a field) or `unique`.
        path: keys to the thing; of `each` and `unique`, to the list.
        other: keys to the later date, or the field of the elements.
    """

    id: str
    kind: str
    path: tuple[str, ...]
    other: tuple[str, ...] = ()


def checks() -> list[Check]:
    """The checks, always the same: what the compliant plan states, ordered dates, and what its lists hold."""
    plan = sample("implementation_plan")
    found: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    days = [path for path, value in _leaves(plan, ()) if isinstance(value, str) and value[:3] == "202"]
    ordered = [
        (first, second)
        for first, second in pairwise(sorted(days, key=lambda path: _at(plan, path)))
        if _at(plan, first) < _at(plan, second) and len(_at(plan, second)) == len("2025-01-01")
    ]
    found.extend(("ordered", first, second) for first, second in ordered[:8])
    for name, value in plan.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found.extend(("each", (name,), (key,)) for key in list(value[0])[:4])
            if "id" in value[0]:
                found.append(("unique", (name,), ("id",)))
    found.extend(("stated", path, ()) for path, _ in _leaves(plan, ()) if path[-1] != "不适用" and path != ("kind",))
    return [Check(f"BM-{number:03}", *each) for number, each in enumerate(found[:NUMBER], 1)]


def _leaves(data: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - plain data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif not isinstance(data, list):
        yield path, data


def _at(data: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - plain data
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def reference(check: Check, plan: dict[str, Any]) -> bool:
    """Whether a plan fails a check, in plain Python."""
    found, other = _at(plan, check.path), _at(plan, check.other)
    match check.kind:
        case "stated":
            return found is None
        case "ordered":
            return isinstance(found, str) and isinstance(other, str) and found > other
        case "each":
            return any(_at(item, check.other) is None for item in found or ())
    values = [_at(item, check.other) for item in found or ()]
    known = [value for value in values if value is not None]
    return len(set(known)) < len(known)


# ---------------------------------------------------------------------- PDL


def write_rulebook(folder: Path) -> Path:
    """The checks as a rulebook of its own, on the shipped schema of plans."""
    (folder / "instruments").mkdir(parents=True)
    (folder / "rulebook.yaml").write_text(
        "id: bench\ntitle: 测量用规则库\nversion: 0.1.0\nprefix: BM\nscope: 测量用\nscope_en: for measuring\n"
        "documents:\n  implementation_plan: {label: 实施方案, names: [方案, plan], "
        "schema: implementation_plan.schema.json}\n",
        "utf-8",
    )
    (folder / "instruments" / "bench.yaml").write_text(
        "id: bench\ntitle: 测量用规定\nshort: 测量规定\nnames: []\nnumber: ''\nissuer: 无\nstatus: in_force\n"
        "issued: 2025-01-01\neffective: {from: 2025-01-01}\nnumbering: articles\nseen: 全部\nclauses:\n"
        "  - {id: art_1, summary: 测量, modality: 应当, addressee: 无, visibility: full, class: automated}\n",
        "utf-8",
    )
    (folder / "bench.pdl").write_text("\n\n".join(map(_pdl, checks())) + "\n", "utf-8")
    return folder


def _pdl(check: Check) -> str:
    path, last = ".".join(("方案", *check.path)), ".".join(check.other)
    condition = {
        "stated": f"{path} 已载明",
        "ordered": f"{path} 不晚于 方案.{last}",
        "each": f"每个 项 于 {path} 满足 项.{last} 已载明",
        "unique": f"唯一（项 于 {path} 取 项.{last}）",
    }[check.kind]
    head = f"规则 {check.id} “检查{check.id}”\n  依据 《测量规定》第一条\n  对象 方案\n  严重度 严重"
    return f"{head}\n  应当 {condition}\n完"


# ---------------------------------------------------------------------- Rego


def rego() -> str:
    """The checks as a Rego policy; `data.bench.violation` is the set of those that fail."""
    return "\n".join(["package bench", "import rego.v1", *map(_rego, checks()), ""])


def _rego(check: Check) -> str:
    head = f'violation contains "{check.id}" if'
    path, other = json.dumps(check.path, ensure_ascii=False), json.dumps(check.other, ensure_ascii=False)
    found = f"object.get(input, {path}, null)"
    if check.kind == "stated":
        return f"{head} {found} == null"
    if check.kind == "ordered":
        day = f"object.get(input, {other}, null)"
        days = " ".join(f"is_string({name}); regex.match(`{_DAY}`, {name});" for name in "ab")
        return f"{head} {{ a := {found}; b := {day}; {days} a > b }}"
    if check.kind == "each":
        return f"{head} {{ some x in object.get(input, {path}, []); object.get(x, {other}, null) == null }}"
    values = f"v | some x in object.get(input, {path}, []); v := object.get(x, {other}, null); v != null"
    return f"{head} count([{values}]) > count({{{values}}})"


# ---------------------------------------------------------------------- Spectral

_FUNCTIONS = {
    "later": """export default (plan, options) => {
  const at = (path) => path.reduce((found, key) => (found == null ? undefined : found[key]), plan);
  const [a, b] = [at(options.first), at(options.second)];
  const day = /^\\d{4}-\\d{2}-\\d{2}$/;
  if (day.test(a) && day.test(b) && a > b) return [{ message: `${a} > ${b}`, path: options.first }];
};
""",
    "stated": """export default (plan, options) => {
  const found = options.path.reduce((at, key) => (at == null ? undefined : at[key]), plan);
  if (found == null) return [{ message: 'not stated' }];
};
""",
    "distinct": """export default (plan, options) => {
  const values = (plan[options.list] ?? []).map((item) => item[options.key]).filter((value) => value != null);
  if (new Set(values).size < values.length) return [{ message: 'not unique', path: [options.list] }];
};
""",
}


def write_spectral(folder: Path) -> Path:
    """The checks as a Spectral ruleset, with the functions it needs; the ruleset's file."""
    (folder / "functions").mkdir(parents=True)
    for name, text in _FUNCTIONS.items():
        (folder / "functions" / f"{name}.js").write_text(text, "utf-8")
    rules = {check.id: _spectral(check) for check in checks()}
    place = folder / "ruleset.yaml"
    place.write_text(json.dumps({"functions": list(_FUNCTIONS), "rules": rules}, ensure_ascii=False), "utf-8")
    return place


def _spectral(check: Check) -> dict[str, Any]:
    found: dict[str, Any] = {"given": "$", "severity": "error", "message": "{{error}}"}
    match check.kind:
        case "stated":
            found["then"] = {"function": "stated", "functionOptions": {"path": check.path}}
        case "ordered":
            found["then"] = {"function": "later", "functionOptions": {"first": check.path, "second": check.other}}
        case "each":
            found["given"] = f"$.{check.path[0]}[*]"
            found["then"] = {"field": check.other[0], "function": "defined"}
        case _:
            found["then"] = {
                "function": "distinct",
                "functionOptions": {"list": check.path[0], "key": check.other[0]},
            }
    return found
