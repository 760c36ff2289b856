"""`dateline match`: do two names name the same thing? JSON lines in and out, or two names for a person."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.model.annotations import MentionType

TypeOption = Annotated[
    str | None,
    typer.Option(
        "--type", metavar="TYPE", help="PERSON, ORG, GPE, LOC, FAC, NORP or MISC.", show_default="guessed"
    ),
]
# What other programs call the types that Dateline knows.
OTHER_TYPES = {
    "PER": "PERSON",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "LOCATION": "LOC",
    "PLACE": "LOC",
}


def command(
    first: Annotated[str | None, typer.Argument(metavar="NAME", show_default="JSON lines")] = None,
    second: Annotated[str | None, typer.Argument(metavar="NAME", show_default=False)] = None,
    kind: TypeOption = None,
) -> None:
    """Compare names across spellings and scripts: {"a", "b", "type"?} lines, or two names.

    Each answer is {"score", "explanation"}: the probability that both name the same thing, 0.5 being
    the decision, and what it stands on.
    """
    if first is None:
        raise typer.Exit(run(out=sys.stdout, stdin=sys.stdin))
    if second is None:
        raise InputError(f"expected two names, found only {first!r}; give none to read JSON lines")
    _print_match(first, second, _type_of(kind))


def run(*, out: TextIO, stdin: Iterable[str]) -> int:
    """Answer each line in its order, one that cannot be used with `issues`. Return the exit status."""
    for number, line in enumerate(stdin, 1):
        if line.strip():
            out.write(json.dumps(_answer(line, number), ensure_ascii=False) + "\n")
            out.flush()
    return 0


def _print_match(first: str, second: str, kind: "MentionType | None") -> None:
    from dateline.text.naming import DECISION, match_names

    match = match_names(first, second, kind)
    print(f"{match.score:.2f}  {'the same' if match.score >= DECISION else 'not the same'}")
    for part in match.parts:
        print(f"      {part}")


def _answer(line: str, number: int) -> dict[str, object]:
    try:
        question = _parse(line)
        kind = _type_of(question.get("type"))
    except InputError as error:
        return {"score": 0.0, "explanation": "", "issues": [f"line {number}: {error}"]}
    from dateline.text.naming import match_names

    match = match_names(question["a"], question["b"], kind)
    answer = {"score": match.score, "explanation": match.explanation}
    return {"id": question["id"], **answer} if "id" in question else answer


def _parse(line: str) -> dict[str, Any]:
    try:
        question = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error})") from error
    if not isinstance(question, dict):
        raise InputError(f"expected an object, found {type(question).__name__}")
    for name in ("a", "b"):
        if not isinstance(question.get(name), str) or not question[name].strip():
            raise InputError(f"expected `{name}` to be a name, found {question.get(name)!r}")
    return question


def _type_of(stated: object) -> "MentionType | None":
    """Return the type of a name; None where none is stated. Raises InputError for one not known."""
    from dateline.model.annotations import MentionType

    if stated is None or stated == "":
        return None
    name = str(stated).upper()
    try:
        return MentionType(OTHER_TYPES.get(name, name))
    except ValueError:
        known = ", ".join(MentionType)
        raise InputError(f"expected `type` to be one of {known}, found {stated!r}") from None
