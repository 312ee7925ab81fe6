"""The whole of a yearly report (年度报告): whose it is, for which year, what was done, and what became of it."""

from pdo_policy.submission.choices import REPORT_STATUS
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.competition import RedevelopmentYear
from pdo_policy.submission.decisions import Annex, Change
from pdo_policy.submission.disclosure import Disclosure
from pdo_policy.submission.field import Count, Date, Flag, Money, OneOf, Prose, Record, Text, about, choices
from pdo_policy.submission.incentives import ContributionResult, SocialDataUse, ToleranceCase
from pdo_policy.submission.operation_choices import EVALUATION_RESULTS, RECIPIENT_TYPES
from pdo_policy.submission.parties import Affiliate, Contact, Developer
from pdo_policy.submission.pricing import FeeDeviation, PermittedRevenue, PriceAdjustment
from pdo_policy.submission.products import SoldProduct
from pdo_policy.submission.report_results import Finance, PlanProgress, Statistics
from pdo_policy.submission.report_safety import MaterialChange, PersonalInformationYear, Rectification, SafetyYear
from pdo_policy.submission.resources import UsedResource
from pdo_policy.submission.revenue import SharePaid
from pdo_policy.submission.security import AggregationRisk, FinancialRisk, ImportantData
from pdo_policy.submission.term import Term


class Recipient(Record):
    """Someone to whom the report was handed in."""

    name: Text = about("名称", "接收单位名称。", "湖北省发展和改革委员会", aliases=("单位名称", "接收单位"))
    type: OneOf = about(
        "类别", "接收单位属于哪一类。", "发展改革部门", of=RECIPIENT_TYPES, aliases=("类型", "单位类别")
    )
    submitted_on: Date = about("报送日期", "报给该单位的日期。", "2026年3月20日", aliases=("日期",))


class AnnualEvaluation(Record):
    """The yearly evaluation of the operation."""

    evaluator: Text = about("评估单位", "谁来评估。", "示例市数据局", clauses=(draft(6, 7),), aliases=("评估主体",))
    departments: list[Text] = about("会同部门", "会同哪些部门。", "示例市财政局", clauses=(draft(6, 7),), item="部门")
    date: Date = about("评估日期", "评估完成的日期。", "2026年2月28日", clauses=(draft(6, 7),), aliases=("日期",))
    result: OneOf = about(
        "评估结果", "评估的结论。", "合格", of=EVALUATION_RESULTS, clauses=(draft(6, 7),), aliases=("结果", "评估等次")
    )
    findings: Prose = about(
        "评估意见", "主要意见。", "建议加快公益类产品上线", clauses=(draft(6, 7),), aliases=("意见",)
    )
    used_for: Prose = about("结果运用", "结果用来做什么。", "作为续约依据", clauses=(art(14, point=9),))


class PricingYear(Record):
    """Prices in the year."""

    full_operating_years: Count = about(
        "完整运营年度数", "到本年度末有几个完整年度。", 1, unit="个", aliases=("完整年度数",)
    )
    permitted_revenue: PermittedRevenue = about("最高准许收入", "本年度适用的最高准许收入。", aliases=("准许收入",))
    deviation: FeeDeviation = about("收入偏离", "实际收入与最高准许收入的偏离。", aliases=("偏离情况", "收入偏离情况"))
    adjustments: list[PriceAdjustment] = about(
        "收费标准调整", "本年度的价格调整。", aliases=("价格调整", "调整情况"), item="调整", key=("product", "date")
    )
    adjustment_none: Flag = about("是否未调整收费标准", "本年度没有调整的填“是”。", "否", aliases=("未调整",))
    formal_applied_on: Date = about("正式核定申请日期", "书面申请核定正式标准的日期。", "2027年2月10日")
    last_reviewed_on: Date = about("最近评估日期", "最近一次价格评估的日期。", "2025年10月8日", aliases=("评估日期",))
    publicity: Prose = about(
        "收费公示情况", "清单和收费标准的公示情况。", "在平台公示，同步更新", aliases=("公示情况",)
    )


