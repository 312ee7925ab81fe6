"""The formats of continuous integration become what their readers see: written from their specifications, not ours."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from typing import Any, NamedTuple

import junitparser
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_COMMANDS = ("error", "warning", "notice", "group", "endgroup")


class Command(NamedTuple):
    """A workflow command as the runner of GitHub Actions takes it."""

    name: str
    properties: dict[str, str]
    data: str


class Log(NamedTuple):
    """What a runner makes of a step's output."""

    commands: tuple[Command, ...]
    lines: tuple[str, ...]

    def annotations(self, level: str) -> list[Command]:
        """The annotations of a level, `error`, `warning` or `notice`."""
        return [command for command in self.commands if command.name == level]


def workflow(text: str) -> Log:
    """The output of a step, line by line: commands are obeyed, anything else is shown.

    A command begins with `::` behind any white space; properties are split at commas, then at the first `=`. An older
    form, `##[name]`, is obeyed wherever it stands in a line that is not a command; there must be none.
    """
    commands, lines = [], []
    for line in text.split("\n")[:-1]:
        assert "\r" not in line
        stripped = line.lstrip()
        end = stripped.find("::", 2)
        if not stripped.startswith("::") or end < 0:
            assert "##[" not in line, line
            lines.append(line)
            continue
        name, _, rest = stripped[2:end].partition(" ")
        assert name in _COMMANDS, line
        pairs = [pair.partition("=") for pair in rest.split(",") if pair]
        properties = {key: _turned_back(value, property_=True) for key, _, value in pairs}
        commands.append(Command(name, properties, _turned_back(stripped[end + 2 :])))
    return Log(tuple(commands), tuple(lines))


def _turned_back(text: str, *, property_: bool = False) -> str:
    also = (("%3A", ":"), ("%2C", ",")) if property_ else ()
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), *also, ("%25", "%")):
        text = text.replace(written, meant)
    return text


class Summary(NamedTuple):
    """A job summary: the heading, the counts in the order of the verdicts, and the cells of each finding."""

    heading: str
    counts: tuple[int, ...]
    findings: tuple[tuple[str, ...], ...]


def summary(text: str) -> Summary:
    """Markdown as GitHub renders it, read from the HTML."""
    page = _MARKDOWN.render(text)
    (heading,) = re.findall(r"<h2>(.*?)</h2>", page)
    tables = [
        [tuple(_plain(cell) for cell in re.findall(r"<td>(.*?)</td>", row)) for row in re.findall(r"<tr>(.*?)</tr>", t)]
        for t in re.findall(r"<table>(.*?)</table>", page.replace("\n", ""))
    ]
    counts, *rest = ([row for row in table if row] for table in tables)
    return Summary(_plain(heading), tuple(map(int, counts[0])), tuple(row for table in rest for row in table))


def _plain(fragment: str) -> str:
    return html.unescape(re.sub(r"</?code>", "", fragment))


class Tests(NamedTuple):
    """A file of JUnit as junitparser reads it."""

    names: tuple[tuple[str, str, str], ...]
    outcomes: Counter[str]
    messages: tuple[str, ...]


def junit(text: str) -> Tests:
    """Suite, class and name of each test, how many ended how, and what was said; the counters must hold."""
    read = junitparser.JUnitXml.fromstring(text.encode())
    stated = {key: int(getattr(read, key)) for key in ("tests", "failures", "errors", "skipped")}
    names: list[tuple[str, str, str]] = []
    messages: list[str] = []
    outcomes = Counter[str]()
    for suite in read:
        assert isinstance(suite, junitparser.TestSuite)
        own = Counter[str]()
        for case in suite:
            names.append((str(suite.name), str(case.classname), str(case.name)))
            kinds = [type(result).__name__.lower() for result in case.result]
            own[kinds[0] if kinds else "passed"] += 1
            messages.extend(str(result.message) for result in case.result)
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            own.total(), own["failure"], own["error"], own["skipped"],
        )  # fmt: skip
        outcomes += own
    assert stated == {
        "tests": outcomes.total(), "failures": outcomes["failure"],
        "errors": outcomes["error"], "skipped": outcomes["skipped"],
    }  # fmt: skip
    return Tests(tuple(names), outcomes, tuple(messages))


def sarif(text: str) -> dict[str, Any]:
    """The one run of a log."""
    (run,) = json.loads(text)["runs"]
    assert isinstance(run, dict)
    return run


SEVERITIES = ("info", "minor", "major", "critical", "blocker")


def gitlab(text: str) -> list[dict[str, Any]]:
    """The entries of Code Quality; all that GitLab needs is there, and no fingerprint stands twice."""
    entries: list[dict[str, Any]] = json.loads(text)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["description"]
        assert entry["severity"] in SEVERITIES
        assert not entry["location"]["path"].startswith("./")
        assert entry["location"]["lines"]["begin"] >= 1
    marks = [entry["fingerprint"] for entry in entries]
    assert len(set(marks)) == len(marks)
    return entries


def rdjson(text: str) -> list[dict[str, Any]]:
    """The diagnostics for reviewdog; lines and columns are from 1, and an end is not before its start."""
    result = json.loads(text)
    assert result["source"] == {"name": "pdo-policy"}
    diagnostics: list[dict[str, Any]] = result["diagnostics"]
    for one in diagnostics:
        start, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
        assert one["severity"] in ("ERROR", "WARNING", "INFO")
        assert (1, 1) <= (start["line"], start["column"]) <= (end["line"], end["column"])
    return diagnostics
