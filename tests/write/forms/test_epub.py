import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from dateline.write.forms.epub import write_epub
from tests.write.forms.factory import EDITION, HOSTILE, PNG, job, with_words

XHTML = {"h": "http://www.w3.org/1999/xhtml", "o": "http://www.idpf.org/2007/opf"}


def book() -> zipfile.ZipFile:
    printed = write_epub(job())
    assert printed.body is not None
    return zipfile.ZipFile(io.BytesIO(printed.body))


def parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(archive.read(name))


def test_the_type_comes_first_and_plain() -> None:
    first = book().infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_every_file_is_in_the_manifest_and_every_item_is_a_file() -> None:
    archive = book()
    listed = parsed(archive, "OEBPS/package.opf").xpath("//o:item/@href", namespaces=XHTML)
    here = {name.removeprefix("OEBPS/") for name in archive.namelist() if name.startswith("OEBPS/")}
    assert {*listed, "package.opf"} == here


def test_every_link_within_the_book_leads_somewhere() -> None:
    archive = book()
    page = parsed(archive, "OEBPS/text.xhtml")
    links = [
        *page.xpath("//h:a/@href", namespaces=XHTML),
        *parsed(archive, "OEBPS/nav.xhtml").xpath("//h:a/@href", namespaces=XHTML),
    ]
    inner = {link.partition("#")[2] for link in links if not link.startswith("http")}
    assert inner
    assert inner <= set(page.xpath("//@id"))


def test_pictures_are_files_with_their_alternative_text() -> None:
    archive = book()
    (image,) = parsed(archive, "OEBPS/text.xhtml").xpath("//h:img", namespaces=XHTML)
    assert archive.read(f"OEBPS/{image.get('src')}") == PNG
    assert image.get("alt")


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_a_source_becomes_markup(words: str) -> None:
    printed = write_epub(job(with_words(words)))
    assert printed.body is not None
    page = parsed(zipfile.ZipFile(io.BytesIO(printed.body)), "OEBPS/text.xhtml")
    assert not page.xpath("//h:script | //h:img[@onerror]", namespaces=XHTML)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert write_epub(job()).body == write_epub(job()).body


@pytest.mark.parametrize("title", ["Rivers & Roads <2>", "Rivers\u202eevil"])
def test_a_title_is_text(title: str) -> None:
    printed = write_epub(replace(job(), edition=replace(EDITION, title=title)))
    assert printed.body is not None
    package = parsed(zipfile.ZipFile(io.BytesIO(printed.body)), "OEBPS/package.opf")
    (found,) = package.xpath("//*[local-name() = 'title']/text()")
    assert found.startswith(title.replace("\u202e", ""))
