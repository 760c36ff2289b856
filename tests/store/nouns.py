"""Nouns for the tests of the ledger."""

from datetime import UTC, datetime, timedelta

from dateline.model.annotations import Annotations
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.evidence import CustodyEntry, Evidence, WarcPointer
from dateline.model.identity import bytes_id, content_id
from dateline.model.spans import Span
from dateline.model.times import StatedTime

START = datetime(2020, 3, 8, 6, tzinfo=UTC)
READER = "plain/1"
GRAMMAR = "grammar/1"


def at(hours: float) -> datetime:
    """The moment so many hours after the start."""
    return START + timedelta(hours=hours)


def make_evidence(url: str, body: str, hours: float = 0, outlet: str | None = "tidings") -> Evidence:
    record = WarcPointer("2020-03.warc.gz", int(hours * 1000), 1000)
    headers = (("ETag", f'"{len(body)}"'), ("Last-Modified", "Sun, 08 Mar 2020 06:00:00 GMT"))
    return Evidence(
        bytes_id(body.encode()), url, url, at(hours), "text/html", len(body), outlet, headers, record
    )


def make_custody(evidence: Evidence, status: int = 200, hours: float | None = None) -> CustodyEntry:
    moment = evidence.captured_at if hours is None else at(hours)
    return CustodyEntry(moment, "kept", "archive/1", evidence.url, evidence.id, status, evidence.record)


def make_document(
    evidence: Evidence,
    text: str,
    *,
    title: str = "News",
    lang: str = "en",
    printed: str | None = "2020-03-08",
    reader: str = READER,
) -> Document:
    return Document(
        id=content_id("d", evidence.id, evidence.url, reader),
        evidence=evidence.id,
        url=evidence.url,
        outlet=evidence.outlet,
        title=title,
        byline=None,
        source=None,
        published=StatedTime(printed, printed) if printed else None,
        captured_at=evidence.captured_at,
        lang=lang,
        text=text,
        pictures=(),
        reader=reader,
    )


def make_claim(document: Document, start: int, end: int, *, confidence: float = 0.9) -> Claim:
    chain = (Link(LinkKind.SPEAKER, "Farid Qa’emi"), Link(LinkKind.PUBLISHER, document.outlet))
    return Claim(
        id=content_id("c", document.id, start, end),
        document=document.id,
        content=(Span(start, end),),
        chain=chain,
        cue=Span(0, 1),
        mode=Mode.PARAPHRASE,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.AFFIRMED,
        confidence=confidence,
        sentence=Span(0, len(document.text)),
    )


def make_annotations(document: Document, *claims: Claim) -> Annotations:
    return Annotations(document.id, (Span(0, len(document.text)),), claims=claims, made_by=(GRAMMAR,))
