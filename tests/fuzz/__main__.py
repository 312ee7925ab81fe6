"""`python -m tests.fuzz TARGET SECONDS`: atheris looks for bytes that break a target, guided by what they reach.

It begins with the seeds and with what earlier runs kept in `.fuzz/corpus`; bytes that break a target are written into
`.fuzz/crashes`, and belong into a test. `make fuzz` runs all targets.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pdo_policy"]):
    from tests.fuzz.targets import TARGETS

from tests.fuzz.seeds import seeds, words

ROOT = Path(__file__).parents[2]
LONGEST = {"cache": 65_536, "reports": 65_536}
USUAL = 4096
SLOWEST = 20
MEGABYTES = 2048


def main(target: str, seconds: int) -> None:
    """Fuzz a target; the process ends with 0 where nothing was found."""
    written, found = (ROOT / ".fuzz" / name / target for name in ("corpus", "crashes"))
    longest = LONGEST.get(target, USUAL)
    for folder in (written, found):
        folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds(target).items():
        (written / name).write_bytes(data[:longest])
    # What is made once must not count as the time of the first bytes.
    for data in list(seeds(target).values())[:5]:
        TARGETS[target](data)
    known = ROOT / ".fuzz" / f"{target}.dict"
    known.write_text(dictionary(target), "utf-8")
    options = {
        "max_total_time": seconds, "max_len": longest, "timeout": SLOWEST, "rss_limit_mb": MEGABYTES,
        "dict": known, "artifact_prefix": f"{found}/", "print_final_stats": 1,
    }  # fmt: skip
    arguments = [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(written)]
    atheris.Setup(arguments, TARGETS[target])
    atheris.Fuzz()


def dictionary(target: str) -> str:
    """The words of a target, as libFuzzer reads them."""
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words(target))
    return "".join(f'"{word}"\n' for word in dict.fromkeys(escaped))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
