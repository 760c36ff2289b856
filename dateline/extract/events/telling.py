"""From a draft to an event: mentions by id, who is responsible, how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.events.frames.blame import Blame
from dateline.extract.events.frames.stage import Standing
from dateline.extract.events.parsing.chunks import Scene
from dateline.extract.events.parsing.classes import NO_MENTION
from dateline.extract.events.parsing.forms import Form
from dateline.extract.events.parsing.parties import Draft, Party
from dateline.extract.events.parsing.reading import (
    Reading,
    claimant_of,
    claims_over,
    hero_of,
    is_said,
    last_speaker,
    named_in,
    points_back,
    spans_of,
    speakers_over,
    trigger_of,
)
from dateline.model.annotations import (
    EventCertainty,
    EventMention,
    EventType,
    MentionType,
)
from dateline.model.spans import Span
from dateline.model.times import TimeExpression

VERB_CONFIDENCE, PARTICIPLE_CONFIDENCE, NOUN_CONFIDENCE = 0.7, 0.6, 0.55
BODILY = frozenset({"abuse", "killing", "wounding", "execution", "assassination"})
BODIES = frozenset({MentionType.ORG, MentionType.FAC, MentionType.MISC})
THINGLESS = frozenset(
    {EventType.RETREAT, EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE, EventType.AID}
)
NEAR_DATE = 30  # code points between a noun and the date that makes it an event of its own
DEPTH_LOSS, DEEPEST = 0.08, 2  # for each dependent clause around it; chosen on choosing parts of `events`
PARTY_GAIN = 0.1  # a named actor or target makes a reading more often right


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
    depth: int
    acled: tuple[str, str] | None
    marks: frozenset[str] = frozenset()
    likely: float | None = None
    """How likely it is an event, and read right; `None` where no reader has read the text."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Mentions that act and that suffer, and where the one is named in whose words somebody acts."""

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    speaker: tuple[Span, ...] = ()


def is_empty(reading: Reading, draft: Draft, time: TimeExpression | None, counts: Sequence[int]) -> bool:
    """Say whether a word stands for no happening: nobody, nowhere, at no time."""
    if _about_things(reading, draft) or any(party.pronoun == "you" for party in draft.actors):
        return True
    if draft.sense.mode == "visit" and any(_head_in(reading, party, "vehicles") for party in draft.actors):
        return True
    if (
        draft.sense.mode in BODILY
        and draft.targets
        and all(_is_body(reading, each) for each in draft.targets)
    ):
        return True
    if draft.sense.frame == "duty":
        return not is_said(reading, trigger_of(reading, draft))
    is_dated = time is not None and (not draft.is_noun or _is_near(reading, draft, time))
    if draft.actors or draft.targets or draft.places or is_dated or counts:
        return False
    return not points_back(reading, draft) or bool(draft.form & Form.PLURAL)


def _is_near(reading: Reading, draft: Draft, time: TimeExpression) -> bool:
    """Say whether a date stands beside a noun: "talks on Monday", not among what a statement lists."""
    trigger = trigger_of(reading, draft)
    return max(trigger.start, time.start) - min(trigger.end, time.end) <= NEAR_DATE


def _about_things(reading: Reading, draft: Draft) -> bool:
    """Say whether what suffers an event is a thing that makes it none: "released a statement"."""
    words, things = reading.tokens.words, reading.words.sets["things"]
    return draft.sense.type in THINGLESS and any(words[party.last - 1] in things for party in draft.targets)


def _head_in(reading: Reading, party: Party, name: str) -> bool:
    return reading.tokens.words[party.last - 1] in reading.words.sets[name]


def _is_body(reading: Reading, party: Party) -> bool:
    """Say whether a phrase ends in the name of a firm, a building or a thing, which cannot be hurt."""
    index = reading.mention_at[party.last - 1]
    return index != NO_MENTION and reading.mentions[index].type in BODIES


def without_times(reading: Reading, parties: Sequence[Party]) -> list[Party]:
    """Return some parties without those that are none: "this year('s conference)", "whatever"."""
    return [
        party
        for party in parties
        if any(reading.time_at[at] == NO_MENTION for at in range(party.first, party.last))
        and not _head_in(reading, party, "nobodies")
    ]


def hero_before(reading: Reading, scene: Scene, draft: Draft, hero: int | None) -> int | None:
    """Return the person whom a pronoun beside an event means: the first named before it in its sentence."""
    pronouns = [party.first for party in (*draft.actors, *draft.targets) if party.pronoun]
    if not pronouns:
        return None
    return hero_of(reading, scene.first, pronouns[0], hero)


