"""Opening a ledger: addresses, migrations, several processes at once, and death at any moment."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from dateline.errors import LedgerError
from dateline.model.annotations import MentionType
from dateline.model.ledger import Entity
from dateline.store import Ledger
from dateline.store.engine import open_engine, writing
from dateline.store.schema import metadata
from tests.store.nouns import at, make_custody, make_document, make_evidence

WRITER = """
import sys
from dateline.model.ledger import Story
from dateline.store import Ledger
from tests.store.nouns import at, make_annotations, make_claim, make_custody, make_document, make_evidence

address, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with Ledger.open(address) as ledger:
    for number in range(first, last):
        words = f"The bridge {number} is open."
        evidence = make_evidence(f"https://tidings.example/{number}", words, number)
        document = make_document(evidence, words)
        with ledger.transaction():
            ledger.save_capture(evidence, make_custody(evidence), now=at(number))
            ledger.save_document(document, now=at(number))
        made = make_annotations(document, make_claim(document, 0, 12))
        ledger.save_annotations(made, made_by="grammar/1", now=at(number))
        ledger.save_stories([Story(f"s-{n}", (document.id,)) for n in range(3)], now=at(number))
        print(number, flush=True)
"""


def start_writer(address: str, first: int, last: int) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WRITER, address, str(first), str(last)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_processes_lose_nothing_and_double_nothing(address: str) -> None:
    writers = [start_writer(address, 0, 30), start_writer(address, 15, 45), start_writer(address, 0, 45)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    with Ledger.open(address) as ledger:
        assert len(ledger.documents(current_only=False)) == len(ledger.documents()) == 45
        assert len(ledger.evidence()) == len(ledger.custody()) == len(ledger.claims()) == 45
        assert [story.id for story in ledger.stories()] == ["s-0", "s-1", "s-2"]


def test_a_writer_killed_at_any_moment_leaves_whole_transactions(tmp_path: Path) -> None:
    address = str(tmp_path / "ledger.sqlite")
    for moment in (0, 3, 7, 12):
        writer = start_writer(address, 0, 1000)
        assert writer.stdout is not None
        for _ in range(moment):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        with Ledger.open(address) as ledger:
            ids = {evidence.id for evidence in ledger.evidence()}
            assert ids == {document.evidence for document in ledger.documents()}
    start_writer(address, 0, 20).communicate(timeout=60)
    clean = str(tmp_path / "clean.sqlite")
    start_writer(clean, 0, 20).communicate(timeout=60)
    with Ledger.open(address) as killed, Ledger.open(clean) as undisturbed:
        kept = {line["record"]["id"] for line in undisturbed.export() if line["type"] == "document"}
        assert len(kept) == 20
        assert kept <= {line["record"]["id"] for line in killed.export() if line["type"] == "document"}


def test_migrations_make_the_tables_that_the_code_knows(address: str) -> None:
    Ledger.open(address).close()
    engine = open_engine(address)

    def is_ours(name: str | None, kind: str, parents: object) -> bool:
        return kind != "table" or not str(name).startswith("document_words")

    with writing(engine) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_ledger_of_before_learns_the_spellings_of_its_entities(address: str) -> None:
    port = Entity("e-1", MentionType.GPE, "Port Saïd", ("بورسعيد",), ("d",))
    with Ledger.open(address) as ledger:
        ledger.save_entities([port], now=at(0))
    engine = open_engine(address)
    with writing(engine) as connection:
        for made_since in ("spellings", "kept_words", "digits", "checkpoints"):
            connection.execute(text(f"DROP TABLE IF EXISTS {made_since}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0007'"))
    engine.dispose()
    with Ledger.open(address) as ledger:
        found = ledger.book.entities_spelled(["Port Said", "بورسعید", "Port"])
        assert found == {"Port Said": [port], "بورسعید": [port]}


def test_a_ledger_is_opened_again_as_it_was_left(address: str) -> None:
    evidence = make_evidence("https://tidings.example/1", "Open.")
    with Ledger.open(address) as ledger:
        ledger.save_capture(evidence, make_custody(evidence), now=at(0))
        ledger.save_document(make_document(evidence, "Open."), now=at(0))
        lines = list(ledger.export())
    with Ledger.open(address) as ledger:
        assert list(ledger.export()) == lines


def test_a_ledger_of_a_newer_version_is_refused(address: str) -> None:
    Ledger.open(address).close()
    engine = open_engine(address)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match="revision 9999"):
        Ledger.open(address)


@pytest.mark.parametrize(
    "address", ["", ":memory:", "sqlite://", "mysql://localhost/news", "postgresql://localhost"]
)
def test_an_address_that_cannot_be_a_ledger_is_refused(address: str) -> None:
    with pytest.raises(LedgerError, match="expected a file path"):
        Ledger.open(address)


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_text("These are the minutes of a meeting, not a database. " * 40)
    with pytest.raises(LedgerError, match=r"ledger\.sqlite: file is not a database"):
        Ledger.open(str(path))


def test_a_password_is_not_shown() -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open("postgresql://mina:hunter2@127.0.0.1:1/news")
    assert "hunter2" not in str(caught.value)
