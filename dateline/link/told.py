"""What one document tells of one happening, in a form that no language or wording comes into."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.link.features import language_of
from dateline.link.kinds import HAPPENED, HARM, family_of
from dateline.link.times import printed_at
from dateline.link.whereabouts import Where, leading_place, where_of
from dateline.model.annotations import (
    Annotations,
    EventMention,
    EventStage,
    EventType,
    Mention,
    PlacePrecision,
    Quantity,
)
from dateline.model.documents import Document
from dateline.text.naming.parties import party_keys

DAY = len("2020-03-10")
LEAST_OF_A_WAR = 10_000
TOWNS = frozenset({PlacePrecision.CITY, PlacePrecision.ADMIN})
Count = tuple[str, float, float]  # what is counted, least, most


@dataclass(frozen=True, slots=True)
class Told:
    """One happening as one document tells it.

    `begin` and `until` are days, `None` where the text gives none; by `printed` it had happened. The place
    is `assumed` where it is only that of the document's opening. Parties are keys that are the same in each
    language: how a name sounds, or which listed state or group it is; a town is no party, but it is
    one of two sides that a telling may have: `has_sides`. `story` is that of the document.
    """

    document: str
    mentions: tuple[str, ...]
    family: EventType
    mode: str | None
    denied: bool
    begin: str | None
    until: str | None
    printed: str
    places: tuple[Where, ...]
    assumed: bool
    actors: frozenset[str]
    targets: frozenset[str]
    counts: frozenset[Count]
    has_sides: bool
    story: str | None

    @property
    def is_placed(self) -> bool:
        """Say whether the text itself gives a place narrower than a country."""
        return not self.assumed and any(where.reach is not None for where in self.places)


def tell(document: Document, made: Annotations, *, story: str | None = None) -> list[Told]:
    """Return the happenings that a document, put into a story, tells, in the order in which it first does."""
    printed = printed_at(document).date().isoformat()
    chains = _chains([event for event in made.events if event.stage in HAPPENED])
    mentions = {mention.id: mention for mention in made.mentions}
    places = {place.mention: where_of(place) for place in made.places}
    told = [
        each
        for chain in chains
        for each in _retold(_told(document, made, event, printed, mentions, places) for event in chain)
    ]
    leading = leading_place(made)
    return [replace(_abroad(_placed(each, leading)), story=story) for each in _with_casualties(told)]


def _chains(events: Sequence[EventMention]) -> list[list[EventMention]]:
    """Group the mentions that the document itself tells again."""
    chains: dict[str, list[EventMention]] = {}
    root: dict[str, str] = {}
    for event in events:
        root[event.id] = root.get(event.same_as or event.id, event.same_as or event.id)
        chains.setdefault(root[event.id], []).append(event)
    return list(chains.values())


def _retold(chain: Iterable[Told]) -> list[Told]:
    """Join what a document tells again; where days, or manner and figures, are others, it is another."""
    kept: list[Told] = []
    for told in chain:
        place = next((place for place, other in enumerate(kept) if _can_be_again(other, told)), None)
        if place is None:
            kept.append(told)
        else:
            kept[place] = joined(kept[place], told)
    return kept


def _can_be_again(one: Told, other: Told) -> bool:
    if one.begin and other.begin and not _share_days(one, other):
        return False
    return one.mode == other.mode or _counts_fit(one, other)


def _share_days(one: Told, other: Told) -> bool:
    until, other_until = (told.until or told.begin or "" for told in (one, other))
    return max(one.begin or "", other.begin or "") <= min(until, other_until)


def _told(
    document: Document,
    made: Annotations,
    event: EventMention,
    printed: str,
    mentions: Mapping[str, Mention],
    places: Mapping[str, Where],
) -> Told:
    def keys(ids: Iterable[str]) -> frozenset[str]:
        parties = (mentions[id] for id in ids if id in mentions and not _is_town(places.get(id)))
        named = (document.text[mention.start : mention.end] for mention in parties)
        return frozenset(key for name in named for key in party_keys(name, language_of(document)))

    at = [places[id] for id in (*event.places, *event.targets) if id in places]
    return Told(
        document=document.id,
        mentions=(event.id,),
        family=family_of(event),
        mode=event.mode,
        denied=event.stage is EventStage.DENIED,
        begin=_day(event.begin),
        until=_day(event.until or event.begin),
        printed=printed,
        places=tuple(at),
        assumed=False,
        actors=keys((*event.actors, *event.blamed)),
        targets=keys(event.targets),
        counts=frozenset(_counts(made, event)),
        has_sides=bool(event.actors or event.blamed or event.targets),
        story=None,
    )


def _is_town(where: Where | None) -> bool:
    """Say whether a name is that of a town or province: it tells where, and not again whom."""
    return where is not None and where.place.precision in TOWNS


def _day(value: str | None) -> str | None:
    return value[:DAY] if value and len(value) >= DAY else None


def _counts(made: Annotations, event: EventMention) -> Iterable[Count]:
    for number in event.quantities:
        quantity = made.quantities[number]
        if (quantity.low is not None or quantity.high is not None) and not _is_of_a_war(quantity):
            low = quantity.low if quantity.low is not None else 0.0
            high = quantity.high if quantity.high is not None else float("inf")
            yield quantity.kind, low, high


def _is_of_a_war(quantity: Quantity) -> bool:
    """Say whether a figure is too great for one happening: what a war has cost stands behind much news."""
    return max(quantity.low or 0.0, quantity.high or 0.0) >= LEAST_OF_A_WAR


def joined(one: Told, other: Told) -> Told:
    """Return two tellings of one document as one; the first one's day and mode stand where it has them."""
    dated = one if one.begin else other
    return replace(
        one,
        mentions=(*one.mentions, *other.mentions),
        mode=other.mode if one.mode in (None, "attack", *HARM) and other.mode else one.mode,
        denied=one.denied and other.denied,
        begin=dated.begin,
        until=dated.until,
        places=(*one.places, *(place for place in other.places if place not in one.places)),
        actors=one.actors | other.actors,
        targets=one.targets | other.targets,
        counts=one.counts | other.counts,
        has_sides=one.has_sides or other.has_sides,
    )


