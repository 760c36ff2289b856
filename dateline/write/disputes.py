"""What outlets do not agree on, and what one outlet changed in an article after it was captured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from dateline.model.annotations import Annotations, Quantity
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Dispute, DisputeVersion
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.write.cite import full_date, make_citation
from dateline.write.settings import EditionSettings, outlet_name

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
    def value(self) -> str:
        """The number in digits where it is exact, so that languages can be compared, else as printed."""
        low, high = self.quantity.low, self.quantity.high
        if low is not None and low == high and low == int(low):
            return f"{int(low):,}"
        return " ".join(Span(self.quantity.start, self.quantity.end).of(self.document.text).split())

    @property
    def range(self) -> tuple[float, float]:
        """Least and greatest value; an open end is 0 or infinity."""
        low, high = self.quantity.low, self.quantity.high
        return (low if low is not None else 0.0, high if high is not None else float("inf"))


def find_disputes(dossier: StoryDossier, *, settings: EditionSettings) -> Iterator[Dispute]:
    """Yield the tolls of a story for which two outlets give values that cannot both hold."""
    for kind in TOLLS:
        counts = _last_of_each_outlet(_originals(dossier, list(_counts(dossier, kind))))
        versions = _versions(counts)
        if len(versions) > 1:
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
    """Group counts that can hold together; each version is disjoint from every other's first count."""
    versions: list[list[Count]] = []
    for count in counts:
        fitting = next((version for version in versions if _compatible(version[0], count)), None)
        if fitting is None:
            versions.append([count])
        else:
            fitting.append(count)
    return versions


def _compatible(first: Count, second: Count) -> bool:
    return first.range[0] <= second.range[1] and second.range[0] <= first.range[1]


def _version(counts: Sequence[Count], settings: EditionSettings) -> DisputeVersion:
    citations = [
        make_citation(count.claim.id, count.document, (count.claim.sentence,), settings=settings)
        for count in counts[:CITED_PER_VERSION]
    ]
    return DisputeVersion(counts[0].value, tuple(citations))


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
    figures = _changed_figures(dossier, before, after)
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


def _changed_figures(dossier: StoryDossier, before: Document, after: Document) -> list[str]:
    figures = []
    for kind in TOLLS:
        counts = {count.document.id: count for count in _counts(dossier, kind)}
        old, new = counts.get(before.id), counts.get(after.id)
        if old and new and old.range != new.range:
            figures.append(f"{kind} from “{old.value}” to “{new.value}”")
    return figures
