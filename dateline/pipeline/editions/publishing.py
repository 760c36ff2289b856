"""Issue editions, and keep the folder of editions at what the ledger says of them."""

from dataclasses import replace
from pathlib import Path

from dateline.errors import ArchiveError, EditionError, NotFound
from dateline.model.editions import Action, Edition, EditionStatus, Period, Revision
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Stage, Verdict
from dateline.pipeline.doors import Doors
from dateline.pipeline.each import make_issue
from dateline.pipeline.editions.drafting import (
    effective_states,
    first_revision,
    make_revision,
    plan_period,
    standing_editions,
)
from dateline.pipeline.editions.marking import refuse_above_ceiling
from dateline.pipeline.editions.printing import print_edition
from dateline.pipeline.editions.proving import Proof, keep_what_holds, prover_of, refuse_unproved
from dateline.pipeline.editions.rewording import reworded_by_model
from dateline.write.forms.feeds import write_feeds
from dateline.write.forms.folder import holds_edition
from dateline.write.forms.machine import format_edition
from dateline.write.planning.plan import edition_id
from dateline.write.prose.passages import cited_documents

LATEST = "latest"
PLANNER = "rule:planner/1"


def issue_edition(doors: Doors, period: Period, *, by: str = PLANNER) -> tuple[Edition, Path]:
    """Write the edition of a period, leave out what its sources do not bear out, issue it, return its folder.

    Raises EditionError where what is left still fails: such an edition is never issued; and where the
    desk wants a second person to sign, which needs a draft.
    """
    if doors.desk.settings.bulletin.sign_off:
        raise EditionError(
            "this desk has each edition signed by a second person (sign_off under [bulletin]); "
            "use: dateline bulletin draft, then sign, then issue"
        )
    publish_pending(doors)
    planned, bodies = plan_period(doors, period)
    edition = keep_what_holds(doors, reworded_by_model(doors, planned), bodies)
    refuse_above_ceiling(doors, edition)
    drafted = first_revision(doors, edition, by=by)
    return _issue(doors, drafted, edition, by=by)


def issue_draft(doors: Doors, revision: Revision, *, by: str) -> tuple[Edition, Path]:
    """Prove a draft from the archive and issue it; return the edition and its folder.

    Raises EditionError, and issues nothing, where a sentence is not borne out, where the signature is
    missing that the desk asks for, or where the marking is above the desk's ceiling.
    """
    publish_pending(doors)
    if revision.edition.status is not EditionStatus.DRAFT:
        raise EditionError(
            f"edition No. {revision.edition.number} is {revision.edition.status.value} already"
        )
    refuse_unsigned(doors, revision)
    refuse_above_ceiling(doors, revision.edition)
    edition = replace(revision.edition, number=1 + len(doors.ledger.editions()))
    edition = replace(edition, id=edition_id(edition))
    prove = prover_of(Proof(doors, edition.house), edition.language)
    refuse_unproved(prove(format_edition(edition), printed_pictures(doors, edition).get))
    return _issue(doors, revision, edition, by=by)


def sign_draft(doors: Doors, revision: Revision, *, by: str, why: str = "") -> Decision:
    """Sign a draft as it stands: the signature is of its very words, and void once one is changed.

    Raises EditionError for the one who made the last change: a second person signs.
    """
    author = effective_states(doors, revision.draft)[-1].by
    if by == author:
        raise EditionError(f"{by} made the last change to this draft; a second person signs it")
    subject = signing_id(revision.edition)
    id = content_id("j", Verdict.SIGN.value, subject, by)
    decision = Decision(id, Verdict.SIGN, subject, by, doors.now, why)
    doors.ledger.append_decision(decision, now=doors.now)
    return decision


def signatures(doors: Doors, edition: Edition) -> list[Decision]:
    """Return the standing signatures under the words of an edition, whatever its number."""
    subject = signing_id(edition)
    made = doors.ledger.decisions(subject)
    undone = {
        other.subject
        for decision in made
        for other in doors.ledger.decisions(decision.id)
        if other.verdict is Verdict.UNDO
    }
    return [one for one in made if one.verdict is Verdict.SIGN and one.id not in undone]


def signing_id(edition: Edition) -> str:
    """Return what a signature is put under: all that an edition says, but for its number."""
    return content_id("g", edition_id(replace(edition, number=0)))


