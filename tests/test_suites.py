"""Every case of the public suites of YAML and JSON comes out right, or as `suites.json` says, for a reason told."""

from __future__ import annotations

import pytest

from pdo_policy.documents import limits
from pdo_policy.documents.decoding import Decoded, decode
from pdo_policy.documents.from_json import read_json
from pdo_policy.documents.node import plain
from pdo_policy.evaluation.blame import MOST_UNITS
from pdo_policy.evaluation.run import MOST_STEPS
from pdo_policy.language.parse import MOST_PROBLEMS
from pdo_policy.rulebook.load import LARGEST
from pdo_policy.schema import binder
from pdo_policy.source import Source
from tests.suites import REJECTED, RIGHT, ROOT, SUITES, are_here, expected, outcomes
from tests.suites_page import REASONS, reason

LEAST = {"yaml": 402, "json": 318}


@pytest.mark.skipif(not are_here(), reason="the suites come from npm: make judges")
@pytest.mark.parametrize("suite", SUITES)
def test_every_case_comes_out_as_is_due(suite: str) -> None:
    found = outcomes(suite)
    assert len(found) >= LEAST[suite]
    assert {name: what for name, what in found.items() if what not in (RIGHT, REJECTED)} == expected()[suite]


@pytest.mark.parametrize("suite", SUITES)
def test_every_departure_has_its_reason_and_every_reason_its_departure(suite: str) -> None:
    used = {reason(suite, what) for what in expected()[suite].values()}
    # A text with an alias has its anchor too.
    assert used | {"input.alias"} == set(REASONS[suite]) | {"input.alias"}


GB18030 = "gb18030"
"""Due where bytes that are not UTF-8 are text in GB18030, the other encoding that papers come in."""

# The bytes of the JSON suite that are lost where its cases are kept as text; the names are the suite's.
BYTES = {
    "i_string_UTF-16LE_with_BOM": (b'\xff\xfe[\0"\0\xe9\0"\0]\0', ["\xe9"]),
    "i_string_UTF-8_invalid_sequence": (b'["\xe6\x97\xa5\xd1\x88\xfa"]', GB18030),
    "i_string_UTF8_surrogate_U+D800": (b'["\xed\xa0\x80"]', "input.encoding"),
    "i_string_invalid_utf-8": (b'["\xff"]', "input.encoding"),
    "i_string_iso_latin_1": (b'["\xe9"]', "input.encoding"),
    "i_string_lone_utf8_continuation_byte": (b'["\x81"]', "input.encoding"),
    "i_string_not_in_unicode_range": (b'["\xf4\xbf\xbf\xbf"]', GB18030),
    "i_string_overlong_sequence_2_bytes": (b'["\xc0\xaf"]', GB18030),
    "i_string_overlong_sequence_6_bytes": (b'["\xfc\x83\xbf\xbf\xbf\xbf"]', GB18030),
    "i_string_overlong_sequence_6_bytes_null": (b'["\xfc\x80\x80\x80\x80\x80"]', "input.encoding"),
    "i_string_truncated-utf-8": (b'["\xe0\xff"]', "input.encoding"),
    "i_string_utf16BE_no_BOM": (b'\0[\0"\0\xe9\0"\0]', "input.nul-byte"),
    "i_string_utf16LE_no_BOM": (b'[\0"\0\xe9\0"\0]\0', "input.nul-byte"),
    "i_structure_UTF-8_BOM_empty_object": (b"\xef\xbb\xbf{}", {}),
    "n_string_invalid_utf8_after_escape": (b'["\\\xe5"]', "input.encoding"),
    "n_string_invalid-utf-8-in-escape": (b'["\\u\xe5"]', "input.encoding"),
    "n_structure_incomplete_UTF8_BOM": (b"\xef\xbb{}", GB18030),
    "n_structure_lone-invalid-utf-8": (b"\xe5", "input.encoding"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_refused_with_their_place(name: str) -> None:
    data, due = BYTES[name]
    decoded = decode(data)
    if due == GB18030:
        assert isinstance(decoded, Decoded)
        assert decoded.encoding == GB18030
        assert decoded.text.encode(GB18030) == data
        return
    if isinstance(due, str):
        assert not isinstance(decoded, Decoded), decoded
        assert (decoded.code, decoded.facts["line"]) == (due, "1")
        return
    assert isinstance(decoded, Decoded)
    (document,) = read_json(Source("-", decoded.text))
    assert document.root is not None
    assert (plain(document.root), document.problems) == (due, ())


def test_the_page_tells_the_limits_that_hold() -> None:
    rows = {
        "一个文件": f"{limits.MAX_BYTES // 1024**2} MB",
        "一层套一层": f"{limits.MAX_DEPTH} 层",
        "一个文件里的内容、名称、清单": f"{limits.MAX_NODES:,} 个",
        "一个文件里的材料": f"{limits.MAX_DOCUMENTS} 份",
        "一个数": f"{limits.MAX_NUMBER} 位",
        "标题、编号、项目编号": f"{binder.LONGEST_NAME} 字",
        "一份材料逐条列出的书写问题、格式问题": f"各 {limits.MAX_PROBLEMS} 处",
        "一份材料的格式问题": f"{binder.MOST_BORNE:,} 处",
        "一条规则对一份清单逐条列出的问题": f"{MOST_UNITS} 项",
        "一条规则对一份材料逐项核对的次数": f"{MOST_STEPS:,} 次",
        "一个规则文件": f"{LARGEST // 1024**2} MB，{MOST_PROBLEMS} 处错误",
    }
    assert limits.MAX_PROBLEMS == binder.MOST_TOLD
    text = (ROOT / "docs/readers.md").read_text("utf-8")
    for what, most in rows.items():
        assert f"| {what} | {most} |" in text
