import pytest

from dateline.extract.events.incident_attacks import attacks_of, parts_of
from dateline.extract.events.incident_parts import Found, Part
from dateline.model.annotations import PartRole
from dateline.model.spans import Span


def found(
    role: PartRole,
    *sentences: int,
    confidence: float = 0.9,
    start: int = 0,
    told: bool = False,
    **likely: float,
) -> Found:
    part = Part(role, (Span(start, start + 4),), confidence)
    return Found(part, frozenset(sentences), {f"of {mode}": each for mode, each in likely.items()}, told)


def test_victims_apart_are_of_two_attacks_by_the_same_organisation() -> None:
    first, second = found(PartRole.VICTIM, 0, 1), found(PartRole.TARGET, 4)
    actor = found(PartRole.ORGANISATION, 2)
    assert attacks_of([second, actor, first]) == [[first, actor], [second, actor]]


@pytest.mark.parametrize(
    "other",
    [
        found(PartRole.VICTIM, 1),
        found(PartRole.TARGET, 3),  # the house where they were
        found(PartRole.VICTIM, 3, told=True),
        found(PartRole.VICTIM, 4, confidence=0.3),
    ],
)
def test_near_and_doubtful_ones_are_of_the_same_attack(other: Found) -> None:
    first = found(PartRole.VICTIM, 0, 1)
    assert attacks_of([first, other]) == [[first, other]]


def test_more_victims_in_another_sentence_are_of_another_attack() -> None:
    first, second = found(PartRole.VICTIM, 0), found(PartRole.VICTIM, 1)
    assert attacks_of([first, second]) == [[first], [second]]


def test_who_did_it_and_with_what_is_of_the_attack_told_nearest() -> None:
    first, second = found(PartRole.VICTIM, 0), found(PartRole.VICTIM, 5)
    weapon, actor = found(PartRole.WEAPON, 1), found(PartRole.INDIVIDUAL, 5)
    assert attacks_of([first, second, weapon, actor]) == [[first, weapon], [second, actor]]


def test_an_attack_on_nobody_told_is_one() -> None:
    actor = found(PartRole.INDIVIDUAL, 1)
    assert attacks_of([actor]) == [[actor]]


def test_a_part_is_of_the_likeliest_kind_of_incident_and_of_others_that_are_likely() -> None:
    one = found(PartRole.VICTIM, 0, bombing=0.6, attack=0.5)
    both = found(PartRole.VICTIM, 0, start=10, bombing=0.9, attack=0.8)
    assert list(parts_of([one, both], "attack", ["attack", "bombing"])) == [both]
    assert list(parts_of([one, both], "bombing", ["attack", "bombing"])) == [one, both]


def test_words_have_one_part_but_for_places() -> None:
    mayor = found(PartRole.VICTIM, 0, bombing=1.0)
    again = found(PartRole.TARGET, 0, bombing=1.0, confidence=0.4, start=2)
    town = found(PartRole.PLACE, 0, bombing=1.0, confidence=0.2)
    assert list(parts_of([again, mayor, town], "bombing", ["bombing"])) == [mayor, town]
