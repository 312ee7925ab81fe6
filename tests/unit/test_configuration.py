"""A configuration is found, refused with its places, and counts where the command line says nothing."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy import cli
from pdo_policy.cli.commands import commands
from pdo_policy.cli.configuration import Configuration, configured, found
from pdo_policy.cli.defaults import defaults_of, settings_of
from pdo_policy.cli.plain import plain_call
from pdo_policy.cli.toml_places import places
from pdo_policy.errors import FormError
from pdo_policy.reporters.problems import problem_text
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas" / "configuration.schema.json").read_text("utf-8"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder 材料 in it, where the process stands."""
    (tmp_path / "仓 库" / ".git").mkdir(parents=True)
    (tmp_path / "仓 库" / "材料").mkdir()
    monkeypatch.chdir(tmp_path / "仓 库")
    monkeypatch.delenv("PDO_POLICY_LANG", raising=False)
    return tmp_path / "仓 库"


def told(folder: Path, text: str, name: str = "pdo-policy.toml", lang: str = "zh") -> list[str]:
    """What is said of a text that is no configuration, in the first line of each problem."""
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(FormError) as raised:
        found(folder)
    assert raised.value.about == "configuration"
    return [problem_text(problem, lang).splitlines()[0] for problem in raised.value.problems]


WRONG: dict[str, tuple[str, list[str]]] = {
    "a-key": ('fail_on = "error"', ["1:1 错误 CFG-F005：没有“fail_on”这一项"]),
    "a-far-key": ('"颜色" = "红"', ["1:1 错误 CFG-F004：没有“颜色”这一项"]),
    "a-quoted-key": ('"law " = "draft"', ["1:1 错误 CFG-F005：没有“law ”这一项"]),
    "a-table": ("[check]\nlaw = 'draft'", ["1:1 错误 CFG-F004：没有“check”这一项"]),
    "a-type": ("# x\nlaw  =  1979-05-27T07:32:00Z\nlang = true", ["3:8 错误 CFG-F006：lang 应当是文本，用引号"]),
    "no-list": ('format = "text"', ['1:10 错误 CFG-F006：format 应当是列表，如 ["…"]']),
    "an-entry": (
        'paths = [\n  "a", # b, c\n  [3],\n  { x = 1 },\n  "",\n]',
        ["3:3 错误 CFG-F006：paths 应当是文本，用引号", "4:3 错误 CFG-F006：paths 应当是文本，用引号",
         "5:3 错误 CFG-F008：paths 里有空的文本"],
    ),
    "a-value": ('fail-on = "warn"', ["1:11 错误 CFG-F009：fail-on 没有“warn”这个取值"]),
    "no-toml": ("law = \nlang = 'zh'", ["1:7 错误 CFG-F002：从这里起不是 TOML 的写法"]),
    "no-end": ('law = "draft', ["1:12 错误 CFG-F002：从这里起不是 TOML 的写法"]),
    "twice": ("law = 'draft'\nlaw = 'draft'", ["2:13 错误 CFG-F002：从这里起不是 TOML 的写法"]),
    "outside": (
        'format = ["html:a.html", "json:../b.json", "json:/b.json"]',
        ["1:26 错误 CFG-F007：输出文件“../b.json”在配置文件所在的文件夹以外",
         "1:44 错误 CFG-F007：输出文件“/b.json”在配置文件所在的文件夹以外"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=list(WRONG))
def test_what_is_wrong_is_told_with_its_place(home: Path, text: str, said: list[str]) -> None:
    assert told(home, text) == [f"pdo-policy.toml:{line}" for line in said]
    english = told(home, text, lang="en")
    assert len(english) == len(said)
    assert all(" error CFG-F00" in line for line in english)


def test_the_table_of_a_tool_has_its_places_too(home: Path) -> None:
    text = "[project]\nname = 'x'\n[tool.pdo-policy]\nlaw = 3\n[tool.other]\nlaw = 3\n"
    assert told(home, text, "pyproject.toml") == ["pyproject.toml:4:7 错误 CFG-F006：law 应当是文本，用引号"]
    inline = "[tool]\npdo-policy = { law = 3 }\n"
    assert told(home, inline, "pyproject.toml") == ["pyproject.toml:2:1 错误 CFG-F006：law 应当是文本，用引号"]
    assert told(home, "[tool]\npdo-policy = 3\n", "pyproject.toml") == [
        "pyproject.toml:2:14 错误 CFG-F003：tool.pdo-policy 应当是一个表"
    ]


def test_the_nearest_file_counts_up_to_the_root_of_the_repository(home: Path) -> None:
    (home.parent / "pdo-policy.toml").write_text("law = 'draft'", "utf-8")
    assert found(home / "材料") == Configuration()
    (home / "pyproject.toml").write_text("[tool.pdo-policy]\nlaw = 'in-force'\n", "utf-8")
    assert found(home / "材料").values == {"law": "in-force"}
    assert found(home / "材料").file == "../pyproject.toml"
    (home / "pdo-policy.toml").write_text("", "utf-8")
    assert (found(home).file, found(home).values) == ("pdo-policy.toml", {})


def test_another_project_of_python_is_no_configuration(home: Path) -> None:
    for text in ("[tool.ruff]\n", "# pdo-policy\n[tool.ruff]\n", "[project]\ndependencies = ['pdo-policy']\n"):
        (home / "pyproject.toml").write_text(text, "utf-8")
        assert found(home) == Configuration()


def test_outside_of_repositories_only_folders_below_the_home_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for folder in ("tmp", "home", "home/项目"):
        (tmp_path / folder / "材料").mkdir(parents=True)
        (tmp_path / folder / "pdo-policy.toml").write_text("", "utf-8")
    assert found(tmp_path / "tmp" / "材料").file == ""
    assert found(tmp_path / "tmp").file == "pdo-policy.toml"
    assert found(tmp_path / "home" / "材料").file == ""
    assert found(tmp_path / "home" / "项目" / "材料").file == "../pdo-policy.toml"


def test_paths_are_those_of_the_folder_of_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        'paths = ["材料", "-x", "/a"]\nformat = ["text", "html:out/a.html"]\nrulebook = "规则"\n'
        'baseline = "b.json"\nwaivers = ["w.yaml"]\nfindings-file = ["认定.yaml"]\nas-of = 2026-11-24\n'
    )
    (home / "pdo-policy.toml").write_text(text, "utf-8")
    assert found(home).fields()["paths"] == ("材料", "./-x", os.path.relpath("/a"))
    monkeypatch.chdir(home / "材料")
    call = plain_call(["check", "--law", "draft"], found(Path.cwd()).fields())
    assert call is not None
    assert call._asdict() == {
        **call._asdict(), "paths": (".", "../-x", os.path.relpath("/a")),
        "outputs": ("text", "html:../out/a.html"), "rulebook": "../规则",
        "baseline": "../b.json", "waivers": ("../w.yaml",),
        "determinations": ("../认定.yaml",),
        "as_of": "2026-11-24", "law": "draft",
    }  # fmt: skip


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        yield from [opt[2:] for opt in parameter.opts if opt.startswith("--")] or [str(parameter.name)]


ANY = {name: ["x"] if about["type"] == "array" else "x" for name, about in SCHEMA["properties"].items()}


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from leaves(command, (*path, name))
        else:
            yield (*path, name), command


def test_what_counts_for_which_command() -> None:
    """A new option that is called like a setting is seen here: does it mean the same?"""
    counted = {" ".join(path): sorted(settings_of(command, path, ANY)) for path, command in leaves(commands)}
    checked = ["as_of", "baseline", "determinations", "fail_on", "law", "outputs", "rulebook", "waivers"]
    made = ["as_of", "determinations", "law", "rulebook"]
    assert {name: settings for name, settings in counted.items() if settings} == {
        "check": checked,
        "config show": checked,
        "packet create": sorted([*made, "baseline", "waivers"]),
        **dict.fromkeys(["why", "diff", "baseline create", "baseline update", "baseline prune"], made),
        **{name: ["as_of", "rulebook"] for name in ("law", "new determinations")},
        "new waivers": counted["new waivers"],
        **{f"rules {name}": ["rulebook"] for name in ("list", "fmt", "lint", "test", "mutate")},
        **{name: ["rulebook"] for name in ("explain", "schema")},
    }


def test_a_group_that_means_one_of_its_commands_gets_its_settings() -> None:
    configuration = Configuration(values={"law": "draft"})
    assert defaults_of(commands, ["packet", "材料", "-o", "x"], configuration)["packet"]["create"] == {"law": "draft"}
    assert defaults_of(commands, ["rules", "fmt", "check"], Configuration(values={"lang": "en"})) == {
        "rules": {"fmt": {}}
    }


@pytest.fixture
def run(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    rule = (
        "规则 T-GOAL “写明目标”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 一般\n  应当 方案.目标 已载明\n完\n"
    )
    (home / "材料" / "方案.yaml").write_text("kind: plan\ndossier: D\nid: P\ntitle: 题\nstatus: 已印发\n", "utf-8")
    book = small(tmp_path, rule)
    text = f'paths = ["材料"]\nrulebook = "{os.path.relpath(book, home)}"\nas-of = 2026-01-05\nfail-on = "warning"\n'
    (home / "pdo-policy.toml").write_text(text, "utf-8")

    def running(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main(list(arguments))
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return running


def test_a_check_is_made_as_the_file_says_and_says_so(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("check")
    assert code == 1
    assert "材料/方案.yaml:1:1: 一般 T-GOAL" in out
    assert err.startswith("pdo-policy: 按配置文件 pdo-policy.toml 检查。")
    assert run("check", "-q")[2] == ""
    assert run("check", "--config", "pdo-policy.toml")[::2] == (1, "")


@pytest.mark.parametrize("arguments", [["--fail-on", "error"], ["--fail-on=error", "-fjson"]], ids=["plain", "click"])
def test_the_command_line_goes_before_the_file(run: Callable[..., tuple[int, str, str]], arguments: list[str]) -> None:
    assert run("check", *arguments)[0] == 0


@pytest.mark.parametrize("arguments", [["check", "."], ["check", ".", "-fjson"]], ids=["plain", "click"])
def test_named_paths_take_the_place_of_those_of_the_file(
    run: Callable[..., tuple[int, str, str]], home: Path, arguments: list[str]
) -> None:
    (home / "材料" / "方案.yaml").rename(home / "方案.yaml")
    assert run(*arguments, "--fail-on", "never")[0] in (0, 3)
    assert run("check")[0] == 2


def test_other_commands_heed_it(run: Callable[..., tuple[int, str, str]]) -> None:
    assert "T-GOAL" in run("rules", "list")[1]
    assert "方案 P：不符合" in run("why", "T-GOAL")[1]
    code, _, err = run("why", "T-GOAL", "--no-config")
    assert (code, "还缺路径" in err) == (2, True)
    assert run("rules", "lint", str(ROOT / "samples/rulebooks/school-trip"))[0] == 0


def test_a_value_that_means_nothing_is_traced_to_the_file(run: Callable[..., tuple[int, str, str]], home: Path) -> None:
    for line, said in (
        ('law = "drat"', "--law 没有“drat”这个值"),
        ('as-of = "2026-13-01"', "日历上没有“2026-13-01”"),
        ('format = ["txt"]', "没有输出格式“txt”"),
        ('rulebook = "没有"', "“没有”里没有规则库"),
    ):
        (home / "pdo-policy.toml").write_text(f'paths = ["材料"]\n{line}\n', "utf-8")
        code, out, err = run("check")
        name = line.partition(" ")[0]
        assert (code, out) == (2, "")
        assert said in err
        assert f"pdo-policy: pdo-policy.toml:2:{len(name) + 4}：--{name} 的值写在这里。" in err
        assert "的值写在这里" not in run("check", "--no-config", "材料", "--law", "drat")[2]


def test_it_is_asked_for_or_left_aside(run: Callable[..., tuple[int, str, str]], home: Path) -> None:
    assert run("check", "--no-config")[0] == 2
    assert run("check", "--config", "没有.toml") == (2, "", "pdo-policy: 没有配置文件“没有.toml”。 核对路径\n")
    assert "不能一起写" in run("check", "--config", "pdo-policy.toml", "--no-config")[2]
    assert "后面没有文件" in run("check", "--config")[2]
    (home / "pyproject.toml").write_text("[tool.x]\n", "utf-8")
    assert "里没有 [tool.pdo-policy]" in run("check", "--config=pyproject.toml")[2]
    (home / "坏.toml").write_text("law = 3\nlaw = 4\n", "utf-8")
    code, _, err = run("check", "--config=坏.toml")
    assert code == 2
    assert err.endswith("pdo-policy: 配置有 1 处错误，没有检查。 改正以上各处后再运行；不用配置就加 --no-config。\n")
    assert configured(["why", "--", "--config", "x"])[0] == ["why", "--", "--config", "x"]


def test_what_is_set_is_shown_with_its_source(
    run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = run("config", "show", "--law", "draft")[1].splitlines()
    shown = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert lines[0] == "配置文件：pdo-policy.toml"
    assert list(shown) == list(SCHEMA["properties"])
    assert shown["paths"] == ["材料", "pdo-policy.toml:1:1"]
    assert shown["fail-on"] == ["warning", "pdo-policy.toml:4:1"]
    assert shown["law"] == ["draft", "命令行"]
    assert shown["format"] == ["text", "默认"]
    data = json.loads(run("config", "show", "--json", "别处")[1])
    rows = {row["name"]: row for row in data["settings"]}
    assert data["file"] == "pdo-policy.toml"
    assert rows["paths"] == {"name": "paths", "value": ["别处"], "source": "call"}
    assert rows["as-of"] == {
        "name": "as-of", "value": "2026-01-05", "source": "file", "place": "pdo-policy.toml:3:1",
    }  # fmt: skip
    monkeypatch.setenv("PDO_POLICY_LANG", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    bare = run("config", "show", "--no-config")[1]
    assert bare.startswith("There is no configuration")
    ends = [line.split() for line in bare.splitlines()]
    assert ["as-of", "1970-01-01", "SOURCE_DATE_EPOCH"] in ends
    assert ["lang", "en", "PDO_POLICY_LANG"] in ends


def test_the_language_of_the_file_counts_after_the_call_and_the_environment(
    run: Callable[..., tuple[int, str, str]], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "pdo-policy.toml").write_text('paths = ["材料"]\nlang = "en"\n', "utf-8")
    assert run("check")[2].startswith("pdo-policy: checking as pdo-policy.toml says")
    assert run("rules", "fmt", "材料")[2].isascii() is False
    assert run("check", "--lang", "zh")[2].startswith("pdo-policy: 按配置文件")
    monkeypatch.setenv("PDO_POLICY_LANG", "zh")
    assert run("check")[2].startswith("pdo-policy: 按配置文件")


WORD = st.text("aé材 ", max_size=3)


@given(
    st.fixed_dictionaries({}, optional={
        **{name: st.one_of(WORD, st.lists(WORD, max_size=2), st.integers(-9, 9), st.booleans())
           for name in SCHEMA["properties"]},
        "fail-on": st.sampled_from(["error", "never", "no", 3]), "other": st.just(1),
    })
)  # fmt: skip
def test_what_is_refused_is_what_the_schema_refuses(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("c")
    text = "".join(f"{name} = {json.dumps(value, ensure_ascii=True)}\n" for name, value in data.items())
    (folder / "pdo-policy.toml").write_text(text, "utf-8")
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text))
    if valid:
        assert found(folder).values.keys() == data.keys()
    else:
        with pytest.raises(FormError):
            found(folder)


BARE = st.from_regex("[A-Za-z0-9_-]{1,4}", fullmatch=True)
KEYS = st.one_of(BARE, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4).map(json.dumps))
VALUES = st.recursive(
    st.one_of(
        st.integers().map(str), st.sampled_from(["1.5e-3", "true", "1979-05-27", "0x1F"]),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6).map(json.dumps),
        st.sampled_from(["'a # [b'", "'''x\n'y' = 1\n'''", '"""\n[z]\n"q" = 1\\\n  """', '""""a"""""', "''", '"\\""']),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[ " + ", # c ]\n".join(items) + " ]"),
        st.dictionaries(BARE, inner, max_size=2).map(lambda d: f"{{{', '.join(f'{k} = {v}' for k, v in d.items())}}}"),
    ),
    max_leaves=6,
)  # fmt: skip


LINES = st.one_of(st.tuples(KEYS, VALUES), st.tuples(st.just("["), st.lists(KEYS, min_size=1, max_size=3)))


@given(st.lists(LINES, max_size=6), st.sampled_from(["\n", "\r\n", " # x = [\n\n"]))
def test_places_are_those_of_what_tomllib_reads(lines: list[tuple[str, Any]], end: str) -> None:
    text = end.join(f"[{' . '.join(value)}]" if key == "[" else f"{key} = {value}" for key, value in lines)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    for path, place in places(text).items():
        value: Any = data
        for step in path:
            value = value[step]
        if isinstance(value, dict) and place.key == place.value:
            continue
        assert tomllib.loads(f"k = {text[slice(*place.value)]}")["k"] == value
        if isinstance(value, list):
            assert [tomllib.loads(f"k = {text[slice(*entry)]}")["k"] for entry in place.entries] == value


HOSTILE: dict[str, bytes] = {
    "lists": b"a = " + b"[" * 100_000,
    "tables": b"a = " + b"{a=" * 100_000,
    "dotted": b"a" + b".a" * 400_000 + b" = 1",
    "header": b"[a" + b" . a" * 200_000 + b"]",
    "quoted": b'"a"' + b'."a"' * 200_000 + b" = 1",
    "digits": b"a = " + b"9" * 900_000,
    "text": b'a = "' + b"x" * 1_000_000,
    "word": b"a" * 1_000_000,
    "nul": b"a = 1\0",
    "encoding": b"a = '\xff'",
    "size": b"#" * 2_000_000,
    "keys": b"".join(b"k%d = 1\n" % number for number in range(60_000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("content", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_file_is_refused_soon_and_cheaply(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pdo-policy.toml").write_bytes(content)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
        resource.setrlimit(resource.RLIMIT_AS, (500 * 2**20, 500 * 2**20))

    done = subprocess.run(
        [sys.executable, "-m", "pdo_policy", "check", "x"], cwd=tmp_path, capture_output=True, text=True, check=False,
        preexec_fn=limited, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr[-300:]
    assert "配置有" in done.stderr
    assert len(done.stderr) < 200_000


def test_a_check_without_a_configuration_loads_nothing_for_it(home: Path) -> None:
    code = "import sys; from pdo_policy import cli\ntry: cli.main(['check', '材料'])\nexcept SystemExit: pass\n"
    code += "print([m for m in ('tomllib', 'pdo_policy.cli.toml_places', 'click', 'pydantic') if m in sys.modules])"
    for text, loaded in (("", ["tomllib"]), (None, [])):
        if text is None:
            (home / "pdo-policy.toml").unlink()
        else:
            (home / "pdo-policy.toml").write_text("law = 'draft'", "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=home, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.stdout.splitlines()[-1] == str(loaded)
