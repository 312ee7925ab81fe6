"""`python -m benchmarks.growth` measures how a check grows: with the paper, with its lists, with the rules.

Processor time, the least of some runs, of a check in a process that is warm. Writes `benchmarks/growth.md` and
`benchmarks/growth.svg`. Growth is linear where the time for each line, element or rule does not rise.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.corpus import as_yaml, sample, sound
from pdo_policy import Source, check, load_rulebook
from pdo_policy.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pdo_policy.rulebook.compiled import Rulebook

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 24)
RUNS = 3
TIMES = (1, 2, 4, 8, 16)
"""How often every list of the compliant agreement is written, one after the other."""

ELEMENTS = (25, 50, 100, 200, 400, 800)
RULES = (69, 138, 276, 552, 1104)
RULES_LINES = 200
WIDTH, HEIGHT, MARGIN = 300, 220, 46


class Series(NamedTuple):
    """What grows, what it is counted in, and for each size the milliseconds."""

    title: str
    unit: str
    points: tuple[tuple[int, float], ...]

    @property
    def marginal(self) -> tuple[float, float]:
        """Microseconds for one more: between the first two sizes, and between the last two."""
        slopes = [
            1000 * (later[1] - earlier[1]) / (later[0] - earlier[0])
            for earlier, later in zip(self.points, self.points[1:], strict=False)
        ]
        return slopes[0], slopes[-1]


def main() -> None:
    """Measure, print, write."""
    book = load_rulebook()
    series = [
        Series("length of a paper", "lines", tuple(_papers(book))),
        Series("length of a list", "elements", tuple(_lists(book))),
        Series("number of rules", "rules", tuple(_rules(book))),
    ]
    lines = [
        "# How a check grows",
        "",
        "Written by `python -m benchmarks.growth`; processor time of a warm process.",
        "",
    ]
    for each in series:
        lines += [f"## {each.title.capitalize()}", "", f"| {each.unit} | ms | µs for each |", "|---|---|---|"]
        lines += [f"| {size:,} | {taken:.1f} | {1000 * taken / size:.1f} |" for size, taken in each.points]
        first, last = each.marginal
        lines += ["", f"One more takes {first:.0f} µs at the beginning and {last:.0f} µs at the end.", ""]
    (HERE / "growth.md").write_text("\n".join(lines), "utf-8")
    (HERE / "growth.svg").write_text(picture(series), "utf-8")
    sys.stdout.write("\n".join(lines))


def _papers(book: Rulebook) -> Iterator[tuple[int, float]]:
    for times in TIMES:
        data = sample("agreement")
        for records in _records(data):
            first = list(records)
            for again in range(1, times):
                records.extend({**one, "id": f"{one.get('id', '')}-{again}"} if "id" in one else one for one in first)
        text = as_yaml(data)
        yield len(text.splitlines()), _taken(partial(check, Source("协议.yaml", text), as_of=AS_OF, rulebook=book))


def _records(value: Any) -> Iterator[list[dict[str, Any]]]:  # noqa: ANN401 - data as JSON has it
    """The lists of records in a value, those inside of others first."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _records(inner)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        yield value


def _lists(book: Rulebook) -> Iterator[tuple[int, float]]:
    for elements in ELEMENTS:
        data = sample("implementation_plan")
        first = data["resources"][0]
        data["resources"] = [{**first, "id": f"R-{number}", "name": f"数据资源{number}"} for number in range(elements)]
        text = json.dumps(data, ensure_ascii=False)
        yield elements, _taken(partial(check, Source("方案.json", text), as_of=AS_OF, rulebook=book))


def _rules(book: Rulebook) -> Iterator[tuple[int, float]]:
    shipped = list(book.program.rules)
    text = sound("agreement", RULES_LINES).yaml
    for count in RULES:
        rounds = -(-count // len(shipped))
        copies = [
            rule if not number else rule._replace(id=f"{rule.id}-{number}")
            for number in range(rounds)
            for rule in shipped
        ]
        # Spread over the rulebook, so that a part has rules on all papers as the whole has.
        chosen = tuple(copies[:: max(1, len(copies) // count)][:count])
        part = replace(book, program=book.program._replace(rules=chosen, orders=()))
        yield count, _taken(partial(check, Source("协议.yaml", text), as_of=AS_OF, rulebook=part))


def _taken(act: Callable[[], object]) -> float:
    """Milliseconds of processor time, the least of some runs after one that does not count."""
    act()
    figures = []
    for _ in range(RUNS):
        begin = time.process_time()
        act()
        figures.append(time.process_time() - begin)
    return 1000 * min(figures)


def picture(series: Sequence[Series]) -> str:
    """The series side by side, each with a straight line through its first and last point."""
    panels = "".join(_panel(each, number * WIDTH) for number, each in enumerate(series))
    size = f'viewBox="0 0 {WIDTH * len(series)} {HEIGHT}" width="{WIDTH * len(series)}" height="{HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n{panels}</svg>\n'
    )


def _panel(series: Series, left: int) -> str:
    most_x, most_y = series.points[-1][0], max(taken for _, taken in series.points)

    def place(size: float, taken: float) -> tuple[float, float]:
        across = left + MARGIN + size / most_x * (WIDTH - 2 * MARGIN)
        return round(across, 1), round(HEIGHT - MARGIN - taken / most_y * (HEIGHT - 2 * MARGIN), 1)

    (x1, y1), (x2, y2) = place(*series.points[0]), place(*series.points[-1])
    foot, side = HEIGHT - MARGIN, left + MARGIN
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="3" fill="#1f5fa8"/>\n' for x, y in (place(*one) for one in series.points)
    )
    return (
        f'<text x="{side}" y="20" font-weight="bold">{series.title}</text>\n'
        f'<path d="M{side} {MARGIN}V{foot}H{left + WIDTH - MARGIN}" fill="none" stroke="#888"/>\n'
        f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#bbb" stroke-dasharray="4 3"/>\n{dots}'
        f'<text x="{side - 4}" y="{MARGIN + 4}" text-anchor="end">{most_y:.0f} ms</text>\n'
        f'<text x="{left + WIDTH - MARGIN}" y="{foot + 16}" text-anchor="end">{most_x:,} {series.unit}</text>\n'
    )


if __name__ == "__main__":
    main()
