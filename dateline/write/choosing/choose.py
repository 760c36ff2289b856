"""The choice among the sentences of a story that can be printed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.annotations import Annotations
from dateline.write.choosing.candidates import Candidate
from dateline.write.choosing.score import names_nothing, opens_on_a_quotation
from dateline.write.compare.folding import words_of
from dateline.write.compare.lexicon import lexicon
from dateline.write.prose.antecedents import takes_as_told
from dateline.write.prose.lost_marks import marks_wanted
from dateline.write.prose.soundness import doubts_of
from dateline.write.prose.wording import in_house_words
from dateline.write.settings import EditionSettings, ParseSentence, same_language

SAME_THING = 0.6  # share of the shorter sentence's words found in the other: then both say the same
GOOD_ENOUGH = 1.0  # score below which a further sentence is not worth its place
FEWEST_WORDS = 4  # of a further sentence: "Snow is forecast." tells nothing by itself
MOST_FOREIGN = 1  # quotations in other languages in one item
DOUBTED = 2.0  # what each doubt about a sentence takes from its score
MOST_DOUBTS = 0.5  # of a further sentence: four of five below it were whole in two months of FA-KES
FAULTY = 3.0  # doubts beyond which nothing is printed: a tree that is wrong takes a lead to nearly so many
LOOKED_AT = 6  # of the best sentences of a story, for which doubts are asked


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks against a sentence: as prose, and for the marks that it has lost."""

    prose: float = 0.0
    marks: float = 0.0


Doubt = Callable[[Candidate], Doubts]


class Doubter:
    """Tells what speaks against a sentence as it would be printed, each asked once.

    Sentences of other languages are quoted as they are, and not doubted.
    """

    def __init__(
        self, notes: Mapping[str, Annotations], settings: EditionSettings, parse: ParseSentence | None
    ) -> None:
        self._notes, self._settings, self._parse = notes, settings, parse
        self._known: dict[str, Doubts] = {}

    def __call__(self, candidate: Candidate) -> Doubts:
        """Return the doubts about a candidate."""
        if candidate.claim.id not in self._known:
            self._known[candidate.claim.id] = self._doubts(candidate)
        return self._known[candidate.claim.id]

    def _doubts(self, candidate: Candidate) -> Doubts:
        document, settings = candidate.document, self._settings
        if not (same_language(document.lang, "en") and same_language(settings.language, "en")):
            return Doubts()
        notes = self._notes.get(document.id)
        words = in_house_words(
            document, notes, candidate.span, names=settings.names, language=settings.language
        )
        printed = " ".join(words.split())
        tree = self._parse(printed) if self._parse is not None else None
        prose = doubts_of(printed, tree, lost_marks=notes is not None and bool(notes.lost))
        return Doubts(prose, marks_wanted(document, notes, candidate.span))


def choose_sentences(
    candidates: Sequence[Candidate],
    wanted: int,
    language: str,
    printed: Sequence[Candidate] = (),
    doubt: Doubt = lambda candidate: Doubts(),
) -> tuple[Candidate, ...]:
    """Choose up to `wanted` candidates that stand alone and repeat neither each other nor what is `printed`.

    The best are chosen first, one that is hardly prose never, a further one only where `doubt` finds little
    against it; a quotation in another language is no first, nor what names nothing where another can be. What
    one tells, those behind it may take as told. They follow document by document, each in the order of its
    text, other languages last.
    """
    left, chosen = _least_doubted(_few_foreign(candidates, language), doubt), list[Candidate]()

    def fits(candidate: Candidate) -> bool:
        worth = candidate.score >= GOOD_ENOUGH and len(candidate.words) >= FEWEST_WORDS
        good = not candidate.sketch and (not chosen or worth)
        if not good or candidate.dependent or _lacks_lead(candidate, chosen):
            return False
        order = _in_reading_order([*chosen, candidate], language)
        told = " ".join(other.text for other in order[: order.index(candidate)])
        again = _repeats(candidate, chosen) or any(_says_again(candidate, other) for other in printed)
        if again or takes_as_told(candidate.text, told, language):
            return False
        doubts = doubt(candidate)
        led = any(same_language(other.document.lang, language) for other in chosen)
        return doubts.prose + doubts.marks <= (MOST_DOUBTS if led else FAULTY)

    named = sorted(left, key=lambda candidate: names_nothing(candidate.text))
    while len(chosen) < wanted and (best := next(filter(fits, left if chosen else named), None)):
        chosen.append(best)
        left.remove(best)
    return tuple(_in_reading_order(chosen, language))


def _least_doubted(candidates: Sequence[Candidate], doubt: Doubt) -> list[Candidate]:
    """Order the best of the candidates that stand alone anew, by what speaks against them as prose.

    What a sentence has lost of its marks its score knows already.
    """
    alone = [candidate for candidate in candidates if not candidate.dependent]
    best = [replace(one, score=one.score - DOUBTED * doubt(one).prose) for one in alone[:LOOKED_AT]]
    return [*sorted(best, key=lambda candidate: -candidate.standing), *alone[LOOKED_AT:]]


def _few_foreign(candidates: Sequence[Candidate], language: str) -> list[Candidate]:
    """Keep the candidates of the edition's language, and the best few of others."""
    own = [c for c in candidates if same_language(c.document.lang, language)]
    alone = not any(not candidate.dependent for candidate in own)
    foreign = [c for c in candidates if c not in own and not c.dependent and (alone or c.telling)]
    kept = foreign[:MOST_FOREIGN]
    return [candidate for candidate in candidates if candidate in own or candidate in kept]


def _lacks_lead(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Say whether somebody is quoted first, and nothing is chosen that stands before it in its document."""
    before = (
        other.span.start < candidate.span.start
        for other in chosen
        if other.document.id == candidate.document.id
    )
    return opens_on_a_quotation(candidate.text) and not any(before)


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return any(
        _overlap(candidate.words, other.words) >= SAME_THING
        or (candidate.document.id == other.document.id and candidate.span.overlaps(other.span))
        for other in chosen
    )


def _says_again(candidate: Candidate, other: Candidate) -> bool:
    """Say whether a sentence of another item has said all this: its words, and each name and number."""
    if _overlap(candidate.words, other.words) < SAME_THING:
        return False
    return _facts(candidate) <= other.words


def _facts(candidate: Candidate) -> frozenset[str]:
    words = words_of(candidate.text)
    numbers = {word.folded for word in words if word.raw[0].isdigit() or word.folded in lexicon().numbers}
    return frozenset(word.folded for word in words[1:] if word.capitalised) | numbers


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(1, min(len(first), len(second)))


def _in_reading_order(chosen: Sequence[Candidate], language: str) -> list[Candidate]:
    """Order by document and place; quotations in other languages come last."""
    documents = list(dict.fromkeys(candidate.document.id for candidate in chosen))
    return sorted(
        chosen,
        key=lambda candidate: (
            not same_language(candidate.document.lang, language),
            documents.index(candidate.document.id),
            candidate.span.start,
        ),
    )
