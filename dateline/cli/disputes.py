"""`dateline disputes`: what the tellings of an event do not agree on."""

import json
from typing import TYPE_CHECKING

from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, read_as_of

if TYPE_CHECKING:
    from dateline.model.events import Attribute
    from dateline.pipeline.ledger.standing import DisputeStanding


def command(desk: DeskArgument = HERE, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """List what is disputed: each version, who gives it since when, and who has left it for another.

    What is compatible is no dispute: "at least five" and "six" agree, the second is more specific.

    Examples: dateline disputes DESK; dateline disputes DESK --as-of 2020-03-13T12:00Z --json
    """
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.standing import disputes_standing
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        found = disputes_standing(ledger, as_of=read_as_of(as_of))
    if as_json:
        for standing in found:
            print(json.dumps(encode(standing), ensure_ascii=False))
        return
    if not found:
        print("Nothing is disputed")
    for standing in found:
        _print_dispute(standing)


def _print_dispute(dispute: "DisputeStanding") -> None:
    from rich.console import Console

    console, attribute = Console(highlight=False, soft_wrap=True), dispute.attribute
    counted = f"{attribute.of} {attribute.name}" if attribute.of else attribute.name
    console.print(
        f"[bold]{counted}[/]: {dispute.title} [dim]({dispute.event.id[:9]}, {attribute.relation})[/]"
    )
    for line in attribute_lines(attribute):
        console.print(f"  {line}", markup=False)
    console.print()


def attribute_lines(attribute: "Attribute") -> list[str]:
    """Return one line a version and one a change, in words."""
    lines = []
    for version in attribute.versions:
        givers = (
            f"{giver.outlet} ({giver.since[:10]}{f', until {giver.until[:10]}' if giver.until else ''})"
            for giver in version.givers
        )
        lines.append(f"{version.value}: {', '.join(givers)}")
    for change in attribute.changes:
        moved = f"{change.earlier} became {change.later}"
        lines.append(f"{change.relation}: {change.outlet}, {change.since[:10]}: {moved}")
    return lines
