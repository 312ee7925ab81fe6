"""All that results depend on besides the papers, as one value that another process can be given."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy import __version__, api
from pdo_policy.asking import asked_of, machine_of, question_of, reported
from pdo_policy.documents.files import in_order
from pdo_policy.evaluation.evaluate import askable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from pdo_policy.dispositions import Acceptance
    from pdo_policy.documents.files import File
    from pdo_policy.evaluation.question import Question
    from pdo_policy.report import Determination, Report, RuleInfo
    from pdo_policy.rulebook.compiled import Rulebook


class Terms(NamedTuple):
    """How papers are checked; each as in `pdo_policy.check`, the rulebook by its folder and that of the cache."""

    rulebook: str | None
    cache: Path | None
    as_of: date
    law: str
    fail_on: str
    determinations: tuple[Determination, ...]
    acceptance: Acceptance
    lang: str

    def book(self) -> Rulebook:
        """The rulebook, which a process loads once."""
        return api.load_rulebook(self.rulebook, self.cache)

    def ready(self) -> None:
        """Make now what most papers need, so that processes that are forked after it hold it together."""
        book = self.book()
        machine = machine_of(book)
        for rule in machine.rules:
            machine.rules[rule]
        for compiled in book.types.values():
            compiled.validator  # noqa: B018 - it is made when it is first asked for, and kept

    def question(self, answers: Sequence[Determination]) -> Question:
        """What papers are asked, with the answers there are."""
        return question_of(self.book(), self.as_of, self.law, answers, self.lang)

    def report(self, files: Sequence[File]) -> Report:
        """The report of a check of files."""
        asked = asked_of(
            in_order(files),
            self.book(),
            determinations=self.determinations,
            as_of=self.as_of,
            law=self.law,
            lang=self.lang,
        )
        return reported(asked, self.fail_on, self.acceptance)

    def rules(self) -> tuple[RuleInfo, ...]:
        """What each rule is that papers can be asked."""
        return askable(self.question(()))

    def digest(self) -> str:
        """A digest of all of it: where it is the same, the same papers have the same results."""
        answers = [[one.name, one.answer, one.by, one.on, one.document, one.dossier] for one in self.determinations]
        waivers = [
            [one.rule, *one.where, one.reason, one.approver, one.basis, str(one.created), str(one.expires)]
            for one in self.acceptance.waivers
        ]
        baseline = self.acceptance.baseline
        entries = [[one.fingerprint, one.verdict] for one in baseline.entries] if baseline is not None else None
        told = [__version__, self.book().digest, str(self.as_of), self.law, self.fail_on, self.lang]
        return sha256(json.dumps([*told, answers, waivers, entries]).encode()).hexdigest()
