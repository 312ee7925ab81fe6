"""The whole of an agreement (授权运营协议); its last part: ownership, money, safety, duties, and how it ends."""

from pdo_policy.submission.agreement_grant import AgreementGrant
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.competition import FairCompetition, Integrity, Redevelopment
from pdo_policy.submission.decisions import Annex
from pdo_policy.submission.field import Duration, Flag, Money, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import DISPUTE_METHODS
from pdo_policy.submission.personal_information import Entrustment, PersonalInformation
from pdo_policy.submission.pricing import Pricing
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
from pdo_policy.submission.term import Exit, Renewal


class AssetOwnership(Record):
    """What belongs to whom."""

    equipment: Prose = about(
        "软硬件设备权属",
        "软件和硬件设备归谁。",
        "乙方自建设备归乙方",
        clauses=(art(14, point=5),),
        aliases=("设备权属", "软硬件权属"),
    )
    products: Prose = about(
        "产品和服务权属",
        "产品和服务的权益归谁。",
        "产品经营权归乙方",
        clauses=(art(14, point=5),),
        aliases=("产品权属",),
    )
    data: Prose = about("数据权属", "原始数据和衍生数据的权益归谁。", "原始数据权益不转移", clauses=(art(14, point=5),))
    intellectual_property: Prose = about(
        "知识产权", "知识产权归谁。", "各自背景知识产权归各自所有", aliases=("知识产权归属",)
    )


class RiskMonitoring(Record):
    """How dangers are watched for."""

    measures: Prose = about(
        "监测措施",
        "监测什么、怎样监测。",
        "实时监测异常调用",
        clauses=(art(14, point=8),),
        aliases=("风险监测措施", "措施"),
    )
    period: Text = about("监测频次", "多久汇总一次。", "每周", aliases=("频次",))
    warning: Prose = about("预警和补救", "发现缺陷怎样预警补救。", "立即停用并修复", aliases=("预警",))


class Breach(Record):
    """What follows from a breach."""

    liability: Prose = about(
        "责任条款",
        "各方违约各承担什么责任。",
        "违约方赔偿损失",
        clauses=(art(14, point=10),),
        aliases=("违约责任条款", "违约责任约定"),
    )
    penalty: Money = about("违约金", "违约金数额；尚未商定的填 null。", "50万元")
    penalty_note: Prose = about("违约金说明", "计算方法。", "按合同金额百分之五")
    damages: Prose = about("损失赔偿", "损失怎样赔偿。", "赔偿直接损失")
    data_return: Prose = about("数据收回", "违约后怎样收回数据。", "收回数据，不得保留拷贝")


class Dispute(Record):
    """How disputes are settled."""

    method: list[OneOf] = about(
        "解决方式",
        "依次采用的方式。",
        "协商",
        "诉讼",
        of=DISPUTE_METHODS,
        clauses=(art(14, point=11),),
        aliases=("争议解决方式", "方式"),
        item="方式",
    )
    body: Text = about(
        "受理机构", "约定的法院或仲裁机构。", "甲方所在地人民法院", clauses=(art(14, point=11),), aliases=("管辖机构",)
    )
    governing_law: Text = about("适用法律", "适用哪里的法律。", "中华人民共和国法律")
    service_address: Prose = about("送达地址", "文书送达地址和方式。", "协议载明的地址和邮箱", aliases=("文书送达",))


class Confidentiality(Record):
    """What is kept secret, and how long."""

    duties: Prose = about("保密义务", "对什么保密。", "对知悉的数据和商业秘密保密", aliases=("保密内容",))
    duration: Text = about("保密期限", "保密多久。", "长期有效", aliases=("期限",))
    undertaking: Flag = about("是否另签保密承诺", "是否另外签订保密承诺函。", "是", aliases=("保密承诺",))


class ForceMajeure(Record):
    """What happens when nobody is to blame."""

    terms: Prose = about("约定内容", "不可抗力的范围和后果。", "可部分或全部免责", aliases=("内容",))
    notice_period: Duration = about("通知期限", "多久内通知对方。", "10日")


