"""`python -m tests.pages` writes `docs/contract.md` and `docs/lints.md` from their examples; `--check` only compares.

Every message on the pages is what the tool says of the example above it. The texts of submissions that `explain` shows,
`docs/findings/examples.json`, are some of those that the tests read.
"""

from __future__ import annotations

import difflib
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.linting.lint import LINTS as LINTERS
from pdo_policy.linting.suppressions import family
from pdo_policy.reporters.problems import problem_text
from pdo_policy.wording import worded
from pdo_policy.wording.explaining import opened
from pdo_policy.wording.lint import MESSAGES as LINT_WORDS
from pdo_policy.wording.rulebook import MESSAGES as CONTRACT_WORDS
from tests import suites_page
from tests.examples import LINTS, WORDS, example, problems
from tests.misreadings import flawed
from tests.traps import TRAPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.errors import Problem

DOCS = Path(__file__).parents[1] / "docs"

CONTRACT_HEAD = """# 错误约定

规则库有一处不对，所有命令都先报出全部错误再停下，退出码是 4。这一页列出每一种错误：一个错例，工具说什么，一个对例。
错例和对例是 `docs/contract/` 里的文件，用一个小规则库编译；报错的文字就是工具对错例说的话。
这一页由 `python -m tests.pages` 生成，请改例子和 `pdo_policy/wording/`，不要改这一页。

编号永远不变。`PDL-E` 是写法，`PDL-R` 是名称和语句，`PDL-T` 是类型；一个编号有几种情况的，各有一个例子。
在命令行看一种错误：`pdo-policy explain PDL-T002`。
"""

LINTS_HEAD = """# 规则检查

`pdo-policy rules lint` 检查能编译的规则：写法是不是人人都这样写，条件是不是作者本来的意思，用语是不是主管人员愿意签发。
没有问题退出码是 0，有问题是 1，调用不对是 2，规则不能编译是 4；`-f json` 给机器读。
文件写作从当前文件夹找得到的路径（`rules lint 细则` 写 `细则/term.pdl:1:4`），编辑器点开就到那一处。
随工具发布的规则没有问题，`make check` 会检查。
这一页由 `python -m tests.pages` 生成，例子是 `docs/lints/` 里的文件，请改例子和 `pdo_policy/wording/`，不要改这一页。

确有理由的，用注释忽略，理由必须写：

```pdl
# 忽略 PDL-L051：清单没有公开，标题要说明核对到哪里为止
```

写在一行后面的，管这一行；单独一行的，管后面紧接着的一整项、一个语句或者下列的一项，别的管下一行。几个编号用顿号隔开。
没有忽略任何东西的、没有写理由的、编号不对的注释，也是问题（PDL-L001 至 PDL-L003），不能忽略。

规则的每一种结论、每一个例外有没有案例，由 `pdo-policy rules test` 的覆盖情况回答（language.md 第 18 节），
所以没有 PDL-L040、PDL-L041。
"""

GROUPS = {
    "PDL-E": "写法", "PDL-R": "名称和语句", "PDL-T": "类型",
    "PDL-L00": "注释", "PDL-L01": "写法", "PDL-L02": "依据", "PDL-L03": "条件和版本", "PDL-L04": "条件和版本",
    "PDL-L05": "用语", "PDL-L06": "用语", "PDL-L07": "编号、标题和文件",
}  # fmt: skip
WITHOUT_EXAMPLE = {
    "PDL-E009": "不是 UTF-8 的文件在这里写不出来。",
    "PDL-E009-empty": "空文件没有什么可举。",
    "PDL-E009-open": "打不开的文件在这里写不出来。",
    "PDL-E009-large": "例子要四兆字节，不在这里举。",
    "PDL-E011-many": "例子要一百处错误，不在这里举。",
    "PDL-E011-long": "例子要五万字，不在这里举。",
}


