"""The short ways of an evaluation lead where the long ones do: the same report, byte for byte."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import api, asking
from pdo_policy.evaluation.conditions import test_of as made_each_time
from pdo_policy.evaluation.machine import machine
from pdo_policy.evaluation.pairing import Pairing
from pdo_policy.schema import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.evaluation.machine import Machine
    from pdo_policy.rulebook.compiled import Rulebook

SAMPLES = Path(__file__).parents[2] / "samples"


def report(folder: str) -> str:
    return api.render(api.check(SAMPLES / folder, as_of=date(2026, 11, 24)), "json")


def weigh_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Pairing, "plainly", lambda self, versions: self.row(versions, self._roots))


def make_each_condition_each_time(patch: pytest.MonkeyPatch) -> None:
    def made(book: Rulebook) -> Machine:
        return machine(book.program, partial(made_each_time))

    patch.setattr(asking, "machine_of", made)


def ask_the_validator(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(validate, "is_valid", lambda _schema, _data: False)


@pytest.mark.parametrize("folder", ["compliant", "deficient"])
@pytest.mark.parametrize("longer", [weigh_all, make_each_condition_each_time, ask_the_validator])
def test_the_long_way_leads_to_the_same(
    folder: str, longer: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    short = report(folder)
    longer(monkeypatch)
    assert report(folder) == short
