"""A hand-kept file in YAML or JSON becomes data that fits its JSON Schema, or problems with their places."""

from __future__ import annotations

import json
from collections.abc import Mapping as Keys
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pdo_policy import bundled
from pdo_policy.documents.node import Entry, Mapping, Node, Sequence, plain
from pdo_policy.documents.opening import bytes_of
from pdo_policy.documents.read import read
from pdo_policy.errors import Problem
from pdo_policy.source import Source, Span
from pdo_policy.wording import worded
from pdo_policy.wording.inputs import MESSAGES as INPUT_MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

Data = Any
"""Plain data, as a YAML file holds it."""

_MOST_TOLD = 100
"""Keys of one record that are told not to belong there."""

Spelling = Keys[str, str]
"""Another way to write a key, and the key."""

_TYPES = {
    "object": "记录", "array": "清单", "string": "文本", "integer": "整数", "number": "数", "boolean": "true 或 false",
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """A file in the form its schema asks for.

    Attributes:
        source: its text.
        root: its tree.
        data: the same as plain data.
    """

    source: Source
    root: Node
    data: Data

    def span(self, *path: str | int) -> Span:
        """The place of what stands at a path, or of the nearest thing on the way to it."""
        node = self.root
        for step in path:
            below = self._below(node, step)
            if below is None:
                break
            node = below
        if isinstance(node, (Mapping, Sequence)):
            return self.source.span(node.start, min(node.end, node.start + 1))
        return self.source.span(node.start, node.end)

    def key_span(self, *path: str | int) -> Span:
        """The place of the key that a path ends with; where it is not there, as `span`."""
        node: Node | None = self.root
        for step in path[:-1]:
            node = self._below(node, step) if node is not None else None
        entry = self._entries(node).get(path[-1]) if isinstance(node, Mapping) else None
        return self.source.span(entry.key.start, entry.key.end) if entry is not None else self.span(*path)

    def _below(self, node: Node, step: str | int) -> Node | None:
        if isinstance(node, Mapping):
            entry = self._entries(node).get(step)
            return entry.value if entry is not None else None
        if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            return node.items[step]
        return None

    def _entries(self, node: Mapping) -> Keys[object, Entry]:
        """The entries of a record by their keys; each record is gone through once, however many places are asked."""
        if id(node) not in self._found:
            self._found[id(node)] = {entry.key.value: entry for entry in node.entries}
        return self._found[id(node)]

    @cached_property
    def _found(self) -> dict[int, Keys[object, Entry]]:
        return {}


def read_form(path: Path, name: str, schema: str, problems: list[Problem]) -> Form | None:
    """The data of a file; None, and problems, where it does not fit.

    Args:
        path: the file.
        name: how problems call it.
        schema: which schema, as in `schemas/<schema>.schema.json`.
        problems: where problems are added.
    """
    text = _text(path, name, problems)
    return fitting(Source(name, text), schema, problems) if text is not None else None


def fitting(
    source: Source, schema: str, problems: list[Problem], spelling: Spelling = MappingProxyType({})
) -> Form | None:
    """The data of a text that holds one document; None, and problems, where it does not fit; see `read_form`.

    Args:
        source: the text.
        schema: as for `read_form`.
        problems: as for `read_form`.
        spelling: other ways to write keys, each with the key of the schema that it stands for.
    """
    forms = [_respelt(form, spelling) for form in _documents(source, problems)]
    if len(forms) > 1:
        problems.append(Problem("LAW-F008", {}, forms[0].source.span(0, 0)))
    if len(forms) != 1:
        return None
    (form,) = forms
    before = len(problems)
    problems.extend(_violations(form, schema))
    return form if len(problems) == before else None


def read_documents(path: Path, name: str, problems: list[Problem]) -> list[Form]:
    """The documents of a file, in any form; none, and problems, where it cannot be read.

    Args:
        path: the file.
        name: how problems call it.
        problems: where problems are added.
    """
    text = _text(path, name, problems)
    return _documents(Source(name, text), problems) if text is not None else []


def _text(path: Path, name: str, problems: list[Problem]) -> str | None:
    try:
        return bytes_of(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem("LAW-F001", {"file": name}, Source(name, "").span(0, 0)))
        return None


def _documents(source: Source, problems: list[Problem]) -> list[Form]:
    documents = read(source, format="json" if source.name.endswith(".json") else "yaml")
    unreadable = [(document.source, found) for document in documents for found in document.problems]
    for where, found in unreadable:
        said = (
            worded(INPUT_MESSAGES, found.code, found.facts, "zh"),
            worded(INPUT_MESSAGES, found.code, found.facts, "en"),
        )
        facts = {"zh": said[0].headline, "en": said[1].headline, "zh_fix": said[0].fix, "en_fix": said[1].fix}
        problems.append(Problem("LAW-F002", facts, where.span(found.start, found.end)))
    if unreadable:
        return []
    return [Form(one.source, one.root, plain(one.root)) for one in documents if one.root is not None]


def _respelt(form: Form, spelling: Spelling) -> Form:
    if not spelling:
        return form
    root = _renamed(form.root, spelling)
    return Form(form.source, root, plain(root))


def _renamed(node: Node, spelling: Spelling) -> Node:
    if isinstance(node, Sequence):
        return node._replace(items=tuple(_renamed(item, spelling) for item in node.items))
    if not isinstance(node, Mapping):
        return node
    written = {entry.key.value for entry in node.entries}
    entries = []
    for entry in node.entries:
        # A key that stands there in both ways keeps its own, which the schema does not know: nothing is lost silently.
        name = spelling.get(str(entry.key.value), "")
        key = entry.key._replace(value=name) if name and name not in written else entry.key
        entries.append(entry._replace(key=key, value=_renamed(entry.value, spelling)))
    return node._replace(entries=tuple(entries))


def _violations(checked: Form, schema: str) -> Iterator[Problem]:
    # Only those who load a rulebook from its sources need the library, which is slow to import.
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - see above

    form = json.loads((bundled.data("schemas") / f"{schema}.schema.json").read_text("utf-8"))
    found = Draft202012Validator(form).iter_errors(checked.data)
    for error in sorted(found, key=lambda error: list(map(str, error.path))):
        yield from _problems(checked, error)


def _problems(checked: Form, error: ValidationError) -> Iterator[Problem]:
    path = tuple(error.absolute_path)
    # A file is named as a whole, a part of it by its way.
    where = "/" + "/".join(map(str, path)) if path else checked.source.name
    span = checked.span(*path)
    match error.validator:
        case "required":
            missing = [key for key in error.validator_value if key not in error.instance]  # type: ignore[operator,union-attr]  # an object, as the keyword applied
            for key in missing:
                if f"'{key}'" in error.message:
                    yield Problem("LAW-F003", {"key": key, "where": where}, span)
        case "additionalProperties":
            known = list(error.schema["properties"])  # type: ignore[index]  # a schema with the keyword is an object
            others = (key for key in error.instance if key not in known)  # type: ignore[union-attr]  # an object
            for key in islice(others, _MOST_TOLD):
                near = "".join(get_close_matches(key, known, n=1, cutoff=0.5))
                told = "、".join(known)
                ways = [
                    told + said.format(near) if near else told for said in ("；最接近的是：{}", "; the nearest is: {}")
                ]
                facts = {"key": key, "known": told, "told": ways[0], "told_en": ways[1]}
                yield Problem("LAW-F004", facts, checked.key_span(*path, key))
        case "type":
            yield Problem("LAW-F005", {"where": where, "wanted": _TYPES[str(error.validator_value)]}, span)
        case "enum":
            known = [str(value) for value in error.validator_value]  # type: ignore[union-attr]  # a list
            facts = {"where": where, "value": str(error.instance), "known": "、".join(known)}
            yield Problem("LAW-F006", facts, span)
        case _:
            yield Problem("LAW-F007", {"where": where, "value": str(error.instance)[:40]}, span)
