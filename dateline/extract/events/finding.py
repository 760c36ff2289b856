"""The events of a document in the order of their triggers, each with the earlier telling that it repeats."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.events.again import (
    Telling,
    earlier_telling,
    filled,
    nations_of,
    offices_of,
    sites_of,
    telling_of,
)
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.reading import (
    is_sport,
    points_back,
    read_tokens,
)
from dateline.extract.events.parsing.words import event_words
from dateline.extract.events.sentence_events import tellings_in
from dateline.extract.events.soundness import sound_ones
from dateline.extract.events.telling import event_of, figures_of, heads_of
from dateline.inference.reading import RawHappening
from dateline.model.annotations import (
    EventMention,
    Mention,
    PlaceReference,
    Quantity,
)
from dateline.model.claims import Claim
from dateline.model.spans import Span
from dateline.model.syntax import SyntaxTree
from dateline.model.times import TimeExpression


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
    sites = sites_of(places)
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
            sites=sites,
            nations=nations,
            counts=figures_of(reading, told),
            heads=heads_of(reading, told.draft),
            words=event.trigger.of(text).lower(),
            many=told.draft.is_noun and bool(told.draft.form & Form.PLURAL),
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


def _place_of(root: Telling, roots: Sequence[Telling]) -> int:
    return next(at for at in range(len(roots) - 1, -1, -1) if roots[at] is root)


def _dated_by(root: EventMention, event: EventMention) -> EventMention:
    """Return a first telling without a date with that of its retelling."""
    return root if root.begin else replace(root, begin=event.begin, until=event.until)


def _joined(event: EventMention, root: EventMention) -> EventMention:
    """Return a retelling: it takes the date of the first telling where its own sentence has none."""
    begin, until = (event.begin, event.until) if event.begin else (root.begin, root.until)
    return replace(event, same_as=root.id, begin=begin, until=until)
