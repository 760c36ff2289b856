"""Attacks as a whole document tells them: one record an incident, with its perpetrators, victims and weapons.

In: the text with all that is read in it, and weights trained on attack reports (`training.events`).
Out: `Incident`s. The parts may be told in any sentence; `events` of the annotations keep to one each.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.events.frames.frames import drafts_of
from dateline.extract.events.frames.stage import standing_of
from dateline.extract.events.incidents.attacks import attacks_of, kinds_of
from dateline.extract.events.incidents.pairs import Pairs, is_suffering, tellings_of
from dateline.extract.events.incidents.part_marks import part_marks
from dateline.extract.events.incidents.parts import Found, Part, find_parts, places_once
from dateline.extract.events.incidents.phrases import Sentence
from dateline.extract.events.incidents.setting import country_of, when
from dateline.extract.events.incidents.told import told_parts, told_within
from dateline.extract.events.parsing.reading import Reading, pieces_of, read_tokens
from dateline.extract.events.parsing.words import event_words
from dateline.extract.events.weights import load_weights
from dateline.inference.reading import RawPart
from dateline.model.annotations import Annotations, EventMention, EventStage, EventType, PartRole
from dateline.model.syntax import SyntaxTree

OPENING_SENTENCES = 3  # whose words tell more surely what a report is about
STEPS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MODES = ("attack", "bombing", "abduction", "arson")
# The modes of events that may tell an incident; an attack may be told by any assault.
TOLD_BY = {
    "bombing": frozenset({"bombing", "attack", "airstrike", "rocket attack", "shelling"}),
    "abduction": frozenset({"abduction"}),
    "arson": frozenset({"destruction", "attack"}),
}
STAGED = (EventStage.ATTEMPTED, EventStage.THREATENED)
# How likely an incident and its stage must be; chosen on MUC-4's `tst1`, and on a quarter of `dev` read by
# weights of the rest.
ENOUGH_MODE = 0.17
ENOUGH_STAGE = 0.2


@dataclass(frozen=True, slots=True)
class Incident:
    """One attack, bombing, abduction or arson of a document; `events` are the ids of those that tell it.

    `begin` and `until` are ISO dates; without the first, it was not after the second. `country` is ISO 3166-1
    alpha-2.
    """

    mode: str
    events: tuple[str, ...]
    stage: EventStage
    begin: str | None
    until: str | None
    country: str | None
    confidence: float
    parts: tuple[Part, ...]

    def of(self, role: PartRole) -> tuple[Part, ...]:
        """Return the parts of one role."""
        return tuple(part for part in self.parts if part.role is role)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of attack that a document tells of: by which events, how far they came, and how likely."""

    mode: str
    telling: tuple[EventMention, ...]
    stage: EventStage
    confidence: float


def find_incidents(
    text: str,
    annotations: Annotations,
    published: str | None = None,
    *,
    trees: Sequence[SyntaxTree] = (),
    parts: Sequence[RawPart] = (),
) -> tuple[Incident, ...]:
    """Return the attacks that an English text is about, the likeliest first; none in most texts.

    `text` has small letters where they are due; `published` is the day of printing, as an ISO date; `trees`
    are those of its sentences, `parts` what its words may be to an attack, as far as they have been read.
    """
    told = {mode: tuple(_telling(annotations, mode)) for mode in MODES}
    if not any(told.values()):
        return ()
    reading, sentences = read_sentences(text, annotations, trees)
    likely = load_weights("reports").score(report_marks(reading, sentences, parts))
    modes = [mode for mode in MODES if told[mode] and likely[mode] >= ENOUGH_MODE]
    if not modes:
        return ()
    stage = next((each for each in STAGED if likely[each] >= ENOUGH_STAGE), EventStage.DONE)
    taking = list(places_once(text, find_parts(reading, sentences, standing_marks(likely), parts)))
    pairs = Pairs.of(taking, tellings_of(reading, sentences, annotations))
    found = [
        _incident(annotations, Kind(mode, told[mode], stage, likely[mode]), group, published, reading)
        for attack in attacks_of(taking, pairs)
        for mode, group in kinds_of(attack, modes)
    ]
    likeliest = sorted(found, key=lambda incident: -incident.confidence)
    known = tuple(filter(_is_taken_part_in, likeliest))
    return known or (_first_told(likeliest[0], annotations, reading),)


