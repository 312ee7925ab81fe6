"""A rulebook and its folder become all its pages, by their paths below `docs/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.pages.coverage_page import coverage_page
from pdo_policy.pages.instrument_pages import instrument_page, instruments_index
from pdo_policy.pages.limits_page import limits_page
from pdo_policy.pages.rule_pages import rule_pages, rules_index
from pdo_policy.testing.cases import case_files, read_cases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.testing.cases import Case

FOLDERS = ("law", "rules")
"""The folders that hold these pages and nothing else."""


def site(book: Rulebook, folder: Path) -> Mapping[str, str]:
    """The pages: `law/coverage.md`, `law/limits.md`, `law/index.md`, one for each instrument; `rules/…`.

    Args:
        book: the rulebook.
        folder: where its rules and cases lie.

    Raises:
        FormError: a case file is not in the notation.
    """
    cases = cases_by_rule(folder)
    pages = {
        "law/index.md": instruments_index(book),
        "law/coverage.md": coverage_page(book, case_counts(book, folder), rules="../rules/"),
        "law/limits.md": limits_page(book),
        "rules/index.md": rules_index(book, cases),
    }
    for instrument in book.manifest.instruments:
        pages[f"law/{instrument.id}.md"] = instrument_page(book, instrument)
    pages.update({f"rules/{name}.md": text for name, text in rule_pages(book, cases, folder).items()})
    return {name: f"{text.rstrip()}\n" for name, text in pages.items()}


def case_counts(book: Rulebook, folder: Path) -> Mapping[str, int]:
    """How many cases test each rule; of an exception, those of the rules it attacks.

    Raises:
        FormError: a case file is not in the notation.
    """
    counts = {name: len(those) for name, those in cases_by_rule(folder).items()}
    for one in book.program.exceptions:
        counts[one.id] = sum(counts.get(rule.id, 0) for rule in book.program.rules if one.id in rule.exceptions)
    return counts


def cases_by_rule(folder: Path) -> Mapping[str, list[Case]]:
    """The cases in a rulebook's folder, by the rule they test, in the order of the files.

    Raises:
        FormError: a case file is not in the notation.
    """
    found: dict[str, list[Case]] = {}
    for file in case_files(folder):
        for case in read_cases(file):
            found.setdefault(case.rule, []).append(case)
    return found
