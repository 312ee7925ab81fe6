"""The page of licences names every package that an installation brings, with the licence that the package states."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| ([A-Za-z0-9. -]+) \|", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def brought() -> set[str]:
    """The names of all packages that the package and those below it require, without extras."""
    found: set[str] = set()
    waiting = ["pdo-policy"]
    while waiting:
        for line in requires(waiting.pop()) or ():
            requirement, _, condition = line.partition(";")
            match = re.match(r"[A-Za-z0-9._-]+", requirement)
            assert match is not None
            name = normal(match.group())
            if "extra" in condition or name in found:
                continue
            try:
                distribution(name)
            except PackageNotFoundError:
                # It is for other systems, or other versions of Python.
                assert condition
                continue
            found.add(name)
            waiting.append(name)
    return found


def stated(name: str) -> str:
    """What a package says of its licence: by expression, by classifier, or in words."""
    about = distribution(name).metadata
    said = [about[key] for key in ("License-Expression", "License") if key in about]
    return " ".join((*said, *(one for one in about.get_all("Classifier") or () if one.startswith("License ::"))))


def test_every_package_is_listed_with_its_licence() -> None:
    listed = dict(ROW.findall((ROOT / "docs/licences.md").read_text("utf-8")))
    assert brought() <= set(listed), "a package is new"
    for name in brought():
        assert listed[name] in stated(name), name
    direct = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert {normal(re.split(r"[<>=]", one)[0]) for one in direct} <= set(listed)
    assert set(listed.values()) <= {"MIT", "BSD", "BSD-3-Clause", "PSF-2.0", "Apache-2.0"}


def test_every_requirement_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert [one for one in asked if ">=" not in one and "==" not in one] == []
