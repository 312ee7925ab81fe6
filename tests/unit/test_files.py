"""Paths, folders and standard input become files, each read once; what cannot be read is told."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from pdo_policy.documents.files import File, collect
from pdo_policy.documents.limits import MAX_BYTES
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.opening import NotAFileError, TooLargeError, bytes_of
from pdo_policy.source import Source

LIMIT = str(MAX_BYTES // 1024**2)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str = "a: 1\n") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def read_file(path: str, text: str, encoding: str = "utf-8", data: bytes | None = None) -> File:
    data = text.encode() if data is None else data
    return File(path, Source(path, text), encoding, sha256(data).hexdigest(), len(data), None)


def unread(path: str, code: str, size: int = 0) -> File:
    problem = InputProblem(code, {"path": path, "limit": LIMIT}, 0, 0, fatal=True)
    return File(path, None, "", "", size, problem)


def paths(*given: str) -> list[str]:
    return [file.path for file in collect(given, None)]


def test_files_keep_the_order_and_the_names_given() -> None:
    write("b.yaml")
    write("方案/a b.json", "{}")
    given = ["方案/a b.json", "./b.yaml"]
    assert collect(given, None) == (read_file("方案/a b.json", "{}"), read_file("./b.yaml", "a: 1\n"))


def test_a_file_may_have_any_name() -> None:
    write(".hidden.txt")
    assert collect([".hidden.txt"], None) == (read_file(".hidden.txt", "a: 1\n"),)


def test_the_encoding_the_digest_and_the_size_are_those_of_the_bytes() -> None:
    data = "名称: 湖北\n".encode("gb18030")
    Path("a.yaml").write_bytes(data)
    assert collect(["a.yaml"], None) == (read_file("a.yaml", "名称: 湖北\n", "gb18030", data),)


def test_bytes_that_are_no_text_are_told_with_the_path() -> None:
    Path("a.yaml").write_bytes(b"%PDF-1.7")
    (file,) = collect(["a.yaml"], None)
    problem = InputProblem("input.not-text", {"path": "a.yaml", "kind": "pdf"}, 0, 0, fatal=True)
    assert file == File("a.yaml", None, "", sha256(b"%PDF-1.7").hexdigest(), 8, problem)


def test_a_folder_gives_its_submissions_sorted_by_name() -> None:
    for path in (
        "d/z.yaml",
        "d/a/y.yml",
        "d/a.yaml",
        "d/A.JSON",
        "d/a/b/湖.json",
        "d/notes.txt",
        "d/yaml",
        "d/x.yaml.bak",
    ):
        write(path)
    expected = ["d/A.JSON", "d/a/b/湖.json", "d/a/y.yml", "d/a.yaml", "d/z.yaml"]
    assert paths("d") == expected
    assert paths("d/") == expected


def test_the_current_folder_adds_nothing_to_the_names() -> None:
    write("b.yaml")
    write("a/c.yaml")
    assert paths(".") == ["a/c.yaml", "b.yaml"]


@pytest.mark.parametrize("name", [".git", ".x", "node_modules", "__pycache__", "venv"])
def test_hidden_folders_and_those_of_tools_are_passed_over(name: str) -> None:
    write(f"d/{name}/a.yaml")
    write("d/.a.yaml")
    write("d/b.yaml")
    assert paths("d") == ["d/b.yaml"]
    assert paths(f"d/{name}") == [f"d/{name}/a.yaml"]


def test_a_folder_without_submissions_is_told() -> None:
    write("d/notes.txt")
    assert collect(["d"], None) == (unread("d", "input.empty-folder"),)


def test_a_file_met_twice_is_read_once() -> None:
    write("d/a.yaml")
    write("d/b.yaml")
    Path("link.yaml").symlink_to("d/b.yaml")
    assert paths("d/b.yaml", "d", "./d/a.yaml", "link.yaml", str(Path("d/a.yaml").resolve())) == [
        "d/b.yaml",
        "d/a.yaml",
    ]


def test_a_problem_met_twice_is_told_once() -> None:
    assert collect(["x.yaml", "./x.yaml"], None) == (unread("x.yaml", "input.not-found"),)


def test_links_in_a_folder_are_followed_once() -> None:
    write("d/b/a.yaml")
    write("elsewhere/c.yaml")
    Path("d/a").symlink_to("b", target_is_directory=True)
    Path("d/b/round").symlink_to("..", target_is_directory=True)
    Path("d/out").symlink_to("../elsewhere", target_is_directory=True)
    Path("d/file.yaml").symlink_to("../elsewhere/c.yaml")
    # Of two ways to a folder or a file, the first by name is taken, in whatever order the disk lists them.
    assert paths("d") == ["d/a/a.yaml", "d/file.yaml"]


@pytest.mark.parametrize(
    "path", ["x.yaml", "", "a.yaml/b.yaml", "x\0y.yaml", "n" * 300 + ".yaml", "\udcff.yaml"], ids=ascii
)
def test_what_does_not_exist_is_told(path: str) -> None:
    write("a.yaml")
    shown = path.replace("\udcff", "\ufffd").replace("\0", "\ufffd")
    assert collect([path], None) == (unread(shown, "input.not-found"),)


def test_a_link_to_nothing_is_told() -> None:
    Path("d").mkdir()
    Path("d/a.yaml").symlink_to("gone.yaml")
    assert collect(["d"], None) == (unread("d/a.yaml", "input.not-found"),)


def test_a_link_to_itself_is_told() -> None:
    Path("a.yaml").symlink_to("a.yaml")
    assert collect(["a.yaml"], None) == (unread("a.yaml", "input.unreadable"),)


def test_what_may_not_be_read_is_told() -> None:
    write("d/e/a.yaml")
    write("d/b.yaml")
    Path("d/b.yaml").chmod(0)
    Path("d/e").chmod(0)
    if os.access("d/b.yaml", os.R_OK):
        pytest.skip("permissions do not bind the superuser")
    found = collect(["d"], None)
    Path("d/e").chmod(0o700)
    assert found == (unread("d/b.yaml", "input.unreadable"), unread("d/e", "input.unreadable"))


def test_a_pipe_is_not_opened() -> None:
    os.mkfifo("a.yaml")
    write("d/b.yaml")
    os.mkfifo("d/a.yaml")
    assert collect(["a.yaml", "d"], None) == (
        unread("a.yaml", "input.not-a-file"),
        unread("d/a.yaml", "input.not-a-file"),
        read_file("d/b.yaml", "a: 1\n"),
    )


def test_a_device_is_not_opened() -> None:
    assert collect(["/dev/zero"], None) == (unread("/dev/zero", "input.not-a-file"),)


def test_a_large_file_is_not_read() -> None:
    with Path("a.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert collect(["a.yaml"], None) == (unread("a.yaml", "input.too-large", MAX_BYTES + 1),)


def test_a_file_of_the_largest_size_is_read() -> None:
    text = "#" * MAX_BYTES
    write("a.yaml", text)
    assert collect(["a.yaml"], None) == (read_file("a.yaml", text),)


def test_standard_input_stands_where_it_is_asked_for() -> None:
    write("a.yaml")
    write("-.yaml")
    assert collect(["a.yaml", "-", "-", "-.yaml"], "名称: 湖北".encode("gbk")) == (
        read_file("a.yaml", "a: 1\n"),
        read_file("-", "名称: 湖北", "gb18030", "名称: 湖北".encode("gbk")),
        read_file("-.yaml", "a: 1\n"),
    )


def test_standard_input_that_is_not_there_is_empty() -> None:
    assert collect(["-"], None) == (read_file("-", ""),)


def test_standard_input_has_the_same_limit() -> None:
    data = b"#" * (MAX_BYTES + 1)
    assert collect(["-"], data) == (unread("-", "input.too-large", len(data)),)


def test_a_file_called_dash_is_reached_by_a_longer_name() -> None:
    write("-", "b: 2\n")
    assert collect(["./-"], b"a: 1") == (read_file("./-", "b: 2\n"),)


def test_no_path_gives_no_file() -> None:
    assert collect([], b"a: 1") == ()


def test_a_folder_deeper_than_calls_can_be_is_walked() -> None:
    deep = Path("d").joinpath(*["e"] * 1500)
    folder = Path.cwd()
    Path("d").mkdir()
    os.chdir("d")
    for _ in range(1500):
        Path("e").mkdir()
        os.chdir("e")
    write("a.yaml")
    os.chdir(folder)
    found = paths("d")
    # pytest would remove it by calls as deep as the folder.
    Path(deep / "a.yaml").unlink()
    os.removedirs(deep)
    assert found == [(deep / "a.yaml").as_posix()]


def test_a_name_that_is_no_text_can_be_written_in_a_report(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.yaml"))).write_text("a: 1", "utf-8")
    (file,) = collect([str(tmp_path)], None)
    assert file.source is not None
    assert file.path.endswith("/a\ufffd.yaml")
    assert file.path.encode("utf-8")


@pytest.mark.parametrize(
    "char", ["\n", "\r", "\t", "\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028", "\x7f"], ids=ascii
)
def test_a_name_shows_nothing_that_moves_the_eye_or_the_terminal(char: str) -> None:
    write(f"d/a{char}b.yaml")
    os.mkfifo(f"d/c{char}.yaml")
    assert paths("d") == ["d/a\ufffdb.yaml", "d/c\ufffd.yaml"]


# ---------------------------------------------------------------------- what changes while it is looked at


def test_what_is_no_file_is_not_waited_for() -> None:
    os.mkfifo("pipe")
    for path in ("pipe", ".", "/dev/zero"):
        with pytest.raises(NotAFileError):
            bytes_of(path)


def test_a_file_that_grows_while_it_is_read_is_told() -> None:
    write("a.yaml", "x" * 20)
    assert bytes_of("a.yaml", 20) == b"x" * 20
    with pytest.raises(TooLargeError) as caught:
        bytes_of("a.yaml", 19)
    assert caught.value.size == 20
    # Of files that the kernel makes while they are read, the size is not known before.
    if Path("/proc/self/maps").exists():
        with pytest.raises(TooLargeError):
            bytes_of("/proc/self/maps", 10)


def test_a_file_that_goes_between_listing_and_reading_is_told() -> None:
    write("d/a.yaml")
    write("d/b.yaml")
    listed = collect(["d"], None)
    Path("d/a.yaml").unlink()
    assert [file.problem for file in listed] == [None, None]
    assert collect(["d/a.yaml", "d/b.yaml"], None) == (unread("d/a.yaml", "input.not-found"), listed[1])
