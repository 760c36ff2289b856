"""An edition as one self-contained page, and the pages of its evidence. Content never becomes markup."""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

from dateline.model.documents import Document
from dateline.model.editions import Citation, Edition, EditionPicture, Sentence
from dateline.write.checking.check import mask
from dateline.write.choosing.summary import components_of
from dateline.write.forms.linked import linked_data
from dateline.write.forms.notices import noted_sentences, notice_text
from dateline.write.forms.words import pieces_of, together
from dateline.write.prose.cite import full_date
from dateline.write.prose.passages import (
    Piece,
    find_passages,
    marked_paragraphs,
    number_citations,
    printed_citations,
    safe_url,
    split_directions,
    visible,
)
from dateline.write.settings import house_words, print_words, standing

RIGHT_TO_LEFT_LANGUAGES = ("ar", "fa", "he", "ur", "ps", "ckb", "yi")
IMAGE_TYPES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation as it stands in a sentence: the printed label, its number, and its own anchor."""

    label: str
    number: int
    anchor: str
    outlet: str


@cache
def _environment(style: Path | None) -> Environment:
    """Return the templates: those of a style folder first, the package's for what it does not have."""
    own = [FileSystemLoader(style)] if style is not None else []
    environment = Environment(
        loader=ChoiceLoader([*own, PackageLoader("dateline.write")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["pieces"] = split_directions
    return environment


def render_html(
    edition: Edition,
    documents: Mapping[str, Document],
    *,
    pictures: Mapping[str, bytes] | None = None,
    style: Path | None = None,
) -> str:
    """Render the page. `documents` give the passages their context, `pictures` are bytes by the file printed.

    `style` is a folder whose templates stand in for the package's, such as a `spotlight.css` of its own.
    The page asks nothing of the network: style is inline, pictures are embedded, no script runs; its one
    data block is schema.org JSON-LD.
    """
    markers = _Markers(edition)
    return (
        _environment(style)
        .get_template("spotlight.html")
        .render(
            edition=edition,
            direction="rtl" if edition.language.split("-")[0] in RIGHT_TO_LEFT_LANGUAGES else "ltr",
            passages=find_passages(edition, documents),
            marked=markers.of_sentence,
            markers_of=markers.of_citations,
            image=lambda picture: _data_address(picture, pictures or {}),
            language_of=lambda sentence: _language(sentence, documents),
            period=edition_period(edition),
            issued=full_date(edition.issued_at[:10], edition.language),
            date=lambda stated: full_date(stated[:10], edition.language) if stated else None,
            counts=edition_counts(edition),
            openings=story_openings(edition),
            linked=linked_data(edition),
            components=components_of(edition),
            words=print_words(edition.language),
            together=together,
            undated=house_words(edition.language).undated,
            notices=[(notice_text(edition, notice), notice.citations) for notice in edition.notices],
            noted=noted_sentences(edition),
            standing=lambda entry: standing(entry, print_words(edition.language)),
        )
    )


def render_evidence(document: Document, edition: Edition, *, style: Path | None = None) -> str:
    """Render the cleaned text of a cited document with every cited passage marked."""
    spans = frozenset(
        span
        for citation in printed_citations(edition)
        if citation.document == document.id
        for span in citation.spans
    )
    published = document.published
    return (
        _environment(style)
        .get_template("evidence.html")
        .render(
            document=document,
            edition=edition,
            url=safe_url(document.url),
            outlet=next(
                (c.outlet for c in printed_citations(edition) if c.document == document.id), document.outlet
            ),
            published=full_date(published.day, edition.language) if published else None,
            paragraphs=marked_paragraphs(document.text, spans),
        )
    )


class _Markers:
    """Gives each printed citation its number and an anchor of its own, in the order of print."""

    def __init__(self, edition: Edition) -> None:
        self._numbers = number_citations(edition)
        self._printed: Counter[int] = Counter()

    def of_citations(self, citations: tuple[Citation, ...]) -> list[Marker]:
        return [self._marker(citation) for citation in citations]

    def of_sentence(self, sentence: Sentence) -> list[Piece | Marker]:
        """Split a sentence into words and markers; a label that is not in the text stands behind it."""
        parts: list[Piece | Marker] = []
        for words, citation in pieces_of(sentence):
            parts += split_directions(words)
            parts += [self._marker(citation)] if citation else []
        return parts

    def _marker(self, citation: Citation) -> Marker:
        number = self._numbers[citation.document, citation.spans]
        self._printed[number] += 1
        again = self._printed[number]
        anchor = f"r{number}" if again == 1 else f"r{number}-{again}"
        label = citation.label or f"({citation.outlet})"
        return Marker(label, number, anchor, citation.outlet)


def _data_address(picture: EditionPicture, pictures: Mapping[str, bytes]) -> str | None:
    """Return a picture as an address that holds its bytes; None where they are missing or no known image."""
    body = pictures.get(picture.file, b"")
    kind = next((kind for start, kind in IMAGE_TYPES.items() if body.startswith(start)), None)
    return f"data:{kind};base64,{b64encode(body).decode()}" if kind else None


def _language(sentence: Sentence, documents: Mapping[str, Document]) -> str:
    cited = [documents[c.document].lang for c in sentence.citations if c.document in documents]
    return cited[0] if cited else "und"


def edition_period(edition: Edition) -> str:
    """Return the first and last day in words."""
    begin, until = (full_date(day, edition.language) for day in (edition.period.begin, edition.period.until))
    return f"{begin} – {until}"


def story_openings(edition: Edition) -> dict[str, str]:
    """Return the first sentence of each story without its labels, to say which story a dispute is of."""
    entries = [entry for section in edition.sections for entry in section.items]
    return {
        entry.story: mask(first.text, [f" {citation.label}" for citation in first.citations]).strip()
        for entry in entries
        for first in entry.sentences[:1]
    }


def edition_counts(edition: Edition) -> dict[str, int]:
    """Count what the source summary opens with."""
    outlets = {citation.outlet for citation in printed_citations(edition)}
    stories = sum(len(section.items) for section in edition.sections)
    return {"stories": stories, "documents": len(edition.documents), "outlets": len(outlets)}
