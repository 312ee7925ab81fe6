"""`packet`, `packet verify` and `-f dossier:` as a reviewer runs them; what is there already is never lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pdo_policy import cli
from tests import accepting
from tests.e2e.test_guides import ran

ROOT = Path(__file__).parents[2]
DAY = ("--as-of", "2026-11-24")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the papers of a project, in which the commands run."""
    shutil.copytree(ROOT / "samples/deficient", tmp_path / "材料")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        cli.main(list(arguments))
    shown = capsys.readouterr()
    assert isinstance(stop.value.code, int)
    return stop.value.code, shown.out, shown.err


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_written_and_verified(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "packet", "材料", "-o", "听证包", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("读取材料 3 份，湖北省公共数据授权运营规则库 0.1.0，基准日 2026-11-24\n")
    assert "从这里看起：听证包/index.html" in out
    code, out, _ = run(capsys, "packet", "verify", "听证包", "材料")
    assert code == 0
    assert out.startswith("登记的 40 个文件全部一致\n登记表摘要（SHA-256）：")
    assert not [path for path in desk.iterdir() if path.name.startswith(".")]


def test_the_format_and_the_command_write_the_same(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "packet", "create", "材料", "-o", "甲", *DAY)[0] == 0
    call = ("check", "材料", "-f", "dossier:乙", "-f", "json:报告.json", "--fail-on", "never", *DAY)
    assert run(capsys, *call) == (0, "", "")
    assert content(desk / "甲") == content(desk / "乙")
    assert (desk / "报告.json").read_bytes() == content(desk / "甲")["report.json"]


def test_a_changed_file_is_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "packet", "材料", "-o", "听证包", *DAY)
    with (desk / "听证包/01_总体结论.html").open("ab") as file:
        file.write(b" ")
    with (desk / "听证包/06_义务覆盖矩阵.csv").open("ab") as file:
        file.write("同意\r\n".encode())
    (desk / "听证包/report.json").unlink()
    (desk / "听证包/批注").mkdir()
    (desk / "材料/agreement.yaml").write_text("kind: agreement\n", "utf-8")
    code, out, _ = run(capsys, "packet", "verify", "听证包", "材料")
    assert code == 1
    assert out.splitlines()[:6] == [
        "01_总体结论.html 已被修改",
        "06_义务覆盖矩阵.csv 已被修改（留有填写栏，填写属正常；请核对改的只是填写栏）",
        "report.json 不见了",
        "批注/ 不在登记之内",
        "材料 材料/agreement.yaml 与登记的摘要不符，不是检查的那一份",
        "检查过的材料 材料/agreement.yaml 不在这里",
    ]


def test_an_untouched_folder_is_made_anew(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "packet", "材料", "-o", "听证包", *DAY)
    before = content(desk / "听证包")
    (desk / "材料/annual_report.yaml").unlink()
    assert run(capsys, "packet", "材料", "-o", "听证包", *DAY)[0] == 0
    after = content(desk / "听证包")
    assert after != before
    assert run(capsys, "packet", "verify", "听证包")[0] == 0
    assert [path.name for path in desk.iterdir() if path.name.startswith(".")] == []


def _touched(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "packet", "材料", "-o", "处", *DAY)
    (desk / "处/08_须人工认定事项.md").write_text("专家意见", "utf-8")


def _foreign(desk: Path, _capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "处").mkdir()
    (desk / "处/家信.txt").write_text("别动", "utf-8")


def _lookalike(desk: Path, _capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "处").mkdir()
    (desk / "处/manifest.json").write_text('{"name": "别的程序"}', "utf-8")


def _file(desk: Path, _capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "处").write_text("别动", "utf-8")


def _partial(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "packet", "材料", "-o", "处", *DAY)
    (desk / "处/index.html").unlink()


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (_touched, "“处”是听证文件夹，但有 1 处已被改动（08_须人工认定事项.md），没有覆盖。"),
        (_partial, "“处”是听证文件夹，但有 1 处已被改动（index.html），没有覆盖。"),
        (_foreign, "“处”里有别的内容，不是听证文件夹，没有写，也没有动它。"),
        (_lookalike, "“处”里有别的内容，不是听证文件夹，没有写，也没有动它。"),
        (_file, "“处”是一个文件，不是文件夹，没有写。"),
    ],
)
@pytest.mark.parametrize(
    "call", [("packet", "材料", "-o", "处"), ("check", "材料", "-f", "dossier:处", "-f", "text:r.txt")]
)
def test_nothing_of_others_is_written_over(
    prepare: object, told: str, call: tuple[str, ...], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(prepare)
    prepare(desk, capsys)
    before = content(desk / "处") if (desk / "处").is_dir() else (desk / "处").read_bytes()
    code, _, err = run(capsys, *call, *DAY)
    assert code == 2
    assert told in err
    assert (content(desk / "处") if (desk / "处").is_dir() else (desk / "处").read_bytes()) == before
    assert not [path for path in desk.iterdir() if path.name.startswith(".")]
    assert call[0] == "packet" or (desk / "r.txt").read_text("utf-8").endswith("项不符合）\n")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc: no place where nobody may write")
def test_a_place_that_cannot_be_written_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "packet", "材料", "-o", "/proc/包", "--as-of", "2026-11-24")
    assert (code, err.startswith("pdo-policy: 无法写入“/proc/包”（")) == (2, True)
    assert desk.exists()


def test_a_place_under_a_file_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "文件").write_text("", "utf-8")
    code, _, err = run(capsys, "packet", "材料", "-o", "文件/包", *DAY)
    assert (code, err.startswith("pdo-policy: 无法写入“文件/包”（")) == (2, True)


