"""How many: the quantities of a sentence, each with the event that it counts the people or things of."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extract.events.fold import CAUSES, DEATH, HARM
from dateline.extract.events.parsing.parties import Draft
from dateline.model.annotations import EventMention, EventStage, EventType, Quantity
from dateline.text.tokens import Tokens

HARM_KINDS = frozenset({"killed", "wounded", "casualties", "missing"})
KINDS: dict[EventType, frozenset[str]] = {
    EventType.ASSAULT: HARM_KINDS | {"weapons", "displaced", "captured"},
    EventType.COERCE: frozenset({"arrested", "captured", "displaced", "missing"}),
    EventType.RETREAT: frozenset({"released"}),
    EventType.OTHER: HARM_KINDS,
    EventType.AID: frozenset({"money", "weight", "displaced"}),
    EventType.MOBILIZE: frozenset({"weapons"}),
    EventType.COOPERATE: frozenset({"money", "weapons", "volume"}),
    EventType.SANCTION: frozenset({"money"}),
}
BEFALLEN = {
    "killing": "killed", "execution": "killed", "death": "killed", "wounding": "wounded",
    "abduction": "captured", "arrest": "arrested",
}  # fmt: skip
COUNTED = frozenset({*KINDS, EventType.PROTEST}) - {EventType.COOPERATE, EventType.OTHER}


def counts_of(
    told: Sequence[tuple[Draft, Sequence[Draft]]],
    quantities: Sequence[Quantity],
    tokens: Tokens,
    indexes: Iterable[int],
) -> dict[int, list[int]]:
    """Return the indexes of the quantities of each event of a sentence, by the event's place in `told`."""
    found: dict[int, list[int]] = {}
    for index in indexes:
        quantity = quantities[index]
        at = bisect_left(tokens.starts, quantity.start)
        fitting = [
            (min(abs(each.first - at) for each in (draft, *absorbed)), place)
            for place, (draft, absorbed) in enumerate(told)
            if _fits(quantity, draft, (draft, *absorbed), at)
        ]
        if fitting:
            found.setdefault(min(fitting)[1], []).append(index)
    return found


def name_counts(quantities: Sequence[Quantity], events: Sequence[EventMention]) -> tuple[Quantity, ...]:
    """Return the quantities, those of people counted without a word for it by what befell them.

    "Massacred 250 troops" counts the killed, though only the event says so.
    """
    kinds: dict[int, str] = {}
    for event in events:
        kind = BEFALLEN.get(event.mode or "")
        for index in event.quantities if kind and event.stage is EventStage.DONE else ():
            start = quantities[index].start
            suffers = any(span.start <= start < span.end for span in event.target_spans)
            if quantities[index].kind == "count" and suffers:
                kinds[index] = str(kind)
    return tuple(
        replace(each, kind=kinds[index]) if index in kinds else each for index, each in enumerate(quantities)
    )


def _fits(quantity: Quantity, draft: Draft, told: Sequence[Draft], at: int) -> bool:
    """Say whether a quantity may count those of an event."""
    kind, sense = quantity.kind, draft.sense
    if kind == "count":
        beside = any(0 <= each.first - at <= 3 for each in told)
        party = any(each.first <= at < each.last for one in told for each in (*one.actors, *one.targets))
        return sense.type in COUNTED and (beside or party)
    if kind not in KINDS.get(sense.type, frozenset()):
        return False
    if kind in HARM_KINDS:
        return sense.mode in CAUSES | HARM | {DEATH, "assassination", "execution", "abuse"}
    return True
