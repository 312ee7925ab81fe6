"""What the models of published files share: their kinds of values, and how a model becomes the text of its schema."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Verdict = Literal["satisfied", "violated", "undetermined", "not_applicable", "exempt", "not_adopted", "error"]
Severity = Literal["error", "warning", "note"]
Disposition = Literal["open", "waived", "baselined"]
Status = Literal["draft", "pending", "in_force", "superseded"]
Fingerprint = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]
Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
Day = Annotated[str, StringConstraints(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Count = Annotated[int, Field(ge=0)]
Place = Annotated[int, Field(ge=1)]


class Part(BaseModel):
    """A part of a file: every key is there, and no other."""

    model_config = ConfigDict(extra="forbid", title=None)


def schema_of(model: type[BaseModel], name: str) -> str:
    """The schema of a model as its file holds it: draft 2020-12, two spaces, a newline at the end.

    Args:
        model: of the whole file.
        name: of the schema, without its suffix.
    """
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://pdo-policy.invalid/schemas/{name}.schema.json",
    }
    return json.dumps({**head, **model.model_json_schema()}, ensure_ascii=False, indent=2) + "\n"
