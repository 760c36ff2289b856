"""What bears a sentence out beside the cited words themselves: the same words read again in house style."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dateline.model.annotations import Annotations
from dateline.model.documents import Document
from dateline.model.editions import Citation, Sentence
from dateline.model.spans import Span
from dateline.write.prose.cite import JOIN
from dateline.write.prose.frames import House, frame_head, frame_passage
from dateline.write.prose.wording import in_house_words
from dateline.write.settings import same_language

Annotate = Callable[[Document], Annotations]


@dataclass(slots=True)
class Rereading:
    """Reads cited documents again, each at most once: dates of weekdays, spellings, speakers, counts.

    `annotate` derives the annotations of a document anew; without it nothing is borne out but the words.
    """

    language: str
    annotate: Annotate | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    read: dict[str, Annotations] = field(default_factory=dict)

    def notes(self, document: Document) -> Annotations | None:
        """Return the annotations of `document`, derived from its text."""
        if document.id not in self.read and self.annotate is not None:
            self.read[document.id] = self.annotate(document)
        return self.read.get(document.id)

    def house_quote(self, document: Document, citation: Citation) -> str:
        """Return the cited words in house style."""
        notes = self.notes(document)
        return JOIN.join(
            in_house_words(document, notes, Span(*span), names=self.names, language=self.language)
            for span in citation.spans
        )

    def breaks_frame(self, sentence: Sentence, documents: Mapping[str, Document | str]) -> bool | None:
        """Say whether a sentence labelled as a frame is not, word for word, the one that its citation gives.

        None where it is no frame, or where nothing is at hand to make it again from: then only its
        names, numbers and quotation can be checked, not what the numbers count.
        """
        if len(sentence.citations) != 1 or self.annotate is None:
            return None
        citation = sentence.citations[0]
        document = documents.get(citation.document)
        if not isinstance(document, Document) or same_language(document.lang, self.language):
            return None
        if citation.label != frame_head(citation.outlet, document, self.language):
            return None
        return sentence.text != self._frame(document, citation)

    def _frame(self, document: Document, citation: Citation) -> str | None:
        notes = self.notes(document)
        claim = next((claim for claim in notes.claims if claim.id == citation.claim), None) if notes else None
        if notes is None or claim is None:
            return None
        spans = tuple(Span(*span) for span in citation.spans)
        house = House(citation.outlet, self.names, self.language)
        return frame_passage(document, notes, claim, spans, house)
