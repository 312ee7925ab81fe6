"""A folder of law and rules becomes its rulebook by way of a file that keeps it, where that is surely its own.

What is kept is data. It is used only where the files of the rulebook, the program that compiled them and the text of
the file itself are those it was made from; anything else is as if there were none. The shipped rulebook has its file
in the wheel, any other one in a folder of the user's.
"""

from __future__ import annotations

import contextlib
import os
import stat
from functools import cache as once
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import __version__, bundled
from pdo_policy.documents.opening import bytes_of
from pdo_policy.documents.screening import printable
from pdo_policy.rulebook.kept import HEAD, File, file_of
from pdo_policy.rulebook.texts import RuleFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pdo_policy.rulebook.compiled import Rulebook

_MOST_BYTES = 100 * 1024 * 1024
_PRIVATE = 0o700
_OTHERS = 0o077
_ROOMS = ("language", "law", "rulebook", "schema", "values")
_WRITTEN = (".yaml", ".pdl", ".json")
_INSTALLED_WITHIN = 60
"""How many seconds the files of a wheel may be written apart."""


def load_cached(folder: Path, cache: Path | None) -> Rulebook:
    """The rulebook of a folder, as `load` gives it.

    Args:
        folder: the rulebook.
        cache: a folder that belongs to the user alone; it is made where it is missing, and left alone where it belongs
            to somebody else or others may write to it. None keeps nothing.

    Raises:
        RulebookError: as `load` raises it.
    """
    shipped = _shipped(folder)
    if shipped is not None:
        return shipped
    if cache is None or not _is_private(cache):
        return load(folder)
    files = {name: _content(path) for name, path in _listed(folder).items()}
    key = _key(folder, files)
    place = cache / f"{_hashed(folder.resolve().as_posix())[:16]}-{key[:32]}.json"

    @once
    def anew() -> Rulebook:
        book = load(folder)
        _write(place, file_of(folder, book, key))
        return book

    return _read(place, folder, key, _rule_files(files, files.__getitem__), anew) or anew()


def load(folder: Path) -> Rulebook:
    """The rulebook of a folder, compiled."""
    # What compiles is slow to load, and mostly not needed.
    from pdo_policy.rulebook.load import load as compiled  # noqa: PLC0415 - see above

    return compiled(folder)


# ---------------------------------------------------------------------- the file of the wheel


def ready_made() -> bytes:
    """The file that goes into the wheel beside the shipped rulebook."""
    folder = bundled.rulebook_folder()
    return file_of(folder, load(folder), _shape(_listed(folder)))


def _shipped(folder: Path) -> Rulebook | None:
    """The shipped rulebook from the file in the wheel; None for another folder, or where somebody changed its files."""
    place = bundled.ready_made()
    if place is None or folder != bundled.rulebook_folder():
        return None
    listed = _listed(folder)
    try:
        latest = place.stat().st_mtime + _INSTALLED_WITHIN
        if any(path.stat().st_mtime > latest for path in listed.values()):
            return None
        key = _shape(listed)
    except OSError:
        return None
    sources = _rule_files(listed, lambda name: listed[name].read_bytes())
    return _read(place, folder, key, sources, once(lambda: load(folder)))


def _shape(listed: Mapping[str, Path]) -> str:
    """The names and sizes of files: what an installer keeps, and is told without reading them."""
    lines = "".join(f"{name} {path.stat().st_size}\n" for name, path in listed.items())
    return _hashed(f"{HEAD.decode()}\0{__version__}\0{lines}")


# ---------------------------------------------------------------------- what it was made from


def _listed(folder: Path) -> Mapping[str, Path]:
    """Every file that may matter, by name: of the folder, and the schemas that come with the tool."""
    found = {name: Path(path) for name, path in _walked(str(folder), "") if not name.endswith(".cases.yaml")}
    schemas = os.scandir(bundled.data("schemas"))
    found.update((f"/{entry.name}", Path(entry.path)) for entry in schemas if entry.name.endswith(".json"))
    return {name: found[name] for name in sorted(found)}


def _walked(folder: str, above: str) -> Iterator[tuple[str, str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        # Whoever compiles the rulebook says what is wrong with it.
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(entry.path, f"{above}{entry.name}/")
        elif entry.name.endswith(_WRITTEN):
            yield f"{above}{entry.name}", entry.path


def _content(path: Path) -> bytes:
    try:
        return bytes_of(path)
    except OSError:
        return b""


def _rule_files(names: Iterable[str], content: Callable[[str], bytes]) -> RuleFiles:
    written = {printable(name): name for name in names if name.endswith(".pdl")}
    return RuleFiles(written, lambda shown: content(written[shown]))


def _key(folder: Path, files: Mapping[str, bytes]) -> str:
    digest = sha256(f"{HEAD.decode()}\0{__version__}\0{folder.resolve().as_posix()}\0".encode())
    for line in _program():
        digest.update(line.encode())
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _program() -> Iterator[str]:
    """The modules that compile, by name, size and time: who works on them must not meet what older ones made."""
    root = Path(__file__).parents[1]
    for room in _ROOMS:
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


def _read(
    place: Path, folder: Path, key: str, sources: Mapping[str, str], anew: Callable[[], Rulebook]
) -> Rulebook | None:
    """What a file keeps; None where it is missing, cut short, changed, of something else, or not ours."""
    try:
        file = File(bytes_of(place, _MOST_BYTES))
        return file.rulebook(folder, sources, anew) if file.key == key else None
    except (OSError, ValueError):
        return None


def _write(place: Path, content: bytes) -> None:
    """Keep a file, beside its place first; older ones of the same rulebook go. A cache that cannot be kept is none."""
    # Nothing is written in most runs, and the module is slow to load.
    import tempfile  # noqa: PLC0415 - see above

    with contextlib.suppress(OSError):
        handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).replace(place)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        for other in place.parent.glob(f"{place.name.partition('-')[0]}-*.json"):
            if other != place:
                other.unlink(missing_ok=True)
