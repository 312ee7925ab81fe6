"""Manifest, registers and calendars load, and every fault in them is told with its place, all in one run."""

from __future__ import annotations

import copy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pdo_policy import bundled
from pdo_policy.errors import Problem, RulebookError
from pdo_policy.law.coverage import Gap, gaps, matrix
from pdo_policy.law.instruments import counts, status_on
from pdo_policy.law.load import load_manifest
from pdo_policy.rulebook.load import load
from pdo_policy.wording import law, worded
from tests.rulebooks import CALENDARS, INSTRUMENTS, MANIFEST, small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(RulebookError) as raised:
        load_manifest(folder)
    return list(raised.value.problems)


def told(found: Problem) -> tuple[str, str, str]:
    place = found.span
    return found.code, place.source.name if place else "", place.text if place else ""


def register(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    changed = copy.deepcopy(dict(INSTRUMENTS))
    change(changed["norm"])
    return changed


def clause(change: Callable[[dict[str, Any]], None], index: int = 2) -> dict[str, Any]:
    return register(lambda norm: change(norm["clauses"][index]))


@pytest.mark.parametrize(
    ("instruments", "code", "place"),
    [
        (register(lambda n: n.pop("title")), "LAW-F003", "{"),
        (register(lambda n: n.update(titel="x")), "LAW-F004", '"titel"'),
        (register(lambda n: n.update(names="27号")), "LAW-F005", '"27号"'),
        (register(lambda n: n.update(status="active")), "LAW-F006", '"active"'),
        (register(lambda n: n.update(id="NORM")), "LAW-F007", '"NORM"'),
        (register(lambda n: n.update(effective={"from": "2025-02-30"})), "LAW-F009", '"2025-02-30"'),
        (register(lambda n: n.update(effective={"from": "2025-03-01", "to": "2025-02-01"})), "LAW-I002", "{"),
        (register(lambda n: n.update(names=["管理办法"])), "LAW-I001", ""),
        (clause(lambda c: c.update(id="chp_2__stmt_1")), "LAW-C001", '"chp_2__stmt_1"'),
        (clause(lambda c: c.update(id="第九条")), "LAW-C001", '"第九条"'),
        (clause(lambda c: c.update(id="art_2__para_1")), "LAW-C002", '"art_2__para_1"'),
        (clause(lambda c: c.update(id="art_1")), "LAW-C003", '"art_1"'),
        (clause(lambda c: c.update({"class": "manual"})), "LAW-C004-question", '"art_8"'),
        (clause(lambda c: c.update({"class": "not_in_documents"})), "LAW-C004-reason", '"art_8"'),
        (clause(lambda c: c.update(related=["norm~art_99"])), "LAW-C005", ""),
        (clause(lambda c: c.update(modality="应该")), "LAW-F006", '"应该"'),
        (clause(lambda c: c.update(visibility="seen")), "LAW-F006", '"seen"'),
        (clause(lambda c: c.pop("summary")), "LAW-F003", "{"),
    ],
)
def test_a_fault_in_a_register_is_told_at_its_place(
    tmp_path: Path, instruments: dict[str, Any], code: str, place: str
) -> None:
    (found,) = problems(small(tmp_path, instruments=instruments))
    file = "instruments/norm.yaml" if place else ""
    assert told(found) == (code, file, place)


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"year": 2025.5}, "LAW-F005", "2025.5"),
        ({"days_off": [{"name": "元旦", "from": "2024-12-30", "to": "2025-01-01"}]}, "LAW-K002", "{"),
        ({"days_off": [{"name": "元旦", "from": "2025-01-02", "to": "2025-01-01"}]}, "LAW-K002", "{"),
        ({"days_off": [{"name": "元旦", "from": "2025-02-30", "to": "2025-03-01"}]}, "LAW-F009", "{"),
        ({"working_weekends": ["2025-01-27"]}, "LAW-K003", '"2025-01-27"'),
        ({"working_weekends": ["27日"]}, "LAW-F007", '"27日"'),
    ],
)
def test_a_fault_in_a_calendar_is_told_at_its_place(
    tmp_path: Path, change: dict[str, Any], code: str, place: str
) -> None:
    (found,) = problems(small(tmp_path, calendars={"2025": {**CALENDARS["2025"], **change}}))
    assert told(found) == (code, "calendars/2025.yaml", place)


def test_a_year_stands_once(tmp_path: Path) -> None:
    (found,) = problems(small(tmp_path, calendars={"2025": CALENDARS["2025"], "2025b": CALENDARS["2025"]}))
    assert told(found) == ("LAW-K001", "calendars/2025b.yaml", "2025")
    assert found.facts == {"year": "2025", "file": "2025.yaml"}


def documents(**changes: Any) -> dict[str, Any]:
    changed = copy.deepcopy(MANIFEST["documents"])
    changed["plan"].update(changes)
    return {"documents": changed}


def relations(**changes: Any) -> dict[str, Any]:
    changed = copy.deepcopy(MANIFEST["relations"])
    changed[0].update(changes)
    return {"relations": changed}


@pytest.mark.parametrize(
    ("manifest", "code", "place"),
    [
        ({"prefix": "t"}, "LAW-F007", '"t"'),
        ({"author": "x"}, "LAW-F004", '"author"'),
        (documents(schema="nowhere.json"), "LAW-D001", '"nowhere.json"'),
        (documents(names=["方案", "协议"]), "LAW-D002", "["),
        (relations(to="plans"), "LAW-D003", '"plans"'),
        (relations(via="plan_no"), "LAW-D004", '"plan_no"'),
    ],
)
def test_a_fault_in_the_manifest_is_told_at_its_place(
    tmp_path: Path, manifest: dict[str, Any], code: str, place: str
) -> None:
    found = problems(small(tmp_path, manifest=manifest))[0]
    assert told(found) == (code, "rulebook.yaml", place)


