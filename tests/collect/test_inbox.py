import gzip
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.collect import found, inbox, json_lines, warc
from dateline.collect.inbox import collect_inbox
from dateline.errors import InputError
from dateline.model.evidence import Capture
from dateline.model.identity import bytes_id
from dateline.model.ledger import Issue
from dateline.model.outlets import Outlet
from dateline.outlets import OutletIndex

NOW = datetime(2020, 3, 15, 12, tzinfo=UTC)
OUTLETS = OutletIndex([Outlet("harbour", "Harbour Post", url="https://harbour.example")])


def collect(folder: Path, known: dict[str, str] | None = None, **options) -> list[Capture | Issue]:
    return list(collect_inbox(folder, known=(known or {}).get, outlets=OUTLETS, now=NOW, **options))


def captures(folder: Path) -> list[Capture]:
    return [outcome for outcome in collect(folder) if isinstance(outcome, Capture)]


def reasons(folder: Path) -> list[str]:
    return [outcome.reason for outcome in collect(folder) if isinstance(outcome, Issue)]


def write_warc(
    path: Path, *pages: tuple[str, bytes], gzipped: bool = True, status: str = "200 OK", encoding: str = ""
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n"
    http += f"Content-Encoding: {encoding}\r\n\r\n" if encoding else "\r\n"
    records = []
    for url, body in pages:
        records.append(warc_record("request", url, b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"))
        records.append(warc_record("response", url, http.encode() + body))
    whole = b"".join(map(gzip.compress, records) if gzipped else records)
    path.write_bytes(whole)
    return whole


def warc_record(kind: str, url: str, block: bytes) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2020-03-10T08:00:00Z",
        "Content-Type": f"application/http; msgtype={kind}",
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {field}\r\n" for name, field in fields.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def test_files_are_captured_in_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "b.HTML").write_bytes("<p>متن".encode("cp1256"))
    (tmp_path / "harbour" / "a 1#.md").write_bytes(b"# A")
    (tmp_path / "z.txt").write_bytes(b"Z")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    first, second, third = captures(tmp_path)
    assert (first.url, first.outlet) == ("file:harbour/a%201%23.md", "harbour")
    assert (second.url, second.body) == ("file:harbour/b.HTML", "<p>متن".encode("cp1256"))
    assert second.response_headers == (("Content-Type", "text/html"),)
    assert (third.url, third.outlet, third.status, third.captured_at) == ("file:z.txt", None, 200, NOW)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.pdf", "application/pdf"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.eml", "message/rfc822"),
        ("a.txt", "text/plain"),
    ],
)
def test_every_kind_has_its_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (capture,) = captures(tmp_path)
    assert dict(capture.response_headers)["Content-Type"] == media_type


def test_unchanged_files_yield_nothing_and_changed_ones_a_version(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    assert collect(tmp_path, {"file:a.txt": bytes_id(b"one")}) == []
    (capture,) = collect(tmp_path, {"file:a.txt": bytes_id(b"none")})
    assert isinstance(capture, Capture) and capture.url == "file:a.txt"


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.xyz", b"x", "kind '.xyz' is not known; known are .docx, .eml"),
        ("README", b"x", "kind 'without suffix' is not known"),
        ("..\\..\\a.txt", b"x", "leads out of its folder"),
        ("a\nb.txt", b"x", "control characters"),
        (os.fsdecode(b"caf\xe9.txt"), b"x", "not UTF-8"),
    ],
)
def test_bad_files_are_issues_and_the_rest_goes_on(
    tmp_path: Path, name: str, body: bytes, expected: str
) -> None:
    (tmp_path / name).write_bytes(body)
    (tmp_path / "zz.txt").write_bytes(b"good")
    (reason,) = reasons(tmp_path)
    assert expected in reason
    reason.encode()
    assert [capture.url for capture in captures(tmp_path)] == ["file:zz.txt"]


def test_links_out_of_the_inbox_are_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "inbox"
    outside.mkdir()
    folder.mkdir()
    (outside / "secret.txt").write_bytes(b"secret")
    (folder / "file.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    assert captures(folder) == []
    found = reasons(folder)
    assert ["leads out of the inbox" in reason for reason in found] == [True, True, False]


def test_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "expected a file" in reasons(tmp_path)[0]


def test_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MAX_RECORD_BYTES", 10)
    (tmp_path / "a.pdf").write_bytes(b"x" * 11)
    assert "has 11 bytes, the limit is 10" in reasons(tmp_path)[0]


def test_no_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"create it or change `inbox` in desk\.toml"):
        collect(tmp_path / "nowhere")


