"""House style in Word: the named styles that a reviewer works with, the page, its heads and feet."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from dateline.write.forms.docx_marks import add_field, turn_paragraph
from dateline.write.forms.layout import Layout

LATIN, COMPLEX = "Georgia", "Times New Roman"  # on every office machine; the second has Arabic and Hebrew
ACCENT, SOFT = RGBColor(0x7A, 0x1F, 0x1F), RGBColor(0x55, 0x53, 0x4E)
TEXT_WIDTH = Mm(158)


def set_styles(word: WordDocument) -> None:
    """Set the built-in styles in house style and add those that python-docx's template lacks."""
    for name, points in (("Normal", 10.5), ("Title", 26), ("Heading 1", 15), ("Heading 2", 11.5)):
        style = word.styles[name]
        _set_fonts(style, points)
        style.font.color.rgb = RGBColor(0, 0, 0)
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    word.styles["Caption"].font.bold = False
    for name, points in (("Caption", 8.5), ("Subtitle", 9.5), ("List Bullet", 10.5)):
        _set_fonts(word.styles[name], points)
    for name in ("Caption", "Subtitle"):
        word.styles[name].font.color.rgb = SOFT
    word.styles["Subtitle"].font.italic = False
    for name in ("List Bullet", "List Continue"):
        word.styles[name].paragraph_format.space_after = Pt(6)
        for spacing in word.styles[name].element.findall(".//" + qn("w:contextualSpacing")):
            spacing.getparent().remove(spacing)
    _add_styles(word)


def _add_styles(word: WordDocument) -> None:
    styles = word.styles
    quotation = styles.add_style("Original Quotation", WD_STYLE_TYPE.PARAGRAPH)
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    source = styles.add_style("Source", WD_STYLE_TYPE.PARAGRAPH)
    for style, points in ((quotation, 11.0), (note, 8.0), (source, 8.5)):
        style.base_style = styles["Normal"]
        _set_fonts(style, points)
        style.paragraph_format.space_after = Pt(3)
    quotation.paragraph_format.left_indent = quotation.paragraph_format.right_indent = Mm(10)
    note.element.set(qn("w:styleId"), "FootnoteText")
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(qn("w:styleId"), "FootnoteReference")
    mark.font.superscript = True
    citation = styles.add_style("Citation", WD_STYLE_TYPE.CHARACTER)
    citation.font.color.rgb = SOFT


def _set_fonts(style: ParagraphStyle, points: float) -> None:
    style.font.name, style.font.size = LATIN, Pt(points)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), COMPLEX)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(int(points * 2)))
    former = properties.find(qn("w:szCs"))
    if former is not None:
        properties.remove(former)
    properties.find(qn("w:sz")).addnext(size)


def set_page(word: WordDocument, layout: Layout) -> None:
    """Set A4, the running head from the second page on, and the page number; TLP stands on every page."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(27), Mm(25)
    section.different_first_page_header_footer = True
    head = f"{layout.title} · {layout.number} · {layout.period}"
    _running(section.header.paragraphs[0], head, layout)
    _running(section.first_page_header.paragraphs[0], "", layout)
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        _set_tab(paragraph, layout.rtl)
        add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" / ")
        add_field(paragraph, "NUMPAGES", "1")
        _add_marking(paragraph, layout.tlp)


def _running(paragraph: WordParagraph, head: str, layout: Layout) -> None:
    _set_tab(paragraph, layout.rtl)
    run = paragraph.add_run(head)
    run.font.size, run.font.color.rgb = Pt(8.5), SOFT
    _add_marking(paragraph, layout.tlp)


def _set_tab(paragraph: WordParagraph, rtl: bool) -> None:
    style = paragraph.style
    for tab in list(style.paragraph_format.tab_stops) if style else ():
        paragraph.paragraph_format.tab_stops.add_tab_stop(tab.position, WD_TAB_ALIGNMENT.CLEAR)
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    if rtl:
        turn_paragraph(paragraph)


def _add_marking(paragraph: WordParagraph, tlp: str) -> None:
    if tlp:
        run = paragraph.add_run(f"\t{tlp}")
        run.font.bold, run.font.size = True, Pt(12)
