"""A JSON Schema becomes a validator, and its violations become codes and facts; jsonschema-rs is known here alone."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.schema.fields import Field, Schema, fields_of
from pdo_policy.schema.validity import is_valid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    import jsonschema_rs

_SHORT = 200
KIND = "kind"
"""The key under which a document says of which kind it is."""


class Violation(NamedTuple):
    """One violation: where in the data, which keyword, and what the keyword says."""

    path: tuple[str | int, ...]
    keyword: str
    facts: Mapping[str, Any]


class Compiled:
    """A schema ready to be used; each part is made when it is first needed, because a check needs few of them.

    Args:
        read: gives the schema.
        naming: the field that says of which kind a document is; without one, that of the schema.
    """

    def __init__(self, read: Callable[[], Schema], naming: Field | None = None) -> None:
        self._read = read
        if naming is not None:
            self.naming = naming

    @cached_property
    def schema(self) -> Schema:
        """The schema itself."""
        return self._read()

    @cached_property
    def root(self) -> Field:
        """The tree of its fields."""
        return fields_of(self.schema)

    @cached_property
    def naming(self) -> Field:
        """The field that says of which kind a document is, as far as it takes part in that."""
        found = self.root.fields.get(KIND, Field(KIND, KIND, "choice"))
        return Field(KIND, found.label, found.kind, aliases=found.aliases, choices=found.choices)

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The validator of a whole document, with canonical keys."""
        found: jsonschema_rs.Draft202012Validator = _library().Draft202012Validator(
            self.schema, pattern_options=_library().RegexOptions()
        )
        return found

    def violations(self, data: object) -> Iterator[Violation]:
        """What in a document of plain data the schema does not allow."""
        if "validator" not in vars(self) and is_valid(self.schema, data):
            # To load the validator takes longer than to see that there is nothing for it to say.
            return
        for error in self.validator.iter_errors(data):
            yield Violation(tuple(error.instance_path), error.kind.name, error.kind.as_dict())


def compiled(schema: Schema) -> Compiled:
    """The compiled form of a schema.

    The formats `pdo-*` are not asserted here: the binder reads every value once and tells its flaws in its own words.
    Patterns are matched in linear time, whatever a submission holds.
    """
    return Compiled(lambda: schema)


def _library() -> ModuleType:
    # Slow to load, and a check of a document that is in form does not need it.
    import jsonschema_rs  # noqa: PLC0415 - see above

    return jsonschema_rs


_FEW_WORDS = re.compile(r"(?:[^\\^$.*+?(){}\[\]]++|\([^\\^$.*+?(){}\[\]]++\)){1,4}")
"""Patterns of words, with a few brackets around some to choose from: they mean the same to every library."""


def matcher(pattern: str) -> Callable[[str], bool]:
    """The function that tells whether a text has a match of a pattern in it, in time linear in the text.

    Patterns are those of JSON Schema without looking around and references; the classes of digits and of letters are
    of ASCII alone.

    Raises:
        ValueError: the pattern is not well-formed, is not linear, or is too large.
    """
    if len(pattern) <= _SHORT and _FEW_WORDS.fullmatch(pattern):
        # The validator is slow to load, and Python's own library finds words in linear time as well.
        search = re.compile(pattern).search
        return lambda text: search(text) is not None
    found: Callable[[str], bool] = (
        _library().Draft202012Validator({"pattern": pattern}, pattern_options=_library().RegexOptions()).is_valid
    )
    return found


def is_linear(pattern: str) -> bool:
    """Whether a pattern is one that can be matched in linear time: without looking around and without references."""
    try:
        matcher(pattern)
    except ValueError:
        return False
    return True
