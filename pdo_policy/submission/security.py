"""How data are kept safe: measures by item, emergencies, logs, important data, and risks that arise in combination."""

from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Count, Date, Duration, Flag, Number, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import CROSS_BORDER_ROUTES


class Logs(Record):
    """What is recorded and for how long."""

    content: Prose = about("记录内容", "记录哪些操作。", "访问、调用、导出、授权变更", aliases=("日志内容",))
    retention: Duration = about(
        "日志留存期限", "网络日志保存多久，不少于六个月。", "12个月", aliases=("留存期限", "日志保存期限")
    )
    sharing_retention: Duration = about(
        "提供记录保存期限", "对外提供和委托处理记录保存多久。", "3年", aliases=("处理记录保存期限",)
    )
    tamper_proof: Prose = about("防篡改措施", "日志怎样防止被改。", "日志上链存证")
    reviewed: Text = about("日志审计频次", "多久审计一次日志。", "每月", aliases=("审计频次",))


class DataSecurity(Record):
    """The measures for the security of data, by item."""

    measures: Prose = about(
        "安全措施",
        "总体措施；以下各项可以分别填写。",
        "全流程分类分级防护",
        clauses=(art(9, point=9), art(14, point=8), draft(6, 1)),
        aliases=("数据安全保护措施", "措施", "数据安全要求"),
    )
    responsibility: Prose = about(
        "责任划分",
        "各方分别承担什么安全责任，运营机构负主体责任。",
        "运营机构承担主体责任",
        clauses=(art(21, para=2), draft(6, 1)),
        aliases=("安全责任", "主体责任"),
    )
    developer_responsibility: Prose = about(
        "开发商安全责任", "数据产品开发商承担什么安全责任。", "在授权场景内使用并接受检查", clauses=(draft(6, 2),)
    )
    management: Prose = about(
        "管理制度",
        "有哪些安全管理制度和内部控制。",
        "建立授权审批、权限管理制度",
        clauses=(art(21, para=1), art(21, para=2)),
        aliases=("安全管理制度", "内控制度", "内部控制"),
    )
    technology: Prose = about(
        "技术措施",
        "采用哪些技术手段。",
        "加密、脱敏、访问控制",
        clauses=(art(21, para=2),),
        aliases=("安全技术措施", "技术管理"),
    )
    personnel: Prose = about(
        "人员管理",
        "关键岗位人员怎样管理。",
        "背景审查、签保密承诺",
        clauses=(art(21, para=2),),
        aliases=("人员安全管理",),
    )
    officer: Text = about(
        "数据安全负责人", "负责人姓名和职务。", "王五，副总经理", aliases=("安全负责人", "数据安全责任人")
    )
    officer_is_management: Flag = about("负责人是否为管理层成员", "负责人是否属于管理层。", "是")
    body: Text = about("数据安全管理机构", "负责数据安全的机构。", "数据安全部", aliases=("安全管理机构",))
    classification: Prose = about(
        "分类分级保护", "不同级别数据怎样保护。", "重要数据单独加密存储", clauses=(art(5, para=1), art(21, para=1))
    )
    access_control: Prose = about("访问控制", "权限怎样授予和收回。", "最小权限，离岗即收回", aliases=("权限管理",))
    authentication: Prose = about("身份认证", "怎样确认使用者身份。", "双因素认证")
    encryption: Prose = about("加密措施", "传输和存储怎样加密。", "国密算法加密", aliases=("数据加密", "加密"))
    desensitisation: Prose = about("脱敏措施", "哪些数据怎样脱敏。", "证件号码部分遮盖", aliases=("数据脱敏",))
    backup: Prose = about("备份和容灾", "怎样备份和恢复。", "每日备份，异地容灾", aliases=("备份", "容灾备份"))
    logs: Logs = about("日志", "日志记录和留存。", aliases=("日志管理", "日志留存"))
    operation_audit: Prose = about("操作审计", "怎样审计操作行为。", "每月抽查操作日志", aliases=("安全审计",))
    training: Prose = about("安全培训", "多久培训一次、培训谁。", "每半年全员培训", aliases=("培训",))
    risk_assessment: Prose = about(
        "风险评估", "多久评估一次、由谁评估。", "每年自评估一次", aliases=("安全风险评估", "数据安全风险评估")
    )
    risk_assessed_on: Date = about("风险评估日期", "最近一次评估的日期。", "2025年8月10日", aliases=("评估日期",))
    vulnerability_report_hours: Number = about(
        "漏洞报告时限", "发现危害国家安全、公共利益的漏洞后多少小时内报告。", 24, unit="小时"
    )
    storage_location: Text = about("存储地点", "数据存储在哪里。", "湖北省政务云", aliases=("存储位置",))
    cross_border: OneOf = about(
        "数据出境情况", "是否出境、走哪条途径。", "不出境", of=CROSS_BORDER_ROUTES, aliases=("数据出境", "出境情况")
    )
    foreign_requests: Prose = about("境外执法调取", "境外机构调取数据怎样处理。", "未经批准不提供")


