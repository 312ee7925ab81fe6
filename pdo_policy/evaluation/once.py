"""What is made of each part of a program, when it is first asked for, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Part = TypeVar("Part")
Made = TypeVar("Made")


class Once(Generic[Part, Made]):
    """The functions of conditions, or of templates: rules share many a condition, and papers all of them.

    Args:
        make: makes what is asked for, from the part and from this, which gives what is made of the parts in it.
    """

    def __init__(self, make: Callable[[Part, Callable[[Part], Made]], Made]) -> None:
        self._make = make
        # By identity, since to compare two conditions is to walk through both; it lasts, since the part is kept.
        self._made: dict[int, tuple[Part, Made]] = {}

    def __call__(self, part: Part) -> Made:
        """What is made of a part."""
        found = self._made.get(id(part))
        if found is None:
            found = self._made[id(part)] = (part, self._make(part, self))
        return found[1]
