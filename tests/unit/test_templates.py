"""Papers to fill in: every field is there with its help, and as they stand they answer nothing."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pdo_policy import Source, Verdict, api, cli
from pdo_policy.cli.new_papers import paper
from pdo_policy.documents.read import read
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.templates import Blank, template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pdo_policy.schema.bound import Bound
    from pdo_policy.schema.fields import Field

AS_OF = date(2026, 11, 24)
PAPERS = ("plan", "agreement", "report")


def bound(text: str) -> BoundDocument:
    (document,) = read(Source("样表.yaml", text))
    assert document.problems == ()
    found = bind_document(document, api.load_rulebook().types)
    assert isinstance(found, BoundDocument)
    return found


def missing(field: Field, node: Bound, path: str = "") -> Iterator[str]:
    """Fields of a kind that a paper does not have."""
    for key, below in field.fields.items():
        if key not in node.data:
            yield f"{path}/{key}"
        elif isinstance(node.data[key].data, dict):
            yield from missing(below, node.data[key], f"{path}/{key}")
        elif isinstance(node.data[key].data, list) and below.item is not None:
            for element in node.data[key].data:
                yield from missing(below.item, element, f"{path}/{key}/0")


@pytest.mark.parametrize("name", PAPERS)
def test_every_field_stands_there_once_and_in_chinese(name: str) -> None:
    text = paper(name, "XM-0001", "样表.yaml")
    found = bound(text)
    assert found.problems == ()
    assert list(missing(api.load_rulebook().types[found.kind].root, found.root)) == []
    keys = [line.strip().removeprefix("- ").partition(":")[0] for line in text.splitlines() if line.strip()[:1] != "#"]
    assert [key for key in keys if key and key.isascii()] == []


@pytest.mark.parametrize("name", PAPERS)
def test_each_field_has_its_help_above_it(name: str) -> None:
    lines = [line for line in paper(name, "XM-0001", "样表.yaml").splitlines() if line]
    for above, line in itertools.pairwise(lines):
        if not line.lstrip().startswith(("#", "- ")):
            assert above.lstrip().startswith("#"), line
    assert any("〔《" in line for line in lines)
    assert any("例：" in line for line in lines)


@pytest.mark.parametrize("name", PAPERS)
def test_as_it_stands_a_paper_answers_nothing(name: str) -> None:
    report = api.check(Source("样表.yaml", paper(name, "XM-0001", "样表.yaml")), as_of=AS_OF)
    assert {finding.verdict for finding in report.findings} <= {Verdict.UNDETERMINED}
    assert {row.verdict for row in report.coverage} <= {Verdict.UNDETERMINED, Verdict.NOT_APPLICABLE}
    assert report.exit_code == 0


def test_a_dossier_is_one_and_answers_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "我的 项目"
    with pytest.raises(SystemExit) as stop:
        cli.main(["new", "dossier", str(folder), "--dossier", "HB-2026-009"])
    assert stop.value.code == 0
    assert f"pdo-policy check {folder}" in capsys.readouterr().out
    report = api.check(folder, as_of=AS_OF)
    assert [(record.role, record.dossier, record.id) for record in report.inputs] == [
        ("agreement", "HB-2026-009", "HB-2026-009-XY"),
        ("annual_report", "HB-2026-009", "HB-2026-009-NB"),
        ("implementation_plan", "HB-2026-009", "HB-2026-009-FA"),
    ]
    assert {finding.verdict for finding in report.findings} <= {Verdict.UNDETERMINED}
    assert {row.verdict for row in report.coverage} <= {Verdict.UNDETERMINED, Verdict.NOT_APPLICABLE}


def test_what_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "agreement.yaml").write_text("我的内容", "utf-8")
    for arguments in (["dossier", str(tmp_path)], ["agreement", "-o", str(tmp_path / "agreement.yaml")]):
        with pytest.raises(SystemExit) as stop:
            cli.main(["new", *arguments])
        assert stop.value.code == 2
        assert "agreement.yaml" in capsys.readouterr().err
    assert (tmp_path / "agreement.yaml").read_text("utf-8") == "我的内容"
    assert [path.name for path in tmp_path.iterdir()] == ["agreement.yaml"]


@pytest.mark.parametrize(
    "value", ["HB-1", "0123", "no", "a: b", "2026-01-01", '"', "实施方案（稿）", "null", "# x", "1.10"]
)
def test_what_is_filled_in_is_read_back(value: str) -> None:
    root = api.load_rulebook().types["implementation_plan"].root
    text = template(Blank("实施方案", "样表.yaml", {"kind": "实施方案", "dossier": value}), root, str)
    assert bound(text).root.data["dossier"].data == value
