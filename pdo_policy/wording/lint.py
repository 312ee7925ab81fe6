"""What the linter says: what was seen in a rule that compiles, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted, saying
from pdo_policy.wording.lint_texts import MESSAGES as TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message, Pairs

MESSAGES: Mapping[str, Message] = {
    # comments that let a lint pass
    "PDL-L001": contracted(
        "“忽略 {code}”没有忽略任何东西",
        "删去这条注释；注释要写在所忽略的那一行后面，或者单独一行写在它前面",
        "this comment ignores {code}, which is not found here",
        "remove the comment; it belongs behind the line it is about, or on a line of its own before it",
    ),
    "PDL-L002": contracted(
        "“忽略 {code}”没有写理由",
        "写明理由：# 忽略 {code}：理由",
        "{code} is ignored without a reason",
        "give the reason: # ignore {code}: reason",
    ),
    "PDL-L003": contracted(
        "没有编号为“{code}”的检查，“忽略”不起作用",
        "核对编号；只有 PDL-L 开头的可以忽略",
        "there is no lint “{code}” to ignore",
        "check the code; only those that begin with PDL-L can be ignored",
    ),
    # spelling
    "PDL-L010": contracted(
        "一个文件里混用了中文和英文关键字，例如“{word}”",
        "一个文件用一套，改为“{right}”；整个文件可以用 rules fmt --lang 转换",
        "the file mixes Chinese and English keywords, such as “{word}”",
        "keep to one pack: write “{right}”, or convert the file with rules fmt --lang",
    ),
    "PDL-L011": contracted(
        "“{word}”是“{right}”的另一种写法",
        "统一写“{right}”；rules fmt 会改",
        "“{word}” is another spelling of “{right}”",
        "write “{right}”; rules fmt does it",
    ),
    # law
    "PDL-L020": contracted(
        "“{id}”依据整章或整节：{clause}",
        "能写到条、款、项的写到条、款、项；条文没有公开的，登记要点以后引要点",
        "“{id}” rests on a whole chapter or section: {clause}",
        "cite the article; where the text is not public, register its statements and cite one of them",
    ),
    "PDL-L021": contracted(
        "参数“{name}”还没有与条文核对（待核），已有条件用到它",
        "看到条文以后把状态改为“已核”并写明依据；看不到的，删去用到它的条件",
        "conditions use the parameter “{name}”, which nobody has verified",
        "set it to verified with its clause once the text was seen; else remove the conditions",
    ),
    "PDL-L023": contracted(
        "“{id}”用了“{value}”，所依据的条款没有一个看得到这个数",
        "没有看到条文的数、金额、比例、日期、期限不写进规则；删去，或者加引一个条文已见的条款",
        "“{id}” uses “{value}”, and none of its clauses was seen to say so",
        "no number, amount, share, date or period without a text: remove it, or cite a clause whose text was seen",
    ),
    "PDL-L025": contracted(
        "参数“{name}”写了“已核”，没有写与哪一条核对过",
        "写明依据；不是法定的数，状态写“工程约定”",
        "the parameter “{name}” is verified, and does not say against which clause",
        "name the clause; a number no law gives is a convention",
    ),
    "PDL-L026": contracted(
        "“{id}”写的是义务，所引条款的情态只有：{modality}",
        "鼓励的写“鼓励”，可以的写“可以”，定义不单独成为规则；或者加引规定义务的条款",
        "“{id}” states a duty, and the modality of its clauses is: {modality}",
        "write encourage or may as the clause does, or cite a clause that states the duty",
    ),
    "PDL-L027": contracted(
        "“{id}”所引条款说的是“原则上”，规则没有给说明理由的留出路",
        "加“除非 …理由 已载明”，或者写一个例外",
        "the clause of “{id}” speaks in principle only, and the rule leaves no way to explain",
        "add unless with a stated reason, or an exception",
    ),
    "PDL-L028": contracted(
        "“{id}”只写鼓励，所引条款规定的是义务",
        "改为“应当”或“不得”；确属鼓励的，改引鼓励的条款",
        "“{id}” only encourages, and its clauses state a duty",
        "write must or must_not, or cite the clause that encourages",
    ),
    # logic
    "PDL-L030": contracted(
        "“{name}”一项也没有时，这个“每个”也算成立",
        "在“当”里写“{name} 已载明”；没有清单也要报的，另写一条要求写清单的规则",
        "this “every” also holds where “{name}” is empty",
        "add “{name} stated” to when; where an empty list is wrong, write a rule that asks for the list",
    ),
    "PDL-L032": contracted(
        "不论材料怎么写，这个条件总是{value}",
        "核对比较词、数值和选项；本意如此的，删去它",
        "whatever the papers say, this condition always {value}",
        "check relations, numbers and choices; remove it if it is meant so",
    ),
    "PDL-L033": contracted(
        "“{id}”和“{other}”都能替换“{target}”，同时成立时没有先后",
        "用“优先于”写明先后，或者让两个“当”互相排斥",
        "“{id}” and “{other}” may both replace “{target}” at once",
        "say with over which goes first, or let their when exclude each other",
    ),
    "PDL-L034": contracted(
        "“{id}”永远不会适用：“当”的各部分互相排斥",
        "核对“当”；几种情况有一种就适用的，用“或”连接",
        "“{id}” never applies: the parts of its when exclude each other",
        "check its when; join cases of which one is enough with or",
    ),
    "PDL-L034-period": contracted(
        "“{id}”永远不会适用：“生效”期间不在{book}的有效期内",
        "核对“生效”与所引文件的施行日期、失效日期",
        "“{id}” never applies: its period lies outside that of {book}",
        "check the period against the dates of the texts it cites",
    ),
    "PDL-L035": contracted(
        "同样的条件或值写了两次",
        "删去一处；本意是另一个的，改过来",
        "the same condition or value stands twice",
        "remove one",
    ),
    "PDL-L036": contracted(
        "“{name}”的前一版到 {last} 为止，这一版从 {first} 起，中间没有规定",
        "把期间改成首尾相接；确实有空档的，写明理由并忽略本项",
        "a version of “{name}” ends on {last} and the next begins on {first}; between them there is none",
        "let them follow each other; where the gap is real, ignore this with the reason",
    ),
    "PDL-L037": contracted("条款“{clause}”引了两次", "删去一处", "the clause “{clause}” is cited twice", "remove one"),
    "PDL-L038": contracted(
        "“{id}”与 {file} 第 {line} 行的“{other}”要求相同",
        "一个要求只写一条规则，把两边的依据合在一起",
        "“{id}” asks the same as “{other}” in {file}, line {line}",
        "one requirement is one rule: keep one, and let it cite the clauses of both",
    ),
    "PDL-L039": contracted(
        "双重否定，不容易读对",
        "改为肯定的写法，例如“非 …未载明”改为“…已载明”，“不得 …未载明”改为“应当 …已载明”",
        "a double negation is easily misread",
        "say it in the positive: “not … not_stated” is “… stated”, “must_not … not_stated” is “must … stated”",
    ),
    "PDL-L042": contracted(
        "规则没有读“{name}”的值，这个推定不起作用",
        "删去推定，或者核对字段；“已载明”不受推定影响",
        "the rule never reads “{name}”, so this presumption changes nothing",
        "remove it, or check the field; stated is not touched by presumptions",
    ),
    "PDL-L043": contracted(
        "“满足”后面的条件没有用到“{name}”",
        "条件从“{name}”写起，例如 {name}.名称；只问清单有没有内容的，写“已载明”",
        "the condition after satisfies does not speak of “{name}”",
        "begin its paths with “{name}”; to ask only for elements, write stated",
    ),
    "PDL-L044": contracted(
        "判定“{predicate}”没有用到“{name}”",
        "删去这个参数，或者补上条件",
        "the predicate “{predicate}” does not use “{name}”",
        "drop it, or add the condition that needs it",
    ),
    "PDL-L045": contracted(
        "“{id}”适用的时候，要求只能是{verdict}",
        "“当”写什么时候适用，“应当”写还要做到什么，两处不要写同一件事",
        "where “{id}” applies, its requirement can only {verdict}",
        "when says where the rule applies, the norm what is asked beyond that",
    ),
    "PDL-L050": contracted(
        "没有哪里用到{what}“{name}”",
        "删去；本意要用的，核对名称",
        "{what} “{name}” is used nowhere",
        "remove it, or check its name",
    ),
    **TEXTS,
}

_WORDS: Pairs = {
    "none": ("没有发现问题。", "nothing found."),
    "found": ("错误 {errors} 处，警告 {warnings} 处。", "{errors} errors, {warnings} warnings."),
}

said = saying(_WORDS)
"""A sentence about what was found in all."""
