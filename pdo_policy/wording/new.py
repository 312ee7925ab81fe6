"""What is said of files that were made to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    "paper": (
        "已写好样表“{path}”。填写以后检查：pdo-policy check {path}",
        "The paper to fill in is “{path}”. Check it with: pdo-policy check {path}",
    ),
    "dossier": (
        "已在“{folder}”写好三份样表：实施方案、授权运营协议、年度报告。填写以后检查：pdo-policy check {folder}",
        "Three papers to fill in are in “{folder}”. Check them with: pdo-policy check {folder}",
    ),
    "rulebook": (
        """已在“{folder}”新建规则库，{count} 个文件，规则编号以 {prefix}- 开头。接下来：
  pdo-policy rules test --rulebook {folder}     运行案例
  pdo-policy rules lint {folder}                检查写法和用语
  pdo-policy check 材料 --rulebook {folder}     用它检查材料
条款登记在 instruments/，规则在 plan.pdl，案例在 plan.cases.yaml；示例文件是虚构的，换成自己的。
写法见 docs/tutorial.md。""",
        """A rulebook of {count} files is in “{folder}”; its rule ids begin with {prefix}-. Next:
  pdo-policy rules test --rulebook {folder}     run its cases
  pdo-policy rules lint {folder}                check how its rules are written
  pdo-policy check PAPERS --rulebook {folder}   check papers with it
Clauses are in instruments/, rules in plan.pdl, cases in plan.cases.yaml. The text in it is invented: put in your own.
See docs/tutorial.md.""",
    ),
}

said = saying(_WORDS)
"""A sentence about what was made, and what to do next."""
