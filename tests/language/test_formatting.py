"""Laying out a rule file: how it looks, that it says the same, and that no comment is lost or moved."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy import bundled
from pdo_policy.errors import RulebookError
from pdo_policy.language.breaks import CONDITION, MOST
from pdo_policy.language.formatted import formatted
from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.language.parse import parse, words_of
from pdo_policy.language.shape import comments, shape
from pdo_policy.language.words import commented, leaves
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.vocabulary import VOCABULARY
from pdo_policy.source import Source, width
from tests.language.rule_texts import rule_text
from tests.language.shapes import shape as full_shape
from tests.language.test_reference import BLOCKS, SAMPLE
from tests.rulebooks import INSTRUMENTS, load, small

if TYPE_CHECKING:
    from pdo_policy.language.packs import Pack
    from pdo_policy.language.words import Leaf

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE / "layout").glob("*.pdl"))
PACKS: tuple[Pack, ...] = ("zh", "en")
SHIPPED = sorted(bundled.rulebook_folder().rglob("*.pdl"))
CORPORA = sorted(HERE.glob("*.pdl"))
FILES = [*SHIPPED, *CORPORA, HERE.parent / "golden/rules.pdl"]
TEXTS = [pytest.param(path.read_text("utf-8"), id=path.name) for path in FILES]
TEXTS.extend(pytest.param(block, id=f"language.md {number}") for number, block in enumerate(BLOCKS, 1))


def laid(text: str, pack: Pack | None = None) -> str:
    return formatted(Source("rules.pdl", text), VOCABULARY, pack)


def wrapped(*clauses: str) -> str:
    """A rule with these clauses."""
    return "".join(f"{line}\n" for line in ("规则 T-A “甲”", *(f"  {clause}" for clause in clauses), "完"))


# ---------------------------------------------------------------------- how it looks


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_laid_out_as_the_file_shows(path: Path) -> None:
    before, zh, en = re.split(r"^----- (?:zh|en) -----\n", path.read_text("utf-8"), flags=re.MULTILINE)
    assert (laid(before, "zh"), laid(before, "en")) == (zh, en)


SMALL = [
    ("nothing", "", ""),
    ("white space", " \n\n", ""),
    ("a comment alone", "\n\n#一  \n\n\n  # 二", "#一\n\n# 二\n"),
    ("ends of lines, tabs, wide spaces", "规则\tT-A\u3000“甲”\r\n完", "规则 T-A “甲”\n完\n"),
    ("several on a line", "规则 T-A “甲” 完 规则 T-B “乙” 完", "规则 T-A “甲”\n完\n\n规则 T-B “乙”\n完\n"),
    ("short items apart", "参数 甲 := 3\n\n\n参数 乙 := 4", "参数 甲 := 3\n\n参数 乙 := 4\n"),
    ("short items together", "参数 甲 := 3\n参数 乙 := 4", "参数 甲 := 3\n参数 乙 := 4\n"),
    (
        "a rule between them",
        "参数 甲 := 3\n规则 T-A “甲” 完\n参数 乙 := 4",
        "参数 甲 := 3\n\n规则 T-A “甲”\n完\n\n参数 乙 := 4\n",
    ),
    ("a word of another language", wrapped("应当 甲 且 文件"), wrapped("应当 甲 且 「文件」")),
    ("a comment in a period", wrapped("生效 2025-01-01 # 一"), wrapped("生效 2025-01-01 起  # 一")),
    ("a comment on a word too many", wrapped("生效 2025-01-01 起 # 一\n至 2025-12-31"),
     wrapped("生效 2025-01-01 起  # 一", "     至 2025-12-31")),
    ("a sign before a number", wrapped("应当 甲 为 - 1 且 乙 为 3 - -1"), wrapped("应当 甲 为 -1 且 乙 为 3 - -1")),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in SMALL], ids=[row[0] for row in SMALL])
def test_a_small_text_is_laid_out(before: str, after: str) -> None:
    assert laid(before) == after
    assert laid(after) == after


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_rules_are_laid_out(path: Path) -> None:
    text = path.read_text("utf-8")
    assert laid(text) == text
    assert laid(text, "zh") == text


@pytest.mark.parametrize("block", BLOCKS, ids=[block.split("“")[0].strip()[:30] for block in BLOCKS])
def test_the_examples_of_the_reference_are_laid_out(block: str) -> None:
    assert laid(block) == block


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pack", PACKS)
def test_a_line_is_short_unless_a_text_makes_it_long(text: str, pack: Pack) -> None:
    for line in laid(text, pack).splitlines():
        assert width(line) <= MOST or re.search(r"[“\"].{20,}[”\"]|^\s*#", line), line
        if re.search(r" (?:且|或|and|or) ", re.sub(r"“.*”|\".*\"|#.*", "", line)):
            assert width(re.sub(r"\s+(?:报|saying|#) .*", "", line)) <= CONDITION + len("））））") * 2, line


@pytest.mark.parametrize("lang", [None, *PACKS])
@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("规则 T-A “甲” 应当 是 end", "zh"),
        ("rule T-A “甲” must true 完", "en"),
        ("规则 T-A “甲” must true 完", "zh"),
        ("# rule", "zh"),
    ],
)
def test_a_file_is_in_one_pack_its_own_or_the_one_asked_for(text: str, own: Pack, lang: Pack | None) -> None:
    words = {leaf.text for leaf in leaves(words_of(Source("a", laid(text, lang)))) if leaf.type in KEYWORDS}
    wanted = lang or own
    assert {word for word in words if word.isascii()} == (words if wanted == "en" else set())


# ---------------------------------------------------------------------- what does not change


def unchanged(text: str) -> None:
    """All that is promised of one text."""
    parsed = parse(Source("a", text))
    once = laid(text)
    assert laid(once) == once, "laying out again changes nothing"
    zh, en = laid(text, "zh"), laid(text, "en")
    assert laid(en, "zh") == zh, "to English and back"
    assert laid(zh, "en") == en, "to Chinese and back"
    for after in (once, en):
        again = parse(Source("a", after))
        assert again.problems == ()
        assert shape(again.items, VOCABULARY) == shape(parsed.items, VOCABULARY)
        assert sorted(comments(after)) == sorted(comments(text))


@pytest.mark.parametrize("text", TEXTS)
def test_what_people_wrote_is_kept(text: str) -> None:
    unchanged(text)


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(20))
def test_what_nobody_would_write_is_kept(chunk: int) -> None:
    """A thousand items in all, five to a file, with comments in odd places."""
    for seed in range(10 * chunk, 10 * chunk + 10):
        text = rule_text(seed)
        assert len(parse(Source("a", text)).items) == 5, "the generator writes right texts"
        unchanged(text)


def test_the_texts_that_nobody_would_write_use_everything() -> None:
    texts = [rule_text(seed) for seed in range(200)]
    types = {leaf.type for text in texts for leaf in leaves(words_of(Source("a", text)))}
    assert set(KEYWORDS) - types == set()
    assert sum(len(comments(text)) for text in texts) > 2000


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("seed", range(30))
def test_a_comment_stays_with_its_word(seed: int, pack: Pack) -> None:
    """In a text whose clauses are in order: each comment before or behind the word it was written at, in order."""
    text = laid(rule_text(1000 + seed, 2, commented=False), pack)
    words = list(leaves(words_of(Source("a", text))))
    random = Random(seed)  # noqa: S311 - odd texts, no secrets
    written: list[str] = []
    wanted: list[tuple[str, str]] = []
    for number, word in enumerate(words):
        before, behind = (random.random() < 0.1 for _ in range(2))
        written.extend(f"\n# 前{number} 甲\n" if before else "")
        written.append(word.text + (f" # 后{number}\n" if behind else " "))
        wanted.append((f"# 前{number} 甲" if before else "", f"# 后{number}" if behind else ""))
    after = Source("a", laid("".join(written), pack))
    found = [told(word) for word in leaves(commented(words_of(after), after.text)) if word.type != "$END"]
    assert found == wanted


def told(word: Leaf) -> tuple[str, str]:
    return "".join(remark.text for remark in word.before), word.after


def test_a_comment_goes_with_its_clause() -> None:
    text = wrapped("# 一", "应当 是 # 二", "# 三", "依据 第八条 # 四", "# 五")
    assert laid(text) == wrapped("# 三", "依据 第八条  # 四", "# 一", "应当 是  # 二", "# 五")


def test_no_comment_leaves_its_item() -> None:
    for seed in range(60):
        text = rule_text(seed)
        assert inside(laid(text)) == inside(text)


def inside(text: str) -> list[list[str]]:
    """The comments within each item."""
    items = parse(Source("a", text)).items
    return [sorted(comments(text[item.start : item.end])) for item in items]


SAME = {
    "order of clauses": ("依据 第八条 应当 是", "应当 是 依据 第八条"),
    "brackets": ("应当 （是）", "应当 是"),
    "synonyms": ("必须 甲 不低于 1", "应当 甲 不少于 1"),
    "packs": ("严重度 严重 除非 是 未证时 存疑", "severity critical unless true if_unproven undetermined"),
    "functions": ("应当 数量（甲） 为 1", "应当 count（甲） 为 1"),
    "formats": ("违反时 “{甲|年月日}”", "违反时 “{甲|full_date}”"),
    "values": ("应当 甲 为 1 年", "应当 甲 为 12 个月"),
}
OTHER = {
    "order of one clause": ("当 甲 当 乙", "当 乙 当 甲"),
    "number": ("当 甲 当 甲", "当 甲"),
    "names": ("应当 甲", "应当 乙"),
    "parameters of predicates": ("应当 数量", "应当 count"),
    "texts": ("违反时 “甲”", "违反时 “甲 ”"),
    "titles": ("原文 “{甲|年月日}”", "原文 “{甲|full_date}”"),
    "grouping": ("应当 （甲 且 乙） 且 丙", "应当 甲 且 （乙 且 丙）"),
    "numbers of items": ("应当 下列全部 （一）甲", "应当 下列全部 （二）甲"),
    "clauses": ("依据 第九条第（五）项", "依据 第九条第五项"),
    "burden": ("除非 甲 未证时 存疑", "除非 甲"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_texts_of_one_shape(one: str, other: str) -> None:
    assert told_shape(one) == told_shape(other)


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_texts_of_two_shapes(one: str, other: str) -> None:
    assert told_shape(one) != told_shape(other)


def told_shape(clauses: str) -> Any:
    parsed = parse(Source("a", f"规则 T-A “甲” {clauses} 完"))
    assert parsed.problems == ()
    return shape(parsed.items, VOCABULARY)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_part_of_the_shipped_rules_is_kept_to_the_letter(path: Path) -> None:
    """Held against the plain shape, which knows nothing of what means the same."""
    text = path.read_text("utf-8")
    mangled = "\n".join(line.strip() for line in text.splitlines()).replace(" 且 ", "\n并且\t").replace(" 已", "  已")
    assert full_shape(parse(Source("a", laid(mangled))).items) == full_shape(parse(Source("a", mangled)).items)
    assert laid(mangled) == text


def test_the_program_is_the_same(tmp_path: Path) -> None:
    """Rules laid out, in both packs, compile to the same but for their places."""
    texts = {
        "corpus": (HERE / "corpus-zh.pdl").read_text("utf-8"),
        "reference": re.sub(r"\bHB-", "T-", "\n".join(BLOCKS)),
    }
    for name, text in texts.items():
        programs = []
        for at, written in enumerate((text, laid(text), laid(text, "zh"), laid(text, "en"))):
            folder = tmp_path / f"{name}{at}"
            folder.mkdir()
            book = load(small(folder, written, instruments={**INSTRUMENTS, "sample": SAMPLE}))
            programs.append(placeless(book.program))
        assert all(before == after for before, after in pairwise(programs))


def placeless(record: Any) -> Any:
    if isinstance(record, (str, int, date)) or record is None:
        return record
    if isinstance(record, tuple) and hasattr(record, "_fields"):
        kept = [placeless(getattr(record, name)) for name in record._fields if name not in ("at", "file")]
        return (type(record).__name__, *kept)
    return tuple(placeless(part) for part in record) if isinstance(record, tuple) else record


# ---------------------------------------------------------------------- what is not laid out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("规则 T-A “甲” 应当 完", "PDL-E002"),
        ("规则 T-A “甲”\n参数 甲 := 3", "PDL-E003"),
        ("参数 甲 := 3\u200b", "PDL-E004"),
        ("测试 “甲”", "PDL-E005-cases"),
        ("参数 甲 := 2025-02-30", "PDL-E006"),
        (f"参数 甲 := {'（' * 300}3{'）' * 300}", "PDL-E011"),
        (f"规则 T-A “甲” 应当 {' 或 '.join(['甲.很长的名称 已载明'] * 3000)} 完", "PDL-E011-long"),
    ],
)
def test_a_broken_file_is_told(text: str, code: str) -> None:
    with pytest.raises(RulebookError) as caught:
        laid(f"# 一\n{text}")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.span is not None
    assert problem.span.first.line >= 2


def test_conditions_as_deep_as_the_language_lets_them_be_are_laid_out() -> None:
    condition = "甲"
    for _ in range(58):
        condition = f"非 （（{condition}））"
    unchanged(wrapped(f"应当 {condition}"))


def test_slots_are_told_by_their_names_here() -> None:
    """`placeless` drops places alone: what it compares includes the words a rule uses."""
    assert placeless(ir.Slot(1, "方案")) == ("Slot", 1, "方案")
