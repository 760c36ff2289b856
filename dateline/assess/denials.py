"""Which claim another one denies, known by those both are about, in whatever languages."""

import math
from collections.abc import Iterator, Mapping

from dateline.assess.attributes import said_at
from dateline.model.annotations import Annotations
from dateline.model.claims import Claim, Polarity
from dateline.model.documents import Document
from dateline.text.fold import folded_words
from dateline.text.naming.called import Called, as_printed

# Set by hand on the sample desk, not measured. A name that few claims of the story have weighs most.
MIN_SHARED = 2  # names, days or figures
MIN_SHARED_ALONE = 3  # of those where no word can be compared
MIN_LETTERS = 5  # of a word that says something
WORD = "word "
MIN_LIKENESS = 0.35
Mark = tuple[int, int, str]  # what stands from one code point to another


def find_denials(
    documents: Mapping[str, Document], annotations: Mapping[str, Annotations], *, called: Called = as_printed
) -> dict[str, str]:
    """Return for each claim that denies the best earlier claim, of another chain, that it denies."""
    claims = {claim.id: claim for id in documents if id in annotations for claim in annotations[id].claims}
    about = {
        id: marks
        for document in documents.values()
        if document.id in annotations
        for id, marks in _about_each(document, annotations[document.id], called)
    }
    holders: dict[str, list[str]] = {}
    for id, marks in about.items():
        for mark in marks:
            holders.setdefault(mark, []).append(id)
    weight = {mark: 1 - math.log(len(held)) / math.log(1 + len(claims)) for mark, held in holders.items()}
    found = {}
    for denial in claims.values():
        if denial.polarity is Polarity.DENIED:
            others = {id for mark in about[denial.id] for id in holders[mark]}
            earlier = [id for id in sorted(others) if _can_deny(denial, claims[id], documents)]
            scored = [(_likeness(about[denial.id], about[id], weight), id) for id in earlier]
            best, id = max(scored, default=(0.0, ""))
            if best >= MIN_LIKENESS:
                found[denial.id] = id
    return found


def _about_each(
    document: Document, made: Annotations, called: Called
) -> Iterator[tuple[str, frozenset[str]]]:
    """Give for each claim what it is about: names as all know them, days and figures, and its words."""
    marks = [*_names(document, made, called), *_values(made)] if made.claims else []
    for claim in made.claims:
        inside = (
            mark
            for start, end, mark in marks
            if any(content.start <= start and end <= content.end for content in claim.content)
        )
        words = (f"{WORD}{document.lang} {word}" for word in _words(claim, document))
        yield claim.id, frozenset((*inside, *words))


def _words(claim: Claim, document: Document) -> Iterator[str]:
    for content in claim.content:
        yield from (word for word in folded_words(content.of(document.text)) if len(word) >= MIN_LETTERS)


def _names(document: Document, made: Annotations, called: Called) -> Iterator[Mark]:
    entities = {entity.id: entity.name for entity in made.entities}
    for mention in made.mentions:
        printed = document.text[mention.start : mention.end]
        name = called(document.id, entities.get(mention.entity or "", printed))
        yield mention.start, mention.end, name


def _values(made: Annotations) -> Iterator[Mark]:
    for time in made.times:
        if time.begin:
            yield time.start, time.end, f"day {time.begin[:10]}"
    for quantity in made.quantities:
        if quantity.low is not None:
            yield quantity.start, quantity.end, f"{quantity.low:g}"


def _can_deny(denial: Claim, claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Say whether a claim is of somebody else, and was told before or in the text that denies it."""
    if claim.polarity is Polarity.DENIED or claim.chain[:1] == denial.chain[:1]:
        return False
    if claim.document == denial.document and claim.sentence.overlaps(denial.sentence):
        return False
    return said_at(documents[claim.document])[:10] <= said_at(documents[denial.document])[:10]


def _likeness(some: frozenset[str], others: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return which share of what two claims are about is the same, by weight: 1 is all.

    Words count only between claims of one language.
    """
    shared = some & others
    marks, words = (sum(mark.startswith(WORD) is is_word for mark in shared) for is_word in (False, True))
    if marks < (MIN_SHARED if words else MIN_SHARED_ALONE):
        return 0.0
    if not words:
        some, others = (frozenset(m for m in each if not m.startswith(WORD)) for each in (some, others))
    whole = sum(weight[mark] for mark in sorted(some)) + sum(weight[mark] for mark in sorted(others))
    return 2 * sum(weight[mark] for mark in sorted(shared)) / whole
