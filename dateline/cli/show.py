"""`dateline show`: anything in the ledger, by its id."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import HERE, DeskOption, JsonOption

if TYPE_CHECKING:
    from dateline.store import Ledger
    from dateline.store.find import Found


def command(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Any id, the beginning of one, or an entity's name.")
    ],
    desk: DeskOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Show what an id names: a claim in its context with its chain and versions, a document, a story ..."""
    from dateline.cli.show_pages import page_of
    from dateline.desk import load_desk
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        found = _find(ledger, id)
        if as_json:
            others = [encode(other) for other in found.others]
            shown = {"kind": found.kind, "id": found.id, "record": encode(found.record), "others": others}
            print(json.dumps(shown, ensure_ascii=False))
            return
        page = page_of(ledger, found)
    from rich.console import Console

    Console(highlight=False).print(page)


def _find(ledger: "Ledger", wanted: str) -> "Found":
    """Return what an id or the name of an entity names. Raises NotFound."""
    from dateline.cli.entity_lines import find_entity
    from dateline.errors import NotFound

    try:
        return ledger.find(wanted)
    except NotFound:
        named = any(wanted in (entity.name, *entity.aliases) for entity in ledger.entities())
        if not named:
            raise
    return ledger.find(find_entity(ledger.entities(), wanted).id)
