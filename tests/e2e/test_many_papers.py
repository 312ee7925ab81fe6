"""Many papers, as a user checks them: processes, lines, an interrupt, and what is told of it all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAN = (ROOT / "samples/compliant/implementation_plan.yaml").read_text("utf-8")
COMMAND = [sys.executable, "-m", "pdo_policy", "check", "--as-of", "2026-11-24"]


def run(*arguments: str, given: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, input=given, cwd=cwd, check=False)


def many(folder: Path, count: int) -> Path:
    for number in range(count):
        text = PLAN.replace("HB-2025-YC-001", f"HB-2025-YC-{number:05}")
        (folder / f"{number:05}.yaml").write_text(text, "utf-8")
    return folder


def test_jobs_change_no_byte_of_a_report() -> None:
    one, two = (run("samples/deficient", "samples/compliant", *jobs) for jobs in ((), ("-j", "2")))
    assert (one.stdout, one.returncode) == (two.stdout, two.returncode)
    assert one.returncode == 1
    assert two.stderr == ""


def test_a_hearing_folder_says_that_one_process_makes_it(tmp_path: Path) -> None:
    papers = (ROOT / "samples/compliant").as_posix()
    by_one, by_two, quiet = (
        run(papers, "-f", f"dossier:{name}", *jobs, cwd=tmp_path)
        for name, jobs in (("one", ()), ("two", ("-j", "2")), ("quiet", ("-j", "2", "-q")))
    )
    assert (by_one.returncode, by_two.returncode, quiet.returncode) == (0, 0, 0)
    assert (tmp_path / "two/manifest.json").is_file()
    assert set(by_two.stderr.splitlines()) - set(by_one.stderr.splitlines()) == {
        "pdo-policy: 听证文件夹由一个进程写，--jobs 没有用上。 要几个进程查，先用 -f json:报告.json，要评审时再写文件夹"
    }
    assert quiet.stderr == ""


def test_lines_go_out_and_come_in(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    out = run("-f", "ndjson:out.ndjson", "plan.yaml", cwd=tmp_path)
    assert out.returncode == 0
    assert out.stderr.startswith("pdo-policy: 1 组材料（1 份，1 个项目）：可以提交")
    again = run("-f", "ndjson:out.ndjson", "--changed-since", "out.ndjson", "plan.yaml", cwd=tmp_path)
    assert again.stderr.splitlines()[1:] == ["pdo-policy: 其中 1 组没有变化，结果从“out.ndjson”照录。"]
    first, line, last = (json.loads(text) for text in (tmp_path / "out.ndjson").read_text("utf-8").splitlines())
    assert [first["type"], line["carried"], last["carried"]] == ["run", True, 1]
    sent = json.dumps({"papers": [{"path": "plan.yaml", "content": PLAN}]})
    came = run("-f", "ndjson", "--stdin-ndjson", given=sent)
    assert json.loads(came.stdout.splitlines()[1])["coverage"] == line["coverage"]


def test_papers_that_cannot_be_read_are_lines_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\xff")
    found = run("-f", "ndjson", ".", "nowhere.yaml", cwd=tmp_path)
    assert found.returncode == 3
    _, first, second, last = map(json.loads, found.stdout.splitlines())
    assert [first["inputs"][0]["path"], second["inputs"][0]["path"], last["unreadable"]] == [
        "a.yaml",
        "nowhere.yaml",
        2,
    ]


REFUSED = {
    "with another format": ("-f", "ndjson", "-f", "json", "samples"),
    "compared": ("-f", "ndjson", "--compare", "x.json", "samples"),
    "lines in, text out": ("--stdin-ndjson",),
    "since, text out": ("--changed-since", "x", "samples"),
    "lines and paths": ("-f", "ndjson", "--stdin-ndjson", "samples"),
    "nothing": ("-f", "ndjson"),
    "nothing by several": ("-j", "2"),
    "no stream": ("-f", "ndjson", "--changed-since", "README.md", "samples"),
    "no file": ("-f", "ndjson", "--changed-since", "nowhere", "samples"),
}


@pytest.mark.parametrize("arguments", REFUSED.values(), ids=REFUSED)
def test_what_does_not_go_together_is_refused_in_one_line(arguments: tuple[str, ...]) -> None:
    refused = run(*arguments)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1


def gone(session: int) -> bool:
    """Whether nobody of a session is left, within a few seconds."""
    for _ in range(50):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupt_ends_all_at_once(tmp_path: Path, name: str) -> None:
    # Who runs the tests in the background lets them, and what they start, ignore an interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    folder = many(tmp_path, 1500)
    command = [*COMMAND, "-f", "ndjson", "-j", "2", folder.as_posix()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"type":"run"')
        assert process.stdout.readline().startswith(b'{"type":"dossier"')
        begin = time.monotonic()
        os.kill(process.pid, getattr(signal, name))
        output, _ = process.communicate(timeout=20)
        assert time.monotonic() - begin < 5
        assert process.returncode != 0
        assert b'"type":"end"' not in output
        assert gone(process.pid)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="it looks for the processes in /proc")
def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    folder = many(tmp_path, 3000)
    command = [*COMMAND, "-f", "ndjson:out", "-j", "2", folder.as_posix()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        for _ in range(200):
            if workers := children.read_text("ascii").split():
                break
            time.sleep(0.05)
        os.kill(int(workers[0]), signal.SIGKILL)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 5
    assert "一个检查进程没有做完就结束了" in errors.decode()
    assert not (tmp_path / "out").exists()
