"""How the operator is chosen and kept fair: conditions, selection, competition, integrity, redevelopment."""

from pdo_policy.submission.choices import CONDITION_TOPICS, SELECTION_METHODS
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.decisions import Review
from pdo_policy.submission.field import Count, Date, Flag, OneOf, Prose, Record, Text, about
from pdo_policy.submission.parties import Organisation


class OperatorConditions(Record):
    """What an operator must bring, by the five heads of the norm and two more."""

    funding: Prose = about(
        "资金",
        "资金能力要求。",
        "实缴资本不低于5000万元",
        clauses=(art(9, point=3), draft(3, 4)),
        aliases=("资金能力",),
    )
    management: Prose = about(
        "管理", "管理能力要求。", "有专门数据运营团队", clauses=(art(9, point=3), draft(3, 4)), aliases=("管理能力",)
    )
    technology: Prose = about(
        "技术", "技术能力要求。", "具备隐私计算能力", clauses=(art(9, point=3), draft(3, 4)), aliases=("技术能力",)
    )
    service: Prose = about(
        "服务", "服务能力要求。", "全天候客户服务", clauses=(art(9, point=3), draft(3, 4)), aliases=("服务能力",)
    )
    security: Prose = about(
        "安全能力",
        "安全能力要求。",
        "通过等保三级测评",
        clauses=(art(9, point=3), draft(3, 4)),
        aliases=("安全", "数据安全能力"),
    )
    credit: Prose = about(
        "经营和信用", "经营状况和信用要求。", "近三年无严重失信记录", clauses=(art(12, para=2),), aliases=("信用状况",)
    )
    legal_person: Prose = about(
        "法人要求", "须是哪类法人组织。", "依法设立的企业法人", clauses=(art(3, para=3),), aliases=("主体资格",)
    )
    other: Prose = about("其他条件", "其他条件。", "无", aliases=("其他",))


class SelectionPlan(Record):
    """How a plan says the operator will be chosen."""

    method: list[OneOf] = about(
        "遴选方式",
        "拟采用的方式，应属公平竞争方式。",
        "公开招标",
        of=SELECTION_METHODS,
        clauses=(art(12, para=1), draft(3, 4)),
        aliases=("选择方式", "方式", "确定方式"),
        item="方式",
    )
    procedure: Prose = about(
        "遴选程序", "从公告到确定的步骤。", "公告、评审、公示、确定", clauses=(draft(3, 4),), aliases=("程序", "流程")
    )
    criteria: Prose = about("评审标准", "按什么评审。", "综合评分法", aliases=("评分标准",))
    direct_reason: Prose = about(
        "未采用竞争方式的理由", "采用直接指定等方式的，说明理由。", "两次公告均只有一家响应", aliases=("直接指定理由",)
    )
    schedule: Prose = about("时间安排", "何时公告、何时确定。", "方案审定后一个月内公告")


class ConditionCheck(Record):
    """How the winner met one condition of the plan."""

    topic: OneOf = about(
        "条件类别",
        "对应方案中的哪一类条件。",
        "资金",
        of=CONDITION_TOPICS,
        clauses=(art(12, para=2),),
        aliases=("类别",),
    )
    met: Flag = about("是否满足", "是否满足该条件。", "是", clauses=(art(12, para=2),), aliases=("满足",))
    evidence: Prose = about(
        "证明材料", "用什么证明。", "2024年度审计报告", clauses=(art(12, para=2),), aliases=("证据",)
    )


class Selection(Record):
    """How the operator was in fact chosen, with its dates in order."""

    method: OneOf = about(
        "遴选方式",
        "实际采用的方式。",
        "公开招标",
        of=SELECTION_METHODS,
        clauses=(art(12, para=1), draft(3, 4), draft(3, 5)),
        aliases=("选择方式", "确定方式"),
    )
    direct_basis: Prose = about(
        "未采用竞争方式的依据",
        "没有竞争的，写明依据和批准文件。",
        "两次公告均只有一家响应，经示政函〔2025〕21号批准",
        aliases=("直接指定依据",),
    )
    documents_consulted: Prose = about(
        "协议内容征求意见",
        "招标、谈判文件中的协议内容怎样征求各方意见。",
        "书面征求三个部门意见",
        clauses=(art(12, para=1),),
    )
    documents_consulted_on: Date = about(
        "协议内容征求意见日期", "征求意见完成的日期。", "2025年6月28日", clauses=(art(12, para=1),)
    )
    notice_no: Text = about(
        "公告编号", "遴选公告的编号。", "SLZB-2025-018", clauses=(art(12, para=1),), aliases=("招标编号", "项目编号")
    )
    notice_on: Date = about(
        "公告日期", "遴选公告发布的日期，应晚于方案审定。", "2025年7月1日", clauses=(art(12, para=1),)
    )
    notice_url: Text = about("公告网址", "公告的网址。", "https://ggzy.example.cn/18")
    bids_due_on: Date = about("响应截止日期", "投标或响应的截止日期。", "2025年7月25日", aliases=("投标截止日期",))
    bidders_count: Count = about(
        "参与单位数", "参加竞争的单位数。", "4家", unit="家", clauses=(art(12, para=1),), aliases=("投标单位数",)
    )
    bidders: list[Text] = about("参与单位", "参加竞争的单位名称。", "甲公司", "乙公司", item="单位")
    evaluated_on: Date = about("评审日期", "评审的日期。", "2025年7月28日")
    publicity_start: Date = about("结果公示开始日期", "结果公示第一天。", "2025年7月29日")
    publicity_end: Date = about("结果公示结束日期", "结果公示最后一天。", "2025年8月4日")
    date: Date = about(
        "确定日期",
        "确定中选单位的日期。",
        "2025年8月5日",
        clauses=(art(12, para=1),),
        aliases=("成交日期", "中标日期", "遴选日期"),
    )
    winner: Organisation = about(
        "中选单位", "中选的单位，应与签约方一致。", clauses=(art(13),), aliases=("中标单位", "成交单位")
    )
    checks: list[ConditionCheck] = about(
        "条件核验",
        "逐项核对方案提出的条件。",
        clauses=(art(12, para=2),),
        aliases=("条件核对",),
        item="条件",
        key=("topic",),
    )


