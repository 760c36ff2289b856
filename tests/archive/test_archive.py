from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from dateline.archive import Appended, Archive, committed_lengths, verify_archive
from dateline.errors import ArchiveError
from dateline.model.evidence import Announcement, Capture, Evidence
from dateline.model.identity import bytes_id

MORNING = datetime(2020, 3, 9, 6, 30, tzinfo=UTC)
PAGE = "<html><body><p>کاروان از گذرگاه گذشت.</p></body></html>".encode()


def capture(url: str = "https://karun.example/news/1", body: bytes = PAGE, **changes: object) -> Capture:
    whole = Capture(
        url=url,
        final_url=url,
        captured_at=MORNING,
        status=200,
        request_headers=(("User-Agent", "Dateline"), ("Accept", "text/html")),
        response_headers=(
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Content-Length", "17"),
            ("X-Author", "زهرا"),
        ),
        body=body,
        outlet="karun",
        collector="dateline-feeds/1",
        announced=Announcement(
            title="Convoy crosses", source_name="Karun Agency", published="Mon, 09 Mar 2020"
        ),
    )
    return replace(whole, **changes)


def append_all(archive: Archive, captures: list[Capture]) -> list[Appended]:
    kept: dict[str, list[Evidence]] = {}
    appended = []
    with archive.lock():
        for each in captures:
            outcome = archive.append(each, earlier=kept.get(each.url, ()))
            if outcome.evidence:
                kept.setdefault(each.url, []).append(outcome.evidence)
            appended.append(outcome)
    return appended


def faults_of(archive: Archive, appended: list[Appended]) -> list[str]:
    evidence = [each.evidence for each in appended if each.evidence]
    return [fault.what for fault in verify_archive(archive, evidence, [each.custody for each in appended])]


SEVERAL = [
    capture(),
    capture("https://karun.example/news/2", b"<p>second</p>"),
    capture(captured_at=MORNING + timedelta(hours=1)),
    capture(captured_at=MORNING + timedelta(hours=2), status=304, body=b""),
    capture(captured_at=MORNING + timedelta(hours=3), body=b"<p>edited</p>"),
    capture("file:inbox/statement.txt", b"plain", response_headers=(("Content-Type", "text/plain"),)),
    capture("https://karun.example/gone", b"no such page", status=404),
]


def test_append_gives_evidence_of_the_body(tmp_path: Path) -> None:
    evidence = Archive(tmp_path).append(capture()).evidence
    assert evidence is not None
    assert (evidence.id, evidence.length, evidence.media_type) == (bytes_id(PAGE), len(PAGE), "text/html")
    assert Archive(tmp_path).read_body(evidence) == PAGE


def test_same_bytes_and_304_give_no_new_evidence(tmp_path: Path) -> None:
    appended = append_all(Archive(tmp_path), SEVERAL)
    assert [bool(each.evidence) for each in appended] == [True, True, False, False, True, True, False]
    assert [each.custody.evidence for each in appended][:4] == [
        bytes_id(PAGE), bytes_id(b"<p>second</p>"), bytes_id(PAGE), bytes_id(PAGE),
    ]  # fmt: skip
    assert appended[-1].custody.status == 404


def test_files_are_read_by_another_warc_reader(tmp_path: Path) -> None:
    append_all(Archive(tmp_path), SEVERAL)
    with (tmp_path / "00001.warc.gz").open("rb") as handle:
        records = [
            (
                r.rec_type,
                r.http_headers and r.http_headers.get_statuscode(),
                r.content_stream().read(),
                r.digest_checker.passed,
            )
            for r in ArchiveIterator(handle, check_digests=True)
        ]
    assert [kind for kind, *_ in records] == [
        "warcinfo", *["request", "metadata", "response"] * 2, *["request", "metadata", "revisit"] * 2,
        "request", "metadata", "response", "metadata", "resource", "request", "metadata", "response",
    ]  # fmt: skip
    assert all(passed is not False for *_, passed in records)
    assert records[3][1:3] == ("200", PAGE)


@pytest.mark.parametrize("position", range(len(SEVERAL)))
def test_capture_comes_back_whole(tmp_path: Path, position: int) -> None:
    pointer = append_all(Archive(tmp_path), SEVERAL)[position].custody.record
    assert pointer is not None
    assert Archive(tmp_path).read_capture(pointer) == SEVERAL[position]


def test_same_captures_give_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        append_all(Archive(tmp_path / folder), SEVERAL)
    first, second = ((tmp_path / folder / "00001.warc.gz").read_bytes() for folder in ("one", "two"))
    assert first == second


def test_files_rotate(tmp_path: Path) -> None:
    archive = Archive(tmp_path, rotate_at=2000)
    appended = append_all(archive, SEVERAL)
    assert archive.files()[:2] == ("00001.warc.gz", "00002.warc.gz")
    assert faults_of(archive, appended) == []


