"""What outlets do not agree on, and what one outlet changed in an article after it was captured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise

from dateline.model.annotations import Annotations, Quantity
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Dispute, DisputeVersion
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.cite import full_date, make_citation
from dateline.write.facts import find_numbers
from dateline.write.settings import EditionSettings, house_words, outlet_name, same_language

TOLLS = (
    "killed",
    "wounded",
    "captured",
    "arrested",
    "missing",
    "displaced",
)  # kinds where outlets give a total
CITED_PER_VERSION = 3


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


def printed_value(count: Count, language: str) -> str:
    """Return an exact count in digits, so that languages compare; a bound in words."""
    low, high = count.range
    printed = " ".join(Span(count.quantity.start, count.quantity.end).of(count.document.text).split())
    if low == high:
        return f"{low:,.0f}"
    stated = {number.value for number in find_numbers(printed)}
    if same_language(count.document.lang, language):
        return printed
    if high == float("inf") and f"{low:.0f}" in stated:
        return house_words(language).at_least.format(number=f"{low:,.0f}")
    return printed


def find_disputes(dossier: StoryDossier, *, settings: EditionSettings) -> Iterator[Dispute]:
    """Yield the tolls of a story for which two outlets give values that cannot both hold."""
    for kind in TOLLS:
        counts = _last_of_each_outlet(_originals(dossier, list(_counts(dossier, kind))))
        versions = _versions(counts)
        if any(not _compatible(a[0], b[0]) for a, b in combinations(versions, 2)):
            yield Dispute(
                event=dossier.story.id,
                about=kind,
                versions=tuple(_version(version, settings) for version in versions),
            )


def _counts(dossier: StoryDossier, kind: str) -> Iterator[Count]:
    """Yield the greatest count of each document: the parts of a toll are smaller than the toll."""
    notes = {notes.document: notes for notes in dossier.annotations}
    for document in dossier.documents:
        mine = [claim for claim in dossier.claims if claim.document == document.id]
        counts = _counts_of(document, notes.get(document.id), mine, kind)
        if counts:
            yield max(counts, key=lambda count: (count.range[0], -count.quantity.start))


def _counts_of(
    document: Document, notes: Annotations | None, claims: Sequence[Claim], kind: str
) -> list[Count]:
    found = []
    for quantity in notes.quantities if notes else ():
        span = Span(quantity.start, quantity.end)
        claim = next((claim for claim in claims if claim.sentence.covers(span)), None)
        if quantity.kind == kind and claim is not None and (quantity.low, quantity.high) != (None, None):
            found.append(Count(document, claim, quantity))
    return found


def _originals(dossier: StoryDossier, counts: Sequence[Count]) -> list[Count]:
    copies = {copy.document for copy in dossier.story.copies}
    originals = [count for count in counts if count.document.id not in copies]
    return originals or list(counts)


def _last_of_each_outlet(counts: Sequence[Count]) -> list[Count]:
    last: dict[str, Count] = {}
    for count in sorted(counts, key=_when):
        last[count.document.outlet or count.document.url] = count
    return sorted(last.values(), key=_when)


def _when(count: Count) -> tuple[str, str, str]:
    document = count.document
    return (
        document.published.value if document.published else "",
        document.captured_at.isoformat(),
        document.id,
    )


def _versions(counts: Sequence[Count]) -> list[list[Count]]:
    """Group the counts that give the same value, in the order in which they were first given."""
    versions: dict[tuple[float, float], list[Count]] = {}
    for count in counts:
        versions.setdefault(count.range, []).append(count)
    return list(versions.values())


def _compatible(first: Count, second: Count) -> bool:
    return first.range[0] <= second.range[1] and second.range[0] <= first.range[1]


def _version(counts: Sequence[Count], settings: EditionSettings) -> DisputeVersion:
    citations = [
        make_citation(count.claim.id, count.document, (count.claim.sentence,), settings=settings)
        for count in counts[:CITED_PER_VERSION]
    ]
    return DisputeVersion(printed_value(counts[0], settings.language), tuple(citations))


def find_changes(dossier: StoryDossier, *, settings: EditionSettings) -> Iterator[dict[str, str]]:
    """Yield what an outlet changed between two captures of one article, and corrections of its own toll."""
    by_address = sorted(dossier.documents, key=lambda d: (d.url, d.captured_at, d.id))
    for _, versions in groupby(by_address, key=lambda document: document.url):
        pages = list(versions)
        for before, after in pairwise(pages):
            if before.text != after.text:
                yield _change(dossier, before, after, settings)


def _change(
    dossier: StoryDossier, before: Document, after: Document, settings: EditionSettings
) -> dict[str, str]:
    outlet = outlet_name(after, settings.outlet_names)
    figures = _changed_figures(dossier, before, after, settings.language)
    day = full_date(after.captured_at.date().isoformat(), settings.language)
    text = f"{outlet} changed its article “{after.title or after.url}” after publication (seen {day})"
    return {
        "kind": "figure" if figures else "edited",
        "story": dossier.story.id,
        "outlet": outlet,
        "url": after.url,
        "before": before.id,
        "after": after.id,
        "text": f"{text}: {'; '.join(figures)}." if figures else f"{text}.",
    }


def _changed_figures(dossier: StoryDossier, before: Document, after: Document, language: str) -> list[str]:
    figures = []
    for kind in TOLLS:
        counts = {count.document.id: count for count in _counts(dossier, kind)}
        old, new = counts.get(before.id), counts.get(after.id)
        if old and new and old.range != new.range:
            values = (printed_value(count, language) for count in (old, new))
            figures.append("{} from “{}” to “{}”".format(kind, *values))
    return figures
