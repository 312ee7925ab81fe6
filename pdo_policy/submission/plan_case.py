"""The first part of a plan: what paper it is, on what it rests, who drew it up, and why the operation is needed."""

from pdo_policy.submission.choices import DRAFTER_ROLES, PLAN_FORM, PLAN_STATUS, PURPOSE_CLASSES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.decisions import Consultation, Department, Review
from pdo_policy.submission.field import Count, Date, Number, OneOf, Prose, Record, Text, about, choices
from pdo_policy.submission.operation_choices import TARGET_BOUNDS
from pdo_policy.submission.parties import Organisation


class Target(Record):
    """One figure to be reached."""

    year: Date = about("年度", "到哪一年。", "2027年", aliases=("目标年度", "完成时间"))
    what: Text = about("目标", "达到什么。", "数据产品", aliases=("目标名称", "指标"))
    number: Number = about("数量", "目标数值。", 30, aliases=("目标值", "数值"))
    unit: Text = about("单位", "数值的单位。", "个")
    bound: OneOf = about("界限", "恰好、不少于还是超过。", "不少于", of=TARGET_BOUNDS, aliases=("限定",))
    purpose_class: OneOf = about("用途类别", "只针对一类用途的目标，写明类别。", "公益", of=PURPOSE_CLASSES)


class Drafting(Record):
    """Who drew the plan up, and how."""

    drafter: Organisation = about(
        "编制单位", "编制方案的单位。", clauses=(art(8), draft(2, 1)), aliases=("编制主体", "起草单位", "牵头编制单位")
    )
    drafter_role: OneOf = about(
        "编制单位身份",
        "编制单位属于哪一类。",
        "公共数据主管部门",
        of=DRAFTER_ROLES,
        clauses=(art(8), draft(2, 1)),
        aliases=("编制主体类型", "编制单位类型"),
    )
    guided_by: Text = about(
        "指导单位",
        "由实施机构编制的，写指导编制的数据管理部门。",
        "示例市数据局",
        clauses=(art(8),),
        aliases=("指导部门",),
    )
    participants: list[Text] = about("参与单位", "参与编制的单位。", "示例市财政局", aliases=("参编单位",), item="单位")
    social_benefit: Prose = about("社会效益", "预期的社会效益。", "方便群众办事", clauses=(art(8),))
    economic_benefit: Prose = about("经济效益", "预期的经济效益。", "带动数据产业产值增长", clauses=(art(8),))
    implementability: Prose = about(
        "可实施性", "方案怎样能够落地。", "已有数据和平台基础", clauses=(art(8),), aliases=("可落地性",)
    )
    consultation: Consultation = about("征求意见", "编制中征求意见的情况。", aliases=("公开征求意见", "意见征集"))
    expert_review: Review = about("专家论证", "专家论证的情况。", aliases=("专家评审",))
    legal_review: Review = about("合法性审查", "合法性审查的情况。", aliases=("合法性审核",))


class Feasibility(Record):
    """The five things that a study of feasibility covers, and room for more."""

    lifecycle: Prose = about(
        "全生命周期管理服务",
        "数据从归集到销毁各环节怎样管理和服务。",
        "归集、治理、加工、使用、销毁全程管理",
        clauses=(art(9, point=2), art(10)),
    )
    demand: Prose = about(
        "社会需求",
        "谁需要、需要什么。",
        "金融机构需要企业信用信息",
        clauses=(art(9, point=2), art(10)),
        aliases=("需求",),
    )
    market_size: Prose = about(
        "市场规模",
        "市场有多大、依据是什么。",
        "年需求约5000万元",
        clauses=(art(9, point=2), art(10)),
        aliases=("市场",),
    )
    expected_outcomes: Prose = about(
        "预期成效",
        "预期达到什么效果。",
        "三年上线产品30个",
        clauses=(art(9, point=2), art(10)),
        aliases=("预期效果", "成效"),
    )
    risk_control: Prose = about(
        "风险防控",
        "有哪些风险、怎样防控。",
        "数据安全、经营、舆情风险及对策",
        clauses=(art(9, point=2), art(10)),
        aliases=("风险控制",),
    )
    other: Prose = about("其他论证", "其他方面的论证。", "技术条件成熟", aliases=("其他",))


class DataFoundation(Record):
    """What data there are to begin with."""

    providers: Count = about("提供单位数", "已汇聚数据的单位数。", "232个", unit="个")
    catalogues: Count = about("目录数", "资源目录的类数。", "2589类", unit="类", aliases=("资源类数",))
    records: Count = about("数据条数", "已汇聚的记录数。", "114.81亿条", unit="条", aliases=("数据量",))
    note: Prose = about("说明", "数据基础的其他情况。", "九大领域已编目")


