import json
from dataclasses import replace
from typing import Any

import pytest

from dateline.errors import ArchiveError, EditionError
from dateline.model.documents import Document
from dateline.model.editions import EditionDocument, SentenceVerdict
from dateline.write.forms.machine import format_edition
from dateline.write.planning.plan import plan_edition
from dateline.write.proof.verify import format_verdict, verify_edition
from tests.write.factory import NAMES, NOW, PERIOD, PNG, SETTINGS, rereading, stories, supplement

DOCUMENTS = {found.id: found for story in stories() for found in story.documents}


def derive(entry: EditionDocument) -> Document:
    return DOCUMENTS[entry.id]


@pytest.fixture
def edition() -> dict[str, Any]:
    planned = plan_edition(
        stories(), settings=SETTINGS, period=PERIOD, number=7, now=NOW, supplement=supplement()
    )
    return format_edition(planned)


def verify(edition: dict[str, Any], **rest) -> list[SentenceVerdict]:
    usual = {"derive": derive, "picture_bytes": lambda file: PNG, "outlet_names": NAMES}
    rest = usual | {"rereading": rereading(*stories())} | rest
    return verify_edition(edition, **rest)


def failing(edition: dict[str, Any], **rest) -> set[str]:
    return {verdict.path for verdict in verify(edition, **rest) if not verdict.ok}


def test_an_edition_as_written_is_borne_out(edition: dict[str, Any]) -> None:
    verdicts = verify(edition)
    assert len(verdicts) == 13
    assert [verdict for verdict in verdicts if not verdict.ok] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nine rockets", "eleven rockets"),
        ("Hatem Jubouri", "Hatem Nazari"),
        ("May 2,", "May 3,"),
        ("Balad", "Basra"),
    ],
)
def test_a_changed_sentence_is_named(edition: dict[str, Any], old: str, new: str) -> None:
    sentence = edition["sections"][0]["items"][0]["sentences"][0]
    sentence["text"] = sentence["text"].replace(old, new)
    assert failing(edition) == {"sections[0].items[0].sentences[0]", "id"}


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("quote", "At least ten rockets struck.", "the quote is not the text"),
        ("spans", [[29, 160]], "the quote is not the text"),
        ("spans", [[0, 99999]], "do not lie in document"),
        ("spans", [[-5, 9]], "do not lie in document"),
        ("outlet", "Karun", "credited to Karun"),
        ("published", "2021-05-09", "dated 2021-05-09"),
        ("label", "(Rafidain Wire, May 9)", "gives another date"),
        ("label", "(Karun, May 3)", "does not name Rafidain Wire"),
        ("document", "d-0", "does not list"),
    ],
)
def test_a_changed_citation_is_named(edition: dict[str, Any], field: str, value: object, why: str) -> None:
    edition["sections"][0]["items"][0]["sentences"][0]["citations"][0][field] = value
    verdict = next(v for v in verify(edition) if v.path == "sections[0].items[0].sentences[0]")
    assert not verdict.ok
    assert any(why in reason for reason in verdict.why)


def test_a_reported_sentence_needs_a_citation(edition: dict[str, Any]) -> None:
    edition["overview"][0]["sentences"][0]["citations"] = []
    assert "overview[0].sentences[0]" in failing(edition)


def test_a_judgement_needs_an_author(edition: dict[str, Any]) -> None:
    sentence = edition["overview"][0]["sentences"][0]
    sentence |= {"kind": "judgement", "citations": [], "text": "It is likely that the road opens again."}
    assert "overview[0].sentences[0]" in failing(edition)
    sentence["author"] = "R. Halabi"
    assert "overview[0].sentences[0]" not in failing(edition)


def test_altered_bytes_fail_the_sentences_that_cite_them(edition: dict[str, Any]) -> None:
    altered = edition["documents"][0]["id"]

    def broken(entry: EditionDocument) -> Document:
        if entry.id == altered:
            raise ArchiveError("capture.warc.gz: bytes do not have the hash they are kept under")
        return derive(entry)

    cited = {
        f"sections[{n}].items[{i}].sentences[{s}]"
        for n, section in enumerate(edition["sections"])
        for i, entry in enumerate(section["items"])
        for s, sentence in enumerate(entry["sentences"])
        if any(citation["document"] == altered for citation in sentence["citations"])
    }
    assert cited
    assert cited <= failing(edition, derive=broken)


def test_another_text_from_the_same_bytes_fails(edition: dict[str, Any]) -> None:
    def other(entry: EditionDocument) -> Document:
        return replace(derive(entry), text="Another text. " * 50)

    assert "sections[0].items[0].sentences[0]" in failing(edition, derive=other)


def test_a_disputed_value_must_be_in_its_sources(edition: dict[str, Any]) -> None:
    edition["disputes"][0]["versions"][0]["value"] = "16"
    assert failing(edition) == {"disputes[0].versions[0]", "id"}


def test_a_caption_must_be_of_a_cited_page(edition: dict[str, Any]) -> None:
    edition["sections"][0]["items"][0]["pictures"][0]["caption"] = "The gate of another base"
    assert failing(edition) == {"sections[0].items[0].pictures[0]", "id"}


@pytest.mark.parametrize("body", [None, PNG + b"x"])
def test_a_picture_must_have_its_bytes(edition: dict[str, Any], body: bytes | None) -> None:
    assert failing(edition, picture_bytes=lambda file: body) == {"sections[0].items[0].pictures[0]"}


def test_any_other_alteration_breaks_the_id(edition: dict[str, Any]) -> None:
    edition["source_summary"]["documents"] += 1
    assert failing(edition) == {"id"}


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("overview", None, "overview"),
        ("number", "x", "number"),
        ("period", {"begin": "2021-05-01"}, "period.until"),
    ],
)
def test_a_malformed_edition_is_refused(
    edition: dict[str, Any], path: str, value: object, message: str
) -> None:
    edition[path] = value
    with pytest.raises(EditionError, match=message):
        verify(edition)


def test_a_verdict_is_a_line_of_json() -> None:
    line = format_verdict(SentenceVerdict("overview[0].sentences[0]", False, ("why",)))
    assert json.loads(json.dumps(line)) == {"path": "overview[0].sentences[0]", "ok": False, "why": ["why"]}
