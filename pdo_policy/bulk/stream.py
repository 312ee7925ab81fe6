"""Groups of files become lines of results, in their order, by as many processes as are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.bulk.earlier import CARRIED, CARRIED_AT, line_at
from pdo_policy.bulk.grouping import files_of, pieces_of
from pdo_policy.bulk.tally import Brief, Tally, brief
from pdo_policy.bulk.workers import done
from pdo_policy.documents.files import bad_line
from pdo_policy.errors import FormError
from pdo_policy.reporters.as_ndjson import group_data, line, run_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pdo_policy.bulk.earlier import Earlier
    from pdo_policy.bulk.grouping import Group
    from pdo_policy.bulk.terms import Terms


class Told(NamedTuple):
    """The line of a group, what of it counts in the end, and how many files it was."""

    line: bytes
    brief: Brief
    files: int


class Stream:
    """A stream of results.

    Attributes:
        tally: what has been told so far.
        terms: how papers are checked.
    """

    def __init__(self, terms: Terms, jobs: int, earlier: Earlier | None = None) -> None:
        self.terms = terms
        self._jobs = jobs
        self._empty = terms.report([])
        self._earlier = earlier
        self.tally = Tally(self._empty)

    def lines(self, groups: Iterable[Group], set_aside: Iterable[str], told: Callable[[int], None]) -> Iterator[bytes]:
        """Every line of the stream; `told` is given how many files are behind a line that has been made."""
        terms = self.terms
        yield line(run_data(self._empty, terms.rules(), terms.digest(), set_aside, terms.lang))
        for one in self._groups(groups):
            self.tally.add(one.brief, carried=one.line.startswith(CARRIED, CARRIED_AT))
            yield one.line
            told(one.files)
        yield line(self.tally.end(terms.lang))

    def _groups(self, groups: Iterable[Group]) -> Iterator[Told]:
        earlier = self._earlier
        path = earlier.path if earlier is not None else ""
        if earlier is not None:
            groups = (group._replace(earlier=earlier.at(group.digest)) for group in groups)
        return done(_checker, (self.terms, path), pieces_of(iter(groups)), self._jobs)


def _checker(terms: Terms, earlier: str) -> Callable[[Group], Told]:
    """What makes the line of a group; `earlier` is the path of earlier results, if any."""
    terms.ready()
    return lambda group: _carried(group, earlier) or _checked(group, terms)


def _carried(group: Group, path: str) -> Told | None:
    found = line_at(path, group.earlier, group.digest) if group.earlier is not None else None
    return Told(*found, len(group.members)) if found is not None else None


def _checked(group: Group, terms: Terms) -> Told:
    files = files_of(group)
    try:
        report = terms.report(files)
    except FormError:
        if not group.line:
            raise
        # Determinations among the papers of a line are not in form: the line is told of, and the others are read.
        size = sum(file.size for file in files)
        report = terms.report([bad_line(f"-:{group.line}", group.line, size)])
    data = group_data(report, group.digest, terms.lang)
    return Told(line(data), brief(data), len(files))
