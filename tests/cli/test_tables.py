import pytest

from dateline.cli.tables import PIPED_WIDTH, new_table, print_table


def test_a_table_in_a_pipe_keeps_its_ids(capsys: pytest.CaptureFixture[str]) -> None:
    table = new_table()
    table.add_column("story", no_wrap=True)
    table.add_column("title", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_row("s-b26a9758", "The ferry turned back " * 20)
    print_table(table)
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("s-b26a9758  The ferry turned back")
    assert len(lines[1].rstrip()) <= PIPED_WIDTH
    assert "…" in lines[1]
