"""`dateline check`: any sentence against any source texts, JSON lines in and out."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TextIO

from dateline.errors import InputError
from dateline.write.check import check_sentence


def run(*, out: TextIO, stdin: Iterable[str]) -> int:
    """Answer each line in its order; a line that cannot be used is answered with `issues`. Return the exit status."""
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
