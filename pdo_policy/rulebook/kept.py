"""A compiled rulebook becomes the bytes of one file, and these become a rulebook whose parts are read when needed."""

from __future__ import annotations

import json
import operator
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from pdo_policy import bundled
from pdo_policy.law.manifest import Manifest
from pdo_policy.rulebook.compiled import Program, Rulebook, by_clause
from pdo_policy.rulebook.outlines import KeptRules, Outline, rules_on
from pdo_policy.rulebook.packing import packed, unpacked
from pdo_policy.schema.validate import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pdo_policy.rulebook.compiled import Rule
    from pdo_policy.schema.fields import Field, Schema

HEAD = b"pdo-policy rulebook 2 "
_AMISS = (AttributeError, IndexError, KeyError, RecursionError, TypeError)


def file_of(folder: Path, book: Rulebook, key: str) -> bytes:
    """The file that keeps a rulebook: a line with the digest of the rest, one with a table of contents, and the parts.

    Args:
        folder: the rulebook's.
        book: the rulebook.
        key: what tells that it is still the right one.
    """
    bodies = {name: text.encode() for name, text in _parts(folder, book).items()}
    table = {"key": key, "parts": [[name, len(body)] for name, body in bodies.items()]}
    line = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    rest = b"".join((line, b"\n", *bodies.values()))
    return b"".join((HEAD, sha256(rest).hexdigest().encode(), b"\n", rest))


def _parts(folder: Path, book: Rulebook) -> Mapping[str, str]:
    places = _places(folder)
    program = book.program
    outlines = tuple(Outline(*(getattr(rule, name) for name in Outline._fields)) for rule in program.rules)
    namings = {kind: compiled.naming for kind, compiled in book.types.items()}
    head = (book.manifest, program._replace(rules=()), outlines, namings, book.digest)
    parts = {"head": packed(head, places)}
    for kind in dict.fromkeys(outline.subjects[0] for outline in outlines):
        parts[f"rules {kind}"] = packed(tuple(rules_on(program.rules, kind)), places)
    for kind, compiled in book.types.items():
        parts[f"schema {kind}"] = json.dumps(compiled.schema, ensure_ascii=False, separators=(",", ":"))
    return parts


def _places(folder: Path) -> Mapping[str, Path]:
    return {"schemas": bundled.data("schemas"), "rulebook": folder}


class File:
    """A file that keeps a rulebook, with its parts as they went in.

    Attributes:
        key: what tells that it is still the right one.
    """

    def __init__(self, data: bytes) -> None:
        """Open a file.

        Raises:
            ValueError: it is not one that `file_of` makes, or is cut short, or was changed.
        """
        head, _, rest = data.partition(b"\n")
        if head != HEAD + sha256(rest).hexdigest().encode():
            raise ValueError(head[:80])
        line, _, self._bodies = rest.partition(b"\n")
        self._places: dict[str, slice] = {}
        at = 0
        try:
            table = json.loads(line)
            self.key = str(table["key"])
            for name, length in table["parts"]:
                self._places[name] = slice(at, at := at + operator.index(length))
        except (*_AMISS, ValueError) as error:
            raise ValueError(line[:80]) from error

    def part(self, name: str) -> bytes:
        """A part by its name.

        Raises:
            ValueError: there is none.
        """
        if name not in self._places:
            raise ValueError(name)
        return self._bodies[self._places[name]]

    def rulebook(self, folder: Path, sources: Mapping[str, str], anew: Callable[[], Rulebook]) -> Rulebook:
        """The rulebook that is kept.

        Args:
            folder: the rulebook's.
            sources: text of each rule file by name.
            anew: compiles it, for a part that turns out not to be one when it is needed.

        Raises:
            ValueError: it is none.
        """
        try:
            return self._rulebook(folder, sources, anew)
        except _AMISS as error:
            # Its digest is right, so somebody made it on purpose, and not as we do.
            raise ValueError(self.key) from error

    def _rulebook(self, folder: Path, sources: Mapping[str, str], anew: Callable[[], Rulebook]) -> Rulebook:
        match unpacked(self.part("head"), _places(folder)):
            case (Manifest() as manifest, Program() as program, tuple() as outlines, namings, str() as digest):
                pass
            case _:
                raise ValueError(self.key)
        kinds = dict.fromkeys(outline.subjects[0] for outline in outlines)
        read = {kind: partial(self._rules, kind, folder, anew) for kind in kinds}
        program = program._replace(rules=KeptRules(outlines, read, lambda: anew().program.rules))
        types = {
            kind: Compiled(partial(self._schema, kind, anew), naming)
            for kind, naming in cast("Mapping[str, Field]", namings).items()
        }
        return Rulebook(manifest, program, types, digest, sources, by_clause(program))

    def _rules(self, kind: str, folder: Path, anew: Callable[[], Rulebook]) -> tuple[Rule, ...]:
        try:
            return cast("tuple[Rule, ...]", unpacked(self.part(f"rules {kind}"), _places(folder)))
        except ValueError:
            return tuple(rules_on(anew().program.rules, kind))

    def _schema(self, kind: str, anew: Callable[[], Rulebook]) -> Schema:
        try:
            return cast("Schema", json.loads(self.part(f"schema {kind}")))
        except ValueError:
            return anew().types[kind].schema
