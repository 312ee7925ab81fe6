"""Clause ids are made and displayed from numbers."""

import pytest

from pdo_policy.submission.clauses import art, display, draft


@pytest.mark.parametrize(
    ("clause", "expected_id", "expected_display"),
    [
        (art(4), "ndrc-2025-27~art_4", "《实施规范》第四条"),
        (art(10), "ndrc-2025-27~art_10", "《实施规范》第十条"),
        (art(9, point=5), "ndrc-2025-27~art_9__point_5", "《实施规范》第九条第（五）项"),
        (art(14, point=13), "ndrc-2025-27~art_14__point_13", "《实施规范》第十四条第（十三）项"),
        (art(21, para=3), "ndrc-2025-27~art_21__para_3", "《实施规范》第二十一条第三款"),
        (art(12, para=2, point=1), "ndrc-2025-27~art_12__para_2__point_1", "《实施规范》第十二条第二款第（一）项"),
        (draft(3, 14), "hb-2024-draft~chp_3__stmt_14", "《管理办法（征求意见稿）》第三章"),
    ],
)
def test_a_clause_has_an_id_and_a_display_form(clause: str, expected_id: str, expected_display: str) -> None:
    assert (clause, display(clause)) == (expected_id, expected_display)


@pytest.mark.parametrize("clause", ["", "art_9", "ndrc-2025-27", "ndrc-2025-65~art_1", "hb-2024-draft~art_3", "x"])
def test_an_id_of_another_form_is_refused(clause: str) -> None:
    with pytest.raises(ValueError, match=f"^{clause}$"):
        display(clause)
