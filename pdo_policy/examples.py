"""A code of the error contract or of a lint becomes its example: a rule file that gives it, and a right twin.

The examples are the files of `docs/contract/` and `docs/lints/`, from which the pages of the docs are made. Each begins
with a line `# 错 LINE:COLUMN` (and `建议 WORD` where a word is suggested); then comes the wrong text and, after a line
`# 对`, the right one. `<U+200B>` stands for a character that should not stand in a file of ours.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy import bundled

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDERS = ("contract", "lints")


class Example(NamedTuple):
    """An example.

    Attributes:
        line: of the problem, from 1 in `wrong`.
        column: of the problem, from 1.
        suggestion: the word that is suggested; empty for none.
        wrong: a rule file with the problem.
        right: the same without it.
    """

    line: int
    column: int
    suggestion: str
    wrong: str
    right: str


def codes(folder: str) -> list[str]:
    """The codes that have an example in `contract` or `lints`, in order."""
    return sorted(path.stem for path in bundled.data(folder).glob("*.pdl"))


def example(code: str) -> Example | None:
    """The example of a code; None where it has none."""
    files = [bundled.data(folder) / f"{code}.pdl" for folder in _FOLDERS]
    found = next((path for path in files if path.is_file()), None)
    return _read(found.read_text("utf-8")) if found is not None else None


def submission_example(code: str) -> str:
    """Part of a submission that gives a code about submissions; empty where none is kept."""
    return _submissions().get(code, "")


@cache
def _submissions() -> Mapping[str, str]:
    found: Mapping[str, str] = json.loads((bundled.data("findings") / "examples.json").read_text("utf-8"))
    return found


def _read(written: str) -> Example:
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), written)
    head = re.match(r"# 错 ([0-9]+):([0-9]+)(?: 建议 (\S+))?\n", text)
    assert head is not None, "an example tells its place"
    wrong, _, right = text[head.end() :].partition("\n# 对\n")
    # The place counts the first line, which is not part of the example.
    return Example(int(head[1]) - 1, int(head[2]), head[3] or "", f"{wrong}\n", right)