def test_a_write_that_fails_midway_leaves_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "packet", "材料", "-o", "听证包", *DAY)
    before = content(desk / "听证包")
    written = Path.write_bytes

    def failing(path: Path, data: bytes) -> int:
        if path.name.startswith("05"):
            raise OSError(28, "No space left on device")
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", failing)
    code, _, err = run(capsys, "packet", "材料", "-o", "听证包", *DAY)
    assert (code, "无法写入“听证包”" in err) == (2, True)
    assert content(desk / "听证包") == before
    assert not [path for path in desk.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_folder_that_cannot_be_replaced_is_left_as_it_is(
    failing: int, desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "packet", "材料", "-o", "听证包", *DAY)
    before = content(desk / "听证包")
    calls, renamed = [], Path.rename

    def rename(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(16, "Device or resource busy")
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    assert run(capsys, "packet", "材料", "-o", "听证包", *DAY)[0] == 2
    assert content(desk / "听证包") == before
    assert not [path for path in desk.iterdir() if path.name.startswith(".")]


def test_the_folder_is_not_put_among_the_papers(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for call in (("packet", "材料", "-o", "材料/包"), ("check", "材料", "-f", "dossier:材料/子/包")):
        code, _, err = run(capsys, *call, *DAY)
        assert (code, "在材料文件夹“材料”里面" in err) == (2, True)
    assert sorted(path.name for path in (desk / "材料").iterdir()) == [
        "agreement.yaml", "annual_report.yaml", "implementation_plan.yaml",
    ]  # fmt: skip


def test_a_second_submission_is_compared_with_the_first(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "packet", "材料", "-o", "一", *DAY)
    for number, earlier in enumerate(("一", "一/report.json")):
        assert run(capsys, "packet", "材料", "-o", f"二{number}", "--compare", earlier, *DAY)[0] == 0
        text = (desk / f"二{number}/01_总体结论.md").read_text("utf-8")
        counted = re.search("与基准日 2026-11-24 的报告相比，.*：有变化 0，没有变 ([0-9]+)，新增 0，已解决 0", text)
        assert counted is not None
        assert int(counted[1]) > 100
    for earlier, told in (("一/manifest.json", "不是这个程序能读的检查报告"), ("没有", "读不到上一次的报告")):
        code, _, err = run(capsys, "packet", "材料", "-o", "三", "--compare", earlier, *DAY)
        assert (code, told in err, (desk / "三").exists()) == (2, True, False)


def test_an_empty_folder_and_a_link_are_used(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "空").mkdir()
    assert run(capsys, "packet", "材料", "-o", "空", *DAY)[0] == 0
    (desk / "实").mkdir()
    (desk / "链").symlink_to(desk / "实")
    assert run(capsys, "packet", "材料", "-o", "链", *DAY)[0] == 0
    assert (desk / "链").is_symlink()
    assert (desk / "实/index.html").is_file()


@pytest.mark.parametrize(
    ("call", "code", "told"),
    [
        (("packet", "材料"), 2, "还缺 -o。"),
        (("packet", "-o", "包"), 2, "没有写要检查什么"),
        (("packet", "verify", "材料"), 2, "“材料”不是听证文件夹"),
        (("packet", "verify", "没有"), 2, "“没有”不是听证文件夹"),
        (("packet", "verify"), 2, "还缺文件夹"),
        (("check", "材料", "-f", "dossier"), 2, "格式 dossier 要写明文件夹"),
        (("packet", "材料", "-o", "包", "--as-of", "昨天"), 2, "“昨天”不是日期"),
        (("packet", "没有的路径", "-o", "包"), 3, ""),
    ],
)
def test_a_wrong_call_is_told(
    call: tuple[str, ...], code: int, told: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del desk
    found, _, err = run(capsys, *call)
    assert (found, told in err) == (code, True), err


def test_english(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "packet", "材料", "-o", "packet", "--lang", "en", *DAY)
    assert (code, out.splitlines()[0]) == (0, "Papers read: 3; 湖北省公共数据授权运营规则库 0.1.0, as of 2026-11-24")
    assert (desk / "packet/01_conclusion.html").is_file()
    assert "All 40 files are as they were made" in run(capsys, "packet", "verify", "packet", "--lang", "en")[1]


def test_waivers_and_a_baseline_are_listed_and_not_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "方案.yaml").write_text(accepting.plan().text, "utf-8")
    file = accepting.waivers_file(accepting.waiver())
    assert file.source is not None
    (tmp_path / "w.yaml").write_text(file.source.text, "utf-8")
    day = ["--as-of", "2026-11-24"]
    assert ran(["baseline", "create", "方案.yaml", "--reason", "存量", *day]) == 0
    assert ran(["packet", "方案.yaml", "-o", "甲", *day]) == 0
    given = ["--waivers", "w.yaml", "--baseline", "pdo-baseline.json"]
    assert ran(["packet", "方案.yaml", "-o", "乙", *given, *day]) == 0
    capsys.readouterr()
    without, listed = (tmp_path / "甲", tmp_path / "乙")
    annex = next(path for path in listed.iterdir() if path.name.startswith("附1") and path.suffix == ".md")
    text = annex.read_text("utf-8").replace("\\", "")
    for part in ("等待批复", "李四（法务）", "HB-PLAN-TERM-ORDER", "pdo-baseline.json"):
        assert part in text
    for start in ("01_", "02_", "06_"):
        same = next(path for path in without.iterdir() if path.name.startswith(start) and path.suffix == ".md")
        assert (listed / same.name).read_bytes() == same.read_bytes()
