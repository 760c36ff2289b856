import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from dateline.archive import Archive
from dateline.errors import ArchiveError
from dateline.model.editions import EditionDocument
from dateline.model.evidence import Capture, Evidence
from dateline.model.identity import bytes_id
from dateline.write.forms.wacz import sort_key, write_wacz
from tests.write.forms.factory import CAPTURED, DOCUMENTS, EDITION, TEXTS, job, page


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Archive, dict[str, Evidence]]:
    archive = Archive(tmp_path / "archive")
    kept = {}
    for lang in ("he", *TEXTS):
        body = page(lang) if lang in TEXTS else b"<p>never cited</p>"
        url = f"https://{lang}.example/bridge?a=1&b=2" if lang != "ar" else "file:al-sahil/bridge.html"
        evidence = archive.append(
            Capture(
                url,
                url,
                CAPTURED,
                200,
                (),
                (("Content-Type", "text/html; charset=utf-8"),),
                body,
                lang,
                "page/1",
            )
        ).evidence
        assert evidence is not None
        kept[evidence.id] = evidence
    return archive, kept


@pytest.fixture
def pack(kept: tuple[Archive, dict[str, Evidence]]) -> Iterator[zipfile.ZipFile]:
    archive, evidence = kept
    body = write_wacz(
        job(stored_records=lambda entry: archive.copy_records(evidence[entry.evidence].record))
    ).body
    assert body is not None
    with zipfile.ZipFile(io.BytesIO(body)) as opened:
        yield opened


def test_records_are_those_of_the_archive_to_the_byte(
    pack: zipfile.ZipFile, kept: tuple[Archive, dict[str, Evidence]]
) -> None:
    stored = pack.read("archive/cited.warc.gz")
    archive, evidence = kept
    (file,) = archive.files()
    whole = (archive.folder / file).read_bytes()
    for record in (evidence[found.evidence].record for found in DOCUMENTS.values()):
        assert whole[record.offset : record.offset + record.length] in stored
    bodies = [
        record.content_stream().read()
        for record in ArchiveIterator(io.BytesIO(stored))
        if record.rec_type in ("response", "resource")
    ]
    assert sorted(map(bytes_id, bodies)) == sorted(found.evidence for found in DOCUMENTS.values())
    assert pack.getinfo("archive/cited.warc.gz").compress_type == zipfile.ZIP_STORED


def test_each_index_line_opens_its_record(pack: zipfile.ZipFile) -> None:
    lines = pack.read("indexes/index.cdx").decode().splitlines()
    stored = pack.read("archive/cited.warc.gz")
    assert lines == sorted(lines)
    assert len(lines) == 3
    for line in lines:
        fields = json.loads(line.split(" ", 2)[2])
        start = int(fields["offset"])
        record = next(iter(ArchiveIterator(io.BytesIO(stored[start : start + int(fields["length"])]))))
        assert record.rec_headers.get_header("WARC-Target-URI") == fields["url"]
        assert f"sha256:{bytes_id(record.content_stream().read())}" == fields["digest"]
        assert (fields["mime"], fields["status"]) == ("text/html", "200")


def test_pages_have_the_address_that_the_pack_holds(pack: zipfile.ZipFile) -> None:
    opening, *pages = [json.loads(line) for line in pack.read("pages/pages.jsonl").decode().splitlines()]
    assert opening["format"] == "json-pages-1.0"
    assert [found["url"] for found in pages] == [
        "https://en.example/bridge?a=1&b=2", "https://fa.example/bridge?a=1&b=2", "file:al-sahil/bridge.html",
    ]  # fmt: skip
    assert pages[0]["ts"] == "2021-05-04T06:30:00Z"


def test_every_file_of_the_pack_has_its_hash(pack: zipfile.ZipFile) -> None:
    package = json.loads(pack.read("datapackage.json"))
    listed = {resource["path"]: resource for resource in package["resources"]}
    assert listed.keys() == set(pack.namelist()) - {"datapackage.json", "datapackage-digest.json"}
    for path, resource in listed.items():
        assert (resource["hash"], resource["bytes"]) == (
            f"sha256:{bytes_id(pack.read(path))}",
            len(pack.read(path)),
        )
    digest = json.loads(pack.read("datapackage-digest.json"))
    assert digest["hash"] == f"sha256:{bytes_id(pack.read('datapackage.json'))}"
    assert {entry.date_time for entry in pack.infolist()} == {(2021, 5, 15, 9, 0, 0)}


def test_one_capture_cited_twice_is_packed_once(kept: tuple[Archive, dict[str, Evidence]]) -> None:
    archive, evidence = kept
    again = replace(EDITION.documents[0], id="d-again")
    edition = replace(EDITION, documents=(*EDITION.documents, again))

    def copy(entry: EditionDocument) -> bytes:
        return archive.copy_records(evidence[entry.evidence].record)

    with zipfile.ZipFile(io.BytesIO(write_wacz(job(edition, stored_records=copy)).body or b"")) as opened:
        assert opened.read("indexes/index.cdx").count(b"\n") == 3
        assert opened.read("pages/pages.jsonl").count(b"\n") == 5


def test_a_missing_record_stops_the_edition(kept: tuple[Archive, dict[str, Evidence]]) -> None:
    archive, evidence = kept

    def copy(entry: EditionDocument) -> bytes:
        record = evidence[entry.evidence].record
        return archive.copy_records(replace(record, file="00009.warc.gz"))

    with pytest.raises(ArchiveError, match="00009"):
        write_wacz(job(stored_records=copy))


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.karun.example/A?b=1", "example,karun)/a?b=1"),
        ("http://karun.example:8080", "example,karun:8080)/"),
        ("file:al-sahil/a b.html", "file:al-sahil/a%20b.html"),
    ],
)
def test_index_keys(url: str, key: str) -> None:
    assert sort_key(url) == key
