"""The examples of the docs are run: an error of the contract by compiling it, a lint by linting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy import examples
from pdo_policy.errors import RulebookError
from pdo_policy.wording.lint import MESSAGES as LINT_WORDS
from pdo_policy.wording.rulebook import MESSAGES as CONTRACT_WORDS
from tests.linting import lints
from tests.rulebooks import load, small

if TYPE_CHECKING:
    from pathlib import Path

    from pdo_policy.errors import Problem

CONTRACT, LINTS = examples.codes("contract"), examples.codes("lints")
WORDS = {**CONTRACT_WORDS, **LINT_WORDS}


def example(code: str) -> examples.Example:
    """The example of a code that has one."""
    found = examples.example(code)
    assert found is not None
    return found


def problems(code: str, folder: Path, text: str) -> tuple[Problem, ...]:
    """What is wrong with a text: what its compilation says, or for the code of a lint, what the linter does."""
    if code in LINTS:
        return lints(folder, text)
    try:
        load(small(folder, text))
    except RulebookError as error:
        return error.problems
    return ()
