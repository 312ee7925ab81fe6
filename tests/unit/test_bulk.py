"""Many papers: groups, lines of results, several processes, and results carried over."""

from __future__ import annotations

import io
import json
import os
import sys
import weakref
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy import api
from pdo_policy.bulk.earlier import Earlier
from pdo_policy.bulk.grouping import Groups
from pdo_policy.bulk.incoming import groups_of
from pdo_policy.bulk.parts import report_of
from pdo_policy.bulk.projects import words_for_projects
from pdo_policy.bulk.stream import Stream
from pdo_policy.bulk.terms import Terms
from pdo_policy.bulk.workers import done
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.heads import project_in
from pdo_policy.documents.read import read
from pdo_policy.errors import UsageError
from pdo_policy.reporters import REPORTERS
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument, State
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pdo_policy.bulk.grouping import Group
    from pdo_policy.report import Report

ROOT = Path(__file__).parents[2]
SAMPLES = [f"samples/{name}" for name in ("compliant", "deficient", "drafting", "franchise")]
MIXED = [*SAMPLES, "samples/two-operators", "samples/unreadable", "samples/rulebooks/starter"]
SCHEMA = jsonschema_rs.Draft202012Validator(json.loads((ROOT / "schemas/stream.schema.json").read_text("utf-8")))
TERMS = Terms(None, None, date(2026, 11, 24), "default", "error", (), Acceptance(), "zh")
BOOK = api.load_rulebook()
WORDS = words_for_projects(BOOK)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def unheard(_: int) -> None:
    pass


def groups_in(*paths: str) -> Groups:
    return Groups(paths, BOOK, unheard)


def told(groups: Iterable[Group], jobs: int = 1, terms: Terms = TERMS, earlier: Earlier | None = None) -> list[bytes]:
    return list(Stream(terms, jobs, earlier).lines(groups, (), unheard))


def data_of(lines: Iterable[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]


# ---------------------------------------------------------------------- groups


def dossiers_in(text: str, name: str = "a.yaml") -> set[str]:
    found = set()
    for document in read(Source(name, text)):
        bound = bind_document(document, BOOK.types) if document.root is not None else None
        named = bound.root.data.get("dossier") if isinstance(bound, BoundDocument) else None
        if named is not None and named.state is State.PRESENT:
            found.add(str(named.data).strip())
    return found


HEADS = {
    "keys": ("kind: agreement\ndossier: A-1\n", "A-1"),
    "labels, comments and blank lines": ("# c\n\n文件种类: 年度报告  # d\n项目编号: 甲-1   # e\n", "甲-1"),
    "quoted": ('kind: agreement\ndossier: "A-1"\n', "A-1"),
    "json": ('{"kind": "agreement", "n": 1, "dossier": "A-1", "id": "B"}', "A-1"),
    "no end of line": ("kind: agreement\ndossier: A-1", None),
    "not at the beginning": ("kind: agreement\nparties:\n  - a\ndossier: A-1\n", None),
    "below": ("kind: agreement\nx:\n  dossier: A-1\n", None),
    "two documents": ("kind: agreement\ndossier: A-1\n---\nkind: agreement\ndossier: A-2\n", None),
    "an open quote": ('kind: "a\ndossier: A-1\nb"\ndossier: A-2\n', None),
    "a text of several lines": ("kind: |\n  a\ndossier: A-1\n", None),
    "a number": ("kind: agreement\ndossier: 12\n", None),
    "an anchor": ("kind: agreement\ndossier: &a A-1\n", None),
    "escaped": ('{"kind": "agreement", "dossier": "A\\u002d1"}', None),
    "no project": ("kind: agreement\n", None),
}


@pytest.mark.parametrize(("text", "project"), HEADS.values(), ids=HEADS)
def test_a_project_is_read_from_the_head_where_it_is_certain(text: str, project: str | None) -> None:
    assert project_in(text, WORDS) == project


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "kind: agreement\n",
                "文件种类: 协议\n",
                "dossier: A-1\n",
                "dossier: A-2\n",
                "项目编号: 甲\n",
                "项目 编号: 乙\n",
            ),
            *("id: X\n", "title: 'a\n", "'\n", '"\n', "title: |\n", "  x\n", "---\n", "...\n", "# c\n", "\n", "\t\n"),
            *(
                "{",
                "}",
                ",",
                '"kind": "agreement",',
                '"dossier": "A-1",',
                '"dossier": "A-2"',
                "[",
                "]",
                "&a ",
                "dossier: no\n",
            ),
            *(
                "parties:\n",
                "- x\n",
                "? dossier\n",
                ": A-3\n",
                "<<: {dossier: A-4}\n",
                "\ufeff",
                "\u2028",
                "\x85",
                "\r",
                "!!str ",
            ),
        ]
    ),
    max_size=9,
).map("".join)


