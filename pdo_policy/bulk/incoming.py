"""Lines of the standard input become groups: each line a paper, or the papers of one project."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pdo_policy.bulk.grouping import Group, Member
from pdo_policy.documents.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_LONGEST = 4 * MAX_BYTES
"""Bytes of a line; what is longer is not taken into memory."""


def groups_of(stream: BinaryIO) -> Iterator[Group]:
    """The groups of lines, in order; of an empty line there is none.

    A line is a paper as JSON, or `{"papers": [{"path": ..., "content": ...}, ...]}` with papers as text. A line that is
    neither is a group all the same, and what is wrong with it is found like what is wrong with any paper.
    """
    number = 0
    while line := stream.readline(_LONGEST + 1):
        number += 1
        whole = line
        while len(line) > _LONGEST and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST + 1)
        if whole.strip():
            yield Group(_members(whole, number), sha256(whole).hexdigest(), number)


def _members(line: bytes, number: int) -> tuple[Member, ...]:
    name = f"-:{number}"
    papers = _papers(line)
    if papers is None:
        # What ends a line is not part of the paper on it.
        return (Member(name, "", line.rstrip(b"\r\n")),)
    members = [_member(paper, f"{name}:{index}") for index, paper in enumerate(papers, 1)]
    sound = [member for member in members if member is not None]
    return tuple(sound) if sound and len(sound) == len(members) else (Member(name, "input.bad-line", line),)


def _papers(line: bytes) -> list[Any] | None:
    """The papers of a line that says it holds some; None where the line is a paper itself, or no JSON."""
    if b'"papers"' not in line or len(line) > _LONGEST:
        return None
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or "papers" not in data or "kind" in data:
        return None
    papers = data["papers"]
    return papers if isinstance(papers, list) else []


def _member(paper: Any, name: str) -> Member | None:  # noqa: ANN401 - whatever was sent
    if not isinstance(paper, dict) or not isinstance(paper.get("content"), str):
        return None
    path = paper.get("path", name)
    if not isinstance(path, str) or not path:
        return None
    return Member(path, "", paper["content"].encode("utf-8", "surrogatepass"))
