"""Citations and their labels in house style."""

import re
from collections.abc import Sequence

from dateline.model.documents import Document
from dateline.model.editions import Citation, EditionDocument
from dateline.model.spans import Span
from dateline.write.settings import EditionSettings, house_words, outlet_name, print_words

JOIN = " … "
CLOSING = "”\"’'»)]%"
ENDS_ALREADY = re.compile(r"(?:[!?؟…]|\.\.|[.!?؟…][”\"»’)\]])$")
ABBREVIATION = re.compile(r"\b[A-Z](\.[A-Z])+\.$")  # its last full stop is its own


def quote_of(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words at `spans`, joined as the edition contract says."""
    return JOIN.join(text[start:end] for start, end in spans)


def make_citation(
    claim: str, document: Document, spans: Sequence[Span], *, settings: EditionSettings
) -> Citation:
    """Cite `spans` of `document` for `claim`, with the label in house style."""
    places = tuple((span.start, span.end) for span in spans)
    return Citation(
        claim=claim,
        document=document.id,
        spans=places,
        quote=quote_of(document.text, places),
        outlet=outlet_name(document, settings.outlet_names),
        published=document.published.value if document.published else None,
        label=citation_label(document, settings=settings),
    )


def citation_label(document: Document, *, settings: EditionSettings) -> str:
    """Return the label of a document, e.g. "(Fars, March 18)"; what its date leaves out is left out."""
    outlet = outlet_name(document, settings.outlet_names)
    if document.published is None:
        return f"({outlet}, {house_words(settings.language).undated})"
    year, month, day = _parts(document.published.day, settings.language)
    if not day:
        return f"({outlet}, {' '.join(part for part in (month, year) if part)})"
    return settings.citation.format(outlet=outlet, month=month, day=day, year=year)


def printed_date(day: str, language: str) -> str:
    """Return "2020-03-12" as "March 12", and what has no day as "March 2020" or "2020"."""
    year, month, number = _parts(day, language)
    if not number:
        return " ".join(part for part in (month, year) if part)
    return print_words(language)["day"].format(month=month, day=number)


def full_date(day: str, language: str) -> str:
    """Return "2020-03-12" as "March 12, 2020"."""
    year, month, number = _parts(day, language)
    if not number:
        return printed_date(day, language)
    return print_words(language)["full_day"].format(month=month, day=number, year=year)


def _parts(day: str, language: str) -> tuple[str, str, str]:
    year, month, number = ([*day.split("-"), "", ""])[:3]
    months = house_words(language).months
    return year, months[int(month) - 1] if month else "", number.lstrip("0")


def with_label(text: str, label: str) -> str:
    """Put a label before the full stop of a sentence, as house style has it.

    >>> with_label("The road is open.", "(Fars, March 18)")
    'The road is open (Fars, March 18).'
    """
    if ENDS_ALREADY.search(text):
        return f"{text} {label}"
    if not text.endswith(".") or not (text[-2:-1].isalnum() or text[-2:-1] in CLOSING):
        return f"{text} {label}."
    kept = text if ABBREVIATION.search(text) else text[:-1]
    return f"{kept} {label}."


def edition_document(document: Document) -> EditionDocument:
    """Return what an edition keeps of a cited document."""
    return EditionDocument(
        id=document.id,
        evidence=document.evidence,
        url=document.url,
        outlet=document.outlet or "",
        title=document.title,
        published=document.published.value if document.published else None,
        captured_at=document.captured_at.isoformat(),
        reader=document.reader,
    )
