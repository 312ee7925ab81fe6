"""An earlier stream of results becomes the lines that still hold: of papers that are what they were."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from typing import TYPE_CHECKING

from pdo_policy.bulk.tally import Brief, brief
from pdo_policy.documents.opening import NotAFileError, opened
from pdo_policy.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_START = re.compile(rb'\{"type":"dossier","digest":"([0-9a-f]{64})","carried":(true|false),')
CARRIED = b'"carried":true,'
CARRIED_AT = len(b'{"type":"dossier","digest":"",') + 64
_KIBIBYTES = 8_192

LONGEST = 64 * 1024**2
"""Bytes of a line; a longer one is passed over, as a damaged one is."""


class Earlier:
    """An earlier stream, as `check -f ndjson:FILE` wrote it.

    Attributes:
        holds: whether it was made under the same terms; if not, none of its lines is given.
    """

    def __init__(self, path: str, terms: str) -> None:
        """Read where each line stands.

        Args:
            path: of the file.
            terms: digest of the terms of this check.

        Raises:
            UsageError: it cannot be read, or is no stream of results.
        """
        self.path = path
        try:
            with opened(path) as stream:
                self.holds = _terms_of(stream.readline(LONGEST), path) == terms
                self._table = sqlite3.connect("")
                self._table.execute(f"PRAGMA cache_size = -{_KIBIBYTES}")
                self._table.execute("PRAGMA temp_store = FILE")
                self._table.execute("CREATE TABLE at (digest BLOB PRIMARY KEY, start INTEGER) WITHOUT ROWID")
                if self.holds:
                    self._table.executemany("INSERT OR IGNORE INTO at VALUES (?, ?)", _starts(stream))
        except NotAFileError as error:
            raise UsageError("stream-foreign", path=path) from error
        except (OSError, ValueError) as error:
            reason = os.strerror(getattr(error, "errno", None) or 0)
            raise UsageError("report-gone", path=path, reason=reason) from error

    def at(self, digest: str) -> int | None:
        """Where the line of a group with this digest begins; None where there is none."""
        found = self._table.execute("SELECT start FROM at WHERE digest = ?", (bytes.fromhex(digest),)).fetchone()
        return found[0] if found is not None else None


def line_at(path: str, start: int, digest: str) -> tuple[bytes, Brief] | None:
    """The line of a group with a digest, marked as carried over, and its brief; None where it is damaged."""
    try:
        with opened(path) as stream:
            stream.seek(start)
            line = stream.readline(LONGEST)
        found = _START.match(line)
        if found is None or found[1].decode() != digest or not line.endswith(b"\n"):
            return None
        told = brief(json.loads(line))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return line[:CARRIED_AT] + CARRIED + line[found.end() :], told


def _starts(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    start, begins = stream.tell(), True
    while line := stream.readline(LONGEST):
        found = _START.match(line) if begins else None
        if found is not None:
            yield bytes.fromhex(found[1].decode()), start
        start += len(line)
        begins = line.endswith(b"\n")


def _terms_of(line: bytes, path: str) -> str:
    try:
        data = json.loads(line)
        if data["type"] == "run":
            return str(data["terms"])
    except (ValueError, KeyError, TypeError, RecursionError):
        # What it is instead does not matter: it is told below that it is no stream.
        raise UsageError("stream-foreign", path=path) from None
    raise UsageError("stream-foreign", path=path)
