"""Judgements on the tables of verdicts alone: exceptions of exceptions, replacements, and what proof would change."""

from __future__ import annotations

from itertools import product

import pytest

from pdo_policy.evaluation.verdicts import ConflictError, Judgement, Plea, both, either, judge, standing
from pdo_policy.findings import Verdict

TRUTHS = (True, False, None)


def replacement(name: str, holds: bool | None, replaces: bool | None, *over: str, fails: bool = False) -> Plea:
    return Plea(name, "", holds, fails, replaces=replaces, is_replacement=True, over=over)


def judged(required: bool | None, *pleas: Plea) -> Judgement:
    return judge(True, required, [plea.id for plea in pleas], {plea.id: plea for plea in pleas})


def test_without_exceptions() -> None:
    assert judge(True, False, [], {}) == Judgement(Verdict.VIOLATED, True, (), (), "")


@pytest.mark.parametrize(("applies", "required"), list(product(TRUTHS, repeat=2)))
def test_exceptions_of_which_none_holds_change_nothing(applies: bool | None, required: bool | None) -> None:
    attacked = Plea("x", "", False, True, ("y",))
    pleas = {plea.id: plea for plea in (attacked, Plea("y", "", False, False), replacement("r", False, True))}
    assert judge(applies, required, ["x", "r"], pleas) == judge(applies, required, [], {})


def test_what_took_effect_is_named() -> None:
    exemption = Plea("x", "", True, True)
    assert judged(False, exemption, replacement("r", True, True)) == Judgement(Verdict.EXEMPT, True, (), ("x",), "r")
    assert judged(False, replacement("r", False, True)) == Judgement(Verdict.VIOLATED, True, (), (), "")


def test_the_replacement_that_goes_before_is_the_one_in_force() -> None:
    pleas = (replacement("a", True, False), replacement("b", True, True, "a"))
    assert judged(False, *pleas).replacement == "b"
    # One that does not hold beats nothing.
    assert judged(False, pleas[0], replacement("b", False, True, "a")).replacement == "a"


@pytest.mark.parametrize("middle", TRUTHS)
def test_any_two_that_contradict_each_other_are_found(middle: bool | None) -> None:
    pleas = (replacement("c", True, True), replacement("b", True, middle), replacement("a", True, False))
    with pytest.raises(ConflictError) as caught:
        judged(True, *pleas)
    pairs = {True: ("a", "c"), False: ("b", "c"), None: ("a", "c")}
    assert (caught.value.first, caught.value.second) == pairs[middle]


def test_where_nobody_is_bound_nothing_contradicts() -> None:
    pleas = {plea.id: plea for plea in (replacement("a", True, True), replacement("b", True, False))}
    assert judge(False, False, ["a", "b"], pleas).verdict is Verdict.NOT_APPLICABLE
    exempt = {**pleas, "x": Plea("x", "", True, True)}
    assert judge(None, False, ["a", "b", "x"], exempt).verdict is Verdict.EXEMPT


def test_a_supposed_contradiction_would_change_the_verdict_and_raises_nothing() -> None:
    judgement = judged(True, replacement("a", True, True), replacement("b", None, False, fails=True))
    assert (judgement.verdict, judgement.firm, judgement.flips) == (Verdict.SATISFIED, False, ("b",))


def test_not_firm_though_no_single_proof_would_change_it() -> None:
    """Two attackers, each unproven: only together would they leave the exemption without effect, or with it."""
    pleas = {
        "x": Plea("x", "", True, True, attackers=("a",)),
        "a": Plea("a", "", None, True, attackers=("b",)),
        "b": Plea("b", "", None, True),
    }
    judgement = judge(True, False, ["x"], pleas)
    assert (judgement.verdict, judgement.firm, judgement.flips) == (Verdict.EXEMPT, False, ("a",))


def test_a_verdict_that_is_firm_flips_on_nothing_unless_it_is_open() -> None:
    for applies, required, one, two in product(TRUTHS, repeat=4):
        pleas = {"x": Plea("x", "", one, True, attackers=("y",)), "y": Plea("y", "", two, True)}
        judgement = judge(applies, required, ["x"], pleas)
        if judgement.verdict is not Verdict.UNDETERMINED:
            assert not (judgement.firm and judgement.flips)


def test_a_proven_world_is_what_the_judgement_says_of_it() -> None:
    """Each of `flips`, once proven, does change the standing; each unproven one that is not there does not."""
    for applies, required, one, two, three in product(TRUTHS, repeat=5):
        pleas = {
            "x": Plea("x", "", one, True, attackers=("y",)),
            "y": Plea("y", "", two, True),
            "z": Plea("z", "", three, True),
        }
        judgement = judge(applies, required, ["x", "z"], pleas)
        for name, plea in pleas.items():
            if plea.holds is None:
                settled = {other: each._replace(holds=bool(each.holds)) for other, each in pleas.items()}
                proven = {**settled, name: plea._replace(holds=True)}
                later = standing(judge(applies, required, ["x", "z"], proven).verdict)
                assert (later != standing(judgement.verdict)) is (name in judgement.flips)


def test_the_connectives() -> None:
    order = {False: 0, None: 1, True: 2}
    for a, b in product(TRUTHS, repeat=2):
        assert order[both(a, b)] == min(order[a], order[b])
        assert order[either(a, b)] == max(order[a], order[b])
