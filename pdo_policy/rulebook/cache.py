"""A folder of law and rules becomes its rulebook by way of a cache, which is used only where it is surely its own.

What is kept is data. It is read only when the files, the program that compiled them and the text of the cache itself
are those it was made from; anything else is as if there were no cache.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy import __version__, bundled
from pdo_policy.law.manifest import Manifest
from pdo_policy.rulebook.compiled import Program, Rulebook
from pdo_policy.rulebook.load import by_clause, load, rule_text
from pdo_policy.rulebook.packing import packed, unpacked
from pdo_policy.rulebook.schemas import schemas_of
from pdo_policy.schema.validate import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEAD = "pdo-policy rulebook 1"
_PRIVATE = 0o700
_OTHERS = 0o077


class _Kept(NamedTuple):
    """What of a rulebook is kept; the rest is made from its files anew."""

    manifest: Manifest
    program: Program
    digest: str


def load_cached(folder: Path, cache: Path) -> Rulebook:
    """The rulebook of a folder, as `load` gives it.

    Args:
        folder: the rulebook.
        cache: a folder that belongs to the user alone; it is made where it is missing, and left alone where it belongs
            to somebody else or others may write to it.

    Raises:
        RulebookError: as `load` raises it.
    """
    if not _is_private(cache):
        return load(folder)
    files = _files(folder)
    place = cache / f"{_hashed(folder.resolve().as_posix())[:16]}-{_key(folder, files)[:32]}.json"
    kept = _read(place)
    if kept is not None:
        return _rulebook(folder, kept, files)
    book = load(folder)
    _write(place, packed((book.manifest, book.program, book.digest)))
    return book


def _rulebook(folder: Path, kept: _Kept, files: Mapping[str, bytes]) -> Rulebook:
    schemas = schemas_of(folder, kept.manifest)
    return Rulebook(
        manifest=kept.manifest,
        program=kept.program,
        types={kind: compiled(schema) for kind, schema in schemas.items()},
        digest=kept.digest,
        sources=MappingProxyType({name: rule_text(text) for name, text in files.items() if name.endswith(".pdl")}),
        rules_by_clause=by_clause(kept.program),
    )


# ---------------------------------------------------------------------- what it was made from


def _files(folder: Path) -> Mapping[str, bytes]:
    """Every file that may matter, by name: of the folder, and the schemas that come with the tool."""
    found = [path for pattern in ("*.yaml", "*.pdl", "*.json") for path in folder.rglob(pattern)]
    files = {path.relative_to(folder).as_posix(): path for path in found if not path.name.endswith(".cases.yaml")}
    files.update({f"/{path.name}": path for path in bundled.data("schemas").glob("*.json")})
    return {name: _content(files[name]) for name in sorted(files)}


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # Whoever compiles the rulebook says what is wrong with it.
        return b""


def _key(folder: Path, files: Mapping[str, bytes]) -> str:
    digest = sha256(f"{_HEAD}\0{__version__}\0{folder.resolve().as_posix()}\0".encode())
    for line in _program():
        digest.update(line.encode())
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _program() -> Iterator[str]:
    """The modules that compile, by name, size and time: who works on them must not meet what older ones made."""
    root = Path(__file__).parents[1]
    for room in ("language", "law", "rulebook", "schema", "values"):
        for entry in sorted(os.scandir(root / room), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{room}/{entry.name} {status.st_size} {status.st_mtime_ns}\n"


def _hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()


# ---------------------------------------------------------------------- the file


def _is_private(cache: Path) -> bool:
    """Whether the folder is there, or can be made, and nobody else may write to it."""
    try:
        cache.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        status = cache.stat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & _OTHERS)
    return stat.S_ISDIR(status.st_mode) and mine


def _read(place: Path) -> _Kept | None:
    """What a file of the cache holds; None where it is missing, cut short, changed, or not ours."""
    try:
        head, _, body = place.read_bytes().decode().partition("\n")
        if head != f"{_HEAD} {_hashed(body)}":
            return None
        found = unpacked(body)
    except (OSError, ValueError):
        return None
    match found:
        case (Manifest() as manifest, Program() as program, str() as digest):
            return _Kept(manifest, program, digest)
    return None


def _write(place: Path, body: str) -> None:
    """Keep a text, beside its place first; older ones of the same rulebook go. A cache that cannot be kept is none."""
    with contextlib.suppress(OSError):
        handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(f"{_HEAD} {_hashed(body)}\n{body}".encode())
            Path(temporary).replace(place)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        for other in place.parent.glob(f"{place.name.partition('-')[0]}-*.json"):
            if other != place:
                other.unlink(missing_ok=True)
