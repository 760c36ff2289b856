"""EPUB 3: the page of an edition as a book, its pictures as files, its sections as the table of contents.

Reference: W3C, EPUB 3.3; the metadata are those of EPUB Accessibility 1.1.
"""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import lxml.html
from lxml import etree

from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.render_html import IMAGE_TYPES, render_html
from dateline.write.forms.words import UNPRINTABLE
from dateline.write.forms.zips import pack
from dateline.write.prose.cite import full_date
from dateline.write.prose.passages import visible
from dateline.write.settings import print_words

MIMETYPE = "application/epub+zip"
TEXT, NAV, PACKAGE = "text.xhtml", "nav.xhtml", "package.opf"
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
NAVIGATION = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="{lang}" xml:lang="{lang}">
<head><title>{title}</title></head>
<body><nav epub:type="toc" role="doc-toc"><h1>{title}</h1><ol>
{entries}
</ol></nav></body>
</html>
"""
OPF = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:dateline:{id}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>{lang}</dc:language>
{creator}<dc:date>{issued}</dc:date>
<meta property="dcterms:modified">{modified}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
{pictures}
</manifest>
<spine page-progression-direction="{direction}"><itemref idref="text"/></spine>
</package>
"""


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture of the book: its file, its type, its bytes."""

    file: str
    type: str
    body: bytes


def write_epub(job: PrintJob) -> Printed:
    """Write the edition as a book that any reader opens; the words and links are those of the page."""
    html = render_html(job.edition, job.documents, pictures=job.pictures, style=job.style)
    page = lxml.html.document_fromstring(UNPRINTABLE.sub("", html))
    entries = list(_entries(page))
    pictures = list(_take_out_pictures(page))
    edition, issued = job.edition, datetime.fromisoformat(job.edition.issued_at).astimezone(UTC)
    number = print_words(edition.language)["number"].format(number=edition.number)
    begin, until = (full_date(day, edition.language) for day in (edition.period.begin, edition.period.until))
    title = _told(f"{edition.title}, {number}: {begin} – {until}")
    package = OPF.format(
        id=escape(edition.id),
        lang=escape(edition.language),
        title=title,
        creator=f"<dc:creator>{_told(edition.editor)}</dc:creator>\n" if edition.editor else "",
        issued=issued.date().isoformat(),
        modified=f"{issued:%Y-%m-%dT%H:%M:%SZ}",
        pictures="\n".join(
            f'<item id="p{rank}" href="{picture.file}" media-type="{picture.type}"/>'
            for rank, picture in enumerate(pictures)
        ),
        direction=page.get("dir", "ltr"),
    )
    listed = "\n".join(f'<li><a href="{TEXT}{target}">{_told(name)}</a></li>' for target, name in entries)
    navigation = NAVIGATION.format(lang=escape(edition.language), title=title, entries=listed)
    files = [
        ("mimetype", MIMETYPE.encode()),
        ("META-INF/container.xml", CONTAINER.encode()),
        (f"OEBPS/{PACKAGE}", package.encode()),
        (f"OEBPS/{NAV}", navigation.encode()),
        (f"OEBPS/{TEXT}", _as_xhtml(page)),
        *((f"OEBPS/{picture.file}", picture.body) for picture in pictures),
    ]
    return Printed(pack(files, issued, stored=("mimetype",)))


def _told(text: str) -> str:
    """Return words of an edition as they stand in XML."""
    return escape(UNPRINTABLE.sub("", visible(text)))


def _entries(page: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the targets of the page's own table of contents with their names."""
    for link in page.xpath("//nav[contains(@class, 'contents')]//a"):
        yield str(link.get("href")), " ".join(link.text_content().split())


def _take_out_pictures(page: lxml.html.HtmlElement) -> Iterator[_Picture]:
    """Yield the pictures embedded in the page as files, and let the page point to them."""
    kinds = {kind: kind.rpartition("/")[2] for kind in IMAGE_TYPES.values()}
    for rank, image in enumerate(page.xpath("//img[starts-with(@src, 'data:')]")):
        kind, _, encoded = image.get("src").removeprefix("data:").partition(";base64,")
        picture = _Picture(f"picture-{rank}.{kinds[kind]}", kind, b64decode(encoded))
        image.set("src", picture.file)
        yield picture


def _as_xhtml(page: lxml.html.HtmlElement) -> bytes:
    """Return the page as XHTML without what a book has no use for: policies, data, its own contents."""
    for element in page.xpath("//script | //meta | //nav[contains(@class, 'contents')] | //a[@class='skip']"):
        element.drop_tree()
    for link in page.xpath("//a[starts-with(@href, 'evidence/')]"):  # those pages are not in the book
        link.drop_tag()
    page.set("{http://www.w3.org/XML/1998/namespace}lang", page.get("lang", "und"))
    for element in page.xpath("//*[@lang]"):
        element.set("{http://www.w3.org/XML/1998/namespace}lang", element.get("lang"))
    lxml.html.html_to_xhtml(page)
    body = etree.tostring(page, encoding="unicode", method="xml")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{body}\n'.encode()
