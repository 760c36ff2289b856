"""`dateline export`: the ledger as JSON lines."""

import json

from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, read_as_of


def command(desk: DeskArgument = HERE, as_json: JsonOption = True, as_of: AsOfOption = None) -> None:
    """Write all that the ledger holds as JSON lines, sorted: {"type", "record"}.

    Two ledgers that learned the same from the same evidence export the same bytes.
    """
    from dateline.desk import load_desk
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        for line in ledger.export(as_of=read_as_of(as_of)):
            print(json.dumps(line, ensure_ascii=False, sort_keys=True))
