"""A number becomes papers to measure with, always the same: of all kinds, 90 to 700 lines long, half of them faulty.

They are made of the compliant sample: parts are left out or repeated until the length is met, then half get one to four
faults. Each paper is a project of its own.
"""

from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.documents.node import plain
from pdo_policy.documents.read import read
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
KINDS = ("implementation_plan", "agreement", "annual_report")
SEED = 20240601
SHORTEST, LONGEST = 90, 700
_HEADER = ("kind", "dossier", "id", "title", "status", "plan_id", "agreement_id")
_PLAIN = re.compile(r"[A-Za-z0-9\u4e00-\u9fff《》（）〔〕、。，；“”‰%./_-][^:#\n]*[^:#\s]|[A-Za-z0-9\u4e00-\u9fff]")
_OTHERWISE_READ = re.compile(r"[-+.0-9_]+|true|false|yes|no|on|off|null|~|[-.?!&*%@>|].*", re.IGNORECASE)


class Made(NamedTuple):
    """A paper: its name without suffix, its text as YAML and as JSON, and how many faults it was given."""

    name: str
    yaml: str
    json: str
    faults: int


def papers(count: int, kinds: tuple[str, ...] = KINDS, *, left_out_only: bool = False) -> list[Made]:
    """So many papers, the kinds in turn.

    With `left_out_only`, what is wrong with them is that something is not there: every engine says the same of that.
    """
    samples = {kind: sample(kind) for kind in kinds}
    made = []
    for index in range(count):
        chance = random.Random(SEED + index)  # noqa: S311 - nothing here is secret
        made.append(_paper(chance, samples[kinds[index % len(kinds)]], index, left_out_only=left_out_only))
    return made


def sample(kind: str) -> dict[str, Any]:
    """The compliant sample of a kind, as data."""
    path = ROOT / "samples" / "compliant" / f"{kind}.yaml"
    (document,) = read(Source(path.name, path.read_text("utf-8")))
    assert document.root is not None, "the sample can be read"
    found: dict[str, Any] = json.loads(json.dumps(plain(document.root), default=float))
    return found


def sound(kind: str, lines: int, index: int = 0) -> Made:
    """A paper to which no fault was given, of about so many lines; the same for each index, but for its project."""
    data = sample(kind)
    data["dossier"] = f"{data['dossier']}-{index:05}"
    _sized(random.Random(SEED), data, lines)  # noqa: S311 - nothing here is secret
    return _made(f"sound-{index}", data, 0)


def _paper(chance: random.Random, whole: dict[str, Any], index: int, *, left_out_only: bool) -> Made:
    data = copy.deepcopy(whole)
    data["dossier"] = f"{data['dossier']}-{index:05}"
    _sized(chance, data, chance.randint(SHORTEST, LONGEST))
    faults = chance.randint(1, 4) if chance.random() < 0.5 else 0  # noqa: PLR2004 - half of them
    for _ in range(faults):
        _spoil(chance, data, left_out_only=left_out_only)
    return _made(f"{index:05}-{data['kind']}", data, faults)


def _made(name: str, data: dict[str, Any], faults: int) -> Made:
    return Made(name, as_yaml(data), json.dumps(data, ensure_ascii=False, indent=2) + "\n", faults)


def _sized(chance: random.Random, data: dict[str, Any], wanted: int) -> None:
    length = len(as_yaml(data).splitlines())
    while length > wanted:
        lists = [found for found in _lists(data) if len(found) > 1]
        keys = [key for key in data if key not in _HEADER]
        if lists and (chance.random() < 0.7 or not keys):  # noqa: PLR2004 - rather shorter lists than fewer parts
            chance.choice(lists).pop()
        else:
            del data[chance.choice(keys)]
        length = len(as_yaml(data).splitlines())
    while length < wanted:
        records = [found for found in _lists(data) if isinstance(found[0], dict)]
        if not records:
            return
        chosen = chance.choice(records)
        chosen.append(_another(chosen[0], len(chosen) + 1))
        length = len(as_yaml(data).splitlines())
        if length > LONGEST:
            chosen.pop()
            return


def _another(element: dict[str, Any], number: int) -> dict[str, Any]:
    made = copy.deepcopy(element)
    for key in ("id", "name", "title", "registration_no"):
        if isinstance(made.get(key), str):
            made[key] = f"{made[key]}-{number}"
    return made


def _lists(data: Any) -> Iterator[list[Any]]:  # noqa: ANN401 - of a paper, whatever it holds
    if isinstance(data, list) and data:
        yield data
    for below in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _lists(below)


def _records(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - as above
    if isinstance(data, dict):
        yield data
    for below in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _records(below)


def _spoil(chance: random.Random, data: dict[str, Any], *, left_out_only: bool) -> None:
    record = chance.choice([found for found in _records(data) if found.keys() - set(_HEADER)])
    key = chance.choice([key for key in record if key not in _HEADER])
    match 3 if left_out_only else chance.randint(0, 3):
        case 0:
            record["other_key"] = record[key]
        case 1 if isinstance(record[key], str):
            record[key] = "待定"
        case 2 if isinstance(record[key], str) and record[key][:2] == "20":
            record[key] = "2025-02-30"
        case _:
            del record[key]


def as_yaml(data: dict[str, Any]) -> str:
    """Data as people write YAML: in blocks, quotes only where they must be."""
    return "\n".join(_lines(data, "")) + "\n"


def _lines(data: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - as above
    pairs = data.items() if isinstance(data, dict) else ((None, item) for item in data)
    for key, value in pairs:
        head = f"{indent}{key}:" if key is not None else f"{indent}-"
        if not isinstance(value, dict | list):
            yield f"{head} {_scalar(value)}"
        elif not value:
            yield f"{head} {'{}' if isinstance(value, dict) else '[]'}"
        elif key is not None:
            yield head
            yield from _lines(value, indent + "  ")
        else:
            first, *rest = _lines(value, indent + "  ")
            yield f"{head} {first.lstrip()}"
            yield from rest


def _scalar(value: Any) -> str:  # noqa: ANN401 - as above
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and not _OTHERWISE_READ.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
