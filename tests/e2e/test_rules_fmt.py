"""`rules fmt` as its users meet it: what is written, what is told, and the exit code."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from pdo_policy import cli
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ODD = "规则 T-A  “写明目标”\n对象 方案 依据 《实施规范》第八条\n必须 方案.目标 已载明  # 说明\n完\n"
LAID = "规则 T-A “写明目标”\n  依据 《实施规范》第八条\n  对象 方案\n  应当 方案.目标 已载明  # 说明\n完\n"
ENGLISH = 'rule T-A "写明目标"\n  per 《实施规范》第八条\n  subject 方案\n  must 方案.目标 stated  # 说明\nend\n'
KEYS = ENGLISH.replace("方案.目标", "plan.goal").replace("方案", "plan")
DIFFERENCE = """--- {path}
+++ {path}
@@ -1,4 +1,5 @@
-规则 T-A  “写明目标”
-对象 方案 依据 《实施规范》第八条
-必须 方案.目标 已载明  # 说明
-完
\\ No newline at end of file
+规则 T-A “写明目标”
+  依据 《实施规范》第八条
+  对象 方案
+  应当 方案.目标 已载明  # 说明
+完
"""
BROKEN = "规则 T-B “写明”\n  应该 方案.目标 已载明\n完\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    def running(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stop:
            cli.main(["rules", "fmt", *(str(argument) for argument in arguments)])
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def written(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / f"{name}.pdl"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_files_and_folders_are_laid_out(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    written(tmp_path, odd=ODD, good=LAID)
    (tmp_path / "below").mkdir()
    written(tmp_path / "below", odd=ODD)
    code, out, err = run(tmp_path)
    assert (code, err) == (0, "改写 2 个文件，1 个不用改。\n")
    assert out.splitlines() == [f"{tmp_path}/below/odd.pdl", f"{tmp_path}/odd.pdl"]
    assert {path.read_text("utf-8") for path in tmp_path.rglob("*.pdl")} == {LAID}
    assert run(tmp_path) == (0, "", "改写 0 个文件，3 个不用改。\n")


def test_a_check_changes_nothing_and_names_the_files(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    written(tmp_path, odd=ODD, good=LAID)
    code, out, err = run("--check", tmp_path)
    assert (code, out) == (1, f"{tmp_path}/odd.pdl\n")
    assert err == "1 个文件没有排好，1 个不用改。排好它们：pdo-policy rules fmt 路径\n"
    assert (tmp_path / "odd.pdl").read_text("utf-8") == ODD
    assert run("--check", tmp_path / "good.pdl") == (0, "", "1 个文件都已排好。\n")


@pytest.mark.parametrize(("more", "expected"), [((), 0), (("--check",), 1)])
def test_a_difference_is_shown_as_patch_takes_it(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, more: tuple[str, ...], expected: int
) -> None:
    path = written(tmp_path, odd=ODD.rstrip("\n")) / "odd.pdl"
    code, out, _ = run("--diff", *more, path)
    assert code == expected
    assert out == DIFFERENCE.format(path=path)
    assert path.read_text("utf-8") == ODD.rstrip("\n")
    path.write_text(LAID, "utf-8")
    assert run("--diff", *more, path)[:2] == (0, "")


def test_a_broken_file_is_left_and_told_and_the_others_are_laid_out(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    written(tmp_path, bad=BROKEN, binary=b"\xff\xfe\x00", odd=ODD)
    code, out, err = run(tmp_path)
    assert (code, out) == (4, f"{tmp_path}/odd.pdl\n")
    assert (tmp_path / "bad.pdl").read_text("utf-8") == BROKEN
    assert (tmp_path / "binary.pdl").read_bytes() == b"\xff\xfe\x00"
    assert f"{tmp_path}/bad.pdl:2:3 错误 PDL-E002 [T-B]：" in err
    assert f"{tmp_path}/binary.pdl:1:1 错误 PDL-E009" in err
    assert err.endswith("有 2 处错误，有错的文件没有改动。改正以上各处后再运行。\n改写 1 个文件，0 个不用改。\n")
    assert run("--check", tmp_path)[0] == 4


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbf" + LAID.encode(), LAID.replace("\n", "\r\n").encode(), LAID.rstrip("\n").encode()],
    ids=["byte order mark", "line ends of Windows", "no last line end"],
)
def test_marks_and_line_ends_are_made_the_same(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, content: bytes
) -> None:
    path = written(tmp_path, file=content) / "file.pdl"
    assert run("--check", path)[0] == 1
    assert run("--diff", path)[1] != ""
    assert run(path)[0] == 0
    assert path.read_bytes() == LAID.encode()


def test_keywords_and_names_are_turned(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    book = small(tmp_path, ODD)
    path = book / "rules.pdl"
    assert run("--lang", "en", path) == (0, f"{path}\n", "1 changed, 0 in order.\n")
    assert path.read_text("utf-8") == ENGLISH
    assert run("--names", "key", "--rulebook", book, path)[0] == 0
    assert path.read_text("utf-8") == KEYS
    assert run("--check", path)[0] == 0, "a file in English is in order as it is"
    assert run("--lang", "zh", "--names", "label", "--rulebook", book)[0] == 0
    assert path.read_text("utf-8") == LAID


def test_names_need_a_rulebook_that_compiles(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    book = small(tmp_path, {"odd.pdl": ODD, "wrong.pdl": ODD.replace("T-A", "T-B").replace("目标 已", "木标 已")})
    code, out, err = run("--names", "key", "--rulebook", book)
    assert (code, out) == (4, "")
    assert "wrong.pdl:3:7 错误 PDL-T002 [T-B]：" in err
    assert (book / "odd.pdl").read_text("utf-8") == ODD
    written(book, wrong=b"\xff")
    assert run("--names", "key", "--rulebook", book)[:2] == (4, "")
    assert (book / "odd.pdl").read_text("utf-8") == ODD
    assert run("--names", "key", "--rulebook", tmp_path, book / "odd.pdl")[0] == 2


def test_standard_input_goes_to_standard_output(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    assert run("-", stdin=ODD.encode())[:2] == (0, LAID)
    assert run("-", "--check", stdin=ODD.encode())[:2] == (1, "-\n")
    assert run("-", stdin=BROKEN.encode())[:2] == (4, "")
    book = small(tmp_path)
    assert run("-", "--lang", "en", "--names", "key", "--rulebook", book, stdin=ODD.encode())[:2] == (0, KEYS)


@pytest.mark.parametrize(
    ("arguments", "found", "instead"),
    [
        ([], "没有写要排版什么", "pdo-policy rules fmt 文件或文件夹"),
        (["/nowhere"], "没有“/nowhere”这个文件或文件夹", "核对路径"),
        (["{empty}"], "里没有规则文件", "*.pdl"),
        (["--names", "key", "--rulebook", "/nowhere", "{file}"], "没有规则库", "rulebook.yaml"),
        (["--lang", "fr", "{file}"], "选项 --lang 的值不对", "--help"),
    ],
)
def test_a_wrong_call_gets_one_line(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, arguments: list[str], found: str, instead: str
) -> None:
    (tmp_path / "empty").mkdir()
    file = written(tmp_path, file=ODD) / "file.pdl"
    code, out, err = run(*(argument.format(empty=tmp_path / "empty", file=file) for argument in arguments))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert found in err
    assert instead in err


def test_what_is_told_is_in_one_language(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    written(tmp_path, bad=BROKEN, odd=ODD)
    for more in ((), ("--check",), ("--diff",)):
        _, _, err = run("--lang", "en", *more, tmp_path)
        own = [line for line in err.splitlines() if not re.match(r"\s+\d* │", line)]
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"“[^”]*”", "", "\n".join(own)))


def test_a_link_stays_a_link(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    written(tmp_path, odd=ODD)
    (tmp_path / "link.pdl").symlink_to(tmp_path / "odd.pdl")
    assert run(tmp_path / "link.pdl")[0] == 0
    assert (tmp_path / "link.pdl").is_symlink()
    assert (tmp_path / "odd.pdl").read_text("utf-8") == LAID


def test_a_mistake_of_ours_changes_no_file(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, odd=ODD) / "odd.pdl"
    monkeypatch.setattr("pdo_policy.language.formatted.item_lines", lambda *_: [LAID.replace("  # 说明", "")])
    assert run(path)[:2] == (5, "")
    assert path.read_text("utf-8") == ODD
