"""Who decided what and when: deliberation, consultation, changes, filing, annexes and legal basis papers."""

from pdo_policy.submission.choices import (
    DECIDING_BODIES,
    DECISION_MECHANISMS,
    DECISION_RESULTS,
    FILING_STATUS,
    LEVELS,
)
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Count, Date, Duration, Flag, OneOf, Prose, Record, Text, about


class DecisionStep(Record):
    """One meeting on the way to a decision."""

    body: Text = about("审议机构", "哪个机构审议。", "示例市数据局党组", aliases=("机构",))
    meeting: Text = about("会议名称", "会议的名称和届次。", "2025年第6次党组会", aliases=("会议",))
    date: Date = about("审议日期", "会议召开的日期。", "2025年5月30日", aliases=("日期", "会议日期"))
    result: OneOf = about("审议结果", "会议作出的结论。", "通过", of=DECISION_RESULTS, aliases=("结论", "结果"))
    doc_no: Text = about("纪要文号", "会议纪要或批复的文号。", "〔2025〕6号", aliases=("文号", "会议纪要文号"))


class Approval(Record):
    """The decision that a plan or an agreement needs before it may go ahead."""

    mechanism: OneOf = about(
        "决策机制",
        "按哪种机制作出决定。",
        "三重一大",
        of=DECISION_MECHANISMS,
        clauses=(art(11, para=1), art(13), draft(2, 2)),
        aliases=("审议机制", "决策方式"),
    )
    body: Text = about(
        "审议机构",
        "作出决定的机构全称；协议由实施机构自己审议。",
        "示例市人民政府",
        clauses=(art(11, para=2), art(13), draft(2, 2)),
        aliases=("决策机构", "审定单位", "审议单位"),
    )
    body_type: OneOf = about(
        "审议机构类型",
        "审议机构属于哪一类。",
        "人民政府",
        of=DECIDING_BODIES,
        clauses=(art(11, para=2), draft(2, 2)),
        aliases=("决策机构类型",),
    )
    body_level: OneOf = about(
        "审议机构层级",
        "应与实施机构的层级一致。",
        "市级",
        of=LEVELS,
        clauses=(art(11, para=2), draft(2, 2)),
        aliases=("决策机构层级",),
    )
    by_peoples_government: Flag = about(
        "是否经本级人民政府审议",
        "是否已报本级人民政府审议。",
        "是",
        clauses=(art(11, para=2), draft(2, 2)),
        aliases=("是否报本级政府", "是否经同级人民政府审议"),
    )
    meeting: Text = about("会议名称", "会议的名称和届次。", "示例市人民政府第35次常务会议", aliases=("会议",))
    submitted_by: Text = about("报审单位", "把文件提交审议的单位。", "示例市数据局", clauses=(art(11, para=2),))
    date: Date = about(
        "审议日期",
        "作出决定的日期，精确到日。",
        "2025年6月20日",
        clauses=(art(11, para=1), art(13)),
        aliases=("审定日期", "通过日期", "会议日期"),
    )
    result: OneOf = about(
        "审议结果", "决定的结论；还没有审议的填“待审议”。", "通过", of=DECISION_RESULTS, aliases=("结论", "结果")
    )
    doc_no: Text = about(
        "纪要文号",
        "会议纪要、批复或决定的文号。",
        "示政纪〔2025〕35号",
        clauses=(art(11, para=1), art(13)),
        aliases=("文号", "会议纪要文号", "审议文号", "批准文号"),
    )
    steps: list[DecisionStep] = about(
        "审议过程",
        "逐次列出此前的内部审议，例如实施机构集体决策。",
        aliases=("审议经过",),
        item="审议",
        key=("meeting", "body"),
    )


class Consultation(Record):
    """A period in which others could say what they think."""

    start: Date = about("开始日期", "征求意见开始的日期。", "2025年4月1日", aliases=("起始日", "开始时间"))
    end: Date = about("结束日期", "征求意见结束的日期。", "2025年5月1日", aliases=("截止日期", "终止日", "结束时间"))
    channels: list[Text] = about(
        "征求渠道", "通过哪些渠道征求意见。", "门户网站", "书面函询", aliases=("渠道",), item="渠道"
    )
    targets: list[Text] = about("征求对象", "征求了哪些单位或人群的意见。", "市直有关部门", "企业代表", item="对象")
    received: Count = about("收到意见数", "收到意见建议的条数。", "66条", unit="条", aliases=("意见条数",))
    adopted: Count = about("采纳意见数", "采纳和部分采纳的条数。", "45条", unit="条", aliases=("采纳条数",))
    opinions: Prose = about(
        "意见及采纳情况", "主要意见和处理情况。", "收到66条，采纳45条", aliases=("意见情况", "采纳情况")
    )


