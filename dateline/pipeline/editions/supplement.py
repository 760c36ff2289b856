"""What an edition prints besides sentences: pictures from the archive, and what is missing."""

import re
from datetime import timedelta

from dateline.model.documents import Document
from dateline.model.editions import (
    EditionPicture,
    Period,
)
from dateline.model.identity import bytes_id
from dateline.model.ledger import Stage, StoryDossier
from dateline.pipeline.doors import Doors
from dateline.pipeline.pictures import picture_format, printable_pictures
from dateline.write.settings import (
    Supplement,
)

SILENT_AFTER = timedelta(days=3)
SAMPLE = re.compile(r""": (?:'.*'|".*")$""", re.DOTALL)


def gather_supplement(
    doors: Doors, dossiers: list[StoryDossier], period: Period
) -> tuple[dict[str, bytes], Supplement]:
    """Return the bytes of the pictures by printed file, and what the writer is given beside stories."""
    bodies: dict[str, bytes] = {}
    pictures: dict[str, tuple[EditionPicture, ...]] = {}
    for dossier in dossiers:
        for document in dossier.documents:
            pictures[document.id] = tuple(_printed(doors, document, bodies))
    return bodies, Supplement(pictures=pictures, gaps=tuple(_gaps(doors, period)))


def printed_pictures_of(doors: Doors, document: Document) -> tuple[EditionPicture, ...]:
    """Return the pictures of a document that the archive holds, as an edition prints them."""
    return tuple(_printed(doors, document, {}))


def _printed(doors: Doors, document: Document, bodies: dict[str, bytes]) -> list[EditionPicture]:
    printed = []
    for picture in printable_pictures(document):
        latest = doors.ledger.latest_capture(picture.url)
        if latest is None:
            continue
        body = doors.archive.read_body(latest.evidence)
        ending = picture_format(body)
        if ending is None:
            continue
        file = f"pictures/{bytes_id(body)[:16]}.{ending}"
        bodies[file] = body
        published = picture.published or document.published
        printed.append(
            EditionPicture(
                file=file,
                caption=picture.caption or "",
                credit=picture.credit or "",
                sha256=bytes_id(body),
                published=published.day if published else None,
                alt=picture.alt or "",
            )
        )
    return printed


def _gaps(doors: Doors, period: Period) -> list[str]:
    """Say which pages could not be used, and which outlets fell silent."""
    names = {outlet.id: outlet.name for outlet in doors.desk.outlets}
    gaps = [
        f"{names.get(issue.outlet or '', issue.outlet or issue.subject)}: {_in_short(issue.reason)}"
        for issue in doors.ledger.issues()
        if issue.stage is not Stage.WRITE and period.begin <= issue.at.date().isoformat() <= period.until
    ]
    for outlet, silence in sorted(doors.ledger.silences(now=doors.now).items()):
        if outlet in names and silence > SILENT_AFTER:
            gaps.append(f"{names[outlet]} has printed nothing new for {silence.days} days.")
    return list(dict.fromkeys(gaps))


def _in_short(reason: str) -> str:
    """Return a reason without the sample of the page that ends it.

    >>> _in_short("https://a.example/1: expected an article, found no whole sentence: 'Brent 33.85'")
    'https://a.example/1: expected an article, found no whole sentence.'
    """
    return f"{SAMPLE.sub('', reason).rstrip('.')}."
