"""`dateline show`: anything in the ledger, by its id."""

import json
from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskOption, JsonOption


def command(
    id: Annotated[str, typer.Argument(metavar="ID", help="Any id, or the beginning of one.")],
    desk: DeskOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show what an id names: a claim in its context with its chain and versions, a document, a story ..."""
    from dateline.cli.show_pages import page_of
    from dateline.desk import load_desk
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        found = ledger.find(id)
        if as_json:
            others = [encode(other) for other in found.others]
            shown = {"kind": found.kind, "id": found.id, "record": encode(found.record), "others": others}
            print(json.dumps(shown, ensure_ascii=False))
            return
        page = page_of(ledger, found)
    from rich.console import Console

    Console(highlight=False).print(page)
