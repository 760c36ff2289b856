"""Editing a draft: its text for an editor, the text read back, and each sentence checked again."""

from dataclasses import replace

from dateline.errors import EditionError, NotFound
from dateline.model.claims import Claim
from dateline.model.editions import (
    Action,
    Citation,
    Edition,
    EditionItem,
    Revision,
)
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict
from dateline.model.spans import Span
from dateline.pipeline.doors import Doors
from dateline.pipeline.editions.checking import Checked, check_draft
from dateline.pipeline.editions.drafting import find_draft, make_revision
from dateline.pipeline.editions.house import edition_settings
from dateline.pipeline.editions.supplement import printed_pictures_of
from dateline.store import Ledger
from dateline.write.editing.drafting import format_draft
from dateline.write.editing.redrafting import DraftSources, Edited, parse_draft
from dateline.write.planning.house import house_of
from dateline.write.planning.plan import edition_id
from dateline.write.prose.cite import edition_document, make_citation
from dateline.write.prose.furniture import without_furniture

__all__ = ["Checked", "check_draft", "draft_sources", "draft_text", "edit_draft", "find_claim"]


def draft_text(doors: Doors, checked: Checked) -> str:
    """Return a draft as Markdown for an editor, the reasons against its sentences below them."""
    edition = checked.revision.edition
    documents = doors.ledger.documents_by_id([entry.id for entry in edition.documents])
    at_hand = {id: printed_pictures_of(doors, document) for id, document in documents.items()}
    faults = {verdict.path: verdict.why for verdict in checked.failed}
    return format_draft(checked.revision, faults=faults, at_hand=at_hand)


def edit_draft(doors: Doors, revision: Revision, text: str, *, by: str, why: str = "") -> Checked:
    """Save an edited draft as its next state and check each sentence; the same text again changes nothing.

    A refused claim is rejected in the ledger with its reason. A sentence that is not borne out is kept,
    so that no work is lost, and the draft is not issued with it. Raises EditionError for a text that
    cannot be understood, and where the draft was edited since `revision`.
    """
    if find_draft(doors, revision.draft).id != revision.id:
        raise EditionError(
            f"{revision.draft} was edited meanwhile; open it again and carry your changes over"
        )
    edited = parse_draft(text, revision, draft_sources(doors, revision.edition))
    edition = with_house(doors, edited.edition)
    if edition == revision.edition and not edited.refusals:
        return check_draft(doors, revision)
    state = make_revision(doors, revision.draft, Action.EDITED, edition, by=by, why=why)
    with doors.ledger.transaction():
        doors.ledger.append_revision(state, now=doors.now)
        doors.ledger.append_decisions(_refusing(doors, edited, state), now=doors.now)
    return check_draft(doors, state)


def draft_sources(doors: Doors, edition: Edition) -> DraftSources:
    """Return what an editor may draw on: the claims, stories and pictures of the ledger."""
    settings = edition_settings(doors)
    documents = doors.ledger.documents_by_id([entry.id for entry in edition.documents])
    pictures = {p.file: p for document in documents.values() for p in printed_pictures_of(doors, document)}

    def relabel(citation: Citation) -> Citation:
        document = doors.ledger.document(citation.document)
        spans = [Span(*span) for span in citation.spans]
        return make_citation(citation.claim, document, spans, settings=settings)

    def cite(id: str) -> Citation:
        claim = find_claim(doors.ledger, id)
        document = doors.ledger.document(claim.document)
        span = without_furniture(claim.sentence, document.text, document.title)
        return make_citation(claim.id, document, [span], settings=settings)

    return DraftSources(
        cite=cite,
        relabel=relabel,
        entry=lambda story: _empty_entry(doors.ledger, story),
        document=lambda id: edition_document(doors.ledger.document(id)),
        pictures=pictures,
    )


def find_claim(ledger: Ledger, id: str) -> Claim:
    """Return the claim that an id, or its beginning, names. Raises EditionError for none or a refused one."""
    try:
        found = ledger.find(id).record
    except NotFound as error:
        raise EditionError(str(error)) from None
    if not isinstance(found, Claim):
        raise EditionError(f"{id} names no claim; dateline show {id} prints what it is")
    made = [one for one in ledger.decisions(found.id) if one.verdict in (Verdict.ACCEPT, Verdict.REJECT)]
    if made and made[-1].verdict is Verdict.REJECT:
        raise EditionError(f"{found.id} was refused by {made[-1].by}: {made[-1].why or 'no reason given'}")
    return found


def _empty_entry(ledger: Ledger, story: str) -> EditionItem:
    origins = {assessment.story: assessment.origins for assessment in ledger.assessments()}
    if story not in origins:
        raise EditionError(f"the ledger has no story {story}; dateline search finds its articles")
    return EditionItem(story, (), len(origins[story]))


def with_house(doors: Doors, edition: Edition) -> Edition:
    """Return an edited edition with the names of the house for what it now cites, and its id."""
    settings = edition_settings(doors)
    cited = doors.ledger.documents_by_id([entry.id for entry in edition.documents])
    known = [cited[entry.id] for entry in edition.documents if entry.id in cited]
    edition = replace(edition, house=house_of(known, settings))
    return replace(edition, id=edition_id(edition))


def _refusing(doors: Doors, edited: Edited, state: Revision) -> list[Decision]:
    """Return the rejections that an edit makes; `other` is the state they came with, to undo both."""
    return [
        Decision(
            content_id("j", Verdict.REJECT.value, refusal.claim, state.id, refusal.why),
            Verdict.REJECT,
            refusal.claim,
            state.by,
            doors.now,
            refusal.why,
            other=state.id,
        )
        for refusal in edited.refusals
    ]
