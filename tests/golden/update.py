"""`python -m tests.golden.update` writes the golden files anew; read the difference before you commit it."""

from __future__ import annotations

from tests.golden import traces
from tests.golden.reports import cases, produced


def main() -> None:
    """Write every golden file of every case."""
    for case in cases():
        for name, text in produced(case).items():
            (case / name).write_text(text, "utf-8", newline="\n")
    for name, text in traces.produced().items():
        (traces.FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
