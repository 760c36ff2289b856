"""`dateline verify`: prove an edition again from the archive."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import JsonOption

EditionArgument = Annotated[Path, typer.Argument(metavar="EDITION", help="The edition's folder.")]
DeskOption = Annotated[
    Path | None,
    typer.Option("--desk", help="The desk that holds the archive.", show_default="the one above the edition"),
]


CitedOption = Annotated[
    bool, typer.Option("--cited-only", help="Check the cited captures only, not all that the archive holds.")
]


def command(
    edition: EditionArgument,
    desk: DeskOption = None,
    cited_only: CitedOption = False,
    as_json: JsonOption = False,
) -> None:
    """Recompute each sentence of an edition from the archived bytes.

    Bytes are hashed, texts derived again, quotes compared, and every name, number, date and quotation
    looked up in the cited words. What else the archive holds is hashed too. Exit status 0 when all is
    borne out, 1 when not, with a line for each sentence or record and why.
    """
    from datetime import UTC, datetime

    from dateline.desk import load_desk
    from dateline.desk.settings import find_desk
    from dateline.inference.reader import load_reader
    from dateline.pipeline import open_to_look
    from dateline.pipeline.editions.proving import prove_archive, prove_edition
    from dateline.write.proof.verify import format_verdict

    folder = desk or find_desk(edition)
    with open_to_look(load_desk(folder), now=datetime.now(UTC), reader=load_reader()) as doors:
        verdicts = prove_edition(doors, edition)
        verdicts += [] if cited_only else prove_archive(doors)
    failed = [verdict for verdict in verdicts if not verdict.ok]
    if as_json:
        for verdict in verdicts:
            print(json.dumps(format_verdict(verdict), ensure_ascii=False))
    else:
        for verdict in failed:
            print(f"{verdict.path}: {'; '.join(verdict.why)}")
        print(f"{len(verdicts) - len(failed)} of {len(verdicts)} passages are borne out by the archive")
    sys.exit(1 if failed else 0)