def refuse_empty(edition: Edition) -> None:
    """Raise EditionError for an edition that tells nothing."""
    if not edition.sections and not any(paragraph.sentences for paragraph in edition.overview):
        begin, until = edition.period.begin, edition.period.until
        raise EditionError(
            f"nothing is told of {begin} to {until}, so nothing was issued: the ledger has no story of these "
            "days that can be printed on this beat; choose other days with --from and --until, widen [beat] "
            "in desk.toml, or collect first with: dateline run"
        )


def refuse_unsigned(doors: Doors, revision: Revision) -> None:
    """Raise EditionError where the desk wants a signature that the draft does not have."""
    if not doors.desk.settings.bulletin.sign_off:
        return
    author = effective_states(doors, revision.draft)[-1].by
    if not any(signature.by != author for signature in signatures(doors, revision.edition)):
        raise EditionError(
            f"this desk has each edition signed by a second person: somebody other than {author} signs it "
            "with: dateline bulletin sign"
        )


def _issue(doors: Doors, revision: Revision, edition: Edition, *, by: str) -> tuple[Edition, Path]:
    """Keep the edition as issued, then print it: if the process dies between the two, the next one prints."""
    refuse_empty(edition)
    issued = replace(edition, status=EditionStatus.ISSUED, issued_at=doors.now.isoformat())
    folder = edition_folder(doors, issued)
    if folder.exists() and not holds_edition(folder, issued):
        raise EditionError(f"{folder} is there and holds something else; move it away and issue again")
    with doors.ledger.transaction():
        if len(doors.ledger.editions()) != issued.number - 1:
            raise EditionError("another edition was issued meanwhile; issue this one again")
        if not doors.ledger.revisions(revision.draft):
            doors.ledger.append_revision(revision, now=doors.now)
        state = make_revision(doors, revision.draft, Action.ISSUED, issued, by=by)
        doors.ledger.append_revision(state, now=doors.now)
        doors.ledger.save_edition(issued, now=doors.now)
        id = content_id("j", Verdict.PUBLISH.value, issued.id, by)
        publish = Decision(id, Verdict.PUBLISH, issued.id, by, doors.now)
        doors.ledger.append_decision(publish, now=doors.now)
    publish_pending(doors)
    if not folder.is_dir():
        raise EditionError(
            f"{folder} could not be written; dateline status lists why, then: dateline bulletin"
        )
    return issued, folder


def publish_pending(doors: Doors) -> None:
    """Print the editions whose folder is missing or behind what the ledger says, then feeds and `latest`.

    What cannot be printed, as when the archive is damaged, becomes an Issue and holds up no other.
    """
    standing = standing_editions(doors)
    behind = [edition for edition in standing if not holds_edition(edition_folder(doors, edition), edition)]
    for edition in behind:
        try:
            _print(doors, edition)
        except (ArchiveError, NotFound, EditionError) as error:
            issue = make_issue(doors, Stage.WRITE, f"edition {edition.number}", f"not printed: {error}")
            doors.ledger.save_issue(issue, now=doors.now)
    if behind:
        readable = [edition for edition in standing if edition.status is not EditionStatus.WITHDRAWN]
        _point_latest(doors.desk.editions_folder, edition_folder(doors, (readable or standing)[-1]))
        write_feeds(doors.desk.editions_folder)


def edition_folder(doors: Doors, edition: Edition) -> Path:
    """Return the folder of an issued edition."""
    return doors.desk.editions_folder / f"{edition.number:03d}"


def printed_pictures(doors: Doors, edition: Edition) -> dict[str, bytes]:
    """Return the bytes of the edition's pictures from the archive, by the file printed."""
    pictures = [p for section in edition.sections for entry in section.items for p in entry.pictures]
    kept = {picture.file: doors.ledger.find_evidence(picture.sha256) for picture in pictures}
    return {file: doors.archive.read_body(found[0]) for file, found in kept.items() if found}


def _print(doors: Doors, edition: Edition) -> None:
    documents = doors.ledger.documents_by_id([entry.id for entry in cited_documents(edition)])
    pictures = printed_pictures(doors, edition)
    print_edition(doors, edition, documents, edition_folder(doors, edition), pictures=pictures)


def _point_latest(editions: Path, folder: Path) -> None:
    pointer, fresh = editions / LATEST, editions / f".{LATEST}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(folder.name, target_is_directory=True)
    fresh.replace(pointer)
