"""An edition in all its forms, with the archived records that it cites, and the feeds over all editions."""

from collections.abc import Mapping
from pathlib import Path

from dateline.errors import NotFound
from dateline.model.documents import Document
from dateline.model.editions import Edition, EditionDocument
from dateline.model.evidence import Evidence
from dateline.model.ledger import Stage
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import make_issue
from dateline.write.forms.folder import write_edition
from dateline.write.styles import STYLE_FOLDER


def print_edition(
    doors: Doors,
    edition: Edition,
    documents: Mapping[str, Document],
    folder: Path,
    *,
    pictures: Mapping[str, bytes],
) -> Path:
    """Write the edition's folder; what a form had to leave out becomes an Issue."""

    def report(note: str) -> None:
        issue = make_issue(doors, Stage.WRITE, f"edition {edition.number}", note)
        doors.ledger.save_issue(issue, now=doors.now)

    return write_edition(
        edition,
        documents,
        folder,
        pictures=pictures,
        stored_records=lambda entry: doors.archive.copy_records(cited_evidence(doors, entry).record),
        style=style_folder(doors),
        report=report,
    )


def style_folder(doors: Doors) -> Path | None:
    """Return the folder of the desk's own templates, None where it has none."""
    folder = doors.desk.folder / STYLE_FOLDER
    return folder if folder.is_dir() else None


def cited_evidence(doors: Doors, entry: EditionDocument) -> Evidence:
    """Return the capture of a cited document. Raises NotFound for one that the ledger does not have."""
    kept = doors.ledger.find_evidence(entry.evidence)
    if not kept:
        raise NotFound(f"the capture {entry.evidence} is not in the ledger")
    # A file is kept under its own address and cited under the one that its page states.
    same_address = [evidence for evidence in kept if evidence.url == entry.url]
    return (same_address or kept)[0]
