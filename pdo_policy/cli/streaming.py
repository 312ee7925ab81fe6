"""The call of a `check` of many papers becomes lines of results as they come, and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.bulk.earlier import Earlier
from pdo_policy.bulk.grouping import Groups
from pdo_policy.bulk.incoming import groups_of
from pdo_policy.bulk.parts import report_of
from pdo_policy.bulk.stream import Stream
from pdo_policy.bulk.terms import Terms
from pdo_policy.bulk.workers import processors
from pdo_policy.cli.given import (
    cache_folder,
    standard_input,
    the_acceptance,
    the_date,
    the_determinations,
    the_rulebook,
)
from pdo_policy.cli.output import say, write_parts
from pdo_policy.cli.progress import Progress
from pdo_policy.cli.targets import beside, see_free
from pdo_policy.errors import UsageError
from pdo_policy.wording.usage import CAME_TO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.bulk.grouping import Group
    from pdo_policy.cli.plain import CheckCall
    from pdo_policy.report import Report


def stream(call: CheckCall) -> int:
    """Check many papers and write a line for each group of them."""
    target = _target(call)
    terms = _terms(call)
    stream = Stream(terms, call.jobs or processors(), _earlier(call, terms))
    with Progress(call.lang, quiet=call.quiet) as progress:
        groups, set_aside, total = _groups(call, terms, progress)
        lines = stream.lines(groups, set_aside, progress.counting("checking", total))
        if target:
            write_parts(target, lines)
        else:
            _say_all(lines)
    _say_what_it_came_to(stream, call)
    return stream.tally.exit_code


def report_by_several(call: CheckCall) -> Report:
    """The report of a check that several processes make."""
    if not call.paths:
        raise UsageError("no-input")
    terms = _terms(call)
    with Progress(call.lang, quiet=call.quiet) as progress:
        groups, _, total = _looked_at(call, terms, progress)
        return report_of(groups, terms, call.jobs or processors(), progress.counting("checking", total))


def _target(call: CheckCall) -> str:
    """The file that the lines go to; empty for the standard output."""
    outputs = [output.partition(":") for output in call.outputs]
    for option, given in (("--stdin-ndjson", call.stdin_ndjson), ("--changed-since", call.changed_since)):
        if given and [name for name, _, _ in outputs] != [api.STREAM]:
            raise UsageError("stream-alone", what=option, example=f"-f ndjson {option} …")
    others = "、".join(f"-f {name}" for name, _, _ in outputs if name != api.STREAM)
    if others or len(outputs) > 1:
        raise UsageError("stream-not-with", what=others or "-f ndjson")
    if call.compare is not None:
        raise UsageError("stream-not-with", what="--compare")
    if call.stdin_ndjson and (call.paths or call.changed_since):
        raise UsageError("stdin-alone")
    if not call.stdin_ndjson and not call.paths:
        raise UsageError("no-input")
    target = outputs[0][2]
    if target:
        see_free([target], call.paths, beside(call))
    return target


def _terms(call: CheckCall) -> Terms:
    book = the_rulebook(call.rulebook)
    api.validated(book, call.law, call.fail_on, call.lang)
    return Terms(
        call.rulebook,
        cache_folder(),
        the_date(call.as_of),
        call.law,
        call.fail_on,
        the_determinations(call.determinations, book),
        the_acceptance(call.waivers, call.baseline, book),
        call.lang,
    )


def _earlier(call: CheckCall, terms: Terms) -> Earlier | None:
    if call.changed_since is None:
        return None
    earlier = Earlier(call.changed_since, terms.digest())
    if not earlier.holds:
        _tell("other-terms", call.lang, path=call.changed_since)
    return earlier


def _groups(call: CheckCall, terms: Terms, progress: Progress) -> tuple[Iterable[Group], list[str], int | None]:
    """The groups, the files that are set aside, and how many files there are, where that is known before the end."""
    if call.stdin_ndjson:
        return groups_of(sys.stdin.buffer), [], None
    return _looked_at(call, terms, progress)


def _looked_at(call: CheckCall, terms: Terms, progress: Progress) -> tuple[Groups, list[str], int]:
    groups = Groups(call.paths, terms.book(), progress.counting("looking"), standard_input(call.paths))
    return groups, groups.set_aside, groups.files


def _say_all(lines: Iterator[bytes]) -> None:
    out = sys.stdout.buffer
    try:
        for line in lines:
            out.write(line)
        out.flush()
    except BrokenPipeError:
        # Who reads our output has seen enough, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_what_it_came_to(stream: Stream, call: CheckCall) -> None:
    end = stream.tally.end(call.lang)
    counted = {name: f"{end[name]:,}" for name in ("groups", "papers", "dossiers", "carried")}
    _tell("all", call.lang, sentence=end["summary"]["sentence"], **counted)
    if end["carried"]:
        _tell("carried", call.lang, path=call.changed_since or "", **counted)


def _tell(what: str, lang: str, **facts: str) -> None:
    say(f"pdo-policy: {CAME_TO[what][lang == 'en'].format(**facts)}\n", sys.stderr)
