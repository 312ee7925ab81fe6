"""The registration of a resource or a product, from application to expiry, with its dates in the order they happen."""

from pdo_policy.submission.choices import LEVELS
from pdo_policy.submission.clauses import art
from pdo_policy.submission.field import Date, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import REGISTRATION_MATERIALS, REGISTRATION_STATUS, REGISTRATION_TYPES


class Evidence(Record):
    """The preservation of evidence before an application."""

    method: Text = about("存证方式", "怎样存证。", "区块链存证", aliases=("方式",))
    id: Text = about("存证编号", "存证凭证的编号。", "CZ-20251015-01", aliases=("编号", "存证号"))
    date: Date = about("存证日期", "存证的日期，应早于登记申请。", "2025年10月15日", aliases=("日期",))


class Registration(Record):
    """What stands in the register about one resource, product or service."""

    status: OneOf = about(
        "登记状态",
        "登记办到哪一步。",
        "已登记",
        of=REGISTRATION_STATUS,
        clauses=(art(16),),
        aliases=("登记完成情况", "状态"),
    )
    type: OneOf = about("登记类型", "首次、变更、更正或注销。", "首次登记", of=REGISTRATION_TYPES, aliases=("类型",))
    code: Text = about(
        "登记确认单编号",
        "登记机构发的确认单或登记编号。",
        "DJ420100202511000012",
        clauses=(art(16),),
        aliases=("确认单编号", "资源登记凭证", "登记编号", "登记编码"),
    )
    query_code: Text = about("登记结果查询码", "登记平台给的查询码。", "CX8K2M7Q", aliases=("查询码",))
    authority: Text = about("登记机构", "受理登记的机构。", "湖北省数据局", aliases=("登记机关",))
    authority_level: OneOf = about("登记机构层级", "决定由哪一级定价。", "省级", of=LEVELS, aliases=("登记层级",))
    applicants: list[Text] = about(
        "登记主体", "申请登记的单位。", "示例市数据局", aliases=("申请主体", "申请人"), item="登记主体"
    )
    business_review: Prose = about(
        "业务审核情况", "申请前的业务审核由谁在何时完成。", "2025年10月经主管部门审核", aliases=("业务审核",)
    )
    evidence: Evidence = about("存证", "申请前的存证记录。", aliases=("存证情况",))
    materials: list[OneOf] = about(
        "登记材料",
        "已提交哪几类材料。",
        "主体信息",
        "资源情况",
        of=REGISTRATION_MATERIALS,
        aliases=("申请材料",),
        item="材料",
    )
    risk_assessed_on: Date = about("安全风险评估日期", "登记材料中数据安全风险评估的日期。", "2025年10月10日")
    application_date: Date = about(
        "申请日期", "提交首次登记申请的日期。", "2025年10月20日", aliases=("登记申请日期", "首次登记申请日期")
    )
    accepted_on: Date = about("受理日期", "登记机构受理的日期。", "2025年10月22日")
    publicity_start: Date = about("公示开始日期", "登记公示第一天。", "2025年11月10日", aliases=("公示起始日",))
    publicity_end: Date = about("公示结束日期", "登记公示最后一天。", "2025年11月21日", aliases=("公示截止日",))
    coding_date: Date = about(
        "赋码日期", "发放登记编码的日期，有效期从这天起算。", "2025年11月25日", aliases=("登记日期", "发证日期")
    )
    valid_until: Date = about(
        "有效期至", "登记结果失效的日期。", "2028年11月24日", aliases=("登记有效期", "有效期截止日期")
    )
    renewal_applied_on: Date = about("续展申请日期", "申请续展的日期，在期满前六十日内。", "2028年10月10日")
    renewed_until: Date = about("续展后有效期至", "续展以后的失效日期。", "2031年11月24日")
    renewal_plan: Prose = about("续展安排", "协议期长于登记有效期的，写明续展安排。", "期满前两个月内申请续展")
    changed_on: Date = about("变更登记日期", "办理变更登记的日期。", "2026年5月6日")
    change_reason: Prose = about("变更原因", "哪项登记事项发生变化。", "资源字段增加")
    deregistered_on: Date = about("注销日期", "办理注销的日期。", "2028年12月1日", aliases=("注销登记日期",))
    deregistration_reason: Prose = about("注销原因", "灭失、放弃、期满或主体终止。", "授权期限届满")
    revoked: Prose = about("撤销情况", "登记被撤销的时间和原因；没有的填“无”。", "无")
    property_registered_on: Date = about(
        "数据产权登记日期", "办理数据产权登记的日期，应在公共数据登记之后。", "2026年1月15日"
    )
