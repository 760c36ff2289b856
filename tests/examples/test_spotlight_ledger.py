"""The sample in the ledger: what is planted in it is found, as it was known on each day."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.desk import load_desk
from dateline.model.events import Attribute, Relation
from dateline.pipeline import Doors, open_doors, run_desk
from dateline.pipeline.ledger.standing import disputes_standing, events_standing, stories_standing
from examples.spotlight.article import load_articles
from examples.spotlight.demo import ROUNDS
from examples.spotlight.desk import make_desk
from examples.spotlight.site import SampleWeb, serving

BEFORE, CORRECTED, AFTER = ROUNDS[1:4]
WIRE = {
    "harbour-wire/three-crossings-stay-open",
    "tigris-ledger/three-crossings-stay-open",
    "levant-courier/three-crossings-stay-open",
    "gulf-meridian/three-crossings-stay-open",
    "basalt-monitor/three-gates-three-days",
}
FIRST_ATTACK = {
    "harbour-wire/qayyarah-three-killed",
    "mashhouf/qayyara-sawarikh",
    "tigris-ledger/qayyarah-five-killed",
    "sindiyan/qayyara-arbaa-qatla",
}
SECOND_ATTACK = {
    "harbour-wire/second-volley-qayyarah",
    "mashhouf/qasf-thani-alqayyara",
    "sindiyan/sawarikh-al-diffa-alsharqiya",
    "tigris-ledger/qayyarah-again",
}
DINNER = {"sindiyan/ghulbasand-alkutal", "harbour-wire/tehran-denies-dinner"}
CHOSEN = WIRE | FIRST_ATTACK | SECOND_ATTACK | DINNER


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    """A desk that read some of the sample before and after the correction, and its export in between."""
    folder = tmp_path_factory.mktemp("sample")
    chosen = [each for each in load_articles() if f"{each.outlet}/{each.slug}" in CHOSEN]
    with serving(SampleWeb(BEFORE, chosen), first_port=0) as web:
        make_desk(folder, web.bases)
        export = _run(folder, web, BEFORE)
        _run(folder, web, CORRECTED)
        _run(folder, web, AFTER)
    return folder, export


def _run(folder: Path, web: SampleWeb, now: datetime) -> list[dict[str, Any]]:
    web.now = now
    with open_doors(load_desk(folder), now=now) as doors:
        list(run_desk(doors))
        return list(doors.ledger.export(as_of=now))


@pytest.fixture
def doors(sample: tuple[Path, list[dict[str, Any]]]) -> Iterator[Doors]:
    with open_doors(load_desk(sample[0]), now=AFTER) as opened:
        yield opened


def toll(doors: Doors, as_of: datetime | None = None) -> Attribute:
    """The dead of 11 March, as told."""
    (dispute,) = [
        each.attribute
        for each in disputes_standing(doors.ledger, as_of=as_of)
        if each.event.begin == "2020-03-11" and each.attribute.name == "killed"
    ]
    return dispute


def test_the_wire_printed_by_five_outlets_counts_once(doors: Doors) -> None:
    (story,) = [each for each in stories_standing(doors.ledger) if "crossings" in each.title.lower()]
    assert story.assessment is not None
    assert len(story.outlets) == len(WIRE)
    assert len(story.assessment.origins) == 1
    assert story.assessment.reason.startswith("5 outlets, 1 origin: Harbour Wire")


def test_the_toll_told_three_ways_is_one_dispute(doors: Doors) -> None:
    versions = {version.value for version in toll(doors, as_of=BEFORE).versions}
    assert versions == {"3", "5", "at least 4"}


def test_its_later_correction_is_marked(doors: Doors) -> None:
    changes = [(each.outlet, each.relation, each.earlier, each.later) for each in toll(doors).changes]
    assert changes == [("tigris-ledger", Relation.CORRECTION, "5", "3")]
    assert toll(doors, as_of=BEFORE).changes == ()


def test_the_day_before_the_correction_is_shown_to_the_byte(
    doors: Doors, sample: tuple[Path, list[dict[str, Any]]]
) -> None:
    assert list(doors.ledger.export(as_of=BEFORE)) == sample[1]


def test_two_attacks_on_one_base_are_two_events(doors: Doors) -> None:
    days = [
        each.event.begin
        for each in events_standing(doors.ledger)
        if each.event.mode == "rocket attack" and each.event.begin
    ]
    assert days == ["2020-03-11", "2020-03-15"]


def test_a_denial_stands_beside_its_claim(doors: Doors) -> None:
    claims = {claim.id: claim for claim in doors.ledger.claims()}
    documents = {document.id: document for document in doors.ledger.documents()}
    denied = [pair for each in doors.ledger.assessments() for pair in each.denials]
    outlets = {tuple(documents[claims[id].document].outlet for id in pair) for pair in denied}
    assert ("harbour-wire", "sindiyan") in outlets
