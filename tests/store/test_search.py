"""Full text on both databases: the same query finds the same documents."""

from dataclasses import replace

import pytest

from dateline.model.annotations import (
    Annotations,
    DocumentEntity,
    EventType,
    MentionType,
    PlacePrecision,
)
from dateline.model.events import (
    Account,
    Attribute,
    AttributeVersion,
    Event,
    EventPlace,
    Giver,
    Relation,
    Telling,
)
from dateline.model.ledger import Assessment, Decision, Entity, Story, Verdict
from dateline.search import Piece, search_ledger
from dateline.store import Ledger
from tests.store.nouns import at, make_annotations, make_claim, make_custody, make_document, make_evidence

ARTICLES = {
    "bridge": (
        "en",
        "2020-03-08",
        "Bridge closed",
        "The ministry closed the bridge near al-Taji, Qa’emi said.",
    ),
    "road": ("en", "2020-03-10", "Road open", "The road stays open. A bridge-toll of 12 riyals is due."),
    "pol": ("fa", "2020-03-12", "پل", "قائمی گفت که پل می‌شود بسته. ۱۲ نفر زخمی شدند."),
    "jisr": ("ar", "2020-03", "الجسر", "قالت الحكومة إنّ الجِسر مُغلق في بغداد."),
    "qiao": ("zh", None, "外交", "外交部说大桥已关闭。"),
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for hours, (name, (lang, printed, title, words)) in enumerate(ARTICLES.items()):
        evidence = make_evidence(f"https://tidings.example/{name}", words, hours, f"outlet-{name}")
        ledger.save_capture(evidence, make_custody(evidence), now=at(hours))
        document = make_document(evidence, words, title=title, lang=lang, printed=printed)
        ledger.save_document(document, now=at(hours))
    return ledger


def found(ledger: Ledger, query: str, **options: object) -> set[str]:
    return {hit.url.rpartition("/")[2] for hit in search_ledger(ledger, query, **options).hits}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("bridge", {"bridge", "road"}),
        ("BRIDGE closed", {"bridge"}),
        ('"closed the bridge"', {"bridge"}),
        ('"bridge the closed"', set()),
        ("bridge -toll", {"bridge"}),
        ("ministry OR toll", {"bridge", "road"}),
        ("bridge -ministry -toll", set()),
        ("Taji", {"bridge"}),
        ("qa'emi", {"bridge"}),
        ("Qaemi", {"bridge"}),
        ("قائمی", {"pol"}),
        ("قايمي", {"pol"}),
        ("می شود", {"pol"}),
        ("12", {"road", "pol"}),
        ("۱۲", {"road", "pol"}),
        ("الحکومه", {"jisr"}),
        ("ان الجسر", {"jisr"}),
        ("外交部", {"qiao"}),
        ("桥大", set()),
        ("lang:fa", {"pol"}),
        ("lang:en from:2020-03-09", {"road"}),
        ("from:2020-03-09 until:2020-03-11", {"road", "jisr"}),
        ("from:2020-04", set()),
        ("bridge outlet:outlet-road", {"road"}),
        ("and or not near", set()),
        ('"ministry bridge"~2', {"bridge"}),
        ('"ministry bridge"~1', set()),
        ('"bridge ministry"~2', {"bridge"}),
        ("bridge NEAR/2 ministry", {"bridge"}),
        ("bridge NEAR toll OR nowhere", {"road"}),
        ('"ministry bridge taji"~2', {"bridge"}),
        ("learned-from:2020-03-09 bridge", set()),
    ],
)
def test_what_is_found(filled: Ledger, query: str, names: set[str]) -> None:
    assert found(filled, query) == names


def test_a_word_of_the_title_counts_more(filled: Ledger) -> None:
    hits = search_ledger(filled, "bridge").hits
    assert [hit.document for hit in hits] == [
        document.id for document in filled.documents() if document.title == "Bridge closed"
    ] + [document.id for document in filled.documents() if document.title == "Road open"]
    assert hits[0].rank > hits[1].rank


def test_the_hit_is_shown_as_printed(filled: Ledger) -> None:
    (hit,) = search_ledger(filled, "qaemi").hits
    text = ARTICLES["bridge"][3]
    assert hit.span is not None
    assert hit.span.of(text) == "Qa’emi"
    assert "".join(piece.text for piece in hit.snippet) == text
    assert [piece for piece in hit.snippet if piece.hit] == [Piece("Qa’emi", True)]


def test_all_hits_of_the_snippet_are_marked(filled: Ledger) -> None:
    (hit,) = search_ledger(filled, "بسته می‌شود").hits
    assert [piece.text for piece in hit.snippet if piece.hit] == ["می‌شود", "بسته"]


