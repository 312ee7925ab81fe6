"""`python -m tests.fuzz.two_readers COUNT SEED`: texts with slips in them, each read by both readers of YAML.

Where the reader of the block style takes a text, it must make what the full reader makes, with every offset, and the
full reader must have nothing to tell.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from pdo_policy.documents.from_block import read_block
from pdo_policy.documents.from_yaml import read_yaml
from pdo_policy.source import Source

ROOT = Path(__file__).parents[2]
LONGEST_PIECE = 14
# fmt: off
SIGNS = (
    *" \n\n\n  ::-#\"'[]{},|>&*!%@`?~\t\\.=<_(/\r~a\u0000",
    ": ", "- ", " #", " :", "#x", " # c", "# c\n", "\n  # c\n", "\r\n", "\n\n", "---\n", "...\n", "--- ",
    "%YAML 1.2\n", "key: v", "a: b\n", "  b: c\n", "- a\n", "- a: b\n", "-\n", "a:\n", "null", "true", "no",
    "-5", "0x1", "1e999", "12", "1.5", "010", "+1", "12:30", "a:b", "-a", "--", "->", "[]", "{}", "[a, b]",
    "[a,b]", "[1, -2]", "['x', \"y\"]", "{a: b}", "{a: 1, b: 'x'}", "{ 甲: 乙 }",
    "? ", "! ", "&a ", "*a", "!!str ", "<<: ", "|\n", "|-\n",
    ">\n", "''", '""', "'a''b'", '"\\n"', "http://x/y", "C:\\", "：", "“", "”", "‘", "’", "“甲”", "，",
    "、", "\u3000", "\xa0", "\u2003", "\ufeff", "\u2028", "\x85", "\u200b", "\u034f", "\xad", "\ufffd", "𠮷", "e\u0301",
    "１", "İ", "²", "甲",
)
# fmt: on


def texts() -> list[str]:
    """The papers that slips are made in."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "samples").rglob("*.yaml"))]


def with_slips(text: str, chance: Random) -> str:
    """A few lines of a text, or now and then all, with none to four slips: by characters, by lines, by indentation."""
    if chance.random() < 0.97:
        lines = text.splitlines(keepends=True)
        start = chance.randrange(len(lines) or 1)
        text = "".join(lines[start : start + chance.randrange(1, LONGEST_PIECE)])
    for _ in range(chance.randrange(5)):
        text = _slip(text, chance)
    return text


def _slip(text: str, chance: Random) -> str:
    way, at, sign = chance.randrange(8), chance.randrange(len(text) + 1), chance.choice(SIGNS)
    behind = at + chance.randrange(1, 4)
    if way < 3:
        return text[:at] + (sign, "", sign)[way] + text[(at, behind, behind)[way] :]
    lines = text.splitlines(keepends=True) or [""]
    one = chance.randrange(len(lines))
    line = lines[one]
    lines[one : one + 1] = {
        3: [line, line],
        4: [],
        5: [" " * chance.randrange(6) + line.lstrip(" ")],
        6: [line.replace(": ", f": {sign}", 1)],
        7: [line.rstrip("\r\n") + sign + "\n"],
    }[way]
    return "".join(lines)


def is_taken(text: str) -> bool:
    """Whether the reader of the block style takes a text.

    Raises:
        AssertionError: it does, and makes something else of it than the full reader.
    """
    source = Source("-", text)
    found = read_block(source)
    if found is not None:
        # The form tells 1 from True, and 1.0 from 1.
        assert repr(found) == repr(read_yaml(source)), text
    return found is not None


def main(count: int, seed: int) -> None:
    """Read so many texts, and say how many were taken."""
    chance = Random(seed)  # noqa: S311 - nothing here is secret
    known = texts()
    taken = sum(is_taken(with_slips(chance.choice(known), chance)) for _ in range(count))
    sys.stdout.write(f"{count} texts, {taken} taken by the reader of the block style, all alike\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
