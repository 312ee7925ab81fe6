"""`python -m benchmarks.diagnostics` measures the messages on wrong rules, and how fast rules are read and checked.

Bars of issue 4: of the misspelt names 99 in 100 refused and the right one first for 90; of three faults in a file 2.5
told; 2,000 rules read and checked in 2 s, and twice as many in twice the time.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from pdo_policy import bundled
from pdo_policy.cli import collect_seldom
from pdo_policy.language.declarations import ExceptionItem, RuleItem
from pdo_policy.language.parse import parse
from pdo_policy.rulebook.load import load
from pdo_policy.source import Source
from tests.language.test_checking import sentences
from tests.language.test_misspellings import mutants
from tests.language.test_misspellings import problems as misspelt
from tests.language.test_seeded_faults import FAULTS, found_in_a_run

NUMBERS = (250, 500, 1_000, 2_000, 4_000)
IN_A_FILE = 10
RUNS = 200


def say(line: str) -> None:
    """A line on the standard output."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def misspellings() -> None:
    """Every name on every path of the shipped rules, three slips each."""
    tried = [(mutant, misspelt(mutant.item, mutant.text)) for mutant in mutants()]
    refused = [(mutant, found) for mutant, found in tried if found]
    right = sum(found[0].facts.get("suggestion") == mutant.right for mutant, found in refused)
    say(
        f"misspelt names       {len(tried):5}   refused {len(refused) / len(tried):7.2%}"
        f"   right one first {right / len(tried):7.2%}"
    )


def operators() -> None:
    """How many pairs of operator and kinds of value the test tries; it fails for any that is let pass."""
    written = list(sentences())
    say(f"operators on kinds   {len(written):5}   wrong ones {sum(not means for _, means in written)}, all refused")


def faults() -> None:
    """Three slips of any kind in a file."""
    dice = random.Random(4)  # noqa: S311 - a fixed shuffle, no secret
    found = [found_in_a_run(dice) for _ in range(RUNS)]
    say(f"files with {FAULTS} faults  {RUNS:5}   told {sum(found) / RUNS:.2f} of {FAULTS} a run")


def _letters(number: int) -> str:
    return ("" if number < 26 else _letters(number // 26 - 1)) + chr(65 + number % 26)  # noqa: PLR2004 - letters


def _grown(folder: Path, number: int) -> Path:
    """The shipped rulebook with a number of rules: copies of its own under other ids, in files of ten."""
    shipped = bundled.rulebook_folder()
    target = folder / str(number)
    shutil.copytree(shipped, target, ignore=shutil.ignore_patterns("*.pdl"))
    manifest = target / "rulebook.yaml"
    # It names rules that have other ids here.
    text = re.sub(r"^not_waivable:\n(?:  - .*\n)+", "", manifest.read_text("utf-8"), flags=re.MULTILINE)
    manifest.write_text(text, "utf-8")
    rules: list[str] = []
    for path in sorted(shipped.rglob("*.pdl")):
        source = Source(path.name, path.read_text("utf-8"))
        items = parse(source).items
        rules.extend(source.text[item.start : item.end] for item in items if isinstance(item, RuleItem))
        others = [item for item in items if not isinstance(item, (RuleItem, ExceptionItem))]
        beside = "\n".join(source.text[item.start : item.end] for item in others)
        if others:
            # Files of one name stand in several chapters.
            (target / "-".join(path.relative_to(shipped).parts)).write_text(beside, "utf-8")
    for first in range(0, number, IN_A_FILE):
        copies = [_copy(rules[at % len(rules)], at) for at in range(first, min(first + IN_A_FILE, number))]
        (target / f"copies-{first}.pdl").write_text("\n\n".join(copies), "utf-8")
    return target


def _copy(rule: str, number: int) -> str:
    """A rule under another id; what it entails is left out, since that has another id too."""
    renamed = re.sub(r"(?<=规则 )[A-Z-]+", lambda found: f"{found[0]}-{_letters(number)}", rule, count=1)
    return re.sub(r"^ *后果 .*\n", "", renamed, flags=re.MULTILINE)


def speed() -> None:
    """Reading and checking rulebooks of growing size, as a command does: the best of three, in seconds of processor."""
    collect_seldom()
    with tempfile.TemporaryDirectory() as folder:
        sizes = {number: _grown(Path(folder), number) for number in NUMBERS}
        load(sizes[NUMBERS[0]])
        for number, path in sizes.items():
            taken = min(_timed(path) for _ in range(3))
            characters = sum(len(file.read_text("utf-8")) for file in path.rglob("*.pdl"))
            say(
                f"rules                {number:5}   {taken:6.2f} s   {taken / number * 1e6:6.0f} us a rule"
                f"   {characters / taken / 1e6:5.2f} million characters a second"
            )


def _timed(path: Path) -> float:
    begun = time.process_time()
    load(path)
    return time.process_time() - begun


if __name__ == "__main__":
    for measure in (misspellings, operators, faults, speed):
        measure()
