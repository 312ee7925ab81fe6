"""One kind of work over papers, warm, in one process; prints the microseconds that each pass takes for a paper.

`python -P worker.py WORK PAPERS.json PASSES`: run by `benchmarks.bench` with the Python that has the peers.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

AS_OF = date(2026, 11, 24)
Papers = list[tuple[str, str, str]]


def load_alone(papers: Papers) -> Callable[[], object]:
    """Text to values, by libyaml through PyYAML; a date that is none ends its paper there."""
    import yaml  # noqa: PLC0415 - each work loads its own

    def act() -> None:
        for _, text, _ in papers:
            try:
                yaml.load(text, yaml.CSafeLoader)
            except ValueError:
                continue

    return act


def checked(papers: Papers, form: int) -> Callable[[], object]:
    """Text to findings with their places: reading, schema, all shipped rules."""
    from pdo_policy import Source, check, load_rulebook  # noqa: PLC0415 - as above

    suffix = ("", ".yaml", ".json")[form]
    sources = [Source(paper[0] + suffix, paper[form]) for paper in papers]
    book = load_rulebook()
    return lambda: check(*sources, as_of=AS_OF, rulebook=book)


def rules_alone(papers: Papers, folder: str) -> Callable[[], object]:
    """Papers that are read already to findings, under the rulebook of the equivalent checks."""
    from pdo_policy import Source, api, load_rulebook  # noqa: PLC0415 - as above
    from pdo_policy.asking import taken_in  # noqa: PLC0415 - as above
    from pdo_policy.evaluation.evaluate import evaluate  # noqa: PLC0415 - as above
    from pdo_policy.evaluation.machine import machine  # noqa: PLC0415 - as above
    from pdo_policy.evaluation.question import Question  # noqa: PLC0415 - as above
    from pdo_policy.progress import unwatched  # noqa: PLC0415 - as above

    book = load_rulebook(folder)
    files = api._files(tuple(Source(f"{name}.yaml", text) for name, text, _ in papers), None)  # noqa: SLF001 - half a check
    _, dossiers = taken_in(book, files, "zh", unwatched)
    question = Question(book, machine(book.program), AS_OF, "default", {}, "zh")
    return lambda: evaluate(question, dossiers)


def rego_alone(papers: Papers, policy: str) -> Callable[[], object]:
    """Papers that are values already to the checks that fail, by regorus."""
    import regorus  # noqa: PLC0415 - as above

    engine = regorus.Engine()
    engine.add_policy("bench.rego", Path(policy).read_text("utf-8"))
    values = [json.loads(text) for _, _, text in papers]

    def act() -> None:
        for value in values:
            engine.set_input(value)
            engine.eval_rule("data.bench.violation")

    return act


def schema_alone(papers: Papers, schemas: str) -> Callable[[], object]:
    """Papers that are values already to the flaws of their form, by jsonschema-rs."""
    import jsonschema_rs  # noqa: PLC0415 - as above

    values = [json.loads(text) for _, _, text in papers]
    kinds = {value["kind"] for value in values}
    texts = {kind: Path(schemas, f"{kind}.schema.json").read_text("utf-8") for kind in kinds}
    judges = {kind: jsonschema_rs.Draft202012Validator(json.loads(text)) for kind, text in texts.items()}
    return lambda: [list(judges[value["kind"]].iter_errors(value)) for value in values]


def found_by_rego(papers: Papers, policy: str) -> list[list[str]]:
    """The checks that each paper fails, by regorus."""
    import regorus  # noqa: PLC0415 - as above

    engine = regorus.Engine()
    engine.add_policy("bench.rego", Path(policy).read_text("utf-8"))
    found = []
    for _, _, text in papers:
        engine.set_input_json(text)
        found.append(sorted(engine.eval_rule("data.bench.violation")))
    return found


def found_by_us(papers: Papers, folder: str) -> list[list[str]]:
    """The checks that each paper fails, by our rules."""
    from pdo_policy import Source, check, load_rulebook  # noqa: PLC0415 - as above

    book = load_rulebook(folder)
    reports = (check(Source(f"{name}.yaml", text), as_of=AS_OF, rulebook=book) for name, text, _ in papers)
    return [sorted(row.rule_id for row in report.coverage if row.verdict == "violated") for report in reports]


def main(work: str, place: str, passes: str, more: str = "") -> None:
    """Do the work and print what it gave: times, or what was found."""
    papers: Papers = json.loads(Path(place).read_text("utf-8"))
    finders: dict[str, Callable[[Papers, str], list[list[str]]]] = {"rego": found_by_rego, "ours": found_by_us}
    if work.startswith("found-"):
        sys.stdout.write(json.dumps(finders[work.removeprefix("found-")](papers, more)))
        return
    acts: dict[str, Callable[[], Callable[[], Any]]] = {
        "yaml-load": lambda: load_alone(papers),
        "ours-yaml": lambda: checked(papers, 1),
        "ours-json": lambda: checked(papers, 2),
        "ours-rules": lambda: rules_alone(papers, more),
        "rego-rules": lambda: rego_alone(papers, more),
        "schema": lambda: schema_alone(papers, more),
    }
    act = acts[work]()
    gc.set_threshold(50_000, 20, 20)
    act()
    times = []
    for _ in range(int(passes)):
        begin = time.process_time()
        act()
        times.append((time.process_time() - begin) * 1e6 / len(papers))
    sys.stdout.write(json.dumps(times))


if __name__ == "__main__":
    main(*sys.argv[1:])
