"""The same desk on SQLite and on PostgreSQL: the same code, the same export."""

import json
from pathlib import Path

from benchmarks.kills import make_desk
from dateline.cli.options import parse_instant
from dateline.desk import load_desk
from dateline.pipeline import open_doors, run_desk
from dateline.search import search_ledger

NOW = parse_instant("2020-03-21T20:00:00Z", "now")


def _desk(folder: Path, address: str) -> Path:
    desk = make_desk(folder, articles=4)
    settings = (desk / "desk.toml").read_text(encoding="utf-8")
    assert '"sqlite:///ledger.sqlite"' in settings
    (desk / "desk.toml").write_text(
        settings.replace('"sqlite:///ledger.sqlite"', json.dumps(address)), "utf-8"
    )
    return desk


def test_a_desk_gives_the_same_wherever_its_ledger_lies(tmp_path: Path, address: str) -> None:
    exports, hits = [], []
    for name, where in (("here", "sqlite:///ledger.sqlite"), ("there", address)):
        with open_doors(load_desk(_desk(tmp_path / name, where)), now=NOW) as doors:
            list(run_desk(doors))
            exports.append(list(doors.ledger.export()))
            hits.append([hit.document for hit in search_ledger(doors.ledger, '"shortly before dawn"').hits])
    assert exports[0] == exports[1]
    assert len(hits[0]) == len(hits[1]) > 0
    assert sorted(hits[0]) == sorted(hits[1])
