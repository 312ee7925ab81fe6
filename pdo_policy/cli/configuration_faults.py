"""A violation of the schema of configurations becomes problems with their places in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdo_policy.errors import Problem
from pdo_policy.schema.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.cli.configuration import Configuration
    from pdo_policy.schema.validate import Violation

_WANTED = {"string": ("文本，用引号", "a text in quotes"), "array": ('列表，如 ["…"]', 'a list, as in ["…"]')}
_MOST_TOLD = 20
"""Keys that are told not to belong there; one who has more has another file."""

_BEFORE = {"rulepack": "rulebook", "formats": "format", "determinations": "findings-file", "output": "format"}
"""What others call a setting, and what it is called here."""


def problems_of(configuration: Configuration, form: Mapping[str, Any], violation: Violation) -> Iterator[Problem]:
    """The problems that a violation stands for.

    Args:
        configuration: what the file says.
        form: the schema.
        violation: as the schema's validator finds it.
    """
    if violation.keyword == "additionalProperties":
        known = list(form["properties"])
        for name in violation.facts["unexpected"][:_MOST_TOLD]:
            near = _BEFORE.get(name) or nearest(name.replace("_", "-").lower(), known)
            facts = {"key": name, "near": near, "known": "、".join(known)}
            yield Problem("CFG-F005" if near else "CFG-F004", facts, configuration.span(name, key=True))
        return
    name, *rest = violation.path
    entry = rest[0] if rest and isinstance(rest[0], int) else None
    span = configuration.span(str(name), entry)
    about = form["properties"][str(name)]
    if violation.keyword == "type":
        zh, en = _WANTED[str(violation.facts["types"][0])]
        yield Problem("CFG-F006", {"key": str(name), "wanted": zh, "wanted_en": en}, span)
    elif violation.keyword == "minLength":
        yield Problem("CFG-F008", {"key": str(name)}, span)
    elif violation.keyword == "enum" and isinstance(configuration.values[str(name)], str):
        value, known = str(configuration.values[str(name)]), about["enum"]
        facts = {"key": str(name), "value": value, "near": nearest(value, known, 0.0), "known": "、".join(known)}
        yield Problem("CFG-F009", facts, span)
