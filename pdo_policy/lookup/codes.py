"""The code of a message becomes what it says in each case, and where its page and example are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.examples import example, submission_example
from pdo_policy.language.keywords import ELSEWHERE
from pdo_policy.wording import intake, law, lint, rulebook, testing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.examples import Example
    from pdo_policy.wording import Message

_ROOMS = (("rulebook", rulebook), ("lint", lint), ("law", law), ("testing", testing), ("intake", intake))

_MESSAGES: Mapping[str, tuple[str, Message]] = {
    code: (room, message) for room, table in _ROOMS for code, message in table.MESSAGES.items()
}


class Case(NamedTuple):
    """One case of a code.

    Attributes:
        code: as readers see it.
        name: with what tells its cases apart; the code itself where there is one case.
        room: what it is about: rulebook, lint, law, testing or intake.
        message: its words, with open places.
        example: a rule file that gives it, with its right twin; None for codes that are not about rule files.
        submission: part of a submission that gives it; empty for other codes, and where none is kept.
    """

    code: str
    name: str
    room: str
    message: Message
    example: Example | None
    submission: str


def cases_of(word: str) -> tuple[Case, ...]:
    """Each case of a code, in capitals or small letters, or the one case that is named; nothing for any other word."""
    word = ELSEWHERE_CODES.get(word, word.casefold())
    names = [name for name in _MESSAGES if word in (name.casefold(), family(name).casefold())]
    return tuple(Case(family(name), name, *_MESSAGES[name], example(name), submission_example(name)) for name in names)


def family(name: str) -> str:
    """A code without what tells its cases apart (PDL-T002 of PDL-T002-near); those about submissions have no cases."""
    return "-".join(name.split("-")[:2]) if name.isascii() and name[:1].isupper() else name


def codes() -> tuple[str, ...]:
    """Every code as readers see it."""
    return tuple(dict.fromkeys(map(family, _MESSAGES)))


ELSEWHERE_CODES: Mapping[str, str] = {word: f"pdl-e005-{thing}" for word, thing in ELSEWHERE.items()}
"""Words of other rule languages, and the code that says where the thing is declared here."""
