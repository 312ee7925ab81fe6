"""Blanks and the words for "not known" and "does not apply" are told quickly, and as a slow look at every character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.values import states
from pdo_policy.values.normal_form import normal_form

MARKS, PRINTED = states._MARKS, states._PRINTED  # noqa: SLF001 - the tables are held against a slow reading of them
WORDS = sorted(states._UNKNOWN | states._NOT_APPLICABLE)  # noqa: SLF001 - as above
AROUND = st.text("()（）[]【】“”\"' \u3000/。；TBDtbdｎ／ａ", max_size=3)
TEXTS = st.one_of(
    st.text(max_size=8),
    st.text(MARKS + PRINTED + " \t\u3000\u2003\x1c\x85\u200b0a", max_size=12),
    st.builds("{}{}{}".format, AROUND, st.sampled_from(WORDS), AROUND),
    st.builds("{}{}".format, st.sampled_from(WORDS), st.sampled_from(["0", "０", "地", "⼈", "豈", "定", "×"])),
    st.sampled_from(WORDS).map(str.upper),
)


def consists(text: str, marks: str) -> bool:
    return all(char in marks or char.isspace() for char in text)


@given(TEXTS)
def test_a_blank_is_what_a_form_prints(text: str) -> None:
    lined = len(text) <= 40 and any(line in text for line in "_＿﹍﹎﹏") and consists(text, MARKS + PRINTED)
    assert states.is_blank(text) is (consists(text, MARKS) or lined)


@given(TEXTS)
def test_a_word_is_one_of_the_table(text: str) -> None:
    word = normal_form(text).strip("()[]【】〔〕<>《》“”\"' ").lower() if len(text) <= 40 else ""
    assert states.is_unknown(text) is (word in states._UNKNOWN)  # noqa: SLF001 - as above
    assert states.is_bare_not_applicable(text) is (word in states._NOT_APPLICABLE)  # noqa: SLF001 - as above


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_found(word: str) -> None:
    assert states.is_unknown(word) or states.is_bare_not_applicable(word)