@pytest.mark.parametrize(("name", "gzipped"), [("a.warc", False), ("a.warc.gz", True), ("b.warc", True)])
def test_a_warc_gives_its_responses(tmp_path: Path, name: str, gzipped: bool) -> None:
    body = gzip.compress(b"<p>One")
    pages = (("https://harbour.example/1?utm_source=x", body), ("https://b.example/2", body))
    write_warc(tmp_path / name, *pages, gzipped=gzipped, encoding="gzip")
    first, second = captures(tmp_path)
    assert (first.url, first.body, first.outlet) == ("https://harbour.example/1", b"<p>One", "harbour")
    assert first.captured_at == datetime(2020, 3, 10, 8, tzinfo=UTC)
    headers = dict(first.response_headers)
    assert (headers["Content-Type"], headers["X-Archive-Orig-Content-Encoding"]) == ("text/html", "gzip")
    assert (second.url, second.outlet) == ("https://b.example/2", None)


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_warc_cut_anywhere_gives_the_good_records_and_an_issue(tmp_path: Path, gzipped: bool) -> None:
    pages = [(f"https://a.example/{number}", b"<p>%d " % number * 40) for number in range(3)]
    whole = write_warc(tmp_path / "a.warc", *pages, gzipped=gzipped)
    for cut in range(len(whole) // 2, len(whole) - 8, 29):
        (tmp_path / "a.warc").write_bytes(whole[:cut])
        outcomes = collect(tmp_path)
        good = [outcome for outcome in outcomes if isinstance(outcome, Capture)]
        assert [capture.body for capture in good] == [body for _, body in pages[: len(good)]]
        assert good, f"cut at {cut}: the first record is whole and must be given"
        if len(good) < 3 and not _ends_between_records(whole, cut, gzipped):
            assert isinstance(outcomes[-1], Issue), cut
            assert "after byte" in outcomes[-1].reason


def _ends_between_records(whole: bytes, cut: int, gzipped: bool) -> bool:
    mark = b"\x1f\x8b\x08" if gzipped else b"WARC/1.1\r\n"
    return whole[cut:].startswith(mark) or (
        not gzipped and not whole[:cut].rpartition(b"\r\n\r\n")[2].strip()
    )


@pytest.mark.parametrize(
    "body", [b"not a warc at all\n" * 9, b"\x1f\x8b broken", b"WARC/1.1\r\nContent-Length: x\r\n\r\n"]
)
def test_what_is_no_warc_is_an_issue(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(body)
    assert len(reasons(tmp_path)) == 1


def test_a_warc_header_without_end_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"WARC/1.1\r\nX: " + b"a" * 30_000_000))
    assert "no end of the record's headers" in reasons(tmp_path)[0]


def test_a_gzip_bomb_in_a_warc_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_RECORD_BYTES", 100_000)
    bomb = gzip.compress(bytes(20_000_000))
    write_warc(tmp_path / "a.warc", ("https://a.example/1", bomb), gzipped=False, encoding="gzip")
    assert "larger than 100,000 bytes" in reasons(tmp_path)[0]


def test_warc_records_that_are_no_pages_are_told(tmp_path: Path) -> None:
    write_warc(tmp_path / "a.warc", ("file:///etc/passwd", b"x"))
    write_warc(tmp_path / "b.warc", ("https://a.example/1", b"x"), status="404 Not Found")
    write_warc(tmp_path / "c.warc", ("https://a.example/1", b"x"), encoding="br")
    expected = [
        "http or https address, found 'file:///etc/passwd'",
        "1 answers with a status other",
        "encoding 'br'",
    ]
    assert [word in reason for word, reason in zip(expected, reasons(tmp_path), strict=True)] == [True] * 3


def test_json_lines_give_an_article_each(tmp_path: Path) -> None:
    lines = [
        json.dumps({"url": "https://harbour.example/1#x", "text": "One"}).encode(),
        b"",
        json.dumps({"title": "T", "text": "Two"}).encode(),
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    first, second = captures(tmp_path)
    assert (first.url, first.body, first.outlet) == ("https://harbour.example/1", lines[0], "harbour")
    assert (second.url, second.body) == ("file:a.jsonl#line=3", lines[2])
    assert first.response_headers == (("Content-Type", "application/json"),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"{", "expected a JSON object"),
        (b"[1]", "found list"),
        (b'{"title": "T"}', "expected words under"),
        (b'{"text": "a", "url": "file:///etc/passwd"}', "http or https address under url"),
        (b'{"text": "a", "url": 7}', "http or https address under url"),
        (b'{"text": "\xff"}', "expected a JSON object"),
        (b"[" * (sys.getrecursionlimit() * 30), "expected a JSON object"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, expected: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "one"}\n' + line + b'\n{"text": "three"}\n')
    (reason,) = reasons(tmp_path)
    assert "line 2" in reason and expected in reason
    assert [capture.url for capture in captures(tmp_path)] == ["file:a.jsonl#line=1", "file:a.jsonl#line=3"]


def test_a_line_without_end_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_RECORD_BYTES", 100)
    (tmp_path / "a.jsonl").write_bytes(b"x" * 101)
    assert "line 1: longer than 100 bytes" in reasons(tmp_path)[0]


def test_old_versions_in_containers_are_not_taken_for_news(tmp_path: Path) -> None:
    write_warc(tmp_path / "a.warc.gz", ("https://a.example/1", b"old"))
    kept = {("https://a.example/1", bytes_id(b"old")), ("https://a.example/1", bytes_id(b"new"))}
    latest = {"https://a.example/1": bytes_id(b"new")}
    assert collect(tmp_path, latest, seen=lambda url, evidence: (url, evidence) in kept) == []


def test_limits_are_those_of_one_record() -> None:
    assert (
        warc.MAX_RECORD_BYTES
        == json_lines.MAX_RECORD_BYTES
        == inbox.MAX_RECORD_BYTES
        == found.MAX_RECORD_BYTES
    )
