"""Outlets that later gave the toll that another gave first: a dispute that is closing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.annotations import Annotations
from dateline.model.ledger import StoryDossier
from dateline.model.times import days_between
from dateline.write.prose.cite import printed_date
from dateline.write.prose.counts import Count, counts_of, printed_value
from dateline.write.settings import EditionSettings, house_words, outlet_name

LATEST = 14  # days: a later figure is of another happening


@dataclass(frozen=True, slots=True)
class WentOver:
    """What an outlet said first, and its later report that says what another had said."""

    first: Count
    later: Count


def find_went_over(
    counts: Sequence[Count], dossiers: Sequence[StoryDossier], kind: str, day: str | None
) -> Iterator[WentOver]:
    """Yield, for each outlet of `counts`, its first later report that goes over to the figure of another.

    `counts` are the first reports on one happening of `day`. Another article is on the same happening where
    it names that day and one of the places that the first report names; a later version of the same article
    is a correction, and told among the changes.
    """
    later = sorted(_later(dossiers, kind), key=lambda pair: _day(pair[0]))
    for first in counts:
        others = {other.range for other in counts} - {first.range}
        for count, notes in later:
            if count.range in others and _goes_on(first, count, notes, dossiers, day):
                yield WentOver(first, count)
                break


def changed_mind(
    found: WentOver, kind: str, title: str, settings: EditionSettings, story: str
) -> dict[str, str]:
    """Say in one line that an outlet went over to another figure."""
    before, after = found.first.document, found.later.document
    house, outlet = house_words(settings.language), outlet_name(after, settings.outlet_names)
    values = [printed_value(count, settings.language) for count in (found.first, found.later)]
    text = house.frames["went_over"].format(
        outlet=outlet,
        first=values[0],
        last=values[1],
        toll=title[:1].lower() + title[1:] if title else house.tolls.get(kind, kind),
        day=printed_date(_day(found.later), settings.language),
    )
    return {
        "kind": "figure",
        "story": story,
        "outlet": outlet,
        "url": after.url,
        "before": before.id,
        "after": after.id,
        "text": text,
    }


def _later(dossiers: Sequence[StoryDossier], kind: str) -> Iterator[tuple[Count, Annotations]]:
    for dossier in dossiers:
        notes = {notes.document: notes for notes in dossier.annotations}
        for count in counts_of(dossier, kind):
            yield count, notes[count.document.id]


def _goes_on(
    first: Count, later: Count, notes: Annotations, dossiers: Sequence[StoryDossier], day: str | None
) -> bool:
    """Say whether a later report of the same outlet is on the same happening."""
    one, other = first.document, later.document
    if one.outlet is None or one.outlet != other.outlet or one.url == other.url:
        return False
    days = _days_between(_day(first), _day(later))
    named = any(time.begin == day == time.until for time in notes.times)
    return 0 < days <= LATEST and named and bool(_places(notes) & _places_of(one.id, dossiers))


def _places(notes: Annotations) -> set[str]:
    return {place.name for place in notes.places}


def _places_of(document: str, dossiers: Sequence[StoryDossier]) -> set[str]:
    found = (notes for dossier in dossiers for notes in dossier.annotations if notes.document == document)
    return {place for notes in found for place in _places(notes)}


def _day(count: Count) -> str:
    return count.document.published.day if count.document.published else ""


def _days_between(first: str, last: str) -> int:
    try:
        return days_between(first, last)
    except ValueError:
        return 0
