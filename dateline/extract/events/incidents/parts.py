"""Who and what takes part in the attacks of a document: entities with what is likely of each.

In: the sentences of a text as they were read, and what the report as a whole is thought to tell.
Out: `Found`s.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.extract.events.incidents.part_marks import part_marks, weigh
from dateline.extract.events.incidents.phrases import Phrase, Sentence, phrases_of
from dateline.extract.events.incidents.same_names import same_entities
from dateline.extract.events.parsing.reading import POINTING, Reading
from dateline.extract.events.parsing.word_classes import PLURALS
from dateline.extract.events.weights import load_weights
from dateline.inference.reading import PART_ROLES, RawPart
from dateline.model.annotations import EventCertainty, MentionType, PartRole, Quantity
from dateline.model.spans import Span

SURE = {
    "fact": EventCertainty.FACT,
    "suspected": EventCertainty.SUSPECTED,
    "claimed": EventCertainty.CLAIMED,
    "possible": EventCertainty.POSSIBLE,
}
HARMS = ("death", "injury")
# How likely a part and its harm must be; chosen on reports of MUC-4's `dev` read by weights of the others,
# and on `tst1`.
ENOUGH = {
    PartRole.INDIVIDUAL: 0.2, PartRole.ORGANISATION: 0.22, PartRole.TARGET: 0.25, PartRole.VICTIM: 0.22,
    PartRole.WEAPON: 0.12, PartRole.PLACE: 0.15,
}  # fmt: skip
ACTS, SUFFERS = "actor=ASSAULT", "target=ASSAULT"  # marks of who does in an event of violence what
# The same where an event of violence says so itself: who suffers in it, and what it is made with.
ENOUGH_TOLD = {PartRole.VICTIM: (SUFFERS, 0.15), PartRole.WEAPON: ("instrument=ASSAULT", 0.1)}
ENOUGH_HARM = 0.4
COUNT_KINDS = frozenset({"killed", "wounded", "captured", "count", "casualties", "missing"})
PERSON = f"named={MentionType.PERSON}"  # the mark of what is no place
COUNT_REACH = 12  # letters between a figure and the phrase that it counts


@dataclass(frozen=True, slots=True)
class Part:
    """One who or that takes part: the phrases that name it, the best first, and how likely its role is.

    `harms` are "death" and "injury" of a victim, and `number` is how many it is, where that is told;
    `certainty` says how surely an organisation did it.
    """

    role: PartRole
    spans: tuple[Span, ...]
    confidence: float
    harms: tuple[str, ...] = ()
    number: int | None = None
    certainty: EventCertainty | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A part with the sentences that name it, and how likely each answer of the weights is.

    `is_told_before` says that its words point back: "the building".
    """

    part: Part
    sentences: frozenset[int]
    likely: dict[str, float]
    is_told_before: bool = False


@dataclass
class Candidate:
    """All phrases of one entity, with their marks together."""

    phrases: list[Phrase] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    def add(self, phrase: Phrase) -> None:
        """Add one more phrase."""
        self.phrases.append(phrase)
        self.marks |= phrase.marks


def candidates_of(
    reading: Reading, sentences: Sequence[Sentence], report: set[str], parts: Sequence[RawPart]
) -> dict[str, Candidate]:
    """Return the entities of a report as candidates, each with its marks and those of the report.

    `parts` are what a reader takes the words of the report for.
    """
    found: dict[str, Candidate] = {}
    events = {f"report tells={draft.sense.mode}" for each in sentences for draft in each.drafts}
    meant = same_entities(reading.text, reading.mentions)
    phrases = [phrase for sentence in sentences for phrase in phrases_of(sentence, reading)]
    weigh(phrases, reading.tokens, parts)
    for phrase, entity in zip(phrases, _entities(phrases, reading.tokens.words), strict=True):
        found.setdefault(meant.get(entity, entity), Candidate()).add(phrase)
    for candidate in found.values():
        candidate.marks |= report | events | {f"told {min(len(candidate.phrases), 4)} times"}
        candidate.marks.update(part_marks([phrase.likely for phrase in candidate.phrases]))
    return found


def _entities(phrases: Sequence[Phrase], words: Sequence[str]) -> Iterator[str]:
    """Yield what each phrase names; what has one head is told apart by figures: "two men", "six men".

    "The men" are those told last.
    """
    last: dict[str, tuple[str, str]] = {}
    known: dict[tuple[str, str], str] = {}
    for phrase in phrases:
        head, figure = phrase.entity, " ".join(words[phrase.counted : phrase.first])
        if head != words[phrase.last - 1]:
            yield head
            continue
        entity, told = last.get(head, (head, ""))
        if figure and told and figure != told:
            entity = known.get((figure, head), f"{figure} {head}")
        last[head] = entity, figure or told
        known[last[head][1], head] = entity
        yield entity


def find_parts(
    reading: Reading, sentences: Sequence[Sentence], report: set[str], parts: Sequence[RawPart]
) -> Iterator[Found]:
    """Yield the parts of all incidents of a report, with what is likely of each."""
    weights = load_weights("parts")
    candidates = candidates_of(reading, sentences, report, parts)
    scores = weights.score_each([candidate.marks for candidate in candidates.values()])
    for (entity, candidate), values in zip(candidates.items(), scores, strict=True):
        likely = dict(zip(weights.answers, values, strict=True))
        yield from found_of(reading, entity, candidate, likely)