class Agreement(AgreementGrant):
    """An agreement on authorised operation."""

    asset_ownership: AssetOwnership = about(
        "资产权属", "软硬件设备、产品和服务的权属。", clauses=(art(14, point=5),), aliases=("资产归属", "权属约定")
    )
    disclosure: DisclosurePlan = about(
        "信息披露", "双方各自怎样披露。", clauses=(art(14, point=6), art(18), art(19)), aliases=("信息披露要求", "披露")
    )
    redevelopment: Redevelopment = about(
        "再开发限制",
        "不得直接或间接参与再开发的约定。",
        clauses=(art(6, para=2), art(14, point=6)),
        aliases=("再开发", "禁止再开发"),
    )
    accounting: Accounting = about(
        "成本和收入核算", "成本收入的核算要求。", clauses=(art(14, point=7),), aliases=("成本收入核算", "核算要求")
    )
    pricing: Pricing = about(
        "价格", "产品和服务怎样定价。", clauses=(art(17), draft(4, 9)), aliases=("定价", "价格管理", "收费")
    )
    revenue_sharing: RevenueSharing = about(
        "收益分配",
        "收益分配机制和比例。",
        clauses=(art(14, point=7), draft(4, 10)),
        aliases=("收益分配机制", "数据收益分配"),
    )
    data_security: DataSecurity = about(
        "数据安全",
        "数据安全的要求和责任。",
        clauses=(art(14, point=8), draft(6, 1), draft(6, 2)),
        aliases=("数据安全要求", "数据安全保护", "数据安全责任"),
    )
    personal_information_protection: PersonalInformation = about(
        "个人信息保护", "个人信息保护要求。", clauses=(art(14, point=8),), aliases=("个人信息保护要求", "个人信息")
    )
    entrustment: Entrustment = about("委托处理", "委托存储、加工、处理的约定。", aliases=("委托处理约定",))
    important_data: ImportantData = about(
        "重要数据保护", "涉及重要数据时的管理。", clauses=(art(5, para=1),), aliases=("重要数据",)
    )
    risk_monitoring: RiskMonitoring = about(
        "风险监测", "风险监测的要求。", clauses=(art(14, point=8),), aliases=("安全风险监测",)
    )
    emergency: Emergency = about(
        "应急处置", "发生事件怎样处置。", clauses=(art(14, point=8),), aliases=("应急处置措施", "应急")
    )
    aggregation_risk: AggregationRisk = about(
        "关联汇聚风险", "数据关联汇聚风险的识别和管控。", clauses=(art(21, para=3),)
    )
    financial_risk: FinancialRisk = about(
        "金融风险防范", "防范金融风险的约定。", clauses=(art(23, para=2), draft(6, 5)), aliases=("金融风险",)
    )
    performance_evaluation: Assessment = about(
        "运营成效评价", "怎样评价运营成效。", clauses=(art(14, point=9),), aliases=("成效评价", "考核评价", "绩效评价")
    )
    renewal: Renewal = about("续约机制", "期满怎样续约。", clauses=(art(14, point=9),), aliases=("续约", "续期"))
    exit: Exit = about("退出机制", "怎样退出。", clauses=(art(14, point=9), draft(3, 13)), aliases=("退出", "退出安排"))
    breach_liability: Breach = about("违约责任", "违约的后果。", clauses=(art(14, point=10),), aliases=("违约",))
    dispute_resolution: Dispute = about(
        "争议解决", "争议怎样解决。", clauses=(art(14, point=11),), aliases=("争议处理", "争议")
    )
    amendment_conditions: Prose = about(
        "变更条件",
        "什么情况下可以变更、怎样变更。",
        "双方书面同意可变更",
        clauses=(art(14, point=12),),
        aliases=("协议变更条件",),
    )
    termination_conditions: Prose = about(
        "终止条件",
        "什么情况下终止或解除。",
        "期满、协商一致或严重违约",
        clauses=(art(14, point=12),),
        aliases=("协议终止条件", "解除条件"),
    )
    rights_duties: RightsDuties = about(
        "权利义务", "各方的权利义务。", clauses=(art(9, point=10), draft(4, 2)), aliases=("各方权利义务",)
    )
    operation_rules: OperationRules = about(
        "运营管理规则",
        "从场景审核到产品使用的约定。",
        clauses=(draft(4, 4), draft(4, 5), draft(4, 6), draft(4, 7), draft(4, 8)),
        aliases=("运营管理",),
    )
    registration_duty: Prose = about(
        "登记约定",
        "资源和产品由谁、何时登记。",
        "交付后20个工作日内由乙方登记",
        clauses=(art(16),),
        aliases=("登记安排", "登记义务"),
    )
    supervision: Supervision = about(
        "监督管理", "甲方怎样监督。", clauses=(art(21, para=1), draft(6, 3)), aliases=("监督检查", "监管")
    )
    annual_report: AnnualReportDuty = about(
        "年度报告", "年度报告的报送约定。", clauses=(draft(6, 6),), aliases=("年度报告义务", "年报")
    )
    fair_competition: FairCompetition = about(
        "公平竞争",
        "不排除、限制竞争的约定。",
        clauses=(art(6, para=1), draft(3, 14)),
        aliases=("公平竞争约定", "反垄断"),
    )
    integrity: Integrity = about("廉洁约定", "防止以数谋私的约定。", clauses=(art(23, para=1),), aliases=("廉洁条款",))
    back_feed: Prose = about(
        "反哺数据治理",
        "怎样以技术、产品服务、收益支持数据治理。",
        "每年提供数据清洗服务",
        clauses=(art(20),),
        aliases=("反哺",),
    )
    confidentiality: Confidentiality = about("保密", "保密的约定。", aliases=("保密条款", "保密约定"))
    force_majeure: ForceMajeure = about("不可抗力", "不可抗力的约定。")
    other_matters: Prose = about(
        "其他事项", "其他约定事项。", "未尽事宜另行协商", clauses=(art(14, point=13),), aliases=("其他",)
    )
    annexes: list[Annex] = about("附件", "协议的附件。", aliases=("附件清单",), item="附件", key=("id", "name"))
