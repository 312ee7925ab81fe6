"""Who watches over the operation: supervision, assessment, disclosure and the rules of each step of the work."""

from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.decisions import ProcessRule
from pdo_policy.submission.field import Duration, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import REPORT_PERIODS


class Supervision(Record):
    """The supervision of the operation."""

    mechanism: Prose = about(
        "监督机制",
        "由谁、以什么方式监督。",
        "主管部门会同财政、网信等部门每年检查",
        clauses=(art(9, point=11), draft(6, 3)),
        aliases=("监督管理机制", "监管机制", "监督管理要求"),
    )
    departments: list[Text] = about(
        "监督部门", "参与监督的部门。", "示例市数据局", clauses=(draft(6, 3),), aliases=("监管部门",), item="部门"
    )
    market_rules: Prose = about(
        "市场化运营管理制度",
        "市场化运营的管理制度。",
        "制定产品上架、价格、投诉管理制度",
        clauses=(draft(6, 4),),
        aliases=("运营管理制度",),
    )
    audit: Prose = about(
        "内控审计",
        "对运营机构怎样开展内控审计。",
        "每年委托审计",
        clauses=(art(21, para=1),),
        aliases=("对运营机构的审计",),
    )
    inspection: Prose = about("检查方式", "日常检查和抽查。", "每季度抽查日志")
    complaints: Prose = about("投诉举报渠道", "投诉举报向哪里提出。", "12345热线", aliases=("投诉渠道",))
    consequences: Prose = about("违规处理", "发现问题怎样处理。", "责令整改，逾期暂停授权", aliases=("处理措施",))
    rectification: Duration = about("整改期限", "问题多久整改完毕。", "30日", aliases=("整改时限",))


class Assessment(Record):
    """How performance is judged."""

    requirements: Prose = about(
        "考核评价要求",
        "考核什么、怎样考核。",
        "每年考核一次，结果与续约挂钩",
        clauses=(art(9, point=11), art(14, point=9)),
        aliases=("考核要求", "评价要求", "运营成效评价要求"),
    )
    indicators: list[Text] = about(
        "考核指标", "主要指标。", "产品数量", "数据安全", aliases=("评价指标", "指标"), item="指标"
    )
    period: OneOf = about("考核周期", "多久考核一次。", "每年", of=REPORT_PERIODS, aliases=("评价周期",))
    assessor: Text = about("考核单位", "谁来考核。", "示例市数据局", aliases=("评价单位",))
    grades: list[Text] = about("考核等次", "分为哪些等次。", "优秀", "合格", "不合格", aliases=("等次",), item="等次")
    use: Prose = about(
        "结果运用", "结果用来做什么。", "不合格的限期整改或退出", clauses=(art(14, point=9),), aliases=("结果应用",)
    )
    annual_evaluation: Prose = about(
        "年度评估",
        "授权运营情况的年度评估安排。",
        "每年一季度评估上年情况",
        clauses=(draft(6, 7),),
        aliases=("年度评估安排",),
    )


class AnnualReportDuty(Record):
    """The duty to hand in a yearly report."""

    reporter: Text = about(
        "报送单位", "谁提交年度报告。", "示例市数据集团有限公司", clauses=(draft(6, 6),), aliases=("提交单位",)
    )
    recipients: list[Text] = about(
        "报送对象", "报给谁。", "示例市数据局", clauses=(draft(6, 6),), aliases=("接收单位",), item="对象"
    )
    deadline: Text = about(
        "报送时间", "每年什么时候以前。", "每年3月31日前", clauses=(draft(6, 6),), aliases=("报送期限", "提交时间")
    )
    content: Prose = about(
        "报告内容",
        "报告写哪些内容。",
        "经营、资源使用、产品、成本收入、价格、安全",
        clauses=(draft(6, 6),),
        aliases=("内容",),
    )
    other_reports: Prose = about("其他报送", "季度报告等其他报送要求。", "每季度报送运营数据")


