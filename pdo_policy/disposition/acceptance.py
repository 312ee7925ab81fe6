"""Paths of waivers and of a baseline become what a check is to accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.disposition.baseline import read_baseline
from pdo_policy.disposition.waivers import read_waivers
from pdo_policy.dispositions import Acceptance
from pdo_policy.documents.files import File, collect

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pdo_policy.dispositions import Baseline


def read_acceptance(waivers: Sequence[str], baseline: str | None, rules: Collection[str]) -> Acceptance:
    """What files accept.

    Args:
        waivers: paths of files of waivers, or of folders of them.
        baseline: the path of a baseline; None for none.
        rules: ids of the rulebook's rules.

    Raises:
        FormError: a file cannot be read, is not in form, or names a rule that is not there.
    """
    found = read_waivers(collect(list(waivers), None), rules) if waivers else ()
    return Acceptance(found, baseline_of(baseline, rules) if baseline is not None else None)


def baseline_of(path: str, rules: Collection[str]) -> Baseline:
    """The baseline of a file; see `read_acceptance`."""
    files = collect([path], None)
    return read_baseline(files[0] if len(files) == 1 else File(path, None, "", "", 0, None), rules)
