"""Who met, attacked or spoke of whom: ties from events, and from what people are reported to say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.annotations import MentionType
from dateline.model.claims import Claim, LinkKind, Polarity
from dateline.model.events import Event
from dateline.web.room import Visit
from dateline.web.views.claims import JOIN
from dateline.web.views.happenings import CLASS_OF, EventClass

EVENTS, SAYINGS = 4000, 1200  # that ties are counted from
NODES = 60  # names in the network: more cannot be read
NAMED = (MentionType.PERSON, MentionType.ORG, MentionType.GPE)
SPOKE_OF, DENIED = "spoke of", "denied about"
SHORTEST_NAME = 3  # letters: a shorter one is found in other words


@dataclass(frozen=True, slots=True)
class Bond:
    """One thing that one did to another, said with or of another."""

    source: str
    target: str
    kind: EventClass
    mode: str


@dataclass(frozen=True, slots=True)
class Tie:
    """What one did to, or said with or of, another: `kind` as most of what is between them."""

    source: str
    target: str
    kind: EventClass
    count: int
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Who has to do with whom. `names` counts the ties of each."""

    names: dict[str, int]
    ties: tuple[Tie, ...]


def network(visit: Visit, *, begin: str | None, until: str | None) -> Network:
    """Return the ties between the names that are in most of them in a period."""
    events = visit.ledger.event_book.latest_events(begin=begin, until=until, limit=EVENTS, as_of=visit.as_of)
    claims = visit.ledger.book.attributed(begin=begin, until=until, limit=SAYINGS, as_of=visit.as_of)
    bonds = _by_bearer(visit, [*_of_events(events), *_of_sayings(visit, claims)])
    taking_part = Counter(name for bond in bonds for name in (bond.source, bond.target))
    kept = {name for name, _ in taking_part.most_common(NODES)}
    ties = _ties(bond for bond in bonds if {bond.source, bond.target} <= kept)
    joined = {name for tie in ties for name in (tie.source, tie.target)}
    return Network({name: taking_part[name] for name in sorted(joined)}, ties)


def _of_events(events: Iterable[Event]) -> Iterator[Bond]:
    for event in events:
        kind, mode = CLASS_OF[event.type], event.mode or event.type.value.lower()
        for actor in event.actors:
            for target in event.targets:
                if actor != target:
                    yield Bond(actor, target, kind, mode)


def _of_sayings(visit: Visit, claims: list[Claim]) -> Iterator[Bond]:
    """Give who spoke of whom: the named speaker of a claim, and the names of its document in its words."""
    ids = list(dict.fromkeys(claim.document for claim in claims))
    documents = visit.ledger.documents_by_id(ids)
    names = visit.ledger.book.names_in(ids, [type.value for type in NAMED])
    for claim in claims:
        speaker = _speaker(claim)
        if speaker and claim.document in documents:
            text = documents[claim.document].text
            words = JOIN.join(span.of(text) for span in claim.content)
            known = names.get(claim.document, ())
            source = next((name for name in known if speaker in name), None)
            mode = DENIED if claim.polarity is Polarity.DENIED else SPOKE_OF
            for target in known:
                if source and len(target) >= SHORTEST_NAME and target in words and target != source:
                    yield Bond(source, target, EventClass.OTHER, mode)


def _by_bearer(visit: Visit, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds with one name for each entity, however it is spelled; none with itself."""
    spelled = sorted({name for bond in bonds for name in (bond.source, bond.target)})
    borne = visit.ledger.book.entities_spelled(spelled, as_of=visit.as_of)
    names = {name: bearers[0].name for name, bearers in borne.items() if len(bearers) == 1}
    joined = (
        replace(bond, source=names.get(bond.source, bond.source), target=names.get(bond.target, bond.target))
        for bond in bonds
    )
    return [bond for bond in joined if bond.source != bond.target]


def _speaker(claim: Claim) -> str | None:
    first = claim.chain[0]
    return first.name if first.kind is LinkKind.SPEAKER and not first.anonymous else None


def _ties(bonds: Iterable[Bond]) -> tuple[Tie, ...]:
    between: dict[tuple[str, str], list[Bond]] = {}
    for bond in bonds:
        between.setdefault((bond.source, bond.target), []).append(bond)
    ties = [_tie(source, target, some) for (source, target), some in between.items()]
    return tuple(sorted(ties, key=lambda tie: (-tie.count, tie.source, tie.target)))


def _tie(source: str, target: str, bonds: list[Bond]) -> Tie:
    """Return a tie; what was done outweighs what was said of one another."""
    deeds = [bond.kind for bond in bonds if bond.kind is not EventClass.OTHER]
    kind = Counter(deeds).most_common(1)[0][0] if deeds else EventClass.OTHER
    modes = Counter(bond.mode for bond in bonds)
    return Tie(source, target, kind, len(bonds), tuple(mode for mode, _ in modes.most_common()))
