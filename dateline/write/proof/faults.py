"""What keeps a sentence out of print: each fact in it against the cited words, derived again from bytes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.errors import ArchiveError, NotFound, Unreadable
from dateline.model.documents import Document
from dateline.model.editions import Citation, EditionDocument, Sentence, SentenceKind, Unsupported
from dateline.model.spans import Span
from dateline.write.checking.check import check_sentence
from dateline.write.proof.labels import label_faults
from dateline.write.proof.reread import Rereading
from dateline.write.prose.attack_heads import claims_of_head, without_head
from dateline.write.prose.attacks import attack_in
from dateline.write.prose.cite import quote_of
from dateline.write.prose.judgement import judgement_faults
from dateline.write.settings import house_words

Derive = Callable[[EditionDocument], Document]


@dataclass(frozen=True, slots=True)
class Derived:
    """The documents of an edition derived again: each a document, or the reason why there is none."""

    documents: Mapping[str, Document | str]
    listed: Mapping[str, EditionDocument]
    outlet_names: Mapping[str, str] | None
    again: Rereading


def derive_all(
    listed: Iterable[EditionDocument],
    derive: Derive,
    outlet_names: Mapping[str, str] | None,
    rereading: Rereading,
) -> Derived:
    """Derive each listed document; what cannot be derived is kept with its reason."""
    by_id = {entry.id: entry for entry in listed}
    documents = {id: _derive(entry, derive) for id, entry in by_id.items()}
    return Derived(documents, by_id, outlet_names, rereading)


def _derive(entry: EditionDocument, derive: Derive) -> Document | str:
    try:
        document = derive(entry)
    except (ArchiveError, Unreadable, NotFound) as error:
        return f"{entry.url}: {error}"
    if document.id != entry.id or document.evidence != entry.evidence:
        return f"{entry.url}: the archived bytes give document {document.id}, the edition cites {entry.id}"
    published = document.published.value if document.published else None
    if (document.outlet or "", published, document.title) != (entry.outlet, entry.published, entry.title):
        return f"{entry.url}: outlet, date or title of document {entry.id} are not those of the archived page"
    return document


def sentence_faults(sentence: Sentence, derived: Derived) -> list[str]:
    """List what keeps a sentence out of print: what its citations do not bear out, and why they cannot."""
    if sentence.kind is SentenceKind.JUDGEMENT:
        return judgement_faults(sentence, derived.again.language)
    if not sentence.citations:
        return ["a reported sentence without a citation"]
    faults = [fault for citation in sentence.citations for fault in citation_faults(citation, derived)]
    if faults:
        return faults
    sources = [citation.quote for citation in sentence.citations]
    labels = [citation.label for citation in sentence.citations]
    broken = derived.again.breaks_frame(sentence, derived.documents)
    if broken is not None:
        return ["the frame is not the one that the cited words give"] if broken else []
    pieces = pieces_of(sentence)
    if pieces:
        told = _told_of_each(sentence, pieces, derived.again.language)
        return [fault for text, citation in told for fault in _piece_faults(text, citation, derived)]
    unsupported = check_sentence(sentence.text, sources, allowed=labels)
    if unsupported:
        sources += _house_quotes(sentence.citations, derived)
        unsupported = check_sentence(sentence.text, sources, allowed=labels)
    return [describe(found) for found in unsupported]


def pieces_of(sentence: Sentence) -> list[tuple[str, Citation]]:
    """Cut a sentence at its labels, where each citation has words of its own before it; else return nothing.

    Of "2 killed in Balad (Karun, May 3) and 5 in Tikrit (Tigris, May 4)" Karun bears out Balad alone.
    """
    pieces, at = [], 0
    for citation in sentence.citations:
        place = sentence.text.find(citation.label, at)
        if place < 0 or not any(letter.isalnum() for letter in sentence.text[at:place]):
            return []
        pieces.append((sentence.text[at:place], citation))
        at = place + len(citation.label)
    rest = any(letter.isalnum() for letter in sentence.text[at:])
    return [] if rest or len(pieces) < 2 else pieces


def _told_of_each(
    sentence: Sentence, pieces: list[tuple[str, Citation]], language: str
) -> list[tuple[str, Citation]]:
    """Lay what the head of a sentence on several attacks claims to each of its pieces, where it has one."""
    quotes = [citation.quote for _, citation in pieces]
    claimed = claims_of_head(sentence.text, [text for text, _ in pieces], quotes, language)
    if claimed is None:
        return pieces
    return [(f"{without_head(text, language)} {claimed}", citation) for text, citation in pieces]


def _piece_faults(text: str, citation: Citation, derived: Derived) -> list[str]:
    """List what a piece says beyond its citation; an attack read again there says no more."""
    if _tells_attack(text, citation, derived):
        return []
    sources = [citation.quote, *_house_quotes([citation], derived)]
    allowed = [house_words(derived.again.language).frames["attacks"]]
    return [describe(found) for found in check_sentence(text, sources, allowed=allowed)]


def _tells_attack(text: str, citation: Citation, derived: Derived) -> bool:
    """Say whether a piece is, word for word, the attack that its cited words tell of."""
    document, language = derived.documents.get(citation.document), derived.again.language
    notes = derived.again.notes(document) if isinstance(document, Document) else None
    if not isinstance(document, Document) or notes is None:
        return False
    attack = attack_in(document, notes, [Span(*span) for span in citation.spans], language)
    if attack is None:
        return False
    told = {
        attack.in_words(language, placed=True),
        f"{attack.in_words(language, placed=False)} {attack.place}",
    }
    frames = house_words(language).frames
    plain = text.removeprefix(frames["attacks"]).lstrip(" ,").removeprefix(f"{frames['and']} ")
    return " ".join(plain.split()) in told


def _house_quotes(citations: Iterable[Citation], derived: Derived) -> list[str]:
    """Return the cited words in house style, read again: with the dates of the weekdays they name."""
    cited = [(derived.documents.get(citation.document), citation) for citation in citations]
    return [
        derived.again.house_quote(document, citation)
        for document, citation in cited
        if isinstance(document, Document)
    ]


def describe(found: Unsupported) -> str:
    """Say in words what is not borne out."""
    return f"{found.kind} not borne out by the cited words: {found.what}"


def citation_faults(citation: Citation, derived: Derived) -> list[str]:
    """List what a citation says of its document that the archived bytes do not give: place, words, label."""
    document = derived.documents.get(citation.document)
    if document is None:
        return [f"cites document {citation.document}, which the edition does not list"]
    if isinstance(document, str):
        return [document]
    length, spans = len(document.text), citation.spans
    if not spans or any(not 0 <= start < end <= length for start, end in spans):
        return [f"spans {list(spans)} do not lie in document {document.id} of {length} code points"]
    faults = []
    if quote_of(document.text, spans) != citation.quote:
        faults.append(f"the quote is not the text of document {document.id} at {list(spans)}")
    return faults + label_faults(citation, document, derived.outlet_names)
