"""What the streams are and the call says become the view of a report: colours and width for a terminal, else none."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from pdo_policy.reporters.view import View

if TYPE_CHECKING:
    from pdo_policy.cli.plain import CheckCall

_NARROWEST = 40
_DOUBLED = frozenset({"gbk", "gb2312", "gb18030", "cp936", "big5", "cp950"})
"""Encodings of consoles that draw ambiguous characters in two cells."""


def views(call: CheckCall) -> tuple[View, View]:
    """The view of what goes to the standard output, and that of what goes to files: never coloured, never broken."""
    kept = View(quiet=call.quiet, group_by=call.group_by or "", fold=not call.no_fold)
    stream: TextIO | None = sys.stdout
    if stream is None:  # a program without a console has no such stream
        return kept, kept
    shown = kept._replace(colour=coloured(stream, call.color), wide=_encoding(stream) in _DOUBLED)
    return (shown._replace(width=columns()) if is_terminal(stream) else shown), kept


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads a stream at once."""
    return stream is not None and not stream.closed and stream.isatty()


def coloured(stream: TextIO, wanted: str) -> bool:
    """Whether a stream gets colours.

    What is said in the call decides; then NO_COLOR, if it is not empty (no-color.org); then FORCE_COLOR, if it is
    neither empty nor 0; then whether the stream is a terminal that knows colours.
    """
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb" and _knows_sequences()


def columns() -> int:
    """How wide the terminal is: as COLUMNS says, else as it says itself; no less than a report can be read in.

    The last column stays free: what ends in it makes some terminals add an empty line.
    """
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns - 1)


def _encoding(stream: TextIO) -> str:
    try:
        return codecs.lookup(stream.encoding or "utf-8").name
    except LookupError:
        return ""


def _knows_sequences() -> bool:
    """Whether the console obeys sequences for colours; one of Windows has to be told that it may."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for Windows alone

        kernel = ctypes.windll.kernel32
        handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
        enabled = kernel.GetConsoleMode(handle, ctypes.byref(mode))
        return bool(enabled and kernel.SetConsoleMode(handle, mode.value | 4))
    return True
