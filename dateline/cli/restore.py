"""`dateline restore`: a backup in the place of a desk, and back again."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskOption

BackupArgument = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="The backup.", exists=True, dir_okay=False)
]
UndoOption = Annotated[bool, typer.Option("--undo", help="Put back what the last restore replaced.")]


def command(backup: BackupArgument = None, desk: DeskOption = HERE, undo: UndoOption = False) -> None:
    """Check a backup whole, then put it in the place of the desk. Stop the server and runs of the desk first.

    Every file is held against its SHA-256, the ledger and each archived record are read, and only then is
    anything replaced. What was there is kept in DESK/before-restore-INSTANT; --undo puts it back. An empty
    or new folder is filled.

    Example: dateline restore /media/safe/my-desk.tar --desk my-desk
    """
    import getpass

    from dateline.cli.progress import show_progress
    from dateline.errors import InputError
    from dateline.pipeline.restore import check_backup, put_in_place, undo_restore

    if undo == (backup is not None):
        raise InputError("name either a backup or --undo")
    if backup is None:
        print(f"put back what {undo_restore(desk, by=getpass.getuser(), now=datetime.now(UTC)).name} kept")
        return
    desk.mkdir(parents=True, exist_ok=True)
    with show_progress() as report:
        manifest = check_backup(backup, desk, by=getpass.getuser(), report=report)
    kept = put_in_place(desk, now=datetime.now(UTC))
    print(f"{manifest.title}: {len(manifest.files)} files of {manifest.made_at} restored to {desk}")
    print(f"what was there is kept in {kept}; dateline restore --undo --desk {desk} puts it back")
