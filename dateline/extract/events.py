"""Events: who did what to whom, where, when, how many, how surely.

In: text, language, and what is read in it before (sentences, mentions, times, quantities, claims, places).
Out: `EventMention`s in text order. docs/events.md says how the words of a language make them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.events_again import Telling, earlier_telling, telling_of
from dateline.extract.events_blame import Blame, blame_in
from dateline.extract.events_chunks import NO_MENTION, Scene, read_scene
from dateline.extract.events_counts import counts_of
from dateline.extract.events_fold import fold_harm
from dateline.extract.events_forms import Form
from dateline.extract.events_frames import Draft, Frames, Party
from dateline.extract.events_namesakes import Namesakes
from dateline.extract.events_stage import Standing, is_finite, standing_of
from dateline.extract.events_when import TimePlace, dates_of, time_places
from dateline.extract.events_words import SPOKEN, EventWords, event_words
from dateline.model.annotations import (
    EventCertainty,
    EventMention,
    EventStage,
    EventType,
    Mention,
    MentionType,
    PlaceReference,
    Quantity,
)
from dateline.model.claims import Claim, Link, LinkKind
from dateline.model.spans import Span
from dateline.model.times import TimeExpression
from dateline.text.tokens import Tokens, tokenize

LONGEST_SENTENCE = 250  # tokens; a longer one is a list or a hostile text, and is read in pieces
VERB_CONFIDENCE, PARTICIPLE_CONFIDENCE, NOUN_CONFIDENCE = 0.7, 0.6, 0.55
THINGLESS = frozenset(
    {EventType.RETREAT, EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE, EventType.AID}
)
PARTY_GAIN = 0.1  # a named actor or target makes a reading more often right
POINTING = frozenset(
    {"the", "this", "that", "his", "her", "its", "these", "those", "both", "همین", "این", "هذا", "هذه"}
)


@dataclass(frozen=True)
class Reading:
    """The text with what is known of it, by token."""

    text: str
    tokens: Tokens
    words: EventWords
    mentions: Sequence[Mention]
    mention_at: Sequence[int]
    times: Sequence[TimePlace]
    time_at: Sequence[int]
    quantities: Sequence[Quantity]
    claims: Sequence[Claim]
    claim_starts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a sentence, ready to become a mention."""

    draft: Draft
    standing: Standing
    time: TimeExpression | None
    quantities: tuple[int, ...]
    sentence: int
    blame: Blame
    speaker: str | None
    hero: int | None
    finite: bool


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
) -> tuple[EventMention, ...]:
    """Find the events that a text tells, in the order of their triggers.

    Hypothetical events are left out. The id of an event is its place among those of the document.
    """
    words = event_words(lang)
    if words is None:
        return ()
    reading = _reading(text, words, mentions, times, quantities, claims)
    if _is_sport(reading):
        return ()
    events: list[EventMention] = []
    roots: list[Telling] = []
    by_id = {mention.id: mention for mention in mentions}
    countries = {place.mention: place.country for place in places if place.country}
    for told in _tellings(reading, sentences):
        event = _event(reading, told, f"v{len(events)}")
        telling = telling_of(
            event,
            told.sentence,
            pointing=_points_back(reading, told.draft),
            mentions=by_id,
            countries=countries,
            counts=_figures(reading, told),
            heads=_heads(reading, told.draft),
        )
        root = earlier_telling(telling, roots)
        if root is None:
            roots.append(telling)
        else:
            event = _joined(event, root.event)
            first = _dated_by(root.event, event)
            roots[_place_of(root, roots)] = replace(root, event=first, sentence=told.sentence)
            events[int(first.id.removeprefix("v"))] = first
        events.append(event)
    return tuple(events)


def _figures(reading: Reading, told: Told) -> frozenset[tuple[str, float]]:
    """Return what an event counts exactly, by kind, where it is more than one."""
    counted = (reading.quantities[index] for index in told.quantities)
    return frozenset((each.kind, each.low) for each in counted if each.low is not None and each.low > 1)


def _heads(reading: Reading, draft: Draft) -> frozenset[str]:
    """Return the common nouns that suffer an event: "the three clergymen"."""
    unnamed = (party for party in draft.targets if not party.mentions and not party.pronoun)
    return frozenset(reading.tokens.words[party.last - 1] for party in unnamed)


