"""The schema files of a manifest become schemas that the checks of rules and papers can rely on, or problems."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy import bundled
from pdo_policy.documents.opening import bytes_of
from pdo_policy.errors import Problem, RulebookError
from pdo_policy.law.forms import Form, fitting
from pdo_policy.rulebook.circles import circles
from pdo_policy.schema.fields import NOT_APPLICABLE, with_definition
from pdo_policy.schema.suggestions import nearest
from pdo_policy.schema.validate import is_linear
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pdo_policy.law.manifest import Manifest
    from pdo_policy.schema.fields import Schema

_HEADER = ("kind", "dossier", "id")
"""Without these nobody knows what a paper is, which papers belong together, and which one another names."""

_UNSUPPORTED = frozenset({
    "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef", "$vocabulary", "additionalItems", "allOf", "anyOf",
    "contains", "contentEncoding", "contentMediaType", "contentSchema", "default", "definitions", "dependencies",
    "dependentRequired", "deprecated", "maxContains", "minContains", "not", "oneOf", "patternProperties", "prefixItems",
    "propertyNames", "readOnly", "unevaluatedItems", "unevaluatedProperties", "writeOnly",
})  # fmt: skip
"""Keywords by which a field would be known to the validator and not to the rules, or that say nothing at all."""

_MOST, _DEEPEST = 20_000, 40
"""Fields of a paper and how deep they lie, all that is referred to written out: far more than anybody fills in."""

_SEVERAL = ("properties", "$defs", "dependentSchemas")
_ONE = ("items", "if", "then", "else")
_WRITTEN_AS: Mapping[str, tuple[str, ...]] = {
    "count": ("integer", "number", "string"),
    "number": ("number", "integer", "string"),
    "flag": ("boolean", "string"),
    "record": ("object",),
    "list": ("array",),
}


class _Part(NamedTuple):
    """A schema within a file, and where it stands there."""

    path: tuple[str | int, ...]
    schema: Schema


def schemas_of(folder: Path, manifest: Manifest) -> dict[str, Schema]:
    """The schema of each kind of document, by the kind.

    A schema of the rulebook's own is written in the part of JSON Schema that `schemas/document.schema.json` describes;
    those shipped with the tool are known to be sound.

    Args:
        folder: of the rulebook.
        manifest: its manifest.

    Raises:
        RulebookError: with every problem of the rulebook's own schemas.
    """
    problems: list[Problem] = []
    clauses = frozenset(clause.full_id for each in manifest.instruments for clause in each.clauses.values())
    for kind, document in manifest.documents.items():
        path = document.schema
        if path.parent != bundled.data("schemas"):
            name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
            problems.extend(_problems(name, _content(path), kind, document.label, clauses))
    if problems:
        raise RulebookError(problems)
    return {kind: json.loads(it.schema.read_text("utf-8-sig")) for kind, it in manifest.documents.items()}


def _content(path: Path) -> bytes | None:
    try:
        return bytes_of(path)
    except OSError:
        return None


# Who writes rules has the same schemas looked through at every call; three quarters of the time to load are saved.
@lru_cache(maxsize=32)
def _problems(name: str, content: bytes | None, kind: str, label: str, clauses: frozenset[str]) -> tuple[Problem, ...]:
    """Every problem of a schema file, whose content is None where it cannot be read."""
    try:
        source = Source(name, (content or b"").decode("utf-8-sig"))
    except UnicodeDecodeError:
        content = None
    if content is None:
        return (Problem("LAW-F001", {"file": name}, Source(name, "").span(0, 0)),)
    found: list[Problem] = []
    form = fitting(source, "document", found)
    if form is None:
        return tuple(map(_about_keyword, found))
    parts = list(_parts(_Part((), form.data)))
    defined = form.data.get("$defs", {})
    lost = tuple(_references(form, parts, defined))
    flaws = (flaw for part in parts for flaw in _flaws(form, part, defined, clauses))
    return lost or (*_header(form, kind, label), *flaws)


def _about_keyword(problem: Problem) -> Problem:
    """The problem of a key that does not belong there, told as that of a keyword of JSON Schema."""
    if problem.code != "LAW-F004":
        return problem
    key = problem.facts["key"]
    code = "LAW-S001" if key in _UNSUPPORTED else "LAW-S002"
    near = nearest(key, problem.facts["known"].split("、"))
    return Problem(code, {"key": key, "near": near}, problem.span)


def _parts(part: _Part) -> Iterator[_Part]:
    """A schema and all within it."""
    yield part
    for keyword in _SEVERAL:
        for name, below in part.schema.get(keyword, {}).items():
            yield from _parts(_Part((*part.path, keyword, name), below))
    for keyword in _ONE:
        if keyword in part.schema:
            yield from _parts(_Part((*part.path, keyword), part.schema[keyword]))


def _target(schema: Schema) -> str:
    """The name of what a schema refers to; empty where it refers to nothing."""
    return str(schema.get("$ref", "")).removeprefix("#/$defs/")


def _references(form: Form, parts: list[_Part], defined: Schema) -> Iterator[Problem]:
    """References that lead nowhere, back to where they come from, or to more than a paper can hold."""
    leads: dict[str, list[str]] = {name: [] for name in defined}
    sound = True
    for path, schema in parts:
        target = _target(schema)
        if target and target not in defined:
            sound = False
            facts = {"name": target, "near": nearest(target, defined)}
            yield Problem("LAW-S003", facts, form.span(*path, "$ref"))
        elif target and path[:1] == ("$defs",):
            leads[str(path[1])].append(target)
    for circle in circles(leads):
        sound = False
        yield Problem("LAW-S004", {"circle": " → ".join(circle)}, form.span("$defs", circle[0]))
    if sound:
        count, depth = _size(form.data, defined, {})
        if count > _MOST or depth > _DEEPEST:
            yield Problem("LAW-S013", {"most": str(_MOST), "deepest": str(_DEEPEST)}, form.span("properties"))


def _size(schema: Schema, defined: Schema, known: dict[str, tuple[int, int]], depth: int = 0) -> tuple[int, int]:
    """How many fields a schema has and how deep they lie; `known` keeps those of definitions."""
    if depth > _DEEPEST:
        return 1, _DEEPEST + 1
    target = _target(schema)
    if target and target not in known:
        known[target] = _size(defined[target], defined, known, depth + 1)
    below = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    sizes = [_size(one, defined, known, depth + 1) for one in below]
    sizes.extend([known[target]] if target else [])
    return 1 + sum(count for count, _ in sizes), 1 + max((deep for _, deep in sizes), default=0)


def _header(form: Form, kind: str, label: str) -> Iterator[Problem]:
    properties = form.data["properties"]
    for key in _HEADER:
        if key not in properties:
            yield Problem("LAW-S006", {"key": key, "kind": label}, form.span("properties"))
    if "kind" in properties and kind not in _words(properties["kind"]):
        yield Problem("LAW-S008", {"kind": kind}, form.span("properties", "kind"))


def _words(schema: Schema) -> list[Any]:
    """What a schema of a choice lets be written."""
    within = schema.get("then", {}) if "if" in schema else {}
    constant = [schema["const"]] if "const" in schema else []
    return [*constant, *schema.get("enum", ()), *within.get("enum", ())]


def _flaws(form: Form, part: _Part, defined: Schema, clauses: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with one schema, and no validator tells."""
    path, schema = part
    whole = schema
    while target := _target(whole):
        whole = with_definition(whole, defined[target])
    if "pattern" in schema and not is_linear(schema["pattern"]):
        yield Problem("LAW-S005", {"pattern": schema["pattern"]}, form.span(*path, "pattern"))
    yield from _names(form, part)
    if "x-kind" in schema:
        yield from _kind(form, part, whole)
    for keyword in ("x-key", "required"):
        for index, key in enumerate(schema.get(keyword, ())):
            if whole.get("properties") and key not in whole["properties"]:
                yield Problem("LAW-S011", {"key": key, "keyword": keyword}, form.span(*path, keyword, index))
    for index, clause in enumerate(schema.get("x-clauses", ())):
        if clause not in clauses:
            facts = {"clause": clause, "near": nearest(clause, clauses)}
            yield Problem("LAW-S012", facts, form.span(*path, "x-clauses", index))


