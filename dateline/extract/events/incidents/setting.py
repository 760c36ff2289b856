"""When and where an attack was, by what is read of the document: its times, places and day of printing."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from dateline.extract.events.incidents.parts import Found
from dateline.model.annotations import Annotations, PartRole
from dateline.model.spans import Span
from dateline.model.times import TimeExpression

DAY = len("1989-11-20")
BESIDE = 1  # sentences between those who suffer and a day that is theirs
CHOSEN = 10  # how often a place of the attack itself counts among all places of the document


def when(
    annotations: Annotations, sentences: Iterable[int], published: str | None
) -> tuple[str | None, str | None]:
    """Return begin and until of an attack as ISO dates: the day stated nearest to those who suffer in it.

    Of several it is the one told first. Where none stands beside them, it was not after the day of printing.
    """
    told, starts = frozenset(sentences), [span.start for span in annotations.sentences]
    stated = [
        (distance, time.start, time.begin)
        for time in annotations.times
        if time.begin and len(time.begin) == DAY and _is_past_day(time, published)
        if (distance := _distance(bisect_right(starts, time.start) - 1, told)) <= BESIDE
    ]
    if stated:
        *_, day = min(stated)
        return day, day
    return None, published if published and len(published) == DAY else None


def _is_past_day(time: TimeExpression, published: str | None) -> bool:
    return time.begin == time.until and (published is None or (time.begin or "") <= published)


def _distance(sentence: int, told: frozenset[int]) -> int:
    """Return how many sentences lie between one and those told."""
    return min((abs(sentence - number) for number in told), default=sentence)


def country_of(annotations: Annotations, parts: Iterable[Found]) -> str | None:
    """Return the country of an attack, ISO 3166-1 alpha-2: of its places, else the one most named."""
    spans = {span for found in parts if found.part.role is PartRole.PLACE for span in found.part.spans}
    mentions = {mention.id: Span(mention.start, mention.end) for mention in annotations.mentions}
    named: Counter[str] = Counter()
    for place in annotations.places:
        if place.country:
            named[place.country] += CHOSEN if mentions[place.mention] in spans else 1
    best = named.most_common(1)
    return best[0][0] if best else None