class Emergency(Record):
    """What is done when something happens."""

    measures: Prose = about(
        "应急措施",
        "发生事件后怎样处置。",
        "立即熔断、溯源、通知",
        clauses=(art(9, point=9), art(14, point=8)),
        aliases=("应急处置措施", "处置措施", "措施"),
    )
    plan: Prose = about("应急预案", "有没有预案、由谁制定。", "已制定数据安全事件预案", aliases=("预案",))
    drills: Text = about("演练频次", "多久演练一次。", "每年一次", aliases=("应急演练",))
    breaker: Prose = about("熔断机制", "什么情况下停止数据服务。", "异常调用自动熔断", aliases=("应急熔断",))
    report_hours: Number = about("事件报告时限", "发现事件后多少小时内报告。", 2, unit="小时", aliases=("报告时限",))
    report_to: list[Text] = about(
        "事件报告对象", "向谁报告。", "示例市数据局", "网信部门", aliases=("报告对象",), item="对象"
    )
    notification: Prose = about("告知受影响方", "怎样告知用户和个人。", "三日内书面告知", aliases=("事件告知",))
    contact: Text = about("应急联系方式", "联系人和电话。", "027-12345678")


class AggregationRisk(Record):
    """Risk that arises when data are linked or pooled."""

    identification: Prose = about(
        "识别",
        "怎样识别关联汇聚风险。",
        "上架前做关联推断测试",
        clauses=(art(21, para=3),),
        aliases=("风险识别", "识别措施"),
    )
    control: Prose = about(
        "管控",
        "怎样管控关联汇聚风险。",
        "限制字段组合和查询频次",
        clauses=(art(21, para=3),),
        aliases=("风险管控", "管控措施"),
    )
    assessed_on: Date = about("评估日期", "最近一次评估的日期。", "2025年8月12日", clauses=(art(21, para=3),))
    findings: Prose = about(
        "评估结论", "评估发现了什么。", "未发现高风险组合", clauses=(art(21, para=3),), aliases=("结论",)
    )


class ImportantData(Record):
    """What important data ask for in addition."""

    involved: Flag = about(
        "是否涉及重要数据", "有没有重要数据。", "否", clauses=(art(5, para=1),), aliases=("涉及重要数据",)
    )
    catalogue: Prose = about("重要数据目录", "哪些资源属于重要数据。", "R-07气象站网数据", aliases=("重要数据清单",))
    declared_on: Date = about("申报日期", "识别和申报的日期。", "2025年3月1日", aliases=("重要数据申报日期",))
    sharing_assessed_on: Date = about(
        "提供前评估日期", "提供、委托处理、共同处理前完成风险评估的日期。", "2025年8月5日", aliases=("共享前评估日期",)
    )
    sharing_assessment: Prose = about(
        "提供前评估结论", "评估结论要点。", "接收方具备保护能力", aliases=("共享前评估结论",)
    )
    annual_assessed_on: Date = about("年度评估日期", "年度风险评估完成的日期。", "2025年12月20日")
    annual_assessor: Text = about("年度评估机构", "自评的写本单位，委托的写机构名称。", "某评估中心")
    annual_assessor_times: Count = about("同一机构连续评估次数", "该机构连续做了几次年度评估。", 1, unit="次")
    annual_reported_on: Date = about("年度评估报送日期", "评估报告报送主管部门的日期。", "2026年1月10日")
    annual_report_to: Text = about("年度评估报送对象", "报给哪个部门。", "湖北省委网信办")
    report_retention: Duration = about("评估报告保存期限", "评估报告保存多久。", "3年")


class FinancialRisk(Record):
    """How data are kept from becoming a danger to finance."""

    measures: Prose = about(
        "防范措施",
        "怎样防止借数据资产化、资本化积累金融风险。",
        "不以公共数据资源作担保",
        clauses=(art(23, para=2), draft(6, 5)),
        aliases=("金融风险防范措施", "措施"),
    )
    data_as_collateral: Flag = about(
        "是否以数据质押融资",
        "有没有拿授权数据或产品质押、担保。",
        "否",
        clauses=(art(23, para=2),),
        aliases=("数据质押", "数据融资"),
    )
    collateral_note: Prose = about(
        "质押融资说明", "有质押融资的，写明金额、机构和标的。", "无", clauses=(art(23, para=2),)
    )
    capitalization: Prose = about(
        "资产化资本化情况",
        "有没有入表、入股、证券化等安排。",
        "无",
        clauses=(art(23, para=2),),
        aliases=("数据资本化",),
    )
    departments: list[Text] = about(
        "协同部门", "会同哪些部门防范。", "示例市财政局", clauses=(draft(6, 5),), item="部门"
    )
