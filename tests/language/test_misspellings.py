"""One wrong character in a path of the shipped rules is refused, and the right name is suggested first."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pdo_policy import bundled
from pdo_policy.language import declarations as d
from pdo_policy.language import syntax as s
from pdo_policy.language.parse import parse
from pdo_policy.law.load import load_manifest
from pdo_policy.rulebook.compile import compiled
from pdo_policy.schema.fields import fields_of
from pdo_policy.source import Source
from tests.language.shapes import below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.errors import Problem
    from pdo_policy.law.manifest import Manifest
    from pdo_policy.schema.fields import Field

CHARACTERS = "数据资源方案审议日期名称编号状态期限目标机构运营授权"


class Shipped(NamedTuple):
    """The shipped rulebook, taken apart: its items, and what they need beside them."""

    manifest: Manifest
    fields: dict[str, Field]
    items: tuple[d.RuleFileItem, ...]


@cache
def shipped() -> Shipped:
    folder = bundled.rulebook_folder()
    manifest = load_manifest(folder)
    fields = {kind: fields_of(json.loads(one.schema.read_text("utf-8"))) for kind, one in manifest.documents.items()}
    found = [
        item
        for path in sorted(folder.rglob("*.pdl"))
        for item in parse(Source(path.name, path.read_text("utf-8"))).items
    ]
    return Shipped(manifest, fields, tuple(found))


BESIDE = (d.PredicateItem, d.ParameterItem, d.DeterminationItem, d.TermItem)


def problems(item: d.RuleFileItem, text: str) -> list[Problem]:
    """What is wrong with a text that stands in the shipped rulebook in the place of an item.

    Rules and exceptions that it may name are not there, to be quick; that they are missing is no fault of the text.
    """
    book, parsed = shipped(), parse(Source("rule.pdl", text))
    others = [other for other in book.items if isinstance(other, BESIDE) and other is not item]
    found = list(parsed.problems)
    compiled([*others, *parsed.items], book.manifest, book.fields, found)
    return [problem for problem in found if problem.code != "PDL-R002"]


def edits(name: str, dice: random.Random) -> list[str]:
    """The name with one character left out, put in, exchanged or swapped with its neighbour, at every place."""
    found: set[str] = set()
    for at in range(len(name)):
        other = dice.choice(CHARACTERS)
        found.update((name[:at] + name[at + 1 :], name[:at] + other + name[at:], name[:at] + other + name[at + 1 :]))
        found.add(name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :])
    return sorted(found - {"", name})


class Mutant(NamedTuple):
    """An item with one character of a path wrong: which name is meant, what is written, and the item's text."""

    item: d.RuleFileItem
    right: str
    wrong: str
    text: str


def mutants() -> Iterator[Mutant]:
    """For each name on each path of each item, three edits; the same beginning of a path is tried once in an item."""
    dice = random.Random(7)  # noqa: S311 - a fixed shuffle, no secret
    for item in shipped().items:
        met: set[tuple[str, ...]] = set()
        for path in below(item):
            for name in path.names if isinstance(path, s.Path) and len(path.names) > 1 else ():
                way = tuple(step.text for step in path.names[: path.names.index(name) + 1])
                wrong_ones = edits(name.text, dice) if way not in met else []
                met.add(way)
                for wrong in dice.sample(wrong_ones, min(3, len(wrong_ones))):
                    whole = item.source.text
                    yield Mutant(
                        item, name.text, wrong, whole[item.start : name.start] + wrong + whole[name.end : item.end]
                    )


def test_the_items_themselves_are_right() -> None:
    own = [problems(item, item.source.text[item.start : item.end]) for item in shipped().items]
    assert [found for found in own if found] == []


MOST = 1000


@pytest.mark.slow
def test_a_misspelt_name_is_refused_and_the_right_one_suggested() -> None:
    """99 of 100 refused, with one message each, and the right name first in 90; all are tried, or a sample of many."""
    every = list(mutants())
    chosen = random.Random(1).sample(every, min(MOST, len(every)))  # noqa: S311 - a fixed shuffle, no secret
    tried = [(mutant, problems(mutant.item, mutant.text)) for mutant in chosen]
    refused = [(mutant, found) for mutant, found in tried if found]
    suggested = [mutant for mutant, found in refused if found[0].facts.get("suggestion") == mutant.right]
    alone = [found for _, found in refused if len(found) == 1]
    assert len(tried) > 700
    assert len(refused) >= 0.99 * len(tried)
    assert len(alone) >= 0.99 * len(tried)
    assert len(suggested) >= 0.9 * len(tried), sorted(
        {(m.right, m.wrong) for m, _ in tried} - {(m.right, m.wrong) for m in suggested}
    )
