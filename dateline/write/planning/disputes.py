"""What outlets do not agree on: tolls of one happening, and whether it happened at all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from dateline.model.editions import Dispute, DisputeVersion
from dateline.model.ledger import StoryDossier
from dateline.model.spans import Span
from dateline.model.times import days_between
from dateline.write.choosing.versions import first_versions
from dateline.write.compare.lexicon import lexicon
from dateline.write.planning.denials import find_denied_reports
from dateline.write.planning.went_over import WentOver, changed_mind, find_went_over
from dateline.write.prose.attacks import TOO_WIDE
from dateline.write.prose.cite import make_citation, printed_date
from dateline.write.prose.counts import TOLLS, Count, compatible, counts_of, printed_value
from dateline.write.settings import EditionSettings, house_words, same_language

CITED_PER_VERSION = 3
FIRST_REPORTS = 2  # days: later reports repeat, or tell of what came after


@dataclass(frozen=True, slots=True)
class DisputedToll:
    """A toll on which the first reports of a happening do not agree, and which outlets changed their mind."""

    story: str
    kind: str
    title: str
    versions: tuple[tuple[Count, ...], ...]
    went_over: tuple[WentOver, ...]


def disputed_tolls(
    dossier: StoryDossier, *, settings: EditionSettings, others: Sequence[StoryDossier] = ()
) -> Iterator[DisputedToll]:
    """Yield the tolls of a happening that cannot all hold.

    An outlet that in a later report, of `others` too, gives the figure of another went over to it.
    """
    every = [dossier, *(other for other in others if other.story.id != dossier.story.id)]
    for kind in TOLLS:
        counts = _first_reports(dossier, list(counts_of(dossier, kind)))
        versions = _by_value(counts)
        if _is_disputed(versions):
            yield DisputedToll(
                dossier.story.id,
                kind,
                _toll_title(dossier, counts, kind, settings),
                tuple(tuple(version) for version in versions),
                tuple(find_went_over(counts, every, kind, _day_of_happening(dossier, counts))),
            )


def find_disputes(
    dossier: StoryDossier, tolls: Iterable[DisputedToll], settings: EditionSettings
) -> Iterator[Dispute]:
    """Yield the disputed tolls of a happening, and what one side reports and another denies.

    A figure that each outlet went over from is printed behind the others, as given up; where one alone is
    still held, nothing is in dispute.
    """
    for toll in tolls:
        held, given_up = _held(toll), _given_up(toll)
        if _is_disputed(held):
            versions = [_toll_version(version, settings) for version in held]
            frame = house_words(settings.language).frames["given_up"]
            versions += [_toll_version(version, settings, frame) for version in given_up]
            yield Dispute(toll.story, toll.kind, tuple(versions), toll.title)
    yield from find_denied_reports(dossier, settings)


def is_given_up(value: str, language: str) -> bool:
    """Say whether a printed figure is one that nobody holds any more."""
    return value.endswith(house_words(language).frames["given_up"].format(value=""))


def find_changed_minds(tolls: Iterable[DisputedToll], settings: EditionSettings) -> Iterator[dict[str, str]]:
    """Yield which outlet went over to the disputed toll of another, in another article."""
    for toll in tolls:
        for found in toll.went_over:
            yield changed_mind(found, toll.kind, toll.title, settings, toll.story)


def _held(toll: DisputedToll) -> list[list[Count]]:
    """Return the figures that some outlet still holds, each with the reports of those who hold it."""
    left = {found.first.document.id for found in toll.went_over}
    later = [found.later for found in toll.went_over]
    held = [
        [
            *(count for count in version if count.document.id not in left),
            *(count for count in later if count.range == version[0].range),
        ]
        for version in toll.versions
    ]
    return [version for version in held if version]


def _given_up(toll: DisputedToll) -> list[tuple[Count, ...]]:
    """Return the figures that nobody holds any more."""
    held = {version[0].range for version in _held(toll)}
    return [version for version in toll.versions if version[0].range not in held]


def _is_disputed(versions: Sequence[Sequence[Count]]) -> bool:
    return any(not compatible(a[0], b[0]) for a, b in combinations(versions, 2))


def _first_reports(dossier: StoryDossier, counts: Sequence[Count]) -> list[Count]:
    """Keep what each outlet said first, within days of the first report: corrections are changes."""
    first = {document.id for document in first_versions(dossier.documents)}
    copies = {copy.document for copy in dossier.story.copies}
    dated = sorted((count for count in counts if count.document.id in first - copies), key=_when)
    by_outlet: dict[str, Count] = {}
    for count in dated:
        by_outlet.setdefault(count.document.outlet or count.document.url, count)
    kept = list(by_outlet.values())
    opening = _when(kept[0])[0][:10] if kept else ""
    return [count for count in kept if _days_after(opening, _when(count)[0][:10]) < FIRST_REPORTS]


def _when(count: Count) -> tuple[str, str, str]:
    document = count.document
    day = document.published.value if document.published else document.captured_at.isoformat()
    return (day, document.captured_at.isoformat(), document.id)


def _days_after(first: str, day: str) -> int:
    if len(first) < len("2020-03-12") or len(day) < len("2020-03-12"):
        return 0
    return days_between(first, day)


def _by_value(counts: Sequence[Count]) -> list[list[Count]]:
    versions: dict[tuple[float, float], list[Count]] = {}
    for count in counts:
        versions.setdefault(count.range, []).append(count)
    return list(versions.values())


def _toll_version(
    counts: Sequence[Count], settings: EditionSettings, frame: str = "{value}"
) -> DisputeVersion:
    """Return a figure with those who give it, as `frame` has it."""
    citations = [
        make_citation(count.claim.id, count.document, (count.claim.sentence,), settings=settings)
        for count in counts[:CITED_PER_VERSION]
    ]
    value = frame.format(value=printed_value(counts[0], settings.language))
    return DisputeVersion(value, tuple(citations))


def _toll_title(dossier: StoryDossier, counts: Sequence[Count], kind: str, settings: EditionSettings) -> str:
    """Return "Killed in the rocket attack on Balad, May 2", as far as the cited documents say it.

    Where they have no such name for it, "Killed near Balad, May 2".
    """
    house = house_words(settings.language)
    title = house.tolls.get(kind, kind).capitalize()
    named = _name_of_happening(counts, settings.language)
    day = _day_of_happening(dossier, counts)
    if named:
        title = house.frames["toll_in"].format(toll=title, happening=named)
    elif place := _place_of_happening(dossier, counts, settings.language):
        title = f"{title} {place}"
    return f"{title}, {printed_date(day, settings.language)}" if day else title


def _name_of_happening(counts: Sequence[Count], language: str) -> str | None:
    """Return the commonest "rocket attack on Balad" of the documents, in their own words."""
    pattern = _happening(language)
    found = Counter(
        " ".join(match.group("name").split())
        for count in counts
        if same_language(count.document.lang, language)
        for match in pattern.finditer(f"{count.document.title}. {count.document.text}")
    )
    return max(found, key=lambda name: (found[name], len(name), name)) if found else None


def _place_of_happening(dossier: StoryDossier, counts: Sequence[Count], language: str) -> str | None:
    """Return the commonest "near Balad" of the sentences with a toll, as they have it."""
    notes = {notes.document: notes for notes in dossier.annotations}
    places = "|".join(house_words(language).place_words)
    found: Counter[str] = Counter()
    for count in counts:
        read = notes.get(count.document.id)
        if read is None or not same_language(count.document.lang, language):
            continue
        known = {place.mention for place in read.places if place.precision not in TOO_WIDE}
        for mention in read.mentions:
            before = count.document.text[count.claim.sentence.start : mention.start]
            placed = re.search(rf"\b(?:{places}) $", before)
            if placed and mention.id in known and mention.end <= count.claim.sentence.end:
                found[placed.group() + count.document.text[mention.start : mention.end]] += 1
    return max(found, key=lambda place: (found[place], place)) if found else None


@cache
def _happening(language: str) -> re.Pattern[str]:
    kinds = "|".join(house_words(language).happenings)
    days = "|".join(rf"(?i:{day})\b" for day in (*lexicon().weekdays, *lexicon().months) if day.isascii())
    return re.compile(
        r"(?<!\w)(?P<name>(?:(?!(?:the|an?|this|that|these|those|any|no|some|its|their|and|of)\b)[a-z-]+ )?"
        rf"(?:{kinds}) (?:on|at|in|near) (?:the )?(?!{days})[A-Z][\w’-]+(?: al-[A-Z][\w’-]+)?)"
    )


def _day_of_happening(dossier: StoryDossier, counts: Sequence[Count]) -> str | None:
    """Return the day that most of the sentences with a toll name; the earlier of equals."""
    notes = {notes.document: notes for notes in dossier.annotations}
    days = Counter(
        time.begin
        for count in counts
        if count.document.id in notes
        for time in notes[count.document.id].times
        if time.begin and time.begin == time.until
        if count.claim.sentence.covers(Span(time.start, time.end))
    )
    return max(sorted(days, reverse=False), key=lambda day: days[day]) if days else None
