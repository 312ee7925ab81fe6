"""Places in hand-kept files: where they are, and that asking for thousands of them goes through the file once."""

from __future__ import annotations

import pytest

from pdo_policy.determinations import read_determinations
from pdo_policy.documents.files import File
from pdo_policy.documents.node import Entry, Mapping, Scalar
from pdo_policy.documents.read import read
from pdo_policy.errors import FormError
from pdo_policy.law.forms import Form
from pdo_policy.source import Source

MANY = 3_000


class Counted(str):
    """A key that counts how often it is compared with another."""

    __slots__ = ()
    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)


def test_thousands_of_places_are_found_by_going_through_a_record_once() -> None:
    text = "".join(f"k{number:04}: v\n" for number in range(MANY))
    entries = tuple(
        Entry(Scalar(Counted(f"k{number:04}"), at, at + 5, plain=True), Scalar("v", at + 7, at + 8, plain=True))
        for number, at in enumerate(range(0, len(text), 9))
    )
    form = Form(Source("x.yaml", text), Mapping(entries, 0, len(text)), {})
    Counted.compared = 0
    values = [form.span(f"k{number:04}").start for number in range(MANY)]
    keys = [form.key_span(f"k{number:04}").start for number in range(MANY)]
    assert (values, keys) == ([9 * number + 7 for number in range(MANY)], [9 * number for number in range(MANY)])
    assert Counted.compared <= 4 * MANY


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("甲",), (3, 4), (0, 1)),
        (("甲", "乙"), (7, 8), (4, 5)),
        (("甲", "丙"), (3, 4), (3, 4)),
        (("丁", 1), (17, 18), (17, 18)),
        (("丁", 9), (13, 14), (13, 14)),
        (("戊", "己"), (0, 1), (0, 1)),
        ((), (0, 1), (0, 1)),
    ],
)
def test_a_place_is_that_of_the_nearest_thing_on_the_way(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    text = "甲: {乙: 1}\n丁: [1, 2]\n"
    (document,) = read(Source("x.yaml", text))
    assert document.root is not None
    form = Form(document.source, document.root, None)
    places = [(span.start, span.end) for span in (form.span(*path), form.key_span(*path) if path else form.span())]
    assert places == [value, key]


def test_unknown_answers_hold_no_text_as_long_as_all_known_names() -> None:
    known = [f"认定{number}" for number in range(MANY)]
    text = "文件种类: 认定\n认定:\n" + "".join(f"  不是{number}: {{结论: 是}}\n" for number in range(200))
    file = File("认定.yaml", Source("认定.yaml", text), "utf-8", "", len(text), None)
    with pytest.raises(FormError) as caught:
        read_determinations([file], known, found=False)
    assert len(caught.value.problems) == 200
    assert {problem.code for problem in caught.value.problems} == {"DET-F002"}
    held = sum(len(fact) for problem in caught.value.problems for fact in problem.facts.values())
    assert held < 200 * 20
