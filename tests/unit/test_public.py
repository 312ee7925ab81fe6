"""The public face: what `import pdo_policy` gives, and that it gives it lazily."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

import pdo_policy
from tests.rulebooks import small
from tests.typing import consumer

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "kind: implementation_plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\nnecessity: null\nversion: 1\n"


def test_every_public_name_is_there_and_documented() -> None:
    for name in pdo_policy.__all__:
        value = getattr(pdo_policy, name)
        assert name == "__version__" or value.__doc__, name
    assert pdo_policy.__all__ == sorted(pdo_policy.__all__)
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = pdo_policy.nothing_of_ours


def test_a_consumer_gets_questions_and_places() -> None:
    assert "为什么需要开展这项授权运营？不开展会怎样？" in consumer.open_questions(PLAN)
    report = pdo_policy.check(pdo_policy.Source("p.yaml", PLAN), as_of=date(2026, 11, 24))
    citations = {citation.clause for citation, _ in consumer.worst(report)}
    assert "art_9__point_3" in citations


def test_a_consumer_gets_reports_and_reasons(tmp_path: object) -> None:
    report = json.loads(consumer.rendered("samples/compliant"))
    assert report["summary"]["sentence"] == "ready to submit"
    with pytest.raises(pdo_policy.UsageError, match="no-input"):
        pdo_policy.check(as_of=date(2026, 11, 24))
    with pytest.raises(pdo_policy.UsageError, match="unknown-format"):
        pdo_policy.render(pdo_policy.check("samples/compliant", as_of=date(2026, 11, 24)), "pdf")
    with pytest.raises(pdo_policy.UsageError, match="no-rulebook"):
        pdo_policy.load_rulebook(str(tmp_path))


def test_importing_costs_next_to_nothing() -> None:
    slow = ("yaml", "lark", "pydantic", "jsonschema", "jinja2")
    code = f"import sys, pdo_policy; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_rulebook_is_known_by_its_folder_not_by_what_it_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = []
    for name in ("甲", "乙"):
        folder = tmp_path / name
        folder.mkdir()
        text = (
            f"规则 T-A “{name}”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 严重\n  应当 方案.目标 已载明\n完\n"
        )
        monkeypatch.chdir(small(folder, text))
        books.append(pdo_policy.load_rulebook("."))
    assert [book.program.rules[0].title for book in books] == ["甲", "乙"]
