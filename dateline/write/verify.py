"""Each sentence of an edition recomputed from the archive: bytes, text, quote, label, every fact in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.errors import ArchiveError, NotFound, Unreadable
from dateline.model.documents import Document
from dateline.model.editions import (
    Citation,
    Dispute,
    Edition,
    EditionDocument,
    EditionPicture,
    Sentence,
    SentenceKind,
    SentenceVerdict,
    Unsupported,
)
from dateline.model.identity import bytes_id
from dateline.model.spans import Span
from dateline.write.attack_heads import claims_of_head, without_head
from dateline.write.attacks import attack_in
from dateline.write.check import check_sentence
from dateline.write.cite import quote_of
from dateline.write.denials import WHETHER
from dateline.write.judgement import judgement_faults
from dateline.write.labels import label_faults
from dateline.write.machine import parse_edition
from dateline.write.passages import cited_documents, sentences_of
from dateline.write.plan import edition_id
from dateline.write.reread import Rereading
from dateline.write.settings import house_words

Derive = Callable[[EditionDocument], Document]
PictureBytes = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Derived:
    """The documents of an edition derived again: each a document, or the reason why there is none."""

    documents: Mapping[str, Document | str]
    listed: Mapping[str, EditionDocument]
    outlet_names: Mapping[str, str] | None
    again: Rereading


def verify_edition(
    edition: Mapping[str, object],
    *,
    derive: Derive,
    picture_bytes: PictureBytes | None = None,
    outlet_names: Mapping[str, str] | None = None,
    rereading: Rereading | None = None,
) -> list[SentenceVerdict]:
    """Check each sentence, disputed value and caption against texts derived again from archived bytes.

    `derive` raises ArchiveError, Unreadable or NotFound where the bytes do not give the document; the
    sentences that cite it then fail with that reason. `picture_bytes` gives a picture's bytes by its
    file; without it captions are checked, files are not. `outlet_names` are the desk's, by outlet id;
    without them the printed name of an outlet is taken as it is. `rereading` derives annotations anew:
    without it a date printed for a weekday is not borne out. Raises EditionError for a malformed edition.
    """
    parsed = parse_edition(dict(edition))
    derived = derive_all(
        cited_documents(parsed), derive, outlet_names, rereading or Rereading(parsed.language)
    )
    verdicts = [_verdict(path, sentence_faults(sentence, derived)) for path, sentence in sentences_of(parsed)]
    verdicts += [_verdict(path, faults) for path, faults in _dispute_faults(parsed, derived)]
    verdicts += [
        _verdict(path, _picture_faults(picture, derived, picture_bytes))
        for path, picture in _pictures_of(parsed)
    ]
    verdicts += [_verdict(path, sentence_faults(now, derived)) for path, now in _notices_of(parsed)]
    if edition_id(parsed) != parsed.id:
        verdicts.append(
            _verdict("id", [f"{parsed.id} is not the hash of what the edition says: it was altered"])
        )
    return verdicts


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


def format_verdict(verdict: SentenceVerdict) -> dict[str, object]:
    """Return the verdict as the line that `dateline verify --json` prints."""
    return {"path": verdict.path, "ok": verdict.ok, "why": list(verdict.why)}


def _verdict(path: str, faults: list[str]) -> SentenceVerdict:
    return SentenceVerdict(path, not faults, tuple(dict.fromkeys(faults)))


def _notices_of(edition: Edition) -> Iterator[tuple[str, Sentence]]:
    """Yield what corrections put in the place of what they correct."""
    for n, notice in enumerate(edition.notices):
        if notice.now:
            yield f"notices[{n}]", Sentence(notice.now, SentenceKind.REPORTED, notice.citations)


def _pictures_of(edition: Edition) -> Iterator[tuple[str, EditionPicture]]:
    for n, section in enumerate(edition.sections):
        for i, entry in enumerate(section.items):
            for p, picture in enumerate(entry.pictures):
                yield f"sections[{n}].items[{i}].pictures[{p}]", picture


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
    faults = [fault for citation in sentence.citations for fault in _citation_faults(citation, derived)]
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
    return [_describe(found) for found in unsupported]


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
    return [_describe(found) for found in check_sentence(text, sources, allowed=allowed)]


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


def _describe(found: Unsupported) -> str:
    return f"{found.kind} not borne out by the cited words: {found.what}"


def _citation_faults(citation: Citation, derived: Derived) -> list[str]:
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


def _dispute_faults(edition: Edition, derived: Derived) -> Iterator[tuple[str, list[str]]]:
    for d, dispute in enumerate(edition.disputes):
        for v, version in enumerate(dispute.versions):
            faults = [
                fault for citation in version.citations for fault in _citation_faults(citation, derived)
            ]
            if not version.citations:
                faults = ["a version without a citation"]
            if v == 0 and not faults:
                faults = _title_faults(dispute, derived)
            for citation in version.citations if not faults else ():
                faults += [_describe(found) for found in check_sentence(version.value, [citation.quote])]
            yield f"disputes[{d}].versions[{v}]", faults


def _title_faults(dispute: Dispute, derived: Derived) -> list[str]:
    """Check the title of a dispute against the whole of the articles that it cites.

    What is in question is neither said nor denied by "whether": of it only the facts are checked.
    """
    sources = []
    for citation in (citation for version in dispute.versions for citation in version.citations):
        document = derived.documents.get(citation.document)
        if isinstance(document, Document):
            whole = replace(citation, spans=((0, len(document.text)),))
            sources += [document.title or "", document.text, derived.again.house_quote(document, whole)]
    unsupported = check_sentence(dispute.title, sources) if dispute.title else ()
    open_question = dispute.about == WHETHER
    return [_describe(found) for found in unsupported if not (open_question and found.kind == "negation")]


def _picture_faults(
    picture: EditionPicture, derived: Derived, picture_bytes: PictureBytes | None
) -> list[str]:
    faults = []
    captions = {
        _plain(found.caption)
        for document in derived.documents.values()
        if isinstance(document, Document)
        for found in document.pictures
    }
    if _plain(picture.caption) not in captions:
        faults.append(f"no cited page has the caption “{picture.caption}”")
    if picture_bytes is not None:
        body = picture_bytes(picture.file)
        if body is None:
            faults.append(f"{picture.file} is missing")
        elif bytes_id(body) != picture.sha256:
            faults.append(f"{picture.file} has the hash {bytes_id(body)}, the edition says {picture.sha256}")
    return faults


def _plain(caption: str | None) -> str:
    return " ".join((caption or "").split())
