"""What a call gives, and its surroundings where it gives nothing, become the rulebook, the day and the answers."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.determinations import read_determinations
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.files import collect
from pdo_policy.documents.limits import MAX_BYTES
from pdo_policy.errors import RulebookError, UsageError
from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.dispositions import Baseline
    from pdo_policy.report import Determination
    from pdo_policy.rulebook.compiled import Rulebook


_BEIJING = timezone(timedelta(hours=8))


def the_rulebook(folder: str | None, called: Path | None = None) -> Rulebook:
    """The rulebook of `--rulebook`.

    Args:
        folder: its folder; None for the shipped one.
        called: how the folder was written, where that is another way.

    Raises:
        RulebookError: it does not compile; files are named by their paths.
    """
    try:
        return api.load_rulebook(folder, cache_folder())
    except RulebookError as error:
        from pdo_policy.cli.placing import folder_of, placed  # noqa: PLC0415 - needed only where something is wrong

        named = called or folder_of(folder)
        raise RulebookError(placed(error.problems, named)) from error


def cache_folder() -> Path | None:
    """Where compiled rulebooks are kept: as PDO_POLICY_CACHE says, if empty nowhere; else among the user's caches."""
    named = os.environ.get("PDO_POLICY_CACHE")
    if named is not None:
        return Path(named) if named else None
    general = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    try:
        home = Path(general) if Path(general).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return home / "pdo-policy"


def the_determinations(paths: Sequence[str], rulebook: Rulebook) -> tuple[Determination, ...]:
    """The answers of `--findings-file`."""
    names = [question.name for question in rulebook.program.questions]
    return read_determinations(collect(list(paths), None), names, found=False)


def standard_input(paths: Sequence[str]) -> bytes | None:
    """What comes by standard input, where a path asks for it: one byte more than is read of a file, and no further."""
    return sys.stdin.buffer.read(MAX_BYTES + 1) if "-" in paths else None


def the_acceptance(waivers: Sequence[str], baseline: str | None, rulebook: Rulebook) -> Acceptance:
    """The waivers of `--waivers` and the baseline of `--baseline`."""
    if not waivers and baseline is None:
        return Acceptance()
    # Few checks accept anything, and a check must not wait for what reads it.
    from pdo_policy.disposition.acceptance import read_acceptance  # noqa: PLC0415 - see above

    return read_acceptance(waivers, baseline, rule_ids(rulebook))


def the_baseline(path: str, rulebook: Rulebook) -> Baseline:
    """The baseline of a file."""
    from pdo_policy.disposition.acceptance import baseline_of  # noqa: PLC0415 - as above

    return baseline_of(path, rule_ids(rulebook))


def rule_ids(rulebook: Rulebook) -> list[str]:
    """The ids of a rulebook's rules."""
    return [rule.id for rule in rulebook.program.rules]


def the_date(written: str | None) -> date:
    """The date of `--as-of`; without it, that of SOURCE_DATE_EPOCH, and else today's, both as in Beijing.

    Days are counted where the law is, whatever the time zone of the machine; it has had no summer time since 1991.

    Raises:
        UsageError: it is not a day.
    """
    if written is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if epoch.isdigit():
            return datetime.fromtimestamp(int(epoch), _BEIJING).date()
        return datetime.now(_BEIJING).date()
    value = read_value("date", written)
    if isinstance(value, date):
        return value
    if written.strip() and isinstance(value, Misread) and not value.code.endswith("-unreadable"):
        from pdo_policy.wording import worded  # noqa: PLC0415 - needed only where something is wrong
        from pdo_policy.wording.values import MESSAGES  # noqa: PLC0415 - as above

        zh, en = (worded(MESSAGES, value.code, value.facts, lang).headline for lang in ("zh", "en"))
        raise UsageError("bad-date-because", reason=zh, reason_en=en)
    raise UsageError("bad-date", value=written)
