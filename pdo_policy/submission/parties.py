"""Who takes part: organisations, authorities, the parties of an agreement, and what ties them together."""

from pdo_policy.submission.choices import AFFILIATE_RELATIONS, LEGAL_PERSON_TYPES, LEVELS, ROLES
from pdo_policy.submission.clauses import art, draft
from pdo_policy.submission.field import CreditCode, Date, Flag, OneOf, Percentage, Prose, Record, Region, Text, about


class Organisation(Record):
    """A unit by its name and code."""

    name: Text = about("名称", "单位全称，与登记证书上的一致。", "示例市数据集团有限公司", aliases=("单位名称", "全称"))
    credit_code: CreditCode = about(
        "统一社会信用代码",
        "十八位代码；各份材料中同一单位应写同一代码。",
        "91420100MA0000023A",
        aliases=("信用代码", "社会信用代码", "组织代码"),
    )


class Contact(Organisation):
    """A unit and how to reach it."""

    address: Text = about("地址", "注册地或办公地址。", "示例市光谷大道1号", aliases=("住所", "单位地址", "通讯地址"))
    postcode: Text = about("邮政编码", "六位邮政编码。", "430000", aliases=("邮编",))
    contact: Text = about("联系人", "经办人姓名。", "李四", aliases=("经办人",))
    phone: Text = about("联系电话", "固定电话，含区号。", "027-12345678", aliases=("电话", "固定电话"))
    email: Text = about("电子邮箱", "接收通知的邮箱。", "data@example.cn", aliases=("邮箱", "电子邮件"))


class ImplementingBody(Contact):
    """The unit that organises the authorised operation, and who put it in charge."""

    level: OneOf = about(
        "层级",
        "实施机构所属政府的层级；国家行业主管部门一侧填“部门”。",
        "市级",
        of=LEVELS,
        clauses=(art(11, para=2),),
        aliases=("行政层级", "级别"),
    )
    region: Region = about("行政区划", "所在行政区域的全称。", "湖北省武汉市", aliases=("所在地区", "地区"))
    designated_by: Text = about(
        "确定单位",
        "由哪一级政府或主管部门确定其为实施机构。",
        "示例市人民政府",
        clauses=(art(3, para=2),),
        aliases=("指定单位", "确定机关", "授权政府"),
    )
    designation_doc_no: Text = about(
        "确定文号",
        "确定实施机构的文件文号。",
        "示政函〔2025〕12号",
        clauses=(art(3, para=2),),
        aliases=("指定文号", "确定文件"),
    )
    designated_on: Date = about("确定日期", "确定实施机构的文件日期。", "2025年3月10日", aliases=("指定日期",))


class DataProvider(Organisation):
    """A unit whose data go into the operation."""

    domain: Text = about("所属领域", "该单位数据所属的行业领域。", "医疗健康", aliases=("领域", "行业"))
    duties: Prose = about(
        "职责", "该单位在授权运营中承担的供数、更新、校核等职责。", "每月更新并校核数据", clauses=(draft(4, 1),)
    )


class Developer(Organisation):
    """A market body that develops products on top of what the operator delivers."""

    agreement_id: Text = about(
        "协议编号", "与该开发商签订的协议编号。", "HB-2025-001-KF01", clauses=(draft(4, 11),), aliases=("合同编号",)
    )
    agreement_signed_on: Date = about(
        "协议签订日期", "与该开发商签订协议的日期。", "2025-11-01", clauses=(draft(4, 11),)
    )
    products: list[Text] = about(
        "开发产品", "该开发商开发的产品编号或名称。", "P-03", clauses=(art(6, para=2),), aliases=("产品",), item="产品"
    )
    recommended_by: Text = about(
        "推荐单位",
        "由数据提供单位推荐的，写推荐单位；不是推荐产生的填不适用。",
        "示例市卫生健康委员会",
        clauses=(draft(5, 3),),
    )
    recommended_on: Date = about("推荐日期", "推荐材料的日期。", "2025年10月8日", clauses=(draft(5, 3),))
    chosen_by: Prose = about(
        "确定方式", "运营方与该开发商如何达成合作，推荐不等于指定。", "经公开征集后协商签约", clauses=(draft(4, 11),)
    )
    affiliation: Prose = about(
        "与运营机构关系",
        "与运营机构有无持股、控制或人员交叉关系。",
        "无股权和人员关系",
        clauses=(art(6, para=2),),
        aliases=("关联关系",),
    )


class Affiliate(Organisation):
    """A body tied to the operator by shares, control or people."""

    relation: OneOf = about(
        "关联类型",
        "与运营机构的关系。",
        "控股子公司",
        of=AFFILIATE_RELATIONS,
        clauses=(art(6, para=2),),
        aliases=("关系",),
    )
    share: Percentage = about("持股比例", "直接和间接持股合计。", "60%", aliases=("股权比例",))
    note: Prose = about("说明", "控制或关联的具体情形。", "由同一国资平台持有多数股权", aliases=("备注",))


class Party(Contact):
    """One side of an agreement."""

    role: OneOf = about(
        "身份",
        "该签约方在授权运营中的身份；三类运营和开发主体不要混写。",
        "授权运营主体",
        of=ROLES,
        clauses=(art(13), draft(3, 6)),
        aliases=("角色", "主体类型"),
    )
    legal_person_type: OneOf = about(
        "法人类型",
        "运营机构须是法人组织。",
        "企业法人",
        of=LEGAL_PERSON_TYPES,
        clauses=(art(3, para=3),),
        aliases=("组织类型", "主体性质"),
    )
    legal_representative: Text = about(
        "法定代表人", "法定代表人或主要负责人姓名。", "张三", aliases=("负责人", "法定代表人或负责人", "法人代表")
    )
    level: OneOf = about("层级", "政府一侧的签约方所属层级。", "市级", of=LEVELS, aliases=("行政层级",))
    region: Region = about("行政区划", "所在行政区域的全称。", "湖北省武汉市", aliases=("所在地区",))
    sealed: Flag = about("是否签字盖章", "该方是否已签字或盖章。", "是", aliases=("签字盖章", "盖章"))
