"""What `dateline show` prints for each kind of record."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime

from rich.text import Text

from dateline.cli.page_lines import heading, line
from dateline.cli.show_entity import entity_page
from dateline.cli.show_event import event_page, events_in
from dateline.model.claims import Claim, Link
from dateline.model.documents import Document
from dateline.model.events import Event
from dateline.model.evidence import Evidence
from dateline.model.ledger import Entity, Story
from dateline.store import Ledger
from dateline.store.find import Found, Noun

CONTEXT = 200  # characters of the text before and after a claim


def page_of(ledger: Ledger, found: Found, as_of: datetime | None) -> Text:
    """Return the page for what was found, as it was known at `as_of`."""
    record = found.record
    match record:
        case Claim():
            page = _claim_page(ledger, record, as_of)
        case Document():
            page = _document_page(ledger, record, as_of)
        case Story():
            page = _story_page(ledger, record, as_of)
        case Event():
            page = event_page(ledger, record, as_of)
        case Entity():
            page = entity_page(ledger, record)
        case Evidence():
            page = _evidence_page(ledger, [record, *(e for e in found.others if isinstance(e, Evidence))])
        case _:
            page = _plain_page(found.kind, found.id, record)
    return page


def _claim_page(ledger: Ledger, claim: Claim, as_of: datetime | None) -> Text:
    document = ledger.document(claim.document)
    page = heading("claim", claim.id)
    line(page, "said by", " → ".join(_describe_link(link) for link in claim.chain))
    manner = f"{claim.mode}, {claim.certainty}, {claim.polarity}, confidence {claim.confidence:.2f}"
    line(page, "manner", manner)
    line(page, "printed in", f"{document.title or document.url} ({document.id})")
    for decision in ledger.decisions(claim.id, as_of=as_of):
        line(page, decision.verdict.value, f"by {decision.by} at {decision.at:%Y-%m-%d %H:%M} {decision.why}")
    page.append("\n")
    page.append_text(_in_context(claim, document))
    page.append("\n")
    _versions(page, ledger, document, as_of)
    return page


def _describe_link(link: Link) -> str:
    name = link.name or "someone unnamed"
    marks = [mark for mark in ("anonymous" if link.anonymous else "", link.date or "") if mark]
    return f"{name} ({', '.join(marks)})" if marks else name


def _in_context(claim: Claim, document: Document) -> Text:
    start = max(0, claim.sentence.start - CONTEXT)
    end = min(len(document.text), claim.sentence.end + CONTEXT)
    context = Text(document.text[start:end], style="dim")
    context.stylize("not dim", claim.sentence.start - start, claim.sentence.end - start)
    for span in claim.content:
        context.stylize("bold", span.start - start, span.end - start)
    if claim.cue:
        context.stylize("underline", claim.cue.start - start, claim.cue.end - start)
    return context


def _document_page(ledger: Ledger, document: Document, as_of: datetime | None) -> Text:
    page = heading("document", document.id)
    line(page, "title", document.title)
    line(page, "outlet", document.outlet)
    line(page, "written by", document.source or document.byline)
    if document.published:
        printed = document.published
        line(page, "published", f"{printed.value} (printed as {printed.raw!r}, found in {printed.found_in})")
    line(page, "language", document.lang)
    line(page, "address", document.url)
    line(page, "evidence", document.evidence)
    line(page, "read by", document.reader)
    line(page, "story", ledger.story_of(document.id, as_of=as_of))
    for issue in document.issues:
        line(page, "issue", issue)
    for claim in ledger.claims([document.id], as_of=as_of):
        said = " … ".join(span.of(document.text) for span in claim.content)
        line(page, claim.id, f"{_describe_link(claim.chain[0])}: {said}")
    page.append(f"\n{document.text}\n")
    _versions(page, ledger, document, as_of)
    return page


def _versions(page: Text, ledger: Ledger, document: Document, as_of: datetime | None) -> None:
    versions = ledger.versions(document.url, as_of=as_of)
    if len(versions) > 1:
        page.append("\nversions of this article\n", style="bold")
        for version in versions:
            mark = "this one" if version.id == document.id else ""
            line(page, f"{version.captured_at:%Y-%m-%d %H:%M}", f"{version.id} {mark}")


def _story_page(ledger: Ledger, story: Story, as_of: datetime | None) -> Text:
    page = heading("story", story.id)
    assessed = {assessment.story: assessment for assessment in ledger.assessments(as_of=as_of)}
    if story.id in assessed:
        line(page, "borne out by", assessed[story.id].reason)
    copies = {copy.document: copy for copy in story.copies}
    documents = ledger.documents_by_id(story.documents)
    for id in story.documents:  # in the order of printing
        document = documents[id]
        day = document.published.day if document.published else "no date"
        copy = copies.get(id)
        mark = f" — copy of {copy.original} ({copy.overlap:.0%})" if copy else ""
        line(page, id, f"{day} {document.outlet or ''}: {document.title or document.url}{mark}")
    events_in(page, ledger, story.documents, as_of)
    return page


def _evidence_page(ledger: Ledger, records: Iterable[Evidence]) -> Text:
    page = Text()
    for record in records:
        page.append_text(heading("evidence", record.id))
        line(page, "address", record.url)
        line(page, "kind", f"{record.media_type}, {record.length} bytes")
        line(page, "archived in", f"{record.record.file} at byte {record.record.offset}")
        for entry in ledger.custody(record.id):
            line(page, f"{entry.at:%Y-%m-%d %H:%M}", f"{entry.action} by {entry.component} ({entry.status})")
    return page


def _plain_page(kind: str, id: str, record: Noun) -> Text:
    page = heading(kind, id)
    for field in fields(record):
        line(page, field.name, str(getattr(record, field.name)))
    return page
