"""Files made to hurt end in a finding, soon and in little memory; they are read by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pdo_policy.documents.limits import MAX_BYTES

_READ = """
import ctypes, gc, json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
from pdo_policy.documents.files import collect
from pdo_policy.documents.read import read
# What getrusage tells includes the process that started this one, and all that was read before.
status, peak = Path("/proc/self/status"), Path("/proc/self/clear_refs")
def trimmed():
    gc.collect()
    if status.exists():
        ctypes.CDLL(None).malloc_trim(0)
        peak.write_text("5")
for line in sys.stdin:
    trimmed()
    begin = time.process_time()
    (file,) = collect([json.loads(line)], None)
    documents = read(file.source) if file.source else ()
    seconds = time.process_time() - begin
    problems = [problem for document in documents for problem in document.problems] or [file.problem]
    codes = sorted({problem.code for problem in problems if problem})
    del file, documents, problems
    lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
    most = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
    print(json.dumps([codes, seconds, most]), flush=True)
"""
# The aim is one second and 200 MB on an ordinary machine; the rest is for machines that are slow or busy.
_SECONDS = 3.0
_MEGABYTES = 200
_DEEP = 100_000
_MANY = 1_000_000


class Hostile(NamedTuple):
    """A text: a piece, written so many times between two others (`%x` is its number); and the codes it ends in."""

    name: str
    begin: str
    piece: str
    times: int
    end: str
    codes: tuple[str, ...]


_BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 30)
)
_INDENTED = "".join(" " * level + "a:\n" for level in range(3000))
_STAIRS = "".join(" " * (line % 1500) + "a:\n" for line in range(10_000))

CASES = (
    Hostile("brackets.yaml", "", "[", _DEEP, "", ("input.too-deep",)),
    Hostile("brackets-lines.yaml", "", "[\n", _DEEP, "", ("input.too-deep",)),
    Hostile("braces.yaml", "", "{", _DEEP, "", ("input.too-deep",)),
    Hostile("braces-keys.yaml", "", "{a: ", _DEEP, "", ("input.too-deep",)),
    Hostile("dashes.yaml", "", "- ", _DEEP, "", ("input.too-deep",)),
    Hostile("question-marks.yaml", "", "? ", _DEEP, "", ("input.too-deep",)),
    Hostile("indented.yaml", "", _INDENTED, 1, "", ("input.too-deep",)),
    Hostile("stairs.yaml", "", _STAIRS, 1, "", ("input.too-deep",)),
    Hostile("brackets.json", "", "[", _DEEP, "", ("input.too-deep",)),
    Hostile("brackets-closed.json", "[" * _DEEP, "]", _DEEP, "", ("input.too-deep",)),
    Hostile("braces.json", "", '{"a":', _DEEP, "", ("input.too-deep",)),
    Hostile("brackets-behind-a-slip.yaml", "名称：x\n标题: 1\n", "[", _DEEP, "", ("input.full-width-colon",)),
    Hostile("alias-bomb.yaml", "", _BOMB, 1, "", ("input.alias", "input.anchor", "input.more-problems")),
    Hostile("alias-itself.yaml", "- &a [", "*a,", _DEEP, "]\n",
            ("input.too-many-problems", "input.alias", "input.anchor", "input.more-problems")),
    Hostile("anchors.yaml", "", "&a ", _DEEP, "x", ("input.yaml-text-after-value",)),
    Hostile("tags.yaml", "", "- !a x\n", _DEEP, "", ("input.too-many-problems", "input.tag", "input.more-problems")),
    Hostile("long-scalar.yaml", "a: ", "湖", 50_000_000 // 3, "\n", ("input.too-large",)),
    Hostile("long-scalar.json", '{"a": "', "x", 50_000_000, '"}', ("input.too-large",)),
    Hostile("one-line-list.yaml", "a: [", "x, ", 10_000_000 // 3, "]\n", ("input.too-many-values",)),
    Hostile("one-line-list.json", "[", "1,", 10_000_000 // 2, "1]", ("input.too-many-values",)),
    Hostile("one-line-open.json", '{"a": "', "x", 10_000_000, "", ("input.json-open-string",)),
    Hostile("one-line-open.yaml", 'a: "', "x ", 5_000_000, "", ("input.yaml-open-quote",)),
    Hostile("one-line-colons.yaml", "", "a: ", 10_000_000 // 3, "", ("input.yaml-unquoted-colon",)),
    Hostile("one-line-wide-colons.yaml", "", "名：", 10_000_000 // 6, "", ("input.full-width-colon",)),
    Hostile("one-line-prose.yaml", "[", "甲 乙：丙, ", _MANY // 2, "]\n", ("input.too-many-values",)),
    Hostile("one-line-prose.json", "{", '"甲"：1,', _MANY, '"乙":1}',
            ("input.full-width-colon", "input.more-problems")),
    Hostile("million-digits.yaml", "a: ", "1", _MANY, "\n", ("input.number-too-large",)),
    Hostile("million-digits.json", '{"a": ', "1", _MANY, "}", ("input.number-too-large",)),
    Hostile("million-digits-and-a-letter.json", '{"a": 1.', "1", _MANY, "x}", ("input.json-number",)),
    Hostile("million-zeros-exponent.yaml", "a: 1e", "0", _MANY, "1\n", ("input.number-too-large",)),
    Hostile("million-keys.yaml", "", "k%x:\n", _MANY, "", ("input.too-many-values",)),
    Hostile("million-keys.json", "{", '"%x":1,', _MANY, '"k":1}', ("input.too-many-values",)),
    Hostile("million-same-keys.yaml", "", "a: 1\n", _MANY, "", ("input.too-many-values",)),
    Hostile("million-same-keys.json", "{", '"a":1,', _MANY, '"a":1}', ("input.too-many-values",)),
    Hostile("million-documents.yaml", "", "---\na: 1\n", _MANY, "", ("input.too-many-documents",)),
    Hostile("million-empty-documents.yaml", "", "---\n", _MANY, "", ("input.too-many-values",)),
    Hostile("million-directives.yaml", "", "%a b\n", _MANY, "", ("input.too-many-directives",)),
    Hostile("million-comments.json", "", "#\n", _MANY, "1", ("input.json-comment", "input.more-problems")),
    Hostile("million-wide-spaces.json", "", "\u3000", _MANY, "1", ("input.wide-space", "input.more-problems")),
    Hostile("million-hidden.yaml", "a: ", "\u200bx", _MANY, "\n", ("input.hidden-character", "input.more-problems")),
    Hostile("million-slips.yaml", "", "名称：x\n标题: 1\n", _MANY // 4, "", ("input.full-width-colon",)),
    Hostile("million-quotes.yaml", "", "- “x”\n", _DEEP, "",
            ("input.too-many-problems", "input.full-width-quotes", "input.more-problems")),
    Hostile("million-continued-lines.yaml", "a: x\n", "  b：c\n  -d\n", _MANY // 4, "",
            ("input.more-problems", "input.yaml-dash-space")),
    Hostile("colons-in-many-texts.yaml", "", "-\n" + "  b：c\n" * 900, 1300, "",
            ("input.full-width-colon", "input.more-problems", "input.too-many-problems")),
    Hostile("dashes-in-many-texts.yaml", "", "- a\n" + "  -d\n" * 900, 2000, "",
            ("input.more-problems", "input.too-many-problems", "input.yaml-dash-space")),
    Hostile("million-tabs.yaml", "", "\t", _MANY, "a: 1", ("input.tab",)),
    Hostile("nul.yaml", "a: 1", "\0", _MANY, "", ("input.nul-byte",)),
    Hostile("nul.json", "", "\0", _MANY, "", ("input.nul-byte",)),
    Hostile("nul-escaped.json", '["', "\\u0000", _MANY, '"]', ("input.control-character",)),
    Hostile("surrogates.json", '["', "\\ud800", _MANY, '"]', ("input.surrogate",)),
    Hostile("surrogates.yaml", 'a: "', "\\ud800", _MANY, '"', ("input.yaml-escape",)),
    Hostile("comment-open.json", "/*", "*", 5_000_000, "", ("input.json-unexpected",)),
    Hostile("unquoted.json", '{"a": ', "x", 5_000_000, "}", ("input.json-unquoted-text",)),
    Hostile("wide-quotes.json", "", "“", _MANY, "", ("input.full-width-quotes", "input.json-extra-content")),
)  # fmt: skip


Reader = Callable[[Path], tuple[list[str], float, int]]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """A process of its own that reads whatever path it is given, under a limit of memory."""
    with subprocess.Popen(
        [sys.executable, "-c", _READ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        asked, answered = child.stdin, child.stdout

        def read(path: Path) -> tuple[list[str], float, int]:
            asked.write(json.dumps(str(path)) + "\n")
            asked.flush()
            line = answered.readline()
            assert line.startswith("["), line + answered.read()
            codes, seconds, peak = json.loads(line)
            return codes, seconds, peak

        yield read
        asked.close()


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_ends_in_a_finding(case: Hostile, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / case.name
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(case.begin)
        if "%x" in case.piece:
            stream.writelines(case.piece % number for number in range(case.times))
        else:
            stream.write(case.piece * case.times)
        stream.write(case.end)
    codes, seconds, peak = reader(path)
    path.unlink()
    assert codes == sorted(case.codes)
    assert seconds < _SECONDS
    assert peak < _MEGABYTES


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "begin", "piece", "end"),
    [
        ("plain.yaml", "a: ", "x", "\n"),
        ("plain-chinese.yaml", "a: ", "湖", "\n"),
        ("plain-words.yaml", "a: ", "x ", "\n"),
        ("block.yaml", "a: |\n", "  x\n", ""),
        ("escapes.yaml", 'a: "', "\\n", '"\n'),
        ("comments.yaml", "", "# x\n", "a: 1\n"),
        ("text.json", '{"a": "', "x", '"}'),
        ("escapes.json", '{"a": "', "\\n", '"}'),
        ("astral.json", '{"a": "', "𠮷", '"}'),
        # One character outside the basic plane, and every other takes four bytes.
        ("wide.yaml", "a: 𠮷", "x", "\n"),
        ("wide-quoted.yaml", 'a: "𠮷', "x", '"\n'),
        ("wide-block.yaml", "a: |\n  𠮷", "x", "\n"),
        ("wide.json", '{"a": "𠮷\\n', "x", '"}'),
    ],
)
def test_the_largest_file_that_is_read_costs_no_more(
    name: str, begin: str, piece: str, end: str, tmp_path: Path, reader: Reader
) -> None:
    times = (MAX_BYTES - len((begin + end).encode())) // len(piece.encode())
    path = tmp_path / name
    path.write_text(begin + piece * times + end, encoding="utf-8", newline="")
    codes, seconds, peak = reader(path)
    path.unlink()
    assert codes == []
    assert seconds < _SECONDS
    assert peak < _MEGABYTES
