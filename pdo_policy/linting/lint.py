"""A rulebook is run through the table of lints; what they see becomes problems, less those that a comment lets pass."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from pdo_policy.errors import Problem
from pdo_policy.linting import citations, conditions, names, spelling, thresholds, versions, wordings
from pdo_policy.linting.reading import reading
from pdo_policy.linting.suppressions import UNKNOWN, UNUSED, WITHOUT_REASON, family, left, suppressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pdo_policy.linting.reading import Reading, Seen
    from pdo_policy.rulebook.compiled import Rulebook

Severity = Literal["error", "warning"]


class Lint(NamedTuple):
    """How grave a lint is, and the function that sees it; None for those about comments, which `left` sees."""

    severity: Severity
    look: Callable[[Reading], Iterator[Seen]] | None


LINTS: Mapping[str, Lint] = MappingProxyType(
    {
        UNUSED: Lint("warning", None),
        WITHOUT_REASON: Lint("error", None),
        UNKNOWN: Lint("error", None),
        # spelling
        "PDL-L010": Lint("warning", spelling.mixed_packs),
        "PDL-L011": Lint("warning", spelling.synonym),
        # law
        "PDL-L020": Lint("warning", citations.whole_chapter),
        "PDL-L021": Lint("error", thresholds.unverified_parameter),
        "PDL-L022": Lint("warning", wordings.unlabelled_field),
        "PDL-L023": Lint("error", thresholds.unseen_threshold),
        "PDL-L025": Lint("error", thresholds.verified_without_clause),
        "PDL-L026": Lint("error", citations.duty_of_no_clause),
        "PDL-L027": Lint("warning", citations.principle_without_way_out),
        "PDL-L028": Lint("warning", citations.encouraged_duty),
        # logic
        "PDL-L030": Lint("warning", conditions.vacuous),
        "PDL-L031": Lint("error", wordings.without_doubt),
        "PDL-L032": Lint("error", conditions.certain),
        "PDL-L033": Lint("error", versions.overlapping_replacements),
        "PDL-L034": Lint("error", conditions.never_applies),
        "PDL-L034-period": Lint("error", versions.outside_its_law),
        "PDL-L035": Lint("warning", conditions.repeated),
        "PDL-L036": Lint("warning", versions.gap_between_versions),
        "PDL-L037": Lint("warning", citations.cited_twice),
        "PDL-L038": Lint("error", conditions.same_requirement),
        "PDL-L039": Lint("warning", conditions.double_negation),
        "PDL-L042": Lint("warning", names.idle_presumption),
        "PDL-L043": Lint("error", conditions.unused_variable),
        "PDL-L044": Lint("warning", names.unused_argument),
        "PDL-L045": Lint("error", conditions.decided_by_when),
        "PDL-L050": Lint("warning", names.unused_name),
        # words
        "PDL-L051": Lint("error", wordings.no_norm_in_title),
        "PDL-L052": Lint("error", wordings.long_headline),
        "PDL-L053": Lint("error", wordings.accusing),
        "PDL-L054": Lint("error", wordings.without_violation),
        "PDL-L055": Lint("error", wordings.without_reason),
        "PDL-L056": Lint("error", wordings.without_remedy),
        "PDL-L057": Lint("error", wordings.without_question),
        "PDL-L058": Lint("warning", wordings.without_bearer),
        "PDL-L059": Lint("warning", wordings.no_yes_or_no),
        "PDL-L061": Lint("error", wordings.english_words),
        "PDL-L062": Lint("warning", wordings.half_width),
        "PDL-L063": Lint("warning", wordings.full_stop),
        "PDL-L064": Lint("warning", wordings.no_question),
        "PDL-L065": Lint("warning", wordings.doubt_as_breach),
        "PDL-L066": Lint("error", wordings.clause_in_text),
        "PDL-L067": Lint("error", citations.article_of_a_draft),
        "PDL-L070": Lint("warning", wordings.number_in_id),
        "PDL-L071": Lint("error", wordings.same_title),
        "PDL-L072": Lint("warning", wordings.long_file),
    }
)
"""Every lint by its code; codes are stable for ever. PDL-L040 and PDL-L041 are left to the coverage of `rules test`."""


def linted(book: Rulebook) -> tuple[Problem, ...]:
    """Everything the lints see in a rulebook, in the order of file and place.

    A thing is told once, also where a 判定 in which it stands is called several times.
    """
    read = reading(book)
    found: dict[tuple[object, ...], Problem] = {}
    for code, lint in LINTS.items():
        for seen in lint.look(read) if lint.look is not None else ():
            place = (code, seen.span.source.name, seen.span.start, seen.span.end)
            found.setdefault(place, Problem(code, seen.facts, seen.span, seen.within or None))
    known = frozenset(map(family, LINTS)) - {UNUSED, WITHOUT_REASON, UNKNOWN}
    return tuple(sorted(left(found.values(), suppressions(read), known), key=_order))


def _order(problem: Problem) -> tuple[str, int, str]:
    assert problem.span is not None, "lints see places"
    return problem.span.source.name, problem.span.start, problem.code
