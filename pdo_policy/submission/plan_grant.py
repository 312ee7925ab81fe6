"""The second part of a plan: who operates, in which mode, over which data, on which platform, and for how long."""

from pdo_policy.submission.choices import AUTHORIZATION_MODES, HOLDER_TYPES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.competition import OperatorConditions, Redevelopment, SelectionPlan
from pdo_policy.submission.decisions import DecisionStep
from pdo_policy.submission.field import Date, Flag, OneOf, Prose, Record, Text, about
from pdo_policy.submission.franchise import Franchise
from pdo_policy.submission.parties import Contact, DataProvider, ImplementingBody, Organisation
from pdo_policy.submission.plan_case import PlanCase
from pdo_policy.submission.platform import Platform, RawData
from pdo_policy.submission.resources import Resource
from pdo_policy.submission.term import Exit, Milestone, ProposedTerm


class NamedOperator(Organisation):
    """An operator that the plan already names."""

    doc_no: Text = about("确定文件", "确定该运营机构的文件或中标编号。", "SLZB-2023-007", aliases=("确定依据",))
    chosen_on: Date = about("确定日期", "确定的日期。", "2023年8月1日")


class Governance(Record):
    """How the implementing body manages the data and the operator."""

    rules: Prose = about(
        "管理制度",
        "数据治理和授权运营的管理制度。",
        "制定资源管理细则",
        clauses=(art(21, para=1),),
        aliases=("管理制度建设",),
    )
    quality: Prose = about(
        "质量提升",
        "怎样治理数据、提升质量。",
        "每季度质量评估并整改",
        clauses=(art(21, para=1),),
        aliases=("质量管理",),
    )
    classification: Prose = about(
        "分类分级",
        "分类分级怎样落实。",
        "全部资源完成定级",
        clauses=(art(5, para=1), art(21, para=1)),
        aliases=("分类分级保护",),
    )
    technical: Prose = about(
        "安全技术保障", "实施机构的技术保障。", "建设统一安全监测", clauses=(art(21, para=1),), aliases=("技术保障",)
    )


