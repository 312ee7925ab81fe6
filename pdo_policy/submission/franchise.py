"""The exception to unified authorisation: franchise development of a special field, why it is needed, and its terms."""

from pdo_policy.submission.choices import ROLES, SELECTION_METHODS
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Date, Flag, OneOf, Prose, Record, Text, about
from pdo_policy.submission.parties import Organisation
from pdo_policy.submission.term import Exit, ProposedTerm


class FranchiseSelection(Record):
    """How the franchise developer is to be chosen."""

    method: list[OneOf] = about(
        "遴选方式",
        "拟采用的方式。",
        "公开征集",
        of=SELECTION_METHODS,
        clauses=(art(12, para=1), draft(3, 5)),
        aliases=("选择方式", "方式", "确定方式"),
        item="方式",
    )
    procedure: Prose = about(
        "确定流程",
        "从申请到确定的步骤。",
        "申请、论证、评审、公示",
        clauses=(draft(3, 5),),
        aliases=("程序", "流程", "遴选程序"),
    )
    conditions: Prose = about(
        "主体条件",
        "特许开发主体须具备的条件。",
        "在该领域有三年以上服务经验",
        clauses=(draft(3, 5),),
        aliases=("条件",),
    )


class FranchiseGround(Record):
    """Why and where franchise development is brought in."""

    field: list[Text] = about(
        "特定领域",
        "引入特许开发的领域，逐项列出，不能写“各领域”。",
        "气象",
        clauses=(draft(3, 3),),
        aliases=("领域", "特许领域"),
        item="领域",
    )
    necessity: Prose = about(
        "必要性",
        "为什么统一授权不能满足、必须引入特许开发。",
        "气象数据专业性强，须专门团队加工",
        clauses=(draft(3, 3),),
        aliases=("必要性说明", "必要性论证"),
    )
    prudence: Prose = about(
        "稳慎性",
        "怎样控制范围和风险、怎样做到审慎。",
        "先试点一个场景，评估后再扩大",
        clauses=(draft(3, 3),),
        aliases=("稳慎性说明", "稳慎性论证", "审慎性"),
    )
    scenario: list[Text] = about(
        "特色应用场景",
        "打算打造的特色场景。",
        "低空经济气象服务",
        clauses=(draft(3, 3),),
        aliases=("应用场景", "场景", "特色场景"),
        item="场景",
    )
    approval_doc_no: Text = about(
        "批准文号", "同意引入特许开发的文件。", "示政函〔2025〕26号", aliases=("批准文件", "批复文号")
    )
    approval_body: Text = about("批准单位", "批准引入特许开发的单位。", "示例市人民政府", aliases=("批准机关",))
    approved_on: Date = about("批准日期", "批准的日期。", "2025年6月25日")
    relation_to_unified: Prose = about(
        "与统一授权的衔接",
        "同一数据与统一授权怎样衔接。",
        "数据仍可用于统一授权",
        clauses=(draft(3, 1),),
        aliases=("与整体授权的衔接",),
    )
    execution: Prose = about(
        "执行方式", "签订什么协议、参照哪些要求执行。", "参照授权运营协议执行", clauses=(draft(7, 1),)
    )


class Franchise(FranchiseGround):
    """Franchise development as a plan sets it out."""

    developer: Organisation = about(
        "特许开发主体",
        "已经确定的特许开发主体；尚未确定的填 null。",
        clauses=(draft(3, 5),),
        aliases=("特许开发单位",),
    )
    selection: FranchiseSelection = about(
        "主体确定", "特许开发主体的确定流程和条件。", clauses=(draft(3, 5),), aliases=("遴选",)
    )
    term: ProposedTerm = about(
        "特许开发期限", "特许开发的期限，与授权期限分开写。", clauses=(draft(3, 12),), aliases=("期限",)
    )
    exit: Exit = about(
        "特许开发退出机制", "特许开发主体怎样退出。", clauses=(draft(3, 13),), aliases=("退出机制", "退出")
    )
    exclusive: Flag = about(
        "是否排他", "该领域数据是否不再授权他人。", "否", clauses=(art(6, para=1), draft(3, 14)), aliases=("排他授权",)
    )
    contract_with: OneOf = about("协议相对方", "特许开发主体与谁签约。", "实施机构", of=ROLES, aliases=("签约对象",))
