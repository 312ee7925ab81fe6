"""Offsets become lines and columns, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.source import Position, Source, Span

TEXT = "名称: 湖北\r\n𠮷: “x”\rz\n\n末"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [
        (0, 1, 1),
        (4, 1, 5),
        (6, 1, 7),  # at the carriage return
        (7, 1, 8),  # between the two characters of one line end
        (8, 2, 1),
        (9, 2, 2),  # a character outside the basic plane is one column
        (14, 2, 7),
        (15, 3, 1),
        (17, 4, 1),
        (18, 5, 1),
        (19, 5, 2),  # the end of the text
        (99, 5, 2),
        (-1, 1, 1),
    ],
)
def test_an_offset_has_a_line_and_a_column(offset: int, line: int, column: int) -> None:
    assert Source("x.yaml", TEXT).position(offset) == Position(line, column)


def test_lines_end_at_line_feeds_and_carriage_returns_only() -> None:
    source = Source("x.yaml", TEXT)
    lines = [source.line(number) for number in range(1, source.line_count + 1)]
    assert lines == ["名称: 湖北", "𠮷: “x”", "z", "", "末"]
    assert Source("x.yaml", "a\u2028b\x85c\x0bd\x0ce").line_count == 1


def test_an_empty_text_has_one_empty_line() -> None:
    source = Source("-", "")
    assert (source.line_count, source.line(1), source.position(0)) == (1, "", Position(1, 1))


def test_a_span_knows_its_text_and_its_ends() -> None:
    span = Source("x.yaml", TEXT).span(8, 16)
    assert span == Span(Source("x.yaml", TEXT), 8, 16)
    assert (span.text, span.first, span.last) == ("𠮷: “x”\rz", Position(2, 1), Position(3, 2))


texts = st.text(st.sampled_from("a湖𠮷 :\r\n\u2028"), max_size=40)


@given(texts, st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    source = Source("-", text)
    offset = data.draw(st.integers(0, len(text)))
    position = source.position(offset)
    assert source.offset(*position) == offset
    assert 1 <= position.line <= source.line_count


@given(texts)
def test_lines_are_those_that_an_editor_shows(text: str) -> None:
    source = Source("-", text)
    lines = [source.line(number) for number in range(1, source.line_count + 1)]
    assert lines == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