@settings(max_examples=600, deadline=None)
@given(PIECES, st.sampled_from(["a.yaml", "a.json", "a"]))
def test_a_head_never_says_another_project_than_the_whole(text: str, name: str) -> None:
    project = project_in(text, WORDS)
    if project is not None:
        assert dossiers_in(text, name) <= {project}


def test_papers_of_a_project_are_one_group_wherever_they_lie(tmp_path: Path) -> None:
    texts = {
        "a/plan.yaml": "kind: implementation_plan\ndossier: A\nid: A1\n",
        "b/agreement.json": '{"kind": "agreement", "dossier": "A", "id": "A2"}',
        "c/both.yaml": "kind: agreement\ndossier: B\n---\nkind: agreement\ndossier: C\n",
        "d/report.yaml": "kind: annual_report\ndossier: C\n",
        "e/alone.yaml": "kind: annual_report\n",
        "f/broken.yaml": "kind: [\n",
        "f/认定.yaml": "文件种类: 认定\n项目编号: A\n认定: {}\n",
        "pdo-waivers.yaml": "",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    groups = groups_in(tmp_path.as_posix(), (tmp_path / "a/plan.yaml").as_posix())
    found = [[Path(member.name).relative_to(tmp_path).as_posix() for member in group.members] for group in groups]
    assert found == [
        ["a/plan.yaml", "b/agreement.json"],
        ["c/both.yaml", "d/report.yaml"],
        ["e/alone.yaml"],
        ["f/broken.yaml"],
        ["f/认定.yaml"],
    ]
    assert (groups.files, groups.set_aside) == (7, [(tmp_path / "pdo-waivers.yaml").as_posix()])


# ---------------------------------------------------------------------- lines


def test_every_line_is_as_the_schema_says() -> None:
    for data in data_of(told(groups_in(*MIXED))):
        SCHEMA.validate(data)


def test_lines_say_together_what_one_report_says() -> None:
    report = json.loads(api.render(api.check(*MIXED, as_of=TERMS.as_of), "json"))
    first, *groups, last = data_of(told(groups_in(*MIXED)))
    assert {**report["summary"], "not_run": 0} == {**last["summary"], "not_run": 0}
    assert last["exit_code"] == report["run"]["exit_code"]
    assert last["not_run"] == report["not_run"]
    assert sorted(map(str, (one for group in groups for one in group["inputs"]))) == sorted(map(str, report["inputs"]))
    keys = ("rule_id", "text", "verdict", "locations", "subject", "clauses")
    found = sorted(str([one[key] for key in keys]) for group in groups for one in group["findings"])
    assert found == sorted(str([one[key] for key in keys]) for one in report["findings"])
    rows = {(row["rule_id"], str(row["subject"])): row["verdict"] for row in report["coverage"]}
    streamed = {
        (rule, str(of["subject"])): verdict
        for group in groups
        for of in group["coverage"]
        for rule, verdict in [
            *((rule, "satisfied") for rule in of["satisfied"]),
            *((row["rule_id"], row["verdict"]) for row in of["rows"]),
        ]
    }
    assert streamed == rows
    assert {rule for rule, _ in rows} <= {rule["id"] for rule in first["rules"]}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_by_several_processes_is_the_same(jobs: int) -> None:
    report = report_of(groups_in(*MIXED), TERMS, jobs, unheard)
    assert report == api.check(*MIXED, as_of=TERMS.as_of)


@pytest.mark.parametrize("output", REPORTERS)
def test_every_format_of_it_is_the_same(output: str, several: Report, alone: Report) -> None:
    assert api.render(several, output) == api.render(alone, output)


@pytest.fixture(scope="module")
def several() -> Report:
    return report_of(groups_in(*(f"{ROOT}/{path}" for path in MIXED)), TERMS, 8, unheard)


@pytest.fixture(scope="module")
def alone() -> Report:
    return api.check(*(f"{ROOT}/{path}" for path in MIXED), as_of=TERMS.as_of)


def test_several_processes_say_the_same() -> None:
    lines = told(groups_in(*MIXED))
    assert [told(groups_in(*MIXED), jobs) == lines for jobs in (2, 8)] == [True, True]


def test_the_order_of_paths_changes_nothing() -> None:
    assert told(groups_in(*SAMPLES[::-1], SAMPLES[0])) == told(groups_in(*SAMPLES))


# ---------------------------------------------------------------------- processes


def ending(code: int) -> Callable[[int], int]:
    def act(piece: int) -> int:
        if piece == code:
            os._exit(code)
        return piece * piece

    return act


def failing(error: Exception) -> Callable[[int], int]:
    def act(piece: int) -> int:
        if piece:
            raise error
        return piece

    return act


def counted(taken: list[int], pieces: int = 1000) -> Iterator[list[int]]:
    for number in range(pieces):
        taken.append(number)
        yield [number]


def by(_: None) -> Callable[[int], tuple[int, int]]:
    return lambda item: (item, os.getpid())


def test_results_come_in_the_order_of_the_work() -> None:
    assert list(done(ending, (-1,), counted([], 100), 3)) == [number * number for number in range(100)]


def test_work_is_taken_when_its_turn_is_near() -> None:
    taken: list[int] = []
    results = done(ending, (-1,), counted(taken), 2)
    assert next(results) == 0
    assert len(taken) <= 16
    del results


def test_a_process_is_replaced_when_it_has_done_its_part() -> None:
    results = list(done(by, (None,), iter([[0, 1], [2, 3], [4], [5], [6], [7], [8]]), 2, 2))
    assert [item for item, _ in results] == list(range(9))
    # Items 1 and 3 are of the piece of the one before each.
    pieces = Counter(process for item, process in results if item not in (1, 3))
    assert max(pieces.values()) == 2
    assert os.getpid() not in pieces


class Circle:
    def __init__(self) -> None:
        self.itself = self


def keeping(_: None) -> Callable[[int], int]:
    made: list[weakref.ref[Circle]] = []

    def act(_: int) -> int:
        made.append(weakref.ref(Circle()))
        return sum(one() is not None for one in made[:-1])

    return act


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_left_of_one_item_when_the_next_is_done(jobs: int) -> None:
    assert list(done(keeping, (None,), iter([[0, 1, 2], [3, 4, 5]]), jobs)) == [0] * 6


def test_forked_processes_are_given_what_was_prepared_once() -> None:
    made = list(done(prepared, (), counted([], 4), 2, life=1))
    assert [item for item, _ in made] == [0, 1, 2, 3]
    assert {process for _, process in made} == {os.getpid()} or sys.platform != "linux"


def prepared() -> Callable[[int], tuple[int, int]]:
    process = os.getpid()
    return lambda item: (item, process)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        list(done(ending, (7,), counted([], 100), 2))
    assert (caught.value.code, caught.value.facts) == ("worker-ended", {"code": "7"})


def test_what_a_process_refuses_is_refused_here() -> None:
    with pytest.raises(UsageError) as caught:
        list(done(failing, (UsageError("bad-date", value="x"),), counted([], 3), 2))
    assert (caught.value.code, caught.value.facts) == ("bad-date", {"value": "x"})
    with pytest.raises(RuntimeError, match="ours"):
        list(done(failing, (ValueError("ours"),), counted([], 3), 2))


# ---------------------------------------------------------------------- standard input


PLAN = (ROOT / "samples/compliant/implementation_plan.yaml").read_text("utf-8")
SENT = {
    "a paper": ('{"kind": "agreement", "dossier": "A", "id": "B"}', "A", []),
    "papers": (json.dumps({"papers": [{"path": "p.yaml", "content": PLAN}]}), "HB-2025-YC-001", []),
    "no JSON": ("{", "", ["input.json-open-bracket"]),
    "no paper": ("[1]", "", ["schema.root"]),
    "papers that are none": ('{"papers": [{"path": "a"}]}', "", ["input.bad-line"]),
    "no list of papers": ('{"papers": 5}', "", ["input.bad-line"]),
    "determinations not in form": (
        json.dumps({"papers": [{"path": "认定.yaml", "content": "a: b"}]}),
        "",
        ["input.bad-line"],
    ),
    "not UTF-8": ("\udcff", "", ["input.encoding"]),
}


@pytest.mark.parametrize(("sent", "dossier", "codes"), SENT.values(), ids=SENT)
def test_each_line_that_comes_has_its_line(sent: str, dossier: str, codes: list[str]) -> None:
    stream = io.BytesIO(b"\n" + sent.encode("utf-8", "surrogateescape") + b"\r\n")
    _, line, last = data_of(told(groups_of(stream)))
    SCHEMA.validate(line)
    assert (line["dossiers"], last["groups"]) == ([dossier] if dossier else [], 1)
    found = [one["rule_id"] for one in line["findings"] if one["rule_id"].startswith("input.")]
    assert found == [code for code in codes if code.startswith("input.")]
    if codes:
        assert (line["inputs"][0]["path"], line["exit_code"], line["summary"]["status"]) == ("-:2", 3, "incomplete")


def test_lines_keep_their_order_and_a_bad_one_harms_no_other() -> None:
    sent = [json.dumps({"kind": "agreement", "dossier": f"A{number}", "id": "x"}) for number in range(50)]
    sent[30] = "}"
    _, *lines, _ = data_of(told(groups_of(io.BytesIO("\n".join(sent).encode())), 2))
    assert [line["dossiers"] for line in lines] == [[f"A{number}"] if number != 30 else [] for number in range(50)]


# ---------------------------------------------------------------------- an earlier check


def written(folder: Path, number: int, title: str) -> None:
    (folder / f"{number}.yaml").write_text(f"kind: agreement\ndossier: D-{number}\nid: X\ntitle: {title}\n", "utf-8")


def test_what_did_not_change_is_carried_over(tmp_path: Path) -> None:
    papers, kept = tmp_path / "papers", tmp_path / "kept.ndjson"
    papers.mkdir()
    for number in range(4):
        written(papers, number, "甲")
    before = told(groups_in(papers.as_posix()))
    kept.write_bytes(b"".join(before))
    written(papers, 2, "乙")
    written(papers, 7, "丙")
    (papers / "0.yaml").unlink()
    anew = told(groups_in(papers.as_posix()))
    for jobs in (1, 2):
        carried = told(groups_in(papers.as_posix()), jobs, earlier=Earlier(kept.as_posix(), TERMS.digest()))
        assert [data.get("carried") for data in data_of(carried)] == [None, True, False, True, False, 2]
        plain = [
            line.replace(b'"carried":true', b'"carried":false').replace(b'"carried":2', b'"carried":0')
            for line in carried
        ]
        assert plain == anew
    kept.write_bytes(b"".join(carried))
    again = told(groups_in(papers.as_posix()), earlier=Earlier(kept.as_posix(), TERMS.digest()))
    assert data_of(again)[-1]["carried"] == 4


@pytest.mark.parametrize(
    "other",
    [TERMS._replace(as_of=date(2026, 11, 25)), TERMS._replace(law="in-force"), TERMS._replace(lang="en")],
    ids=["day", "law", "language"],
)
def test_nothing_is_carried_over_from_other_terms(tmp_path: Path, other: Terms) -> None:
    kept = tmp_path / "kept.ndjson"
    kept.write_bytes(b"".join(told(groups_in(*SAMPLES))))
    earlier = Earlier(kept.as_posix(), other.digest())
    assert not earlier.holds
    assert data_of(told(groups_in(*SAMPLES), terms=other, earlier=earlier))[-1]["carried"] == 0


def test_a_damaged_line_is_checked_anew(tmp_path: Path) -> None:
    kept = tmp_path / "kept.ndjson"
    first, second, *_ = lines = told(groups_in(*SAMPLES))
    kept.write_bytes(first + second[:200] + b"\n")
    again = told(groups_in(*SAMPLES), earlier=Earlier(kept.as_posix(), TERMS.digest()))
    assert again == lines


@pytest.mark.parametrize("text", ["", "{}\n", "[]\n", "x\n", '{"type": "end"}\n'])
def test_what_is_no_stream_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text)
    with pytest.raises(UsageError) as caught:
        Earlier((tmp_path / "x").as_posix(), TERMS.digest())
    assert caught.value.code == "stream-foreign"
