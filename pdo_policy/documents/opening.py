"""A path becomes the bytes of a plain file: never of a pipe or a device, and never more than are allowed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.documents.limits import MAX_BYTES

if TYPE_CHECKING:
    from os import PathLike
    from typing import BinaryIO

# Opening a pipe waits for whoever writes to it, unless one says otherwise; Windows has no such pipes.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class NotAFileError(OSError):
    """What is there is a folder, a pipe, a socket or a device."""


class TooLargeError(OSError):
    """The file has more bytes than are read; `size` is how many, as far as is known."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def bytes_of(path: str | PathLike[str], most: int = MAX_BYTES) -> bytes:
    """The bytes of a file.

    Args:
        path: the file; links are followed.
        most: how many bytes it may have.

    Raises:
        NotAFileError: it is no plain file.
        TooLargeError: it has more bytes, or has grown beyond that while it was read.
        OSError: it is not there, or may not be read.
        ValueError: no file can have such a name.
    """
    with opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > most:
            raise TooLargeError(size)
        data = stream.read(most + 1)
    if len(data) > most:
        raise TooLargeError(len(data))
    return data


def opened(path: str | PathLike[str]) -> BinaryIO:
    """A plain file, open for reading, of whatever size.

    Raises:
        NotAFileError: it is no plain file.
        OSError: it is not there, or may not be read.
        ValueError: no file can have such a name.
    """
    # A device may do something when it is opened, so it is looked at first; what is opened is looked at again, because
    # another thing may have come into its place.
    _see_that_it_is_plain(Path(path).stat())
    stream = os.fdopen(os.open(path, _FLAGS), "rb")
    try:
        _see_that_it_is_plain(os.fstat(stream.fileno()))
    except OSError:
        stream.close()
        raise
    return stream


def _see_that_it_is_plain(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError
