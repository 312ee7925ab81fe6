"""What is wrong with the writing of a rule: the PDL-E part of the error contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "PDL-E001": contracted(
        "规则里没有以“{char}”（{name}）开头的写法",
        "删去这个字符，或把文字放进引号",
        "nothing in a rule begins with “{char}” ({name})",
        "remove the character, or put the text in quotes",
    ),
    "PDL-E001-width": contracted(
        "这里的“{char}”（{name}）是全角或形近的字符",
        "改为“{right}”；句末不用标点",
        "“{char}” ({name}) is a full-width or look-alike character",
        "write “{right}”; a clause ends without punctuation",
    ),
    "PDL-E001-open": contracted(
        "{mark}只有开头，同一行里没有结尾",
        "在同一行里补上结尾",
        "the {mark} opens and does not close on the same line",
        "close it on the same line",
    ),
    "PDL-E001-quote": contracted(
        "文字不能用 {char}（{name}）括起来",
        "文字放在成对的双引号“ ”里",
        "{char} ({name}) does not begin a text",
        "put a text between “ and ”",
    ),
    "PDL-E001-stop": contracted(
        "规则里不用“{char}”（{name}）",
        "删去它；句末、项末不用标点",
        "“{char}” ({name}) has no meaning in a rule",
        "remove it; a clause ends without punctuation",
    ),
    "PDL-E001-sign": contracted(
        "规则里不用“{char}”", "改为“{right}”", "“{char}” has no meaning in a rule", "write “{right}”"
    ),
    "PDL-E001-dot": contracted(
        "“.”两边要连着字段的名称，不能有空格",
        "连起来写，例如：方案.目标",
        "“.” stands between names without spaces",
        "write it without spaces, as in plan.goal",
    ),
    "PDL-E002": contracted(
        "此处不应出现“{text}”",
        "此处可以写：{expected}",
        "“{text}” cannot stand here",
        "here may stand: {expected}",
    ),
    "PDL-E002-text": contracted(
        "“{text}”前面缺少关键字",
        "在前面写明这段文字是什么，可以写：{expected}",
        "“{text}” has no keyword before it",
        "say what the text is, with one of: {expected}",
    ),
    "PDL-E002-quotes": contracted(
        "“{text}”是一段文字，没有放进引号",
        "放进成对的双引号“ ”",
        "“{text}” is a text without quotes",
        "put it between “ and ”",
    ),
    "PDL-E002-comma": contracted(
        "此处不用“{text}”",
        "并列的条件各自写全，用“且”或“或”连接；句末不用标点",
        "“{text}” has no meaning here",
        "write each condition in full and join them with and, or or; a clause ends without punctuation",
    ),
    "PDL-E002-colon": contracted(
        "“{word}”后面不用“{char}”",
        "删去它，空一格或者换行，接着写内容",
        "“{char}” has no meaning behind “{word}”",
        "remove it, and go on behind a space or on a new line",
    ),
    "PDL-E002-word": contracted(
        "“{word}”不是规则的用词", "改写为“{right}”", "“{word}” is not a word of the rule language", "write “{right}”"
    ),
    "PDL-E002-book": contracted(
        "“{text}”里的文件名没有书名号",
        "写作“{right}”",
        "the instrument in “{text}” has no marks 《 》",
        "write “{right}”",
    ),
    "PDL-E002-sentence": contracted(
        "“{text}”是连着写的一句话，读不出条件",
        "拆开写，“{keyword}”单独成词，字段写全，例如：应当 方案.授权期限 已载明",
        "“{text}” is written as a sentence",
        "take it apart: “{keyword}” is a word by itself, and fields are written in full, as in: must plan.term stated",
    ),
    "PDL-E002-end": contracted(
        "写到这里还不完整",
        "接着写：{expected}",
        "this is not complete",
        "go on with: {expected}",
    ),
    "PDL-E002-bracket": contracted(
        "“{open}”没有配对的“{close}”",
        "在括起来的内容之后补上“{close}”",
        "“{open}” is not closed",
        "add “{close}” behind what it holds",
    ),
    "PDL-E002-item": contracted(
        "此处要写序号“{marker}”，读到的是“{text}”",
        "第一层写（一）（二），第二层写 1. 2.；更深的层次放进括号",
        "a number like “{marker}” is wanted here, not “{text}”",
        "number the first level （一）（二） and the second 1. 2.; put deeper ones in brackets",
    ),
    "PDL-E002-list": contracted(
        "“{text}”是另一个条件的一部分，没有括号",
        "用括号把“{text}”和它的全部内容括起来",
        "“{text}” is a part of another condition and has no brackets",
        "put “{text}” and all that belongs to it in brackets",
    ),
    "PDL-E002-id": contracted(
        "此处要写规则编号，读到的是“{text}”",
        "编号用大写字母、数字和连字符，以规则库的前缀开头，例如 HB-PLAN-GOAL",
        "a rule id is wanted here, not “{text}”",
        "write capitals, digits and hyphens after the rulebook's prefix, as in HB-PLAN-GOAL",
    ),
    "PDL-E002-unit": contracted(
        "“{text}”不是数、金额、比例、日期或期间",
        "可以写：3、100 万元、20%、2025-03-01、5 年、6 个月、30 日、10 个工作日",
        "“{text}” is no number, amount, percentage, date or period",
        "write as in 3, 100 CNY, 20%, 2025-03-01, 5 years, 6 months, 30 days, 10 working_days",
    ),
    "PDL-E002-suffix": contracted(
        "“以上”“以下”只能跟在“为”之后",
        "写作“为 N 以上”，或只写“不少于 N”",
        "“or_more” and “or_less” go only with “is”",
        "write “is N or_more”, or “at_least N” alone",
    ),
    "PDL-E003": contracted(
        "这一项没有用“完”结束", "在末尾另起一行写“完”", "this item does not end", "put “end” on a line of its own"
    ),
    "PDL-E004": contracted(
        "此处有看不见的字符 {name}",
        "删去它；它会让读到的和执行的不一样",
        "there is an invisible character {name} here",
        "remove it; it makes what is read differ from what is run",
    ),
    "PDL-E004-script": contracted(
        "名称里有不是汉字、英文字母或数字的字符“{char}”（{name}）",
        "改用外形相同的英文字母或汉字",
        "a name holds “{char}” ({name}), which is neither Chinese nor ASCII",
        "use the ASCII letter or Chinese character that looks the same",
    ),
    "PDL-E005-instruments": contracted(
        "“{word}”不写在规则里：法律文件在条款登记里声明",
        "在规则库的 instruments 文件夹里加一个登记文件",
        "“{word}” has no place in rules: legal texts are declared in registers",
        "add a register to the rulebook's folder instruments",
    ),
    "PDL-E005-documents": contracted(
        "“{word}”不写在规则里：材料的种类在规则库清单里声明",
        "写进 rulebook.yaml 的 documents",
        "“{word}” has no place in rules: kinds of paper are declared in the manifest",
        "declare them under documents in rulebook.yaml",
    ),
    "PDL-E005-import": contracted(
        "不需要“{word}”：规则库里的各个文件互相看得见",
        "删去这一行",
        "“{word}” is not needed: the files of a rulebook see each other",
        "remove the line",
    ),
    "PDL-E005-cases": contracted(
        "“{word}”不写在规则里：规则的案例另有文件",
        "写进同名的 .cases.yaml",
        "“{word}” has no place in rules: cases have their own file",
        "write them in the .cases.yaml beside the file",
    ),
    "PDL-E006": contracted(
        "没有“{text}”这一天",
        "核对年月日，写作 2025-03-01 或 2025年3月1日",
        "there is no day “{text}”",
        "check year, month and day, and write as in 2025-03-01",
    ),
    "PDL-E007": contracted(
        "项的序号不连续：读到“{found}”，应当是“{wanted}”",
        "改为“{wanted}”，各项依次编号",
        "items are out of order: found “{found}”, expected “{wanted}”",
        "write “{wanted}”, and number the items one after another",
    ),
    "PDL-E008": contracted(
        "要求下列至少 {least} 项，但列了 {items} 项",
        "把数目改为 1 到 {items}，或补列各项",
        "at least {least} items are asked for, and {items} are listed",
        "use a number from 1 to {items}, or list more",
    ),
    "PDL-E009": contracted(
        "“{file}”不是 UTF-8 编码的文本",
        "用编辑器另存为 UTF-8",
        "“{file}” is not text in UTF-8",
        "save it as UTF-8",
    ),
    "PDL-E009-empty": contracted(
        "“{file}”是空的",
        "写入规则，或者删去这个文件",
        "“{file}” is empty",
        "write rules into it, or take the file away",
    ),
    "PDL-E009-large": contracted(
        "“{file}”超过 {most} KB，没有读",
        "按题目分成几个文件；也请核对它是不是规则文件",
        "“{file}” has more than {most} KB and was not read",
        "split it by topic; see also whether it is a file of rules at all",
    ),
    "PDL-E009-open": contracted(
        "“{file}”打不开",
        "核对它是不是文件、有没有读取的权限",
        "“{file}” cannot be opened",
        "see that it is a file, and that it may be read",
    ),
    "PDL-E010": contracted(
        "“{text}”里的“{keyword}”是关键字，前后要有空格",
        "写作“{right}”",
        "“{keyword}” in “{text}” is a keyword and needs spaces around it",
        "write “{right}”",
    ),
    "PDL-E011": contracted(
        "条件套得太深",
        "把里层的条件写成判定，再用它的名称",
        "the conditions go too deep",
        "make a predicate of the inner condition and use its name",
    ),
    "PDL-E011-many": contracted(
        "这个文件的错误已经超过 {most} 处，从这里起没有再看",
        "先改正前面的错误；也请核对它是不是规则文件",
        "the file has more than {most} problems, and nothing from here on was looked at",
        "correct those before this; see also whether it is a file of rules at all",
    ),
    "PDL-E011-long": contracted(
        "这一项太长，超过 {most} 个字符",
        "分成几条规则，共用的条件写成判定",
        "this item is too long: more than {most} characters",
        "split it, and make predicates of the conditions it shares",
    ),
    "PDL-E020": contracted(
        "“且”与“或”不能在同一层混用",
        "用括号写明结合关系，例如：（甲 且 乙） 或 丙",
        "“and” and “or” cannot be mixed on one level",
        "use brackets: (a and b) or c",
    ),
}
