"""`dateline status`: how each outlet stands."""

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, NowOption, read_as_of, read_now

if TYPE_CHECKING:
    from dateline.store.status import OutletStatus


def command(
    desk: DeskArgument = HERE, as_json: JsonOption = False, now: NowOption = None, as_of: AsOfOption = None
) -> None:
    """Show for each outlet when it was last seen, what was kept and read of it, and how long it is silent."""
    from dateline.desk import load_desk
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        rows = ledger.outlet_status(now=read_now(now), as_of=read_as_of(as_of))
    if as_json:
        for row in rows:
            silence = row.silence.total_seconds() if row.silence is not None else None
            counts = {name: getattr(row, name) for name in ("captures", "documents", "claims", "issues")}
            seen = {"last_seen": encode(row.last_seen), "last_new": encode(row.last_new)}
            print(json.dumps({"outlet": row.outlet, **seen, "silence_seconds": silence, **counts}))
        return
    _print_table(rows)


def _print_table(rows: "list[OutletStatus]") -> None:
    from dateline.cli.tables import new_table, print_table

    if not rows:
        print("Nothing is kept yet; run: dateline run DESK")
        return
    table = new_table()
    table.add_column("outlet", no_wrap=True)
    for heading in ("last seen", "silent for"):
        table.add_column(heading, no_wrap=True)
    for heading in ("captures", "read", "claims", "issues"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        counts = (row.captures, row.documents, row.claims, row.issues)
        times = (_moment(row.last_seen), _duration(row.silence))
        table.add_row(row.outlet or "(no outlet)", *times, *map(str, counts))
    print_table(table)


def _moment(at: datetime | None) -> str:
    return at.date().isoformat() if at else "never"


def _duration(silence: timedelta | None) -> str:
    if silence is None:
        return "-"
    hours = int(silence.total_seconds() // 3600)
    return f"{hours // 24} d {hours % 24} h" if hours >= 24 else f"{hours} h"
