"""`dateline events`: what happened, as all documents tell it."""

import json
from typing import TYPE_CHECKING

from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, read_as_of

if TYPE_CHECKING:
    from dateline.pipeline.ledger.standing import EventStanding


def command(desk: DeskArgument = HERE, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """List the events across documents by day, with who, whom, the figures as each side gives them.

    A mark * stands where tellings dispute something. dateline show EVENT shows who says what since when.

    Examples: dateline events DESK; dateline events DESK --as-of 2020-03-13T12:00Z --json
    """
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.standing import events_standing
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        found = events_standing(ledger, as_of=read_as_of(as_of))
    if as_json:
        for standing in found:
            print(json.dumps(encode(standing), ensure_ascii=False))
        return
    _print_table(found)


def _print_table(found: "list[EventStanding]") -> None:
    from dateline.cli.tables import new_table, print_table
    from dateline.pipeline.ledger.standing import figures

    if not found:
        print("No events stand; run: dateline run DESK")
        return
    table = new_table()
    for heading in ("event", "day"):
        table.add_column(heading, no_wrap=True)
    for heading in ("what", "where", "who, whom", "figures"):
        table.add_column(heading)
    table.add_column("told by", justify="right", no_wrap=True)
    for each in found:
        event = each.event
        sides = " → ".join(
            part for part in (", ".join(event.actors[:2]), ", ".join(event.targets[:2])) if part
        )
        disputed = " *" if each.account.disputed else ""
        place = event.place.name if event.place else ""
        row = (event.begin or "no date", event.mode or event.type.lower(), place, sides)
        table.add_row(event.id[:9], *row, figures(each.account) + disputed, str(len(each.outlets)))
    print_table(table)