def test_search_asks_the_past_and_old_versions(filled: Ledger) -> None:
    url = "https://tidings.example/bridge"
    evidence = make_evidence(url, "The tunnel is open.", 9)
    filled.save_capture(evidence, make_custody(evidence), now=at(9))
    filled.save_document(make_document(evidence, "The tunnel is open."), now=at(9))
    assert found(filled, "ministry") == set()
    assert found(filled, "ministry", current_only=False) == {"bridge"}
    assert found(filled, "ministry", as_of=at(5)) == {"bridge"}
    assert found(filled, "tunnel", as_of=at(5)) == set()


def test_no_more_than_the_limit(filled: Ledger) -> None:
    assert len(search_ledger(filled, "from:2020", limit=2).hits) == 2


def test_what_stands_near_is_marked_whole(filled: Ledger) -> None:
    (hit,) = search_ledger(filled, '"bridge ministry"~2').hits
    assert [piece.text for piece in hit.snippet if piece.hit] == ["ministry closed the bridge"]


def test_of_a_word_in_many_documents_the_newest_are_ranked(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.store.search.MOST_RANKED", 1)
    assert found(filled, "bridge") == {"road"}


@pytest.fixture
def told(filled: Ledger) -> Ledger:
    """The same ledger with what is known across its documents: a disputed shelling, and talks."""
    bridge, road, *_ = sorted(filled.documents(), key=lambda document: document.captured_at)
    place = EventPlace("Abu Kamal", "sy", 34.4, 40.9, PlacePrecision.CITY)
    shelling = Event(
        "ev-1", EventType.ASSAULT, None, None, None, place, (), (), (Telling(bridge.id, ("m1",)),)
    )
    talks = Event("ev-2", EventType.CONSULT, None, None, None, None, (), (), (Telling(road.id, ("m1",)),))
    givers = (Giver("outlet-bridge", bridge.id, "2020-03-08"),)
    versions = (AttributeVersion("3", givers), AttributeVersion("5", givers))
    disputed = Account("ev-1", (Attribute("killed", None, versions, Relation.DIFFERENT),))
    filled.event_book.save_events([shelling, talks], now=at(9))
    filled.event_book.save_accounts([disputed, Account("ev-2", ())], now=at(9))
    filled.save_stories([Story("s-1", (bridge.id, road.id))], now=at(9))
    filled.save_assessments([Assessment("s-1", ((bridge.id,), (road.id,)), "two outlets")], now=at(9))
    filled.save_entities([Entity("e-1", MentionType.PERSON, "Qa’emi", (), (bridge.id,))], now=at(9))
    filled.append_decision(
        Decision("j-1", Verdict.GRADE, "outlet-road", "ada", at(9), "known long", value="B"), now=at(9)
    )
    return filled


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("bridge event:assault", {"bridge"}),
        ("event:CONSULT", {"road"}),
        ("event:CONSULT event:ASSAULT", {"bridge", "road"}),
        ('place:"Abu Kamal"', {"bridge"}),
        ("place:Wasit", set()),
        ("origins:2", {"bridge", "road"}),
        ("origins:3", set()),
        ("disputed:yes", {"bridge"}),
        ("bridge disputed:no", {"road"}),
        ("entity:e-1", {"bridge"}),
        ("entity:e-9", set()),
        ("grade:B", {"road"}),
        ("bridge grade:F", {"bridge"}),
        ("learned-until:2020-03-01", set()),
    ],
)
def test_what_is_known_across_documents_narrows(told: Ledger, query: str, names: set[str]) -> None:
    assert found(told, query) == names
    assert found(told, query, as_of=at(9)) == names


def test_what_documents_have_in_common_is_counted(told: Ledger) -> None:
    bridge, road, *_ = sorted(told.documents(), key=lambda document: document.captured_at)
    named = DocumentEntity("e1", MentionType.PERSON, "Qa’emi")
    told.save_annotations(Annotations(bridge.id, (), entities=(named,)), made_by="hand/1", now=at(9))
    facets = told.book.facets([bridge.id, road.id])
    assert facets.events == {"ASSAULT": 1, "CONSULT": 1}
    assert (facets.places, facets.origins, facets.disputed) == ({"Abu Kamal": 1}, {2: 2}, 1)
    assert facets.entities == (("e-1", "Qa’emi", 1),)
    assert told.book.names_in([bridge.id, road.id], ["PERSON"]) == {bridge.id: ("Qa’emi",)}


def test_what_narrows_is_asked_as_of_then(told: Ledger) -> None:
    assert found(told, "event:ASSAULT", as_of=at(8)) == set()
    assert found(told, "bridge grade:F", as_of=at(8)) == {"bridge", "road"}