class PlanGrant(PlanCase):
    """Who operates, in which mode, over which data, on which platform, and for how long."""

    implementing_body: ImplementingBody = about(
        "实施机构",
        "具体组织授权运营的单位。",
        clauses=(art(3, para=2),),
        aliases=("授权主体", "实施单位", "授权方"),
    )
    data_authority: Contact = about(
        "公共数据主管部门",
        "本级公共数据主管部门。",
        clauses=(art(7, para=2), draft(1, 6)),
        aliases=("数据管理部门", "数据主管部门", "主管部门", "监督管理部门"),
    )
    data_providers: list[DataProvider] = about(
        "数据提供单位",
        "纳入授权范围数据的提供单位。",
        clauses=(draft(4, 1),),
        aliases=("供数单位", "数源机构", "公共管理和服务机构"),
        item="提供单位",
        key=("credit_code", "name"),
    )
    data_holder_type: OneOf = about(
        "数据持有主体类型",
        "授权数据由哪类主体持有。",
        "政府部门",
        of=HOLDER_TYPES,
        clauses=(art(3, para=1), art(25, para=1), art(25, para=2)),
        aliases=("持有主体类型", "数据持有主体"),
    )
    operators: list[NamedOperator] = about(
        "运营机构",
        "方案中已经写明的运营机构；尚待遴选的填 null。",
        clauses=(art(3, para=3), art(12, para=1)),
        aliases=("授权运营主体", "运营主体", "授权运营单位"),
        item="运营机构",
        key=("credit_code", "name"),
    )
    operator_conditions: OperatorConditions = about(
        "运营机构选择条件",
        "选择运营机构的五类条件。",
        clauses=(art(9, point=3), draft(3, 4)),
        aliases=("选择条件", "运营机构条件", "授权运营主体条件", "准入条件"),
    )
    operator_selection: SelectionPlan = about(
        "运营机构选择方式",
        "怎样选择运营机构。",
        clauses=(art(12, para=1), draft(3, 4)),
        aliases=("运营机构遴选", "运营机构确定", "遴选方式", "确定流程"),
    )
    authorization_mode: list[OneOf] = about(
        "授权模式",
        "一种或几种；一句话里有两种的分开列。",
        "整体授权",
        "分领域授权",
        of=AUTHORIZATION_MODES,
        clauses=(art(9, point=4), draft(3, 1)),
        aliases=("授权方式", "运营模式"),
        item="模式",
    )
    mode_note: Prose = about(
        "模式说明",
        "各模式的关系和适用情形。",
        "整体授权为主，气象领域特许开发",
        clauses=(art(9, point=4),),
        aliases=("授权模式说明",),
    )
    mode_approval: DecisionStep = about(
        "模式批准", "分领域、依场景授权经本级政府批准的记录。", aliases=("授权模式批准", "分领域授权批准")
    )
    intensive_operation: Prose = about(
        "集约化运营", "授权运营主体怎样集约化运营。", "统一平台、统一服务", clauses=(draft(3, 2),)
    )
    exclusive: Flag = about(
        "是否排他",
        "同一资源是否只授权一家。",
        "否",
        clauses=(art(6, para=1), draft(3, 14)),
        aliases=("是否排他授权", "排他授权"),
    )
    franchise: Franchise = about(
        "特许开发",
        "引入特许开发主体的安排；没有的填不适用。",
        clauses=(draft(3, 3),),
        aliases=("特许开发安排", "个别授权安排"),
    )
    data_scope: Prose = about(
        "数据资源范围",
        "授权运营数据的总体范围。",
        "市场监管、气象等领域公共数据",
        clauses=(art(9, point=5),),
        aliases=("数据范围", "授权范围", "公共数据范围"),
    )
    resource_catalog: Prose = about(
        "数据资源目录",
        "目录的名称、编制单位和所在附件。",
        "首批公共数据资源目录，见附件1",
        clauses=(art(9, point=5),),
        aliases=("公共数据资源目录", "运营目录", "数据授权清单", "首批公共数据资源"),
    )
    resources: list[Resource] = about(
        "数据资源",
        "逐项列出授权的数据资源。",
        clauses=(art(9, point=5),),
        aliases=("数据资源清单", "资源清单", "公共数据资源"),
        item="资源",
        key=("id", "name"),
    )
    governance: Governance = about(
        "数据治理", "实施机构的数据治理和管理措施。", clauses=(art(21, para=1),), aliases=("数据治理和管理",)
    )
    raw_data: RawData = about(
        "原始数据管理", "怎样管控原始数据。", clauses=(art(21, para=1),), aliases=("原始数据管控",)
    )
    platform: Platform = about(
        "授权运营平台",
        "开展授权运营的平台。",
        clauses=(art(15), draft(3, 8), draft(3, 10)),
        aliases=("平台", "授权运营域", "运营通道", "开发服务平台", "公共数据授权运营平台"),
    )
    term: ProposedTerm = about(
        "授权期限",
        "授权运营的期限。",
        clauses=(art(9, point=6), draft(3, 11)),
        aliases=("运营期限", "授权运营期限", "运营服务期限", "授权有效期", "授权时效"),
    )
    construction: Prose = about(
        "建设内容", "要建设什么。", "平台、数据治理和安全设施", clauses=(art(9, point=6),), aliases=("建设任务",)
    )
    technical_support: Prose = about(
        "技术保障", "怎样保障技术条件。", "隐私计算和数据沙箱", clauses=(art(9, point=6),), aliases=("技术支撑",)
    )
    schedule: list[Milestone] = about(
        "实施进度",
        "分步骤的时间安排。",
        clauses=(art(9, point=6),),
        aliases=("进度安排", "实施计划", "进度"),
        item="阶段",
        key=("phase", "by"),
    )
    evaluation_criteria: Prose = about(
        "评价标准",
        "用什么标准评价授权运营。",
        "产品数量、使用次数、安全状况",
        clauses=(art(9, point=6),),
        aliases=("评价指标",),
    )
    exit: Exit = about(
        "退出机制", "运营机构怎样退出。", clauses=(art(9, point=6), draft(3, 13)), aliases=("退出", "退出安排")
    )
    asset_management: Prose = about(
        "资产管理",
        "授权运营中形成的资产怎样管理。",
        "按数据资产管理规定建账",
        clauses=(art(9, point=6),),
        aliases=("数据资产管理",),
    )
    operator_limits: list[Text] = about(
        "对运营机构的限制",
        "禁止运营机构做的事。",
        "不得参与再开发",
        "不得超范围使用",
        clauses=(art(6, para=2), art(21, para=2)),
        aliases=("运营机构限制",),
        item="限制",
    )
    redevelopment: Redevelopment = about(
        "再开发", "对已交付产品再开发的安排。", clauses=(art(6, para=2),), aliases=("再开发安排",)
    )
