"""The file of a configuration, or none, becomes what options are worth where the command line says nothing."""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.errors import FormError, Problem, UsageError
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.schema.validate import Violation
    from pdo_policy.source import Span

NAME, SHARED = "pdo-policy.toml", "pyproject.toml"
"""A file of its own, and the file of a Python project, which has a table for it."""

ABOUT = "configuration"
"""What faults of such a file are about, see `FormError`."""

LARGEST = 1024 * 1024
"""Bytes of such a file."""

_FILES = frozenset({"baseline", "findings-file", "paths", "rulebook", "waivers"})
_FIELDS = {"format": "outputs", "findings-file": "determinations"}
_MARK = b"pdo-policy"


class Configuration(NamedTuple):
    """What a file says.

    Attributes:
        file: its path, as a person in the folder of the call would write it; empty where there is none.
        values: by the names of options; paths are as they are written from the folder of the call.
        source: its text.
        table: where in the text the values stand: nowhere else, or in the table of a tool.
        searched: whether the file was found, and not named in the call.
        lang: the language of the tool's own words, as the call, the environment or the file has it.
    """

    file: str = ""
    values: Mapping[str, Any] = MappingProxyType({})
    source: Source = Source("", "")
    table: tuple[str, ...] = ()
    searched: bool = False
    lang: str = "zh"

    def fields(self) -> dict[str, Any]:
        """The values by the fields of a call of `check`."""
        return {
            field_of(name): tuple(value) if isinstance(value, list) else value for name, value in self.values.items()
        }

    def span(self, name: str, entry: int | None = None, *, key: bool = False) -> Span:
        """Where the value of an option stands, an entry of it, or its key; or the nearest there is to that."""
        # Needed only where somebody asks.
        from pdo_policy.cli.toml_places import places  # noqa: PLC0415 - see above

        found = places(self.source.text)
        place = found.get((*self.table, name))
        if place is None:
            place = next((found[self.table[:end]] for end in (2, 1) if self.table[:end] in found), None)
            return self.source.span(*(place.key if place is not None else (0, 0)))
        if entry is not None and entry < len(place.entries):
            return self.source.span(*place.entries[entry])
        return self.source.span(*(place.key if key else place.value))


def field_of(name: str) -> str:
    """How the option of a name is called in a call of `check`."""
    return _FIELDS.get(name, name.replace("-", "_"))


def configured(arguments: Sequence[str]) -> tuple[list[str], Configuration]:
    """The arguments without those about the configuration, and the configuration.

    `--config FILE` names it, `--no-config` wants none; without either it is looked for, see `found`.

    Raises:
        UsageError: both are there, or a file that is not.
        FormError: the file is not in form; every problem with its place.
    """
    rest, named, none = _asked(arguments)
    if named is not None and none:
        raise UsageError("config-both")
    if none:
        return rest, Configuration()
    if named is None:
        return rest, found(Path.cwd())
    path = Path(named)
    if not path.is_file():
        raise UsageError("config-missing", path=named)
    configuration = _read(path, Path.cwd(), searched=False)
    if configuration is None:
        raise UsageError("config-no-table", path=named)
    return rest, configuration


def _asked(arguments: Sequence[str]) -> tuple[list[str], str | None, bool]:
    rest: list[str] = []
    named: str | None = None
    none = False
    given = iter(arguments)
    for argument in given:
        if argument == "--":
            rest.extend((argument, *given))
        elif argument == "--no-config":
            none = True
        elif argument == "--config" or argument.startswith("--config="):
            named = argument.partition("=")[2] if "=" in argument else next(given, "")
            if not named:
                raise UsageError("config-unnamed")
        else:
            rest.append(argument)
    return rest, named, none


def found(folder: Path) -> Configuration:
    """The configuration of a folder, or of the nearest folder above it that has one, up to the root of the repository.

    Where there is no repository, folders above are looked at only below the user's home: what lies in a folder that
    everybody may write to is no configuration of ours. In a folder `pdo-policy.toml` goes before `pyproject.toml`.
    """
    for place in _upwards(folder):
        for name in (NAME, SHARED):
            path = place / name
            if path.is_file():
                configuration = _read(path, folder, searched=True)
                if configuration is not None:
                    return configuration
    return Configuration()


def _upwards(folder: Path) -> Iterator[Path]:
    above = [folder, *folder.parents]
    root = next((index for index, place in enumerate(above) if (place / ".git").exists()), None)
    if root is not None:
        return iter(above[: root + 1])
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return iter(above[:1])
    return iter(above[: max(above.index(home), 1)] if home in above else above[:1])


