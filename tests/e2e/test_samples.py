"""The promises of `samples/`: what passes, what is found where, and that it does not matter how a paper is spelt."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator

from pdo_policy import Source, Verdict, check, load_rulebook, render
from pdo_policy.documents.node import plain
from pdo_policy.documents.read import read
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import Bound, BoundDocument, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy import Report
    from pdo_policy.documents.node import Document

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
AS_OF = date(2026, 11, 24)
FAULTS = "deficient.faults.yaml"
ANSWERS = "determinations.yaml"
"""A file of determinations; the one in `franchise` is no paper."""

BROKEN = ("deficient", "unreadable")
RULEBOOKS = SAMPLES / "rulebooks"
"""No papers for the shipped rules; `test_own_rulebook.py` and `test_new_rulebook.py` keep their promises."""

PAPERS = sorted(
    path
    for path in SAMPLES.rglob("*")
    if path.suffix in (".yaml", ".json") and path.name not in (FAULTS, ANSWERS) and not path.is_relative_to(RULEBOOKS)
)
PLAN = "compliant/implementation_plan.yaml"
CHINESE = "variants/实施方案.yaml"
MARK = re.compile(r"# 错误：(.*)$")


def sample(path: Path) -> str:
    return path.relative_to(SAMPLES).as_posix()


def source(name: str) -> Source:
    return Source(name, (SAMPLES / name).read_text("utf-8"))


def report(folder: str) -> Report:
    return check(SAMPLES / folder, as_of=AS_OF)


def documents(name: str) -> tuple[Document, ...]:
    return read(source(name))


def bound(document: Document) -> Bound:
    made = bind_document(document, load_rulebook().types)
    assert isinstance(made, BoundDocument)
    return made.root


def at(root: Bound, pointer: str) -> Bound:
    for step in pointer.split("/"):
        root = root.data[int(step) if step.isdigit() else step]
    return root


def canonical(node: Bound) -> object:
    """What a document says, with canonical keys and values; how it is spelt does not matter."""
    if node.state is not State.PRESENT:
        return (node.state, node.data)
    if isinstance(node.data, dict):
        return {key: canonical(child) for key, child in node.data.items()}
    if isinstance(node.data, list):
        return [canonical(child) for child in node.data]
    return node.data


# ---------------------------------------------------------------------- every sample


@pytest.mark.parametrize("path", PAPERS, ids=sample)
def test_a_sample_begins_by_naming_its_schema(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        key, named = next(iter(json.loads(text).items()))
        assert key == "$schema"
    else:
        named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    schema = json.loads((path.parent / named).read_text("utf-8"))
    kinds = {schema["properties"]["kind"]["const"], schema["title"]}
    assert {kind(document) for document in documents(sample(path)) if document.root} <= kinds


def kind(document: Document) -> str:
    data: Any = plain(document.root) if document.root is not None else {}
    return str(data.get("kind") or data.get("文件种类"))


def schema_of(path: Path) -> Draft202012Validator:
    first = path.read_text("utf-8").split("\n", 2)
    found = re.search(r"schemas/\w+\.schema\.json", first[0] + first[1])
    assert found
    return Draft202012Validator(json.loads((ROOT / found[0]).read_text("utf-8")))


@pytest.mark.parametrize(
    "path", [path for path in PAPERS if path.parent.name not in BROKEN and sample(path) != CHINESE], ids=sample
)
def test_a_sample_with_english_keys_is_accepted_by_its_schema(path: Path) -> None:
    validator = schema_of(path)
    errors = [
        f"{document.index} {error.json_path}: {error.message}"
        for document in documents(sample(path))
        for error in validator.iter_errors(plain(document.root) if document.root is not None else None)
    ]
    assert errors == []


@pytest.mark.parametrize("path", sorted((SAMPLES / "deficient").iterdir()), ids=sample)
def test_a_deficient_paper_breaks_its_schema_too(path: Path) -> None:
    (document,) = documents(sample(path))
    assert document.root is not None
    assert not schema_of(path).is_valid(plain(document.root))


def table(text: str) -> Iterator[tuple[str, str, int]]:
    for line in text.splitlines():
        if match := re.fullmatch(r"\| \[`([^`]+)`\].* \| (结论：.+?) \| (\d) \|", line):
            yield match[1], match[2], int(match[3])


ANNOUNCED = list(table((SAMPLES / "README.md").read_text("utf-8")))


def test_the_readme_tells_of_every_folder() -> None:
    folders = {name.partition("/")[0] for name, _, _ in ANNOUNCED}
    assert folders == {path.name for path in SAMPLES.iterdir() if path.is_dir() and path != RULEBOOKS}


@pytest.mark.parametrize(("folder", "first_line", "exit_code"), ANNOUNCED, ids=[row[0] for row in ANNOUNCED])
def test_a_report_begins_and_exits_as_the_readme_says(folder: str, first_line: str, exit_code: int) -> None:
    found = report(folder)
    assert (render(found).splitlines()[0], found.exit_code) == (first_line, exit_code)


# ---------------------------------------------------------------------- compliant


def test_the_compliant_dossier_has_nothing_to_find() -> None:
    found = report("compliant")
    assert found.findings == ()
    assert {row.verdict for row in found.coverage} == {Verdict.SATISFIED, Verdict.NOT_APPLICABLE}
    assert found.not_run == ()
    assert {(record.role, record.dossier) for record in found.inputs} == {
        (role, "HB-2025-YC-001") for role in ("implementation_plan", "agreement", "annual_report")
    }


def dates(name: str, *pointers: str) -> list[date]:
    (document,) = documents(f"compliant/{name}.yaml")
    root = bound(document)
    return [at(root, pointer).data for pointer in pointers]


def test_the_compliant_dossier_was_done_in_the_order_of_the_law() -> None:
    chain = [
        *dates("implementation_plan", "drafting/legal_review/date", "approval/date", "effective_on"),
        *dates("agreement", "selection/notice_on", "selection/evaluated_on", "selection/date", "approval/date"),
        *dates("agreement", "signed_on", "term/start"),
        *dates("annual_report", "first_delivery_on", "resources/0/registration/application_date"),
        *dates("annual_report", "resources/0/registration/coding_date", "products/0/passage/first_delivered_on"),
        *dates("annual_report", "products/0/registration/application_date", "disclosure/operator/date", "submitted_on"),
    ]
    assert chain == sorted(chain)
    for day in dates("annual_report", "disclosure/implementing_body/date", "disclosure/operator/date", "submitted_on"):
        assert day <= date(2026, 3, 31)


def test_the_figures_of_the_compliant_report_add_up() -> None:
    (document,) = documents("compliant/annual_report.yaml")
    root = bound(document)

    def value(pointer: str) -> Any:
        data = at(root, pointer).data
        return getattr(data, "amount", data)

    products = [f"products/{index}" for index in range(len(at(root, "products").data))]
    for counted in ("calls_total", "calls_succeeded", "calls_failed", "subscriptions", "deliveries"):
        assert sum(value(f"{product}/{counted}") for product in products) == value(f"statistics/{counted}"), counted
    for counted in [*products, "statistics"]:
        assert value(f"{counted}/calls_succeeded") + value(f"{counted}/calls_failed") == value(f"{counted}/calls_total")
    heads = ("platform", "data", "computing", "storage", "personnel", "acquisition", "period_expense", "other")
    cost, revenue = value("finance/cost/total"), value("finance/revenue/total")
    assert sum(value(f"finance/cost/{head}") for head in heads) == cost == sum(value(f"{p}/cost") for p in products)
    assert sum(value(f"{p}/revenue") for p in products) == revenue
    assert revenue - cost - value("finance/tax") == value("finance/profit") == value("distributed_total")
    for party in range(3):
        assert value("distributed_total") * value(f"shares_paid/{party}/share") == value(f"shares_paid/{party}/amount")
    for product in products:
        price = value(f"{product}/price/amount")
        assert price == 0 if value(f"{product}/free") else price <= value(f"{product}/price/ceiling")
        assert price * value(f"{product}/calls_succeeded") == value(f"{product}/revenue")


# ---------------------------------------------------------------------- variants

VARIANTS = ("variants/implementation_plan.json", CHINESE)
# Texts that all three spellings have, each with what it becomes: nothing is wrong, or the same thing is wrong in all.
DAMAGES = {
    "as written": (),
    "a blank": (("每小时", "____"), ("实缴资本不低于3000万元，承诺三年内投入不低于2000万元。", "____")),
    "an unknown": (
        ("按产品分别确认收入，只计授权范围内的服务费。", "待定"),
        ("三年内服务小微企业8000家，带动本市数据服务收入约3000万元。", "待定"),
    ),
    "dates in a wrong order": (("2025-06-20", "2025-10-20"), ("2028-08-31", "2024-08-31")),
    "a value that cannot be read": (("2025-06-26", "2025年6月底"), ("60%", "六成左右"), ("11429000MB9000015U", "1142")),
}


def judged(name: str, damage: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    text = source(name).text
    for old, new in damage:
        assert old in text
        text = text.replace(old, new)
    found = json.loads(render(check(Source(name, text), as_of=AS_OF), "json"))
    told = ("rule_id", "verdict", "severity", "clauses", "fingerprint")
    return {
        "coverage": [(row["rule_id"], row["verdict"], sorted(row["findings"])) for row in found["coverage"]],
        "findings": sorted(([finding[key] for key in told] for finding in found["findings"]), key=str),
    }


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_is_judged_like_the_plan(variant: str, damage: tuple[tuple[str, str], ...]) -> None:
    original = judged(PLAN, damage)
    assert judged(variant, damage) == original
    assert len(original["findings"]) >= len(damage)


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_says_what_the_plan_says(variant: str) -> None:
    (plan,), (other,) = documents(PLAN), documents(variant)
    assert canonical(bound(other)) == canonical(bound(plan))


def test_the_variant_with_chinese_keys_has_no_other() -> None:
    keys = re.findall(r"^ *(?:- )?([^\s#:]+):(?: |$)", source(CHINESE).text, re.MULTILINE)
    assert [key for key in keys if key.isascii()] == []
    assert "文件种类" in keys


# ---------------------------------------------------------------------- deficient


class Fault(NamedTuple):
    """A row of the list of faults."""

    file: str
    line: int
    found_by: str
    verdict: str
    wrong: str


LISTED = [Fault(**row) for row in yaml.safe_load((SAMPLES / FAULTS).read_text("utf-8"))]


def found_in(*folders: str) -> Counter[tuple[str, int, str, str]]:
    return Counter(
        (
            sample(Path(finding.locations[0].span.source.name)),
            finding.locations[0].span.first.line,
            finding.rule_id,
            finding.verdict.value,
        )
        for folder in folders
        for finding in report(folder).findings
    )


def test_every_listed_fault_is_found_at_its_line() -> None:
    listed = Counter(fault[:4] for fault in LISTED)
    assert listed - found_in(*BROKEN) == Counter()


def test_nothing_is_found_that_is_not_listed() -> None:
    listed = Counter(fault[:4] for fault in LISTED)
    assert found_in(*BROKEN) - listed == Counter()


def test_the_faults_are_many_in_every_paper_and_most_are_in_the_plan() -> None:
    by_file = Counter(fault.file for fault in LISTED)
    for paper in ("implementation_plan", "agreement", "annual_report"):
        assert by_file[f"deficient/{paper}.yaml"] >= 40, paper
    assert by_file.most_common(1)[0][0] == "deficient/implementation_plan.yaml"
    assert len({fault.found_by for fault in LISTED}) >= 100


def test_the_faults_break_rules_of_every_chapter() -> None:
    rules = load_rulebook().program.rules
    chapters = {rule.id: rule.file.partition("/")[0] for rule in rules}
    broken = {chapters[fault.found_by] for fault in LISTED if fault.found_by in chapters}
    assert broken == set(chapters.values())
    assert len(broken) == 7


def marks(name: str) -> Iterator[tuple[int, str]]:
    """The faults that comments of a file announce: each with the line it is about, its own or the next with content."""
    lines = source(name).text.splitlines()
    for number, line in enumerate(lines, start=1):
        if match := MARK.search(line):
            own = number
            while lines[own - 1].lstrip().startswith("#"):
                own += 1
            yield own, match[1]


@pytest.mark.parametrize("name", dict.fromkeys(fault.file for fault in LISTED))
def test_every_fault_is_marked_where_it_stands(name: str) -> None:
    assert Counter(marks(name)) == Counter((fault.line, fault.wrong) for fault in LISTED if fault.file == name)


def test_the_deficient_papers_are_one_dossier_and_not_the_compliant_one() -> None:
    assert {record.dossier for record in report("deficient").inputs} == {"HB-2025-YC-002"}


# ---------------------------------------------------------------------- franchise, two-operators


def texts(folder: str, *without: str) -> list[Source]:
    paths = sorted(path for path in (SAMPLES / folder).iterdir() if path.name not in without)
    return [Source(path.name, path.read_text("utf-8")) for path in paths]


def open_rules(found: Report) -> list[str]:
    assert {finding.verdict for finding in found.findings} <= {Verdict.UNDETERMINED}
    return sorted(finding.rule_id for finding in found.findings)


def test_a_franchise_is_in_order_once_the_government_has_answered() -> None:
    found = report("franchise")
    assert (open_rules(found), found.exit_code) == ([], 0)
    assert [(answer.name, answer.answer) for answer in found.determinations] == [("方案同意在该领域引入特许开发", True)]


def test_a_franchise_is_open_in_what_only_people_can_answer() -> None:
    found = check(*texts("franchise", ANSWERS), as_of=AS_OF)
    assert open_rules(found) == ["HB-FRANCHISE-FIELD-WITHIN-PLAN"]
    assert [question.name for question in found.questions] == ["方案同意在该领域引入特许开发"]


def test_the_rules_on_franchises_are_met_by_the_franchise() -> None:
    verdicts = {
        row.rule_id: row.verdict for row in report("franchise").coverage if row.subject.id.endswith(("-FA", "-TX"))
    }
    met = [rule for rule in verdicts if "FRANCHISE" in rule]
    assert {verdicts[rule] for rule in met} == {Verdict.SATISFIED}
    assert len(met) >= 8


def test_the_answers_of_the_franchise_are_accepted_by_their_schema() -> None:
    path = SAMPLES / "franchise" / ANSWERS
    (document,) = read(Source(path.name, path.read_text("utf-8")))
    assert document.root is not None
    assert schema_of(path).is_valid(plain(document.root))


def test_two_operators_are_open_in_what_only_people_can_answer() -> None:
    found = report("two-operators")
    assert open_rules(found) == ["HB-COMPETITION-REVIEWED"]
    assert found.not_run == ()


def test_each_operator_is_compared_with_its_own_agreement() -> None:
    pairs = [
        (row.subject.id, row.verdict)
        for row in report("two-operators").coverage
        if row.rule_id in ("HB-AGREEMENT-RESOURCES-WITHIN-PLAN", "HB-REPORT-OPERATOR-IS-PARTY")
    ]
    papers = ("XY1", "XY2", "NB2025-1", "NB2025-2")
    assert sorted(pairs) == sorted((f"HB-2025-LY-001-{paper}", Verdict.SATISFIED) for paper in papers)


def test_a_report_that_names_the_other_agreement_is_found_out() -> None:
    own, other = (f"agreement_id: HB-2025-LY-001-{agreement}" for agreement in ("XY1", "XY2"))
    swapped = [Source(paper.name, paper.text.replace(own, other)) for paper in texts("two-operators")]
    findings = check(*swapped, as_of=AS_OF).findings
    violated = {finding.rule_id for finding in findings if finding.verdict is Verdict.VIOLATED}
    assert {"HB-REPORT-OPERATOR-IS-PARTY", "HB-REPORT-RESOURCES-WITHIN-GRANT", "HB-REPORT-YEAR-ONCE"} <= violated


# ---------------------------------------------------------------------- drafting, real


def test_a_plan_in_consultation_is_not_blamed_for_what_cannot_be_there_yet() -> None:
    found = report("drafting")
    verdicts = {row.rule_id: row.verdict for row in found.coverage}
    assert found.inputs[0].status == "consultation"
    assert found.counts[Verdict.VIOLATED.value] == 0
    assert {finding.verdict for finding in found.findings} == {Verdict.UNDETERMINED}
    assert verdicts["HB-PLAN-APPROVED"] is Verdict.UNDETERMINED
    assert verdicts["HB-PLAN-APPROVAL-EVIDENCE"] is Verdict.NOT_APPLICABLE


def test_the_first_screen_says_what_the_draft_is_and_what_comes_next() -> None:
    screen = render(report("drafting")).splitlines()[:24]
    assert screen[3].startswith("    现在是：征求意见中的实施方案。")
    assert screen[4].startswith("    下一步：汇总意见，写明采纳情况；")
    assert "HB-PLAN-APPROVED" in screen[6]


def test_no_real_body_is_blamed() -> None:
    found = report("real")
    assert Verdict.VIOLATED not in {row.verdict for row in found.coverage}
    assert sorted(finding.rule_id for finding in found.findings if finding.verdict is Verdict.VIOLATED) == [
        "schema.count-about",
        "schema.count-about",
        "schema.count-about",
        "schema.money-bound",
    ]


@pytest.mark.parametrize("path", sorted((SAMPLES / "real").iterdir()), ids=sample)
def test_a_real_paper_says_what_it_is(path: Path) -> None:
    head = path.read_text("utf-8").split("\n\n", 1)[0]
    assert "公开材料的部分转录" in head
    assert "不是对所涉单位的评价" in head


REAL = [
    ("real/wuhan-plan-2025.yaml", 0, "products", State.NULL),
    ("real/wuhan-plan-2025.yaml", 0, "approval/date", State.NULL),
    ("real/wuhan-plan-2025.yaml", 0, "issued_on", State.PRESENT),
    ("real/csg-agreement-template.yaml", 0, "breach_liability/penalty", State.BLANK),
    ("real/csg-agreement-template.yaml", 0, "signed_on", State.BLANK),
    ("real/csg-agreement-template.yaml", 0, "resources/0/table", State.BLANK),
    ("real/csg-agreement-template.yaml", 0, "filing", State.NULL),
    ("real/csg-agreement-template.yaml", 0, "emergency/report_hours", State.PRESENT),
    ("real/operating-results.yaml", 0, "statistics/institutions_served", State.PRESENT),
    ("real/operating-results.yaml", 0, "statistics/calls_total", State.INVALID),
    ("real/operating-results.yaml", 0, "finance", State.NULL),
    ("real/operating-results.yaml", 4, "statistics/turnover", State.PRESENT),
    ("real/operating-results.yaml", 4, "statistics/calls_total", State.NULL),
]


@pytest.mark.parametrize(("name", "index", "pointer", "state"), REAL)
def test_unseen_blank_and_rounded_are_kept_apart(name: str, index: int, pointer: str, state: State) -> None:
    assert at(bound(documents(name)[index]), pointer).state is state


@pytest.mark.parametrize("key", ["products", "asset_ownership", "disclosure", "performance_evaluation", "exit"])
def test_what_the_template_lacks_is_absent(key: str) -> None:
    (document,) = documents("real/csg-agreement-template.yaml")
    assert key not in bound(document).data
