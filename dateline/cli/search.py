"""`dateline search`: full text over the ledger."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import AsOfOption, JsonOption, read_as_of

if TYPE_CHECKING:
    from dateline.search import Hit, KnownName

QUERY_HELP = (
    'Words, "phrases", OR, -not, "two words"~5, one NEAR/5 other, and the filters outlet:ID, lang:fa, '
    "from:2020-03-08, until:2020-03, learned-from:, learned-until:, grade:B, digit:2, event:ASSAULT, "
    "place:Basra, entity:ID, origins:2, disputed:yes."
)


def command(
    desk: Annotated[str, typer.Argument(metavar="DESK", help="The desk's folder.")],
    query: Annotated[str, typer.Argument(metavar="QUERY", help=QUERY_HELP)],
    limit: Annotated[int, typer.Option(min=1, help="How many documents at most.")] = 20,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """Find documents by their words; Persian and Arabic letters, vowel marks and accents are folded.

    A name that the ledger knows is found in all its spellings and scripts, and the answer says so.
    """
    from pathlib import Path

    from dateline.desk import load_desk
    from dateline.search import search_ledger
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(Path(desk)).store_address) as ledger:
        found = search_ledger(ledger, query, limit=limit, as_of=read_as_of(as_of))
    if not as_json:
        _print_names(found.names)
    for hit in found.hits:
        if as_json:
            print(json.dumps(encode(hit), ensure_ascii=False))
        else:
            _print_hit(hit)
    if not as_json and not found.hits:
        print("nothing found; fewer words or another spelling may help")


def _print_names(names: "tuple[KnownName, ...]") -> None:
    for known in names:
        if known.spellings:
            print(f"{known.asked}: {known.name}, also as {', '.join(known.spellings)}\n")


def _print_hit(hit: "Hit") -> None:
    from rich.console import Console
    from rich.text import Text

    page = Text.assemble((hit.title or hit.url, "bold"), f"\n  {hit.document}  ", style="")
    page.append(" · ".join(part for part in (hit.outlet, hit.printed, hit.lang) if part), style="dim")
    page.append("\n  ")
    for piece in hit.snippet:
        page.append(" ".join(piece.text.split("\n")), style="bold yellow" if piece.hit else "")
    Console(highlight=False).print(page, end="\n\n")