def _is_taken_part_in(incident: Incident) -> bool:
    """Say whether anybody or anything has a part in an incident, besides its places."""
    return any(part.role is not PartRole.PLACE for part in incident.parts)


def _incident(
    annotations: Annotations, kind: Kind, parts: Sequence[Found], published: str | None, reading: Reading
) -> Incident:
    """Return the record of one attack."""
    sentences = {number for found in parts if is_suffering(found) for number in found.sentences}
    begin, until = when(annotations, sentences, published)
    ids, known = tuple(event.id for event in kind.telling), tuple(found.part for found in parts)
    beside = {
        *sentences,
        min(sentences, default=0) - 1,
    }  # "Jets raided the suburbs. Three people were killed."
    return Incident(
        mode=kind.mode,
        events=ids,
        stage=kind.stage,
        begin=begin,
        until=until,
        country=country_of(annotations, parts),
        confidence=kind.confidence,
        parts=(*known, *told_parts(reading, told_within(annotations, ids, beside), known)),
    )


def _first_told(incident: Incident, annotations: Annotations, reading: Reading) -> Incident:
    """Return an incident without parts with those whom the first sentence that tells it names."""
    first = next(event for event in annotations.events if event.id in incident.events)
    sentence = bisect_right([span.start for span in annotations.sentences], first.trigger.start) - 1
    told = told_parts(reading, told_within(annotations, incident.events, {sentence}), incident.parts)
    return replace(incident, parts=(*incident.parts, *told))


def _telling(annotations: Annotations, mode: str) -> Iterator[EventMention]:
    """Yield the events of a document that may tell an incident of a mode."""
    modes = TOLD_BY.get(mode)
    for event in annotations.events:
        fits = event.type is EventType.ASSAULT if modes is None else event.mode in modes
        if fits and event.stage is not EventStage.DENIED:
            yield event


def read_sentences(
    text: str, annotations: Annotations, trees: Sequence[SyntaxTree]
) -> tuple[Reading, list[Sentence]]:
    """Return an English text by its tokens, and its sentences with their events."""
    words = event_words("en")
    assert words is not None
    read = annotations
    reading = read_tokens(text, words, read.mentions, read.times, read.quantities, read.claims, trees=trees)
    pieces = pieces_of(reading, read.sentences)
    return reading, [
        Sentence(number, *drafts_of(reading, first, last)) for number, first, last in pieces if first < last
    ]


def report_marks(reading: Reading, sentences: Sequence[Sentence], parts: Sequence[RawPart]) -> set[str]:
    """Return the marks of a whole report: its words and events, those of its first sentences once more.

    Beside them stands how surely any word of it has a part in an attack.
    """
    marks = set(part_marks([part.likely for part in parts]))
    told: Counter[str] = Counter()
    for sentence in sentences:
        scene, early = sentence.scene, sentence.number < OPENING_SENTENCES
        words = {word for word in reading.tokens.words[scene.first : scene.last] if word[0].isalpha()}
        marks |= {f"says={word}" for word in words}
        marks |= {f"opens={word}" for word in words if early}
        for draft in sentence.drafts:
            kind = f"{draft.sense.type}/{draft.sense.mode}"
            told[f"tells={kind}/{standing_of(scene, draft, reading.words).stage}"] += 1
            marks |= {f"opens with={kind}"} if early else set()
    return marks | set(told) | {f"again {kind}" for kind, count in told.items() if count > 1}


def standing_marks(likely: dict[str, float]) -> set[str]:
    """Return how likely a report is to tell attacks, as marks of all its phrases."""
    return {f"report {name}>{step}" for name, value in likely.items() for step in STEPS if value > step}
