"""The safety part of a yearly report: incidents, checks made, people's information, and what was mended."""

from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.decisions import Review
from pdo_policy.submission.field import Count, Date, Duration, Flag, Number, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import INCIDENT_LEVELS, INCIDENT_TYPES


class Incident(Record):
    """One security incident."""

    id: Text = about("编号", "事件编号。", "SJ-2025-01", aliases=("事件编号",))
    description: Prose = about("事件经过", "发生了什么。", "接口密钥被误传至公开仓库", aliases=("事件描述", "经过"))
    type: OneOf = about("事件类型", "属于哪一类。", "数据泄露", of=INCIDENT_TYPES, aliases=("类型",))
    level: OneOf = about("事件级别", "按事件分级标准。", "一般", of=INCIDENT_LEVELS, aliases=("级别",))
    occurred_on: Date = about("发生日期", "发生的日期。", "2025年12月1日", aliases=("发生时间",))
    discovered_on: Date = about("发现日期", "发现的日期。", "2025年12月1日", aliases=("发现时间",))
    reported_on: Date = about("报告日期", "首次报告的日期。", "2025年12月1日", aliases=("报告时间",))
    report_hours: Number = about(
        "报告用时", "从发现到首次报告用了多少小时。", 1.5, unit="小时", aliases=("报告小时数",)
    )
    reported_to: list[Text] = about("报告对象", "报告给谁。", "示例市数据局", item="对象")
    affected_persons: Count = about("涉及人数", "受影响的自然人数。", "0人", unit="人", aliases=("影响人数",))
    affected_resources: list[Text] = about("涉及资源", "受影响的资源编号。", "R-01", aliases=("影响资源",), item="资源")
    out_of_scope: Flag = about("是否超授权范围使用", "是否属于超范围使用。", "否", clauses=(art(21, para=2),))
    notified: Prose = about("告知情况", "怎样告知受影响的人。", "无须告知", aliases=("告知受影响方",))
    handled: Prose = about("处置情况", "怎样处置。", "当日作废密钥", aliases=("处置措施",))
    handled_on: Date = about("处置完成日期", "处置结束的日期。", "2025年12月3日", aliases=("处置结束日期",))
    summarised_on: Date = about("总结报告日期", "提交总结报告的日期。", "2025年12月20日")
    rectified: Prose = about("整改情况", "采取了什么整改。", "启用密钥轮换", aliases=("整改措施",))
    rectified_on: Date = about("整改完成日期", "整改完成的日期。", "2025年12月25日")


class PersonalInformationYear(Record):
    """Personal information in the year."""

    subject_count: Count = about("涉及人数", "处理了多少自然人的信息。", "35万人", unit="人", aliases=("个人信息数量",))
    consent_records: Count = about(
        "单独同意记录数", "取得的单独同意份数。", "12万份", unit="份", aliases=("授权书份数",)
    )
    impact_assessed_on: Date = about("影响评估日期", "本年度影响评估的日期。", "2025年8月6日")
    compliance_audited_on: Date = about("合规审计日期", "本年度合规审计的日期。", "2025年12月10日")
    compliance_audit_result: Prose = about("合规审计结论", "审计结论要点。", "未发现重大问题")
    requests_received: Count = about("个人请求数", "收到查询、更正、删除请求数。", "15件", unit="件")
    requests_done: Count = about("个人请求办结数", "已办结数，不多于请求数。", "15件", unit="件")
    deleted: Prose = about("删除情况", "到期信息的删除情况。", "已删除三个月前授权数据")


class SafetyYear(Record):
    """Security management in the year."""

    summary: Prose = about(
        "安全管理情况",
        "本年度安全管理的总体情况。",
        "未发生较大以上事件",
        clauses=(art(21, para=2), draft(6, 1)),
        aliases=("数据安全管理情况", "总体情况"),
    )
    developer_summary: Prose = about(
        "开发商安全情况", "开发商履行安全责任的情况。", "检查5家，均合格", clauses=(draft(6, 2),)
    )
    internal_controls: Prose = about(
        "内控执行情况", "内部控制的执行。", "完成权限复核4次", clauses=(art(21, para=2),), aliases=("内部控制",)
    )
    personnel: Prose = about(
        "人员管理情况", "人员管理的执行。", "全员签保密承诺", clauses=(art(21, para=2),), aliases=("人员管理",)
    )
    training_sessions: Count = about("培训次数", "本年度培训次数。", "4次", unit="次")
    drills: Count = about("演练次数", "本年度应急演练次数。", "2次", unit="次", aliases=("应急演练次数",))
    incidents_none: Flag = about(
        "是否未发生安全事件", "全年没有安全事件的填“是”，此时事件清单留空列表。", "否", aliases=("无安全事件",)
    )
    incidents: list[Incident] = about(
        "安全事件",
        "逐起列出安全事件。",
        clauses=(art(14, point=8),),
        aliases=("数据安全事件", "安全事件清单"),
        item="事件",
        key=("id", "occurred_on"),
    )
    incident_count: Count = about("安全事件数", "事件总数，与清单一致。", "1起", unit="起", aliases=("事件数",))
    out_of_scope_incidents: Count = about(
        "超范围使用次数",
        "发现的超授权范围使用次数。",
        "0次",
        unit="次",
        clauses=(art(21, para=2),),
        aliases=("超授权范围使用次数",),
    )
    risk_assessed_on: Date = about(
        "安全风险评估日期", "本年度数据安全风险评估的日期。", "2025年12月15日", aliases=("风险评估日期",)
    )
    risk_assessment: Prose = about("安全风险评估结论", "评估结论要点。", "总体风险低", aliases=("风险评估结论",))
    log_retention: Duration = about("日志留存期限", "实际留存多久。", "12个月", aliases=("留存期限",))
    log_review: Prose = about("日志审计情况", "日志审计发现了什么。", "未见异常导出")
    traceability: Prose = about("可追溯情况", "过程能否追溯、抽查结果。", "抽查20笔均可追溯", clauses=(art(15),))
    operator_audit: Review = about(
        "内控审计", "实施机构对运营机构的审计。", clauses=(art(21, para=1),), aliases=("对运营机构的审计",)
    )
    raw_data_outflows: Count = about(
        "原始数据流出次数", "原始数据离开平台的次数。", "0次", unit="次", clauses=(art(21, para=1),)
    )


class Rectification(Record):
    """One problem found, and how it was mended."""

    problem: Prose = about("问题", "发现的问题。", "两项资源更新不及时", aliases=("存在问题",))
    found_by: Text = about("发现方式", "谁、怎样发现。", "年度评估", aliases=("来源",))
    found_on: Date = about("发现日期", "发现的日期。", "2025年11月20日")
    measures: Prose = about("整改措施", "采取的措施。", "增加更新告警", aliases=("措施",))
    due_on: Date = about("整改期限", "要求完成的日期。", "2025年12月20日", aliases=("整改截止日期",))
    done_on: Date = about("整改完成日期", "实际完成的日期。", "2025年12月10日", aliases=("完成日期",))


class MaterialChange(Record):
    """One material change of what was registered."""

    what: Prose = about("变化事项", "发生了什么重大变化。", "R-01增加两个字段", aliases=("事项",))
    date: Date = about("变化日期", "变化的日期。", "2025年11月30日", aliases=("日期",))
    target: Text = about("涉及对象", "涉及的资源或产品编号。", "R-01", aliases=("对象",))
    change_registered_on: Date = about("变更登记日期", "办理变更登记的日期。", "2025年12月8日")