def test_truncate_drops_what_a_crash_left(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    appended = append_all(archive, SEVERAL)
    whole = (tmp_path / "00001.warc.gz").read_bytes()
    committed = committed_lengths(each.custody for each in appended[:-1])
    for end in (len(whole), len(whole) - 7, committed["00001.warc.gz"] + 3):
        (tmp_path / "00001.warc.gz").write_bytes(whole[:end])
        archive.truncate(committed)
        archive.append(SEVERAL[-1])
        assert (tmp_path / "00001.warc.gz").read_bytes() == whole


def test_truncate_drops_a_file_begun_by_the_crash(tmp_path: Path) -> None:
    Archive(tmp_path).append(capture())
    Archive(tmp_path).truncate({})
    assert Archive(tmp_path).files() == ()


def test_truncate_refuses_a_ledger_of_another_archive(tmp_path: Path) -> None:
    append_all(Archive(tmp_path), SEVERAL)
    with pytest.raises(ArchiveError, match="does not know 7 captures"):
        Archive(tmp_path).truncate({})
    with pytest.raises(ArchiveError, match=r"00002\.warc\.gz: expected at least 10 bytes, found 0"):
        Archive(tmp_path).truncate({"00002.warc.gz": 10})


def test_read_body_names_what_was_altered(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    evidence = archive.append(capture()).evidence
    assert evidence is not None
    with pytest.raises(
        ArchiveError, match=r"00001\.warc\.gz at byte \d+, https://karun.*expected a body.*0000"
    ):
        archive.read_body(replace(evidence, id="0" * 64))
    path = tmp_path / "00001.warc.gz"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ArchiveError, match=r"news/1: expected \d+ bytes, found \d+"):
        archive.read_body(evidence)
    path.unlink()
    with pytest.raises(ArchiveError, match="found none"):
        archive.read_body(evidence)


def test_pointer_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    evidence = archive.append(capture()).evidence
    assert evidence is not None
    (tmp_path / "outside").write_bytes((tmp_path / "archive" / "00001.warc.gz").read_bytes())
    outside = replace(evidence, record=replace(evidence.record, file="../outside"))
    with pytest.raises(ArchiveError, match="found none"):
        archive.read_body(outside)


def test_naive_time_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="without a zone"):
        Archive(tmp_path).append(capture(captured_at=datetime(2020, 3, 9)))


def test_header_and_address_cannot_forge_a_record(tmp_path: Path) -> None:
    forged = capture(
        "https://karun.example/a\r\nWARC-Type: metadata", response_headers=(("A", "b\r\n\r\nWARC/1.1"),)
    )
    appended = append_all(Archive(tmp_path), [forged])
    assert faults_of(Archive(tmp_path), appended) == []
    assert Archive(tmp_path).read_body(appended[0].evidence) == PAGE  # type: ignore[arg-type]


@pytest.mark.parametrize("bit", [1, 128])
def test_every_changed_byte_is_found(tmp_path: Path, bit: int) -> None:
    archive = Archive(tmp_path)
    appended = append_all(archive, SEVERAL[:2])
    path = tmp_path / "00001.warc.gz"
    whole = path.read_bytes()
    for position in range(len(whole)):
        changed = bytearray(whole)
        changed[position] ^= bit
        path.write_bytes(changed)
        assert faults_of(archive, appended), f"byte {position} of {len(whole)}"
    path.write_bytes(whole)
    assert faults_of(archive, appended) == []


def test_cut_missing_and_unknown_are_named(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    appended = append_all(archive, SEVERAL)
    path = tmp_path / "00001.warc.gz"
    whole = path.read_bytes()
    evidence = [each.evidence for each in appended if each.evidence]
    custody = [each.custody for each in appended]
    assert "does not know this response" in faults_of(archive, appended[:-1])[-1]
    path.write_bytes(whole[:-5])
    cut = verify_archive(archive, evidence, custody)
    assert [(fault.url, "cut off" in fault.what) for fault in cut] == [("https://karun.example/gone", True)]
    path.unlink()
    missing = verify_archive(archive, evidence, custody)
    assert {fault.what for fault in missing} == {"the file is missing"}
    assert len(missing) == len(SEVERAL)


BODIES = st.sampled_from([PAGE, b"", b"<p>one</p>", bytes(range(256)) * 40])
URLS = st.sampled_from(["https://a.example/1", "https://a.example/۲?q=ب", "file:a b.txt"])
STATUSES = st.sampled_from([200, 200, 200, 304, 404, 503, 999])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    made=st.lists(st.tuples(URLS, BODIES, STATUSES), max_size=8),
    place=st.floats(0, 0.999),
    bit=st.integers(0, 7),
)
def test_any_sequence_verifies_and_any_changed_byte_is_found(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, bytes, int]], place: float, bit: int
) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"), rotate_at=6000)
    captures = [
        capture(
            url, b"" if status == 304 else body, status=status, captured_at=MORNING + timedelta(seconds=n)
        )
        for n, (url, body, status) in enumerate(made)
    ]
    appended = append_all(archive, captures)
    assert faults_of(archive, appended) == []
    for each, outcome in zip(captures, appended, strict=True):
        assert archive.read_capture(outcome.custody.record) == each  # type: ignore[arg-type]
    for file in archive.files():
        changed = bytearray((archive.folder / file).read_bytes())
        changed[int(place * len(changed))] ^= 1 << bit
        (archive.folder / file).write_bytes(changed)
        assert faults_of(archive, appended)


def test_records_are_copied_to_the_byte(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    pointers = [archive.append(capture).custody.record for capture in SEVERAL]
    copies = [archive.copy_records(pointer) for pointer in pointers if pointer]
    (file,) = archive.files()
    whole = (tmp_path / file).read_bytes()
    assert whole.endswith(b"".join(copies))
