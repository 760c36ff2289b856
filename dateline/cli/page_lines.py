"""The lines that pages of `dateline show` are made of."""

from rich.text import Text


def heading(kind: str, id: str) -> Text:
    """Return the first line of a page."""
    return Text.assemble((f"{kind} ", "bold"), id, "\n")


def line(page: Text, label: str, words: str | None) -> None:
    """Append a labelled line; nothing where there are no words."""
    if words:
        page.append(f"  {label:<14} ", style="dim")
        page.append(f"{words}\n")
