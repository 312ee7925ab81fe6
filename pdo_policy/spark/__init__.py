"""Submissions in a Spark DataFrame become findings and coverage in others, each project checked by some worker.

Needs `pip install '.[spark]'` in the folder of the sources, and is imported on its own: nothing else knows of it.

from datetime import date
from pdo_policy.spark import check

checked = check(spark.table("submissions"), as_of=date(2026, 11, 24))
checked.reports.persist()
checked.findings.write.parquet("findings")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdo_policy.spark.frames import Checked, check
    from pdo_policy.spark.tables import COVERAGE, FINDINGS, OUTCOMES, REPORTS

__all__ = ["COVERAGE", "FINDINGS", "OUTCOMES", "REPORTS", "Checked", "check"]

_HOMES = {"check": "frames", "Checked": "frames"}


def __getattr__(name: str) -> object:
    """A public name, imported when it is asked for: a worker checks projects without the parts that plan the work."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    try:
        home = import_module(f"{__name__}.{_HOMES.get(name, 'tables')}")
    except ModuleNotFoundError as error:
        lacking = str(error.name).partition(".")[0]
        if lacking not in ("pyspark", "pandas", "pyarrow"):
            raise
        message = f"pdo_policy.spark needs {lacking}: pip install '.[spark]' in the folder of its sources"
        raise ModuleNotFoundError(message, name=error.name) from error
    return getattr(home, name)
