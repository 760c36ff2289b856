"""`dateline collect`: fetch and keep, and nothing else."""

from dateline.cli.options import HERE, DeskArgument, NowOption, read_now


def command(desk: DeskArgument = HERE, now: NowOption = None) -> None:
    """Poll the desk's feeds, pages and inbox, and keep what is new in the archive.

    Nothing is read yet: `dateline run` does that too. What could not be fetched is listed at the end.
    """
    from dateline.cli.run import work_through
    from dateline.pipeline import collect_desk

    work_through(desk, read_now(now), collect_desk)
