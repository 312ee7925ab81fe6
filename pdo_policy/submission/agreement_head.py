"""The head of an agreement: who agreed, and how they came to it."""

from pdo_policy.submission.choices import AGREEMENT_STATUS, AGREEMENT_TYPE
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.competition import Qualification, Selection
from pdo_policy.submission.decisions import Approval, Filing
from pdo_policy.submission.field import Count, Date, OneOf, Record, Text, about, choices
from pdo_policy.submission.operation_choices import SIGNING_MODES
from pdo_policy.submission.parties import Affiliate, Developer, Party


class AgreementHead(Record):
    """What paper it is, between whom, and how they came to it."""

    kind: OneOf = about(
        "文件种类",
        "本文件属于哪一种。",
        "agreement",
        of=choices(
            ("agreement", "授权运营协议"),
        ),
        aliases=("材料种类", "文书种类"),
    )
    dossier: Text = about(
        "项目编号", "同一授权运营项目的各份材料写同一编号。", "HB-2025-001", aliases=("授权运营项目编号", "项目号")
    )
    id: Text = about(
        "编号", "协议编号，年度报告用它指向本协议。", "HB-2025-001-XY", aliases=("协议编号", "合同编号", "文件编号")
    )
    title: Text = about("标题", "协议名称。", "示例市公共数据授权运营协议", aliases=("协议名称", "文件标题"))
    status: OneOf = about(
        "状态",
        "协议办到哪一步，决定哪些内容此时应当具备。",
        "已签订",
        of=AGREEMENT_STATUS,
        aliases=("协议状态", "文件状态"),
    )
    plan_id: Text = about(
        "方案编号",
        "所依据的实施方案的编号。",
        "HB-2025-001-FA",
        clauses=(art(12, para=1),),
        aliases=("实施方案编号", "依据方案"),
    )
    agreement_type: OneOf = about(
        "协议类型",
        "统一授权、特许开发还是开发利用。",
        "统一授权",
        of=AGREEMENT_TYPE,
        clauses=(draft(3, 1), draft(3, 6)),
        aliases=("协议种类", "合同类型"),
    )
    master_agreement_id: Text = about(
        "主协议编号",
        "开发利用协议所依托的授权运营协议编号。",
        "HB-2025-001-XY",
        clauses=(draft(4, 11),),
        aliases=("上位协议编号", "授权运营协议编号"),
    )
    version: Text = about("版本", "版本号。", "签署稿", aliases=("版本号",))
    party_a: Party = about(
        "甲方",
        "授权的一方，通常是实施机构。",
        clauses=(art(13), draft(3, 6)),
        aliases=("授权方", "授权主体", "实施机构"),
    )
    party_b: Party = about(
        "乙方",
        "被授权的一方。",
        clauses=(art(3, para=3), art(13), draft(3, 6)),
        aliases=("被授权方", "运营机构", "授权运营主体", "运营主体"),
    )
    other_parties: list[Party] = about(
        "其他签约方",
        "一同签约的其他各方。",
        clauses=(art(13),),
        aliases=("丙方", "其他各方"),
        item="签约方",
        key=("credit_code", "name"),
    )
    signing_mode: OneOf = about(
        "签订方式",
        "独立签订还是会同业务主管部门签订。",
        "实施机构独立签订",
        of=SIGNING_MODES,
        clauses=(art(13), draft(3, 6)),
        aliases=("签约方式",),
    )
    signed_on: Date = about(
        "签订日期",
        "各方签字盖章的日期，最后一方为准。",
        "2025年9月1日",
        clauses=(art(13),),
        aliases=("签署日期", "签约日期", "签订时间"),
    )
    signed_at: Text = about("签订地点", "签订的地点。", "示例市", aliases=("签署地点",))
    effective_on: Date = about("生效日期", "协议生效的日期。", "2025年9月1日", aliases=("生效时间",))
    copies: Count = about("份数", "协议一式几份。", "4份", unit="份", aliases=("协议份数",))
    approval: Approval = about(
        "协议审议",
        "签约以前实施机构对协议的集体决策，与方案审议是两次决策。",
        clauses=(art(13),),
        aliases=("审议", "协议审批", "签约审议"),
    )
    filing: Filing = about("备案", "协议备案的情况。", clauses=(art(13),), aliases=("协议备案",))
    selection: Selection = about(
        "遴选",
        "运营机构或特许开发主体怎样选定。",
        clauses=(art(12, para=1), draft(3, 4), draft(3, 5)),
        aliases=("遴选情况", "主体确定", "遴选过程"),
    )
    qualification: Qualification = about(
        "运营机构条件", "运营机构符合条件的证明。", clauses=(art(12, para=2),), aliases=("主体资质", "资质情况")
    )
    affiliates: list[Affiliate] = about(
        "关联方",
        "运营机构的股东、子公司和受同一控制的单位。",
        clauses=(art(6, para=2),),
        aliases=("关联企业", "关联单位"),
        item="关联方",
        key=("credit_code", "name"),
    )
    developers: list[Developer] = about(
        "数据产品开发商",
        "已经知道的再开发主体。",
        clauses=(draft(4, 3), draft(4, 11)),
        aliases=("产品开发商", "再开发主体", "数据商", "开发商"),
        item="开发商",
        key=("credit_code", "name"),
    )
