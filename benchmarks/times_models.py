"""Recognizers-Text cases of whole sentences (`DateTimeModel`, `MergedParser`), with expressions of all kinds.

A sentence that one of the family files has too is left out, so that these are other cases. A value is right
as `times_cases` says; a bound ("since August") is right where its expression has the bounding day, clock or
value.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.times_cases import DEFAULT_PRINTED, FAMILIES, RIGHT, Case, is_right, printed_span
from dateline.model.times import TimeExpression

MODELS = ("DateTimeModel", "MergedParser")
ALTERNATIVES, ZONES = "datetimealt", "timezone"  # of which the contract has no kind
UNRESOLVED = "not resolved"


def model_cases(corpora: Path, folder: str) -> Iterator[Case]:
    """Yield the expected expressions of whole sentences of one language."""
    root = corpora / "3_time/recognizers/DateTime" / folder
    known = {_plain(case["Input"]) for name in FAMILIES for case in _load(root / f"{name}.json")}
    for case in (case for name in MODELS for case in _load(root / f"{name}.json")):
        if _plain(case["Input"]) in known:
            continue
        known.add(_plain(case["Input"]))
        printed = case.get("Context", {}).get("ReferenceDateTime", DEFAULT_PRINTED)
        for result in case.get("Results") or ():
            yield from _expected(case["Input"], printed, result)


def _load(path: Path) -> list:
    return json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else []


def _plain(text: str) -> str:
    return text.casefold().strip(" .?!")


def _expected(text: str, printed: str, result: dict) -> Iterator[Case]:
    resolution = result.get("Resolution") or result.get("Value") or {}
    values = resolution.get("values") if isinstance(resolution, dict) else None
    family = str(result.get("TypeName") or result.get("Type")).rpartition(".")[2]
    if not values or family in (ALTERNATIVES, ZONES, "None"):
        return
    start, end = printed_span(text, result)
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    if start + lead >= end:
        return
    wanted = frozenset(tuple(_wanted(value)) for value in values)
    yield Case(_family(family, values[0]), text, printed, start + lead, end, wanted, values[0]["timex"])


def _family(family: str, value: dict) -> str:
    """Return the family, "bound" where only one end is told, "timex" where nothing is resolved."""
    if family in ("duration", "set"):
        return family
    if value.get("value") == UNRESOLVED or value["timex"].endswith("_REF"):
        return "timex"
    if "Mod" in value or ("start" in value) != ("end" in value):
        return "bound"
    return family


def _wanted(value: dict) -> Iterator[str]:
    if "start" in value or "end" in value:
        yield from (value[end] for end in ("start", "end") if end in value)
    elif value.get("type") in ("duration", "set") or value.get("value") == UNRESOLVED:
        yield value["timex"]
    else:
        yield value["value"]


def is_right_here(case: Case, found: list[TimeExpression]) -> bool:
    """Say whether the expressions of a sentence hold the value of a case."""
    if case.family in RIGHT:
        return is_right(case, found)
    near = [each for each in found if each.start < case.end and case.start < each.end]
    if case.family == "timex":
        return any(each.value == case.timex for each in near)
    return any(_bounds(case, wanted, each) for wanted in case.wanted for each in near)


def _bounds(case: Case, wanted: tuple[str, ...], each: TimeExpression) -> bool:
    """Say whether an expression has the value of a bound, its clock, or its day."""
    if each.value in (case.timex, *wanted):
        return True
    clocks = {_clock(end) for end in wanted if ":" in end}
    if clocks:
        return _clock(each.value) in clocks and (len(wanted[0]) < 10 or each.begin == wanted[0][:10])
    ends = {each.begin, each.until, _following(each.until)}
    return len(wanted) == 1 and each.begin is not None and wanted[0] in ends


def _following(day: str | None) -> str | None:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else None


def _clock(text: str) -> str:
    return text.replace("T", " ").rpartition(" ")[2][:5]
