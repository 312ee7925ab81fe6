"""A JSON Schema becomes a validator, and its violations become codes and facts; jsonschema-rs is known here alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs

from pdo_policy.schema.fields import Field, Schema, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LINEAR = jsonschema_rs.RegexOptions()


class Violation(NamedTuple):
    """One violation: where in the data, which keyword, and what the keyword says."""

    path: tuple[str | int, ...]
    keyword: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Compiled:
    """A schema ready to be used.

    Attributes:
        root: the tree of its fields.
        validator: of the whole document, with canonical keys.
    """

    root: Field
    validator: jsonschema_rs.Draft202012Validator

    def violations(self, data: object) -> Iterator[Violation]:
        """What in a document of plain data the schema does not allow."""
        for error in self.validator.iter_errors(data):
            yield Violation(tuple(error.instance_path), error.kind.name, error.kind.as_dict())


def compiled(schema: Schema) -> Compiled:
    """The compiled form of a schema.

    The formats `pdo-*` are not asserted here: the binder reads every value once and tells its flaws in its own words.
    Patterns are matched in linear time, whatever a submission holds.
    """
    return Compiled(fields_of(schema), jsonschema_rs.Draft202012Validator(schema, pattern_options=_LINEAR))


def matcher(pattern: str) -> Callable[[str], bool]:
    """The function that tells whether a text has a match of a pattern in it, in time linear in the text.

    Patterns are those of JSON Schema without looking around and references; the classes of digits and of letters are
    of ASCII alone.

    Raises:
        ValueError: the pattern is not well-formed, is not linear, or is too large.
    """
    return jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=_LINEAR).is_valid


def is_linear(pattern: str) -> bool:
    """Whether a pattern is one that can be matched in linear time: without looking around and without references."""
    try:
        matcher(pattern)
    except ValueError:
        return False
    return True