def test_unreadable_files_are_told_with_their_place(tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "instruments/a.yaml").write_text("id: a\ntitle： 甲\n", "utf-8")
    (folder / "instruments/b.yaml").write_bytes(b"\xff\xfe\x00")
    (folder / "instruments/c.yaml").write_text("id: a\n---\nid: b\n", "utf-8")
    found = problems(folder)
    assert [problem.code for problem in found] == ["LAW-F002", "LAW-F001", "LAW-F008"]
    span = found[0].span
    assert span is not None
    assert (span.source.name, span.first.line) == ("instruments/a.yaml", 2)


def test_a_missing_manifest_is_a_problem(tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "rulebook.yaml").unlink()
    assert [problem.code for problem in problems(folder)] == ["LAW-F001"]


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    instruments = register(lambda n: n.update(status="active", titel="x"))
    instruments["draft"] = {**instruments["draft"], "numbering": "articles"}
    found = problems(small(tmp_path, instruments=instruments, manifest={"prefix": "t", "version": "一"}))
    assert {problem.code for problem in found} == {"LAW-F004", "LAW-F006", "LAW-F007", "LAW-C001"}
    assert len(found) == 8


def test_every_code_has_words_in_both_languages() -> None:
    facts = dict.fromkeys(
        ("file", "zh", "en", "zh_fix", "en_fix", "key", "where", "known", "near", "wanted", "value", "name", "first"),
        "甲",
    ) | dict.fromkeys(("second", "id", "instrument", "related", "field", "kind", "year"), "甲")
    facts |= dict.fromkeys(("circle", "pattern", "word", "keyword", "clause", "most", "deepest", "told"), "甲")
    for code in law.MESSAGES:
        for lang in ("zh", "en"):
            words = worded(law.MESSAGES, code, facts, lang)
            assert words.headline, code
            assert words.fix, code


@pytest.mark.parametrize(
    ("instrument", "day", "status", "default", "in_force", "draft"),
    [
        ("draft", "2024-01-01", "draft", True, False, True),
        ("draft", "2030-01-01", "draft", True, False, True),
        ("norm", "2025-02-28", "pending", False, False, False),
        ("norm", "2025-03-01", "in_force", True, True, False),
        ("outline", "2025-10-12", "pending", False, False, False),
        ("outline", "2025-10-13", "in_force", True, True, False),
    ],
)
def test_what_counts_follows_from_the_date(
    tmp_path: Path, instrument: str, day: str, status: str, *, default: bool, in_force: bool, draft: bool
) -> None:
    found = load_manifest(small(tmp_path)).instrument(instrument)
    assert found is not None
    when = date.fromisoformat(day)
    assert status_on(found, when) == status
    answers = [counts(found, when, law) for law in ("default", "in-force", "draft", instrument, "other")]
    assert answers == [default, in_force, draft, True, False]


def test_a_text_with_an_end_runs_out(tmp_path: Path) -> None:
    ended = register(lambda n: n.update(effective={"from": "2025-03-01", "to": "2025-12-31"}))
    superseded = register(lambda n: n.update(status="superseded"))
    for instruments, day, expected in (
        (ended, date(2025, 12, 31), "in_force"),
        (ended, date(2026, 1, 1), "superseded"),
        (superseded, date(2025, 2, 1), "pending"),
        (superseded, date(2026, 1, 1), "superseded"),
    ):
        found = load_manifest(small(tmp_path, instruments=instruments)).instrument("norm")
        assert found is not None
        assert status_on(found, day) == expected


@pytest.mark.parametrize(
    "name", ["norm", "实施规范", "《实施规范》", "27号", "测规〔2025〕27号", "公共数据资源授权运营实施规范（试行）"]
)
def test_an_instrument_has_many_names(tmp_path: Path, name: str) -> None:
    found = load_manifest(small(tmp_path)).instrument(name)
    assert found is not None
    assert found.id == "norm"


def test_the_matrix_has_every_clause_and_shows_gaps(tmp_path: Path) -> None:
    cited = "依据 《实施规范》第八条，《实施规范》第九条第一项"
    rule = f"规则 T-A “写明”\n  {cited}\n  对象 方案\n  应当 方案.目标 已载明\n完\n"
    changed = clause(lambda c: c.update({"class": "definition"}))
    book = load(small(tmp_path, rule, instruments={"norm": changed["norm"]}))
    rows = matrix(book.manifest.instruments, book.rules_by_clause)
    assert [row.clause.id for row in rows] == [one["id"] for one in changed["norm"]["clauses"]]
    found = gaps(rows)
    assert Gap("unpromised", "norm~art_8", ("T-A",)) in found
    assert Gap("no-rule", "norm~art_9__point_2", ()) in found
    assert not any(gap.clause == "norm~art_9__point_1" for gap in found)


def test_the_shipped_law_is_complete() -> None:
    book = load(bundled.rulebook_folder())
    rows = matrix(book.manifest.instruments, book.rules_by_clause)
    assert gaps(rows) == ()
    years = book.manifest.calendar.years
    assert years == frozenset(range(2015, 2027))


def test_no_article_of_the_draft_is_ever_named() -> None:
    (draft,) = [one for one in load_manifest(bundled.rulebook_folder()).instruments if one.status == "draft"]
    for one in draft.clauses.values():
        assert "条" not in one.display
        assert "征求意见稿" in one.display
        assert one.visibility != "full"
