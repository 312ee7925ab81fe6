"""Numerals in digits and in characters: what number they are, and how a number is written."""

from __future__ import annotations

import time
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.values.chinese_numerals import in_chinese, read_chinese_numeral
from pdo_policy.values.misread import Flaw
from pdo_policy.values.normal_form import normal_form
from pdo_policy.values.numerals import read_number, shown

NUMERALS = [
    ("零", 0),
    ("〇", 0),
    ("一", 1),
    ("两", 2),
    ("二", 2),
    ("十", 10),
    ("十一", 11),
    ("一十一", 11),
    ("二十", 20),
    ("九十九", 99),
    ("一百", 100),
    ("一百零一", 101),
    ("一百一十", 110),
    ("两百", 200),
    ("一千", 1000),
    ("一千零一", 1001),
    ("一千零一十", 1010),
    ("一千一百", 1100),
    ("两千三百四十五", 2345),
    ("一万", 10_000),
    ("一万零一", 10_001),
    ("一万二千", 12_000),
    ("十万", 100_000),
    ("一百二十三万四千五百六十七", 1_234_567),
    ("一亿", 100_000_000),
    ("一亿零三千", 100_003_000),
    ("一亿三千万", 130_000_000),
    ("一亿二千三百四十五万六千七百八十九", 123_456_789),
    ("一万亿", 1_000_000_000_000),
    ("壹仟贰佰叁拾肆", 1234),
    ("伍陆柒捌玖", 56_789),
    ("貳萬叄仟", 23_000),
    ("二〇二五", 2025),
    ("一二三", 123),
]

NO_NUMERALS = [
    ("三五", "colloquial"),
    ("二百五", "colloquial"),
    ("一千五", "colloquial"),
    ("一万五", "colloquial"),
    ("一亿三千", "colloquial"),
    ("三四万", "colloquial"),
    ("两三", "colloquial"),
    ("二三十", "colloquial"),
    ("百", "vague"),
    ("百万", "vague"),
    ("千亿", "vague"),
    ("", "unreadable"),
    ("三个", "unreadable"),
    ("零三千", "unreadable"),
    ("三十零", "unreadable"),
    ("一百零零一", "unreadable"),
    ("十百", "unreadable"),
    ("一亿亿", "unreadable"),
]

NUMBERS = [
    ("1200", "1200"),
    ("007", "7"),
    ("1,200", "1200"),
    ("1,234,567.89", "1234567.89"),
    ("30万", "300000"),
    ("1.08亿", "108000000"),
    ("1亿2000万", "120000000"),
    ("1万2000", "12000"),
    ("3千5百", "3500"),
    ("83千", "83000"),
    ("3十", "30"),
    ("3百", "300"),
    ("3万", "30000"),
    ("3十万", "300000"),
    ("3百万", "3000000"),
    ("3千万", "30000000"),
    ("3亿", "300000000"),
    ("3十亿", "3000000000"),
    ("3百亿", "30000000000"),
    ("3千亿", "300000000000"),
    ("3万亿", "3000000000000"),
    ("三点五亿", "350000000"),
    ("十二点五", "12.5"),
    ("-3", "-3"),
    ("负三", "-3"),
    ("-0", "0"),
    ("999999999999999999", "999999999999999999"),
    ("-123456789012345678.12345678901234567890", "-123456789012345678.12345678901234567890"),
]

NO_NUMBERS = [
    ("1万5", "colloquial"),
    ("1亿3千", "colloquial"),
    ("1亿300", "colloquial"),
    ("12,00", "grouping"),
    ("1200,000", "grouping"),
    ("0,123", "grouping"),
    ("1,200亿3,0万", "grouping"),
    ("1000000000000000000", "too-large"),
    ("-1000000000000000000", "too-large"),
    ("1" * 41, "too-large"),
    ("1" * 41 + "x", "unreadable"),
    ("1.2.3", "unreadable"),
    (".5", "unreadable"),
    ("5.", "unreadable"),
    ("1e3", "unreadable"),
    ("62十", "unreadable"),
    ("10百", "unreadable"),
    ("0百24", "unreadable"),
    ("1亿2亿", "unreadable"),
    ("1.5亿2000万", "unreadable"),
    ("--3", "unreadable"),
    ("1_000", "unreadable"),
    ("٣", "unreadable"),
]


