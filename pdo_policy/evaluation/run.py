"""What one evaluation may see, and what it leaves behind: the things read, and why something could not be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.schema.bound import Bound, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sized

    from pdo_policy.dossier import Link
    from pdo_policy.values.calendars import Calendar


class Unknown:
    """The value of what cannot be known from the papers."""

    __slots__ = ()


UNKNOWN = Unknown()
"""The one value that is not known."""

UNDATED = Unknown()
"""The value of a parameter that is not certain because the date that governs the rule is not."""


class Gap(NamedTuple):
    """Something that is not there.

    Attributes:
        at: the last thing on the way that is there.
        reason: absent, null, not_applicable or invalid; or of a paper document, several or unlinked (as `dossier.Link`
            has them): why the way ended.
        trail: key and label of each step that could not be taken.
    """

    at: Bound
    reason: str
    trail: tuple[tuple[str, str], ...]


class Note(NamedTuple):
    """Why something is open where no place in the papers tells: calendar, currency, unit, division, range and so on."""

    reason: str
    detail: str


Read = Bound | Gap | Note

REASONS: Mapping[State, str] = {
    State.NULL: "null",
    State.NOT_APPLICABLE: "not_applicable",
    State.INVALID: "invalid",
    State.BLANK: "blank",
    State.PRESENT: "",
}


MOST_STEPS = 500_000
"""Elements of lists that one rule may go through for one subject: about a second's work, however lists are nested."""


class TooLongError(Exception):
    """A rule has gone through more elements than it may; what it would come to is not known."""


class Run:
    """The surroundings of an evaluation.

    Attributes:
        calendar: working days.
        parameters: values by name, for the date that governs the rule; `UNDATED` where that date leaves it open.
        determinations: answers to the 认定 by name; what is not here is open.
        related: relation id and document root to where it leads.
        reads: what was read, in order; None while nobody asks.
        steps: how many elements of lists were gone through.
    """

    __slots__ = ("calendar", "determinations", "parameters", "reads", "related", "steps")

    def __init__(
        self,
        calendar: Calendar,
        parameters: Mapping[str, Any],
        determinations: Mapping[str, bool],
        related: Callable[[str, Bound], Link],
    ) -> None:
        self.calendar = calendar
        self.parameters = parameters
        self.determinations = determinations
        self.related = related
        self.reads: list[Read] | None = None
        self.steps = 0

    def go_through(self, elements: Sized) -> None:
        """Count the elements of a list before they are gone through.

        They are counted and not timed, so that a rule ends alike on every machine.

        Raises:
            TooLongError: there are too many, with those before.
        """
        self.steps += len(elements)
        if self.steps > MOST_STEPS:
            raise TooLongError

    def note(self, reason: str, detail: str = "") -> None:
        """Leave behind why something could not be decided."""
        if self.reads is not None:
            self.reads.append(Note(reason, detail))


Environment = list[Any]
"""Slot 0 holds the `Run`, the next ones the documents, and the rest the elements that quantifiers are at."""
