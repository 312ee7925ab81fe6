"""Everything that the room of documents can find has words in both languages, for people who do not write programs."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from pdo_policy import documents
from pdo_policy.documents.decoding import decode
from pdo_policy.documents.files import bad_line, collect
from pdo_policy.documents.limits import MAX_BYTES, MAX_DIRECTIVES, MAX_DOCUMENTS, MAX_NODES, MAX_NOTED, MAX_PROBLEMS
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.read import read
from pdo_policy.documents.yaml_events import Stop
from pdo_policy.documents.yaml_faults import fault
from pdo_policy.source import Source
from pdo_policy.wording import Words, worded
from pdo_policy.wording.inputs import MESSAGES
from tests.traps import TRAPS

_SIZES = [
    "%YAML 1.2\n" * (MAX_DIRECTIVES + 2),
    "---\na: 1\n" * (MAX_DOCUMENTS + 1),
    "- a\n" * MAX_NODES,
    "- *a\n" * (MAX_NOTED + 1),
    "- *a\n" * (MAX_PROBLEMS + 1),
    " " * (MAX_BYTES + 1),
]
_BYTES = [b"PK\x03\x04", b"a\0", b"\xff", b"\xff\xfe\x00\xd8"]
_FILES = ["gone.yaml", "loop.yaml", "/dev/zero", "empty", "large.yaml", "other.yaml"]


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[InputProblem]:
    """Problems as the room finds them, each code at least once."""
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "empty").mkdir()
    (folder / "other.yaml").write_bytes(b"\xff")
    with (folder / "large.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    files = collect([str(folder / name) for name in _FILES], None)
    texts = [(trap.text, trap.written) for trap in TRAPS] + [(text, "yaml") for text in _SIZES]
    return [
        *(file.problem for file in files if file.problem is not None),
        *(problem for problem in map(decode, _BYTES) if isinstance(problem, InputProblem)),
        *(
            problem
            for text, written in texts
            for document in read(Source("-", text), format=written)
            for problem in document.problems
        ),
        *(problem for problem in [bad_line("-:12", 12, 3).problem] if problem is not None),
        fault("a: 1\n", Stop("something new", 3, "", 3, (0, 0), (0, 0))).problem,
    ]


def test_every_code_that_the_room_can_produce_has_words_and_no_other() -> None:
    folder = Path(documents.__file__).parent
    written = {
        code for file in folder.glob("*.py") for code in re.findall(r'"(input\.[a-z-]+)"', file.read_text("utf-8"))
    }
    assert written == set(MESSAGES)


def test_every_code_is_found_in_these_tests(found: list[InputProblem]) -> None:
    assert {problem.code for problem in found} == set(MESSAGES)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_facts_fill_every_place_in_the_words(found: list[InputProblem], lang: str) -> None:
    for problem in found:
        words = worded(MESSAGES, problem.code, problem.facts, lang)
        assert words.headline
        assert words.fix
        for part in words:
            assert "\n" not in part
            assert not re.search(r"\{[a-z_]+\}", part), part


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_name_the_same_facts(code: str) -> None:
    message = MESSAGES[code]
    assert places(message.zh) == places(message.en)


def places(words: Words) -> set[str]:
    return {name for part in words for _, name, _, _ in Formatter().parse(part) if name}


def spoken(words: Words) -> str:
    """The words alone: without places, quotations and what is to be typed."""
    text = re.sub(r"\{\{.*?\}\}", " ", " ".join(words))
    return re.sub(r"“[^”]*”|\{[a-z_]+\}|\\+.", " ", text)


# What has no Chinese name: formats and encodings, and the words that are typed into a file.
_TERMS = {"YAML", "JSON", "UTF", "MB", "true", "false", "null", "yaml", "yml", "json"}


@pytest.mark.parametrize("code", MESSAGES)
def test_no_message_mixes_languages(code: str) -> None:
    message = MESSAGES[code]
    assert set(re.findall(r"[A-Za-z]+", spoken(message.zh))) <= _TERMS
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", spoken(message.en))
    assert re.search(r"[\u4e00-\u9fff]", message.zh.headline)


_PROGRAMMERS_WORDS = (
    "str|int|float|bool|dict|tuple|NoneType|Decimal|Scalar|Mapping|Sequence|token|parser?|scanner|exception|traceback"
    "|error|node|stream|codec|block|flow|simple key|lexeme|offset"
)


@pytest.mark.parametrize("code", MESSAGES)
def test_no_message_speaks_of_programs(code: str) -> None:
    for words in MESSAGES[code]:
        assert not re.search(rf"\b({_PROGRAMMERS_WORDS})\b", spoken(words), re.IGNORECASE)


@pytest.mark.parametrize("code", MESSAGES)
def test_the_writing_is_in_order(code: str) -> None:
    zh, en = MESSAGES[code]
    hanzi = r"[\u4e00-\u9fff]"
    for part in zh:
        # Full-width punctuation beside Chinese characters; what is typed into a file stands apart.
        assert not re.search(rf"{hanzi}[,;:!?()]|[,;!?()]{hanzi}", part)
        assert part.count("“") == part.count("”")
        # A console in GBK must be able to show it.
        part.encode("gbk")
    assert len(re.findall(hanzi, zh.headline)) <= 40
    assert not zh.headline.endswith("。")
    assert not en.headline.endswith(".")
    for chinese, english in ((zh.why, en.why), (zh.fix, en.fix)):
        assert (chinese == "") == (english == "")
        assert chinese == "" or chinese.endswith(("。", "{suggestion}"))
        assert english == "" or english.endswith((".", "{suggestion}"))
        assert english == "" or english[0].isupper() or english[0] in "“{"
