"""`dateline backup`: the whole desk in one file."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import HERE, DeskArgument, NowOption, read_now

ToOption = Annotated[
    Path | None,
    typer.Option("--to", metavar="FILE", help="Where to write it.", show_default="DESK/backups/…"),
]


def command(desk: DeskArgument = HERE, to: ToOption = None, now: NowOption = None) -> None:
    """Write ledger, archive, settings and editions to one tar file, while others go on working.

    Each file in it is listed with its SHA-256. Secrets are not in it: they are in the environment. The
    inbox is not either: what was read from it is in the archive.

    Example: dateline backup my-desk --to /media/safe/my-desk.tar
    """
    import getpass

    from dateline.cli.progress import show_progress
    from dateline.desk import load_desk
    from dateline.pipeline import open_to_look
    from dateline.pipeline.backup import backup_name, write_backup

    settings = load_desk(desk)
    with show_progress() as report, open_to_look(settings, now=read_now(now), report=report) as doors:
        path = to or settings.backups_folder / backup_name(doors)
        manifest = write_backup(doors, path, by=getpass.getuser())
    print(f"{path}: {len(manifest.files)} files, {manifest.length:,} bytes")
