"""The manifest of a hearing folder and what is in the folder now become what was changed, is missing or came to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.reporters.packet.folder import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping


class Listed(NamedTuple):
    """A file as the manifest has it."""

    sha256: str
    fillable: bool


class Manifest(NamedTuple):
    """What a manifest says: the files of the folder by name, and the digests of the papers by path."""

    files: Mapping[str, Listed]
    inputs: Mapping[str, str]


class Verified(NamedTuple):
    """What became of a folder; each a list of names.

    Attributes:
        changed: files whose content is another, but for those in `filled`.
        filled: the same of files with places to be filled in by hand.
        missing: files that are gone.
        added: files that the manifest does not name.
    """

    changed: tuple[str, ...]
    filled: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]


def read_manifest(content: bytes) -> Manifest | None:
    """What a manifest says; None for what is no manifest of a hearing folder."""
    try:
        data = json.loads(content)
        if not str(data["packet_version"]).startswith("1.") or data["tool"]["name"] != "pdo-policy":
            return None
        files = {str(one["path"]): Listed(str(one["sha256"]), one["fillable"] is True) for one in data["files"]}
        inputs = {str(one["path"]): str(one["sha256"]) for one in data["inputs"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return Manifest(files, inputs)


def verified(manifest: Manifest, found: Mapping[str, str]) -> Verified:
    """What became of a folder.

    Args:
        manifest: of the folder.
        found: the digests of the files in it now, by name with forward slashes.
    """
    other = [name for name, one in manifest.files.items() if name in found and found[name] != one.sha256]
    return Verified(
        changed=tuple(name for name in other if not manifest.files[name].fillable),
        filled=tuple(name for name in other if manifest.files[name].fillable),
        missing=tuple(name for name in manifest.files if name not in found),
        added=tuple(sorted(name for name in found if name not in manifest.files and name != MANIFEST)),
    )
