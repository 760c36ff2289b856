"""The ledger: twice is once, the past can be asked, what is pending is known, nothing is lost."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.errors import LedgerError, NotFound
from dateline.model.annotations import MentionType
from dateline.model.ledger import Assessment, Decision, Entity, Issue, Stage, Story, Verdict
from dateline.store import Ledger
from tests.store.nouns import (
    GRAMMAR,
    READER,
    at,
    make_annotations,
    make_claim,
    make_custody,
    make_document,
    make_evidence,
)

URL = "https://tidings.example/bridge"
OTHER_URL = "https://courier.example/bridge"


def save_article(ledger: Ledger, url: str, words: str, hours: float, **changes: object) -> str:
    """Capture and read one article; return the id of its document."""
    evidence = make_evidence(url, words, hours)
    ledger.save_capture(evidence, make_custody(evidence), now=at(hours))
    document = make_document(evidence, words, **changes)
    ledger.save_document(document, now=at(hours))
    return document.id


def test_saving_twice_changes_nothing(ledger: Ledger) -> None:
    evidence = make_evidence(URL, "The bridge is open.")
    document = make_document(evidence, "The bridge is open.")
    made = make_annotations(document, make_claim(document, 0, 10))
    decision = Decision("x-1", Verdict.ACCEPT, made.claims[0].id, "rule:attributed/1", at(0))
    issue = Issue("i-1", Stage.READ, URL, "no date", at(0))
    before: list[dict[str, object]] = []
    for hours in (1, 5):
        ledger.save_capture(evidence, make_custody(evidence), now=at(hours))
        ledger.save_document(document, now=at(hours))
        ledger.save_annotations(made, made_by=GRAMMAR, now=at(hours))
        ledger.save_stories([Story("s-1", (document.id,))], now=at(hours))
        ledger.append_decision(decision, now=at(hours))
        ledger.save_issue(issue, now=at(hours))
        before = before or list(ledger.export(as_of=at(1)))
        assert list(ledger.export()) == before == list(ledger.export(as_of=at(1)))
    assert [len(ledger.evidence()), len(ledger.custody()), len(ledger.documents(current_only=False))] == [
        1,
        1,
        1,
    ]
    assert list(ledger.export(as_of=at(0.5))) == []


def test_nouns_come_back_equal(ledger: Ledger) -> None:
    words = "گفت: «پل بسته است»\x00 — “closed”"
    evidence = make_evidence(URL, words)
    document = make_document(evidence, words, lang="fa", title="پل")
    made = make_annotations(document, make_claim(document, 5, 18))
    ledger.save_capture(evidence, make_custody(evidence), now=at(0))
    ledger.save_document(document, now=at(0))
    ledger.save_annotations(made, made_by=GRAMMAR, now=at(0))
    assert ledger.document(document.id) == document
    assert ledger.evidence() == ledger.find_evidence(evidence.id) == [evidence]
    assert ledger.annotations([document.id]) == {document.id: made}
    assert ledger.claims() == list(made.claims)
    assert ledger.custody(evidence.id) == [make_custody(evidence)]


def test_an_instant_without_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no time zone"):
        ledger.save_issue(Issue("i-1", Stage.READ, URL, "no text", at(0)), now=datetime(2020, 3, 8))
    assert ledger.issues() == []


def test_the_newest_version_of_an_address_is_current(ledger: Ledger) -> None:
    first = save_article(ledger, URL, "Three are dead.", 0)
    second = save_article(ledger, URL, "Six are dead.", 4)
    other = save_article(ledger, OTHER_URL, "Three are dead.", 1)
    assert {document.id for document in ledger.documents()} == {second, other}
    assert {document.id for document in ledger.documents(as_of=at(2))} == {first, other}
    assert len(ledger.documents(current_only=False)) == 3
    assert [document.id for document in ledger.versions(URL)] == [first, second]


def test_a_page_that_goes_back_to_its_first_text_is_that_text(ledger: Ledger) -> None:
    first = save_article(ledger, URL, "Three are dead.", 0)
    save_article(ledger, URL, "Six are dead.", 4)
    evidence = make_evidence(URL, "Three are dead.")
    ledger.save_capture(None, make_custody(evidence, hours=6), now=at(6))
    assert [document.id for document in ledger.documents()] == [first]


def test_a_new_reader_makes_a_document_beside_the_old(ledger: Ledger) -> None:
    old = save_article(ledger, URL, "Three are dead.", 0)
    new = save_article(ledger, URL, "Three are dead.", 0, reader="plain/2")
    assert [document.id for document in ledger.documents()] == [new]
    assert {document.id for document in ledger.documents(current_only=False)} == {old, new}
    assert [document.id for document in ledger.documents_to_extract(GRAMMAR)] == [new]


def test_what_is_to_be_read(ledger: Ledger) -> None:
    feed, page, broken, done = (make_evidence(f"{URL}/{n}", f"body {n}", n) for n in range(4))
    for evidence in (feed, page, broken, done):
        ledger.save_capture(evidence, make_custody(evidence), to_read=evidence is not feed, now=at(4))
    ledger.save_document(make_document(done, "body 3"), now=at(4))
    issue = Issue("i-1", Stage.READ, broken.url, "password", at(4))
    ledger.save_issue(issue, about=broken, made_by=READER, now=at(4))
    assert ledger.evidence_to_read(READER) == [page]
    assert ledger.evidence_to_read("plain/2") == [page, broken, done]


def test_one_body_at_two_addresses_is_read_twice(ledger: Ledger) -> None:
    here, there = make_evidence(URL, "wire"), make_evidence(OTHER_URL, "wire")
    for evidence in (here, there):
        ledger.save_capture(evidence, make_custody(evidence), now=at(0))
    ledger.save_document(make_document(here, "wire"), now=at(0))
    assert ledger.evidence_to_read(READER) == [there]
    assert ledger.find("".join(here.id)).others == (here,)


def test_what_is_to_be_extracted(ledger: Ledger) -> None:
    first, second = save_article(ledger, URL, "One.", 0), save_article(ledger, OTHER_URL, "Two.", 0)
    ledger.save_annotations(make_annotations(ledger.document(first)), made_by=GRAMMAR, now=at(1))
    assert [document.id for document in ledger.documents_to_extract(GRAMMAR)] == [second]
    issue = Issue("i-2", Stage.EXTRACT, second, "too long", at(1))
    ledger.save_issue(issue, about=ledger.document(second), made_by=GRAMMAR, now=at(1))
    assert ledger.documents_to_extract(GRAMMAR) == []
    assert len(ledger.documents_to_extract("grammar/2")) == 2


def test_claims_are_replaced_by_a_new_extractor_and_stay_in_the_past(ledger: Ledger) -> None:
    document = ledger.document(save_article(ledger, URL, "He said the bridge is open.", 0))
    old, kept, new = (make_claim(document, start, 12) for start in (0, 3, 8))
    ledger.save_annotations(make_annotations(document, old, kept), made_by=GRAMMAR, now=at(1))
    ledger.save_annotations(make_annotations(document, kept, new), made_by="grammar/2", now=at(2))
    assert ledger.claims([document.id]) == [kept, new]
    assert ledger.claims([document.id], as_of=at(1)) == [old, kept]
    assert ledger.annotations([document.id], as_of=at(1))[document.id].claims == (old, kept)
    assert ledger.find(old.id).record == old


def test_stories_are_closed_and_not_deleted(ledger: Ledger) -> None:
    one, both, gone = Story("s-1", ("d-1",)), Story("s-1", ("d-1", "d-2")), Story("s-2", ("d-2",))
    ledger.save_stories([one, gone], now=at(1))
    ledger.save_stories([both], now=at(2))
    ledger.save_stories([one, gone], now=at(3))
    assert [ledger.stories(as_of=at(hours)) for hours in (0, 1, 2, 3)] == [
        [],
        [one, gone],
        [both],
        [one, gone],
    ]
    assert ledger.stories() == [one, gone]
    assert [ledger.story_of("d-2", as_of=at(hours)) for hours in (0, 1, 2, 3)] == [None, "s-2", "s-1", "s-2"]


def test_entities_and_assessments_are_asked_as_of(ledger: Ledger) -> None:
    man = Entity("e-1", MentionType.PERSON, "Farid Qa’emi", ("Qaemi",), ("d-1",))
    renamed = replace(man, aliases=("Qaemi", "قائمی"))
    few, more = (Assessment("s-1", (("d-1",),), reason) for reason in ("1 outlet", "2 outlets, 1 origin"))
    ledger.save_entities([man], now=at(1))
    ledger.save_assessments([few], now=at(1))
    ledger.save_entities([renamed], now=at(2))
    ledger.save_assessments([more], now=at(2))
    assert (ledger.entities(), ledger.assessments()) == ([renamed], [more])
    assert (ledger.entities(as_of=at(1)), ledger.assessments(as_of=at(1))) == ([man], [few])


def decide(ledger: Ledger, id: str, verdict: Verdict, subject: str, by: str, hours: float) -> None:
    ledger.append_decision(Decision(id, verdict, subject, by, at(hours)), now=at(hours))


def test_a_person_outranks_a_rule_and_the_last_word_counts(ledger: Ledger) -> None:
    document = ledger.document(save_article(ledger, URL, "He said the bridge is open.", 0))
    claim = make_claim(document, 8, 27)
    ledger.save_annotations(make_annotations(document, claim), made_by=GRAMMAR, now=at(0))

    def accepted(hours: float) -> bool:
        return ledger.claims(accepted_only=True, as_of=at(hours)) == [claim]

    decide(ledger, "x-1", Verdict.ACCEPT, claim.id, "rule:attributed/1", 1)
    decide(ledger, "x-2", Verdict.REJECT, claim.id, "Mina", 2)
    decide(ledger, "x-3", Verdict.ACCEPT, claim.id, "rule:attributed/2", 3)
    decide(ledger, "x-4", Verdict.UNDO, "x-2", "Mina", 4)
    assert [accepted(hours) for hours in (0, 1, 2, 3, 4)] == [False, True, False, False, True]
    assert [decision.id for decision in ledger.decisions(claim.id)] == ["x-1", "x-2", "x-3"]


def test_dossiers_hold_whole_stories_and_accepted_claims_only(ledger: Ledger) -> None:
    early = save_article(ledger, URL, "He said the bridge is open.", 0, printed="2020-03-07")
    late = save_article(ledger, OTHER_URL, "He said the road is open.", 1, printed="2020-03-09")
    alone = save_article(ledger, f"{URL}/2", "Old news.", 1, printed="2020-03-01")
    good, bad = (make_claim(ledger.document(early), start, 27) for start in (8, 9))
    made = make_annotations(ledger.document(early), good, bad)
    ledger.save_annotations(made, made_by=GRAMMAR, now=at(1))
    ledger.save_stories([Story("s-1", (early, late)), Story("s-2", (alone,))], now=at(1))
    decide(ledger, "x-1", Verdict.ACCEPT, good.id, "rule:attributed/1", 2)
    (dossier,) = ledger.dossiers(begin="2020-03-08", until="2020-03-22")
    assert [document.id for document in dossier.documents] == [early, late]
    assert (dossier.claims, dossier.annotations) == ((good,), (made,))
    assert dossier.assessment.origins == ((early,), (late,))
    assert ledger.dossiers(begin="2020-03-08", until="2020-03-22", only=[]) == []
    (marks,) = ledger.story_marks(begin="2020-03-08", until="2020-03-22")
    assert (marks.story, marks.newest, marks.denied) == ("s-1", "2020-03-09", False)


def test_latest_capture_and_offsets(ledger: Ledger) -> None:
    assert ledger.latest_capture(URL) is None
    assert ledger.committed_offsets() == {}
    old, new = make_evidence(URL, "one", 0), make_evidence(URL, "three", 2)
    for evidence in (new, old):
        ledger.save_capture(evidence, make_custody(evidence), now=evidence.captured_at)
    latest = ledger.latest_capture(URL)
    assert latest is not None
    assert (latest.evidence, latest.etag, latest.captured_at) == (new, '"5"', at(2))
    assert ledger.committed_offsets() == {"2020-03.warc.gz": 3000}
    ledger.save_capture(None, make_custody(new, 304, 5), now=at(5))
    checked = ledger.latest_capture(URL)
    assert checked is not None
    assert (checked.evidence, checked.etag, checked.captured_at) == (new, '"5"', at(5))


def test_status_counts_by_outlet_and_says_how_long_it_is_silent(ledger: Ledger) -> None:
    document = ledger.document(save_article(ledger, URL, "He said the bridge is open.", 0))
    ledger.save_annotations(
        make_annotations(document, make_claim(document, 8, 27)), made_by=GRAMMAR, now=at(1)
    )
    ledger.save_capture(None, make_custody(make_evidence(URL, "x"), 304, 20), now=at(20))
    ledger.save_issue(Issue("i-1", Stage.COLLECT, URL, "timed out", at(3), "courier"), now=at(3))
    courier, tidings = ledger.outlet_status(now=at(24))
    assert (courier.outlet, courier.issues, courier.silence) == ("courier", 1, None)
    assert (tidings.captures, tidings.documents, tidings.claims, tidings.issues) == (2, 1, 1, 0)
    assert (tidings.last_seen, tidings.last_new, tidings.silence) == (at(20), at(0), at(24) - at(0))


def test_find_by_id_and_by_its_beginning(ledger: Ledger) -> None:
    document = save_article(ledger, URL, "Open.", 0)
    ledger.save_stories(
        [Story("s-abc1", (document,)), Story("s-abc2", (document,)), Story("s-a%", ())], now=at(0)
    )
    assert ledger.find(document[:6]).record == ledger.document(document)
    assert ledger.find("s-abc1").kind == "story"
    assert ledger.find("s-a%").id == "s-a%"
    with pytest.raises(NotFound, match=r"begins 2 ids.*s-abc1, story s-abc2"):
        ledger.find("s-abc")
    for id in ("s-zz", "s", "s-_", ""):
        with pytest.raises(NotFound, match="nothing in the ledger"):
            ledger.find(id)


def test_a_failed_transaction_leaves_nothing(ledger: Ledger) -> None:
    evidence = make_evidence(URL, "Open.")
    with pytest.raises(ZeroDivisionError), ledger.transaction():
        ledger.save_capture(evidence, make_custody(evidence), now=at(0))
        ledger.save_document(make_document(evidence, "Open."), now=at(0))
        assert len(ledger.documents()) == 1
        raise ZeroDivisionError
    assert list(ledger.export()) == []
    save_article(ledger, URL, "Open.", 0)
    assert len(ledger.documents()) == 1


def test_the_export_does_not_depend_on_the_order_of_saving(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "other.sqlite")) as other:
        for number in range(5):
            save_article(ledger, f"{URL}/{number}", f"News {number}", 0)
            save_article(other, f"{URL}/{4 - number}", f"News {4 - number}", 0)
        lines = list(ledger.export())
        assert [line["type"] for line in lines] == ["document"] * 5 + ["evidence"] * 5
        assert lines == list(other.export())


def test_errors_show_neither_articles_nor_passwords(ledger: Ledger) -> None:
    with pytest.raises(LedgerError) as caught, ledger._write() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "secret article"})
    assert "nowhere" in str(caught.value)
    assert "secret article" not in f"{caught.value} {caught.value.__cause__}"
