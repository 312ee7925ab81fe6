"""What is there of Spark becomes a session on two threads, or the reason why there is none."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MISSING = [name for name in ("pyspark", "pandas", "pyarrow") if find_spec(name) is None]
if not shutil.which("java") and "JAVA_HOME" not in os.environ:
    MISSING.append("Java 17 (apt-get install default-jre-headless)")
WITHOUT = f"不测试 Spark：没有 {'、'.join(MISSING)}；make check-spark 会安装 Python 的部分"


@cache
def session() -> SparkSession:
    """A session on this machine alone."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "4g",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master("local[2]").appName("pdo-policy")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
