"""The contracts of errors and lints: every code has an example that gives it, alone and at its place, and a right twin.

The examples are files of `docs/contract/` and `docs/lints/`, from which the pages of the docs are made.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy.errors import RulebookError
from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.linting.lint import LINTS as LINTERS
from pdo_policy.rulebook.signatures import AGGREGATES
from pdo_policy.wording import worded
from pdo_policy.wording.lint import MESSAGES as LINT_WORDS
from pdo_policy.wording.rulebook import MESSAGES
from tests.examples import CONTRACT, LINTS, WORDS, example, problems
from tests.language.test_grammar import GRAMMAR
from tests.linting import FURTHER, NAMELESS
from tests.rulebooks import INSTRUMENTS, SCHEMAS, load, small

if TYPE_CHECKING:
    from pdo_policy.errors import Problem

WITHOUT_EXAMPLE = {
    "PDL-E009": "a file that is no text in UTF-8 cannot be shown as one; the last test has three",
    "PDL-E009-empty": "there is nothing to show; test_bad_files has it",
    "PDL-E009-open": "it cannot be shown; test_bad_files has it",
    "PDL-E009-large": "it would fill four megabytes; test_bad_rulebooks has it",
    "PDL-E011-many": "it would take a hundred faults; test_bad_rulebooks has them",
    "PDL-E011-long": "it would fill fifty thousand characters; test_broken_files has six",
}
LANGUAGES = ("zh", "en")
CODES = [*CONTRACT, *LINTS]


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_its_code_alone_at_its_place(code: str, tmp_path: Path) -> None:
    wanted = example(code)
    (found,) = problems(code, tmp_path, wanted.wrong)
    assert found.span is not None
    assert (found.code, found.span.first, found.facts.get("suggestion", "")) == (
        code,
        (wanted.line, wanted.column),
        wanted.suggestion or found.facts.get("suggestion", ""),
    )
    assert "\n" not in found.span.text


@pytest.mark.parametrize("code", CODES)
def test_its_right_twin_has_nothing_wrong(code: str, tmp_path: Path) -> None:
    assert problems(code, tmp_path, example(code).right) == ()


def test_every_code_has_an_example() -> None:
    assert set(MESSAGES) - set(CONTRACT) == set(WITHOUT_EXAMPLE)
    assert set(CONTRACT) - set(MESSAGES) == set()


def test_every_lint_has_an_example_and_words() -> None:
    assert set(LINTS) == set(LINTERS) == set(LINT_WORDS)


def test_every_code_is_given_somewhere() -> None:
    """A code nobody gives would be a promise without a test; the letters before the second hyphen are its family."""
    package = Path(__file__).parents[2] / "pdo_policy"
    texts = [path.read_text("utf-8") for room in ("language", "rulebook") for path in (package / room).glob("*.py")]
    given = set(re.findall(r"PDL-[A-Z]\d{3}(?:-[a-z]+)?", "".join(texts)))
    made = {"PDL-E005-instruments", "PDL-E005-documents", "PDL-E005-import", "PDL-E005-cases"}
    assert set(MESSAGES) - given - made == set()


# ---------------------------------------------------------------------- the words (features.md 4.5)


@pytest.fixture(scope="module", params=CODES)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Problem]:
    """The wrong text of an example, and its problem."""
    wrong = example(request.param).wrong
    return wrong, problems(request.param, tmp_path_factory.mktemp("contract"), wrong)[0]


def test_both_languages_say_what_and_what_to_do(told: tuple[str, Problem]) -> None:
    _, problem = told
    for lang in LANGUAGES:
        words = worded(WORDS, problem.code, problem.facts, lang)
        assert words.headline
        assert words.fix
        assert "“”" not in words.headline + words.fix
        assert not re.search(r"[：，；:,;]\s*$|[：，；。][：，；。]", words.headline + "\n" + words.fix)


TOKENS = {*KEYWORDS, *re.findall(r"^_?([A-Z][A-Z_]+)(?:\.\d+)?:", GRAMMAR, re.MULTILINE)}
JARGON = re.compile(
    r"\b(?:token|str|int|bool|dict|tuple|None|NoneType|Error|Traceback|parse|parser|syntax|lark|regex|"
    + "|".join(sorted(TOKENS))
    + r")\b"
)


def test_no_message_speaks_of_the_machinery(told: tuple[str, Problem]) -> None:
    text, problem = told
    for lang in LANGUAGES:
        words = worded(WORDS, problem.code, problem.facts, lang)
        own = re.sub(r"“[^”]*”", lambda quoted: "" if quoted[0][1:-1] in text else quoted[0], " ".join(words))
        assert JARGON.findall(own) == [], own


CHINESE = re.compile(r"[\u3400-\u9fff]+")
# What stays Chinese in English: names of clauses and instruments, and the marks of the language itself.
ALWAYS_CHINESE = (
    "实施规范",
    "第九条第五项",
    "第九条第一款",
    "第十二条第二款第三项",
    "第二章要点",
    "二（三）",
    "（一）（二）",
    "第八条",
)
# What stays English in Chinese: names of files and of things in them, encodings, codes of characters, ids, letters.
ALWAYS_ENGLISH = re.compile(
    r"UTF-8|U\+[0-9A-F]+|rulebook\.yaml|\.cases\.yaml|documents|instruments|relations|words|HB-PLAN-GOAL|\b[NXx]\b|USD|CNY"
    r"|rules fmt(?: --lang)?|JSON Schema|title|PDL-L"
)


@cache
def vocabulary() -> str:
    """Words of the rulebook itself: labels, keys, choices, clauses, its file and prefix; and names of functions."""
    return json.dumps(
        [SCHEMAS, NAMELESS, INSTRUMENTS, FURTHER, list(AGGREGATES), "rules.pdl", "T-"], ensure_ascii=False
    )


def test_english_words_are_english(told: tuple[str, Problem]) -> None:
    text, problem = told
    words = worded(WORDS, problem.code, problem.facts, "en")
    for chinese in CHINESE.findall(" ".join(words)):
        theirs = chinese in text + vocabulary() or re.fullmatch(r"第?[一二三四五六七八九十]+[条款项章]?|第", chinese)
        assert theirs or any(chinese in known for known in ALWAYS_CHINESE), chinese


def test_chinese_words_are_chinese(told: tuple[str, Problem]) -> None:
    text, problem = told
    words = worded(WORDS, problem.code, problem.facts, "zh")
    own = ALWAYS_ENGLISH.sub("", " ".join(words))
    assert [word for word in re.findall(r"[A-Za-z][\w-]*", own) if word not in text and word not in vocabulary()] == []
    assert not re.search(r"[\u3400-\u9fff][,;:?](?:\s|$)", own), "full-width punctuation in Chinese"


@pytest.mark.parametrize(
    "content", ["规则".encode("gbk"), b"\xff\xfe\x00", b"\x80\x81\x82"], ids=["gbk", "utf-16", "binary"]
)
def test_a_file_that_is_no_text_is_told(content: bytes, tmp_path: Path) -> None:
    """The rest is checked all the same, but what it names may stand in the file that nobody could read."""
    folder = small(tmp_path, {"good.pdl": "参数 甲 := 3\n参数 乙 := 丙\n参数 甲 := 4"})
    (folder / "bad.pdl").write_bytes(content)
    with pytest.raises(RulebookError) as caught:
        load(folder)
    problem, other = caught.value.problems
    assert (problem.code, problem.facts["file"], other.code) == ("PDL-E009", "bad.pdl", "PDL-R001")
    assert [worded(WORDS, problem.code, problem.facts, lang).headline for lang in LANGUAGES] == [
        "“bad.pdl”不是 UTF-8 编码的文本",
        "“bad.pdl” is not text in UTF-8",
    ]
