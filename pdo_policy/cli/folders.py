"""Files become a folder that is whole or not there; nothing that is not a folder of ours is ever written over."""

from __future__ import annotations

import os
import shutil
import tempfile
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.errors import UsageError
from pdo_policy.reporters.packet.folder import MANIFEST
from pdo_policy.reporters.packet.verifying import read_manifest, verified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.reporters.packet.verifying import Manifest

LARGEST = 10_000_000
"""How many bytes a manifest may have: a folder may be anybody's."""

MOST_NAMED = 3
"""How many files a message names."""


def outside(path: str, papers: Sequence[str]) -> None:
    """See that a folder is not among the papers: the next check would take its files for papers.

    Raises:
        UsageError: it is one of the paths, or in a folder that is.
    """
    target = Path(os.path.realpath(path))
    for paper in papers:
        folder = Path(os.path.realpath(paper))
        if paper != "-" and folder.is_dir() and (target == folder or folder in target.parents):
            raise UsageError("folder-among-papers", path=path, papers=paper)


def write_folder(path: str, files: Mapping[str, bytes]) -> None:
    """Write a folder beside its place and rename it, so that no reader sees half of it.

    A folder that is there is replaced only where it is a hearing folder and nobody has changed anything in it.

    Raises:
        UsageError: something else is there, or the place cannot be written; what is there stays as it is.
    """
    target = Path(os.path.realpath(path))
    try:
        _see_free(path, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        try:
            made.chmod(0o755)
            for name, content in files.items():
                (made / name).write_bytes(content)
            _put(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise UsageError("cannot-write", path=path, reason=os.strerror(error.errno or 0)) from error


def _see_free(path: str, target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError("folder-is-file", path=path)
    if not any(target.iterdir()):
        return
    manifest = manifest_in(target)
    if manifest is None:
        raise UsageError("folder-foreign", path=path)
    state = verified(manifest, digests_in(target))
    touched = [*state.changed, *state.filled, *state.missing, *state.added]
    if touched:
        raise UsageError("folder-touched", path=path, files=named(touched), count=str(len(touched)))


def _put(made: Path, target: Path) -> None:
    """Put a folder in its place; what was there is taken away only when the new one is there."""
    if not target.exists():
        made.rename(target)
        return
    home = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    old = home / "old"
    try:
        target.rename(old)
    except OSError:
        home.rmdir()
        raise
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        home.rmdir()
        raise
    shutil.rmtree(home, ignore_errors=True)


def named(names: Sequence[str]) -> str:
    """The first of names, for a message."""
    return "、".join(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")


def manifest_in(folder: Path) -> Manifest | None:
    """What the manifest of a folder says; None where it is no hearing folder."""
    path = folder / MANIFEST
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return read_manifest(path.read_bytes())
    except OSError:
        return None


def digests_in(folder: Path) -> Mapping[str, str]:
    """The SHA-256 of everything in a folder, by name with forward slashes; links and devices have none."""
    found: dict[str, str] = {}
    for root, folders, files in os.walk(folder):
        for name in sorted(files):
            path = Path(root, name)
            found[path.relative_to(folder).as_posix()] = _digest(path)
        for name in sorted(folders):
            path = Path(root, name)
            if path.is_symlink() or not any(path.iterdir()):
                found[f"{path.relative_to(folder).as_posix()}/"] = ""
    return found


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
