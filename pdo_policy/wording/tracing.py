"""What `why` says in its own words, beside those of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import saying

if TYPE_CHECKING:
    from pdo_policy.wording import Pairs

_WORDS: Pairs = {
    # what was read
    "in_paper": ("{paper}：{where}", "{paper}: {where}"),
    "presumed": ("{absent}，推定为{value}", "{absent}, presumed to be {value}"),
    "empty_list": ("“{where}”一项也没有", "“{where}” has no element"),
    "names_paper": ("“{field}”写的是“{value}”", "“{field}” names “{value}”"),
    "papers_there": ("同一项目中有{papers}", "the dossier holds {papers}"),
    "paper_elsewhere": ("{paper}（{file}）属于项目“{dossier}”", "{paper} ({file}) belongs to the project “{dossier}”"),
    "paper_alone": ("{paper}（{file}）没有写项目编号", "{paper} ({file}) names no project"),
    # truth
    "holds": ("成立", "holds"),
    "fails": ("不成立", "does not hold"),
    "open": ("未定", "is open"),
    "broken": ("出错", "failed"),
    "mark": ("（{truth}）", " ({truth})"),
    # components
    "applicability": ("适用条件{truth}", "its condition of application {truth}"),
    "must": ("要求{truth}", "the requirement {truth}"),
    "must_not": ("禁止的情形{truth}", "what is forbidden {truth}"),
    "encourage": ("鼓励的事项{truth}", "what is encouraged {truth}"),
    "replaced": ("要求由例外 {name} 改为", "the requirement as exception {name} has it"),
    "exercise": ("例外 {name} 所允许的事项{truth}", "what exception {name} allows {truth}"),
    "free": ("“可以”没有要求，不会不符合", "what merely may be done demands nothing"),
    "then": ("适用以后，{part}", "if it applied: {part}"),
    "unless": ("“除非”", "“unless”"),
    "unless_of_several": ("第 {number} 项“除非”", "“unless” no. {number}"),
    "exception": ("例外 {name}“{title}”", "exception {name} “{title}”"),
    # exceptions
    "no_clause": ("所引条款在检查日或按 --law 不计入", "none of its clauses counts on the date and under --law"),
    "not_in_force": ("在{day}没有生效（{period}）", "is not in force on {day} ({period})"),
    "perhaps_in_force": ("是否生效未定（{period}）", "may be in force or not ({period})"),
    "unproven_fails": ("未定，未证时不成立", "is not proven, so it does not hold"),
    "unproven_open": ("未定，未证时存疑", "is not proven, which leaves it open"),
    "attacked": ("本身成立，但例外 {names} 反对它而起作用", "holds by itself, but exception {names} defeats it"),
    "perhaps_attacked": (
        "本身成立，例外 {names} 是否反对它未定",
        "holds by itself, unless exception {names} defeats it",
    ),
    "replaces": ("改为（{truth}）", "in its place ({truth})"),
    "nearly": ("{total} 个条件中 {met} 个成立", "{met} of its {total} conditions hold"),
    "joined": ("{first}，{second}", "{first}; {second}"),
    # where in a condition
    "item": ("第{number}项", "item {number}"),
    "labelled": ("{where}“{label}”", "{where} “{label}”"),
    "predicate": ("判定“{name}”", "predicate “{name}”"),
    "premise": ("“若”的前提", "the condition of “if”"),
    "within": ("{where}：{text}", "{where}: {text}"),
    "count": ("共 {count} 项", "{count} in all"),
    "alike": ("另有 {count} 项同样", "{count} more of them alike"),
    # lines
    "head": ("{subject}：{verdict}", "{subject}: {verdict}"),
    "unfirm": ("{verdict}（举证可以改变）", "{verdict} (proof could change it)"),
    "of": ("{part}：{text}", "{part}: {text}"),
    "value": ("{name}：{value}", "{name}: {value}"),
    "equals": ("{text} = {value}", "{text} = {value}"),
    "writing": ("书写：{headline}。{fix}", "writing: {headline}. {fix}"),
    "governed": ("时点 {text}：{value}", "governed on {text}: {value}"),
    "unknown": ("未定", "open"),
    "versions": ("各版生效：{periods}", "versions in force: {periods}"),
    "from": ("{first} 起", "from {first}"),
    "until": ("至 {last}", "until {last}"),
    "between": ("{first} 至 {last}", "{first} to {last}"),
    "always": ("不限期", "always"),
    "premise_rule": (
        "前提规则 {name}：{verdict}（不符合时本规则才适用）",
        "rule {name}, on whose breach it depends: {verdict}",
    ),
    "not_asked": ("没有检查", "not run"),
    "more": ("另有 {count} 行，--json 看全部", "{count} more lines; --json has them all"),
    # what would change it
    "change": ("要改变结论：{text}", "to change it: {text}"),
    "if_met": ("满足要求则为{verdict}", "{verdict} if the requirement is met"),
    "if_applies": ("适用则为{verdict}", "{verdict} if it applies"),
    "if_holds": ("{name}成立则为{verdict}", "{verdict} if {name} holds"),
    "if_not": ("{name}不成立则为{verdict}", "{verdict} if {name} does not hold"),
    "otherwise": ("{first}，否则为{verdict}", "{first}, else {verdict}"),
    "filing": ("{filing}；{outcome}", "{filing}; {outcome}"),
    "file_value": ("写明“{name}”", "state “{name}”"),
    "file_fact": ("写明“{name}”的实际情况", "state the facts of “{name}”"),
    "file_readably": ("改正“{name}”的写法", "correct how “{name}” is written"),
    "file_paper": ("提交“{name}”", "file “{name}”"),
    "file_named": (
        "提交编号为“{value}”的“{name}”，或改正编号",
        "file the “{name}” of the id “{value}”, or correct the id",
    ),
    "file_link": ("写明指哪一份“{name}”", "name the “{name}” that is meant"),
    "file_determination": ("取得“{name}”的认定", "obtain the determination “{name}”"),
    "file_calendar": ("等放假安排公布", "wait for the holiday notice"),
    "file_precisely": ("把“{name}”写得更精确", "state “{name}” more precisely"),
    "file_unit": ("统一期间的单位", "use one unit of time"),
    "file_currency": ("统一币种", "use one currency"),
    "file_divisor": ("除数不为零", "have a divisor other than zero"),
    "file_parameter": ("参数“{name}”在该日有取值", "have parameter “{name}” valued on that day"),
    "file_date": ("写明适用日期", "state the governing date"),
    "and_more": ("{filing}等多处", "{filing} and more"),
    "dated": ("{filing}，以便确定适用哪一版", "{filing}, to tell which version applies"),
    "file_rest": ("改变其余所写的情况", "have the rest otherwise than written"),
    "file_other": ("改变所写的情况", "have it otherwise than written"),
    "or": ("或", " or "),
    "and": ("、", ", "),
    "or_quoted": ("”或“", "” or “"),
    "and_quoted": ("”、“", "”, “"),
    # not run
    "not_run": ("没有检查：{reason}", "not run: {reason}"),
    "pending": ("{clause}：尚未施行，{first} 起施行", "{clause}: not in force before {first}"),
    "superseded": ("{clause}：已失效，{last} 为止", "{clause}: no longer in force after {last}"),
    "law": ("{clause}：{status}，--law {law} 不计入", "{clause}: {status}, left out by --law {law}"),
    "topic_clause": (
        "{clause}：条文内容未公开，只能核对写没写到",
        "{clause}: its text is not public, so it carries rules about presence alone",
    ),
    "counted": ("{clause}：计入", "{clause}: counts"),
    "papers": ("给出的材料：{papers}", "papers given: {papers}"),
    "paper": ("{paper}（{file}）", "{paper} ({file})"),
    "no_papers": ("没有", "none"),
    "unread": ("读不了的材料：{headline}", "a paper not read: {headline}"),
    "file_the_paper": ("提交{name}", "file a paper of the kind {name}"),
    "as_of": ("按 {first} 或以后的日子检查（--as-of）", "check as of {first} or later (--as-of)"),
    "as_of_before": ("按 {last} 或以前的日子检查（--as-of）", "check as of {last} or earlier (--as-of)"),
    "by_law": ("换一个依据范围（--law default）", "use another law (--law default)"),
}

said = saying(_WORDS)
"""A phrase of `why`."""
