"""Rule files that compile are written with the labels of documents and fields, or with their keys."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pdo_policy.documents.opening import bytes_of
from pdo_policy.language import declarations as d
from pdo_policy.language import syntax as s
from pdo_policy.language.parse import parse, token_of
from pdo_policy.law.load import load_manifest
from pdo_policy.law.manifest import Relation
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.load import LARGEST, program_of, unreadable
from pdo_policy.rulebook.schemas import schemas_of
from pdo_policy.rulebook.scope import Meaning, lookup
from pdo_policy.rulebook.texts import rule_text
from pdo_policy.schema.fields import Choice, Field, fields_of
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pdo_policy.errors import Problem
    from pdo_policy.law.manifest import Manifest
    from pdo_policy.rulebook.compiled import Program
    from pdo_policy.rulebook.scope import Meanings

Wanted = Literal["label", "key"]


def respelled(folder: Path, files: Mapping[Path, Source], wanted: Wanted) -> dict[Path, Source]:
    """Rule files with every name of a document, field, relation and value by its label, or by its key.

    A name keeps its spelling where the wanted one would mean something else, or cannot be written as a name.

    Args:
        folder: of the rulebook.
        files: the files by their resolved paths; those in the folder stand for themselves, others are added to it.
        wanted: `label` or `key`.

    Raises:
        RulebookError: with every problem of the rulebook with these files: only what compiles has a meaning.
    """
    manifest = load_manifest(folder)
    fields = {kind: fields_of(schema) for kind, schema in schemas_of(folder, manifest).items()}
    problems: list[Problem] = []
    sources = {**_others(folder, files, problems), **files}
    meanings: Meanings = {}
    program = program_of(list(sources.values()), manifest, fields, problems, meanings)
    speller = _Speller(manifest, program, meanings, wanted)
    made = {path: speller.respelled(source) for path, source in files.items()}
    again = program_of(list({**sources, **made}.values()), manifest, fields, [])
    # A file is written only after this, whatever mistake there is in our work.
    if _without_places(again) != _without_places(program):
        message = "other names would change what the rules say"
        raise AssertionError(message)
    return made


def _others(folder: Path, files: Mapping[Path, Source], problems: list[Problem]) -> dict[Path, Source]:
    """The rule files of a folder that are not among those given."""
    found: dict[Path, Source] = {}
    for path in sorted(folder.rglob("*.pdl")):
        if path.resolve() not in files:
            try:
                found[path.resolve()] = Source(path.as_posix(), rule_text(bytes_of(path, LARGEST)))
            except (OSError, UnicodeDecodeError) as error:
                problems.append(unreadable(path.as_posix(), error))
    return found


def _without_places(record: Any) -> Any:  # noqa: ANN401 - records of every type, and what is in them
    """A compiled record without its places in rule files, and without the words by which it calls documents."""
    if isinstance(record, ir.Slot):
        return record.number
    if not isinstance(record, tuple):
        return record
    names: Sequence[str] = getattr(record, "_fields", ())
    kept = [part for at, part in enumerate(record) if not names or names[at] not in ("at", "file")]
    return (type(record).__name__, *(_without_places(part) for part in kept))


class _Change(NamedTuple):
    start: int
    end: int
    text: str


class _Speller:
    def __init__(self, manifest: Manifest, program: Program, meanings: Meanings, wanted: Wanted) -> None:
        self.wanted = wanted
        self.documents = {name: kind for kind, document in manifest.documents.items() for name in document.names}
        self.names = {kind: document.names for kind, document in manifest.documents.items()}
        # What a value of an enumeration would be taken for if it were written in the same way.
        self.taken = frozenset((
            *self.documents, *(name for name, _ in program.parameters), *(one.name for one in program.questions),
        ))  # fmt: skip
        self.meanings: dict[str, dict[tuple[int, int], Meaning]] = defaultdict(dict)
        for (file, start, end), meaning in meanings.items():
            self.meanings[file][start, end] = meaning

    def respelled(self, source: Source) -> Source:
        changes = [change for item in parse(source).items for change in self._changes(source, item)]
        text = source.text
        for change in sorted(changes, reverse=True):
            text = text[: change.start] + change.text + text[change.end :]
        return Source(source.name, text)

    def _changes(self, source: Source, item: d.RuleFileItem) -> Iterator[_Change]:
        own = frozenset(_variables(item))
        kinds = {path.start for path, _ in item.params} if isinstance(item, d.PredicateItem) else set()
        within = range(item.start, item.end)
        noted = {place: meaning for place, meaning in self.meanings[source.name].items() if place[0] in within}
        noted.update(((name.start, name.end), Meaning(self.documents[name.text], None)) for name in _subjects(item))
        for (start, end), meaning in noted.items():
            # Where a kind is declared no name of the item's own stands, not even one that is a document's too.
            taken = frozenset() if start in kinds else own
            if isinstance(meaning.thing, str) and source.text[start:end].strip("「」") in taken:
                continue
            written = _written(source.text, start, end, self._word(meaning, taken))
            if written and written != source.text[start:end]:
                yield _Change(start, end, written)

    def _word(self, meaning: Meaning, own: frozenset[str]) -> str:
        """The label or key, where it means the same; else nothing."""
        thing, among = meaning
        label, key = self._spellings(thing)
        word = label if self.wanted == "label" else key
        if isinstance(thing, str):
            return word if word not in own else ""
        assert among is not None, "only documents stand for themselves"
        if isinstance(thing, Choice):
            return word if _chosen(among, word) is thing and word not in self.taken and word not in own else ""
        return word if lookup(among, word) is (thing if isinstance(thing, Field) else None) else ""

    def _spellings(self, thing: str | Field | Relation | Choice) -> tuple[str, str]:
        if isinstance(thing, Field):
            return thing.label, thing.key
        if isinstance(thing, Choice):
            return thing.label, thing.value
        names = thing.names if isinstance(thing, Relation) else self.names[thing]
        chinese = next((name for name in names if not name.isascii()), "")
        return chinese, next((name for name in names if name.isascii()), "")


def _chosen(among: Field, word: str) -> Choice | None:
    """The value that a bare word means, as `operands` finds it."""
    return next((one for one in among.choices if word in (one.value, one.label, *one.aliases)), None)


def _subjects(item: d.RuleFileItem) -> Iterator[s.Name]:
    """The documents after 对象."""
    for clause in getattr(item, "clauses", ()):
        if clause.keyword == "SUBJECT":
            yield from clause.value


def _variables(node: Any) -> Iterator[str]:  # noqa: ANN401 - an item, and all that is in it
    """The names that an item gives to elements and parameters."""
    if isinstance(node, (s.Quantifier, s.Comprehension)):
        yield node.var.text
    if isinstance(node, d.PredicateItem):
        yield from (name.text for _, name in node.params)
        yield from _variables(node.condition)
    elif isinstance(node, (d.RuleItem, d.ExceptionItem)):
        yield from _variables(node.clauses)
    elif isinstance(node, tuple):
        for part in node:
            yield from _variables(part)


def _written(text: str, start: int, end: int, word: str) -> str:
    """A word as it can be written in place of another: in 「」 where it must be, and empty where it cannot be."""
    before = "甲." if text[start - 1 : start] == "." else ""
    after = ".甲" if text[end : end + 1] == "." else ""
    wanted = ("PATH",) if before or after else ("NAME", "QNAME")
    return next((form for form in (word, f"「{word}」") if token_of(before + form + after) in wanted), "")
