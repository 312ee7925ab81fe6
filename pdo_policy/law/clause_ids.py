"""A clause's numbers become its stable id, its Chinese display form, and its place in the order of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from pdo_policy.values.chinese_numerals import in_chinese


class Step(NamedTuple):
    """One level of a clause's place.

    Attributes:
        kind: part, chp, sec, art, para, point, indent (编章节条款项目); stmt (要点); outline, outline2, outline3
            (一、（一）1.).
        number: from 1.
        bis: the number of 之一, 之二; 0 without.
    """

    kind: str
    number: int
    bis: int = 0


Steps = tuple[Step, ...]

WORDS = {"part": "编", "chp": "章", "sec": "节", "art": "条", "para": "款", "point": "项", "indent": "目"}
"""The levels of a text in articles, the highest first, and the word for each."""

_RANKS = {
    "part": 0, "chp": 1, "sec": 2, "art": 3, "outline": 3, "outline2": 4, "outline3": 5,
    "para": 6, "stmt": 6, "point": 7, "indent": 8,
}  # fmt: skip
_SEGMENT = re.compile(r"(part|chp|sec|art|para|point|indent|stmt|outline[23]?)_([1-9][0-9]{0,3})(?:bis([1-9][0-9]?))?")


def rank(step: Step) -> int:
    """How high a level is; a clause's steps go downwards."""
    return _RANKS[step.kind]


def clause_id(steps: Steps) -> str:
    """The id of a clause: `art_12__para_2__point_3`, `art_10bis1`, `outline_2__outline2_3`, `chp_2__stmt_1`.

    Source: the naming convention of Akoma Ntoso, with `stmt` and `outline` added (language.md 2.11).
    """
    return "__".join(f"{step.kind}_{step.number}" + (f"bis{step.bis}" if step.bis else "") for step in steps)


def steps_of(text: str) -> Steps | None:
    """The steps that an id names; None for a text that is no id."""
    steps = []
    for segment in text.split("__"):
        match = _SEGMENT.fullmatch(segment)
        if match is None:
            return None
        steps.append(Step(match[1], int(match[2]), int(match[3] or 0)))
    falling = [rank(step) for step in steps]
    return tuple(steps) if falling == sorted(set(falling)) else None


def display(steps: Steps) -> str:
    """How a reader knows a clause: 第十四条第（二）项, 第十条之一, 三（一）第一款, 第二章（起草说明要点2）, 要点2."""
    if steps[0].kind == "stmt":  # of a text known by a summary of it, which has no chapters
        return f"要点{steps[0].number}"
    if [step.kind for step in steps[:2]] == ["outline", "outline2"]:
        first = f"{in_chinese(steps[0].number)}（{in_chinese(steps[1].number)}）"
        return first + "".join(map(_shown, steps[2:]))
    return "".join(map(_shown, steps))


def _shown(step: Step) -> str:
    match step.kind:
        case "stmt":
            return f"（起草说明要点{step.number}）"
        case "point":
            return f"第（{in_chinese(step.number)}）项"
        case "indent":
            return f"第{step.number}目"
        case "outline":
            return f"第{in_chinese(step.number)}项"
        case "outline2":
            return f"（{in_chinese(step.number)}）"
        case "outline3":
            return f"{step.number}"
        case kind:
            bis = f"之{in_chinese(step.bis)}" if step.bis else ""
            return f"第{in_chinese(step.number)}{WORDS[kind]}{bis}"


def order(steps: Steps) -> tuple[tuple[int, int, int], ...]:
    """A key that sorts clauses as the text has them: by numbers, never by Chinese numerals."""
    return tuple((rank(step), step.number, step.bis) for step in steps)
