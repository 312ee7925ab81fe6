"""What products cost: the ceiling, the actual price, the revenue that is permitted, and how they are adjusted."""

from pdo_policy.submission.choices import LEVELS
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import (
    Count,
    Date,
    Duration,
    Flag,
    Money,
    OneOf,
    Percentage,
    Prose,
    Record,
    Text,
    about,
)
from pdo_policy.submission.operation_choices import BILLING_METHODS, PRICE_ADJUSTMENTS, PRICE_REGIMES, PRICE_STAGES


class Price(Record):
    """The price of one product or service."""

    regime: OneOf = about(
        "定价形式",
        "公共治理、公益事业用途填“免费”。",
        "政府指导价",
        of=PRICE_REGIMES,
        clauses=(art(17), draft(4, 9)),
        aliases=("价格形式", "定价类型"),
    )
    stage: OneOf = about("标准阶段", "试行标准还是正式标准。", "试行", of=PRICE_STAGES, aliases=("收费标准阶段",))
    billing: OneOf = about("计费方式", "按什么计费。", "按次", of=BILLING_METHODS, aliases=("收费方式",))
    unit: Text = about("计费单位", "价格对应的单位。", "次", aliases=("单位",))
    amount: Money = about(
        "收费标准",
        "运营机构实际执行的具体标准，每个计费单位多少钱。",
        "0.5元",
        clauses=(art(17),),
        aliases=("具体收费标准", "价格", "实际收费标准", "单价"),
    )
    ceiling: Money = about(
        "上限收费标准", "授权主体确定的最高标准。", "0.8元", aliases=("收费上限", "最高收费标准", "上限价格")
    )
    ceiling_set_by: Text = about("上限制定单位", "确定上限标准的授权主体。", "示例市数据局")
    ceiling_doc_no: Text = about(
        "上限报告文号", "上限标准书面报告的文号。", "示数函〔2025〕20号", aliases=("上限文号", "上限标准文号")
    )
    ceiling_reported_on: Date = about("上限报告日期", "上限标准书面报告的日期。", "2025年10月10日")
    tiers: Prose = about(
        "阶梯说明", "分档计费的各档标准。", "月调用1万次以内0.5元，超出部分0.4元", aliases=("分档标准",)
    )
    discount: Prose = about("优惠安排", "对谁、在什么条件下优惠，条件应一视同仁。", "小微企业八折", aliases=("折扣",))
    note: Prose = about("收费说明", "其他说明。", "含技术服务费和存算设施使用费", aliases=("服务费备注", "说明"))
    effective_on: Date = about("执行日期", "该标准开始执行的日期。", "2025年11月1日", aliases=("收费执行日期",))
    published_on: Date = about("收费公示日期", "公示收费标准的日期。", "2025年10月25日", aliases=("价格公示日期",))
    publicity_url: Text = about(
        "收费公示网址", "公示收费标准的网址。", "https://data.example.cn/fee", aliases=("公示网址",)
    )


class PermittedRevenue(Record):
    """The highest revenue that the price authority permits, and what it is made of."""

    amount: Money = about("金额", "核定的最高准许收入。", "1200万元", aliases=("最高准许收入金额", "核定金额"))
    doc_no: Text = about("核定文号", "核定文件的文号。", "鄂发改价〔2025〕88号", aliases=("文号",))
    approved_on: Date = about("核定日期", "核定的日期。", "2025年10月8日", aliases=("日期",))
    approved_by: Text = about("核定部门", "核定的部门。", "湖北省发展改革委会同湖北省数据局", aliases=("核定机关",))
    period_start: Date = about("适用起始日", "核定金额适用期的第一天。", "2026年1月1日")
    period_end: Date = about("适用终止日", "核定金额适用期的最后一天。", "2026年12月31日")
    operating_cost: Money = about("经营成本", "只计产业、行业发展类，已扣政府补助。", "1000万元", aliases=("准许成本",))
    permitted_profit: Money = about("准许利润", "经营成本乘以准许利润率。", "80万元")
    tax: Money = about("税金", "计入的税金。", "120万元")
    profit_rate: Percentage = about("准许利润率", "采用的准许利润率。", "7.5%", aliases=("利润率",))
    bond_yield: Percentage = about(
        "国债平均收益率", "成本调查前一年十年期国债平均收益率。", "1.9%", aliases=("十年期国债收益率",)
    )
    subsidy: Money = about("扣除政府补助", "核定成本时扣除的政府补助。", "50万元", aliases=("政府补助",))
    cost_survey_on: Date = about("成本调查日期", "成本调查完成的日期。", "2025年9月15日")


