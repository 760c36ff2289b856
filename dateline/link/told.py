"""What one document tells of one happening, in a form that no language or wording comes into."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from dateline.link.features import language_of
from dateline.link.kinds import HAPPENED, HARM, family_of
from dateline.link.marks import MIN_SOUNDS, known_names
from dateline.link.times import printed_at
from dateline.link.whereabouts import Where, leading_place, where_of
from dateline.model.annotations import Annotations, EventMention, EventStage, EventType, Mention, Quantity
from dateline.model.documents import Document
from dateline.text.fold import folded_words
from dateline.text.naming.sounds import sounds_of

DAY = len("2020-03-10")
LEAST_OF_A_WAR = 10_000
Count = tuple[str, float, float]  # what is counted, least, most


@dataclass(frozen=True, slots=True)
class Told:
    """One happening as one document tells it.

    `begin` and `until` are days, `None` where the text gives none; by `printed` it had happened. The place
    is `assumed` where it is only that of the document's opening. Parties are keys that are the same in each
    language: how a name sounds, or which listed state or group it is.
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

    @property
    def is_placed(self) -> bool:
        """Say whether the text itself gives a place narrower than a country."""
        return not self.assumed and any(where.reach is not None for where in self.places)


def tell(document: Document, made: Annotations) -> list[Told]:
    """Return the happenings that a document tells, in the order in which it first does."""
    printed = printed_at(document).date().isoformat()
    chains = _chains([event for event in made.events if event.stage in HAPPENED])
    mentions = {mention.id: mention for mention in made.mentions}
    places = {place.mention: where_of(place) for place in made.places}
    told = [
        reduce(joined, (_told(document, made, event, printed, mentions, places) for event in chain))
        for chain in chains
    ]
    return [_placed(each, leading_place(made)) for each in _with_casualties(told)]


def _chains(events: Sequence[EventMention]) -> list[list[EventMention]]:
    """Group the mentions that the document itself tells again."""
    chains: dict[str, list[EventMention]] = {}
    root: dict[str, str] = {}
    for event in events:
        root[event.id] = root.get(event.same_as or event.id, event.same_as or event.id)
        chains.setdefault(root[event.id], []).append(event)
    return list(chains.values())


def _told(
    document: Document,
    made: Annotations,
    event: EventMention,
    printed: str,
    mentions: Mapping[str, Mention],
    places: Mapping[str, Where],
) -> Told:
    def keys(ids: Iterable[str]) -> frozenset[str]:
        named = (document.text[mentions[id].start : mentions[id].end] for id in ids if id in mentions)
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
    )


def party_keys(name: str, lang: str) -> frozenset[str]:
    """Return what a name is compared by: the state or group it is, else how its words sound."""
    words = folded_words(name)
    listed = frozenset(known_names(words, lang))
    if listed:
        return listed
    skeletons = (sounds_of(word).skeleton for word in words)
    return frozenset(f"sound {skeleton}" for skeleton in skeletons if len(skeleton) >= MIN_SOUNDS)


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
    if harm.begin and harm.begin != attack.begin:
        return False
    mine = {kind: (low, high) for kind, low, high in attack.counts}
    return all(
        kind not in mine or (low <= mine[kind][1] and mine[kind][0] <= high)
        for kind, low, high in harm.counts
    )


def _placed(told: Told, leading: Where | None) -> Told:
    """Give a telling without a town the one of its document's opening."""
    if leading is None or any(where.reach is not None for where in told.places):
        return told
    return replace(told, places=(*told.places, leading), assumed=True)