def link_claims(claims: Sequence[Claim], events: Sequence[EventMention]) -> tuple[Claim, ...]:
    """Return the claims, each with the ids of the events that its content tells."""
    told: dict[str, list[str]] = {}
    for event in events:
        for claim in event.claims:
            told.setdefault(claim, []).append(event.id)
    return tuple(
        replace(claim, events=tuple(told[claim.id])) if claim.id in told else claim for claim in claims
    )


def _reading(
    text: str,
    words: EventWords,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quantities: Sequence[Quantity],
    claims: Sequence[Claim],
) -> Reading:
    tokens = tokenize(text)
    time_list = time_places(times, tokens)
    spans = [
        (bisect_right(tokens.ends, each.start), bisect_left(tokens.starts, each.end)) for each in mentions
    ]
    named = _marked(len(tokens), spans)
    for at in _headline_verbs(tokens, words):
        named[at] = NO_MENTION
    timed = _marked(len(tokens), [(place.first, place.last) for place in time_list])
    ordered = sorted(claims, key=lambda claim: claim.content[0].start)
    return Reading(
        text,
        tokens,
        words,
        mentions,
        [NO_MENTION if time != NO_MENTION else mention for mention, time in zip(named, timed, strict=True)],
        time_list,
        timed,
        quantities,
        ordered,
        [claim.content[0].start for claim in ordered],
    )


def _headline_verbs(tokens: Tokens, words: EventWords) -> Iterator[int]:
    """Yield trigger words in front of a figure, which headlines print like a name: "Army Kills 16"."""
    for at in range(len(tokens) - 1):
        if tokens.words[at + 1].isdecimal() and tokens.words[at] in words.events:
            yield at


