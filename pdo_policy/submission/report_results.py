"""The figures of a yearly report: what was used and sold, what came in, what it cost, who got a share."""

from pdo_policy.submission.choices import PURPOSE_CLASSES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.decisions import Review
from pdo_policy.submission.field import Count, Flag, Money, Number, OneOf, Percentage, Prose, Record, Text, about


class Statistics(Record):
    """What happened in the year, in numbers that must agree with each other."""

    resources_total: Count = about("数据资源总数", "已授权资源数。", "436个", unit="个", aliases=("资源总数",))
    resources_registered: Count = about(
        "已登记资源数", "已登记的资源数，不多于总数。", "430个", unit="个", clauses=(art(16),)
    )
    resources_on_chain: Count = about(
        "已上链资源数", "已上链存证的资源数，不多于总数。", "434个", unit="个", aliases=("上链资源数",)
    )
    grants: Count = about("资源授权次数", "本年度授权次数。", "394次", unit="次", aliases=("授权次数",))
    scenarios_total: Count = about("场景总数", "累计场景数。", "159个", unit="个")
    scenarios_applied: Count = about("场景申请数", "本年度申请的场景数。", "188个", unit="个", clauses=(draft(4, 4),))
    scenarios_approved: Count = about(
        "场景通过数",
        "审核通过的场景数，不多于申请数。",
        "151个",
        unit="个",
        clauses=(draft(4, 4),),
        aliases=("场景授权数",),
    )
    products_total: Count = about("产品总数", "已上架产品数。", "333个", unit="个", clauses=(draft(4, 7),))
    products_registered: Count = about(
        "已登记产品数", "已登记的产品数，不多于总数。", "320个", unit="个", clauses=(art(16),)
    )
    basic_products: Count = about(
        "基础产品数", "运营机构交付的产品数。", "196个", unit="个", aliases=("基础数据产品数",)
    )
    redeveloped_products: Count = about(
        "再开发产品数", "第三方再开发的产品数。", "137个", unit="个", clauses=(art(6, para=2),)
    )
    developers: Count = about("开发商数", "签约开发商数。", "25家", unit="家", aliases=("第三方开发商数", "数据商数"))
    subscriptions: Count = about("订阅次数", "本年度订阅次数。", "272次", unit="次")
    deliveries: Count = about("交付次数", "本年度交付次数。", "260次", unit="次")
    calls_total: Count = about("调用总次数", "成功与失败之和。", "40000次", unit="次", aliases=("调用次数", "服务次数"))
    calls_succeeded: Count = about("调用成功次数", "成功的次数。", "39500次", unit="次", aliases=("成功次数",))
    calls_failed: Count = about("调用失败次数", "失败的次数。", "500次", unit="次", aliases=("失败次数",))
    failure_causes: Prose = about("调用失败原因", "主要失败原因。", "参数错误、网络超时", aliases=("失败原因",))
    response_time: Number = about("平均响应时长", "平均每次调用的响应时间。", 120, unit="毫秒", aliases=("响应时长",))
    institutions_served: Count = about("服务机构数", "使用产品的机构数。", "68家", unit="家", aliases=("应用机构数",))
    enterprises_served: Count = about("服务企业数", "受益企业数。", "3000家", unit="家", aliases=("受益企业数",))
    persons_served: Count = about("服务人数", "受益人数。", "12万人", unit="人", aliases=("受益人数",))
    orders: Count = about("订单数", "有效订单数。", "108个", unit="个", aliases=("有效订单数",))
    turnover: Money = about("交易总额", "有效订单的总金额。", "97万元", aliases=("产品交易总额", "成交额"))
    supported_value: Money = about("支撑金额", "产品支撑的业务金额，例如融资额。", "20亿元", aliases=("支撑业务金额",))


class RevenueItem(Record):
    """One line of revenue."""

    name: Text = about("项目", "收入项目。", "公共数据运营服务费", aliases=("名称", "收入项目"))
    product: Text = about("产品编号", "来自哪个产品。", "P-01", aliases=("产品",))
    purpose_class: OneOf = about(
        "用途类别", "属于哪一类用途。", "产业、行业发展", of=PURPOSE_CLASSES, aliases=("用途",)
    )
    amount: Money = about("金额", "本年度金额。", "63万元", aliases=("收入金额",))


