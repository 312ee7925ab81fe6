"""A citation as people write it becomes the steps of the clauses it means."""

from __future__ import annotations

import re

from pdo_policy.law.clause_ids import WORDS, Step, Steps, rank, steps_of
from pdo_policy.values.chinese_numerals import read_chinese_numeral

_NUMERAL = "[0-9]+|[〇零一二三四五六七八九十百千]+"
_KINDS = {word: kind for kind, word in WORDS.items()}
_HEADS = frozenset({"part", "chp", "sec", "art", "outline"})
_STEP = re.compile(
    rf"第(?P<number>{_NUMERAL})(?P<word>[编章节条款项目])(?:之(?P<bis>{_NUMERAL}))?"
    rf"|第[（(](?P<point>{_NUMERAL})[)）]项"
    rf"|[（(]?(?:起草说明)?要点(?P<stmt>[0-9]+)[)）]?"
    rf"|(?P<outline>{_NUMERAL})(?:、|(?=[（(]))"
    rf"|[（(](?P<outline2>{_NUMERAL})[)）]"
    rf"|(?P<outline3>[0-9]+)[.．]?"
)
_RANGE = re.compile(rf"(?P<first>.*?第(?:{_NUMERAL})[条款项目])至(?P<last>第(?:{_NUMERAL})[条款项目])")


def clauses_meant(text: str, *, outline: bool = False, before: Steps = ()) -> tuple[Steps, ...]:
    """The clauses that a citation means, in order; none where it cannot be read.

    Read are 第十二条第二款第三项第1目, 第125条第（十一）项, 第九条（五）, 第十条之一, 第二章要点2, 要点2, 二（三）, and
    all of 第十条至第十二条; also the clause ids themselves. Source: language.md 2.11.

    Args:
        text: the citation without its instrument.
        outline: whether the instrument is numbered 一、（一）1., in which 第二项 is its second head.
        before: the steps of the reference before, which a citation that begins below the article continues.
    """
    text = "".join(text.split())
    known = steps_of(text)
    if known is not None:
        return (known,)
    match = _RANGE.fullmatch(text)
    if match is None:
        steps = _single(text, outline=outline, before=before)
        return (steps,) if steps else ()
    first = _single(match["first"], outline=outline, before=before)
    last = _single(match["last"], outline=outline, before=first)
    if not first or not last or first[-1].kind != last[-1].kind:
        return ()
    head, kind = first[:-1], first[-1].kind
    return tuple((*head, Step(kind, number)) for number in range(first[-1].number, last[-1].number + 1))


def _single(text: str, *, outline: bool, before: Steps) -> Steps:
    steps = _steps(text, outline=outline)
    falling = [rank(step) for step in steps]
    if not steps or falling != sorted(set(falling)):
        return ()
    if steps[0].kind in _HEADS:
        return steps
    head = tuple(step for step in before if rank(step) < falling[0])
    return (*head, *steps) if head or steps[0].kind == "stmt" else ()


def _steps(text: str, *, outline: bool) -> Steps:
    steps: list[Step] = []
    place = 0
    while place < len(text):
        match = _STEP.match(text, place)
        step = _step(match, outline=outline) if match is not None else None
        if match is None or step is None:
            return ()
        if step.kind == "outline2" and steps and steps[0].kind not in ("outline", "outline2"):
            step = step._replace(kind="point")
        steps.append(step)
        place = match.end()
    return tuple(steps)


def _step(match: re.Match[str], *, outline: bool) -> Step | None:
    for kind in ("point", "stmt", "outline", "outline2", "outline3"):
        if match[kind]:
            return _numbered(kind, match[kind])
    kind = _KINDS[match["word"]]
    if outline and kind == "point":
        kind = "outline"
    step = _numbered(kind, match["number"])
    bis = _numbered(kind, match["bis"]) if match["bis"] else None
    return step._replace(bis=bis.number) if step and bis else step


def _numbered(kind: str, text: str) -> Step | None:
    number = int(text) if text.isascii() else read_chinese_numeral(text)
    return Step(kind, number) if isinstance(number, int) and 0 < number < 10_000 else None  # noqa: PLR2004 - no law has more
