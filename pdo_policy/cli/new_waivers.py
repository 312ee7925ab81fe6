"""`pdo-policy new waivers`: a file of waivers to fill in."""

from __future__ import annotations

import click

from pdo_policy import api
from pdo_policy.cli.given import the_date, the_rulebook
from pdo_policy.cli.options import as_of_option, lang_option, rulebook_option, target_option
from pdo_policy.cli.output import write_or_show
from pdo_policy.disposition.naming import WAIVERS
from pdo_policy.disposition.waivers import template


@click.command(
    help="写一份豁免登记的样表。写了材料的，列出这些材料里可以豁免的不符合，规则、位置、依据已经填好。",
    short_help="豁免登记的样表。",
)
@click.argument("paths", nargs=-1, metavar="[材料…]")
@target_option
@as_of_option
@rulebook_option
@lang_option
def waivers(*, paths: tuple[str, ...], target: str | None, as_of: str | None, rulebook: str | None, lang: str) -> int:
    """Write the template; of papers, with their findings."""
    book, day = the_rulebook(rulebook), the_date(as_of)
    findings = api.check(*paths, as_of=day, rulebook=book, lang=lang).findings if paths else ()
    text = template(findings, day, book.manifest.not_waivable, target or WAIVERS)
    write_or_show(target, text)
    return 0
