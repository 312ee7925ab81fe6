"""`python -m benchmarks.bars [--quick]` measures every bar of speed against what people would use instead.

Installs the peers into `.bench/`, sees that they find the same faults, takes the times in turn, prints the ratios, and
writes `benchmarks/results.md` and `results.svg`. Nothing here is a test: a difference in what is found makes it fail, a
ratio never.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks import equivalent, peers
from benchmarks.corpus import KINDS, papers, sound
from benchmarks.results import Bar, written
from benchmarks.timing import Times, processes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.corpus import Made

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "schemas"
PLAN = ("implementation_plan",)
COLD_LINES = 130
RULES_LINES = 300


class Size(NamedTuple):
    """How much is measured: runs of each process, papers of the corpus, rounds of workers, passes in each."""

    runs: int
    papers: int
    rounds: int
    passes: int


QUICK, WHOLE = Size(7, 60, 3, 2), Size(21, 300, 7, 3)


def main() -> None:
    """Measure, print, write."""
    size = QUICK if "--quick" in sys.argv else WHOLE
    missing = peers.install()
    with tempfile.TemporaryDirectory(prefix="pdo-policy-bench-") as folder:
        bench = _Bench(Path(folder), size)
        bench.see_the_same(spectral="Spectral" not in missing)
        bars = [*bench.cold(spectral="Spectral" not in missing), *bench.warm()]
    lines = written(bars, _machine(size), {**peers.NOT_MEASURED, **dict.fromkeys(missing, "npm could not install it")})
    sys.stdout.write("\n".join(lines) + "\n")


class _Bench:
    def __init__(self, folder: Path, size: Size) -> None:
        self.folder, self.size = folder, size
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PDO_POLICY_CACHE": str(folder / "cache"),
        }
        self.book = equivalent.write_rulebook(folder / "book")
        self.ruleset = equivalent.write_spectral(folder / "spectral")
        self.policy = folder / "bench.rego"
        self.policy.write_text(equivalent.rego(), "utf-8")
        self.corpus = self._kept("corpus", papers(size.papers))
        plans = papers(40, PLAN, left_out_only=True)
        self.plans = self._kept("plans", plans)
        self.cold_paper = folder / "plan.yaml"
        self.cold_paper.write_text(sound("implementation_plan", COLD_LINES).yaml, "utf-8")
        self.long_paper = self._kept("long", [sound("implementation_plan", RULES_LINES, index) for index in range(20)])

    def _kept(self, name: str, made: Sequence[Made]) -> Path:
        place = self.folder / f"{name}.json"
        place.write_text(json.dumps([[paper.name, paper.yaml, paper.json] for paper in made]), "utf-8")
        return place

    # ------------------------------------------------------------------ the same faults

    def see_the_same(self, *, spectral: bool) -> None:
        """See that all engines find the same checks failed."""
        made = json.loads(self.plans.read_text("utf-8"))
        table = equivalent.checks()
        right = [
            sorted(check.id for check in table if equivalent.reference(check, json.loads(text))) for _, _, text in made
        ]
        told = {
            "pdo-policy": self._worker("found-ours", self.plans, 1, self.book),
            "regorus": self._worker("found-rego", self.plans, 1, self.policy),
        }
        for name, found in told.items():
            wrong = [each for each, one, other in zip(made, found, right, strict=True) if one != other]
            assert not wrong, f"{name} does not find the same in {wrong[0][0]}"
        for (name, text, _), expected in list(zip(made, right, strict=True))[:6] if spectral else ():
            assert self._by_spectral(name, text) == expected, f"Spectral does not find the same in {name}"

    def _by_spectral(self, name: str, text: str) -> list[str]:
        place = self.folder / f"{name}.yaml"
        place.write_text(text, "utf-8")
        command = [str(peers.SPECTRAL), "lint", str(place), "-r", str(self.ruleset), "-f", "json", "--quiet"]
        said = subprocess.run(command, capture_output=True, text=True, check=False, env=self.environment).stdout
        found, _ = json.JSONDecoder().raw_decode(said)
        return sorted({each["code"] for each in found})

    # ------------------------------------------------------------------ whole processes

    def cold(self, *, spectral: bool) -> list[Bar]:
        """One paper, one process: ours with the shipped schema and all rules; theirs with what they can do of it."""
        binaries = peers.PYTHON.parent
        schema = SCHEMAS / "implementation_plan.schema.json"
        commands = {
            "ours": [str(binaries / "pdo-policy"), "check", str(self.cold_paper)],
            "check-jsonschema": [
                str(binaries / "check-jsonschema"), "--schemafile", str(schema), str(self.cold_paper),
            ],
            "floor": [str(peers.PYTHON), "-c", "pass"],
        }  # fmt: skip
        if spectral:
            commands["Spectral"] = [str(peers.SPECTRAL), "lint", str(self.cold_paper), "-r", str(self.ruleset)]
        found = processes(commands, self.size.runs, self.environment)
        ours = found.pop("ours")
        whole = f"check of one {len(self.cold_paper.read_text('utf-8').splitlines())}-line YAML, whole process"
        peer = {
            "check-jsonschema": ("check-jsonschema, schema only", 0.45, 0.3),
            "Spectral": (f"Spectral with {equivalent.NUMBER} equivalent rules", 0.16, 0.1),
            "floor": ("`python -c pass`", None, None),
        }
        return [
            Bar(f"{whole}, {kind}", peer[name][0], "ms", *pair, *peer[name][1:])
            for name, run in found.items()
            for kind, pair in (("processor", (ours.processor, run.processor)), ("wall", (ours.wall, run.wall)))
        ]

    # ------------------------------------------------------------------ warm

    def warm(self) -> list[Bar]:
        """The corpus in one process, and rules alone on one paper."""
        works: dict[str, tuple[Path, Path | None]] = {
            "ours-yaml": (self.corpus, None),
            "ours-json": (self.corpus, None),
            "yaml-load": (self.corpus, None),
            "schema": (self.corpus, SCHEMAS),
            "ours-rules": (self.long_paper, self.book),
            "rego-rules": (self.long_paper, self.policy),
        }
        figures: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(self.size.rounds):
            for name, (place, more) in works.items():
                passes = self.size.passes if place is self.corpus else 5 * self.size.passes
                figures[name].append(Times(tuple(self._worker(name, place, passes, more))).median)
        found = {name: Times(tuple(times)) for name, times in figures.items()}
        corpus = f"{self.size.papers} papers of {len(KINDS)} kinds"
        rules = f"rules alone, {equivalent.NUMBER} rules, a {RULES_LINES}-line plan"
        yaml, load = found["ours-yaml"], found["yaml-load"]
        return [
            Bar(f"YAML to findings, {corpus}", "PyYAML's CSafeLoader, loading only", "µs", yaml, load, 1.0, 0.4),
            Bar(f"JSON to findings, {corpus}", "the YAML figure", "µs", found["ours-json"], yaml, 1 / 3, 1 / 6),
            Bar(rules, "regorus", "µs", found["ours-rules"], found["rego-rules"], 0.5, 0.1),
            Bar(f"YAML to findings, {corpus}", "jsonschema-rs, the schema only", "µs", yaml, found["schema"]),
        ]

    def _worker(self, work: str, place: Path, passes: int, more: Path | None) -> Any:  # noqa: ANN401 - what it printed
        worker = ROOT / "benchmarks" / "worker.py"
        command = [str(peers.PYTHON), "-P", str(worker), work, str(place), str(passes), str(more or "")]
        said = subprocess.run(
            command, capture_output=True, text=True, check=True, env=self.environment, cwd=self.folder
        ).stdout
        return json.loads(said)


def _machine(size: Size) -> Mapping[str, str]:
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.strip(),
        "processor": models[0].partition(":")[2].strip() if models else platform.processor(),
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "Python": platform.python_version(),
        **peers.versions(),
        "runs": f"{size.runs} of each process, {size.rounds} rounds of {size.passes} passes over {size.papers} papers",
    }


if __name__ == "__main__":
    main()
