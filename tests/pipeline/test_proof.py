"""An issued edition proves itself, and stops doing so when anything under it is touched."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.kills import make_desk
from dateline.cli.options import parse_instant
from dateline.desk import load_desk
from dateline.errors import EditionError
from dateline.model.editions import SentenceVerdict
from dateline.pipeline import Doors, open_doors, run_desk
from dateline.pipeline.editions.drafting import last_period
from dateline.pipeline.editions.proving import prove_edition, without_failed
from dateline.pipeline.editions.publishing import issue_edition

NOW = parse_instant("2020-03-21T20:00:00Z", "now")


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[Doors]:
    with open_doors(load_desk(make_desk(tmp_path / "desk", articles=5)), now=NOW) as opened:
        list(run_desk(opened))
        yield opened


def _issue(doors: Doors) -> Path:
    _, folder = issue_edition(doors, last_period(doors, "2020-03-08", "2020-03-21"))
    return folder


def _failed(doors: Doors, folder: Path) -> list[SentenceVerdict]:
    return [verdict for verdict in prove_edition(doors, folder) if not verdict.ok]


def test_an_issued_edition_is_borne_out(doors: Doors) -> None:
    folder = _issue(doors)
    assert prove_edition(doors, folder)
    assert _failed(doors, folder) == []
    assert (doors.desk.editions_folder / "latest").resolve() == folder.resolve()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_one_changed_byte_in_the_archive_names_sentences(doors: Doors, share: float) -> None:
    folder = _issue(doors)
    cited = json.loads((folder / "edition.json").read_text(encoding="utf-8"))["documents"][0]
    record = doors.ledger.find_evidence(cited["evidence"])[0].record
    warc = doors.archive.folder / record.file
    altered = bytearray(warc.read_bytes())
    altered[record.offset + int(record.length * share)] ^= 0x41
    warc.write_bytes(bytes(altered))
    failed = _failed(doors, folder)
    assert any("sentences[" in verdict.path for verdict in failed)
    assert any(cited["url"] in why for verdict in failed for why in verdict.why)


def test_one_changed_number_names_its_sentence(doors: Doors) -> None:
    folder = _issue(doors)
    edition = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    item = edition["sections"][0]["items"][0]
    number = next(
        n for n, sentence in enumerate(item["sentences"]) if "people were killed" in sentence["text"]
    )
    sentence = item["sentences"][number]
    sentence["text"] = sentence["text"].replace(" people were killed", "4 people were killed", 1)
    (folder / "edition.json").write_text(json.dumps(edition), encoding="utf-8")
    failed = {verdict.path: verdict for verdict in _failed(doors, folder)}
    assert f"sections[0].items[0].sentences[{number}]" in failed
    assert any("number" in why for verdict in failed.values() for why in verdict.why)


def test_a_deleted_capture_names_its_sentences(doors: Doors) -> None:
    folder = _issue(doors)
    for warc in doors.archive.folder.glob("*.warc.gz"):
        warc.unlink()
    failed = _failed(doors, folder)
    assert failed
    assert all("00001.warc.gz" in " ".join(verdict.why) for verdict in failed)


def test_a_folder_without_an_edition_is_refused(doors: Doors, tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="no edition here"):
        prove_edition(doors, tmp_path)


def test_what_fails_is_left_out(doors: Doors) -> None:
    edition, _ = issue_edition(doors, last_period(doors, "2020-03-08", "2020-03-21"))
    paths = {
        f"sections[0].items[0].sentences[{n}]" for n in range(len(edition.sections[0].items[0].sentences))
    }
    left = without_failed(edition, paths)
    assert edition.sections[0].items[0] not in [entry for section in left.sections for entry in section.items]


@pytest.mark.parametrize(
    ("begin", "until", "message"),
    [("2020-03-22", "2020-03-08", "after its end"), ("March 8", None, "expected a day")],
)
def test_a_period_that_is_none_is_refused(doors: Doors, begin: str, until: str | None, message: str) -> None:
    with pytest.raises(EditionError, match=message):
        last_period(doors, begin, until)


def test_the_command_names_what_an_untouched_edition_does_not_rest_on(doors: Doors) -> None:
    folder = _issue(doors)
    warc = doors.archive.folder / "00001.warc.gz"
    whole = warc.read_bytes()
    for place in range(200, len(whole), len(whole) // 5):
        warc.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        ran = _verify(folder)
        assert ran.returncode == 1, place
        assert "00001.warc.gz" in ran.stdout
    warc.write_bytes(whole)
    assert _verify(folder).returncode == 0


def test_the_command_names_sentences_when_the_archive_is_gone(doors: Doors) -> None:
    folder = _issue(doors)
    (doors.archive.folder / "00001.warc.gz").unlink()
    ran = _verify(folder)
    assert ran.returncode == 1
    assert "sections[0].items[0].sentences[0]" in ran.stdout


def _verify(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "verify", str(folder)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
