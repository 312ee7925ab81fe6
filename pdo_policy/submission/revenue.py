"""How costs and revenue are accounted for, and who gets what share."""

from pdo_policy.submission.choices import ROLES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Date, Flag, Money, OneOf, Percentage, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import SHARE_BASES


class Accounting(Record):
    """How costs and revenue within the authorised scope are accounted for."""

    cost: Prose = about(
        "成本核算机制",
        "授权范围内的经营成本怎样归集和核算。",
        "按项目归集平台、数据、人力等成本",
        clauses=(art(9, point=8), art(14, point=7)),
        aliases=("成本核算", "经营成本核算"),
    )
    revenue: Prose = about(
        "收入核算机制",
        "授权范围内的收入怎样确认和核算。",
        "按产品分别确认收入",
        clauses=(art(9, point=8), art(14, point=7)),
        aliases=("收入核算", "经营收入核算"),
    )
    separate: Flag = about(
        "是否单独核算", "授权运营的成本收入是否与其他业务分开记账。", "是", aliases=("单独核算", "专账管理", "专账核算")
    )
    cost_items: list[Text] = about(
        "成本项目", "有哪些成本项目。", "平台运维", "人力", item="项目", aliases=("成本构成",)
    )
    revenue_items: list[Text] = about(
        "收入项目", "有哪些收入项目。", "公共数据运营服务费", item="项目", aliases=("收入构成",)
    )
    internal_control: Prose = about(
        "内部管理",
        "成本、收入、支出的内部管理和接受监督。",
        "按财务制度管理，每年审计",
        clauses=(art(22),),
        aliases=("财务管理",),
    )
    audit: Prose = about("审计安排", "由谁审计、多久一次。", "每年委托会计师事务所审计", clauses=(art(22),))


class Share(Record):
    """The share of one party."""

    party: Text = about("参与方", "分得收益的单位或类别。", "数据提供单位", aliases=("分配对象", "单位"))
    role: OneOf = about("身份", "参与方属于哪一类。", "数据提供单位", of=ROLES, aliases=("角色",))
    share: Percentage = about("比例", "分得的比例；各方合计应为百分之百。", "30%", aliases=("分配比例", "分成比例"))
    basis: OneOf = about("分配依据", "按什么确定比例。", "按贡献", of=SHARE_BASES, aliases=("依据",))
    form: Prose = about("分配形式", "现金、技术服务、专项资金等。", "以技术服务反哺", aliases=("形式", "方式"))


class RevenueSharing(Record):
    """The mechanism by which revenue is shared."""

    mechanism: Prose = about(
        "分配机制",
        "按什么原则、什么基数、多久分配一次。",
        "扣除成本后按贡献分配，每年一次",
        clauses=(art(9, point=8), art(14, point=7), draft(4, 10)),
        aliases=("收益分配机制", "分配方式", "机制"),
    )
    base: Prose = about("分配基数", "以什么金额为基数。", "扣除经营成本和税金后的净收益", aliases=("基数",))
    shares: list[Share] = about(
        "分配比例",
        "逐方列出比例。",
        clauses=(draft(4, 10),),
        aliases=("各方比例", "分成"),
        item="参与方",
        key=("party", "role"),
    )
    government_enterprise: Prose = about(
        "政企分配",
        "政府和企业之间怎样分配。",
        "政府方收益按非税收入管理",
        clauses=(draft(4, 13),),
        aliases=("政府企业分配",),
    )
    settlement: Text = about("结算周期", "多久结算一次。", "每季度", aliases=("分配周期",))
    not_settled_reason: Prose = about("未定比例的理由", "比例尚未商定的，说明理由和商定时间。", "首年试运行后商定")


class SharePaid(Record):
    """What one party received in the year."""

    party: Text = about("参与方", "分得收益的单位。", "示例市市场监督管理局", aliases=("分配对象", "单位"))
    role: OneOf = about("身份", "参与方属于哪一类。", "数据提供单位", of=ROLES, aliases=("角色",))
    share: Percentage = about("比例", "实际执行的比例。", "30%", aliases=("分配比例",))
    amount: Money = about("金额", "本年度分得的金额。", "30万元", aliases=("分配金额",))
    paid_on: Date = about("支付日期", "支付的日期。", "2026年3月1日", aliases=("日期",))
    form: Prose = about("分配形式", "现金、技术服务、专项资金等。", "专项资金", aliases=("形式",))
