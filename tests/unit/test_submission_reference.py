"""The field reference shows every field, links only to what it describes, and is well-formed Markdown."""

import re

import pytest

from pdo_policy.submission.export import SUBMISSIONS
from pdo_policy.submission.field import Kind
from pdo_policy.submission.reference import KIND_NAMES, reference_text
from pdo_policy.submission.walk import fields_of, records_in

TEXT = reference_text()
ROWS = [line for line in TEXT.splitlines() if line.startswith("|")]


def test_each_field_of_each_record_has_a_row() -> None:
    records = {record for it in SUBMISSIONS for record in (it.model, *records_in(it.model))}
    expected = sum(len(fields_of(record)) for record in records)
    heads = sum(row.startswith("| 字段 ") for row in ROWS)
    assert heads == len(records)
    assert len(ROWS) == expected + 2 * heads


def test_each_row_has_seven_cells() -> None:
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in ROWS} == {8}


def test_each_link_leads_to_one_place() -> None:
    places = re.findall(r'<a id="(\w+)"></a>', TEXT)
    assert len(places) == len(set(places))
    assert set(re.findall(r"\]\(#(\w+)\)", TEXT)) == set(places)


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_chinese_name(kind: Kind) -> None:
    assert re.fullmatch(r"[\u4e00-\u9fff]+", KIND_NAMES[kind])
