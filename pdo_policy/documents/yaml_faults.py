"""Where and why the YAML parser stopped becomes a problem in the reader's terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.documents.limits import MAX_DEPTH
from pdo_policy.documents.lines import line_around, line_number, lines_between
from pdo_policy.documents.node import InputProblem
from pdo_policy.documents.screening import named, shown
from pdo_policy.documents.yaml_colons import WIDE_SPACES, Colon, bad_colon, first_comma
from pdo_policy.documents.yaml_dashes import bad_dash

if TYPE_CHECKING:
    from pdo_policy.documents.yaml_events import Stop

_KEY_HERE = "could not find expected ':'"
_COLON_HERE = "mapping values are not allowed"
_MISFIT = (
    "did not find expected key",
    "did not find expected '-'",
    "did not find expected <document start>",
    "expected <block end>",
)
_BAD_START = "found character that cannot start any token"

# Beginnings of what libyaml says, and of what the pure loader says where it differs.
_CODES = (
    (_COLON_HERE, "input.yaml-misplaced-colon"),
    (_KEY_HERE, "input.yaml-missing-colon"),
    ("did not find expected key", "input.yaml-indentation"),
    ("expected <block end>", "input.yaml-indentation"),
    ("did not find expected '-' indicator", "input.yaml-list-item"),
    ("exceeded maximum nesting depth", "input.too-deep"),
    ("did not find expected <document start>", "input.yaml-document-start"),
    ("expected '<document start>'", "input.yaml-document-start"),
    ("block sequence entries are not allowed", "input.yaml-misplaced-dash"),
    ("sequence entries are not allowed", "input.yaml-misplaced-dash"),
    ("mapping keys are not allowed", "input.yaml-misplaced-question-mark"),
    ("did not find expected ',' or ']'", "input.yaml-open-bracket"),
    ("did not find expected ',' or '}'", "input.yaml-open-bracket"),
    ("expected ',' or", "input.yaml-open-bracket"),
    ("did not find expected node content", "input.yaml-missing-value"),
    ("expected the node content", "input.yaml-missing-value"),
    ("found unexpected end of stream", "input.yaml-open-quote"),
    ("found unexpected document indicator", "input.yaml-open-quote"),
    ("found unexpected document separator", "input.yaml-open-quote"),
    ("found unknown escape character", "input.yaml-escape"),
    ("did not find expected hexdecimal number", "input.yaml-escape"),
    ("found invalid Unicode character escape code", "input.yaml-escape"),
    ("expected escape sequence", "input.yaml-escape"),
    (_BAD_START, "input.yaml-reserved-character"),
    ("found character", "input.yaml-reserved-character"),
    ("did not find expected alphabetic or numeric character", "input.yaml-reserved-character"),
    ("expected alphabetic or numeric character", "input.yaml-reserved-character"),
    ("found unexpected ':'", "input.yaml-misplaced-colon"),
    ("found an indentation indicator equal to 0", "input.yaml-block-header"),
    ("found undefined tag handle", "input.yaml-tag-syntax"),
    ("could not find expected directive name", "input.yaml-directive"),
    ("found unexpected non-alphabetical character", "input.yaml-directive"),
    ("found unknown directive name", "input.yaml-directive"),
    ("did not find expected whitespace", "input.yaml-directive"),
    ("did not find expected digit or '.' character", "input.yaml-directive"),
    ("did not find expected version number", "input.yaml-directive"),
    ("found extremely long version number", "input.yaml-directive"),
    ("found incompatible YAML document", "input.yaml-directive"),
    ("found duplicate %", "input.yaml-directive"),
)
_BY_CONTEXT = (
    ("block scalar", "input.yaml-block-header"),
    ("directive", "input.yaml-directive"),
    ("a tag", "input.yaml-tag-syntax"),
)
_AT_CONTEXT = (
    "input.yaml-open-quote",
    "input.yaml-missing-colon",
    "input.yaml-tag-syntax",
    "input.yaml-directive",
)
_MISPLACED = {"-": "input.yaml-misplaced-dash", ":": "input.yaml-misplaced-colon"}
_WHOLE_LINE = ("input.yaml-missing-colon", "input.yaml-continued-line")
_LEADING_WIDE = rf"[ \t]*+([{WIDE_SPACES}]+)"
_KEY_BEFORE = r"[ \t]*+(?:- ++)*+[^\s:].{0,200}?: +"


class Fault(NamedTuple):
    """A problem, and the text with its place made harmless, so that the next one can be found; None where it cannot."""

    problem: InputProblem
    repaired: str | None


def fault(text: str, stop: Stop) -> Fault:
    """Tell the faults people make from the place where the parser noticed; else what the parser said, in our words."""
    line = line_around(text, stop.context_place if stop.why.startswith(_KEY_HERE) else stop.place)
    problem = _tab(text, stop, line) or _leading_wide_space(text, line) or _dash(text, stop, line)
    if problem:
        return Fault(problem, None)
    colon = _colon(text, stop, line)
    if colon:
        return Fault(colon.problem, _without_colon(text, colon))
    return _unquoted_colon(text, stop, line) or Fault(_comma(text, stop) or _other(text, stop, line), None)


def _tab(text: str, stop: Stop, line: tuple[int, int]) -> InputProblem | None:
    lead = text[line[0] : line[1]]
    lead = lead[: len(lead) - len(lead.lstrip(" \t"))]
    place = -1
    if text[stop.place : stop.place + 1] == "\t" and stop.why.startswith(("found a tab", "found character")):
        place = stop.place
    elif "\t" in lead and not stop.why.startswith(("did not find expected ','", "expected ','")):
        place = line[0] + lead.index("\t")
    return InputProblem("input.tab", {}, place, place + 1, fatal=True) if place >= 0 else None


def _leading_wide_space(text: str, line: tuple[int, int]) -> InputProblem | None:
    match = re.compile(_LEADING_WIDE).match(text, *line)
    if match is None:
        return None
    return InputProblem("input.wide-space", {"characters": named(match[1])}, match.start(1), match.end(1), fatal=True)


def _dash(text: str, stop: Stop, line: tuple[int, int]) -> InputProblem | None:
    """A dash that begins no item: in the line that should be a key, or in the one that this line continues."""
    if stop.why.startswith(_COLON_HERE) and stop.scalar[0] < line[0] < stop.scalar[1]:
        line = line_around(text, stop.scalar[0])
    elif not stop.why.startswith(_KEY_HERE):
        return None
    return bad_dash(text, *line, fatal=True)


def _colon(text: str, stop: Stop, line: tuple[int, int]) -> Colon | None:
    """A colon that does not separate: in the line that should be a key, or in the lines taken for one long text."""
    if stop.why.startswith(_KEY_HERE):
        return bad_colon(text, *line, fatal=True)
    if not stop.why.startswith(_COLON_HERE):
        return None
    start, end = stop.scalar
    for first, last in lines_between(text, start, min(end, line[0])):
        colon = bad_colon(text, first, last, fatal=True)
        if colon:
            return colon
    return None


def _without_colon(text: str, colon: Colon) -> str:
    place, key, end = colon.place, colon.key_start, colon.line_end
    if not text[place + 1 : end].strip():
        return text[:place] + ":" + text[place + 1 :]
    return text[:key] + "#" * (end - key) + text[end:]


def _unquoted_colon(text: str, stop: Stop, line: tuple[int, int]) -> Fault | None:
    """`标题: 第一条: 总则`: the second colon of a line; the facts hold the line as it should be written."""
    start = stop.scalar[0]
    key = re.compile(_KEY_BEFORE).match(text, *line)
    if not stop.why.startswith(_COLON_HERE) or key is None or start < line[0] or key.end() != start:
        return None
    if text[start] in "｛［":
        facts = {"char": text[start]}
        return Fault(InputProblem("input.full-width-bracket", facts, start, start + 1, fatal=True), None)
    value = text[start : line[1]].rstrip()
    quote = "'" if '"' in value or "\\" in value else '"'
    if quote in value:
        return None
    written = text[line[0] : start].strip()
    facts = {"suggestion": f"{shown(written)} {quote}{shown(value)}{quote}"}
    problem = InputProblem("input.yaml-unquoted-colon", facts, stop.place, stop.place + 1, fatal=True)
    return Fault(problem, text[:start] + "x" * (line[1] - start) + text[line[1] :])


def _comma(text: str, stop: Stop) -> InputProblem | None:
    """A full-width comma in the item before the place where a comma or a closing bracket is missing."""
    place = first_comma(text, *stop.scalar)
    if place is None or not stop.why.startswith(("did not find expected ','", "expected ','")):
        return None
    return InputProblem("input.full-width-comma", {"char": text[place]}, place, place + 1, fatal=True)


def _other(text: str, stop: Stop, line: tuple[int, int]) -> InputProblem:
    code, place = _refined(text, stop, line)
    written = len(text.rstrip())
    if place >= written:
        place = stop.context_place if stop.context_place < written else max(0, written - 1)
    first, last = line_around(text, place)
    facts = {
        "text": shown(text[first:last]),
        "char": shown(text[place : place + 1]),
        "opening_line": str(line_number(text, min(stop.context_place, place))),
        "limit": str(MAX_DEPTH),
    }
    end = last if code in _WHOLE_LINE else min(place + 1, last)
    return InputProblem(code, facts, place, max(place, end), fatal=True)


def _refined(text: str, stop: Stop, line: tuple[int, int]) -> tuple[str, int]:
    """The code and the place to show, by what stands around the place where the parser stopped."""
    code, place = _code(stop), stop.place
    # The quote that ends a text of several lines, with more right behind it, was meant to begin another.
    if place == stop.quoted[1] and stop.quoted[0] < line[0]:
        return "input.yaml-open-quote", stop.quoted[0]
    if stop.why.startswith(_MISFIT) and text[line[0] : place].strip():
        return "input.yaml-text-after-value", place
    if code == "input.yaml-indentation" and text[place : place + 1] in _MISPLACED:
        return _MISPLACED[text[place]], place
    if code == "input.yaml-misplaced-colon" and stop.scalar[0] < line[0] < stop.scalar[1]:
        return "input.yaml-continued-line", line[0]
    if code == "input.yaml-missing-value" and "flow" in stop.context and not text[place:].strip():
        return "input.yaml-open-bracket", place
    if code in _AT_CONTEXT or stop.context.endswith(("alias", "anchor")):
        place = stop.context_place
    return code, place


def _code(stop: Stop) -> str:
    for part, code in _BY_CONTEXT:
        if part in stop.context:
            return code
    for beginning, code in _CODES:
        if stop.why.startswith(beginning):
            return code
    return "input.yaml-syntax"
