"""Footnotes, the list of sources and their summary, as they stand on paper."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.model.documents import Document
from dateline.model.editions import Citation, Edition, EditionDocument
from dateline.text.scripts import direction
from dateline.write.forms.job import PrintJob
from dateline.write.forms.layout import LaidNote, LaidSource, OutletRow
from dateline.write.forms.render_html import edition_counts
from dateline.write.forms.words import one_line
from dateline.write.prose.cite import full_date
from dateline.write.prose.passages import number_citations, printed_citations, safe_url
from dateline.write.settings import house_words, print_words

LONGEST_NOTE = 320  # code points of a quotation in a footnote


def cited_language(citations: Sequence[Citation], documents: Mapping[str, Document]) -> str:
    """Return the language of the first cited document at hand, empty where there is none."""
    return next((documents[c.document].lang for c in citations if c.document in documents), "")


def lay_out_notes(job: PrintJob) -> Iterator[LaidNote]:
    """Lay out the footnotes in the order of their numbers."""
    listed = {entry.id: entry for entry in job.edition.documents}
    cited = {(c.document, c.spans): c for c in reversed(list(printed_citations(job.edition)))}
    printed = _printed_words(job.edition)
    for key, number in number_citations(job.edition).items():
        citation, entry = cited[key], listed.get(key[0])
        quote = one_line(citation.quote)
        title = one_line((entry.title if entry else None) or "")
        yield LaidNote(
            number=number,
            outlet=one_line(citation.outlet),
            date=_stated_date(citation.published, job.edition.language),
            title=title,
            title_rtl=direction(title) == "rtl",
            lang=cited_language((citation,), job.documents),
            url=safe_url(entry.url if entry else "") or "",
            quote="" if quote.rstrip(".") in printed else clipped(quote, LONGEST_NOTE),
            quote_rtl=direction(quote) == "rtl",
        )


def _printed_words(edition: Edition) -> str:
    bullets = [paragraph.sentences for paragraph in edition.overview]
    bullets += [entry.sentences for section in edition.sections for entry in section.items]
    return " ".join(one_line(sentence.text) for sentences in bullets for sentence in sentences)


def lay_out_sources(job: PrintJob) -> Iterator[LaidSource]:
    """List each cited document once, in the order in which it is first cited."""
    listed = {entry.id: entry for entry in job.edition.documents}
    outlets = {c.document: c.outlet for c in printed_citations(job.edition)}
    notes: dict[str, list[int]] = {}
    for (document, _), number in number_citations(job.edition).items():
        notes.setdefault(document, []).append(number)
    for document, numbers in notes.items():
        if document in listed:
            yield _source(job, listed[document], outlets[document], tuple(numbers))


def _source(job: PrintJob, entry: EditionDocument, outlet: str, notes: tuple[int, ...]) -> LaidSource:
    title = one_line(entry.title or "")
    return LaidSource(
        outlet=one_line(outlet),
        date=_stated_date(entry.published, job.edition.language),
        title=title,
        rtl=direction(title) == "rtl",
        lang=job.documents[entry.id].lang if entry.id in job.documents else "",
        url=safe_url(entry.url) or "",
        captured=full_date(entry.captured_at[:10], job.edition.language),
        evidence=one_line(entry.evidence),
        notes=notes,
    )


def _stated_date(published: str | None, language: str) -> str:
    return full_date(published[:10], language) if published else house_words(language).undated


def clipped(text: str, longest: int) -> str:
    """Cut `text` after a word so that it is no longer than `longest` and an ellipsis."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0].rstrip(',;:–- ')} …"


def summary_line(edition: Edition) -> str:
    """Count stories, documents and outlets in a sentence."""
    return print_words(edition.language)["counted"].format(**edition_counts(edition))


def lay_out_outlets(edition: Edition) -> Iterator[OutletRow]:
    """Lay out the rows of the source summary."""
    rows = edition.source_summary.get("outlets")
    for row in rows if isinstance(rows, list | tuple) else ():
        languages = row.get("languages") or ()
        yield OutletRow(
            outlet=one_line(str(row.get("outlet", ""))),
            documents=str(row.get("documents", "")),
            sentences=str(row.get("cited_sentences", "")),
            origins=str(row.get("independent_origins", "")),
            languages=", ".join(one_line(str(language)) for language in languages),
        )
