"""How a project is to be checked becomes a text and back: Spark sends a worker what it is given by pickle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.report import Determination

if TYPE_CHECKING:
    from collections.abc import Sequence


class Terms(NamedTuple):
    """The arguments of `pdo_policy.check` that are the same for all projects."""

    as_of: date
    law: str
    fail_on: str
    lang: str
    determinations: tuple[Determination, ...]


def answers_of(given: Mapping[str, bool] | Sequence[Determination]) -> tuple[Determination, ...]:
    """Answers to 认定, however they were given, without the places in the files they were read from."""
    if isinstance(given, Mapping):
        return tuple(Determination(name, answer) for name, answer in given.items())
    return tuple(Determination(one.name, one.answer, one.by, one.on, one.document, one.dossier) for one in given)


def written(terms: Terms) -> str:
    """Terms as text."""
    answers = [[one.name, one.answer, one.by, one.on, one.document, one.dossier] for one in terms.determinations]
    return json.dumps([terms.as_of.isoformat(), terms.law, terms.fail_on, terms.lang, answers], ensure_ascii=False)


def read(text: str) -> Terms:
    """The terms that `written` has made a text of."""
    as_of, law, fail_on, lang, answers = json.loads(text)
    return Terms(date.fromisoformat(as_of), law, fail_on, lang, tuple(Determination(*one) for one in answers))
