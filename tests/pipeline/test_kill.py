"""A run killed at any moment is finished by the next, with the same result."""

from pathlib import Path

from benchmarks.kills import export_of, make_desk, run_desk, survive_kills


def test_killed_runs_end_with_the_same_export(tmp_path: Path) -> None:
    assert survive_kills(tmp_path, rounds=3, seed=7, articles=12) == []


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", articles=4)
    run_desk(desk)
    once = export_of(desk)
    archived = {path.name: path.read_bytes() for path in (desk / "archive").glob("*.warc.gz")}
    run_desk(desk)
    assert export_of(desk) == once
    assert b'"type": "document"' in once
    assert {path.name: path.read_bytes() for path in (desk / "archive").glob("*.warc.gz")} == archived
