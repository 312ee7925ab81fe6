"""Lines fit the terminal, say what they said before, and have colours only where they may."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.reporters.typesetting import STYLES, Line, Piece, lines_of, plain
from pdo_policy.reporters.view import View
from pdo_policy.source import width

SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")


def set_in(text: str, cells: int, hang: int = 0) -> list[str]:
    return list(lines_of(plain(text, hang=hang), View(width=cells)))


@pytest.mark.parametrize(
    ("text", "cells", "hang", "lines"),
    [
        ("为什么：签订协议以前没有授权", 12, 8, ["为什么：签订", "      协议以", "      前没有", "      授权"]),
        ("一二三，四五", 6, 0, ["一二", "三，四", "五"]),
        ("一二（三四）", 6, 0, ["一二", "（三", "四）"]),
        ("see --no-fold now", 8, 2, ["see", "  --no-fold", "  now"]),
        ("very-long-name.yaml:1:1 甲", 10, 0, ["very-long-name.yaml:1:1", "甲"]),
        ("短", 40, 4, ["短"]),
        ("", 40, 4, [""]),
        ("一二三四", 0, 0, ["一二三四"]),
        ("“一二”三", 6, 0, ["“一二”", "三"]),
    ],
)
def test_lines_are_broken_where_a_reader_would(text: str, cells: int, hang: int, lines: list[str]) -> None:
    assert set_in(text, cells, hang) == lines


words = st.text(st.sampled_from("一二三，。（）“”…ab1-/ 　ＡéÀ中"), max_size=60)


@given(words, st.integers(10, 40), st.integers(0, 8))
def test_nothing_is_lost_and_lines_fit(text: str, cells: int, hang: int) -> None:
    lines = set_in(text, cells, hang)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
    for line in lines:
        body = line[min(hang, cells // 2) :] if line is not lines[0] else line
        fits = width(line) <= cells
        # What is longer than a line has no place in it to break: it is one word, with the marks that cling to it.
        broken = list(lines_of(plain(body), View(width=1)))
        assert fits or len(broken) == 1, line


@given(st.lists(st.tuples(words, st.sampled_from(["", *STYLES])), max_size=5), st.integers(0, 30))
def test_colours_change_no_letter(pieces: list[tuple[str, str]], cells: int) -> None:
    line = Line(tuple(Piece(*one) for one in pieces), 4)
    bare = list(lines_of(line, View(width=cells)))
    coloured = list(lines_of(line, View(width=cells, colour=True)))
    assert [SEQUENCE.sub("", one) for one in coloured] == bare
    for one in coloured:
        marks = SEQUENCE.findall(one)
        # Each colour ends on its line, so that no line colours the next one, nor the prompt.
        assert marks[1::2] == ["\x1b[0m"] * (len(marks) // 2)
        assert len(marks) % 2 == 0


def test_ambiguous_characters_take_two_cells_where_they_do() -> None:
    assert width("“…→") == 3
    assert width("“…→", wide=True) == 6
    assert list(lines_of(plain("一“二”三四"), View(width=8))) == ["一“二”三", "四"]
    assert list(lines_of(plain("一“二”三四"), View(width=8, wide=True))) == ["一“二”", "三四"]


def test_a_path_stays_whole() -> None:
    line = Line((Piece("材料/方案 一.yaml:1:1", "bold", whole=True), Piece(": 严重 没有写目标")), 4)
    assert list(lines_of(line, View(width=12))) == ["材料/方案 一.yaml:1:1:", "    严重 没", "    有写目标"]
