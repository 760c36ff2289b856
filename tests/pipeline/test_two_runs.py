"""Two processes at work on one ledger at once: nothing is lost and nothing doubled."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.kills import NOW, export_of, make_desk

ARTICLES = 6
READS = "import sys; from dateline.cli.main import main; sys.argv = ['dateline', *sys.argv[1:]]; main()"


def _desk(folder: Path, address: str, *, first: int, last: int) -> Path:
    """Make a desk of its own with some of the articles, on a ledger that may be another's too."""
    desk = make_desk(folder, articles=last)
    for number in range(first):
        (desk / "inbox" / f"{number:03d}.html").unlink()
    settings = (desk / "desk.toml").read_text(encoding="utf-8")
    settings = settings.replace('"sqlite:///ledger.sqlite"', json.dumps(address))
    (desk / "desk.toml").write_text(settings, "utf-8")
    return desk


def _start(desk: Path) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-c", READS, "run", str(desk), "--now", NOW, "--workers", "1"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _finish(*running: "subprocess.Popen[bytes]") -> None:
    for process in running:
        _, errors = process.communicate(timeout=200)
        assert process.returncode == 0, errors.decode()


def test_two_runs_of_one_desk_end_as_one_run(tmp_path: Path, address: str) -> None:
    alone = _desk(tmp_path / "alone", "sqlite:///ledger.sqlite", first=0, last=ARTICLES)
    _finish(_start(alone))
    both = _desk(
        tmp_path / "both", address if "://" in address else f"sqlite:///{address}", first=0, last=ARTICLES
    )
    _finish(*[_start(both) for _ in range(2)])
    _finish(_start(both))
    assert export_of(both) == export_of(alone)