class Revenue(Record):
    """What came in."""

    total: Money = about("收入合计", "各项收入之和。", "1260万元", aliases=("总收入", "合计"))
    service_fee: Money = about(
        "公共数据运营服务费收入",
        "产业、行业发展类产品的服务费收入。",
        "1200万元",
        aliases=("运营服务费收入", "服务费收入"),
    )
    other: Money = about("其他收入", "授权运营的其他收入。", "60万元")
    items: list[RevenueItem] = about(
        "收入明细",
        "按产品或项目列明，合计等于收入合计。",
        aliases=("明细", "产品收入"),
        item="收入",
        key=("product", "name"),
    )


class Cost(Record):
    """What it cost, by head."""

    total: Money = about("成本合计", "各项成本之和。", "1000万元", aliases=("总成本", "合计"))
    platform: Money = about("平台成本", "平台建设和运维。", "300万元", aliases=("平台建设运维成本",))
    data: Money = about("数据成本", "数据传输、汇聚、存储、治理。", "250万元", aliases=("数据治理成本",))
    computing: Money = about("算力成本", "算力资源。", "120万元", aliases=("计算成本",))
    storage: Money = about("存储成本", "存储资源，已计入数据成本的填0元。", "50万元")
    personnel: Money = about("人力成本", "人员薪酬。", "200万元", aliases=("人员成本",))
    acquisition: Money = about("取数支出", "取得数据的支出。", "30万元", aliases=("数据采购支出",))
    period_expense: Money = about("期间费用", "管理、销售、财务费用。", "50万元")
    other: Money = about("其他成本", "其他合理支出。", "0元")
    subsidy: Money = about("政府补助", "收到的政府补助，核算准许收入时扣除。", "50万元", aliases=("政府补贴",))
    public_excluded: Money = about(
        "公益类成本", "公益类产品的成本，不计入准许收入。", "80万元", aliases=("公益类产品成本",)
    )
    allocation: Prose = about("分摊方法", "共用成本怎样分摊。", "按调用量分摊")


class Finance(Record):
    """The accounts of the year."""

    revenue: Revenue = about("收入", "授权运营的收入。", clauses=(art(22),), aliases=("经营收入",))
    cost: Cost = about("成本", "授权运营的成本。", clauses=(art(22),), aliases=("经营成本", "成本开支"))
    expense: Money = about("支出合计", "本年度实际支出。", "1020万元", clauses=(art(22),), aliases=("支出",))
    tax: Money = about("税金", "缴纳的税金。", "120万元", aliases=("税费",))
    profit: Money = about("利润", "收入减成本和税金。", "140万元", aliases=("利润总额",))
    profit_note: Prose = about("利润说明", "亏损或异常时说明。", "首年投入较大")
    separate_accounting: Flag = about(
        "是否单独核算", "是否与其他业务分开记账。", "是", clauses=(art(22),), aliases=("单独核算", "专账核算")
    )
    internal_control: Prose = about(
        "财务内部管理", "成本、收入、支出的内部管理。", "专账专户，定期稽核", clauses=(art(22),), aliases=("内部管理",)
    )
    audit: Review = about("财务审计", "财务审计的情况。", clauses=(art(22),), aliases=("审计情况",))
    fiscal_income: Money = about("上缴财政金额", "按有偿使用上缴的金额。", "100万元", clauses=(draft(4, 12),))


class PlanProgress(Record):
    """How one target of the plan was met."""

    target: Text = about("目标", "方案中的目标。", "数据产品", aliases=("目标名称",))
    planned: Number = about("目标值", "计划数值。", 30)
    achieved: Number = about("完成值", "实际数值。", 28, aliases=("实际值",))
    rate: Percentage = about("完成率", "完成值除以目标值。", "93%")
    note: Prose = about("说明", "未完成的原因。", "两个产品推迟上线", aliases=("原因",))
