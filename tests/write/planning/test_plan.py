from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.model.claims import Certainty, Link, LinkKind, Polarity
from dateline.model.editions import Edition, Period
from dateline.write.forms.machine import serialise_edition
from dateline.write.forms.markdown import render_markdown
from dateline.write.planning.plan import plan_edition
from tests.write.factory import (
    NOW,
    PERIOD,
    SETTINGS,
    STRIKE_FA,
    attack_story,
    claim,
    document,
    dossier,
    notes,
    stories,
    supplement,
)


def plan(*dossiers, settings=SETTINGS, period=PERIOD, **rest) -> Edition:
    return plan_edition(dossiers, settings=settings, period=period, number=7, now=NOW, **rest)


def texts(edition: Edition) -> list[str]:
    return [s.text for section in edition.sections for entry in section.items for s in entry.sentences]


def lone(words: str, *, text: str | None = None, names: tuple[str, ...] = (), lang="en", **rest) -> list[str]:
    found = document(text or words, outlet="karun", lang=lang)
    return texts(plan(dossier((found, notes(found, names=names), (claim(found, words, **rest),)))))


def test_golden_edition(golden: Callable[[str, str], None]) -> None:
    edition = plan(*stories(), supplement=supplement())
    golden("write/edition.json", serialise_edition(edition))
    golden("write/edition.md", render_markdown(edition))


def test_the_order_of_the_input_changes_nothing() -> None:
    assert plan(*stories()) == plan(*reversed(stories()))


def test_the_id_is_of_the_content_alone() -> None:
    first = plan(*stories())
    later = plan_edition(stories(), settings=SETTINGS, period=PERIOD, number=7, now=NOW.replace(hour=20))
    other = plan_edition(stories()[:2], settings=SETTINGS, period=PERIOD, number=7, now=NOW)
    assert first.id == later.id != other.id


def test_no_two_sentences_of_an_item_say_the_same() -> None:
    printed = texts(plan(attack_story()))
    assert sum("nine rockets" in text for text in printed) == 1


def test_the_original_is_preferred_over_its_reprint() -> None:
    outlets = {c.outlet for s in plan(attack_story()).sections[0].items[0].sentences for c in s.citations}
    assert outlets == {"Rafidain Wire", "Karun"}


def test_another_language_is_quoted_in_its_own_words() -> None:
    assert f"Karun (May 3, in Persian) reported 6 killed: «{STRIKE_FA}»" in texts(plan(attack_story()))


def test_an_anonymous_speaker_keeps_the_attribution_of_the_sentence() -> None:
    (text,) = lone(
        "Convoys keep crossing at Mandali, according to a source who was not named.",
        chain=(Link(LinkKind.SPEAKER, None, anonymous=True),),
    )
    assert "according to a source who was not named" in text


@pytest.mark.parametrize(
    "words",
    [
        "The transport ministry denied that the Mandali crossing was closed to trucks.",
        "The shipment may have reached Basra, the harbour master Omid Fallah said.",
    ],
)
def test_hedges_and_denials_are_printed_with_their_words(words: str) -> None:
    (text,) = lone(words, certainty=Certainty.POSSIBLE, polarity=Polarity.DENIED)
    assert text == f"{words[:-1]} (Karun, May 3)."


def test_a_leaning_sentence_gets_the_name_that_its_document_gives() -> None:
    words = "He said the road to Mosul would open on Thursday."
    text = f"Governor Peyman Rostami visited Tikrit. {words}"
    (printed,) = lone(words, text=text, names=("Peyman Rostami",), speaker="Peyman Rostami")
    assert printed == "Peyman Rostami said the road to Mosul would open on Thursday (Karun, May 3)."


def test_a_leaning_sentence_without_a_name_is_left_out_and_listed() -> None:
    words = "He said the road to Mosul would open on Thursday."
    found = document(f"The governor came. {words}")
    edition = plan(dossier((found, notes(found), (claim(found, words),))))
    assert edition.sections == ()
    assert edition.gaps == ("1 story of the period left out: without a sentence that stands alone.",)


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("2021-05-01", True),
        ("2021-05-14T23:59+03:00", True),
        ("2021-05", True),
        ("2021-04-30", False),
        ("2020", False),
    ],
)
def test_a_document_counts_by_the_day_it_states(day: str, kept: bool) -> None:
    found = document("The Darband bridge was closed on Friday by the governor of Balad.", day=day)
    edition = plan(dossier((found, notes(found), (claim(found, found.text),))))
    assert bool(edition.sections) is kept


def test_a_document_without_a_date_counts_by_its_capture_and_is_a_gap() -> None:
    found = document("The Darband bridge was closed on Friday by the governor of Balad.", day=None)
    story = dossier((found, notes(found), (claim(found, found.text),)))
    edition = plan(story)
    assert texts(edition)[0].endswith("(Rafidain Wire, undated).")
    assert edition.gaps[0].startswith("No date stated:")
    assert plan(story, period=Period("2021-05-05", "2021-05-14")).sections == ()


def test_stories_go_to_the_section_that_fits() -> None:
    assert [section.title for section in plan(*stories()).sections] == [
        "Security in Iraq",
        "Trade",
        "Other developments",
    ]


