"""`dateline gaps`: what the ledger does not have."""

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.cli.options import HERE, AsOfOption, DeskArgument, JsonOption, NowOption, read_as_of, read_now

if TYPE_CHECKING:
    from dateline.pipeline.ledger.gaps import Gaps

DAYS_FROM = 48  # hours


def command(
    desk: DeskArgument = HERE, as_of: AsOfOption = None, now: NowOption = None, as_json: JsonOption = False
) -> None:
    """List outlets and languages gone quiet against their own habit, what no claim says, open questions.

    Examples: dateline gaps DESK; dateline gaps DESK --now 2020-03-21T20:00Z
    """
    from dateline.desk import load_desk
    from dateline.pipeline.ledger.gaps import find_gaps
    from dateline.store import Ledger
    from dateline.store.codec import encode

    with Ledger.open(load_desk(desk).store_address) as ledger:
        gaps = find_gaps(ledger, now=read_now(now), as_of=read_as_of(as_of))
    if as_json:
        for silence in gaps.silences:
            print(
                json.dumps(
                    {
                        "gap": "silence",
                        "kind": silence.kind,
                        "name": silence.name,
                        "last": encode(silence.last),
                        "usual_seconds": silence.usual.total_seconds(),
                        "silent_seconds": silence.silent.total_seconds(),
                    },
                    ensure_ascii=False,
                )
            )
        for gap, found in (("unknown", gaps.unknowns), ("question", gaps.questions)):
            for each in found:
                print(json.dumps({"gap": gap, **encode(each)}, ensure_ascii=False))
        return
    _print(gaps)


def _print(gaps: "Gaps") -> None:
    for silence in gaps.silences:
        silent, usual = _length(silence.silent), _length(silence.usual)
        print(f"quiet     {silence.kind} {silence.name}: for {silent}, usually {usual} between reports")
    for unknown in gaps.unknowns:
        print(f"unknown   {', '.join(unknown.missing)}: {unknown.title} ({unknown.event[:9]})")
    for question in gaps.questions:
        print(f"open      {question.text} ({question.id[:9]}, {question.by}, {question.at:%Y-%m-%d})")
    if not (gaps.silences or gaps.unknowns or gaps.questions):
        print("Nothing is missing that is known of")


def _length(time: timedelta) -> str:
    """Return "4.8 hours" or, from two days on, "12 days"."""
    hours = time.total_seconds() / 3600
    return f"{hours:.1f} hours" if hours < DAYS_FROM else f"{hours / 24:,.0f} days"
