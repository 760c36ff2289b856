"""Word: real styles and footnotes, so that a reviewer can work in it."""

import io
from datetime import datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_DIRECTION
from docx.exceptions import PythonDocxError
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from dateline.write.forms.docx_marks import (
    Footnotes,
    add_link,
    mark_note,
    note_link,
    note_run,
    turn_paragraph,
    turn_run,
)
from dateline.write.forms.docx_styles import set_page, set_styles
from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.lay_out import lay_out
from dateline.write.forms.layout import (
    LaidDispute,
    LaidEntry,
    LaidNote,
    LaidPicture,
    LaidSource,
    Layout,
    OutletRow,
    Paragraph,
    Run,
)
from dateline.write.forms.zips import repack

COLUMNS = (54, 24, 34, 20, 26)  # millimetres of the source summary
INDENT = Mm(6.3)  # of the words of a bullet
PLACELESS = "[This picture could not be printed here.]"


def write_docx(job: PrintJob) -> Printed:
    """Write the edition for Word. A picture that Word cannot show is left out with a note."""
    layout = lay_out(job)
    word = docx.Document()
    set_styles(word)
    set_page(word, layout)
    issued = datetime.fromisoformat(job.edition.issued_at)
    _set_properties(word, layout, issued)
    setter = _Setter(word, job, layout)
    setter.set_all()
    out = io.BytesIO()
    word.save(out)
    return Printed(repack(out.getvalue(), issued), tuple(dict.fromkeys(setter.notes)))


def _set_properties(word: WordDocument, layout: Layout, issued: datetime) -> None:
    properties = word.core_properties
    properties.title = f"{layout.title}, {layout.number}: {layout.period}"[:255]
    properties.author = properties.last_modified_by = layout.editor[:255]
    properties.language, properties.revision = layout.language, 1
    properties.created = properties.modified = issued.replace(tzinfo=None)
    properties.comments = properties.keywords = ""
    language = word.styles.element.find(".//" + qn("w:lang"))
    if language is not None:
        language.set(qn("w:val"), layout.language)


HEADS = ("outlet", "documents", "sentences", "origins", "languages")


