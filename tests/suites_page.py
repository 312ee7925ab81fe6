"""What the readers make of the public suites becomes the tables of `docs/readers.md`, each refusal with its reason."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.suites import LENIENT, OTHER, SILENT, expected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BEGIN, END = "<!-- suites: begin -->\n", "<!-- suites: end -->\n"

_LIBYAML = (
    "YAML 1.2 许可，而读取所用的 libyaml（YAML 1.1）不认的写法：换行后的冒号、冒号后不留空格、空的名称、"
    "没有 `---` 的第二份文件等。按位置报出来，照提示换一种写法就行"
)
REASONS: Mapping[str, Mapping[str, str]] = {
    "yaml": {
        "input.anchor": "锚点和别名不展开：引用来的内容没有自己的位置，层层引用还能让一个小文件变得极大。逐处写出",
        "input.alias": "同上",
        "input.tag": "类型标记不读：内容是什么类型由字段决定，不由写的人决定",
        "input.collection-key": "名称只能是文字，不能是清单或者记录",
        "input.non-text-key": "空的、数字的、`true`、`null` 一类名称，各种工具读法不同；要用就加引号",
        "input.yaml-directive": "以 `%` 开头的指令不用：材料只有一种 YAML",
        "input.tab": "制表符不用来缩进和分隔：宽度各处不同，看上去对齐的其实没有对齐",
        "input.empty": "什么也没有写的文件不是材料",
        "input.question-mark": "括号里以 `?` 开头的内容，libyaml 会把问号去掉；与其读错，不如请加引号",
        "input.control-character": "控制字符在内容里看不见，多半是误入；报出来，内容照读",
        OTHER: "值不同：几份材料之间空着的一份不算一份；文件末尾没有换行、只有空格的一行，空格算作一行空格或者不算",
        SILENT: "案例没有给出值；读得出来",
        LENIENT: "案例算作错，而意思只有一个：括号里的换行没有缩进，引号和括号后面的注释没有空一格，指令前没有"
        " `...` 等。照那个意思读，不为难人",
        "": _LIBYAML,
    },
    "json": {
        "input.duplicate-key": "同一个名称写了两次：标准许可，但不知道该信哪一个",
        "input.surrogate": "只有半个的 UTF-16 代理字符，不是任何文字",
        "input.control-character": "控制字符和非字符，写成转义也一样：看不见，多半是误入；报出来，内容照读",
        "input.hidden-character": "看不见的字符会使两段看上去相同的文字不同；报出来，内容照读",
        "input.damaged-character": "字节不成文字，案例在收集时已经换成 U+FFFD；原来的字节另有测试，按编码错误报",
        "input.number-too-large": "超过 400 位的数，或者 10 的 400 次方以上：没有这样的数量",
        "input.too-deep": "套到 64 层以上",
        SILENT: "标准没有说该不该读；读得出来，整数不丢精度",
    },
}
"""By suite, the reason for each outcome: of several codes the first that stands here; the empty one is for the rest."""


def reason(suite: str, what: str) -> str:
    """The key of the reason for an outcome.

    Raises:
        StopIteration: there is none.
    """
    codes = what.split()
    return next(key for key in REASONS[suite] if key in codes or not key)


def tables() -> str:
    """The part of the page between its marks."""
    return "".join(line for suite, title in (("yaml", "YAML"), ("json", "JSON")) for line in _table(suite, title))


def _table(suite: str, title: str) -> Iterator[str]:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for name, what in expected()[suite].items():
        by_reason[reason(suite, what)].append(name)
    yield f"\n### {title}\n\n| 原因 | 案例 |\n|---|---|\n"
    for key, words in REASONS[suite].items():
        if by_reason[key]:
            yield f"| {words} | {'、'.join(f'`{name}`' for name in by_reason[key])} |\n"


def page(text: str) -> str:
    """The text of the page with its tables written anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{tables()}\n{END}{rest.partition(END)[2]}"
