"""What the command line says on the error stream, and files written beside and renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pdo_policy.errors import UsageError
from pdo_policy.reporters.phrases import one_line
from pdo_policy.reporters.problems import problem_text, usage_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pdo_policy.errors import Problem

_NO_ROOM = frozenset([errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC)])


def say(what: str | bytes, stream: TextIO) -> None:
    """Write text, in the encoding of the stream, or bytes, as they are; and see that they are gone."""
    # Where a program runs without a console, it has no such streams, whatever the types say.
    if stream is None:
        return  # type: ignore[unreachable]
    if isinstance(what, bytes):
        stream.flush()
        stream.buffer.write(what)
        stream.buffer.flush()
    else:
        stream.write(what)
        stream.flush()


def say_usage(code: str, facts: Mapping[str, str], lang: str) -> None:
    """One line on the error stream: what is wrong with the call, and what to type instead."""
    say(f"pdo-policy: {usage_text(code, facts, lang)}\n", sys.stderr)


def say_problems(problems: Sequence[Problem], lang: str, summary: str = "broken-rulebook") -> None:
    """Every problem of a rulebook, or of the files beside it, with its place, and how many there are."""
    for problem in problems:
        say(problem_text(problem, lang) + "\n\n", sys.stderr)
    say_usage(summary, {"count": str(len(problems))}, lang)


def deliver(outputs: Sequence[tuple[str, str, str | Mapping[str, bytes]]], lang: str) -> None:
    """Write each output, of which the name of its format, its file and its text are given, to its file or to stdout.

    Of a format that is a folder the files are given in the place of a text.

    On standard output, text is in the encoding of the console and every other format in UTF-8, as programs expect it.

    Raises:
        UsageError: a place cannot be written; all others have been, and all but the last such place have been told.
    """
    faults: list[UsageError] = []
    for name, path, text in outputs:
        try:
            if not isinstance(text, str):
                _write_folder(path, text)
            elif path:
                write(path, text)
            else:
                say(text if name == "text" else _for_programs(text).encode("utf-8", "backslashreplace"), sys.stdout)
        except UsageError as error:
            faults.append(error)
        except OSError as error:
            full = no_room(error, lang)
            if full is None:
                raise
            faults.append(full)
    for fault in faults[:-1]:
        say_usage(fault.code, fault.facts, lang)
    if faults:
        raise faults[-1]


def _write_folder(path: str, files: Mapping[str, bytes]) -> None:
    # What writes folders is not wanted where none is asked for.
    from pdo_policy.cli.folders import write_folder  # noqa: PLC0415 - see above

    write_folder(path, files)


def no_room(error: OSError, lang: str) -> UsageError | None:
    """What to tell where standard output takes no more, on a full disk for instance; None for any other error."""
    if error.errno not in _NO_ROOM:
        return None
    # Python must not try again at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    where = "standard output" if lang == "en" else "标准输出"
    return UsageError("cannot-write", path=where, reason=os.strerror(error.errno or 0))


def _for_programs(text: str) -> str:
    """A text that programs read, as it is; on a terminal, which obeys some characters, without those."""
    if sys.stdout is None or not sys.stdout.isatty():
        return text
    return "\n".join(map(one_line, text.split("\n")))


def write(path: str, text: str) -> None:
    """Write a file of text; see `write_parts`."""
    write_parts(path, [text.encode("utf-8", "backslashreplace")])


def write_parts(path: str, parts: Iterable[bytes]) -> None:
    """Write a file, part after part, beside its place and rename it, so that no reader sees half of it.

    What is a link is followed, and what is no file, such as a pipe or a device, is written to as it is.

    Raises:
        UsageError: the place cannot be written.
    """
    given = Path(path)
    try:
        if given.exists() and not given.is_file() and not given.is_dir():
            with given.open("wb") as stream:
                stream.writelines(parts)
        else:
            _renamed(Path(os.path.realpath(path)), parts)
    except OSError as error:
        raise UsageError("cannot-write", path=path, reason=os.strerror(error.errno or 0)) from error


def _renamed(target: Path, parts: Iterable[bytes]) -> None:
    """What stands there stays as it was until all that is new is on the disk."""
    # Slow to load, and most reports go to the standard output.
    import tempfile  # noqa: PLC0415 - see above

    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".pdo-policy-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(handle)
        # A report that its owner keeps to himself must not become everybody's by being written anew.
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _see_through(target.parent)


def _see_through(folder: Path) -> None:
    """Let a new name in a folder reach the disk; where folders cannot be opened, that is the system's own business."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_or_show(path: str | None, text: str) -> None:
    """Write a text to be filled in to a new file, or where none is named to standard output.

    Raises:
        UsageError: the file cannot be written, or is there: somebody may have filled it in.
    """
    if path and Path(path).is_file():
        raise UsageError("new-file-taken", path=path)
    if path:
        write(path, text)
    else:
        say(text, sys.stdout)


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files into a folder, all or none.

    Raises:
        UsageError: one of them is there already, or the folder cannot be made or written.
    """
    taken = next((name for name in texts if (folder / name).exists()), None)
    if taken is not None:
        raise UsageError("new-taken", path=folder.as_posix(), file=taken)
    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError("cannot-write", path=path.parent.as_posix(), reason=error.strerror or "") from error
        write(str(path), text)
