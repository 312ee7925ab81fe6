"""What is wrong with the manifest, a register or a calendar of a rulebook: the LAW part of the error contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "LAW-F001": contracted(
        "读不到“{file}”，或不是 UTF-8 文本",
        "核对文件是否存在，并另存为 UTF-8",
        "“{file}” cannot be read, or is not UTF-8 text",
        "check that it exists, and save it as UTF-8",
    ),
    "LAW-F002": contracted("{zh}", "{zh_fix}", "{en}", "{en_fix}"),
    "LAW-F003": contracted("{where} 缺少“{key}”", "补写“{key}”", "“{key}” is missing in {where}", "add “{key}”"),
    "LAW-F004": contracted(
        "没有“{key}”这一项",
        "可以写：{told}",
        "there is no “{key}” here",
        "there are: {told}",
    ),
    "LAW-F005": contracted(
        "{where} 应当是{wanted}", "改为{wanted}", "{where} has the wrong form", "see the schema for its form"
    ),
    "LAW-F006": contracted(
        "{where} 没有“{value}”这个取值",
        "可以写：{known}",
        "{where} cannot be “{value}”",
        "use one of: {known}",
    ),
    "LAW-F007": contracted(
        "{where} 的写法不对：{value}",
        "对照 schemas 目录中的格式说明改写",
        "{where} is not in form: {value}",
        "see its schema in the folder schemas",
    ),
    "LAW-F008": contracted(
        "文件里有几份内容", "一个文件只写一份，删去“---”", "the file holds several documents", "keep one; remove “---”"
    ),
    "LAW-F009": contracted(
        "没有“{value}”这一天", "写作 2025-03-01", "there is no day “{value}”", "write as in 2025-03-01"
    ),
    "LAW-I001": contracted(
        "两份文件都叫“{name}”：{first} 和 {second}",
        "改掉其中一个名称",
        "two instruments are called “{name}”: {first} and {second}",
        "rename one",
    ),
    "LAW-I002": contracted(
        "失效日早于生效日", "核对 effective 的 from 和 to", "it ends before it begins", "check from and to of effective"
    ),
    "LAW-C001": contracted(
        "条款代号“{id}”不合《{instrument}》的编号方式",
        "条文写 art_9__point_5，起草说明写 chp_2__stmt_1，一、（一）写 outline_2__outline2_3",
        "the clause id “{id}” does not fit the numbering of {instrument}",
        "write as in art_9__point_5, chp_2__stmt_1, outline_2__outline2_3",
    ),
    "LAW-C002": contracted("条款“{id}”登记了两次", "只留一条", "clause “{id}” is registered twice", "keep one"),
    "LAW-C003": contracted(
        "条款“{id}”没有按条文顺序登记",
        "按条文先后排列",
        "clause “{id}” is out of the order of the text",
        "put it in order",
    ),
    "LAW-C004-question": contracted(
        "条款“{id}”由人核对，但没有写要问什么",
        "补写 question",
        "clause “{id}” is left to a person, but there is no question",
        "add question",
    ),
    "LAW-C004-reason": contracted(
        "条款“{id}”不在材料中体现，但没有写原因",
        "补写 reason",
        "clause “{id}” is said to be in no paper, but there is no reason",
        "add reason",
    ),
    "LAW-C005": contracted(
        "条款“{id}”所列的相关条款“{related}”不存在",
        "核对 related",
        "clause “{id}” is related to “{related}”, which does not exist",
        "check related",
    ),
    "LAW-D001": contracted(
        "找不到 Schema 文件“{file}”",
        "放进规则库文件夹，或写随工具发布的文件名",
        "there is no schema file “{file}”",
        "put it into the rulebook's folder, or name a shipped one",
    ),
    "LAW-D002": contracted(
        "“{name}”既指 {first} 又指 {second}", "改掉其中一个", "“{name}” means both {first} and {second}", "rename one"
    ),
    "LAW-D003": contracted(
        "没有“{name}”这种文件", "可以写：{known}", "there is no kind of document “{name}”", "there are: {known}"
    ),
    "LAW-D004": contracted(
        "{kind}没有字段“{field}”", "写存放对方编号的字段", "{kind} has no field “{field}”", "name the field with the id"
    ),
    "LAW-D005": contracted(
        "{kind}没有日期字段“{field}”",
        "从最外层起写英文键，用点隔开，例如 approval.date；经过清单的，先写清单的键",
        "{kind} has no date “{field}”",
        "write the keys from the root, with dots between, as in approval.date; the key of a list before those in it",
    ),
    "LAW-D006": contracted(
        "rulebook.yaml 的 not_waivable 写了没有的规则“{name}”",
        "最接近的是“{near}”",
        "not_waivable of rulebook.yaml names “{name}”, which is no rule",
        "the nearest is “{near}”",
    ),
    "LAW-S001": contracted(
        "这里的 Schema 不能用“{key}”",
        "字段写进 properties，都可以不写；有条件的要求写成规则。能用的关键字见 docs/own-schemas.md",
        "“{key}” cannot be used in this schema",
        "put fields into properties, where all may be left out, and make a condition a rule; see docs/own-schemas.md",
    ),
    "LAW-S002": contracted(
        "JSON Schema 没有“{key}”这个关键字",
        "最接近的是：{near}；能用的关键字见 docs/own-schemas.md",
        "JSON Schema has no keyword “{key}”",
        "the nearest is: {near}; see docs/own-schemas.md",
    ),
    "LAW-S003": contracted(
        "$defs 里没有“{name}”",
        "最接近的是：{near}",
        "there is no “{name}” in $defs",
        "the nearest is: {near}",
    ),
    "LAW-S004": contracted(
        "$defs 里的定义绕了一圈：{circle}",
        "材料没有无限的层次，把其中一处直接写明",
        "definitions in $defs lead back to themselves: {circle}",
        "no paper is endlessly deep; write one of them out",
    ),
    "LAW-S005": contracted(
        "格式“{pattern}”写错了，或要反复回头才能匹配",
        "核对正则表达式；不用前后查看 (?=…)、(?!…) 和反向引用 \\1",
        "the pattern “{pattern}” is wrong, or cannot be matched in one pass",
        "check the regular expression; use no (?=…), (?!…) and \\1",
    ),
    "LAW-S006": contracted(
        "{kind}没有字段“{key}”",
        "在 properties 里写 kind（种类）、dossier（哪些材料是一套）、id（编号）",
        "{kind} has no field “{key}”",
        "put kind, dossier (which papers belong together) and id into properties",
    ),
    "LAW-S007": contracted(
        "“{word}”既是“{first}”又是“{second}”",
        "同一记录里的键、title 和 x-aliases 不能重复，改掉一个",
        "“{word}” is both “{first}” and “{second}”",
        "keys, titles and x-aliases of one record must differ; change one",
    ),
    "LAW-S008": contracted(
        "字段 kind 不能写成“{kind}”，清单里却是这个名称",
        "写 “const”: “{kind}”，或把它列进 enum",
        "the field kind cannot be “{kind}”, as the manifest calls it",
        "write “const”: “{kind}”, or put it into enum",
    ),
    "LAW-S009": contracted(
        "x-kind 是 {kind}，type 里却没有 {wanted}",
        "type 加上 {wanted}，或删去 type",
        "x-kind is {kind}, but type does not have {wanted}",
        "add {wanted} to type, or remove type",
    ),
    "LAW-S010": contracted(
        "选项字段没有写可以选什么",
        "写 enum 或 x-choices",
        "it is not told what may be chosen",
        "write enum or x-choices",
    ),
    "LAW-S010-value": contracted(
        "x-choices 的“{value}”不在 enum 里",
        "enum 要列出 x-choices 的每个 value",
        "“{value}” of x-choices is not in enum",
        "enum must have every value of x-choices",
    ),
    "LAW-S011": contracted(
        "{keyword} 写了“{key}”，properties 里没有这个字段",
        "核对键名，要写英文键",
        "{keyword} names “{key}”, which is not in properties",
        "check the key",
    ),
    "LAW-S012": contracted(
        "没有登记条款“{clause}”",
        "写文件代号~条款代号，例如 {near}",
        "the clause “{clause}” is not registered",
        "write instrument~clause, as in {near}",
    ),
    "LAW-S013": contracted(
        "把引用的定义都写出来，字段超过 {most} 个，或者深过 {deepest} 层",
        "没有人填得完；拆成几种材料，去掉重复引用的层次",
        "with its definitions written out it has more than {most} fields, or is deeper than {deepest} levels",
        "nobody can fill it in; make several kinds of paper of it",
    ),
    "LAW-K001": contracted(
        "{year} 年的放假安排写了两次，{file} 已有", "只留一份", "the year {year} stands twice, see {file}", "keep one"
    ),
    "LAW-K002": contracted(
        "日期不在 {year} 年之内，或先后颠倒",
        "核对起止日期",
        "the days are not in {year}, or out of order",
        "check them",
    ),
    "LAW-K003": contracted(
        "{value} 不是周末，本来就要上班", "只列调休上班的周末", "{value} is no weekend", "list weekend days only"
    ),
}
