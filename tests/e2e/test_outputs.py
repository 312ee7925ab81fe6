"""Where outputs may go, and what is said of calls that cannot be meant."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import cli

if TYPE_CHECKING:
    from collections.abc import Callable

PAPERS = Path(__file__).parents[2] / "samples/compliant"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    shutil.copytree(PAPERS, tmp_path / "材料")
    (tmp_path / "豁免.yaml").write_text("version: '1.0'\nwaivers: []\n", "utf-8")
    (tmp_path / "方案.yaml").symlink_to("材料/implementation_plan.yaml")
    (tmp_path / "材料/报告.html").write_text("旧", "utf-8")
    monkeypatch.chdir(tmp_path)

    def running(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main([*arguments])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


@pytest.mark.parametrize(
    "arguments",
    [
        ("材料", "-f", "json:材料/agreement.yaml"),
        ("材料", "-f", "text", "-f", "html:./材料/../材料/agreement.yaml"),
        ("材料/agreement.yaml", "-f", "sarif:材料/agreement.yaml"),
        ("材料", "-f", "json:方案.yaml"),
        ("方案.yaml", "-f", "json:材料/implementation_plan.yaml"),
        ("材料", "--waivers", "豁免.yaml", "-f", "json:豁免.yaml"),
        ("材料", "-f", "ndjson:材料/agreement.yaml"),
        ("材料", "-j", "2", "-f", "json:材料/agreement.yaml"),
    ],
)
def test_what_is_read_is_not_written_over(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, out, err = run("check", *arguments)
    assert (code, out) == (2, "")
    assert "不能盖掉，没有检查" in err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


def test_one_file_takes_one_output(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    code, _, err = run("check", "材料", "-f", "json:甲", "-f", "html:./甲")
    assert (code, "同一个文件“./甲”" in err, (tmp_path / "甲").exists()) == (2, True, False)


def test_new_files_devices_and_old_reports_are_written(run: Callable[..., tuple[int, str, str]]) -> None:
    calls = (
        ("-f", "json:/dev/null", "-f", "html:/dev/null"),
        ("-f", "html:材料/报告.html", "-f", "json:结果.json"),
        ("-f", "json:结果.json", "--compare", "结果.json"),
    )
    assert [run("check", "材料", "--as-of", "2026-11-24", *call)[0] for call in calls] == [0, 0, 0]
    assert Path("材料/报告.html").read_text("utf-8").startswith("<!")


@pytest.mark.parametrize("form", ["html", "ndjson", "dossier"])
def test_a_name_that_no_file_can_have_is_told(run: Callable[..., tuple[int, str, str]], form: str) -> None:
    Path("pdo-policy.toml").write_text(f'format = ["{form}:\\u0000"]\n', "utf-8")
    code, out, err = run("check", "材料", "--config", "pdo-policy.toml")
    assert (code, out, "无法写入" in err) == (2, "", True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "材料", "--as-of", "2026-02-30"), "日历上没有“2026-02-30”"),
        (("check", "材料", "--as-of", "3026-01-01"), "1900"),
        (("check", "材料", "--as-of", "改天"), "“改天”不是日期"),
        (("check", "材料", "--as-of", ""), "“”不是日期"),
        (("check", "材料", "-o", "甲"), "写到文件的，写在格式后面"),
        (("check", "材料", "--output", "甲"), "写到文件的，写在格式后面"),
        (("check", "材料", "-j", "9999"), "选项 -j 要写 0 至 256 的整数"),
        (("check", "材料", "-j", "两个"), "选项 -j 要写 0 至 256 的整数"),
        (("diff", "材料", "才料"), "没有“才料”，没有对照"),
        (("diff", "-", "材料"), "没有“-”，没有对照"),
        (("why", "", "材料"), "规则库没有规则“”。 看全部"),
        (("rules", "mutate", "甲"), "规则库没有规则“甲”。 看全部"),
        (("explain", "《》"), "没有找到“《》”。 可以写"),
        (("law", "coverage", "甲"), "多写了“甲”"),
        (("diff", "材料", "材料", "甲", "乙"), "多写了“甲 乙”"),
        (("--lang", "fr", "check", "材料"), "--lang 没有“fr”这个值"),
        (("--lang=", "check", "材料"), "--lang 没有“”这个值"),
        (("check", "材料", "--law"), "选项 --law 后面缺一个值"),
    ],
)
def test_what_cannot_be_meant_is_told(
    run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], told: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert not re.search(r"[一-鿿]{4}", run(*arguments, "--lang=en")[2].replace("html:报告.html", ""))


def test_a_key_that_is_like_none_is_told_without_a_nearest_one(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("豁免.yaml").write_text("version: '1.0'\nzzz: 1\nwaivers: []\n", "utf-8")
    code, _, err = run("check", "材料", "--waivers", "豁免.yaml")
    assert (code, "= 提示：可以写：version、waivers\n" in err) == (2, True)


@pytest.mark.parametrize("name", ["determinations", "waivers"])
def test_what_somebody_may_have_filled_in_is_not_written_anew(
    run: Callable[..., tuple[int, str, str]], name: str
) -> None:
    assert run("new", name, "材料", "-o", "样表.yaml")[0] == 0
    Path("样表.yaml").write_text("填好的", "utf-8")
    code, _, err = run("new", name, "材料", "-o", "样表.yaml")
    assert (code, "已经有“样表.yaml”，什么都没有写" in err) == (2, True)
    assert Path("样表.yaml").read_text("utf-8") == "填好的"
    assert run("new", name, "材料", "-o", "/dev/null")[0] == 0


def test_a_report_on_cases_takes_the_place_of_none(run: Callable[..., tuple[int, str, str]]) -> None:
    run("new", "rulebook", "细则")
    before = Path("细则/plan.cases.yaml").read_bytes()
    for paths in ([], ["细则"], ["细则/plan.cases.yaml"]):
        arguments = ("rules", "test", *paths, "--rulebook", "细则", "--junit", "细则/plan.cases.yaml")
        assert "不能盖掉" in run(*arguments)[2]
    assert Path("细则/plan.cases.yaml").read_bytes() == before
