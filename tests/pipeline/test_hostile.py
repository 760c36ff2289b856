"""A desk whose outlet and inbox are hostile: each thing gets its Issue, and the good articles are read."""

import contextlib
import gzip
import json
import re
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pypdf
import pytest

from dateline.archive import Archive
from dateline.cli.options import parse_instant
from dateline.desk import create_desk, load_desk
from dateline.model.evidence import Capture
from dateline.model.ledger import Issue
from dateline.pipeline import open_doors, run_desk
from dateline.pipeline.editions.drafting import last_period
from dateline.pipeline.editions.proving import prove_edition
from dateline.pipeline.editions.publishing import issue_edition
from tests.loopback import Answer, Site

NOW = parse_instant("2020-03-14T12:00:00Z", "now")
GIGABYTES = 2_000_000_000
PROSE = (
    "The harbour master of Tyre, Rima Kanaan, said on March 12 that two fishing boats had sunk in the storm "
    "and that five men were missing. “We are still searching,” Kanaan told reporters. According to the "
    "coast guard, the search would go on for two more days, as long as the weather allowed it."
)
HOSTILE_PAGE = f"""<html lang="en"><head><title>Storm <script>alert(1)</script>sinks boats</title>
<meta property="article:published_time" content="2020-03-12T09:00:00+02:00"></head><body onload="alert(2)">
<article><h1>Storm sinks boats</h1><p>{PROSE}</p><script>alert(3)</script>
<figure><img src="javascript:alert(4)" onerror="alert(5)"><figcaption>Boats <b onclick="alert(6)">lost</b>
&lt;script&gt;alert(7)&lt;/script&gt;</figcaption></figure>
<p>The port stayed closed on Friday, the ministry said. <a href="javascript:alert(8)">More</a></p></article>
<svg onload="alert(9)"></svg></body></html>"""
GOOD_PAGE = HOSTILE_PAGE.replace("Tyre", "Sidon").replace("alert", "void")


def _redirect(target: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(GIGABYTES))
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(GIGABYTES // 65536):
            handler.wfile.write(b"x" * 65536)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(1000):
            handler.wfile.write(b".")
            time.sleep(0.05)


def _gzip_bomb(handler: BaseHTTPRequestHandler) -> None:
    body = gzip.compress(b"\0" * 50_000_000)
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _feed(site: Site, paths: list[str]) -> bytes:
    entries = "".join(f"<item><title>{p}</title><link>{site.url(p)}</link></item>" for p in paths)
    return f'<rss version="2.0"><channel><title>Feed</title>{entries}</channel></rss>'.encode()


def _entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]>'
    return f"{head}<rss><channel><title>&e9;</title></channel></rss>".encode()


@pytest.fixture
def hostile_desk(site: Site, tmp_path: Path) -> Path:
    pages: dict[str, Answer] = {
        "/to-loopback": _redirect("http://127.0.0.1:1/secret"),
        "/to-metadata": _redirect("http://169.254.169.254/latest/"),
        "/endless": _endless,
        "/drip": _drip,
        "/bomb": _gzip_bomb,
    }
    site.answers.update(pages)
    html = {"Content_Type": "text/html"}
    site.page("/good", GOOD_PAGE.encode(), **html)
    site.page("/script", HOSTILE_PAGE.encode(), **html)
    wrong = HOSTILE_PAGE.replace("Kanaan", "Karamé").encode("latin-1", "xmlcharrefreplace")
    site.page("/wrong-encoding", wrong, Content_Type="text/html; charset=utf-8")
    paths = [*pages, "/good", "/script", "/wrong-encoding"]
    site.page("/feed", _feed(site, paths), Content_Type="application/rss+xml")
    site.page("/bomb-feed", _entity_bomb(), Content_Type="application/rss+xml")
    many = [f"/none/{number}" for number in range(10_000)]
    site.page("/long-feed", _feed(site, many), Content_Type="application/rss+xml")
    desk = tmp_path / "desk"
    create_desk(desk, "Hostile")
    feeds = json.dumps([site.url("/feed"), site.url("/bomb-feed"), site.url("/long-feed")])
    text = (desk / "desk.toml").read_text(encoding="utf-8")
    settings = {
        "delay_seconds = 2.0": "delay_seconds = 0",
        "timeout_seconds = 60": "timeout_seconds = 1",
        "max_megabytes = 20": "max_megabytes = 1",
        "max_entries = 500": "max_entries = 8",
        "allow_hosts = []": f'allow_hosts = ["{site.address}"]',
    }
    for default, wanted in settings.items():
        assert default in text
        text = text.replace(default, wanted)
    text += f'\n[[outlets]]\nid = "sample"\nname = "Sample Post"\nfeeds = {feeds}\n'
    (desk / "desk.toml").write_text(text, encoding="utf-8")
    _fill_inbox(desk / "inbox", tmp_path / "other")
    return desk


