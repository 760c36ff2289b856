"""Items drawn together in the overview, each piece borne out by its own citation and by no other."""

from dataclasses import replace

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
from dateline.write.plan import plan_edition
from dateline.write.reread import Rereading
from dateline.write.verify import derive_all, pieces_of, sentence_faults
from tests.write.factory import NOW, PERIOD, SETTINGS, claim, document, dossier, notes

LEAD = "A column of nine lorries left Basra for the border on May 4, the harbour master said in a statement."


def attack(place: str, dead: int, day: int) -> StoryDossier:
    """Build the story of one attack with its event, its toll and its day."""
    text = f"Shelling killed {dead} people in {place} on May {day}, a doctor said by telephone to the wire."
    found = document(text, outlet="karun", day=f"2021-05-0{day}")
    at, when = text.index(place), text.index("May")
    time = TimeExpression(when, when + 5, TimeKind.DATE, *[f"2021-05-0{day}"] * 3)
    noted = replace(
        notes(found, counts=((str(dead), dead, "killed"),)),
        mentions=(Mention("m0", at, at + len(place), MentionType.GPE, None, 0.9),),
        places=(PlaceReference("m0", 33.0, 44.0, place, "iq", 1, PlacePrecision.CITY, 0.9),),
        times=(time,),
        events=(
            EventMention(
                "v0", EventType.ASSAULT, "shelling", Span(0, 8), (), (), ("m0",), None, None, (0,), 0.9
            ),
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
    edition = plan_edition(stories, settings=replace(SETTINGS, sections=()), period=PERIOD, number=1, now=NOW)
    (sentence,) = [s for p in edition.overview for s in p.sentences if s.text.startswith("Attacks left")]
    return sentence, stories


def faults(sentence: Sentence, stories: list[StoryDossier]) -> list[str]:
    """Check a sentence against the documents of the stories."""
    edition = plan_edition(stories, settings=replace(SETTINGS, sections=()), period=PERIOD, number=1, now=NOW)
    found = {d.id: d for story in stories for d in story.documents}
    derived = derive_all(edition.documents, lambda entry: found[entry.id], None, Rereading("en"))
    return sentence_faults(sentence, derived)


def test_attacks_of_a_section_are_told_together() -> None:
    sentence, stories = together()
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
