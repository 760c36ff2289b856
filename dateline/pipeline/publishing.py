"""Write, check and issue an edition."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dateline.errors import EditionError
from dateline.model.editions import (
    Edition,
    Period,
)
from dateline.model.ledger import StoryDossier
from dateline.pipeline.doors import Doors
from dateline.pipeline.house import edition_settings
from dateline.pipeline.printing import print_edition
from dateline.pipeline.proving import keep_what_holds
from dateline.pipeline.supplement import gather_supplement
from dateline.read import READER
from dateline.store import Ledger
from dateline.write.forms.feeds import write_feeds
from dateline.write.plan import plan_edition

LATEST = "latest"


def last_period(doors: Doors, begin: str | None, until: str | None) -> Period:
    """Return the period asked for, by default the desk's last days up to today.

    Raises EditionError.
    """
    last = _day(until, "--until") if until else doors.now.astimezone(doors.desk.zone).date()
    length = doors.desk.settings.period.days
    first = _day(begin, "--from") if begin else last - timedelta(days=length - 1)
    if first > last:
        raise EditionError(f"the period begins on {first}, after its end on {last}; swap --from and --until")
    return Period(first.isoformat(), last.isoformat())


def issue_edition(doors: Doors, period: Period) -> tuple[Edition, Path]:
    """Write the edition of a period, leave out what its sources do not bear out, issue it, return its folder.

    Raises EditionError where what is left still fails: such an edition is never issued.
    """
    told = doors.ledger.dossiers(begin=period.begin, until=period.until)
    dossiers = [with_earlier_versions(doors.ledger, dossier) for dossier in told]
    bodies, supplement = gather_supplement(doors, dossiers, period)
    number = 1 + len(doors.ledger.editions())
    drafted = plan_edition(
        dossiers,
        settings=edition_settings(doors),
        period=period,
        number=number,
        now=doors.now,
        supplement=supplement,
    )
    edition = keep_what_holds(doors, drafted, bodies)
    folder = doors.desk.editions_folder / f"{number:03d}"
    documents = {d.id: d for dossier in dossiers for d in dossier.documents}
    cited = {entry.id: documents[entry.id] for entry in edition.documents}
    print_edition(doors, edition, cited, folder, pictures=bodies)
    doors.ledger.save_edition(edition, now=doors.now)
    _point_latest(doors.desk.editions_folder, folder.name)
    write_feeds(doors.desk.editions_folder)
    return edition, folder


def with_earlier_versions(ledger: Ledger, dossier: StoryDossier) -> StoryDossier:
    """Add what the articles of a story said before they were changed, with its accepted claims."""
    known = {document.id for document in dossier.documents}
    found = [version for document in dossier.documents for version in ledger.versions(document.url)]
    earlier = {v.id: v for v in found if v.id not in known and v.reader == READER}
    return replace(
        dossier,
        documents=(*dossier.documents, *earlier.values()),
        annotations=(*dossier.annotations, *ledger.annotations(earlier).values()),
        claims=(*dossier.claims, *ledger.claims(tuple(earlier), accepted_only=True)),
    )


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise EditionError(f"{option}: expected a day such as 2020-03-22, found {text!r}") from None


def _point_latest(editions: Path, name: str) -> None:
    pointer, fresh = editions / LATEST, editions / f".{LATEST}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(name, target_is_directory=True)
    fresh.replace(pointer)
