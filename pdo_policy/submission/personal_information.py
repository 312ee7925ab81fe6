"""How personal information is treated: basis, assessment, consent, and what is done for others by contract."""

from pdo_policy.submission.clauses import art
from pdo_policy.submission.field import Count, Date, Duration, Flag, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import CROSS_BORDER_ROUTES, PERSONAL_INFORMATION_STATUS, PROCESSING_BASES


class ImpactAssessment(Record):
    """The assessment of the impact on personal information."""

    done: Flag = about("是否已评估", "是否已完成个人信息保护影响评估。", "是", aliases=("已评估",))
    date: Date = about("评估日期", "评估完成的日期，应在处理之前。", "2025年8月6日", aliases=("日期", "影响评估日期"))
    assessor: Text = about("评估单位", "谁做的评估。", "示例市数据集团有限公司", aliases=("评估机构",))
    lawfulness: Prose = about("目的方式评估", "目的和方式是否合法、正当、必要。", "目的明确，字段最小化")
    impact: Prose = about("权益影响评估", "对个人权益的影响和安全风险。", "风险较低")
    measures: Prose = about("措施有效性评估", "保护措施是否有效、与风险相称。", "措施与风险相适应")
    retention: Duration = about("评估报告保存期限", "报告和处理记录保存多久。", "3年", aliases=("保存期限",))


class PersonalInformation(Record):
    """The protection of personal information."""

    involved: Flag = about(
        "是否涉及个人信息",
        "授权运营中有没有处理个人信息；不涉及的，以下各项不用填。",
        "是",
        clauses=(art(5, para=1),),
        aliases=("涉及个人信息", "含个人信息"),
    )
    measures: Prose = about(
        "保护措施",
        "总体保护措施。",
        "去标识化后在平台内使用",
        clauses=(art(9, point=9), art(14, point=8)),
        aliases=("个人信息保护措施", "措施", "个人信息保护要求"),
    )
    status: OneOf = about(
        "处理状态",
        "个人信息处理到什么程度。",
        "去标识化",
        of=PERSONAL_INFORMATION_STATUS,
        aliases=("个人信息处理状态", "状态"),
    )
    types: list[Text] = about(
        "信息种类", "涉及哪些个人信息。", "姓名", "参保状态", item="种类", aliases=("个人信息种类",)
    )
    purpose: Prose = about("处理目的", "为了什么处理。", "商业保险快速理赔", aliases=("目的",))
    minimization: Prose = about("最小必要", "怎样限于最小范围。", "只返回是否参保", aliases=("最小化",))
    legal_basis: list[OneOf] = about(
        "合法性基础",
        "处理个人信息的法定情形，至少一项。",
        "取得个人同意",
        of=PROCESSING_BASES,
        aliases=("处理依据",),
        item="情形",
    )
    notice: Prose = about("告知方式", "怎样告知个人；可以不告知的写明依据。", "办理页面弹窗告知", aliases=("告知",))
    recipient_notice: Prose = about("接收方告知", "对外提供时怎样告知接收方信息。", "授权书列明接收方名称和用途")
    separate_consent: Prose = about("单独同意", "对外提供、公开或处理敏感信息时怎样取得单独同意。", "逐笔电子授权书")
    separate_consent_obtained: Flag = about(
        "是否取得单独同意", "需要单独同意的，是否已取得。", "是", aliases=("已取得单独同意",)
    )
    deidentification: Prose = about(
        "去标识化措施", "怎样去标识化或匿名化。", "证件号码加盐哈希", aliases=("匿名化措施", "去标识化")
    )
    sensitive: Flag = about("是否含敏感个人信息", "有没有敏感个人信息。", "是", aliases=("敏感个人信息",))
    sensitive_necessity: Prose = about("敏感信息必要性", "处理敏感个人信息的特定目的和必要性。", "理赔须核对诊疗事实")
    minors: Flag = about("是否含未成年人信息", "有没有不满十四周岁未成年人的信息。", "否", aliases=("未成年人信息",))
    minors_rules: Prose = about("未成年人专门规则", "含未成年人信息的，监护人同意和专门规则。", "监护人在线授权")
    subject_count: Count = about("涉及人数", "涉及多少自然人。", "35万人", unit="人", aliases=("个人信息数量",))
    impact_assessment: ImpactAssessment = about("影响评估", "个人信息保护影响评估。", aliases=("个人信息保护影响评估",))
    automated_decision: Prose = about("自动化决策", "有没有自动化决策、怎样保证公平。", "不用于自动化决策")
    publishes: Flag = about("是否公开个人信息", "产品是否公开个人信息。", "否", aliases=("公开个人信息",))
    retention: Duration = about("个人信息保存期限", "保存多久。", "6个月", aliases=("保存期限",))
    deletion: Prose = about("删除规则", "目的实现或期满后怎样删除。", "期满自动删除", aliases=("个人信息删除",))
    rights_channel: Prose = about(
        "个人权利受理渠道", "查询、更正、删除请求从哪里提出。", "平台客服热线和网页", aliases=("权利受理渠道",)
    )
    officer: Text = about("个人信息保护负责人", "负责人姓名。", "赵六", aliases=("负责人",))
    officer_reported_on: Date = about("负责人报送日期", "向网信部门报送负责人信息的日期。", "2025年9月10日")
    compliance_audit: Text = about(
        "合规审计频次", "多久做一次个人信息保护合规审计。", "每两年一次", aliases=("合规审计",)
    )
    joint_processing: Prose = about("共同处理约定", "共同处理时各方的权利义务。", "不存在共同处理")
    cross_border: OneOf = about(
        "出境途径", "个人信息是否出境。", "不出境", of=CROSS_BORDER_ROUTES, aliases=("个人信息出境",)
    )


class Entrustment(Record):
    """Processing on behalf of another, as the agreement sets it out."""

    involved: Flag = about("是否委托处理", "有没有委托处理个人信息、重要数据或政务数据。", "否", aliases=("委托处理",))
    approval: Text = about("批准文件", "委托存储、加工政务数据的批准文件。", "示数批〔2025〕5号", aliases=("委托批准",))
    purpose: Prose = about("委托目的", "委托做什么。", "数据清洗", aliases=("目的",))
    term: Text = about("委托期限", "委托多久。", "与协议期限一致", aliases=("期限",))
    method: Prose = about("处理方式", "怎样处理。", "平台内加工", aliases=("方式",))
    types: Prose = about("数据种类", "处理哪些数据。", "企业登记数据", aliases=("种类", "个人信息种类"))
    measures: Prose = about("保护措施", "受托方采取的措施。", "专用终端、全程录屏", aliases=("措施",))
    supervision: Prose = about("监督方式", "委托方怎样监督。", "每季度检查", aliases=("监督",))
    no_retention: Prose = about(
        "不得留存约定", "受托方不得擅自留存、使用、泄露、提供的约定。", "不得留存任何副本", aliases=("不得擅自留存",)
    )
    return_or_delete: Prose = about("返还或删除", "终止后怎样返还或删除。", "终止后10日内删除", aliases=("返还删除",))
    no_subprocessing: Prose = about(
        "不得转委托约定", "未经同意不得转委托。", "未经书面同意不得转委托", aliases=("转委托",)
    )
