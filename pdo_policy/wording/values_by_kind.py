"""The words for what only one kind of value can get wrong, or what is better said in its own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import Message, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE = {
    "no-such-day": Message(
        Words("日历上没有“{text}”", "", "请核对年、月、日。"),
        Words("“{text}” is not in the calendar", "", "Check year, month and day."),
    ),
    "year": Message(
        Words("“{text}”的年份不在1900年到2999年之间", "", "请核对年份。"),
        Words("the year of “{text}” is not between 1900 and 2999", "", "Check the year."),
    ),
    "short-year": Message(
        Words("“{text}”的年份没有写全", "", "请写四位年份，例如“2025年3月1日”。"),
        Words("the year of “{text}” is not complete", "", "Write four digits, as in “2025-03-01”."),
    ),
    "no-year": Message(
        Words("“{text}”没有写年份", "", "请补上四位年份，例如“2025年3月1日”。"),
        Words("“{text}” has no year", "", "Add the year in four digits, as in “2025-03-01”."),
    ),
    "run-together": Message(
        Words(
            "“{text}”的年、月、日没有分开",
            "不足或超过八位的数字有不止一种读法；五位数字可能是表格软件的日期序号。",
            "请写作“2025-03-01”或“2025年3月1日”。",
        ),
        Words(
            "year, month and day are not separated in “{text}”",
            "Digits other than eight can be read in several ways; five may be the serial number of a spreadsheet.",
            "Write it as “2025-03-01”.",
        ),
    ),
    "lost-zero": Message(
        Words(
            "“{text}”可能是1月，也可能是10月",
            "程序把“2025.10”当作小数时，会丢掉末尾的0。",
            "请写作“2025年1月”或“2025年10月”。",
        ),
        Words(
            "“{text}” may be January or October",
            "A program that takes “2025.10” for a number drops the last zero.",
            "Write it as “2025-01” or “2025-10”.",
        ),
    ),
    "time": Message(
        Words("“{text}”在日期之外还写了时刻", "", "请只写日期，例如“2025年3月1日”。"),
        Words("“{text}” holds a time besides the date", "", "Write the date alone, for example “2025-03-01”."),
    ),
    "range": Message(
        Words("“{text}”是一段时间，不是一个日期", "", "请写一个日期，例如“2025年3月1日”；起止日期请分开填写。"),
        Words(
            "“{text}” is a stretch of time, not a date",
            "",
            "Write one date, for example “2025-03-01”; the first and the last day go into fields of their own.",
        ),
    ),
    "bound": Message(
        Words(
            "“{text}”里的“{word}”是界限，不是日期", "", "请只写日期，例如“2025年3月1日”；“{word}”这样的界限请写进说明。"
        ),
        Words(
            "“{word}” in “{text}” sets a limit; it is not part of a date",
            "",
            "Write the date alone, for example “2025-03-01”; the limit can go in a note.",
        ),
    ),
    "vague": Message(
        Words(
            "“{text}”里的“{word}”没有确定到哪一天",
            "",
            "请写确定的日期，例如“2025年3月1日”；只知道年、月的，写“2025年3月”或“2025年”。",
        ),
        Words(
            "“{word}” in “{text}” does not say which day",
            "",
            "Write a date, for example “2025-03-01”; where only month or year is known, “2025-03” or “2025”.",
        ),
    ),
}

_DURATION = {
    "mixed": Message(
        Words(
            "“{text}”混用了不同的单位",
            "月、日、工作日之间没有固定的换算。",
            "请只用一种单位，例如“3年6个月”“30日”或“10个工作日”。",
        ),
        Words(
            "“{text}” mixes different units",
            "There is no fixed rate between months, days and working days.",
            "Use one of them, for example “3 years 6 months”, “30 days” or “10 working days”.",
        ),
    ),
    "fraction": Message(
        Words("“{text}”不是整数个月、日或工作日", "", "请写整数，例如“18个月”或“15日”。"),
        Words(
            "“{text}” is not a whole number of months, days or working days",
            "",
            "Write a whole number, for example “18 months” or “15 days”.",
        ),
    ),
    "bare-month": Message(
        Words("“{text}”里的“月”可以是月份，也可以是月数", "", "请写明几个月，例如“6个月”。"),
        Words("“{text}” may mean a month or a number of months", "", "Say how many months, for example “6 months”."),
    ),
    "date": Message(
        Words("“{text}”是日期，不是期间", "", "请写期间有多长，例如“3年”或“30日”。"),
        Words("“{text}” is a date, not a period", "", "Say how long, for example “3 years” or “30 days”."),
    ),
    "negative": Message(
        Words("期间“{text}”是负数", "", "请核对后写不带负号的期间，例如“3年”。"),
        Words("the period “{text}” is negative", "", "Check it and write it without the sign, for example “3 years”."),
    ),
    "no-unit": Message(
        Words("“{text}”没有写单位", "", "请写明年、个月、日或个工作日，例如“3年”。"),
        Words("“{text}” has no unit", "", "Say whether years, months, days or working days, for example “3 years”."),
    ),
    "unknown-unit": Message(
        Words("“{text}”里的“{unit}”不是能识别的期间单位", "", "请用年、个月、日或个工作日，例如“30日”。"),
        Words("“{unit}” in “{text}” is not a unit of time", "", "Use years, months, days or working days."),
    ),
}

_MONEY = {
    "per-unit": Message(
        Words("“{text}”在金额之外还写了计费单位“{unit}”", "", "请只写“{amount}”，把“{unit}”写进“计费单位”。"),
        Words(
            "“{text}” holds the billing unit “{unit}” besides the amount",
            "",
            "Write “{amount}” alone, and the billing unit in its own field.",
        ),
    ),
    "currency": Message(
        Words(
            "看不出“{text}”是哪一种货币",
            "“$”是几种货币的符号；写了两种货币的也无法判断。",
            "请写明一种货币，例如“100美元”。",
        ),
        Words(
            "“{text}” does not tell which currency it is",
            "“$” stands for several currencies, and two at once cannot both be meant.",
            "Name one currency, for example “100 USD”.",
        ),
    ),
    "free": Message(
        Words("“{text}”不是金额", "", "不收费的，请写“0元”。"),
        Words("“{text}” is not an amount of money", "", "Write “CNY 0” where nothing is charged."),
    ),
    "no-unit": Message(
        Words("“{text}”没有写货币单位", "", "请写明元、万元或亿元，例如“1200万元”。"),
        Words("“{text}” has no currency", "", "Name the currency, for example “CNY 12000000”."),
    ),
    "unknown-unit": Message(
        Words("“{text}”里的“{unit}”不是能识别的货币单位", "", "请写元、万元或亿元，例如“1200万元”。"),
        Words(
            "“{unit}” in “{text}” is not a currency that can be read",
            "",
            "Name the currency, for example “CNY 12000000”.",
        ),
    ),
}

_PERCENTAGE = {
    "no-sign": Message(
        Words("“{text}”没有写百分号", "不写百分号时，“0.3”可以是30%，也可以是0.3%。", "请写上百分号，例如“30%”。"),
        Words(
            "“{text}” has no percent sign",
            "Without it, “0.3” may mean 30% or 0.3%.",
            "Write the sign, for example “30%”.",
        ),
    ),
    "fraction": Message(
        Words("“{text}”是分数，不是百分数", "", "请改写成百分数，例如“30%”。"),
        Words("“{text}” is a fraction", "", "Write it as a percentage, for example “30%”."),
    ),
}

_COUNT = {
    "negative": Message(
        Words("数量“{text}”是负数", "", "请核对；一个也没有的，请写“0”。"),
        Words("the count “{text}” is negative", "", "Check it; write “0” where there is none."),
    ),
    "fraction": Message(
        Words("数量“{text}”不是整数", "", "请核对后写整数，例如“30”。"),
        Words("the count “{text}” is not a whole number", "", "Check it and write a whole number, for example “30”."),
    ),
    "unknown-unit": Message(
        Words("“{text}”里的“{unit}”不是能识别的量词", "", "请只写数字，例如“30”。"),
        Words("“{unit}” in “{text}” is not a counting word", "", "Write the digits alone, for example “30”."),
    ),
}

_NUMBER = {
    "unknown-unit": Message(
        Words(
            "“{text}”在数字之外还写了“{unit}”", "单位由这一项的说明规定。", "请换算成说明里的单位，只写数字，例如“24”。"
        ),
        Words(
            "“{text}” holds “{unit}” besides the number",
            "The unit is fixed by the description of the field.",
            "Convert it to that unit and write the digits alone, for example “24”.",
        ),
    ),
}

_FLAG = {
    "unreadable": Message(
        Words("“{text}”不能读作“是”或“否”", "", "请写“是”或“否”。"),
        Words("“{text}” cannot be read as “yes” or “no”", "", "Write “yes” or “no”."),
    ),
}

_CREDIT_CODE = {
    "length": Message(
        Words("“{text}”有 {length} 位，统一社会信用代码应为18位", "", "请对照登记证照核对。"),
        Words(
            "“{text}” has {length} characters; a unified social credit code has 18",
            "",
            "Check it against the registration certificate.",
        ),
    ),
    "character": Message(
        Words(
            "“{text}”第 {position} 位的“{character}”不会出现在统一社会信用代码里",
            "代码只用数字和大写字母，不用字母 I、O、S、V、Z。",
            "请对照登记证照核对，留意 0 和 O、1 和 I、2 和 Z、5 和 S。",
        ),
        Words(
            "“{character}”, no. {position} of “{text}”, does not occur in unified social credit codes",
            "They are made of digits and capitals without I, O, S, V and Z.",
            "Check it against the registration certificate; look out for 0 and O, 1 and I, 2 and Z, 5 and S.",
        ),
    ),
    "check": Message(
        Words(
            "“{text}”的校验位不对：写的是“{found}”，按前17位应为“{expected}”",
            "前17位里写错一位，也会这样。",
            "请对照登记证照逐位核对。",
        ),
        Words(
            "the check character of “{text}” is “{found}”; the 17 before it ask for “{expected}”",
            "One of those 17 may also be wrong.",
            "Check it against the registration certificate, character by character.",
        ),
    ),
}

_REGION = {
    "empty": Message(
        Words("没有写行政区划", "", "请写名称或六位代码，例如“湖北省武汉市”。"),
        Words("no region is written", "", "Write its name or its six-digit code."),
    ),
}

BY_KIND: Mapping[str, Mapping[str, Message]] = {
    "date": _DATE,
    "duration": _DURATION,
    "money": _MONEY,
    "percentage": _PERCENTAGE,
    "count": _COUNT,
    "number": _NUMBER,
    "flag": _FLAG,
    "credit_code": _CREDIT_CODE,
    "region": _REGION,
}
"""By kind and flaw."""
