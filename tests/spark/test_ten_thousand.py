"""Thousands of files through Spark: findings and pairs are those of one process. Minutes; run by `make check-spark`.

`SPARK_FILES` says how many. The report of one process on ten thousand takes some fifteen gigabytes of memory.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.spark.comparing import AS_OF, in_files, in_one_process, in_report
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


def test_spark_finds_in_thousands_of_files_what_one_process_finds(tmp_path: Path) -> None:
    from pdo_policy.spark import check

    made = rows(NUMBER)
    begun = time.perf_counter()
    spark = session()
    started = time.perf_counter()
    submissions = spark.createDataFrame(made, "path string, content binary, dossier string")
    checked = check(submissions, as_of=AS_OF)
    checked.reports.write.parquet(str(tmp_path / "reports"))
    written = time.perf_counter()
    report = in_one_process(made)
    done = time.perf_counter()
    sys.stderr.write(
        f"\nSpark {started - begun:.0f} s to start, {NUMBER / (written - started):.0f} files a second on local[2]; "
        f"one process {NUMBER / (done - written):.0f} files a second\n"
    )
    assert len({row.path for row in made}) == NUMBER
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
    assert in_files(tmp_path / "reports") == in_report(report)
