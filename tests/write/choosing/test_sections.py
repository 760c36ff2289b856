from dateline.model.editions import Citation, EditionItem, Sentence, SentenceKind
from dateline.write.choosing.score import opens_on_a_scene
from dateline.write.choosing.sections import by_subject

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


def test_a_village_is_somewhere_only_where_a_place_was_named() -> None:
    assert opens_on_a_scene("Residents of the village told a reporter that Salwa Nazari came.", "en")
    assert not opens_on_a_scene("Residents of the village of Khan Bani came.", "en")
    assert not opens_on_a_scene("In Balad people of the town told a reporter of it.", "en")
