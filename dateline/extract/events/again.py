"""Told again: which event of a document is the same happening as an earlier one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.extract.events.fold import CAUSES, HARM
from dateline.model.annotations import EventMention, EventType, Mention, MentionType, PlaceReference
from dateline.model.times import days_between

ENOUGH = 3  # agreements that make two tellings one happening
MOST_COMPARED = 60  # earlier happenings looked at, the latest first, so that time stays linear
POINTING_GAIN = 3
DAY_GAIN = 2
MOST_DAYS = 3  # how long a time may be by which two tellings agree: "this month" says little
COUNT_GAIN = 3  # the same figure of the same kind, two or more: "killed 21"
MANY_GAIN = 4  # the same, where it is too large to be told of two by chance
MANY = 4
HEAD_GAIN = 1  # the same common noun suffers
WORDS_GAIN = 1  # the same word tells it, a few sentences on
COURSE_GAIN = 4  # only casualties, right behind an attack: "It also wounded 25"
NEAR_SENTENCES = 3  # how far "the attack" points back

NATION_GAIN = 2  # actors of one country: "American strikes", later "the U.S. Department of Defense"
FOLLOW_GAIN = 1  # right behind, at the same place and without a day of its own

TOLLS = frozenset({"killed", "wounded"})
FATAL = frozenset({"killing", "assassination", "execution"})
VIOLENT = CAUSES | HARM | FATAL
VAGUE = frozenset({"attack", "killing", "wounding"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with what is needed to compare it.

    `pointing` is a phrase that points back ("the attack"), `many` a noun in the plural ("the strikes").
    """

    event: EventMention
    sentence: int
    pointing: bool
    actors: frozenset[str]
    entities: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    countries: frozenset[str]
    nations: frozenset[str]
    counts: frozenset[tuple[str, float]]
    heads: frozenset[str]
    words: str
    many: bool = False


def telling_of(  # noqa: PLR0913 - all that is compared, each by name
    event: EventMention,
    sentence: int,
    *,
    pointing: bool,
    mentions: dict[str, Mention],
    offices: dict[str, frozenset[str]],
    countries: dict[str, str],
    sites: dict[str, str],
    nations: dict[str, str],
    counts: frozenset[tuple[str, float]],
    heads: frozenset[str],
    words: str,
    many: bool = False,
) -> Telling:
    """Return an event by the entities it names."""
    return Telling(
        event,
        sentence,
        pointing,
        _entities(event.actors, mentions),
        _with_offices(_entities(event.actors, mentions), offices),
        _entities(event.targets, mentions) | _sites(event.targets, sites),
        _entities(event.places, mentions) | _sites(event.places, sites),
        frozenset(
            entity
            for index in event.targets
            if mentions[index].type is MentionType.PERSON and (entity := mentions[index].entity)
        ),
        frozenset(countries[index] for index in event.places if index in countries),
        frozenset(nations[index] for index in event.actors if index in nations),
        counts,
        heads,
        words,
        many,
    )


def nations_of(text: str, mentions: Iterable[Mention], countries: dict[str, str]) -> dict[str, str]:
    """Return the country of each mention that names one, or begins with its name: "U.S. Army"."""
    names = {mention.id: text[mention.start : mention.end] for mention in mentions}
    first = {name.split()[0]: countries[each] for each, name in names.items() if each in countries}
    return {each: first[name.split()[0]] for each, name in names.items() if name.split()[0] in first}


def filled(root: Telling, telling: Telling) -> Telling:
    """Return a happening with what only a retelling says of it, and the word that told it last."""
    return replace(
        root,
        places=root.places or telling.places,
        countries=root.countries or telling.countries,
        targets=root.targets or telling.targets,
        words=telling.words,
    )


def _with_offices(entities: frozenset[str], offices: dict[str, frozenset[str]]) -> frozenset[str]:
    """Add to people the bodies whose office they hold: either may be told as the actor."""
    return entities.union(*(offices.get(entity, frozenset()) for entity in entities))


def offices_of(text: str, mentions: Iterable[Mention]) -> dict[str, frozenset[str]]:
    """Return the bodies that the roles of each person name, by entity."""
    bodies: dict[str, str] = {}
    roles: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.entity and mention.type is MentionType.ORG:
            bodies[text[mention.start : mention.end]] = mention.entity
        elif mention.entity and mention.role:
            roles.setdefault(mention.entity, set()).add(mention.role)
    return {
        person: frozenset(entity for name, entity in bodies.items() if any(name in role for role in held))
        for person, held in roles.items()
    }


def sites_of(places: Iterable[PlaceReference]) -> dict[str, str]:
    """Return the name of the place that each mention names, or names a part of: "the Basmaya | base"."""
    return {place.part_of or place.mention: f"site {place.name}" for place in places}


def _sites(ids: Iterable[str], sites: dict[str, str]) -> frozenset[str]:
    return frozenset(sites[index] for index in ids if index in sites)


def _entities(ids: Iterable[str], mentions: dict[str, Mention]) -> frozenset[str]:
    return frozenset(entity for index in ids if (entity := mentions[index].entity))


def earlier_telling(telling: Telling, roots: Sequence[Telling]) -> Telling | None:
    """Return the earlier happening that an event tells again, the best and then the latest."""
    best, best_score = None, ENOUGH - 1
    for root in roots[-MOST_COMPARED:]:
        score = agreement(telling, root)
        if score > best_score or (best is not None and score == best_score):
            best, best_score = root, score
    return best or (_only_one(telling, roots) if telling.pointing and not telling.many else None)


