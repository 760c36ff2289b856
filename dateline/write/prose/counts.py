"""Tolls as documents give them: how many were killed, wounded, arrested in one happening."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations, Quantity
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.compare.facts import find_numbers
from dateline.write.settings import house_words, same_language

TOLLS = ("killed", "wounded", "captured", "arrested", "missing", "displaced")
OPENING = 600  # code points: figures further down are background, or of another happening
CORRECTION = re.compile(r"\s*(?:Correction|Clarification|تصحيح|اصلاحیه)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A toll as one document gives it, with the claim in whose sentence it stands."""

    document: Document
    claim: Claim
    quantity: Quantity

    @property
    def range(self) -> tuple[float, float]:
        """Least and greatest value; an open end is 0 or infinity."""
        low, high = self.quantity.low, self.quantity.high
        return (low if low is not None else 0.0, high if high is not None else float("inf"))

    @property
    def words(self) -> str:
        """The figure as printed."""
        return " ".join(Span(self.quantity.start, self.quantity.end).of(self.document.text).split())


def counts_of(dossier: StoryDossier, kind: str) -> Iterator[Count]:
    """Yield the toll of each document: the greatest of the first sentence that gives one."""
    notes = {notes.document: notes for notes in dossier.annotations}
    for document in dossier.documents:
        mine = [claim for claim in dossier.claims if claim.document == document.id]
        found = _counts_in(document, notes.get(document.id), mine, kind)
        if found:
            first = min(count.claim.sentence.start for count in found)
            leading = [count for count in found if count.claim.sentence.start == first]
            yield max(leading, key=lambda count: (count.range[0], -count.quantity.start))


def outdated_figures(dossier: StoryDossier) -> frozenset[tuple[str, int]]:
    """Return document and start of each sentence whose toll its outlet has since raised."""
    counts = [count for kind in TOLLS for count in counts_of(dossier, kind)]
    return frozenset(
        (first.document.id, first.claim.sentence.start)
        for first in counts
        if any(_takes_the_place(later, first) for later in counts)
    )


def _takes_the_place(later: Count, first: Count) -> bool:
    """Say whether a toll is one that its outlet has given lower before: a lower one later is of a part."""
    same = later.quantity.kind == first.quantity.kind and later.document.outlet == first.document.outlet
    days = [one.document.published.day if one.document.published else "" for one in (first, later)]
    rose = first.range[0] < later.range[0]
    return same and later.document.outlet is not None and days[0] < days[1] and rose


def _counts_in(
    document: Document, notes: Annotations | None, claims: Sequence[Claim], kind: str
) -> list[Count]:
    found = []
    for quantity in notes.quantities if notes else ():
        span = Span(quantity.start, quantity.end)
        claim = next((claim for claim in claims if claim.sentence.covers(span)), None)
        total = quantity.kind == kind and quantity.part_of is None and quantity.start < OPENING
        if total and claim is not None and _is_stated(quantity, claim.sentence.of(document.text)):
            found.append(Count(document, claim, quantity))
    return found


def _is_stated(quantity: Quantity, sentence: str) -> bool:
    """Say whether a sentence gives that figure as its own: no part of another, no mistake of old."""
    if CORRECTION.match(sentence) or (quantity.low, quantity.high) == (None, None):
        return False
    bounds = {f"{bound:g}" for bound in (quantity.low, quantity.high) if bound is not None}
    stated = {number.value for number in find_numbers(sentence)}
    return bool(bounds & stated) or not any(value.isdecimal() for value in stated)


def printed_value(count: Count, language: str) -> str:
    """Return an exact count in digits, so that languages compare; a bound in words."""
    low, high = count.range
    stated = {number.value for number in find_numbers(count.words)}
    if f"{low:.0f}" not in stated:
        return count.words
    if low == high:
        return f"{low:,.0f}"
    if same_language(count.document.lang, language):
        return count.words
    return (
        house_words(language).at_least.format(number=f"{low:,.0f}") if high == float("inf") else count.words
    )


def compatible(first: Count, second: Count) -> bool:
    """Say whether both counts can hold: "at least four" and "five" can."""
    return first.range[0] <= second.range[1] and second.range[0] <= first.range[1]
