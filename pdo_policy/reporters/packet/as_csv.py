"""A sheet becomes CSV that WPS and Excel open as it is: UTF-8 with a mark, CRLF, nothing that would be computed."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from pdo_policy.reporters.escaping import spreadsheet

if TYPE_CHECKING:
    from pdo_policy.reporters.packet.model import Sheet


def csv_of(sheet: Sheet) -> bytes:
    """The bytes of the file, with its heads in the first line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([spreadsheet(cell) for cell in row] for row in (sheet.heads, *sheet.rows))
    return text.getvalue().encode("utf-8-sig", "backslashreplace")
