"""Every format is held to its golden files; the JSON to its schema; the caret to the width of what stands above it."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pdo_policy.findings import Citation
from pdo_policy.reporters import REPORTERS
from pdo_policy.reporters.as_text import render_text
from pdo_policy.reporters.excerpt import excerpt
from pdo_policy.reporters.phrases import clauses, pointer
from pdo_policy.source import Source, width
from tests.asking import asked_of_texts, rule
from tests.golden.reports import FORMATS, cases, produced

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/report.schema.json").read_text("utf-8"))
CASES = cases()
HEAD = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<level>严重|一般|提示|待核实|未采纳|豁免|出错) "
    r"(?P<rule>[A-Z][A-Z0-9-]+|(?:input|schema)\.[\w-]+)(?: 〔(?P<clauses>[^〕]+)〕)? (?P<title>.+)$",
    re.MULTILINE,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reports_are_as_agreed(case: Path) -> None:
    made = produced(case)
    assert set(made) == {path.name for path in case.iterdir() if path.is_file()}
    for name, text in made.items():
        assert text == (case / name).read_bytes().decode("utf-8"), f"{name}: if this is right, run `make fix`"


def test_every_format_has_golden_files() -> None:
    assert set(FORMATS) == set(REPORTERS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("lang", ["", "-en"])
def test_the_json_report_fits_its_schema(case: Path, lang: str) -> None:
    report = json.loads((case / f"report{lang}.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(report)] == []


def test_the_schema_allows_nothing_else() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    objects = [one for one in (SCHEMA, *SCHEMA["$defs"].values()) if one["type"] == "object"]
    assert all(one["additionalProperties"] is False for one in objects)
    assert all(set(one["required"]) == set(one["properties"]) for one in objects)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_text_and_json_tell_the_same(case: Path) -> None:
    text = (case / "report.txt").read_text("utf-8")
    report = json.loads((case / "report.json").read_text("utf-8"))
    heads = [(m["path"], int(m["line"]), int(m["column"]), m["rule"], m["clauses"] or "") for m in HEAD.finditer(text)]
    expected = [
        (
            finding["locations"][0]["path"],
            finding["locations"][0]["line"],
            finding["locations"][0]["column"],
            finding["rule_id"],
            "，".join(clause["display"] for clause in finding["clauses"]),
        )
        for finding in report["findings"]
    ]
    assert heads == expected
    lines = text.splitlines()
    assert lines[0] == lines[-1] == f"结论：{report['summary']['sentence']}"
    words = ("符合", "不符合", "待核实", "不适用", "豁免", "未采纳", "出错")
    counts = dict(zip(words, report["summary"]["by_verdict"].values(), strict=True))
    (counted,) = [line for line in lines if line.startswith("义务检查：")]
    assert counted.split("  ")[1:] == [f"{word} {number}" for word, number in counts.items()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_pair_of_rule_and_subject_stands_once(case: Path) -> None:
    report = json.loads((case / "report.json").read_text("utf-8"))
    pairs = [(row["rule_id"], row["subject"]["label"]) for row in report["coverage"]]
    assert len(pairs) == len(set(pairs))
    told = {row["rule_id"] for row in report["coverage"]} | {row["rule_id"] for row in report["not_run"]}
    assert len(told) == 9
    marks = [finding["fingerprint"] for finding in report["findings"]]
    places = [finding["location_fingerprint"] for finding in report["findings"]]
    assert len(set(marks)) == len(marks)
    assert len(set(places)) == len(places)
    by_rule = {mark for row in report["coverage"] for mark in row["findings"]}
    assert by_rule == {finding["fingerprint"] for finding in report["findings"] if finding["clauses"]}


WIDE = [
    ("名称: 湖北", "湖北", 6, 4),
    ("name: abc", "abc", 6, 3),
    ("标题：甲", "：", 4, 2),
    ("a: ＡＢ", "ＡＢ", 3, 4),
    ("𠮷野家: 甲", "甲", 8, 2),
    ("𠮷", "𠮷", 0, 2),
    ("é: x", "x", 3, 1),
    ("e\u0301: x", "x", 3, 1),
    ("\tk: v", "v", 4, 1),
    ("“引”: 甲", "甲", 6, 2),
    ("……: 甲", "甲", 4, 2),
    ("ｶﾅ: 甲", "甲", 4, 2),
    ("カナ: 甲", "甲", 6, 2),
    ("😀: 甲", "甲", 4, 2),
    ("한글: 甲", "甲", 6, 2),
    ("〇一: 甲", "甲", 6, 2),
    ("①: 甲", "甲", 3, 2),
    ("甲　乙: 丙", "丙", 8, 2),
    ("a\u200bb: 甲", "甲", 5, 2),
    ("km²: 甲", "甲", 5, 2),
    ("　甲: 乙", "乙", 6, 2),
    ("[甲, 乙]", "乙", 5, 2),
    ("《办法》: 甲", "甲", 10, 2),
    ("〔2025〕: 甲", "甲", 10, 2),
    ("￥: 1", "1", 4, 1),
    ("¥: 1", "1", 3, 1),
    ("：：甲", "甲", 4, 2),
    ("- 甲: 乙", "乙", 6, 2),
    ("ﾊﾟ: 甲", "甲", 4, 2),
    ("a: 甲 # 注", "甲", 3, 2),
]


@pytest.mark.parametrize(("line", "part", "before", "carets"), WIDE, ids=[line for line, *_ in WIDE])
def test_the_caret_stands_under_its_part(line: str, part: str, before: int, carets: int) -> None:
    source = Source("x", f"first\n{line}\nlast")
    start = source.text.index(part, source.text.index(line))
    above, below = excerpt(source.span(start, start + len(part)))
    margin = "    2 │ "
    assert above.startswith(margin)
    marks = below.removeprefix("      │ ")
    assert (len(marks) - len(marks.lstrip(" ")), marks.strip(" ")) == (before, "^" * carets)
    assert width(above[: len(margin)]) == len("      │ ")


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    source = Source("x", "a: |\n  甲\n  乙\nb: 1")
    assert excerpt(source.span(3, 11)) == ["    1 │ a: |", "      │    ^"]


def test_a_place_at_the_end_has_one_caret() -> None:
    source = Source("x", "甲")
    assert excerpt(source.span(1, 1)) == ["    1 │ 甲", "      │   ^"]
    assert excerpt(Source("x", "").span(0, 0)) == ["    1 │", "      │ ^"]


def test_a_long_line_is_cut_around_its_place() -> None:
    source = Source("x", "甲" * 300 + "BAD" + "乙" * 300)
    above, below = excerpt(source.span(300, 303))
    assert width(above) <= 110
    shown = above.removeprefix("    1 │ ")
    assert shown.startswith("…")
    assert shown.endswith("…")
    offset = len(below.removeprefix("      │ ")) - 3
    cells = 0
    for index, char in enumerate(shown):
        if cells == offset:
            assert shown[index : index + 3] == "BAD"
            break
        cells += 2 if unicodedata.east_asian_width(char) in "WF" else 1


@pytest.mark.parametrize("mark", ["\u200b", "\u0301", "甲", "a"])
def test_a_line_without_end_is_no_more_than_a_line(mark: str) -> None:
    """Of what takes no room too: a line of a hundred thousand accents is not printed whole."""
    source = Source("x", f"k: {mark * 100_000}")
    above, below = excerpt(source.span(50_000, 50_010))
    assert len(above) <= 400
    assert len(below) <= 400


def test_control_characters_never_reach_a_terminal() -> None:
    source = Source("a\x1b[31m.yaml", "k: \x1b[31mred\x07")
    assert "\x1b" not in "".join(excerpt(source.span(3, 5)))


@pytest.mark.parametrize(
    ("path", "expected"), [((), ""), (("a", 0, "b"), "/a/0/b"), (("a/b", "c~d"), "/a~1b/c~0d"), (("",), "/")]
)
def test_pointers_are_json_pointers(path: tuple[str | int, ...], expected: str) -> None:
    assert pointer(path) == expected


def test_what_is_said_twice_of_one_paper_is_told_once_with_both_places() -> None:
    text = rule(
        "应当 下列全部 （一）方案.目标 为 “甲” （二）方案.标题 为 “乙”\n存疑时 “尚待核实”", cite="《实施规范》第八条"
    )
    found = asked_of_texts(text, "kind: plan\ndossier: D\nid: P\nstatus: 已印发\ngoal: 待定\ntitle: 待定\n").report
    said = render_text(found, "zh")
    assert len(found.findings) == 2
    assert len(re.findall("待核实 T-A ", said)) == 1
    assert "1.yaml:5:7: 待核实 T-A" in said
    assert "    又见：1.yaml:6:8  标题" in said
    for detail in {detail for finding in found.findings for detail in finding.text.details}:
        assert said.count(detail) == 1


def test_an_instrument_is_named_before_the_first_of_its_clauses() -> None:
    cited = [
        Citation(instrument, name, f"《{instrument}》第{name}条", "in_force")
        for instrument, name in (("甲", "一"), ("甲", "二"), ("乙", "一"), ("甲", "三"))
    ]
    assert clauses(cited) == "〔《甲》第一条，第二条，《乙》第一条，《甲》第三条〕"
    assert clauses([]) == ""
