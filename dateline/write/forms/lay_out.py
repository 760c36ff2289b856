"""An edition laid out for paper: the one order of print that PDF, Word and mail share."""

import re
from collections.abc import Iterator, Sequence

from dateline.model.editions import Citation, Dispute, Edition, EditionItem, Sentence
from dateline.text.scripts import direction
from dateline.write.choosing.summary import components_of
from dateline.write.forms.job import PrintJob
from dateline.write.forms.layout import (
    LaidDispute,
    LaidEntry,
    LaidSection,
    Layout,
    Paragraph,
    Run,
)
from dateline.write.forms.notices import noted_sentences, notice_text
from dateline.write.forms.pictures import lay_out_pictures
from dateline.write.forms.render_html import (
    RIGHT_TO_LEFT_LANGUAGES,
    edition_period,
    story_openings,
)
from dateline.write.forms.sources import (
    cited_language,
    clipped,
    lay_out_notes,
    lay_out_outlets,
    lay_out_sources,
    summary_line,
)
from dateline.write.forms.words import one_line, pieces_of, printable, together
from dateline.write.prose.cite import full_date
from dateline.write.prose.passages import number_citations, split_directions
from dateline.write.settings import print_words, standing

LONG_QUOTATION = 60  # code points from which words of the other direction get a paragraph of their own
NO_WORDS = re.compile(r"\W*")


def lay_out(job: PrintJob) -> Layout:
    """Lay out the whole edition in the order of print."""
    edition = job.edition
    setter, words = _Setter(job), print_words(edition.language)
    sections = tuple(setter.sections())
    return Layout(
        title=one_line(edition.title),
        number=words["number"].format(number=edition.number),
        period=edition_period(edition),
        editor=one_line(edition.editor or ""),
        tlp=one_line(edition.tlp or ""),
        notices=tuple(setter.notices()),
        language=edition.language,
        rtl=setter.rtl,
        sections=sections,
        disputes=tuple(setter.disputes()),
        changes=tuple(_plain(change.get("text", "")) for change in edition.changes),
        gaps=tuple(_plain(gap) for gap in edition.gaps),
        summary=summary_line(edition),
        outlets=tuple(lay_out_outlets(edition)),
        notes=tuple(lay_out_notes(job)),
        sources=tuple(lay_out_sources(job)),
        colophon=_colophon(edition),
        words=words,
    )


class _Setter:
    """Sets sentences as runs; knows which notes have been marked before."""

    def __init__(self, job: PrintJob) -> None:
        self._job = job
        self._numbers = number_citations(job.edition)
        self._marked: set[int] = set()
        self._noted = noted_sentences(job.edition)
        self._words = print_words(job.edition.language)
        self.rtl = job.edition.language.split("-")[0] in RIGHT_TO_LEFT_LANGUAGES

    def sections(self) -> Iterator[LaidSection]:
        overview = (LaidEntry(self._paragraphs(each.sentences)) for each in self._job.edition.overview)
        yield LaidSection(self._words["overview"], tuple(overview))
        for section in self._job.edition.sections:
            yield LaidSection(
                one_line(section.title), tuple(self._entry(entry, section.title) for entry in section.items)
            )

    def _entry(self, entry: EditionItem, section: str) -> LaidEntry:
        pictures = lay_out_pictures(self._job, entry, fallback=f"Picture to the section {section}")
        return LaidEntry(self._paragraphs(entry.sentences), one_line(standing(entry, self._words)), pictures)

    def notices(self) -> Iterator[Paragraph]:
        for notice in self._job.edition.notices:
            marks = [run for citation in notice.citations for run in (Run(" "), self._mark(citation))]
            told = _plain(notice_text(self._job.edition, notice))
            yield Paragraph((*told.runs, *marks), told.rtl)

    def disputes(self) -> Iterator[LaidDispute]:
        openings = story_openings(self._job.edition)
        for dispute in self._job.edition.disputes:
            versions = tuple(self._version(dispute, index) for index in range(len(dispute.versions)))
            opening = "" if dispute.title else clipped(openings.get(dispute.event, ""), 90)
            about = one_line(dispute.title or dispute.about.capitalize())
            yield LaidDispute(about, tuple(_words(opening, "", italic=False)), versions)

    def _version(self, dispute: Dispute, index: int) -> Paragraph:
        version = dispute.versions[index]
        runs = [Run(one_line(version.value), rtl=direction(version.value) == "rtl")]
        for citation in version.citations:
            runs += [Run(" "), self._mark(citation)]
        return Paragraph(tuple(runs), self.rtl)

    def _paragraphs(self, sentences: Sequence[Sentence]) -> tuple[Paragraph, ...]:
        runs: list[Run] = []
        for sentence in sentences:
            runs += [Run(" ")] if runs else []
            runs += self._runs(sentence)
        if self.rtl:
            return (Paragraph(tuple(runs), rtl=True),)
        return tuple(_broken(runs))

    def _runs(self, sentence: Sentence) -> Iterator[Run]:
        lang = cited_language(sentence.citations, self._job.documents)
        italic = sentence.kind.value == "judgement"
        for words, citation in pieces_of(sentence):
            yield from _words(words, lang, italic)
            if citation is not None:
                yield self._mark(citation)
        if sentence.author:
            yield Run(f" — {one_line(sentence.author)}", quiet=True)
        if sentence.text in self._noted:
            yield Run(f" [{self._words['marked']}]", self.rtl, quiet=True)

    def _mark(self, citation: Citation) -> Run:
        note = self._numbers[citation.document, citation.spans]
        first = note not in self._marked
        self._marked.add(note)
        label = one_line(citation.label or f"({citation.outlet})")
        return Run(together(label), rtl=direction(label) == "rtl", note=note, first=first)


def _words(text: str, lang: str, italic: bool) -> Iterator[Run]:
    for piece in split_directions(text):
        yield Run(printable(piece.text), piece.foreign, lang if piece.foreign else "", italic=italic)


def _broken(runs: Sequence[Run]) -> Iterator[Paragraph]:
    """Give each long quotation of the other direction a paragraph, with the marks that close it."""
    open_runs: list[Run] = []
    pending: list[Run] = []
    for run in runs:
        if run.rtl and run.note is None and len(run.text) > LONG_QUOTATION:
            yield from _closed(open_runs, pending)
            open_runs, pending = [], [run]
        elif pending and not open_runs and run.note is None and NO_WORDS.fullmatch(run.text):
            pending.append(run)
        else:
            open_runs.append(run)
            yield from _closed([], pending)
            pending = []
    yield from _closed(open_runs, pending)


def _closed(open_runs: Sequence[Run], pending: Sequence[Run]) -> Iterator[Paragraph]:
    if pending:
        yield Paragraph(_trimmed(pending), rtl=True, lang=pending[0].lang)
    if _trimmed(open_runs):
        yield Paragraph(_trimmed(open_runs))


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Leave out the blank runs at both ends."""
    filled = [position for position, run in enumerate(runs) if run.text.strip()]
    return tuple(runs[filled[0] : filled[-1] + 1]) if filled else ()


def _plain(text: str) -> Paragraph:
    rtl = direction(text) == "rtl"
    runs = (Run(one_line(text), rtl),) if rtl else tuple(_words(one_line(text), "", italic=False))
    return Paragraph(runs, rtl)


def _colophon(edition: Edition) -> tuple[str, ...]:
    made = one_line(components_of(edition))
    words = print_words(edition.language)
    return (
        words["issued"].format(date=full_date(edition.issued_at[:10], edition.language)),
        words["made_by"].format(edition=edition.id, components=made),
    )
