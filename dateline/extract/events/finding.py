"""The events of a document in the order of their triggers, each with the earlier telling that it repeats."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.events.acled import Filing
from dateline.extract.events.again import Telling, earlier_telling, filled, nations_of, offices_of, telling_of
from dateline.extract.events.blame import blame_in
from dateline.extract.events.chunks import Scene
from dateline.extract.events.counts import counts_of
from dateline.extract.events.event_marks import marks_of
from dateline.extract.events.fold import fold_harm
from dateline.extract.events.frames import drafts_of
from dateline.extract.events.namesakes import Namesakes
from dateline.extract.events.parties import Draft
from dateline.extract.events.reading import (
    Reading,
    hero_of,
    is_happening,
    is_sport,
    pieces_of,
    points_back,
    quantities_within,
    read_tokens,
    speaker_of,
    times_within,
)
from dateline.extract.events.selection import is_selected
from dateline.extract.events.soundness import sound_ones
from dateline.extract.events.stage import Standing, is_finite, standing_of
from dateline.extract.events.syntax import depth_of
from dateline.extract.events.telling import Told, event_of, figures_of, heads_of, hero_before, is_empty
from dateline.extract.events.when import TimePlace, dates_of
from dateline.extract.events.words import EventWords, event_words
from dateline.inference.reading import RawHappening
from dateline.model.annotations import (
    EventMention,
    EventStage,
    Mention,
    PlaceReference,
    Quantity,
)
from dateline.model.claims import Claim
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.model.times import TimeExpression

FAR_ON = 6  # sentences farther on in a text are told apart no more
HAPPENED = frozenset({EventStage.DONE, EventStage.ATTEMPTED})


def find_events(  # noqa: PLR0913 - all that is read before events, each by name
    text: str,
    lang: str,
    *,
    sentences: Sequence[Span],
    mentions: Sequence[Mention] = (),
    times: Sequence[TimeExpression] = (),
    quantities: Sequence[Quantity] = (),
    claims: Sequence[Claim] = (),
    places: Sequence[PlaceReference] = (),
    happenings: Sequence[RawHappening] | None = None,
    trees: Sequence[SyntaxTree] = (),
) -> tuple[EventMention, ...]:
    """Find the events that a text tells, in the order of their triggers.

    `happenings` are the words that a reader takes for happenings, `None` where none has read the text: with
    them, events are left out that are likely none, or read wrong (`soundness`);
    `trees` are those of its sentences, as far as they have been read. Hypothetical events are left out. The
    id of an event is its place among those of the document.
    """
    words = event_words(lang)
    if words is None:
        return ()
    reading = read_tokens(
        text, words, mentions, times, quantities, claims, happenings=happenings, trees=trees
    )
    if is_sport(reading):
        return ()
    events: list[EventMention] = []
    roots: list[Telling] = []
    by_id = {mention.id: mention for mention in mentions}
    offices = offices_of(text, mentions)
    countries = {place.mention: place.country for place in places if place.country}
    nations = nations_of(text, mentions, countries)
    told_ones = list(tellings_in(reading, sentences))
    for told in told_ones if happenings is None else sound_ones(told_ones):
        event = event_of(reading, told, f"v{len(events)}")
        telling = telling_of(
            event,
            told.sentence,
            pointing=points_back(reading, told.draft),
            mentions=by_id,
            offices=offices,
            countries=countries,
            nations=nations,
            counts=figures_of(reading, told),
            heads=heads_of(reading, told.draft),
            words=event.trigger.of(text).lower(),
        )
        root = earlier_telling(telling, roots)
        if root is None:
            roots.append(telling)
        else:
            event = _joined(event, root.event)
            first = _dated_by(root.event, event)
            known = filled(root, telling)
            roots[_place_of(root, roots)] = replace(known, event=first, sentence=told.sentence)
            events[int(first.id.removeprefix("v"))] = first
        events.append(event)
    return _settled(events, roots)


def _settled(events: Sequence[EventMention], roots: Sequence[Telling]) -> tuple[EventMention, ...]:
    """Join happenings that turn out to be one by what their retellings add: a day, a place."""
    same: dict[str, EventMention] = {}
    kept: list[Telling] = []
    for root in roots:
        earlier = earlier_telling(replace(root, pointing=False), kept) if root.event.begin else None
        if earlier is None:
            kept.append(root)
        else:
            same[root.event.id] = earlier.event
    return tuple(
        _joined(event, same[known]) if (known := event.same_as or event.id) in same else event
        for event in events
    )


def link_claims(claims: Sequence[Claim], events: Sequence[EventMention]) -> tuple[Claim, ...]:
    """Return the claims, each with the ids of the events that its content tells."""
    told: dict[str, list[str]] = {}
    for event in events:
        for claim in event.claims:
            told.setdefault(claim, []).append(event.id)
    return tuple(
        replace(claim, events=tuple(told[claim.id])) if claim.id in told else claim for claim in claims
    )


def tellings_in(reading: Reading, sentences: Sequence[Span]) -> Iterator[Told]:
    """Yield the events of each sentence that has a word which may tell one."""
    triggering = [at for at, word in enumerate(reading.tokens.words) if word in reading.words.events]
    hero: int | None = None
    bases = Namesakes()
    for number, first, last in pieces_of(reading, sentences):
        if bisect_left(triggering, first) < bisect_left(triggering, last):
            yield from _sentence(reading, number, first, last, hero, bases)
        hero = hero_of(reading, first, last, hero)


def _sentence(
    reading: Reading, number: int, first: int, last: int, hero: int | None, bases: Namesakes
) -> Iterator[Told]:
    indexes = quantities_within(reading, first, last)
    scene, drafts = drafts_of(reading, first, last)
    bases.read(scene, drafts, reading.mentions)
    standings = {id(draft): standing_of(scene, draft, reading.words) for draft in drafts}
    real = [
        draft
        for draft in drafts
        if standings[id(draft)].stage is not EventStage.HYPOTHETICAL
        and is_happening(reading, draft)
        and is_selected(reading, scene, draft)
    ]
    told = fold_harm(scene, real, reading.words)
    near = times_within(reading.times, first, last)
    counts = counts_of(told, reading.quantities, reading.tokens, indexes)
    kept = [draft for draft, _ in told]
    blame = blame_in(scene, kept, reading.words)
    filing = Filing(reading, scene)
    for place, (draft, absorbed) in enumerate(told):
        time = _date(scene, draft, absorbed, kept, near, reading.words)
        if is_empty(reading, draft, time, counts.get(place, [])):
            continue
        standing = standings[id(draft)]
        finite = is_finite(scene, draft)
        depth = min(depth_of(scene, each.first) for each in (draft, *absorbed))
        marks: frozenset[str] = frozenset()
        if reading.happenings is not None:
            facts = _facts(standing, finite, depth, time, counts.get(place, ()))
            marks = marks_of(reading, scene, draft, [*facts, f"sentence={min(number, FAR_ON)}"])
        yield Told(
            draft,
            standing,
            time,
            tuple(counts.get(place, ())),
            number,
            blame,
            speaker_of(reading, draft),
            hero_before(reading, scene, draft, hero),
            finite,
            depth,
            filing.of(draft) if standing.stage in HAPPENED else None,
            marks,
        )


def _facts(
    standing: Standing, finite: bool, depth: int, time: TimeExpression | None, counts: Sequence[int]
) -> list[str]:
    """Return what is known of an event beside its words, as marks."""
    facts = [f"stage={standing.stage}", f"certainty={standing.certainty}", f"depth={depth}"]
    told = {"finite": finite, "dated": time is not None, "counted": bool(counts)}
    return facts + [name for name, is_so in told.items() if is_so]


def _date(
    scene: Scene,
    draft: Draft,
    absorbed: Sequence[Draft],
    kept: Sequence[Draft],
    times: Sequence[TimePlace],
    words: EventWords,
) -> TimeExpression | None:
    """Return the date of an event, or else of the casualties that it absorbed."""
    for each in (draft, *absorbed):
        if time := dates_of(scene, each, kept, times, words):
            return time
    return None


def _place_of(root: Telling, roots: Sequence[Telling]) -> int:
    return next(at for at in range(len(roots) - 1, -1, -1) if roots[at] is root)


def _dated_by(root: EventMention, event: EventMention) -> EventMention:
    """Return a first telling without a date with that of its retelling."""
    return root if root.begin else replace(root, begin=event.begin, until=event.until)


def _joined(event: EventMention, root: EventMention) -> EventMention:
    """Return a retelling: it takes the date of the first telling where its own sentence has none."""
    begin, until = (event.begin, event.until) if event.begin else (root.begin, root.until)
    return replace(event, same_as=root.id, begin=begin, until=until)