class _Setter:
    """Sets a layout into a Word document from top to bottom."""

    def __init__(self, word: WordDocument, job: PrintJob, layout: Layout) -> None:
        self._word, self._job, self._layout = word, job, layout
        self._footnotes = Footnotes(word, rtl=layout.rtl)
        self.notes: list[str] = []

    def set_all(self) -> None:
        words = self._layout.words
        self._masthead()
        for section in self._layout.sections:
            self._heading(section.title)
            for entry in section.entries:
                self._entry(entry)
        self._disputes()
        self._listed(words["changes"], self._layout.changes)
        self._summary()
        self._listed(words["gaps"], self._layout.gaps)
        self._heading(words["sources"])
        for source in self._layout.sources:
            self._source(source)
        for line in self._layout.colophon:
            self._words(line, "Caption")
        for note in self._layout.notes:
            self._footnotes.add(note.number, self._note(note))
        self._footnotes.close()

    def _words(self, text: str, style: str) -> WordParagraph:
        paragraph = self._word.add_paragraph(style=style)
        paragraph.add_run(text)
        if self._layout.rtl:
            turn_paragraph(paragraph)
        return paragraph

    def _heading(self, title: str) -> None:
        self._words(title, "Heading 1")

    def _masthead(self) -> None:
        layout = self._layout
        self._words(layout.title, "Title")
        editor = layout.words["editor"].format(name=layout.editor) if layout.editor else ""
        facts = [layout.number, layout.period, editor]
        self._words(" · ".join(fact for fact in facts if fact), "Subtitle")
        for notice in layout.notices:
            self._set(notice, "Intense Quote")

    def _entry(self, entry: LaidEntry) -> None:
        for position, paragraph in enumerate(entry.paragraphs):
            turned = paragraph.rtl and not self._layout.rtl
            word = self._set(paragraph, "Original Quotation" if turned else _style(position))
            last = position == len(entry.paragraphs) - 1
            word.paragraph_format.keep_with_next = not last or bool(entry.standing)
        if entry.standing:
            self._words(entry.standing, "Caption").paragraph_format.left_indent = INDENT
        for picture in entry.pictures:
            self._picture(picture)

    def _set(self, paragraph: Paragraph, style: str, *, bold_first: bool = False) -> WordParagraph:
        word = self._word.add_paragraph(style=style)
        for position, run in enumerate(paragraph.runs):
            printed = word.add_run(run.text, style="Citation" if run.note or run.quiet else None)
            printed.italic = run.italic or None
            printed.bold = (bold_first and position == 0) or None
            if run.rtl:
                turn_run(printed, run.lang)
            if run.note is not None:
                mark_note(word, run.note, first=run.first)
        if paragraph.rtl or self._layout.rtl:
            turn_paragraph(word)
        return word

    def _picture(self, picture: LaidPicture) -> None:
        shown = self._add_picture(picture)
        words = [picture.caption, f"({picture.source})" if picture.source else "", "" if shown else PLACELESS]
        caption = self._word.add_paragraph(style="Caption")
        caption.paragraph_format.left_indent = INDENT
        run = caption.add_run(" ".join(word for word in words if word))
        if picture.rtl:
            turn_run(run)
        if picture.rtl or self._layout.rtl:
            turn_paragraph(caption)

    def _add_picture(self, picture: LaidPicture) -> bool:
        try:
            if not picture.width:
                raise PythonDocxError("no picture")
            body = io.BytesIO(self._job.pictures[picture.file])
            shape = self._word.add_picture(body, width=Mm(picture.width))
        except (PythonDocxError, ValueError, KeyError, EOFError, ZeroDivisionError):
            self.notes.append(f"DOCX: {picture.file} is no picture that Word can show; it is left out")
            return False
        shape._inline.docPr.set("descr", picture.alt)
        around = self._word.paragraphs[-1].paragraph_format
        around.keep_with_next, around.left_indent = True, INDENT
        if self._layout.rtl:
            turn_paragraph(self._word.paragraphs[-1])
        return True

    def _disputes(self) -> None:
        if self._layout.disputes:
            self._heading(self._layout.words["disputes"])
        for dispute in self._layout.disputes:
            self._dispute(dispute)

    def _dispute(self, dispute: LaidDispute) -> None:
        heading = self._words(dispute.about, "Heading 2")
        if dispute.story:
            self._add_story(heading, dispute)
        for version in dispute.versions:
            self._set(version, "List Bullet", bold_first=True)

    def _add_story(self, heading: WordParagraph, dispute: LaidDispute) -> None:
        for run in (Run(f" {self._layout.words['story']} "), *dispute.story):
            printed = heading.add_run(run.text, style="Citation")
            printed.font.bold = printed.font.cs_bold = False
            if run.rtl:
                turn_run(printed, run.lang)

    def _listed(self, title: str, paragraphs: tuple[Paragraph, ...]) -> None:
        if paragraphs:
            self._heading(title)
        for paragraph in paragraphs:
            self._set(paragraph, "List Bullet")

    def _summary(self) -> None:
        words = self._layout.words
        self._heading(words["summary"])
        self._words(self._layout.summary, "Normal")
        if not self._layout.outlets:
            return
        head = OutletRow(*(words[f"{column}_column"] for column in HEADS))
        table = self._word.add_table(rows=0, cols=5, style="Light Shading")
        for row in (head, *self._layout.outlets):
            cells = table.add_row().cells
            fields = (row.outlet, row.documents, row.sentences, row.origins, row.languages)
            for cell, text, width in zip(cells, fields, COLUMNS, strict=True):
                cell.width = Mm(width)
                cell.paragraphs[0].style = "Source"
                cell.paragraphs[0].add_run(text)
        if self._layout.rtl:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        table.rows[0]._tr.get_or_add_trPr().append(_repeated_head())

    def _source(self, source: LaidSource) -> None:
        paragraph, words = self._words("", "Source"), self._layout.words
        paragraph.add_run(source.outlet).bold = True
        paragraph.add_run(f", {source.date}: ")
        if source.title:
            title = paragraph.add_run(source.title)
            if source.rtl:
                turn_run(title, source.lang)
        notes = ", ".join(str(note) for note in source.notes)
        paragraph.add_run(f" ({words['notes' if ',' in notes else 'note']} {notes}). ", style="Citation")
        if source.url:
            add_link(paragraph, source.url, source.url)
        captured = words["captured"].format(date=source.captured)
        paragraph.add_run(f" {captured} {source.evidence}", style="Citation")

    def _note(self, note: LaidNote) -> str:
        runs = note_run(note.outlet, bold=True) + note_run(f", {note.date}")
        if note.title:
            title = note_run(note.title, rtl=note.title_rtl, lang=note.lang)
            linked = note_link(self._footnotes.link(note.url), title) if note.url else title
            runs += note_run(": ") + linked
        runs += note_run(".")
        if note.quote:
            quote = note_run(note.quote, rtl=note.quote_rtl, lang=note.lang)
            runs += note_run(" “") + quote + note_run("”")
        return runs


def _style(position: int) -> str:
    return "List Bullet" if position == 0 else "List Continue"


def _repeated_head() -> docx.oxml.xmlchemy.BaseOxmlElement:
    return docx.oxml.OxmlElement("w:tblHeader")
