"""Cases become verdicts expected and met, and a measure of how much of the rules they show."""

from pdo_policy.testing.cases import ABSENT, DEFAULT_DATE, Case, case_files, read_cases
from pdo_policy.testing.reachable import reachable
from pdo_policy.testing.running import Result, pointer, run_case

__all__ = ["ABSENT", "DEFAULT_DATE", "Case", "Result", "case_files", "pointer", "reachable", "read_cases", "run_case"]
