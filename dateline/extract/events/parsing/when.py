"""When an event happened: the time expression of its sentence that governs it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.parsing.chunks import Scene, chunk_at
from dateline.extract.events.parsing.dating import Hold, hold_of
from dateline.extract.events.parsing.parties import Draft
from dateline.extract.events.parsing.words import EventWords
from dateline.model.times import TimeExpression, TimeKind
from dateline.text.tokens import Tokens

COMMA_COST = 3
TRIGGER_COST = 4  # another event in between
AFTER_COST = 1  # a time in front of its event is a little nearer than one behind
FURTHEST = 40  # cost beyond which a time belongs to something else
DETERMINERS = frozenset({"the", "this", "a", "an", "s", "its", "their", "his", "her"})
WIDEST_PHRASE = 2  # words between a date and the noun in whose phrase it stands
HEAD = 12  # tokens from the beginning of a text within which the date of the report itself may stand


@dataclass(frozen=True, slots=True)
class TimePlace:
    """A time expression that names a day or a month, and its tokens."""

    time: TimeExpression
    first: int
    last: int


def time_places(times: Sequence[TimeExpression], tokens: Tokens) -> tuple[TimePlace, ...]:
    """Return the times with a begin and their tokens, in text order."""
    places = []
    for time in times:
        first = bisect_left(tokens.starts, time.start)
        last = bisect_left(tokens.starts, time.end)
        places.append(TimePlace(time, first, last))
    return tuple(places)


def dates_of(
    scene: Scene, draft: Draft, drafts: Sequence[Draft], times: Sequence[TimePlace], words: EventWords
) -> TimeExpression | None:
    """Return the time that governs an event, or `None` where the sentence gives it none."""
    best: tuple[bool, int, int, int] | None = None
    chosen: TimeExpression | None = None
    for place in times:
        if not _names_day(place.time) or _in_parentheses(scene, place) or _describes(scene, drafts, place):
            continue
        if any(_is_inside(scene, other, place) for other in drafts) and not _is_inside(scene, draft, place):
            continue
        heads = _heads_report(scene, drafts, place)
        hold = (
            None
            if heads or _is_inside(scene, draft, place)
            else hold_of(scene, draft, drafts, place.first, place.last)
        )
        cost = _cost(scene, draft, drafts, place, words, held=hold is Hold.OWN)
        if hold is Hold.NONE or cost is None or cost > FURTHEST:
            continue
        rank = heads, hold or Hold.OWN, cost, place.first
        if best is None or rank < best:
            best, chosen = rank, place.time
    return chosen


def _heads_report(scene: Scene, drafts: Sequence[Draft], place: TimePlace) -> bool:
    """Say whether a date stands at the head of a text, as in "BAGHDAD, March 16 (Harbour Wire) –".

    It dates the report; an event has it only where its sentence gives no other.
    """
    if place.last > HEAD or not place.time.value[-1:].isdigit():
        return False
    before = [chunk.kind for chunk in scene.chunks if chunk.last <= place.first]
    return before[-1:] != ["P"] and all(draft.first >= place.last for draft in drafts)


def _is_inside(scene: Scene, draft: Draft, place: TimePlace) -> bool:
    """Say whether a date stands in the phrase of a noun: "(condemned) the March 12 attacks"."""
    words = scene.tokens.words
    opened = place.first > scene.first and words[place.first - 1] in DETERMINERS
    return draft.is_noun and opened and 0 <= draft.first - place.last <= WIDEST_PHRASE


def _describes(scene: Scene, drafts: Sequence[Draft], place: TimePlace) -> bool:
    """Say whether a date only describes a noun that tells no event: "on the 2016 campaign trail"."""
    opened = place.first > scene.first and scene.tokens.words[place.first - 1] in DETERMINERS
    at = chunk_at(scene, place.first)
    named = scene.kinds[at] == "n" and scene.chunks[at].last > place.last
    return opened and named and not any(draft.chunk == at for draft in drafts)


def _names_day(time: TimeExpression) -> bool:
    return time.kind in (TimeKind.DATE, TimeKind.TIME) and time.begin is not None


def _in_parentheses(scene: Scene, place: TimePlace) -> bool:
    """Say whether a date stands in parentheses: there it dates the report, not the event."""
    depth = 0
    for at in range(scene.first, place.first):
        word = scene.tokens.words[at]
        depth += (word == "(") - (word == ")")
    return depth > 0


def _cost(
    scene: Scene, draft: Draft, drafts: Sequence[Draft], place: TimePlace, words: EventWords, *, held: bool
) -> int | None:
    """Return how far a time is from an event, `None` where a background clause parts them.

    One that is `held` by the event is parted from it only by its own preposition: "since January".
    """
    if draft.first >= place.last:
        low, high, cost = place.last, draft.first, 0
    else:
        low, high, cost = draft.last, place.first, AFTER_COST
    between = scene.tokens.words[low:high]
    parting = _preposition(scene, place) if held else between
    if any(word in words.sets["background"] for word in parting):
        return None
    if not held and (";" in between or ":" in between):
        return None
    if _reported(scene, min(draft.first, place.first), max(draft.first, place.first)):
        return None
    crossed = sum(1 for other in drafts if other is not draft and low <= other.first < high)
    return cost + len(between) + COMMA_COST * between.count(",") + TRIGGER_COST * crossed


def _preposition(scene: Scene, place: TimePlace) -> Sequence[str]:
    """Return the word in front of a day; before a part of a day is on that day: "before dawn on Sunday"."""
    if place.time.kind is TimeKind.TIME:
        return ()
    return scene.tokens.words[max(scene.first, place.first - 1) : place.first]


def _reported(scene: Scene, low: int, high: int) -> bool:
    """Say whether "reported that" parts two tokens: the date of a report is not that of what it reports."""
    for at in range(1, len(scene.chunks)):
        if low < scene.chunks[at].first < high and scene.kinds[at - 1 : at + 1] == "VR":
            return scene.tokens.words[scene.chunks[at].first] == "that"
    return False
