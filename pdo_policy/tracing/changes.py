"""Which of the things that a verdict hangs on would give another verdict, each alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.verdicts import ConflictError, both, judge
from pdo_policy.findings import Verdict
from pdo_policy.traces import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.evaluation.verdicts import Plea
    from pdo_policy.traces import Truth


class Matter(NamedTuple):
    """What a verdict hangs on.

    Attributes:
        applies: whether the rule applies by its own conditions.
        cause: whether a rule that entails it is violated; True where there is none.
        required: whether its own requirement is met.
        direct: ids of the exceptions against the rule itself.
        pleas: the exceptions by id.
        beyond: ids of those that no paper could make hold: no clause counts, or they are not in force.
        replacement: id of the replacement that took effect; else empty.
        adopted: the norm that each replacement puts in place, and that of the rule under an empty id: whether it only
            encourages.
        demands: whether there is a requirement; a bare 可以 has none.
        topic_only: whether nobody has seen the text of any clause that counts.
    """

    applies: Truth
    cause: Truth
    required: Truth
    direct: Sequence[str]
    pleas: Mapping[str, Plea]
    beyond: frozenset[str]
    replacement: str
    adopted: Mapping[str, bool]
    demands: bool
    topic_only: bool

    def verdict(self) -> Verdict:
        """The verdict of all this."""
        try:
            judgement = judge(both(self.applies, self.cause), self.required, self.direct, self.pleas)
        except ConflictError:
            return Verdict.ERROR
        if judgement.verdict is not Verdict.VIOLATED:
            return judgement.verdict
        if self.adopted[judgement.replacement]:
            return Verdict.NOT_ADOPTED
        return Verdict.UNDETERMINED if self.topic_only else Verdict.VIOLATED

    def supposing(self, what: str, name: str, holds: bool) -> Matter:
        """The same if the requirement were met or not, if the rule applied or not, or an exception held or not."""
        if what == "applicability":
            return self._replace(applies=holds)
        if what == "exception":
            return self._replace(pleas={**self.pleas, name: self.pleas[name]._replace(holds=holds)})
        if self.replacement:
            replaced = self.pleas[self.replacement]._replace(replaces=holds)
            return self._replace(pleas={**self.pleas, self.replacement: replaced})
        return self._replace(required=holds)


def changes(matter: Matter, verdict: Verdict) -> tuple[Change, ...]:
    """What would change the verdict: whether the rule applies, its requirement, then its exceptions."""
    found = []
    for what, name, value in _parts(matter):
        if_true, if_false = (
            _other(matter.supposing(what, name, holds).verdict(), verdict) if value is not holds else None
            for holds in (True, False)
        )
        if if_true is not None or if_false is not None:
            found.append(Change(what, name, if_true, if_false))
    return tuple(found)


def _other(supposed: Verdict, verdict: Verdict) -> Verdict | None:
    return supposed if supposed is not verdict else None


def _parts(matter: Matter) -> Iterator[tuple[str, str, Truth]]:
    yield "applicability", "", matter.applies
    replacing = matter.pleas.get(matter.replacement)
    if matter.demands:
        yield "requirement", "", replacing.replaces if replacing is not None else matter.required
    for name, plea in matter.pleas.items():
        if name not in matter.beyond:
            yield "exception", name, plea.holds
