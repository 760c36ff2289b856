"""What the ledger proposes for a draft beside its sentences: disputes and gaps, taken in one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.errors import NotFound
from dateline.model.editions import Action, Dispute, Edition, Revision
from dateline.model.identity import content_id
from dateline.pipeline.doors import Doors
from dateline.pipeline.editions.drafting import make_revision
from dateline.pipeline.editions.editing import with_house
from dateline.write.editing.recounting import recounted
from dateline.write.prose.cite import edition_document


@dataclass(frozen=True, slots=True)
class Proposal:
    """A dispute, or a gap in words, that was found for a draft; `taken` where the draft prints it."""

    id: str
    taken: bool
    dispute: Dispute | None = None
    gap: str = ""


def proposals_of(doors: Doors, revision: Revision) -> tuple[Proposal, ...]:
    """Return what was found when the draft was begun, disputes first, and whether it stands in `revision`."""
    found, now = doors.ledger.revisions(revision.draft)[0].edition, revision.edition
    printed = {_dispute_id(dispute) for dispute in now.disputes} | {_gap_id(gap) for gap in now.gaps}
    disputes = ((_dispute_id(dispute), dispute, "") for dispute in found.disputes)
    gaps = ((_gap_id(gap), None, gap) for gap in found.gaps)
    return tuple(Proposal(id, id in printed, dispute, gap) for id, dispute, gap in (*disputes, *gaps))


def set_aside(doors: Doors, revision: Revision, *, by: str) -> Revision:
    """Take all proposals out of a draft that was just begun, for a person to take in; return its state."""
    proposals = proposals_of(doors, revision)
    return print_proposals(doors, revision, (), by=by) if proposals else revision


def print_proposals(doors: Doors, revision: Revision, ids: Sequence[str], *, by: str) -> Revision:
    """Have a draft print just the proposals with these ids, in the order in which they were found.

    Returns its new state. Raises NotFound for an id that is none.
    """
    proposals = proposals_of(doors, revision)
    unknown = set(ids) - {proposal.id for proposal in proposals}
    if unknown:
        raise NotFound(f"{revision.draft} has no proposal {', '.join(sorted(unknown))}; load the page again")
    chosen = [proposal for proposal in proposals if proposal.id in ids]
    edition = replace(
        revision.edition,
        disputes=tuple(proposal.dispute for proposal in chosen if proposal.dispute),
        gaps=tuple(proposal.gap for proposal in chosen if proposal.gap),
    )
    return _append(doors, revision, edition, by=by)


def _append(doors: Doors, revision: Revision, edition: Edition, *, by: str) -> Revision:
    counted = recounted(edition, lambda id: edition_document(doors.ledger.document(id)))
    whole = with_house(doors, counted)
    if whole == revision.edition:
        return revision
    state = make_revision(doors, revision.draft, Action.EDITED, whole, by=by)
    doors.ledger.append_revision(state, now=doors.now)
    return state


def _dispute_id(dispute: Dispute) -> str:
    return content_id("p", dispute.event, dispute.about, dispute.title)


def _gap_id(gap: str) -> str:
    return content_id("p", gap)
