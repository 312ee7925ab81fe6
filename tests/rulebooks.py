"""A small rulebook of three kinds of paper and three legal texts becomes a folder: what tests of the language run on.

The papers have a field of every kind; the texts are of every numbering and visibility. Rules are given by the test.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pdo_policy.api import check
from pdo_policy.rulebook.load import load as load_folder
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pdo_policy.report import Report
    from pdo_policy.rulebook.compiled import Rulebook

Data = dict[str, Any]

NOT_APPLICABLE = {
    "if": {"type": "object"},
    "then": {
        "properties": {key: {"type": "string", "minLength": 1} for key in ("不适用", "not_applicable")},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    },
}

_TYPES = {
    "prose": ["string", "array", "null", "object"],
    "flag": ["boolean", "string", "null", "object"],
    "count": ["integer", "string", "null", "object"],
    "number": ["number", "string", "null", "object"],
}
_WITH_FORMAT = frozenset(
    {"date", "duration", "money", "percentage", "count", "number", "flag", "credit_code", "region"}
)


def scalar(kind: str, label: str, **more: Any) -> Data:
    """The schema of a field of one value."""
    form = {"format": f"pdo-{kind}"} if kind in _WITH_FORMAT else {}
    types = _TYPES.get(kind, ["string", "null", "object"])
    return {"title": label, "x-kind": kind, "type": types, **form, "$ref": "#/$defs/NotApplicable", **more}


def choice(label: str, **values: str) -> Data:
    """The schema of an enumeration; `values` are canonical values and their labels."""
    known = [word for pair in values.items() for word in pair]
    rows = [{"value": value, "label": name, "aliases": []} for value, name in values.items()]
    return scalar("choice", label, **{"if": {"type": "string"}, "then": {"enum": known}, "x-choices": rows})


def record(label: str, **fields: Data) -> Data:
    """The schema of a record."""
    return {
        "title": label, "x-kind": "record", "type": ["object", "null"], "properties": fields,
        "additionalProperties": False,
    }  # fmt: skip


def listed(label: str, item: Data, *key: str) -> Data:
    """The schema of a list; `key` names the fields by which its records are known apart."""
    named = {"x-key": list(key)} if key else {}
    types = ["array", "string", "null", "object"]
    return {
        "title": label,
        "x-kind": "list",
        "type": types,
        "$ref": "#/$defs/NotApplicable",
        "items": {**item, **named},
    }


def paper(kind: str, label: str, **fields: Data) -> Data:
    """The schema of a kind of document, with its header."""
    header = {
        "kind": {
            "title": "文件种类", "x-kind": "choice", "const": kind,
            "x-choices": [{"value": kind, "label": label, "aliases": []}],
        },
        "dossier": scalar("text", "项目编号"),
        "id": scalar("text", "编号"),
        "title": scalar("text", "标题"),
        "status": choice("状态", drafting="起草中", adopted="已审定", issued="已印发"),
    }  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": label,
        "x-kind": "record",
        "type": "object",
        "required": list(header),
        "properties": {**header, **fields},
        "additionalProperties": False,
        "$defs": {"NotApplicable": NOT_APPLICABLE},
    }


_REVIEW = record(
    "审议",
    reviewed_on=scalar("date", "审议日期"),
    minutes=scalar("text", "纪要文号"),
    result=choice("审议结果", passed="通过", passed_in_principle="原则通过", rejected="未通过"),
    passed=scalar("flag", "是否通过"),
)
_RESOURCE = record(
    "资源",
    id=scalar("text", "编号"),
    name=scalar("text", "名称"),
    frequency=scalar("text", "更新频率"),
    quality=scalar("percentage", "完整率"),
    rows=scalar("count", "数据量"),
    price=scalar("money", "价格"),
    registered_on=scalar("date", "登记日期"),
    updated_in=scalar("duration", "更新周期"),
    shared=scalar("flag", "是否共享"),
    category=choice("类别", personal="个人", enterprise="企业", traffic="交通"),
    columns=listed("数据项", scalar("text", "数据项")),
)
_PRODUCT = record(
    "产品",
    id=scalar("text", "编号"),
    name=scalar("text", "名称"),
    price=scalar("money", "价格"),
    launched_on=scalar("date", "上架日期"),
    reviewed_on=scalar("date", "审核日期"),
    form=choice("形态", api="接口", report="报告", model="模型"),
)

SCHEMAS: Mapping[str, Data] = {
    "plan": paper(
        "plan",
        "实施方案",
        goal=scalar("text", "目标"),
        body=scalar("prose", "正文"),
        drafted_on=scalar("date", "编制日期"),
        starts_on=scalar("date", "施行日期"),
        term=scalar("duration", "期限"),
        trial=scalar("duration", "试用期"),
        budget=scalar("money", "投资"),
        own_funds=scalar("money", "自有资金"),
        share=scalar("percentage", "自有比例"),
        ceiling=scalar("percentage", "比例上限"),
        pages=scalar("count", "页数"),
        annexes=scalar("count", "附件数"),
        factor=scalar("number", "系数"),
        filed=scalar("flag", "是否备案"),
        has_personal=scalar("flag", "是否涉及个人信息"),
        mode=choice("授权模式", whole="整体授权", by_field="分领域授权", by_scene="依场景授权", other="其他"),
        mode_note=scalar("text", "模式说明"),
        drafter_code=scalar("credit_code", "编制单位代码"),
        region=scalar("region", "行政区划"),
        review=_REVIEW,
        exit=record("退出", method=scalar("prose", "退出机制"), handover=scalar("text", "移交方")),
        resources=listed("数据资源", _RESOURCE, "id", "name"),
        changes=listed("变更", record("变更", what=scalar("text", "内容"), major=scalar("flag", "是否较大变更"))),
        domains=listed("领域", scalar("text", "领域")),
        forms=listed("产品形态", choice("产品形态", api="接口", report="报告", model="模型")),
    ),
    "agreement": paper(
        "agreement",
        "授权运营协议",
        plan_id=scalar("text", "方案编号"),
        signed_on=scalar("date", "签订日期"),
        starts_on=scalar("date", "起始日"),
        ends_on=scalar("date", "终止日"),
        term=scalar("duration", "期限"),
        method=choice("遴选方式", tender="公开招标", consultation="竞争性磋商", direct="直接指定"),
        overrun_reason=scalar("text", "超期理由"),
        renewal=record(
            "续期",
            approved=scalar("flag", "是否批准"),
            until=scalar("date", "批准至"),
            revoked=scalar("flag", "是否撤销"),
        ),
        fee=scalar("money", "服务费"),
        income=scalar("money", "预计年收入"),
        split=record(
            "分成",
            provider=scalar("percentage", "提供单位"),
            operator=scalar("percentage", "运营主体"),
            developer=scalar("percentage", "开发商"),
        ),
        scope=listed("授权范围", scalar("text", "授权范围")),
        products=listed("产品", _PRODUCT, "id", "name"),
    ),
    "annual_report": paper(
        "annual_report",
        "年度报告",
        agreement_id=scalar("text", "协议编号"),
        year=scalar("count", "报告年度"),
        year_end=scalar("date", "年度终了日"),
        submitted_on=scalar("date", "提交日期"),
        late_note_on=scalar("date", "逾期说明日期"),
        total=scalar("money", "收入合计"),
        lines=listed(
            "产品收入",
            record("产品收入", product=scalar("text", "产品编号"), amount=scalar("money", "金额")),
            "product",
        ),
        incidents=listed(
            "安全事件",
            record(
                "安全事件",
                level=choice("级别", minor="一般", major="重大"),
                happened_on=scalar("date", "发生日期"),
                reported_on=scalar("date", "报告日期"),
            ),
        ),
    ),
}  # fmt: skip


def _clause(name: str, visibility: str = "full", modality: str = "应当", **more: Any) -> Data:
    return {
        "id": name, "summary": f"{name} 的摘要", "modality": modality, "visibility": visibility, "class": "automated",
        **more,
    }  # fmt: skip


INSTRUMENTS: Mapping[str, Data] = {
    "norm": {
        "id": "norm", "title": "公共数据资源授权运营实施规范（试行）", "short": "实施规范", "names": ["27号"],
        "number": "测规〔2025〕27号", "issuer": "测试部门", "status": "in_force", "issued": "2025-01-08",
        "effective": {"from": "2025-03-01"}, "numbering": "articles", "seen": "全部",
        "clauses": [
            _clause("art_2__para_1", modality="定义"),
            _clause("art_2__para_2"),
            _clause("art_8"),
            *(_clause(f"art_9__point_{number}") for number in range(1, 6)),
            _clause("art_10bis1"),
            _clause("art_11__para_1", words=["三重一大"]),
            _clause("art_11__para_2"),
            _clause("art_14"),
            _clause("art_14__point_1"),
            _clause("art_14__point_2", modality="原则上", words=["原则上"]),
            _clause("art_15"),
            _clause("art_16"),
        ],
    },
    "draft": {
        "id": "draft", "title": "公共数据授权运营管理办法（征求意见稿）", "short": "管理办法（征求意见稿）",
        "names": ["管理办法"], "number": "", "issuer": "测试机关", "status": "draft", "issued": "2024-09",
        "numbering": "statements", "seen": "起草说明",
        "clauses": [
            _clause("chp_2__stmt_1", "summary"),
            _clause("chp_2__stmt_2", "topic"),
            _clause("chp_3__stmt_1", "summary", modality="鼓励"),
            _clause("chp_6__stmt_1", "topic"),
        ],
    },
    "outline": {
        "id": "outline", "title": "公共数据资源授权运营实施办法（试行）", "short": "实施办法", "number": "",
        "issuer": "测试机关", "status": "in_force", "issued": "2025-10-13", "effective": {"from": "2025-10-13"},
        "numbering": "outline", "seen": "全部",
        "clauses": [
            _clause("outline_1"),
            _clause("outline_2__outline2_1"),
            _clause("outline_2__outline2_2"),
            _clause("outline_2__outline2_3", "topic"),
        ],
    },
}  # fmt: skip

CALENDARS: Mapping[str, Data] = {
    "2025": {
        "year": 2025, "notice": "测办〔2024〕12号", "title": "2025年放假安排",
        "days_off": [
            {"name": "元旦", "from": "2025-01-01", "to": "2025-01-01"},
            {"name": "春节", "from": "2025-01-28", "to": "2025-02-04"},
            {"name": "清明节", "from": "2025-04-04", "to": "2025-04-06"},
            {"name": "劳动节", "from": "2025-05-01", "to": "2025-05-05"},
            {"name": "端午节", "from": "2025-05-31", "to": "2025-06-02"},
            {"name": "国庆节", "from": "2025-10-01", "to": "2025-10-08"},
        ],
        "working_weekends": ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    },
    "2026": {
        "year": 2026, "notice": "测办〔2025〕7号", "title": "2026年放假安排",
        "days_off": [
            {"name": "元旦", "from": "2026-01-01", "to": "2026-01-03"},
            {"name": "春节", "from": "2026-02-15", "to": "2026-02-23"},
            {"name": "清明节", "from": "2026-04-04", "to": "2026-04-06"},
            {"name": "劳动节", "from": "2026-05-01", "to": "2026-05-05"},
            {"name": "端午节", "from": "2026-06-19", "to": "2026-06-21"},
            {"name": "中秋节", "from": "2026-09-25", "to": "2026-09-27"},
            {"name": "国庆节", "from": "2026-10-01", "to": "2026-10-07"},
        ],
        "working_weekends": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    },
}  # fmt: skip

MANIFEST: Data = {
    "id": "small", "title": "小规则库", "version": "1.0", "prefix": "T", "scope": "测试", "scope_en": "tests",
    "documents": {
        "plan": {"label": "实施方案", "names": ["方案", "plan"], "schema": "plan.schema.json"},
        "agreement": {"label": "授权运营协议", "names": ["协议", "agreement"], "schema": "agreement.schema.json"},
        "annual_report": {
            "label": "年度报告", "names": ["年报", "annual_report"], "schema": "annual_report.schema.json",
        },
    },
    "relations": [
        {
            "id": "agreement-plan", "from": "agreement", "to": "plan", "via": "plan_id",
            "forward": {"label": "实施方案", "names": ["方案", "plan"]},
            "back": {"label": "授权运营协议", "names": ["协议清单", "agreements"]},
        },
        {
            "id": "report-agreement", "from": "annual_report", "to": "agreement", "via": "agreement_id",
            "forward": {"label": "授权运营协议", "names": ["协议", "agreement"]},
            "back": {"label": "年度报告", "names": ["年报清单", "annual_reports"]},
        },
    ],
}  # fmt: skip


def small(
    folder: Path,
    rules: str | Mapping[str, str] = "",
    *,
    manifest: Data | None = None,
    schemas: Mapping[str, Data] | None = None,
    instruments: Mapping[str, Data] | None = None,
    calendars: Mapping[str, Data] | None = None,
) -> Path:
    """Write the small rulebook into `folder` / `rulebook` and return that folder.

    Args:
        folder: an existing folder, as `tmp_path`.
        rules: the text of `rules.pdl`, or texts by file name; an empty text makes no file.
        manifest: members of rulebook.yaml that differ.
        schemas: further or other schemas by kind of document (a new kind needs its entry in `manifest` too).
        instruments: registers instead of the usual three, by file name.
        calendars: years instead of 2025 and 2026, by file name.
    """
    root = folder / "rulebook"
    for name in ("instruments", "calendars"):
        (root / name).mkdir(parents=True, exist_ok=True)
    for kind, schema in {**SCHEMAS, **(schemas or {})}.items():
        _write(root / f"{kind}.schema.json", schema)
    for name, data in (INSTRUMENTS if instruments is None else instruments).items():
        _write(root / "instruments" / f"{name}.yaml", data)
    for name, data in (CALENDARS if calendars is None else calendars).items():
        _write(root / "calendars" / f"{name}.yaml", data)
    _write(root / "rulebook.yaml", {**MANIFEST, **(manifest or {})})
    texts = rules if not isinstance(rules, str) else {"rules.pdl": rules} if rules else {}
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return root


def _write(path: Path, data: Data) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def load(folder: Path) -> Rulebook:
    """The rulebook of a folder.

    Raises:
        RulebookError: with every problem.
    """
    return load_folder(folder)


def plan(**fields: Any) -> Data:
    """A 方案 with its header and these fields; a field given as `...` is left out."""
    return _document("plan", "P1", fields)


def agreement(**fields: Any) -> Data:
    """A 协议 that names the plan P1, with these fields; a field given as `...` is left out."""
    return _document("agreement", "A1", {"plan_id": "P1", **fields})


def report(**fields: Any) -> Data:
    """A 年报 that names the agreement A1, with these fields; a field given as `...` is left out."""
    return _document("annual_report", "R1", {"agreement_id": "A1", **fields})


def _document(kind: str, name: str, fields: Data) -> Data:
    header = {"kind": kind, "dossier": "D1", "id": name, "title": "标题", "status": "已印发"}
    return {key: value for key, value in {**header, **fields}.items() if value is not ...}


def checked(book: Rulebook, *documents: Data, as_of: date = date(2026, 1, 5), **options: Any) -> Report:
    """The report on documents, each written as a JSON source `1.json`, `2.json`, ...; options as `check` has them."""
    texts = [json.dumps(document, ensure_ascii=False, indent=1) for document in documents]
    sources = [Source(f"{number}.json", text) for number, text in enumerate(texts, 1)]
    return check(*sources, as_of=as_of, rulebook=book, **options)
