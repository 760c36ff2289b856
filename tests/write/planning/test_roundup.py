"""Items drawn together in the overview, each piece borne out by its own citation and by no other."""

from dataclasses import replace

import pytest

from dateline.model.annotations import (
    EventMention,
    EventType,
    Mention,
    MentionType,
    PlacePrecision,
    PlaceReference,
)
from dateline.model.editions import Sentence
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.write.planning.plan import plan_edition
from dateline.write.proof.faults import derive_all, pieces_of, sentence_faults
from dateline.write.proof.reread import Rereading
from tests.write.factory import NOW, PERIOD, SETTINGS, claim, document, dossier, notes

LEAD = "A column of nine lorries left Basra for the border on May 4, the harbour master said in a statement."


def attack(place: str, dead: int, day: int, *, mode: str = "shelling", told: str = "") -> StoryDossier:
    """Build the story of one attack with its event, its toll and its day."""
    text = (
        told
        or "Shelling killed {dead} people in {place} on May {day}, a doctor said by telephone to the wire."
    )
    text = text.format(dead=dead, place=place, day=day)
    found = document(text, outlet="karun", day=f"2021-05-0{day}")
    at, when = text.index(place), text.index("May")
    time = TimeExpression(when, when + 5, TimeKind.DATE, *[f"2021-05-0{day}"] * 3)
    noted = replace(
        notes(found, counts=((str(dead), dead, "killed"),)),
        mentions=(Mention("m0", at, at + len(place), MentionType.GPE, None, 0.9),),
        places=(PlaceReference("m0", 33.0, 44.0, place, "iq", 1, PlacePrecision.CITY, 0.9),),
        times=(time,),
        events=(
            EventMention("v0", EventType.ASSAULT, mode, Span(0, 8), (), (), ("m0",), None, None, (0,), 0.9),
        ),
    )
    said = replace(claim(found, text), cue=Span(text.index("said"), text.index(" by")))
    return dossier((found, noted, (said,)))


def lead() -> StoryDossier:
    found = document(LEAD, outlet="tigris")
    said = replace(
        claim(found, LEAD, speaker="Omid Fallah"), cue=Span(LEAD.index("said"), LEAD.index(" in a"))
    )
    return dossier((found, replace(notes(found, counts=(("nine", 90, "killed"),))), (said,)))


def together() -> tuple[Sentence, list[StoryDossier]]:
    stories = [lead(), attack("Balad", 12, 3), attack("Tikrit", 7, 5)]
    return summed_up(stories), stories


def summed_up(stories: list[StoryDossier]) -> Sentence:
    """Return the sentence of the overview that several stories bear out."""
    edition = plan_edition(stories, settings=replace(SETTINGS, sections=()), period=PERIOD, number=1, now=NOW)
    (sentence,) = [s for p in edition.overview for s in p.sentences if len(s.citations) > 1]
    return sentence


ROCKETS = (
    "Rockets killed {dead} people at the {place} base on May {day}, a doctor said by telephone to the wire."
)


def at_the_base() -> tuple[Sentence, list[StoryDossier]]:
    stories = [
        attack("Balad", dead, day, mode="rocket attack", told=ROCKETS) for dead, day in ((12, 3), (7, 5))
    ]
    return summed_up(stories), stories


def test_attacks_of_one_kind_in_one_place_are_counted_and_dated() -> None:
    sentence, stories = at_the_base()
    assert sentence.text == (
        "Two rocket attacks at the Balad base between May 3 and May 5 left 12 killed on May 3 (Karun, May 3) "
        "and 7 killed on May 5 (Karun, May 5)."
    )
    assert faults(sentence, stories) == []


@pytest.mark.parametrize(
    ("told", "altered"),
    [
        ("Two", "Three"),
        ("rocket attacks", "air strikes"),
        ("Balad", "Tikrit"),
        ("between May 3", "between May 2"),
        ("and May 5 left", "and May 6 left"),
        ("left 12", "left 7"),
    ],
)
def test_what_a_head_claims_is_borne_out_by_each_piece(told: str, altered: str) -> None:
    sentence, stories = at_the_base()
    assert faults(replace(sentence, text=sentence.text.replace(told, altered, 1)), stories) != []


def test_two_reports_of_one_day_are_not_counted_as_two_attacks() -> None:
    sentence = summed_up([attack("Balad", 12, 3), attack("Tikrit", 7, 3)])
    assert sentence.text.startswith("Attacks left 12 killed in Balad on May 3")


def faults(sentence: Sentence, stories: list[StoryDossier]) -> list[str]:
    """Check a sentence against the documents of the stories."""
    edition = plan_edition(stories, settings=replace(SETTINGS, sections=()), period=PERIOD, number=1, now=NOW)
    found = {d.id: d for story in stories for d in story.documents}
    derived = derive_all(edition.documents, lambda entry: found[entry.id], None, Rereading("en"))
    return sentence_faults(sentence, derived)


def test_attacks_of_a_section_are_told_together() -> None:
    sentence, stories = together()
    assert sentence.text.startswith("Two attacks between May 3 and May 5 left")
    assert "12 killed in Balad on May 3 (Karun, May 3)" in sentence.text
    assert "7 killed in Tikrit on May 5 (Karun, May 5)" in sentence.text
    assert faults(sentence, stories) == []


def test_no_piece_leans_on_the_citation_of_another() -> None:
    sentence, stories = together()
    swapped = sentence.text.replace("Balad", "X").replace("Tikrit", "Balad").replace("X", "Tikrit")
    assert faults(replace(sentence, text=swapped), stories) != []


def test_labels_side_by_side_are_not_cut_apart() -> None:
    sentence, _ = together()
    labels = " ".join(citation.label for citation in sentence.citations)
    assert pieces_of(replace(sentence, text=f"Shelling killed people {labels}.")) == []
    assert len(pieces_of(sentence)) == 2
