"""Dates as people write them: a day, the interval of a month or year, or the reason why neither."""

from __future__ import annotations

from datetime import date

import pytest

from pdo_policy.values.interval import Interval
from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value

FIRST_OF_MARCH = date(2025, 3, 1)
MARCH = Interval(date(2025, 3, 1), date(2025, 3, 31))
YEAR = Interval(date(2025, 1, 1), date(2025, 12, 31))

READ = [
    ("2025-03-01", FIRST_OF_MARCH),
    ("2025-3-1", FIRST_OF_MARCH),
    ("2025/3/1", FIRST_OF_MARCH),
    ("2025/03/01", FIRST_OF_MARCH),
    ("2025.3.1", FIRST_OF_MARCH),
    ("2025.03.01", FIRST_OF_MARCH),
    ("20250301", FIRST_OF_MARCH),
    ("2025年3月1日", FIRST_OF_MARCH),
    ("2025年03月01日", FIRST_OF_MARCH),
    ("2025年3月1号", FIRST_OF_MARCH),
    ("2025 年 3 月 1 日", FIRST_OF_MARCH),
    (" 2025年3月1日 ", FIRST_OF_MARCH),
    ("2025年3月1日。", FIRST_OF_MARCH),
    ("2025年3月1日；", FIRST_OF_MARCH),
    ("２０２５年３月１日", FIRST_OF_MARCH),
    ("２０２５－０３－０１", FIRST_OF_MARCH),
    ("2025–03–01", FIRST_OF_MARCH),
    ("二〇二五年三月一日", FIRST_OF_MARCH),
    ("二○二五年三月一日", FIRST_OF_MARCH),
    ("二零二五年三月一日", FIRST_OF_MARCH),
    ("二0二五年三月一日", FIRST_OF_MARCH),
    ("二O二五年三月一日", FIRST_OF_MARCH),
    ("二o二五年三月一日", FIRST_OF_MARCH),
    ("贰零贰伍年零叁月零壹日", FIRST_OF_MARCH),
    ("2025年三月1日", FIRST_OF_MARCH),
    ("2025年3月1日（2025-03-01）", FIRST_OF_MARCH),
    ("二〇二五年十二月三十一日", date(2025, 12, 31)),
    ("二〇二五年十月二十日", date(2025, 10, 20)),
    ("贰零贰伍年壹拾贰月叁拾壹日", date(2025, 12, 31)),
    ("2026年1月16日", date(2026, 1, 16)),
    ("2025-12-18", date(2025, 12, 18)),
    ("2024-02-29", date(2024, 2, 29)),
    ("2000-02-29", date(2000, 2, 29)),
    ("1900-01-01", date(1900, 1, 1)),
    ("2999-12-31", date(2999, 12, 31)),
    ("2025年3月", MARCH),
    ("2025年03月", MARCH),
    ("2025年3月份", MARCH),
    ("二〇二五年三月", MARCH),
    ("二○二五年三月 ", MARCH),
    ("2025-03", MARCH),
    ("2025-3", MARCH),
    ("2025/3", MARCH),
    ("2025.3", MARCH),
    ("2025.03", MARCH),
    ("2025.10", Interval(date(2025, 10, 1), date(2025, 10, 31))),
    ("2024年2月", Interval(date(2024, 2, 1), date(2024, 2, 29))),
    ("2025年2月", Interval(date(2025, 2, 1), date(2025, 2, 28))),
    ("2025年12月", Interval(date(2025, 12, 1), date(2025, 12, 31))),
    ("2025年", YEAR),
    ("2025", YEAR),
    ("2025年度", YEAR),
    ("二〇二五年", YEAR),
    ("二○二五年", YEAR),
]

FLAWED = [
    ("2025-02-29", "no-such-day"),
    ("1900-02-29", "no-such-day"),
    ("2025年2月30日", "no-such-day"),
    ("2025年4月31日", "no-such-day"),
    ("2025年13月", "no-such-day"),
    ("2025年0月1日", "no-such-day"),
    ("2025-00-01", "no-such-day"),
    ("2025-01-00", "no-such-day"),
    ("20251301", "no-such-day"),
    ("20250230", "no-such-day"),
    ("二〇二五年二月三十日", "no-such-day"),
    ("二〇二五年二十月", "no-such-day"),
    ("2026116", "run-together"),
    ("202503", "run-together"),
    ("45717", "run-together"),
    ("2025.1", "lost-zero"),
    ("1899年", "year"),
    ("3000-01-01", "year"),
    ("0025年3月1日", "year"),
    ("25年3月1日", "short-year"),
    ("25-03-01", "short-year"),
    ("25/3/1", "short-year"),
    ("3月1日", "no-year"),
    ("三月一日", "no-year"),
    ("3月", "no-year"),
    ("03-01", "no-year"),
    ("2025-03-01 00:00:00", "time"),
    ("2025-03-01T08:00", "time"),
    ("2025年3月1日9时", "time"),
    ("2023-01-01 至 2023-12-31", "range"),
    ("2025年1月1日至2025年12月31日", "range"),
    ("2025年3月1日-2028年2月28日", "range"),
    ("2025.3.1—2028.2.28", "range"),
    ("2025-03-01~2028-02-28", "range"),
    ("20250301-20280228", "range"),
    ("2025-2027", "range"),
    ("2025年至2027年", "range"),
    ("年底前", "vague"),
    ("2025年底", "vague"),
    ("2025年底前", "vague"),
    ("上半年", "vague"),
    ("2025年上半年", "vague"),
    ("2025年第三季度", "vague"),
    ("2025年3月上旬", "vague"),
    ("每年3月底前", "vague"),
    ("签订之日起", "vague"),
    ("今年3月1日", "vague"),
    ("2025年3月1日前", "bound"),
    ("2025年3月1日之前", "bound"),
    ("2025年3月1日起", "bound"),
    ("截至2025年3月1日", "bound"),
    ("2025年3月1日至今", "bound"),
    ("2025年3月以后", "bound"),
    ("约2025年3月", "about"),
    ("预计2025年3月1日", "about"),
    ("2025年3月左右", "about"),
    ("2025年3月前后", "about"),
    ("2025年3月1日（星期六）", "remark"),
    ("2025年3月1日（2025-03-02）", "contradiction"),
    ("", "unreadable"),
    ("签订后三年", "bound"),
    ("2025年3月1", "unreadable"),
    ("03-01-2025", "unreadable"),
    ("2025-03-01-02", "unreadable"),
    ("2025-03/01", "unreadable"),
    ("2025年三五月", "no-such-day"),
    ("湘政办发〔202525号", "unreadable"),
    ("-2025", "unreadable"),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[repr(text) for text, _ in READ])
def test_a_date_is_read(text: str, expected: date | Interval) -> None:
    assert read_value("date", text) == expected


@pytest.mark.parametrize(("text", "what"), FLAWED, ids=[repr(text) for text, _ in FLAWED])
def test_what_is_no_date_is_told_apart(text: str, what: str) -> None:
    found = read_value("date", text)
    assert isinstance(found, Misread)
    assert found.code == f"schema.date-{what}"


@pytest.mark.parametrize(
    ("text", "word"),
    [("2025年底前", "年底"), ("2025年3月1日之前", "之前"), ("预计2025年3月", "预计"), ("2025年下半年", "下半年")],
)
def test_the_word_that_leaves_a_date_open_is_named(text: str, word: str) -> None:
    found = read_value("date", text)
    assert isinstance(found, Misread)
    assert found.facts == {"word": word, "text": text}
