"""How long an authorisation lasts, and how it ends."""

from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Date, Duration, Prose, Record, Text, about


class Renewal(Record):
    """How a term is prolonged."""

    conditions: Prose = about(
        "续约条件",
        "满足什么条件可以续约。",
        "成效评价合格且无重大安全事件",
        clauses=(art(14, point=9),),
        aliases=("续期条件", "条件"),
    )
    procedure: Prose = about(
        "续约程序", "由谁提出、怎样决定。", "经实施机构集体决策后续签", aliases=("续期程序", "程序")
    )
    notice_period: Duration = about("续约申请提前期", "期满前多久提出。", "3个月", aliases=("提前申请期限",))
    duration: Duration = about("续约期限", "续约后的期限。", "2年", aliases=("续期期限",))
    approved_on: Date = about("续约批准日期", "已续约的，批准日期。", "2028年8月1日")
    approval_doc_no: Text = about("续约批准文号", "已续约的，批准文件文号。", "〔2028〕9号")


class Term(Record):
    """The term of an authorisation."""

    duration: Duration = about(
        "期限",
        "总时长，原则上最长不超过五年。",
        "3年",
        clauses=(art(9, point=6), art(14, point=2), draft(3, 11)),
        aliases=("时长", "年限", "授权年限"),
    )
    start: Date = about(
        "起始日",
        "期限第一天。",
        "2025年9月1日",
        clauses=(art(14, point=2), draft(3, 11)),
        aliases=("起始日期", "开始日期", "起算日"),
    )
    end: Date = about(
        "终止日",
        "期限最后一天。",
        "2028年8月31日",
        clauses=(art(14, point=2), draft(3, 11)),
        aliases=("终止日期", "截止日期", "届满日", "到期日", "结束日期"),
    )
    exceed_reason: Prose = about(
        "超过五年的理由",
        "期限超过五年时说明理由；没有超过的填不适用。",
        "基础设施投入回收期较长",
        clauses=(art(14, point=2),),
        aliases=("超期理由", "超过5年的理由"),
    )
    exceed_basis: Text = about(
        "超过五年的批准依据",
        "批准超过五年的文件。",
        "示政函〔2025〕30号",
        clauses=(art(14, point=2),),
        aliases=("超期批准依据", "超过5年的批准依据"),
    )
    note: Prose = about("期限说明", "起算方式或分项期限等说明。", "自协议签订之日起算", aliases=("说明",))


class ProposedTerm(Term):
    """The term of an authorisation as a plan proposes it, with what is to follow."""

    renewal: Renewal = about(
        "续期", "续期的安排。", clauses=(art(14, point=9),), aliases=("续约", "续期安排", "续约安排")
    )


class Exit(Record):
    """What happens when an operator leaves, in time or early."""

    mechanism: Prose = about(
        "退出方式",
        "怎样启动退出、由谁决定、按什么步骤办理。",
        "书面通知后进入三个月过渡期",
        clauses=(art(9, point=6), art(14, point=9), draft(3, 13)),
        aliases=("退出程序", "退出安排"),
    )
    cases: list[Text] = about(
        "退出情形",
        "哪些情形下应当或可以退出。",
        "授权期满未续约",
        "发生重大数据安全事件",
        clauses=(draft(3, 13),),
        aliases=("情形", "触发情形"),
        item="情形",
    )
    notice_period: Duration = about(
        "提前通知期限", "提前多久通知对方。", "6个月", aliases=("通知期限", "提前退出通知期限")
    )
    transition_period: Duration = about("过渡期", "交接和服务接续的时间。", "3个月", aliases=("过渡期限",))
    handover: Prose = about(
        "交接安排", "文档、账号、在途服务怎样移交。", "移交运行文档和用户清单", aliases=("交接", "移交安排")
    )
    data_disposal: Prose = about(
        "数据处置",
        "已取得数据怎样返还、删除或封存。",
        "返还或销毁全部数据，不留副本",
        clauses=(draft(3, 13),),
        aliases=("数据返还和销毁", "数据处理", "数据销毁"),
    )
    data_disposal_deadline: Duration = about("数据处置时限", "退出后多久处置完毕。", "30日")
    data_disposal_proof: Prose = about(
        "数据处置证明", "怎样证明已经处置。", "出具销毁证明并经审计", aliases=("销毁证明",)
    )
    asset_disposal: Prose = about("资产处置", "设备、软件、账款等怎样处置。", "自建设备由运营机构自行处置")
    continuity: Prose = about(
        "服务接续", "已售产品和公益服务怎样不中断。", "公益类服务由平台接续提供", aliases=("服务连续性",)
    )
    developers: Prose = about("开发商安置", "下游开发商的协议怎样处理。", "由新运营机构承接", aliases=("下游协议处理",))


class Milestone(Record):
    """One step of a schedule."""

    phase: Text = about("阶段", "阶段名称或起止月份。", "第1至6个月", aliases=("时间段",))
    by: Date = about(
        "完成时间",
        "到什么时候完成。",
        "2026年6月30日",
        clauses=(art(9, point=6),),
        aliases=("完成日期", "时间", "截止时间"),
    )
    what: Prose = about(
        "工作内容",
        "这一步要完成什么。",
        "首批产品上线",
        clauses=(art(9, point=6),),
        aliases=("内容", "任务", "工作任务"),
    )
    responsible: Text = about("责任单位", "由谁负责。", "示例市数据局", aliases=("牵头单位",))