class PriceAdjustment(Record):
    """One adjustment of a price or a ceiling."""

    date: Date = about("调整日期", "开始执行新标准的日期。", "2026年7月1日", aliases=("日期",))
    type: OneOf = about(
        "调整类型", "调的是具体标准还是上限。", "调整具体收费标准", of=PRICE_ADJUSTMENTS, aliases=("类型",)
    )
    product: Text = about("产品编号", "调整哪个产品的标准。", "P-01", aliases=("产品",))
    before: Money = about("调整前标准", "原标准。", "0.5元", aliases=("原标准",))
    after: Money = about("调整后标准", "新标准。", "0.45元", aliases=("新标准",))
    reason: Prose = about("调整原因", "为什么调整。", "上年度收入高于准许收入", aliases=("原因",))
    doc_no: Text = about("调整文号", "调整文件的文号。", "示数函〔2026〕15号", aliases=("文号",))


class Pricing(Record):
    """How prices are made in this operation."""

    method: Prose = about(
        "定价方式",
        "产品和服务价格怎样形成。",
        "产业用途按成本加合理收益定价",
        clauses=(art(17), draft(4, 9)),
        aliases=("价格形成机制", "定价机制"),
    )
    public_free: Prose = about(
        "公益免费安排",
        "用于公共治理、公益事业的怎样免费提供。",
        "公益类产品一律免费",
        aliases=("公益类免费", "公益用途免费"),
    )
    regime: OneOf = about(
        "定价形式", "产业、行业发展用途采用的形式。", "政府指导价", of=PRICE_REGIMES, aliases=("价格形式",)
    )
    authority: Text = about("定价部门", "有定价权的部门。", "湖北省发展改革委", aliases=("价格主管部门", "定价机关"))
    authority_level: OneOf = about("定价权限层级", "哪一级定价。", "省级", of=LEVELS)
    catalogue: Text = about("定价目录", "列入哪份定价目录。", "湖北省定价目录（2025版）")
    stage: OneOf = about("标准阶段", "试行标准还是正式标准。", "试行", of=PRICE_STAGES, aliases=("收费标准阶段",))
    full_operating_years: Count = about(
        "完整运营年度数", "已有几个完整年度的运营情况。", 1, unit="个", aliases=("完整年度数",)
    )
    formal_applied_on: Date = about("正式核定申请日期", "书面申请核定正式标准的日期。", "2027年2月10日")
    permitted_revenue: PermittedRevenue = about("最高准许收入", "核定的最高准许收入。", aliases=("准许收入",))
    review_period: Duration = about(
        "评估周期", "多久评估一次，原则上不超过三年。", "3年", aliases=("定期评估周期", "价格评估周期")
    )
    review_period_reason: Prose = about(
        "评估周期超过三年的理由",
        "评估周期超过三年时说明理由；没有超过的填不适用。",
        "首个周期与协议期限一致",
        aliases=("评估周期超期理由",),
    )
    adjustment: Prose = about(
        "价格调整机制", "偏离准许收入时怎样调整。", "偏离一成以上时调整上限标准", aliases=("调整机制",)
    )
    over_recovery: Prose = about("超收处理", "超出准许收入的部分怎样处理。", "下一周期扣减", aliases=("超收扣减",))
    internal_rules: Prose = about("内部价格管理制度", "运营机构的内部价格制度。", "制定收费管理办法并专人负责")
    publicity: Prose = about("收费公示安排", "清单和收费标准在哪里公示。", "在授权运营平台公示", aliases=("价格公示",))
    equal_treatment: Prose = about(
        "价格公平", "对条件相同的用户是否同价。", "同类用户执行同一标准", clauses=(art(3, para=1), art(6, para=1))
    )
    venue: Text = about("交易场所", "产品和服务在哪里交易。", "湖北省数据流通交易平台", aliases=("交易平台",))
    paid_use: Prose = about(
        "公共数据有偿使用",
        "是否及怎样纳入政府国有资源（资产）有偿使用范围。",
        "按省有关规定逐步纳入",
        clauses=(draft(4, 12),),
        aliases=("国有资源有偿使用",),
    )
    deposit: Money = about("保证金", "约定的履约保证金。", "50万元", aliases=("履约保证金",))


class FeeDeviation(Record):
    """How far the year's revenue was from what was permitted."""

    actual_revenue: Money = about("实际收入", "产业、行业发展类产品的实际收入。", "1260万元")
    permitted_revenue: Money = about("最高准许收入", "同期核定的最高准许收入。", "1200万元", aliases=("准许收入",))
    difference: Money = about("偏离额", "实际收入与准许收入之差的绝对值。", "60万元", aliases=("差额",))
    rate: Percentage = about("偏离率", "偏离额除以最高准许收入。", "5%", aliases=("偏离比例",))
    over_recovery: Money = about("超收金额", "高于准许收入的部分，没有的填0元。", "60万元", aliases=("超收",))
    carried_over: Money = about("结转扣减金额", "下一周期扣减的金额。", "60万元", aliases=("下周期扣减",))
    handled: Flag = about("是否已按规定处理", "偏离是否已经按规定调整。", "是")
    response: OneOf = about(
        "调整方式", "按偏离程度采取的调整。", "调整具体收费标准", of=PRICE_ADJUSTMENTS, aliases=("调整类型",)
    )
    explanation: Prose = about("偏离说明", "偏离的原因和处理。", "新增用户较多", aliases=("原因说明",))
