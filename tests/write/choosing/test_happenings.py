"""A long story becomes items; what is told in other languages joins its own; the light is left out."""

from dataclasses import replace

import pytest

from dateline.model.annotations import Annotations
from dateline.model.claims import Link, LinkKind, Polarity
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.times import TimeExpression, TimeKind
from dateline.text.fold import fold
from dateline.write.choosing.happenings import is_digest, join_foreign, split_happenings
from dateline.write.choosing.weight import weigh_story
from tests.write.factory import SETTINGS, attack_story, claim, document, dossier, flood_story, notes

NAMES = {fold(spelling): "Hatem Jubouri" for spelling in ("Hatem Jubouri", "حاتم جبوری")}
FIRST = "Nine rockets struck the Darband base on Sunday, killing four contractors, Hatem Jubouri said."
AGAIN = "Four contractors died when nine rockets struck the Darband base on Sunday, the governor said."
TRIAL = "A court in Balad opened the trial of two former customs officers over stolen exports."
BRIDGE = "Engineers reopened the Samarra bridge to lorries after repairs that took three weeks."
PERSIAN = "سرهنگ حاتم جبوری گفت که در حمله روز یکشنبه چهار پیمانکار کشته شدند."


def told(words: str, outlet: str, day: str, *, lang: str = "en", on: str = "") -> StoryDossier:
    found = document(words, outlet=outlet, day=day, lang=lang)
    counts = [(word, 4, "killed") for word in ("four", "Four", "چهار") if word in words]
    noted = notes(found, counts=tuple(counts[:1]))
    if on:
        start = words.index(on)
        time = TimeExpression(start, start + len(on), TimeKind.DATE, "2021-05-02", "2021-05-02", "2021-05-02")
        noted = replace(noted, times=(time,))
    return dossier((found, noted, (claim(found, words),)))


def together(*stories: StoryDossier) -> StoryDossier:
    parts: list[tuple[Document, Annotations, tuple]] = [
        (one.documents[0], one.annotations[0], one.claims) for one in stories
    ]
    return dossier(*parts)


def test_one_story_of_three_happenings_is_three_items() -> None:
    story = together(
        told(FIRST, "rafidain", "2021-05-02", on="Sunday"),
        told(AGAIN, "tigris", "2021-05-03", on="Sunday"),
        told(TRIAL, "karun", "2021-05-09"),
        told(BRIDGE, "sahil", "2021-05-12"),
    )
    parts = list(split_happenings(story, NAMES))
    assert [len(part.documents) for part in parts] == [2, 1, 1]
    assert [part.story.id for part in parts] == [story.story.id, f"{story.story.id}-2", f"{story.story.id}-3"]
    assert all(claim.document in part.story.documents for part in parts for claim in part.claims)


def test_a_report_that_is_like_two_others_shows_that_they_tell_of_one_happening() -> None:
    fewer = FIRST.replace("four contractors, Hatem Jubouri", "a guard, a medic")
    story = together(
        told(fewer, "rafidain", "2021-05-02", on="Sunday"),
        told(PERSIAN, "sahil", "2021-05-02", lang="fa", on="روز یکشنبه"),
        told(FIRST, "tigris", "2021-05-03", on="Sunday"),
        told(BRIDGE, "sahil", "2021-05-12"),
    )
    assert [len(part.documents) for part in split_happenings(story, NAMES)] == [3, 1]


def test_a_short_story_is_one_happening() -> None:
    story = together(told(FIRST, "rafidain", "2021-05-02"), told(TRIAL, "karun", "2021-05-09"))
    assert [part.documents for part in split_happenings(story, NAMES)] == [story.documents]


def test_another_language_joins_by_day_and_toll() -> None:
    english = told(FIRST, "rafidain", "2021-05-02", on="Sunday")
    persian = told(PERSIAN, "karun", "2021-05-03", lang="fa", on="روز یکشنبه")
    (part,) = join_foreign([persian, english], NAMES, "en")
    assert part.story.id == english.story.id
    assert [found.lang for found in part.documents] == ["en", "fa"]


@pytest.mark.parametrize("day", ["2021-05-03", "2021-05-09"])
def test_it_does_not_without_a_day_in_common_or_long_after(day: str) -> None:
    english = told(FIRST, "rafidain", "2021-05-02", on="Sunday")
    persian = told(PERSIAN, "karun", day, lang="fa", on="روز یکشنبه" if day > "2021-05-05" else "")
    assert len(join_foreign([persian, english], NAMES, "en")) == 2


def test_a_review_of_the_press_is_a_digest() -> None:
    lines = [f"The road at {place} is shut ({place} Post, May 3)." for place in ("Balad", "Kut", "Amara")]
    found = document(" ".join(lines))
    claims = tuple(
        claim(found, line, chain=(Link(LinkKind.OUTLET, f"{number} Post", date="2021-05-03"),))
        for number, line in enumerate(lines)
    )
    assert is_digest(found, claims)
    assert not is_digest(found, claims[:2])


def test_the_dead_weigh_more_than_a_flood_and_a_sketch_least() -> None:
    sketch = told("The tea seller of Mandali counts the lorries with dry beans.", "karun", "2021-05-02")
    weights = [weigh_story(story, SETTINGS) for story in (attack_story(), flood_story(), sketch)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 3 > weights[2]


def test_a_denial_adds_weight() -> None:
    plain = told(TRIAL, "karun", "2021-05-09")
    denied = replace(plain, claims=tuple(replace(c, polarity=Polarity.DENIED) for c in plain.claims))
    assert weigh_story(denied, SETTINGS) > weigh_story(plain, SETTINGS)
