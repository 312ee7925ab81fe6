"""What must hold of every text: values and places are right, nothing raises, and the form makes no difference."""

from __future__ import annotations

import codecs
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pdo_policy.documents.decoding import Decoded, decode
from pdo_policy.documents.from_json import read_json
from pdo_policy.documents.from_yaml import read_yaml
from pdo_policy.documents.node import Broken, Document, InputProblem, Mapping, Scalar, Sequence, plain
from pdo_policy.documents.read import read
from pdo_policy.documents.scalars import core_value
from pdo_policy.source import Position, Source
from tests.traps import TRAPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.documents.node import Node

FORMATS = ("yaml", "json")
# Time is not what is tested here, and the machine may be busy.
usual = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
thorough = settings(usual, max_examples=300)

# ---- values ----------------------------------------------------------------------------------------------------------

# Letters, marks, numbers, signs and the ordinary space: nothing that has a finding of its own.
_visible = st.characters(
    exclude_categories=("C", "Zl", "Zp", "Zs"),
    exclude_characters="\ufffd\ufffc\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5",
)
_written = st.text(_visible | st.sampled_from(" \n\t:：,，、\"“”‘’#-?!&*|>%@[]{}\\'0湖𠮷😀"), max_size=12)
_telling = st.sampled_from(
    [
        "",
        "~",
        "null",
        "no",
        "on",
        "0123",
        "1.10",
        "12:30",
        "2024-01-01",
        "0x1F",
        "1_000",
        "<<",
        "=",
        "- a",
        "a: b",
        "#a",
        "true",
    ]
)
texts = _written | _telling
ordinary_numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
numbers = ordinary_numbers | st.integers(-(10**390), 10**390)


def values(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=12,
    )


any_value = values(st.none() | st.booleans() | numbers | texts)


def exact(text: str) -> Any:
    return json.loads(text, parse_float=Decimal)


def only(documents: tuple[Document, ...]) -> Node:
    (document,) = documents
    assert document.root is not None, document.problems
    return document.root


def written_as_json(value: Any, *, ascii_only: bool, indent: int | str | None) -> str:
    return json.dumps(value, ensure_ascii=ascii_only, indent=indent)


indents = st.sampled_from([None, 0, 2, "\t"])


@usual
@given(any_value, st.booleans(), indents)
def test_a_value_survives_json(value: Any, ascii_only: bool, indent: int | str | None) -> None:
    text = written_as_json(value, ascii_only=ascii_only, indent=indent)
    (document,) = read_json(Source("-", text))
    assert document.root is not None
    assert (repr(plain(document.root)), document.problems) == (repr(exact(text)), ())


# ---- the text at a place says the value ------------------------------------------------------------------------------


