from dataclasses import replace

from dateline.model.annotations import PlacePrecision, PlaceReference
from dateline.model.editions import Citation, EditionItem, Sentence, SentenceKind
from dateline.write.choosing.score import opens_on_a_scene
from dateline.write.choosing.sections import best_section, by_subject
from dateline.write.settings import SectionSettings
from tests.write.factory import SETTINGS, document, dossier, notes

ROCKETS = "Rockets struck the airport of Balad and wounded soldiers."
AGAIN = "A second volley of rockets struck soldiers at the airport of Balad."
TRADE = "Exports of dates through Basra doubled in the spring."


def item(text: str, day: str) -> EditionItem:
    citation = Citation("c", "d", ((0, 5),), text[:5], "Karun", day, f"(Karun, {day})")
    sentences = (Sentence(text, SentenceKind.REPORTED, (citation,)),)
    return EditionItem(story=day, sentences=sentences, independent_origins=1)


def test_what_tells_of_one_thing_stands_together_by_its_days() -> None:
    first, late, early = (
        item(ROCKETS, "2021-05-03"),
        item(f"{AGAIN} Later.", "2021-05-09"),
        item(AGAIN, "2021-05-05"),
    )
    trade = item(TRADE, "2021-05-02")
    assert list(by_subject([first, trade, late, early])) == [first, early, late, trade]


def test_what_only_adds_words_on_a_subject_is_not_of_it() -> None:
    first, ships = item(ROCKETS, "2021-05-03"), item(TRADE, "2021-05-02")
    ships = replace(ships, sentences=(*ships.sentences, *first.sentences))
    assert list(by_subject([first, ships])) == [first, ships]


def test_the_name_of_an_outlet_joins_no_items() -> None:
    label = " (The Euphrates Courier, May 3)"
    first, trade = (
        item(f"{text}{label}", day) for text, day in ((ROCKETS, "2021-05-03"), (TRADE, "2021-05-02"))
    )
    cited = replace(first.sentences[0].citations[0], label=label.strip())
    first, trade = (
        replace(one, sentences=(replace(one.sentences[0], citations=(cited,)),)) for one in (first, trade)
    )
    trade = replace(trade, story="trade")
    assert [one.story for one in by_subject([first, trade])] == [first.story, "trade"]


def test_a_place_is_found_for_its_section_however_it_is_spelt() -> None:
    found = document("Clashes broke out at Hasaka, residents said.")
    place = PlaceReference("m0", 36.5, 40.7, "Al Hasakah", "sy", 173_811, PlacePrecision.CITY, 0.9)
    read = notes(found, names=("Hasaka",), places=(place,))
    settings = replace(SETTINGS, sections=(SectionSettings("The east", ("Hasakah",), ()),))
    assert best_section(dossier((found, read, ())), settings) == "The east"


def test_a_village_is_somewhere_only_where_a_place_was_named() -> None:
    assert opens_on_a_scene("Residents of the village told a reporter that Salwa Nazari came.", "en")
    assert not opens_on_a_scene("Residents of the village of Khan Bani came.", "en")
    assert not opens_on_a_scene("In Balad people of the town told a reporter of it.", "en")