@pytest.fixture
def judged(told: Ledger) -> tuple[Ledger, str]:
    """The same ledger with two claims of one report, one of another, and the first of them borne out."""
    bridge, road, *_ = sorted(told.documents(), key=lambda document: document.captured_at)
    claims = make_claim(bridge, 0, 10), make_claim(bridge, 10, 20), make_claim(road, 0, 10)
    told.save_annotations(make_annotations(bridge, *claims[:2]), made_by="hand/1", now=at(9))
    told.save_annotations(make_annotations(road, claims[2]), made_by="hand/1", now=at(9))
    told.event_book.save_digits({claims[0].id: 2, claims[2].id: 4}, now=at(9))
    return told, claims[2].id


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("digit:2", {"bridge"}),
        ("digit:6", {"bridge"}),
        ("digit:4", {"road"}),
        ("digit:4 digit:2", {"bridge", "road"}),
        ("bridge digit:1", set()),
    ],
)
def test_a_report_is_found_by_how_credible_its_claims_are(
    judged: tuple[Ledger, str], query: str, names: set[str]
) -> None:
    assert found(judged[0], query) == names
    assert found(judged[0], query, as_of=at(9)) == names
    assert found(judged[0], query, as_of=at(8)) == set()


def test_an_analysts_own_digit_comes_before_the_derived_one(judged: tuple[Ledger, str]) -> None:
    ledger, claim = judged
    ids = [document.id for document in ledger.documents()]
    assert ledger.book.facets(ids).digits == {2: 1, 6: 1, 4: 1}
    own = Decision("j-2", Verdict.GRADE, claim, "ada", at(10), "the minister said so", value="1")
    ledger.append_decision(own, now=at(10))
    assert (found(ledger, "digit:1"), found(ledger, "digit:4")) == ({"road"}, set())
    assert found(ledger, "digit:4", as_of=at(9)) == {"road"}
    assert ledger.book.facets(ids).digits == {2: 1, 6: 1, 1: 1}


def test_a_digit_that_is_derived_no_more_is_kept_for_then(judged: tuple[Ledger, str]) -> None:
    ledger, claim = judged
    ledger.event_book.save_digits({claim: 4}, now=at(11))
    assert found(ledger, "digit:2") == set()
    assert found(ledger, "digit:2", as_of=at(10)) == {"bridge"}


def test_a_very_long_text_is_indexed(ledger: Ledger) -> None:
    words = "first " + " ".join(f"word{number}" for number in range(70_000))
    evidence = make_evidence("https://tidings.example/long", words)
    ledger.save_document(make_document(evidence, words), now=at(0))
    assert found(ledger, "first") == {"long"}


QAEMI = Entity("e-qaemi", MentionType.PERSON, "Karim Qa’emi", ("Qa’emi", "قائمي", "قائمی"), ("d",))
TAJI = Entity("e-taji", MentionType.GPE, "al-Taji", ("التاجي",), ("d",))
OTHER_TAJI = Entity("e-other", MentionType.PERSON, "Taji", ("al-Taji",), ("d",))


@pytest.mark.parametrize(
    ("query", "names", "whose"),
    [
        ("Qaemi", {"bridge", "pol"}, ["Karim Qa’emi"]),
        ("قائمي", {"bridge", "pol"}, ["Karim Qa’emi"]),
        ("karim qaemi", {"bridge", "pol"}, ["Karim Qa’emi"]),
        ("Qaemi bridge", {"bridge"}, ["Karim Qa’emi"]),
        ("Qaemi -زخمی", {"bridge"}, ["Karim Qa’emi"]),
        ("bridge", {"bridge", "road"}, []),
        ("al-Taji", {"bridge"}, []),  # two bear that name: which of them is not known
    ],
)
def test_a_known_name_is_found_in_every_script(
    filled: Ledger, query: str, names: set[str], whose: list[str]
) -> None:
    filled.save_entities([QAEMI, TAJI, OTHER_TAJI], now=at(9))
    assert found(filled, query) == names
    assert [known.name for known in search_ledger(filled, query).names] == whose


def test_a_name_is_known_from_when_it_was_learned(filled: Ledger) -> None:
    filled.save_entities([QAEMI], now=at(9))
    assert found(filled, "Qaemi", as_of=at(8)) == {"bridge"}


def test_a_spelling_that_an_entity_lost_finds_it_no_more(filled: Ledger) -> None:
    filled.save_entities([QAEMI], now=at(9))
    filled.save_entities([replace(QAEMI, aliases=())], now=at(11))
    assert found(filled, "Qaemi") == {"bridge"}
    assert found(filled, "Qaemi", as_of=at(10)) == {"bridge", "pol"}
