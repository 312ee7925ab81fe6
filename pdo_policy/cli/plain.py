"""The arguments of a plain `check` become its call, without waiting for click; anything else is left to click."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.conclusion import LEVELS
from pdo_policy.reporters.view import COLOURS, GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_JOBS = 256
"""How many processes may be asked for."""


class CheckCall(NamedTuple):
    """What `check` was called with; the defaults are those of its options."""

    paths: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    fail_on: str = "error"
    law: str = "default"
    determinations: tuple[str, ...] = ()
    as_of: str | None = None
    rulebook: str | None = None
    waivers: tuple[str, ...] = ()
    baseline: str | None = None
    compare: str | None = None
    lang: str = "zh"
    color: str = "auto"
    group_by: str | None = None
    quiet: bool = False
    no_fold: bool = False
    jobs: int = 1
    stdin_ndjson: bool = False
    changed_since: str | None = None


_OPTIONS: Mapping[str, str] = {
    "-f": "outputs",
    "--format": "outputs",
    "--fail-on": "fail_on",
    "--law": "law",
    "--findings-file": "determinations",
    "--determinations": "determinations",
    "--as-of": "as_of",
    "--rulebook": "rulebook",
    "--waivers": "waivers",
    "--baseline": "baseline",
    "--compare": "compare",
    "--lang": "lang",
    "--color": "color",
    "--group-by": "group_by",
    "-j": "jobs",
    "--jobs": "jobs",
    "--changed-since": "changed_since",
}
_FLAGS: Mapping[str, str] = {
    "-q": "quiet",
    "--quiet": "quiet",
    "--no-fold": "no_fold",
    "--stdin-ndjson": "stdin_ndjson",
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "fail_on": LEVELS,
    "lang": ("zh", "en"),
    "color": COLOURS,
    "group_by": GROUPINGS,
    "jobs": tuple(map(str, range(MOST_JOBS + 1))),
}
_NUMBERS = ("jobs",)
_SEVERAL = ("outputs", "determinations", "waivers")


def plain_call(arguments: Sequence[str], configured: Mapping[str, Any] = MappingProxyType({})) -> CheckCall | None:
    """The call that click would make of arguments; None where they are not plain, and click must be asked.

    Plain are `check`, paths, and options in full whose values are there and do not begin with a dash.

    Args:
        arguments: what the command line says.
        configured: what is taken for the fields of the call that it does not speak of.
    """
    if arguments[:1] != ["check"]:
        return None
    paths: list[str] = []
    given: dict[str, list[str]] = {}
    flags: dict[str, Any] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        if not argument.startswith("-") or argument == "-":
            paths.append(argument)
            continue
        if argument in _FLAGS:
            flags[_FLAGS[argument]] = True
            continue
        option, equals, value = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        name = _OPTIONS.get(option)
        value = value if equals else next(rest, "-")
        if name is None or value.startswith("-") or value not in _CHOICES.get(name, (value,)):
            return None
        given.setdefault(name, []).append(value)
    told: dict[str, Any] = {name: tuple(values) if name in _SEVERAL else values[-1] for name, values in given.items()}
    told |= {name: int(told[name]) for name in _NUMBERS if name in told}
    return CheckCall(**{**configured, **({"paths": tuple(paths)} if paths else {}), **told, **flags})
