"""What the command line says on the error stream, and files written beside and renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pdo_policy.errors import UsageError
from pdo_policy.reporters.excerpt import excerpt
from pdo_policy.wording import determinations as determination_words
from pdo_policy.wording import law as law_words
from pdo_policy.wording import lint as lint_words
from pdo_policy.wording import rulebook as rulebook_words
from pdo_policy.wording import testing as testing_words
from pdo_policy.wording import usage as usage_words
from pdo_policy.wording import worded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.errors import Problem

_PROBLEMS = {
    **rulebook_words.MESSAGES,
    **law_words.MESSAGES,
    **lint_words.MESSAGES,
    **testing_words.MESSAGES,
    **determination_words.MESSAGES,
}
_SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning")}


def say_usage(code: str, facts: Mapping[str, str], lang: str) -> None:
    """One line on the error stream: what is wrong with the call, and what to type instead."""
    words = worded(usage_words.MESSAGES, code, facts, lang)
    click.echo(f"pdo-policy: {words.headline}" + (f" {words.fix}" if words.fix else ""), err=True)


def say_problems(problems: Sequence[Problem], lang: str, summary: str = "broken-rulebook") -> None:
    """Every problem of a rulebook, or of the files beside it, with its place, and how many there are."""
    for problem in problems:
        click.echo(problem_text(problem, lang) + "\n", err=True)
    say_usage(summary, {"count": str(len(problems))}, lang)


def problem_text(problem: Problem, lang: str, severity: str = "error") -> str:
    """A problem as text: place, code, what was found, the line with an underline, and one suggestion."""
    facts = {name: value or "—" for name, value in problem.facts.items()}
    words = worded(_PROBLEMS, problem.code, facts, lang)
    code = "-".join(problem.code.split("-")[:2])
    kind, hint = _SEVERITIES[severity][lang == "en"], "hint" if lang == "en" else "提示"
    colon = ": " if lang == "en" else "："
    if problem.span is None:
        return f"{kind} {code}{colon}{words.headline}\n  = {hint}{colon}{words.fix}"
    first = problem.span.first
    within = f" [{problem.within}]" if problem.within else ""
    lines = [f"{problem.span.source.name}:{first.line}:{first.column} {kind} {code}{within}{colon}{words.headline}"]
    lines.extend(excerpt(problem.span))
    lines.append(f"      = {hint}{colon}{words.fix}")
    return "\n".join(lines)


def deliver(outputs: Sequence[tuple[str, str, str]], lang: str) -> None:
    """Write each output, of which the name of its format, its file and its text are given, to its file or to stdout.

    On standard output, text is in the encoding of the console and every other format in UTF-8, as programs expect it.

    Raises:
        UsageError: a place cannot be written; all others have been, and all but the last such place have been told.
    """
    faults: list[UsageError] = []
    for name, path, text in outputs:
        try:
            if path:
                write(path, text)
            else:
                click.echo(text if name == "text" else text.encode("utf-8", "backslashreplace"), nl=False)
        except UsageError as error:
            faults.append(error)
    for fault in faults[:-1]:
        say_usage(fault.code, fault.facts, lang)
    if faults:
        raise faults[-1]


def write(path: str, text: str) -> None:
    """Write a file beside its place and rename it, so that no reader sees half of it.

    What is a link is followed, and what is no file, such as a pipe or a device, is written to as it is.

    Raises:
        UsageError: the place cannot be written.
    """
    given = Path(path)
    try:
        if given.exists() and not given.is_file() and not given.is_dir():
            with given.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
                stream.write(text)
        else:
            _renamed(Path(os.path.realpath(path)), text)
    except OSError as error:
        raise UsageError("cannot-write", path=path, reason=os.strerror(error.errno or 0)) from error


def _renamed(target: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files into a folder, all or none.

    Raises:
        UsageError: one of them is there already, or the folder cannot be made or written.
    """
    taken = next((name for name in texts if (folder / name).exists()), None)
    if taken is not None:
        raise UsageError("new-taken", path=folder.as_posix(), file=taken)
    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError("cannot-write", path=path.parent.as_posix(), reason=error.strerror or "") from error
        write(str(path), text)
