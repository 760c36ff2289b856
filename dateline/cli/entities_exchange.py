"""`dateline entities import` and `export`: watch lists, and FollowTheMoney both ways."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import HERE, DeskOption, NowOption

if TYPE_CHECKING:
    from dateline.model.entities import KnownEntity
    from dateline.store import Ledger

FileArgument = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A watch list (.csv, .yaml) or FollowTheMoney entities (.json, .jsonl, .ijson, .ftm).",
    ),
]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        help="What the list is called; a list replaces the one imported before under its name.",
        show_default="the file's name",
    ),
]
FTM_SUFFIXES = (".json", ".jsonl", ".ndjson", ".ijson", ".ftm")
LIST_SUFFIXES = (".csv", ".yaml", ".yml")
MOST_URLS = 5


def import_entities(
    file: FileArgument, desk: DeskOption = HERE, source: SourceOption = None, now: NowOption = None
) -> None:
    """Take in a watch list or FollowTheMoney entities: they are looked for in every text from now on.

    A watch list has the columns name, type, aliases (parted by ;), id and country; only name is needed.
    A list with a fault is refused with the line, and nothing of it is taken.

    Examples: dateline entities import people.csv, dateline entities import entities.ftm.json --source ofac
    """
    from dateline.cli.options import read_now
    from dateline.desk import load_desk
    from dateline.store import Ledger
    from dateline.text.counting import count

    told, left_out = _parse(file)
    name = source or file.name
    with Ledger.open(load_desk(desk).store_address) as ledger:
        ledger.save_known(told, name, now=read_now(now))
    print(f"{count(len(told), 'entity', 'entities')} known from {name}")
    if left_out:
        print(f"{count(left_out, 'entity', 'entities')} of other schemata left out: they name nobody")


def _parse(file: Path) -> tuple[tuple["KnownEntity", ...], int]:
    from dateline.errors import InputError
    from dateline.knowledge import parse_entities, parse_watch_list

    suffix = file.suffix.lower()
    if suffix not in (*FTM_SUFFIXES, *LIST_SUFFIXES):
        known = ", ".join((*LIST_SUFFIXES, *FTM_SUFFIXES))
        raise InputError(f"{file}: expected a file that ends in one of {known}")
    try:
        body = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); name a file that is there") from None
    if suffix in FTM_SUFFIXES:
        return parse_entities(body, file.name)
    return parse_watch_list(body, file.name), 0


def export_entities(desk: DeskOption = HERE) -> None:
    """Write persons and organisations as FollowTheMoney entities, JSON lines.

    What was imported keeps its id and properties and gains the names, offices and sources that the ledger
    met. Places and peoples are left out: FollowTheMoney has no entities for them.
    """
    from dateline.desk import load_desk
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        for entity in _exported(ledger):
            print(json.dumps(entity, ensure_ascii=False))


def _exported(ledger: "Ledger") -> Iterator[dict[str, Any]]:
    from dateline.knowledge import format_entity, load_starter
    from dateline.knowledge.exchange import format_known

    imported = {known.id: known for known in ledger.known_entities()}
    known_by_id = {known.id: known for known in load_starter()} | imported
    met: set[str] = set()
    for entity in ledger.entities():
        known = known_by_id.get(entity.known or "")
        documents = ledger.documents_by_id(entity.documents[:MOST_URLS])
        made = format_entity(entity, known, sorted({document.url for document in documents.values()}))
        if made is not None:
            met.add(made["id"])
            yield made
    yield from (format_known(known) for id, known in imported.items() if id not in met)
