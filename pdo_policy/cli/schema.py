"""`pdo-policy schema`: the JSON Schema of a kind of document."""

from __future__ import annotations

import click

from pdo_policy.cli.given import the_rulebook
from pdo_policy.cli.options import lang_option, rulebook_option
from pdo_policy.errors import UsageError


@click.command(
    help="输出一种文件的 JSON Schema（implementation_plan、agreement、annual_report，或中文名）。",
    short_help="输出 JSON Schema。",
)
@click.argument("kind", metavar="种类")
@rulebook_option
@lang_option
def schema(kind: str, rulebook: str | None, lang: str) -> int:  # noqa: ARG001 - a schema has its own words
    """Print the schema of a kind."""
    documents = the_rulebook(rulebook).manifest.documents
    for name, document in documents.items():
        if kind in (name, document.label, *document.names):
            click.echo(document.schema.read_text(encoding="utf-8"), nl=False)
            return 0
    raise UsageError("unknown-kind", kind=kind, known="、".join(documents))
