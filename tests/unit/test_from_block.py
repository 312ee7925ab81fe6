"""What the reader of the block style takes, what it leaves to the full reader, and that both make the same of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from pdo_policy.cli.new_papers import paper
from pdo_policy.documents.from_block import read_block
from pdo_policy.documents.from_yaml import read_yaml
from pdo_policy.documents.limits import MAX_DEPTH, MAX_NODES
from pdo_policy.documents.read import read
from pdo_policy.documents.screening import is_clear, screen
from pdo_policy.source import Source
from tests.fuzz.two_readers import is_taken, texts, with_slips
from tests.suites import are_here, yaml_cases
from tests.traps import TRAPS

ROOT = Path(__file__).parents[2]

TAKEN = {
    "record": "a: 1\nb: 二\n",
    "no-line-end-behind": "a: 1\nb: 二",
    "no-value-behind": "a: 1\nb:",
    "windows-line-ends": "a: 1\r\nb:\r\n  - c\r\n  - d\r\n",
    "both-line-ends": "a: 1\r\nb:\n  - c\r\n  - d\n",
    "record-in-record": "a:\n  b:\n    c: 1\n  d: 2\ne: 3\n",
    "list-in-record": "a:\n  - b\n  - c\nd: 1\n",
    "list-at-its-key": "a:\n- b\n- c\nd: 1\n",
    "list": "- a\n- 2\n",
    "records-in-list": "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c:\n      d: 4\n      e: [5]\n  - f\n",
    "records-in-list-at-key": "a:\n- b: 1\n  c: 2\n- b:\n  - 3\n  - 4\nd: 5\n",
    "wide-dash": "a:\n  -   b: 1\n      c: 2\n",
    "indented-whole": "  a: 1\n  b: 2\n",
    "no-value": "a:\nb:\n  c:\n  d: 1\ne:\n",
    "no-value-in-list": "- a:\n- b\n",
    "comments": "# 一\n\na: 1 # 二\n   # 三\nb: # 四\n  # 五\n\n  c: 2\n# 六\n",
    "comment-sign-in-text": "a: C#语言 v2#\n",
    "quoted": "a: '一: 二'\nb: \"三 # 四\"\nc: ''\nd: \"\"\n",
    "colon-in-text": "a: http://例.cn/甲:乙\nb: 12:30\n",
    "signs-in-text": "a: 一, 二 [三] {四} & * ! | > ' \" % @ `\n",
    "wide-signs": "a: 《办法》第一条：“三重一大”，由谁、何时。\n",
    "numbers": "a: 1\nb: -2\nc: 1.50\nd: 1e3\ne: 0123\nf: +5\ng: .5\nh: -3度\n",
    "words": "a: null\nb: ~\nc: true\nd: False\ne: no\nf: nullx\n",
    "dates": "a: 2025-01-01\nb: 2025年8月31日\n",
    "brackets": "a: []\nb: {}\nc: [甲, 乙]\nd: [1, -2, true, '三', \"四\"]\ne: [ 一 ]\n",
    "record-in-brackets": "a: {}\nb: {起始日: 2025-01-01, end: '二', n: -3 }\nc:\n  - { d: 甲（乙） 丙 }\n",
    "start": "---\na: 1\n",
    "start-behind-comment": "# 一\n\n--- # 二\na: 1\n",
    "wide-space-in-text": "a: 第一条\u3000总则\nb: \u3000c\n",
    "wide-letters-in-key": "ａ: 1\n",
    "sign-in-key": "甲（一）/乙: 1\n甲-乙_丙.丁: 2\n",
    "deep": "".join(f"{' ' * depth}a:\n" for depth in range(MAX_DEPTH - 4)),
}

LEFT = {
    "nothing": "",
    "comment-alone": "# 一\n",
    "text-alone": "一\n",
    "text-of-two-lines": "a: 一\n  二\n",
    "text-below-its-key": "a:\n  一\n",
    "quoted-text-of-two-lines": 'a: "一\n  二"\n',
    "folded": "a: >\n  一\n",
    "kept": "a: |\n  一\n",
    "anchor": "a: &b 1\n",
    "alias": "a: *b\n",
    "tag": "a: !!str 1\n",
    "merge-key": "<<: 1\n",
    "asked-key": "? a\n: b\n",
    "directive": "%YAML 1.2\n---\na: 1\n",
    "two-documents": "a: 1\n---\nb: 2\n",
    "end-of-document": "a: 1\n...\n",
    "value-behind-start": "--- a\n",
    "tab": "a:\t1\n",
    "tab-in-comment": "a: 1 #\t一\n",
    "lone-carriage-return": "a: 1\rb: 2\n",
    "next-line": "a: 1\x85\n",
    "line-separator": "a: 一\u2028二\n",
    "byte-order-mark": "\ufeffa: 1\n",
    "control-character": "a: \x07\n",
    "hidden-character": "a: 一\u200b二\n",
    "damaged-character": "a: 一\ufffd\n",
    "key-twice": "a: 1\nb: 2\na: 3\n",
    "key-twice-quoted": "a: 1\n'a': 2\n",
    "key-a-number": "1: a\n",
    "key-a-word": "a: 1\ntrue: 2\n",
    "no-break-space-in-text": "a: 一\xa0二\n",
    "key-with-wide-space": "\u3000a: 1\n",
    "key-with-wide-space-behind": "a\u3000: 1\n",
    "key-with-spaces": "a b: 1\n",
    "key-quoted": '"a": 1\n',
    "key-long": f"{'a' * 101}: 1\n",
    "wide-colon": "a：1\n",
    "no-space-behind-colon": "a:1\n",
    "colon-twice": "a: b: c\n",
    "space-before-colon": "a : b\n",
    "escape": 'a: "\\n"\n',
    "quote-in-quotes": "a: 'b''c'\n",
    "open-quote": "a: 'b\n",
    "text-behind-quotes": "a: 'b' c\n",
    "wide-quotes-around": "a: “b”\n",
    "large-number": f"a: {'9' * 401}\n",
    "large-power": "a: 1e999\n",
    "wide-comma-in-brackets": "a: [甲，乙]\n",
    "records-in-brackets": "a: {b: {c: 1}}\n",
    "record-in-list-in-brackets": "a: [{b: 1}]\n",
    "list-in-record-in-brackets": "a: {b: [1]}\n",
    "key-twice-in-brackets": "a: {b: 1, b: 2}\n",
    "key-alone-in-brackets": "a: {b, c: 1}\n",
    "wide-colon-in-brackets": "a: {b：1}\n",
    "no-value-in-brackets": "a: {b: , c: 1}\n",
    "no-space-in-brackets": "a: {b:1}\n",
    "key-a-number-in-brackets": "a: {1: b}\n",
    "key-a-word-in-brackets": "a: {null: b}\n",
    "wide-comma-in-record-in-brackets": "a: {b: 甲，乙}\n",
    "large-number-in-brackets": f"a: [{'9' * 401}]\n",
    "list-in-brackets": "a: [[1]]\n",
    "comma-last-in-brackets": "a: [1, ]\n",
    "brackets-of-two-lines": "a: [1,\n  2]\n",
    "list-in-list": "- - a\n",
    "dash-alone": "-\n  a: 1\n",
    "dash-last": "a: 1\n- ",
    "dash-without-space": "- a\n-b\n",
    "dash-in-record": "a: 1\n- b\n",
    "key-in-list": "- a\nb: 1\n",
    "deeper-behind-value": "a: 1\n  b: 2\n",
    "less-deep-than-any": "  a: 1\nb: 2\n",
    "between-columns": "a:\n    b: 1\n  c: 2\n",
    "space-behind-last": "a: b ",
    "too-deep": "".join(f"{' ' * depth}a:\n" for depth in range(MAX_DEPTH + 1)),
    "too-many-values": "- a\n" * MAX_NODES,
    "too-many-items": f"a: [{'b,' * MAX_NODES}b]\n",
}


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_what_leaves_no_doubt_is_taken(text: str) -> None:
    assert is_taken(text)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_leaves_any_doubt_is_left_to_the_full_reader(text: str) -> None:
    assert read_block(Source("-", text)) is None
    assert read(Source("-", text), format="yaml") == read_yaml(Source("-", text))


def test_a_text_with_a_problem_is_never_taken() -> None:
    assert [trap.name for trap in TRAPS if trap.written == "yaml" and is_taken(trap.text)] == []


@pytest.mark.skipif(not are_here(), reason="the suites come from npm: make judges")
def test_the_cases_of_the_suite_are_read_alike() -> None:
    assert sum(is_taken(case.text) for case in yaml_cases()) >= 19


def test_the_papers_of_the_samples_are_taken() -> None:
    folders = ("compliant", "deficient", "drafting", "franchise", "two-operators", "real", "variants")
    papers = [path for name in folders for path in sorted((ROOT / "samples" / name).rglob("*.yaml"))]
    left = [path.relative_to(ROOT).as_posix() for path in papers if not is_taken(path.read_text("utf-8"))]
    assert len(left) < len(papers) / 5, left


@pytest.mark.parametrize("name", ["plan", "agreement", "report"])
def test_the_papers_to_fill_in_are_taken(name: str) -> None:
    assert is_taken(paper(name, "XM-0001", "样表.yaml"))


def test_slips_are_read_alike() -> None:
    chance, known = Random(7), texts()  # noqa: S311 - nothing here is secret
    taken = [is_taken(with_slips(chance.choice(known), chance)) for _ in range(3000)]
    assert 300 < sum(taken) < 2700


def test_every_character_that_is_told_of_is_seen() -> None:
    """Python may call another character printable tomorrow."""
    characters = map(chr, range(sys.maxunicode + 1))
    assert [hex(ord(char)) for char in characters if is_clear(char) and screen(char).problems] == []
    assert is_clear("甲（一） 𠮷：“b”\r\n") is True


def test_a_paper_in_the_block_style_is_read_without_pyyaml() -> None:
    code = (
        "import sys\nfrom pdo_policy.documents.read import read\nfrom pdo_policy.source import Source\n"
        "for text in ('a: 1', 'a: &b 1'):\n    read(Source('x.yaml', text))\n    print('yaml' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(
    "text",
    [
        "a: |" + " " * 1_000_000,
        "a: x" + " #" * 500_000 + "\r",
        "- " * 500_000,
        "a: [" * 250_000,
        ("  " * 500 + "\r") * 999,
    ],
    ids=["spaces", "comments", "dashes", "brackets", "margins"],
)
def test_doubt_takes_no_time(text: str) -> None:
    """By its length, that is: each of these would take minutes if it were read from every character on."""
    assert read_block(Source("-", text)) is None
