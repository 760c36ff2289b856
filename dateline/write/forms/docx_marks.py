"""What Word has and python-docx does not: footnotes, fields, bookmarks, links, right-to-left marks.

Reference: ECMA-376, part 1: 17.11 (footnotes), 17.13.6 (bookmarks), 17.16 (fields), 17.3.1.6 (bidi).
"""

from collections.abc import Callable
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from lxml.etree import _Element

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
COMPLEX_LANGUAGES = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ur": "ur-PK"}


class Footnotes:
    """Gathers the footnotes of a document and adds them as its part when `close` is called."""

    def __init__(self, word: WordDocument, *, rtl: bool) -> None:
        self._word = word
        self._turned = "<w:bidi/>" if rtl else ""
        self._part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, b"", word.part.package)
        self._notes: list[str] = []

    def link(self, url: str) -> str:
        """Return the relationship id of an outside address, for links inside footnotes."""
        return self._part.relate_to(url, RT.HYPERLINK, is_external=True)

    def add(self, number: int, runs: str) -> None:
        """Add a footnote; `runs` is what `note_run` and `note_link` give, joined."""
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>'
            f"{self._turned}</w:pPr>"
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            f"{note_run(' ')}{runs}</w:p></w:footnote>"
        )

    def close(self) -> None:
        """Write the part, and name its separators in the settings."""
        body = "".join(self._notes)
        namespaces = nsdecls("w", "r")
        self._part._blob = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {namespaces}>'
            f"{SEPARATORS}{body}</w:footnotes>"
        ).encode()
        self._word.part.relate_to(self._part, RT.FOOTNOTES)
        named = parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
        settings = self._word.settings.element
        following = settings.find(qn("w:compat"))
        if following is None:
            settings.append(named)
        else:
            following.addprevious(named)


def note_run(text: str, *, bold: bool = False, rtl: bool = False, lang: str = "") -> str:
    """Return the XML of words in a footnote."""
    marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:rtl/>" if rtl else "")
    tag = COMPLEX_LANGUAGES.get(lang)
    marks += f'<w:lang w:bidi="{tag}"/>' if rtl and tag else ""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def note_link(relation: str, runs: str) -> str:
    """Return the XML of a link around runs of a footnote."""
    return f'<w:hyperlink r:id="{relation}">{runs}</w:hyperlink>'


def turn_run(run: WordRun, lang: str = "") -> None:
    """Mark a run as right-to-left, so that Word shapes it and keeps its signs with it."""
    properties = run._r.get_or_add_rPr()
    properties.append(OxmlElement("w:rtl"))
    if lang in COMPLEX_LANGUAGES:
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi"), COMPLEX_LANGUAGES[lang])
        properties.append(language)


def turn_paragraph(paragraph: WordParagraph) -> None:
    """Mark a paragraph as right-to-left."""
    paragraph._p.get_or_add_pPr().insert_element_before(
        OxmlElement("w:bidi"), *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
    )


def mark_note(paragraph: WordParagraph, number: int, *, first: bool) -> None:
    """Put the mark of a footnote: the note itself the first time, afterwards a reference to its number."""
    name = f"note_{number}"
    if not first:
        add_field(paragraph, f"NOTEREF {name} \\f \\h", str(number), style="footnote reference")
        return
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (begin, end):
        element.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), name)
    run = paragraph.add_run(style="footnote reference")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)
    run._r.addprevious(begin)
    run._r.addnext(end)


def add_field(paragraph: WordParagraph, code: str, shown: str, *, style: str | None = None) -> None:
    """Add a field such as PAGE, with what it shows until Word computes it."""
    parts: tuple[Callable[[], _Element], ...] = (
        lambda: _field_mark("begin"),
        lambda: _field_code(code),
        lambda: _field_mark("separate"),
    )
    for part in parts:
        paragraph.add_run(style=style)._r.append(part())
    paragraph.add_run(shown, style=style)
    paragraph.add_run(style=style)._r.append(_field_mark("end"))


def _field_mark(kind: str) -> _Element:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _field_code(code: str) -> _Element:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = f" {code} "
    return element


def add_link(paragraph: WordParagraph, url: str, text: str) -> None:
    """Add a link to an outside address."""
    relation = paragraph.part.relate_to(url, RT.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(text)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
