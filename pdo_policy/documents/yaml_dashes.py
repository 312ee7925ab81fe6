"""Lines that look like `- item` but are not, because no space follows the dash."""

from __future__ import annotations

import re

from pdo_policy.documents.lines import lines_between
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.screening import shown

# Compiled only for texts that need it; the re module keeps what it compiled.
_DASHED = r"[ \t]*+-(?=[^\s\->])"


def bad_dash(text: str, first: int, end: int, *, fatal: bool) -> InputProblem | None:
    """What is wrong with the dash of a line, if it begins with one; `--` and `->` are no dashes of a list."""
    match = re.compile(_DASHED).match(text, first, end)
    if match is None:
        return None
    place = match.end() - 1
    return InputProblem("input.yaml-dash-space", {"text": shown(text[first:end])}, place, place + 1, fatal)


def bad_dashes(text: str, start: int, end: int) -> list[InputProblem]:
    """Problems of the lines after the first of one unquoted text; `-5` continues a sentence rather than a list."""
    lines = list(lines_between(text, start, end))[1:]
    found = [bad_dash(text, *line, fatal=False) for line in lines]
    return [dash for dash in found if dash and not text[dash.end].isdigit()]
