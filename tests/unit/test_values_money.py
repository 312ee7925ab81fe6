"""Amounts of money as people write them, exactly; whatever is open is told, with its reason."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from pdo_policy.values.misread import Misread
from pdo_policy.values.money import Money
from pdo_policy.values.reading import read_value

if TYPE_CHECKING:
    from collections.abc import Callable

# Forms that say a number of yuan, and forms that say a number of 万元.
YUAN_FORMS: dict[str, Callable[[str], str]] = {
    "元": "{}元".format,
    "space": "{} 元".format,
    "整": "{}元整".format,
    "圆": "{}圆".format,
    "RMB": "RMB {}".format,
    "CNY": "cny {}".format,
    "CNY behind": "{} CNY".format,
    "sign": "￥{}".format,
    "half-width sign": "¥ {}".format,
    "人民币": "人民币{}元".format,
    "人民币 behind": "{}元人民币".format,
    "full width": lambda digits: f"{digits}元".translate(str.maketrans("0123456789.,", "０１２３４５６７８９．，")),
    "said twice": "{0}元（￥{0}）".format,
}
WAN_FORMS: dict[str, Callable[[str], str]] = {
    "万元": "{}万元".format,
    "万 元": "{} 万 元".format,
    "sign": "￥{}万".format,
    "人民币": "人民币{}万元整".format,
    "萬圓": "{}萬圆".format,
}
AMOUNTS = ["0", "1", "0.5", "97", "1200.50", "1000000", "1,200", "1,234,567.89", "180244.12"]
WHOLES = ["1", "63", "1.08", "1200", "1,200", "180244.12", "0.5", "12,000.25"]

VECTORS = [
    *(
        pytest.param(form(digits), digits, 1, id=f"{digits} {name}")
        for name, form in YUAN_FORMS.items()
        for digits in AMOUNTS
    ),
    *(
        pytest.param(form(digits), digits, 10_000, id=f"{digits} 万 {name}")
        for name, form in WAN_FORMS.items()
        for digits in WHOLES
    ),
]

READ = [
    ("1.08亿元", "108000000"),
    ("20亿元", "2000000000"),
    ("2000亿元", "200000000000"),
    ("1.2万亿元", "1200000000000"),
    ("1亿2000万元", "120000000"),
    ("1亿2000万3千元", "120003000"),
    ("5千元", "5000"),
    ("3百元", "300"),
    ("1,200千元", "1200000"),
    ("20百万元", "20000000"),
    ("5千万元", "50000000"),
    ("十元", "10"),
    ("十五元", "15"),
    ("三十万元", "300000"),
    ("一百二十万元", "1200000"),
    ("一千零五元", "1005"),
    ("一万二千元", "12000"),
    ("一万零五元", "10005"),
    ("两百元", "200"),
    ("两万元", "20000"),
    ("二十万零三百元", "200300"),
    ("三点五亿元", "350000000"),
    ("一亿三千万元", "130000000"),
    ("壹仟贰佰万元整", "12000000"),
    ("壹佰元整", "100"),
    ("壹拾元正", "10"),
    ("叁佰贰拾万元", "3200000"),
    ("伍仟零陆拾元整", "5060"),
    ("柒亿捌仟万元整", "780000000"),
    ("人民币玖佰玖拾玖元整", "999"),
    ("貳萬元整", "20000"),
    ("壹佰贰拾元伍角整", "120.5"),
    ("壹佰元零伍分", "100.05"),
    ("壹佰元叁角肆分", "100.34"),
    ("1200元5角3分", "1200.53"),
    ("0元5角", "0.5"),
    ("人民币壹佰万元整（¥1,000,000.00）", "1000000"),
    ("-50万元", "-500000"),
    ("负五十万元", "-500000"),
    ("0.45元", "0.45"),
    ("1000元。", "1000"),
]

FOREIGN = [
    ("100 USD", "100", "USD"),
    ("USD 100", "100", "USD"),
    ("usd100", "100", "USD"),
    ("US$1,200.50", "1200.50", "USD"),
    ("100美元", "100", "USD"),
    ("1200万美元", "12000000", "USD"),
    ("三十万美元", "300000", "USD"),
    ("100港元", "100", "HKD"),
    ("100港币", "100", "HKD"),
    ("HK$100", "100", "HKD"),
    ("100欧元", "100", "EUR"),
    ("€100", "100", "EUR"),
    ("100英镑", "100", "GBP"),
    ("100日元", "100", "JPY"),
    ("100澳门元", "100", "MOP"),
    ("100新台币", "100", "TWD"),
]

FLAWED = [
    ("1200", "no-unit"),
    ("1,200.50", "no-unit"),
    ("1200万", "no-unit"),
    ("三十", "no-unit"),
    ("1000元/月", "per-unit"),
    ("1000000元/月", "per-unit"),
    ("0.5元/次", "per-unit"),
    ("0.5 元 / 次", "per-unit"),
    ("0.5元每次", "per-unit"),
    ("每次0.5元", "per-unit"),
    ("每一次0.5元", "per-unit"),
    ("￥100/年", "per-unit"),
    ("100-200万元", "range"),
    ("100～200万元", "range"),
    ("100万元至200万元", "range"),
    ("100万元—200万元", "range"),
    ("三到五万元", "range"),
    ("100-200元/月", "range"),
    ("约1200万元", "about"),
    ("1200万元左右", "about"),
    ("30万余元", "about"),
    ("4000多万元", "about"),
    ("近百万元", "about"),
    ("数百万元", "about"),
    ("几十万元", "about"),
    ("暂定1200万元", "about"),
    ("超过2000亿元", "bound"),
    ("不低于100万元", "bound"),
    ("200万元以上", "bound"),
    ("≥100万元", "bound"),
    ("百万元", "vague"),
    ("千亿元", "vague"),
    ("二百五元", "colloquial"),
    ("三五万元", "colloquial"),
    ("一万五元", "colloquial"),
    ("一亿三千元", "colloquial"),
    ("1亿3千元", "colloquial"),
    ("1万5元", "colloquial"),
    ("12,00元", "grouping"),
    ("0,5元", "grouping"),
    ("0,123元", "grouping"),
    ("1,200亿3,0万元", "grouping"),
    ("1.200,50元", "grouping"),
    ("1000000000000000000元", "too-large"),
    ("9" * 41 + "元", "too-large"),
    ("$100", "currency"),
    ("100$", "currency"),
    ("USD100元", "currency"),
    ("美元1200元", "currency"),
    ("免费", "free"),
    ("无偿", "free"),
    ("1200块", "unknown-unit"),
    ("1200w", "unknown-unit"),
    ("5角", "unknown-unit"),
    ("1200万元（含税）", "remark"),
    ("人民币壹佰万元整(大写)", "remark"),
    ("壹佰万元整（¥1,000,000.50）", "contradiction"),
    ("1.2.3万元", "unreadable"),
    ("1 200元", "unreadable"),
    ("62十元", "unreadable"),
    ("1亿2亿元", "unreadable"),
    ("100美元5角", "unreadable"),
    ("1.5元5角", "unreadable"),
    ("另行约定", "unreadable"),
    ("H\u212aD 100", "unreadable"),
    ("100u\u017fd", "unknown-unit"),
    ("元", "unreadable"),
    ("", "unreadable"),
    ("1" * 39 + "x元", "unreadable"),
]


@pytest.mark.parametrize(("text", "digits", "scale"), VECTORS)
def test_every_form_gives_the_same_amount(text: str, digits: str, scale: int) -> None:
    assert read_value("money", text) == Money(Decimal(digits.replace(",", "")) * scale, "CNY")


@pytest.mark.parametrize(("text", "amount"), READ, ids=[text for text, _ in READ])
def test_an_amount_is_read(text: str, amount: str) -> None:
    assert read_value("money", text) == Money(Decimal(amount), "CNY")


@pytest.mark.parametrize(("text", "amount", "currency"), FOREIGN, ids=[text for text, _, _ in FOREIGN])
def test_another_currency_is_kept(text: str, amount: str, currency: str) -> None:
    assert read_value("money", text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize(("text", "what"), FLAWED, ids=[repr(text) for text, _ in FLAWED])
def test_what_is_no_definite_amount_is_told_apart(text: str, what: str) -> None:
    found = read_value("money", text)
    assert isinstance(found, Misread)
    assert found.code == f"schema.money-{what}"


def test_there_are_two_hundred_vectors() -> None:
    assert len(VECTORS) + len(READ) + len(FOREIGN) + len(FLAWED) >= 200


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("1000元/月", {"amount": "1000元", "unit": "月"}),
        ("每次0.5元", {"amount": "0.5元", "unit": "次"}),
        ("1200块", {"unit": "块"}),
        ("约1200万元", {"word": "约"}),
        ("1200万元（含税）", {"value": "1200万元", "remark": "含税"}),
    ],
)
def test_the_part_that_is_too_much_is_named(text: str, facts: dict[str, str]) -> None:
    found = read_value("money", text)
    assert isinstance(found, Misread)
    assert found.facts == {**facts, "text": text}
