"""The bulletin: drafts sentence by sentence with their evidence, and editions as they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.editions import Citation, Dispute, Edition, EditionSection, Notice, Sentence
from dateline.model.identity import content_id
from dateline.pipeline.editions.correcting import find_edition
from dateline.pipeline.editions.drafting import find_draft, open_drafts, standing_editions
from dateline.pipeline.editions.editing import check_draft, draft_text
from dateline.pipeline.editions.proposing import Proposal, proposals_of
from dateline.pipeline.editions.publishing import signatures
from dateline.web.room import Visit
from dateline.write.forms.table import FORMS

Reasons = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EditionLine:
    """A draft or an edition on one line."""

    id: str
    number: int
    title: str
    begin: str
    until: str
    status: str
    stories: int
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class BulletinList:
    """The open drafts and the editions, the newest first."""

    drafts: tuple[EditionLine, ...]
    editions: tuple[EditionLine, ...]


@dataclass(frozen=True, slots=True)
class CitedIn:
    """What bears a sentence out; `claim` opens it in its archived words."""

    claim: str
    document: str
    quote: str
    outlet: str
    published: str | None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence, what it cites, and why the check refuses it; empty `why` where it holds.

    `key` stays the sentence's own while it moves, and is another one once it says something else.
    """

    path: str
    key: str
    text: str
    kind: str
    author: str | None
    cited: tuple[CitedIn, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """What an edition says of one story."""

    story: str
    origins: int
    note: str
    grade: str | None
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its stories."""

    title: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A dispute or a gap that a draft can print, and why the check refuses it where it does."""

    id: str
    taken: bool
    dispute: Dispute | None
    gap: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition or a draft; `revision` is the state of a draft, empty for an edition.

    `proposals` are the disputes and gaps found for a draft; those taken in stand in `disputes` and `gaps`.
    """

    line: EditionLine
    draft: str
    revision: str
    language: str
    overview: tuple[tuple[SentenceView, ...], ...]
    sections: tuple[SectionView, ...]
    disputes: tuple[Dispute, ...]
    gaps: tuple[str, ...]
    notices: tuple[Notice, ...]
    signed_by: tuple[str, ...]
    failed: int
    proposals: tuple[ProposalView, ...] = ()
    files: tuple[str, ...] = ()
    text: str = ""

    @property
    def undecided(self) -> tuple[ProposalView, ...]:
        """The proposals that are not taken in: an edition can be issued without them."""
        return tuple(proposal for proposal in self.proposals if not proposal.taken)


def bulletin_list(visit: Visit) -> BulletinList:
    """Return the open drafts and the editions."""
    drafts = [
        _line(state.edition, state.draft, state.by, state.at.isoformat())
        for state in open_drafts(visit.doors)
    ]
    editions = [
        _line(edition, edition.id, edition.editor or "", edition.issued_at)
        for edition in standing_editions(visit.doors)
    ]
    return BulletinList(tuple(reversed(drafts)), tuple(reversed(editions)))


def draft_view(visit: Visit, draft: str) -> EditionView:
    """Return an open draft with the verdict on each sentence. Raises EditionError."""
    checked = check_draft(visit.doors, find_draft(visit.doors, draft))
    state, edition = checked.revision, checked.revision.edition
    why = {verdict.path: verdict.why for verdict in checked.failed}
    line = _line(edition, state.draft, state.by, state.at.isoformat())
    view = _edition(visit, edition, line, why, state.id)
    proposals = tuple(_proposals(proposals_of(visit.doors, state), edition, why))
    return replace(view, proposals=proposals, text=draft_text(visit.doors, checked))


def _proposals(proposals: Sequence[Proposal], edition: Edition, why: Reasons) -> Iterator[ProposalView]:
    for each in proposals:
        at = edition.disputes.index(each.dispute) if each.dispute in edition.disputes else None
        faults = tuple(reason for path in why if path.startswith(f"disputes[{at}]") for reason in why[path])
        yield ProposalView(each.id, each.taken, each.dispute, each.gap, faults)


def edition_view(visit: Visit, number: int) -> EditionView:
    """Return an issued edition as it stands. Raises EditionError."""
    edition = find_edition(visit.doors, number)
    folder = visit.room.desk.editions_folder / f"{number:03d}"
    files = tuple(form.file for form in FORMS.values() if (folder / form.file).is_file())
    line = _line(edition, edition.id, edition.editor or "", edition.issued_at)
    return replace(_edition(visit, edition, line, {}, ""), files=files)


def _line(edition: Edition, id: str, by: str, at: str) -> EditionLine:
    return EditionLine(
        id=id,
        number=edition.number,
        title=edition.title,
        begin=edition.period.begin,
        until=edition.period.until,
        status=edition.status.value,
        stories=sum(len(section.items) for section in edition.sections),
        by=by,
        at=at,
    )


def _edition(visit: Visit, edition: Edition, line: EditionLine, why: Reasons, revision: str) -> EditionView:
    return EditionView(
        line=line,
        draft=line.id if revision else "",
        revision=revision,
        language=edition.language,
        overview=tuple(
            _sentences(paragraph.sentences, f"overview[{p}]", why)
            for p, paragraph in enumerate(edition.overview)
        ),
        sections=tuple(
            SectionView(section.title, tuple(_entries(section, f"sections[{n}]", why)))
            for n, section in enumerate(edition.sections)
        ),
        disputes=edition.disputes,
        gaps=edition.gaps,
        notices=edition.notices,
        signed_by=tuple(decision.by for decision in signatures(visit.doors, edition)),
        failed=len(why),
    )


def _entries(section: EditionSection, where: str, why: Reasons) -> Iterator[EntryView]:
    for i, entry in enumerate(section.items):
        yield EntryView(
            entry.story,
            entry.independent_origins,
            entry.origins_note,
            entry.grade,
            _sentences(entry.sentences, f"{where}.items[{i}]", why),
        )


def _sentences(some: Sequence[Sentence], where: str, why: Reasons) -> tuple[SentenceView, ...]:
    return tuple(_sentence(each, f"{where}.sentences[{s}]", why) for s, each in enumerate(some))


def _sentence(sentence: Sentence, path: str, why: Reasons) -> SentenceView:
    cited = tuple(_cited(citation) for citation in sentence.citations)
    return SentenceView(
        path,
        content_id("k", path.partition("[")[0], sentence.text),
        sentence.text,
        sentence.kind.value,
        sentence.author,
        cited,
        why.get(path, ()),
    )


def _cited(citation: Citation) -> CitedIn:
    return CitedIn(citation.claim, citation.document, citation.quote, citation.outlet, citation.published)
