"""`dateline entities`: who is who in the ledger, why, and how to say otherwise."""

import getpass
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.entities_exchange import export_entities, import_entities
from dateline.cli.entity_lines import entity_line, find_entity
from dateline.cli.options import HERE, AsOfOption, DeskOption, JsonOption, NowOption

if TYPE_CHECKING:
    from dateline.desk import Desk
    from dateline.model.ledger import Decision, Entity, Verdict
    from dateline.store import Ledger

app = typer.Typer(help="Who is who: names judged the same, and judged otherwise.", no_args_is_help=True)
app.command("import")(import_entities)
app.command("export")(export_entities)
EntityArgument = Annotated[
    str, typer.Argument(metavar="ENTITY", help="Its id, the beginning of it, or a name of it.")
]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]
ByOption = Annotated[
    str | None, typer.Option("--by", help="Who decides.", show_default="the name you are logged in with")
]
JUDGEMENTS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class _Judge:
    """The ledger of a desk, and who decides in it when."""

    desk: "Desk"
    ledger: "Ledger"
    by: str
    at: datetime
    why: str


@app.command("list")
def list_entities(desk: DeskOption = HERE, as_json: JsonOption = False, as_of: AsOfOption = None) -> None:
    """List the entities with their spellings, those in most documents first."""
    from dateline.cli.options import read_as_of
    from dateline.store.codec import encode

    with _open(desk) as ledger:
        found = sorted(
            ledger.entities(as_of=read_as_of(as_of)), key=lambda each: (-len(each.documents), each.id)
        )
    for entity in found:
        print(json.dumps(encode(entity), ensure_ascii=False) if as_json else entity_line(entity))


@app.command("explain")
def explain_entity(entity: EntityArgument, desk: DeskOption = HERE) -> None:
    """Say which names an entity joins and each judgement on them, undone ones too."""
    with _open(desk) as ledger:
        found = find_entity(ledger.entities(), entity)
        print(entity_line(found))
        ids = {*_naming_ids(ledger, found), *([found.known] if found.known else ())}
        decisions = ledger.decisions()
    undone = {decision.subject for decision in decisions if decision.verdict.value == "undo"}
    about = [decision for decision in decisions if decision.subject in ids or decision.other in ids]
    for decision in sorted(about, key=lambda made: (made.by.startswith("rule:"), -(made.score or 0)))[
        :JUDGEMENTS_SHOWN
    ]:
        print("  " + _judgement(decision, ids, undone))
    if len(about) > JUDGEMENTS_SHOWN:
        print(f"  and {len(about) - JUDGEMENTS_SHOWN} more: dateline export lists all decisions")


