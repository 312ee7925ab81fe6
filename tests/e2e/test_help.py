"""Every command has its page in both languages, complete and unmixed; shells complete what has a name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from pdo_policy import cli
from pdo_policy.cli.commands import commands
from pdo_policy.cli.helping import help_page
from pdo_policy.source import width
from pdo_policy.wording.helping import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
HAN = re.compile("[\u3400-\u9fff]")
QUOTED = ("27号第九条", "办法第二章", "更新频率", "方案.授权期限", "应当")
"""What a page in English cites from the law and the language."""


def walked(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from walked(found, (*path, name))


ALL = dict(walked(commands, ()))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[object, str, str]]:
    monkeypatch.delenv("PDO_POLICY_LANG", raising=False)

    def saying(*arguments: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main(list(arguments))
        captured = capsys.readouterr()
        return stop.value.code, captured.out, captured.err

    return saying


def texts(command: click.Command) -> Iterator[str]:
    """All that a command's page says of its own."""
    assert command.help, command.name
    yield command.help
    yield from (text for text in (command.short_help, command.epilog) if text)
    for one in command.params:
        if isinstance(one, click.Option):
            assert one.help, one.name
            yield one.help
            assert one.is_flag or one.metavar or isinstance(one.type, click.Choice), one.name
        if one.metavar:
            yield one.metavar


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_a_page_is_there_in_both_languages(path: tuple[str, ...]) -> None:
    command = ALL[path]
    for text in texts(command):
        assert not HAN.search(text) or text in ENGLISH, f"wording/helping.py lacks: {text}"
    called = " ".join(("pdo-policy", *path))
    chinese, english = (help_page(command, called, lang) for lang in ("zh", "en"))
    assert chinese.startswith(f"用法：{called} [选项]")
    assert english.startswith(f"Usage: {called} [OPTIONS]")
    bare = english
    for word in QUOTED:
        bare = bare.replace(word, "")
    assert HAN.findall(bare) == []
    assert not re.search("[“”：，。；（）]", bare)
    # Words of click, or sentences of English, have no place on a page in Chinese.
    assert not re.search(r"Usage|Options|Commands|Show this|default:|[A-Za-z]{3,} (?:the|of|is|and) ", chinese)
    for page in (chinese, english):
        assert max(width(line) for line in page.splitlines()) <= 80
        for one in command.params:
            if isinstance(one, click.Option):
                assert one.opts[-1] in page
        assert "--lang" in page
    if isinstance(command, click.Group):
        names = [line.split()[0] for line in english.partition("Commands:")[2].splitlines() if line.startswith("  ")]
        assert set(names) == set(command.list_commands(click.Context(command)))


def test_no_text_is_translated_that_nobody_says() -> None:
    used = {text for command in ALL.values() for text in texts(command)}
    assert set(ENGLISH) - used == set()


CALLS = [
    (["--help"], "用法：pdo-policy [选项]"),
    (["--lang", "en", "--help"], "Usage: pdo-policy ["),
    (["--help", "--lang", "en"], "Usage: pdo-policy ["),
    (["--lang=en", "-h"], "Usage: pdo-policy ["),
    (["check", "--help", "--lang=en"], "Usage: pdo-policy check ["),
    (["--lang", "en", "check", "-h"], "Usage: pdo-policy check ["),
    (["rules", "--lang", "en", "lint", "--help"], "Usage: pdo-policy rules lint ["),
    (["check", "材料", "--help"], "用法：pdo-policy check ["),
    (["packet", "材料", "--help"], "用法：pdo-policy packet ["),
    (["new", "plan", "-h", "--lang", "zh"], "用法：pdo-policy new plan ["),
]


@pytest.mark.parametrize(("call", "first"), CALLS, ids=[" ".join(call) for call, _ in CALLS])
def test_help_comes_wherever_it_is_asked_for(
    call: list[str], first: str, said: Callable[..., tuple[object, str, str]]
) -> None:
    code, out, err = said(*call)
    assert (code, err) == (0, "")
    assert out.startswith(first)


