"""Watch lists and FollowTheMoney on the command line: in, out, and refused without a trace."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.desk import create_desk, load_desk
from dateline.errors import InputError
from dateline.store import Ledger

PERSON = {
    "id": "Q990011",
    "caption": "Rostam Behzadfar",
    "schema": "Person",
    "properties": {"name": ["Rostam Behzadfar"], "birthDate": ["1961-04-02"], "wikidataId": ["Q990011"]},
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    create_desk(tmp_path / "desk", "Trial")
    return tmp_path / "desk"


def entities(desk: Path, *words: str) -> str:
    ran = CliRunner().invoke(app, ["entities", *words, "--desk", str(desk)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return ran.output


def export_of(desk: Path) -> list[dict[str, object]]:
    with Ledger.open(load_desk(desk).store_address) as ledger:
        return list(ledger.export())


def test_what_is_imported_is_exported_again(desk: Path, tmp_path: Path) -> None:
    lines = tmp_path / "people.ftm.json"
    lines.write_text(json.dumps(PERSON), encoding="utf-8")
    assert "1 entity known from people.ftm.json" in entities(desk, "import", str(lines))
    assert [json.loads(line) for line in entities(desk, "export").splitlines()] == [PERSON]


def test_a_list_replaces_the_one_of_its_name(desk: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    for names in ("name\nRostam Behzadfar\nMina Rahbarian\n", "name\nMina Rahbarian\n"):
        people.write_text(names, encoding="utf-8")
        entities(desk, "import", str(people))
    with Ledger.open(load_desk(desk).store_address) as ledger:
        assert [known.names for known in ledger.known_entities()] == [("Mina Rahbarian",)]


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("bad.csv", b"title\nAli\n", "bad.csv line 1: expected the columns"),
        ("bad.csv", b"name,id\nAli Rimawi,1\nMina Rimawi,1\n", "bad.csv line 3: the id '1'"),
        ("bad.csv", "name\nAli\nعلي\n".encode("windows-1256"), "bad.csv line 3: expected UTF-8"),
        ("bad.yaml", b"- title: Ali\n", "bad.yaml line 1: expected the columns"),
        ("bad.json", b"{}", "bad.json line 1: expected `id`"),
        ("bad.xlsx", b"PK", "expected a file that ends in one of"),
    ],
)
def test_a_bad_list_is_refused_and_the_ledger_unchanged(
    desk: Path, tmp_path: Path, name: str, body: bytes, reason: str
) -> None:
    good = tmp_path / "good.csv"
    good.write_text("name\nMina Rahbarian\n", encoding="utf-8")
    entities(desk, "import", str(good))
    before = export_of(desk)
    (tmp_path / name).write_bytes(body)
    ran = CliRunner().invoke(app, ["entities", "import", str(tmp_path / name), "--desk", str(desk)])
    assert isinstance(ran.exception, InputError)
    assert reason in str(ran.exception)
    assert export_of(desk) == before
