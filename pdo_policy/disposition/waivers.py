"""A file of waivers becomes waivers, each with its place; what is wrong with the file is told all at once."""

from __future__ import annotations

import json
import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pdo_policy.dispositions import Waiver
from pdo_policy.errors import FormError, Problem
from pdo_policy.findings import Verdict
from pdo_policy.law.forms import fitting
from pdo_policy.schema.suggestions import MOST, nearest
from pdo_policy.values.reading import read_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pdo_policy.documents.files import File
    from pdo_policy.findings import Finding
    from pdo_policy.law.forms import Form

MONTHS = 12
"""How long a waiver may hold."""

_SPELLING: Mapping[str, str] = MappingProxyType(
    {
        "版本": "version",
        "豁免登记": "waivers",
        "规则": "rule",
        "位置": "where",
        "理由": "reason",
        "批准人": "approver",
        "依据": "basis",
        "登记日期": "created",
        "到期日期": "expires",
    }
)
_NUMBER = re.compile(r"^第\d+项\s+")


def steps(where: Iterable[str]) -> tuple[str, ...]:
    """A way in the labels of the form, list elements by their name alone: so it does not depend on their order.

    An element without a name keeps its number.
    """
    return tuple(_NUMBER.sub("", step.strip()) for step in where)


def read_waivers(files: Iterable[File], rules: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers of files.

    Args:
        files: as `documents.files.collect` gives them.
        rules: ids of the rulebook's rules.

    Raises:
        FormError: a file cannot be read or is not in form, a rule is unknown, or a waiver holds for too long.
    """
    problems: list[Problem] = []
    found: list[Waiver] = []
    for file in files:
        if file.source is None:
            problems.append(Problem("WVR-F001", {"file": file.path}))
            continue
        form = fitting(file.source, "waivers", problems, _SPELLING)
        if form is None:
            continue
        for index, written in enumerate(form.data["waivers"]):
            waiver = _waiver(form, index, written, rules, problems)
            if waiver is not None:
                found.append(waiver)
    if problems:
        raise FormError(problems, "waivers")
    return tuple(found)


_HEAD = """# 豁免登记：经批准暂不整改的问题。不改变结论，报告里照样列出来，只是不再拦住检查；最长十二个月，到期失效。
# 采用：pdo-policy check 材料 --waivers {name}
# “位置”先写材料的编号，再照抄报告里“位置”一行；只写到材料的，这条规则在这份材料里的问题都算，报告会提示写得太宽。
# “登记日期”“到期日期”写到日，都算在内，按北京时间。

版本: 1
豁免登记: []
"""

_LIST = """
# 要登记的，把上面的“豁免登记: []”改成“豁免登记:”，去掉那一项前面的“# ”，补全理由、批准人、依据和到期日期：
"""

_ENTRY = """
#   # {headline}
#   - 规则: {rule}
#     位置: {where}
#     理由:
#     批准人:
#     依据: {clause}
#     登记日期: {day}
#     到期日期:
"""


def template(findings: Iterable[Finding], day: date, barred: Collection[str], name: str) -> str:
    """A file of waivers to fill in, as YAML with comments; as it stands it waives nothing.

    Args:
        findings: those that may be waived are listed, ready to be filled in.
        day: of the check, from which they would hold.
        barred: rules that nobody may waive.
        name: of the file.
    """
    entries = [
        _ENTRY.format(
            headline=_line(finding.text.headline),
            rule=finding.rule_id,
            where=json.dumps(_line(" → ".join((finding.subject.label, *steps(_way(finding))))), ensure_ascii=False),
            clause=json.dumps("，".join(one.display for one in finding.citations), ensure_ascii=False),
            day=day.isoformat(),
        )
        for finding in findings
        if finding.verdict is Verdict.VIOLATED and finding.citations and finding.rule_id not in barred
    ]
    return "".join([_HEAD.format(name=name), *([_LIST] if entries else []), *entries])


def _way(finding: Finding) -> tuple[str, ...]:
    return finding.locations[0].breadcrumb


def _line(text: str) -> str:
    return " ".join(text.split())


def _waiver(
    form: Form, index: int, written: Mapping[str, Any], rules: Collection[str], problems: list[Problem]
) -> Waiver | None:
    before = len(problems)
    rule = written["rule"]
    if rule not in rules:
        near = nearest(rule, rules, 0.0) if len(problems) < MOST else ""
        facts = {"name": rule, "near": near}
        problems.append(Problem("WVR-F002", facts, form.span("waivers", index, "rule")))
    blank = [key for key in ("where", "reason", "approver", "basis") if not written[key].strip()]
    problems.extend(Problem("WVR-F003", {"key": key}, form.span("waivers", index, key)) for key in blank)
    created, expires = (_day(form, index, key, written[key], problems) for key in ("created", "expires"))
    if created and expires:
        place = form.span("waivers", index, "expires")
        if expires < created:
            facts = {"created": created.isoformat(), "expires": expires.isoformat()}
            problems.append(Problem("WVR-F005", facts, place))
        elif expires > _after(created):
            facts = {"expires": expires.isoformat(), "latest": _after(created).isoformat()}
            problems.append(Problem("WVR-F006", facts, place))
    if len(problems) > before or created is None or expires is None:
        return None
    where = steps(written["where"].split("→"))
    reason, approver, basis = (written[key].strip() for key in ("reason", "approver", "basis"))
    return Waiver(rule, where, reason, approver, basis, created, expires, form.span("waivers", index))


def _day(form: Form, index: int, key: str, written: str, problems: list[Problem]) -> date | None:
    value = read_value("date", written)
    if isinstance(value, date):
        return value
    problems.append(Problem("WVR-F004", {"key": key, "value": written}, form.span("waivers", index, key)))
    return None


def _after(day: date) -> date:
    """The same day a year later; of 29 February the 28th."""
    try:
        return day.replace(year=day.year + MONTHS // 12)
    except ValueError:
        return day.replace(year=day.year + MONTHS // 12, day=28)
