"""What the linter says about the texts of rules: titles, messages, questions, and those that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "PDL-L022": contracted(
        "消息里的字段“{name}”没有中文名称，报告会显示英文键",
        "在 JSON Schema 里给它写 title",
        "the field “{name}” in the message has no title, so a report shows its key",
        "give it a title in the JSON Schema",
    ),
    "PDL-L031": contracted(
        "“{id}”会有待核实的时候，没有写“存疑时”",
        "补写“存疑时”，说明什么尚待核实",
        "“{id}” may stay open, and has no on_undetermined",
        "add on_undetermined and say what is open",
    ),
    "PDL-L051": contracted(
        "标题里的“{word}”不是在说要求",
        "写要求是什么，例如“方案写明授权模式”；不写是不是、有没有，不写结论",
        "“{word}” in the title does not state a norm",
        "say what is demanded, as in “The plan states its mode”; no question, no finding",
    ),
    "PDL-L052": contracted(
        "{role}有 {length} 个字，报告的一行放不下",
        "缩短到 {most} 个字以内；细节写进理由或整改",
        "{role} is {length} characters wide and does not fit on a line",
        "shorten it to {most}; put details into reason or remedy",
    ),
    "PDL-L053": contracted(
        "{role}里有指责的词“{word}”",
        "写没有做到什么，例如“未见”“缺少”“不一致”“不符合要求”",
        "{role} holds the accusing word “{word}”",
        "say what is not met: not found, missing, not consistent",
    ),
    "PDL-L054": contracted(
        "“{id}”没有写不符合时说什么",
        "补写“违反时”，或者给每一项写“报”",
        "“{id}” does not say what is wrong when it is broken",
        "add on_violation, or saying to each item",
    ),
    "PDL-L055": contracted(
        "“{id}”没有写理由",
        "补写“理由”，一句话说明为什么要紧",
        "“{id}” has no reason",
        "add reason: why it matters, in one sentence",
    ),
    "PDL-L056": contracted(
        "“{id}”没有写怎样整改",
        "补写“整改”，说明改哪里、怎么改",
        "“{id}” has no remedy",
        "add remedy: what to change, and how",
    ),
    "PDL-L057": contracted(
        "“{id}”没有写听证时怎样问",
        "补写“提问”，不预设答案",
        "“{id}” has no question",
        "add question: neutral, for a hearing",
    ),
    "PDL-L058": contracted(
        "“{id}”没有写是谁的义务", "补写“主体”", "“{id}” does not say whose duty it is", "add bearer"
    ),
    "PDL-L059": contracted(
        "认定的问题不能用“是”“否”回答",
        "写成“……是否……”，一个认定只问一件事",
        "the question of the finding cannot be answered with yes or no",
        "ask whether something is so, and one thing at a time",
    ),
    "PDL-L061": contracted(
        "中文的{role}里有英文“{word}”",
        "改为中文，例如写字段的中文名称",
        "{role} is Chinese and holds the English word “{word}”",
        "keep to one language in a text",
    ),
    "PDL-L062": contracted(
        "{role}里有半角标点或别的引号“{char}”",
        "中文用全角标点，引号用 “ ”",
        "{role} is Chinese and holds the ASCII punctuation “{char}”",
        "use full-width punctuation, and “ ” for quotes",
    ),
    "PDL-L063": contracted(
        "{role}以“{char}”结尾",
        "删去句末标点：报告会把它放进自己的句子",
        "{role} ends with “{char}”",
        "remove it: a report puts the text into a sentence of its own",
    ),
    "PDL-L064": contracted(
        "“提问”不是在问",
        "写成问句，以“？”结尾，或者以“请说明”“请提供”开头；不预设答案",
        "question does not ask",
        "end with a question mark, or begin with “please”; presume no answer",
    ),
    "PDL-L065": contracted(
        "“存疑时”读起来像已经不符合",
        "写什么尚待核实，例如“授权模式尚待核实”",
        "on_undetermined reads as if the requirement were broken",
        "say what is open, as in “whether the mode is stated is not clear”",
    ),
    "PDL-L066": contracted(
        "{role}里写了条款号“{clause}”",
        "删去条款号：报告会写明依据，条款号也会变",
        "{role} holds the number of a clause, “{clause}”",
        "remove it: a report names the clauses, and their numbers change",
    ),
    "PDL-L067": contracted(
        "“{id}”引了征求意见稿的条：{clause}",
        "征求意见稿的条号在印发时会变；按章和要点登记、引用",
        "“{id}” cites an article of a draft: {clause}",
        "articles of a draft are renumbered when it is issued: register and cite its chapters and statements",
    ),
    "PDL-L070": contracted(
        "编号“{id}”里有数字",
        "用词说明管什么，不写章号、条号和数目；已经发布的编号不再改，写明理由并忽略本项",
        "the id “{id}” holds a number",
        "say in words what it is about; an id that was published stays, with this ignored for that reason",
    ),
    "PDL-L071": contracted(
        "“{id}”与 {file} 第 {line} 行的“{other}”标题相同",
        "改一个标题，让读报告的人分得清",
        "“{id}” has the title of “{other}” in {file}, line {line}",
        "change one, so that a reader can tell them apart",
    ),
    "PDL-L072": contracted(
        "“{file}”有 {count} 条规则，超过 {most} 条",
        "按题目拆成几个文件；案例跟着规则走",
        "“{file}” holds {count} rules, more than {most}",
        "split it by topic; cases go with their rules",
    ),
}
