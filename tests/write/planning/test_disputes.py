"""Tolls that cannot all hold, denials of a report, and what an outlet changed in its own article."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dateline.model.annotations import Mention, MentionType, PlacePrecision, PlaceReference
from dateline.model.claims import Link, LinkKind, Polarity
from dateline.model.documents import Document
from dateline.model.editions import Edition, Period
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.model.times import TimeExpression, TimeKind
from dateline.write.forms.machine import format_edition
from dateline.write.planning.disputes import find_disputes
from dateline.write.planning.plan import plan_edition
from dateline.write.proof.verify import verify_edition
from tests.write.factory import NAMES, NOW, PERIOD, SETTINGS, claim, document, dossier, notes, rereading

LONG = Period("2021-05-01", "2021-05-31")
TOLL = "The rocket attack on Darband on Sunday killed {} people, a doctor said."


def plan(story: StoryDossier) -> Edition:
    return plan_edition([story], settings=SETTINGS, period=PERIOD, number=1, now=NOW)


def failing(story: StoryDossier, edition: Edition) -> list[str]:
    documents = {found.id: found for found in story.documents}
    verdicts = verify_edition(
        format_edition(edition),
        derive=lambda entry: documents[entry.id],
        outlet_names=NAMES,
        rereading=rereading(story),
    )
    return [verdict.path for verdict in verdicts if not verdict.ok]


def toll(word: str, count: float, outlet: str, **rest) -> tuple:
    words = TOLL.format(word)
    text = rest.pop("before", "") + words
    found = document(text, outlet=outlet, **{"day": "2021-05-03"} | rest)
    start = text.index("Sunday")
    time = TimeExpression(start, start + 6, TimeKind.DATE, "2021-05-02", "2021-05-02", "2021-05-02")
    return (
        found,
        replace(notes(found, counts=((word, count, "killed"),)), times=(time,)),
        (claim(found, words),),
    )


def values(edition: Edition) -> dict[str, list[str]]:
    (dispute,) = edition.disputes
    return {version.value: [c.outlet for c in version.citations] for version in dispute.versions}


def test_a_dispute_has_a_title_of_what_where_and_when() -> None:
    story = dossier(toll("five", 5, "karun"), toll("three", 3, "tigris"))
    edition = plan(story)
    assert edition.disputes[0].title == "Killed in the rocket attack on Darband, May 2"
    assert values(edition) == {"5": ["Karun"], "3": ["Tigris Daily"]}
    assert failing(story, edition) == []


@pytest.mark.parametrize(
    ("old", "new"), [("Darband", "Basra"), ("May 2", "May 4"), ("rocket attack", "rocket attack by Iran")]
)
def test_a_title_is_checked_like_a_sentence(old: str, new: str) -> None:
    story = dossier(toll("five", 5, "karun"), toll("three", 3, "tigris"))
    edition = plan(story)
    altered = replace(edition.disputes[0], title=edition.disputes[0].title.replace(old, new))
    assert "disputes[0].versions[0]" in failing(story, replace(edition, disputes=(altered,)))


def test_reports_days_later_are_no_version() -> None:
    late = toll("three", 3, "tigris", day="2021-05-07")
    assert plan(dossier(toll("five", 5, "karun"), late)).disputes == ()


def at_darband(part: tuple) -> tuple:
    place = PlaceReference("m0", 34.0, 44.1, "Darband", "iq", None, PlacePrecision.POINT, 0.9)
    return (part[0], replace(part[1], places=(place,)), part[2])


def closing(*, day: str) -> tuple[StoryDossier, Edition]:
    """Plan two first figures and a range, and a later report in which one outlet takes the other's."""
    first = dossier(at_darband(toll("five", 5, "karun")), at_darband(toll("three", 3, "tigris")))
    other = at_darband(toll("eight", 8, "sahil"))
    first = replace(
        first,
        story=replace(first.story, documents=(*first.story.documents, other[0].id)),
        documents=(*first.documents, other[0]),
        annotations=(*first.annotations, other[1]),
        claims=(*first.claims, *other[2]),
    )
    later = at_darband(toll("three", 3, "karun", day=day, before="The toll fell. "))
    edition = plan_edition([first, dossier(later)], settings=SETTINGS, period=LONG, number=1, now=NOW)
    both = replace(first, documents=(*first.documents, later[0]), annotations=(*first.annotations, later[1]))
    return replace(both, claims=(*first.claims, *later[2])), edition


