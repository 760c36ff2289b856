"""A long story cut into its happenings: the attack, the reprisal, the second attack are three items.

Linking keeps together what one name or place holds together over weeks. In print each happening is an
item of its own, so that no bullet mixes them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim, LinkKind
from dateline.model.documents import Document
from dateline.model.ledger import Copy, StoryDossier
from dateline.model.times import days_between
from dateline.write.choosing.versions import latest_versions
from dateline.write.compare.folding import folded_words
from dateline.write.prose.frames import names_in
from dateline.write.settings import same_language

SHORT_STORY = 4  # documents: a story of fewer is one happening
OPENING = 420  # code points of a text that say what it is about
SAME_HAPPENING = 0.26  # cosine of two openings, words weighed by rarity; set by hand on the sample
SHARED_MARK = 0.08  # what a shared day, toll or name adds to the cosine, at most twice
SHARED_ACROSS = 2  # names or tolls that openings of two languages must share
FARTHEST = 2  # days between two reports of one happening
SHORTEST_WORD = 4
CITED_BY_A_DIGEST = 3  # outlets: an article that cites so many is a review of what others printed


@dataclass(frozen=True, slots=True)
class Opening:
    """What a document says first: rare words with their weight, and marks that need no language."""

    document: Document
    words: Mapping[str, float]
    marks: frozenset[str]


def split_happenings(dossier: StoryDossier, names: Mapping[str, str]) -> Iterator[StoryDossier]:
    """Yield the happenings of a story, the one with most documents first, under the story's own id."""
    digests = {d.id for d in dossier.documents if is_digest(d, dossier.claims)}
    latest = latest_versions(dossier.documents)
    originals = [document for document in latest if document.id not in digests]
    if len(originals) < SHORT_STORY:
        yield _part(dossier, originals or latest, 1)
        return
    groups = _groups(_openings(dossier, originals, names), dossier.story.copies)
    groups.sort(key=lambda group: (-len(group), originals.index(group[0].document)))
    for rank, group in enumerate(groups, 1):
        yield _part(dossier, [opening.document for opening in group], rank)


def is_digest(document: Document, claims: Sequence[Claim]) -> bool:
    """Say whether a document passes on what several other outlets printed."""
    cited = {
        link.name
        for claim in claims
        if claim.document == document.id
        for link in claim.chain
        if link.kind is LinkKind.OUTLET and link.name and link.date
    }
    return len(cited) >= CITED_BY_A_DIGEST


def join_foreign(
    parts: Sequence[StoryDossier], names: Mapping[str, str], language: str
) -> list[StoryDossier]:
    """Put a happening told mainly in other languages to the one in the edition's language that it tells.

    They must share a day and one more of name and toll: for print alone, the ledger's stories stay.
    """
    own = [part for part in parts if _told_in(part, language) * 2 > len(part.documents)]
    kept = {part.story.id: part for part in own}
    told = {part.story.id: _openings(part, latest_versions(part.documents), names) for part in own}
    marked: dict[str, set[str]] = {}
    for id, openings in told.items():
        for mark in _all_marks(openings):
            marked.setdefault(mark, set()).add(id)
    for part in parts:
        if part.story.id in kept:
            continue
        openings = _openings(part, latest_versions(part.documents), names)
        sharing = Counter(id for mark in _all_marks(openings) for id in marked.get(mark, ()))
        likely = [id for id, shared in sharing.items() if shared >= SHARED_ACROSS]
        common, match = max(((_common(told[id], openings), id) for id in likely), default=(0, ""))
        if common:
            kept[match] = _joined(kept[match], part)
        else:
            kept[part.story.id] = part
    return list(kept.values())


def _all_marks(openings: Sequence[Opening]) -> frozenset[str]:
    return frozenset(mark for opening in openings for mark in opening.marks)


def is_told_in(part: StoryDossier, language: str) -> bool:
    """Say whether a document of the happening is in `language`."""
    return _told_in(part, language) > 0


def _told_in(part: StoryDossier, language: str) -> int:
    return sum(same_language(document.lang, language) for document in part.documents)


def _common(told: Sequence[Opening], other: Sequence[Opening]) -> int:
    """Return how many marks the likest two share; 0 unless at least half of `other` has a like in `told`."""
    best = [max((_shared_marks(one, mine) for mine in told), default=0) for one in other]
    return max(best) if 2 * sum(map(bool, best)) >= len(best) > 0 else 0


def _shared_marks(first: Opening, second: Opening) -> int:
    shared = first.marks & second.marks
    on_a_day = any(mark[:1].isdecimal() for mark in shared)
    near = _days_apart(first, second) <= FARTHEST
    return len(shared) if near and on_a_day and len(shared) >= SHARED_ACROSS else 0


