"""A text becomes its documents, by the reader for its format."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pdo_policy.documents.from_block import read_block
from pdo_policy.documents.from_json import read_json
from pdo_policy.documents.limits import MAX_BYTES
from pdo_policy.documents.node import Document, InputProblem

if TYPE_CHECKING:
    from pdo_policy.source import Source

_SUFFIXES = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_JSON_STARTS = ("{", "[", "｛", "［")


def read_yaml(source: Source) -> tuple[Document, ...]:
    """The documents of a YAML text: by the reader of the block style, or by the full one where that is in doubt."""
    found = read_block(source)
    if found is None:
        from pdo_policy.documents import from_yaml  # noqa: PLC0415 - PyYAML is slow to load

        found = from_yaml.read_yaml(source)
    return found


_READERS = {"yaml": read_yaml, "json": read_json}


def read(source: Source, *, format: str | None = None) -> tuple[Document, ...]:  # noqa: A002 - the shared interface
    """The documents of a text, at least one, whatever the text.

    Args:
        source: the text; its name decides the format where none is given.
        format: `yaml` or `json`; without it the name's suffix decides, and for any other name the first character.

    Raises:
        KeyError: another format.
    """
    written = format or _SUFFIXES.get(PurePosixPath(source.name).suffix.lower()) or _sniffed(source.text)
    if len(source.text) > MAX_BYTES:
        problem = InputProblem("input.too-large", {"limit": str(MAX_BYTES // 1024**2)}, 0, 0, fatal=True)
        return (Document(source, None, 0, (problem,), written),)
    return _READERS[written](source)


def _sniffed(text: str) -> str:
    return "json" if text.lstrip().startswith(_JSON_STARTS) else "yaml"
