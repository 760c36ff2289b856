import pytest

from dateline.extract.events.incidents import attacks as incident_attacks
from dateline.extract.events.incidents.attacks import apart, attacks_of, kinds_of
from dateline.extract.events.incidents.pairs import Pairs, Telling
from dateline.extract.events.incidents.parts import Found, Part
from dateline.model.annotations import PartRole
from dateline.model.spans import Span

KINDS = {"attack": 0.5, "bombing": 0.5, "abduction": 0.0, "arson": 0.0}
HARMS = {"death": 0.6, "injury": 0.2}
SATURDAY, SUNDAY = "2015-03-07", "2015-03-08"


def found(
    role: PartRole,
    *sentences: int,
    confidence: float = 0.9,
    start: int = 0,
    told: bool = False,
    **kinds: float,
) -> Found:
    likely = {**HARMS, **{f"of {kind}": value for kind, value in {**KINDS, **kinds}.items()}}
    name = f"{role}{sentences}{start}"
    return Found(
        Part(role, (Span(start, start + 4),), confidence, entity=name), frozenset(sentences), likely, told
    )


def tells(words: str, day: str, place: str, *kinds: str) -> Telling:
    return Telling(tuple(words.split()), frozenset({day}), frozenset({place}), frozenset(kinds))


SCHOOL, TEACHERS = found(PartRole.TARGET, 0, bombing=0.9), found(PartRole.VICTIM, 1, start=10)
CONVOY = found(PartRole.TARGET, 5, start=20, attack=0.9, bombing=0.1)
TELLINGS = {
    0: tells("a rocket hit a school in taiz on saturday", SATURDAY, "Taiz", "bombing"),
    1: Telling(("two", "teachers", "were", "wounded")),
    2: Telling(("no", "group", "claimed", "it")),
    5: tells("in another attack on sunday gunmen attacked a convoy near ibb", SUNDAY, "Ibb", "attack"),
}
APART = Pairs.of([SCHOOL, TEACHERS, CONVOY], TELLINGS)


def test_those_told_right_behind_an_attack_are_of_it_and_those_of_another_day_and_place_are_not() -> None:
    assert attacks_of([SCHOOL, TEACHERS, CONVOY], APART) == [[SCHOOL, TEACHERS], [CONVOY]]


def test_who_did_it_and_with_what_is_of_the_attack_told_beside_and_a_group_is_of_all() -> None:
    rocket, gunmen = found(PartRole.WEAPON, 0, start=30), found(PartRole.INDIVIDUAL, 5, start=40)
    group = found(PartRole.ORGANISATION, 2, start=50)
    first, second = attacks_of([SCHOOL, CONVOY, rocket, gunmen, group], APART)
    assert rocket in first
    assert gunmen in second
    assert gunmen not in first
    assert group in first
    assert group in second


def test_a_doubtful_part_sooner_belongs_to_an_attack_than_it_makes_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(incident_attacks, "TOGETHER", 1.0)  # surely of no attack told before
    doubtful = found(PartRole.VICTIM, 1, start=20, confidence=0.3)
    assert attacks_of([SCHOOL, TEACHERS], APART) == [[SCHOOL], [TEACHERS]]
    assert attacks_of([SCHOOL, doubtful], APART) == [[SCHOOL, doubtful]]


def test_an_attack_on_nobody_told_is_one() -> None:
    actor = found(PartRole.INDIVIDUAL, 1)
    assert attacks_of([actor], APART) == [[actor]]


def test_the_order_of_two_parts_does_not_matter() -> None:
    assert APART.marks(SCHOOL, CONVOY) == APART.marks(CONVOY, SCHOOL)


@pytest.mark.parametrize(
    ("first", "second", "mark"),
    [
        (SCHOOL, CONVOY, "far: other day"),
        (SCHOOL, CONVOY, "other place"),
        (SCHOOL, TEACHERS, "old day"),
        (SCHOOL, TEACHERS, "next: tells none"),
        (SCHOOL, CONVOY, "far: tells an assault"),
        (SCHOOL, CONVOY, "then=attack"),
        (SCHOOL, CONVOY, "opens=another"),
        (SCHOOL, TEACHERS, "3 suffer"),
        (SCHOOL, CONVOY, "far: enters=target and an assault"),
        (SCHOOL, found(PartRole.VICTIM, 0, start=9), "within=bombing"),
        (SCHOOL, found(PartRole.TARGET, 1, told=True), "later points back"),
    ],
)
def test_what_stands_around_two_parts_is_marked(first: Found, second: Found, mark: str) -> None:
    assert mark in APART.marks(first, second)


def test_an_attack_is_of_the_likeliest_kind_and_of_another_for_those_who_are_surely_of_it() -> None:
    abducted = found(PartRole.VICTIM, 0, attack=0.9, abduction=0.8)
    killed = found(PartRole.VICTIM, 1, attack=0.9, abduction=0.1)
    gunmen = found(PartRole.INDIVIDUAL, 1, abduction=1.0)
    kinds = dict(kinds_of([abducted, killed, gunmen], ["attack", "abduction"]))
    assert kinds == {"attack": [abducted, killed, gunmen], "abduction": [abducted, gunmen]}
    assert dict(kinds_of([killed, gunmen], ["attack", "abduction"])) == {"attack": [killed, gunmen]}


def test_words_have_one_part_but_for_places() -> None:
    mayor = found(PartRole.VICTIM, 0)
    again = found(PartRole.TARGET, 0, confidence=0.4, start=2)
    town = found(PartRole.PLACE, 0, confidence=0.2)
    assert apart([again, mayor, town]) == [mayor, town]
