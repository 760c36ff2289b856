"""Each sentence of an edition recomputed from the archive: bytes, text, quote, label, every fact in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from dateline.model.documents import Document
from dateline.model.editions import (
    Dispute,
    DisputeVersion,
    Edition,
    EditionPicture,
    Sentence,
    SentenceKind,
    SentenceVerdict,
)
from dateline.model.identity import bytes_id
from dateline.write.checking.check import check_sentence
from dateline.write.forms.machine import parse_edition
from dateline.write.planning.denials import WHETHER, without_owner
from dateline.write.planning.disputes import is_given_up
from dateline.write.planning.plan import edition_id
from dateline.write.proof.faults import (
    Derive,
    Derived,
    citation_faults,
    derive_all,
    describe,
    sentence_faults,
)
from dateline.write.proof.reread import Rereading
from dateline.write.prose.passages import cited_documents, sentences_of
from dateline.write.settings import house_words

PictureBytes = Callable[[str], bytes | None]


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


def _dispute_faults(edition: Edition, derived: Derived) -> Iterator[tuple[str, list[str]]]:
    for d, dispute in enumerate(edition.disputes):
        for v, version in enumerate(dispute.versions):
            faults = [fault for citation in version.citations for fault in citation_faults(citation, derived)]
            if not version.citations:
                faults = ["a version without a citation"]
            if v == 0 and not faults:
                faults = _title_faults(dispute, derived)
            for citation in version.citations if not faults else ():
                faults += [describe(found) for found in check_sentence(version.value, [citation.quote])]
            if is_given_up(version.value, edition.language):
                faults += _given_up_faults(version, dispute)
            yield f"disputes[{d}].versions[{v}]", faults


def _given_up_faults(version: DisputeVersion, dispute: Dispute) -> list[str]:
    """List the outlets said to have given up a figure that are cited for no other, later."""
    later = {
        (citation.outlet, citation.published or "")
        for other in dispute.versions
        if other is not version
        for citation in other.citations
    }
    return [
        f"{citation.outlet} is not cited for another figure later than {citation.published}"
        for citation in version.citations
        if not any(citation.outlet == who and (citation.published or "") < when for who, when in later)
    ]


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
    open_question, title = dispute.about == WHETHER, dispute.title
    if open_question:
        title = without_owner(title, dispute.versions[-1].citations[0].quote, derived.again.language)
    opening = house_words(derived.again.language).frames["whether"].format(content="")
    unsupported = check_sentence(title, sources, allowed=[opening] if open_question else ()) if title else ()
    return [describe(found) for found in unsupported if not (open_question and found.kind == "negation")]


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
