"""Origins are counted once, with the reason in words; rules accept what is attributed and whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.assess import accept_by_rule, assess_story
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.ledger import Copy, Story, Verdict
from dateline.model.outlets import Outlet
from dateline.model.spans import Span
from dateline.outlets import OutletIndex

NOW = datetime(2020, 3, 10, tzinfo=UTC)
OUTLETS = OutletIndex(
    [
        Outlet("northwire", "Northwire", aliases=("Northwire News Agency",)),
        Outlet("tidings", "The Tidings", owner="Meridian Group"),
        Outlet("courier", "The Courier", owner="Meridian group"),
        Outlet("herald", "The Herald"),
    ]
)


def printed(id: str, outlet: str | None, source: str | None = None) -> Document:
    url = f"https://{outlet or 'inbox'}.example/{id}"
    return Document(
        id, f"evidence {id}", url, outlet, None, None, source, None, NOW, "en", "Text.", (), "plain/1"
    )


def assess(documents: list[Document], *copies: Copy) -> tuple[tuple[tuple[str, ...], ...], str]:
    story = Story("s-1", tuple(document.id for document in documents), copies)
    assessment = assess_story(story, documents, outlets=OUTLETS)
    assert assessment.story == "s-1"
    return assessment.origins, assessment.reason


def test_twelve_reprints_are_one_origin() -> None:
    documents = [
        printed("a", "northwire"),
        printed("b", "herald"),
        printed("c", "tidings", "Northwire News Agency"),
        printed("d", "gazette", "NORTHWIRE"),
    ]
    origins, reason = assess(documents, Copy("b", "a", 0.9))
    assert origins == (("a", "b", "c", "d"),)
    assert reason == "4 outlets, 1 origin: Northwire (3 reprints)"


def test_own_reports_are_origins_of_their_own() -> None:
    origins, reason = assess([printed("a", "northwire"), printed("b", "herald")])
    assert origins == (("a",), ("b",))
    assert reason == "2 outlets, 2 origins: Northwire, The Herald"


def test_outlets_of_one_owner_are_one_origin() -> None:
    origins, reason = assess([printed("a", "tidings"), printed("b", "herald"), printed("c", "courier")])
    assert origins == (("a", "c"), ("b",))
    assert reason == "3 outlets, 2 origins: The Tidings (1 reprint), The Herald"


def test_who_prints_an_agency_does_not_lend_it_an_owner() -> None:
    origins, _ = assess([printed("a", "tidings", "Northwire"), printed("b", "courier")])
    assert origins == (("a",), ("b",))


def test_a_source_that_no_registry_knows_is_still_one() -> None:
    origins, reason = assess(
        [printed("a", "herald", "Qasr Press Pool"), printed("b", "tidings", "Qasr press pool")]
    )
    assert origins == (("a", "b"),)
    assert reason == "2 outlets, 1 origin: Qasr Press Pool (2 reprints)"


def test_documents_without_outlet_stand_alone() -> None:
    origins, reason = assess([printed("a", None), printed("b", None)])
    assert origins == (("a",), ("b",))
    assert reason.startswith("2 outlets, 2 origins: https://inbox.example/a")


CLAIM = Claim(
    "c-1",
    "d-1",
    (Span(10, 60),),
    (Link(LinkKind.SPEAKER, "Salam Dizayi"), Link(LinkKind.PUBLISHER, "The Herald")),
    Span(0, 4),
    Mode.PARAPHRASE,
    Certainty.CERTAIN,
    Polarity.AFFIRMED,
    0.8,
    Span(0, 61),
)


def test_an_attributed_claim_is_accepted_once_and_for_all() -> None:
    (decision,) = accept_by_rule([CLAIM], NOW)
    assert (decision.verdict, decision.subject, decision.by) == (Verdict.ACCEPT, "c-1", "rule:attributed/1")
    assert decision.why == "chain of 2, confidence 0.80, 50 characters"
    (later,) = accept_by_rule([CLAIM], datetime(2021, 1, 1, tzinfo=UTC))
    assert later.id == decision.id


@pytest.mark.parametrize(
    "claim",
    [
        replace(CLAIM, chain=()),
        replace(CLAIM, confidence=0.3),
        replace(CLAIM, content=(Span(10, 20),)),
        replace(CLAIM, content=(Span(10, 700), Span(710, 2000))),
    ],
)
def test_what_is_not_fit_to_print_is_left_to_a_person(claim: Claim) -> None:
    assert list(accept_by_rule([claim], NOW)) == []
