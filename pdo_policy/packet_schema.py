"""The manifest of a hearing folder, version 1.0, as pydantic models, and the schema made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pdo_policy.report_schema import Tool  # noqa: TC001 - pydantic reads it
from pdo_policy.schema_parts import Count, Digest, Part, schema_of

Text = Annotated[str, StringConstraints(min_length=1)]
"""A text that says something."""


class Rulebook(Part):
    """Which rules; the digest is that of all their files."""

    id: str
    version: str
    digest: Digest


class Run(Part):
    """How the check was made."""

    as_of: Annotated[str, StringConstraints(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    law: str
    lang: Literal["zh", "en"]


class Input(Part):
    """A file that was checked, or could not be; of one that could not be opened the digest is empty."""

    path: str
    sha256: Digest | Literal[""]
    bytes: Count


class Listed(Part):
    """A file of the folder; `fillable` has places to be filled in by hand."""

    path: Text
    sha256: Digest
    bytes: Count
    fillable: bool


class Manifest(Part):
    """The files of a hearing folder with their digests, and what it was made from."""

    packet_version: Annotated[str, StringConstraints(pattern=r"^1\.[0-9]+$")]
    tool: Tool
    rulebook: Rulebook
    run: Run
    inputs: list[Input]
    files: Annotated[list[Listed], Field(min_length=1)]


def packet_schema_text() -> str:
    """The schema of a manifest as the file holds it: draft 2020-12, two spaces, a newline at the end."""
    return schema_of(Manifest, "packet")