def figures_of(reading: Reading, told: Told) -> frozenset[tuple[str, float]]:
    """Return what an event counts exactly, by kind, where it is more than one."""
    counted = (reading.quantities[index] for index in told.quantities)
    return frozenset((each.kind, each.low) for each in counted if each.low is not None and each.low > 1)


def heads_of(reading: Reading, draft: Draft) -> frozenset[str]:
    """Return the common nouns that suffer an event: "the three clergymen", "targets of the militia"."""
    common = (party.last - 1 for party in draft.targets if not party.pronoun)
    return frozenset(reading.tokens.words[at] for at in common if reading.mention_at[at] == NO_MENTION)


def event_of(reading: Reading, told: Told, identity: str) -> EventMention:
    """Return an event as the document tells it, under an id."""
    draft, trigger = told.draft, trigger_of(reading, told.draft)
    sides = _sides_of(reading, told, trigger)
    certainty, blamed, blamed_by = _responsibility(reading, told)
    return EventMention(
        identity,
        draft.sense.type,
        draft.sense.mode,
        trigger,
        sides.actors or (blamed if certainty is EventCertainty.BLAMED else ()),
        sides.targets,
        tuple(reading.mentions[index].id for index in draft.places),
        told.time.begin if told.time else None,
        told.time.until if told.time else None,
        told.quantities,
        _confidence(told, sides),
        stage=told.standing.stage,
        certainty=certainty,
        actor_spans=spans_of(reading, draft.actors) or sides.speaker,
        target_spans=spans_of(reading, draft.targets),
        instruments=spans_of(reading, draft.instruments),
        blamed=blamed,
        blamed_by=blamed_by,
        claims=claims_over(reading, trigger),
        acled=told.acled,
    )


def _sides_of(reading: Reading, told: Told, trigger: Span) -> Sides:
    """Return who acts and who suffers by mention; parties that are none are taken out of the draft."""
    draft = told.draft
    draft.actors, draft.targets = (without_times(reading, each) for each in (draft.actors, draft.targets))
    if told.finite and not draft.is_noun:
        speakers = speakers_over(reading, trigger)
        draft.actors, draft.targets = (
            [party for party in parties if not _is_any_of(reading, party, speakers)]
            for parties in (draft.actors, draft.targets)
        )
    actors, targets = _ids(reading, draft.actors, told.hero), _ids(reading, draft.targets, told.hero)
    speaker: tuple[Span, ...] = ()
    if told.speaker is not None and told.speaker not in actors:
        actors = (told.speaker,)
    elif not actors and (draft.sense.frame == "duty" or _owned_by_speaker(reading, draft)):
        claimant = claimant_of(reading, trigger)
        actors = named_in(reading, claimant) if claimant else ()
        speaker = (claimant.span,) if claimant and claimant.span else ()
    elif not actors and any(_head_in(reading, party, "papers") for party in draft.actors):
        actors = last_speaker(reading, trigger.start)
    apart = _ids(reading, draft.targets, None) if _is_hero(reading, told, actors) else targets
    return Sides(actors, tuple(index for index in apart if index not in actors), speaker)


def _is_any_of(reading: Reading, party: Party, speakers: Sequence[Span]) -> bool:
    """Say whether a party is one of those who only say the words in which an event is told."""
    (span,) = spans_of(reading, (party,))
    return any(speaker.overlaps(span) for speaker in speakers)


def _is_hero(reading: Reading, told: Told, actors: Sequence[str]) -> bool:
    """Say whether the one whom "he" means acts, so that "him" beside it must be somebody else."""
    if told.hero is None:
        return False
    hero = reading.mentions[told.hero].entity
    return any(each.id in actors and each.entity == hero for each in reading.mentions)


def _owned_by_speaker(reading: Reading, draft: Draft) -> bool:
    """Say whether the actor is the one who speaks, or his: "it struck", "its warplanes struck"."""
    owners = reading.words.sets["owners"]
    return any(party.pronoun or reading.tokens.words[party.first] in owners for party in draft.actors)


def _confidence(told: Told, sides: Sides) -> float:
    """Return the mean of how likely an event is right and of how often those of its form are.

    The form alone, where no weights were asked: finite verbs come before participles and nouns. What a
    sentence mainly tells is not what is told most clearly in it, so that neither does alone.
    """
    usual = VERB_CONFIDENCE if told.finite else PARTICIPLE_CONFIDENCE
    if told.draft.is_noun and told.draft.carried is None:
        usual = NOUN_CONFIDENCE
    named = PARTY_GAIN * bool(sides.actors) + PARTY_GAIN * bool(sides.targets)
    by_form = usual - DEPTH_LOSS * min(told.depth, DEEPEST) + named
    return round(by_form if told.likely is None else (by_form + told.likely) / 2, 2)


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
