"""`dateline check`: any sentence against any source texts, JSON lines in and out."""

import fileinput
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from dateline.errors import InputError


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Files of JSON lines.", show_default="standard input"),
    ] = None,
) -> None:
    """Check sentences against source texts: {"id", "sentence", "sources", "speaker"?} lines.

    Each answer is {"id", "ok", "unsupported"}, which lists what the sources do not bear out. This is
    the check that `dateline verify` makes of an edition.
    """
    missing = [str(file) for file in files or () if not file.is_file()]
    if missing:
        raise InputError(f"{', '.join(missing)}: no such file; give files of JSON lines, or none")
    if not files:
        raise typer.Exit(run(out=sys.stdout, stdin=sys.stdin))
    with fileinput.input(files, encoding="utf-8") as lines:
        raise typer.Exit(run(out=sys.stdout, stdin=lines))


def run(*, out: TextIO, stdin: Iterable[str]) -> int:
    """Answer each line in its order, one that cannot be used with `issues`. Return the exit status."""
    for number, line in enumerate(stdin, 1):
        if line.strip():
            out.write(json.dumps(_answer(line, number), ensure_ascii=False) + "\n")
            out.flush()
    return 0


def _answer(line: str, number: int) -> dict[str, object]:
    try:
        question = _parse(line)
    except InputError as error:
        return {"id": _id_of(line), "ok": False, "unsupported": [], "issues": [f"line {number}: {error}"]}
    from dateline.write.checking.check import check_sentence

    unsupported = check_sentence(question["sentence"], question["sources"], speaker=question.get("speaker"))
    return {
        "id": question.get("id"),
        "ok": not unsupported,
        "unsupported": [asdict(found) for found in unsupported],
    }


def _parse(line: str) -> dict[str, Any]:
    try:
        question = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON ({error})") from error
    if not isinstance(question, dict):
        raise InputError(f"expected an object, found {type(question).__name__}")
    if not isinstance(question.get("sentence"), str):
        raise InputError("expected `sentence` to be a text")
    sources = question.get("sources")
    if not isinstance(sources, list) or not all(isinstance(source, str) for source in sources):
        raise InputError("expected `sources` to be a list of texts")
    if not isinstance(question.get("speaker"), str | None):
        raise InputError("expected `speaker` to be a text")
    return question


def _id_of(line: str) -> object:
    try:
        question = json.loads(line)
    except ValueError:
        return None
    return question.get("id") if isinstance(question, dict) else None
