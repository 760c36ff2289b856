"""`dateline show`: anything in the ledger, by its id."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import HERE, AsOfOption, DeskOption, JsonOption, read_as_of

if TYPE_CHECKING:
    from dateline.store import Ledger
    from dateline.store.find import Found


def command(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Any id, the beginning of one, or an entity's name.")
    ],
    desk: DeskOption = HERE,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what an id names: a claim in its context with its chain and versions, a document, a story ...

    Examples: dateline show ev-713b98 --desk DESK; dateline show ev-713b98 --as-of 2020-03-13T12:00Z
    """
    from dateline.cli.show_pages import page_of
    from dateline.desk import load_desk
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        moment = read_as_of(as_of)
        found = _find(ledger, id, moment)
        if as_json:
            others = [encode(other) for other in found.others]
            shown = {"kind": found.kind, "id": found.id, "record": encode(found.record), "others": others}
            print(json.dumps(shown, ensure_ascii=False))
            return
        page = page_of(ledger, found, moment)
    from rich.console import Console

    Console(highlight=False).print(page)


def _find(ledger: "Ledger", wanted: str, as_of: datetime | None) -> "Found":
    """Return what an id or the name of an entity named at `as_of`. Raises NotFound."""
    from dateline.cli.entity_lines import find_entity
    from dateline.errors import NotFound

    try:
        return ledger.find(wanted, as_of=as_of)
    except NotFound:
        entities = ledger.entities(as_of=as_of)
        if not any(wanted in (entity.name, *entity.aliases) for entity in entities):
            raise
    return ledger.find(find_entity(entities, wanted).id, as_of=as_of)
