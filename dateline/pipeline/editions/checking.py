"""The check of sentences against what the ledger holds of the cited articles: quick enough for every save."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.errors import NotFound
from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.editions import Edition, EditionDocument, Revision, Sentence, SentenceVerdict
from dateline.pipeline.doors import Doors
from dateline.pipeline.editions.house import edition_settings
from dateline.write.forms.machine import format_edition
from dateline.write.proof.faults import derive_all, sentence_faults
from dateline.write.proof.reread import Rereading
from dateline.write.proof.verify import verify_edition
from dateline.write.prose.passages import cited_documents


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
