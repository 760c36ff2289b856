"""Prove an edition from the archive, before it is issued and ever after."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dateline.archive import verify_archive
from dateline.errors import EditionError, Unreadable
from dateline.model.documents import Document
from dateline.model.editions import (
    Edition,
    EditionDocument,
    EditionStatus,
    Sentence,
    SentenceVerdict,
)
from dateline.model.ledger import Stage
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import make_issue
from dateline.pipeline.house import edition_settings
from dateline.pipeline.printing import cited_evidence
from dateline.pipeline.reading import annotate_document, derive_document
from dateline.read import READER
from dateline.write.folder import load_edition, picture_bytes
from dateline.write.machine import format_edition
from dateline.write.plan import edition_id
from dateline.write.reread import Rereading
from dateline.write.verify import PictureBytes, verify_edition


def prove_edition(doors: Doors, folder: Path) -> list[SentenceVerdict]:
    """Recompute each sentence of the edition in `folder` from the archive. Raises EditionError."""
    return _verdicts(doors, load_edition(folder), lambda file: picture_bytes(folder, file))


def prove_archive(doors: Doors) -> list[SentenceVerdict]:
    """Hash the whole archive again; a verdict for each record that is altered, cut, missing or unknown."""
    faults = verify_archive(doors.archive, doors.ledger.evidence(), doors.ledger.custody())
    return [
        SentenceVerdict(f"archive/{fault.file}@{fault.offset}", False, (f"{fault.url}: {fault.what}",))
        for fault in faults
    ]


def derive_cited(doors: Doors, entry: EditionDocument) -> Document:
    """Read a cited document again from the archived bytes.

    Raises NotFound for a capture the ledger does not have, ArchiveError for bytes that are missing or
    altered, Unreadable for another reader version than this one.
    """
    if entry.reader != READER:
        raise Unreadable(
            f"was read by {entry.reader}, this is {READER}; verify with the version that wrote it"
        )
    return derive_document(doors, cited_evidence(doors, entry))


def keep_what_holds(doors: Doors, edition: Edition, bodies: Mapping[str, bytes]) -> Edition:
    """Return the edition as it may be issued: each sentence that fails the check is dropped, with an Issue.

    Raises EditionError where what is left does not hold either.
    """
    failed = _failed(doors, edition, bodies)
    issued = replace(edition, status=EditionStatus.ISSUED)  # its id does not depend on its status
    if not failed:
        return issued
    for path, verdict in failed.items():
        reason = f"left out of edition {edition.number}: {'; '.join(verdict.why)}"
        doors.ledger.save_issue(make_issue(doors, Stage.WRITE, path, reason), now=doors.now)
    held = without_failed(issued, set(failed))
    held = replace(held, id=edition_id(held))
    still = _failed(doors, held, bodies)
    if still:
        reasons = "\n".join(f"  {path}: {'; '.join(verdict.why)}" for path, verdict in still.items())
        raise EditionError(f"the edition is not borne out by its sources and is not issued:\n{reasons}")
    return held


def _failed(doors: Doors, edition: Edition, bodies: Mapping[str, bytes]) -> dict[str, SentenceVerdict]:
    verdicts = _verdicts(doors, format_edition(edition), bodies.get)
    return {verdict.path: verdict for verdict in verdicts if not verdict.ok}


def without_failed(edition: Edition, failed: set[str]) -> Edition:
    """Return the edition without the sentences, pictures and disputes at the paths in `failed`.

    An item that loses all its sentences goes, and so does a section without items.
    """
    overview = tuple(
        replace(paragraph, sentences=_left(paragraph.sentences, f"overview[{p}]", failed))
        for p, paragraph in enumerate(edition.overview)
    )
    sections = []
    for n, section in enumerate(edition.sections):
        items = [
            replace(
                entry,
                sentences=_left(entry.sentences, f"sections[{n}].items[{i}]", failed),
                pictures=tuple(
                    picture
                    for p, picture in enumerate(entry.pictures)
                    if f"sections[{n}].items[{i}].pictures[{p}]" not in failed
                ),
            )
            for i, entry in enumerate(section.items)
        ]
        sections.append(replace(section, items=tuple(entry for entry in items if entry.sentences)))
    disputes = tuple(
        dispute
        for d, dispute in enumerate(edition.disputes)
        if not any(f"disputes[{d}].versions[{v}]" in failed for v in range(len(dispute.versions)))
    )
    return replace(
        edition,
        overview=tuple(paragraph for paragraph in overview if paragraph.sentences),
        sections=tuple(section for section in sections if section.items),
        disputes=disputes,
    )


def _left(sentences: tuple[Sentence, ...], where: str, failed: set[str]) -> tuple[Sentence, ...]:
    return tuple(sentence for s, sentence in enumerate(sentences) if f"{where}.sentences[{s}]" not in failed)


def _verdicts(doors: Doors, formatted: Mapping[str, object], bytes_of: PictureBytes) -> list[SentenceVerdict]:
    settings = edition_settings(doors)
    return verify_edition(
        formatted,
        derive=lambda entry: derive_cited(doors, entry),
        picture_bytes=bytes_of,
        outlet_names=settings.outlet_names,
        rereading=Rereading(
            settings.language, lambda document: annotate_document(doors, document), settings.names
        ),
    )
