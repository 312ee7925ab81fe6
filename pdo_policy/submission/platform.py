"""Where the data are worked on: the platform, its tenants, and what keeps raw data inside it."""

from pdo_policy.submission.choices import LEVELS, RAW_DATA_FORMS
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Date, Flag, OneOf, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import MLPS_LEVELS


class Tenant(Record):
    """The use of the provincial platform as a tenant."""

    used: Flag = about(
        "是否采用租户模式",
        "是否以租户方式使用省级平台。",
        "是",
        clauses=(draft(3, 9),),
        aliases=("租户模式接入", "是否为租户"),
    )
    id: Text = about("租户标识", "省级平台分配的租户编号。", "HB-0421", clauses=(draft(3, 9),), aliases=("租户编号",))
    holder: Text = about("租户单位", "以谁的名义入驻。", "示例市数据局", clauses=(draft(3, 9),), aliases=("租户",))
    opened_on: Date = about("开通日期", "租户空间开通的日期。", "2025年8月1日", clauses=(draft(3, 9),))
    capabilities: list[Text] = about(
        "使用能力",
        "使用平台的哪些能力。",
        "隐私计算",
        "产品上架",
        clauses=(draft(3, 9),),
        aliases=("平台能力",),
        item="能力",
    )
    isolation: Prose = about("隔离措施", "不同租户之间怎样隔离。", "独立空间、独立密钥")
    reason_not_used: Prose = about(
        "未采用租户模式的理由", "没有使用省级平台租户空间的，说明理由。", "已有平台按全省标准对接"
    )


class Platform(Record):
    """The platform that supports the operation."""

    name: Text = about(
        "名称",
        "平台名称。",
        "湖北省公共数据授权运营平台",
        clauses=(art(14, point=4), draft(3, 8)),
        aliases=("平台名称",),
    )
    operator: Text = about(
        "建设运营单位",
        "谁建设、谁运维。",
        "湖北数据集团",
        clauses=(art(14, point=4), draft(3, 10)),
        aliases=("运维单位", "建设单位"),
    )
    level: OneOf = about(
        "平台层级", "省级平台还是本地平台。", "省级", of=LEVELS, clauses=(draft(3, 8),), aliases=("层级",)
    )
    uses_provincial: Flag = about(
        "是否使用省级平台",
        "是否依托省级授权运营平台。",
        "是",
        clauses=(draft(3, 8), draft(3, 9)),
        aliases=("使用省级平台",),
    )
    linked_to_provincial: Flag = about(
        "是否对接省级平台", "自建平台是否与省级平台对接。", "是", clauses=(draft(3, 8),), aliases=("对接省级平台",)
    )
    upstream: Prose = about(
        "对接情况", "与省级平台怎样对接、何时对接。", "2025年9月完成统一身份对接", clauses=(draft(3, 8),)
    )
    tenant: Tenant = about("租户", "租户空间的情况。", clauses=(draft(3, 9),), aliases=("租户模式",))
    channels: Prose = about("既有通道整合", "已有通道和系统怎样并入。", "各部门已建通道统一纳入", aliases=("已有通道",))
    requirements: Prose = about(
        "建设要求",
        "平台建设和功能要求。",
        "提供加工、开发、监管等能力",
        clauses=(draft(3, 10),),
        aliases=("平台建设要求",),
    )
    intensive: Prose = about(
        "集约化建设", "怎样利用已有系统、避免重复建设。", "利用政务云和省级平台", clauses=(art(15), draft(3, 2))
    )
    environment: Prose = about(
        "安全可控环境",
        "开发利用环境怎样做到安全可控。",
        "数据沙箱，数据不落地",
        clauses=(art(15),),
        aliases=("开发利用环境",),
    )
    control: Prose = about(
        "过程管控", "加工使用过程怎样管理和控制。", "任务审批，操作留痕", clauses=(art(15),), aliases=("可管可控",)
    )
    traceability: Prose = about(
        "可追溯措施", "数据流转怎样追溯。", "全程日志和数据水印", clauses=(art(15),), aliases=("溯源措施", "可追溯")
    )
    audit_log: Flag = about("是否有审计日志", "平台是否记录审计日志。", "是", clauses=(art(15),), aliases=("审计日志",))
    privacy_computing: Prose = about("隐私计算", "采用哪些隐私计算技术。", "联邦学习、可信执行环境", clauses=(art(15),))
    mlps_level: OneOf = about(
        "等级保护级别", "网络安全等级保护定级。", "三级", of=MLPS_LEVELS, aliases=("等保级别", "等级保护等级")
    )
    mlps_certified_on: Date = about(
        "等级保护测评日期", "最近一次测评的日期。", "2025年7月15日", aliases=("等保测评日期",)
    )
    cryptography_assessed_on: Date = about(
        "密码应用评估日期", "最近一次密评的日期。", "2025年7月20日", aliases=("密评日期",)
    )
    url: Text = about("网址", "平台网址。", "https://pdo.example.cn", aliases=("平台网址",))


class RawData(Record):
    """How raw data that are not lawfully public are kept from the market."""

    control: Prose = about(
        "原始数据管控",
        "怎样防止未依法公开的原始数据直接进入市场。",
        "原始数据只在平台内加工，出口逐项审核",
        clauses=(art(21, para=1),),
        aliases=("原始数据管控措施", "管控措施"),
    )
    leaves_platform: Flag = about(
        "原始数据是否出平台",
        "有没有原始数据离开平台环境。",
        "否",
        clauses=(art(21, para=1),),
        aliases=("原始数据出域", "是否出域"),
    )
    to_third_parties: Flag = about(
        "是否向第三方提供原始数据",
        "有没有把原始公共数据给第三方。",
        "否",
        clauses=(art(21, para=1),),
        aliases=("向第三方提供",),
    )
    output_form: OneOf = about(
        "对外形态", "对外提供时的数据形态。", "加工结果", of=RAW_DATA_FORMS, aliases=("输出形态",)
    )
    exit_review: Prose = about("出口审核", "结果离开平台前由谁审核。", "平台自动检测加人工复核", aliases=("出域审核",))
