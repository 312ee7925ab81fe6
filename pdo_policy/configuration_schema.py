"""What a configuration may say, and what `config show` says of it, as models of pydantic, and their schemas."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from pdo_policy.schema_parts import Part, schema_of

Text = Annotated[str, StringConstraints(min_length=1)]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class Configuration(BaseModel):
    """`pdo-policy.toml`, or the table `[tool.pdo-policy]` of a `pyproject.toml`: options of `check`, by their names."""

    model_config = ConfigDict(extra="forbid", title="pdo-policy.toml", alias_generator=_dashed)

    paths: list[Text] = Field(
        default=[],
        title="检查什么",
        description="文件和文件夹，从配置文件所在的文件夹算起；命令行上写了路径的，用命令行的。",
        examples=[["材料"]],
    )
    format: list[Text] = Field(
        default=["text"],
        title="输出格式",
        description="格式，或“格式:文件”；文件从配置文件所在的文件夹算起，不能在它外面。",
        examples=[["text", "sarif:out/pdo.sarif"]],
    )
    fail_on: Literal["error", "warning", "note", "undetermined", "never"] = Field(
        default="error", title="达到哪一级算不通过", description="有这一级以上的发现时退出码为 1。"
    )
    law: Text = Field(
        default="default", title="哪些规定计入", description="default、in-force、draft，或一个文件的代号。"
    )
    as_of: Text = Field(
        default="",
        title="按哪一天的规定检查",
        description="日期，例如 2026-03-31；不写按运行的那一天。",
        examples=["2026-03-31"],
    )
    rulebook: Text = Field(
        default="",
        title="规则库",
        description="规则库文件夹，从配置文件所在的文件夹算起；不写用随工具发布的。",
        examples=["规则"],
    )
    findings_file: list[Text] = Field(
        default=[],
        title="认定文件",
        description="有权机关的答复，从配置文件所在的文件夹算起。",
        examples=[["认定.yaml"]],
    )
    waivers: list[Text] = Field(
        default=[],
        title="豁免登记",
        description="经批准暂不整改的问题，从配置文件所在的文件夹算起。",
        examples=[["pdo-waivers.yaml"]],
    )
    baseline: Text = Field(
        default="",
        title="基线",
        description="现有的问题，只拦新的；从配置文件所在的文件夹算起。",
        examples=["pdo-baseline.json"],
    )
    lang: Literal["zh", "en"] = Field(default="zh", title="工具自身用语的语言", description="zh 中文，en 英文。")


Name = Literal["paths", "format", "fail-on", "law", "as-of", "rulebook", "findings-file", "waivers", "baseline", "lang"]


class Setting(Part):
    """A setting: what it is worth now, and who says so."""

    name: Name
    value: Annotated[str | list[str] | None, Field(description="没有设的是 null 或空的列表")]
    source: Annotated[
        Literal["call", "file", "default", "today", "SOURCE_DATE_EPOCH", "PDO_POLICY_LANG"],
        Field(description="命令行、配置文件、默认、当天，或一个环境变量"),
    ]
    place: Annotated[str, Field(description="配置文件里的位置，路径:行:列；别处来的没有")] = ""


class Settings(Part):
    """What `pdo-policy config show --json` writes."""

    file: Annotated[str | None, Field(description="用了哪个配置文件")]
    settings: list[Setting]


def settings_schema_text() -> str:
    """The schema of what `config show --json` writes, as the file holds it."""
    return schema_of(Settings, "settings")


def configuration_schema_text() -> str:
    """The schema of a configuration as the file holds it: draft 2020-12, two spaces, a newline at the end."""
    schema = json.loads(schema_of(Configuration, "configuration"))
    for about in schema["properties"].values():
        if about["default"] == "":
            # It stands for what is there without the option, and cannot be written.
            del about["default"]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
