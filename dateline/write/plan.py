"""Dossiers into an edition: which stories, in which section and order, in which sentences. No disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from dateline.model.documents import Document
from dateline.model.editions import (
    Citation,
    Dispute,
    Edition,
    EditionItem,
    EditionPicture,
    EditionSection,
    EditionStatus,
    OverviewParagraph,
    Period,
    Sentence,
)
from dateline.model.identity import content_id
from dateline.model.ledger import StoryDossier
from dateline.write.changes import find_changes
from dateline.write.choose import Candidate, choose_sentences, find_boilerplate, find_candidates
from dateline.write.cite import edition_document
from dateline.write.disputes import find_changed_minds, find_disputes
from dateline.write.happenings import is_told_in, join_foreign, split_happenings
from dateline.write.house import house_of
from dateline.write.overview import overview_of
from dateline.write.period import cut_to_period
from dateline.write.phrase import Wording, phrase_sentence
from dateline.write.roundup import Told
from dateline.write.sections import best_section, by_subject, is_on_beat
from dateline.write.settings import EditionSettings, Supplement, house_words
from dateline.write.summary import find_gaps, note_origins, summarise_sources
from dateline.write.versions import latest_versions, origins_of
from dateline.write.weight import weigh_story

WRITER = "write/1"
PICTURES_PER_ITEM = 2
FULL_LENGTH, A_NOTE = 3.0, 1.5  # weights: told at full length, still told in a long edition
FEW_SENTENCES = 2  # of a happening that is not told at full length
SHORT_EDITION = 10  # items: up to here nothing is too light to print


@dataclass(frozen=True, slots=True)
class Draft:
    """One happening on its way into the edition: its dossier, its weight, and its item."""

    dossier: StoryDossier
    weight: float
    section: str
    item: EditionItem


def plan_edition(
    dossiers: Sequence[StoryDossier],
    *,
    settings: EditionSettings,
    period: Period,
    number: int,
    now: datetime,
    supplement: Supplement | None = None,
) -> Edition:
    """Write the edition of `period` from accepted claims; the same input gives the same edition.

    A document counts by the day it states, or by its capture where it states none. The id is the hash
    of the content without the moment of issue.
    """
    supplement = supplement or Supplement()
    current = [cut for dossier in dossiers if (cut := cut_to_period(dossier, period)) is not None]
    on_beat = [dossier for dossier in current if is_on_beat(dossier, settings)]
    happenings = [part for part in _happenings(on_beat, settings) if is_on_beat(part, settings)]
    tried = list(_drafts(happenings, settings, supplement))
    printed = [draft for draft in tried if draft is not None]
    sections = tuple(_sections(printed, settings))
    told = [draft.dossier for draft in printed]
    disputes = tuple(
        dispute
        for dossier in told
        for dispute in find_disputes(dossier, settings=settings, others=happenings)
    )
    overview = _overview(sections, disputes, told, settings)
    sentences = [sentence for section in sections for entry in section.items for sentence in entry.sentences]
    cited = list(_citations(sentences)) + [c for d in disputes for v in d.versions for c in v.citations]
    documents = _cited_documents([*told, *happenings], cited)
    gaps = find_gaps(
        len(current) - len(on_beat),
        len(tried) - len(printed),
        len(happenings) - len(tried) + supplement.unread,
        printed=told,
    )
    edition = Edition(
        id="",
        number=number,
        title=settings.title,
        language=settings.language,
        editor=settings.editor,
        tlp=settings.tlp,
        period=period,
        issued_at=now.isoformat(),
        status=EditionStatus.DRAFT,
        overview=overview,
        sections=sections,
        disputes=disputes,
        changes=(*supplement.changes, *_changes(told, happenings, settings)),
        source_summary=summarise_sources(told, sentences, settings=settings),
        gaps=(*gaps, *supplement.gaps),
        documents=tuple(edition_document(document) for document in documents),
        made_by=_made_by(told),
        house=house_of(documents, settings),
    )
    return replace(edition, id=edition_id(edition))


def edition_id(edition: Edition) -> str:
    """Return the hash of what an edition says, leaving out its id, status, moment of issue and notices."""
    content = asdict(edition)
    for field in ("id", "status", "issued_at", "notices"):
        del content[field]
    if content["house"] is None:  # issued before names were printed into editions
        del content["house"]
    return content_id("e", content)


def _happenings(dossiers: Sequence[StoryDossier], settings: EditionSettings) -> list[StoryDossier]:
    parts = [part for dossier in dossiers for part in split_happenings(dossier, settings.names)]
    return join_foreign(parts, settings.names, settings.language)


def _drafts(
    dossiers: Sequence[StoryDossier], settings: EditionSettings, supplement: Supplement
) -> Iterator[Draft | None]:
    """Yield the drafts of an edition, the weightiest first, None for one in which nothing can be printed.

    A happening behind the last that has room is not put into words at all: a large ledger has thousands.
    """
    boilerplate, printed, told = find_boilerplate(dossiers), 0, list[Candidate]()
    weighed = [(weigh_story(dossier, settings), dossier) for dossier in dossiers]
    for weight, dossier in sorted(weighed, key=_importance):
        if printed == settings.max_items or (printed >= SHORT_EDITION and weight < A_NOTE):
            return
        chosen = _chosen(dossier, weight, settings, boilerplate, told)
        told += chosen
        printed += bool(chosen)
        yield _draft(dossier, weight, settings, supplement, chosen) if chosen else None


def _draft(
    dossier: StoryDossier,
    weight: float,
    settings: EditionSettings,
    supplement: Supplement,
    chosen: Sequence[Candidate],
) -> Draft:
    """Put the chosen sentences of a happening into words."""
    wording = Wording({notes.document: notes for notes in dossier.annotations}, settings)
    sentences = tuple(phrase_sentence(candidate, wording) for candidate in chosen)
    cited = list(dict.fromkeys(citation.document for citation in _citations(sentences)))
    entry = EditionItem(
        story=dossier.story.id,
        sentences=sentences,
        independent_origins=len(origins_of(dossier)),
        pictures=tuple(_pictures(cited, supplement)),
        origins_note=note_origins(dossier, settings=settings),
    )
    return Draft(dossier, weight, best_section(dossier, settings), entry)


def _chosen(
    dossier: StoryDossier,
    weight: float,
    settings: EditionSettings,
    boilerplate: frozenset[str],
    told: Sequence[Candidate],
) -> tuple[Candidate, ...]:
    """Choose the sentences of a happening, none that `told` has said already."""
    candidates = find_candidates(dossier, latest_versions(dossier.documents), settings, boilerplate)
    wanted = settings.sentences_per_item if weight >= FULL_LENGTH else FEW_SENTENCES
    return choose_sentences(candidates, min(wanted, settings.sentences_per_item), settings.language, told)


def _pictures(documents: Iterable[str], supplement: Supplement) -> list[EditionPicture]:
    found = [picture for identity in documents for picture in supplement.pictures.get(identity, ())]
    return list({picture.sha256: picture for picture in found}.values())[:PICTURES_PER_ITEM]


def _importance(weighed: tuple[float, StoryDossier]) -> tuple[float, str, str]:
    """Order by weight and newness; ids settle what is left."""
    weight, dossier = weighed
    newest = max(d.published.day if d.published else "" for d in dossier.documents)
    backwards = "".join(chr(0x10FFFF - ord(character)) for character in newest.ljust(10))
    return (-round(weight, 3), backwards, dossier.story.id)


def _sections(drafts: Sequence[Draft], settings: EditionSettings) -> Iterator[EditionSection]:
    titles = [section.title for section in settings.sections]
    other = house_words(settings.language).other_section
    for title in dict.fromkeys([*titles, other]):
        mine = [draft for draft in drafts if draft.section == title]
        mine.sort(key=lambda draft: not is_told_in(draft.dossier, settings.language))
        if mine:
            yield EditionSection(title, tuple(by_subject([draft.item for draft in mine])))


def _overview(
    sections: Sequence[EditionSection],
    disputes: Sequence[Dispute],
    dossiers: Sequence[StoryDossier],
    settings: EditionSettings,
) -> tuple[OverviewParagraph, ...]:
    told = Told(
        {document.id: document for dossier in dossiers for document in dossier.documents},
        {claim.id: claim for dossier in dossiers for claim in dossier.claims},
        {notes.document: notes for dossier in dossiers for notes in dossier.annotations},
        settings,
    )
    return tuple(overview_of(section.items, _disputes_of(section, disputes), told) for section in sections)


def _disputes_of(section: EditionSection, disputes: Sequence[Dispute]) -> list[Dispute]:
    stories = {entry.story for entry in section.items}
    return [dispute for dispute in disputes if dispute.event in stories]


def _changes(
    told: Sequence[StoryDossier], happenings: Sequence[StoryDossier], settings: EditionSettings
) -> Iterator[dict[str, str]]:
    for dossier in told:
        yield from find_changes(dossier, settings=settings)
        yield from find_changed_minds(dossier, settings=settings, others=happenings)


def _citations(sentences: Iterable[Sentence]) -> Iterator[Citation]:
    return (citation for sentence in sentences for citation in sentence.citations)


def _cited_documents(dossiers: Iterable[StoryDossier], cited: Iterable[Citation]) -> list[Document]:
    wanted = {citation.document for citation in cited}
    found = {d.id: d for dossier in dossiers for d in dossier.documents if d.id in wanted}
    return list(found.values())


def _made_by(dossiers: Iterable[StoryDossier]) -> dict[str, str]:
    """Name each component that had a part in the edition, with its version ("name/version")."""
    named = {WRITER}
    for dossier in dossiers:
        named |= {document.reader for document in dossier.documents}
        named |= {component for notes in dossier.annotations for component in notes.made_by}
        named |= {claim.made_by for claim in dossier.claims}
    pairs = (name.rpartition("/")[::2] if "/" in name else (name, "") for name in sorted(named) if name)
    return dict(pairs)
