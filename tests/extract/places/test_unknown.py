import pytest

from dateline.extract.places import place_mentions
from dateline.model.annotations import Mention, MentionType, PlacePrecision, PlaceReference


def places(text: str, *names: str, kind: MentionType = MentionType.GPE) -> dict[str, PlaceReference]:
    starts = {name: text.index(name) for name in names}
    mentions = [
        Mention(name, start, start + len(name), kind, None, 0.9)
        for name, start in sorted(starts.items(), key=lambda each: each[1])
    ]
    return {each.mention: each for each in place_mentions(text, "en", mentions)}


def test_a_place_that_the_gazetteer_lacks_lies_around_the_one_beside_it() -> None:
    found = places(
        "Forces seized the town of Qafrbatuk near Saraqib. Baghdad is calm.", "Qafrbatuk", "Saraqib"
    )
    unknown, known = found["Qafrbatuk"], found["Saraqib"]
    assert (unknown.lat, unknown.lon, unknown.country) == (known.lat, known.lon, "sy")
    assert (unknown.name, unknown.precision) == ("Qafrbatuk", PlacePrecision.REGION)
    assert unknown.geonameid is None and unknown.radius_km == 50.0
    assert unknown.confidence < 0.4 < known.confidence


def test_the_place_behind_is_nearer_than_the_one_in_front() -> None:
    text = "A convoy left Mosul for Tell Zarnuq in Idlib."
    found = places(text, "Mosul", "Tell Zarnuq", "Idlib")
    assert found["Tell Zarnuq"].country == "sy"
    assert list(found) == ["Mosul", "Tell Zarnuq", "Idlib"]


def test_in_a_sentence_of_its_own_only_the_country_of_the_text_is_told() -> None:
    found = places("Mosul and Kirkuk were shelled. Then Tell Zarnuq fell.", "Mosul", "Kirkuk", "Tell Zarnuq")
    unknown = found["Tell Zarnuq"]
    assert (unknown.country, unknown.precision) == ("iq", PlacePrecision.COUNTRY)
    assert unknown.confidence == 0.2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tell Zarnuq fell.", ("Tell Zarnuq",)),  # nothing says where
        ("Shops in Mosul closed for Ramadan.", ("Mosul", "Ramadan")),
        ("They drove from Mosul to the north.", ("Mosul", "north")),
    ],
)
def test_what_is_no_place_and_what_stands_alone_lies_nowhere(text: str, names: tuple[str, ...]) -> None:
    assert names[-1] not in places(text, *names)


def test_a_building_lies_nowhere() -> None:
    assert "Hotel Zarnuq" not in places(
        "In Mosul the Hotel Zarnuq burned.", "Hotel Zarnuq", kind=MentionType.FAC
    )


def test_a_people_lies_nowhere_but_in_its_country() -> None:
    assert places("Mosul was taken by Zarnuqis.", "Zarnuqis", kind=MentionType.NORP) == {}