def _with_casualties(told: Sequence[Told]) -> list[Told]:
    """Put those that only say who was killed or hurt to the attack of the document that they belong to."""
    attacks = [each for each in told if each.family is EventType.ASSAULT and each.mode not in HARM]
    kept = {id(each): each for each in told}
    for place, each in enumerate(told):
        if each.mode not in HARM or each.is_placed:
            continue
        before = [attack for attack in told[:place] if attack in attacks]
        near = [*reversed(before), *(attack for attack in told[place:] if attack in attacks)]
        cause = next((attack for attack in near if _goes_with(each, kept[id(attack)])), None)
        if cause is not None:
            kept[id(cause)] = joined(kept[id(cause)], each)
            del kept[id(each)]
    return list(kept.values())


def _goes_with(harm: Told, attack: Told) -> bool:
    """Say whether casualties can be those of an attack: its day, or none, and no other figure of the kind."""
    return (not harm.begin or harm.begin == attack.begin) and _counts_fit(attack, harm)


def _counts_fit(one: Told, other: Told) -> bool:
    mine = {kind: (low, high) for kind, low, high in sorted(one.counts)}
    return all(
        kind not in mine or (low <= mine[kind][1] and mine[kind][0] <= high)
        for kind, low, high in other.counts
    )


def _placed(told: Told, leading: Where | None) -> Told:
    """Give a telling without a town the one of its document's opening."""
    if leading is None or any(where.reach is not None for where in told.places):
        return told
    return replace(told, places=(*told.places, leading), assumed=True)


def _abroad(told: Told) -> Told:
    """Leave out the state where it happened and its people: most of what happens there is of them."""
    own = {f"states {where.place.country}" for where in told.places}
    return replace(told, actors=told.actors - own, targets=told.targets - own)
