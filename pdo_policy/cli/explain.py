"""`pdo-policy explain`: a rule, an exception, a clause, a field, a word of the language, a code, or any other word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pdo_policy.cli import completing
from pdo_policy.cli.explained import case_lines, exception_lines, item_lines, rule_lines, word_lines
from pdo_policy.cli.explained_as_json import as_data
from pdo_policy.cli.explained_fields import field_lines
from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.law import clause_lines
from pdo_policy.cli.options import format_option, lang_option, rulebook_option
from pdo_policy.errors import UsageError
from pdo_policy.law.coverage import Row
from pdo_policy.lookup.codes import cases_of
from pdo_policy.lookup.find import Found, looked_up, near
from pdo_policy.lookup.words import words_meant
from pdo_policy.wording.explaining import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.rulebook.compiled import Rulebook


@click.command(
    help=(
        "解释一条规则或例外（编号）、一个条款（27号第九条、办法第二章、条款代号）、一个字段（更新频率、方案.授权期限）、"
        "一个关键字（应当、不满）、一种错误（PDL-T002），或查找一个词。"
    ),
    short_help="解释规则、条款、字段、关键字、错误编号，或查找一个词。",
)
@click.argument("words", nargs=-1, required=True, metavar="名称", shell_complete=completing.explainable)
@format_option
@rulebook_option
@lang_option
def explain(words: tuple[str, ...], output: str, rulebook: str | None, lang: str) -> int:
    """Explain a thing by its name, or search for a word."""
    word = " ".join(words).strip()
    # A code is explained without the rulebook: it may be what is wrong with it.
    cases, meant = cases_of(word), words_meant(word)
    book = the_rulebook(None if cases else rulebook)
    found = Found() if cases else looked_up(book, word)
    if meant and not found.fields and not found.items:
        # Half of all rules have a keyword somewhere in their messages.
        found = Found(exceptions=found.exceptions)
    if not (cases or meant or found.number):
        like = "、".join(near(book, word))
        raise UsageError("nothing-found" if like else "nothing-found-alone", word=word, near=like)
    if output == "json":
        click.echo(json.dumps(as_data(book, found, meant, cases), ensure_ascii=False, indent=2))
        return 0
    lines = [line for one in meant for line in word_lines(one, word, lang)]
    lines.extend(line for one in cases for line in case_lines(one, lang))
    lines.extend(_found_lines(book, found, word, lang))
    click.echo("\n".join(lines))
    return 0


def _found_lines(book: Rulebook, found: Found, word: str, lang: str) -> Iterator[str]:
    if found.fields:
        yield from field_lines(book, found.fields, word, lang)
    for item in found.items:
        yield from item_lines(item, lang)
    others = len(found.rules) + len(found.exceptions) + len(found.clauses)
    if others > 1:
        yield said("several", lang, count=others)
    for clause in found.clauses:
        instrument = next(one for one in book.manifest.instruments if one.id == clause.instrument)
        first, *rest = clause_lines(Row(instrument, clause, book.rules_by_clause.get(clause.full_id, ())), lang)
        yield from (f"《{instrument.short}》{first}", *rest)
    for rule in found.rules:
        yield from rule_lines(book, rule, lang, whole=found.number == 1)
    for exception in found.exceptions:
        yield from exception_lines(book, exception, lang)
