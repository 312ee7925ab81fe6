"""The middle of an agreement: what is granted, for what, where and how long, and what may be done with it."""

from pdo_policy.submission.agreement_head import AgreementHead
from pdo_policy.submission.choices import AUTHORIZATION_MODES, DATA_RIGHTS
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.decisions import Change
from pdo_policy.submission.field import Date, Flag, OneOf, Prose, Record, Text, about
from pdo_policy.submission.franchise import FranchiseGround
from pdo_policy.submission.operation_choices import PERMISSION_SOURCES
from pdo_policy.submission.platform import Platform, RawData
from pdo_policy.submission.products import AgreedProduct
from pdo_policy.submission.resources import GrantedResource
from pdo_policy.submission.term import Term


class Permission(Record):
    """A consent of someone outside the agreement that the grant needs."""

    source: OneOf = about("许可来源", "需要谁的许可。", "第三方商业秘密", of=PERMISSION_SOURCES, aliases=("许可类型",))
    required: Flag = about("是否需要", "本协议是否需要这项许可。", "是", aliases=("需要",))
    obtained: Flag = about("是否取得", "需要的是否已经取得。", "是", aliases=("取得",))
    doc_no: Text = about("许可文件", "许可文件的编号。", "授权书〔2025〕3号", aliases=("文号",))
    resource: Text = about("涉及资源", "涉及哪项资源。", "R-03", aliases=("资源编号",))


class UseRules(Record):
    """What may and may not be done with what is granted."""

    scope_limit: Prose = about(
        "不得超授权范围约定",
        "只在授权范围内开展业务、不得超范围使用的约定。",
        "乙方不得超出约定场景使用数据",
        clauses=(art(6, para=2), art(21, para=2)),
        aliases=("不得超范围使用", "超范围使用限制"),
    )
    change_of_use: Prose = about("用途变更", "改变用途怎样办理。", "用途变更须重新申请", aliases=("用途变更重新申请",))
    no_resale: Prose = about(
        "不得转售约定",
        "不得转售原始数据的约定。",
        "不得向任何第三方转售原始数据",
        clauses=(art(21, para=1),),
        aliases=("禁止转售",),
    )
    no_sublicense: Prose = about(
        "不得转授权约定", "能否把授权转给他人。", "不得转授权", aliases=("转授权限制", "禁止转授权")
    )
    no_reverse: Prose = about(
        "不得逆向约定", "不得逆向还原、重新识别的约定。", "不得以任何方式还原个人信息", aliases=("禁止逆向",)
    )
    no_linkage: Prose = about(
        "不得关联分析约定", "未经同意不得关联分析的约定。", "未经同意不得与其他数据关联分析", clauses=(art(21, para=3),)
    )
    no_over_collection: Prose = about(
        "不得过度使用约定", "只取必要数据的约定。", "按最小必要原则调用", aliases=("最小必要",)
    )
    prohibitions: list[Text] = about(
        "其他禁止事项", "其他不得做的事。", "不得用于信用评分以外用途", aliases=("禁止事项",), item="事项"
    )
    product_filing: Prose = about(
        "产品备案", "产品是否及怎样报授权方备案。", "上线前5日报甲方备案", aliases=("产品报备",)
    )


class Development(Record):
    """What is particular to an agreement with a product developer."""

    recommended_by: Text = about(
        "推荐单位", "由数据提供单位推荐的，写推荐单位。", "示例市卫生健康委员会", clauses=(draft(5, 3),)
    )
    negotiated: Prose = about("协商情况", "双方怎样自由协商达成协议。", "经三轮磋商自愿签约", clauses=(draft(4, 11),))
    scenario: Text = about("应用场景", "开发用于哪个场景。", "商保快赔", clauses=(draft(4, 4),), aliases=("场景",))
    scenario_approved_on: Date = about(
        "场景审核日期", "该场景审核通过的日期。", "2025年9月18日", clauses=(draft(4, 4),)
    )
    calling: Prose = about("调用方式", "怎样调用数据。", "平台内接口调用", aliases=("数据调用方式",))
    duties: Prose = about(
        "开发商职责", "开发商的职责和应遵守的规则。", "只在平台内开发，不留存数据", clauses=(draft(4, 3), draft(6, 2))
    )
    tenant: Text = about(
        "开发环境", "开发在哪个租户或沙箱进行。", "HB-0421开发沙箱", clauses=(draft(3, 9),), aliases=("租户环境",)
    )