def pages() -> dict[str, str]:
    """The pages by their names in `docs/`."""
    contract, lints = sorted(CONTRACT_WORDS), sorted(LINT_WORDS)
    return {
        "findings/examples.json": _findings(),
        "contract.md": CONTRACT_HEAD + "".join(_sections(contract)),
        "lints.md": LINTS_HEAD + "".join(_sections(lints)),
        "readers.md": suites_page.page((DOCS / "readers.md").read_text("utf-8")),
    }


def _sections(codes: Iterable[str]) -> Iterator[str]:
    """A section for each code that readers see; under it what is told in each case."""
    families: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        families[family(code)].append(code)
    last = ""
    for name, several in families.items():
        group = next(title for prefix, title in GROUPS.items() if name.startswith(prefix))
        if group != last:
            yield f"\n## {group}\n"
            last = group
        yield f"\n### {name}\n"
        for code in several:
            yield from _case(code)


def _case(code: str) -> Iterator[str]:
    words = WORDS[code].zh
    severity = {"error": "错误", "warning": "警告"}[LINTERS[code].severity] + "：" if code in LINTERS else ""
    yield f"\n**{severity}{opened(words.headline)}。** {opened(words.fix)}。\n"
    if code in WITHOUT_EXAMPLE:
        yield f"\n{WITHOUT_EXAMPLE[code]}\n"
        return
    shown = example(code)
    problem = told(code)
    english = worded(WORDS, code, problem.facts, "en")
    yield f"\n错：\n\n```pdl\n{_visible(shown.wrong)}```\n"
    yield f"\n```text\n{problem_text(problem, 'zh', _severity(code))}\n```\n"
    yield f"\nEnglish: {_visible(english.headline)} — {_visible(english.fix)}\n"
    if code in LINTS:
        yield f"\n改：\n\n```diff\n{_visible(_changes(shown.wrong, shown.right))}```\n"
    else:
        yield f"\n对：\n\n```pdl\n{_visible(shown.right)}```\n"


def told(code: str) -> Problem:
    """What the tool says of the wrong example of a code."""
    with tempfile.TemporaryDirectory() as folder:
        (found,) = problems(code, Path(folder), example(code).wrong)
    return found


_LABELS = {
    "date": "日期", "duration": "期限", "money": "金额", "percentage": "比例", "count": "数量", "number": "数值",
    "flag": "是否共享", "credit_code": "统一社会信用代码", "region": "行政区划",
}  # fmt: skip
_LONGEST = 200


def _findings() -> str:
    """For each code about a submission that the tests have a short text for: the first that gives it alone."""
    texts = {f"schema.{kind}-{flaw}": f"{_LABELS[kind]}: {text}\n" for kind, flaw, text in flawed() if text.strip()}
    for trap in TRAPS:
        codes = {problem.split()[0] for problem in trap.problems}
        if len(codes) == 1:
            texts.setdefault(codes.pop(), trap.text)
    shown = {code: _visible(text) for code, text in sorted(texts.items()) if len(text) <= _LONGEST}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _severity(code: str) -> str:
    return LINTERS[code].severity if code in LINTERS else "error"


def _visible(text: str) -> str:
    """A text in which what cannot be seen is written as its number."""
    return "".join(char if char.isprintable() or char in "\n\u3000" else f"<U+{ord(char):04X}>" for char in text)


def _changes(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=1, lineterm="")
    return "".join(f"{line}\n" for line in lines if not line.startswith(("---", "+++", "@@")))


def main(arguments: list[str]) -> int:
    """Write the pages; with `--check` name those that differ, and return 1 for any."""
    differing = [name for name, text in pages().items() if not _holds(DOCS / name, text)]
    for name in differing:
        if "--check" not in arguments:
            (DOCS / name).parent.mkdir(exist_ok=True)
            (DOCS / name).write_text(pages()[name], "utf-8", newline="\n")
        sys.stdout.write(f"docs/{name}\n")
    return 1 if differing and "--check" in arguments else 0


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
