"""Products and services: what they are for, what they look like, what they cost, and the steps each goes through."""

from pdo_policy.submission.choices import DELIVERY_METHODS, PRODUCT_FORMS, PURPOSE_CLASSES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Count, Date, Flag, Money, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import PERSONAL_INFORMATION_STATUS, REVIEW_RESULTS
from pdo_policy.submission.pricing import Price
from pdo_policy.submission.registration import Registration


class Passage(Record):
    """The dated steps of a product, in the order in which they should happen."""

    scenario_applied_on: Date = about("场景申请日期", "提交场景申请的日期。", "2025年9月8日", clauses=(draft(4, 4),))
    scenario_reviewed_on: Date = about(
        "场景审核日期", "场景审核通过的日期。", "2025年9月18日", clauses=(draft(4, 4),), aliases=("场景审核通过日期",)
    )
    scenario_reviewer: Text = about("场景审核单位", "谁审核场景。", "示例市数据局", clauses=(draft(4, 4),))
    scenario_result: OneOf = about("场景审核结果", "审核结论。", "通过", of=REVIEW_RESULTS, clauses=(draft(4, 4),))
    development_started_on: Date = about("开发开始日期", "开始开发的日期。", "2025年9月20日", clauses=(draft(4, 5),))
    developed_on: Date = about("开发完成日期", "开发完成的日期。", "2025年10月10日", clauses=(draft(4, 5),))
    quality_checked_on: Date = about(
        "质量校核日期",
        "完成数据质量校核的日期。",
        "2025年10月14日",
        clauses=(draft(4, 6),),
        aliases=("数据质量校核日期",),
    )
    quality_checker: Text = about("质量校核单位", "谁校核数据质量。", "示例市市场监督管理局", clauses=(draft(4, 6),))
    quality_result: OneOf = about("质量校核结果", "校核结论。", "通过", of=REVIEW_RESULTS, clauses=(draft(4, 6),))
    security_reviewed_on: Date = about(
        "安全审核日期", "完成安全审核的日期。", "2025年10月18日", clauses=(art(14, point=3),)
    )
    security_result: OneOf = about("安全审核结果", "审核结论。", "通过", of=REVIEW_RESULTS, clauses=(art(14, point=3),))
    compliance_reviewed_on: Date = about(
        "业务规范性审核日期",
        "完成合规审核的日期。",
        "2025年10月20日",
        clauses=(art(14, point=3),),
        aliases=("合规审核日期",),
    )
    compliance_result: OneOf = about(
        "业务规范性审核结果",
        "审核结论。",
        "通过",
        of=REVIEW_RESULTS,
        clauses=(art(14, point=3),),
        aliases=("合规审核结果",),
    )
    listed_on: Date = about(
        "上架日期", "产品上架的日期。", "2025年10月25日", clauses=(draft(4, 7),), aliases=("产品上架日期",)
    )
    listing_reviewer: Text = about("上架审核单位", "谁批准上架。", "示例市数据局", clauses=(draft(4, 7),))
    first_delivered_on: Date = about("首次交付日期", "首次交付给用户的日期，登记时限从这天起算。", "2025年11月3日")
    used_from: Date = about(
        "首次使用日期", "用户开始使用的日期。", "2025年11月5日", clauses=(draft(4, 8),), aliases=("开始使用日期",)
    )
    delisted_on: Date = about("下架日期", "已下架的，下架的日期。", "2027年6月30日", clauses=(draft(4, 7),))


