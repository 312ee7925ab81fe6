"""JSON is read to the same tree whether runs of it are passed over at once or every sign is looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdo_policy.documents import from_json
from pdo_policy.source import Source
from tests.traps import TRAPS

if TYPE_CHECKING:
    from pdo_policy.documents.node import Document, Entry, Node, Scalar
    from tests.traps import Trap

usual = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=300)

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)
_layouts = st.sampled_from([None, 0, 2])
_slips = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from([*'{}[]":,\\ \n\t#/-+.0e1x，：“\u200b\x00\u3000', "null"])),
    max_size=3,
)  # fmt: skip


def by_the_sign(source: Source, patch: pytest.MonkeyPatch) -> tuple[Document, ...]:
    """What the reader makes of a text if no run is passed over."""

    def no_members(_text: str, at: int, _entries: list[Entry], _most: int) -> tuple[int, Scalar | None]:
        return at, None

    def no_items(_text: str, at: int, _items: list[Node], _most: int) -> tuple[int, bool]:
        return at, False

    with patch.context() as patched:
        patched.setattr(from_json, "pass_members", no_members)
        patched.setattr(from_json, "pass_items", no_items)
        return from_json.read_json(source)


def assert_alike(text: str, patch: pytest.MonkeyPatch) -> None:
    """Both ways lead to the same tree and the same problems."""
    source = Source("x.json", text)
    assert repr(from_json.read_json(source)) == repr(by_the_sign(source, patch))


@usual
@given(value=_values, indent=_layouts, ascii_only=st.booleans(), slips=_slips)
def test_a_text_with_slips_is_read_alike(
    value: object, indent: int | None, ascii_only: bool, slips: list[tuple[float, str]]
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    for where, slip in slips:
        at = round(where * len(text))
        text = text[:at] + slip + text[at:]
    with pytest.MonkeyPatch.context() as patch:
        assert_alike(text, patch)


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if trap.written == "json"], ids=lambda trap: trap.name)
def test_a_text_with_a_known_slip_is_read_alike(trap: Trap, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_alike(trap.text, monkeypatch)


@pytest.mark.parametrize("count", range(5, 22))
@pytest.mark.parametrize(
    "shape", ["[{}]", '{{"a": [{}]}}', '{{"a": {{{}}}}}'], ids=["list", "list-below", "object-below"]
)
def test_too_many_values_are_told_at_the_same_place(shape: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_json, "MAX_NODES", 20)
    one = '"{}": 1' if "{{{" in shape else "1"
    assert_alike(shape.format(", ".join(one.format(number) for number in range(count))), monkeypatch)
