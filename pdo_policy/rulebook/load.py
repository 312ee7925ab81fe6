"""A folder of law, schemas and rules becomes a checked rulebook, or an exception that tells all its problems."""

from __future__ import annotations

from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from pdo_policy.documents.opening import TooLargeError, bytes_of
from pdo_policy.documents.screening import printable
from pdo_policy.errors import Problem, RulebookError
from pdo_policy.law.load import load_manifest
from pdo_policy.rulebook.compiled import Program, Rulebook, by_clause
from pdo_policy.rulebook.schemas import schemas_of
from pdo_policy.rulebook.step_orders import step_orders
from pdo_policy.rulebook.texts import rule_text
from pdo_policy.schema.fields import fields_of
from pdo_policy.schema.suggestions import nearest
from pdo_policy.schema.validate import compiled as compiled_schema
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pdo_policy.language.declarations import RuleFileItem
    from pdo_policy.law.manifest import Manifest
    from pdo_policy.rulebook.scope import Meanings
    from pdo_policy.schema.fields import Field


def load(folder: Path) -> Rulebook:
    """The rulebook of a folder.

    Raises:
        RulebookError: with every problem of its manifest and registers; where there is none, of its own schemas; and
            where there is none of these, of its rules.
    """
    manifest = load_manifest(folder)
    schemas = schemas_of(folder, manifest)
    fields = {kind: fields_of(schema) for kind, schema in schemas.items()}
    problems: list[Problem] = []
    sources = _sources(folder, problems)
    program = program_of(sources, manifest, fields, problems)
    return Rulebook(
        manifest=manifest,
        program=program._replace(orders=step_orders(program.rules, manifest.overview.steps)),
        types={kind: compiled_schema(schema) for kind, schema in schemas.items()},
        digest=_digest(folder, manifest),
        sources=MappingProxyType({source.name: source.text for source in sources}),
        rules_by_clause=by_clause(program),
    )


LARGEST = 4 * 1024 * 1024
"""Bytes of a rule file: two hundred times as many as any of ours has."""


def _sources(folder: Path, problems: list[Problem]) -> list[Source]:
    """The rule files of a folder, in the order of their names; one that is no text in UTF-8, or empty, is a problem."""
    sources: list[Source] = []
    for path in sorted(folder.rglob("*.pdl")):
        name = printable(path.relative_to(folder).as_posix())
        try:
            source = Source(name, rule_text(bytes_of(path, LARGEST)))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(unreadable(name, error))
            continue
        if source.text.strip():
            sources.append(source)
        else:
            problems.append(Problem("PDL-E009-empty", {"file": name}, source.span(0, 0)))
    return sources


def unreadable(name: str, error: OSError | UnicodeDecodeError) -> Problem:
    """The problem of a rule file that cannot be opened, or is no text in UTF-8."""
    code = "PDL-E009-open" if isinstance(error, OSError) else "PDL-E009"
    code = "PDL-E009-large" if isinstance(error, TooLargeError) else code
    return Problem(code, {"file": name, "most": str(LARGEST // 1024)}, Source(name, "").span(0, 0))


_OF_UNKNOWN_NAMES = {
    "PDL-R002": "name", "PDL-R002-function": "name", "PDL-R002-predicate": "name", "PDL-T001": "name",
    "PDL-T001-quotes": "name", "PDL-T011": "value", "PDL-T011-flag": "value",
}  # fmt: skip


def program_of(
    sources: Sequence[Source],
    manifest: Manifest,
    fields: Mapping[str, Field],
    problems: list[Problem],
    meanings: Meanings | None = None,
) -> Program:
    """The program of rule files; `meanings` as `compile.compiled` has it.

    Raises:
        RulebookError: with the problems given, and every further one.
    """
    # The parser is slow to import, and a rulebook read from its cache does not need it.
    from pdo_policy.language.parse import parse  # noqa: PLC0415 - see above
    from pdo_policy.rulebook.compile import compiled  # noqa: PLC0415 - see above

    all_read = not problems
    items: list[RuleFileItem] = []
    broken: set[str] = set()
    for source in sources:
        parsed = parse(source)
        items.extend(parsed.items)
        problems.extend(parsed.problems)
        broken.update(parsed.broken)
    program = compiled(items, manifest, fields, problems, meanings)
    known = {rule.id for rule in program.rules}
    strange = [name for name in manifest.not_waivable if name not in known | broken] if all_read else []
    problems.extend(Problem("LAW-D006", {"name": name, "near": nearest(name, known, 0.0)}) for name in strange)
    told = [problem for problem in problems if not _follows(problem, broken, all_read=all_read)]
    if told:
        raise RulebookError(sorted(told, key=_place))
    return program


def _follows(problem: Problem, broken: set[str], *, all_read: bool) -> bool:
    """Whether a name may be unknown only because its item, or the file it is in, could not be read."""
    fact = _OF_UNKNOWN_NAMES.get(problem.code)
    return fact is not None and (not all_read or problem.facts[fact] in broken)


def _place(problem: Problem) -> tuple[str, int]:
    return (problem.span.source.name, problem.span.start) if problem.span is not None else ("", 0)


def _digest(folder: Path, manifest: Manifest) -> str:
    """Over all files that decide a verdict, by name and content: rules, law, calendars, and the documents' schemas."""
    patterns = ("rulebook.yaml", "instruments/*.yaml", "calendars/*.yaml", "**/*.pdl")
    written = [path for pattern in patterns for path in folder.glob(pattern)]
    named = {path.relative_to(folder).as_posix(): path for path in written}
    named.update((f"{kind} {document.schema.name}", document.schema) for kind, document in manifest.documents.items())
    digest = sha256()
    for name in sorted(named):
        digest.update(name.encode() + b"\0" + bytes_of(named[name]) + b"\0")
    return digest.hexdigest()
