"""How likely two who take part in attacks take part in the same one, by what stands around them.

In: two `Found`s of a report and what each of its sentences tells. Out: marks, which weights taught by attack
reports weigh (`training.events.pairs`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.extract.events.incidents.parts import HARMS, Found
from dateline.extract.events.incidents.phrases import Sentence
from dateline.extract.events.parsing.reading import Reading
from dateline.extract.events.weights import load_weights
from dateline.model.annotations import Annotations, EventType, PartRole
from dateline.model.times import TimeExpression

SUFFERING = (PartRole.VICTIM, PartRole.TARGET)
FARTHEST = 8  # sentences apart beyond which a distance is told apart no more
OPENING = 3  # words that open a sentence
MOST_SUFFERING = 6  # those who suffer beyond whom their number is told apart no more
RECENT = 4  # those of an attack told last with whom another is compared
STEPS = (0.1, 0.2, 0.35, 0.5)  # how far two likelihoods may differ
HARMED = 0.5  # how likely a harm must be to tell two apart by it
DAY = len("1989-11-20")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence tells: its words, the days and places in it, and the kinds of its assaults."""

    words: tuple[str, ...] = ()
    days: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


NOTHING = Telling()


def tellings_of(
    reading: Reading, sentences: Sequence[Sentence], annotations: Annotations
) -> dict[int, Telling]:
    """Return what each sentence tells, by its number."""
    starts = [span.start for span in annotations.sentences]
    days = _by_sentence(starts, ((time.start, time.begin) for time in annotations.times if _is_day(time)))
    named = {mention.id: mention for mention in annotations.mentions}
    at_places = ((named[place.mention].start, place.name) for place in annotations.places)
    places = _by_sentence(starts, at_places)
    return {
        sentence.number: Telling(
            tuple(reading.tokens.words[sentence.scene.first : sentence.scene.last]),
            days.get(sentence.number, frozenset()),
            places.get(sentence.number, frozenset()),
            frozenset(
                f"{draft.sense.mode}{' noun' if draft.is_noun else ''}"
                for draft in sentence.drafts
                if draft.sense.type is EventType.ASSAULT
            ),
        )
        for sentence in sentences
    }


def _is_day(time: TimeExpression) -> bool:
    return time.begin is not None and len(time.begin) == DAY and time.begin == time.until


def _by_sentence(starts: Sequence[int], told: Iterable[tuple[int, str | None]]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for start, value in told:
        found.setdefault(bisect_right(starts, start) - 1, set()).add(value or "")
    return {number: frozenset(values) for number, values in found.items()}


@dataclass(frozen=True, slots=True)
class Pairs:
    """The parts of one report, to be compared two at a time.

    `suffering` of them suffer in its attacks; `entering` are the roles of those first told in a sentence.
    """

    tellings: Mapping[int, Telling]
    suffering: int
    entering: Mapping[int, frozenset[str]]

    @classmethod
    def of(cls, parts: Sequence[Found], tellings: Mapping[int, Telling]) -> "Pairs":
        """Return what comparing the parts of a report needs."""
        entering: dict[int, set[str]] = {}
        for found in parts:
            entering.setdefault(min(found.sentences), set()).add(found.part.role)
        return cls(
            tellings,
            sum(is_suffering(found) for found in parts),
            {number: frozenset(roles) for number, roles in entering.items()},
        )

    def together(self, found: Found, group: Sequence[Found]) -> float:
        """Return how likely one suffers with those of an attack: the mean over those of it told last."""
        likely = self._likely(found, group[-RECENT:])
        return sum(likely) / len(likely)

    def beside(self, found: Found, group: Sequence[Found]) -> float:
        """Return how likely one takes part in an attack: with the likeliest of those told last."""
        return max(self._likely(found, group[-RECENT:]))

    def _likely(self, found: Found, group: Sequence[Found]) -> list[float]:
        scores = load_weights("pairs").score_each([self.marks(found, other) for other in group])
        return [likely for (likely,) in scores]

    def marks(self, first: Found, second: Found) -> set[str]:
        """Return the marks of two; their order does not matter."""
        earlier, later = sorted((first, second), key=lambda found: (min(found.sentences), found.part.role))
        gap, here, there = min((abs(b - a), a, b) for a in earlier.sentences for b in later.sentences)
        begin, end = sorted((here, there))
        marks = {*_standing(earlier, later, gap), f"{min(self.suffering, MOST_SUFFERING)} suffer"}
        marks.update(_kinds(earlier, later), self._surroundings(begin, end))
        return marks

    def _surroundings(self, begin: int, end: int) -> Iterator[str]:
        """Yield what the two sentences tell that have two parts nearest to each other, and those between."""
        before, after = (self.tellings.get(number, NOTHING) for number in (begin, end))
        if begin == end:
            yield from (f"within={kind}" for kind in after.kinds)
            return
        near = "next" if end == begin + 1 else "far"
        for name, old, new in (("day", before.days, after.days), ("place", before.places, after.places)):
            yield f"{_state(old, new)} {name}"
            yield f"{near}: {_state(old, new)} {name}"
        yield from (f"then={kind}" for kind in after.kinds)
        for role in self.entering.get(end, frozenset()):
            yield f"enters={role}"
            yield f"{near}: enters={role} and {'an assault' if after.kinds else 'none'}"
        yield from (f"again={kind}" for kind in after.kinds & before.kinds)
        yield f"{near}: tells {'an assault' if after.kinds else 'none'}"
        yield from (f"opens={word}" for word in after.words[:OPENING])
        yield f"{near}: opens={' '.join(after.words[:1])}"
        yield from (f"says={word}" for word in set(after.words))
        for number in range(begin + 1, min(end, begin + FARTHEST)):
            yield from (f"between={kind}" for kind in self.tellings.get(number, NOTHING).kinds)


def is_suffering(found: Found) -> bool:
    """Say whether a part suffers: who and what does is another's in another attack."""
    return found.part.role in SUFFERING


def _standing(earlier: Found, later: Found, gap: int) -> Iterator[str]:
    """Yield what two parts are, and how many sentences apart."""
    roles, apart = f"{earlier.part.role}+{later.part.role}", min(gap, FARTHEST)
    yield from (roles, f"apart={apart}", f"{roles} apart={apart}")
    for which, found in (("earlier", earlier), ("later", later)):
        if found.is_told_before:
            yield f"{which} points back"


def _kinds(earlier: Found, later: Found) -> Iterator[str]:
    """Yield of which kinds of incident two parts are likely to be, and by how much they differ."""
    kinds = [name for name in earlier.likely if name.startswith("of ")]
    best = [max(kinds, key=found.likely.__getitem__) for found in (earlier, later)]
    yield f"{best[0]}, {best[1]}"
    yield "same kind" if best[0] == best[1] else "other kind"
    for kind in kinds:
        differ = abs(earlier.likely[kind] - later.likely[kind])
        yield from (f"{kind} differs>{step}" for step in STEPS if differ > step)
    for harm in HARMS:
        yield f"{harm} {earlier.likely[harm] > HARMED} {later.likely[harm] > HARMED}"


def _state(old: frozenset[str], new: frozenset[str]) -> str:
    """Say what the days or places of two sentences are to each other."""
    if old and new:
        return "same" if old & new else "other"
    if new:
        return "new"
    return "old" if old else "no"
