"""How far a telling and a happening agree in type, time, place, participants and counts; never in text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.link.kinds import COMPANY, may_be_one
from dateline.link.told import Count, Told
from dateline.link.whereabouts import Where, nearness
from dateline.model.annotations import EventType
from dateline.model.times import days_between

# Weights and threshold were set by hand on the sample desk; benchmarks/coreference.py measures them on ECB+.
ENOUGH = 3.0
MIN_KINDS = 2  # of time, place, parties and counts: one of them alone is chance
SAME_DAY, SAME_DAYS, NEXT_DAY = 2.0, 1.0, -0.5
FRESH, RECENT = 1.0, 0.0
FRESH_DAYS, RECENT_DAYS = 3, 14  # undated news is on what happened so short before
SAME_PLACE, ASSUMED_PLACE = 2.0, 0.5  # the town of the opening is that of much in a report
SAME_TARGET, SAME_ACTOR, SAME_COMPANY, OTHER_TARGET = 1.5, 1.0, 2.5, -1.0
SAME_COUNT, LIKE_COUNT, OTHER_COUNT = 1.5, 0.5, -0.5
SAME_MODE = 0.5
WIDE_DAYS = 7  # a stretch of time longer than this dates nothing


@dataclass(slots=True)
class Happening:
    """An event in the making: what its tellings say together.

    `dates` are the days that most tellings give, the shortest and then the first of equals.
    """

    number: int
    family: EventType
    told: list[Told] = field(default_factory=list)
    days: dict[tuple[str, str], int] = field(default_factory=dict)
    places: list[Where] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    counts: set[Count] = field(default_factory=set)
    modes: set[str | None] = field(default_factory=set)
    earliest: str = ""
    latest: str = ""
    dates: tuple[str, str] | None = None

    def add(self, told: Told) -> None:
        """Take a telling in."""
        self.told.append(told)
        if told.begin and told.until and days_between(told.begin, told.until) <= WIDE_DAYS:
            self.days[told.begin, told.until] = self.days.get((told.begin, told.until), 0) + 1
            self.dates = min(self.days, key=lambda days: (-self.days[days], days_between(*days)))
        if told.is_placed or not self.places:
            self.places += [where for where in told.places if where not in self.places]
        self.actors |= told.actors
        self.targets |= told.targets
        self.counts |= told.counts
        self.modes.add(told.mode)
        self.earliest = min(self.earliest or told.printed, told.printed)
        self.latest = max(self.latest, told.printed)


def agreement(happening: Happening, told: Told) -> float:
    """Return how far a telling agrees with a happening; 0 where they cannot be one."""
    if happening.family is not told.family or not _modes_fit(happening, told):
        return 0.0
    time = _time_score(happening, told)
    place = _place_score(happening, told) if time is not None else None
    if place is None or time is None:
        return 0.0
    parties, counts = _party_score(happening, told), _count_score(happening.counts, told.counts)
    days = time if told.begin and happening.dates else 0.0  # that both are undated news tells nothing apart
    agreed = sum(score > 0 for score in (days, place, parties, counts))
    is_known_where = place > 0 or parties > 0 or _in_one_story(happening, told)
    if agreed < MIN_KINDS or not is_known_where:  # on a day, many attacks kill five
        return 0.0
    return time + place + parties + counts + SAME_MODE * (told.mode in happening.modes)


def _in_one_story(happening: Happening, told: Told) -> bool:
    return told.story is not None and any(each.story == told.story for each in happening.told)


def _modes_fit(happening: Happening, told: Told) -> bool:
    return all(may_be_one(mode, told.mode, told.family) for mode in happening.modes)


def _place_score(happening: Happening, told: Told) -> float | None:
    near = nearness(happening.places, told.places)
    assumed = told.assumed or not any(each.is_placed for each in happening.told)
    if near is None:
        return 0.0 if assumed else None
    return near * (ASSUMED_PLACE if assumed else SAME_PLACE)


def _time_score(happening: Happening, told: Told) -> float | None:
    """Return what the days say; `None` where they exclude each other."""
    days = happening.dates
    if told.begin and told.until:
        is_wide = days_between(told.begin, told.until) > WIDE_DAYS
        if days is None:
            return RECENT if is_wide else _age_score(told.begin, happening.earliest)
        score = _days_score(days, (told.begin, told.until))
        return min(RECENT, score) if is_wide and score is not None else score
    if days is not None:
        return _age_score(days[0], told.printed)
    apart = abs(days_between(happening.latest, told.printed))
    return FRESH if apart <= FRESH_DAYS else RECENT if apart <= RECENT_DAYS else None


def _days_score(some: tuple[str, str], others: tuple[str, str]) -> float | None:
    gap = max(days_between(some[1], others[0]), days_between(others[1], some[0]))
    if gap > 1:
        return None
    if gap == 1:
        return NEXT_DAY
    return SAME_DAY if max(days_between(*some), days_between(*others)) <= 1 else SAME_DAYS


def _age_score(day: str, printed: str) -> float | None:
    """Return how well undated news fits to a day: it tells of what has happened, and mostly just now."""
    age = days_between(day, printed)
    if age < 0 or age > RECENT_DAYS:
        return None
    return FRESH if age <= FRESH_DAYS else RECENT


def _party_score(happening: Happening, told: Told) -> float:
    if told.family in COMPANY:
        company = happening.actors | happening.targets
        shared = len(company & (told.actors | told.targets))
        return SAME_COMPANY if shared >= 2 else SAME_ACTOR * shared
    score = SAME_ACTOR * bool(happening.actors & told.actors)
    if happening.targets and told.targets:
        score += SAME_TARGET if happening.targets & told.targets else OTHER_TARGET
    return score


def _count_score(counts: Iterable[Count], others: Iterable[Count]) -> float:
    """Return how figures of one kind agree: an equal one above two is telling, others are disputes."""
    kinds = {kind for kind, _, _ in counts} & {kind for kind, _, _ in others}
    scores = []
    for kind in sorted(kinds):
        pairs = [(one, other) for one in counts for other in others if one[0] == other[0] == kind]
        if any(one == other for one, other in pairs):
            telling = max(one[1] for one, other in pairs if one == other) >= 3
            scores.append(SAME_COUNT if telling else LIKE_COUNT)
        elif any(one[1] <= other[2] and other[1] <= one[2] for one, other in pairs):
            scores.append(LIKE_COUNT)
        else:
            scores.append(OTHER_COUNT)
    return max(scores, default=0.0)
