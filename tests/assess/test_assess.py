"""Origins are counted once, with the reason in words; rules accept what is attributed and whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.assess import accept_by_rule, assess_story
from dateline.model.annotations import Annotations
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


def assess(
    documents: list[Document], *copies: Copy, made: dict[str, Annotations] | None = None
) -> tuple[tuple[tuple[str, ...], ...], str]:
    story = Story("s-1", tuple(document.id for document in documents), copies)
    assessment = assess_story(story, documents, outlets=OUTLETS, annotations=made)
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
    assert reason == "3 outlets, 2 origins: The Tidings (with The Courier, same owner), The Herald"


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


def told(document: str, *chains: tuple[Link, ...]) -> Annotations:
    """Return annotations with one claim a chain; the publisher's link is added."""
    publisher = Link(LinkKind.PUBLISHER, "printed")
    claims = (
        replace(CLAIM, id=f"c-{number}", document=document, chain=(*chain, publisher))
        for number, chain in enumerate(chains)
    )
    return Annotations(document, (), claims=tuple(claims))


NAMED = Link(LinkKind.SPEAKER, "Salam Dizayi")
UNNAMED = Link(LinkKind.SPEAKER, "An official at the crossing", anonymous=True)
NORTHWIRE = Link(LinkKind.OUTLET, "Northwire")


def test_the_agency_is_no_reprint_of_its_own_wire() -> None:
    documents = [printed("b", "herald", "Northwire"), printed("a", "northwire", "Northwire")]
    origins, reason = assess(documents)
    assert origins == (("b", "a"),)
    assert reason == "2 outlets, 1 origin: Northwire (1 reprint)"


def test_who_mostly_cites_another_is_no_origin() -> None:
    documents = [printed("a", "northwire"), printed("b", "herald"), printed("c", "tidings")]
    made = {
        "a": told("a", (NAMED,)),
        "b": told("b", (NAMED, NORTHWIRE), (UNNAMED, NORTHWIRE), (NAMED,)),
        "c": told("c", (NAMED, NORTHWIRE), (UNNAMED,), (NAMED,)),
    }
    origins, reason = assess(documents, made=made)
    assert origins == (("a", "b"), ("c",))
    assert reason == "3 outlets, 2 origins: Northwire (cited by 1), The Tidings"


def test_one_unnamed_official_quoted_by_two_is_one_origin() -> None:
    documents = [printed("a", "herald"), printed("b", "tidings"), printed("c", "northwire")]
    made = {
        "a": told("a", (UNNAMED,)),
        "b": told("b", (replace(UNNAMED, name="an official at the crossing"),), (UNNAMED,)),
        "c": told("c", (UNNAMED,), (NAMED,)),
    }
    origins, reason = assess(documents, made=made)
    assert origins == (("a", "b"), ("c",))
    assert reason == (
        "3 outlets, 2 origins: "
        "The Herald (with The Tidings, one unnamed source: An official at the crossing), Northwire"
    )


def test_an_own_report_of_an_outlet_is_not_made_its_reprint_by_a_copy_elsewhere() -> None:
    documents = [printed("a", "northwire"), printed("b", "herald"), printed("c", "herald")]
    origins, reason = assess(documents, Copy("b", "a", 0.9))
    assert origins == (("a", "b"), ("c",))
    assert reason == "2 outlets, 2 origins: Northwire (1 reprint), The Herald"


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
