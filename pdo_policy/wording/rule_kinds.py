"""What is wrong with the kinds of value in a rule: the PDL-T part of the error contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "PDL-T001": contracted(
        "没有叫“{name}”的文件、变量、参数或认定",
        "核对名称，{hint}",
        "there is no document, variable, parameter or determination “{name}”",
        "check the name; {hint}",
    ),
    "PDL-T001-document": contracted(
        "“{name}”不是这条规则的对象，不能直接用",
        "经关系走到它，写作“{way}”",
        "“{name}” is not a subject of this rule",
        "reach it by a relation: write “{way}”",
    ),
    "PDL-T001-subject": contracted(
        "“{name}”不是这条规则的对象，从对象也走不到它",
        "把“{name}”写进“对象”，或者另写一条以它为对象的规则",
        "“{name}” is not a subject of this rule, and no relation leads to it",
        "name “{name}” in the subject clause, or write a rule on it",
    ),
    "PDL-T001-variable": contracted(
        "变量“{name}”在这里已经失效：它只管到“满足”之后的一个条件",
        "有几个条件的，用括号括在一起：满足 （甲 且 乙）",
        "the variable “{name}” has ended: it reaches only to the end of one condition after “satisfies”",
        "put several conditions in brackets: satisfies (a and b)",
    ),
    "PDL-T001-number": contracted(
        "“{name}”里的数没有用阿拉伯数字写",
        "写作“{right}”",
        "the number in “{name}” is not written in digits",
        "write “{right}”",
    ),
    "PDL-T001-quotes": contracted(
        "“{name}”不是名称，此处要一段文本",
        "加引号，写作“{name}”",
        "“{name}” is no name, and a text is wanted here",
        "put “{name}” in quotes",
    ),
    "PDL-T001-kind": contracted(
        "没有“{name}”这种类型",
        "写文件、字段路径或类型，{hint}",
        "there is no kind “{name}”",
        "write a document, a path to a field, or a kind; {hint}",
    ),
    "PDL-T002": contracted(
        "“{base}”没有字段“{name}”",
        "核对字段，{hint}",
        "“{base}” has no field “{name}”",
        "check the field; {hint}",
    ),
    "PDL-T003": contracted(
        "“{base}”是清单，不能直接取“{name}”",
        "逐个检查的写“每个 项 于 {base} 满足 项.{name} …”，计算的写“合计（项 于 {base} 取 项.{name}）”",
        "“{base}” is a list, and “{name}” cannot be taken of it",
        "write “every x of {base} satisfies x.{name} …”, or “sum(x of {base} take x.{name})”",
    ),
    "PDL-T004": contracted(
        "“{base}”是一个值（{kind}），下面没有字段“{name}”",
        "去掉“.{name}”",
        "“{base}” is a single value ({kind}) and has no field “{name}”",
        "remove “.{name}”",
    ),
    "PDL-T010": contracted(
        "两边类型不同：左边是“{left}”，右边是“{right}”",
        "两边用同一类型，例如写作：{example}",
        "the sides differ in kind: “{left}” and “{right}”",
        "use one kind on both sides, as in: {example}",
    ),
    "PDL-T010-duration": contracted(
        "“{left}”和“{right}”不能相互比较或加减",
        "月与日、日与工作日之间没有固定换算，改为比较日期：X 不晚于 届满日（起算日，期间）",
        "“{left}” and “{right}” can be neither compared nor added",
        "there is no fixed rate between them; compare dates: X not_after due_date(start, period)",
    ),
    "PDL-T010-days": contracted(
        "两个日期相减是天数，不能与“{other}”比较",
        "写作“{right}”，或者与数比较，例如：不超过 30",
        "the difference of two days is a number, which cannot be compared with “{other}”",
        "write “{right}”, or compare it with a number, as in: at_most 30",
    ),
    "PDL-T010-choices": contracted(
        "两边的选项不是同一套，永远不会相等",
        "与该字段自己的选项比较，例如：{example}",
        "the sides have different sets of choices and are never equal",
        "compare with a choice of that field, as in: {example}",
    ),
    "PDL-T010-list": contracted(
        "清单不能这样比较",
        "改用“包含”或“属于”，写作“{right}”；逐个比较的，用“每个”“存在”",
        "a list cannot be compared like this",
        "use contains or in, “{right}”; or compare each element with every or some",
    ),
    "PDL-T010-items": contracted(
        "清单里的值类型不同：前面是“{first}”，这里是“{other}”",
        "一个清单用同一类型，例如写作：{example}",
        "the values of the list differ in kind: “{first}” before, “{other}” here",
        "use one kind in a list, as in: {example}",
    ),
    "PDL-T010-argument": contracted(
        "“{name}”此处要“{wanted}”，给的是“{given}”",
        "换成“{wanted}”，例如：{example}",
        "“{name}” takes “{wanted}” here, not “{given}”",
        "give “{wanted}”, as in: {example}",
    ),
    "PDL-T011": contracted(
        "“{field}”没有“{value}”这个选项",
        "核对选项，{hint}",
        "“{field}” has no choice “{value}”",
        "check the choice; {hint}",
    ),
    "PDL-T011-flag": contracted(
        "此处只能写“是”或“否”，读到的是“{value}”",
        "改为“是”或“否”",
        "only “true” or “false” can stand here, not “{value}”",
        "write “true” or “false”",
    ),
    "PDL-T012": contracted(
        "“{kind}”没有大小先后", "改用“为”“不为”或“属于”", "“{kind}” has no order", "use is, is_not or in"
    ),
    "PDL-T012-date": contracted(
        "早于、晚于只用来比较日期，这里是“{kind}”",
        "改用“不少于”“不超过”“超过”或“不满”",
        "before and after compare dates, and this is “{kind}”",
        "use at_least, at_most, more_than or less_than",
    ),
    "PDL-T012-early": contracted(
        "日期不用多少、高低来比较",
        "改用“早于”“不早于”“晚于”或“不晚于”",
        "dates are not more or less",
        "use before, not_before, after or not_after",
    ),
    "PDL-T012-aggregate": contracted(
        "“{name}”不能用于“{kind}”",
        "用“取”取出要计算的字段，写作“{name}（项 于 … 取 项.…）”",
        "“{name}” does not work on “{kind}”",
        "take the field to compute with: “{name}(x of … take x.…)”",
    ),
    "PDL-T013": contracted(
        "此处要一个清单，给的是“{kind}”",
        "换成清单字段，或者写作【甲、乙】",
        "a list is wanted here, not “{kind}”",
        "give a list field, or write [a, b]",
    ),
    "PDL-T013-contains": contracted(
        "“包含”的左边要清单或文本，给的是“{kind}”",
        "左边换成清单或文本字段；一个值在不在清单里，用“属于”",
        "contains takes a list or a text on its left, not “{kind}”",
        "give a list or a text; whether a value is in a list is asked with in",
    ),
    "PDL-T013-literal": contracted(
        "此处要材料里的清单，不能是写在规则里的清单",
        "换成清单字段；一个值是不是其中之一，用“属于”",
        "a list of a paper is wanted here, not one written in the rule",
        "give a list field; whether a value is one of several is asked with in",
    ),
    "PDL-T014": contracted(
        "此处要一个条件，给的是“{kind}”",
        "补上比较，例如“已载明”或“为 …”",
        "a condition is wanted here, not “{kind}”",
        "add a relation, such as stated or is",
    ),
    "PDL-T014-value": contracted(
        "“{name}”只是一个值，不是条件",
        "条件要写全，写作“{right}”；一个字段有几个可能的值的，写作：字段 属于 【甲、乙】",
        "“{name}” is a value, not a condition",
        "write the whole condition, “{right}”; of several values write: field in [a, b]",
    ),
    "PDL-T015": contracted(
        "“{left}”{op}“{right}”没有意义",
        "“{left}”{op} 的右边可以是：{able}",
        "“{left}” {op} “{right}” means nothing",
        "on the right of “{left}” {op} may stand: {able}",
    ),
    "PDL-T015-none": contracted(
        "“{left}”不能用“{op}”计算",
        "换成数、比例、金额、日期或期间",
        "“{left}” cannot be computed with “{op}”",
        "use numbers, percentages, money, dates or durations",
    ),
    "PDL-T015-workday": contracted(
        "工作日不能用“{op}”与日期计算",
        "改用“届满日（日期，期间）”，它会跳过休息日",
        "working days cannot be computed with dates by “{op}”",
        "use due_date(date, period), which passes over days of rest",
    ),
    "PDL-T015-condition": contracted(
        "此处要一个值，给的是条件",
        "去掉多余的比较；条件之间用“且”“或”“若…则…”连接",
        "a value is wanted here, not a condition",
        "drop the relation around it; join conditions with and, or, if … then",
    ),
    "PDL-T015-determination": contracted(
        "认定“{name}”本身就是条件，不能当作一个值",
        "单独写“{name}”，否定的写“非 {name}”",
        "the determination “{name}” is a condition by itself, not a value",
        "write “{name}” alone, or “not {name}”",
    ),
    "PDL-T015-record": contracted(
        "“{name}”是“{kind}”，不是一个值",
        "写到它下面的一个字段，例如：{hint}",
        "“{name}” is “{kind}”, not a single value",
        "name one of its fields, such as: {hint}",
    ),
    "PDL-T015-comprehension": contracted(
        "“x 于 清单 …”只能写在数量、合计、唯一这些函数里",
        "改用“每个”“存在”或“没有”",
        "“x of list …” goes only into count, sum, unique and their like",
        "use every, some or none",
    ),
    "PDL-T015-count": contracted(
        "“{name}”要 {takes} 个参数，给了 {given} 个",
        "补上或删去参数，成为 {takes} 个",
        "the number of arguments of “{name}” is {takes}, not {given}",
        "add or drop arguments",
    ),
    "PDL-T016": contracted(
        "币种不同：“{left}”与“{right}”",
        "用同一币种",
        "the currencies differ: “{left}” and “{right}”",
        "use one currency",
    ),
    "PDL-T017": contracted(
        "没有“{format}”这种格式", "可以写：{formats}", "there is no format “{format}”", "there are: {formats}"
    ),
    "PDL-T017-kind": contracted(
        "格式“{format}”不能用于“{kind}”",
        "换一种格式，或者删去“|{format}”",
        "the format “{format}” does not fit “{kind}”",
        "change it, or drop “|{format}”",
    ),
    "PDL-T017-syntax": contracted(
        "消息里的“{text}”不是一个值",
        "花括号里写字段路径或函数；要写花括号本身的，写作 {{{{ 和 }}}}",
        "“{text}” in the message is not a value",
        "put a path or a function in braces; for a brace itself write {{{{ or }}}}",
    ),
    "PDL-T018": contracted(
        "此处要写材料里的字段", "写字段的路径，例如：方案.目标", "a field of a paper is wanted here", "write its path"
    ),
    "PDL-T018-presume": contracted(
        "推定只能用于一个值的字段",
        "写到这样一个字段的路径",
        "only a field of a single value can be presumed",
        "write the path to such a field",
    ),
    "PDL-T019": contracted(
        "格式“{pattern}”不是有效的正则表达式",
        "核对括号、方括号和反斜杠是否成对",
        "“{pattern}” is not a valid regular expression",
        "check its brackets and backslashes",
    ),
    "PDL-T019-back": contracted(
        "格式“{pattern}”要前后查找或者引用前文，核对的时间没有上限",
        "改用字符组、选择和重复，例如：^[^某]；几个要求用“且”连接",
        "“{pattern}” looks around or refers back, and may take for ever",
        "use character classes, alternatives and repetition, such as ^[^x]; join several conditions with “and”",
    ),
    "PDL-T019-large": contracted(
        "格式“{pattern}”重复的次数太多",
        "把次数改小，或者改用 + 和 *",
        "“{pattern}” repeats too many times",
        "use smaller numbers, or + and *",
    ),
}
