"""Findings and pairs, of a report or of a table, become counts of what each of them says in full."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pdo_policy
from pdo_policy.asking import asked_of, reported
from pdo_policy.bulk.grouping import Groups, files_of, pieces_of
from pdo_policy.bulk.terms import Terms
from pdo_policy.bulk.workers import done
from pdo_policy.dispositions import Acceptance
from pdo_policy.reporters.report_parts import coverage_data, finding_data
from pdo_policy.spark.projects import file_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pdo_policy.bulk.grouping import Group
    from pdo_policy.documents.files import File
    from pdo_policy.report import Report
    from tests.spark.papers import Row

AS_OF = date(2026, 11, 24)
TABLES = ("findings", "coverage")
TERMS = Terms(None, None, AS_OF, "default", "error", (), Acceptance(), "zh")

Told = Counter[tuple[str, str, str]]
"""By table, rule and verdict, how many entries there are, and the sum of the digests of what they say."""


def said(entries: Iterable[Any]) -> Counter[bytes]:
    return Counter(map(_digest, entries))


def _digest(entry: Any) -> bytes:
    return sha256(json.dumps(entry, sort_keys=True).encode()).digest()


def summed(told: Told, table: str, entries: Iterable[Any]) -> None:
    """The same of so many entries that a digest of each would not be held."""
    for entry in entries:
        told[table, entry["rule_id"], f"{entry['verdict']}, count"] += 1
        told[table, entry["rule_id"], f"{entry['verdict']}, sum"] += int.from_bytes(_digest(entry), "big")


def in_files(folder: Path) -> Told:
    """What the Parquet files say that `reports` was written to."""
    import pyarrow.parquet as pq

    told: Told = Counter()
    for path in sorted(folder.glob("*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(batch_size=64, columns=list(TABLES)):
            for name in TABLES:
                for row in batch.column(name):
                    summed(told, name, row.as_py())
    return told


def in_one_process(rows: Sequence[Row]) -> Report:
    """What `pdo_policy.check` says of all files at once."""
    files = sorted((file_in(row.path, row.content) for row in rows), key=lambda file: file.path.split("/"))
    asked = asked_of(files, pdo_policy.load_rulebook(), determinations=(), as_of=AS_OF, law="default", lang="zh")
    return reported(asked, "error", Acceptance())


def in_parts(rows: Sequence[Row]) -> Told:
    """What one process says of the files, written to the folder that this one is in, one project after the other.

    A report of all of them would hold megabytes for each.
    """
    for row in rows:
        if row.content is not None:
            path = Path(row.path)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(row.content)
    told = _of([file_in(row.path, None) for row in rows if row.content is None])
    groups = Groups((".",), TERMS.book(), lambda _: None)
    for each in done(_counter, (), pieces_of(iter(groups)), 1):
        told.update(each)
    return told


def _counter() -> Callable[[Group], Told]:
    return lambda group: _of(files_of(group))


def _of(files: Sequence[File]) -> Told:
    report, told = TERMS.report(files), Told()
    summed(told, "findings", map(finding_data, report.findings))
    summed(told, "coverage", map(coverage_data, report.coverage))
    return told
