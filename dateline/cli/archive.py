"""`dateline archive`: the kept bytes."""

import json
import sys

import typer

from dateline.cli.options import HERE, DeskArgument, JsonOption

app = typer.Typer(help="The kept bytes.", no_args_is_help=True)


@app.command("verify")
def verify(desk: DeskArgument = HERE, as_json: JsonOption = False) -> None:
    """Hash everything that is kept again, and name any record that was altered, truncated or is missing.

    Exit status 0 when all is as it was received, 1 otherwise.
    """
    from dateline.archive import Archive, verify_archive
    from dateline.desk import load_desk
    from dateline.store import Ledger
    from dateline.store.codec import encode
    from dateline.text.counting import count

    settings = load_desk(desk)
    with Ledger.open(settings.store_address) as ledger:
        evidence = ledger.evidence()
        faults = verify_archive(Archive(settings.archive_folder), evidence, ledger.custody())
    for fault in faults:
        line = json.dumps(encode(fault), ensure_ascii=False)
        print(line if as_json else f"{fault.file} at byte {fault.offset}: {fault.url}: {fault.what}")
    if not as_json:
        print(f"{count(len(evidence), 'body', 'bodies')}, {count(len(faults), 'fault')}")
    sys.exit(1 if faults else 0)
