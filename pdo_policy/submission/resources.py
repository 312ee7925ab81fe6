"""The data that are granted: what they are, where they come from, how good they are, and their registration."""

from pdo_policy.submission.choices import DATA_LEVELS, DATA_RIGHTS, RAW_DATA_FORMS, SOURCE_TYPES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import Count, Date, Flag, OneOf, Percentage, Prose, Record, Text, about
from pdo_policy.submission.operation_choices import PERSONAL_INFORMATION_STATUS
from pdo_policy.submission.registration import Registration


class Consent(Record):
    """The consent of the unit whose shared data are to be operated."""

    body: Text = about(
        "同意单位",
        "出具同意意见的数据提供单位。",
        "示例市人力资源和社会保障局",
        clauses=(art(5, para=2),),
        aliases=("提供单位",),
    )
    doc_no: Text = about(
        "同意文号",
        "同意函或会议纪要的文号。",
        "示人社函〔2025〕40号",
        clauses=(art(5, para=2),),
        aliases=("文号", "同意函文号"),
    )
    date: Date = about("同意日期", "同意函的日期。", "2025年4月15日", clauses=(art(5, para=2),), aliases=("日期",))
    scope: Prose = about("同意范围", "同意用于哪些用途和范围。", "仅用于普惠金融场景", aliases=("范围",))


class DataItem(Record):
    """A data resource as any of the three papers names it."""

    id: Text = about("编号", "资源编号；各份材料中同一资源写同一编号。", "R-01", aliases=("资源编号", "目录编号"))
    name: Text = about(
        "名称",
        "资源名称，与目录一致。",
        "企业登记基本信息",
        clauses=(art(9, point=5), art(14, point=1)),
        aliases=("资源名称",),
    )
    domain: Text = about("领域", "资源所属领域。", "市场监管", aliases=("所属领域", "行业领域"))
    provider: Text = about(
        "数据提供单位",
        "提供该资源的单位。",
        "示例市市场监督管理局",
        clauses=(draft(4, 1),),
        aliases=("供数单位", "数源机构", "提供单位", "公共管理和服务机构"),
    )
    scope: Prose = about(
        "范围",
        "时间、地域、对象等覆盖范围。",
        "全市在册企业，2015年以来",
        clauses=(art(9, point=5), art(14, point=1)),
        aliases=("数据范围", "覆盖范围"),
    )
    fields: list[Text] = about(
        "数据项",
        "包含的主要字段。",
        "企业名称",
        "成立日期",
        clauses=(art(9, point=5),),
        aliases=("字段", "数据字段"),
        item="数据项",
    )
    update_frequency: Text = about(
        "更新频率", "多久更新一次。", "每日", clauses=(art(9, point=5),), aliases=("更新周期", "数据更新频率")
    )
    quality: Prose = about(
        "质量情况",
        "完整性、准确性、及时性等情况。",
        "完整率99%，准确率98%",
        clauses=(art(9, point=5),),
        aliases=("数据质量", "质量"),
    )
    classification_level: OneOf = about(
        "数据级别",
        "按分类分级结果填写。",
        "一般数据",
        of=DATA_LEVELS,
        clauses=(art(5, para=1),),
        aliases=("数据分级", "安全级别", "级别"),
    )
    contains_personal_information: Flag = about(
        "是否含个人信息",
        "资源中有没有能识别自然人的信息。",
        "否",
        clauses=(art(5, para=1),),
        aliases=("含个人信息", "涉及个人信息"),
    )
    personal_information_status: OneOf = about(
        "个人信息处理状态",
        "进入授权运营前处理到什么程度；去标识化后仍是个人信息。",
        "匿名化",
        of=PERSONAL_INFORMATION_STATUS,
        clauses=(art(5, para=1),),
        aliases=("个人信息状态",),
    )


