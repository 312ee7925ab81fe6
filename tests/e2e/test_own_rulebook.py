"""A rulebook on quite another subject, with papers of its own, is served by every command as the shipped one is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import cli, load_rulebook
from pdo_policy.linting.lint import linted
from pdo_policy.testing.cases import case_files, read_cases
from pdo_policy.testing.coverage import covered

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "samples/rulebooks/school-trip"
SOUND, DEFICIENT = BOOK / "papers/sound", BOOK / "papers/deficient"
DAY = ("--as-of", "2026-07-15")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(ROOT)

    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main([*map(str, arguments), "--rulebook", str(BOOK)])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def test_a_sound_paper_passes(run: Run) -> None:
    code, out, err = run("check", SOUND, *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("结论：可以提交\n规则库：学生集体外出活动规则库（示例） 1.0.0")


def test_a_deficient_paper_is_told_what_the_rules_and_what_the_schemas_find(run: Run) -> None:
    code, out, _ = run("check", DEFICIENT, *DAY, "-f", "json")
    found = {(finding["rule_id"], finding["verdict"]) for finding in json.loads(out)["findings"]}
    assert code == 1
    assert found == {
        ("TRIP-CONTENTS", "violated"), ("TRIP-CONSENT", "violated"), ("TRIP-COURSE", "not_adopted"),
        ("TRIP-FEE", "violated"), ("TRIP-REPORT-IN-TIME", "violated"), ("TRIP-SUBMITTED-EARLY", "violated"),
        ("TRIP-TEACHERS", "violated"), ("TRIP-VEHICLES", "violated"), ("TRIP-VEHICLES", "undetermined"),
        ("schema.no-match", "violated"), ("schema.too-small", "violated"), ("schema.unknown-key-near", "violated"),
    }  # fmt: skip


def test_what_the_schema_finds_is_told_in_words_with_its_place(run: Run) -> None:
    _, out, _ = run("check", DEFICIENT, *DAY)
    assert "方案.yaml:20:25: 严重 schema.too-small “核载人数”不能小于 1\n" in out
    assert "    位置：租用车辆 → 第2项 例A00003 → 核载人数\n    怎么改：核对数字和单位。\n" in out
    assert "是不是“检验有效期至”？改为“检验有效期至”。" in out


def test_a_paper_of_another_rulebook_is_of_no_known_kind(run: Run) -> None:
    code, out, _ = run("check", ROOT / "samples/compliant/implementation_plan.yaml", *DAY)
    assert code == 3
    assert "没有“implementation_plan”这种文件" in out
    assert "外出活动方案" in out


def test_the_rules_are_in_form_and_their_cases_show_everything() -> None:
    book = load_rulebook(BOOK)
    cases = [case for path in case_files(BOOK) for case in read_cases(path)]
    results, coverage = covered(book, cases, whole=True)
    assert 6 <= len(book.program.rules) <= 10
    assert [result.failure for result in results if result.failure] == []
    assert coverage.unshown == ()
    assert linted(book) == ()


def test_the_cases_tell_every_slip(run: Run) -> None:
    code, out, err = run("rules", "mutate")
    assert (code, err) == (0, "")
    assert out.endswith("得分 100.0%\n")


@pytest.mark.parametrize("options", [(), ("--names", "label"), ("--lang", "zh")], ids=["", "label", "zh"])
def test_the_rule_files_are_laid_out(run: Run, options: tuple[str, ...]) -> None:
    assert run("rules", "fmt", "--check", BOOK, *options)[0] == 0


def test_the_fields_of_ones_own_schema_have_keys_too(run: Run) -> None:
    _, out, _ = run("rules", "fmt", "--diff", "--names", "key", BOOK)
    assert "+  应当 plan.departs_on - plan.submitted_on 不少于 10\n" in out


def test_a_rule_a_clause_and_a_verdict_are_explained(run: Run) -> None:
    assert "依据：《外出活动办法》第七条" in run("explain", "TRIP-FEE")[1]
    assert "规则：TRIP-NO-OVERNIGHT" in run("explain", "外出活动办法第五条第一款")[1]
    code, out, _ = run("why", "TRIP-NO-OVERNIGHT", DEFICIENT, *DAY)
    assert code == 0
    assert "外出活动方案 CY-2026-06-FA：豁免\n" in out
    assert "  例外 TRIP-OVERNIGHT-APPROVED“校务会批准过夜” 成立" in out


def test_every_command_lists_what_the_rulebook_holds(run: Run) -> None:
    assert len(run("rules", "list")[1].splitlines()) == len(load_rulebook(BOOK).program.rules)
    assert run("law")[1].startswith("house-rules  《示例学校学生集体外出活动管理办法》")
    assert "《外出活动办法》第三条  由规则检查  TRIP-TEACHERS" in run("law", "coverage")[1]
    assert json.loads(run("schema", "活动总结")[1])["title"] == "活动总结"


@pytest.mark.parametrize("output", ["json", "sarif", "junit", "gitlab", "github", "rdjson"])
def test_every_format_takes_it(run: Run, output: str) -> None:
    code, out, err = run("check", DEFICIENT, *DAY, "-f", output)
    assert (code, err) == (1, "")
    assert "TRIP-FEE" in out


def test_english_words_are_all_english_but_for_the_rulebook_s_own(run: Run) -> None:
    _, out, _ = run("check", DEFICIENT, *DAY, "--lang", "en")
    assert "“核载人数” must not be below 1\n" in out
    assert "It shows how to write a rulebook of one's own." in out
