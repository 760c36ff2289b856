"""An issued edition lies in all its forms beside the feeds, with the captures that it cites."""

import io
import json
import zipfile
from pathlib import Path

import feedparser
import pytest
from warcio.archiveiterator import ArchiveIterator

from benchmarks.kills import make_desk
from dateline.cli.options import parse_instant
from dateline.desk import load_desk
from dateline.model.identity import bytes_id
from dateline.pipeline import open_doors, run_desk
from dateline.pipeline.editions.drafting import last_period
from dateline.pipeline.editions.publishing import issue_edition
from dateline.write.forms.table import FORMS

pytest.importorskip("typst")
NOW = parse_instant("2020-03-21T20:00:00.25Z", "now")  # as a clock tells it, not a person


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = make_desk(tmp_path_factory.mktemp("printing") / "desk", articles=5)
    with open_doors(load_desk(desk), now=NOW) as doors:
        list(run_desk(doors))
        return issue_edition(doors, last_period(doors, "2020-03-08", "2020-03-21"))[1]


def test_every_form_is_there(folder: Path) -> None:
    assert [form.file for form in FORMS.values() if not (folder / form.file).is_file()] == []


def test_the_evidence_pack_holds_exactly_what_is_cited(folder: Path) -> None:
    edition = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(folder / "evidence.wacz") as pack:
        records = ArchiveIterator(io.BytesIO(pack.read("archive/cited.warc.gz")))
        kept = {
            bytes_id(record.content_stream().read())
            for record in records
            if record.rec_type in ("response", "resource")
        }
    assert kept == {document["evidence"] for document in edition["documents"]}


def test_the_feeds_name_the_edition(folder: Path) -> None:
    feed = feedparser.parse((folder.parent / "feed.xml").read_bytes())
    listed = json.loads((folder.parent / "feed.json").read_text(encoding="utf-8"))["items"]
    assert [entry.link for entry in feed.entries] == [f"{folder.name}/index.html"]
    assert [entry["url"] for entry in listed] == [f"{folder.name}/index.html"]