@pytest.mark.parametrize(("text", "number"), NUMERALS, ids=[text for text, _ in NUMERALS])
def test_a_chinese_numeral_is_read(text: str, number: int) -> None:
    assert read_chinese_numeral(text) == number


@pytest.mark.parametrize(("text", "what"), NO_NUMERALS, ids=[repr(text) for text, _ in NO_NUMERALS])
def test_a_doubtful_numeral_is_told_apart(text: str, what: str) -> None:
    assert read_chinese_numeral(text) == Flaw(what)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (21, "二十一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (100_010, "十万零一十"),
    ],
)
def test_a_number_has_one_numeral(number: int, text: str) -> None:
    assert in_chinese(number) == text


@pytest.mark.parametrize("number", [-1, 10**16])
def test_a_number_out_of_range_has_no_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        in_chinese(number)


@given(st.integers(0, 10**16 - 1) | st.integers(0, 20_000))
def test_a_numeral_reads_as_the_number_it_was_made_of(number: int) -> None:
    assert read_chinese_numeral(in_chinese(number)) == number


@pytest.mark.parametrize(("text", "number"), NUMBERS, ids=[text for text, _ in NUMBERS])
def test_a_number_is_read_exactly(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(("text", "what"), NO_NUMBERS, ids=[text for text, _ in NO_NUMBERS])
def test_a_doubtful_number_is_told_apart(text: str, what: str) -> None:
    assert read_number(text) == Flaw(what)


def test_the_context_of_the_caller_changes_no_number() -> None:
    with localcontext(prec=3):
        assert [read_number(text) for text, _ in NUMBERS] == [Decimal(number) for _, number in NUMBERS]
        assert shown(Decimal("-123456.5")) == "-123456.5"


@pytest.mark.parametrize("text", ["1" * 39 + "x", "1" * 40, "1千" * 20, "一" * 40, "零" * 40, "1," * 20, "亿" * 40])
def test_no_short_text_takes_long(text: str) -> None:
    begun = time.perf_counter()
    read_number(text)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1200", "1200"),
        ("1200.50", "1200.5"),
        ("1E+3", "1000"),
        ("0.000001", "0.000001"),
        ("0.0000001", "约0"),
        ("33.33333333", "约33.333333"),
        ("1.0000000", "1"),
        ("-2.50", "-2.5"),
        ("0", "0"),
        ("1e400", "1" + "0" * 400),
        ("1" + "0" * 90 + ".1234567", "1" + "0" * 90 + ".1234567"),
    ],
)
def test_a_number_is_shown_in_plain_digits(number: str, text: str) -> None:
    assert shown(Decimal(number)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２５年３月１日", "2025年3月1日"),
        ("1，200．5（元）", "1,200.5(元)"),
        ("二○二五", "二〇二五"),
        ("100～200", "100~200"),
        ("100〜200", "100~200"),
        ("2025–03−01", "2025-03-01"),
        ("3 年 6 个 月", "3年6个月"),
        ("3 年　。 ", "3年"),
        ("3年；", "3年"),
        ("⼀年", "一年"),
        ("10²元①", "10²元①"),
        ("working days", "working days"),
        ("a  b", "a  b"),
        ("￥100", "¥100"),
    ],
)
def test_second_shapes_of_characters_are_folded(text: str, expected: str) -> None:
    assert normal_form(text) == expected


@given(st.text(alphabet="０1一 。；～年(）a\u3000○", max_size=12))
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


def test_a_run_of_spaces_takes_time_by_its_length_only() -> None:
    begun = time.perf_counter()
    normal_form("a" + " " * 100_000 + "b年")
    assert time.perf_counter() - begun < 1
