"""Attacks as a whole document tells them: one record an incident, with its perpetrators, victims and weapons.

In: the text with all that is read in it, and weights trained on attack reports (`training.events`).
Out: `Incident`s. The parts may be told in any sentence; `events` of the annotations keep to one each.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.extract.events.frames import drafts_of
from dateline.extract.events.phrases import Phrase, Sentence, phrases_of
from dateline.extract.events.reading import Reading, pieces_of, read_tokens
from dateline.extract.events.stage import standing_of
from dateline.extract.events.weights import load_weights
from dateline.extract.events.words import event_words
from dateline.model.annotations import Annotations, EventCertainty, EventStage, EventType
from dateline.model.spans import Span
from dateline.text.casing import with_small_letters

OPENING_SENTENCES = 3  # whose words tell more surely what a report is about
STEPS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MODES = ("attack", "bombing", "abduction", "arson")
# The modes of events that may tell an incident; an attack may be told by any assault.
TOLD_BY = {
    "bombing": frozenset({"bombing", "attack"}),
    "abduction": frozenset({"abduction"}),
    "arson": frozenset({"destruction", "attack"}),
}
STAGED = (EventStage.ATTEMPTED, EventStage.THREATENED)


class PartRole(StrEnum):
    """What somebody or something is to an attack. Reference: MUC-4 templates."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    PLACE = "place"


SURE = {
    "fact": EventCertainty.FACT,
    "suspected": EventCertainty.SUSPECTED,
    "claimed": EventCertainty.CLAIMED,
    "possible": EventCertainty.POSSIBLE,
}
HARMS = ("death", "injury")
# How likely an incident and its parts must be; chosen on MUC-4's `tst1`.
ENOUGH_MODE = 0.2
ENOUGH = {
    PartRole.INDIVIDUAL: 0.17, PartRole.ORGANISATION: 0.17, PartRole.TARGET: 0.3, PartRole.VICTIM: 0.21,
    PartRole.WEAPON: 0.13, PartRole.PLACE: 0.13,
}  # fmt: skip
ENOUGH_STAGE = 0.5
ENOUGH_HARM = 0.5
SHARED = 0.5  # how likely a part must be of a second incident to belong to both


@dataclass(frozen=True, slots=True)
class Part:
    """One who or that takes part: the phrases that name it, the best first, and how likely its role is.

    `harms` are "death" and "injury" of a victim; `certainty` says how surely an organisation did it.
    """

    role: PartRole
    spans: tuple[Span, ...]
    confidence: float
    harms: tuple[str, ...] = ()
    certainty: EventCertainty | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """One attack, bombing, abduction or arson of a document; `events` are the ids of those that tell it."""

    mode: str
    events: tuple[str, ...]
    stage: EventStage
    confidence: float
    parts: tuple[Part, ...]

    def of(self, role: PartRole) -> tuple[Part, ...]:
        """Return the parts of one role."""
        return tuple(part for part in self.parts if part.role is role)


@dataclass
class Candidate:
    """All phrases of one entity, with their marks together."""

    phrases: list[Phrase] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    def add(self, phrase: Phrase) -> None:
        """Add one more phrase."""
        self.phrases.append(phrase)
        self.marks |= phrase.marks


def find_incidents(text: str, annotations: Annotations) -> tuple[Incident, ...]:
    """Return the attacks that an English text is about, the likeliest first; none in most texts."""
    told = {mode: tuple(_telling(annotations, mode)) for mode in MODES}
    if not any(told.values()):
        return ()
    reading, sentences = read_sentences(text, annotations)
    likely = load_weights("reports").score(report_marks(reading, sentences))
    modes = [mode for mode in MODES if told[mode] and likely[mode] >= ENOUGH_MODE]
    if not modes:
        return ()
    stage = next((each for each in STAGED if likely[each] >= ENOUGH_STAGE), EventStage.DONE)
    parts = list(_parts(reading, annotations, sentences, standing_marks(likely)))
    found = [
        Incident(mode, told[mode], stage, likely[mode], tuple(_share(parts, mode, modes))) for mode in modes
    ]
    return tuple(sorted(found, key=lambda incident: -incident.confidence))


