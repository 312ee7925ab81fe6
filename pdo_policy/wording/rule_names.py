"""What is wrong with the names and clauses of a rulebook: the PDL-R part of the error contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.wording import contracted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.wording import Message

MESSAGES: Mapping[str, Message] = {
    "PDL-R001": contracted(
        "“{name}”重复；{file} 第 {line} 行已有",
        "改名；是同一条的不同版本的，用“生效”写明前后相接的期间",
        "“{name}” stands twice; the first is in {file}, line {line}",
        "rename it; to versions of one thing give periods that do not overlap",
    ),
    "PDL-R001-taken": contracted(
        "“{name}”已经是{what}的名称", "换一个名称", "“{name}” is the name of {what} already", "choose another name"
    ),
    "PDL-R001-variable": contracted(
        "“{name}”在这里已经有别的意思，不能再作变量",
        "换一个变量名",
        "“{name}” means something else here already and cannot be a variable",
        "choose another name for the variable",
    ),
    "PDL-R002": contracted(
        "没有编号为“{name}”的规则或例外",
        "核对编号，{hint}",
        "there is no rule or exception “{name}”",
        "check the id; {hint}",
    ),
    "PDL-R002-function": contracted(
        "没有叫“{name}”的函数",
        "核对名称，{hint}",
        "there is no function “{name}”",
        "check the name; {hint}",
    ),
    "PDL-R002-predicate": contracted(
        "没有叫“{name}”的判定或函数",
        "核对名称，{hint}",
        "there is no predicate or function “{name}”",
        "check the name; {hint}",
    ),
    "PDL-R004": contracted(
        "判定互相引用，成了一圈：{cycle}",
        "断开其中一处引用",
        "predicates refer to each other in a circle: {cycle}",
        "take one of the references out",
    ),
    "PDL-R004-large": contracted(
        "写出“{name}”和它引用的判定，这个条件就太大了",
        "少套几层，少引用几处，或者把它拆成几条规则",
        "with “{name}” and the predicates it calls written out, this condition is too large",
        "call fewer predicates, or split the rule",
    ),
    "PDL-R005": contracted(
        "例外、优先或后果成了一圈：{cycle}",
        "断开其中一处",
        "exceptions, precedence or consequences go in a circle: {cycle}",
        "take one of them out",
    ),
    "PDL-R005-deep": contracted(
        "例外反对例外，一个接一个超过 {most} 层，从“{id}”起",
        "改成直接反对规则的例外，把条件写在一处",
        "more than {most} exceptions are against each other in a row, from “{id}” on",
        "make them exceptions to the rule itself, with their conditions in one place",
    ),
    "PDL-R006": contracted(
        "{book}的条款登记里没有“{clause}”",
        "核对条款，{hint}",
        "the register of {book} has no “{clause}”",
        "check the clause; {hint}",
    ),
    "PDL-R006-book": contracted(
        "规则库里没有《{book}》",
        "还没有登记的，先登记到 instruments 文件夹；写错的，核对名称，{hint}",
        "the rulebook has no instrument “{book}”",
        "register it in the folder instruments if it is new; else check the name; {hint}",
    ),
    "PDL-R006-below": contracted(
        "{book}的“{clause}”下面还分款、项或要点，只写到这里不够",
        "写明是哪一款、哪一项或哪个要点，例如：{suggestion}",
        "“{clause}” of {book} is registered by its parts",
        "say which, as in: {suggestion}",
    ),
    "PDL-R006-whole": contracted(
        "只写了《{book}》，没有写条款",
        "写明条款，例如：《{book}》第九条第一款",
        "《{book}》 is cited without a clause",
        "name the clause, as in 《{book}》第九条第一款",
    ),
    "PDL-R006-first": contracted(
        "“{clause}”没有写是哪个文件的",
        "在前面写明文件，例如：《实施规范》{clause}",
        "“{clause}” does not say of which instrument it is",
        "put the instrument before it, as in 《实施规范》{clause}",
    ),
    "PDL-R006-form": contracted(
        "条款“{clause}”的层次无法识别",
        "从高到低写，例如：第九条第五项、第十二条第二款第三项、第二章要点2、二（三）",
        "the levels of the clause “{clause}” cannot be read",
        "go from high to low, as in 第九条第五项, 第十二条第二款第三项, 第二章要点2, 二（三）",
    ),
    "PDL-R007": contracted(
        "“{quote}”不是所引条款登记的用语",
        "只引登记里 words 列出的用语：{known}；或者删去“原文”",
        "“{quote}” is not among the terms registered for the clauses cited",
        "quote only registered words: {known}; or drop the quotation",
    ),
    "PDL-R007-none": contracted(
        "所引条款没有登记可以引用的用语，不能引“{quote}”",
        "删去“原文”，或者先把看到的用语登记在 words 里",
        "no terms are registered for the clauses cited, so “{quote}” cannot be quoted",
        "drop the quotation, or register the words seen under words first",
    ),
    "PDL-R008": contracted(
        "“{name}”的生效期间与 {file} 第 {line} 行的版本重叠",
        "改成首尾相接、互不重叠的期间",
        "the period of “{name}” overlaps the version in {file}, line {line}",
        "let the periods follow each other",
    ),
    "PDL-R008-order": contracted(
        "生效期间的止日早于起日", "核对两个日期的先后", "the period ends before it begins", "check the two dates"
    ),
    "PDL-R009": contracted(
        "规则“{id}”有不止一个规范语句",
        "一条规则只写一个应当、不得、可以或鼓励，拆成几条",
        "rule “{id}” has more than one norm",
        "one rule holds one of must, must_not, may and encourage: split it",
    ),
    "PDL-R010-subject": contracted(
        "规则“{id}”没有写对象",
        "写明检查哪一种文件，例如：对象 方案",
        "rule “{id}” has no subject",
        "say which document is checked, as in: subject plan",
    ),
    "PDL-R010-cite": contracted(
        "“{id}”没有写依据",
        "写明所依据的条款，例如：依据 《实施规范》第九条第五项",
        "“{id}” cites no clause",
        "name the clauses it rests on, as in: per 《实施规范》第九条第五项",
    ),
    "PDL-R011": contracted(
        "例外“{id}”所对的几条规则对象不同：{targets}",
        "按对象拆成几个例外",
        "the rules that exception “{id}” attacks have different subjects: {targets}",
        "split the exception by subject",
    ),
    "PDL-R012": contracted("“{clause}”写了两次", "只留一处", "“{clause}” stands twice", "keep one"),
    "PDL-R013": contracted(
        "规则“{id}”没有规范语句",
        "写一个应当、不得、可以或鼓励",
        "rule “{id}” has no norm",
        "write must, must_not, may or encourage",
    ),
    "PDL-R013-effect": contracted(
        "例外“{id}”没有写效果",
        "写“效果 豁免”，或者“效果 改为 应当 …”",
        "exception “{id}” has no effect",
        "write “effect exempt”, or “effect replace must …”",
    ),
    "PDL-R014": contracted(
        "严重度没有“{name}”这一级",
        "写严重、一般或提示",
        "there is no severity “{name}”",
        "write critical, major or minor",
    ),
    "PDL-R015": contracted(
        "没有“{name}”这种文件",
        "核对对象，{hint}",
        "there is no document “{name}”",
        "check the subject; {hint}",
    ),
    "PDL-R016": contracted(
        "编号“{id}”没有用规则库的前缀",
        "改为以“{prefix}-”开头",
        "“{id}” lacks the rulebook's prefix",
        "begin it with “{prefix}-”",
    ),
    "PDL-R017": contracted(
        "未证时没有“{name}”这种处理",
        "写“不成立”或“存疑”",
        "what is not proven cannot be “{name}”",
        "write fails or undetermined",
    ),
    "PDL-R018": contracted(
        "参数没有“{name}”这种状态",
        "写已核、待核或工程约定",
        "a parameter has no status “{name}”",
        "write verified, unverified or convention",
    ),
    "PDL-R018-constant": contracted(
        "参数“{name}”的值不是一个常数",
        "写一个数、金额、比例、日期、期间或文本",
        "the value of parameter “{name}” is not a constant",
        "write a number, amount, percentage, date, period or text",
    ),
    "PDL-R018-kind": contracted(
        "参数“{name}”前后版本的类型不同",
        "各版本用同一类型",
        "the versions of parameter “{name}” differ in kind",
        "use one kind for all",
    ),
    "PDL-R019": contracted(
        "“{first}”与“{second}”之间没有登记关系",
        "在 rulebook.yaml 的 relations 里登记，或者只写一个对象",
        "no relation leads from “{first}” to “{second}”",
        "register one under relations in rulebook.yaml, or keep one subject",
    ),
    "PDL-R019-many": contracted(
        "一条规则最多写两个对象",
        "第三种文件从前两个经关系走到，例如：年报.协议.方案",
        "a rule has at most two subjects",
        "reach the third by a relation, as in annual_report.agreement.plan",
    ),
    "PDL-R019-twice": contracted("对象“{name}”写了两次", "只留一处", "the subject “{name}” stands twice", "keep one"),
    "PDL-R020": contracted(
        "规则“{id}”只依据内容未见的条款，却不止于核对是否写到",
        "只用“已载明”“未载明”，或者加引一个内容已见的条款",
        "rule “{id}” rests only on clauses nobody has seen and tests more than presence",
        "test presence only, or cite a clause whose text was seen too",
    ),
    "PDL-R021": contracted(
        "例外“{id}”不能优先于规则“{name}”",
        "“优先于”后面写另一个例外的编号；反对规则的写在“对”后面",
        "exception “{id}” cannot go before the rule “{name}”",
        "name another exception after over; a rule is attacked with against",
    ),
    "PDL-R022": contracted(
        "规则“{id}”前后版本的对象或时点不同",
        "各版本写同样的对象和时点，不同的另立编号",
        "the versions of rule “{id}” differ in subject or governing date",
        "let all versions have the same, or give a new id",
    ),
}
