"""`pdo-policy config`: what is set, and where."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from pdo_policy import bundled
from pdo_policy.cli.check import check
from pdo_policy.cli.configuration import field_of
from pdo_policy.cli.given import the_date
from pdo_policy.cli.options import LANGUAGES
from pdo_policy.source import width
from pdo_policy.wording import worded
from pdo_policy.wording.configuration import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.cli.configuration import Configuration


LANGUAGE = "PDO_POLICY_LANG"
"""The variable of the environment that says in which language to speak."""


@click.group(help="配置：各项设置现在是什么，写在哪里。", short_help="看各项设置的值和出处。")
def config() -> None:
    """The commands about configurations."""


def _shown(ctx: click.Context, *, as_json: bool, **given: Any) -> int:  # noqa: ANN401 - as click gives them
    """Show what a check would be made with: each setting, its value and where that comes from."""
    configuration, lang = ctx.obj, given["lang"]
    rows = list(_settings(ctx, configuration, given))
    if as_json:
        click.echo(json.dumps({"file": configuration.file or None, "settings": rows}, ensure_ascii=False, indent=2))
        return 0
    click.echo(_said("file" if configuration.file else "none", lang, file=configuration.file))
    texts = [(row["name"], _value(row, lang), _origin(row, lang)) for row in rows]
    names, values = (max(width(row[column]) for row in texts) for column in (0, 1))
    for name, value, origin in texts:
        click.echo(f"{name:<{names}}  {value}{' ' * (values - width(value))}  {origin}")
    return 0


# It takes what a check takes, so that one may ask what a call would come to.
config.add_command(
    click.Command(
        "show",
        callback=click.pass_context(_shown),
        params=[
            *check.params,
            click.Option(["--json", "as_json"], is_flag=True, help="输出 JSON。"),
        ],
        help="列出检查用的各项设置：值，和它写在配置文件的哪一行、命令行上，还是默认的。可以带上 check 的选项。",
        short_help="列出各项设置的值和出处。",
    )
)


def _settings(ctx: click.Context, configuration: Configuration, given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    form = json.loads((bundled.data("schemas") / "configuration.schema.json").read_text("utf-8"))
    for option in form["properties"]:
        name = field_of(option)
        value = given[name]
        source = {ParameterSource.COMMANDLINE: "call", ParameterSource.DEFAULT_MAP: "file"}.get(
            ctx.get_parameter_source(name) or ParameterSource.DEFAULT, "default"
        )
        if name == "paths":
            source = "call" if value else "file" if "paths" in configuration.values else "default"
            value = value or configuration.fields().get("paths", ())
        if name == field_of("format") and not value:
            value = ("text",)
        if name == "lang" and source == "default":
            source = _language_source(configuration)
        row: dict[str, Any] = {"name": option, "value": list(value) if isinstance(value, tuple) else value}
        row["source"] = source
        if source == "file":
            row["place"] = _place(configuration, option)
        if name == "as_of" and value is None:
            row["value"] = the_date(None).isoformat()
            row["source"] = "SOURCE_DATE_EPOCH" if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit() else "today"
        yield row


def _language_source(configuration: Configuration) -> str:
    """Where the language comes from of which the call says nothing."""
    if os.environ.get(LANGUAGE) in LANGUAGES:
        return LANGUAGE
    return "file" if "lang" in configuration.values else "default"


def _place(configuration: Configuration, name: str) -> str:
    span = configuration.span(name, key=True)
    return f"{span.source.name}:{span.first.line}:{span.first.column}"


def _value(row: dict[str, Any], lang: str) -> str:
    if row["value"] is None and row["name"] == "rulebook":
        return _said("shipped", lang)
    if row["value"] is None or row["value"] == []:
        return _said("nothing", lang)
    return " ".join(row["value"]) if isinstance(row["value"], list) else str(row["value"])


def _origin(row: dict[str, Any], lang: str) -> str:
    source = row["source"]
    return str(row.get("place") or (_said(source, lang) if source in SHOWN else source))


def _said(code: str, lang: str, **facts: str) -> str:
    return worded(SHOWN, code, facts, lang).headline