def test_a_figure_that_nobody_holds_any_more_is_printed_as_given_up() -> None:
    story, edition = closing(day="2021-05-05")
    assert values(edition) == {
        "3": ["Tigris Daily", "Karun"],
        "8": ["al-Sahil"],
        "5, since given up": ["Karun"],
    }
    (change,) = edition.changes
    happening = "killed in the rocket attack on Darband, May 2"
    assert change["text"] == f"Karun went over from “5” to “3” {happening} (in its report of May 5)."
    assert failing(story, edition) == []


def test_nobody_is_said_to_have_given_up_what_he_still_holds() -> None:
    story, edition = closing(day="2021-05-05")
    (dispute,) = edition.disputes
    held = replace(dispute.versions[1], value="8, since given up")
    altered = replace(dispute, versions=(dispute.versions[0], held, dispute.versions[2]))
    assert "disputes[0].versions[1]" in failing(story, replace(edition, disputes=(altered,)))


def test_a_report_weeks_later_is_of_another_happening() -> None:
    _, edition = closing(day="2021-05-30")
    assert values(edition) == {"5": ["Karun"], "3": ["Tigris Daily"], "8": ["al-Sahil"]}
    assert edition.changes == ()


def test_a_dispute_of_which_one_figure_is_left_is_over() -> None:
    first = dossier(at_darband(toll("five", 5, "karun")), at_darband(toll("three", 3, "tigris")))
    later = at_darband(toll("three", 3, "karun", day="2021-05-05", before="The toll fell. "))
    edition = plan_edition([first, dossier(later)], settings=SETTINGS, period=LONG, number=1, now=NOW)
    assert (edition.disputes, len(edition.changes)) == ((), 1)


def corrected(*, note: str) -> tuple[tuple, tuple]:
    url = "https://karun.example/darband"
    first = toll("five", 5, "karun", url=url)
    later = first[0].captured_at + timedelta(days=1)
    return first, toll("three", 3, "karun", url=url, captured_at=later, before=note)


def test_a_correction_is_a_change_and_the_first_report_stays_in_dispute() -> None:
    first, second = corrected(note="Correction: the toll was wrong. ")
    edition = plan(dossier(first, second, toll("three", 3, "tigris")))
    assert values(edition) == {"5": ["Karun"], "3": ["Tigris Daily"]}
    (change,) = edition.changes
    assert change["kind"] == "correction"
    assert "killed from “5” to “3”" in change["text"]
    assert "without saying so" not in change["text"]
    assert not any("Correction" in one.text for entry in edition.sections[0].items for one in entry.sentences)


def test_an_edit_that_nobody_owns_up_to_is_called_silent() -> None:
    (change,) = plan(dossier(*corrected(note=""))).changes
    assert change["kind"] == "figure"
    assert "without saying so" in change["text"]


DENIED = "Tehran denied a report that its envoy Hatem Jubouri had asked two blocs to drop their candidate."
REPORTED = "Al-Sahil had quoted a former member of parliament as saying that it was made at a dinner."


def denial(*, reported: str = REPORTED) -> tuple[Document, StoryDossier]:
    found = document(f"{DENIED} {reported}")
    denied = claim(found, DENIED, polarity=Polarity.DENIED, speaker="Tehran", content=(_span(found),))
    passed_on = (Link(LinkKind.OUTLET, "Al-Sahil"),) if reported == REPORTED else ()
    return found, dossier((found, notes(found), (denied, claim(found, reported, chain=passed_on))))


def _span(found: Document) -> Span:
    return Span(found.text.index("a report that"), len(DENIED) - 1)


def test_a_denied_report_is_open_whether_it_happened() -> None:
    _, story = denial()
    edition = plan(story)
    (dispute,) = edition.disputes
    assert dispute.about == "whether it happened"
    assert dispute.title.startswith("Whether Tehran’s envoy Hatem Jubouri had asked two blocs")
    assert [version.value for version in dispute.versions] == ["reported", "denied"]
    assert failing(story, edition) == []


