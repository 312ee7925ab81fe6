"""A DataFrame of submissions becomes DataFrames of outcomes, findings and coverage; nothing is read until they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from pyspark.sql import functions as F  # noqa: N812 - as all of Spark's own pages call it
from pyspark.sql.types import ArrayType, BinaryType, StringType, StructField, StructType

from pdo_policy import api, bundled
from pdo_policy.errors import UsageError
from pdo_policy.source import Source
from pdo_policy.spark.checking import row_of
from pdo_policy.spark.projects import file_in, joined, projects_of
from pdo_policy.spark.shipping import shipped, unshipped
from pdo_policy.spark.tables import COVERAGE, FINDINGS, OUTCOMES, REPORTS
from pdo_policy.spark.terms import Terms, answers_of, written

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from pyspark import Broadcast
    from pyspark.sql import Column, DataFrame

    from pdo_policy.report import Determination
    from pdo_policy.rulebook.compiled import Rulebook

_NEEDED = ("path", "content")
_TASKS_A_CORE = 4
"""Tasks for each core: projects are of different sizes, and all cores should end together."""
_TEXTS = ArrayType(StringType())
_LINKS = StructType([StructField("project", StringType()), StructField("first", StringType())])
# A text without these in it holds one document, and so papers of no more than one project.
_SEVERAL = (b"---", b"...", b"-\0-\0-", b".\0.\0.")


class Checked(NamedTuple):
    """What a check gives; each is worked out when it is asked for, from `reports`.

    Who needs more than one of them writes or persists `reports` first, or every paper is checked again for each.

    Attributes:
        reports: a row for each project, and for each file that is of none, with all that was found, see
            `tables.REPORTS`.
        outcomes: the same without findings and pairs, see `tables.OUTCOMES`.
        findings: a row for each finding, see `tables.FINDINGS`.
        coverage: a row for each pair of rule and subject, see `tables.COVERAGE`.
    """

    reports: DataFrame
    outcomes: DataFrame
    findings: DataFrame
    coverage: DataFrame


def check(
    submissions: DataFrame,
    *,
    as_of: date,
    rulebook: str | os.PathLike[str] | None = None,
    law: str = "default",
    fail_on: str = "error",
    determinations: Mapping[str, bool] | Sequence[Determination] = (),
    lang: str = "zh",
    partitions: int | None = None,
) -> Checked:
    """Check the papers of a DataFrame, those of one project together, as `pdo_policy.check` does.

    Args:
        submissions: a row for each file: `path` (string), `content` (binary, or string), and, if it is there, `dossier`
            (string): the project's id where it is known, so that the file is not read to find out; null where not.
            A file whose papers are of no project is checked alone.
        as_of: the date of the check; it decides which law is in force.
        rulebook: the folder of a rulebook; the shipped one without.
        law: as in `pdo_policy.check`, like the next three.
        fail_on: from which severity a project's exit code is 1.
        determinations: answers to the rulebook's 认定; those of files `determinations.yaml` among the submissions are
            added for the projects they name.
        lang: `zh` or `en`.
        partitions: into how many tasks the projects are dealt; four for each core of the cluster without.

    Returns:
        The tables, of which nothing has been worked out yet.

    Raises:
        UsageError: a column is missing, or an argument means nothing.
        RulebookError: the rulebook does not compile.
    """
    folder = (Path(rulebook) if rulebook is not None else bundled.rulebook_folder()).absolute()
    book = api.load_rulebook(folder)
    terms = Terms(as_of, law, fail_on, lang, answers_of(determinations))
    # A check of nothing, so that an argument that means nothing is told here, and not by every worker.
    api.check(Source("", ""), rulebook=book, **terms._asdict())
    session = submissions.sparkSession
    sent = session.sparkContext.broadcast(shipped(book, folder))
    tasks = partitions or _TASKS_A_CORE * session.sparkContext.defaultParallelism
    grouped = _grouped(_known(submissions), sent).repartition(tasks, "dossier", "file")
    reports = grouped.groupBy("dossier", "file").applyInPandas(_reporter(sent, written(terms)), REPORTS)
    return Checked(
        reports,
        reports.select(*OUTCOMES.names),
        _each(reports, "findings", FINDINGS.names),
        _each(reports, "coverage", COVERAGE.names),
    )


def _each(reports: DataFrame, column: str, names: Sequence[str]) -> DataFrame:
    key, below = names[:2], names[2:]
    rows = reports.select(*key, F.explode(column).alias("each"))
    return rows.select(*key, *(F.col(f"each.{name}") for name in below))


# ---------------------------------------------------------------------- who belongs together


def _known(submissions: DataFrame) -> DataFrame:
    """Submissions with the columns that are needed, and content as bytes.

    Raises:
        UsageError: a column is not there.
    """
    missing = [name for name in _NEEDED if name not in submissions.columns]
    if missing:
        columns = "、".join(submissions.columns) or "—"
        raise UsageError("spark-columns", missing="、".join(missing), columns=columns)
    given = F.col("dossier") if "dossier" in submissions.columns else F.lit(None)
    known = F.when(F.trim(given.cast("string")) != "", F.trim(given.cast("string")))
    return submissions.select("path", F.col("content").cast(BinaryType()).alias("content"), known.alias("known"))


def _grouped(submissions: DataFrame, sent: Broadcast[str]) -> DataFrame:
    """Submissions with the key of their group: `dossier`, or, where they are of no project, `file`."""
    several = _named(submissions.where(F.col("known").isNull() & _may_hold_several()), sent)
    several = several.where(F.size("projects") > 1).select("projects", F.lit(0).alias("all"))
    links = several.groupBy("all").applyInPandas(_linked, _LINKS)
    named = _named(submissions, sent).withColumn("project", F.get("projects", F.lit(0)))
    linked = named.join(F.broadcast(links), "project", "left")
    dossier = F.coalesce("first", "project", F.lit(""))
    alone = F.when(dossier == "", F.coalesce("path", F.lit(""))).otherwise("")
    return linked.select(dossier.alias("dossier"), alone.alias("file"), "path", "content")


def _named(submissions: DataFrame, sent: Broadcast[str]) -> DataFrame:
    """Submissions with `projects`: what is known of that, or else what is read in them."""
    # Else Spark calls it again in every place where what it gave is used.
    projects_in = F.udf(_projects_in(sent), _TEXTS, useArrow=False).asNondeterministic()
    # A function of Python is called for every row, whatever condition it stands in: nothing is read without content.
    content = F.when(F.col("known").isNull(), F.col("content"))
    found = submissions.withColumn("found", projects_in("path", content))
    return found.withColumn("projects", F.when(F.col("known").isNull(), F.col("found")).otherwise(F.array("known")))


def _may_hold_several() -> Column:
    marks = [F.contains(F.col("content"), F.lit(bytearray(mark))) for mark in _SEVERAL]
    found = marks[0]
    for mark in marks[1:]:
        found |= mark
    return found


def _projects_in(sent: Broadcast[str]) -> Callable[[str | None, bytes | None], list[str]]:
    def projects_in(path: str | None, content: bytes | None) -> list[str]:
        return _projects(unshipped(sent.value), path, content)

    return projects_in


def _projects(book: Rulebook, path: str | None, content: bytes | None) -> list[str]:
    if content is None:
        return []
    try:
        return projects_of(file_in(path, bytes(content)), book)
    except Exception:  # noqa: BLE001 - the check of this file meets it again, and makes a row of it
        return []


def _linked(frame: pd.DataFrame) -> pd.DataFrame:
    links = joined(list(each) for each in frame["projects"])
    return pd.DataFrame({"project": list(links), "first": list(links.values())})


# ---------------------------------------------------------------------- one group


def _reporter(sent: Broadcast[str], terms: str) -> Callable[[tuple[str, str], pd.DataFrame], pd.DataFrame]:
    def reported(key: tuple[str, str], frame: pd.DataFrame) -> pd.DataFrame:
        submissions = zip(map(_text, frame["path"]), map(_bytes, frame["content"]), strict=True)
        row = row_of(sent.value, terms, *key, submissions)
        return pd.DataFrame([[row[name] for name in REPORTS.names]], columns=REPORTS.names)

    return reported


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _bytes(value: object) -> bytes | None:
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else None
