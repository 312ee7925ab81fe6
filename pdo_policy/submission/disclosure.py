"""What each side told the public about a year (年度披露), as facts with dates and addresses."""

from pdo_policy.submission.clauses import art
from pdo_policy.submission.field import Date, Flag, Prose, Record, Text, about
from pdo_policy.submission.parties import Contact


class AuthorityDisclosure(Record):
    """What the implementing body disclosed."""

    body: Contact = about("实施机构信息", "披露的实施机构信息。", aliases=("披露单位", "单位信息"))
    object: Prose = about(
        "授权对象", "披露的授权对象。", "示例市数据集团有限公司", clauses=(art(18),), aliases=("已授权运营机构",)
    )
    content: Prose = about(
        "授权内容", "披露的授权内容。", "企业登记等12项资源", clauses=(art(18),), aliases=("已授权资源",)
    )
    scope: Prose = about("授权范围", "披露的授权范围。", "普惠金融、商保理赔场景", clauses=(art(18),))
    term: Prose = about(
        "授权时限",
        "披露的授权期限。",
        "2025年9月1日至2028年8月31日",
        clauses=(art(18),),
        aliases=("授权期限", "运营期限"),
    )
    registration: Prose = about(
        "登记完成情况", "披露的资源登记情况。", "12项均已登记", clauses=(art(16),), aliases=("登记情况",)
    )
    mode: Prose = about("授权运营方式", "披露的授权运营方式。", "整体授权", aliases=("授权方式", "授权模式"))
    price_ceilings: Prose = about(
        "上限收费标准", "披露的运营服务费上限。", "P-01每次0.8元", aliases=("运营服务上限收费标准",)
    )
    date: Date = about(
        "披露日期", "披露的日期，每年3月底前。", "2026年3月10日", clauses=(art(18),), aliases=("日期", "公开日期")
    )
    url: Text = about("披露网址", "披露的网址。", "https://sjj.example.cn/2025", aliases=("网址", "链接"))


class OperatorDisclosure(Record):
    """What the operator disclosed."""

    body: Contact = about("运营机构信息", "披露的运营机构信息。", aliases=("披露单位", "单位信息"))
    granted_resources: Prose = about(
        "已获授权资源", "披露的已获授权资源。", "企业登记等12项资源", aliases=("获授权资源",)
    )
    product_list: Prose = about(
        "产品和服务清单", "公开的清单。", "在平台首页公开20项", clauses=(art(19),), aliases=("清单",)
    )
    product_list_url: Text = about(
        "清单网址", "清单的网址。", "https://data.example.cn/list", clauses=(art(19),), aliases=("产品清单网址",)
    )
    resource_usage: Prose = about(
        "资源使用情况", "披露的公共数据资源使用情况。", "全年调用4万次", clauses=(art(19),), aliases=("使用情况",)
    )
    prices: Prose = about("具体收费标准", "披露的具体收费标准。", "P-01每次0.5元", aliases=("收费标准",))
    registration: Prose = about(
        "登记完成情况", "披露的产品登记情况。", "20项已登记18项", clauses=(art(16),), aliases=("登记情况",)
    )
    capability: Prose = about("产品能力清单", "公开的产品能力。", "核验、评分、报告三类能力", aliases=("能力清单",))
    date: Date = about(
        "披露日期", "披露的日期，每年3月底前。", "2026年3月12日", clauses=(art(19),), aliases=("日期", "公开日期")
    )
    url: Text = about("披露网址", "披露的网址。", "https://data.example.cn/2025", aliases=("网址", "链接"))


class Disclosure(Record):
    """The disclosure of a year by both sides."""

    implementing_body: AuthorityDisclosure = about(
        "实施机构披露", "实施机构披露的内容。", clauses=(art(18),), aliases=("实施机构的披露",)
    )
    operator: OperatorDisclosure = about(
        "运营机构披露", "运营机构披露的内容。", clauses=(art(19),), aliases=("运营机构的披露",)
    )
    data_authority: Contact = about("数据管理部门", "披露表中的数据管理部门及联系方式。", aliases=("公共数据主管部门",))
    consistent: Flag = about("是否与协议一致", "披露的期限、资源和收费是否与协议一致。", "是")
    difference: Prose = about("不一致说明", "不一致的写明原因。", "P-05尚未上架")
    complaints_channel: Text = about("投诉举报渠道", "公开的投诉举报渠道。", "027-12345", aliases=("投诉渠道",))
