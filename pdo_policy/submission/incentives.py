"""What rewards those who supply data: evaluation, reward, recommendation, social data, tolerance of honest error."""

from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Date, Flag, Money, Number, OneOf, Percentage, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import EVALUATION_RESULTS


class Indicator(Record):
    """One indicator of an evaluation."""

    name: Text = about("指标", "指标名称。", "数据更新及时率", aliases=("指标名称", "名称"))
    weight: Percentage = about("权重", "权重；各项合计应为百分之百。", "25%")
    method: Prose = about("评分方法", "怎样评分。", "按时更新次数除以应更新次数", aliases=("计算方法",))


class ContributionEvaluation(Record):
    """How the contribution of data providers is measured."""

    indicators: list[Indicator] = about(
        "评价指标",
        "逐项列出公共数据贡献评价指标。",
        clauses=(draft(5, 1),),
        aliases=("贡献评价指标", "指标"),
        item="指标",
        key=("name",),
    )
    method: Prose = about("评价方法", "怎样评价。", "指标打分与用户评价结合", clauses=(draft(5, 1),))
    evaluator: Text = about("评价单位", "由谁评价。", "示例市数据局", clauses=(draft(5, 1),), aliases=("评价主体",))
    frequency: Text = about("评价周期", "多久评价一次。", "每年", clauses=(draft(5, 1),))
    rewards: Prose = about(
        "激励措施",
        "按评价结果怎样激励。",
        "优先安排数据治理资金",
        clauses=(draft(5, 2),),
        aliases=("奖励措施", "结果运用"),
    )


class Recommendation(Record):
    """The recommendation of developers by data providers."""

    allowed: Flag = about(
        "是否允许推荐", "是否允许提供单位推荐本领域开发商。", "是", clauses=(draft(5, 3),), aliases=("允许推荐",)
    )
    procedure: Prose = about("推荐程序", "怎样推荐。", "书面推荐并公开", clauses=(draft(5, 3),), aliases=("程序",))
    negotiation: Prose = about(
        "推荐后的协商", "推荐以后怎样自由协商签约。", "双方自愿协商，不指定", clauses=(draft(4, 11),)
    )
    not_designation: Prose = about(
        "防止变相指定", "怎样避免推荐变成指定。", "其他开发商可同等申请", clauses=(art(6, para=1),)
    )


class SocialData(Record):
    """The bringing in of data that are not public data."""

    measures: Prose = about(
        "引入措施", "怎样鼓励社会数据进入平台融合开发。", "提供免费存算资源", clauses=(draft(5, 4),), aliases=("措施",)
    )
    sources: list[Text] = about(
        "社会数据来源", "拟引入哪些社会数据。", "物流企业运单数据", clauses=(draft(5, 4),), item="来源"
    )
    safeguards: Prose = about("合规要求", "引入数据的来源和授权怎样审核。", "核验来源合法性", clauses=(draft(5, 4),))


class FaultTolerance(Record):
    """When honest error is forgiven."""

    conditions: Prose = about(
        "适用条件",
        "什么条件下可以免责。",
        "未谋私利且及时纠正",
        clauses=(draft(5, 6), art(23, para=1)),
        aliases=("条件",),
    )
    procedure: Prose = about(
        "认定程序", "由谁怎样认定。", "由主管部门会同纪检机关认定", clauses=(draft(5, 6),), aliases=("程序",)
    )
    exclusions: Prose = about(
        "不适用情形", "哪些情形不免责。", "造成数据泄露的", clauses=(draft(5, 6),), aliases=("除外情形",)
    )


class Incentives(Record):
    """The incentives of a plan."""

    contribution: ContributionEvaluation = about(
        "贡献评价",
        "对数据提供单位贡献的评价和激励。",
        clauses=(draft(5, 1), draft(5, 2)),
        aliases=("公共数据贡献评价",),
    )
    recommendation: Recommendation = about(
        "推荐开发商", "数据提供单位推荐开发商的安排。", clauses=(draft(5, 3),), aliases=("开发商推荐",)
    )
    social_data: SocialData = about(
        "社会数据引入", "鼓励社会数据引入和融合。", clauses=(draft(5, 4),), aliases=("社会数据",)
    )
    multi_party: Prose = about(
        "多元利益分配探索",
        "探索哪些利益分配方式。",
        "数据入股收益分成",
        clauses=(draft(5, 5),),
        aliases=("多元利益分配",),
    )
    fault_tolerance: FaultTolerance = about("容错免责", "容错免责机制。", clauses=(draft(5, 6),), aliases=("容错机制",))


class ContributionResult(Record):
    """The result for one data provider in a year."""

    provider: Text = about(
        "数据提供单位",
        "被评价的单位。",
        "示例市市场监督管理局",
        clauses=(draft(5, 1),),
        aliases=("供数单位", "提供单位"),
    )
    score: Number = about("得分", "评价得分。", 92.5, unit="分", clauses=(draft(5, 1),), aliases=("评价得分",))
    grade: OneOf = about(
        "等次", "评价等次。", "优秀", of=EVALUATION_RESULTS, clauses=(draft(5, 1),), aliases=("评价结果",)
    )
    evaluated_on: Date = about("评价日期", "评价的日期。", "2026年1月20日", clauses=(draft(5, 1),))
    reward: Prose = about(
        "激励情况", "给了什么激励。", "安排治理资金20万元", clauses=(draft(5, 2),), aliases=("奖励情况",)
    )
    reward_amount: Money = about("激励金额", "以资金激励的金额。", "20万元", clauses=(draft(5, 2),))


class SocialDataUse(Record):
    """One source of data that are not public data, as used in a year."""

    name: Text = about("名称", "社会数据名称。", "物流运单数据", clauses=(draft(5, 4),), aliases=("数据名称",))
    provider: Text = about("提供方", "谁提供的。", "某物流公司", clauses=(draft(5, 4),), aliases=("提供单位",))
    introduced_on: Date = about("引入日期", "接入平台的日期。", "2025年12月1日", clauses=(draft(5, 4),))
    products: list[Text] = about(
        "融合产品", "用于哪些产品。", "P-02", clauses=(draft(5, 4),), aliases=("产品",), item="产品"
    )
    source_check: Prose = about("来源核验", "来源是否合法合规。", "有授权合同", aliases=("合规核验",))


class ToleranceCase(Record):
    """One case in which honest error was considered."""

    matter: Prose = about("事项", "什么事项。", "试点产品未达预期", clauses=(draft(5, 6),))
    decided_by: Text = about("认定单位", "由谁认定。", "示例市数据局", clauses=(draft(5, 6),))
    decided_on: Date = about("认定日期", "认定的日期。", "2026年1月8日", clauses=(draft(5, 6),))
    tolerated: Flag = about("是否免责", "认定结果。", "是", clauses=(draft(5, 6),))
    no_private_gain: Flag = about("是否未谋私利", "有没有谋取私利。", "是", clauses=(draft(5, 6),))
