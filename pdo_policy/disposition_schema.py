"""The files of waivers, baseline and determinations, and what a report and `diff` say of them, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pdo_policy.schema_parts import Count, Day, Fingerprint, Part, Place, Severity, Verdict, schema_of

Words = Annotated[str, Field(min_length=1)]


class Waiver(Part):
    """One finding that somebody accepted for a while."""

    rule: Annotated[Words, Field(title="规则", description="规则编号")]
    where: Annotated[
        Words,
        Field(title="位置", description="材料，再是报告里“位置”一行：授权运营协议 XY-1 → 违约责任"),
    ]
    reason: Annotated[Words, Field(title="理由")]
    approver: Annotated[Words, Field(title="批准人", description="谁批准的，写到人或者机构")]
    basis: Annotated[Words, Field(title="依据", description="依据的条款或者文件")]
    created: Annotated[Words, Field(title="登记日期", description="从这一天起有效")]
    expires: Annotated[Words, Field(title="到期日期", description="到这一天为止，含当日；不晚于登记日期以后十二个月")]


class Waivers(Part):
    """pdo-waivers.yaml."""

    version: Annotated[Literal[1], Field(title="版本")]
    waivers: Annotated[list[Waiver], Field(title="豁免登记")]


Blank = str | None
"""A text that may be left open."""


class Answer(Part):
    """What was determined about one question, and by whom; open as long as there is no answer."""

    # One list of values, so that a wrong one is told with those there are.
    answer: Annotated[
        Literal[True, False, "是", "否", None],  # noqa: PYI061 - see above
        Field(title="结论", description="是或否；还没有的留空"),
    ]
    by: Annotated[Blank, Field(title="认定单位")] = None
    date: Annotated[Blank, Field(title="认定日期", description="写到日")] = None
    document: Annotated[Blank, Field(title="文号")] = None
    note: Annotated[Blank, Field(title="说明")] = None


class Determinations(Part):
    """determinations.yaml."""

    kind: Annotated[Literal["determinations", "认定"], Field(title="文件种类")]
    dossier: Annotated[Blank, Field(title="项目编号", description="放在材料文件夹里的要写")] = None
    answers: Annotated[dict[str, Answer], Field(title="认定", description="按规则库里认定的名称")]


class Entry(Part):
    """A finding that was there when the baseline was made."""

    fingerprint: Fingerprint
    rule: Words
    clause: str
    headline: str
    paper: str
    role: str
    paper_id: str
    dossier: str
    severity: Severity
    verdict: Verdict
    first_seen: Day
    reason: Words


class Baseline(Part):
    """pdo-baseline.json."""

    version: Literal[1]
    created: Day
    rulebook: str
    entries: list[Entry]


class WaiverUse(Part):
    """What became of a waiver."""

    rule: str
    where: str
    reason: str
    approver: str
    basis: str
    created: Day
    expires: Day
    path: str
    line: Place
    state: Literal["used", "unused", "elsewhere", "expired", "early", "barred"]
    covers: list[Fingerprint]
    days_left: int
    expiring: bool
    broad: bool


class Met(Entry):
    """An entry whose finding is there, and for how many days."""

    age: Count


class BaselineUse(Part):
    """What became of a baseline."""

    path: str
    created: Day
    met: list[Met]
    stale: list[Entry]
    worse: list[Entry]
    elsewhere: Count


class Known(Part):
    """A finding that is compared."""

    fingerprint: Fingerprint
    rule: str
    title: str
    verdict: Verdict
    severity: Severity
    headline: str
    paper: str
    trail: str
    excerpt: str
    clause: str


class FieldChange(Part):
    """A field that says something else; empty where it is not there."""

    paper: str
    trail: str
    before: str
    after: str


class VerdictChange(Part):
    """A pair of rule and paper that ended otherwise."""

    rule: str
    title: str
    paper: str
    before: Verdict | Literal[""]
    after: Verdict | Literal[""]
    fields: list[FieldChange]


class FindingChange(Part):
    """A finding that is in both, with another verdict or other words."""

    before: Known
    after: Known


class Changes(Part):
    """What is different from another check."""

    before: str
    after: str
    new: list[Known]
    solved: list[Known]
    remaining: list[Known]
    unasked: list[Known]
    changed: list[FindingChange]
    verdicts: list[VerdictChange]
    fields: list[FieldChange]
    papers_gone: list[str]
    papers_new: list[str]
    caution: list[Literal["rulebook", "as_of", "law"]]
    before_as_of: str


def schema_texts() -> dict[str, str]:
    """The schemas of the files by their names."""
    models: dict[str, type[Part]] = {
        "waivers": Waivers,
        "baseline": Baseline,
        "changes": Changes,
        "determinations": Determinations,
    }
    return {f"schemas/{name}.schema.json": schema_of(model, name) for name, model in models.items()}
