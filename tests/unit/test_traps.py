"""Each slip is told by its code and place, and nothing is told of documents without slips."""

from __future__ import annotations

import json
from random import Random

import pytest

from pdo_policy.documents.node import Mapping, Node, Scalar, Sequence, plain
from pdo_policy.documents.read import read
from pdo_policy.source import Source
from tests.traps import TRAPS, Trap, told


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_slip_is_told_by_its_code_and_place(trap: Trap) -> None:
    assert told(trap) == list(trap.problems)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize("trap", [trap for trap in TRAPS if "\n" in trap.text], ids=lambda trap: trap.name)
def test_the_kind_of_line_end_changes_nothing(trap: Trap, line_end: str) -> None:
    assert told(trap._replace(text=trap.text.replace("\n", line_end))) == list(trap.problems)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_document_is_unreadable_exactly_where_a_problem_is_fatal(trap: Trap) -> None:
    for document in read(Source("-", trap.text), format=trap.written):
        assert (document.root is None) == any(problem.fatal for problem in document.problems)


def test_every_slip_has_a_name_of_its_own() -> None:
    assert len({trap.name for trap in TRAPS}) == len(TRAPS)


# Texts as officials and programmers write them; all of them stand in YAML without quotes.
_PLAIN = (
    "湖北省公共交通公共数据授权运营实施方案（征求意见稿）",
    "甲方：武汉市数据局；乙方：某某数据集团有限公司",
    "“十四五”数字经济发展规划",
    "《湖北省数据条例》第二十一条",
    "按季度结算，次月15日前支付；逾期按日万分之五计收违约金。",
    "12:30",
    "8:30-17:30（法定节假日除外）",
    "2024-01-01",
    "2025年3月1日",
    "0123",
    "010-88886666",
    "91420000MA4KXXXX1X",
    "30%",
    "1,200万元",
    "叁年",
    "https://data.hubei.gov.cn/catalog?id=1&page=2#top",
    "mailto:gov@example.cn",
    "C:\\数据\\目录",
    "D:/数据/目录",
    "no",
    "是",
    "v1.10.2",
    "1:1000比例尺",
    "SM4/SM2加密、脱敏、去标识化",
    "㐂𠮷堃①Ⅱ㎡",
    "a#b",
    "3-5个工作日",
    "葛\ufe00洲坝",
    "Open Data Hubei",
    "A & B，C * D",
    "～100",
    "（一）数据资源；（二）数据产品",
    "鄂政办发〔2025〕3号",
)
_KEYS = (
    "名称",
    "授权期限",
    "term",
    "resource_list",
    "数据资源（清单）",
    "更新频率/周期",
    "A1",
    "统一社会信用代码",
    "说明",
)
_LINES = ("第一条：总则", "名称：湖北", "- 甲", "“引号”", "\t制表符", "a: b: c", "key：", "#不是注释")
_OTHERS = ("~", "null", "true", "False", "1.10", "-3", "0", "1e3", "")


class _Writer:
    """A clean document in YAML, written by hand as it were, and the data it says."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a table of examples, not a secret
        self.step = self.random.choice([2, 4])
        self.lines: list[str] = []

    def record(self, indent: str, first: str, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        for key in self.random.sample(_KEYS, self.random.randint(2, 5)):
            data[key] = self.entry(indent, first, key, depth)
            first = indent
        return data

    def entry(self, indent: str, first: str, key: str, depth: int) -> object:
        written = self.random.choice([key, key, f'"{key}"', f"'{key}'"])
        form = self.random.choice(["plain", "plain", "other", "quoted", "block", "brackets", "list", "record"])
        if form in ("list", "record") and depth == 0:
            form = "plain"
        lead = f"{first}{written}:"
        deeper = indent + " " * self.step
        if form == "list":
            self.lines.append(lead)
            return [self.record(f"{indent}  ", f"{indent}- ", depth - 1) for _ in range(self.random.randint(1, 3))]
        if form == "record":
            self.lines += [lead, f"{deeper}# 注：以下由业务处填写"]
            return self.record(deeper, deeper, depth - 1)
        if form == "block":
            chosen = self.random.sample(_LINES, 3)
            self.lines += [f"{lead} |", *(f"{deeper}{line.strip()}" for line in chosen), ""]
            return "".join(f"{line.strip()}\n" for line in chosen)
        return self.scalar(lead, form)

    def scalar(self, lead: str, form: str) -> object:
        text = self.random.choice(_OTHERS if form == "other" else _PLAIN)
        if form == "brackets":
            texts = [text for text in self.random.sample(_PLAIN, 3) if not set(text) & set(",，、")]
            self.lines.append(f"{lead} [{', '.join(texts)}]")
            return texts
        if form == "quoted":
            self.lines.append(f"{lead} {json.dumps(text, ensure_ascii=False)}")
            return text
        self.lines.append(f"{lead} {text}".rstrip() + self.random.choice(["", "  # 待核对：金额"]))
        return plain(_only(f"- {text}")) if form == "other" else text


def _only(text: str) -> Node:
    (document,) = read(Source("x.yaml", text))
    assert isinstance(document.root, Sequence)
    return document.root.items[0]


@pytest.mark.parametrize("seed", range(120))
def test_nothing_is_told_of_a_clean_document(seed: int) -> None:
    writer = _Writer(seed)
    writer.lines.append(writer.random.choice(["# 湖北省公共数据授权运营", "---", "%YAML 1.2\n---"]))
    expected = writer.record("", "", 3)
    text = "\n".join(writer.lines) + "\n"
    (document,) = read(Source("x.yaml", text))
    assert document.problems == ()
    assert document.root is not None
    assert plain(document.root) == expected
    written = json.dumps(expected, ensure_ascii=False, indent=writer.random.choice([None, 1, 4, "\t"]), default=float)
    (document,) = read(Source("x.json", written))
    assert document.problems == ()
    assert document.root is not None
    assert plain(document.root) == expected


def test_a_clean_document_holds_what_traps_are_made_of() -> None:
    """The generator above would prove nothing if it avoided the characters that the findings are about."""
    everything = "".join((*_PLAIN, *_LINES))
    assert set("：，、；“”（）#:&*%\t-") <= set(everything)


@pytest.mark.parametrize("text", _PLAIN, ids=ascii)
def test_a_plain_text_says_what_stands_there(text: str) -> None:
    for written in (f"{text}", f"{text} # 注"):
        (document,) = read(Source("x.yaml", f"名称: {written}\n"))
        assert isinstance(document.root, Mapping)
        assert document.root.entries[0].value == Scalar(text, 4, 4 + len(text), plain=True)
        assert document.problems == ()
