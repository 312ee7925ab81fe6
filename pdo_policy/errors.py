"""What is wrong with the rules or with the call, as exceptions; what is wrong with a submission is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.source import Span


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a rulebook: a stable code, the facts of the case, and the place.

    The words are not here: `pdo_policy.wording` makes them from code and facts, in Chinese or English, so that a
    message never mixes the two.

    Attributes:
        code: a code of the error contract (`PDL-T002`, `LAW-...`), stable for ever.
        facts: named parts of the message, already in the reader's words.
        span: where it is; None only for a file that is not there.
        within: the id of the rule it stands in, where there is one.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None
    within: str | None = None


class PolicyError(Exception):
    """Anything `pdo_policy` raises on purpose."""


class UsageError(PolicyError):
    """A call that cannot be carried out; `code` and `facts` as in `Problem`."""

    def __init__(self, code: str, /, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class RulebookError(PolicyError):
    """A rulebook that does not load; holds every problem found, in the order of file and place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the rulebook")
        self.problems: tuple[Problem, ...] = tuple(problems)


class FormError(PolicyError):
    """Files that are kept beside rules or papers and are not in form; holds every problem found.

    `about` tells what the files are: `files` (cases and the like), `determinations`, `waivers`, `baseline` or
    `configuration`.
    """

    def __init__(self, problems: Sequence[Problem], about: str = "files") -> None:
        super().__init__(f"{len(problems)} problems in files beside the rules")
        self.about = about
        self.problems: tuple[Problem, ...] = tuple(problems)
