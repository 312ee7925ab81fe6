"""The clause registers of rules/hubei become data; beside them, what is known of their texts from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "rules" / "hubei" / "instruments"
DRAFT, NORM, REGISTRATION, PRICE = "hb-2024-draft", "ndrc-2025-27", "ndrc-2025-26", "ndrc-2025-65"
FINAL, DETAIL, PROVINCE, DISCLOSURE = "hb-2025-measures", "hb-2025-18", "hb-data-2025", "nda-2026-disclosure"
CYBER, PERSONAL, SHARING = "npc-2025-cybersecurity", "npc-2021-personal-information", "sc-2025-data-sharing"
COMPETITION, ASSESSMENT = "sc-2024-fair-competition", "ministries-2026-risk-assessment"
REGISTERS = sorted(path.stem for path in FOLDER.glob("*.yaml"))

EFFECTIVE: dict[str, dict[str, str]] = {
    DRAFT: {},
    DETAIL: {"from": "2026-01-01"},  # the day was not seen: the latest that the year of its number allows
    FINAL: {"from": "2025-10-13"},  # the day was not seen: the day of issue
    PROVINCE: {"from": "2025-10-01"},
    ASSESSMENT: {"from": "2026-08-20"},
    DISCLOSURE: {"from": "2026-02-10"},
    REGISTRATION: {"from": "2025-03-01", "to": "2030-02-28"},
    NORM: {"from": "2025-03-01", "to": "2030-02-28"},
    PRICE: {"from": "2025-03-01"},
    "npc-2020-civil-code": {"from": "2021-01-01"},
    "npc-2021-data-security": {"from": "2021-09-01"},
    PERSONAL: {"from": "2021-11-01"},
    "npc-2022-antimonopoly": {"from": "2022-08-01"},
    CYBER: {"from": "2026-01-01"},
    COMPETITION: {"from": "2024-08-01"},
    "sc-2024-network-data": {"from": "2025-01-01"},
    SHARING: {"from": "2025-08-01"},
}

SAID = ("summary", "addressee", "question", "reason")

STATEMENTS = {1: 6, 2: 3, 3: 14, 4: 13, 5: 6, 6: 7, 7: 3}

# Of a text in articles: how many articles, and which have paragraphs and points that are registered one by one.
WHOLE: dict[str, tuple[int, dict[int, int], dict[int, int]]] = {
    NORM: (27, {3: 3, 5: 2, 6: 2, 7: 3, 11: 4, 12: 2, 21: 3, 23: 2, 24: 2, 25: 2}, {9: 12, 14: 13}),
    REGISTRATION: (24, {5: 2, 7: 2, 15: 3}, {9: 4}),
    DETAIL: (29, {}, {}),
}

# Of the other texts in articles only these are registered: those that the papers must answer to.
PARTS = {
    "npc-2020-civil-code": "200 201 202 203 204 1259",
    "npc-2021-data-security": "21 27 29 30 31 32 36 38 39 40 45",
    PERSONAL: (
        "4 5 6 13 17 18 19 20 21① 21② 21③ 23 24 25 28 29 31 34 35 36 37 38 39 40 "
        "44 45 46 47 48 49 50 51 52 54 55 56 57 66 73"
    ),
    "npc-2022-antimonopoly": "9 10 39 40",
    CYBER: "23 27 36 37 39 40 42 43 44 45 61",
    COMPETITION: "8 9 11 14 18",
    "sc-2024-network-data": "9 10 11 12 15 16 17 20 27 28 29 30 31 33 35 36 37 38 55 57",
    SHARING: "3 13 17 20 21 22 25 26 29② 35 36",
    ASSESSMENT: "5 7 11 12 15 16 18 23②",
}
OUTLINES = {
    FINAL: [
        "outline_1__outline2_1",
        *(f"outline_1__outline2_2__para_{number}" for number in range(1, 7)),
        "outline_2",
    ],
    PRICE: [
        "outline_1",
        "outline_2__para_1",
        "outline_2__para_2",
        "outline_3__outline2_1",
        "outline_3__outline2_2",
        "outline_4__para_1",
        "outline_4__para_2",
        *(f"outline_5__para_{number}" for number in range(1, 5)),
    ],
}
PROVINCE_ARTICLES = 69
# Articles of the provincial law that are registered by paragraph, or of which one part was noted beside the article.
PROVINCE_PARTS = {
    3: ("", "__point_2"),
    26: ("", "__para_3"),
    34: ("__para_1", "__para_2", "__para_3"),
    35: ("__para_1", "__para_2", "__para_3"),
    40: ("", "__para_2"),
    66: ("", "__point_2"),
}

# Whose text was read: every registered clause of these but those named, and of the others those named.
READ = {PRICE, REGISTRATION, NORM, *PARTS}
UNREAD: dict[str, set[str]] = {}
READ_IN_PART = {
    DRAFT: "",
    FINAL: "outline_1__outline2_1 " + " ".join(f"outline_1__outline2_2__para_{number}" for number in range(1, 6)),
    DETAIL: "art_6 art_12 art_16 art_17 art_19 art_21 art_25",
    PROVINCE: (
        "art_3__point_2 art_19 art_22 art_25 art_26__para_3 art_34__para_1 art_34__para_2 art_34__para_3 "
        "art_35__para_1 art_35__para_2 art_35__para_3 art_39 art_40__para_2 art_50 art_51 art_52 art_62 art_65 "
        "art_66__point_2 art_67 art_68"
    ),
    DISCLOSURE: "",
}
SUMMARISED = {
    DRAFT: 23,
    PROVINCE: 5,  # articles 4 to 7 and 31, of which a commentary tells
    DISCLOSURE: 4,
}

Clause = dict[str, Any]


@cache
def register(name: str) -> dict[str, Any]:
    """The file of an instrument, every scalar as text."""
    data: dict[str, Any] = yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    return data


def clauses(name: str) -> list[Clause]:
    found: list[Clause] = register(name)["clauses"]
    return found


ALL = {name: {clause["id"]: clause for clause in clauses(name)} for name in REGISTERS}


def articles(name: str) -> list[str]:
    """The ids of a whole text: by paragraph where there are several, the leading sentence before its points."""
    count, several, listed = WHOLE[name]
    ids = []
    for article in range(1, count + 1):
        paragraphs = [f"art_{article}__para_{number}" for number in range(1, several.get(article, 0) + 1)]
        points = [f"art_{article}__point_{number}" for number in range(1, listed.get(article, 0) + 1)]
        ids += paragraphs or [f"art_{article}", *points]
    return ids


def parts(name: str) -> list[str]:
    """The ids of a text of which some articles are registered, `21②` being its article's second paragraph."""
    split = [(written.rstrip("①②③"), written[-1]) for written in PARTS[name].split()]
    return [f"art_{number}" + (f"__para_{'①②③'.index(mark) + 1}" if mark in "①②③" else "") for number, mark in split]


def where(pattern: str, key: str = "summary") -> set[str]:
    """The full ids of the clauses of all registers that say something."""
    found = ((name, clause) for name in REGISTERS for clause in clauses(name))
    return {f"{name}~{clause['id']}" for name, clause in found if re.search(pattern, clause[key])}