def found_of(
    reading: Reading,
    entity: str,
    candidate: Candidate,
    likely: dict[str, float],
    enough: Mapping[PartRole, float] = ENOUGH,
) -> Iterator[Found]:
    """Yield the parts that a candidate has, each of which is likely `enough`."""
    where = frozenset(phrase.sentence for phrase in candidate.phrases)
    for role in PartRole:
        if likely[role] >= _enough(role, candidate, enough) and _can_be(reading, role, candidate):
            part = _part(reading, role, entity, candidate, likely)
            yield Found(part, where, likely, _points_back(reading, candidate.phrases, role))


def _enough(role: PartRole, candidate: Candidate, enough: Mapping[PartRole, float]) -> float:
    """Return how likely a role of a candidate must be."""
    mark, told = ENOUGH_TOLD.get(role, ("", enough[role]))
    return min(told, enough[role]) if mark in candidate.marks else enough[role]


def _can_be(reading: Reading, role: PartRole, candidate: Candidate) -> bool:
    """Say whether a candidate may have a role: no weapon made an attack, nor who only suffers in them."""
    if role is PartRole.INDIVIDUAL:
        does = SUFFERS not in candidate.marks or ACTS in candidate.marks
        return does and not all(_is_weapon(reading, phrase) for phrase in candidate.phrases)
    return role is not PartRole.PLACE or _names_place(reading, candidate)


def _is_weapon(reading: Reading, phrase: Phrase) -> bool:
    head, heads = reading.tokens.words[phrase.last - 1], reading.words.heads
    return phrase.is_common and head in heads["weapons"] and head not in heads["people"]


def places_once(text: str, parts: Iterable[Found]) -> Iterator[Found]:
    """Yield parts, of places with one printed name ("Aleppo", city and province) the likeliest."""
    places: dict[str, list[Found]] = {}
    for found in parts:
        if found.part.role is PartRole.PLACE:
            places.setdefault(found.part.spans[0].of(text), []).append(found)
        else:
            yield found
    for named in places.values():
        best, *others = sorted(named, key=lambda found: -found.part.confidence)
        spans = (*best.part.spans, *(span for other in others for span in other.part.spans))
        sentences = best.sentences.union(*(other.sentences for other in others))
        yield replace(best, part=replace(best.part, spans=spans), sentences=sentences)


def _names_place(reading: Reading, candidate: Candidate) -> bool:
    """Say whether a candidate is a name and not that of a person: "Balad", and not "the city"."""
    spans = _spans(reading, candidate.phrases, PartRole.PLACE)
    return PERSON not in candidate.marks and not all(span.of(reading.text).islower() for span in spans)


def _points_back(reading: Reading, phrases: Sequence[Phrase], role: PartRole) -> bool:
    best = _ordered(reading, phrases, role)[0]
    return best.is_common and best.first > 0 and reading.tokens.words[best.first - 1] in POINTING


def _part(
    reading: Reading, role: PartRole, entity: str, candidate: Candidate, likely: dict[str, float]
) -> Part:
    phrases = _ordered(reading, candidate.phrases, role)
    spans, confidence = _spans(reading, phrases, role), round(likely[role], 2)
    if role is PartRole.VICTIM:
        harms = tuple(harm for harm in HARMS if likely[harm] >= ENOUGH_HARM)
        number = _number(reading, phrases)
        return Part(role, spans, confidence, harms, number, entity=entity)
    sure = SURE[max(SURE, key=lambda name: likely[name])] if role is PartRole.ORGANISATION else None
    return Part(role, spans, confidence, certainty=sure, entity=entity)


def _ordered(reading: Reading, phrases: Sequence[Phrase], role: PartRole) -> list[Phrase]:
    """Return names before descriptions, the longest name first, the likeliest description first.

    Of organisations the name told most often comes first: "FMLN".
    """
    at, is_group = PART_ROLES.index(role), role is PartRole.ORGANISATION
    told = Counter(_words(reading, phrase) for phrase in phrases)

    def rank(phrase: Phrase) -> tuple[bool, float, int]:
        if phrase.is_common:
            return True, -phrase.likely[at], 0
        return False, -told[_words(reading, phrase)] if is_group else 0, phrase.first - phrase.last

    return sorted(phrases, key=rank)


def _words(reading: Reading, phrase: Phrase) -> tuple[str, ...]:
    return tuple(reading.tokens.words[phrase.first : phrase.last])


def _spans(reading: Reading, phrases: Sequence[Phrase], role: PartRole) -> tuple[Span, ...]:
    """Return the phrases of a part with what completes them; those who did it with how many they were."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    firsts = (phrase.counted if role is PartRole.INDIVIDUAL else phrase.first for phrase in phrases)
    return tuple(
        Span(starts[first], ends[phrase.until - 1]) for first, phrase in zip(firsts, phrases, strict=True)
    )


def _number(reading: Reading, phrases: Sequence[Phrase]) -> int | None:
    """Return how many a victim is: the figure told of it, or one where it has a name or is no plural."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    spans = (Span(starts[phrase.first], ends[phrase.last - 1]) for phrase in phrases)
    figures = (_figure(span, reading.quantities) for span in spans)
    told = next((figure for figure in figures if figure is not None), None)
    if told is not None or not phrases[0].is_common:
        return told or 1
    head = reading.tokens.words[phrases[0].last - 1]
    return None if head.endswith("s") or head in PLURALS else 1


def _figure(span: Span, quantities: Sequence[Quantity]) -> int | None:
    """Return the figure in front of a phrase or within it."""
    for quantity in quantities:
        ahead = quantity.kind in COUNT_KINDS and 0 <= span.start - quantity.end <= COUNT_REACH
        within = quantity.start <= span.start and span.end <= quantity.end
        if quantity.low and (ahead or within):
            return int(quantity.low)
    return None