def _names(form: Form, part: _Part) -> Iterator[Problem]:
    """Words that would mean two fields of a record."""
    taken: dict[str, str] = {}
    for key, field in part.schema.get("properties", {}).items():
        for word in dict.fromkeys((key, field.get("title", key), *field.get("x-aliases", ()))):
            if word in taken and key not in NOT_APPLICABLE:
                facts = {"word": word, "first": taken[word], "second": key}
                yield Problem("LAW-S007", facts, form.span(*part.path, "properties", key))
            taken.setdefault(word, key)


def _kind(form: Form, part: _Part, whole: Schema) -> Iterator[Problem]:
    """A kind that does not fit the type, and a choice of nothing."""
    path, kind = part.path, part.schema["x-kind"]
    types = whole.get("type", ())
    wanted = _WRITTEN_AS.get(kind, ("string",))
    if types and not {*wanted} & {*([types] if isinstance(types, str) else types)}:
        yield Problem("LAW-S009", {"kind": kind, "wanted": wanted[0]}, form.span(*path, "x-kind"))
    if kind != "choice":
        return
    words = _words(whole)
    choices = [row["value"] for row in whole.get("x-choices", ())]
    if not words and not choices:
        yield Problem("LAW-S010", {}, form.span(*path, "x-kind"))
    for value in choices:
        if words and value not in words:
            yield Problem("LAW-S010-value", {"value": value}, form.span(*path, "x-choices"))