def _joined(first: StoryDossier, second: StoryDossier) -> StoryDossier:
    return replace(
        first,
        story=replace(first.story, documents=(*first.story.documents, *second.story.documents)),
        assessment=replace(first.assessment, origins=(*first.assessment.origins, *second.assessment.origins)),
        documents=(*first.documents, *second.documents),
        annotations=(*first.annotations, *second.annotations),
        claims=(*first.claims, *second.claims),
    )


def _part(dossier: StoryDossier, chosen: Sequence[Document], rank: int) -> StoryDossier:
    """Cut a dossier to some articles in all versions; parts behind the first carry their number in the id."""
    story, urls = dossier.story, {document.url for document in chosen}
    kept = {document.id for document in dossier.documents if document.url in urls}
    identity = story.id if rank == 1 else f"{story.id}-{rank}"
    origins = [tuple(one for one in group if one in kept) for group in dossier.assessment.origins]
    return replace(
        dossier,
        story=replace(story, id=identity, documents=tuple(one for one in story.documents if one in kept)),
        assessment=replace(dossier.assessment, origins=tuple(group for group in origins if group)),
        documents=tuple(document for document in dossier.documents if document.id in kept),
        annotations=tuple(notes for notes in dossier.annotations if notes.document in kept),
        claims=tuple(claim for claim in dossier.claims if claim.document in kept),
    )


def _openings(
    dossier: StoryDossier, documents: Sequence[Document], names: Mapping[str, str]
) -> list[Opening]:
    notes = {notes.document: notes for notes in dossier.annotations}
    counted = [_words(document) for document in documents]
    spread = Counter(word for words in counted for word in words)
    total = 1 + len(documents)
    return [
        Opening(
            document,
            {word: times * log(1 + total / spread[word]) for word, times in words.items()},
            _marks(document, notes.get(document.id), names),
        )
        for document, words in zip(documents, counted, strict=True)
    ]


def _words(document: Document) -> Counter[str]:
    opening = f"{document.title or ''} {document.text[:OPENING]}"
    counted = (*folded_words(opening), *folded_words(document.title or ""))
    return Counter(word for word in counted if len(word) >= SHORTEST_WORD)


def _marks(document: Document, notes: Annotations | None, names: Mapping[str, str]) -> frozenset[str]:
    opening = f"{document.title or ''} {document.text[:OPENING]}"
    tolls = {
        f"{quantity.kind} {quantity.low:g}"
        for quantity in (notes.quantities if notes else ())
        if quantity.start < OPENING and quantity.low is not None and quantity.kind in ("killed", "wounded")
    }
    days = {
        time.begin
        for time in (notes.times if notes else ())
        if time.end <= OPENING and time.begin and time.begin == time.until
    }
    return frozenset(names_in(opening, names)) | tolls | days


def _groups(openings: Sequence[Opening], copies: Sequence[Copy]) -> list[list[Opening]]:
    """Group openings by day; one that is like members of two groups shows that they tell of one happening."""
    original = {copy.document: copy.original for copy in copies}
    groups: list[list[Opening]] = []
    for opening in sorted(openings, key=lambda one: (_day(one.document), one.document.id)):
        alike = [group for group in groups if _likeness(opening, group, original) >= SAME_HAPPENING]
        together = [member for group in alike for member in group]
        groups = [group for group in groups if group not in alike] + [[*together, opening]]
    return groups


def _likeness(opening: Opening, group: Sequence[Opening], original: Mapping[str, str]) -> float:
    members = {member.document.id for member in group}
    if original.get(opening.document.id) in members:
        return 1.0
    near = [member for member in group if _days_apart(opening, member) <= FARTHEST]
    return max((_alike(opening, member) for member in near), default=0.0)


def _alike(first: Opening, second: Opening) -> float:
    marks = len(first.marks & second.marks)
    if not same_language(first.document.lang, second.document.lang):
        return 1.0 if marks >= SHARED_ACROSS else 0.0
    shared = sum(weight * second.words.get(word, 0.0) for word, weight in first.words.items())
    sizes = [sum(weight**2 for weight in one.words.values()) ** 0.5 for one in (first, second)]
    return shared / (sizes[0] * sizes[1]) + SHARED_MARK * min(marks, 2) if all(sizes) else 0.0


def _days_apart(first: Opening, second: Opening) -> int:
    return abs(days_between(_day(first.document), _day(second.document)))


def _day(document: Document) -> str:
    """Return the day of print, or of capture where the page states no whole date."""
    day = document.published.day if document.published else ""
    return day if len(day) == len("2020-03-12") else document.captured_at.date().isoformat()