class ReportHead(Record):
    """What paper it is, for which year, by whom and to whom."""

    kind: OneOf = about(
        "文件种类",
        "本文件属于哪一种。",
        "annual_report",
        of=choices(
            ("annual_report", "年度报告"),
        ),
        aliases=("材料种类", "文书种类"),
    )
    dossier: Text = about(
        "项目编号", "同一授权运营项目的各份材料写同一编号。", "HB-2025-001", aliases=("授权运营项目编号", "项目号")
    )
    id: Text = about("编号", "报告编号。", "HB-2025-001-NB2025", aliases=("报告编号", "文件编号"))
    title: Text = about("标题", "报告名称。", "示例市公共数据授权运营2025年度报告", aliases=("报告名称", "文件标题"))
    status: OneOf = about("状态", "报告办到哪一步。", "已报送", of=REPORT_STATUS, aliases=("报告状态", "文件状态"))
    plan_id: Text = about("方案编号", "所属实施方案的编号。", "HB-2025-001-FA", aliases=("实施方案编号",))
    agreement_id: Text = about(
        "协议编号", "所报告的授权运营协议编号。", "HB-2025-001-XY", aliases=("授权运营协议编号", "合同编号")
    )
    covers_year: Date = about(
        "报告年度", "报告哪一年的情况。", "2025年", clauses=(draft(6, 6),), aliases=("年度", "报告期")
    )
    period_start: Date = about(
        "报告期起始日", "报告期第一天，首年从开始运营之日算。", "2025年9月1日", aliases=("起始日",)
    )
    period_end: Date = about("报告期终止日", "报告期最后一天。", "2025年12月31日", aliases=("终止日", "截止日期"))
    submitted_on: Date = about(
        "报送日期", "提交报告的日期。", "2026年3月20日", clauses=(draft(6, 6),), aliases=("提交日期", "报送时间")
    )
    published_on: Date = about("公开日期", "向社会公开的日期。", "2026年3月25日", aliases=("公布日期",))
    late_reason: Prose = about("逾期说明", "逾期报送的，说明原因。", "审计报告延迟出具", aliases=("逾期原因",))
    submitted_by: Contact = about(
        "报送单位", "提交报告的单位。", clauses=(draft(6, 6),), aliases=("提交单位", "编制单位")
    )
    operator: Contact = about(
        "运营机构",
        "报告所述的运营机构。",
        clauses=(art(3, para=3), draft(6, 6)),
        aliases=("授权运营主体", "运营主体", "授权运营单位"),
    )
    implementing_body: Contact = about(
        "实施机构", "授权的实施机构。", clauses=(art(3, para=2),), aliases=("授权主体", "实施单位")
    )
    recipients: list[Recipient] = about(
        "报送对象",
        "逐个列出接收单位。",
        clauses=(draft(6, 6),),
        aliases=("接收单位", "主送单位"),
        item="对象",
        key=("type", "name"),
    )
    operation_start: Date = about(
        "授权运营开始日期", "开始运营的日期。", "2025年9月1日", aliases=("开始运营日期", "运营开始日期")
    )
    first_delivery_on: Date = about(
        "首次交付日期", "首次提供资源或交付产品的日期。", "2025年10月9日", aliases=("首次提供日期",)
    )
    term: Term = about(
        "授权期限",
        "协议约定的期限。",
        clauses=(art(18),),
        aliases=("运营期限", "授权运营期限", "运营服务期限", "授权有效期", "授权时效"),
    )
    contact_person: Text = about("联系人", "报告联系人和电话。", "李四 027-12345678", aliases=("填报人",))


