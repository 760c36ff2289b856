"""`dateline diff`: what changed since you last looked."""

import json
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, parse_instant, read_as_of

if TYPE_CHECKING:
    from dateline.pipeline.ledger.difference import NewsLine

CLAIMS_SHOWN = 3


def command(
    since: Annotated[str, typer.Option("--since", metavar="INSTANT", help="When you last looked.")],
    desk: DeskArgument = HERE,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what is new, updated, disputed, denied, retracted, corrected or silently edited since then.

    Examples: dateline diff DESK --since 2020-03-12; dateline diff DESK --since 2020-03-12T18:00Z --json
    """
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.difference import find_news
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        news = find_news(ledger, parse_instant(since, "--since"), until=read_as_of(as_of))
    if as_json:
        for line in news:
            print(json.dumps(encode(line), ensure_ascii=False))
        return
    _print(news)


def _print(news: "list[NewsLine]") -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    if not news:
        console.print("Nothing is new")
    order = {line.kind: None for line in news}
    for kind, lines in groupby(
        sorted(news, key=lambda line: list(order).index(line.kind)), lambda line: line.kind
    ):
        console.print(f"[bold]{kind}[/]")
        for line in lines:
            console.print(f"  {line.title} ({line.subject[:12]}): {line.note}", markup=False)
            shown = ", ".join(claim[:12] for claim in line.claims[:CLAIMS_SHOWN])
            more = f" and {len(line.claims) - CLAIMS_SHOWN} more" if len(line.claims) > CLAIMS_SHOWN else ""
            if shown:
                console.print(f"    claims {shown}{more}", style="dim", markup=False)
