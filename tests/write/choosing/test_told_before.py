"""What an edition has told is not told again, unless nothing else is to be told."""

import json
from dataclasses import replace

from dateline.model.editions import Edition, EditionStatus, Notice
from dateline.model.ledger import StoryDossier
from dateline.write.choosing.background import openings_of
from dateline.write.choosing.told_before import told_in
from dateline.write.forms.machine import parse_edition, serialise_edition
from dateline.write.forms.notices import notice_changes
from dateline.write.planning.plan import edition_id, plan_edition
from dateline.write.prose.passages import sentences_of
from dateline.write.settings import Earlier, Supplement, print_words, standing
from tests.write.factory import (
    NOW,
    PERIOD,
    SETTINGS,
    STRIKE_FA,
    attack_story,
    claim,
    document,
    dossier,
    flood_story,
    notes,
    trade_story,
)


def _plan(*told: StoryDossier, number: int = 2, before: tuple[Edition, ...] = ()) -> Edition:
    supplement = Supplement(told=told_in(before))
    return plan_edition(told, settings=SETTINGS, period=PERIOD, number=number, now=NOW, supplement=supplement)


def _stories(edition: Edition) -> set[str]:
    return {entry.story for section in edition.sections for entry in section.items}


def _issued(*told: StoryDossier) -> Edition:
    return replace(_plan(*told, number=1), status=EditionStatus.ISSUED)


def test_only_what_is_new_is_told() -> None:
    first = _issued(attack_story(), flood_story())
    second = _plan(attack_story(), flood_story(), trade_story(), before=(first,))
    assert _stories(second) == {trade_story().story.id}
    assert "2 stories of the period left out: told in No. 1 already." in second.gaps


def test_the_editor_is_told_where_nothing_is_new() -> None:
    first = _issued(attack_story(), flood_story())
    second = _plan(attack_story(), flood_story(), before=(first,))
    assert _stories(second) == _stories(first)
    assert [change["kind"] for change in second.changes if change["kind"] == "repetition"] == ["repetition"]
    assert "No. 1" in next(c["text"] for c in second.changes if c["kind"] == "repetition")


def test_what_was_withdrawn_or_corrected_may_be_said_again() -> None:
    first = _issued(attack_story(), flood_story())
    assert told_in([replace(first, status=EditionStatus.WITHDRAWN)]) == {}
    path = "sections[0].items[0].sentences[0]"
    notice = Notice("n-1", EditionStatus.CORRECTED, NOW.isoformat(), "R. Halabi", "A slip", paths=(path,))
    corrected = replace(first, notices=(notice,))
    assert len(told_in([corrected])) == len(told_in([first])) - 1


def test_a_story_that_goes_on_says_from_which_edition() -> None:
    first, later = flood_story(), attack_story()
    going_on = replace(
        later, story=replace(later.story, documents=(*first.story.documents, *later.story.documents))
    )
    edition = _plan(going_on, trade_story(), before=(_issued(first),))
    found = {entry.story: entry.continues for section in edition.sections for entry in section.items}
    assert found == {later.story.id: 1, trade_story().story.id: None}
    (told,) = [e for section in edition.sections for e in section.items if e.continues]
    assert standing(told, print_words("en")).endswith("continues from No. 1")


def test_an_edition_that_was_issued_without_it_keeps_its_id() -> None:
    edition = _issued(attack_story())
    formatted = json.loads(serialise_edition(edition))
    for section in formatted["sections"]:
        for entry in section["items"]:
            del entry["continues"]
    assert edition_id(parse_edition(formatted)) == edition.id


def test_a_notice_told_by_an_edition_that_was_withdrawn_is_told_again() -> None:
    notice = Notice("n-1", EditionStatus.CORRECTED, NOW.isoformat(), "R. Halabi", "a slip", was="Nine fell.")
    first = replace(_issued(attack_story()), notices=(notice,))
    (change,) = notice_changes([first])
    assert change["text"].endswith("A slip.")
    second = replace(_issued(trade_story()), changes=(change,))
    assert list(notice_changes([first, second])) == []
    assert list(notice_changes([first, replace(second, status=EditionStatus.WITHDRAWN)])) == [change]


def test_a_story_that_goes_on_is_told_with_its_background() -> None:
    found = document(
        "The Darband base north of Balad was handed over to Iraqi soldiers, Colonel Hatem Jubouri said.",
        day="2021-05-12",
    )
    told = document(STRIKE_FA, day="2021-05-12", outlet="karun", lang="fa")
    counted = notes(told, names=("حاتم جبوری",), counts=(("شش", 6, "killed"),))
    later = dossier(
        (found, notes(found, names=("Hatem Jubouri",)), (claim(found, found.text),)),
        (told, counted, (claim(told, STRIKE_FA, speaker="حاتم جبوری"),)),
    )
    first = attack_story()
    going_on = replace(
        later, story=replace(later.story, documents=(*first.story.documents, *later.story.documents))
    )
    documents = {one.id: one for one in first.documents}
    issued = _issued(first)

    def sentences(edition: Edition) -> list[str]:
        earlier = tuple(
            Earlier(number, opening, tuple(documents[c.document] for c in opening.citations))
            for number, opening in openings_of([edition])
        )
        supplement = Supplement(told=told_in([edition]), earlier=earlier)
        planned = plan_edition(
            [going_on], settings=SETTINGS, period=PERIOD, number=2, now=NOW, supplement=supplement
        )
        assert {c.document for _, one in sentences_of(planned) for c in one.citations} == {
            one.id for one in planned.documents
        }
        return [sentence.text for sentence in planned.sections[0].items[0].sentences]

    opening = issued.sections[0].items[0].sentences[0].text
    handed, background, *quoted = sentences(issued)
    assert "handed over" in handed
    assert background == opening
    assert [one for one in quoted if STRIKE_FA in one] == quoted != []
    path = "sections[0].items[0].sentences[0]"
    notice = Notice("n-1", EditionStatus.CORRECTED, NOW.isoformat(), "R. Halabi", "A slip", paths=(path,))
    assert sentences(replace(issued, notices=(notice,))) == [handed, *quoted]


def test_of_two_corrections_of_a_sentence_the_next_edition_tells_the_last() -> None:
    first, second = (
        Notice(
            id, EditionStatus.CORRECTED, NOW.isoformat(), "R. Halabi", "a slip", ("overview[0]",), was="Nine."
        )
        for id in ("n-1", "n-2")
    )
    (change,) = notice_changes([replace(_issued(attack_story()), notices=(first, second))])
    assert change["notice"] == "n-2"
