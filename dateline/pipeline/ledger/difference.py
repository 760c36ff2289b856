"""What is new since a moment: first told, told on, disputed, denied, taken back, silently edited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.assess.acceptance import is_printable
from dateline.assess.corrections import is_retracted, marks_correction
from dateline.model.claims import Claim, Polarity
from dateline.model.documents import Document
from dateline.pipeline.ledger.standing import EventStanding, events_standing, stories_standing
from dateline.store import Ledger


class News(StrEnum):
    """What kind of news something is to somebody who last looked at a moment."""

    NEW = "new"
    UPDATED = "updated"
    DISPUTED = "disputed"
    DENIED = "denied"
    RETRACTED = "retracted"
    CORRECTED = "corrected"
    EDITED = "silently edited"


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One thing that is otherwise than it was: a story, an event, a document, with the claims on it."""

    kind: News
    subject: str
    title: str
    note: str
    claims: tuple[str, ...]


def find_news(ledger: Ledger, since: datetime, *, until: datetime | None = None) -> list[NewsLine]:
    """Return what the ledger learned after `since` and up to `until`, by kind."""
    before = {document.id for document in ledger.documents(as_of=since, current_only=False)}
    fresh = [document for document in ledger.documents(as_of=until) if document.id not in before]
    claims: dict[str, list[Claim]] = {document.id: [] for document in fresh}
    for claim in ledger.claims([document.id for document in fresh], as_of=until):
        claims[claim.document].append(claim)
    return [
        *_stories(ledger, since, until, claims),
        *_disputes(events_standing(ledger, as_of=since), events_standing(ledger, as_of=until)),
        *_denials(ledger, until, claims),
        *_versions(ledger, fresh, claims),
    ]


def _stories(
    ledger: Ledger, since: datetime, until: datetime | None, claims: Mapping[str, list[Claim]]
) -> Iterator[NewsLine]:
    known = {id: story.id for story in ledger.stories(as_of=since) for id in story.documents}
    standing = stories_standing(ledger, as_of=until)
    for kind in (News.NEW, News.UPDATED):
        for each in standing:
            added = [id for id in each.story.documents if id in claims]
            is_new = not any(id in known for id in each.story.documents)
            if added and is_new is (kind is News.NEW):
                note = each.assessment.reason if is_new and each.assessment else f"{len(added)} more"
                said = (claim.id for id in added for claim in claims[id])
                yield NewsLine(kind, each.story.id, each.title, note, tuple(said))


def _disputes(before: Iterable[EventStanding], after: Iterable[EventStanding]) -> Iterator[NewsLine]:
    """Give what is disputed now and was not, or in more versions."""
    known = {
        (each.event.id, attribute.name, attribute.of, tuple(version.value for version in attribute.versions))
        for each in before
        for attribute in each.account.disputed
    }
    for each in after:
        for attribute in each.account.disputed:
            values = tuple(version.value for version in attribute.versions)
            if (each.event.id, attribute.name, attribute.of, values) not in known:
                givers = (giver for version in attribute.versions for giver in version.givers)
                claims = dict.fromkeys(giver.claim for giver in givers if giver.claim)
                counted = f"{attribute.of} {attribute.name}" if attribute.of else attribute.name
                note = f"{counted}: {' / '.join(values)} ({attribute.relation})"
                yield NewsLine(News.DISPUTED, each.event.id, each.title, note, tuple(claims))


def _denials(ledger: Ledger, until: datetime | None, claims: Mapping[str, list[Claim]]) -> Iterator[NewsLine]:
    denied = {denial: claim for each in ledger.assessments(as_of=until) for denial, claim in each.denials}
    documents = ledger.documents_by_id(list(claims))
    for id, said in claims.items():
        for claim in said:
            if claim.polarity is Polarity.DENIED and is_printable(claim):
                other = denied.get(claim.id)
                words = " … ".join(span.of(documents[id].text) for span in claim.content)
                speaker = claim.chain[0].name or "somebody unnamed"
                pair = (claim.id, other) if other else (claim.id,)
                yield NewsLine(
                    News.DENIED, claim.id, _title(documents[id]), f"{speaker} denies: {words}", pair
                )


def _versions(
    ledger: Ledger, fresh: Iterable[Document], claims: Mapping[str, list[Claim]]
) -> Iterator[NewsLine]:
    """Give the articles of which a later version came, by whether they own up to it."""
    for document in fresh:
        versions = ledger.versions(document.url)
        earlier = [each for each in versions if each.captured_at < document.captured_at]
        if earlier and earlier[-1].text != document.text:
            before = earlier[-1]
            note = f"{before.id} of {before.captured_at:%Y-%m-%d %H:%M} became {document.id}"
            said = tuple(claim.id for claim in claims[document.id])
            yield NewsLine(_edit_of(before, document), document.id, _title(document), note, said)
        elif is_retracted(document):
            yield NewsLine(News.RETRACTED, document.id, _title(document), "taken back", ())


def _edit_of(before: Document, after: Document) -> News:
    if is_retracted(after) and not is_retracted(before):
        return News.RETRACTED
    return News.CORRECTED if marks_correction(after) and not marks_correction(before) else News.EDITED


def _title(document: Document) -> str:
    return document.title or document.url
