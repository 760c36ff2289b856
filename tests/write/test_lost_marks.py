"""Texts that lost their commas and apostrophes on the way."""

from dataclasses import replace

import pytest

from dateline.model.annotations import MentionType
from dateline.model.claims import Link, LinkKind
from dateline.model.spans import Span
from dateline.write.lost_marks import lost_marks
from tests.write.factory import claim, document, notes


def mended(text: str, *, names: tuple[str, ...] = (), said: str = "", speaker: str = "") -> str:
    found = document(text)
    noted = notes(found, names=names)
    if speaker:
        made = claim(found, text)
        start, end = text.index(speaker), text.index(speaker) + len(speaker)
        chain = (Link(LinkKind.SPEAKER, speaker, span=Span(start, end)),)
        cue, content = Span(end + 1, end + 5), (Span(0, len(said)),)
        noted = replace(noted, claims=(replace(made, chain=chain, cue=cue, content=content),))
    for start, end, words in sorted(lost_marks(found, noted, Span(0, len(text))), reverse=True):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("said", "speaker", "rest", "printed"),
    [
        ("Five men died", "the governor", "said on May 3.", "died, the governor said"),
        ("Two of them crew", "members a watchdog", "said.", "crew members, a watchdog said"),
        (
            "Raids killed 20 overnight the",
            "Balad Observatory",
            "said.",
            "overnight, the Balad Observatory said",
        ),
        ("It shocked state media and", "a monitor", "said so.", "state media and a monitor said so"),
        (
            "It was the latest blast to hit",
            "the district television",
            "said.",
            "to hit the district television said",
        ),
    ],
)
def test_what_was_said_is_parted_from_its_speaker(said: str, speaker: str, rest: str, printed: str) -> None:
    assert printed in mended(f"{said} {speaker} {rest}", said=said, speaker=speaker)


def test_a_name_is_parted_from_who_bears_it() -> None:
    text = "Hasan Jubouri an activist in the town told reporters that the road was cut."
    assert mended(text, names=("Hasan Jubouri",)).startswith(
        "Hasan Jubouri, an activist in the town, told reporters"
    )


def test_who_claims_is_parted_from_the_name_alone() -> None:
    text = "Hasan Jubouri a member of the Balad northern front command claimed that the army was near."
    printed = "Hasan Jubouri, a member of the Balad northern front command, claimed that the army was near."
    assert mended(text, names=("Hasan Jubouri",)) == printed


def test_a_name_is_parted_from_an_office_with_the_letters_of_its_body() -> None:
    text = "Hasan Jubouri the head of the Balad Centre for the Rights of Man (BCRM) said that it was cut."
    printed = "Hasan Jubouri, the head of the Balad Centre for the Rights of Man (BCRM), said"
    assert mended(text, names=("Hasan Jubouri",)).startswith(printed)


@pytest.mark.parametrize(
    ("text", "names", "printed"),
    [
        ("Iraqs army left the town of Balad.", (), "Iraq’s army"),
        ("Jubouris men left. Hasan Jubouri stayed.", ("Hasan Jubouri",), "Jubouri’s men"),
        ("Iraqis left the town of Balad.", (), "Iraqis left"),
    ],
)
def test_the_mark_of_a_possessive_is_put_back(text: str, names: tuple[str, ...], printed: str) -> None:
    assert printed in mended(text, names=names)


def test_a_text_that_has_its_marks_is_left_alone() -> None:
    text = "In Balad, Hasan Jubouri an activist told us Iraqs army’s men left but came back."
    assert mended(text, names=("Hasan Jubouri",)) == text


def test_places_side_by_side_are_a_list() -> None:
    text = "Shells fell on Nubbul al-Zahraa and Balad"
    found = document(text)
    noted = notes(found, names=("Nubbul", "al-Zahraa", "Balad"))
    places = tuple(replace(mention, type=MentionType.GPE) for mention in noted.mentions)
    at = text.index(" al-Zahraa")
    assert list(lost_marks(found, replace(noted, mentions=places), Span(0, len(text)))) == [
        (at, at + 1, ", ")
    ]


def test_what_is_told_of_a_place_is_parted_from_it() -> None:
    text = "Jets struck Balad a stronghold of the group"
    found = document(text)
    noted = notes(found, names=("Balad",))
    town = (replace(noted.mentions[0], type=MentionType.GPE),)
    at = text.index(" a stronghold")
    assert list(lost_marks(found, replace(noted, mentions=town), Span(0, len(text)))) == [(at, at + 1, ", ")]


def test_an_adverb_stays_with_its_participle() -> None:
    assert mended("Jets struck the town of Balad reportedly killing nineteen fighters").count(",") == 0