class AgreementGrant(AgreementHead):
    """What is granted, for what, where and how long."""

    purpose: Prose = about("授权目的", "为什么授权、解决什么问题。", "支持普惠金融和商保理赔", aliases=("目的",))
    authorization_mode: list[OneOf] = about(
        "授权模式",
        "一种或几种，应与方案一致。",
        "整体授权",
        of=AUTHORIZATION_MODES,
        clauses=(art(9, point=4), draft(3, 1)),
        aliases=("授权方式",),
        item="模式",
    )
    domains: list[Text] = about("授权领域", "授权涉及的领域。", "医疗健康", aliases=("领域",), item="领域")
    exclusive: Flag = about(
        "是否排他",
        "同一资源是否只授权一家。",
        "否",
        clauses=(art(6, para=1), draft(3, 14)),
        aliases=("是否排他授权", "排他授权"),
    )
    franchise: FranchiseGround = about(
        "特许开发", "特许开发协议的特定领域和理由；不是特许开发的填不适用。", clauses=(draft(3, 3),)
    )
    development: Development = about(
        "开发利用", "开发利用协议的特有事项；不是的填不适用。", clauses=(draft(4, 11),), aliases=("开发利用事项",)
    )
    data_scope: Prose = about(
        "数据资源范围",
        "授权数据的总体范围。",
        "附件1所列资源",
        clauses=(art(14, point=1),),
        aliases=("授权范围", "数据范围", "公共数据范围"),
    )
    resource_catalog: Prose = about(
        "数据资源目录",
        "目录名称和所在附件。",
        "数据授权清单，见附件1",
        clauses=(art(14, point=1),),
        aliases=("公共数据资源目录", "数据授权清单", "运营目录"),
    )
    resources: list[GrantedResource] = about(
        "数据资源",
        "逐项列出授权的数据资源，不超出方案范围。",
        clauses=(art(14, point=1),),
        aliases=("数据资源清单", "资源清单", "公共数据资源"),
        item="资源",
        key=("id", "name"),
    )
    rights: list[OneOf] = about(
        "授权权益", "授予哪些权益。", "使用权", "经营权", of=DATA_RIGHTS, aliases=("权益类型",), item="权益"
    )
    territory: Prose = about(
        "使用地域", "数据可以在哪些地域使用。", "湖北省行政区域内", aliases=("地理范围", "授权地域")
    )
    permissions: list[Permission] = about(
        "外部许可", "授权依赖的第三方许可。", aliases=("外部许可条件",), item="许可", key=("source", "resource")
    )
    use_rules: UseRules = about(
        "使用规则", "使用数据的约束。", clauses=(art(21, para=2),), aliases=("数据使用规则", "使用限制")
    )
    raw_data: RawData = about(
        "原始数据管理", "怎样管控原始数据。", clauses=(art(21, para=1),), aliases=("原始数据管控",)
    )
    term: Term = about(
        "授权期限",
        "运营期限。",
        clauses=(art(14, point=2), draft(3, 11), draft(3, 12)),
        aliases=("运营期限", "授权运营期限", "运营服务期限", "授权有效期", "授权时效", "协议期限", "期限"),
    )
    products: list[AgreedProduct] = about(
        "产品和服务",
        "协议约定的产品和服务清单，不超出方案。",
        clauses=(art(14, point=3),),
        aliases=("产品和服务清单", "产品清单", "项目清单"),
        item="产品",
        key=("id", "name"),
    )
    technical_standards: Prose = about(
        "技术标准",
        "产品和服务执行的技术标准。",
        "见附件2技术规范",
        clauses=(art(14, point=3),),
        aliases=("产品技术标准",),
    )
    security_review: Prose = about(
        "安全审核要求",
        "产品和服务怎样做安全审核。",
        "上架前由甲方组织安全审核",
        clauses=(art(14, point=3),),
        aliases=("安全审核",),
    )
    compliance_review: Prose = about(
        "业务规范性审核要求",
        "产品和服务怎样做业务规范性审核。",
        "上架前审核场景和用途",
        clauses=(art(14, point=3),),
        aliases=("业务规范性审核", "合规审核要求"),
    )
    platform: Platform = about(
        "技术支撑平台",
        "开展授权运营的平台。",
        clauses=(art(14, point=4), draft(3, 8)),
        aliases=("授权运营平台", "平台", "授权运营域"),
    )
    changes: list[Change] = about(
        "协议变更",
        "签订以后的变更和补充协议。",
        clauses=(art(14, point=12),),
        aliases=("补充协议", "变更记录"),
        item="变更",
        key=("version", "date"),
    )
