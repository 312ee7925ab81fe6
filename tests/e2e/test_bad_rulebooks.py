"""Whatever is wrong with a rulebook's files, every command says where, within a second, and ends with exit code 4."""

from __future__ import annotations

import json
import os
import re
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pdo_policy import cli
from pdo_policy.errors import RulebookError
from pdo_policy.rulebook.patterns import flaw
from tests.asking import asked, rule, truth
from tests.rulebooks import load, plan, small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = rule("应当 方案.目标 已载明", name="T-GOOD")
MANY = 100_000
EXEMPT = "例外 {} “题” 对 {}\n依据 《实施规范》第八条\n效果 豁免\n完\n"


class Bad(NamedTuple):
    """A rulebook that is bad: its rules, what is done to its folder, and what is told at which place."""

    rules: str
    told: str
    spoil: Callable[[Path], object] = lambda _folder: None


def writing(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def called(condition: str) -> str:
    return rule(f"应当 {condition}")


def chain(length: int) -> str:
    calls = [f"判定 甲{n}（方案 案） := 甲{n + 1}（案）" for n in range(length)]
    return "\n".join([*calls, f"判定 甲{length}（方案 案） := 案.目标 已载明", called("甲0（方案）")])


def doubling(times: int) -> str:
    calls = [f"判定 甲{n + 1}（方案 案） := 甲{n}（案） 且 甲{n}（案）" for n in range(times)]
    return "\n".join(["判定 甲0（方案 案） := 案.目标 已载明", *calls, called(f"甲{times}（方案）")])


ALIASES = b"a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"a%d: &a%d [%b]\n" % (level, level, b",".join([b"*a%d" % (level - 1)] * 9)) for level in range(1, 9)
)

