"""Editing a draft: its text for an editor, the text read back, and each sentence checked again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.errors import EditionError, NotFound
from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import (
    Action,
    Citation,
    Edition,
    EditionDocument,
    EditionItem,
    Revision,
    Sentence,
    SentenceVerdict,
)
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Verdict
from dateline.model.spans import Span
from dateline.pipeline.doors import Doors
from dateline.pipeline.drafting import find_draft, make_revision
from dateline.pipeline.house import edition_settings
from dateline.pipeline.supplement import printed_pictures_of
from dateline.store import Ledger
from dateline.write.cite import edition_document, make_citation
from dateline.write.drafting import format_draft
from dateline.write.furniture import without_furniture
from dateline.write.house import house_of
from dateline.write.machine import format_edition
from dateline.write.passages import cited_documents
from dateline.write.plan import edition_id
from dateline.write.redrafting import DraftSources, Edited, parse_draft
from dateline.write.reread import Rereading
from dateline.write.verify import derive_all, sentence_faults, verify_edition


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft as it was saved, with the verdict on each of its sentences."""

    revision: Revision
    verdicts: tuple[SentenceVerdict, ...]

    @property
    def failed(self) -> tuple[SentenceVerdict, ...]:
        """The verdicts against sentences: an edition with one is not issued."""
        return tuple(verdict for verdict in self.verdicts if not verdict.ok)


def check_draft(doors: Doors, revision: Revision) -> Checked:
    """Check each sentence of a draft against what the ledger holds of the cited articles.

    This is quick enough for every save. Before the issue all is derived again from the archived bytes.
    """
    known = _Known(doors, revision.edition)
    verdicts = verify_edition(
        format_edition(revision.edition),
        derive=known.derive,
        outlet_names=known.outlet_names,
        rereading=known.rereading,
    )
    return Checked(revision, tuple(verdicts))


def sentence_checker(doors: Doors, edition: Edition) -> Callable[[Sentence], list[str]]:
    """Return a function that lists what keeps a sentence out of `edition`, whose documents it may cite."""
    known = _Known(doors, edition)
    listed = cited_documents(edition)
    derived = derive_all(listed, known.derive, known.outlet_names, known.rereading)
    return lambda sentence: sentence_faults(sentence, derived)


class _Known:
    """What the ledger holds of the articles that an edition cites: texts, annotations, names of the house."""

    def __init__(self, doors: Doors, edition: Edition) -> None:
        self._ledger = doors.ledger
        self._documents = doors.ledger.documents_by_id([entry.id for entry in cited_documents(edition)])
        self._notes = doors.ledger.annotations(self._documents)
        house, settings = edition.house, edition_settings(doors)
        self.outlet_names = house.outlets if house else settings.outlet_names
        spellings = house.spellings if house else settings.names
        self.rereading = Rereading(edition.language, self._annotate, spellings)

    def derive(self, entry: EditionDocument) -> Document:
        if entry.id not in self._documents:
            raise NotFound(f"the ledger has no document {entry.id}")
        return self._documents[entry.id]

    def _annotate(self, document: Document) -> Annotations:
        if document.id not in self._notes:
            raise NotFound(f"the ledger has no annotations of document {document.id}")
        return replace(self._notes[document.id], claims=tuple(self._ledger.claims([document.id])))


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
    edition = _with_house(doors, edited.edition)
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


def _with_house(doors: Doors, edition: Edition) -> Edition:
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
