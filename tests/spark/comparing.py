"""Findings and pairs, of a report or of a table, become counts of what each of them says in full."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pdo_policy
from pdo_policy.asking import asked_of, reported
from pdo_policy.dispositions import Acceptance
from pdo_policy.reporters.report_parts import coverage_data, finding_data
from pdo_policy.spark.projects import file_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pdo_policy.report import Report
    from tests.spark.papers import Row

AS_OF = date(2026, 11, 24)
TABLES = ("findings", "coverage")


def said(entries: Iterable[Any]) -> Counter[bytes]:
    return Counter(sha256(json.dumps(entry, sort_keys=True).encode()).digest() for entry in entries)


def in_report(report: Report) -> dict[str, Counter[bytes]]:
    """By table."""
    return {
        "findings": said(map(finding_data, report.findings)),
        "coverage": said(map(coverage_data, report.coverage)),
    }


def in_files(folder: Path) -> dict[str, Counter[bytes]]:
    """By table, of the Parquet files that `reports` was written to."""
    import pyarrow.parquet as pq

    found: dict[str, Counter[bytes]] = {name: Counter() for name in TABLES}
    for path in sorted(folder.glob("*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(batch_size=64, columns=list(TABLES)):
            for name in TABLES:
                for row in batch.column(name):
                    found[name] += said(row.as_py())
    return found


def in_one_process(rows: Sequence[Row]) -> Report:
    """What `pdo_policy.check` says of all files at once."""
    files = sorted((file_in(row.path, row.content) for row in rows), key=lambda file: file.path.split("/"))
    asked = asked_of(files, pdo_policy.load_rulebook(), determinations=(), as_of=AS_OF, law="default", lang="zh")
    return reported(asked, "error", Acceptance())