class AnnualReport(ReportHead):
    """A yearly report."""

    overall: Prose = about(
        "整体经营状况",
        "本年度经营的总体情况。",
        "上线产品20项，服务机构68家",
        clauses=(draft(6, 6),),
        aliases=("总体情况", "经营情况", "整体情况"),
    )
    activities: Prose = about(
        "业务开展情况",
        "存储、加工、分析、融合利用和市场运营等。",
        "完成12项资源加工",
        clauses=(draft(6, 6),),
        aliases=("运营情况",),
    )
    progress: list[PlanProgress] = about(
        "目标完成情况", "方案目标的完成情况。", aliases=("目标进度",), item="目标", key=("target",)
    )
    resources: list[UsedResource] = about(
        "数据资源",
        "逐项列出授权资源的使用和登记。",
        clauses=(art(19), art(16)),
        aliases=("数据资源使用情况", "资源使用情况", "授权资源"),
        item="资源",
        key=("id", "name"),
    )
    products: list[SoldProduct] = about(
        "产品和服务",
        "逐项列出产品的销售、价格和登记。",
        clauses=(art(16), art(19)),
        aliases=("产品和服务清单", "产品清单", "产品销售情况"),
        item="产品",
        key=("id", "name"),
    )
    statistics: Statistics = about(
        "运营统计", "本年度的汇总数字。", clauses=(draft(6, 6),), aliases=("统计数据", "运营数据")
    )
    finance: Finance = about(
        "成本收入", "本年度成本、收入和利润。", clauses=(art(22),), aliases=("财务情况", "成本和收入", "财务")
    )
    pricing: PricingYear = about(
        "价格执行", "收费标准的执行和调整。", clauses=(art(17), draft(4, 9)), aliases=("价格情况", "收费情况")
    )
    shares_paid: list[SharePaid] = about(
        "收益分配",
        "本年度实际分配。",
        clauses=(draft(4, 10),),
        aliases=("收益分配情况", "分配情况"),
        item="参与方",
        key=("party", "role"),
    )
    distributed_total: Money = about(
        "分配总额", "本年度分配的总金额。", "100万元", clauses=(draft(4, 10),), aliases=("收益分配总额",)
    )
    developers: list[Developer] = about(
        "数据产品开发商",
        "本年度合作的开发商。",
        clauses=(art(6, para=2), draft(4, 11)),
        aliases=("产品开发商", "再开发主体", "开发商", "数据商"),
        item="开发商",
        key=("credit_code", "name"),
    )
    affiliates: list[Affiliate] = about(
        "关联方",
        "运营机构的关联方。",
        clauses=(art(6, para=2),),
        aliases=("关联企业", "关联单位"),
        item="关联方",
        key=("credit_code", "name"),
    )
    redevelopment: RedevelopmentYear = about(
        "再开发", "再开发的情况。", clauses=(art(6, para=2),), aliases=("再开发情况",)
    )
    competition: Prose = about(
        "公平竞争情况", "有无排除、限制竞争和投诉。", "未收到相关投诉", clauses=(art(6, para=1), draft(3, 14))
    )
    contribution_results: list[ContributionResult] = about(
        "贡献评价结果",
        "对数据提供单位的评价和激励。",
        clauses=(draft(5, 1), draft(5, 2)),
        aliases=("贡献评价",),
        item="提供单位",
        key=("provider",),
    )
    social_data: list[SocialDataUse] = about(
        "社会数据引入",
        "引入的社会数据。",
        clauses=(draft(5, 4),),
        aliases=("社会数据",),
        item="社会数据",
        key=("name",),
    )
    tolerance_cases: list[ToleranceCase] = about(
        "容错免责情况", "容错免责的认定。", clauses=(draft(5, 6),), aliases=("容错情况",), item="事项", key=("matter",)
    )
    back_feed: Prose = about(
        "反哺数据治理",
        "以技术、产品服务、收益支持数据治理的情况。",
        "提供清洗服务3次",
        clauses=(art(20),),
        aliases=("反哺情况",),
    )
    public_interest: Prose = about(
        "公益服务情况",
        "免费提供公共治理、公益事业类产品的情况。",
        "公益类产品6项，调用1万次",
        aliases=("公益供给情况",),
    )
    safety: SafetyYear = about(
        "数据安全", "本年度安全管理。", clauses=(art(21, para=2), draft(6, 1)), aliases=("安全管理", "数据安全管理")
    )
    personal_information: PersonalInformationYear = about(
        "个人信息保护", "本年度个人信息保护。", aliases=("个人信息", "个人信息保护情况")
    )
    important_data: ImportantData = about(
        "重要数据保护", "重要数据的年度评估和报送。", clauses=(art(5, para=1),), aliases=("重要数据",)
    )
    aggregation_risk: AggregationRisk = about("关联汇聚风险", "风险的识别和管控。", clauses=(art(21, para=3),))
    financial_risk: FinancialRisk = about(
        "金融风险防范", "资产化、资本化和融资情况。", clauses=(art(23, para=2), draft(6, 5)), aliases=("金融风险",)
    )
    complaints_received: Count = about("投诉举报数", "收到的投诉举报数。", "3件", unit="件", aliases=("投诉数",))
    complaints_resolved: Count = about(
        "投诉办结数", "已办结数，不多于收到数。", "3件", unit="件", aliases=("投诉举报办结数",)
    )
    plan_changes: list[Change] = about(
        "方案变更",
        "报告年度内方案的变更。",
        clauses=(art(11, para=3),),
        aliases=("方案变更情况",),
        item="变更",
        key=("version", "date"),
    )
    material_changes: list[MaterialChange] = about(
        "重大变化", "登记事项的重大变化。", aliases=("重大变更",), item="变化", key=("target", "date")
    )
    rectifications: list[Rectification] = about(
        "问题整改", "发现的问题和整改。", aliases=("整改情况",), item="问题", key=("problem",)
    )
    disclosure: Disclosure = about(
        "信息披露", "双方的年度披露。", clauses=(art(18), art(19)), aliases=("披露情况", "年度披露")
    )
    annual_evaluation: AnnualEvaluation = about(
        "年度评估", "主管部门的年度评估。", clauses=(draft(6, 7),), aliases=("年度评估情况", "评估情况")
    )
    problems: Prose = about("存在问题", "存在的问题和困难。", "部分资源更新不及时", aliases=("问题和困难",))
    next_steps: Prose = about("下一步打算", "下一年度安排。", "新增公益类产品5项", aliases=("下一步工作", "下年度计划"))
    other_matters: Prose = about("其他事项", "其他需要说明的事项。", "无", aliases=("其他",))
    annexes: list[Annex] = about("附件", "随报告报送的附件。", aliases=("附件清单",), item="附件", key=("id", "name"))
