"""Reasons why a rule did not say what its author expected: rules, papers, and the true cause as it must be told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.asking import rule
from tests.rulebooks import agreement, plan, report

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADER = "kind: plan\ndossier: D1\nid: P1\ntitle: 标题\nstatus: 已印发\n"
"""Of a 方案, whose own lines follow."""


class Cause(NamedTuple):
    """Why T-A ended as it did.

    Attributes:
        rules: the text of a rulebook, or the body of a rule on a 方案.
        papers: as data, or as YAML.
        verdict: how it ended; `not_run` for no trace.
        told: what must stand in the answer, each on a line of its own or not.
        options: of `why`.
    """

    rules: str
    papers: tuple[dict[str, Any] | str, ...]
    verdict: str
    told: tuple[str, ...]
    options: Mapping[str, Any] = {}


def exempting(name: str, target: str, clauses: str, *, cite: str = "《实施规范》第十四条第二项") -> str:
    """An exception that exempts."""
    return f"例外 {name} “题{name}” 对 {target}\n依据 {cite}\n{clauses}\n效果 豁免\n完\n"


GOAL = "应当 方案.目标 已载明"
TERM = rule("应当 协议.期限 不超过 36 个月", subject="协议")
FIVE_YEARS = rule("应当 协议.终止日 不晚于 届满日（协议.起始日，5 年）", subject="协议")
AFTER_REVIEW = rule("应当 协议.签订日期 不早于 协议.方案.审议.审议日期", subject="协议")
LATE = (
    rule("应当 年报.提交日期 在 年报.年度终了日 起 3 个月 内\n后果 T-A", subject="年报", name="T-B")
    + rule("应当 年报.逾期说明日期 已载明", subject="年报")
)  # fmt: skip
VERSIONS = "".join(
    f"规则 T-A “题”\n依据 《实施规范》第八条\n对象 方案\n时点 方案.编制日期\n生效 {period}\n应当 方案.目标 已载明\n完\n"
    for period in ("2025-01-01 至 2025-06-30", "2025-07-01 起")
)
FREQUENCY = "应当 每个 源 于 方案.数据资源 满足 源.更新频率 已载明"
RESOURCES = [{"id": "R1", "name": "气象", "frequency": "每日"}, {"id": "R2", "name": "水文"}]
REVIEWED = plan(review={"reviewed_on": "2025-03-01"})

CAUSES: Mapping[str, Cause] = {
    # when it applies
    "当的值不同": Cause(
        f"当 方案.授权模式 为 其他\n{GOAL}", (plan(mode="整体授权"),),
        "not_applicable", ("方案.授权模式 为 其他", "授权模式：整体授权  1.json:7:10"),
    ),
    "状态不同": Cause(
        f"当 方案.状态 属于 【已审定、已印发】\n{GOAL}", (plan(status="起草中"),),
        "not_applicable", ("状态：起草中  1.json:6:12", "未见“目标”"),
    ),
    "当所看的字段没有写": Cause(
        f"当 方案.授权模式 已载明\n{GOAL}", (plan(goal="有"),),
        "not_applicable", ("未见“授权模式”", "写明“授权模式”；适用则为符合"),
    ),
    "两个当中的一个不成立": Cause(
        f"当 方案.目标 已载明\n当 方案.是否备案\n{GOAL}", (plan(goal="有", filed=False),),
        "not_applicable", ("适用条件不成立：方案.是否备案", "是否备案：否"),
    ),
    "没有行使可以": Cause(
        "可以 方案.模式说明 已载明 但应当 方案.目标 已载明", (plan(),),
        "not_applicable", ("方案.模式说明 已载明", "未见“模式说明”"),
    ),
    "前提规则没有不符合": Cause(
        LATE, (report(submitted_on="2026-02-01", year_end="2025-12-31"),),
        "not_applicable", ("前提规则 T-B：符合",),
    ),
    "时点在各版生效期以外": Cause(
        VERSIONS, (plan(drafted_on="2024-12-31"),),
        "not_applicable", ("编制日期：2024年12月31日", "2025-01-01 至 2025-06-30、2025-07-01 起"),
    ),
    "时点只写到年": Cause(
        VERSIONS, (plan(drafted_on="2025"),), "undetermined", ("编制日期：2025年", "把“编制日期”写得更精确"),
    ),
    # the law
    "文件还没有施行": Cause(
        GOAL, (plan(),), "not_run", ("《实施规范》第八条：尚未施行，2025-03-01 起施行",), {"as_of": date(2025, 1, 6)},
    ),
    "--law 不计入": Cause(
        GOAL, (plan(),), "not_run", ("--law draft 不计入",), {"law": "draft"},
    ),
    "只知主题的条款": Cause(
        rule(GOAL, cite="《管理办法》第二章要点2"), (plan(),), "undetermined", ("条文内容未公开", "未见“目标”"),
    ),
    # the papers
    "没有这种材料": Cause(
        TERM, (plan(),), "not_run", ("没有可检查的授权运营协议", "实施方案 P1（1.json）"),
    ),
    "材料读不了": Cause(
        TERM, (plan(), "kind: agreement\n  a: [\n"), "not_run", ("读不了的材料", "2.yaml:"),
    ),
    "另一份没有提交": Cause(
        AFTER_REVIEW, (agreement(plan_id=..., signed_on="2025-04-01"),),
        "undetermined", ("同一项目中未见实施方案", "提交“实施方案”"),
    ),
    "写的是另一个编号": Cause(
        AFTER_REVIEW, (agreement(plan_id="P9", signed_on="2025-04-01"), REVIEWED),
        "undetermined", ("“方案编号”写的是“P9”", "同一项目中有实施方案 P1"),
    ),
    "属于另一个项目": Cause(
        AFTER_REVIEW, (agreement(signed_on="2025-04-01"), {**REVIEWED, "dossier": "D2"}),
        "undetermined", ("实施方案 P1（2.json）属于项目“D2”",),
    ),
    "有几份，没有写指哪一份": Cause(
        AFTER_REVIEW, (agreement(plan_id=..., signed_on="2025-04-01"), REVIEWED, {**REVIEWED, "id": "P2"}),
        "undetermined", ("有几份实施方案，看不出指哪一份",),
    ),
    # what is written
    "字段名写错": Cause(
        GOAL, (HEADER + "目标值: 提高\n",), "violated", ("没有“目标值”这个字段", "1.yaml:6:1"),
    ),
    "字段写在别处": Cause(
        "应当 方案.审议.纪要文号 已载明", (HEADER + "纪要文号: 12号\n",),
        "violated", ("“纪要文号”不写在这里", "审议 → 纪要文号"),
    ),
    "同一字段写了两次": Cause(
        GOAL, (HEADER + "目标: 甲\ngoal: 乙\n",), "undetermined", ("与第 6 行写的是同一个字段",),
    ),
    "明示未知": Cause(GOAL, (plan(goal=None),), "undetermined", ("“目标”注明为未知  1.json:7:10",)),
    "待定": Cause(GOAL, (plan(goal="待定"),), "undetermined", ("“目标”注明为未知",)),
    "空白": Cause(GOAL, (plan(goal="____"),), "violated", ("“目标”为空白  1.json:7:10",)),
    "不适用": Cause(
        GOAL, (plan(goal={"不适用": "试点项目"}),), "undetermined", ("“目标”注明不适用：试点项目",),
    ),
    "无法识别": Cause(
        "应当 方案.期限 不超过 5 年", (plan(term="三十个左右"),), "undetermined", ("“左右”使期间不确定", "1.json:7:10"),
    ),
    "推定": Cause(
        "推定 方案.是否备案 为 否\n应当 方案.是否备案 为 否", (plan(),), "satisfied", ("推定为否",),
    ),
    # lists
    "清单没有写": Cause(FREQUENCY, (plan(),), "undetermined", ("未见“数据资源”",)),
    "清单为空，个个成立": Cause(FREQUENCY, (plan(resources=[]),), "satisfied", ("“数据资源”一项也没有",)),
    "清单为空，一个也没有": Cause(
        "应当 存在 源 于 方案.数据资源 满足 源.是否共享", (plan(resources=[]),), "violated", ("“数据资源”一项也没有",),
    ),
    "另一个元素不成立": Cause(
        FREQUENCY, (plan(resources=RESOURCES),), "violated", ("第2项 水文 → 更新频率”", "源.更新频率 已载明"),
    ),
    "另一个元素成立": Cause(
        "应当 存在 源 于 方案.数据资源 满足 源.更新频率 已载明", (plan(resources=RESOURCES),),
        "satisfied", ("第1项 气象 → 更新频率：每日",),
    ),
    "每一个都没有到": Cause(
        "不得 存在 源 于 方案.数据资源 满足 源.数据量 超过 100",
        (plan(resources=[{"id": "R1", "rows": 100}, {"id": "R2", "rows": 7}]),),
        "satisfied", ("共 2 项", "第1项 R1 → 数据量：100"),
    ),
    "列举里的一项": Cause(
        "应当 下列全部\n（一）“日期”：方案.审议.审议日期 已载明\n（二）“纪要”：方案.审议.纪要文号 已载明",
        (REVIEWED,), "violated", ("第2项“纪要”：方案.审议.纪要文号 已载明", "未见“审议 → 纪要文号”"),
    ),
    # conditions
    "或的另一边成立": Cause(
        "应当 方案.目标 已载明 或 方案.正文 已载明", (plan(body="另附"),), "satisfied", ("要求成立：方案.正文 已载明",),
    ),
    "若的前提不成立": Cause(
        "应当 若 方案.是否涉及个人信息 则 方案.目标 已载明", (plan(has_personal=False),),
        "satisfied", ("“若”的前提：方案.是否涉及个人信息（不成立）", "是否涉及个人信息：否"),
    ),
    "判定里的条件": Cause(
        "判定 审定以后（方案 案） := 案.状态 属于 【已审定、已印发】\n" + rule(f"当 审定以后（方案）\n{GOAL}"),
        (plan(status="起草中"),), "not_applicable", ("判定“审定以后”：案.状态 属于 【已审定、已印发】", "状态：起草中"),
    ),
    "含本数": Cause(
        "不得 方案.期限 超过 5 年", (plan(term="60个月"),), "satisfied", ("方案.期限 超过 5 年", "期限：5年"),
    ),
    "算出来的值": Cause(
        "应当 方案.自有资金 不少于 方案.投资 * 20%", (plan(own_funds="19万元", budget="100万元"),),
        "violated", ("方案.投资 * 20% = 20万元", "自有资金：19万元"),
    ),
    "只写到月的日期": Cause(
        "应当 方案.施行日期 不早于 方案.编制日期", (plan(starts_on="2025-03", drafted_on="2025-03-15"),),
        "undetermined", ("所写精度不足以比较", "施行日期：2025年3月"),
    ),
    "放假安排没有公布": Cause(
        FIVE_YEARS, (agreement(starts_on="2025-01-06", ends_on="2030-01-08"),),
        "undetermined", ("相关年份的放假安排尚未公布", "= 2030年1月6日至2030年1月21日之间"),
    ),
    "调休上班的日子": Cause(
        rule("应当 协议.终止日 在 协议.起始日 起 3 个工作日 内", subject="协议"),
        (agreement(starts_on="2025-01-24", ends_on="2025-02-06"),),
        "violated", ("届满日（协议.起始日，3个工作日） = 2025年2月5日", "终止日：2025年2月6日"),
    ),
    "期间单位不同": Cause(TERM, (agreement(term="1000日"),), "undetermined", ("期间的单位不同", "期限：1000日")),
    "币种不同": Cause(
        "应当 方案.自有资金 不少于 方案.投资", (plan(own_funds="1USD", budget="1元"),), "undetermined", ("币种不同",),
    ),
    "参数按那一天的取值": Cause(
        "参数 最长 := 5 年 依据 《实施规范》第八条 生效 2025-01-01 至 2025-12-31 状态 已核\n"
        "参数 最长 := 3 年 依据 《实施规范》第八条 生效 2026-01-01 起 状态 已核\n" + rule("应当 方案.期限 不超过 最长"),
        (plan(term="4年"),), "violated", ("最长 = 3年",),
    ),
    "没有认定": Cause(
        "认定 已经脱敏 “数据是否已经脱敏？” 由 数据局\n依据 《实施规范》第八条\n" + rule("应当 已经脱敏"),
        (plan(),), "undetermined", ("须由数据局认定：数据是否已经脱敏？", "取得“已经脱敏”的认定"),
    ),
    # exceptions
    "除非成立": Cause(
        rule("应当 协议.期限 不超过 36 个月\n除非 协议.超期理由 已载明", subject="协议"),
        (agreement(term="5年", overrun_reason="跨年项目"),), "exempt", ("超期理由：跨年项目", "“除非”不成立则为不符合"),
    ),
    "例外成立": Cause(
        TERM + exempting("T-X", "T-A", "当 协议.续期.是否批准"), (agreement(term="5年", renewal={"approved": True}),),
        "exempt", ("例外 T-X“题T-X” 成立：协议.续期.是否批准",),
    ),
    "例外没有证明": Cause(
        TERM + exempting("T-X", "T-A", "当 协议.续期.是否批准"), (agreement(term="5年"),),
        "violated", ("例外 T-X“题T-X” 未定，未证时不成立", "写明“续期 → 是否批准”；例外 T-X“题T-X”成立则为豁免"),
    ),
    "例外差一个条件": Cause(
        TERM + exempting("T-X", "T-A", "当 协议.续期.是否批准 且 协议.服务费 已载明"),
        (agreement(term="5年", renewal={"approved": True}),),
        "violated", ("不成立，2 个条件中 1 个成立：协议.服务费 已载明", "未见“服务费”"),
    ),
    "例外被另一个例外反对": Cause(
        TERM + exempting("T-X", "T-A", "当 协议.续期.是否批准") + exempting("T-Y", "T-X", "当 协议.续期.是否撤销"),
        (agreement(term="5年", renewal={"approved": True, "revoked": True}),),
        "violated", ("例外 T-X“题T-X” 本身成立，但例外 T-Y 反对它而起作用", "续期 → 是否撤销：是"),
    ),
    "例外没有生效": Cause(
        TERM + exempting("T-X", "T-A", "生效 2027-01-01 起\n当 协议.续期.是否批准"),
        (agreement(term="5年", renewal={"approved": True}),),
        "violated", ("例外 T-X“题T-X”：在2026年1月5日没有生效（2027-01-01 起）",),
    ),
    "例外的条款不计入": Cause(
        TERM + exempting("T-X", "T-A", "当 协议.续期.是否批准", cite="《管理办法》第三章要点1"),
        (agreement(term="5年", renewal={"approved": True}),),
        "violated", ("例外 T-X“题T-X”：所引条款在检查日或按 --law 不计入",), {"law": "in-force"},
    ),
    "要求换了": Cause(
        TERM + "例外 T-X “延期” 对 T-A\n依据 《实施规范》第十四条第二项\n当 协议.续期.是否批准\n"
        "效果 改为 应当 协议.终止日 不晚于 协议.续期.批准至\n完\n",
        (agreement(term="5年", ends_on="2030-01-01", renewal={"approved": True, "until": "2031-01-01"}),),
        "satisfied", ("要求由例外 T-X 改为（成立）：协议.终止日 不晚于", "续期 → 批准至：2031年1月1日"),
    ),
}  # fmt: skip
