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

from pdo_policy import api, bundled
from pdo_policy.errors import RulebookError
from pdo_policy.rulebook import cache as kept
from pdo_policy.rulebook.cache import load_cached
from pdo_policy.rulebook.kept import HEAD
from pdo_policy.rulebook.load import load
from pdo_policy.rulebook.outlines import KeptRules, Outline
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


def signed(part: object) -> bytes:
    """A file with a sound frame around one part."""
    body = json.dumps(part).encode()
    rest = json.dumps({"key": "", "parts": [["head", len(body)]]}).encode() + b"\n" + body
    return HEAD + sha256(rest).hexdigest().encode() + b"\n" + rest


SPOILT = {
    "empty": lambda _: b"",
    "cut-short": lambda text: text[: len(text) // 2],
    "one-sign-changed": lambda text: text.replace("写明目标".encode(), "写明目的".encode()),
    "binary": lambda _: bytes(range(256)),
    "of-another-program": lambda text: text.replace(HEAD, b"pdo-policy rulebook 9 "),
    "of-something-else": lambda _: signed("not a rulebook"),
}
PARTS_OF_NOTHING = {
    "not-json": "{",
    "of-another-shape": "[]",
    "of-an-unknown-kind": json.dumps({"kinds": ["os.system"], "plain": ["true"], "made": [[0, 0]], "value": 1}),
    "of-too-few-parts": json.dumps({"kinds": ["ir.Slot"], "plain": ["a"], "made": [[0, 0]], "value": 1}),
    "of-a-number-to-come": json.dumps({"kinds": ["tuple"], "plain": [], "made": [[0, 5]], "value": 0}),
    "of-no-value": json.dumps({"kinds": [], "plain": [], "made": [], "value": 0}),
    "of-a-path-to-nowhere": json.dumps({"kinds": ["Path"], "plain": ["home", "x"], "made": [[0, 0, 1]], "value": 2}),
}


@pytest.mark.parametrize("text", list(PARTS_OF_NOTHING.values()), ids=list(PARTS_OF_NOTHING))
def test_a_text_that_nothing_was_packed_into_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a packed rulebook"):
        unpacked(text)


@pytest.mark.parametrize("spoil", list(SPOILT.values()), ids=list(SPOILT))
def test_a_spoilt_cache_is_made_anew(book: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    cache = tmp_path / "cache"
    load_cached(book, cache)
    file = only(cache)
    right = file.read_bytes()
    file.write_bytes(spoil(right))
    assert load_cached(book, cache).program == load(book).program
    assert only(cache).read_bytes() == right


@pytest.fixture
def shipped(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a wheel would hold if this small rulebook were the shipped one."""
    place = tmp_path / "ready.json"
    monkeypatch.setattr(bundled, "rulebook_folder", lambda: book)
    place.write_bytes(kept.ready_made())
    monkeypatch.setattr(bundled, "ready_made", lambda: place)
    return place


def test_the_shipped_rulebook_is_ready_and_keeps_nothing(
    book: Path, tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = load(book)
    monkeypatch.setattr(kept, "load", never)
    for cache in (tmp_path / "cache", None):
        ready = load_cached(book, cache)
        assert (ready.program, ready.manifest, ready.digest) == (fresh.program, fresh.manifest, fresh.digest)
        assert dict(ready.sources) == dict(fresh.sources)
    assert shipped.is_file()
    assert not (tmp_path / "cache").exists()


def test_what_is_ready_is_the_same_each_time(shipped: Path) -> None:
    assert kept.ready_made() == shipped.read_bytes()


def longer(book: Path) -> None:
    (rules,) = book.glob("*.pdl")
    rules.write_text(RULE.format("另一个长一点的标题"), "utf-8")


def as_long(book: Path) -> None:
    (rules,) = book.glob("*.pdl")
    rules.write_text(RULE.format("另有一名"), "utf-8")
    os.utime(rules, (2**31, 2**31))


def one_more(book: Path) -> None:
    (book / "more.pdl").write_text(RULE.format("又一条").replace("T-GOAL", "T-MORE"), "utf-8")


@pytest.mark.parametrize("change", [longer, as_long, one_more])
@pytest.mark.usefixtures("shipped")
def test_the_shipped_rulebook_that_somebody_changed_is_compiled(book: Path, change: Callable[[Path], None]) -> None:
    change(book)
    assert load_cached(book, None).program == load(book).program


@pytest.mark.parametrize("spoil", list(SPOILT.values()), ids=list(SPOILT))
def test_a_spoilt_file_in_the_wheel_is_none(book: Path, shipped: Path, spoil: Callable[[bytes], bytes]) -> None:
    shipped.write_bytes(spoil(shipped.read_bytes()))
    assert load_cached(book, None).program == load(book).program


def resigned(right: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with a changed text, and the digest of what is in it now."""
    _, _, rest = right.partition(b"\n")
    rest = change(rest)
    return HEAD + sha256(rest).hexdigest().encode() + b"\n" + rest


@pytest.mark.parametrize(
    "change",
    [
        lambda rest: rest.replace(b'"rules ', b'"rulez '),
        lambda rest: rest.replace(b'"schema ', b'"schemo '),
        lambda rest: rest.replace(b'"head"', b'"hear"'),
        lambda rest: rest.replace(b'"ir.Present"', b'"ir.Nothing"'),
        lambda rest: rest.replace(b'"key"', b'"kez"'),
        lambda rest: rest.replace(b'"parts":[[', b'"parts":[1,['),
        lambda rest: rest[:-9],
    ],
    ids=["no-rules", "no-schema", "no-head", "unknown-kind", "no-key", "odd-table", "cut-short"],
)
def test_a_part_that_is_none_when_it_is_needed_is_made_anew(
    book: Path, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    cache = tmp_path / "cache"
    load_cached(book, cache)
    file = only(cache)
    right = file.read_bytes()
    file.write_bytes(resigned(right, change))
    found, fresh = load_cached(book, cache), load(book)
    assert found.program == fresh.program
    assert {kind: one.schema for kind, one in found.types.items()} == {
        kind: one.schema for kind, one in fresh.types.items()
    }
    assert only(cache).read_bytes() == right


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_where_fewer_rules_are_kept_than_outlines_all_are_compiled(book: Path) -> None:
    rules = load(book).program.rules
    outlines = tuple(Outline(*(getattr(rule, name) for name in Outline._fields)) for rule in rules)
    assert outlines
    found = KeptRules(outlines, {outline.subjects[0]: tuple for outline in outlines}, lambda: rules)
    assert tuple(found) == tuple(rules)


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
        "slow = ('lark', 'yaml', 'pydantic', 'jsonschema', 'jsonschema_rs', 'jinja2', 'rich', 'click', 'dataclasses',\n"
        "        'inspect', 'difflib', 'pdo_policy.rulebook.compile', 'pdo_policy.law.forms')\n"
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
