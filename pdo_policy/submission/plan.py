"""The whole of an implementation plan (实施方案); its last part: products, money, safety, supervision, decisions."""

from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.competition import FairCompetition, Integrity
from pdo_policy.submission.decisions import Annex, Approval, Change, Filing
from pdo_policy.submission.field import Prose, Record, Text, about
from pdo_policy.submission.incentives import Incentives
from pdo_policy.submission.personal_information import PersonalInformation
from pdo_policy.submission.plan_grant import PlanGrant
from pdo_policy.submission.pricing import Pricing
from pdo_policy.submission.products import PlannedProduct
from pdo_policy.submission.revenue import Accounting, RevenueSharing
from pdo_policy.submission.security import AggregationRisk, DataSecurity, Emergency, FinancialRisk, ImportantData
from pdo_policy.submission.supervision import (
    AnnualReportDuty,
    Assessment,
    DisclosurePlan,
    OperationRules,
    RightsDuties,
    Supervision,
)


class RegistrationPlan(Record):
    """Who will register what, and when."""

    resources: Prose = about(
        "资源登记",
        "实施机构何时怎样登记资源。",
        "提供后20个工作日内申请",
        clauses=(art(16),),
        aliases=("数据资源登记",),
    )
    products: Prose = about(
        "产品登记",
        "运营机构何时怎样登记产品和服务。",
        "交付后20个工作日内申请",
        clauses=(art(16),),
        aliases=("产品和服务登记",),
    )


class ImplementationPlan(PlanGrant):
    """An implementation plan."""

    products: list[PlannedProduct] = about(
        "产品和服务",
        "拟提供的产品和服务清单，分两大用途类别。",
        clauses=(art(9, point=7),),
        aliases=("产品和服务清单", "产品清单", "项目清单", "数据产品库"),
        item="产品",
        key=("id", "name"),
    )
    no_public_products: Prose = about(
        "无公益类产品的说明",
        "没有公共治理、公益事业类产品的，说明原因。",
        "首批场景均为产业用途",
        clauses=(art(9, point=7),),
        aliases=("无公益类产品说明",),
    )
    no_industry_products: Prose = about(
        "无产业类产品的说明",
        "没有产业、行业发展类产品的，说明原因。",
        "首批场景均为公益用途",
        clauses=(art(9, point=7),),
        aliases=("无产业类产品说明",),
    )
    operation_rules: OperationRules = about(
        "运营管理规则",
        "从场景审核到产品使用的规则。",
        clauses=(draft(4, 4), draft(4, 5), draft(4, 6), draft(4, 7), draft(4, 8)),
        aliases=("运营管理",),
    )
    accounting: Accounting = about(
        "成本和收入核算",
        "成本收入的核算机制。",
        clauses=(art(9, point=8),),
        aliases=("成本收入核算", "经营成本和收入核算机制", "核算机制"),
    )
    pricing: Pricing = about(
        "价格管理", "产品和服务怎样定价。", clauses=(art(17), draft(4, 9)), aliases=("定价", "定价机制", "收费管理")
    )
    revenue_sharing: RevenueSharing = about(
        "收益分配", "收益分配机制和比例。", clauses=(art(9, point=8), draft(4, 10)), aliases=("收益分配机制",)
    )
    data_security: DataSecurity = about(
        "数据安全措施",
        "数据安全的措施和责任。",
        clauses=(art(9, point=9), draft(6, 1)),
        aliases=("数据安全", "安全措施", "数据安全保护"),
    )
    personal_information_protection: PersonalInformation = about(
        "个人信息保护", "个人信息保护措施。", clauses=(art(9, point=9),), aliases=("个人信息保护措施", "个人信息")
    )
    important_data: ImportantData = about(
        "重要数据保护", "涉及重要数据时的管理。", clauses=(art(5, para=1),), aliases=("重要数据",)
    )
    emergency: Emergency = about(
        "应急处置", "发生事件怎样处置。", clauses=(art(9, point=9),), aliases=("应急处置措施", "应急")
    )
    aggregation_risk: AggregationRisk = about(
        "关联汇聚风险", "数据关联汇聚风险的识别和管控。", clauses=(art(21, para=3),), aliases=("数据关联汇聚风险",)
    )
    financial_risk: FinancialRisk = about(
        "金融风险防范",
        "防范数据资产化、资本化带来的金融风险。",
        clauses=(art(23, para=2), draft(6, 5)),
        aliases=("金融风险",),
    )
    rights_duties: RightsDuties = about(
        "权利义务", "各方的权利义务。", clauses=(art(9, point=10),), aliases=("各方权利义务", "权责")
    )
    supervision: Supervision = about(
        "监督管理",
        "监督管理的安排。",
        clauses=(art(9, point=11), draft(6, 3), draft(6, 4)),
        aliases=("监督管理要求", "监管"),
    )
    assessment: Assessment = about(
        "考核评价", "考核评价的安排。", clauses=(art(9, point=11), draft(6, 7)), aliases=("考核评价要求", "考核")
    )
    annual_report: AnnualReportDuty = about(
        "年度报告", "年度报告的报送安排。", clauses=(draft(6, 6),), aliases=("年度报告制度", "年报")
    )
    disclosure: DisclosurePlan = about(
        "信息披露", "授权运营情况和资源使用情况怎样公开。", clauses=(art(18), art(19)), aliases=("披露",)
    )
    registration_plan: RegistrationPlan = about(
        "登记安排", "资源和产品的登记安排。", clauses=(art(16),), aliases=("资源登记管理",)
    )
    fair_competition: FairCompetition = about(
        "公平竞争",
        "防止垄断、保障公平竞争。",
        clauses=(art(6, para=1), draft(3, 14)),
        aliases=("公平竞争保障", "反垄断"),
    )
    integrity: Integrity = about(
        "廉洁风险防控", "防止以数谋私。", clauses=(art(23, para=1),), aliases=("廉政风险防控", "防止以数谋私")
    )
    back_feed: Prose = about(
        "反哺数据治理",
        "怎样以技术、产品服务、收益支持数据治理。",
        "提取收益的一成用于治理",
        clauses=(art(20),),
        aliases=("反哺",),
    )
    rights_protection: Prose = about(
        "权益保护", "怎样保护各参与方的合法权益。", "建立异议处理机制", clauses=(art(20),), aliases=("各方权益保护",)
    )
    incentives: Incentives = about(
        "数据激励",
        "对数据提供单位等的激励。",
        clauses=(draft(5, 1), draft(5, 2), draft(5, 3), draft(5, 4)),
        aliases=("激励机制", "激励措施"),
    )
    other_matters: Prose = about(
        "其他事项", "其他应当明确的事项。", "解释权归编制单位", clauses=(art(9, point=12),), aliases=("其他",)
    )
    approval: Approval = about(
        "方案审议",
        "方案的集体决策和政府审议。",
        clauses=(art(11, para=1), art(11, para=2), draft(2, 2)),
        aliases=("审议", "决策", "方案审批", "审议情况"),
    )
    changes: list[Change] = about(
        "方案变更",
        "审定以后的变更。",
        clauses=(art(11, para=3),),
        aliases=("变更", "变更记录"),
        item="变更",
        key=("version", "date"),
    )
    filing: Filing = about("备案", "向省级数据管理部门备案的情况。", clauses=(art(11, para=4),), aliases=("方案备案",))
    interpretation: Text = about(
        "解释部门", "谁负责解释。", "示例市数据局", clauses=(draft(7, 2),), aliases=("解释单位",)
    )
    annexes: list[Annex] = about("附件", "随方案报送的附件。", aliases=("附件清单",), item="附件", key=("id", "name"))
