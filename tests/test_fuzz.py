"""What fuzzing begins with, and what once broke something, breaks nothing; nor do slips in it. `make fuzz` goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import seeds, words
from tests.fuzz.targets import TARGETS

# Where one takes long, one in so many; `make fuzz` begins with all of them.
SOME = {"check": 5, "rules": 3}


@pytest.mark.parametrize("target", TARGETS)
def test_no_seed_breaks_its_target(target: str) -> None:
    known = list(seeds(target).values())
    assert known
    for data in known[:: SOME.get(target, 1)]:
        TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_no_slip_in_a_seed_breaks_its_target(target: str) -> None:
    pieces = st.sampled_from([word.encode() for word in words(target)]) | st.binary(max_size=3)
    written = st.sampled_from(sorted(seeds(target).values()))
    place = st.integers(0, 2000)

    @settings(max_examples=40)
    @given(written, place, place, pieces)
    def slipped(data: bytes, start: int, length: int, piece: bytes) -> None:
        at = start % (len(data) + 1)
        TARGETS[target](data[:at] + piece + data[at + length % 20 :])

    slipped()