def scalars(node: Node) -> Iterator[tuple[Scalar, bool]]:
    """Every scalar, and whether it is a key."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key, True
            yield from scalars(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Scalar):
        yield node, False


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from nodes(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item)


@usual
@given(any_value, st.booleans(), indents)
def test_the_text_at_each_place_in_json_says_the_value(value: Any, ascii_only: bool, indent: int | str | None) -> None:
    text = written_as_json(value, ascii_only=ascii_only, indent=indent)
    root = only(read_json(Source("-", text)))
    for node in nodes(root):
        assert repr(exact(text[node.start : node.end])) == repr(plain(node))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - equal values are no anchors here
        return True


class Style(NamedTuple):
    """How PyYAML writes."""

    default_flow_style: bool | None
    default_style: str | None
    width: int
    indent: int
    allow_unicode: bool
    explicit_start: bool
    line_break: str


styles = st.builds(
    Style,
    st.sampled_from([True, False, None]),
    st.sampled_from([None, None, '"', "'", "|", ">"]),
    st.sampled_from([10, 40, 10_000]),
    st.integers(2, 6),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


def written_as_yaml(documents: list[Any], style: Style) -> str:
    return str(yaml.dump_all(documents, Dumper=_Dumper, sort_keys=False, **style._asdict()))


def as_text(text: str, lead: str) -> object:
    """What PyYAML reads at a place when everything is text; `lead` stands where its line was cut."""
    return yaml.load(lead + text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts, lists and records only


def without_margin(text: str) -> list[str]:
    """Its lines as far as they do not depend on where they were written: `|2` counts from the line above it."""
    return [line.lstrip(" ") for line in text.rstrip("\n").split("\n")]


# Styles that only texts have: a number in quotes is another value.
text_values = values(texts)
yaml_values = st.one_of(
    st.tuples(st.lists(any_value, min_size=1, max_size=2), styles.filter(lambda style: style.default_style is None)),
    st.tuples(st.lists(text_values, min_size=1, max_size=2), styles),
)


@thorough
@given(yaml_values)
def test_the_text_at_each_place_in_yaml_says_the_value(case: tuple[list[Any], Style]) -> None:
    documents, style = case
    text = written_as_yaml(documents, style)
    for document in read_yaml(Source("-", text)):
        if document.root is None:
            continue
        for scalar, is_key in scalars(document.root):
            written = text[scalar.start : scalar.end]
            # A text of several lines is indented by where it stands, and ends at its last visible line.
            says = as_text(written, " " * (scalar.start - text.rfind("\n", 0, scalar.start) - 1))
            if isinstance(scalar.value, str) and written[:1] in ("|", ">"):
                assert isinstance(says, str)
                assert without_margin(says) == without_margin(scalar.value)
            elif is_key or not scalar.plain:
                assert says == scalar.value
            else:
                assert isinstance(says, str)
                assert repr(core_value(says)) == repr(scalar.value)


# PyYAML follows YAML 1.1, to which `1e3` is a text that needs no quotes; it would come back a number.
_NUMBER_TO_US = re.compile(r"[-+.\d]+[eE][-+]?\d+")
shared_texts = texts.filter(lambda text: not _NUMBER_TO_US.fullmatch(text))
shared = values(st.none() | st.booleans() | ordinary_numbers | shared_texts)


@usual
@given(st.lists(shared, min_size=1) | st.dictionaries(shared_texts, shared, min_size=1), styles)
def test_json_and_yaml_give_the_same_data(value: Any, style: Style) -> None:
    from_json = only(read_json(Source("-", written_as_json(value, ascii_only=False, indent=2))))
    # PyYAML breaks lines wrongly where it escapes, and does neither here.
    plainly = style._replace(default_style=None, allow_unicode=True, width=10_000)
    from_yaml = only(read_yaml(Source("-", written_as_yaml([value], plainly))))
    assert plain(from_yaml) == plain(from_json)


@usual
@given(st.lists(any_value) | st.dictionaries(texts, any_value), indents)
def test_json_is_yaml(value: Any, indent: int | str | None) -> None:
    """What both readers take they take alike; libyaml takes no tabs for indentation and no halves of a character."""
    text = written_as_json(value, ascii_only=False, indent=indent if indent != "\t" else 1)
    (document,) = read_yaml(Source("-", text))
    assert document.root is not None
    assert repr(plain(document.root)) == repr(plain(only(read_json(Source("-", text)))))


# ---- no text raises --------------------------------------------------------------------------------------------------

_SIGNS = [
    *"{}[],:\"'-?&*!|>%@`#\n\r\t \\：，“”、　<=~.0a湖𠮷()（）｛｝［］+/_",
    *("\u200b", "\x00", "\ufeff", "\u2028", "\x85", "\ud800", "\u202e", "\ufffd", "\xa0"),
    *(
        "\r\n",
        "---",
        "...",
        "- ",
        ": ",
        "\n  ",
        "\n- ",
        '""',
        "!!str ",
        "<<",
        "\\u",
        "0x",
        "1e9",
        "null",
        "true",
        "# ",
        "//",
        "|\n",
        ">3",
    ),
]
_SEEDS = [trap.text for trap in TRAPS if len(trap.text) < 100] + [
    "a: {b: [1, {c: \"x\"}], d: 'y'}\ne:\n  - f: |\n      text\n    g: >-\n      folded\n  - h\n---\n? i\n: j\n...\n",
    '{"a": [1, 2.5, {"b": "x\\u4e2d"}], "c": null}',
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A text that is nearly a document."""
    text = "".join(draw(st.lists(st.sampled_from(_SEEDS), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 3))
        text = text[:place] + draw(st.sampled_from(_SIGNS) | st.just("")) + text[place + cut :]
    return text


rough = mutated() | st.lists(st.sampled_from(_SIGNS), max_size=25).map("".join) | st.text(st.characters(), max_size=30)


@pytest.mark.parametrize("written", FORMATS)
@thorough
@given(rough)
def test_no_text_raises(written: str, text: str) -> None:
    documents = read(Source("-", text), format=written)
    assert [document.index for document in documents] == list(range(len(documents)))
    assert documents
    for document in documents:
        starts = [(problem.start, problem.end) for problem in document.problems]
        assert starts == sorted(starts)
        assert all(0 <= start <= end <= len(text) for start, end in starts)
        assert (document.root is None) == any(problem.fatal for problem in document.problems)
        if document.root is not None:
            assert_nested(document.root, 0, len(text))
            broken = [node for node in nodes(document.root) if isinstance(node, Broken)]
            codes = {problem.code for problem in document.problems}
            assert {node.code for node in broken} <= codes


def assert_nested(node: Node, start: int, end: int) -> None:
    """Every part stands within the whole; the parts follow one another, but for a key that is written twice."""
    assert start <= node.start <= node.end <= end, (node, start, end)
    if isinstance(node, Mapping):
        for entry in node.entries:
            assert_nested(entry.key, node.start, node.end)
            assert_nested(entry.value, node.start, node.end)
            assert entry.key.start <= entry.value.start
    elif isinstance(node, Sequence):
        at = node.start
        for item in node.items:
            assert_nested(item, at, node.end)
            at = item.end


@thorough
@given(rough)
def test_json_is_what_the_standard_library_takes(text: str) -> None:
    assume(not text.startswith("\ufeff"))  # it refuses the mark; we tell of it and read on
    (document,) = read_json(Source("-", text))
    try:
        json.loads(text, parse_constant=_refuse)
    except ValueError:
        assert document.root is None
    else:
        assert document.root is not None, document.problems


def _refuse(word: str) -> None:
    raise ValueError(word)


marks = st.sampled_from(
    [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, b"\x84\x31\x95\x33", b"PK\x03\x04"]
)


@thorough
@given(st.binary(max_size=60) | st.builds(bytes.__add__, marks, st.binary(max_size=40)))
def test_no_bytes_raise(data: bytes) -> None:
    found = decode(data)
    if isinstance(found, InputProblem):
        assert found.fatal
        assert 0 <= int(found.facts.get("offset", "0")) < len(data)
        assert 1 <= int(found.facts.get("line", "1")) <= 1 + data.count(b"\n") + data.count(b"\r")
    else:
        codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16"}.get(found.encoding, found.encoding)
        assert data.decode(codec).removeprefix("\ufeff") == found.text


# ---- line ends and encodings -----------------------------------------------------------------------------------------


class Seen(NamedTuple):
    """What a reader sees of a document, offsets turned into lines and columns."""

    data: str
    places: list[tuple[Position, Position]]
    problems: list[tuple[str, Position, bool]]


def seen(text: str, written: str) -> list[Seen]:
    documents = read(Source("-", text), format=written)
    found = []
    for document in documents:
        source = document.source
        places = [] if document.root is None else list(nodes(document.root))
        shown = [(source.position(node.start), source.position(node.end)) for node in places]
        told = [(problem.code, source.position(problem.start), problem.fatal) for problem in document.problems]
        data = "" if document.root is None else repr([_placeless(node) for node in nodes(document.root)])
        found.append(Seen(data, shown, told))
    return found


def _placeless(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value, node.plain
    return node.code if isinstance(node, Broken) else type(node)


@pytest.mark.parametrize("written", FORMATS)
@thorough
@given(rough.map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n")))
def test_the_kind_of_line_end_changes_nothing(written: str, text: str) -> None:
    expected = seen(text, written)
    assert seen(text.replace("\n", "\r\n"), written) == expected
    assert seen(text.replace("\n", "\r"), written) == expected


@usual
@given(rough)
def test_the_encoding_changes_nothing(text: str) -> None:
    assume(not re.search("[\ud800-\udfff]", text))
    assume(not text.startswith(("\ufeff", "%PDF-")))
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        ("\ufeff".encode("gb18030"), "gb18030"),
    ):
        if mark == codecs.BOM_UTF16_LE and text.startswith("\0"):
            continue  # the four bytes are the mark of UTF-32
        assert decode(mark + text.encode(codec)) == Decoded(text, codec if mark[:1] == b"\x84" else _named(codec))
    if "\0" not in text:
        assert decode(text.encode()) == Decoded(text, "utf-8")
        assert decode(text.encode("gb18030")) in (Decoded(text, "gb18030"), *_as_utf8(text.encode("gb18030")))


def _named(codec: str) -> str:
    return "utf-8-sig" if codec == "utf-8" else "utf-16"


def _as_utf8(data: bytes) -> list[Decoded]:
    """UTF-8 is tried first: a short text in GB18030 may be a text in it, too."""
    try:
        return [Decoded(data.decode(), "utf-8")]
    except UnicodeDecodeError:
        return []


# ---- documents whose places are known because they were written one by one -------------------------------------------


class Known(NamedTuple):
    """A scalar as written."""

    value: object
    first: Position
    last: Position


class Pen:
    """Writes a text and counts lines and columns as it goes, on its own."""

    def __init__(self, line_end: str) -> None:
        self.text = ""
        self.line = 1
        self.column = 1
        self.line_end = line_end
        self.known: list[Known] = []

    def write(self, piece: str) -> None:
        assert "\n" not in piece
        self.text += piece
        self.column += len(piece)

    def new_line(self) -> None:
        self.text += self.line_end
        self.line, self.column = self.line + 1, 1

    def scalar(self, piece: str, value: object) -> None:
        first = Position(self.line, self.column)
        self.write(piece)
        self.known.append(Known(value, first, Position(self.line, self.column)))


_words = st.text(st.sampled_from("湖北省数据甲乙𠮷😀é𝄞abZ"), min_size=1, max_size=6)
_leaves = st.one_of(
    _words.map(lambda word: (word, word)),
    _words.map(lambda word: (f'"{word}"', word)),
    _words.map(lambda word: (f'"{word}\\u6e56"', word + "湖")),
    st.sampled_from(
        [("0123", "0123"), ("1.10", Decimal("1.10")), ("12:30", "12:30"), ("-5", -5), ("null", None), ("no", "no")]
    ),
    st.builds(lambda word, other: (f"'{word}''{other}'", f"{word}'{other}"), _words, _words),
)
_json_leaves = st.one_of(
    _words.map(lambda word: (f'"{word}"', word)),
    _words.map(lambda word: (f'"\\ud842\\udfb7{word}\\/"', f"𠮷{word}/")),
    st.sampled_from([("0", 0), ("1.10", Decimal("1.10")), ("-5e3", Decimal("-5e3")), ("null", None), ("true", True)]),
)


@st.composite
def block_documents(draw: st.DrawFn) -> Pen:
    pen = Pen(draw(st.sampled_from(["\n", "\r\n", "\r"])))

    def blank_lines() -> None:
        for _ in range(draw(st.integers(0, 1))):
            pen.write(draw(st.sampled_from(["", "# 注𠮷", "   # 注"])))
            pen.new_line()

    def record(indent: int, depth: int) -> None:
        for number in range(draw(st.integers(1, 3))):
            if number:
                blank_lines()
                pen.write(" " * indent)
            key = f"{draw(_words)}{number}"
            quote = draw(st.sampled_from(["", '"', "'"]))
            pen.scalar(f"{quote}{key}{quote}", key)
            pen.write(draw(st.sampled_from([":", " :"])))
            value(indent, depth)

    def value(indent: int, depth: int) -> None:
        form = draw(st.sampled_from(["leaf", "leaf", "record", "list", "flow"])) if depth else "leaf"
        if form == "leaf":
            pen.write(draw(st.sampled_from([" ", "   "])))
            pen.scalar(*draw(_leaves))
            pen.write(draw(st.sampled_from(["", " ", "  # 注𠮷：，"])))
            pen.new_line()
        elif form == "flow":
            pen.write(" ")
            flow(pen, draw, _leaves)
            pen.new_line()
        elif form == "record":
            pen.new_line()
            blank_lines()
            pen.write(" " * (indent + 2))
            record(indent + 2, depth - 1)
        else:
            pen.new_line()
            for _ in range(draw(st.integers(1, 3))):
                pen.write(" " * indent + "- ")
                record(indent + 2, depth - 1)

    for _ in range(draw(st.integers(1, 2))):
        pen.write("--- # 𠮷")
        pen.new_line()
        record(0, 3)
    return pen


def flow(pen: Pen, draw: st.DrawFn, leaves: st.SearchStrategy[tuple[str, object]]) -> None:
    pen.write("[")
    for number in range(draw(st.integers(0, 3))):
        pen.write(", " if number else draw(st.sampled_from(["", " "])))
        if draw(st.booleans()):
            pen.scalar(*draw(leaves))
        else:
            pen.write("{ ")
            key = draw(_words)
            pen.scalar(f'"{key}"', key)
            pen.write(": ")
            pen.scalar(*draw(leaves))
            pen.write(draw(st.sampled_from(["}", " }"])))
    pen.write("]")


@st.composite
def json_documents(draw: st.DrawFn) -> Pen:
    pen = Pen(draw(st.sampled_from(["\n", "\r\n", "\r"])))

    def blanks() -> None:
        for _ in range(draw(st.integers(0, 2))):
            if draw(st.booleans()):
                pen.new_line()
            else:
                pen.write(draw(st.sampled_from([" ", "\t"])))

    def value(depth: int) -> None:
        form = draw(st.sampled_from(["leaf", "record", "list"])) if depth else "leaf"
        if form == "leaf":
            pen.scalar(*draw(_json_leaves))
            return
        pen.write("{" if form == "record" else "[")
        blanks()
        for number in range(draw(st.integers(0, 3))):
            if number:
                pen.write(",")
                blanks()
            if form == "record":
                key = f"{draw(_words)}{number}"
                pen.scalar(f'"{key}"', key)
                blanks()
                pen.write(":")
                blanks()
            value(depth - 1)
            blanks()
        pen.write("}" if form == "record" else "]")

    blanks()
    value(3)
    blanks()
    return pen


def found_in(pen: Pen, written: str) -> list[Known]:
    source = Source("-", pen.text)
    found = []
    for document in read(source, format=written):
        assert document.root is not None, document.problems
        assert document.problems == ()
        for scalar, _ in scalars(document.root):
            found.append(Known(scalar.value, source.position(scalar.start), source.position(scalar.end)))
    return found


@thorough
@given(block_documents())
def test_places_in_yaml_are_exact(pen: Pen) -> None:
    assert found_in(pen, "yaml") == pen.known


@thorough
@given(json_documents())
def test_places_in_json_are_exact(pen: Pen) -> None:
    assert found_in(pen, "json") == pen.known


@usual
@given(json_documents())
def test_a_byte_order_mark_does_not_move_what_follows(pen: Pen) -> None:
    assume(pen.text.strip())
    data = codecs.BOM_UTF8 + pen.text.encode()
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    assert decoded.text == pen.text