def test_stories_off_the_beat_are_left_out_and_counted() -> None:
    edition = plan(*stories(), settings=replace(SETTINGS, beat=("rocket", "trade")))
    assert len(edition.sections) == 2
    assert "1 story of the period left out: outside the beat." in edition.gaps


def test_the_limit_keeps_the_best_borne_out() -> None:
    edition = plan(*stories(), settings=replace(SETTINGS, max_items=1))
    assert [section.title for section in edition.sections] == ["Security in Iraq"]
    assert "2 stories of the period left out: too light for the length of an edition." in edition.gaps


def test_two_tolls_are_a_dispute() -> None:
    (dispute,) = plan(attack_story()).disputes
    assert dispute.about == "killed"
    assert {version.value: version.citations[0].outlet for version in dispute.versions} == {
        "6": "Karun",
        "4": "Rafidain Wire",
    }


def test_a_bound_is_a_version_of_its_own() -> None:
    texts_and_tolls = (
        ("karun", "five", 5.0, 5.0),
        ("tigris", "at least four", 4.0, None),
        ("sahil", "three", 3.0, 3.0),
    )
    parts = []
    for outlet, words, low, high in texts_and_tolls:
        found = document(f"The strike on Balad killed {words} people, doctor Sana Amin said.", outlet=outlet)
        noted = notes(found, counts=((words, low, "killed"),))
        noted = replace(noted, quantities=(replace(noted.quantities[0], high=high),))
        parts.append((found, noted, (claim(found, found.text),)))
    (dispute,) = plan(dossier(*parts)).disputes
    assert sorted(version.value for version in dispute.versions) == ["3", "5", "at least four"]
    (first, second) = parts[:2]
    assert plan(dossier(first, second)).disputes == ()


def test_a_corrected_toll_is_a_change_and_no_dispute() -> None:
    url = "https://karun.example/strike"
    first = document("Strike in Balad killed five people, doctor Sana Amin said.", outlet="karun", url=url)
    later = document(
        "Strike in Balad killed nine people, doctor Sana Amin said.",
        outlet="karun",
        url=url,
        captured_at=NOW,
    )
    story = dossier(
        (first, notes(first, counts=(("five", 5, "killed"),)), (claim(first, first.text),)),
        (later, notes(later, counts=(("nine", 9, "killed"),)), (claim(later, later.text),)),
    )
    edition = plan(story)
    assert edition.disputes == ()
    assert "killed from “5” to “9”" in edition.changes[0]["text"]
    assert "nine people" in texts(edition)[0]


def test_nothing_is_written_from_a_document_without_accepted_claims() -> None:
    found = document("The Darband bridge was closed on Friday.")
    assert plan(dossier((found, notes(found), ()))).sections == ()


@pytest.mark.parametrize(
    "line", ["BAGHDAD, May 3 (Rafidain Wire) – ", "BASRA (Karun) - ", "TEHRAN — ", "AL-QAIM, Iraq — "]
)
def test_the_place_line_of_an_agency_is_left_out(line: str) -> None:
    words = "The Darband bridge was closed on Friday by the governor of Balad."
    (text,) = lone(f"{line}{words}")
    assert text == f"{words[:-1]} (Karun, May 3)."


def test_one_quotation_in_another_language() -> None:
    lines = [
        "سرهنگ حاتم جبوری گفت که شش پیمانکار در پایگاه دربند کشته شدند.",
        "سلوی نظری اعلام کرد که گذرگاه مندلی از روز دوشنبه باز خواهد بود.",
        "پیمان رستمی گفت که دو هزار نفر در اهواز خانه‌های خود را ترک کردند.",
    ]
    found = document("\n\n".join(lines), outlet="karun", lang="fa")
    claims = tuple(claim(found, line, speaker="سلوی نظری") for line in lines)
    assert len(texts(plan(dossier((found, notes(found), claims))))) == 1


def test_a_surname_word_that_points_back_gives_way() -> None:
    backward = "Prices in Sohar have risen by 12 percent since February, according to her figures."
    better = "Prices in Sohar have risen since February, according to the broker Sana Amin."
    found = document(f"{backward} {better}", outlet="karun")
    story = dossier(
        (found, notes(found, names=("Sana Amin",)), (claim(found, backward), claim(found, better)))
    )
    assert texts(plan(story, settings=replace(SETTINGS, sentences_per_item=1))) == [
        f"{better[:-1]} (Karun, May 3)."
    ]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("The base in the U.S.S.R. was closed.", "closed (Karun, May 3)."),
        ("The road to Balad is in the hands of the U.S.", "the U.S. (Karun, May 3)."),
        ("The broker Sana Amin of Sohar said: “The road to Balad is open.”", "is open.” (Karun, May 3)"),
        ("The broker Sana Amin called the road to Balad “open”.", "“open” (Karun, May 3)."),
    ],
)
def test_the_label_stands_before_the_full_stop(words: str, printed: str) -> None:
    assert lone(words)[0].endswith(printed)


def test_an_item_names_its_independent_origins() -> None:
    assert plan(attack_story()).sections[0].items[0].origins_note == "Rafidain Wire (1 reprint), Karun"


def test_a_passage_that_begins_in_the_middle_of_a_sentence_is_left_out() -> None:
    words = "building materials. Trade in Balad was worth $12 million, broker Sana Amin said."
    assert lone(words, text=f"Iraq needs {words}") == []
