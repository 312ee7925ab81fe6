"""A condition and an environment become a node: its words, its answer, and what was read for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.evaluation.blame import read_by
from pdo_policy.evaluation.conditions import test_of
from pdo_policy.evaluation.messages import quoted, shown
from pdo_policy.evaluation.nodes import finder
from pdo_policy.evaluation.operands import computer
from pdo_policy.evaluation.run import UNKNOWN, Gap, Note
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.written import written
from pdo_policy.schema.bound import Bound, State
from pdo_policy.source import Source
from pdo_policy.traces import Node, Operand
from pdo_policy.tracing.spelling import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.run import Environment
    from pdo_policy.evaluation.run import Read as Found
    from pdo_policy.source import Span
    from pdo_policy.traces import Read, Truth
    from pdo_policy.tracing.reading import Reader

MOST_ELEMENTS = 20
"""How many elements of a list a quantifier shows."""

MOST_INNER_ELEMENTS = 5
"""How many it shows where it stands at an element of another."""

_COMPUTED = (ir.Call, ir.Aggregate, ir.Arithmetic, ir.Negative, ir.Param)


class RuleTexts:
    """The rule files of a rulebook, each as a source that is made when somebody asks for it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._sources: dict[str, Source] = {}

    def span(self, file: str, at: ir.At) -> Span:
        """A place in a rule file; a file that is not there is an empty one."""
        if file not in self._sources:
            self._sources[file] = Source(file, self._texts.get(file, ""))
        return self._sources[file].span(*at)


class Hand(NamedTuple):
    """What the walk carries: the file whose text it is in, and in how many quantifiers it stands."""

    file: str
    depth: int = 0