def _marked(length: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    marks = [NO_MENTION] * length
    for index, (first, last) in enumerate(spans):
        for at in range(first, min(last, length)):
            marks[at] = index
    return marks


def _is_sport(reading: Reading) -> bool:
    sports = reading.words.sets["sports"]
    found = {word for word in reading.tokens.words if word in sports}
    return len(found) >= reading.words.sports_needed


def _tellings(reading: Reading, sentences: Sequence[Span]) -> Iterator[Told]:
    """Yield the events of each sentence that has a word which may tell one."""
    triggering = [at for at, word in enumerate(reading.tokens.words) if word in reading.words.events]
    hero: int | None = None
    bases = Namesakes()
    for number, first, last in _pieces(reading, sentences):
        if bisect_left(triggering, first) < bisect_left(triggering, last):
            yield from _sentence(reading, number, first, last, hero, bases)
        hero = _hero(reading, first, last, hero)


def _pieces(reading: Reading, sentences: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    starts = reading.tokens.starts
    for number, sentence in enumerate(sentences):
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        for piece in range(first, last, LONGEST_SENTENCE):
            yield number, piece, min(last, piece + LONGEST_SENTENCE)


def _hero(reading: Reading, first: int, last: int, before: int | None) -> int | None:
    """Return the person whom "he" of the next sentence means: the first that no preposition governs."""
    place = NO_MENTION
    for at in range(first, last):
        index = reading.mention_at[at]
        if index in (NO_MENTION, place):
            continue
        place = index
        governed = at > first and reading.words.classes.get(reading.tokens.words[at - 1]) == "P"
        if reading.mentions[index].type is MentionType.PERSON and not (governed and before is not None):
            return index
    return before


def _sentence(
    reading: Reading, number: int, first: int, last: int, hero: int | None, bases: Namesakes
) -> Iterator[Told]:
    scene = read_scene(reading.tokens, first, last, reading.mention_at, reading.time_at, reading.words)
    indexes = _quantities_within(reading, first, last)
    numbers = frozenset(bisect_left(reading.tokens.starts, reading.quantities[at].start) for at in indexes)
    drafts = list(Frames(scene, reading.words, reading.mentions, numbers).drafts())
    bases.read(scene, drafts, reading.mentions)
    standings = {id(draft): standing_of(scene, draft, reading.words) for draft in drafts}
    real = [draft for draft in drafts if standings[id(draft)].stage is not EventStage.HYPOTHETICAL]
    told = fold_harm(scene, real, reading.words)
    near = _within(reading.times, first, last)
    counts = counts_of(told, reading.quantities, reading.tokens, indexes)
    kept = [draft for draft, _ in told]
    blame = blame_in(scene, kept, reading.words)
    dates = {id(draft): _date(scene, draft, absorbed, kept, near, reading.words) for draft, absorbed in told}
    for place, (draft, _) in enumerate(told):
        time = dates[id(draft)]
        if not _empty(reading, draft, time, counts.get(place, [])):
            speaker = _speaker(reading, draft)
            person = _hero_before(reading, scene, draft, hero)
            quantity = tuple(counts.get(place, ()))
            finite = is_finite(scene, draft)
            standing = standings[id(draft)]
            yield Told(draft, standing, time, quantity, number, blame, speaker, person, finite)


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


def _within(times: Sequence[TimePlace], first: int, last: int) -> Sequence[TimePlace]:
    low = bisect_left(times, first, key=lambda place: place.first)
    return times[low : bisect_left(times, last, key=lambda place: place.first)]


def _quantities_within(reading: Reading, first: int, last: int) -> range:
    low, high = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    begin = bisect_left(reading.quantities, low, key=lambda each: each.start)
    return range(begin, bisect_left(reading.quantities, high, key=lambda each: each.start))


def _empty(reading: Reading, draft: Draft, time: TimeExpression | None, counts: Sequence[int]) -> bool:
    """Say whether a word stands for no happening: nobody, nowhere, at no time."""
    if _about_things(reading, draft) or any(party.pronoun == "you" for party in draft.actors):
        return True
    if draft.sense.frame == "duty":
        return not _is_said(reading, _trigger(reading, draft))
    if draft.actors or draft.targets or draft.places or time is not None or counts:
        return False
    return not _points_back(reading, draft) or bool(draft.form & Form.PLURAL)


def _about_things(reading: Reading, draft: Draft) -> bool:
    """Say whether what suffers an event is a thing that makes it none: "released a statement"."""
    words, things = reading.tokens.words, reading.words.sets["things"]
    return draft.sense.type in THINGLESS and any(words[party.last - 1] in things for party in draft.targets)


def _is_said(reading: Reading, trigger: Span) -> bool:
    """Say whether somebody says the words in which a trigger stands."""
    over = set(_claims_over(reading, trigger))
    return any(claim.id in over and claim.cue is not None for claim in reading.claims)


def _trigger(reading: Reading, draft: Draft) -> Span:
    return Span(reading.tokens.starts[draft.first], reading.tokens.ends[draft.last - 1])


def _points_back(reading: Reading, draft: Draft) -> bool:
    before = reading.tokens.words[max(0, draft.first - 3) : draft.first]
    return draft.is_noun and (draft.owned or any(word in POINTING for word in before))


def _hero_before(reading: Reading, scene: Scene, draft: Draft, hero: int | None) -> int | None:
    """Return the person whom a pronoun beside an event means: the first named before it in its sentence."""
    pronouns = [party.first for party in (*draft.actors, *draft.targets) if party.pronoun]
    if not pronouns:
        return None
    return _hero(reading, scene.first, pronouns[0], hero)


def _speaker(reading: Reading, draft: Draft) -> str | None:
    """Return the mention of the one to whom a claim is attributed by the very word that tells the event."""
    if draft.sense.type not in SPOKEN or draft.is_noun or draft.passive or draft.form & Form.ING:
        return None
    start, end = reading.tokens.starts[draft.first], reading.tokens.ends[draft.last - 1]
    at = bisect_left(reading.claim_starts, start - 400)
    while at < len(reading.claims) and reading.claim_starts[at] <= end + 400:
        claim = reading.claims[at]
        at += 1
        link = claim.chain[0]
        cue = claim.cue
        spoken = cue is not None and cue.start < end and start < cue.end
        if spoken and link.kind is LinkKind.SPEAKER and (named := _named_in(reading, link)):
            return named[0]
    return None


def _event(reading: Reading, told: Told, identity: str) -> EventMention:
    draft = told.draft
    trigger = _trigger(reading, draft)
    actors, targets = _ids(reading, draft.actors, told.hero), _ids(reading, draft.targets, told.hero)
    if told.speaker is not None:
        actors = (told.speaker,)
    elif not actors and (draft.sense.frame == "duty" or any(party.pronoun for party in draft.actors)):
        actors = _claimant(reading, trigger)
    targets = tuple(index for index in targets if index not in actors)
    certainty, blamed, blamed_by = _responsibility(reading, told)
    begin = told.time.begin if told.time else None
    return EventMention(
        identity,
        draft.sense.type,
        draft.sense.mode,
        trigger,
        actors or (blamed if certainty is EventCertainty.BLAMED else ()),
        targets,
        tuple(reading.mentions[index].id for index in draft.places),
        begin,
        told.time.until if told.time else None,
        told.quantities,
        round(_confidence(told) + PARTY_GAIN * bool(actors) + PARTY_GAIN * bool(targets), 2),
        stage=told.standing.stage,
        certainty=certainty,
        actor_spans=_spans(reading, draft.actors),
        target_spans=_spans(reading, draft.targets),
        instruments=_spans(reading, draft.instruments),
        blamed=blamed,
        blamed_by=blamed_by,
        claims=_claims_over(reading, trigger),
    )


def _confidence(told: Told) -> float:
    """Return how often events of this form are right: finite verbs, participles and infinitives, nouns."""
    if told.draft.is_noun:
        return NOUN_CONFIDENCE
    return VERB_CONFIDENCE if told.finite else PARTICIPLE_CONFIDENCE


def _responsibility(reading: Reading, told: Told) -> tuple[EventCertainty, tuple[str, ...], tuple[str, ...]]:
    """Return how surely an attack is laid to its actors, whom others blame, and who they are."""
    certainty, blame = told.standing.certainty, told.blame
    if told.draft.sense.type not in (EventType.ASSAULT, EventType.COERCE) or not blame.concerns(told.draft):
        return certainty, (), ()
    if blame.is_claim:
        return (EventCertainty.CLAIMED if certainty is EventCertainty.FACT else certainty), (), ()
    blamed, by = _ids(reading, blame.blamed, told.hero), _ids(reading, blame.by, told.hero)
    return EventCertainty.BLAMED, blamed, by


def _ids(reading: Reading, parties: Sequence[Party], hero: int | None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for party in parties:
        indexes = party.mentions
        if not indexes and hero is not None and party.pronoun in reading.words.sets["persons"]:
            indexes = (hero,)
        for index in indexes:
            found[reading.mentions[index].id] = None
    return tuple(found)


def _spans(reading: Reading, parties: Sequence[Party]) -> tuple[Span, ...]:
    starts, ends = reading.tokens.starts, reading.tokens.ends
    return tuple(Span(starts[party.first], ends[party.last - 1]) for party in parties)


def _claimant(reading: Reading, trigger: Span) -> tuple[str, ...]:
    """Return the mention of the one in whose words an event is told: "we", or the one who says "must"."""
    over = set(_claims_over(reading, trigger))
    for claim in reading.claims:
        link = claim.chain[0]
        if claim.id in over and claim.cue is not None and link.kind is LinkKind.SPEAKER:
            return _named_in(reading, link)
    return ()


def _named_in(reading: Reading, link: Link) -> tuple[str, ...]:
    """Return the mention that names a link of a chain."""
    if link.span is None:
        return ()
    first = bisect_left(reading.tokens.starts, link.span.start)
    last = bisect_left(reading.tokens.starts, link.span.end)
    named = [index for index in reading.mention_at[first:last] if index != NO_MENTION]
    same = [index for index in named if reading.mentions[index].entity == link.entity]
    return tuple(reading.mentions[index].id for index in (same or named)[:1])


def _claims_over(reading: Reading, trigger: Span) -> tuple[str, ...]:
    """Return the claims in whose content a trigger stands; contents are short, so few are looked at."""
    at = bisect_right(reading.claim_starts, trigger.start)
    near = reading.claims[max(0, at - 8) : at]
    return tuple(claim.id for claim in near if any(span.covers(trigger) for span in claim.content))


def _place_of(root: Telling, roots: Sequence[Telling]) -> int:
    return next(at for at in range(len(roots) - 1, -1, -1) if roots[at] is root)


def _dated_by(root: EventMention, event: EventMention) -> EventMention:
    """Return a first telling without a date with that of its retelling."""
    return root if root.begin else replace(root, begin=event.begin, until=event.until)


def _joined(event: EventMention, root: EventMention) -> EventMention:
    """Return a retelling: it takes the date of the first telling where its own sentence has none."""
    begin, until = (event.begin, event.until) if event.begin else (root.begin, root.until)
    return replace(event, same_as=root.id, begin=begin, until=until)
