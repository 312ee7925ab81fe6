"""Thousands of files through Spark: findings and pairs are those of one process. Minutes; run by `make check-spark`.

`SPARK_FILES` says how many. One process checks them one project after the other, as it does for `-f ndjson`, for a
report of ten thousand would take some fifteen gigabytes of memory.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.spark.comparing import AS_OF, TABLES, in_files, in_parts
from tests.spark.papers import rows
from tests.spark.sessions import MISSING, WITHOUT, session

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.hard,
    pytest.mark.skipif(bool(MISSING), reason=WITHOUT),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
]
NUMBER = int(os.environ.get("SPARK_FILES", "10000"))
MOST = 4.0
"""Gigabytes that the process of the test may come to hold, whatever the number of files."""


def test_spark_finds_in_thousands_of_files_what_one_process_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pdo_policy.spark import check

    (tmp_path / "files").mkdir()
    monkeypatch.chdir(tmp_path / "files")
    made = rows(NUMBER)
    begun = time.perf_counter()
    spark = session()
    started = time.perf_counter()
    submissions = spark.createDataFrame(made, "path string, content binary, dossier string")
    checked = check(submissions, as_of=AS_OF)
    checked.reports.write.parquet(str(tmp_path / "reports"))
    written = time.perf_counter()
    told = in_parts(made)
    done = time.perf_counter()
    found = in_files(tmp_path / "reports")
    entries = {name: sum(found[key] for key in found if key[0] == name and key[2].endswith("count")) for name in TABLES}
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    sys.stderr.write(
        f"\nSpark {started - begun:.0f} s to start, {NUMBER / (written - started):.0f} files a second on local[2]; "
        f"one process {NUMBER / (done - written):.0f} files a second; {entries['findings']:,} findings and "
        f"{entries['coverage']:,} pairs compared; this process held {held:.1f} GB\n"
    )
    assert len({row.path for row in made}) == NUMBER
    assert held < MOST
    assert min(entries.values()) > NUMBER
    assert found == told
    outcomes = spark.read.parquet(str(tmp_path / "reports"))
    assert outcomes.where("outcome != 'checked'").count() == 0
    assert outcomes.selectExpr("sum(size(paths))").collect()[0][0] == NUMBER
    kinds = outcomes.selectExpr(
        "count_if(dossier = '')",
        "count_if(size(array_distinct(inputs.dossier)) > 1)",
        "count_if(exists(inputs, each -> not each.readable))",
        "size(array_distinct(flatten(collect_list(inputs.encoding))))",
    )
    assert all(number > 3 for number in kinds.collect()[0])
