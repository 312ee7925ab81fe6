"""The words of the rule language and the codes of all messages become one page to look them up in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.lookup.codes import cases_of, codes
from pdo_policy.lookup.words import WORDS
from pdo_policy.pages.markdown import plain, table
from pdo_policy.rulebook.kinds import kind_of, word
from pdo_policy.rulebook.vocabulary import VOCABULARY
from pdo_policy.schema.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.lookup.words import Word
    from pdo_policy.wording import Words

_HEAD = """# 速查

关键字、函数、类型和全部编号。本页由 `python -m pdo_policy.generated` 生成，请改程序里的表，不要改本页。
写法见 [language.md](language.md)，怎样从头写一条规则见 [tutorial.md](tutorial.md)。
在命令行看其中一个：`pdo-policy explain 关键字或编号`。
"""

_KINDS: tuple[tuple[str, str], ...] = (
    ("text", "string"), ("prose", "string 或 array"), ("date", "string，或 format: date"), ("duration", "string"),
    ("money", "string"), ("percentage", "string"), ("count", "integer"), ("number", "number"), ("flag", "boolean"),
    ("choice", "enum、const"), ("credit_code", "string"), ("region", "string"), ("record", "object"), ("list", "array"),
)  # fmt: skip
"""Kinds of field and how a JSON Schema without `x-kind` gives them, or which type it may state beside it."""

_PAGES = {"PDL-L": "lints.md", "PDL": "contract.md"}
_GROUPS = {
    "PDL-E": "规则的写法", "PDL-R": "名称和语句", "PDL-T": "类型", "PDL-L": "规则检查（rules lint）",
    "LAW": "清单、登记、放假安排和自己的格式", "CASE": "案例文件", "DET": "认定文件", "input": "材料的书写",
    "schema": "材料的格式和内容",
}  # fmt: skip


def language_page() -> str:
    """The page: keywords, functions, other words, kinds of field, codes."""
    every = list({id(word): word for word in WORDS.values()}.values())
    return "\n".join(
        (
            _HEAD,
            "## 关键字\n",
            _words([word for word in every if not word.function]),
            "## 函数\n",
            _words([word for word in every if word.function]),
            "## 其他词\n",
            _vocabulary(),
            "## 字段的类型\n",
            "自己的 JSON Schema 怎样写，见 [own-schemas.md](own-schemas.md)。\n",
            _kinds(),
            "## 编号\n",
            "“…”是具体的内容。`PDL` 开头的在 [contract.md](contract.md) 和 [lints.md](lints.md) 有例子。\n",
            *_codes(),
        )
    )


def _words(words: list[Word]) -> str:
    rows = [(" · ".join(it.zh), f"`{' · '.join(it.en)}`", plain(it.explained.zh)) for it in words]
    return table(("中文", "英文", "作用"), rows)


def _vocabulary() -> str:
    rows = (
        ("消息里的格式", VOCABULARY.formats),
        ("参数的类型", VOCABULARY.kinds),
        ("严重度", VOCABULARY.severities),
        ("未证时", VOCABULARY.burdens),
        ("参数的状态", VOCABULARY.statuses),
    )
    return table(
        ("用处", "中文 `英文`"), [(use, " · ".join(f"{zh} `{en}`" for zh, en in pairs)) for use, pairs in rows]
    )


def _kinds() -> str:
    """Kinds of field, with the kind of value that rules see."""
    item = Field("", "", "text")
    return table(
        ("`x-kind`", "Schema 里的 `type`", "规则里的类型"),
        [(f"`{kind}`", how, word(kind_of(Field("", "", kind, item=item)))) for kind, how in _KINDS],
    )


def _codes() -> Iterator[str]:
    """A table for each group of codes."""
    grouped: dict[str, list[str]] = {}
    for code in sorted(codes(), key=lambda code: (_group(code)[0], code)):
        grouped.setdefault(_group(code)[1], []).append(code)
    for title, those in grouped.items():
        yield f"### {title}\n"
        rows = [(_linked(code), plain(_opened(case.message.zh))) for code in those for case in cases_of(code)]
        yield table(("编号", "说什么，怎么办"), rows)


def _group(code: str) -> tuple[int, str]:
    """The order and the title of the group of a code."""
    found = next(prefix for prefix in _GROUPS if code.startswith(prefix))
    return list(_GROUPS).index(found), _GROUPS[found]


def _linked(code: str) -> str:
    page = next((page for prefix, page in _PAGES.items() if code.startswith(prefix)), "")
    return f"[{code}]({page}#{code.lower()})" if page else f"`{code}`"


def _opened(words: Words) -> str:
    """What is said, with its open places."""
    said = "。".join(part.rstrip("。") for part in (words.headline, words.fix) if part)
    return re.sub(r"\{\{|\}\}", lambda brace: brace[0][0], re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", said))
