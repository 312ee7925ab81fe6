"""Operands of the compiled form become words of the rule language again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.rulebook import ir
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING
from pdo_policy.values.display import display

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _spellings() -> Mapping[str, list[str]]:
    """The spellings of each function, the Chinese one first."""
    found: dict[str, list[str]] = defaultdict(list)
    named = {**{s: f.name for s, f in FUNCTIONS.items()}, **{s: a.name for s, a in AGGREGATES.items()}}
    for spelling, name in named.items():
        found[name].append(spelling)
    return found


_OF_FUNCTION = _spellings()
_COMPREHENSION = (("于", "满足", "取"), ("of", "satisfies", "take"))


class Wording(NamedTuple):
    """How operands are spelled: as in these words of a rule, and with conditions as `quote` has them."""

    text: str
    quote: Callable[[ir.Condition], str]

    def spelled(self, part: ir.Operand | ir.Node) -> str:
        """An operand or a path as the rule writes it."""
        match part:
            case ir.Slot(name=name) | ir.Param(name=name):
                return name
            case ir.Field(base=base, key=key, label=label):
                return f"{self.spelled(base)}.{key if key in self.text and label not in self.text else label}"
            case ir.Related(base=base, label=label):
                return f"{self.spelled(base)}.{label}"
            case ir.Presumed(node=node) | ir.Value(node=node) | ir.Elements(node=node):
                return self.spelled(node)
            case ir.Const(kind=kind, value=value):
                return display(value, kind)
            case ir.Negative(operand=operand):
                return f"-{self._nested(operand)}"
            case ir.Arithmetic(op=op, left=left, right=right):
                return f"{self._nested(left)} {op} {self._nested(right)}"
            case ir.ListOf(items=items):
                return f"【{'、'.join(map(self.spelled, items))}】"
            case ir.Call(function=function, args=args):
                return self._called(_OF_FUNCTION[function], list(map(self.spelled, args)))
            case ir.Lacking(nodes=nodes):
                return self._called([*LACKING], list(map(self.spelled, nodes)))
            case ir.Aggregate(function=function):
                return self._called(_OF_FUNCTION[function], [self._comprehension(part)])

    def _nested(self, part: ir.Operand) -> str:
        inner = self.spelled(part)
        return f"（{inner}）" if isinstance(part, ir.Arithmetic) else inner

    def _called(self, spellings: list[str], args: list[str]) -> str:
        chinese, english = spellings
        return f"{english}({', '.join(args)})" if english in self.text else f"{chinese}（{'，'.join(args)}）"

    def _comprehension(self, part: ir.Aggregate) -> str:
        source = self.spelled(part.source)
        taken = None if _is_element(part.take, part.slot) else part.take
        if part.where is None and taken is None:
            return source
        english = any(spelling in self.text for spelling in _OF_FUNCTION[part.function][1:])
        of, satisfies, take = _COMPREHENSION[english]
        words = [_variable(part, part.slot), of, source]
        words += [satisfies, self.quote(part.where)] if part.where is not None else []
        words += [take, self.spelled(taken)] if taken is not None else []
        return " ".join(word for word in words if word)


def _is_element(taken: ir.Operand | None, slot: int) -> bool:
    """Whether what is taken of each element is the element itself, which nobody writes."""
    return isinstance(taken, ir.Value) and isinstance(taken.node, ir.Slot) and taken.node.number == slot


def _variable(record: object, slot: int) -> str:
    """The name under which an element is known in a record; empty where it is not named."""
    if isinstance(record, ir.Slot):
        return record.name if record.number == slot else ""
    parts = record if isinstance(record, tuple) else ()
    return next((name for part in parts if (name := _variable(part, slot))), "")