class Resource(DataItem):
    """A data resource as a plan proposes it."""

    category: Text = about(
        "数据类别", "数据分类结果中的类别。", "企业信息", clauses=(art(5, para=1),), aliases=("数据分类", "类别")
    )
    classification_basis: Prose = about(
        "分类分级依据",
        "依据哪份规范或目录确定类别和级别。",
        "示例市公共数据分类分级指南",
        clauses=(art(5, para=1), art(21, para=1)),
        aliases=("分级依据",),
    )
    source_type: OneOf = about(
        "来源方式",
        "资源怎样取得；来自其他地区或部门共享的须有提供单位同意。",
        "本单位产生",
        of=SOURCE_TYPES,
        clauses=(art(5, para=2),),
        aliases=("数据来源", "来源"),
    )
    source_dept: Text = about(
        "来源部门", "共享取得的，写明最初提供的部门。", "示例市税务局", clauses=(art(5, para=2),), aliases=("来源单位",)
    )
    source_legality: Prose = about(
        "来源合法性说明", "采集或取得该资源的依据。", "依企业登记管理规定采集", aliases=("来源依据",)
    )
    share_application: Text = about("共享申请编号", "共享申请或授权的编号。", "GX-2025-0012", aliases=("共享申请",))
    consent: Consent = about(
        "提供单位同意",
        "共享数据用于授权运营的同意意见。",
        clauses=(art(5, para=2),),
        aliases=("同意意见", "共享数据同意"),
    )
    contains_trade_secret: Flag = about(
        "是否含商业秘密",
        "资源中有没有他人的商业秘密。",
        "否",
        clauses=(art(5, para=1),),
        aliases=("含商业秘密", "涉及商业秘密"),
    )
    trade_secret_measures: Prose = about("商业秘密保护措施", "含商业秘密的怎样保护。", "只输出统计结果")
    state_secret_check: Prose = about(
        "保密审查情况",
        "是否审查过不含国家秘密和工作秘密，谁在何时审查。",
        "2025年4月经保密审查，不涉密",
        clauses=(art(5, para=1),),
        aliases=("涉密审查", "国家秘密审查"),
    )
    public_security_check: Prose = about(
        "国家安全和公共利益影响",
        "授权使用是否可能危害国家安全、公共利益。",
        "经评估无此风险",
        clauses=(art(5, para=1),),
    )
    important_data_declared: Flag = about(
        "重要数据是否申报", "属于重要数据的是否已识别并申报。", "是", aliases=("重要数据申报",)
    )
    records: Count = about("数据量", "记录条数。", "120000条", unit="条", aliases=("记录数", "数据条数"))
    format: Text = about("数据格式", "结构化表、文件、接口等。", "结构化数据", aliases=("格式",))
    sharing_attribute: Text = about("共享开放属性", "目录中登记的共享、开放属性。", "有条件共享", aliases=("共享属性",))
    usage_conditions: Prose = about("使用条件", "提供单位提出的使用条件。", "不得用于营销", aliases=("限制条件",))
    scenarios: list[Text] = about("拟用场景", "该资源拟用于哪些场景。", "商保快赔", item="场景")
    registration: Registration = about(
        "登记", "该资源在公共数据资源登记平台的登记情况。", clauses=(art(16),), aliases=("资源登记", "登记情况")
    )


class GrantedResource(DataItem):
    """A data resource as an agreement grants it."""

    rights: list[OneOf] = about(
        "授权权益", "授予哪些权益。", "使用权", "经营权", of=DATA_RIGHTS, aliases=("权益类型", "权益名称"), item="权益"
    )
    applicant: Text = about("申请单位", "申请使用该资源的单位。", "示例市数据集团有限公司", aliases=("申请人",))
    system: Text = about("系统名称", "资源所在系统。", "市场主体登记系统", aliases=("来源系统",))
    schema_name: Text = about("模式名称", "资源所在的数据库模式。", "SCJG", aliases=("数据库模式",))
    table: Text = about("表名称", "资源对应的数据表。", "ENT_BASE", aliases=("数据表", "表名"))
    scenario: Text = about("应用场景", "该资源获准用于的场景。", "普惠金融", aliases=("授权场景",))
    data_form: OneOf = about(
        "提供形态",
        "以什么形态提供给运营机构；原始数据须受管控。",
        "脱敏数据",
        of=RAW_DATA_FORMS,
        clauses=(art(21, para=1),),
        aliases=("数据形态",),
    )
    method: Text = about("使用方式", "调用或使用的方式。", "平台内接口调用", aliases=("调用方式", "提供方式"))
    start: Date = about("起始日", "该资源授权开始的日期。", "2025年9月1日", aliases=("授权开始日期",))
    end: Date = about(
        "终止日", "该资源授权结束的日期，不晚于协议终止日。", "2027年8月31日", aliases=("授权截止日期", "授权时效")
    )
    registration: Registration = about(
        "登记", "该资源的登记情况。", clauses=(art(16),), aliases=("资源登记", "登记情况")
    )


class UsedResource(DataItem):
    """A data resource as a report accounts for its use."""

    agreement_id: Text = about("协议编号", "依据哪份协议使用。", "HB-2025-001-XY", aliases=("授权协议编号",))
    provided_on: Date = about("首次提供日期", "首次提供给运营机构的日期，登记时限从这天起算。", "2025年10月9日")
    calls: Count = about(
        "调用次数", "本年度被调用的次数。", "12.5万次", unit="次", clauses=(art(19),), aliases=("调用量", "使用次数")
    )
    volume: Text = about("使用数据量", "本年度使用的数据量。", "320GB", clauses=(art(19),), aliases=("数据使用量",))
    products: list[Text] = about(
        "支撑产品", "用到该资源的产品编号。", "P-01", clauses=(art(19),), aliases=("产品",), item="产品"
    )
    usage: Prose = about(
        "使用情况", "本年度使用情况概述。", "用于企业信用核验", clauses=(art(19),), aliases=("资源使用情况",)
    )
    updates_on_time: Percentage = about("按时更新率", "按承诺频率更新的比例。", "98%", aliases=("更新及时率",))
    corrections_requested: Count = about(
        "校核请求数", "提出的质量校核请求数。", "6件", unit="件", clauses=(draft(4, 6),)
    )
    corrections_done: Count = about("校核完成数", "已经校核更正的数。", "6件", unit="件", clauses=(draft(4, 6),))
    in_scope: Flag = about(
        "是否在授权范围内使用",
        "全部使用是否都在授权范围内。",
        "是",
        clauses=(art(6, para=2), art(21, para=2)),
        aliases=("范围内使用",),
    )
    registration: Registration = about(
        "登记", "该资源的登记情况。", clauses=(art(16),), aliases=("资源登记", "登记情况")
    )