class Review(Record):
    """A check by someone else, with its result."""

    body: Text = about("审查单位", "作出审查结论的单位。", "示例市司法局", aliases=("审核单位", "审查机构"))
    date: Date = about("审查日期", "作出结论的日期。", "2025年5月20日", aliases=("审核日期",))
    result: Prose = about("审查结论", "结论要点。", "不存在违反公平竞争要求的内容", aliases=("审核结论", "结论"))
    doc_no: Text = about("审查文号", "审查意见的文号。", "示司审〔2025〕8号", aliases=("文号",))


class Reapproval(Record):
    """The renewed decision on a change."""

    body: Text = about("审议机构", "重新审议的机构。", "示例市人民政府", aliases=("决策机构",))
    date: Date = about("审议日期", "重新审议的日期。", "2026年4月10日", aliases=("重新审议日期", "日期"))
    doc_no: Text = about(
        "纪要文号", "重新审议的纪要或批复文号。", "示政纪〔2026〕10号", aliases=("文号", "重新报审文号")
    )
    result: OneOf = about("审议结果", "重新审议的结论。", "通过", of=DECISION_RESULTS, aliases=("结论",))


class Change(Record):
    """One change to an adopted plan or a signed agreement."""

    version: Text = about("变更后版本", "变更以后的版本号。", "2.0版", aliases=("版本", "版本号"))
    date: Date = about("变更日期", "变更作出的日期。", "2026年4月20日", aliases=("日期",))
    description: Prose = about("变更内容", "改了什么。", "新增气象领域数据资源3项", aliases=("内容", "变更事项"))
    reason: Prose = about("变更原因", "为什么变更。", "新增应用场景需要", aliases=("原因",))
    major: Flag = about(
        "是否较大变更",
        "范围、期限、模式、收益分配等改变通常属于较大变更。",
        "是",
        clauses=(art(11, para=3),),
        aliases=("较大变更", "重大变更"),
    )
    reapproval: Reapproval = about(
        "重新报审", "较大变更按原流程重新审议的记录。", clauses=(art(11, para=3),), aliases=("重新审议",)
    )
    doc_no: Text = about("变更文件", "变更通知或补充协议的编号。", "补充协议一", aliases=("补充协议编号", "文号"))


class Filing(Record):
    """The filing with the provincial data authority."""

    authority: Text = about("备案机关", "向哪个部门备案。", "湖北省数据局", aliases=("备案部门", "备案单位"))
    submitted_on: Date = about("报备日期", "报送备案的日期。", "2025年6月30日", aliases=("报送日期",))
    date: Date = about("备案日期", "完成备案的日期。", "2025年7月10日", aliases=("日期", "备案时间"))
    no: Text = about("备案编号", "备案机关给的编号。", "鄂数备〔2025〕3号", aliases=("备案号", "备案文号"))
    status: OneOf = about("备案状态", "备案办到哪一步。", "已备案", of=FILING_STATUS, aliases=("状态",))
    opinion: Prose = about(
        "备案意见", "备案机关的意见，退回的写明理由。", "使用权范围不清，请补充", aliases=("退回意见",)
    )


class ProcessRule(Record):
    """How one step of the operation is to be done."""

    body: Text = about("负责单位", "谁来审核或办理。", "示例市数据局", aliases=("审核单位", "责任单位"))
    procedure: Prose = about(
        "办理规则", "条件、材料和步骤。", "申请、初审、专家评审、公示", aliases=("程序", "规则", "要求")
    )
    time_limit: Duration = about("办理时限", "多少日内办结。", "10个工作日", aliases=("时限",))


class Annex(Record):
    """A paper attached to a submission."""

    id: Text = about("编号", "附件编号。", "附件1", aliases=("附件编号",))
    name: Text = about("名称", "附件名称。", "首批公共数据资源目录", aliases=("附件名称",))
    file: Text = about("文件名", "附件的文件名或网址。", "resources.xlsx", aliases=("文件", "链接"))
    note: Prose = about("说明", "附件证明什么。", "列明每项资源的字段", aliases=("备注",))


class Department(Record):
    """What one department does in the authorised operation."""

    department: Text = about("部门", "部门名称。", "示例市财政局", aliases=("部门名称", "单位"))
    duties: Prose = about(
        "职责", "在授权运营中的职责。", "会同防范金融风险", clauses=(draft(1, 6),), aliases=("部门职责",)
    )