def _telling(annotations: Annotations, mode: str) -> Iterator[str]:
    """Yield the events of a document that may tell an incident of a mode."""
    modes = TOLD_BY.get(mode)
    for event in annotations.events:
        fits = event.type is EventType.ASSAULT if modes is None else event.mode in modes
        if fits and event.stage is not EventStage.DENIED:
            yield event.id


def read_sentences(text: str, annotations: Annotations) -> tuple[Reading, list[Sentence]]:
    """Return an English text by its tokens, and its sentences with their events."""
    words = event_words("en")
    assert words is not None
    read = annotations
    reading = read_tokens(
        with_small_letters(text, "en"), words, read.mentions, read.times, read.quantities, read.claims
    )
    pieces = pieces_of(reading, read.sentences)
    return reading, [
        Sentence(number, *drafts_of(reading, first, last)) for number, first, last in pieces if first < last
    ]


def report_marks(reading: Reading, sentences: Sequence[Sentence]) -> set[str]:
    """Return the marks of a whole report: its words and events, those of its first sentences once more."""
    marks: set[str] = set()
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


def candidates_of(
    reading: Reading, annotations: Annotations, sentences: Sequence[Sentence], report: set[str]
) -> dict[str, Candidate]:
    """Return the entities of a report as candidates, each with its marks and those of the report."""
    found: dict[str, Candidate] = {}
    events = {f"report tells={draft.sense.mode}" for each in sentences for draft in each.drafts}
    for sentence in sentences:
        for phrase in phrases_of(sentence, reading.words, annotations.mentions):
            found.setdefault(phrase.entity, Candidate()).add(phrase)
    for candidate in found.values():
        candidate.marks |= report | events | {f"told {min(len(candidate.phrases), 4)} times"}
    return found


def _parts(
    reading: Reading, annotations: Annotations, sentences: Sequence[Sentence], report: set[str]
) -> Iterator[tuple[Part, dict[str, float]]]:
    """Yield the parts of all incidents of a report, with what is likely of each."""
    weights = load_weights("parts")
    for entity, candidate in candidates_of(reading, annotations, sentences, report).items():
        likely = weights.score(candidate.marks)
        for role in PartRole:
            if likely[role] >= ENOUGH[role]:
                yield _part(reading, role, entity, candidate, likely), likely


def _part(
    reading: Reading, role: PartRole, entity: str, candidate: Candidate, likely: dict[str, float]
) -> Part:
    harms = tuple(harm for harm in HARMS if likely[harm] >= ENOUGH_HARM) if role is PartRole.VICTIM else ()
    sure = SURE[max(SURE, key=lambda name: likely[name])] if role is PartRole.ORGANISATION else None
    return Part(role, tuple(_spans(reading, candidate)), round(likely[role], 2), harms, sure, entity)


def _spans(reading: Reading, candidate: Candidate) -> Iterator[Span]:
    """Yield the phrases of a candidate, names before descriptions, the longest name first."""
    named = sorted((each for each in candidate.phrases if not each.is_common), key=_length, reverse=True)
    for phrase in (*named, *(each for each in candidate.phrases if each.is_common)):
        yield Span(reading.tokens.starts[phrase.first], reading.tokens.ends[phrase.last - 1])


def _length(phrase: Phrase) -> int:
    return phrase.last - phrase.first


def _share(parts: Sequence[tuple[Part, dict[str, float]]], mode: str, modes: Sequence[str]) -> Iterator[Part]:
    """Yield the parts of one of several incidents: those likeliest of it, and those that are of both."""
    for part, likely in parts:
        best = max(modes, key=lambda each: likely[f"of {each}"])
        if mode == best or likely[f"of {mode}"] >= SHARED:
            yield part
