"""Which stories of a period are read for its edition: all of few, of many those likeliest to be printed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from dateline.model.annotations import Annotations
from dateline.model.claims import Claim
from dateline.model.documents import Document
from dateline.model.editions import Period
from dateline.model.ledger import StoryDossier
from dateline.pipeline.doors import Doors
from dateline.read import READER
from dateline.store import Ledger
from dateline.write.choosing.following import is_on_beat
from dateline.write.choosing.weight import by_promise
from dateline.write.settings import EditionSettings

FEWEST = 300  # stories: so many are always read
PER_ITEM = 6  # stories on the beat read for each item that the edition has room for


def stories_to_tell(
    doors: Doors, period: Period, settings: EditionSettings
) -> tuple[list[StoryDossier], int]:
    """Return stories of a period with their articles' earlier versions, and how many others were not read.

    They are ranked by what columns tell of them, and read until enough are on the beat: a year holds tens
    of thousands, of which an edition prints sixty.
    """
    ranked = iter(by_promise(marks := doors.ledger.story_marks(begin=period.begin, until=period.until)))
    enough = max(FEWEST, PER_ITEM * settings.max_items)
    read: list[StoryDossier] = []
    on_beat = 0
    while on_beat < enough and (batch := list(islice(ranked, enough))):
        found = doors.ledger.dossiers(begin=period.begin, until=period.until, only=batch)
        on_beat += sum(is_on_beat(dossier, settings) for dossier in found)
        read += found
    told = with_earlier_versions(doors.ledger, sorted(read, key=lambda dossier: dossier.story.id))
    return told, len(marks) - len(read)


def with_earlier_versions(ledger: Ledger, dossiers: Sequence[StoryDossier]) -> list[StoryDossier]:
    """Add what the articles of stories said before they were changed, with its accepted claims."""
    urls = [document.url for dossier in dossiers for document in dossier.documents]
    known = {document.id for dossier in dossiers for document in dossier.documents}
    earlier = {
        version.id: version
        for version in ledger.documents_with_versions(urls)
        if version.id not in known and version.reader == READER
    }
    if not earlier:
        return list(dossiers)
    notes = ledger.annotations(list(earlier))
    of_url, claims = defaultdict[str, list[Document]](list), defaultdict[str, list[Claim]](list)
    for version in earlier.values():
        of_url[version.url].append(version)
    for claim in ledger.claims(tuple(earlier), accepted_only=True):
        claims[claim.document].append(claim)
    return [_with(dossier, of_url, notes, claims) for dossier in dossiers]


def _with(
    dossier: StoryDossier,
    of_url: Mapping[str, Sequence[Document]],
    notes: Mapping[str, Annotations],
    claims: Mapping[str, Sequence[Claim]],
) -> StoryDossier:
    urls = dict.fromkeys(document.url for document in dossier.documents)
    mine = [version for url in urls for version in of_url.get(url, ())]
    if not mine:
        return dossier
    return StoryDossier(
        dossier.story,
        dossier.assessment,
        (*dossier.documents, *mine),
        (*dossier.annotations, *(notes[version.id] for version in mine if version.id in notes)),
        (*dossier.claims, *(claim for version in mine for claim in claims.get(version.id, ()))),
    )
