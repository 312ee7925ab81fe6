"""`python -m benchmarks.why` measures an explanation of a rule against a check of that rule alone, on the samples.

Bar of issue 4 (features.md F7): at most twice the time of the check. Both read the same papers, under the same rulebook
with nothing but that rule and what decides it; the whole process is measured too, where starting outweighs all else.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.reporters.trace_as_text import render_trace_text
from pdo_policy.testing.running import part_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdo_policy.rulebook.compiled import Rulebook

AS_OF = date(2026, 11, 24)
SAMPLES = ("samples/compliant", "samples/deficient")
RUNS = 5
PROCESSES = 5
ROOT = Path(__file__).parents[1]


def say(line: str) -> None:
    """A line on the standard output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def least(acts: Sequence[Callable[[], object]], runs: int, clock: Callable[[], float]) -> list[float]:
    """The least time of each of some acts, in seconds, over runs in turn, after one that does not count."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(runs + 1):
        for act, found in zip(acts, times, strict=True):
            begin = clock()
            act()
            found.append(clock() - begin)
    return [min(found[1:]) for found in times]


def ratio(book: Rulebook, rule: str, sample: str) -> float:
    """How many times as long an explanation takes, with its text, as a check of the one rule, with its report."""
    alone = replace(book, program=part_on(book.program, {rule}))

    def checked() -> None:
        api.render(api.check(sample, as_of=AS_OF, rulebook=alone))

    def explained() -> None:
        render_trace_text(api.why(rule, sample, as_of=AS_OF, rulebook=alone), "zh")

    why, check = least((explained, checked), RUNS, time.process_time)
    return why / check


def processes(rule: str, sample: str) -> tuple[float, float]:
    """The least times of whole processes: of an explanation, and of a check of all rules."""

    def run(*arguments: str) -> None:
        command = [sys.executable, "-m", "pdo_policy", *arguments, sample, "--as-of", AS_OF.isoformat()]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)

    why, check = least((lambda: run("why", rule), lambda: run("check")), PROCESSES, time.perf_counter)
    return why, check


def main() -> None:
    """Print the ratios."""
    book = api.load_rulebook()
    rules = list(dict.fromkeys(rule.id for rule in book.program.rules))
    for sample in SAMPLES:
        ratios = {rule: ratio(book, rule, str(ROOT / sample)) for rule in rules}
        slowest = max(ratios, key=lambda rule: ratios[rule])
        median = statistics.median(ratios.values())
        say(f"{sample}: {len(rules)} rules, why / check: median {median:.2f}, most {ratios[slowest]:.2f} ({slowest})")
        why, check = processes(rules[0], sample)
        say(f"{sample}: processes, why {why:.2f} s, check {check:.2f} s of all rules: {why / check:.2f}")


if __name__ == "__main__":
    main()