class PlanCase(Record):
    """What paper it is, on what it rests, who drew it up, and why."""

    kind: OneOf = about(
        "文件种类",
        "本文件属于哪一种。",
        "implementation_plan",
        of=choices(
            ("implementation_plan", "实施方案"),
        ),
        aliases=("材料种类", "文书种类"),
    )
    dossier: Text = about(
        "项目编号", "同一授权运营项目的各份材料写同一编号。", "HB-2025-001", aliases=("授权运营项目编号", "项目号")
    )
    id: Text = about(
        "编号", "本方案的编号，协议和年度报告用它指向本方案。", "HB-2025-001-FA", aliases=("方案编号", "文件编号")
    )
    title: Text = about("标题", "文件标题。", "示例市公共数据资源授权运营实施方案", aliases=("文件标题", "方案名称"))
    status: OneOf = about(
        "状态", "文件办到哪一步，决定哪些证据此时应当具备。", "已印发", of=PLAN_STATUS, aliases=("文件状态",)
    )
    form: OneOf = about(
        "文件形式", "方案是分项写、目标任务式通知，还是正文加附件。", "分项方案", of=PLAN_FORM, aliases=("方案形式",)
    )
    doc_no: Text = about("文号", "发文字号。", "示政办〔2025〕25号", aliases=("发文字号", "文件号"))
    version: Text = about("版本", "版本号。", "1.0版", clauses=(art(11, para=3),), aliases=("版本号",))
    issued_by: Text = about(
        "印发单位", "印发文件的单位。", "示例市人民政府办公室", aliases=("发文机关", "发文单位", "印发机关", "发布单位")
    )
    issued_on: Date = about("印发日期", "印发的日期。", "2025年6月26日", aliases=("发文日期", "发布日期", "印发时间"))
    effective_on: Date = about(
        "施行日期",
        "开始施行的日期，不早于审议通过。",
        "2025年7月1日",
        clauses=(art(11, para=1),),
        aliases=("生效日期", "实施日期", "执行日期"),
    )
    valid_until: Date = about("有效期至", "失效的日期。", "2028年6月30日", aliases=("有效期截止日期", "失效日期"))
    operation_start: Date = about(
        "授权运营开始日期",
        "授权运营实际或计划开始的日期；2025年3月1日以前已经开始的属存量。",
        "2025年9月1日",
        clauses=(art(24, para=2),),
        aliases=("运营开始日期", "开始运营日期"),
    )
    transition: Prose = about(
        "存量衔接", "2025年3月1日以前已开展的，怎样按新规范完善。", "本项目为新开展", clauses=(art(24, para=2),)
    )
    legal_basis: list[Text] = about(
        "编制依据",
        "逐项列出依据的法律、规范和文号。",
        "《公共数据资源授权运营实施规范（试行）》（发改数据规〔2025〕27号）",
        clauses=(draft(1, 1),),
        aliases=("依据", "法律依据", "政策依据", "制定依据"),
        item="依据",
    )
    applies_to: Prose = about(
        "适用范围", "方案适用于哪些区域、单位和数据。", "本市行政区域内的授权运营", clauses=(draft(1, 2),)
    )
    definitions: Prose = about(
        "用语说明",
        "方案中用语的含义。",
        "本方案所称运营机构，是指经遴选确定的法人组织",
        clauses=(draft(1, 3),),
        aliases=("用语定义",),
    )
    principles: list[Text] = about(
        "基本原则",
        "逐项列出遵循的原则。",
        "依法合规",
        "公平公正",
        "公益优先",
        "合理收益",
        "安全可控",
        clauses=(art(4), draft(1, 4)),
        aliases=("原则", "遵循原则", "工作原则"),
        item="原则",
    )
    goals: Prose = about(
        "总体目标", "总体上要达到什么。", "到2027年建成统一的授权运营体系", aliases=("目标", "工作目标")
    )
    tasks: Prose = about("主要任务", "主要做哪些工作。", "加强资源供给，建设运营平台", aliases=("任务", "重点任务"))
    targets: list[Target] = about(
        "量化目标", "可以衡量的目标。", aliases=("目标指标", "具体目标"), item="目标", key=("what", "year")
    )
    coordination: Prose = about(
        "协调机制", "授权运营的协调机制。", "建立联席会议", clauses=(draft(1, 5),), aliases=("授权运营协调机制",)
    )
    departments: list[Department] = about(
        "部门分工",
        "有关部门的职责分工。",
        clauses=(draft(1, 6),),
        aliases=("部门职责", "职责分工"),
        item="部门",
        key=("department",),
    )
    drafting: Drafting = about(
        "编制", "方案由谁编制、怎样编制。", clauses=(art(8), draft(2, 1)), aliases=("编制情况", "方案编制")
    )
    operation_name: Text = about(
        "授权运营名称",
        "这项授权运营叫什么。",
        "示例市公共数据资源授权运营",
        clauses=(art(9, point=1),),
        aliases=("项目名称", "运营名称"),
    )
    necessity: Prose = about(
        "必要性",
        "为什么要开展。",
        "释放公共数据价值，服务普惠金融",
        clauses=(art(9, point=2),),
        aliases=("必要性论证", "必要性分析"),
    )
    feasibility: Feasibility = about(
        "可行性",
        "可行性论证，至少写五个方面。",
        clauses=(art(9, point=2), art(10)),
        aliases=("可行性论证", "可行性分析"),
    )
    data_foundation: DataFoundation = about("数据基础", "现有数据的数量。", aliases=("数据底数",))
