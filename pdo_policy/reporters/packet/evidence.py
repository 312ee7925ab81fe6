"""Findings become pieces of evidence: numbered, quoted, placed, and of what is absent where it was looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.reporters.excerpt import shown
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.findings import Finding, Location
    from pdo_policy.reporters.briefing.entries import Entry, Point

LONGEST = 120
"""How many characters of a paper an excerpt has."""

MOST = 6
"""How many places a piece of evidence names."""

DIGITS = 16
"""How many digits of a file's digest stand beside an excerpt."""


class Spot(NamedTuple):
    """A place: where it is, what stands there or nearby, whether the thing is absent, the digest of its file."""

    place: str
    excerpt: str
    absent: bool
    digest: str


class Evidence(NamedTuple):
    """What one point of an issue rests on.

    Attributes:
        number: `E-01`.
        headline: what is said.
        spots: the places.
        more: how many further places there are.
        is_form: whether it was found in reading, before any rule.
    """

    number: str
    headline: str
    spots: tuple[Spot, ...]
    more: int
    is_form: bool

    @property
    def anchor(self) -> str:
        """Its name in a page."""
        return self.number.lower()


class Files(NamedTuple):
    """What is known of the files, and the language.

    Attributes:
        digests: by path.
        above: the folder that all of them are in, with a slash behind it; empty where they share none.
        lang: `zh` or `en`.
    """

    digests: Mapping[str, str]
    above: str
    lang: str

    def short(self, path: str) -> str:
        """A path as people on this case need it; annex 3 has all of it."""
        return one_line(path.removeprefix(self.above))

    def where(self, location: Location) -> str:
        """A place for people: 协议.yaml 第12行第3列."""
        first = location.span.first
        path = self.short(location.span.source.name)
        return told("line", self.lang, path=path, line=first.line, column=first.column)


def files_of(digests: Mapping[str, str], lang: str) -> Files:
    """What is known of files whose digests are given by path."""
    folders = [path.split("/")[:-1] for path in digests]
    shared: list[str] = []
    for steps in zip(*folders, strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return Files(digests, "".join(f"{step}/" for step in shared), lang)


def pieces(said: Sequence[tuple[Entry, Sequence[Finding]]], files: Files) -> list[tuple[Evidence, ...]]:
    """The evidence for each entry: a piece for each of its points, numbered through all."""
    total = sum(len(entry.points) for entry, _ in said)
    width = max(2, len(str(total)))
    found = []
    number = 0
    for entry, findings in said:
        own = []
        for point in entry.points:
            number += 1
            own.append(_piece(f"E-{number:0{width}}", entry, point, findings, files))
        found.append(tuple(own))
    return found


def _piece(index: str, entry: Entry, point: Point, findings: Sequence[Finding], files: Files) -> Evidence:
    own = [one for one in findings if one.fingerprint in point.fingerprints]
    places = list(dict.fromkeys(place for one in own for place in one.locations))
    spots = tuple(dict.fromkeys(_spot(place, files) for place in places[:MOST]))
    return Evidence(index, point.headline, spots, max(0, len(places) - MOST), not entry.citations)


def _spot(location: Location, files: Files) -> Spot:
    lang = files.lang
    name = location.span.source.name
    at = files.where(location)
    trail = one_line(" → ".join(location.breadcrumb))
    digest = files.digests.get(name, "")[:DIGITS]
    text = quoted(location)
    if not location.absent:
        return Spot(told("line_trail", lang, place=at, trail=trail).strip(), text, False, digest)
    if len(location.breadcrumb) > len(location.pointer):
        sought = told("searched_paper", lang, trail=one_line(location.breadcrumb[-1]))
    elif trail:
        sought = told("searched", lang, path=files.short(name), trail=trail)
    else:
        sought = told("searched_whole", lang, path=files.short(name))
    return Spot(f"{sought}{_near(at, lang)}", text, True, digest)


def _near(at: str, lang: str) -> str:
    return f" ({at})" if lang == "en" else f"（{at}）"


def quoted(location: Location) -> str:
    """The line of a place, or as much of it as an excerpt may have."""
    line = shown(location.span)
    text = one_line(f"{line.before}{line.marked}{line.after}").strip()
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