class DisclosurePlan(Record):
    """What will be told to the public, by whom and when."""

    object: Prose = about(
        "授权对象", "怎样公开授权给了谁。", "在门户网站公布运营机构名称", clauses=(art(18),), aliases=("授权对象披露",)
    )
    content: Prose = about(
        "授权内容", "怎样公开授权了什么。", "公布资源名称和目录", clauses=(art(18),), aliases=("授权内容披露",)
    )
    scope: Prose = about(
        "授权范围", "怎样公开范围。", "公布使用范围和场景", clauses=(art(18),), aliases=("授权范围披露",)
    )
    term: Prose = about(
        "授权时限", "怎样公开时限。", "公布起止日期", clauses=(art(18),), aliases=("授权时限披露", "授权期限披露")
    )
    product_list: Prose = about(
        "产品和服务清单", "运营机构怎样公开清单。", "在平台首页公布并更新", clauses=(art(19),), aliases=("清单公开",)
    )
    resource_usage: Prose = about(
        "资源使用情况",
        "运营机构怎样披露资源使用情况。",
        "每年披露使用次数和用途",
        clauses=(art(19),),
        aliases=("使用情况披露",),
    )
    requirements: Prose = about(
        "披露要求",
        "信息披露的总体要求。",
        "双方每年3月底前披露上年度情况",
        clauses=(art(14, point=6), art(18), art(19)),
        aliases=("信息披露要求", "要求"),
    )
    period: OneOf = about(
        "披露周期", "多久披露一次。", "每年", of=REPORT_PERIODS, clauses=(art(18), art(19)), aliases=("周期",)
    )
    deadline: Text = about("披露时间", "每年什么时候以前披露。", "每年3月31日前", aliases=("披露期限",))
    channel: Text = about("披露渠道", "在哪里披露。", "示例市数据局门户网站", aliases=("披露平台", "渠道"))


class OperationRules(Record):
    """The rules of each step from a scenario to the use of a product."""

    scenario_review: ProcessRule = about(
        "场景审核", "场景怎样申请和审核。", clauses=(draft(4, 4),), aliases=("场景审核规则",)
    )
    product_development: ProcessRule = about(
        "产品开发", "产品怎样开发。", clauses=(draft(4, 5),), aliases=("产品开发规则",)
    )
    quality_check: ProcessRule = about(
        "数据质量校核", "发现质量问题怎样校核。", clauses=(draft(4, 6),), aliases=("质量校核",)
    )
    listing: ProcessRule = about("产品上架", "产品怎样审核上架。", clauses=(draft(4, 7),), aliases=("上架审核",))
    use: ProcessRule = about("产品使用", "使用方遵守什么规则。", clauses=(draft(4, 8),), aliases=("产品使用规则",))
    developer_contract: ProcessRule = about(
        "开发商签约", "开发商与运营方怎样协商签约。", clauses=(draft(4, 11), draft(4, 3)), aliases=("开发商协议",)
    )


class RightsDuties(Record):
    """The rights and duties of each party."""

    implementing_body: Prose = about(
        "实施机构",
        "实施机构的权利义务。",
        "监督运营，收回授权",
        clauses=(art(9, point=10),),
        aliases=("授权主体", "授权方", "甲方"),
    )
    operator: Prose = about(
        "运营机构",
        "运营机构（授权运营主体）的权利义务。",
        "在授权范围内开发运营",
        clauses=(art(9, point=10), draft(4, 2)),
        aliases=("授权运营主体", "运营主体", "被授权方", "乙方"),
    )
    data_provider: Prose = about(
        "数据提供单位",
        "数据提供单位的权利义务。",
        "按约定供数并校核",
        clauses=(art(9, point=10), draft(4, 1)),
        aliases=("供数单位",),
    )
    developer: Prose = about(
        "数据产品开发商",
        "开发商的权利义务。",
        "在获准场景内开发",
        clauses=(art(9, point=10), draft(4, 3)),
        aliases=("开发商", "再开发主体"),
    )
    franchise_developer: Prose = about(
        "特许开发主体", "特许开发主体的权利义务。", "在特定领域开发", clauses=(art(9, point=10), draft(7, 1))
    )
    data_authority: Prose = about(
        "公共数据主管部门",
        "主管部门的职责。",
        "统筹监管",
        clauses=(art(9, point=10), draft(1, 6)),
        aliases=("数据管理部门",),
    )
    others: Prose = about(
        "其他相关方",
        "其他相关方的权利义务。",
        "平台运维方保障系统运行",
        clauses=(art(9, point=10),),
        aliases=("相关方", "其他各方"),
    )