class Qualification(Record):
    """Why the operator is fit for the work."""

    capability: Prose = about(
        "管理和技术能力", "加工运营所需的能力证明。", "运营过两个数据平台", clauses=(art(12, para=2),)
    )
    financial_status: Prose = about("经营状况", "经营是否良好。", "近三年盈利", clauses=(art(12, para=2),))
    credit_result: Prose = about(
        "信用核查结果", "信用核查的结论。", "未见失信记录", clauses=(art(12, para=2),), aliases=("信用状况",)
    )
    credit_checked_on: Date = about("信用核查日期", "信用核查的日期。", "2025年8月2日", clauses=(art(12, para=2),))
    security_evidence: Prose = about(
        "安全能力证明", "符合数据安全保护要求的证明。", "等保三级测评报告", clauses=(art(12, para=2),)
    )


class FairCompetition(Record):
    """What keeps the market open."""

    review: Review = about("公平竞争审查", "公平竞争审查的情况。", clauses=(art(6, para=1),), aliases=("审查情况",))
    measures: Prose = about(
        "防止垄断措施",
        "怎样防止排除、限制竞争和垄断。",
        "不设排他条款，定期评估市场影响",
        clauses=(art(6, para=1), draft(3, 14)),
        aliases=("反垄断措施", "公平竞争措施"),
    )
    exclusive_clause: Flag = about(
        "是否有排他条款",
        "有没有只许一家经营的条款。",
        "否",
        clauses=(art(6, para=1), draft(3, 14)),
        aliases=("排他条款",),
    )
    exclusive_note: Prose = about(
        "排他条款说明", "有排他条款的，写明内容和理由。", "仅限试点期内独家，理由见附件2", clauses=(art(6, para=1),)
    )
    designated_buyer_clause: Flag = about(
        "是否有限定交易条款",
        "有没有限定他人只能与指定单位交易的条款。",
        "否",
        clauses=(art(6, para=1),),
        aliases=("限定交易条款",),
    )
    fair_access: Prose = about(
        "公平提供承诺",
        "怎样面向市场公平提供。",
        "对同类用户同等条件",
        clauses=(art(3, para=1),),
        aliases=("公平提供", "公平准入"),
    )
    advantage_abuse: Prose = about(
        "不滥用优势约定", "不得利用数据、算法、技术、资本优势垄断的约定。", "已在第八条约定", clauses=(art(6, para=1),)
    )
    win_win: Prose = about(
        "多方共赢安排", "提供单位、运营主体、开发商怎样共赢。", "按贡献分享收益", clauses=(draft(3, 14),)
    )


class Integrity(Record):
    """What keeps public power from private profit."""

    controls: Prose = about(
        "防止以数谋私措施",
        "怎样防止以数谋私。",
        "授权审批双人复核并公开",
        clauses=(art(23, para=1),),
        aliases=("廉洁措施", "廉政风险防控"),
    )
    conflict_declaration: Prose = about(
        "利益冲突申报", "有无利益冲突、怎样申报回避。", "评审专家均已签承诺", clauses=(art(23, para=1),)
    )
    responsibility: Prose = about("担当激励", "怎样鼓励担当作为。", "纳入容错免责", clauses=(art(23, para=1),))


class Redevelopment(Record):
    """What is said about developing on top of delivered products."""

    prohibition: Prose = about(
        "不得参与再开发条款",
        "运营机构不得直接或间接参与已交付产品和服务再开发的约定。",
        "乙方及关联方不参与再开发",
        clauses=(art(6, para=2), art(14, point=6)),
        aliases=("禁止参与再开发", "再开发限制"),
    )
    covers_affiliates: Flag = about(
        "是否及于关联方", "约定是否包括关联方。", "是", clauses=(art(6, para=2),), aliases=("关联方是否受限",)
    )
    encouragement: Prose = about(
        "鼓励第三方再开发",
        "怎样支持其他经营主体再开发。",
        "开放接口文档和沙箱",
        clauses=(art(6, para=2),),
        aliases=("再开发支持",),
    )
    checks: Prose = about("核查措施", "怎样核查没有参与。", "每年比对股权关系")


class RedevelopmentYear(Record):
    """What in fact was developed on top of delivered products in a year."""

    participation: Flag = about(
        "是否参与再开发", "运营机构或关联方实际有没有参与。", "否", clauses=(art(6, para=2),), aliases=("参与再开发",)
    )
    checks: Prose = about("核查情况", "怎样核查、结果如何。", "比对股权关系，未见关联")
    encouragement: Prose = about(
        "支持第三方情况",
        "怎样支持其他经营主体再开发。",
        "开放沙箱，接入25家",
        clauses=(art(6, para=2),),
        aliases=("再开发支持",),
    )
