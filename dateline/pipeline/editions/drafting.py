"""Drafts: an edition from its plan to the moment before its issue, every state of it kept."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.errors import EditionError
from dateline.model.editions import Action, Edition, EditionStatus, Period, Revision
from dateline.model.identity import content_id
from dateline.model.ledger import Decision, Stage, Verdict
from dateline.pipeline.doors import Doors
from dateline.pipeline.editions.background import earlier_openings
from dateline.pipeline.editions.choosing import stories_to_tell
from dateline.pipeline.editions.claim_edits import with_edited_words
from dateline.pipeline.editions.house import edition_settings
from dateline.pipeline.editions.proving import keep_what_holds
from dateline.pipeline.editions.rewording import reworded_by_model
from dateline.pipeline.editions.supplement import gather_supplement
from dateline.write.choosing.told_before import told_in
from dateline.write.forms.notices import notice_changes
from dateline.write.planning.plan import plan_edition
from dateline.write.prose.soundness import parsed_by
from dateline.write.settings import ParseSentence


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


def plan_period(doors: Doors, period: Period) -> tuple[Edition, dict[str, bytes]]:
    """Plan the edition of a period from accepted claims; return it with the bytes of its pictures by file."""
    settings = edition_settings(doors)
    dossiers, unread = stories_to_tell(doors, period, settings)
    bodies, supplement = gather_supplement(doors, dossiers, period)
    standing = standing_editions(doors)
    planned = plan_edition(
        dossiers,
        settings=settings,
        period=period,
        number=1 + len(doors.ledger.editions()),
        now=doors.now,
        supplement=replace(
            supplement,
            changes=tuple(notice_changes(standing)),
            told=told_in(standing),
            earlier=earlier_openings(doors, dossiers, standing),
            unread=unread,
            parse=_parser(doors),
        ),
    )
    return planned, bodies


def _parser(doors: Doors) -> ParseSentence | None:
    """Return what reads the syntax of a sentence, None where the desk reads by its grammar alone."""
    reader = doors.reader
    return parsed_by(lambda text, spans: reader.read(text, spans).syntax) if reader is not None else None


def begin_draft(doors: Doors, period: Period, *, by: str) -> Revision:
    """Write the draft of a period, leave out with an Issue what its sources do not bear out, and keep it."""
    doors.report(Stage.WRITE, period.begin)
    planned, bodies = plan_period(doors, period)
    doors.report(Stage.WRITE, period.until)
    held = keep_what_holds(doors, reworded_by_model(doors, planned), bodies)
    revision = first_revision(doors, with_edited_words(doors.ledger, held), by=by)
    doors.report(Stage.WRITE, revision.draft)
    doors.ledger.append_revision(revision, now=doors.now)
    return revision


def first_revision(doors: Doors, edition: Edition, *, by: str) -> Revision:
    """Return the first state of a draft; the same edition drafted at the same moment is the same draft."""
    draft = content_id("w", edition.id, doors.now.isoformat())
    return make_revision(doors, draft, Action.DRAFTED, edition, by=by)


def make_revision(
    doors: Doors, draft: str, action: Action, edition: Edition, *, by: str, why: str = ""
) -> Revision:
    """Return a new state of a draft; its id depends on how many states there were before it."""
    rank = len(doors.ledger.revisions(draft))
    id = content_id("v", draft, rank, action.value, edition.id, edition.status.value, by, why)
    return Revision(id, draft, action, edition, by, doors.now, why)


def open_drafts(doors: Doors) -> list[Revision]:
    """Return the last state of each draft that is neither issued nor dropped, the oldest draft first."""
    return [
        revision
        for revision in doors.ledger.latest_revisions()
        if revision.edition.status is EditionStatus.DRAFT and revision.action is not Action.DROPPED
    ]


def find_draft(doors: Doors, draft: str | None = None) -> Revision:
    """Return the last state of the one open draft, or of the one whose id begins with `draft`.

    Raises EditionError where there is none, and where there are several to choose from.
    """
    known = open_drafts(doors)
    found = [revision for revision in known if draft is None or revision.draft.startswith(draft)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(
        f"{one.draft} ({one.edition.period.begin} to {one.edition.period.until})" for one in known
    )
    if not known:
        raise EditionError("no draft is open; begin one with: dateline bulletin draft DESK")
    expected = f"none begins with {draft!r}" if draft and not found else "name one with --draft"
    raise EditionError(f"{expected}; open drafts: {listed}")


def effective_states(doors: Doors, draft: str) -> list[Revision]:
    """Return the states of a draft that were not undone, the first first."""
    states: list[Revision] = []
    for revision in doors.ledger.revisions(draft):
        if revision.action is Action.UNDONE:
            states.pop()
        else:
            states.append(revision)
    return states


def undo_last(doors: Doors, revision: Revision, *, by: str, why: str = "") -> Revision:
    """Take back the last thing done to an edition, and the decisions that went with it; return the state.

    Raises EditionError where nothing is left to undo: an issue is never undone, only withdrawn.
    """
    states = effective_states(doors, revision.draft)
    if len(states) < 2 or states[-1].action in (Action.ISSUED, Action.DRAFTED):
        done = states[-1].action.value if states else "not begun"
        raise EditionError(f"{revision.draft} was {done}: there is nothing to undo")
    undone = make_revision(doors, revision.draft, Action.UNDONE, states[-2].edition, by=by, why=why)
    with doors.ledger.transaction():
        doors.ledger.append_revision(undone, now=doors.now)
        doors.ledger.append_decisions(_undoing(doors, states[-1], by, why), now=doors.now)
    return undone


def drop_draft(doors: Doors, revision: Revision, *, by: str, why: str = "") -> Revision:
    """Close a draft that will not be issued; it stays in the ledger and can be undone."""
    dropped = make_revision(doors, revision.draft, Action.DROPPED, revision.edition, by=by, why=why)
    doors.ledger.append_revision(dropped, now=doors.now)
    return dropped


def standing_editions(doors: Doors) -> list[Edition]:
    """Return the issued editions as they stand today, with their notices, in the order of their issue."""
    latest = {
        revision.edition.id: revision.edition
        for revision in doors.ledger.latest_revisions()
        if revision.edition.status is not EditionStatus.DRAFT
    }
    return [latest.get(edition.id, edition) for edition in doors.ledger.editions()]


def _undoing(doors: Doors, revision: Revision, by: str, why: str) -> list[Decision]:
    """Return the decisions that undo those which went with a state."""
    return [
        Decision(
            content_id("j", "undo", made.id, by, doors.now.isoformat()),
            Verdict.UNDO,
            made.id,
            by,
            doors.now,
            why,
        )
        for made in doors.ledger.decisions(revision.id)
        if made.other == revision.id
    ]


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise EditionError(f"{option}: expected a day such as 2020-03-22, found {text!r}") from None