class ProductIdentity(Record):
    """A product or service as any of the three papers names it."""

    id: Text = about("编号", "产品编号；各份材料中同一产品写同一编号。", "P-01", aliases=("产品编号",))
    name: Text = about(
        "名称",
        "产品或服务名称。",
        "企业信用核验服务",
        clauses=(art(9, point=7), art(14, point=3)),
        aliases=("产品名称",),
    )
    brief: Prose = about("简介", "一两句话说明产品做什么。", "核验企业登记信息是否一致", aliases=("产品简介", "内容"))
    purpose_class: OneOf = about(
        "用途类别",
        "两大类中属于哪一类，决定是否收费。",
        "产业、行业发展",
        of=PURPOSE_CLASSES,
        clauses=(art(9, point=7),),
        aliases=("用途", "产品类别", "类别"),
    )
    scenario: Text = about(
        "应用场景", "具体场景名称，不是用途类别。", "商保快赔", clauses=(draft(4, 4),), aliases=("场景", "场景名称")
    )
    form: list[OneOf] = about(
        "形式",
        "以哪些形式提供。",
        "接口",
        "报告",
        of=PRODUCT_FORMS,
        clauses=(art(9, point=7), art(21, para=1)),
        aliases=("预期形式", "产品类型", "产品形式", "产品形态"),
        item="形式",
    )
    form_note: Text = about("形式说明", "形式填“其他”时的说明。", "线上看板", aliases=("其他形式",))
    delivery: list[OneOf] = about(
        "交付方式",
        "怎样交付给用户。",
        "API传输",
        of=DELIVERY_METHODS,
        aliases=("服务方式", "产品和服务方式"),
        item="方式",
    )
    users: list[Text] = about("服务对象", "面向哪些用户。", "保险机构", aliases=("用户", "使用对象"), item="对象")
    resources: list[Text] = about(
        "使用资源",
        "用到的数据资源编号。",
        "R-01",
        "R-02",
        aliases=("使用数据资源", "所用数据资源", "数据资源"),
        item="资源",
    )
    contains_personal_information: Flag = about(
        "是否涉及个人信息", "产品是否处理或输出个人信息。", "否", aliases=("涉及个人信息",)
    )
    personal_information_status: OneOf = about(
        "个人信息处理状态",
        "产品输出中个人信息的状态。",
        "不涉及",
        of=PERSONAL_INFORMATION_STATUS,
        aliases=("个人信息状态",),
    )
    free: Flag = about("是否免费", "是否不收费。", "否", aliases=("免费",))
    price: Price = about("价格", "收费标准及其上限。", clauses=(art(17), draft(4, 9)), aliases=("收费", "定价"))
    developer: Text = about(
        "开发主体", "由谁开发。", "示例市数据集团有限公司", clauses=(draft(4, 5),), aliases=("开发单位",)
    )


class PlannedProduct(ProductIdentity):
    """A product or service that a plan intends."""

    expected_by: Date = about("预计上线时间", "预计什么时候提供。", "2026年6月", aliases=("上线时间",))
    expected_outcome: Prose = about("预期效果", "预期的社会和经济效果。", "理赔时间缩短一半", aliases=("预期成效",))


class AgreedProduct(ProductIdentity):
    """A product or service that an agreement allows."""

    technical_standard: Prose = about(
        "技术标准", "该产品执行的技术标准。", "接口规范V1.0", clauses=(art(14, point=3),), aliases=("执行标准",)
    )
    passage: Passage = about(
        "流程记录", "场景审核到使用各步的日期。", clauses=(draft(4, 4), draft(4, 7)), aliases=("流程",)
    )
    redevelopment_allowed: Flag = about(
        "是否可再开发", "其他经营主体能否在此基础上再开发。", "是", clauses=(art(6, para=2),)
    )
    registration: Registration = about(
        "登记", "该产品的登记情况。", clauses=(art(16),), aliases=("产品登记", "登记情况")
    )


class SoldProduct(ProductIdentity):
    """A product or service as a report accounts for it."""

    agreement_id: Text = about("协议编号", "依据哪份协议提供。", "HB-2025-001-XY", aliases=("授权协议编号",))
    in_agreement: Flag = about("是否在协议清单内", "是否列入协议的产品和服务清单。", "是", clauses=(art(21, para=2),))
    redeveloped: Flag = about(
        "是否再开发产品", "是否由其他主体再开发形成。", "否", clauses=(art(6, para=2),), aliases=("再开发产品",)
    )
    passage: Passage = about(
        "流程记录", "场景审核到使用各步的日期。", clauses=(draft(4, 4), draft(4, 7)), aliases=("流程",)
    )
    registration: Registration = about(
        "登记", "该产品的登记情况。", clauses=(art(16),), aliases=("产品登记", "登记情况")
    )
    calls_total: Count = about("调用总次数", "本年度调用总次数。", "4200次", unit="次", aliases=("调用次数",))
    calls_succeeded: Count = about("调用成功次数", "调用成功的次数。", "4150次", unit="次", aliases=("成功次数",))
    calls_failed: Count = about("调用失败次数", "调用失败的次数。", "50次", unit="次", aliases=("失败次数",))
    subscriptions: Count = about("订阅次数", "被订阅的次数。", "36次", unit="次", aliases=("订阅数",))
    deliveries: Count = about("交付次数", "实际交付的次数。", "36次", unit="次", aliases=("交付数",))
    customers: Count = about("用户数", "使用该产品的用户数。", "18家", unit="家", aliases=("服务用户数",))
    sales_volume: Text = about("销售规模", "销售数量或规模。", "月均350次", aliases=("销售数量",))
    revenue: Money = about("收入", "该产品本年度收入。", "63万元", aliases=("销售收入", "产品收入"))
    cost: Money = about("成本", "该产品本年度成本。", "40万元", aliases=("产品成本",))
    list_published_on: Date = about("清单公开日期", "列入公开清单的日期。", "2025年10月25日", clauses=(art(19),))
    url: Text = about(
        "公开网址", "产品公开页面的网址。", "https://data.example.cn/p01", clauses=(art(19),), aliases=("网址",)
    )
