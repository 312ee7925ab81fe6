"""Clause ids, display forms and citations, and the way round between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.law.citations import clauses_meant
from pdo_policy.law.clause_ids import Step, clause_id, display, order, steps_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("第十二条", ["art_12"]),
        ("第12条", ["art_12"]),
        ("第十二条第二款第三项第1目", ["art_12__para_2__point_3__indent_1"]),
        ("第一百二十五条第（十一）项", ["art_125__point_11"]),
        ("第九条第(五)项", ["art_9__point_5"]),
        ("第九条第五项", ["art_9__point_5"]),
        ("第九条（五）", ["art_9__point_5"]),
        ("第十条之一", ["art_10bis1"]),
        ("第十条之一第二款", ["art_10bis1__para_2"]),
        ("第三章第二节", ["chp_3__sec_2"]),
        ("第二编第三章", ["part_2__chp_3"]),
        ("第二章要点2", ["chp_2__stmt_2"]),
        ("第二章（起草说明要点2）", ["chp_2__stmt_2"]),
        ("要点2", ["stmt_2"]),
        ("第十条至第十二条", ["art_10", "art_11", "art_12"]),
        ("第九条第一项至第三项", ["art_9__point_1", "art_9__point_2", "art_9__point_3"]),
        ("二（三）", ["outline_2__outline2_3"]),
        ("三(一)第二款", ["outline_3__outline2_1__para_2"]),
        ("art_9__point_5", ["art_9__point_5"]),
        ("chp_2__stmt_2", ["chp_2__stmt_2"]),
        ("第 九 条 第 五 项", ["art_9__point_5"]),
    ],
)
def test_citations_are_read(written: str, expected: list[str]) -> None:
    assert [clause_id(steps) for steps in clauses_meant(written)] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("第二项", ["outline_2"]),
        ("第五项第二款", ["outline_5__para_2"]),
        ("二（三）", ["outline_2__outline2_3"]),
    ],
)
def test_in_an_outline_an_item_is_a_head(written: str, expected: list[str]) -> None:
    assert [clause_id(steps) for steps in clauses_meant(written, outline=True)] == expected


@pytest.mark.parametrize(
    ("before", "written", "expected"),
    [
        ("art_9__para_1", "第三款", "art_9__para_3"),
        ("art_9__point_5", "第六项", "art_9__point_6"),
        ("art_9__para_2__point_5", "第六项", "art_9__para_2__point_6"),
        ("art_9__point_5", "第十条", "art_10"),
        ("chp_2__stmt_1", "要点2", "chp_2__stmt_2"),
        ("stmt_1", "要点2", "stmt_2"),
    ],
)
def test_a_citation_below_the_article_goes_on_from_the_one_before(before: str, written: str, expected: str) -> None:
    steps = steps_of(before)
    assert steps is not None
    assert [clause_id(found) for found in clauses_meant(written, before=steps)] == [expected]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "第三款",
        "第条",
        "第零条",
        "九条",
        "第九",
        "第九条第八条",
        "第三项第九条",
        "第九条x",
        "第十二条至第十章",
        "第一万零一条",
        "随便",
        "art_",
        "art_0",
        "art_9__art_9",
    ],
)
def test_what_is_no_citation_means_nothing(written: str) -> None:
    assert clauses_meant(written) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("art_14__point_2", "第十四条第（二）项"),
        ("art_10bis1", "第十条之一"),
        ("art_12__para_2__point_3__indent_1", "第十二条第二款第（三）项第1目"),
        ("chp_2__stmt_2", "第二章（起草说明要点2）"),
        ("stmt_2", "要点2"),
        ("chp_3__sec_2", "第三章第二节"),
        ("outline_2", "第二项"),
        ("outline_2__para_1", "第二项第一款"),
        ("outline_3__outline2_1__para_2", "三（一）第二款"),
        ("art_125", "第一百二十五条"),
    ],
)
def test_a_clause_is_displayed(name: str, expected: str) -> None:
    steps = steps_of(name)
    assert steps is not None
    assert display(steps) == expected


_NUMBERS = st.integers(1, 999)
_ARTICLES = st.builds(
    lambda art, bis, para, point, indent: tuple(
        step
        for step in (
            Step("art", art, bis),
            *([Step("para", para)] if para else []),
            *([Step("point", point)] if point else []),
            *([Step("indent", indent)] if point and indent else []),
        )
    ),
    _NUMBERS,
    st.integers(0, 9),
    st.integers(0, 20),
    st.integers(0, 30),
    st.integers(0, 9),
)
_STATEMENTS = st.builds(
    lambda chapter, number: (*([Step("chp", chapter)] if chapter else []), Step("stmt", number)),
    st.integers(0, 999),
    _NUMBERS,
)
_OUTLINES = st.builds(
    lambda first, second, para: (
        Step("outline", first),
        *([Step("outline2", second)] if second else []),
        *([Step("para", para)] if para else []),
    ),
    _NUMBERS,
    st.integers(0, 30),
    st.integers(0, 9),
)


@given(st.one_of(_ARTICLES, _STATEMENTS, _OUTLINES))
def test_ids_and_display_forms_lead_back(steps: tuple[Step, ...]) -> None:
    assert steps_of(clause_id(steps)) == steps
    outline = steps[0].kind == "outline"
    assert clauses_meant(display(steps), outline=outline) == (steps,)
    assert clauses_meant(clause_id(steps)) == (steps,)


@given(st.lists(_ARTICLES, min_size=2, max_size=20))
def test_clauses_sort_by_number(several: list[tuple[Step, ...]]) -> None:
    ordered = sorted(several, key=order)
    assert [steps[0].number for steps in ordered] == sorted(steps[0].number for steps in several)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    for steps in clauses_meant(text):
        assert steps_of(clause_id(steps)) == steps