def _read(path: Path, folder: Path, *, searched: bool) -> Configuration | None:
    """What a file says; None for a `pyproject.toml` without the table."""
    # Who has no configuration must not wait for what reads one.
    from pdo_policy.documents.opening import bytes_of  # noqa: PLC0415 - see above

    shown = _from(folder, path)
    try:
        content = bytes_of(path, LARGEST)
        if path.name == SHARED and _MARK not in content:
            return None
        text = content.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        if path.name == SHARED and searched:
            return None
        raise FormError([Problem("CFG-F001", {"file": shown})], ABOUT) from error
    source = Source(shown, text)
    data = _loaded(source)
    if path.name != SHARED:
        return _checked(Configuration(shown, data, source, (), searched), path.parent, folder)
    tools = data.get("tool")
    table = tools.get("pdo-policy") if isinstance(tools, dict) else None
    if table is None:
        return None
    configuration = Configuration(shown, {}, source, ("tool", "pdo-policy"), searched)
    if not isinstance(table, dict):
        raise FormError([Problem("CFG-F003", {}, configuration._replace(table=("tool",)).span("pdo-policy"))], ABOUT)
    return _checked(configuration._replace(values=table), path.parent, folder)


def _loaded(source: Source) -> dict[str, Any]:
    # Slow to load, and only who has a configuration needs it.
    import tomllib  # noqa: PLC0415 - see above

    from pdo_policy.cli.toml_faults import place_of, too_deep  # noqa: PLC0415 - as above

    deep = too_deep(source.text)
    if deep is not None:
        raise FormError([Problem("CFG-F002", {}, source.span(*deep))], ABOUT)
    try:
        return tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise FormError([Problem("CFG-F002", {}, place_of(source, str(error)))], ABOUT) from error


def _checked(configuration: Configuration, home: Path, folder: Path) -> Configuration:
    """A configuration whose values are in form, with its paths written from the folder of the call.

    Raises:
        FormError: a key that is not known, or a value that is not possible.
    """
    from pdo_policy import bundled  # noqa: PLC0415 - as above

    values: dict[str, Any] = {name: _plain(value) for name, value in configuration.values.items()}
    problems = _violations(configuration, values, bundled.data("schemas") / "configuration.schema.json")
    problems += [
        Problem("CFG-F007", {"file": output.partition(":")[2]}, configuration.span("format", index))
        for index, output in enumerate(values.get("format", ()) if not problems else ())
        if not _inside(output.partition(":")[2])
    ]
    if problems:
        raise FormError(problems, ABOUT)
    return configuration._replace(values={name: _placed(name, value, home, folder) for name, value in values.items()})


def _plain(value: object) -> object:
    """A value as JSON has it, as far as its form matters: dates are texts, and what is inside of tables is nothing."""
    if isinstance(value, list):
        return [[] if isinstance(entry, list) else _plain(entry) for entry in value]
    if isinstance(value, dict):
        return {}
    if isinstance(value, float):
        return 0.5
    if isinstance(value, bool | str):
        return value
    return 0 if isinstance(value, int) else str(value)


def _violations(configuration: Configuration, values: Mapping[str, Any], schema: Path) -> list[Problem]:
    # Who has no configuration must not wait for what looks at one.
    import json  # noqa: PLC0415 - see above

    from pdo_policy.schema.validate import compiled  # noqa: PLC0415 - as above

    form = json.loads(schema.read_text("utf-8"))
    told = [problem for one in compiled(form).violations(values) for problem in _problems(configuration, form, one)]
    return sorted(told, key=lambda problem: problem.span.start if problem.span is not None else 0)


def _problems(configuration: Configuration, form: Mapping[str, Any], violation: Violation) -> Iterator[Problem]:
    from pdo_policy.cli.configuration_faults import problems_of  # noqa: PLC0415 - needed only where something is wrong

    return problems_of(configuration, form, violation)


def _inside(target: str) -> bool:
    return not (Path(target).is_absolute() or ".." in Path(target).parts)


def _placed(name: str, value: Any, home: Path, folder: Path) -> Any:  # noqa: ANN401 - as the schema has it
    if name == "format":
        parts = [output.partition(":") for output in value]
        return [f"{kind}{colon}{_from(folder, home / target)}" if colon else kind for kind, colon, target in parts]
    if name not in _FILES:
        return value
    return [_from(folder, home / each) for each in value] if isinstance(value, list) else _from(folder, home / value)


def _from(folder: Path, path: Path) -> str:
    """A path as one would write it in a folder."""
    try:
        written = Path(os.path.relpath(path, folder))
    except ValueError:  # another drive of Windows
        written = path.absolute()
    # What begins with a dash would be taken for an option, or for standard input.
    return written.as_posix() if not written.as_posix().startswith("-") else f"./{written.as_posix()}"
