"""What the rules leave to people becomes a page: 本工具不能判断什么."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.law.coverage import matrix
from pdo_policy.pages.markdown import plain, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.law.coverage import Row
    from pdo_policy.rulebook.compiled import Rulebook

_ASKED = ("manual", "partial")


def limits_page(book: Rulebook) -> str:
    """The page: texts nobody saw, questions for people, clauses that no paper can show."""
    return "\n".join(_page(book))


def _page(book: Rulebook) -> Iterator[str]:
    rows = matrix(book.manifest.instruments, book.rules_by_clause)
    yield "# 本工具不能判断什么\n"
    yield f"{plain(book.manifest.scope)}\n"
    yield "“符合”只表示材料写到了规则所核对的内容。写得是否属实、是否妥当，仍要由人判断。\n"
    yield from _unseen(rows)
    yield from _determinations(book)
    yield "## 要由人核对的条款\n"
    yield "没有规则检查，或者规则只检查了一部分；评审时请问：\n"
    asked = [row for row in rows if row.clause.check in _ASKED and row.clause.question]
    yield table(["条款", "请问"], ([plain(row.clause.display), plain(row.clause.question)] for row in asked))
    yield "## 材料无法体现的条款\n"
    absent = [row for row in rows if row.clause.check == "not_in_documents"]
    yield table(["条款", "说的是什么", "原因"], (_absent(row) for row in absent))


def _unseen(rows: Sequence[Row]) -> Iterator[str]:
    yield "## 没有看到条文的\n"
    yield "下面这些条款只知道主题或者只见到概述。规则对只知道主题的条款只核对写没写，不核对数字、期限和清单。\n"
    seen: dict[str, list[str]] = {}
    for row in rows:
        if row.clause.visibility != "full":
            seen.setdefault(row.instrument.title, []).append(row.clause.name)
    yield table(["文件", "条款"], ([f"《{plain(title)}》", plain("、".join(names))] for title, names in seen.items()))


def _determinations(book: Rulebook) -> Iterator[str]:
    yield "## 要由有权机关认定的问题\n"
    yield "没有认定以前，有关规则的结论是待核实。样表：`pdo-policy new determinations`。\n"
    head = ["认定", "问题", "由谁认定"]
    yield table(head, ([plain(one.name), plain(one.question), plain(one.authority)] for one in book.program.questions))


def _absent(row: Row) -> list[str]:
    return [plain(row.clause.display), plain(row.clause.summary), plain(row.clause.reason)]
