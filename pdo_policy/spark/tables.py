"""The JSON report becomes the types of Spark's columns: names and order are those of `schemas/report.schema.json`.

Every table begins with `dossier`, the project's id, and `file`, the path of a file that is of no project and so was
checked alone; one of the two is empty, and together they name a row of `REPORTS`.
"""

from __future__ import annotations

from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DateType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)

_TEXT, _FLAG, _COUNT, _SIZE, _DAY = StringType(), BooleanType(), IntegerType(), LongType(), DateType()
_TEXTS = ArrayType(_TEXT, containsNull=False)


def _record(**columns: DataType) -> StructType:
    """Columns that always have a value."""
    return StructType([StructField(name, kind, nullable=False) for name, kind in columns.items()])


def _list(element: DataType) -> ArrayType:
    return ArrayType(element, containsNull=False)


def _counts(*names: str) -> StructType:
    return _record(**dict.fromkeys(names, _COUNT))


_CLAUSES = _list(_record(instrument=_TEXT, clause=_TEXT, display=_TEXT, status=_TEXT))
_SUBJECT = _record(role=_TEXT, id=_TEXT, dossier=_TEXT, label=_TEXT)
_WORDS = _record(headline=_TEXT, why=_TEXT, fix=_TEXT, question=_TEXT, details=_TEXTS)
_LOCATION = _record(
    path=_TEXT,
    pointer=_TEXT,
    breadcrumb=_TEXT,
    line=_COUNT,
    column=_COUNT,
    end_line=_COUNT,
    end_column=_COUNT,
    excerpt=_TEXT,
    absent=_FLAG,
    note=_TEXT,
)
_INPUT = _record(
    path=_TEXT,
    index=_COUNT,
    role=_TEXT,
    id=_TEXT,
    dossier=_TEXT,
    title=_TEXT,
    status=_TEXT,
    format=_TEXT,
    encoding=_TEXT,
    sha256=_TEXT,
    bytes=_SIZE,
    readable=_FLAG,
)
_SUMMARY = _record(
    status=_TEXT,
    sentence=_TEXT,
    violated=_COUNT,
    undetermined=_COUNT,
    accepted=_COUNT,
    by_verdict=_counts(
        "satisfied", "violated", "undetermined", "not_applicable", "exempt", "not_adopted", "error"
    ),
    by_severity=_counts("error", "warning", "note"),
    not_run=_COUNT,
)  # fmt: skip

FINDING = _record(
    rule_id=_TEXT,
    title=_TEXT,
    verdict=_TEXT,
    severity=_TEXT,
    firm=_FLAG,
    disposition=_TEXT,
    clauses=_CLAUSES,
    text=_WORDS,
    expected=_TEXT,
    actual=_TEXT,
    subject=_SUBJECT,
    locations=_list(_LOCATION),
    fingerprint=_TEXT,
    location_fingerprint=_TEXT,
)
"""A finding, as in the report's `findings`."""

ROW = _record(
    rule_id=_TEXT,
    title=_TEXT,
    severity=_TEXT,
    clauses=_CLAUSES,
    subject=_SUBJECT,
    verdict=_TEXT,
    reason=_TEXT,
    firm=_FLAG,
    disposition=_TEXT,
    findings=_TEXTS,
    awaits=_TEXTS,
)
"""How one pair of rule and subject ended, as in the report's `coverage`."""

_KEY = _record(dossier=_TEXT, file=_TEXT)

FINDINGS = StructType([*_KEY.fields, *FINDING.fields])
"""A row for each finding."""

COVERAGE = StructType([*_KEY.fields, *ROW.fields])
"""A row for each pair of rule and subject."""

OUTCOMES = StructType(
    [
        *_KEY.fields,
        StructField("outcome", _TEXT, nullable=False),
        # Null where the check was carried out, as `summary` is where it was not.
        StructField("failure", _record(message=_TEXT, detail=_TEXT), nullable=True),
        StructField("exit_code", _COUNT, nullable=False),
        StructField("summary", _SUMMARY, nullable=True),
        StructField("paths", _TEXTS, nullable=False),
        StructField("inputs", _list(_INPUT), nullable=False),
        StructField("set_aside", _TEXTS, nullable=False),
        StructField("as_of", _DAY, nullable=False),
        StructField("law", _TEXT, nullable=False),
        StructField("rulebook_digest", _TEXT, nullable=False),
        StructField("tool_version", _TEXT, nullable=False),
    ]
)
"""A row for each project, and for each file that is of none: whether it could be checked, and what it comes to."""

REPORTS = StructType(
    [
        *OUTCOMES.fields,
        StructField("findings", _list(FINDING), nullable=False),
        StructField("coverage", _list(ROW), nullable=False),
    ]
)
"""As `OUTCOMES`, with all findings and pairs of the project in its row."""