@app.command("merge")
def merge_entities(
    entity: EntityArgument,
    other: EntityArgument,
    desk: DeskOption = HERE,
    why: WhyOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Judge two entities the same; their names are one from now on, until it is undone."""
    from dateline.model.ledger import Verdict

    with _judging(desk, why, by, now) as judge:
        standing = judge.ledger.entities()
        one, two = find_entity(standing, entity), find_entity(standing, other)
        _refuse_one(one, two)
        pair = _naming_ids(judge.ledger, one)[0], _naming_ids(judge.ledger, two)[0]
        _decide(judge, [pair], Verdict.SAME)
        _derive(judge)


@app.command("split")
def split_entity(
    entity: EntityArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The spelling that is somebody else.")],
    desk: DeskOption = HERE,
    why: WhyOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Judge one name of an entity not the same as its others; it stands for itself until that is undone."""
    from dateline.model.ledger import Verdict
    from dateline.pipeline.ledger.knowing import annotated_documents
    from dateline.resolve.entities import pairs_apart
    from dateline.resolve.gathering import gather

    with _judging(desk, why, by, now) as judge:
        found = find_entity(judge.ledger.entities(), entity)
        pairs = pairs_apart(found, name, gather(annotated_documents(judge.ledger)).namings)
        _decide(judge, pairs, Verdict.NOT_SAME)
        _derive(judge)


@app.command("undo")
def undo_judgements(
    decisions: Annotated[list[str], typer.Argument(metavar="DECISION…", help="Ids, or beginnings of them.")],
    desk: DeskOption = HERE,
    why: WhyOption = "",
    by: ByOption = None,
    now: NowOption = None,
) -> None:
    """Take judgements back; they stay in the history, and what they joined or split is derived anew."""
    from dateline.errors import InputError
    from dateline.model.ledger import Decision
    from dateline.resolve.judgements import JUDGED, undo

    with _judging(desk, why, by, now) as judge:
        for id in decisions:
            found = judge.ledger.find(id).record
            if not isinstance(found, Decision) or found.verdict not in JUDGED:
                raise InputError(f"{id}: expected a judgement on names; dateline entities explain lists them")
            taken_back = undo(found, by=judge.by, at=judge.at, why=judge.why)
            judge.ledger.append_decision(taken_back, now=judge.at)
            print(f"{found.id} ({found.verdict.value}) undone by {judge.by} ({taken_back.id})")
        _derive(judge)


@contextmanager
def _open(desk: Path) -> Iterator["Ledger"]:
    from dateline.desk import load_desk
    from dateline.store import Ledger

    with Ledger.open(load_desk(desk).store_address) as ledger:
        yield ledger


@contextmanager
def _judging(desk: Path, why: str, by: str | None, now: str | None) -> Iterator[_Judge]:
    """Open the ledger; all that is decided and derived inside is kept together or not at all."""
    from dateline.cli.options import read_now
    from dateline.desk import load_desk

    with _open(desk) as ledger, ledger.transaction():
        yield _Judge(load_desk(desk), ledger, by or getpass.getuser(), read_now(now), why)


def _decide(judge: _Judge, pairs: Sequence[tuple[str, str]], verdict: "Verdict") -> None:
    from dateline.resolve.judgements import judge as make_judgement

    for one, other in pairs:
        made = make_judgement(one, other, verdict, by=judge.by, at=judge.at, why=judge.why)
        judge.ledger.append_decision(made, now=judge.at)
        print(f"{made.verdict.value}: decided by {judge.by} ({made.id})")


def _derive(judge: _Judge) -> None:
    """Derive the entities anew and print those that changed."""
    from dateline.pipeline.known import Known
    from dateline.pipeline.ledger.knowing import annotated_documents, entities_of, recognition

    desk, ledger = judge.desk, judge.ledger
    known = recognition(desk, Known(desk.outlets, ledger))
    before = set(ledger.entities())
    entities = entities_of(desk, ledger, annotated_documents(ledger), known, ledger.stories())
    ledger.save_entities(entities, now=judge.at)
    for entity in sorted(before - set(entities), key=lambda each: each.id):
        print(f"- {entity_line(entity)}")
    for entity in sorted(set(entities) - before, key=lambda each: each.id):
        print(f"+ {entity_line(entity)}")


def _refuse_one(one: "Entity", other: "Entity") -> None:
    from dateline.errors import InputError

    if one.id == other.id:
        raise InputError(f"{one.name!r} and {other.name!r} are one entity already ({one.id})")
    if "MISC" not in (one.type, other.type) and one.type is not other.type:
        raise InputError(f"{one.id} is a {one.type}, {other.id} a {other.type}: those are never one")


def _naming_ids(ledger: "Ledger", entity: "Entity") -> list[str]:
    """Return what judgements on an entity's names have as their subjects, its own name first."""
    from dateline.pipeline.ledger.knowing import annotated_documents
    from dateline.resolve.entities import namings_of
    from dateline.resolve.gathering import gather

    return namings_of(entity, gather(annotated_documents(ledger)).namings)


def _judgement(decision: "Decision", ids: set[str], undone: set[str]) -> str:
    score = "" if decision.score is None else f" at {decision.score:.2f}"
    state = " (undone)" if decision.id in undone else ""
    within = "" if {decision.subject, decision.other} <= ids else " [with another entity]"
    why = f": {decision.why}" if decision.why else ""
    made = f"{decision.verdict.value}{score} by {decision.by}, {decision.at:%Y-%m-%d}"
    return f"{decision.id}  {made}{state}{within}{why}"
