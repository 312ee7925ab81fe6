"""What a repository's own tests do with the library: type-checked by `make check` and by pyright, and run by a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import assert_type

import pdo_policy
from pdo_policy import Report
from pdo_policy.testing import assert_passes, check_papers, dossier_folders

AS_OF = date(2026, 11, 24)


def all_pass(root: Path) -> int:
    """Every project in a folder passes; how many there are."""
    folders = dossier_folders(root)
    assert_type(folders, tuple[Path, ...])
    for folder in folders:
        report = check_papers(folder, as_of=AS_OF)
        assert_type(report, Report)
        assert_passes(report)
    return len(folders)


def strictly(plan: str, agreement: Path, rules: Path) -> str:
    """With all that can be said; the conclusion as text, or why there is none."""
    try:
        report = check_papers(
            plan,
            agreement,
            as_of=AS_OF,
            law="in-force",
            rulebook=rules,
            determinations={"涉及国家安全": False},
            waivers=[Path("pdo-waivers.yaml"), "more.yaml"],
            baseline=Path("pdo-baseline.json"),
            fail_on="undetermined",
            lang="en",
        )
    except pdo_policy.PolicyError as error:
        return "\n".join(error.__notes__)
    assert_passes(report, lang="en")
    return pdo_policy.render(report, lang="en")


def by_files(folder: str) -> None:
    """Answers and waivers by a file each, a rulebook by its folder."""
    assert_passes(
        check_papers(folder, as_of=AS_OF, rulebook="rules", determinations="认定.yaml", waivers="pdo-waivers.yaml")
    )


def refused(report: Report) -> None:
    """What the types do not let through: no date, a date as text, a name that is not there, a path for a report."""
    check_papers("papers")  # type: ignore[call-arg]
    check_papers("papers", as_of="2026-11-24")  # type: ignore[arg-type]
    check_papers("papers", as_of=AS_OF, fail="note")  # type: ignore[call-arg]
    assert_passes("papers")  # type: ignore[arg-type]
    report.exit_code = 0  # type: ignore[misc]
