"""Tables of the command line: whole in a file or pipe, fitted to the window in a terminal."""

from rich.console import Console
from rich.table import Table

PIPED_WIDTH = 200
"""Columns where nobody looks: ids and titles are not cut for the width of a window that is not there."""


def new_table() -> Table:
    """Return a table without lines, to which columns are added."""
    return Table(box=None, header_style="bold", pad_edge=False)


def print_table(table: Table) -> None:
    """Print a table. A column with a ratio gives way where the window is narrow."""
    console = Console()
    table.expand = console.is_terminal and any(column.ratio for column in table.columns)
    (console if console.is_terminal else Console(width=PIPED_WIDTH)).print(table)
