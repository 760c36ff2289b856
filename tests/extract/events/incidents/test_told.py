from functools import cache

import pytest

from dateline.extract import read_text
from dateline.extract.events.incidents.incidents import find_incidents
from dateline.extract.events.incidents.parts import Part
from dateline.inference.reader import OnnxReader, load_reader
from dateline.model.annotations import EventCertainty, PartRole
from dateline.outlets import OutletIndex, load_outlets
from tests.extract.factory import document

INDIVIDUAL, ORGANISATION = PartRole.INDIVIDUAL, PartRole.ORGANISATION
VICTIM, WEAPON = PartRole.VICTIM, PartRole.WEAPON


@cache
def _reader() -> OnnxReader:
    return load_reader(threads=1)


def parts_of(text: str) -> list[tuple[Part, str]]:
    read = read_text(document(text), outlets=OutletIndex(load_outlets()), reader=_reader())
    found = find_incidents(text, read.annotations, trees=read.trees, parts=read.parts)
    return [(part, span.of(text)) for each in found for part in each.parts for span in part.spans]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Government forces dropped barrel bombs on the besieged town of Maaret Zein, killing six members "
            "of one family, activists said.",
            {(ORGANISATION, "Government forces"), (WEAPON, "barrel bombs")},
        ),
        (
            "Coalition aircraft bombed a wedding hall in the province of Saaqa, killing at least 20 people.",
            {(ORGANISATION, "Coalition"), (WEAPON, "Coalition aircraft")},
        ),
        (
            "Police shot and killed two protesters on Wednesday in the capital Lomara, witnesses said.",
            {(ORGANISATION, "Police"), (VICTIM, "protesters")},
        ),
        (
            "Settlers set fire to three vehicles and a school in the village of Deir Amran overnight.",
            {(INDIVIDUAL, "Settlers")},
        ),
        (
            "Rebels fired mortar shells at the presidential palace on Friday, wounding two guards.",
            {(INDIVIDUAL, "Rebels"), (WEAPON, "mortar shells")},
        ),
        (
            "Orvanian jets carried out at least five raids on the outskirts of the southern town of Nabatayn "
            "before dawn on Thursday, the state news agency reported. Three people were killed.",
            {(VICTIM, "people"), (WEAPON, "Orvanian jets")},
        ),
        (
            "Two rockets landed in the Green Zone of the capital on Sunday but caused no casualties, "
            "the military said. There was no claim of responsibility.",
            {(WEAPON, "rockets")},
        ),
        (
            "Boko Haram fighters riding in pickup trucks overran a military base at Mallam Fori, killing 18 "
            "soldiers and seizing weapons, two security sources said on Friday. The army did not comment.",
            {(PartRole.TARGET, "military base"), (VICTIM, "soldiers")},
        ),
    ],
)
def test_where_the_weights_name_nobody_its_events_say_who_made_an_attack_and_with_what(
    text: str, told: set[tuple[PartRole, str]]
) -> None:
    assert told <= {(part.role, words) for part, words in parts_of(text)}


def test_who_only_suffers_made_no_attack_and_a_small_word_names_nobody() -> None:
    text = (
        "Police shot and killed two protesters in the capital Lomara. A third man died of his wounds. "
        "State media said that the army had targeted terrorists."
    )
    doers = {words for part, words in parts_of(text) if part.role in (INDIVIDUAL, ORGANISATION)}
    assert not doers & {"his", "terrorists", "protesters"}


def test_a_weapon_is_nobody() -> None:
    text = (
        "The commander of the Fatah Brigade was killed with two bodyguards when a drone hit his car on the "
        "road to the airport, the group said in a statement."
    )
    roles = {part.role for part, words in parts_of(text) if words == "drone"}
    assert roles == {WEAPON}


def test_who_is_said_to_have_done_it_is_so_sure() -> None:
    text = "Government forces shelled the eastern suburb of Darqa, killing three children and their mother."
    (sure,) = {part.certainty for part, words in parts_of(text) if words == "Government forces"}
    assert sure is EventCertainty.FACT


def test_who_claims_an_attack_is_named() -> None:
    text = (
        "The Houthi movement claimed responsibility on Sunday for a drone attack on an oil refinery near the "
        "port of Yanbah. No casualties were reported, but a storage tank caught fire."
    )
    assert (ORGANISATION, EventCertainty.CLAIMED) in {
        (part.role, part.certainty) for part, words in parts_of(text) if "Houthi" in words
    }


def test_fire_that_is_opened_is_no_weapon() -> None:
    text = (
        "Soldiers opened fire on a demonstration in the city of Omdarman on Monday, killing seven protesters."
    )
    assert parts_of(text)
    assert not [words for part, words in parts_of(text) if part.role is WEAPON]


def test_a_people_in_front_of_those_meant_is_no_victim() -> None:
    text = (
        "A roadside bomb hit a convoy of peacekeepers near the town of Kidala in the north, killing three "
        "Chadian soldiers and seriously wounding five others, the mission said."
    )
    victims = {words for part, words in parts_of(text) if part.role is VICTIM}
    assert "Chadian soldiers" in victims
    assert "Chadian" not in victims
