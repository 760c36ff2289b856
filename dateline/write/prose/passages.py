"""Citations numbered for print, and the passage that each one opens."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from urllib.parse import urlsplit

from dateline.model.documents import Document
from dateline.model.editions import Citation, Edition, EditionDocument, Sentence
from dateline.model.identity import content_id

UNSEEN = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
CONTEXT = 260  # code points of context on each side of the cited words
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")
RIGHT_TO_LEFT = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
FOREIGN = re.compile(
    rf"«[^«»]*[{RIGHT_TO_LEFT}](?:[^«»]|«[^«»]*»)*»|[{RIGHT_TO_LEFT}](?:[^A-Za-z\n]*[{RIGHT_TO_LEFT}])?"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of running text: marked where it is cited, `foreign` where it runs from right to left."""

    text: str
    marked: bool = False
    foreign: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The cited words of one document in their place. `pieces` is empty where the document is not at hand."""

    number: int
    citation: Citation
    pieces: tuple[Piece, ...]
    lang: str
    title: str
    url: str | None
    evidence: str
    page: str
    captured_at: str


def number_citations(edition: Edition) -> dict[tuple[str, tuple[tuple[int, int], ...]], int]:
    """Number the cited passages in the order in which they are printed; the same words have one number."""
    numbers: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}
    for citation in printed_citations(edition):
        numbers.setdefault((citation.document, citation.spans), len(numbers) + 1)
    return numbers


def printed_citations(edition: Edition) -> Iterator[Citation]:
    """Yield every citation in the order of print: overview, sections, disputes, notices."""
    for paragraph in edition.overview:
        for sentence in paragraph.sentences:
            yield from sentence.citations
    for section in edition.sections:
        for entry in section.items:
            for sentence in entry.sentences:
                yield from sentence.citations
    for dispute in edition.disputes:
        for version in dispute.versions:
            yield from version.citations
    for notice in edition.notices:
        yield from notice.citations


def sentences_of(edition: Edition) -> Iterator[tuple[str, Sentence]]:
    """Yield each sentence with its path: the overview first, then the sections."""
    for p, paragraph in enumerate(edition.overview):
        for s, sentence in enumerate(paragraph.sentences):
            yield f"overview[{p}].sentences[{s}]", sentence
    for n, section in enumerate(edition.sections):
        for i, entry in enumerate(section.items):
            for s, sentence in enumerate(entry.sentences):
                yield f"sections[{n}].items[{i}].sentences[{s}]", sentence


def map_sentences(edition: Edition, change: Callable[[str, Sentence], Sentence]) -> Edition:
    """Return the edition with each sentence as `change` gives it for its path and itself."""
    changed = iter([change(path, sentence) for path, sentence in sentences_of(edition)])

    def next_of(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(islice(changed, len(sentences)))

    overview = tuple(replace(each, sentences=next_of(each.sentences)) for each in edition.overview)
    sections = tuple(
        replace(
            section,
            items=tuple(replace(entry, sentences=next_of(entry.sentences)) for entry in section.items),
        )
        for section in edition.sections
    )
    return replace(edition, overview=overview, sections=sections)


def cited_documents(edition: Edition) -> tuple[EditionDocument, ...]:
    """List the documents that an edition and its notices cite."""
    added = (entry for notice in edition.notices for entry in notice.documents)
    return tuple({entry.id: entry for entry in (*edition.documents, *added)}.values())


def find_passages(edition: Edition, documents: Mapping[str, Document]) -> tuple[Passage, ...]:
    """Return the passage of each numbered citation, in the order of the numbers."""
    listed = {entry.id: entry for entry in cited_documents(edition)}
    first = {(c.document, c.spans): c for c in reversed(list(printed_citations(edition)))}
    passages = []
    for key, number in number_citations(edition).items():
        citation, entry, document = first[key], listed.get(key[0]), documents.get(key[0])
        passages.append(
            Passage(
                number=number,
                citation=citation,
                pieces=in_context(document.text, citation.spans)
                if document
                else (Piece(citation.quote, True),),
                lang=document.lang if document else "und",
                title=(entry.title if entry else None) or "",
                url=safe_url(entry.url if entry else ""),
                evidence=entry.evidence if entry else "",
                page=f"evidence/{evidence_name(citation.document)}#s{citation.spans[0][0]}",
                captured_at=entry.captured_at if entry else "",
            )
        )
    return tuple(passages)


def in_context(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    """Cut `text` to the cited spans with some context around them, at words, the spans marked."""
    ordered = sorted(spans)
    begin, end = _word_start(text, ordered[0][0] - CONTEXT), _word_end(text, ordered[-1][1] + CONTEXT)
    pieces = [Piece("… ")] if begin else []
    at = begin
    for start, stop in ordered:
        between = text[at:start]
        if len(between) > 3 * CONTEXT:
            after, before = _word_end(text, at + CONTEXT), _word_start(text, start - CONTEXT)
            between = f"{text[at:after]} … {text[before:start]}"
        pieces += [Piece(between), Piece(text[max(at, start) : stop], marked=True)]
        at = max(at, stop)
    pieces += [Piece(text[at:end]), Piece(" …" if end < len(text) else "")]
    return tuple(piece for piece in pieces if piece.text)


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    found = re.compile(r"\s").search(text, at)
    return found.end() if found else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    return max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), 0) or at


def marked_paragraphs(text: str, spans: frozenset[tuple[int, int]]) -> tuple[tuple[Piece, ...], ...]:
    """Split a whole text into paragraphs of pieces, cited words marked and anchored by their first offset."""
    paragraphs = []
    for match in re.finditer(r"[^\n]+", text):
        paragraphs.append(tuple(_marked(text, match.start(), match.end(), spans)))
    return tuple(paragraphs)


def _marked(text: str, begin: int, end: int, spans: frozenset[tuple[int, int]]) -> Iterator[Piece]:
    edges = {begin, end} | {edge for span in spans for edge in span if begin < edge < end}
    starts = {start for start, _ in spans}
    ordered = sorted(edges)
    for start, stop in pairwise(ordered):
        marked = any(a <= start and stop <= b for a, b in spans)
        yield Piece(text[start:stop], marked, anchor=f"s{start}" if start in starts else None)


def split_directions(text: str) -> tuple[Piece, ...]:
    """Split running text so that what runs from right to left can be set apart from its surroundings."""
    pieces, at = [], 0
    for match in FOREIGN.finditer(text):
        pieces += [Piece(text[at : match.start()]), Piece(match.group(), foreign=True)]
        at = match.end()
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def visible(text: str) -> str:
    """Leave out the characters that nobody sees but that turn other text round or hide it.

    >>> visible("a\\u202eb")
    'ab'
    """
    return text.translate(UNSEEN)


def safe_url(url: str) -> str | None:
    """Return `url` if it is an address of the web, else None: no other scheme is ever linked."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def evidence_name(document: str) -> str:
    """Return the file name of a document's evidence page, whatever its id is made of."""
    name = document if SAFE_NAME.fullmatch(document) else content_id("x", document)
    return f"{name}.html"