def test_a_denied_claim_is_printed_beside_the_claim_of_another_article() -> None:
    denying, _ = denial(reported="No date was given.")
    words = "Hatem Jubouri asked two blocs on May 2 to drop their candidate, al-Sahil reported."
    other = document(words, outlet="sahil")
    denied = claim(denying, DENIED, polarity=Polarity.DENIED, speaker="Tehran", content=(_span(denying),))
    claimed = claim(other, words, speaker="al-Sahil")
    story = dossier((other, notes(other), (claimed,)), (denying, notes(denying), (denied,)))
    paired = replace(story.assessment, denials=((denied.id, claimed.id),))
    (dispute,) = find_disputes(replace(story, assessment=paired), (), SETTINGS)
    cited = [version.citations[0].document for version in dispute.versions]
    assert (dispute.about, cited) == ("whether it happened", [other.id, denying.id])


def test_a_denial_without_the_report_is_no_dispute() -> None:
    _, story = denial(reported="The ministry gave no date for the next round of talks with the blocs.")
    assert plan(story).disputes == ()


@pytest.mark.parametrize(("link", "disputes"), [("الساحل", 1), ("Tigris Daily", 0)])
def test_a_report_is_passed_on_from_another_outlet_in_whatever_letters(link: str, disputes: int) -> None:
    found = document(f"{DENIED} {REPORTED}", outlet="tigris")
    denied = claim(found, DENIED, polarity=Polarity.DENIED, speaker="Tehran", content=(_span(found),))
    reported = claim(found, REPORTED, chain=(Link(LinkKind.OUTLET, link),))
    story = dossier((found, notes(found), (denied, reported)))
    assert len(list(find_disputes(story, (), SETTINGS))) == disputes


def test_who_does_not_open_the_sentence_owns_nothing_in_the_title() -> None:
    words = DENIED.replace("Tehran", "The office in Tehran")
    found = document(f"{words} {REPORTED}")
    start = found.text.index("a report that")
    content = (Span(start, len(words) - 1),)
    denied = claim(found, words, polarity=Polarity.DENIED, speaker="office in Tehran", content=content)
    story = dossier((found, notes(found), (denied, claim(found, REPORTED, chain=_passed_on()))))
    edition = plan(story)
    assert edition.disputes[0].title.startswith("Whether the envoy Hatem Jubouri had asked")
    assert failing(story, edition) == []


def _passed_on() -> tuple[Link, ...]:
    return (Link(LinkKind.OUTLET, "Al-Sahil"),)


def test_the_lead_is_no_toll_that_its_outlet_has_raised_since() -> None:
    first, later = toll("three", 3, "karun"), toll("nine", 9, "karun", day="2021-05-04", before="It rose. ")
    ((entry,),) = [section.items for section in plan(dossier(first, later)).sections]
    assert "nine" in entry.sentences[0].text


def test_a_toll_of_no_named_happening_has_the_place_in_its_title() -> None:
    def shelled(word: str, count: float, outlet: str) -> tuple:
        found, read, _ = toll(word, count, outlet)
        words = f"Shells fell on a checkpoint near Darband on Sunday and killed {word} people, a doctor said."
        fallen = replace(found, text=words, title="Shells fall on a checkpoint")
        at, when = words.index("Darband"), words.index("Sunday")
        read = replace(
            read,
            mentions=(Mention("m0", at, at + 7, MentionType.GPE, None, 0.9),),
            places=(PlaceReference("m0", 34.0, 44.1, "Darband", "iq", None, PlacePrecision.POINT, 0.9),),
            times=(replace(read.times[0], start=when, end=when + 6),),
            quantities=(
                replace(read.quantities[0], start=words.index(word), end=words.index(word) + len(word)),
            ),
        )
        return fallen, read, (claim(fallen, words),)

    edition = plan(dossier(shelled("five", 5, "karun"), shelled("three", 3, "tigris")))
    assert edition.disputes[0].title == "Killed near Darband, May 2"
