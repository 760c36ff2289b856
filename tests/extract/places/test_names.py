"""Place names beside the names of others and inside them."""

import pytest

from dateline.extract.names.tokens import NamedSpan
from dateline.extract.places import add_place_names, find_toponyms, places_inside
from dateline.model.annotations import Mention, MentionType
from dateline.model.spans import Span


def named(text: str, name: str, kind: MentionType, *, after: str = "") -> NamedSpan:
    start = text.index(name, text.index(after))
    return NamedSpan(Span(start, start + len(name)), kind, None, 0.8)


def places_beside(text: str, *names: NamedSpan) -> dict[str, MentionType]:
    found = add_place_names(text, "en", names, find_toponyms(text, "en"))
    return {name.span.of(text): name.type for name in found}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("ATLANTA - A former pastor was buried on Saturday.", "ATLANTA", MentionType.ORG),
        ("Clashes were reported in Deir Ezzor on Friday.", "Deir Ezzor", MentionType.PERSON),
        ("They flew to Uganda in spring.", "Uganda", MentionType.ORG),
        ("Crews worked in Fargo all night. Fargo raised its goal.", "Fargo", MentionType.ORG),
    ],
)
def test_a_place_taken_for_something_else_is_a_place(text: str, name: str, kind: MentionType) -> None:
    assert places_beside(text, named(text, name, kind))[name] is MentionType.GPE


def test_a_team_stays_a_team() -> None:
    text = "Houston beat Dallas by a point."
    assert places_beside(text, named(text, "Houston", MentionType.ORG))["Houston"] is MentionType.ORG


def test_a_person_called_like_a_town_stays_a_person() -> None:
    text = "He was born in Charlotte, and Ann Charlotte came. Charlotte sang."
    person = MentionType.PERSON
    names = [named(text, "Ann Charlotte", person), named(text, "Charlotte", person, after=".")]
    found = add_place_names(text, "en", names, find_toponyms(text, "en"))
    assert [name.type for name in found] == [person, person]


@pytest.mark.parametrize(
    ("text", "printed", "names"),
    [
        ("An office in Midland, Michigan, was shut.", "Midland, Michigan", ["Midland", "Michigan"]),
        ("Shells fell on Tal Azzan south of Aleppo.", "Tal Azzan south of Aleppo", ["Tal Azzan", "Aleppo"]),
        ("They met in the South of France.", "South of France", ["South of France"]),
    ],
)
def test_two_places_told_together_are_two_names(text: str, printed: str, names: list[str]) -> None:
    assert list(places_beside(text, named(text, printed, MentionType.LOC))) == names


@pytest.mark.parametrize(
    ("text", "holder", "kind", "place"),
    [
        ("The Athens City Council met on Monday.", "Athens City Council", MentionType.ORG, "Athens"),
        ("He teaches at the University of Mosul.", "University of Mosul", MentionType.ORG, "Mosul"),
        ("He met Paris Hilton there.", "Paris Hilton", MentionType.PERSON, None),
        ("Reuters reported it.", "Reuters", MentionType.ORG, None),
        ("The Desert Observatory said so.", "Desert Observatory", MentionType.ORG, None),
    ],
)
def test_places_inside_other_names(text: str, holder: str, kind: MentionType, place: str | None) -> None:
    start = text.index(holder)
    mention = Mention("m0", start, start + len(holder), kind, "e0", 0.9)
    found = list(places_inside([mention], find_toponyms(text, "en")))
    assert [text[each.start : each.end] for each, _ in found] == ([place] if place else [])
    assert all(id_ == "m0" and each.entity is None for each, id_ in found)