BAD = {
    "empty": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”是空的", writing("x.pdl", b"")),
    "blank": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”是空的", writing("x.pdl", "\ufeff \n\u3000\n".encode())),
    "binary": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”不是 UTF-8", writing("x.pdl", bytes(range(256)) * 400)),
    "NULs": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”不是 UTF-8", writing("x.pdl", b"\0" * MANY)),
    "UTF-16": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：", writing("x.pdl", GOOD.encode("utf-16-le"))),
    "not to be opened": Bad(
        GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”打不开", lambda folder: (folder / "x.pdl").mkdir()
    ),
    "nowhere": Bad(
        GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”打不开", lambda folder: (folder / "x.pdl").symlink_to("gone")
    ),
    "a pipe": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”打不开", lambda folder: os.mkfifo(folder / "x.pdl")),
    "a device": Bad(
        GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”打不开", lambda folder: (folder / "x.pdl").symlink_to("/dev/zero")
    ),
    "five megabytes": Bad(GOOD, r"x\.pdl:1:1 错误 PDL-E009：“x\.pdl”超过 4096 KB", writing("x.pdl", b"x" * 50 * MANY)),
    "a name of two lines and a command": Bad(
        GOOD,
        r"^x\ufffd\ufffd\[31m\.pdl:1:1 错误 PDL-E009：“x\ufffd\ufffd\[31m\.pdl”是空的",
        writing("x\n\x1b[31m.pdl", b""),
    ),
    "a hundred thousand words that begin a rule": Bad(
        "规则 " * MANY, r"rules\.pdl:1:301 错误 PDL-E011：这个文件的错误已经超过 100 处，从这里起没有再看"
    ),
    "rules that are begun and never ended": Bad(
        "规则 T-A “题”\n" * (MANY // 3), r"rules\.pdl:101:1 错误 PDL-E011：这个文件的错误已经超过 100 处"
    ),
    "invisible characters": Bad(
        called("方案.目标 已载明" + "\u200b" * MANY), r"rules\.pdl:4:13 错误 PDL-E004 \[T-A\]：.*U\+200B"
    ),
    "no schema": Bad(
        GOOD,
        r"rulebook\.yaml:15:14 错误 LAW-D001：.*plan\.schema\.json",
        lambda folder: (folder / "plan.schema.json").unlink(),
    ),
    "an unreadable manifest": Bad(
        GOOD, r"rulebook\.yaml:1:1 错误 LAW-F001：", writing("rulebook.yaml", bytes(range(256)))
    ),
    "an empty manifest": Bad(GOOD, r"rulebook\.yaml:1:1 错误 LAW-F002：", writing("rulebook.yaml", b"")),
    "a register of brackets": Bad(
        GOOD, r"instruments/norm\.yaml:1:1001 错误 LAW-F002：", writing("instruments/norm.yaml", b"[" * MANY)
    ),
    "a register that is a pipe": Bad(
        GOOD,
        r"instruments/x\.yaml:1:1 错误 LAW-F001：",
        lambda folder: os.mkfifo(folder / "instruments" / "x.yaml"),
    ),
    "a register of keys": Bad(
        GOOD,
        r"instruments/x\.yaml:1:1 错误 LAW-F004：没有“k0”这一项",
        writing("instruments/x.yaml", b"".join(b"k%d: 1\n" % number for number in range(40_000))),
    ),
    "a register that has no end": Bad(
        GOOD,
        r"instruments/x\.yaml:1:1 错误 LAW-F001：",
        lambda folder: (folder / "instruments" / "x.yaml").symlink_to("/dev/zero"),
    ),
    "a register of aliases": Bad(
        GOOD, r"instruments/x\.yaml:1:5 错误 LAW-F002：.*锚点", writing("instruments/x.yaml", ALIASES)
    ),
    "a schema of brackets": Bad(
        GOOD, r"plan\.schema\.json:1:65 错误 LAW-F002：.*嵌套", writing("plan.schema.json", b"[" * MANY)
    ),
    "an unreadable calendar": Bad(
        GOOD, r"calendars/2025\.yaml:1:1 错误 LAW-F001：", writing("calendars/2025.yaml", b"\xff\xfe")
    ),
    "an unreadable schema": Bad(
        GOOD, r"plan\.schema\.json:1:1 错误 LAW-F001：", writing("plan.schema.json", b"\xff\xfe")
    ),
    "predicates in a circle": Bad(
        "判定 甲（方案 案） := 乙（案）\n判定 乙（方案 案） := 甲（案）\n" + called("甲（方案）"),
        r"rules\.pdl:1:15 错误 PDL-R004 \[甲\]：.*甲 → 乙 → 甲",
    ),
    "a predicate of itself": Bad("判定 甲（方案 案） := 甲（案）", r"rules\.pdl:1:15 错误 PDL-R004 \[甲\]：.*甲 → 甲"),
    "a circle of two thousand": Bad(
        "\n".join(f"判定 甲{n}（方案 案） := 甲{(n + 1) % 2000}（案）" for n in range(2000)),
        r"rules\.pdl:1:16 错误 PDL-R004 \[甲0\]：",
    ),
    "a chain of two thousand": Bad(chain(2000), r"rules\.pdl:\d+:\d+ 错误 PDL-R004 \[甲\d+\]：.*就太大了"),
    "doubled forty times": Bad(doubling(40), r"rules\.pdl:13:26 错误 PDL-R004 \[甲12\]：.*就太大了"),
    "many calls in one rule": Bad(
        doubling(11) + "\n" + called(" 且 ".join(["甲11（方案）"] * 3)).replace("T-A", "T-B"),
        r"错误 PDL-R004 \[甲\d+\]：.*就太大了",
    ),
    "exceptions in a circle": Bad(
        GOOD + EXEMPT.format("T-X", "T-Y") + EXEMPT.format("T-Y", "T-X"),
        r"rules\.pdl:6:14 错误 PDL-R005 \[T-X\]：.*T-X → T-Y → T-X",
    ),
    "two thousand exceptions in a row": Bad(
        GOOD + EXEMPT.format("T-X0", "T-GOOD") + "".join(EXEMPT.format(f"T-X{n + 1}", f"T-X{n}") for n in range(2000)),
        r"rules\.pdl:86:4 错误 PDL-R005 \[T-X20\]：.*超过 20 层",
    ),
    "two rules with one id": Bad(GOOD + GOOD, r"rules\.pdl:6:4 错误 PDL-R001 \[T-GOOD\]："),
    "brackets": Bad(
        called("（" * MANY + "方案.目标 已载明" + "）" * MANY), r"rules\.pdl:1:1 错误 PDL-E011 \[T-A\]：.*太长"
    ),
    "open brackets": Bad(called("（" * MANY), r"rules\.pdl:1:1 错误 PDL-E011 \[T-A\]：.*太长"),
    "brackets on lines": Bad(called("（\n" * MANY), r"rules\.pdl:1:1 错误 PDL-E011 \[T-A\]：.*太长"),
    "square brackets": Bad(called("方案.目标 属于 " + "【" * MANY), r"rules\.pdl:1:1 错误 PDL-E011 \[T-A\]：.*太长"),
    "brackets alone": Bad("（" * MANY, r"rules\.pdl:1:1 错误 PDL-E011：.*太长"),
    "braces": Bad(GOOD.replace("完", "违反时 “" + "{" * MANY + "”\n完"), r"rules\.pdl:1:1 错误 PDL-E011 \[T-GOOD\]："),
    "a pattern that looks ahead": Bad(
        called("方案.目标 符合格式 “^(?=(a+)+$)”"), r"rules\.pdl:4:15 错误 PDL-T019 \[T-A\]：.*前后查找"
    ),
    "a pattern that refers back": Bad(
        called("方案.目标 符合格式 “^(a+)\\1$”"), r"rules\.pdl:4:15 错误 PDL-T019 \[T-A\]：.*引用前文"
    ),
    "a pattern that counts high": Bad(
        called("方案.目标 符合格式 “((a{1000}){1000}){1000}”"), r"rules\.pdl:4:15 错误 PDL-T019 \[T-A\]：.*次数太多"
    ),
    "a pattern of brackets": Bad(
        called(f"方案.目标 符合格式 “{'(' * 20_000}{')' * 20_000}”"), r"rules\.pdl:4:15 错误 PDL-T019 \[T-A\]："
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_every_command_says_where_and_ends_with_four(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = BAD[name]
    folder = small(tmp_path, bad.rules)
    bad.spoil(folder)
    paper = tmp_path / "方案.json"
    paper.write_text(json.dumps(plan()), "utf-8")
    for arguments in (
        ["check", str(paper)], ["why", "T-A", str(paper)], ["explain", "T-A"], ["rules", "lint"], ["rules", "list"],
    ):  # fmt: skip
        with pytest.raises(SystemExit) as stop:
            cli.main([*arguments, "--rulebook", str(folder)])
        said = capsys.readouterr()
        assert stop.value.code == 4, arguments
        # Files are named by their paths, which are as long as this folder's.
        told = said.err.replace(f"{folder.as_posix()}/", "")
        assert re.search(bad.told, told), said.err[:500]
        assert len(told) < 20_000


@pytest.mark.parametrize("name", BAD)
def test_it_is_said_within_a_second(name: str, tmp_path: Path) -> None:
    folder = small(tmp_path, BAD[name].rules)
    BAD[name].spoil(folder)
    begun = time.process_time()
    with pytest.raises(RulebookError):
        load(folder)
    assert time.process_time() - begun < 1


def test_a_missing_schema_is_told_once(tmp_path: Path) -> None:
    """What relates to its papers is not wrong for it."""
    folder = small(tmp_path, GOOD)
    BAD["no schema"].spoil(folder)
    with pytest.raises(RulebookError) as caught:
        load(folder)
    assert [problem.code for problem in caught.value.problems] == ["LAW-D001"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["empty", "not to be opened"])
def test_what_is_no_text_is_told_in_both_languages(
    name: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small(tmp_path, GOOD)
    BAD[name].spoil(folder)
    with pytest.raises(SystemExit):
        cli.main(["rules", "lint", "--rulebook", str(folder), "--lang", lang])
    expected = {"empty": ("是空的", "is empty"), "not to be opened": ("打不开", "cannot be opened")}[name]
    assert expected[lang == "en"] in capsys.readouterr().err


# ---------------------------------------------------------------------- what is allowed all the same


def test_a_file_of_comments_is_no_empty_file(tmp_path: Path) -> None:
    assert load(small(tmp_path, {"a.pdl": GOOD, "b.pdl": "# 留待以后\n"})).program.rules[0].id == "T-GOOD"


@pytest.mark.parametrize("depth", [1, 12])
def test_predicates_of_predicates_are_answered(depth: int) -> None:
    asking = chain(depth)
    assert [asked(asking, paper).verdict for paper in (plan(goal="甲"), plan(), plan(goal=None))] == [
        "satisfied", "violated", "undetermined",
    ]  # fmt: skip


HOSTILE = ("^(a+)+$", "^(a|a)*$", "^(a*)*b", "(.*)(.*)(.*)(.*)b$", "^((a?){20}){20}$", "(a|aa)+$", "a*a*a*a*a*b")


@pytest.mark.parametrize("pattern", HOSTILE)
def test_a_pattern_that_would_backtrack_is_matched_at_once(pattern: str) -> None:
    begun = time.process_time()
    assert truth(f"方案.目标 符合格式 “{pattern}”", plan(goal="a" * 50_000 + "!")) == "F"
    assert time.process_time() - begun < 1


MATCHES = [
    ("^[0-9A-Z]{18}$", "91420000MA4KXXXX1A", "T"),
    ("^[0-9A-Z]{18}$", "91420000MA4KXXXX1A1", "F"),
    ("〔20[0-9]{2}〕[0-9]+号", "鄂数〔2025〕12号文", "T"),
    ("^第[一二三四五六七八九十]+条$", "第十二条", "T"),
    ("^(甲|乙)+$", "甲乙甲", "T"),
    ("^(?:甲|乙)丙?$", "乙", "T"),
    (r"^\\p{Han}+$", "湖北省", "T"),
    (r"^\\d+$", "１２", "F"),
    (r"^\\w+$", "甲", "F"),
    ("^甲$", "甲乙", "F"),
    ("甲.乙", "甲丙乙", "T"),
    ("^[^某]", "某市", "F"),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES, ids=[f"{row[0]} {row[1]}" for row in MATCHES])
def test_patterns_match_what_they_say(pattern: str, text: str, expected: str) -> None:
    assert truth(f'方案.目标 符合格式 "{pattern}"', plan(goal=text)) == expected


FLAWS = [
    ("^(a+)+$", ""),
    ("[0-9", "PDL-T019"),
    ("(甲", "PDL-T019"),
    ("*甲", "PDL-T019"),
    (r"甲\\", ""),
    ("甲\\", "PDL-T019"),
    ("(?=甲)", "PDL-T019-back"),
    ("(?!甲)", "PDL-T019-back"),
    ("(?<=甲)乙", "PDL-T019-back"),
    ("(?<!甲)乙", "PDL-T019-back"),
    (r"(甲)\1", "PDL-T019-back"),
    (r"(?P<一>甲)\k<一>", "PDL-T019-back"),
    ("(?>甲)", "PDL-T019-back"),
    (r"\(\?=", ""),
    (r"\\1(", "PDL-T019"),
    ("(a{1000}){1000}", "PDL-T019-large"),
    ("\\" * 50_000 + "(", "PDL-T019"),
]


@pytest.mark.parametrize(("pattern", "code"), FLAWS, ids=[row[0][:20] for row in FLAWS])
def test_what_is_wrong_with_a_pattern(pattern: str, code: str) -> None:
    assert flaw(pattern) == code
