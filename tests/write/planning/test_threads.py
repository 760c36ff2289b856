"""Items on the same people are one sentence of the overview, each piece borne out by its own citation."""

from dataclasses import replace

import pytest

from dateline.model.editions import Sentence
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.planning.plan import plan_edition
from dateline.write.proof.faults import derive_all, sentence_faults
from dateline.write.proof.reread import Rereading
from tests.write.factory import NOW, PERIOD, SETTINGS, claim, document, dossier, notes

ARRIVED = "Omid Fallah told officials in Balad on May 3 that his office would send ten doctors to the border."
DENIED = "The ministry denied on May 5 a report that its chief, Omid Fallah, had promised money to the mayor."
ASKED = "Two days after he was asked to resign, Omid Fallah has the trust of 40 deputies, his office said."
YARDS = "The harbour master of Tawil said on May 4 that nine lorries had left the yard before dawn."


def story(words: str, day: str, *names: str) -> StoryDossier:
    found = document(words, outlet="karun", day=day)
    verb = next(verb for verb in ("told", "denied", "said") if verb in words)
    start = words.index(verb)
    made = replace(claim(found, words, speaker="Rana Haddad"), cue=Span(start, start + len(verb)))
    return dossier((found, notes(found, names=names), (made,)))


def overview(*stories: StoryDossier) -> list[Sentence]:
    edition = plan_edition(stories, settings=replace(SETTINGS, sections=()), period=PERIOD, number=1, now=NOW)
    return [sentence for paragraph in edition.overview for sentence in paragraph.sentences]


def faults_of(sentence: Sentence, stories: tuple[StoryDossier, ...]) -> list[str]:
    documents = {found.id: found for one in stories for found in one.documents}
    listed = plan_edition(stories, settings=SETTINGS, period=PERIOD, number=1, now=NOW).documents
    derived = derive_all(listed, lambda entry: documents[entry.id], None, Rereading("en"))
    return sentence_faults(sentence, derived)


THREE = (
    story(ARRIVED, "2021-05-03", "Omid Fallah"),
    story(DENIED, "2021-05-05", "Omid Fallah"),
    story(YARDS, "2021-05-04"),
)


def test_items_on_one_person_are_joined_and_name_him_in_full_once() -> None:
    texts = {len(sentence.citations): sentence.text for sentence in overview(*THREE)}
    assert texts[2] == (
        f"{ARRIVED[:-1]} (Karun, May 3), and the ministry denied on May 5 a report that "
        "Fallah had promised money to the mayor (Karun, May 5)."
    )
    assert texts[1].startswith("The harbour master of Tawil")


def test_no_more_than_the_office_goes_with_a_full_name() -> None:
    denied = DENIED.replace(
        "a report that its chief", "the words of the mayor on the same day about its chief"
    )
    (joined,) = overview(THREE[0], story(denied, "2021-05-05", "Omid Fallah"))
    assert "denied on May 5 the words of the mayor" in joined.text


def test_a_subject_behind_a_clause_is_named_by_surname() -> None:
    two = (THREE[0], story(ASKED, "2021-05-06", "Omid Fallah"))
    (joined,) = overview(*two)
    assert "and two days after he was asked to resign, Fallah has the trust" in joined.text
    assert faults_of(joined, two) == []


@pytest.mark.parametrize(
    ("old", "new"), [("ten doctors", "nine doctors"), ("on May 5", "on May 3"), ("denied", "confirmed")]
)
def test_each_piece_is_held_against_its_own_citation(old: str, new: str) -> None:
    (joined,) = [sentence for sentence in overview(*THREE) if len(sentence.citations) == 2]
    assert faults_of(joined, THREE) == []
    assert faults_of(replace(joined, text=joined.text.replace(old, new)), THREE) != []


def test_items_that_share_nobody_stay_apart() -> None:
    assert [len(sentence.citations) for sentence in overview(THREE[0], THREE[2])] == [1, 1]
