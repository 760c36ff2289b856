import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.archive import Archive
from dateline.cli.read import print_for_person, run
from dateline.model.evidence import Capture

NOW = datetime(2020, 3, 20, 8, 0, tzinfo=UTC)
TEXT = (
    "The provincial council met on Sunday to hear the report of the water authority, and put off its vote on "
    "the new canal until the engineers have answered the questions of the farmers."
)
PAGE = (
    '<html lang="en"><head><title>Council puts off its vote</title>'
    '<meta name="date" content="2020-03-09T10:15+03:00">'
    f"</head><body><article><h1>Council puts off its vote</h1><p>{TEXT}</p></article></body></html>"
)
KEYS = {"id", "url", "title", "byline", "publisher", "published", "lang", "text", "pictures", "issues"}


def read(files: list[Path], lines: str | None = None) -> list[dict[str, object]]:
    out = io.StringIO()
    assert run(files, lines=lines is not None, out=out, stdin=io.StringIO(lines or ""), now=NOW) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_one_object_a_file_and_bad_files_do_not_stop_the_rest(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    missing = tmp_path / "missing.pdf"
    empty, absent, article = read([tmp_path / "empty.html", missing, page])
    assert all(each.keys() >= KEYS for each in (empty, absent, article))
    assert "empty file" in empty["issues"][0] and "cannot be read" in absent["issues"][0]
    assert (empty["text"], absent["text"]) == (None, None)
    assert (article["title"], article["text"]) == ("Council puts off its vote", TEXT)
    assert (article["published"], article["lang"], article["issues"]) == ("2020-03-09T10:15+03:00", "en", [])


def test_lines_keep_ids_order_and_addresses(page: Path) -> None:
    with_address = json.dumps({"id": 7, "path": str(page), "url": "https://courier.example/7"})
    lines = "\n".join([with_address, "none", "", '["x"]', json.dumps({"path": str(page)})])
    first, bad, no_object, last = read([], lines)
    assert (first["id"], first["url"]) == (7, "https://courier.example/7")
    assert (bad["id"], no_object["id"]) == ("line 2", "line 4")
    assert "expected a JSON object" in bad["issues"][0]
    assert (last["id"], last["url"]) == (str(page), "file:page.html")


def test_file_beside_its_address_is_dated_by_it(tmp_path: Path) -> None:
    path = tmp_path / "undated.html"
    path.write_text(PAGE.replace("name=", "data-name="), encoding="utf-8")
    line = json.dumps({"id": "a", "path": str(path), "url": "https://courier.example/1398/12/19/vote"})
    assert read([], line)[0]["published"] == "2020-03-09"


def test_warc_gives_an_object_a_record(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for number, (body, media_type) in enumerate(
        [(PAGE, "text/html"), ("<p>Sign in</p>", "text/html"), ("p {}", "text/css")]
    ):
        url = f"https://courier.example/{number}"
        headers = (("Content-Type", media_type),)
        archive.append(Capture(url, url, NOW, 200, (), headers, body.encode(), None, "test"))
    path = tmp_path / "00001.warc.gz"
    article, menu = read([path])
    assert (article["url"], article["text"]) == ("https://courier.example/0", TEXT)
    assert (menu["url"], menu["text"]) == ("https://courier.example/1", None)
    path.write_bytes(path.read_bytes()[:-40])
    assert "cut or broken" in read([path])[-1]["issues"][0]


def test_page_for_a_person(page: Path, tmp_path: Path) -> None:
    out = io.StringIO()
    assert print_for_person([page], lines=False, out=out, stdin=io.StringIO(), now=NOW) == 0
    assert out.getvalue() == (
        f"Council puts off its vote\n2020-03-09T10:15+03:00 · en\nfile:page.html\n\n{TEXT}\n\n"
    )
    missing = [tmp_path / "missing.html"]
    assert print_for_person(missing, lines=False, out=out, stdin=io.StringIO(), now=NOW) == 1
