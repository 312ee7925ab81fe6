"""The rules of a program become their outlines, so that those nobody is asked need not be read to be told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.rulebook.compiled import Rule


class Outline(NamedTuple):
    """What of a version of a rule concerns who does not ask it; the attributes are those of `Rule`."""

    id: str
    title: str
    file: str
    clauses: tuple[str, ...]
    subjects: tuple[str, ...]
    entails: tuple[str, ...]
    presence_only: bool


class KeptRules(Sequence["Rule"]):
    """The rules of a program of which those on a kind of paper are read when somebody asks for them.

    Args:
        outlines: of all rules, in their order.
        read: gives the rules on each kind of paper, in the order of their outlines.
        anew: gives all rules, where those that are read are fewer than their outlines.
    """

    def __init__(
        self,
        outlines: tuple[Outline, ...],
        read: Mapping[str, Callable[[], tuple[Rule, ...]]],
        anew: Callable[[], Sequence[Rule]],
    ) -> None:
        self.outlines = outlines
        self._read = read
        self._anew = anew
        self._on: dict[str, tuple[Rule, ...]] = {}
        self._all: tuple[Rule, ...] | None = None

    def on(self, kind: str) -> tuple[Rule, ...]:
        """The rules that report on a kind of paper."""
        if kind not in self._on:
            self._on[kind] = self._read[kind]()
        return self._on[kind]

    def _whole(self) -> tuple[Rule, ...]:
        if self._all is None:
            waiting = {kind: iter(self.on(kind)) for kind in self._read}
            found = [next(waiting[outline.subjects[0]], None) for outline in self.outlines]
            self._all = tuple(rule for rule in found if rule is not None)
            if len(self._all) < len(found):
                self._all = tuple(self._anew())
        return self._all

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Rule, ...]: ...
    def __getitem__(self, index: int | slice) -> Rule | tuple[Rule, ...]:
        return self._whole()[index]

    def __len__(self) -> int:
        return len(self.outlines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._whole() == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # it is compared with tuples, and is read only when it must be


def outlines_of(rules: Sequence[Rule]) -> Sequence[Outline | Rule]:
    """The outlines of rules; those of rules that are there already are the rules themselves."""
    return rules.outlines if isinstance(rules, KeptRules) else rules


def rules_on(rules: Sequence[Rule], kind: str) -> Sequence[Rule]:
    """The rules that report on a kind of paper, in their order."""
    return rules.on(kind) if isinstance(rules, KeptRules) else [rule for rule in rules if rule.subjects[0] == kind]
