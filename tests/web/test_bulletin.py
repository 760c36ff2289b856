"""The bulletin in the desk: drafted, edited sentence by sentence, issued, corrected, withdrawn."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from dateline.pipeline.editions.drafting import find_draft
from dateline.pipeline.editions.editing import check_draft
from dateline.web.room import Room
from dateline.web.views.bulletin import EditionView
from dateline.write.prose.passages import sentences_of
from tests.web.desks import token_of

PERIOD = {"begin": "2020-03-08", "until": "2020-03-21"}


@pytest.fixture
def draft(client: TestClient) -> str:
    answer = client.post("/bulletin/drafts", data={"csrf": token_of(client), **PERIOD})
    return str(answer.headers["location"]).rpartition("/")[2]


def _change(client: TestClient, draft: str, **form: str) -> int:
    address = f"/bulletin/drafts/{draft}/{'move' if 'by' in form else 'sentence'}"
    return client.post(address, data={"csrf": token_of(client), **form}).status_code


def _sentences(room: Room, draft: str) -> list[tuple[str, tuple[str, ...]]]:
    edition = find_draft(room.doors, draft).edition
    return [(one.text, tuple(c.claim for c in one.citations)) for _, one in sentences_of(edition)]


def _paths(client: TestClient, draft: str) -> list[str]:
    return re.findall(r'name="path" value="([^"]+)', client.get(f"/bulletin/drafts/{draft}").text)


def test_leaving_a_sentence_out_leaves_the_others_with_what_they_cite(
    client: TestClient, room: Room, draft: str
) -> None:
    before, paths = _sentences(room, draft), _paths(client, draft)
    gone = next(index for index, path in enumerate(paths) if path.startswith("sections"))
    assert _change(client, draft, what="drop", path=paths[gone]) == 303
    assert _sentences(room, draft) == before[:gone] + before[gone + 1 :]
    assert check_draft(room.doors, find_draft(room.doors, draft)).failed == ()


def test_moving_a_story_leaves_its_sentences_whole(client: TestClient, room: Room, draft: str) -> None:
    before = find_draft(room.doors, draft).edition.sections
    story = before[0].items[1].story
    assert _change(client, draft, story=story, by="-1") == 303
    after = find_draft(room.doors, draft).edition.sections
    assert [entry.story for entry in after[0].items[:2]] == [story, before[0].items[0].story]
    assert sorted(_texts(after)) == sorted(_texts(before))
    assert check_draft(room.doors, find_draft(room.doors, draft)).failed == ()


def test_an_edited_claim_is_printed_in_its_edited_words(client: TestClient, room: Room, draft: str) -> None:
    told = [
        (sentence.text, citation.claim)
        for _, sentence in sentences_of(find_draft(room.doors, draft).edition)
        for citation in sentence.citations
    ]
    claims = {claim.id: claim for claim in room.ledger.claims()}
    texts = {each.id: each.text for each in room.ledger.documents()}
    words, id = next(
        (words, id)
        for text, id in told
        if (words := claims[id].content[0].of(texts[claims[id].document])) in text
    )
    edited = words.removesuffix(words.split()[-1]) + "and then some"
    form = {"csrf": token_of(client), "verdict": "edit", "words": edited}
    assert client.post(f"/claims/{id}", data=form).status_code == 303
    client.post(f"/bulletin/drafts/{draft}/drop", data={"csrf": token_of(client)})
    answer = client.post("/bulletin/drafts", data={"csrf": token_of(client), **PERIOD})
    again = str(answer.headers["location"]).rpartition("/")[2]
    assert any(edited in text for text, _ in _sentences(room, again))
    claim = client.get(f"/api/claims/{id}").json()["claim"]
    assert (claim["edited"], claim["text"]) == (edited, words)


@pytest.mark.parametrize("before", [True, False], ids=["before-another", "at-the-end"])
def test_a_story_stands_where_it_was_dropped(
    client: TestClient, room: Room, draft: str, before: bool
) -> None:
    was = [entry.story for entry in find_draft(room.doors, draft).edition.sections[0].items]
    asked = {
        "by": "",
        "section": "0",
        "story": was[-1] if before else was[0],
        "before": was[0] if before else "",
    }
    assert _change(client, draft, **asked) == 303
    now = [entry.story for entry in find_draft(room.doors, draft).edition.sections[0].items]
    assert now == ([was[-1], *was[:-1]] if before else [*was[1:], was[0]])
    assert _change(client, draft, by="", section="9", story=was[0], before="") == 404
    assert _change(client, draft, by="", section="0", story=was[0], before="s-nowhere") == 404


def _texts(sections: tuple) -> list[str]:  # type: ignore[type-arg]
    return [sentence.text for s in sections for entry in s.items for sentence in entry.sentences]


def test_what_is_not_borne_out_is_red_and_not_issued(client: TestClient, draft: str) -> None:
    path = _paths(client, draft)[-1]
    assert _change(client, draft, what="save", path=path, text="Ninety swans died in Atlantis.") == 303
    page = client.get(f"/bulletin/drafts/{draft}").text
    assert "not borne out by the cited words: Ninety" in page
    assert client.post(f"/bulletin/drafts/{draft}/issue", data={"csrf": token_of(client)}).status_code == 409


def test_a_change_of_somebody_else_is_not_overwritten(client: TestClient, draft: str) -> None:
    paths = _paths(client, draft)
    stale = {"what": "drop", "path": paths[-1], "revision": "v-of-yesterday"}
    assert _change(client, draft, **stale) == 400
    assert _paths(client, draft) == paths


def test_an_edition_is_issued_corrected_and_withdrawn(client: TestClient, room: Room, draft: str) -> None:
    csrf = {"csrf": token_of(client)}
    assert client.post(f"/bulletin/drafts/{draft}/issue", data=csrf).headers["location"] == "/bulletin/1"
    assert client.get("/bulletin/1/files/edition.json").json()["number"] == 1
    page = client.get("/bulletin/1/files/index.html?look=true")
    assert "sandbox" in page.headers["content-security-policy"]
    proof = client.post("/bulletin/1/verify", data=csrf, follow_redirects=True)
    assert "borne out by the archive" in proof.text
    form = {**csrf, "sentence": "sections[0].items[0].sentences[0]", "why": "It was another day"}
    assert client.post("/bulletin/1/correct", data=form).status_code == 303
    assert "It was another day" in client.get("/bulletin/1").text
    assert client.post("/bulletin/1/withdraw", data={**csrf, "why": "Wrong week"}).status_code == 303
    assert "Wrong week" in client.get("/bulletin/1").text
    log = client.get("/desk/log").text
    assert all(word in log for word in ("drafted", "issued", "corrected", "withdrew", "downloaded"))


def test_an_analyst_drafts_and_an_editor_issues(log_in: Callable[[str], TestClient]) -> None:
    arash, edna = log_in("arash"), log_in("edna")
    place = arash.post("/bulletin/drafts", data={"csrf": token_of(arash), **PERIOD}).headers["location"]
    assert arash.post(f"{place}/issue", data={"csrf": token_of(arash)}).status_code == 403
    assert edna.post(f"{place}/sign", data={"csrf": token_of(edna)}).status_code == 303
    assert "Signed by edna" in arash.get(place).text


def test_the_api_says_what_the_page_says(client: TestClient, draft: str) -> None:
    told = client.get(f"/api/bulletin/drafts/{draft}").json()
    assert set(EditionView.__dataclass_fields__) == set(told)
    assert told["failed"] == 0


def _proposals(client: TestClient, draft: str) -> list[dict[str, object]]:
    return list(client.get(f"/api/bulletin/drafts/{draft}").json()["proposals"])


def _decide(client: TestClient, draft: str, what: str, *ids: object) -> int:
    form = {"csrf": token_of(client), "what": what, "proposal": ids}
    return client.post(f"/bulletin/drafts/{draft}/proposals", data=form).status_code


def test_disputes_and_gaps_wait_to_be_taken_in(client: TestClient, room: Room, draft: str) -> None:
    proposed = _proposals(client, draft)
    assert {bool(each["dispute"]) for each in proposed} == {True, False}
    page = client.get(f"/bulletin/drafts/{draft}").text
    assert f'href="#proposals">{len(proposed)} proposals undecided</a>' in page
    edition = find_draft(room.doors, draft).edition
    assert (edition.disputes, edition.gaps) == ((), ())


def test_a_proposal_is_taken_in_left_out_and_undone(client: TestClient, room: Room, draft: str) -> None:
    dispute = next(each for each in _proposals(client, draft) if each["dispute"])
    assert _decide(client, draft, "take", dispute["id"]) == 303
    taken = find_draft(room.doors, draft).edition
    assert len(taken.disputes) == 1
    cited = {citation.document for version in taken.disputes[0].versions for citation in version.citations}
    assert cited <= {document.id for document in taken.documents}
    assert check_draft(room.doors, find_draft(room.doors, draft)).failed == ()
    assert _decide(client, draft, "leave", dispute["id"]) == 303
    assert find_draft(room.doors, draft).edition.disputes == ()
    client.post(f"/bulletin/drafts/{draft}/undo", data={"csrf": token_of(client)})
    assert find_draft(room.doors, draft).edition == taken


def test_all_that_is_proposed_can_be_taken_in(client: TestClient, room: Room, draft: str) -> None:
    proposed = _proposals(client, draft)
    assert _decide(client, draft, "take", *(each["id"] for each in proposed)) == 303
    edition = find_draft(room.doors, draft).edition
    assert len(edition.disputes) + len(edition.gaps) == len(proposed)
    assert all(each["taken"] for each in _proposals(client, draft))
    assert 'id="undecided"' not in client.get(f"/bulletin/drafts/{draft}").text


def test_the_log_is_in_the_language_of_the_reader(client: TestClient, draft: str) -> None:
    client.post(f"/bulletin/drafts/{draft}/drop", data={"csrf": token_of(client)})
    log = client.get("/desk/log", headers={"accept-language": "ar"}).text
    assert "أُغلقت بلا إصدار" in log
    assert "dropped" not in log


def test_what_was_never_proposed_is_refused(client: TestClient, draft: str) -> None:
    assert _decide(client, draft, "take", "p-0000") == 404


def test_what_is_being_written_is_kept_for_its_writer(client: TestClient, draft: str) -> None:
    page = client.get(f"/bulletin/drafts/{draft}").text
    subject = re.findall(r'data-keeps="([^"]+)"', page)[0]
    form = {"csrf": token_of(client), "subject": subject, "words": "The bridge <b>reopened</b>"}
    assert client.post("/kept", data=form).status_code == 204
    page = client.get(f"/bulletin/drafts/{draft}").text
    assert "The bridge &lt;b&gt;reopened&lt;/b&gt;</textarea>" in page
    assert client.post("/kept", data={**form, "words": ""}).status_code == 204
    assert "reopened&lt;" not in client.get(f"/bulletin/drafts/{draft}").text
