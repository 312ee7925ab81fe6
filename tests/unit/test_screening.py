"""Characters that nobody can see are found; the text keeps its length and both readers can take it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.screening import has_surrogate, named, readable, screen, screen_value, shown, suspect_at

# Letters and marks that show nothing, what stands for something lost, and what is not assigned among the invisible, or
# only since a later version of Unicode.
_NAMED_SINGLY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\ufffd\ufffe\uffff\u2065") | {
    chr(code) for code in (*range(0xFFF0, 0xFFF9), *range(0x13430, 0x13440), *range(0xE0000, 0xE0080))
}
_ORDINARY = frozenset("\t\n\r")


def is_suspect(char: str) -> bool:
    if char in _ORDINARY:
        return False
    return char in _NAMED_SINGLY or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_every_character_that_shows_nothing_is_found_and_no_other() -> None:
    wrong = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if (suspect_at(chr(code), 0) is not None) != is_suspect(chr(code))
    ]
    assert wrong == []


def problem(kind: str, start: int, end: int, characters: str) -> InputProblem:
    facts = {"characters": characters, "count": str(end - start)}
    return InputProblem(f"input.{kind}", facts, start, end, fatal=False)


@pytest.mark.parametrize(
    ("text", "readable_text", "problems"),
    [
        ("", "", []),
        ("名称: 湖北 𠮷\t\r\n é", "名称: 湖北 𠮷\t\r\n é", []),
        # Forms of rare characters in personal names; wide spaces, which are told of where they matter.
        ("葛\ufe00\U000e0100", "葛\ufe00\U000e0100", []),
        ("\u3000\xa0", "\u3000\xa0", []),
        ("湖\u200b北", "湖\u200b北", [problem("hidden-character", 1, 2, "U+200B")]),
        ("\u200b\u200d\u200b", "\u200b\u200d\u200b", [problem("hidden-character", 0, 3, "U+200B U+200D")]),
        (
            "a\u202eb\u202c",
            "a\u202eb\u202c",
            [problem("bidi-character", 1, 2, "U+202E"), problem("bidi-character", 3, 4, "U+202C")],
        ),
        ("a\x00\x07b", "a\ufffd\ufffdb", [problem("control-character", 1, 3, "U+0000 U+0007")]),
        ("a\x85b", "a\ufffdb", [problem("control-character", 1, 2, "U+0085")]),
        ("a\u2028b", "a\ufffdb", [problem("hidden-character", 1, 2, "U+2028")]),
        ("a\ufffd\ufffd", "a\ufffd\ufffd", [problem("damaged-character", 1, 3, "U+FFFD")]),
        ("\ud83d\ude00", "\ufffd\ufffd", [problem("surrogate", 0, 2, "U+D83D U+DE00")]),
        (
            "\u200b\u202e",
            "\u200b\u202e",
            [problem("hidden-character", 0, 1, "U+200B"), problem("bidi-character", 1, 2, "U+202E")],
        ),
        # A mark at the beginning becomes a line end, which libyaml counts.
        (
            "\ufeffa: \ufeff",
            "\na: \ufeff",
            [problem("hidden-character", 0, 1, "U+FEFF"), problem("hidden-character", 4, 5, "U+FEFF")],
        ),
    ],
    ids=ascii,
)
def test_what_cannot_be_seen_is_found_in_its_place(text: str, readable_text: str, problems: list[InputProblem]) -> None:
    assert screen(text) == (readable_text, problems)


def test_no_more_is_looked_at_than_can_be_told() -> None:
    found = screen("\u200ba" * 5000).problems
    assert (len(found), found[-1].start) == (1000, 1998)


def test_the_characters_of_a_value_are_told_without_places() -> None:
    assert list(screen_value("湖\u200b北\u202e")) == [
        ("input.hidden-character", {"characters": "U+200B", "count": "1"}),
        ("input.bidi-character", {"characters": "U+202E", "count": "1"}),
    ]
    assert readable("a\x00\u200b\ud800") == "a\ufffd\u200b\ufffd"
    assert [has_surrogate(text) for text in ("𠮷", "\ud842", "a\udfb7")] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("湖北", "湖北"),
        ("  a\n\t b  ", "a b"),
        ("a\u202eb\x00", "a\ufffdb\ufffd"),
        ("湖" * 40, "湖" * 40),
        ("湖" * 41, "湖" * 39 + "…"),
        (" " * 200 + "a", "…"),
        ("a" + " " * 200, "a…"),
    ],
    ids=["empty", "short", "spaces", "invisible", "longest", "longer", "far", "trailing"],
)
def test_a_quotation_is_short_and_on_one_line(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_characters_are_named_by_their_code() -> None:
    assert named("\u200b\u200b\U000e0020") == "U+200B U+E0020"
    assert named("abcdefg") == "U+0061 U+0062 U+0063 U+0064 U+0065 …"


any_text = st.text(st.characters() | st.sampled_from("\u200b\u202e\x00\ud800\ufeff\u2028\ufffd ab"))


@given(any_text)
def test_screening_keeps_the_length_and_tells_every_suspect_once(text: str) -> None:
    found = screen(text)
    assert len(found.text) == len(text)
    covered = [offset for problem in found.problems for offset in range(problem.start, problem.end)]
    assert covered == [offset for offset, char in enumerate(text) if is_suspect(char)]


@given(any_text)
def test_a_quotation_shows_nothing_invisible(text: str) -> None:
    quoted = shown(text)
    assert len(quoted) <= 40
    assert "\n" not in quoted
    assert not any(is_suspect(char) and char != "\ufffd" for char in quoted)
