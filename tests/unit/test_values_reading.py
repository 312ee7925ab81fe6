"""Reading as a whole: every flaw can be met and has its words, every value can be shown, and no text is too much."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pdo_policy.values.dates import last_of_month
from pdo_policy.values.display import display
from pdo_policy.values.doubts import _BOUNDS
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.values.misread import Misread
from pdo_policy.values.money import Money
from pdo_policy.values.reading import FLAWS, read_value
from tests.misreadings import CODES, flawed

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("kind", "flaw", "text"), flawed(), ids=[f"{kind}-{flaw}" for kind, flaw, _ in flawed()])
def test_every_flaw_can_be_met(kind: str, flaw: str, text: str) -> None:
    found = read_value(kind, text)
    assert isinstance(found, Misread)
    assert found.code == f"schema.{kind}-{flaw}"
    assert found.facts["text"] == " ".join(text.split())[:40] + ("…" if len(text) > 40 else "")


@pytest.mark.parametrize("kind", ["choice", "record", "list", "unheard-of"])
def test_no_other_kind_is_read_from_a_text(kind: str) -> None:
    with pytest.raises(KeyError):
        read_value(kind, "甲")


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("text", " 示例市 数据局\n", "示例市 数据局"),
        ("text", "", ""),
        ("prose", "  第一段\n第二段 ", "第一段\n第二段"),
        ("prose", "１２３ ①", "１２３ ①"),
        ("region", " 湖北省  武汉市 ", "湖北省 武汉市"),
        ("region", "420100", "420100"),
    ],
)
def test_a_text_stays_as_it_is(kind: str, text: str, expected: str) -> None:
    assert read_value(kind, text) == expected


@pytest.mark.parametrize(("length", "flaw"), [(100, "unreadable"), (101, "too-long")])
def test_a_hundred_characters_are_not_too_long(length: int, flaw: str) -> None:
    found = read_value("date", f" {'好' * length} ")
    assert isinstance(found, Misread)
    assert found.code == f"schema.date-{flaw}"


def examples() -> list[tuple[str, str]]:
    """Kind and example of every field of the schemas."""
    found: set[tuple[str, str]] = set()

    def collect(schema: Any) -> None:
        if isinstance(schema, dict):
            kind = schema.get("x-kind")
            if isinstance(kind, str) and kind in FLAWS:
                found.update((kind, str(text)) for text in schema.get("examples", ()))
            for below in schema.values():
                collect(below)

    for path in (ROOT / "schemas").glob("*.schema.json"):
        collect(json.loads(path.read_text(encoding="utf-8")))
    return sorted(found)


@pytest.mark.parametrize(("kind", "text"), examples(), ids=[f"{kind} {text}" for kind, text in examples()])
def test_every_example_of_the_schemas_is_read(kind: str, text: str) -> None:
    found = read_value(kind, text)
    assert not isinstance(found, Misread)
    assert read_value(kind, display(found, kind)) == found


def test_a_word_of_a_bound_is_named_whole() -> None:
    for index, word in enumerate(_BOUNDS):
        assert not any(earlier in word for earlier in _BOUNDS[:index]), word


# ---------------------------------------------------------------------- any text whatever

SIGNS = "0123456789.,-~—至年月日号周万亿千百十元角分整%‰成半零一二三两五壹()（）￥$/约多 　○"
WORDS = ("工作日", "个月", "亿元", "百分之", "分之", "USD", "人民币", "2025", "以上", "次", "年底", "T00:00", "days")
NEAR = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=10).map("".join)
ANY = st.text(max_size=40) | NEAR


def checked(kind: str, text: str) -> Any:
    """What was read, after a look at it: a misread has a code of the table, a value is shown and read again."""
    found = read_value(kind, text)
    if isinstance(found, Misread):
        assert found.code in CODES
        assert found.facts["text"] == " ".join(text.split())[:40] + ("…" if len(" ".join(text.split())) > 40 else "")
    else:
        written = display(found, kind)
        assert "约" in written or kind in ("text", "prose", "region") or read_value(kind, written) == found
    return found


@given(st.sampled_from(list(FLAWS)), ANY)
@example("money", "1" * 39 + "x")
@example("duration", "零1日" * 33)
@example("date", "－")
def test_no_text_is_too_much_for_a_reader(kind: str, text: str) -> None:
    checked(kind, text)


HOSTILE = [
    *(char * 100_000 for char in "1一, (好-元"),
    *(char * 99 + "x" for char in "1一,(亿-每元\x00"),
    *(pair * 50 for pair in ("1年", "零1日", "1,", "1(", "1亿", "1/", "2-", "半年")),
    "1," * 50_000, "a" + " " * 99_998 + "年", "1元(" + "1" * 90 + ")", "\ud800", "\u202e3年",
]  # fmt: skip


@pytest.mark.parametrize("kind", FLAWS)
def test_no_text_takes_long(kind: str) -> None:
    begun = time.perf_counter()
    for text in HOSTILE:
        checked(kind, text)
    assert time.perf_counter() - begun < 1


# ---------------------------------------------------------------------- shown and read again

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
PERIODS = st.builds(Duration, st.integers(0, 12_000), st.sampled_from(["month", "day", "workday"]))
AMOUNTS = st.decimals(-(10**17), 10**17, places=6) | st.integers(-(10**17), 10**17).map(Decimal)
MONEY = st.builds(Money, AMOUNTS, st.sampled_from(["CNY", "USD", "HKD", "EUR", "GBP", "JPY", "MOP", "TWD"]))


def of_year(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31))


def of_month(day: date) -> Interval:
    return Interval(day.replace(day=1), last_of_month(day.year, day.month))


VALUES = st.one_of(
    st.tuples(st.just("date"), DAYS | st.integers(1900, 2999).map(of_year) | DAYS.map(of_month)),
    st.tuples(st.just("duration"), PERIODS),
    st.tuples(st.just("money"), MONEY),
    st.tuples(st.just("percentage"), st.decimals(-1000, 1000, places=8)),
    st.tuples(st.just("count"), st.integers(0, 10**18 - 1)),
    st.tuples(st.just("number"), AMOUNTS),
    st.tuples(st.just("flag"), st.booleans()),
)


@given(VALUES)
def test_a_value_is_read_as_it_is_shown(value: tuple[str, Any]) -> None:
    kind, expected = value
    assert read_value(kind, display(expected, kind)) == expected


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (date(2025, 3, 1), "date", "2025年3月1日"),
        (of_year(2025), "date", "2025年"),
        (of_month(date(2025, 3, 9)), "date", "2025年3月"),
        (of_month(date(2024, 2, 1)), "date", "2024年2月"),
        (of_month(date(2025, 12, 1)), "date", "2025年12月"),
        (Interval(date(2025, 1, 1), date(2025, 3, 31)), "date", "2025年1月1日至2025年3月31日之间"),
        (Interval(date(2025, 1, 1), date(2026, 12, 31)), "date", "2025年1月1日至2026年12月31日之间"),
        (Interval(date(2025, 1, 2), date(2025, 1, 31)), "date", "2025年1月2日至2025年1月31日之间"),
        (Interval(date(2025, 3, 1), date(2025, 3, 1)), "date", "2025年3月1日"),
        (Interval(3, 5), "integer", "3至5之间"),
        (Interval(3, 3), "count", "3"),
        (Duration(36, "month"), "duration", "3年"),
        (Duration(42, "month"), "duration", "3年6个月"),
        (Duration(6, "month"), "duration", "6个月"),
        (Duration(0, "month"), "duration", "0个月"),
        (Duration(-18, "month"), "duration", "-1年6个月"),
        (Duration(30, "day"), "duration", "30日"),
        (Duration(10, "workday"), "duration", "10个工作日"),
        (Money(Decimal(12_000_000), "CNY"), "money", "1200万元"),
        (Money(Decimal(108_000_000), "CNY"), "money", "1.08亿元"),
        (Money(Decimal("1802441200.00"), "CNY"), "money", "180244.12万元"),
        (Money(Decimal(500), "CNY"), "money", "500元"),
        (Money(Decimal("1200.50"), "CNY"), "money", "1200.5元"),
        (Money(Decimal(12_345), "CNY"), "money", "12345元"),
        (Money(Decimal(12_345_670), "CNY"), "money", "12345670元"),
        (Money(Decimal(12_345_600), "CNY"), "money", "1234.56万元"),
        (Money(Decimal(9999), "CNY"), "money", "9999元"),
        (Money(Decimal(10_000), "CNY"), "money", "1万元"),
        (Money(Decimal(0), "CNY"), "money", "0元"),
        (Money(Decimal(-500_000), "CNY"), "money", "-50万元"),
        (Money(Decimal(100) / 3, "CNY"), "money", "约33.333333元"),
        (Money(Decimal("1e400"), "CNY"), "money", "1" + "0" * 392 + "亿元"),
        (Money(Decimal(100), "USD"), "money", "100USD"),
        (Decimal("0.3"), "percentage", "30%"),
        (Decimal("0.005"), "percentage", "0.5%"),
        (1, "percentage", "100%"),
        (Decimal(1) / 3, "percentage", "约33.333333%"),
        (Decimal("0.3"), "decimal", "0.3"),
        (Decimal("92.50"), "number", "92.5"),
        (1200, "count", "1200"),
        (True, "flag", "是"),
        (False, "flag", "否"),
        ("示例市", "text", "示例市"),
    ],
)
def test_a_value_is_shown(value: Any, kind: str, expected: str) -> None:
    assert display(value, kind) == expected


@given(DAYS, st.integers(0, 400))
def test_any_other_interval_shows_both_ends(day: date, length: int) -> None:
    interval = Interval(day, day + timedelta(days=length))
    shown = display(interval, "date")
    whole = (of_year(day.year), of_month(day), Interval(day, day))
    assert ("之间" in shown) is (interval not in whole)
