"""Paths become groups of files that belong together; of each file only the beginning is looked at where that tells."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from operator import itemgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.bulk.projects import projects_in, root
from pdo_policy.determinations import is_named, read_determinations
from pdo_policy.disposition.naming import is_own
from pdo_policy.documents.files import File, bad_line, file_at, file_of, identity_of, names_meant
from pdo_policy.errors import FormError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pdo_policy.errors import Problem
    from pdo_policy.report import Determination
    from pdo_policy.rulebook.compiled import Rulebook

# The table is kept by SQLite in a file without a name, of which no more than this is in memory: a list of a million
# paths would be the largest thing in the process.
_KIBIBYTES = 8_192
_TABLE = """
CREATE TABLE file (identity BLOB PRIMARY KEY, place BLOB, name BLOB, problem TEXT, team TEXT, digest BLOB)
WITHOUT ROWID
"""
_IN_ORDER = """
SELECT name, problem, digest, team, min(place) OVER (PARTITION BY team) AS first FROM file ORDER BY first, place, name
"""


class Member(NamedTuple):
    """A file of a group: its name, the code of a problem already known, or empty, and its bytes where they are here."""

    name: str
    problem: str = ""
    data: bytes | None = None


class Group(NamedTuple):
    """Files that belong together.

    Attributes:
        members: the files, in their order.
        digest: of their names and bytes, hex.
        line: the line of the standard input that they came by; 0 for files.
        earlier: where its line begins in the results of an earlier check; None where there is none.
    """

    members: tuple[Member, ...]
    digest: str
    line: int = 0
    earlier: int | None = None


class Groups:
    """The groups of paths, in the order of the first file of each.

    Attributes:
        files: how many files there are.
        set_aside: files of waivers and baselines among them, which nobody asked to be taken.
    """

    def __init__(
        self, paths: Sequence[str], book: Rulebook, looked: Callable[[int], None], stdin: bytes | None = None
    ) -> None:
        """Look at every file once; `looked` is told how many more have been, `stdin` is what `-` means."""
        self.files = 0
        self.set_aside: list[str] = []
        self._reader = _Heads(book)
        self._stdin = stdin
        self._table = sqlite3.connect("")
        self._table.execute(f"PRAGMA cache_size = -{_KIBIBYTES}")
        self._table.execute("PRAGMA temp_store = FILE")
        self._table.execute("PRAGMA journal_mode = OFF")
        self._table.execute(_TABLE)
        for name, problem in names_meant(paths):
            self._take(name, problem)
            looked(1)
        if self._reader.problems:
            raise FormError(self._reader.problems, "determinations")
        self._join()

    def _take(self, name: str, problem: str) -> None:
        file = file_at(name, problem, self._stdin)
        if is_own(file.path):
            self.set_aside.append(file.path)
            return
        team = self._reader.team(file)
        place = b"\0".join(part.encode("utf-8", "surrogatepass") for part in file.path.split("/"))
        row = (_bytes(identity_of(name)), place, _bytes(name), problem, team, bytes.fromhex(file.sha256))
        if self._table.execute("INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?, ?)", row).rowcount:
            self.files += 1

    def _join(self) -> None:
        """Files with papers of several projects make one group of the groups of these."""
        for project, first in self._reader.joined():
            self._table.execute("UPDATE file SET team = ? WHERE team = ?", (_of(first), _of(project)))
        self.set_aside.sort(key=lambda path: path.split("/"))

    def answers(self) -> tuple[Determination, ...]:
        """The answers to 认定 that were found among the files."""
        return self._reader.answers()

    def __iter__(self) -> Iterator[Group]:
        """Each group, when it is asked for."""
        members: list[Member] = []
        digest, current = sha256(), None
        for name, problem, content, team, _ in self._table.execute(_IN_ORDER):
            if team != current and members:
                yield Group(tuple(members), digest.hexdigest())
                members, digest = [], sha256()
            current = team
            members.append(self._member(name.decode("utf-8", "surrogateescape"), problem))
            digest.update(b"%d:%b%b" % (len(name), name, content or problem.encode()))
        if members:
            yield Group(tuple(members), digest.hexdigest())

    def _member(self, name: str, problem: str) -> Member:
        return Member(name, problem, self._stdin or b"" if name == "-" else None)


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _of(project: str) -> str:
    return f"project {project}"


class _Heads:
    """Files become the names of the groups they are of."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._found: list[tuple[list[str], tuple[Determination, ...]]] = []
        self._questions = [question.name for question in book.program.questions]
        self._first: dict[str, str] = {}
        self.problems: list[Problem] = []

    def team(self, file: File) -> str:
        """Of the project it is of; of a file that is of none, the file's own."""
        alone = f"file {file.path}"
        if file.source is None:
            return alone
        if is_named(PurePosixPath(file.path).name):
            return self._determined(file) or alone
        projects = projects_in(file.source, self._book)
        for other in projects[1:]:
            self._first[root(self._first, other)] = root(self._first, projects[0])
        return _of(projects[0]) if projects else alone

    def joined(self) -> Iterator[tuple[str, str]]:
        """Projects that are in one group with others, each with the one that this is called by."""
        for project in self._first:
            yield project, root(self._first, project)

    def _determined(self, file: File) -> str:
        try:
            answers = read_determinations([file], self._questions, found=True)
        except FormError as error:
            self.problems.extend(error.problems)
            return ""
        self._found.append((file.path.split("/"), answers))
        return _of(answers[0].dossier) if answers else ""

    def answers(self) -> tuple[Determination, ...]:
        """The answers of all files of determinations, in the order of these."""
        return tuple(answer for _, found in sorted(self._found, key=itemgetter(0)) for answer in found)


_FILES_AT_ONCE = 24
"""Files that a process is given at once: enough that giving costs little, few enough that all end together."""
_BYTES_AT_ONCE = 1_000_000


def pieces_of(groups: Iterator[Group]) -> Iterator[list[Group]]:
    """The groups in pieces of work."""
    piece: list[Group] = []
    files = size = 0
    for group in groups:
        piece.append(group)
        files += len(group.members)
        size += sum(len(member.data or b"") for member in group.members)
        if files >= _FILES_AT_ONCE or size >= _BYTES_AT_ONCE:
            yield piece
            piece, files, size = [], 0, 0
    if piece:
        yield piece


def files_of(group: Group) -> list[File]:
    """The files of a group, read now."""
    return [_file(member, group.line) for member in group.members]


def _file(member: Member, number: int) -> File:
    if member.problem == "input.bad-line":
        return bad_line(member.name, number, len(member.data or b""))
    return file_at(member.name, member.problem) if member.data is None else file_of(member.name, member.data)
