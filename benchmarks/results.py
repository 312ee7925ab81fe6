"""Measured bars become a page, a picture, and the lines that are printed."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.timing import Times

HERE = Path(__file__).parent


class Bar(NamedTuple):
    """What was measured.

    Attributes:
        work: what was done.
        peer: what it is held against.
        unit: of the figures.
        ours: our figures.
        theirs: the peer's, taken in turn with ours.
        bar: the ratio that is asked for, at most; None where none is.
        stretch: the ratio that is hoped for.
    """

    work: str
    peer: str
    unit: str
    ours: Times
    theirs: Times
    bar: float | None = None
    stretch: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the bar was met."""
        if self.bar is None or self.stretch is None:
            return ""
        ratio = self.ours.over(self.theirs).median
        return "stretch met" if ratio <= self.stretch else "met" if ratio <= self.bar else "**not met**"


def written(bars: Sequence[Bar], machine: Mapping[str, str], not_measured: Mapping[str, str]) -> list[str]:
    """Write `results.md` and `results.svg`; the lines of the page."""
    lines = [
        "# Measured bars of speed",
        "",
        "Written by `make bench` or `make bench-quick`; the last line tells how much was run.",
        "A ratio is ours over theirs, run by run, median (least–greatest): less is better.",
        "Both were run in turn on one machine, and found the same faults where they were asked the same questions.",
        "",
        "| work | peer | ours | theirs | ratio | bar | stretch | |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(bar) for bar in bars),
        "",
        "## Not measured",
        "",
        *(f"- {name}: {why}" for name, why in not_measured.items()),
        "",
        "## Machine and versions",
        "",
        *(f"- {name}: {value}" for name, value in machine.items()),
    ]
    (HERE / "results.md").write_text("\n".join(lines) + "\n", "utf-8")
    (HERE / "results.svg").write_text(picture(bars), "utf-8")
    return lines


def _row(bar: Bar) -> str:
    ratio = bar.ours.over(bar.theirs)
    wanted = [f"≤ {value:.2f}" if value is not None else "" for value in (bar.bar, bar.stretch)]
    figures = [f"{times.shown()} {bar.unit}" for times in (bar.ours, bar.theirs)]
    return f"| {' | '.join([bar.work, bar.peer, *figures, ratio.shown(2), *wanted, bar.verdict])} |"


def picture(bars: Sequence[Bar]) -> str:
    """How long one check takes as a whole process, beside what else one could run."""
    cold = [bar for bar in bars if bar.unit == "ms" and bar.work.endswith("wall")]
    rows = [("pdo-policy: schema and all rules", cold[0].ours.median, "#1f6f8b")]
    rows += [(bar.peer.replace("`", ""), bar.theirs.median, "#b8b8b8") for bar in cold]
    widest = max(value for _, value, _ in rows)
    parts = []
    for index, (name, value, colour) in enumerate(rows):
        top, width = 34 + index * 34, 380 * value / widest
        parts.append(
            f'<text x="250" y="{top + 15}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="260" y="{top}" width="{width:.1f}" height="22" fill="{colour}"/>'
            f'<text x="{266 + width:.1f}" y="{top + 15}">{value:.0f} ms</text>'
        )
    height = 44 + len(rows) * 34
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="720" height="{height}" viewBox="0 0 720 {height}" '
        f'font-family="sans-serif" font-size="13"><rect width="720" height="{height}" fill="#fff"/>'
        f'<text x="12" y="20" font-weight="bold">{escape(cold[0].work.removesuffix(", wall"))}</text>'
        f"{''.join(parts)}</svg>\n"
    )