def test_the_language_may_be_set_and_a_call_decides(
    said: Callable[..., tuple[object, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said("schema", "无此种类")[2].startswith("pdo-policy: 没有")
    monkeypatch.setenv("PDO_POLICY_LANG", "en")
    assert said("-h")[1].startswith("Usage: ")
    assert said("schema", "无此种类")[2].startswith("pdo-policy: there is no")
    assert "Conclusion: " in said("check", "samples/compliant", "-q")[1]
    assert "clauses: checked by rules" in said("law", "coverage")[1]
    for lang in (["--lang", "zh"], ["--lang=zh"]):
        assert "结论：" in said("check", "samples/compliant", "-q", *lang)[1]
        assert said(*lang, "rules", "list")[1].split()[1] in ("严重", "一般", "提示")
    monkeypatch.setenv("PDO_POLICY_LANG", "fr")
    assert said("-h")[1].startswith("用法：")
    monkeypatch.delenv("PDO_POLICY_LANG")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert said("-h")[1].startswith("用法：")


def test_nothing_asked_shows_how_to_ask(said: Callable[..., tuple[object, str, str]]) -> None:
    for group in ([], ["rules"], ["new"], ["baseline"]):
        code, out, err = said(*group)
        assert (code, out) == (2, "")
        assert err.startswith(f"用法：{' '.join(['pdo-policy', *group])} [选项] 命令")


# ---------------------------------------------------------------------- completion


MODES = ["HB-PLAN-MODE", "HB-PLAN-MODE-EXPLAINED", "HB-PLAN-MODES-RELATED"]
COMPLETED = [
    ("pdo-policy ch", ["check"]),
    ("pdo-policy rules ", ["list", "fmt", "lint", "test", "mutate"]),
    ("pdo-policy check --group-by ", ["file", "clause", "severity"]),
    ("pdo-policy check -f sa", ["sarif"]),
    ("pdo-policy check -f do", ["dossier:"]),
    ("pdo-policy check --law in", ["in-force"]),
    ("pdo-policy check --law ndrc-2025-2", ["ndrc-2025-26", "ndrc-2025-27"]),
    ("pdo-policy why HB-PLAN-MOD", MODES),
    ("pdo-policy why hb-plan-mod", MODES),
    ("pdo-policy explain HB-PLAN-MOD", MODES),
    ("pdo-policy rules mutate HB-PLAN-MOD", MODES),
    ("pdo-policy law cov", ["coverage"]),
    ("pdo-policy completion ", ["bash", "zsh", "fish"]),
    ("pdo-policy why --rulebook /没有 HB", []),
]
SCRIPT = """
source <(pdo-policy completion bash)
COMP_WORDS=({words}); COMP_CWORD={at}
_pdo_policy_completion pdo-policy
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def shell(program: str, script: str, folder: Path = ROOT) -> str:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        [program, "-c", script], capture_output=True, text=True, cwd=folder, timeout=60, check=False,
        env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(("typed", "offered"), COMPLETED, ids=[typed for typed, _ in COMPLETED])
def test_bash_completes(typed: str, offered: list[str]) -> None:
    if shutil.which("bash") is None:
        pytest.skip("没有 bash")
    words = typed.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    said = shell("bash", SCRIPT.format(words=quoted, at=len(words) - 1))
    assert sorted(line for line in said.splitlines() if line) == sorted(offered)


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_other_shells_take_their_scripts(name: str, tmp_path: Path) -> None:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"没有 {name}：装上以后（apt-get install {name}）这一项才运行")
    if name == "fish":
        said = shell(program, "pdo-policy completion fish | source; complete -C 'pdo-policy why HB-PLAN-MOD'")
        assert said.split()[0] == "HB-PLAN-MODE"
    else:
        (tmp_path / "_pdo-policy").write_text(shell(program, "pdo-policy completion zsh"), "utf-8")
        said = shell(
            program, f"fpath=({tmp_path} $fpath); autoload -Uz compinit; compinit -u; print $_comps[pdo-policy]"
        )
        assert said.strip() == "_pdo-policy"