def _only_one(telling: Telling, roots: Sequence[Telling]) -> Telling | None:
    """Return the one happening so far that "the attack" may mean, however far before it was told."""
    one = telling.event
    alike = [
        root
        for root in roots[-MOST_COMPARED:]
        if root.event.stage is one.stage and _same_kind(one, root.event) and not root.many
    ]
    told = alike[0] if len(alike) == 1 else None
    if told is None or (one.begin and told.event.begin and not _overlap(one, told.event)):
        return None
    known = told.people | told.targets | told.places
    return told if telling.people | telling.targets | telling.places <= known else None


def agreement(telling: Telling, root: Telling) -> int:
    """Return how far two tellings agree; 0 where they cannot be one happening."""
    one, other = telling.event, root.event
    if one.stage is not other.stage or not (_same_kind(one, other) or _same_toll(telling, root)):
        return 0
    if one.begin and other.begin and not _overlap(one, other):
        return 0
    if _fatal(one, other) and telling.people and root.people:
        return 4 if telling.people & root.people else 0
    score = DAY_GAIN * _same_days(one, other)
    if one.type is EventType.CONSULT and one.mode != "visit":
        score += _company(telling.actors | telling.targets, root.actors | root.targets)
    else:
        score += _where_score(telling, root)
        score += _actor_score(telling, root)
        score += _count_gain(telling, root) + HEAD_GAIN * bool(telling.heads & root.heads)
    near = telling.sentence - root.sentence <= NEAR_SENTENCES
    follows = telling.sentence - root.sentence == 1 and not one.begin and bool(_where(telling) & _where(root))
    score += FOLLOW_GAIN * follows
    score += WORDS_GAIN * (near and telling.words == root.words)
    score += COURSE_GAIN * _goes_on(telling, root)
    counted = other.mode == "killing" and bool(root.counts) and telling.sentence - root.sentence == 1
    points = (
        telling.pointing
        and root.many is telling.many
        and (one.mode in FATAL or other.mode not in FATAL or counted)
    )
    points = points and not _with_others(telling, root)
    return score + POINTING_GAIN * (points and near)


def _with_others(telling: Telling, root: Telling) -> bool:
    """Say whether a meeting is told to be with people who did not take part in the other."""
    if telling.event.type is not EventType.CONSULT or telling.event.mode == "visit":
        return False
    known = root.actors | root.targets
    both_named = len(telling.actors) > 1  # "the meeting between X and Y"
    return (bool(telling.people) and telling.people.isdisjoint(known)) or (
        both_named and not telling.actors <= known
    )


def _count_gain(telling: Telling, root: Telling) -> int:
    shared = telling.counts & root.counts
    if any(count >= MANY for _, count in shared):
        return MANY_GAIN
    return COUNT_GAIN if shared else 0


def _goes_on(telling: Telling, root: Telling) -> bool:
    """Say whether an event only tells the casualties of the attack of the sentence before."""
    if telling.event.mode in HARM and telling.sentence - root.sentence <= 1 and root.event.mode in CAUSES:
        free = not telling.places and not telling.people and not telling.event.begin
        counted = bool(telling.counts) or telling.event.mode == "wounding"
        kinds = {kind for kind, _ in telling.counts} & {kind for kind, _ in root.counts}
        return free and counted and not kinds
    return False


def _actor_score(telling: Telling, root: Telling) -> int:
    """Return how far the actors agree: the same ones, or of one country."""
    score = _overlap_score(telling.entities, root.entities, 1)
    return NATION_GAIN if score < 0 and telling.nations & root.nations else score


def _where_score(telling: Telling, root: Telling) -> int:
    """Return how far the places agree; of places in one country one may lie in the other."""
    score = _overlap_score(_where(telling), _where(root), 2)
    return 0 if score < 0 and telling.countries & root.countries else score


def _where(telling: Telling) -> frozenset[str]:
    """Return the places and targets of an event; who visits a city visits its country."""
    visited = telling.countries if telling.event.mode == "visit" else frozenset()
    return telling.places | telling.targets | visited


def _overlap_score(mine: frozenset[str], theirs: frozenset[str], weight: int) -> int:
    if not mine or not theirs:
        return 0
    return weight if mine & theirs else -1


def _company(mine: frozenset[str], theirs: frozenset[str]) -> int:
    """Return how far the company of two meetings is the same: two who take part in both, or one."""
    shared = len(mine & theirs)
    if shared >= 2:
        return ENOUGH
    return 1 if shared else -ENOUGH if mine and theirs else 0


def _same_toll(telling: Telling, root: Telling) -> bool:
    """Say whether two attacks called by different names count the same many dead or hurt."""
    violent = telling.event.type is root.event.type is EventType.ASSAULT
    shared = {count for kind, count in telling.counts & root.counts if kind in TOLLS}
    modes = {telling.event.mode, root.event.mode}
    return violent and modes <= CAUSES | HARM and any(count >= MANY for count in shared)


def _same_kind(one: EventMention, other: EventMention) -> bool:
    if one.type is not other.type:
        return False
    if one.mode == other.mode:
        return True
    modes = {one.mode, other.mode}
    if one.type is not EventType.ASSAULT or not modes <= VIOLENT:
        return False
    return modes <= FATAL or bool(modes & VAGUE)


def _same_days(one: EventMention, other: EventMention) -> bool:
    """Say whether two events are told of the same few days."""
    if not one.begin or not other.begin:
        return False
    return all(_days_of(each) <= MOST_DAYS for each in (one, other)) or one.begin == other.begin


def _days_of(event: EventMention) -> int:
    """Return how many days lie between the first and the last of an event."""
    return days_between(event.begin or "", event.until or event.begin or "")


def _fatal(one: EventMention, other: EventMention) -> bool:
    return one.mode in FATAL and other.mode in FATAL


def _overlap(one: EventMention, other: EventMention) -> bool:
    assert one.begin and other.begin
    return one.begin <= (other.until or other.begin) and other.begin <= (one.until or one.begin)
