"""For test suites: cases become verdicts expected and met, and the papers of a repository pass or tell why not."""

from pdo_policy.testing.cases import ABSENT, DEFAULT_DATE, Case, case_files, read_cases
from pdo_policy.testing.papers import assert_passes, check_papers, dossier_folders
from pdo_policy.testing.reachable import reachable
from pdo_policy.testing.running import Result, pointer, run_case

__all__ = [
    "ABSENT",
    "DEFAULT_DATE",
    "Case",
    "Result",
    "assert_passes",
    "case_files",
    "check_papers",
    "dossier_folders",
    "pointer",
    "reachable",
    "read_cases",
    "run_case",
]
