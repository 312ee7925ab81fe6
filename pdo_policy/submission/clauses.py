"""Article, paragraph and point numbers become full clause ids, and a clause id its Chinese display form."""

import re

_NORM = "ndrc-2025-27"
_DRAFT = "hb-2024-draft"
_ID = re.compile(
    rf"(?:{_NORM}~art_(?P<article>\d+)(?:__para_(?P<para>\d+))?(?:__point_(?P<point>\d+))?"
    rf"|{_DRAFT}~chp_(?P<chapter>\d+)__stmt_\d+)"
)
_DIGITS = "零一二三四五六七八九"


def art(article: int, *, para: int = 0, point: int = 0) -> str:
    """The id of an article of 发改数据规〔2025〕27号, or of a paragraph (款) or point (项) of it; 0 means none."""
    return f"{_NORM}~art_{article}" + (f"__para_{para}" if para else "") + (f"__point_{point}" if point else "")


def draft(chapter: int, statement: int) -> str:
    """The id of a statement of the drafting note on a chapter of the 办法, whose articles have no public numbers."""
    return f"{_DRAFT}~chp_{chapter}__stmt_{statement}"


def display(clause: str) -> str:
    """How a reader knows a clause: `《实施规范》第九条第（五）项`, `《管理办法（征求意见稿）》第二章`.

    Raises:
        ValueError: not an id that `art` or `draft` makes.
    """
    match = _ID.fullmatch(clause)
    if match is None:
        raise ValueError(clause)
    if match["chapter"]:
        return f"《管理办法（征求意见稿）》第{_numeral(int(match['chapter']))}章"
    para = f"第{_numeral(int(match['para']))}款" if match["para"] else ""
    point = f"第（{_numeral(int(match['point']))}）项" if match["point"] else ""
    return f"《实施规范》第{_numeral(int(match['article']))}条{para}{point}"


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
