"""What is read again bears out dates and frames, and nothing else."""

from dataclasses import replace

import pytest

from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.times import TimeExpression, TimeKind
from dateline.write.forms.machine import format_edition
from dateline.write.planning.plan import plan_edition
from dateline.write.proof.reread import Rereading
from dateline.write.proof.verify import verify_edition
from tests.write.factory import (
    NAMES,
    NOW,
    PERIOD,
    SETTINGS,
    STRIKE_FA,
    attack_story,
    claim,
    document,
    dossier,
    notes,
    rereading,
)

ROAD = "The road to Balad was closed to trucks on Monday, governor Peyman Rostami said."


def road() -> StoryDossier:
    found = document(ROAD, outlet="karun", day="2021-05-05")
    start = ROAD.index("Monday")
    time = TimeExpression(start, start + 6, TimeKind.DATE, "2021-05-03", "2021-05-03", "2021-05-03")
    noted = replace(notes(found), times=(time,))
    return dossier((found, noted, (claim(found, ROAD, speaker="Peyman Rostami"),)))


def failing(story: StoryDossier, old: str, new: str, **rest) -> list[str]:
    planned = plan_edition([story], settings=SETTINGS, period=PERIOD, number=1, now=NOW)
    edition = format_edition(planned)
    for entry in edition["sections"][0]["items"]:  # type: ignore[index]
        for sentence in entry["sentences"]:
            sentence["text"] = sentence["text"].replace(old, new)
    documents: dict[str, Document] = {found.id: found for found in story.documents}
    verdicts = verify_edition(
        edition,
        derive=lambda entry: documents[entry.id],
        outlet_names=NAMES,
        rereading=rest.get("again", rereading(story)),
    )
    return [w for verdict in verdicts if verdict.path.startswith("sections") for w in verdict.why]


def test_a_resolved_date_is_borne_out_by_reading_again() -> None:
    assert failing(road(), "May 3", "May 3") == []


@pytest.mark.parametrize("day", ["May 4", "May 5", "May 10", "Tuesday"])
def test_no_other_date_is(day: str) -> None:
    assert f"date not borne out by the cited words: {day}" in failing(road(), "May 3", day)


def test_without_reading_again_no_resolved_date_passes() -> None:
    assert failing(road(), "", "", again=Rereading("en"))


def test_a_frame_is_borne_out_as_it_is() -> None:
    assert failing(attack_story(), STRIKE_FA, STRIKE_FA) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reported 6 killed", "reported 7 killed"),
        ("reported 6 killed", "reported 6 wounded"),
        ("in Persian", "in Arabic"),
        ("reported 6 killed", "denied 6 killed"),
        ("reported 6 killed", "reported at least 6 killed"),
        ("reported 6 killed", "cited Hatem Jubouri, giving 6 killed"),
    ],
)
def test_nothing_in_a_frame_can_be_changed(old: str, new: str) -> None:
    assert failing(attack_story(), old, new)