def _fill_inbox(inbox: Path, other: Path) -> None:
    (inbox / "empty.html").write_bytes(b"")
    (inbox / "good.txt").write_text(PROSE.replace("Tyre", "Tartus"), encoding="utf-8")
    (inbox / "..%2fescape.html").write_text(HOSTILE_PAGE, encoding="utf-8")
    (inbox / "link.html").symlink_to("/etc/hostname")
    locked = pypdf.PdfWriter()
    locked.add_blank_page(100, 100)
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(str(inbox / "locked.pdf"))
    (inbox / "cut.warc.gz").write_bytes(_warc(other)[:-40])


def _warc(folder: Path) -> bytes:
    archive = Archive(folder)
    for number in range(2):
        url = f"http://w.example/{number}"
        body = GOOD_PAGE.replace("Sidon", f"Quay {number}").encode()
        headers = (("Content-Type", "text/html"),)
        archive.append(Capture(url, url, NOW, 200, (), headers, body, None, "article/1"))
    return b"".join((folder / file).read_bytes() for file in archive.files())


def test_hostile_input_is_named_and_the_rest_is_read(hostile_desk: Path, site: Site) -> None:
    with open_doors(load_desk(hostile_desk), now=NOW) as doors:
        outcomes = list(run_desk(doors))
        issues = doors.ledger.issues()
        texts = [document.text for document in doors.ledger.documents()]
    assert outcomes
    expected = {
        "/to-loopback": "127.0.0.1",
        "/to-metadata": "169.254.169.254",
        "/endless": "1,000,000",
        "/drip": "second",
        "/bomb": "1,000,000",
        "/bomb-feed": "entit",
        "/long-feed": "9992 are left out",
        "empty.html": "empty",
        "link.html": "link",
        "locked.pdf": "password",
        "cut.warc.gz": "cut",
    }
    for subject, words in expected.items():
        assert _reason(issues, subject, words), f"no Issue on {subject} says {words!r}: {issues}"
    for place in ("Sidon", "Tartus", "Tyre", "Quay 0"):
        assert any(place in text for text in texts), place
    assert not any("root:" in text for text in texts)


def _reason(issues: list[Issue], subject: str, words: str) -> bool:
    return any(issue.subject.endswith(subject) and words in issue.reason for issue in issues)


# As a page and as its block of JSON write the words of a script that are not run.
SCRIPT_AS_WORDS = (
    r"&lt;script&gt;alert\(\d\)&lt;/script&gt;|\\u003cscript\\u003ealert\(\d\)\\u003c/script\\u003e"
)


def test_no_script_survives_into_any_output(hostile_desk: Path, site: Site) -> None:
    with open_doors(load_desk(hostile_desk), now=NOW) as doors:
        list(run_desk(doors))
        _, folder = issue_edition(doors, last_period(doors, "2020-03-10", "2020-03-14"))
        assert all(verdict.ok for verdict in prove_edition(doors, folder))
        exported = "\n".join(json.dumps(line) for line in doors.ledger.export())
    pages = [page.read_text(encoding="utf-8") for page in folder.rglob("*.html")]
    assert pages
    for page in pages:
        assert "alert(" not in re.sub(SCRIPT_AS_WORDS, "", page)
        assert "javascript:" not in page
        assert not re.search(r"<[^>]+\son\w+=", page)
    assert "alert(3)" not in exported
    assert "onerror" not in exported
