"""The files of a project become its row of `tables.REPORTS`, whatever happens."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from pdo_policy import __version__
from pdo_policy.asking import asked_of, reported
from pdo_policy.conclusion import INTERNAL_FAULT, WRONG_CALL
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.files import in_order
from pdo_policy.errors import FormError
from pdo_policy.reporters.as_json import report_data
from pdo_policy.reporters.problems import fault_text, usage_text
from pdo_policy.spark.projects import file_in
from pdo_policy.spark.shipping import unshipped
from pdo_policy.spark.terms import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pdo_policy.documents.files import File
    from pdo_policy.spark.terms import Terms

CHECKED, FAILED = "checked", "failed"
"""What became of a project: its report is in the row, or why there is none."""

_TAKEN = ("summary", "inputs", "set_aside", "findings", "coverage")


def row_of(
    rulebook: str, terms: str, dossier: str, alone: str, submissions: Iterable[tuple[str | None, bytes | None]]
) -> dict[str, Any]:
    """The row of a project, or of a file that is of none.

    Args:
        rulebook: as `shipping.shipped` gives it.
        terms: as `terms.written` gives them.
        dossier: the project's id; empty for a file that is of none.
        alone: the path of such a file; empty for a project.
        submissions: path and content of each file.

    Returns:
        Values by column. Where the check could not be carried out, `outcome` is `failed` and `failure` tells why; other
        projects have nothing to do with that.
    """
    asked = read(terms)
    files = in_order(file_in(path, content) for path, content in submissions)
    row = {
        "dossier": dossier,
        "file": alone,
        "paths": [file.path for file in files],
        "as_of": asked.as_of,
        "law": asked.law,
        "rulebook_digest": "",
        "tool_version": __version__,
    }
    try:
        return row | _checked(rulebook, asked, files)
    except FormError as error:
        return row | _failed(WRONG_CALL, fault_text(error, asked.lang), "")
    except Exception:  # noqa: BLE001 - one project must not end the work on a million others, nor be missing among them
        return row | _failed(INTERNAL_FAULT, usage_text("spark-fault", {}, asked.lang), traceback.format_exc())


def _checked(rulebook: str, terms: Terms, files: list[File]) -> dict[str, Any]:
    book = unshipped(rulebook)
    asked = asked_of(
        files,
        book,
        determinations=terms.determinations,
        as_of=terms.as_of,
        law=terms.law,
        lang=terms.lang,
    )
    report = reported(asked, terms.fail_on, Acceptance())
    data = report_data(report, terms.lang)
    return {
        "outcome": CHECKED,
        "failure": None,
        "exit_code": report.exit_code,
        "rulebook_digest": book.digest,
        **{name: data[name] for name in _TAKEN},
    }


def _failed(exit_code: int, message: str, detail: str) -> dict[str, Any]:
    nothing: Mapping[str, Any] = {name: None if name == "summary" else [] for name in _TAKEN}
    return {
        "outcome": FAILED,
        "failure": {"message": message, "detail": detail},
        "exit_code": exit_code,
        **nothing,
    }
