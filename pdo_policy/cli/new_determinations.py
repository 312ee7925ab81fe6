"""`pdo-policy new determinations`: a file of determinations (认定) to fill in."""

from __future__ import annotations

import click

from pdo_policy import api
from pdo_policy.cli.given import the_date, the_rulebook
from pdo_policy.cli.options import as_of_option, lang_option, rulebook_option, target_option
from pdo_policy.cli.output import write_or_show
from pdo_policy.determinations import template


@click.command(
    help="写一份认定文件的样表，列出只有人才能判断的问题。写了材料的，只列这些材料正在等待的认定。",
    short_help="认定文件的样表。",
)
@click.argument("paths", nargs=-1, metavar="[材料…]")
@target_option
@as_of_option
@rulebook_option
@lang_option
def determinations(
    *, paths: tuple[str, ...], target: str | None, as_of: str | None, rulebook: str | None, lang: str
) -> int:
    """Write the template; of papers, with the questions that they leave open."""
    book = the_rulebook(rulebook)
    asked = book.program.questions
    waited = api.check(*paths, as_of=the_date(as_of), rulebook=book, lang=lang).questions if paths else ()
    if paths:
        names = {question.name for question in waited}
        asked = tuple(question for question in asked if question.name in names)
    shown = {clause: book.manifest.clause(clause).display for question in asked for clause in question.clauses}
    text = template(asked, shown, waited)
    write_or_show(target, text)
    return 0
