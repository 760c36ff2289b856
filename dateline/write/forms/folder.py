"""The folder of an edition on disk: written whole or not at all, and frozen from then on."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from dateline.errors import EditionError
from dateline.model.documents import Document
from dateline.model.editions import Edition, EditionPicture
from dateline.model.identity import bytes_id
from dateline.write.forms.job import PrintJob, StoredRecords
from dateline.write.forms.machine import parse_edition
from dateline.write.forms.render_html import render_evidence
from dateline.write.prose.passages import cited_documents, evidence_name

MACHINE_FORM = "edition.json"
AS_ISSUED = "as-issued"  # the first files of an edition that was corrected or withdrawn since


def write_edition(  # noqa: PLR0913 - all that the forms are made from
    edition: Edition,
    documents: Mapping[str, Document],
    folder: Path,
    *,
    pictures: Mapping[str, bytes] | None = None,
    stored_records: StoredRecords | None = None,
    style: Path | None = None,
    report: Callable[[str], None] = lambda note: None,
) -> Path:
    """Write all forms of the edition into `folder` and return it; `pictures` are bytes by the file printed.

    `style` is a folder of templates that stand in for ours. `stored_records` copies the archived records
    of a cited capture for the evidence pack. `report` is told what a form had to leave out, and why. The
    same edition again leaves the folder as it is; the same with other notices is written anew, and what
    was issued first stays under `as-issued/`.
    Raises EditionError where the folder holds another edition or anything else, and where a picture's
    bytes are not those that were chosen.
    """
    if folder.exists():
        _refuse_another(edition, folder)
        if holds_edition(folder, edition):
            return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        job = PrintJob(edition, documents, pictures or {}, stored_records, style)
        _write_forms(job, draft, report)
        draft.chmod(0o755)
        if folder.exists():
            _keep_as_issued(folder)
            _replace_files(draft, folder)
        else:
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def holds_edition(folder: Path, edition: Edition) -> bool:
    """Say whether a folder holds an edition as it stands, with the notices on it."""
    if not (folder / MACHINE_FORM).is_file():
        return False
    kept = parse_edition(load_edition(folder))
    return (kept.id, kept.status, kept.notices) == (edition.id, edition.status, edition.notices)


def _keep_as_issued(folder: Path) -> None:
    """Copy the files of an edition aside before they are marked for the first time."""
    kept = folder / AS_ISSUED
    if kept.exists():
        return
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        shutil.copytree(folder, fresh, dirs_exist_ok=True)
        fresh.chmod(0o755)
        fresh.rename(kept)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _replace_files(fresh: Path, folder: Path) -> None:
    """Put each fresh file in the place of the old one, the machine form last: until then it is done again."""
    files = sorted(path for path in fresh.rglob("*") if path.is_file())
    for path in sorted(files, key=lambda path: path.name == MACHINE_FORM):
        target = folder / path.relative_to(fresh)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def load_edition(folder: Path) -> dict[str, object]:
    """Read `edition.json` of an edition folder. Raises EditionError where it is missing or no JSON object."""
    file = folder / MACHINE_FORM if folder.is_dir() else folder
    try:
        formatted = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise EditionError(
            f"{file}: no edition here; give the folder that `dateline bulletin` wrote"
        ) from error
    except ValueError as error:
        raise EditionError(f"{file} is not JSON ({error}); write the edition again") from error
    if not isinstance(formatted, dict):
        raise EditionError(
            f"{file} holds {type(formatted).__name__}, expected an object; write the edition again"
        )
    return formatted


def picture_bytes(folder: Path, file: str) -> bytes | None:
    """Read a picture of an edition folder; None where it is missing or its name leads out of `pictures/`."""
    path = folder / file
    if not _is_picture_file(file) or path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def _refuse_another(edition: Edition, folder: Path) -> None:
    kept = parse_edition(load_edition(folder))
    if kept.id != edition.id:
        raise EditionError(
            f"{folder} holds edition {kept.id} of {kept.issued_at}, which is frozen; "
            f"write edition {edition.id} to another folder"
        )


def _write_forms(job: PrintJob, folder: Path, report: Callable[[str], None]) -> None:
    from dateline.write.forms.table import FORMS

    for picture in _pictures_of(job.edition):
        _write_picture(picture, folder, job.pictures)
    evidence = folder / "evidence"
    evidence.mkdir()
    for entry in cited_documents(job.edition):
        if entry.id in job.documents:
            page = render_evidence(job.documents[entry.id], job.edition, style=job.style)
            _write(evidence / evidence_name(entry.id), page.encode())
    for form in FORMS.values():
        printed = form.write(job)
        if printed.body is not None:
            _write(folder / form.file, printed.body)
        for note in printed.notes:
            report(note)


def _pictures_of(edition: Edition) -> list[EditionPicture]:
    return [picture for section in edition.sections for entry in section.items for picture in entry.pictures]


def _write_picture(picture: EditionPicture, folder: Path, pictures: Mapping[str, bytes]) -> None:
    if not _is_picture_file(picture.file):
        raise EditionError(
            f"picture file {picture.file!r} does not lie in pictures/; give it a plain name there"
        )
    body = pictures.get(picture.file)
    if body is None or bytes_id(body) != picture.sha256:
        found = "no bytes" if body is None else f"bytes with the hash {bytes_id(body)}"
        raise EditionError(
            f"picture {picture.file}: expected bytes with the hash {picture.sha256}, found {found}"
        )
    path = folder / picture.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def _is_picture_file(file: str) -> bool:
    parts = PurePosixPath(file).parts
    return len(parts) == 2 and parts[0] == "pictures" and parts[1] not in ("..", ".") and "\\" not in file


def _write(file: Path, body: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(body)
        stream.flush()
        os.fsync(stream.fileno())
