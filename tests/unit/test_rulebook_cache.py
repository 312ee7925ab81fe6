"""The cache of compiled rulebooks: the same rulebook, and never used where it is not surely the right one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy import api
from pdo_policy.errors import RulebookError
from pdo_policy.rulebook import cache as kept
from pdo_policy.rulebook.cache import load_cached
from pdo_policy.rulebook.load import load
from pdo_policy.rulebook.packing import packed, unpacked
from tests.rulebooks import small

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
HUBEI = ROOT / "rules" / "hubei"
RULE = "规则 T-GOAL “{}”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 严重\n  应当 方案.目标 已载明\n完\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    return small(folder, RULE.format("写明目标"))


def only(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def never(folder: Path) -> None:
    message = f"{folder} was compiled again"
    raise AssertionError(message)


def test_what_is_kept_is_the_rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_cached(HUBEI, tmp_path)
    monkeypatch.setattr(kept, "load", never)
    again, fresh = load_cached(HUBEI, tmp_path), load(HUBEI)
    for book in (first, again):
        assert book.program == fresh.program
        assert book.manifest == fresh.manifest
        assert book.digest == fresh.digest
        assert book.sources == fresh.sources
        assert book.rules_by_clause == fresh.rules_by_clause
    reports = [
        api.render(api.check(ROOT / "samples", as_of=date(2026, 11, 24), rulebook=book), "json")
        for book in (again, fresh)
    ]
    assert reports[0] == reports[1]
    assert only(tmp_path).stat().st_mode & 0o077 == 0


def test_a_changed_rule_is_compiled_again_and_the_old_text_goes(book: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert load_cached(book, cache).program.rules[0].title == "写明目标"
    before = only(cache)
    (rules,) = book.glob("*.pdl")
    rules.write_text(RULE.format("另一个标题"), "utf-8")
    assert load_cached(book, cache).program.rules[0].title == "另一个标题"
    assert only(cache) != before


def test_a_rulebook_that_broke_is_not_taken_from_the_cache(book: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_cached(book, cache)
    (rules,) = book.glob("*.pdl")
    rules.write_text("规则", "utf-8")
    with pytest.raises(RulebookError):
        load_cached(book, cache)


def signed(body: str) -> bytes:
    return f"pdo-policy rulebook 1 {sha256(body.encode()).hexdigest()}\n{body}".encode()


SPOILT = {
    "empty": lambda _: b"",
    "cut-short": lambda text: text[: len(text) // 2],
    "one-sign-changed": lambda text: text.replace("写明目标".encode(), "写明目的".encode()),
    "binary": lambda _: bytes(range(256)),
    "of-another-program": lambda text: text.replace(b"pdo-policy rulebook 1", b"pdo-policy rulebook 9"),
    "not-json": lambda _: signed("{"),
    "of-another-shape": lambda _: signed(json.dumps({"kinds": ["tuple"], "pool": [[0, "a", "b", "c"]]})),
    "of-an-unknown-kind": lambda _: signed(json.dumps({"kinds": ["os.system"], "pool": [[0, "true"]]})),
    "of-too-few-parts": lambda _: signed(json.dumps({"kinds": ["ir.Slot"], "pool": [[0, "a"]]})),
    "of-a-number-to-come": lambda _: signed(json.dumps({"kinds": ["tuple"], "pool": [[0, 5]]})),
}


@pytest.mark.parametrize("spoil", list(SPOILT.values()), ids=list(SPOILT))
def test_a_spoilt_cache_is_made_anew(book: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    cache = tmp_path / "cache"
    load_cached(book, cache)
    file = only(cache)
    right = file.read_bytes()
    file.write_bytes(spoil(right))
    assert load_cached(book, cache).program == load(book).program
    assert only(cache).read_bytes() == right


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_folder_that_others_may_write_to_is_left_alone(book: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    assert load_cached(book, cache).program == load(book).program
    assert list(cache.iterdir()) == []


def test_a_place_where_nothing_can_be_kept_stops_nobody(book: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    assert load_cached(book, file / "cache").program == load(book).program
    assert load_cached(book, file).program == load(book).program


def test_the_second_check_needs_no_parser(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pdo_policy import cli\n"
        "try:\n    cli.main(['check', 'samples/compliant/implementation_plan.yaml', '--as-of', '2026-11-24'])\n"
        "except SystemExit as stop:\n    assert stop.code == 0\n"
        "slow = ('lark', 'pydantic', 'jsonschema', 'pdo_policy.rulebook.compile')\n"
        "print([name for name in slow if name in sys.modules])\n"
    )
    environment = {**os.environ, "PDO_POLICY_CACHE": str(tmp_path / "cache")}
    said = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]
    assert said[0].stdout.splitlines()[-1] != "[]"
    assert said[1].stdout.splitlines()[-1] == "[]"
    assert said[0].stdout.splitlines()[:-1] == said[1].stdout.splitlines()[:-1]


PARTS = st.one_of(
    st.none(), st.booleans(), st.text(), st.integers(), st.dates(), st.decimals(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        st.lists(inner).map(tuple), st.lists(inner), st.dictionaries(st.text(), inner), st.frozensets(st.integers())
    ),
)


@given(VALUES.map(lambda value: (value,)))
def test_what_is_packed_comes_back(value: object) -> None:
    text = packed(value)
    back = unpacked(text)
    assert back == value
    assert packed(back) == text
    assert kinds(back) == kinds(value)


def kinds(value: object) -> object:
    """The kinds of all parts; 1 and true, and 1.0 and 1.00, are different parts."""
    if isinstance(value, tuple | list):
        return type(value), [kinds(part) for part in value]
    return str(value) if isinstance(value, Decimal) else type(value) if isinstance(value, bool | int) else None


def test_what_is_no_rulebook_is_not_packed() -> None:
    with pytest.raises(TypeError, match="a rulebook holds no object"):
        packed((object(),))