class Walker:
    """Conditions of one rule and one subject become nodes.

    Args:
        texts: the rule files.
        reader: makes records of what was read.
        slots: the environment before anything is evaluated.
        kinds: the kinds of the parameters by name.
    """

    def __init__(self, texts: RuleTexts, reader: Reader, slots: Sequence[Any], kinds: Mapping[str, str]) -> None:
        self._texts, self._reader, self._kinds = texts, reader, kinds
        self._env: Environment = list(slots)

    def node(self, condition: ir.Condition, file: str) -> Node:
        """The node of a condition that is written in a file."""
        return self._node(condition, Hand(file))

    def _node(self, condition: ir.Condition, hand: Hand) -> Node:
        if isinstance(condition, ir.Predicate) and not condition.name:
            # An argument of a call: it is written where the call is, not where the 判定 is.
            return self._node(condition.body, hand._replace(file=condition.file))
        value, failed = tried(partial(test_of(condition), self._env))
        span = self._texts.span(hand.file, condition.at)
        bare = Node(type(condition).__name__.lower(), _op(condition), written(span.text), span, value, failed)
        match condition:
            case ir.Predicate(name=name, file=file, body=body):
                return replace(bare, label=name, parts=(self._node(body, hand._replace(file=file)),))
            case ir.And(parts=parts) | ir.Or(parts=parts):
                return replace(bare, parts=tuple(self._node(part, hand) for part in parts))
            case ir.Not(part=part):
                return replace(bare, parts=(self._node(part, hand),))
            case ir.If(test=test, then=then, otherwise=otherwise):
                parts = (test, then) if otherwise is None else (test, then, otherwise)
                return replace(bare, parts=tuple(self._node(part, hand) for part in parts))
            case ir.Enumeration(items=items):
                return replace(bare, parts=tuple(self._item(item, hand) for item in items))
            case ir.Quantifier():
                return self._quantifier(condition, bare, hand)
        return replace(bare, operands=tuple(self._operands(condition, bare, hand)), reads=self._reads(condition, bare))

    def _item(self, item: ir.Item, hand: Hand) -> Node:
        part = self._node(item.condition, hand)
        span = self._texts.span(hand.file, item.at)
        return Node(
            "item", "", written(span.text), span, part.value, part.failed, item.number, item.label, parts=(part,)
        )

    # ------------------------------------------------------------------ elements

    def _quantifier(self, condition: ir.Quantifier, bare: Node, hand: Hand) -> Node:
        source = computer(condition.source, test_of)
        found, failed = tried(partial(source, self._env))
        if failed:
            return bare
        reads = self._records(read_by(source, self._env, keep_open=True), {})
        if found is UNKNOWN:
            return replace(bare, reads=reads)
        elements: Sequence[Bound] = found
        told = self._telling(condition, elements, bare.value)
        most = MOST_INNER_ELEMENTS if hand.depth else MOST_ELEMENTS
        parts = tuple(self._element(condition, element, hand) for element in told[:most])
        return replace(bare, count=len(elements), left_out=max(0, len(told) - most), reads=reads, parts=parts)

    def _telling(self, condition: ir.Quantifier, elements: Sequence[Bound], value: Truth) -> Sequence[Bound]:
        """The elements that decided, and those open beside them; all where it took all of them."""
        wanted = value if condition.op != "none" or value is None else not value
        if wanted is not None and wanted is (condition.op == "every"):
            return elements
        body = test_of(condition.body)
        return [element for element in elements if self._answer_at(body, condition.slot, element) in (wanted, None)]

    def _answer_at(self, body: Callable[[Environment], Truth], slot: int, element: Bound) -> Truth:
        self._env[slot] = element
        answer: Truth = tried(partial(body, self._env))[0]
        return answer

    def _element(self, condition: ir.Quantifier, element: Bound, hand: Hand) -> Node:
        self._env[condition.slot] = element
        part = self._node(condition.body, hand._replace(depth=hand.depth + 1))
        name = self._reader.named(element)
        return Node("element", "", part.text, part.span, part.value, part.failed, label=name, parts=(part,))

    # ------------------------------------------------------------------ leaves

    def _reads(self, leaf: ir.Condition, bare: Node) -> tuple[Read, ...]:
        if bare.failed:
            return ()
        is_open = bare.value is None
        found = read_by(test_of(leaf), self._env, keep_open=is_open)
        # What would leave it open is of no interest where it is decided all the same.
        found = found if is_open else tuple(read for read in found if not isinstance(read, Note))
        return self._records(found, dict(self._presumed(leaf)))

    def _records(self, found: Sequence[Found], presumed: Mapping[Found, str]) -> tuple[Read, ...]:
        return tuple(self._reader.record(one, presumed) for one in found)

    def _presumed(self, record: object) -> Iterator[tuple[Found, str]]:
        """The things in a leaf that are absent and presumed, each with its presumed value."""
        if isinstance(record, ir.Presumed):
            found = finder(record)(self._env)
            if isinstance(found, Gap):
                value = computer(record.value, test_of)(self._env)
                kind = record.value.kind if isinstance(record.value, ir.Const) else ""
                yield found, "" if value is UNKNOWN else shown(value, kind, "")
        elif isinstance(record, tuple):
            for part in record:
                yield from self._presumed(part)

    def _operands(self, leaf: ir.Condition, bare: Node, hand: Hand) -> Iterator[Operand]:
        if bare.failed:
            return
        wording = Wording(bare.text, lambda condition: self._words(condition, hand))
        sides = _sides(leaf)
        kind = next((kind for side in sides if (kind := self._kind(side))), "")
        for side in sides:
            if isinstance(side, (ir.Value, *_COMPUTED)):
                yield Operand(wording.spelled(side), self._value(side, kind))

    def _words(self, condition: ir.Condition, hand: Hand) -> str:
        homeless = isinstance(condition, ir.Predicate) and not condition.name
        file = condition.file if homeless else hand.file  # type: ignore[union-attr]  # a call tells its file
        return written(self._texts.span(file, condition.at).text)

    def _kind(self, side: ir.Operand) -> str:
        match side:
            case ir.Const(kind=kind):
                return kind
            case ir.Param(name=name):
                return self._kinds.get(name, "")
            case ir.Value(node=node):
                found = finder(node)(self._env)
                return found.field.kind if isinstance(found, Bound) else ""
        return ""

    def _value(self, side: ir.Operand, kind: str) -> str:
        if isinstance(side, ir.Value):
            found = finder(side.node)(self._env)
            if isinstance(found, Bound):
                return quoted(found) if found.state is State.PRESENT else ""
        value: Datum = computer(side, test_of)(self._env)
        return "" if value is UNKNOWN else shown(value, kind, "")


def tried(answer: Callable[[], Any]) -> tuple[Any, bool]:
    """What a function gives, and whether it failed inside, which is a fault of ours that a trace has to tell."""
    try:
        return answer(), False
    except Exception:  # noqa: BLE001 - see above; the row of the rule says 出错
        return None, True


def _op(condition: ir.Condition) -> str:
    match condition:
        case ir.Compare(op=op) | ir.Present(op=op) | ir.Quantifier(op=op) | ir.Enumeration(op=op):
            return op
        case ir.Member(negated=negated):
            return "not_in" if negated else "in"
    return ""


def _sides(leaf: ir.Condition) -> tuple[ir.Operand, ...]:
    match leaf:
        case ir.Compare(left=left, right=right):
            return left, right
        case ir.Within(day=day, begin=begin, period=period):
            return day, begin, ir.Call("due_date", (begin, period))
        case ir.Member(element=element, elements=elements):
            return element, elements
        case ir.Includes(text=text, part=part):
            return text, part
        case ir.Matches(text=text):
            return (text,)
        case ir.Truth(operand=operand):
            return (operand,)
    return ()
