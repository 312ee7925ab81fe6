"""Paths, folders and standard input become decoded files, each read once."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.documents.decoding import Decoded, decode
from pdo_policy.documents.limits import MAX_BYTES
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.opening import NotAFileError, TooLargeError, bytes_of
from pdo_policy.documents.screening import printable
from pdo_policy.frozen import dataclass
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STDIN = "-"
_SUFFIXES = (".yaml", ".yml", ".json")
_NOWHERE = frozenset([errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG])
_SKIPPED_FOLDERS = frozenset(["node_modules", "__pycache__", "venv"])


@dataclass(frozen=True)
class File:
    """A file as read, or why it was not.

    Attributes:
        path: as given, or below the folder given, with forward slashes; `-` for standard input.
        source: the text; None where there is a problem.
        encoding: `utf-8`, `utf-8-sig`, `utf-16`, `gb18030`, or empty.
        sha256: of the bytes, hex; empty where they were not read.
        size: bytes.
        problem: fatal, with the fact `path` among others; its offsets mean nothing.
    """

    path: str
    source: Source | None
    encoding: str
    sha256: str
    size: int
    problem: InputProblem | None


def is_passed_over(name: str) -> bool:
    """Whether what lies in a folder is left alone, by its name: it is hidden, or a folder of tools."""
    return name.startswith(".") or name in _SKIPPED_FOLDERS


def is_submission(name: str) -> bool:
    """Whether a file of a folder may be a paper, by its name."""
    return not is_passed_over(name) and name.lower().endswith(_SUFFIXES)


def collect(paths: Sequence[str], stdin: bytes | None) -> tuple[File, ...]:
    """The files meant by paths, in their order, those of a folder sorted by name.

    Args:
        paths: files, folders, `-`; a folder gives its `*.yaml`, `*.yml` and `*.json` at any depth, without hidden ones
            and those of tools.
        stdin: what came by standard input, for `-`; None counts as nothing.
    """
    files: list[File] = []
    seen: set[str] = set()
    for path in paths:
        for name, known_problem in _meant(path.replace(os.sep, "/")):
            identity = identity_of(name)
            if identity in seen:
                continue
            seen.add(identity)
            files.append(file_at(name, known_problem, stdin))
    return tuple(files)


def in_order(files: Iterable[File]) -> list[File]:
    """Files in one order however they were given, so that the same papers make the same report: that of their paths.

    Of one path there may be several, in a table that somebody has made; those are in the order of their digests.
    """
    return sorted(files, key=lambda file: (file.path.split("/"), file.sha256))


def names_meant(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each name that paths stand for, with the code of a problem already known, or empty; none is kept or opened.

    Names come in no particular order, and one file may come by several.
    """
    for path in paths:
        written = path.replace(os.sep, "/")
        if written == _STDIN or not _is_folder(written):
            yield from _meant(written)
            continue
        walked = _walk(written)
        first = next(walked, (written, "input.empty-folder"))
        yield first
        yield from walked


def identity_of(name: str) -> str:
    """What two names of one file have in common."""
    return _STDIN if name == _STDIN else _real(name)


def file_at(name: str, known_problem: str = "", stdin: bytes | None = None) -> File:
    """The file of a name, as `names_meant` gives it."""
    if known_problem:
        return _unread(name, known_problem)
    return _decoded(name, stdin or b"") if name == _STDIN else _read(name)


def file_of(name: str, data: bytes) -> File:
    """A file that came in some other way than from the disk, under a name to show."""
    return _decoded(name, data)


def file_of_text(source: Source) -> File:
    """The file that a text would be."""
    content = source.text.encode("utf-8", "surrogatepass")
    return File(source.name, source, "utf-8", sha256(content).hexdigest(), len(content), None)


def bad_line(name: str, line: int, size: int) -> File:
    """What stands for a line of input that should hold papers and does not."""
    facts = {"path": name, "line": str(line)}
    return File(_shown(name), None, "", "", size, InputProblem("input.bad-line", facts, 0, 0, fatal=True))


def _meant(path: str) -> Iterator[tuple[str, str]]:
    """Each name a path stands for, with the code of a problem already known, or empty."""
    if path == _STDIN or not _is_folder(path):
        yield path, "" if path else "input.not-found"
        return
    found = sorted(_walk(path), key=lambda entry: entry[0].split("/"))
    yield from found
    if not found:
        yield path, "input.empty-folder"


def _walk(folder: str) -> Iterator[tuple[str, str]]:
    # A list instead of recursion: folders may be nested deeper than calls can be.
    waiting = [folder]
    seen: set[tuple[int, int]] = set()
    while waiting:
        current = waiting.pop()
        try:
            status = Path(current).stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            # In one order everywhere, so that of two ways to one folder the same is taken.
            names = sorted((entry.name for entry in Path(current).iterdir()), reverse=True)
        except OSError:
            yield current, "input.unreadable"
            continue
        for name in names:
            path = name if current == "." else f"{current.rstrip('/')}/{name}"
            if is_passed_over(name):
                continue
            if _is_folder(path):
                waiting.append(path)
            elif is_submission(name):
                yield path, ""


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _read(path: str) -> File:
    try:
        data = bytes_of(path)
    except NotAFileError:
        return _unread(path, "input.not-a-file")
    except TooLargeError as error:
        return _unread(path, "input.too-large", error.size)
    except OSError as error:
        return _unread(path, "input.not-found" if error.errno in _NOWHERE else "input.unreadable")
    except ValueError:
        return _unread(path, "input.not-found")
    return _decoded(path, data)


def _decoded(name: str, data: bytes) -> File:
    if len(data) > MAX_BYTES:
        return _unread(name, "input.too-large", len(data))
    name = _shown(name)
    digest = sha256(data).hexdigest()
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        return File(name, Source(name, decoded.text), decoded.encoding, digest, len(data), None)
    problem = InputProblem(decoded.code, {"path": name, **decoded.facts}, 0, 0, fatal=True)
    return File(name, None, "", digest, len(data), problem)


def _unread(name: str, code: str, size: int = 0) -> File:
    name = _shown(name)
    facts = {"path": name, "limit": str(MAX_BYTES // 1024**2)}
    return File(name, None, "", "", size, InputProblem(code, facts, 0, 0, fatal=True))


def _shown(name: str) -> str:
    """A path as reports can write it: bytes of a name that are no text, and what is not seen in one, become U+FFFD.

    A line end in a name would begin a line that the tool seems to have written, an escape character a command to the
    terminal, and one that turns the writing direction would show another name.
    """
    return printable(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
