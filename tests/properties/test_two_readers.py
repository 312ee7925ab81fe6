"""Both readers of YAML make the same of every text that the reader of the block style takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.fuzz.two_readers import SIGNS, is_taken, texts, with_slips

if TYPE_CHECKING:
    from random import Random

usual = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=200)

LONGEST = 4_000

_ordinary = st.builds(str.__add__, st.sampled_from("ab甲乙_²"), st.text(st.sampled_from("ab甲1-（）/·."), max_size=4))
_odd = st.sampled_from(["null", "true", "1", "“甲”", "甲：乙", "<<", "a\u3000", "- a", "'a'", "１", "a b", "-", ""])
keys = st.one_of(*[_ordinary] * 15, _odd)
_words = st.sampled_from(
    [
        "null",
        "~",
        "",
        "012",
        "1.5",
        "-5",
        "2025-01-01",
        "“甲”乙",
        "甲 # 乙",
        "[a, 1]",
        "[]",
        "{}",
        "{a: 1, 乙: '2'}",
        "'甲: 乙'",
        '"#"',
        "a:b",
    ]
)
_signs = st.lists(st.sampled_from(SIGNS), max_size=4).map("".join) | st.text(
    st.sampled_from("a甲1 :#-'\",[]"), max_size=8
)
leaves = st.one_of(*[_ordinary] * 5, *[_words] * 5, _signs, st.builds(repr, st.text(max_size=5)))
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3) | st.lists(st.tuples(keys, inner), max_size=4, unique_by=lambda pair: pair[0])
    ),
    max_leaves=10,
)
ends = st.sampled_from(["\n"] * 9 + [" # 注\n", "  \n", "\r\n", "\n\n", "\n# 注\n", "\n  # 注\n"])


@st.composite
def written(draw: st.DrawFn) -> str:
    """A tree as lines of the block style, of any indentation; values are written as they are."""

    def lines(node: Any, column: int, *, behind_dash: bool) -> str:
        if isinstance(node, str) or not node:
            return (f" {node}" if node else " []"[: draw(st.sampled_from((0, 3)))]) + draw(ends)
        parts = []
        for part in node:
            keyed = isinstance(part, tuple)
            below = part[1] if keyed else part
            deeper = column + draw(st.sampled_from((2, 2, 2, 2, 2, 2, 4, 1, 0)))
            inline = not keyed and not isinstance(below, str) and draw(st.booleans())
            text = lines(below, column + 2 if inline else deeper, behind_dash=inline)
            head = f"{part[0]}:" if keyed else "-"
            broken = "" if isinstance(below, str) or not below else " " if inline else draw(ends)
            parts.append(f"{' ' * column}{head}{broken}{text}")
        whole = "".join(parts)
        return whole[column:] if behind_dash else whole

    text = lines(draw(trees), draw(st.sampled_from((0, 0, 0, 2))), behind_dash=False)
    # A tree a hundred deep is mostly spaces, and too long for hypothesis to show.
    assume(len(text) <= LONGEST)
    return text


@usual
@given(written(), st.sampled_from(["", "", "---\n", "# 注\n", "\n"]), st.booleans())
def test_both_readers_make_the_same_of_what_one_takes(text: str, before: str, ended: bool) -> None:
    is_taken(before + (text if ended else text.removesuffix("\n")))


@usual
@given(st.sampled_from(texts()), st.randoms(use_true_random=False))
def test_both_readers_make_the_same_of_papers_with_slips(text: str, chance: Random) -> None:
    is_taken(with_slips(text, chance))


@usual
@given(st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))
def test_both_readers_make_the_same_of_any_signs(text: str) -> None:
    is_taken(text)
