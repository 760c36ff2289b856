"""Tables of the command line: whole in a file or pipe, fitted to the window in a terminal."""

from rich.console import Console
from rich.table import Table

PIPED_WIDTH = 200
"""Columns where nobody looks: ids and titles are not cut for the width of a window that is not there."""
UNBOUND_WIDTH = 10_000


def new_table() -> Table:
    """Return a table without lines, to which columns are added."""
    return Table(box=None, header_style="bold", pad_edge=False)


def print_table(table: Table) -> None:
    """Print a table. Where it is wider than the window, a column with a ratio gives way, never an id."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=PIPED_WIDTH)
    unbound = console.options.update_width(UNBOUND_WIDTH)
    table.expand = table.__rich_measure__(console, unbound).maximum > console.width
    console.print(table)
