"""What takes the place of names while training."""

import random

from training.corpora import MarkedMention, Passage
from training.stand_ins import PERSON, load_stand_ins

NORP, MISC = frozenset(("NORP",)), frozenset(("MISC",))
TEXT = "Tama Rewi met the Ngati Porou at Lake Taupo and Rewi left rebels"


def _passage() -> Passage:
    def mark(words: str, types: frozenset[str], *, required: bool = True) -> MarkedMention:
        return MarkedMention(TEXT.index(words), TEXT.index(words) + len(words), types, required)

    marks = (
        mark("Tama Rewi", PERSON), mark("Ngati Porou", NORP), mark("Lake Taupo", MISC, required=False),
        mark("Rewi left", PERSON), mark("rebels", NORP),
    )  # fmt: skip
    return Passage("p", TEXT, marks)


def test_listed_names_are_names() -> None:
    names = load_stand_ins()
    assert all(name == name.strip() and name for name in (*names.given, *names.family, *names.places))


def test_names_that_may_be_none_and_descriptions_are_not_taken_up() -> None:
    seen = load_stand_ins([_passage(), _passage()]).seen
    assert seen[NORP] == ("Ngati Porou",)
    assert MISC not in seen


def test_people_come_from_the_list_and_from_the_corpora() -> None:
    names, chance = load_stand_ins([_passage()]), random.Random(3)
    people = {names.person(chance) for _ in range(60)}
    assert ("Tama", "Rewi") in people
    assert people & {(given, family) for given in names.given for family in names.family}


def test_a_name_of_types_that_nobody_has_seen_stays() -> None:
    assert load_stand_ins().other(NORP, random.Random(1)) is None
