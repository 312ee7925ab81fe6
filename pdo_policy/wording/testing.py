"""What is said about cases of rules: what is wrong with their files, what a case did not meet, what no case shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted, saying

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message, Pairs

MESSAGES: Mapping[str, Message] = {
    "CASE-001": contracted(
        "没有材料文件“{file}”",
        "base 写相对于案例文件的路径",
        "there is no file of documents “{file}”",
        "base is a path relative to the case file",
    ),
    "CASE-002": contracted(
        "这份材料没有写 kind", "写明文件种类的英文名", "this document has no kind", "name its kind in English"
    ),
    "CASE-003": contracted(
        "材料文件里有两份 {kind}",
        "只留一份；另一份写在案例的 change 里",
        "there are two documents of the kind {kind}",
        "keep one, and write the other in the change of a case",
    ),
    "CASE-004": contracted(
        "同一规则已有一个案例叫“{name}”（第 {line} 行）",
        "改名，写出两者的不同",
        "another case of the rule is called “{name}” (line {line})",
        "rename one, so that the names tell the difference",
    ),
    "CASE-005": contracted(
        "改不到 {pointer}",
        "核对路径：清单写序号（从 0 数起）或 -，记录写英文键",
        "{pointer} cannot be changed",
        "check the pointer: a number from 0 or - for lists, an English key for records",
    ),
    "CASE-006": contracted(
        "没有 {pointer}，删去它什么也没有改",
        "核对路径，或删去这一处",
        "there is no {pointer}, and taking it away changes nothing",
        "check the pointer, or remove it here",
    ),
    "CASE-007": contracted(
        "{rule}没有“{mutation}”这处差错",
        "规则改过的，运行 rules mutate，照它现在的写法改；不再有的，删去这一条",
        "{rule} has no mutation “{mutation}”",
        "run rules mutate and write it as it is now, or remove the entry",
    ),
    "CASE-008": contracted(
        "“{mutation}”已有案例分辨（{file} 第 {line} 行“{name}”），不用再说明",
        "删去这一条",
        "“{mutation}” is told by a case (“{name}”, {file}, line {line}) and needs no explanation",
        "remove the entry",
    ),
    "CASE-009": contracted("“{mutation}”已经写过", "只留一条", "“{mutation}” stands here already", "keep one of them"),
}
"""What is wrong with the files beside the rules."""

_WORDS: Pairs = {
    # what a case did not meet
    "verdict": ("期望 {expected}，得到 {actual}", "expected {expected}, got {actual}"),
    "place": ("期望位置 {expected}，得到 {actual}", "expected at {expected}, got {actual}"),
    "count": ("期望 {expected} 条发现，得到 {actual} 条", "expected {expected} findings, got {actual}"),
    "message": ("期望消息含“{expected}”，得到“{actual}”", "expected a message with “{expected}”, got “{actual}”"),
    "finding": ("{place}：{text}", "{place}: {text}"),
    # what a case names and the rulebook does not have
    "rule": ("规则库没有规则“{name}”{near}", "the rulebook has no rule “{name}”{near}"),
    "kind": ("规则库没有“{name}”这种文件{near}", "the rulebook has no kind of document “{name}”{near}"),
    "determination": ("规则库没有名为“{name}”的认定{near}", "the rulebook has no determination “{name}”{near}"),
    "law": ("law 没有“{name}”这个值{near}", "law has no value “{name}”{near}"),
    "field": (
        "案例的材料里有规则读不到的字段：{name}",
        "the documents of the case have a field no rule can read: {name}",
    ),
    "near": ("，最接近的是“{name}”", "; the nearest is “{name}”"),
    # papers that did not pass, by exit code
    "exit-1": (
        "没有通过：有达到 fail_on={fail_on} 的问题",
        "not passed: there are findings that count with fail_on={fail_on}",
    ),
    "exit-2": (
        "没有通过：没有找到可以检查的材料，或没有规则可以检查",
        "not passed: there is no paper to check, or no rule to check it with",
    ),
    "exit-3": (
        "没有通过：有材料没有找到、读不了或不知道是哪一种，或有文件夹是空的",
        "not passed: a paper is not there, cannot be read or is of no known kind, or a folder is empty",
    ),
    "exit-4": ("没有通过：有规则在检查中出错", "not passed: a rule failed in the check"),
    # rules test
    "failed": ("不符 {file}:{line} {rule} {name}", "failed {file}:{line} {rule} {name}"),
    "because": ("理由：{reason}", "because: {reason}"),
    "cases": ("{total} 个案例，{failed} 个不符", "{total} cases, {failed} failed"),
    "coverage": (
        "案例显示的：结论 {verdicts}，条件成立和不成立 {conditions}，列举的项单独起作用 {items}",
        "shown by cases: verdicts {verdicts}, conditions true and false {conditions}, items deciding alone {items}",
    ),
    "unshown": ("没有案例显示的 {count} 处：", "{count} shown by no case:"),
    "no-verdict": ("没有得到过 {text}", "never ended in {text}"),
    "never-true": ("没有成立过：{text}", "was never true: {text}"),
    "never-false": ("没有不成立过：{text}", "was never false: {text}"),
    "never-asked": ("没有成立过，也没有不成立过：{text}", "was never true and never false: {text}"),
    "not-alone": ("没有单独起过作用：{text}", "never decided alone: {text}"),
    # rules mutate
    "survived": ("没有案例分辨{kind}（{change}）", "no case tells {kind} ({change})"),
    "inclusive": ("含不含本数", "inclusive or not"),
    "bound": ("界限差一", "a bound one off"),
    "unit": ("日和工作日", "days or working days"),
    "presence": ("已载明和已提供", "stated or supplied"),
    "connective": ("且和或", "and or or"),
    "quantifier": ("每个、存在、没有", "every, some or none"),
    "enumeration": ("全部和之一", "all or any"),
    "item": ("少一项", "an item left out"),
    "part": ("少一个条件", "a part left out"),
    "negation": ("相反", "the contrary"),
    "applies": ("少了当", "a condition of application left out"),
    "exception": ("少了例外", "an exception left out"),
    "burden": ("未证时", "what is not proven"),
    "as-written": (
        "补一个能分辨的案例；分辨不了的，在 {file} 里说明 {rule} 的 {mutation}",
        "add a case that tells; if none can, explain {mutation} of {rule} in {file}",
    ),
    "score": (
        "{total} 处差错：案例分辨 {told}，说明为等价 {equivalent}，没有案例分辨 {survived}；得分 {score}",
        "{total} slips: {told} told by cases, {equivalent} explained, {survived} told by no case; score {score}",
    ),
    "below": ("得分低于 {wanted}%", "the score is below {wanted}%"),
}

said = saying(_WORDS)
"""A line, or a part of one, of what `rules test` and `rules mutate` print."""
