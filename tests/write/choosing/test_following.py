"""A beat of one name: its news stands where a text first names it."""

from dataclasses import replace

import pytest

from dateline.model.annotations import Mention, MentionType
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.choosing.candidates import find_candidates
from dateline.write.choosing.following import Following, following_score, is_on_beat, naming_sentences
from tests.write.factory import SETTINGS, claim, document, dossier, notes

SENTENCES = (
    "Farhad Daneshvar said on May 3 that 40 pumps had been bought for the canal at Qasr Hamdan.",
    "Nile Hydraulics opened a yard at Port Safa on May 3, its director, Mona Rashwan, said.",
    "The yard of Nile Hydraulics will employ 300 people, Mona Rashwan said.",
)


def _story(*sentences: str) -> StoryDossier:
    found = document(" ".join(sentences), title="Forty pumps for the canal")
    spans = [Span(found.text.index(one), found.text.index(one) + len(one)) for one in sentences]
    return dossier(
        (
            found,
            replace(notes(found), sentences=tuple(spans)),
            tuple(claim(found, one, speaker="Mona Rashwan") for one in sentences),
        )
    )


def test_what_is_followed_goes_before_what_stands_above_it() -> None:
    story = _story(*SENTENCES)
    plain = find_candidates(story, story.documents, SETTINGS)
    followed = find_candidates(story, story.documents, replace(SETTINGS, beat=("Nile Hydraulics",)))
    assert plain[0].text == SENTENCES[0]
    assert [one.text for one in followed] == [SENTENCES[1], SENTENCES[2], SENTENCES[0]]


def test_sentences_that_name_what_is_followed_are_ranked_as_they_stand() -> None:
    story = _story(*SENTENCES)
    found, annotations = story.documents[0], story.annotations[0]
    named = naming_sentences(found, annotations, ("Nile Hydraulics",))
    assert list(named.values()) == [1, 2]
    assert found.text[min(named) :].startswith("Nile Hydraulics opened")
    assert naming_sentences(found, annotations, ()) == {}


@pytest.mark.parametrize("often", [1, 9])
def test_of_a_beat_of_many_words_each_promises_less(often: int) -> None:
    beat = ("Nile Hydraulics", *(f"word {n}" for n in range(often - 1)))
    assert following_score(0, {0: 1}, beat) > following_score(0, {}, beat)
    assert Following(beat).weight(_story(*SENTENCES)) == pytest.approx(4.0 / often)


def test_what_is_told_from_a_country_need_not_name_it() -> None:
    assert following_score(0, {}, ("Iraq",)) == 0.0 > following_score(0, {}, ("Nile Hydraulics",))
    assert following_score(0, {0: 1}, ("Iraq",)) > 0.0
    assert Following(("Iraq",)).weight(_story("Iraq opened a yard on May 3, Mona Rashwan said.")) == 0.0


def test_a_story_weighs_more_the_more_of_it_is_about_what_is_followed() -> None:
    passing, about = _story(SENTENCES[0], SENTENCES[1]), _story(*SENTENCES)
    assert Following(("Nile Hydraulics",)).weight(passing) < Following(("Nile Hydraulics",)).weight(about)
    assert Following(("Port Tawil",)).weight(about) == 0.0


@pytest.mark.parametrize(
    ("name", "followed"),
    [
        ("Nile Hydraulics", True),
        ("Nile Valley Hydraulics", True),  # a middle name
        ("Nile Valley and Delta Hydraulics", False),
        ("Delta Hydraulics", False),
        ("Hydraulics Nile", False),
    ],
)
def test_a_name_with_a_word_between_is_the_same_name(name: str, followed: bool) -> None:
    words = f"{name} opened a yard at Port Safa on May 3, its director said."
    found = document(words)
    mention = Mention("m0", 0, len(name), MentionType.ORG, "e0", 0.9)
    read = replace(notes(found), sentences=(Span(0, len(words)),), mentions=(mention,))
    story = dossier((found, read, ()))
    assert is_on_beat(story, replace(SETTINGS, beat=("Nile Hydraulics",), sections=())) is followed


def test_one_who_is_followed_is_known_by_the_surname() -> None:
    first, second = "Mona Rashwan took office on May 3.", "Rashwan promised 40 pumps to Qasr Hamdan."
    found = document(f"{first} {second}")
    second_at = len(first) + 1
    mentions = (
        Mention("m0", 0, len("Mona Rashwan"), MentionType.PERSON, "e0", 0.9),
        Mention("m1", second_at, second_at + len("Rashwan"), MentionType.PERSON, "e0", 0.9),
    )
    spans = (Span(0, len(first)), Span(second_at, len(found.text)))
    read = replace(notes(found), sentences=spans, mentions=mentions)
    assert naming_sentences(found, read, ("Mona Rashwan",)) == {0: 1, second_at: 2}
